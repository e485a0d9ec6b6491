//! Files as those know them who do not see them, by judges that nobody here
//! wrote.

use cv::{Field, Language};
use serde_json::Value;
use typeset::pages::Pages;
use typeset::pdf::{self, Options};

use crate::checks::Files;
use crate::documents::{blank, engine, every_sample_in_every_template, fonts, sample};
use crate::pdf::AT;

fn array<'a>(look: &'a Value, name: &str) -> &'a Vec<Value> {
    look[name].as_array().expect("is a list")
}

#[test]
fn every_file_keeps_the_standards_that_it_claims() {
    let files = Files::new("accessibility");
    let mut engine = engine();
    let mut expected = Vec::new();
    for (name, template) in every_sample_in_every_template() {
        let mut document = sample(name);
        document.template = template.for_document();
        let pages = engine.layout(document.shown());
        let json = cv::export_shown(document.shown()).json;
        for (kind, claims, archival, source) in [
            ("plain", "ua1", false, None),
            ("archive", "ua1 2a", true, None),
            ("data", "ua1 3a", true, Some(json.as_str())),
        ] {
            let options = Options {
                created: archival.then_some(AT),
                archival,
                source,
                ..Options::default()
            };
            let file = pdf::write(&pages, &fonts(), &options).expect("can be written");
            let name = format!("{name}-{}-{kind}.pdf", template.name);
            files.add(&name, &file);
            expected.push((name, claims, document.language, hyphens(&pages)));
        }
    }
    let Some(looks) = files.seen_by("structure.py") else {
        return;
    };
    let mut divided = 0;
    for (name, claims, language, hyphens) in expected {
        let look = &looks[&name];
        let complaints = array(look, "complaints");
        assert!(complaints.is_empty(), "{name}: {complaints:#?}");
        let said: Vec<&str> = array(look, "claims")
            .iter()
            .flat_map(Value::as_str)
            .collect();
        assert_eq!(said.join(" "), claims, "{name}");
        assert_eq!(look["language"], language.tag(), "{name}");
        let tags = look["tags"].as_str().expect("is a text");
        assert!(tags.starts_with("Document"), "{name}: {tags}");
        assert_eq!(look["hyphens"], hyphens, "{name}");
        divided += hyphens;
    }
    assert!(divided > 0, "words that are not divided show nothing");
}

/// How many words lines divide.
fn hyphens(pages: &Pages) -> usize {
    let rows = pages.pages.iter().flat_map(|page| &page.rows);
    let lines = rows.flat_map(|placed| {
        let cells = placed.row.cells.iter();
        cells.flat_map(|cell| placed.lines(cell).map(|(_, line)| line))
    });
    let runs = lines.flat_map(|line| &line.runs);
    runs.filter(|run| run.hyphen).count()
}

/// All of the main column, over all pages, and then the side.
#[test]
fn the_tree_reads_one_column_after_the_other() {
    let files = Files::new("columns");
    let mut document = sample("02-complete-fixture.jsonresume");
    document.template = typeset::template::named("celsius")
        .expect("is there")
        .for_document();
    let pages = engine().layout(document.shown());
    assert!(pages.pages.len() > 1, "one page shows nothing");
    let file = pdf::write(&pages, &fonts(), &Options::default()).expect("can be written");
    files.add("columns.pdf", &file);
    let Some(looks) = files.seen_by("structure.py") else {
        return;
    };
    let look = &looks["columns.pdf"];
    let mut numbers: Vec<u64> = array(look, "pages")
        .iter()
        .flat_map(Value::as_u64)
        .collect();
    numbers.dedup();
    // The header and the main column to their end, then back to the side.
    assert!(numbers.starts_with(&[0, 1]), "{numbers:?}");
    assert_eq!(
        numbers.iter().filter(|page| **page == 0).count(),
        2,
        "{numbers:?}"
    );
}

/// Who listens hears names in their own language, and all else in the document's.
#[test]
fn words_in_another_writing_say_their_language() {
    let files = Files::new("languages");
    let mut document = blank(Language::Swedish);
    let set = |document: &mut cv::Document, field, text: &str| {
        let fields = &mut document.basics.fields;
        fields.insert(field, cv::Value::Text(text.into()));
    };
    set(&mut document, Field::Name, "Åsa Παπαδοπούλου");
    set(
        &mut document,
        Field::Label,
        "Tolk i Київ, ירושלים och 東京タワー",
    );
    let pages = engine().layout(document.shown());
    let options = Options {
        created: Some(AT),
        archival: true,
        ..Options::default()
    };
    let file = pdf::write(&pages, &fonts(), &options).expect("can be written");
    files.add("languages.pdf", &file);
    let Some(looks) = files.seen_by("structure.py") else {
        return;
    };
    let look = &looks["languages.pdf"];
    assert!(array(look, "complaints").is_empty(), "{look:#?}");
    assert_eq!(look["languages"], "el ru he ja");
}

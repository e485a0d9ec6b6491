//! Sections that a new CV does not have, and jobs with one employer.

use cv::schema::SET;
use cv::{
    DateForm, Document, Field, Id, Inline, Item, Language, Line, RichText, Section, SectionKind,
    Value, When,
};
use typeset::pages::Role;
use typeset::{Pages, template};

use crate::documents::{Place, blank, engine, populated};
use crate::linne::everything;
use crate::pages::lawful;

/// The rows of all pages in reading order: role and text of each cell that has words.
fn cells(pages: &Pages) -> Vec<(Role, String)> {
    let cells = pages.reading().flat_map(|placed| &placed.row.cells);
    cells
        .map(|cell| (cell.role, cell.text.trim().to_owned()))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

fn text(pages: &Pages) -> String {
    cells(pages)
        .into_iter()
        .map(|(_, text)| text + "\n")
        .collect()
}

#[test]
fn every_template_prints_every_field_of_every_section() {
    let (mut document, marks) = populated();
    let mut engine = engine();
    for template in template::ALL {
        document.template = template.for_document();
        let pages = engine.layout(document.shown());
        lawful(&pages).unwrap_or_else(|what| panic!("{}: {what}", template.name));
        let printed = everything(&pages);
        let lost: Vec<_> = marks
            .iter()
            .filter(|(place, mark)| {
                *place != Place::Basics(Field::Image) && !printed.contains(mark)
            })
            .collect();
        assert!(lost.is_empty(), "{}: {lost:?}", template.name);
    }
}

#[test]
fn headings_follow_the_language_until_the_owner_has_one() {
    let mut engine = engine();
    let mut document = blank(Language::Swedish);
    let mut section = Section::new(Id(900), SectionKind::CustomText);
    let mut item = Item::new(Id(901));
    item.fields
        .insert(Field::Summary, Value::Rich(RichText::plain("En text.")));
    section.items.push(item);
    document.sections.push(section);
    assert!(text(&engine.layout(document.shown())).contains("Övrigt"));
    document.language = Language::Finnish;
    assert!(text(&engine.layout(document.shown())).contains("Muut tiedot"));
    let last = document.sections.len() - 1;
    document.sections[last].heading = Some("Min väg hit".into());
    let pages = text(&engine.layout(document.shown()));
    assert!(pages.contains("Min väg hit") && !pages.contains("Muut tiedot"));
}

#[test]
fn a_licence_is_told_in_the_documents_language() {
    let classes = ["B", "BE", "ykb", "truck", "B med kod 96"];
    let mut document = blank(Language::Swedish);
    let mut item = Item::new(Id(901));
    let lines = classes.iter().zip(1_000..).map(|(class, id)| Line {
        id: Id(id),
        text: Inline::plain(*class),
    });
    item.fields
        .insert(Field::Classes, Value::Lines(lines.collect()));
    let mut section = Section::new(Id(900), SectionKind::DrivingLicence);
    section.items.push(item);
    document.sections.push(section);
    let mut engine = engine();
    let swedish = text(&engine.layout(document.shown()));
    assert_eq!(swedish, "Körkort\nB, BE, YKB, truckkort, B med kod 96\n");
    document.language = Language::English;
    let english = text(&engine.layout(document.shown()));
    assert!(english.contains("B, BE, driver CPC, forklift licence, B med kod 96"));
}

/// Three jobs: two with one employer, one with another. `same` says which items
/// have the flag.
fn jobs(same: [bool; 3]) -> Document {
    let mut document = blank(Language::English);
    document.design.dates = Some(DateForm::Years);
    let work = document
        .sections
        .iter_mut()
        .find(|s| s.kind == SectionKind::Work)
        .expect("is there");
    let jobs = [
        ("Head of department", "Acme", "2020", true),
        ("Engineer", "Acme", "2014", false),
        ("Trainee", "Other Works", "2012", false),
    ];
    for ((position, name, start, described), (id, same)) in
        jobs.into_iter().zip((800..).step_by(10).zip(same))
    {
        let mut item = Item::new(Id(id));
        let mut put = |field, text: &str| {
            item.fields.insert(field, Value::Text(text.to_owned()));
        };
        put(Field::Position, position);
        put(Field::Name, name);
        put(Field::Location, if id == 810 { "Luleå" } else { "Umeå" });
        if described {
            put(Field::Description, "Makes everything");
            put(Field::Url, "https://acme.example");
        }
        if same {
            put(Field::SameEmployer, SET);
        }
        let start = When::Date(start.parse().expect("a date"));
        item.fields.insert(Field::StartDate, Value::When(start));
        let lines = Value::Lines(vec![Line {
            id: Id(id + 1),
            text: Inline::plain(format!("What a {position} does")),
        }]);
        item.fields.insert(Field::Highlights, lines);
        work.items.push(item);
    }
    document
}

#[test]
fn roles_stand_under_one_employer() {
    let document = jobs([false, true, false]);
    let pages = engine().layout(document.shown());
    let heads: Vec<_> = cells(&pages)
        .into_iter()
        .filter(|(role, _)| matches!(role, Role::Heading(3 | 4)))
        .collect();
    assert_eq!(
        heads,
        [
            (Role::Heading(3), "Acme".to_owned()),
            (Role::Heading(4), "Head of department".to_owned()),
            (Role::Heading(4), "Engineer".to_owned()),
            (Role::Heading(3), "Trainee".to_owned()),
        ]
    );
    let text = text(&pages);
    assert_eq!(text.matches("Acme").count(), 1);
    for once in [
        "Makes everything",
        "Luleå",
        "2020",
        "2014",
        "What a Engineer does",
    ] {
        assert_eq!(text.matches(once).count(), 1, "{once}");
    }
    lawful(&pages).expect("lawful");
}

#[test]
fn every_template_sets_roles_under_one_employer() {
    let mut engine = engine();
    let mut document = jobs([false, true, false]);
    for template in template::ALL {
        document.template = template.for_document();
        let pages = engine.layout(document.shown());
        lawful(&pages).unwrap_or_else(|what| panic!("{}: {what}", template.name));
        let text = text(&pages);
        assert_eq!(text.matches("Acme").count(), 1, "{}", template.name);
        let at = |word: &str| text.find(word).unwrap_or_else(|| panic!("{word}"));
        assert!(at("Acme") < at("Head of department"), "{}", template.name);
        assert!(
            at("Head of department") < at("Engineer"),
            "{}",
            template.name
        );
    }
}

/// Without the flag, with another employer, or with more to tell of it, each job
/// stands by itself, to the same lines as ever.
#[test]
fn other_jobs_stand_by_themselves() {
    let mut engine = engine();
    let usual = engine.layout(jobs([false; 3]).shown());
    assert_eq!(text(&usual).matches("Acme").count(), 2);
    // The first has nothing above, the third another employer.
    assert_eq!(engine.layout(jobs([true, false, true]).shown()), usual);

    let mut told = jobs([false, true, false]);
    let work = told
        .sections
        .iter_mut()
        .find(|s| s.kind == SectionKind::Work)
        .expect("is there");
    let description = Value::Text("A branch".into());
    work.items[1].fields.insert(Field::Description, description);
    let told = text(&engine.layout(told.shown()));
    assert_eq!(told.matches("Acme").count(), 2);
    assert!(told.contains("A branch"));
}

/// Who hides the first takes its employer along, and the next says it.
#[test]
fn an_employer_does_not_go_with_a_hidden_job() {
    let mut document = jobs([false, true, false]);
    let work = document
        .sections
        .iter_mut()
        .find(|s| s.kind == SectionKind::Work)
        .expect("is there");
    work.items[0].hidden = true;
    let text = text(&engine().layout(document.shown()));
    assert_eq!(text.matches("Acme").count(), 1);
    assert!(!text.contains("Head of department"));
}

/// Each job stands whole in files that programs read.
#[cfg(feature = "exports")]
#[test]
fn files_tell_the_employer_of_each_role() {
    let document = jobs([false, true, false]);
    // Those that are for readers say it once, above them.
    let programs = |name: &str| !matches!(name, "docx" | "html");
    for format in typeset::exports::ALL.iter().filter(|f| programs(f.name)) {
        let file = format.write(document.shown(), None);
        let text = String::from_utf8(file).expect("text");
        assert!(text.matches("Acme").count() >= 2, "{}", format.name);
    }
}

#[cfg(feature = "readback")]
#[test]
fn readers_find_every_fact_of_every_section() {
    use typeset::pdf::{self, Options};
    use typeset::readback::{Found, compare, facts};

    let mut engine = engine();
    for mut document in [populated().0, jobs([false, true, false])] {
        for template in template::ALL {
            document.template = template.for_document();
            let pages = engine.layout(document.shown());
            let options = Options::default();
            let file = pdf::write(&pages, &crate::documents::fonts(), &options);
            let file = file.expect("can be written");
            let raw = ["-raw", "-", "-"];
            let Some(text) = crate::pdf::poppler("pdftotext", &raw, &file) else {
                return;
            };
            let lost: Vec<_> = compare(&facts(document.shown()), &text)
                .into_iter()
                .filter(|outcome| outcome.found == Found::Lost)
                .map(|outcome| outcome.fact.text)
                .collect();
            assert!(lost.is_empty(), "{}: {lost:?}", template.name);
        }
    }
}

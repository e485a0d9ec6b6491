//! Personal details: on the pages and in every file where they were brought, and in
//! none where they were not.

use std::collections::BTreeMap;

use cv::{DateForm, Details, Document, Edit, Id, Language, PersonalField, Redaction, export_shown};
use typeset::html::{Links, page};
use typeset::{Engine, template, text};

use crate::documents::{engine, populated, sample};

const VALUES: [(PersonalField, &str); 6] = [
    (PersonalField::Nationality, "Svea medborgarskap"),
    (PersonalField::Gender, "Könsuppgiften"),
    (PersonalField::BirthDate, "1987-05-04"),
    (PersonalField::BirthPlace, "Födelsebyn"),
    (PersonalField::CivilStatus, "Civilståndet <b>"),
    (PersonalField::Salary, "40 017 kronor"),
];

/// The values by the references that a document holds, and others that none holds.
fn values() -> BTreeMap<Id, String> {
    let values = VALUES.map(|(field, value)| (reference(field), value.to_owned()));
    let stray = [(Id(1), "Herrelös".to_owned())];
    values.into_iter().chain(stray).collect()
}

fn reference(field: PersonalField) -> Id {
    Id(9000 + field as u64)
}

/// A document that shows some details.
fn showing(mut document: Document, fields: &[PersonalField]) -> Document {
    for field in fields {
        let edit = Edit::SetPersonal {
            field: *field,
            reference: Some(reference(*field)),
        };
        cv::apply(&mut document, &edit).expect("it fits");
    }
    document
}

/// All that is made of a document, each by its name.
fn made(engine: &mut Engine, document: &Document, details: &Details) -> Vec<(String, String)> {
    let shown = document.shown().with(details);
    let pages = engine.layout(shown);
    let mut all = vec![
        ("pages".to_owned(), text::write(&pages)),
        ("HTML".to_owned(), page(shown, &Links::default()).html),
        ("JSON".to_owned(), export_shown(shown).json),
    ];
    #[cfg(feature = "exports")]
    for name in ["html", "markdown", "text", "json-resume", "docx"] {
        let format = typeset::exports::named(name).expect("is there");
        let file = format.write(shown, None);
        let text = match name {
            "docx" => crate::exports::part(&file, "word/document.xml"),
            _ => String::from_utf8(file).expect("is UTF-8"),
        };
        all.push((name.to_owned(), text));
    }
    for (_, text) in &mut all {
        *text = text.replace('\u{a0}', " ");
    }
    all
}

/// The same without the marks in it.
fn plain(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("\\<", "<");
    text.replace("&amp;", "&").replace("&nbsp;", " ")
}

#[test]
fn a_detail_that_is_shown_is_on_the_pages_and_in_every_file() {
    let mut engine = engine();
    let document = showing(sample("svensk.jsonresume"), &PersonalField::ALL);
    for look in template::ALL {
        let mut document = document.clone();
        document.template = look.for_document();
        let details = Details::of(&document, &values());
        for (name, text) in made(&mut engine, &document, &details) {
            let text = plain(&text);
            for (field, value) in VALUES {
                let value = match field {
                    PersonalField::BirthDate if !name.to_lowercase().contains("json") => {
                        "4 maj 1987"
                    }
                    _ => value.trim_end_matches(" <b>"),
                };
                assert!(
                    text.contains(value),
                    "{}, {name}: {value}\n{text}",
                    look.name
                );
            }
            assert!(!text.contains("Herrelös"), "{name}");
        }
        let pages = engine.layout(document.shown().with(&details));
        let rows = pages.reading().filter(|placed| placed.start == 0);
        let cells: Vec<&str> = rows
            .flat_map(|placed| &placed.row.cells)
            .filter(|cell| !cell.role.is_mark())
            .map(|cell| cell.text.as_str())
            .collect();
        let all = cells.join("\n").replace('\u{a0}', " ");
        assert!(all.contains("Löneanspråk: 40 017 kronor"), "{all}");
    }
    // Nothing in a value is markup.
    let details = Details::of(&document, &values());
    let html = page(document.shown().with(&details), &Links::default()).html;
    assert!(html.contains("Civilståndet &lt;b&gt;"), "{html}");
}

#[test]
fn a_detail_that_is_not_shown_is_nowhere() {
    let mut engine = engine();
    let all = showing(populated().0, &PersonalField::ALL);
    let bare = populated().0;
    let nothing = Details::default();
    // One that its document does not name, one whose value is gone, and one that its
    // owner keeps from others.
    let usual = Redaction::usual();
    let redacted = Details::of(&all, &values()).redacted(&usual);
    let gone = Details::of(&all, &BTreeMap::from([(Id(1), "Herrelös".to_owned())]));
    let unnamed = Details::of(&bare, &values());
    let expected = made(&mut engine, &bare, &nothing);
    for details in [&nothing, &redacted, &gone, &unnamed] {
        assert!(details.is_empty(), "{details:?}");
        assert_eq!(made(&mut engine, &all, details), expected);
    }
    let mut one = Redaction::none();
    one.show_detail(PersonalField::Gender);
    let one = Details::of(&all, &values()).redacted(&one);
    for (name, text) in made(&mut engine, &all, &one) {
        assert!(text.contains("Könsuppgiften"), "{name}");
        for (field, value) in VALUES {
            let value = value.trim_end_matches(" <b>");
            let hidden = field == PersonalField::Gender || !text.contains(value);
            assert!(hidden, "{name}: {value}");
        }
    }
}

/// A document with nothing to show of them is set as before there were any.
#[test]
fn a_document_without_values_is_set_as_before() {
    let mut engine = engine();
    let document = populated().0;
    let named = showing(populated().0, &PersonalField::ALL);
    let before = engine.layout(document.shown());
    assert_eq!(engine.layout(named.shown()), before);
    let nothing = Details::default();
    assert_eq!(engine.layout(named.shown().with(&nothing)), before);
}

#[test]
fn labels_and_dates_are_in_the_documents_language_and_form() {
    let mut engine = engine();
    let fields = [PersonalField::BirthDate, PersonalField::Nationality];
    let mut document = showing(sample("svensk.jsonresume"), &fields);
    let mut written = |document: &Document| {
        let details = Details::of(document, &values());
        let pages = engine.layout(document.shown().with(&details));
        text::write(&pages).replace('\u{a0}', " ")
    };
    assert!(written(&document).contains("Född: 4 maj 1987"));
    document.language = Language::English;
    document.design.dates = Some(DateForm::Iso);
    assert!(written(&document).contains("Date of birth: 1987-05-04"));
    document.language = Language::German;
    let text = written(&document);
    assert!(
        text.contains("Staatsangehörigkeit: Svea medborgarskap"),
        "{text}"
    );
    // What is no date stays as it was written.
    let mut details = Details::default();
    details.set(PersonalField::BirthDate, "våren 1987");
    let pages = engine.layout(document.shown().with(&details));
    assert!(text::write(&pages).contains("våren 1987"));
}

#[cfg(feature = "readback")]
#[test]
fn what_is_shown_is_a_fact_that_a_reader_should_find() {
    use typeset::readback::{Kind, facts};
    let document = showing(populated().0, &[PersonalField::Gender]);
    let details = Details::of(&document, &values());
    let facts = facts(document.shown().with(&details));
    let found = facts
        .iter()
        .find(|fact| fact.text.contains("Könsuppgiften"));
    let found = found.expect("it is a fact");
    assert_eq!((found.kind, found.place.field), (Kind::Detail, "gender"));
}

//! What is exported comes back: Europass as it was, a word processor's file as what
//! can be guessed of it; and headings in every language that pages are set in.

use cv::import::Source;
use cv::{Document, Field, Id, Imported, Item, Language, SectionKind, Value};
use typeset::exports;
use typeset::template::{self, words};

fn ids() -> impl FnMut() -> Id {
    let mut last = 0;
    move || {
        last += 1;
        Id(last)
    }
}

fn example(language: Language) -> Document {
    cv::example(language, template::default().for_document(), ids())
}

/// Writes a document in a format and reads the file.
fn back(document: &Document, ending: &str) -> Imported {
    let file = exports::ending(ending)
        .expect("a format")
        .write(document.shown(), None);
    let headings = &words::kind_of_heading;
    let template = template::default().for_document();
    cv::import_knowing(file, Language::English, template, headings, ids()).expect("can be read")
}

fn items(document: &Document, kind: SectionKind) -> Vec<&Item> {
    let sections = document.sections.iter().filter(|s| s.kind == kind);
    sections
        .flat_map(|s| &s.items)
        .filter(|i| !i.fields.is_empty())
        .collect()
}

/// A value as its words, without ids and marks.
fn said(item: &Item, field: Field) -> String {
    // Typography puts spaces that do not break.
    words_of(item, field).replace('\u{a0}', " ")
}

fn words_of(item: &Item, field: Field) -> String {
    match item.fields.get(&field) {
        None => String::new(),
        Some(Value::Text(text)) => text.clone(),
        Some(Value::When(when)) => format!("{when:?}"),
        Some(Value::Rich(rich)) => rich.text(),
        Some(Value::Lines(lines)) => {
            let lines: Vec<String> = lines.iter().map(|line| line.text.text()).collect();
            lines.join(", ")
        }
    }
}

#[test]
fn europass_comes_back_as_it_was() {
    for language in [Language::Swedish, Language::English] {
        let document = example(language);
        let imported = back(&document, "xml");
        assert_eq!(imported.source, Source::Europass);
        let read = &imported.document;
        assert_eq!(read.language, language);
        for field in [
            Field::Name,
            Field::Label,
            Field::Email,
            Field::Url,
            Field::City,
        ] {
            assert_eq!(said(&read.basics, field), said(&document.basics, field));
        }
        let same = [
            (
                SectionKind::Work,
                &[
                    Field::Position,
                    Field::Name,
                    Field::Location,
                    Field::StartDate,
                    Field::EndDate,
                    Field::Highlights,
                ][..],
            ),
            (
                SectionKind::Education,
                &[
                    Field::Institution,
                    Field::StudyType,
                    Field::Area,
                    Field::StartDate,
                    Field::EndDate,
                    Field::Score,
                    Field::Courses,
                ],
            ),
            (
                SectionKind::Skills,
                &[Field::Name, Field::Level, Field::Keywords],
            ),
            (
                SectionKind::Certificates,
                &[Field::Name, Field::Issuer, Field::Date],
            ),
            (SectionKind::Interests, &[Field::Name, Field::Keywords]),
            (
                SectionKind::Projects,
                &[
                    Field::Name,
                    Field::StartDate,
                    Field::EndDate,
                    Field::Keywords,
                    Field::Highlights,
                ],
            ),
            (
                SectionKind::Awards,
                &[Field::Title, Field::Awarder, Field::Date],
            ),
            (SectionKind::References, &[Field::Name]),
        ];
        for (kind, fields) in same {
            let (old, new) = (items(&document, kind), items(read, kind));
            let outline = |items: &[&Item]| -> Vec<String> {
                let each = items
                    .iter()
                    .flat_map(|item| fields.iter().map(|f| said(item, *f)));
                each.collect()
            };
            assert_eq!(outline(&new), outline(&old), "{language:?} {kind:?}");
        }
        let languages = |document: &Document| -> Vec<String> {
            let items = items(document, SectionKind::Languages);
            let mut names: Vec<String> = items.iter().map(|i| said(i, Field::Language)).collect();
            names.sort();
            names
        };
        assert_eq!(languages(read), languages(&document));
    }
}

#[test]
fn a_word_processors_file_is_guessed_back() {
    for language in [Language::Swedish, Language::English, Language::German] {
        let mut document = example(language);
        document.language = language;
        let imported = back(&document, "docx");
        assert_eq!(imported.source, Source::Word);
        let read = &imported.document;
        for field in [Field::Name, Field::Email] {
            assert_eq!(
                said(&read.basics, field),
                said(&document.basics, field),
                "{language:?}"
            );
        }
        for kind in [SectionKind::Work, SectionKind::Education] {
            let dates = |document: &Document| -> Vec<String> {
                let items = items(document, kind);
                items.iter().map(|i| said(i, Field::StartDate)).collect()
            };
            assert_eq!(dates(read), dates(&document), "{language:?} {kind:?}");
        }
    }
}

#[test]
fn headings_are_known_in_every_language() {
    for language in Language::ALL {
        // A letter is a document of its own, and no part of what a CV says.
        let kinds = SectionKind::ALL.into_iter();
        for kind in kinds.filter(|kind| *kind != SectionKind::Letter) {
            let heading = words::heading(*language, kind);
            let read = words::kind_of_heading(&heading.to_lowercase());
            assert!(read.is_some(), "{language:?} {heading}");
        }
    }
    assert_eq!(words::kind_of_heading("storgatan"), None);
}

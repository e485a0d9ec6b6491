//! LinkedIn's archive, Europass, word processors and plain text: what comes in of
//! each sample, and what is told of it. The files were made by other programs.

use cv::import::{Outcome, Source};
use cv::{Imported, Language, SectionKind};

use crate::support::{file, ids_from, import, lines, outline, template};

/// The whole of what somebody who opens a file learns of it.
fn told(imported: &Imported) -> String {
    assert_eq!(imported.document.check(), Ok(()));
    assert_eq!(cv::limits::document(&imported.document), Ok(()));
    assert_eq!(imported.report.more, 0);
    format!("{}---\n{}", outline(&imported.document), lines(imported))
}

fn pages(name: &str) -> Imported {
    let text = String::from_utf8(file(name)).unwrap();
    let none = |_: &str| None;
    cv::import_text(&text, Language::English, template(), &none, ids_from(0)).unwrap()
}

#[test]
fn linked_in() {
    let imported = import(file("linkedin.zip"));
    assert_eq!(imported.source, Source::LinkedIn);
    insta::assert_snapshot!(told(&imported));
    // What concerns others is not opened.
    assert!(!told(&imported).contains("SECRET-OF-OTHERS"));
}

#[test]
fn europass() {
    let imported = import(file("europass.xml"));
    assert_eq!(imported.source, Source::Europass);
    insta::assert_snapshot!(told(&imported));
    // The portal's PDF carries the same file.
    assert_eq!(import(file("europass.pdf")), imported);
}

#[test]
fn older_europass() {
    let imported = import(file("europass-passport.xml"));
    assert_eq!(imported.source, Source::Europass);
    assert_eq!(imported.document.language, Language::Swedish);
    insta::assert_snapshot!(told(&imported));
}

#[test]
fn word_of_python() {
    let imported = import(file("python-docx.docx"));
    assert_eq!(imported.source, Source::Word);
    assert_eq!(imported.document.language, Language::Swedish);
    insta::assert_snapshot!(told(&imported));
}

#[test]
fn word_of_libre_office() {
    let imported = import(file("libreoffice.docx"));
    assert!(imported.source.is_guess());
    insta::assert_snapshot!(told(&imported));
}

#[test]
fn pages_of_chromium() {
    let imported = pages("chromium-pdf.txt");
    assert_eq!(imported.source, Source::Text);
    insta::assert_snapshot!(told(&imported));
}

#[test]
fn pages_of_libre_office() {
    insta::assert_snapshot!(told(&pages("libreoffice-pdf.txt")));
}

/// A line is in the document, or there is a note of it: guessed, kept, left out.
#[test]
fn no_line_of_plain_text_is_lost_in_silence() {
    for name in ["chromium-pdf.txt", "libreoffice-pdf.txt"] {
        let told = told(&pages(name)).to_lowercase();
        let text = String::from_utf8(file(name)).unwrap().to_lowercase();
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            // Dates are dates now; of identity numbers nothing is repeated.
            let figures = word.chars().any(|c| c.is_ascii_digit());
            let month = ["jan", "feb", "mars", "aug", "nu", "pågående"].contains(&word);
            let label = ["personnummer"].contains(&word);
            assert!(
                figures || month || label || told.contains(word),
                "{name}: {word}"
            );
        }
    }
}

#[test]
fn headings_of_other_languages_are_asked_for() {
    let text = "Jan Novak\nPracovní zkušenosti\nInženýr, Firma a.s. 2019 – 2021\n";
    let asked = |line: &str| (line == "pracovní zkušenosti").then_some(SectionKind::Work);
    let read = cv::import_text(text, Language::Czech, template(), &asked, ids_from(0)).unwrap();
    insta::assert_snapshot!(told(&read), @"
    basics
        name: Jan Novak
    work
        name: Firma a.s.
        position: Inženýr
        startDate: 2019
        endDate: 2021
    ---
    Jan Novak: taken for name
    Pracovní zkušenosti: taken for work
    Pracovní zkušenosti[0].period: read as a date
    ");
}

#[test]
fn a_guess_says_what_it_took_for_what() {
    let notes = pages("chromium-pdf.txt").report.notes;
    let outcomes: Vec<Outcome> = notes.iter().map(|note| note.what.outcome()).collect();
    assert!(outcomes.contains(&Outcome::Understood));
    let paths: Vec<&str> = notes.iter().map(|note| note.path.as_str()).collect();
    assert!(paths.contains(&"ERFARENHET"), "{paths:?}");
}

/// Version 5 says of a section how it breaks over pages, and where it stands.
#[test]
fn reactive_resume_breaks_pages_where_it_did() {
    let file = r#"{
        "basics": {"name": "Ada"},
        "sections": {
            "skills": {"keepTogether": true, "startOnNewPage": false, "items": [{"name": "Rust"}]},
            "awards": {"keepTogether": false, "startOnNewPage": true, "items": [{"title": "Prize"}]}
        },
        "metadata": {"layout": {"pages": [{"main": ["awards"], "sidebar": ["skills"]}]}, "page": {"locale": "sv-SE"}}
    }"#;
    let document = import(file).document;
    assert_eq!(document.language, Language::Swedish);
    let first = &document.sections[0];
    assert_eq!(first.kind, SectionKind::Awards);
    assert!(first.paging.new_page && !first.paging.together);
    let second = &document.sections[1];
    assert!(second.paging.together && !second.paging.new_page);
}

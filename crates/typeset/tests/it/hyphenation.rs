//! Divided words: with patterns, and only with them.

use cv::{Document, Field, Language, RichText, SectionKind, Value};
use typeset::{Engine, Pages, PatternsError};

use crate::documents::{blank, engine, fonts};

/// A text that fills a line and goes on with long words.
fn german() -> Document {
    let mut document = blank(Language::German);
    let sections = document.sections.iter_mut();
    let mut summaries = sections.filter(|s| s.kind == SectionKind::Summary);
    let text = "Verantwortlich für die Arbeitsunfähigkeitsbescheinigungen und \
                Verkehrsinfrastrukturfinanzierungsgesellschaften sowie für \
                Rindfleischetikettierungsüberwachungsaufgaben der Landesregierungen \
                Donaudampfschifffahrtsgesellschaften und Kraftfahrzeugversicherungen.";
    let value = Value::Rich(RichText::plain(text));
    let summary = summaries.next().expect("is there");
    summary.items[0].fields.insert(Field::Summary, value);
    document
}

fn hyphens(pages: &Pages) -> usize {
    let cells = pages.reading().flat_map(|placed| &placed.row.cells);
    let runs = cells.flat_map(|cell| &cell.lines).flat_map(|l| &l.runs);
    runs.filter(|run| run.hyphen).count()
}

#[test]
fn long_german_nouns_are_divided() {
    let pages = engine().layout(german().shown());
    assert!(hyphens(&pages) > 0);
}

#[cfg(not(feature = "embedded"))]
#[test]
fn without_patterns_no_word_is_divided_and_with_them_what_was_set_is_set_anew() {
    let document = german();
    let mut engine = Engine::new(fonts()).expect("the fonts are good");
    assert_eq!(hyphens(&engine.layout(document.shown())), 0);
    assert_eq!(engine.needs_patterns(Language::German), Some("de.bin"));
    assert_eq!(engine.needs_patterns(Language::Japanese), None);
    let other = engine.set_patterns(Language::German, vec![1, 2, 3]);
    assert_eq!(other, Err(PatternsError::Edition("de.bin")));
    let file = include_bytes!("../../../../public/hyphenation/de.bin");
    assert_eq!(engine.set_patterns(Language::German, &file[..]), Ok(()));
    assert_eq!(engine.needs_patterns(Language::German), None);
    let pages = engine.layout(document.shown());
    assert_eq!(pages, self::engine().layout(document.shown()));
    assert!(hyphens(&pages) > 0);
}

#[cfg(feature = "embedded")]
#[test]
fn a_program_with_its_files_needs_none() {
    let document = german();
    let mut engine = Engine::new(fonts()).expect("the fonts are good");
    for language in Language::ALL {
        assert_eq!(engine.needs_patterns(*language), None);
    }
    assert!(hyphens(&engine.layout(document.shown())) > 0);
    let other = engine.set_patterns(Language::Arabic, vec![]);
    assert_eq!(other, Err(PatternsError::None));
}

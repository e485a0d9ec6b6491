//! Laws of pages, for whatever people write.

use cv::Language;
use proptest::prelude::*;
use typeset::Pages;
use typeset::pages::{Placed, Role};

use crate::documents::{SAMPLES, blank, engine, sample};
use crate::{arbitrary, documents};

fn is_heading(placed: &Placed, level: u8) -> bool {
    placed
        .row
        .cells
        .iter()
        .any(|cell| cell.role == Role::Heading(level))
}

/// What must be true of all pages. The error says what is not.
fn lawful(pages: &Pages) -> Result<(), String> {
    let area = pages.area;
    let mut before: Option<&Placed> = None;
    if pages.pages.is_empty() {
        return Err("there is no page".into());
    }
    for (number, page) in pages.pages.iter().enumerate() {
        let mut y = area.top;
        for placed in &page.rows {
            let wrong = |what: &str| Err(format!("page {number}, y {}: {what}", placed.y));
            // Each line once, in order.
            match before.filter(|before| before.end < before.row.lines) {
                Some(before) if placed.key != before.key || placed.start != before.end => {
                    return wrong("the row before is not finished");
                }
                None if placed.start != 0 => return wrong("a row starts in its middle"),
                _ => {}
            }
            if placed.start >= placed.end || placed.end > placed.row.lines {
                return wrong("no lines");
            }
            if placed.y < y - 0.02 {
                return wrong("rows overlap");
            }
            y = placed.y + placed.height();
            if y > area.bottom + 0.02 {
                return wrong("below the bottom margin");
            }
            // Two lines at least on either side of a break, where there are four.
            let part = placed.end - placed.start;
            if part != placed.row.lines && placed.row.lines >= 4 && part < 2 {
                return wrong("a line stands alone");
            }
            if part != placed.row.lines && placed.row.lines < 4 {
                return wrong("a short text is divided");
            }
            wide(placed, area.right).or_else(|what| wrong(&what))?;
            before = Some(placed);
        }
        let last = page.rows.last();
        if let (Some(last), Some(next)) = (last, pages.pages.get(number + 1)) {
            if is_heading(last, 2) && last.end == last.row.lines && !is_heading(&next.rows[0], 2) {
                return Err(format!("page {number} ends with a heading"));
            }
            // An entry's head stays with two lines of it, unless there are none.
            if is_heading(last, 3) && last.end == last.row.lines && !next.rows[0].row.begins {
                return Err(format!("page {number} ends with the head of an entry"));
            }
        }
    }
    match before {
        Some(last) if last.end != last.row.lines => Err("the last row is not finished".into()),
        _ => Ok(()),
    }
}

/// No letter stands right of its cell or the page's area.
fn wide(placed: &Placed, right: f32) -> Result<(), String> {
    for cell in &placed.row.cells {
        if placed.x + cell.x + cell.width > right + 0.02 {
            return Err("a cell is wider than the area".into());
        }
        for run in cell.lines.iter().flat_map(|line| &line.runs) {
            let mut x = run.x;
            for glyph in &run.glyphs {
                x += glyph.advance;
                let text = &cell.text[glyph.start as usize..glyph.end as usize];
                if x > cell.width + 0.1 && !text.trim().is_empty() {
                    return Err(format!(
                        "{text:?} of {:?} ends at {x} of {}",
                        cell.text, cell.width
                    ));
                }
            }
        }
    }
    Ok(())
}

#[test]
fn samples_are_lawful() {
    let mut engine = engine();
    for name in SAMPLES {
        let pages = engine.layout(sample(name).shown());
        assert_eq!(lawful(&pages), Ok(()), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_document_is_lawful(document in arbitrary::document()) {
        let pages = documents::engine().layout(document.shown());
        prop_assert_eq!(lawful(&pages), Ok(()));
    }
}

#[test]
fn a_line_more_at_the_top_never_breaks_a_law() {
    // Walks every break over every row of a long document.
    let mut engine = engine();
    let mut document = sample("16-reactive-resume-v5-sample");
    for lines in 0..60 {
        let address = cv::Value::Text(format!(
            "x{}",
            " yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy".repeat(lines * 3)
        ));
        document.basics.fields.insert(cv::Field::Address, address);
        let pages = engine.layout(document.shown());
        assert_eq!(lawful(&pages), Ok(()), "{lines} lines more");
    }
}

#[test]
fn an_empty_document_is_one_empty_page() {
    for language in [Language::Swedish, Language::English] {
        let pages = engine().layout(blank(language).shown());
        assert_eq!(pages.pages.len(), 1);
        assert!(pages.pages[0].rows.is_empty());
        assert_eq!(pages.title, "CV");
    }
}

#[test]
fn keys_are_unique_on_a_page() {
    let mut engine = engine();
    for name in SAMPLES {
        let pages = engine.layout(sample(name).shown());
        for page in &pages.pages {
            let mut keys: Vec<u64> = page
                .rows
                .iter()
                .chain(&page.furniture)
                .map(|p| p.key)
                .collect();
            let count = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), count, "{name}");
        }
    }
}

#[test]
fn characters_that_no_font_has_are_told() {
    let mut document = blank(Language::English);
    let name = cv::Value::Text("Åsa 漢字 漢 שלום Ελλ Кир".into());
    document.basics.fields.insert(cv::Field::Name, name);
    let pages = engine().layout(document.shown());
    insta::assert_snapshot!(pages.missing.iter().collect::<String>(), @"ולםש字漢");
}

#[test]
fn a_fingerprint_changes_with_the_breaks_and_only_with_them() {
    let mut engine = engine();
    let mut document = sample("svensk.jsonresume");
    let first = engine.layout(document.shown()).fingerprint();
    assert_eq!(engine.layout(document.shown()).fingerprint(), first);
    document.paper = cv::Paper::Letter;
    assert_ne!(engine.layout(document.shown()).fingerprint(), first);
}

#[test]
fn ten_thousand_characters_without_end_are_set() {
    let mut engine = engine();
    for text in arbitrary::HOSTILE.into_iter().chain(["W", "word "]) {
        let text: String = text.chars().cycle().take(10_000).collect();
        let mut document = blank(Language::English);
        let name = cv::Value::Text(text.clone());
        document.basics.fields.insert(cv::Field::Name, name.clone());
        document.basics.fields.insert(cv::Field::Phone, name);
        for section in &mut document.sections {
            section.heading = Some(text.clone());
        }
        let summary = document
            .sections
            .iter_mut()
            .find(|s| s.kind == cv::SectionKind::Summary)
            .unwrap();
        let rich = cv::RichText::plain(&text);
        if !rich.is_empty() {
            let value = cv::Value::Rich(rich);
            summary.items[0].fields.insert(cv::Field::Summary, value);
        }
        let pages = engine.layout(document.shown());
        assert_eq!(lawful(&pages), Ok(()), "{:.20}", text);
        typeset::pdf::write(&pages, &documents::fonts(), None).unwrap();
    }
}

#[test]
fn nothing_is_drawn_above_the_first_row_of_a_page() {
    let pages = engine().layout(sample("02-complete-fixture.jsonresume").shown());
    let with_rule = |placed: &&Placed| !placed.row.rules.is_empty();
    // The third page begins with a section, whose line would stand in the margin.
    let first = &pages.pages[2].rows[0];
    assert!(with_rule(&first));
    assert_eq!(first.rules().count(), 0);
    let below: Vec<&Placed> = pages.pages[2].rows[1..].iter().filter(with_rule).collect();
    assert!(!below.is_empty() && below.iter().all(|placed| placed.rules().count() == 1));
}

#[test]
fn a_date_of_one_wide_letter_stands_within_its_column() {
    let file =
        r#"{ "work": [{ "name": "Mill", "startDate": "Ö" }, { "name": "W", "startDate": "W" }] }"#;
    let imported = cv::import(
        file,
        Language::English,
        documents::template(),
        documents::ids(),
    );
    let document = imported.expect("it is JSON Resume").document;
    assert_eq!(lawful(&engine().layout(document.shown())), Ok(()));
}

//! Laws of pages, for whatever people write.

use cv::Language;
use proptest::prelude::*;
use typeset::Pages;
use typeset::pages::{Page, Placed, Role};

use crate::documents::{SAMPLES, blank, engine, every_sample_in_every_template, sample};
use crate::{arbitrary, documents};

fn is_heading(placed: &Placed, level: u8) -> bool {
    placed
        .row
        .cells
        .iter()
        .any(|cell| cell.role == Role::Heading(level))
}

/// What must be true of all pages. The error says what is not.
pub(crate) fn lawful(pages: &Pages) -> Result<(), String> {
    let area = pages.area;
    if pages.pages.is_empty() {
        return Err("there is no page".into());
    }
    let columns = pages.reading().map(|placed| placed.column).max();
    for column in 0..=columns.unwrap_or(0) {
        in_order(pages, column)?;
    }
    for (number, page) in pages.pages.iter().enumerate() {
        for placed in &page.rows {
            let wrong = |what: &str| Err(format!("page {number}, y {}: {what}", placed.y));
            if placed.start >= placed.end || placed.end > placed.row.lines {
                return wrong("no lines");
            }
            if placed.y < area.top - 0.02 || placed.y + placed.height() > area.bottom + 0.02 {
                return wrong("above the top or below the bottom margin");
            }
            wide(placed, area.left, area.right).or_else(|what| wrong(&what))?;
            if let Some(image) = &placed.row.image {
                let left = placed.x + image.x;
                let within = left > area.left - 0.02 && left + image.width < area.right + 0.02;
                if !within || image.height != placed.height() {
                    return wrong("the photo is not in its place");
                }
            }
        }
        apart(page).map_err(|what| format!("page {number}: {what}"))?;
    }
    Ok(())
}

/// Each line of a column once, in order, and no page of it ends badly.
fn in_order(pages: &Pages, column: u8) -> Result<(), String> {
    let mut before: Option<&Placed> = None;
    for (number, page) in pages.pages.iter().enumerate() {
        let rows: Vec<&Placed> = page.rows.iter().filter(|p| p.column == column).collect();
        for placed in &rows {
            let wrong = |what: &str| Err(format!("page {number}, y {}: {what}", placed.y));
            match before.filter(|before| before.end < before.row.lines) {
                Some(before) if placed.key != before.key || placed.start != before.end => {
                    return wrong("the row before is not finished");
                }
                None if placed.start != 0 => return wrong("a row starts in its middle"),
                _ => {}
            }
            // Two lines at least on either side of a break, where there are four.
            let part = placed.end - placed.start;
            if part != placed.row.lines && placed.row.lines >= 4 && part < 2 {
                return wrong("a line stands alone");
            }
            if part != placed.row.lines && placed.row.lines < 4 {
                return wrong("a short text is divided");
            }
            before = Some(placed);
        }
        let next = pages.pages.get(number + 1);
        let next = next.and_then(|page| page.rows.iter().find(|p| p.column == column));
        if let (Some(last), Some(next)) = (rows.last(), next)
            && last.end == last.row.lines
        {
            if is_heading(last, 2) && !is_heading(next, 2) {
                return Err(format!("page {number} ends with a heading"));
            }
            if is_heading(last, 3) && !next.row.begins && !is_heading(next, 2) {
                return Err(format!("page {number} ends with the head of an entry"));
            }
        }
    }
    match before {
        Some(last) if last.end != last.row.lines => Err("the last row is not finished".into()),
        _ => Ok(()),
    }
}

/// No two texts of a page stand on each other: rows side by side may share
/// lines, where their cells share no width.
fn apart(page: &Page) -> Result<(), String> {
    let mut texts: Vec<(f32, f32, f32, f32, &str)> = Vec::new();
    for placed in page.rows.iter().chain(&page.furniture) {
        if let Some(image) = &placed.row.image {
            let (left, top) = (placed.x + image.x, placed.y);
            let (right, bottom) = (left + image.width, top + image.height);
            texts.push((left, top, right, bottom, "the photo"));
        }
        for cell in placed.row.cells.iter().filter(|cell| !cell.text.is_empty()) {
            let lines = placed.lines(cell).count() as f32;
            let (left, top) = (placed.x + cell.x, placed.y);
            if cell.role.is_mark() || lines == 0.0 {
                continue;
            }
            let bottom = top + lines * placed.row.leading;
            texts.push((left, top, left + cell.width, bottom, &cell.text));
        }
    }
    for (index, a) in texts.iter().enumerate() {
        for b in &texts[index + 1..] {
            let beside = a.2 <= b.0 + 0.02 || b.2 <= a.0 + 0.02;
            let below = a.3 <= b.1 + 0.02 || b.3 <= a.1 + 0.02;
            if !beside && !below {
                return Err(format!("{:?} stands on {:?}", a.4, b.4));
            }
        }
    }
    Ok(())
}

/// No letter stands outside its cell, and no cell outside the page's area.
fn wide(placed: &Placed, left: f32, right: f32) -> Result<(), String> {
    for cell in &placed.row.cells {
        let x = placed.x + cell.x;
        if x < left - 0.02 || x + cell.width > right + 0.02 {
            return Err("a cell is wider than the area".into());
        }
        for run in cell.lines.iter().flat_map(|line| &line.runs) {
            let mut x = run.x;
            for glyph in &run.glyphs {
                let text = &cell.text[glyph.start as usize..glyph.end as usize];
                // On a page that is written from right to left, where places count
                // from the right end.
                if cell.x < 0.0 && x < -0.1 && !text.trim().is_empty() {
                    return Err(format!("{text:?} of {:?} starts at {x}", cell.text));
                }
                x += glyph.advance;
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
fn samples_are_lawful_in_every_template() {
    let mut engine = engine();
    for (name, template) in every_sample_in_every_template() {
        let mut document = sample(name);
        document.template = template.for_document();
        for (size, spacing, margins) in [(0, 0, 0), (3, 3, 3), (-3, -3, -3), (3, -3, 3)] {
            let step = |steps| cv::Step::new(steps).expect("a step");
            document.design.size = step(size);
            document.design.spacing = step(spacing);
            document.design.margins = step(margins);
            let pages = engine.layout(document.shown());
            assert_eq!(lawful(&pages), Ok(()), "{name} in {}", template.name);
        }
    }
}

#[test]
fn samples_in_other_languages_are_lawful_in_every_template() {
    let mut engine = engine();
    for (name, language) in [
        ("arabic", Language::Arabic),
        ("hebrew", Language::Hebrew),
        ("german", Language::German),
        ("japanese", Language::Japanese),
        ("chinese", Language::SimplifiedChinese),
        ("lang-svensk", Language::Swedish),
    ] {
        let mut document = sample(&format!("{name}.jsonresume"));
        assert_eq!(document.language, language);
        for template in typeset::template::ALL {
            document.template = template.for_document();
            let pages = engine.layout(document.shown());
            assert_eq!(lawful(&pages), Ok(()), "{name} in {}", template.name);
            assert_eq!(full(&pages), Ok(()), "{name} in {}", template.name);
        }
    }
}

/// Every page but the last has something on at least half of it, in the longest
/// of its columns; the first of a short header may have to leave what follows.
fn full(pages: &Pages) -> Result<(), String> {
    let height = pages.area.bottom - pages.area.top;
    let all = pages.pages.len().saturating_sub(1);
    for (number, page) in pages.pages.iter().take(all).enumerate() {
        let ends = page.rows.iter().map(|placed| placed.y + placed.height());
        let end = ends.fold(0.0, f32::max);
        // Such as a date of many lines in its narrow column: it is not torn.
        let next = pages.pages[number + 1].rows.first();
        let tall = next.is_some_and(|row| row.start == 0 && row.row.lines >= 10);
        if number > 0 && !tall && end < pages.area.top + 0.4 * height {
            return Err(format!("page {number} ends at {end}"));
        }
    }
    Ok(())
}

/// How often each letter stands on the pages.
fn letters(pages: &Pages) -> std::collections::BTreeMap<char, usize> {
    let mut letters = std::collections::BTreeMap::new();
    let cells = pages.reading().filter(|placed| placed.start == 0);
    for cell in cells.flat_map(|placed| &placed.row.cells) {
        for letter in cell.text.chars().filter(|c| c.is_alphanumeric()) {
            *letters.entry(letter).or_default() += 1;
        }
    }
    letters
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_document_is_lawful_in_any_template(
        document in arbitrary::document(),
        template in 0..typeset::template::ALL.len(),
    ) {
        let mut document = document;
        let template = &typeset::template::ALL[template];
        document.template = template.for_document();
        let mut engine = documents::engine();
        let pages = engine.layout(document.shown());
        prop_assert_eq!(lawful(&pages), Ok(()), "{}", template.name);
        // In a narrow margin what is hostile is taller than half a page, and is
        // not torn there.
        if !["rudbeck", "kovalevsky"].contains(&template.name) {
            prop_assert_eq!(full(&pages), Ok(()), "{}", template.name);
        }
        // Each word of the document is somewhere, in whatever column.
        document.template = typeset::template::default().for_document();
        let usual = engine.layout(document.shown());
        prop_assert_eq!(letters(&pages), letters(&usual), "{}", template.name);
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
    let name = cv::Value::Text("Åsa ไทย ไ 漢字 שלום Ελλ Кир".into());
    document.basics.fields.insert(cv::Field::Name, name);
    let pages = engine().layout(document.shown());
    insta::assert_snapshot!(pages.missing.iter().collect::<String>(), @"ทยไ");
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
        typeset::pdf::write(
            &pages,
            &documents::fonts(),
            &typeset::pdf::Options::default(),
        )
        .unwrap();
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

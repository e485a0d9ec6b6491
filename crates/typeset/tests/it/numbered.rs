//! Numbered lists, on pages and in files of every kind.

use cv::rich::notation::{read, write};
use cv::{Document, Field, Language, SectionKind, Value};
use typeset::exports;
use typeset::pages::Role;

use crate::documents::{blank, engine};
use crate::exports::part;

/// A profile with this text.
fn profile(notation: &str) -> Document {
    let mut document = blank(Language::English);
    let summary = document
        .sections
        .iter_mut()
        .find(|section| section.kind == SectionKind::Summary);
    let item = &mut summary.expect("is usual").items[0];
    item.fields
        .insert(Field::Summary, Value::Rich(read(notation)));
    document
}

fn file(name: &str, document: &Document) -> Vec<u8> {
    let format = exports::named(name).expect("is there");
    format.write(document.shown(), None)
}

fn text_of(name: &str, document: &Document) -> String {
    String::from_utf8(file(name, document)).expect("is UTF-8")
}

const TWO_LISTS: &str = "First:\n1. **one**\n2. two\n- bullet\n1. three\n\nSecond:\n1. four";

#[test]
fn pages_count_each_list_from_one_and_hang_its_numbers() {
    let mut long = String::from("- bullet");
    for number in 1..=10 {
        long.push_str(&format!("\n{number}. item"));
    }
    let pages = engine().layout(profile(&long).shown());
    let cells = |role| {
        let rows = pages.pages.iter().flat_map(|page| &page.rows);
        let cells = rows.flat_map(|placed| &placed.row.cells);
        cells.filter(move |cell| cell.role == role)
    };
    let numbers: Vec<&str> = cells(Role::Number).map(|cell| cell.text.trim()).collect();
    let counted: Vec<String> = (1..=10).map(|number| format!("{number}.")).collect();
    assert_eq!(numbers, counted);
    // All texts of a list start at one place, to the right of the widest number.
    let texts: Vec<f32> = cells(Role::Item).map(|cell| cell.x).collect();
    assert!(texts[1..].iter().all(|x| *x == texts[1]), "{texts:?}");
    for cell in cells(Role::Number) {
        let glyphs = cell.lines.iter().flat_map(|line| &line.runs);
        let glyphs = glyphs.flat_map(|run| &run.glyphs);
        let figures: f32 = glyphs
            .filter(|glyph| cell.text.as_bytes()[glyph.start as usize] != b' ')
            .map(|glyph| glyph.advance)
            .sum();
        assert!(
            cell.lines.len() == 1 && cell.x + figures < texts[1],
            "{figures}"
        );
    }
    let text = typeset::text::write(&engine().layout(profile(TWO_LISTS).shown()));
    let wanted = "First:\n1. one\n2. two\n- bullet\n1. three\nSecond:\n1. four\n";
    assert!(text.ends_with(wanted), "{text}");
}

#[test]
fn every_file_has_them_as_its_format_does() {
    let document = profile(TWO_LISTS);
    let markdown = text_of("markdown", &document);
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(&markdown));
    let lists = "<ol>\n<li><strong>one</strong></li>\n<li>two</li>\n</ol>";
    assert!(html.contains(lists), "{html}");
    assert_eq!(html.matches("<ol>").count(), 3);
    assert_eq!(html.matches("<ul>").count(), 1);

    let text = text_of("text", &document);
    assert!(
        text.contains("1. one\n2. two\n- bullet\n1. three\n"),
        "{text}"
    );

    let html = text_of("html", &document);
    assert_eq!(html.matches("<ol>").count(), 3);
    assert!(
        html.contains("<li dir=\"auto\">two</li>\n</ol>\n<ul>"),
        "{html}"
    );

    let json = text_of("json-resume", &document);
    let again = cv::import(
        &json,
        Language::English,
        crate::documents::template(),
        crate::documents::ids(),
    );
    let again = again.expect("is ours").document;
    let summary = again.items().find_map(|item| item.rich(Field::Summary));
    assert_eq!(write(summary.expect("is there")), TWO_LISTS);

    let docx = file("docx", &document);
    let main = part(&docx, "word/document.xml");
    for list in [3, 4, 5] {
        let wanted = format!("<w:numId w:val=\"{list}\"/>");
        assert!(main.contains(&wanted), "{main}");
    }
    assert!(!main.contains("<w:numId w:val=\"6\"/>"));
    let numbering = part(&docx, "word/numbering.xml");
    let numbering = roxmltree::Document::parse(&numbering).expect("is well-formed");
    let starts = numbering
        .descendants()
        .filter(|node| node.tag_name().name() == "startOverride");
    assert_eq!(starts.count(), 3);
}

#[test]
fn europass_has_them_as_its_html() {
    let mut document = cv::example(
        Language::English,
        typeset::template::default().for_document(),
        crate::documents::ids(),
    );
    let work = document.sections.iter_mut();
    let work = work.filter(|s| s.kind == SectionKind::Work);
    let item = work.flat_map(|s| &mut s.items).next().expect("has a job");
    item.fields.remove(&Field::Highlights);
    let rich = read("Did:\n1. one\n2. two");
    item.fields.insert(Field::Summary, Value::Rich(rich));
    let xml = text_of("europass", &document);
    assert!(xml.contains("&lt;ol&gt;&lt;li&gt;one&lt;/li&gt;"), "{xml}");
}

#[test]
fn a_pdf_has_a_list_with_labels() {
    let pages = engine().layout(profile("1. one\n2. two\n- three").shown());
    let pdf = typeset::pdf::write(&pages, &crate::documents::fonts(), &Default::default());
    let Some(tree) =
        crate::pdf::poppler("pdfinfo", &["-struct-text", "-"], &pdf.expect("is written"))
    else {
        return;
    };
    let words: Vec<&str> = tree.split_whitespace().collect();
    let tree = words.join(" ");
    assert!(tree.contains("/ListNumbering /Decimal"), "{tree}");
    assert!(tree.contains("\"1.") && tree.contains("\"2."), "{tree}");
    assert!(tree.contains("/ListNumbering /Disc"), "{tree}");
}

//! Files of other kinds, read back by libraries that nobody here wrote.

mod card;
mod europass;
mod markdown;
mod photo;

use std::io::{Cursor, Read as _};

use cv::{Document, Field, Paper, SectionKind};
use proptest::prelude::*;
use typeset::exports::{self, ALL};
use typeset::pages::Pages;

use crate::arbitrary;
use crate::documents::{SAMPLES, engine, every_sample_in_every_template, populated, sample};

fn file(name: &str, document: &Document) -> Vec<u8> {
    let format = exports::named(name).expect("is there");
    format.write(document.shown(), None)
}

fn text_of(name: &str, document: &Document) -> String {
    String::from_utf8(file(name, document)).expect("is UTF-8")
}

/// The letters and digits of a text, in words.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|w| !w.is_empty()).map(String::from).collect()
}

/// What pages say, bullets left out.
fn said(pages: &Pages) -> Vec<String> {
    let cells = pages
        .reading()
        .filter(|placed| placed.start == 0)
        .flat_map(|placed| &placed.row.cells)
        .filter(|cell| !cell.role.is_mark());
    let text: Vec<&str> = cells.map(|cell| cell.text.as_str()).collect();
    words(&text.join(" "))
}

pub(crate) fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("is a ZIP");
    let mut part = archive.by_name(name).expect("is there");
    let mut text = String::new();
    part.read_to_string(&mut text).expect("is whole");
    text
}

pub(crate) fn parts(docx: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(Cursor::new(docx)).expect("is a ZIP");
    archive
        .file_names()
        .map(|name| name.expect("is UTF-8").into_owned())
        .collect()
}

/// The text of a DOCX, a line for each paragraph.
fn docx_text(docx: &[u8]) -> String {
    let xml = part(docx, "word/document.xml");
    let xml = roxmltree::Document::parse(&xml).expect("is well-formed");
    let mut out = String::new();
    for node in xml.descendants() {
        match node.tag_name().name() {
            "p" => out.push('\n'),
            "tab" | "br" if node.parent().is_some_and(|p| p.tag_name().name() == "r") => {
                out.push(' ');
            }
            "t" => out.push_str(node.text().unwrap_or_default()),
            _ => {}
        }
    }
    out
}

fn markdown_text(markdown: &str) -> String {
    use pulldown_cmark::{Event, Parser};
    let mut out = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) => out.push_str(&text),
            Event::End(pulldown_cmark::TagEnd::Strong | pulldown_cmark::TagEnd::Emphasis) => {}
            Event::End(pulldown_cmark::TagEnd::Link) | Event::Start(_) => {}
            _ => out.push(' '),
        }
    }
    out
}

#[test]
fn every_format_says_what_the_pages_say_in_their_order() {
    let mut engine = engine();
    for name in SAMPLES {
        let document = sample(name);
        let expected = said(&engine.layout(document.shown()));
        let docx = docx_text(&file("docx", &document));
        assert_eq!(words(&docx), expected, "{name} as DOCX");
        let markdown = markdown_text(&text_of("markdown", &document));
        assert_eq!(words(&markdown), expected, "{name} as Markdown");
    }
}

#[test]
fn plain_text_is_that_of_the_pages() {
    let mut engine = engine();
    for name in SAMPLES {
        let document = sample(name);
        let pages = typeset::text::write(&engine.layout(document.shown()));
        let text = text_of("text", &document);
        assert_eq!(words(&text), words(&pages), "{name}");
    }
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let mut document = sample("02-complete-fixture.jsonresume");
    document.template = typeset::template::named("celsius")
        .expect("is there")
        .for_document();
    for text in [
        text_of("text", &document),
        text_of("markdown", &document),
        docx_text(&file("docx", &document)),
    ] {
        let at = |word: &str| text.find(word).unwrap_or_else(|| panic!("{word}: {text}"));
        let order = [
            at("Jane Developer"),
            at("jane.developer@"),
            at("Experience"),
            at("References"),
            at("Skills"),
            at("Interests"),
        ];
        assert!(order.is_sorted(), "{order:?}");
    }
}

#[test]
fn every_file_is_sound_and_the_same_each_time() {
    for (name, template) in every_sample_in_every_template() {
        let mut document = sample(name);
        document.template = template.for_document();
        for format in ALL {
            let first = format.write(document.shown(), None);
            // A document without a word has none in plain formats either.
            let silent = name.starts_with("06-empty") && format.mime.starts_with("text/");
            assert!(silent || !first.is_empty(), "{name} as {}", format.name);
            assert!(
                first == format.write(document.shown(), None),
                "{}",
                format.name
            );
        }
        sound(&document);
    }
}

/// What can be parsed is.
fn sound(document: &Document) {
    let docx = file("docx", document);
    for name in parts(&docx) {
        let text = part(&docx, &name);
        roxmltree::Document::parse(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
    let europass = text_of("europass", document);
    roxmltree::Document::parse(&europass).unwrap_or_else(|e| panic!("{e}: {europass}"));
}

#[test]
fn a_docx_has_real_styles_links_and_properties() {
    let mut document = sample("svensk.jsonresume");
    let docx = file("docx", &document);
    let main = part(&docx, "word/document.xml");
    for style in ["Title", "Subtitle", "Heading1", "Heading2", "ListBullet"] {
        assert!(
            main.contains(&format!("<w:pStyle w:val=\"{style}\"/>")),
            "{style}"
        );
    }
    let styles = part(&docx, "word/styles.xml");
    for name in [
        "Title",
        "heading 1",
        "heading 2",
        "heading 3",
        "List Bullet",
    ] {
        assert!(
            styles.contains(&format!("<w:name w:val=\"{name}\"/>")),
            "{name}"
        );
    }
    assert!(styles.contains("<w:lang w:val=\"sv-SE\""));
    assert!(styles.contains("1D5561"), "the accent colour");
    // A4 in twentieths of a point.
    assert!(
        main.contains("<w:pgSz w:w=\"11905\" w:h=\"16837\"/>"),
        "{main}"
    );
    let core = part(&docx, "docProps/core.xml");
    assert!(core.contains("<dc:title>CV – Ingrid Åkerström Lindqvist</dc:title>"));
    assert!(core.contains("<dc:creator>Ingrid Åkerström Lindqvist</dc:creator>"));
    assert!(core.contains("<dc:language>sv</dc:language>"));
    let relations = part(&docx, "word/_rels/document.xml.rels");
    for target in [
        "mailto:ingrid.akerstrom@example.se",
        "https://regionsormland.se",
    ] {
        assert!(
            relations.contains(&format!("Target=\"{target}\"")),
            "{relations}"
        );
    }
    document.paper = Paper::Letter;
    document.design.accent = Some(cv::Color::new(0x6a_3d_6e));
    let docx = file("docx", &document);
    let main = part(&docx, "word/document.xml");
    assert!(main.contains("<w:pgSz w:w=\"12240\" w:h=\"15840\"/>"));
    assert!(part(&docx, "word/styles.xml").contains("6A3D6E"));
}

#[test]
fn a_web_page_alone_fetches_nothing() {
    let mut document = sample("svensk.jsonresume");
    for template in typeset::template::ALL {
        document.template = template.for_document();
        let html = text_of("html", &document);
        for address in ["url(", "@font-face", "<link", "src=", "<script", "@import"] {
            assert!(!html.contains(address), "{address} in {}", template.name);
        }
    }
}

/// What has no place of its own stands in sections of one's own: every field but
/// the image is somewhere, and those of addresses where there is one for them.
#[test]
fn every_field_is_in_every_format() {
    let (document, marks) = populated();
    let all: Vec<(&str, String)> = ALL
        .iter()
        .map(|format| match format.name {
            "docx" => (
                format.name,
                docx_text(&file("docx", &document))
                    + &part(&file("docx", &document), "word/_rels/document.xml.rels"),
            ),
            name => (name, text_of(name, &document)),
        })
        .collect();
    for (name, text) in &all {
        let lost: Vec<_> = marks
            .iter()
            .filter(|(place, mark)| {
                let image = *place == crate::documents::Place::Basics(Field::Image);
                !image && !text.contains(mark.as_str())
            })
            .collect();
        // Europass has one heading for what has a place, and no doubtful numbers.
        let lost: Vec<_> = lost
            .into_iter()
            .filter(|(place, _)| *name != "europass" || !without_place_in_europass(*place))
            .collect();
        assert!(lost.is_empty(), "{name}: {lost:?}");
    }
}

fn without_place_in_europass(place: crate::documents::Place) -> bool {
    use crate::documents::Place;
    let kind = |at: usize| SectionKind::ALL[at];
    match place {
        Place::Basics(field) => field == Field::Phone,
        Place::Heading(at) => matches!(
            kind(at),
            SectionKind::Profiles
                | SectionKind::Summary
                | SectionKind::Work
                | SectionKind::Education
                | SectionKind::Languages
        ),
        Place::Item(at, _) => kind(at) == SectionKind::Profiles,
    }
}

#[test]
fn names_and_endings_are_each_of_one_format() {
    for format in ALL {
        let found = exports::ending(&format.extension.to_uppercase()).expect("is there");
        assert_eq!(found.name, format.name);
        assert_eq!(
            exports::named(format.name).expect("is there").mime,
            format.mime
        );
    }
    assert!(exports::ending("pdf").is_none() && exports::named("").is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn any_document_becomes_sound_files(document in arbitrary::document()) {
        sound(&document);
        let expected = words(&text_without_targets(&document));
        let markdown = markdown_text(&text_of("markdown", &document));
        prop_assert_eq!(words(&markdown), expected);
    }
}

/// The words of a document as its DOCX has them, which shows no targets.
fn text_without_targets(document: &Document) -> String {
    docx_text(&file("docx", document))
}

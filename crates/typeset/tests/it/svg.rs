//! SVG: nothing that a person wrote is markup.

use cv::{Document, Field, Language, Value};
use typeset::Pages;
use typeset::svg::{self, Audience};

use crate::arbitrary::HOSTILE;
use crate::documents::{SAMPLES, blank, engine, fonts, sample};

/// Element names in the order in which they occur, each once.
fn elements(svg: &str) -> Vec<&str> {
    let mut names: Vec<&str> = svg
        .split('<')
        .skip(1)
        .map(|tag| {
            tag.split([' ', '>', '/'])
                .find(|name| !name.is_empty())
                .expect("has a name")
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The rows as the preview has them.
fn edited(pages: &Pages) -> String {
    let mut out = String::new();
    let rows = pages.pages.iter().flat_map(|page| &page.rows);
    rows.for_each(|placed| svg::row(&mut out, placed, Audience::Editor, None));
    out
}

fn hostile() -> Document {
    let mut document = blank(Language::English);
    for (field, _) in cv::schema::BASICS {
        document
            .basics
            .fields
            .insert(*field, Value::Text(HOSTILE.join(" ")));
    }
    let url = Value::Text("https://example.se/\"><script>alert(1)</script>".into());
    document.basics.fields.insert(Field::Url, url);
    document
}

#[test]
fn hostile_text_makes_no_element_and_no_attribute() {
    let pages = engine().layout(hostile().shown());
    let count = pages.pages.len();
    let drawn = (0..count).map(|index| svg::page(&pages, index, Audience::Reader, None));
    for page in drawn.chain([edited(&pages)]) {
        assert!(
            elements(&page)
                .iter()
                .all(|e| ["a", "g", "rect", "svg", "text", "tspan"].contains(e)),
            "{page}"
        );
        // Within a tag, that is: as text it may stand there.
        let mut tags = page.split('<').filter_map(|part| part.split('>').next());
        assert!(tags.all(|tag| !tag.contains(" onload=")), "{page}");
        assert!(!page.contains(|c: char| c < ' '), "{page}");
        assert!(!page.contains("href=\"javascript"));
    }
}

#[test]
fn a_file_stands_alone() {
    let pages = engine().layout(sample("svensk.jsonresume").shown());
    let file = svg::document(&pages, &fonts(), None).unwrap();
    assert_eq!(
        elements(&file),
        ["a", "g", "rect", "style", "svg", "text", "title"]
    );
    assert_eq!(file.matches("src: url(data:font/ttf;base64,").count(), 3);
    assert!(!file.contains("data-place"), "ids are for the editor only");
    assert!(file.contains("<title>CV – Ingrid Åkerström Lindqvist</title>"));
}

#[test]
fn a_run_tells_the_editor_its_field() {
    let document = sample("svensk.jsonresume");
    let pages = engine().layout(document.shown());
    let page = edited(&pages);
    let work = document
        .sections
        .iter()
        .find(|s| s.kind == cv::SectionKind::Work)
        .unwrap();
    let item = &work.items[0];
    let line = item.lines(Field::Highlights)[0].id;
    for place in [
        "0000000000000000/name".to_owned(),
        format!("{}/heading", work.id),
        format!("{}/position", item.id),
        format!("{}/endDate", item.id),
        format!("{}/summary", item.id),
        format!("{}/highlights/{line}", item.id),
    ] {
        assert!(page.contains(&format!("data-place=\"{place}\"")), "{place}");
    }
}

#[test]
fn every_place_is_a_field_of_the_document() {
    let mut engine = engine();
    for name in SAMPLES {
        let document = sample(name);
        let pages = engine.layout(document.shown());
        let rows = pages.pages.iter().flat_map(|page| &page.rows);
        let places = rows
            .flat_map(|placed| &placed.row.cells)
            .flat_map(|cell| &cell.lines)
            .flat_map(|line| &line.runs)
            .filter_map(|run| run.place);
        for place in places {
            let id = cv::Id(place.item);
            if place.field == "heading" {
                assert!(document.section(id).is_some());
                continue;
            }
            let item = document.item(id).unwrap();
            let field = Field::from_json(place.field).unwrap();
            assert!(item.fields.contains_key(&field), "{name}: {place}");
            if let Some(line) = place.line {
                assert!(item.lines(field).iter().any(|l| l.id.0 == line));
            }
        }
    }
}

#[test]
fn the_style_sheet_of_the_site_is_the_one_of_the_engine() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../style/paper.css");
    let file = std::fs::read_to_string(folder).unwrap();
    assert!(file.ends_with(&svg::css()), "{}", svg::css());
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../style/fonts.css");
    let file = std::fs::read_to_string(folder).unwrap();
    assert!(file.ends_with(&svg::faces()), "{}", svg::faces());
}

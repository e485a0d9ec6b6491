//! The QR code of an address: where it stands, and what it is to whom.

use std::rc::Rc;

use serde_json::Value;
use typeset::pages::{Ground, Placed};
use typeset::pdf::{self, Code, Options};

use crate::checks::Files;
use crate::documents::{engine, every_sample_in_every_template, fonts, sample};
use crate::pdf::{AT, is_accessible, poppler};

const ADDRESS: &str = "https://merit.example/cv/anna-k";
/// What the square takes with the space above it.
const NEEDED: f32 = 26.0 * 72.0 / 25.4;

/// As many modules as an address of that length has; which are dark is nothing to
/// the pages.
fn modules(width: usize) -> Vec<bool> {
    (0..width * width).map(|number| number % 3 != 1).collect()
}

fn code(modules: &[bool], width: usize) -> Code<'_> {
    Code {
        modules,
        width,
        address: ADDRESS,
        alt: "QR code: https://merit.example/cv/anna-k",
    }
}

#[test]
fn it_fits_where_nothing_stands_and_nowhere_else() {
    let mut engine = engine();
    let mut pages = engine.layout(sample("06-empty.jsonresume").shown());
    let (right, bottom, height) = (pages.area.right, pages.area.bottom, pages.height);
    let modules_29 = modules(29);
    let mut fits = |grounds: Vec<Ground>, rows: Vec<Placed>| {
        let page = pages.pages.last_mut().expect("a page");
        page.grounds = grounds;
        page.rows = rows;
        code(&modules_29, 29).fits(&pages)
    };
    let ground = |x: f32, y: f32, width: f32, height: f32| {
        let color = 0xdd_dddd;
        vec![Ground {
            x,
            y,
            width,
            height,
            color,
        }]
    };
    assert!(fits(vec![], vec![]));
    // Something that ends above what it needs, and something that ends within.
    let start = bottom - NEEDED - 50.0;
    assert!(fits(ground(right - 10.0, start, 10.0, 49.0), vec![]));
    assert!(!fits(ground(right - 10.0, start, 10.0, 51.0), vec![]));
    // A sidebar at the left, one at the right, and what stands below all rows.
    assert!(fits(ground(0.0, 0.0, right - NEEDED - 1.0, height), vec![]));
    assert!(!fits(ground(right - 30.0, 0.0, 100.0, height), vec![]));
    assert!(fits(ground(0.0, bottom + 1.0, right, 20.0), vec![]));
    // A row takes all of its width, however short its words are.
    let other = engine.layout(sample("svensk.jsonresume").shown());
    let mut rows = other.pages.iter().flat_map(|page| &page.rows);
    let placed = rows.find(|placed| !placed.row.cells.is_empty());
    let mut placed = placed.expect("a row with words").clone();
    placed.x = other.area.left;
    placed.y = bottom - 40.0;
    let row = Rc::make_mut(&mut placed.row);
    row.rules.clear();
    row.image = None;
    row.cells.truncate(1);
    row.cells[0].x = 0.0;
    row.cells[0].lines.clear();
    row.cells[0].width = 50.0;
    assert!(fits(vec![], vec![placed.clone()]));
    Rc::make_mut(&mut placed.row).cells[0].width = right - other.area.left;
    assert!(!fits(vec![], vec![placed]));
}

#[test]
fn what_no_telephone_reads_is_not_drawn() {
    let mut pages = engine().layout(sample("06-empty.jsonresume").shown());
    let page = pages.pages.last_mut().expect("a page");
    page.grounds.clear();
    page.rows.clear();
    for (width, fits) in [(21, true), (41, true), (97, false)] {
        assert_eq!(code(&modules(width), width).fits(&pages), fits, "{width}");
    }
    // Nor what is no square.
    assert!(!code(&modules(29), 30).fits(&pages));
    assert!(!code(&[], 0).fits(&pages));
}

#[test]
fn every_file_with_one_keeps_the_standards_and_ends_with_its_link() {
    let files = Files::new("code");
    let mut engine = engine();
    let modules = modules(29);
    let code = code(&modules, 29);
    let options = Options {
        created: Some(AT),
        archival: true,
        ..Options::default()
    };
    let mut expected = Vec::new();
    for (name, template) in every_sample_in_every_template() {
        let mut document = sample(name);
        document.template = template.for_document();
        let pages = engine.layout(document.shown());
        let name = format!("{name}-{}.pdf", template.name);
        let file = pdf::write_with_code(&pages, &fonts(), &options, code);
        let file = file.expect("can be written");
        if !code.fits(&pages) {
            let plain = pdf::write(&pages, &fonts(), &options).expect("can be written");
            assert!(file == plain, "{name} has something without room for it");
            continue;
        }
        assert!(is_accessible(&file), "{name}");
        files.add(&name, &file);
        expected.push((name, pages.pages.len()));
    }
    assert!(!expected.is_empty(), "no last page has room");
    let Some(looks) = files.seen_by("structure.py") else {
        return;
    };
    for (name, count) in expected {
        let look = &looks[&name];
        let complaints = look["complaints"].as_array().expect("is a list");
        assert!(complaints.is_empty(), "{name}: {complaints:#?}");
        let tags = look["tags"].as_str().expect("is a text");
        assert!(tags.ends_with(" P Link Figure"), "{name}: {tags}");
        let last = look["pages"].as_array().and_then(|pages| pages.last());
        let last = last.and_then(Value::as_u64);
        assert_eq!(last, Some(count as u64 - 1), "{name}");
    }
}

#[test]
fn it_leads_to_its_address_and_adds_no_page() {
    let pages = engine().layout(sample("06-empty.jsonresume").shown());
    let modules = modules(29);
    let code = code(&modules, 29);
    assert!(code.fits(&pages));
    let file = pdf::write_with_code(&pages, &fonts(), &Options::default(), code);
    let file = file.expect("can be written");
    let (Some(links), Some(said)) = (
        poppler("pdfinfo", &["-url", "-"], &file),
        poppler("pdfinfo", &["-"], &file),
    ) else {
        return;
    };
    assert!(links.contains(ADDRESS), "{links}");
    let count = said.lines().find_map(|line| line.strip_prefix("Pages:"));
    let count = count.map(|count| count.trim().to_owned());
    assert_eq!(count, Some(pages.pages.len().to_string()));
}

//! The file, read back by programs that nobody here wrote.

use std::io::Write as _;
use std::process::{Command, Stdio};

use cv::{Field, Language, Value};
use proptest::prelude::*;
use typeset::pages::{Cell, Line, Pages};
use typeset::pdf::{self, Moment, Options, PdfError};

use crate::arbitrary;
use crate::documents::{SAMPLES, blank, engine, every_sample_in_every_template, fonts, sample};

fn write(pages: &Pages) -> Vec<u8> {
    pdf::write(pages, &fonts(), &Options::default()).expect("can be written")
}

/// Runs a program of poppler on a file. Nothing, where there is no poppler;
/// in CI there has to be.
pub(crate) fn poppler(program: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) if std::env::var_os("CI").is_none() => {
            eprintln!("{program} is not there ({error}): not checked");
            return None;
        }
        Err(error) => panic!("{program}: {error}"),
    };
    let mut input = child.stdin.take().expect("is piped");
    let bytes = pdf.to_vec();
    let writer = std::thread::spawn(move || {
        let _ = input.write_all(&bytes);
    });
    let output = child.wait_with_output().expect("ends");
    writer.join().expect("wrote");
    assert!(output.status.success(), "{program}");
    // Titles in the structure are printed as they are encoded, in UTF-16.
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The words that the pages show, in reading order.
fn words(pages: &Pages) -> Vec<String> {
    let rows = pages
        .pages
        .iter()
        .flat_map(|page| page.rows.iter().chain(&page.furniture));
    rows.flat_map(|placed| {
        placed
            .row
            .cells
            .iter()
            .flat_map(|cell| placed.lines(cell).map(|(_, line)| said(cell, line)))
    })
    .flat_map(|line| {
        line.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    })
    .collect()
}

/// What a line says, as it is drawn: a divided word in two parts with a hyphen.
fn said(cell: &Cell, line: &Line) -> String {
    let mut said = String::new();
    for run in &line.runs {
        match run.hyphen {
            true => said.push('-'),
            false => said.extend(run.text(cell)),
        }
    }
    said
}

#[test]
fn the_words_come_back_in_reading_order() {
    let mut engine = engine();
    for (name, template) in every_sample_in_every_template() {
        let mut document = sample(name);
        document.template = template.for_document();
        let pages = engine.layout(document.shown());
        let file = write(&pages);
        let Some(read) = poppler("pdftotext", &["-raw", "-", "-"], &file) else {
            return;
        };
        let read: Vec<&str> = read.split_whitespace().collect();
        assert_eq!(read, words(&pages), "{name} in {}", template.name);
    }
}

#[test]
fn a_title_and_its_dates_are_one_line() {
    let pages = engine().layout(sample("svensk.jsonresume").shown());
    let Some(read) = poppler("pdftotext", &["-layout", "-", "-"], &write(&pages)) else {
        return;
    };
    let lines: Vec<String> = read
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    for line in [
        "Verksamhetsutvecklare mars 2021 – pågående",
        "Sjuksköterska 2011–2016",
        "System Mycket god · Cosmic, Power BI, Stratsys, Microsoft 365",
        "finska grundläggande",
    ] {
        assert!(lines.iter().any(|l| l == line), "{line}");
    }
}

#[test]
fn ligatures_and_accents_are_whole_words() {
    // Issues 68 and 145 of OpenResume, 2988 of Reactive Resume: "ﬁinux/Shell".
    let name = "Fiona Affleck-Fjällström ﬁnt Ŵŷñ Ελληνικά Кириллица";
    let mut document = blank(Language::English);
    document
        .basics
        .fields
        .insert(Field::Name, Value::Text(name.into()));
    document.basics.fields.insert(
        Field::Label,
        Value::Text("office waffle fjord -> 3x4".into()),
    );
    let file = write(&engine().layout(document.shown()));
    let Some(read) = poppler("pdftotext", &["-raw", "-", "-"], &file) else {
        return;
    };
    let read = read.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(read, format!("{name} office waffle fjord -> 3x4"));
}

#[test]
fn characters_that_no_font_has_are_boxes_and_stay_text() {
    let mut document = blank(Language::English);
    document
        .basics
        .fields
        .insert(Field::Name, Value::Text("Li 李小龍 Åsa 李".into()));
    let file = write(&engine().layout(document.shown()));
    let Some(read) = poppler("pdftotext", &["-raw", "-", "-"], &file) else {
        return;
    };
    assert_eq!(read.trim(), "Li 李小龍 Åsa 李");
    assert!(is_accessible(&file));
}

#[test]
fn a_file_says_what_it_is() {
    let pages = engine().layout(sample("svensk.jsonresume").shown());
    let Some(info) = poppler("pdfinfo", &["-"], &write(&pages)) else {
        return;
    };
    let kept = [
        "Title:",
        "Author:",
        "Tagged:",
        "Pages:",
        "Page size:",
        "CreationDate:",
    ];
    let info: Vec<&str> = info
        .lines()
        .filter(|line| kept.iter().any(|k| line.starts_with(k)))
        .collect();
    insta::assert_snapshot!(info.join("\n"), @r"
        Title:           CV – Ingrid Åkerström Lindqvist
        Author:          Ingrid Åkerström Lindqvist
        Tagged:          yes
        Pages:           2
        Page size:       595.28 x 841.89 pts (A4)
        ");
}

#[test]
fn the_structure_is_headings_paragraphs_lists_and_links() {
    let pages = engine().layout(sample("svensk.jsonresume").shown());
    let Some(tree) = poppler("pdfinfo", &["-struct", "-"], &write(&pages)) else {
        return;
    };
    let tags: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|tag| tag.chars().all(|c| c.is_ascii_alphanumeric()) && *tag != "Object")
        .collect();
    insta::assert_snapshot!(tags.join(" "), @"Document H1 P P Link Link Link P Link Link H2 P P H2 H3 P P Link P L LI Lbl LBody LI Lbl LBody LI Lbl LBody H3 P P L LI Lbl LBody LI Lbl LBody H3 P P P H2 H3 P P P H3 P P H2 H3 P P P H2 P P P P H2 P P P P P P H2 H3 H3 H2 P P P H2 H3 P");
}

/// The file calls itself PDF/UA-1, which the writer allows only after its own
/// checks.
pub(crate) fn is_accessible(file: &[u8]) -> bool {
    let mark = b"<pdfuaid:part>1</pdfuaid:part>";
    file.windows(mark.len()).any(|window| window == mark)
}

#[test]
fn links_work_and_are_ascii() {
    let mut document = blank(Language::English);
    let set = |document: &mut cv::Document, field, text: &str| {
        document
            .basics
            .fields
            .insert(field, Value::Text(text.into()));
    };
    set(&mut document, Field::Email, "jane@example.com");
    set(&mut document, Field::Phone, "+46 (0)70-123 45 67");
    set(&mut document, Field::Url, "https://exämple.se/a|b?q=\"å\"");
    let file = write(&engine().layout(document.shown()));
    let Some(read) = poppler("pdfinfo", &["-url", "-"], &file) else {
        return;
    };
    let mut uris: Vec<&str> = read
        .lines()
        .skip(1)
        .filter_map(|line| line.split_whitespace().last())
        .collect();
    uris.sort_unstable();
    insta::assert_snapshot!(uris.join("\n"), @r"
        https://ex%C3%A4mple.se/a%7Cb?q=%22%C3%A5%22
        mailto:jane@example.com
        tel:+46701234567
        ");
}

#[test]
fn every_sample_is_accessible_and_the_same_each_time() {
    for name in SAMPLES {
        let document = sample(name);
        let first = write(&engine().layout(document.shown()));
        assert!(is_accessible(&first), "{name}");
        let again = engine().layout(document.shown());
        assert!(first == write(&again), "{name} differs from run to run");
        // The browser's writer gets pages as bytes.
        let bytes = postcard::to_allocvec(&again).unwrap();
        let pages: Pages = postcard::from_bytes(&bytes).unwrap();
        assert!(first == write(&pages), "{name} differs after transport");
    }
}

#[test]
fn fonts_are_subset_and_there_is_no_date_unless_given() {
    let pages = engine().layout(sample("svensk.jsonresume").shown());
    let file = write(&pages);
    assert!(file.len() < 60_000, "{} bytes", file.len());
    let at = Moment {
        year: 2026,
        month: 2,
        day: 3,
        hour: 4,
        minute: 5,
        second: 6,
    };
    let dated = pdf::write(
        &pages,
        &fonts(),
        &Options {
            created: Some(at),
            ..Options::default()
        },
    )
    .unwrap();
    assert_ne!(file, dated);
    let Some(info) = poppler("pdfinfo", &["-isodates", "-"], &dated) else {
        return;
    };
    assert!(info.contains("2026-02-03T04:05:06"), "{info}");
}

#[test]
fn broken_pages_are_an_error() {
    let good = engine().layout(sample("svensk.jsonresume").shown());
    let mut pages = good.clone();
    pages.width = f32::NAN;
    assert_eq!(
        pdf::write(&pages, &fonts(), &Options::default()),
        Err(PdfError::Pages)
    );
    let mut pages = good.clone();
    let row = std::rc::Rc::make_mut(&mut pages.pages[0].rows[0].row);
    row.cells[0].lines[0].runs[0].glyphs[0].end = 9999;
    assert_eq!(
        pdf::write(&pages, &fonts(), &Options::default()),
        Err(PdfError::Pages)
    );
    let mut pages = good.clone();
    let row = std::rc::Rc::make_mut(&mut pages.pages[0].rows[0].row);
    row.cells[0].lines[0].runs[0].glyphs[0].id = 60_000;
    assert!(pdf::write(&pages, &fonts(), &Options::default()).is_err());
    assert!(matches!(
        pdf::write(&good, &typeset::Fonts::new(), &Options::default()),
        Err(PdfError::Fonts(_))
    ));
}

#[test]
fn a_file_that_misses_a_rule_is_better_than_none() {
    let mut pages = engine().layout(sample("svensk.jsonresume").shown());
    let row = std::rc::Rc::make_mut(&mut pages.pages[0].rows[0].row);
    row.cells[0].lines[0].runs[0].glyphs[0].id = 0;
    let file = write(&pages);
    assert!(!is_accessible(&file));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn any_document_becomes_an_accessible_file(document in arbitrary::document()) {
        let file = write(&engine().layout(document.shown()));
        prop_assert!(is_accessible(&file));
    }
}

pub(crate) const AT: Moment = Moment {
    year: 2026,
    month: 2,
    day: 3,
    hour: 4,
    minute: 5,
    second: 6,
};

fn has(file: &[u8], mark: &str) -> bool {
    file.windows(mark.len())
        .any(|window| window == mark.as_bytes())
}

/// What a file says of itself: part and level of PDF/A, and of PDF/UA.
fn claims(file: &[u8]) -> String {
    let value = |name: &str| {
        let text = String::from_utf8_lossy(file);
        let (_, rest) = text.split_once(&format!("<{name}>"))?;
        Some(rest.split_once('<')?.0.to_owned())
    };
    ["pdfaid:part", "pdfaid:conformance", "pdfuaid:part"]
        .map(|name| value(name).unwrap_or("-".to_owned()))
        .join(" ")
}

#[test]
fn a_file_claims_what_its_options_ask_for() {
    let document = sample("svensk.jsonresume");
    let pages = engine().layout(document.shown());
    let json = cv::export_shown(document.shown()).json;
    let write = |created, archival, source| {
        let options = Options {
            created,
            archival,
            source,
            ..Options::default()
        };
        pdf::write(&pages, &fonts(), &options)
    };
    let source = Some(json.as_str());
    for (created, archival, source, expected) in [
        (None, false, None, "- - 1"),
        (Some(AT), false, None, "- - 1"),
        (None, false, source, "- - 1"),
        (Some(AT), false, source, "3 A 1"),
        (Some(AT), true, None, "2 A 1"),
        (Some(AT), true, source, "3 A 1"),
    ] {
        let file = write(created, archival, source).unwrap();
        assert_eq!(claims(&file), expected);
        assert_eq!(file, write(created, archival, source).unwrap());
        // Only where the standard knows them are files associated.
        assert_eq!(has(&file, "/AFRelationship/Source"), expected == "3 A 1");
        assert_eq!(has(&file, pdf::SOURCE_NAME), source.is_some());
    }
    assert_eq!(write(None, true, None), Err(PdfError::NoDate));
    assert_eq!(write(None, true, source), Err(PdfError::NoDate));
}

#[test]
fn pages_that_no_archive_takes_are_refused_and_still_a_file() {
    let mut document = blank(Language::English);
    let name = Value::Text("Jane \u{e000}".into());
    document.basics.fields.insert(Field::Name, name);
    let pages = engine().layout(document.shown());
    let json = cv::export_shown(document.shown()).json;
    let mut options = Options {
        created: Some(AT),
        archival: true,
        source: Some(&json),
        ..Options::default()
    };
    let refused = pdf::write(&pages, &fonts(), &options);
    assert!(matches!(refused, Err(PdfError::NotArchival(_))));
    options.archival = false;
    let file = pdf::write(&pages, &fonts(), &options).unwrap();
    assert_eq!(claims(&file), "- - 1");
}

#[test]
fn a_file_with_its_source_opens_again() {
    for name in SAMPLES {
        let document = sample(name);
        let json = cv::export_shown(document.shown()).json;
        let pages = engine().layout(document.shown());
        let open = |file: &[u8]| {
            let template = typeset::template::default().for_document();
            cv::import(file, document.language, template, crate::documents::ids())
        };
        let whole = open(json.as_bytes());
        for created in [None, Some(AT)] {
            let options = Options {
                created,
                source: Some(&json),
                ..Options::default()
            };
            let file = pdf::write(&pages, &fonts(), &options).unwrap();
            match (open(&file), &whole) {
                (Ok(read), Ok(whole)) => assert_eq!(&read, whole, "{name}"),
                (read, whole) => assert_eq!(read.is_ok(), whole.is_ok(), "{name}: {read:?}"),
            }
        }
        let bare = open(&write(&pages));
        assert_eq!(bare, Err(cv::ImportError::NoCvInPdf), "{name}");
    }
}

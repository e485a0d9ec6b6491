//! Whether other browsers, too, put each run of text where the engine says: the
//! preview's pages are drawn in Chromium, Firefox and WebKit, and the end of every
//! run is held against the engine's own.

use super::{Bed, Measurement};
use crate::exec::root;
use crate::webdriver::{Browser, Kind};
use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::json;
use std::fs;
use typeset::Pages;
use typeset::pages::Page;

/// A CSS pixel is three quarters of a point, where a page has its own size.
const PIXEL: f64 = 0.75;
/// How far the end of a run may be from the engine's, in pixels: less is seen by nobody.
const APART: f64 = 0.1;
/// The documents, each with the language that it is in: ours in every template,
/// the others in the first one.
const EXAMPLE: &str = "crates/cv/examples/en.json";
const OTHERS: [(&str, &str); 5] = [
    ("samples/svensk.jsonresume.json", "sv"),
    ("samples/german.jsonresume.json", "de"),
    ("samples/hebrew.jsonresume.json", "he"),
    ("samples/arabic.jsonresume.json", "ar"),
    ("samples/japanese.jsonresume.json", "ja"),
];

/// What the script in the page finds.
#[derive(Deserialize)]
struct Drawn {
    /// The finished pages in base64, as the PDF writer takes them.
    pages: String,
    /// The runs of each page as they are drawn; none where a page is not near the window.
    runs: Vec<Vec<Seen>>,
}

#[derive(Deserialize)]
struct Seen {
    text: String,
    /// Where the last character ends, in points from the row's origin.
    end: f64,
}

/// A run as the engine set it.
struct Set {
    text: String,
    end: f64,
    /// Boxes stand for characters that no font of ours has: they are in a font of
    /// the browser's.
    boxes: bool,
}

pub(crate) fn measure(bed: &Bed) -> Result<Vec<Measurement>> {
    let server = bed.server()?;
    let mut rows = Vec::new();
    for kind in Kind::ALL {
        let Some(mut browser) = kind.start()? else {
            println!(
                "  {} is not here and cannot be installed: not measured",
                kind.name()
            );
            continue;
        };
        println!("  {}", browser.version);
        browser.go(&format!("{}/edit", server.url()))?;
        rows.extend(compared(&mut browser, kind.name())?);
    }
    ensure!(!rows.is_empty(), "there is no browser to measure");
    Ok(rows)
}

fn compared(browser: &mut Browser, name: &str) -> Result<Vec<Measurement>> {
    let templates = browser.run(TEMPLATES, &json!([]))?;
    let templates = templates.as_array().context("no templates")?;
    let first = templates.first().context("no templates")?;
    let mut cases: Vec<_> = templates.iter().map(|it| (EXAMPLE, "en", it)).collect();
    cases.extend(OTHERS.iter().map(|(file, tag)| (*file, *tag, first)));

    let script = format!("{}\n{DRAW}", fs::read_to_string(root().join(HARNESS))?);
    let mut apart = Vec::new();
    let mut furthest = (0.0, String::new());
    for (file, language, template) in cases {
        let text = fs::read_to_string(root().join(file))?;
        let drawn = browser.run(&script, &json!([text, language, template]))?;
        let drawn: Drawn = serde_json::from_value(drawn)?;
        let pages: Pages = postcard::from_bytes(&STANDARD.decode(&drawn.pages)?)
            .context("the pages are of another version of Merit")?;
        let what = format!("{file} in {}", template["name"]);
        for (run, distance) in distances(&pages, &drawn).with_context(|| what.clone())? {
            if distance > furthest.0 {
                furthest = (distance, format!("{run:?} of {what}"));
            }
            apart.push(distance);
        }
    }
    println!("  furthest: {:.4} px, {}", furthest.0, furthest.1);
    let mean = apart.iter().sum::<f64>() / apart.len() as f64;
    Ok(vec![
        Measurement::told(&format!("{name}: runs"), apart.len() as f64, "count"),
        Measurement::told(&format!("{name}: end of a run, mean apart"), mean, "px"),
        Measurement::budgeted(
            &format!("{name}: end of a run, most apart"),
            furthest.0,
            "px",
            APART,
        ),
    ])
}

/// Every run that is drawn, with how far its end is from the engine's in pixels.
fn distances(pages: &Pages, drawn: &Drawn) -> Result<Vec<(String, f64)>> {
    ensure!(
        drawn.runs.len() == pages.pages.len(),
        "other pages are drawn"
    );
    ensure!(
        drawn.runs.first().is_some_and(|runs| !runs.is_empty()),
        "nothing is drawn"
    );
    let mut all = Vec::new();
    for (page, seen) in pages.pages.iter().zip(&drawn.runs) {
        if seen.is_empty() {
            continue;
        }
        let set = runs(page);
        ensure!(
            set.len() == seen.len(),
            "{} runs are drawn, and {} are set",
            seen.len(),
            set.len()
        );
        for (set, seen) in set.into_iter().zip(seen) {
            if set.boxes {
                continue;
            }
            if set.text != seen.text {
                bail!("{:?} is drawn, and {:?} is set", seen.text, set.text);
            }
            all.push((set.text, (set.end - seen.end).abs() / PIXEL));
        }
    }
    Ok(all)
}

/// The runs of a page in the order in which they are drawn (`typeset::svg`).
fn runs(page: &Page) -> Vec<Set> {
    let mut runs = Vec::new();
    for placed in page.rows.iter().chain(&page.furniture) {
        for cell in &placed.row.cells {
            let bullet = cell.role.is_mark() && placed.start > 0;
            if bullet || cell.gauge.is_some() {
                continue;
            }
            for (_, line) in placed.lines(cell) {
                for run in line.reading().filter(|run| run.icon.is_none()) {
                    let text = match run.hyphen {
                        true => "-".to_owned(),
                        false => run.text(cell).collect(),
                    };
                    // What is written leftwards ends at its left.
                    let length = if run.rtl { 0.0 } else { run.width() };
                    runs.push(Set {
                        text,
                        end: f64::from(cell.x + run.x + length),
                        boxes: run.boxes,
                    });
                }
            }
        }
    }
    runs
}

/// The functions that scripts in the page share.
const HARNESS: &str = "end2end/bench/modules.js";

/// Each template as a document holds it.
const TEMPLATES: &str = "
    await new Promise((resolve) => {
        const look = () =>
            'hydrated' in document.documentElement.dataset ? resolve() : setTimeout(look, 50);
        look();
    });
    const radios = [...document.querySelectorAll('input[data-template]')];
    return radios.map((radio) => JSON.parse(radio.dataset.template));";

/// Draws a file in a language and a template, and measures what is drawn.
const DRAW: &str = "
    const [file, language, template] = arguments;
    const { load, read, bring } = window.modules;
    const [importer, preview] = [await load('importer'), await load('preview')];
    document.querySelector('#bench')?.remove();
    const desk = document.createElement('div');
    desk.id = 'bench';
    desk.style.width = '794px';
    document.body.prepend(desk);
    const engine = new preview.Preview();
    const own = { ...read(importer, file, language), template };
    await bring(engine, engine.open(JSON.stringify(own)), { faces: [], patterns: {} });
    engine.attach(desk);
    await document.fonts.ready;
    const runs = [...desk.querySelectorAll('.page')].map((page) =>
        [...page.querySelectorAll('text')].map((run) => {
            const last = run.getNumberOfChars() - 1;
            if (last < 0) return { text: '', end: run.x.baseVal[0].value };
            // Browsers do not agree on which side of a letter that is written leftwards is its end.
            const sides = [run.getStartPositionOfChar(last).x, run.getEndPositionOfChar(last).x];
            const leftwards = run.querySelector('[direction=rtl]') !== null;
            const end = leftwards ? Math.min(...sides) : Math.max(...sides);
            return { text: run.textContent, end };
        }));
    const bytes = engine.pages();
    let pages = '';
    for (const byte of bytes) pages += String.fromCharCode(byte);
    engine.free();
    return { pages: btoa(pages), runs };";

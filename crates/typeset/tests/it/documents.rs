//! Documents, fonts and engines for tests.

use std::path::Path;
use std::sync::OnceLock;

use cv::{Document, Id, Language};
use typeset::{Engine, Face, FontData};

/// What other programs wrote, and a Swedish CV of our own.
pub(crate) const SAMPLES: [&str; 10] = [
    "01-official-sample.jsonresume",
    "02-complete-fixture.jsonresume",
    "03-career-changer.jsonresume",
    "04-legacy-v0-jane-fullstacker.jsonresume",
    "05-missing-fields-jane-incomplete.jsonresume",
    "06-empty.jsonresume",
    "08-garbage-characters.fresh",
    "16-reactive-resume-v5-sample",
    "17-reactive-resume-v4-sample",
    "svensk.jsonresume",
];

/// The font files of this repository, read once.
pub(crate) fn fonts() -> Vec<FontData> {
    static FONTS: OnceLock<Vec<FontData>> = OnceLock::new();
    FONTS
        .get_or_init(|| {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/fonts");
            Face::ALL
                .into_iter()
                .map(|face| {
                    std::fs::read(folder.join(face.file()))
                        .expect("the font is there")
                        .into()
                })
                .collect()
        })
        .clone()
}

pub(crate) fn engine() -> Engine {
    Engine::new(fonts()).expect("the fonts are good")
}

/// Ids count up, so that documents are the same in every run.
pub(crate) fn ids() -> impl FnMut() -> Id {
    let mut last = 0;
    move || {
        last += 1;
        Id(last)
    }
}

pub(crate) fn template() -> cv::Template {
    typeset::template::default().for_document()
}

pub(crate) fn blank(language: Language) -> Document {
    Document::blank(language, template(), ids())
}

pub(crate) fn sample(name: &str) -> Document {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let file = std::fs::read(folder.join(format!("{name}.json"))).expect("the sample is there");
    let language = match name {
        "svensk.jsonresume" => Language::Swedish,
        _ => Language::English,
    };
    cv::import(file, language, template(), ids())
        .expect("can be read")
        .document
}

//! Sets files in every template, for people to look at the pages:
//! `specimens FOLDER [FILE…]` writes `FOLDER/template-file.pdf`, and of the
//! samples if no files are named.

use std::error::Error;
use std::path::{Path, PathBuf};

use cv::{Id, Language};
use typeset::{Engine, Face, FontData, pdf, template};

/// Each asks something else of a template: two directions, long words, no
/// spaces between words, many pages, little to say.
const SAMPLES: [&str; 9] = [
    "arabic.jsonresume",
    "hebrew.jsonresume",
    "german.jsonresume",
    "japanese.jsonresume",
    "chinese.jsonresume",
    "lang-svensk.jsonresume",
    "svensk.jsonresume",
    "02-complete-fixture.jsonresume",
    "05-missing-fields-jane-incomplete.jsonresume",
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("which folder?")?);
    std::fs::create_dir_all(&folder)?;
    let mut files: Vec<PathBuf> = arguments.map(PathBuf::from).collect();
    if files.is_empty() {
        let samples = SAMPLES.map(|name| repository(&format!("samples/{name}.json")));
        files.extend(samples);
    }
    let fonts = fonts()?;
    let mut engine = Engine::new(fonts.clone())?;
    for language in Language::ALL {
        if let Some(name) = engine.needs_patterns(*language) {
            let patterns = std::fs::read(repository(&format!("public/hyphenation/{name}")))?;
            engine.set_patterns(*language, patterns)?;
        }
    }
    for file in files {
        let bytes = std::fs::read(&file)?;
        let stem = file.file_stem().unwrap_or_default();
        let stem = stem.to_string_lossy().replace(".jsonresume", "");
        for template in template::ALL {
            let mut last = 0;
            let ids = || {
                last += 1;
                Id(last)
            };
            // The files that do not say their language are English, or show it.
            let named = template.for_document();
            let imported = cv::import(bytes.clone(), Language::English, named, ids)?;
            let mut document = imported.document;
            document.template = template.for_document();
            let pages = engine.layout(document.shown());
            let name = folder.join(format!("{}-{stem}.pdf", template.name));
            std::fs::write(&name, pdf::write(&pages, &fonts, None)?)?;
            println!("{}: {} pages", name.display(), pages.pages.len());
        }
    }
    Ok(())
}

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

fn fonts() -> std::io::Result<Vec<FontData>> {
    let read = |face: Face| {
        let path = repository(&format!("public/fonts/{}", face.file()));
        std::fs::read(path).map(FontData::from)
    };
    Face::ALL.into_iter().map(read).collect()
}

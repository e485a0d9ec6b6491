//! Sets files in every template, for people to look at the pages:
//! `specimens FOLDER [--photo=JPEG] [--design=JSON] [FILE…]` writes
//! `FOLDER/template-file.pdf`, beside it the web page and its picture for previews, and
//! of the samples if no files are named.

use std::error::Error;
use std::path::{Path, PathBuf};

use cv::{Design, Id, Language, Photo, PhotoFile, PhotoShape};
use typeset::{Engine, Face, FontData, Fonts, pdf, template};

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
    let (options, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let option = |name: &str| options.iter().find_map(|option| option.strip_prefix(name));
    let photo = option("--photo=").map(std::fs::read).transpose()?;
    let design: Option<Design> = option("--design=").map(serde_json::from_str).transpose()?;
    let mut files = files.into_iter().map(PathBuf::from);
    let folder = files.next().ok_or("which folder?")?;
    std::fs::create_dir_all(&folder)?;
    let mut files: Vec<PathBuf> = files.collect();
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
        for (number, template) in template::ALL.iter().enumerate() {
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
            document.design = design.clone().unwrap_or_default();
            if let Some(bytes) = &photo {
                let (width, height) = cv::photo::dimensions(bytes)?;
                document.photo = Some(Photo {
                    file: PhotoFile(0),
                    width,
                    height,
                    // Both shapes, by turns.
                    shape: [PhotoShape::Round, PhotoShape::Square][number % 2],
                    hidden: false,
                });
            }
            let pages = engine.layout(document.shown());
            let name = folder.join(format!("{}-{stem}.pdf", template.name));
            let options = pdf::Options {
                photo: photo.as_deref(),
                ..pdf::Options::default()
            };
            std::fs::write(&name, pdf::write(&pages, &fonts, &options)?)?;
            #[cfg(all(feature = "html", feature = "png"))]
            web(&name, document.shown(), &pages, &fonts, photo.as_deref())?;
            println!("{}: {} pages", name.display(), pages.pages.len());
        }
    }
    Ok(())
}

/// As the site has it: it finds our fonts under `/fonts`.
#[cfg(all(feature = "html", feature = "png"))]
fn web(
    pdf: &Path,
    shown: cv::Shown<'_>,
    pages: &typeset::Pages,
    fonts: &Fonts,
    photo: Option<&[u8]>,
) -> Result<(), Box<dyn Error>> {
    let links = typeset::html::Links {
        pdf: Some("/cv/example.pdf"),
        vcard: Some("/cv/example.vcf"),
        photo: photo.map(|_| "photo.jpg"),
        home: Some("/"),
        ..typeset::html::Links::default()
    };
    let page = typeset::html::page(shown, &links);
    std::fs::write(pdf.with_extension("html"), page.html)?;
    let picture = typeset::png::start(pages, fonts, photo)?;
    std::fs::write(pdf.with_extension("png"), picture)?;
    if let Some(photo) = photo {
        std::fs::write(pdf.with_file_name("photo.jpg"), photo)?;
    }
    Ok(())
}

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

fn fonts() -> Result<Fonts, Box<dyn Error>> {
    let mut fonts = Fonts::new();
    for face in Face::all() {
        let path = repository(&format!("public/fonts/{}", face.file()));
        fonts.add(face, FontData::from(std::fs::read(path)?))?;
    }
    Ok(fonts)
}

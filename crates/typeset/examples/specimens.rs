//! Sets files in every template, for people to look at the pages:
//! `specimens FOLDER [--photo=JPEG] [--design=JSON] FILE…` writes
//! `FOLDER/template-file.pdf`.

use std::error::Error;
use std::path::Path;

use cv::{Design, Id, Language, Photo, PhotoFile, PhotoShape};
use typeset::{Engine, Face, FontData, Fonts, pdf, template};

fn main() -> Result<(), Box<dyn Error>> {
    let (options, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let option = |name: &str| options.iter().find_map(|option| option.strip_prefix(name));
    let photo = option("--photo=").map(std::fs::read).transpose()?;
    let design: Option<Design> = option("--design=").map(serde_json::from_str).transpose()?;
    let mut files = files.into_iter();
    let folder = files.next().ok_or("which folder?")?;
    let fonts = fonts()?;
    let mut engine = Engine::new(fonts.clone())?;
    for file in files {
        let bytes = std::fs::read(&file)?;
        let stem = Path::new(&file).file_stem().unwrap_or_default();
        let stem = stem.to_string_lossy().replace(".jsonresume", "");
        let language = match stem.as_str() {
            "svensk" => Language::Swedish,
            _ => Language::English,
        };
        for (number, template) in template::ALL.iter().enumerate() {
            let mut last = 0;
            let ids = || {
                last += 1;
                Id(last)
            };
            let imported = cv::import(bytes.clone(), language, template.for_document(), ids)?;
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
            let name = format!("{folder}/{}-{stem}", template.name);
            let options = pdf::Options {
                photo: photo.as_deref(),
                ..pdf::Options::default()
            };
            let file = pdf::write(&pages, &fonts, &options)?;
            std::fs::write(format!("{name}.pdf"), file)?;
        }
    }
    Ok(())
}

fn fonts() -> Result<Fonts, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/fonts");
    let mut fonts = Fonts::new();
    for face in Face::all() {
        fonts.add(
            face,
            FontData::from(std::fs::read(folder.join(face.file()))?),
        )?;
    }
    Ok(fonts)
}

//! Sets files in every template, for people to look at the pages:
//! `specimens FOLDER FILE…` writes `FOLDER/template-file.pdf`.

use std::error::Error;
use std::path::Path;

use cv::{Id, Language};
use typeset::{Engine, Face, FontData, Fonts, pdf, template};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("which folder?")?;
    let fonts = fonts()?;
    let mut engine = Engine::new(fonts.clone())?;
    for file in arguments {
        let bytes = std::fs::read(&file)?;
        let stem = Path::new(&file).file_stem().unwrap_or_default();
        let stem = stem.to_string_lossy().replace(".jsonresume", "");
        let language = match stem.as_str() {
            "svensk" => Language::Swedish,
            _ => Language::English,
        };
        for template in template::ALL {
            let mut last = 0;
            let ids = || {
                last += 1;
                Id(last)
            };
            let imported = cv::import(bytes.clone(), language, template.for_document(), ids)?;
            let mut document = imported.document;
            document.template = template.for_document();
            let pages = engine.layout(document.shown());
            let name = format!("{folder}/{}-{stem}", template.name);
            std::fs::write(
                format!("{name}.pdf"),
                pdf::write(&pages, &fonts, &pdf::Options::default())?,
            )?;
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

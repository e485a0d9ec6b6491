//! A word processor's file (Office Open XML), for those who go on writing there
//! and for portals that take nothing else.
//!
//! One column in the order in which the pages are read, because frames and
//! tables are what programs that read CVs stumble over. What a text is, is said
//! by real styles, which a person can change in one place; paper, margins,
//! colours and the sizes follow the document's design, and the fonts are ones
//! that every word processor has or knows a substitute for.

use std::fmt::Write as _;

use cv::Shown;

use super::outline::{Outline, words_of};
use crate::layout::input::Form;
use crate::svg::Escaped;
use crate::template::{self, Dress};

mod archive;
mod body;
mod picture;
mod styles;

use archive::Archive;
use picture::Picture;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// What the parts of a file share.
struct Setting {
    form: Form,
    dress: Dress,
    /// In thousandths of the usual size.
    size: i32,
    /// In thousandths of the usual space between paragraphs.
    gaps: i32,
    /// BCP 47 with a region, as word processors want it.
    language: String,
}

pub(super) fn write(shown: Shown<'_>, photo: Option<&[u8]>) -> Vec<u8> {
    let outline = Outline::of(shown);
    let template = template::of(shown);
    let design = shown.design();
    let setting = Setting {
        form: template.form(shown),
        dress: template.dress(shown),
        size: 1000 + 40 * i32::from(design.size.steps()),
        gaps: 1000 + 140 * i32::from(design.spacing.steps()),
        language: regional(outline.language, shown.paper()),
    };
    let running = Running {
        name: design.running_name.then(|| words_of(&outline.name)),
        numbers: design.page_numbers,
    };
    let picture = photo.and_then(|photo| Picture::of(shown, photo));
    let written = body::write(&outline, &setting, picture.as_ref(), running.is_there());

    let mut archive = Archive::default();
    archive.add("[Content_Types].xml", content_types());
    archive.add("_rels/.rels", package_relations());
    archive.add("docProps/core.xml", core(&outline));
    archive.add(
        "docProps/app.xml",
        format!(
            "{XML}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
             <Application>Merit</Application></Properties>"
        ),
    );
    archive.add("word/document.xml", &written.document);
    archive.add(
        "word/_rels/document.xml.rels",
        relations(&written.links, picture.is_some()),
    );
    archive.add("word/styles.xml", styles::write(&setting));
    archive.add("word/numbering.xml", styles::numbering(written.numbered));
    archive.add("word/settings.xml", settings(&setting));
    archive.add("word/footer1.xml", running.write());
    if let Some(picture) = picture {
        archive.add("word/media/photo.jpeg", picture.file);
    }
    archive.finish()
}

/// A language with the region whose spelling and quotation marks are meant.
fn regional(language: &str, paper: cv::Paper) -> String {
    match (language, paper) {
        ("sv", _) => "sv-SE".to_owned(),
        ("en", cv::Paper::Letter) => "en-US".to_owned(),
        ("en", cv::Paper::A4) => "en-GB".to_owned(),
        (other, _) => other.to_owned(),
    }
}

/// Twentieths of a point.
fn twips(length: crate::layout::input::Pt) -> i32 {
    length.0 / 5
}

/// What stands at the foot of pages, from the second one on.
struct Running {
    name: Option<String>,
    numbers: bool,
}

impl Running {
    fn is_there(&self) -> bool {
        self.numbers || self.name.is_some()
    }

    fn write(&self) -> String {
        let mut out = format!(
            "{XML}<w:ftr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
        );
        if let Some(name) = &self.name {
            let _ = write!(
                out,
                "<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>",
                Escaped(name)
            );
        }
        if self.numbers {
            out.push_str("<w:r><w:tab/></w:r>");
            let field = |out: &mut String, name: &str| {
                let _ = write!(
                    out,
                    "<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
                );
            };
            field(&mut out, "PAGE");
            out.push_str("<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>");
            field(&mut out, "NUMPAGES");
        }
        out.push_str("</w:p></w:ftr>");
        out
    }
}

fn content_types() -> String {
    let mut out = format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
    );
    for (part, kind) in [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("footer1", "footer"),
    ] {
        let _ = write!(
            out,
            "<Override PartName=\"/word/{part}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml\"/>"
        );
    }
    out + "</Types>"
}

fn package_relations() -> String {
    format!(
        "{XML}<Relationships xmlns=\"{PACKAGE}\">\
         <Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{RELATIONS}/extended-properties\" Target=\"docProps/app.xml\"/>\
         </Relationships>"
    )
}

fn core(outline: &Outline) -> String {
    let mut out = format!(
        "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>",
        Escaped(&outline.title)
    );
    let name = words_of(&outline.name);
    if !name.is_empty() {
        let _ = write!(out, "<dc:creator>{}</dc:creator>", Escaped(&name));
    }
    let language = Escaped(outline.language);
    let _ = write!(
        out,
        "<dc:language>{language}</dc:language></cp:coreProperties>"
    );
    out
}

/// The parts beside the text, and the addresses that links in it lead to.
fn relations(links: &[String], photo: bool) -> String {
    let mut out = format!("{XML}<Relationships xmlns=\"{PACKAGE}\">");
    let photo = photo.then_some((picture::RELATION, "image", "media/photo.jpeg"));
    let parts = [
        ("styles", "styles", "styles.xml"),
        ("numbering", "numbering", "numbering.xml"),
        ("settings", "settings", "settings.xml"),
        ("footer", "footer", "footer1.xml"),
    ];
    for (id, kind, target) in parts.into_iter().chain(photo) {
        let _ = write!(
            out,
            "<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>"
        );
    }
    for (index, link) in links.iter().enumerate() {
        let _ = write!(
            out,
            "<Relationship Id=\"link{index}\" Type=\"{RELATIONS}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            Escaped(&crate::links::ascii(link))
        );
    }
    out + "</Relationships>"
}

fn settings(setting: &Setting) -> String {
    let language = Escaped(&setting.language);
    format!(
        "{XML}<w:settings xmlns:w=\"{MAIN}\"><w:zoom w:percent=\"100\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat><w:themeFontLang w:val=\"{language}\"/></w:settings>"
    )
}

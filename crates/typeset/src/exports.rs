//! A document as files of other kinds: what its pages say, in their order, for
//! people who want to go on writing elsewhere and for programs that read CVs.
//!
//! Each format is one file beside this one and one entry of [`ALL`]. They are
//! made from what a document *shows* and from nothing else, so that what is
//! hidden is in none of them; those that are read like pages start from one
//! [`outline`], which cleans all text and checks all links. The same document
//! gives the same bytes everywhere: no clock, no names of machines.

use cv::{Kind, Shown};

mod docx;
mod europass;
mod markdown;
mod outline;
mod text;
mod vcard;

/// A kind of file.
pub struct Format {
    /// As programs name it.
    pub name: &'static str,
    /// Without the full stop.
    pub extension: &'static str,
    pub mime: &'static str,
    write: fn(Shown<'_>, Option<&[u8]>) -> Vec<u8>,
}

/// Every format, as a list for people would have them.
pub const ALL: &[Format] = &[
    Format {
        name: "docx",
        extension: "docx",
        mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        write: docx::write,
    },
    Format {
        name: "html",
        extension: "html",
        mime: "text/html; charset=utf-8",
        write: |shown, photo| crate::html::alone(shown, photo).into_bytes(),
    },
    Format {
        name: "markdown",
        extension: "md",
        mime: "text/markdown; charset=utf-8",
        write: |shown, _| markdown::write(shown).into_bytes(),
    },
    Format {
        name: "text",
        extension: "txt",
        mime: "text/plain; charset=utf-8",
        write: |shown, _| text::write(shown).into_bytes(),
    },
    Format {
        name: "json-resume",
        extension: "json",
        mime: "application/json",
        write: |shown, _| cv::export_shown(shown).json.into_bytes(),
    },
    Format {
        name: "europass",
        extension: "xml",
        mime: "application/xml",
        write: |shown, photo| europass::write(shown, photo).into_bytes(),
    },
];

/// A card for an address book, which has little of a CV: no list of formats for
/// CVs has it.
pub static VCARD: Format = Format {
    name: "vcard",
    extension: "vcf",
    mime: "text/vcard; charset=utf-8",
    write: |shown, photo| vcard::write(shown, photo).into_bytes(),
};

/// The format of this name.
pub fn named(name: &str) -> Option<&'static Format> {
    every().find(|format| format.name == name)
}

fn every() -> impl Iterator<Item = &'static Format> {
    ALL.iter().chain([&VCARD])
}

/// The format of files whose names end so, in whichever case.
pub fn ending(extension: &str) -> Option<&'static Format> {
    let same = |format: &&Format| format.extension.eq_ignore_ascii_case(extension);
    every().find(same)
}

impl Format {
    /// Whether it is for documents of this kind: some forms know of CVs alone.
    pub fn suits(&self, kind: Kind) -> bool {
        kind != Kind::Letter || !["json-resume", "europass", "vcard"].contains(&self.name)
    }

    /// The whole file. `photo` is the file of the photo, a JPEG: a document only
    /// names it. Formats of words alone have no use for it, and where the document
    /// shows none, it is in no file.
    pub fn write(&self, shown: Shown<'_>, photo: Option<&[u8]>) -> Vec<u8> {
        (self.write)(shown, photo.filter(|_| shown.photo().is_some()))
    }
}

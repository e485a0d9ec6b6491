//! Files of other programs, and our own, into documents.
//!
//! One bad field never stops an import: everything readable comes in, and the
//! [`Report`] names each place that was changed, kept as text or left out. Only
//! a file in which there is nothing to read is an error.
//!
//! One reader serves all formats. It walks the tables of [`crate::schema`] and
//! a table of other names (`names`), makes values of whatever shape fit
//! (`value`) and counts what is left of the limits (`reader`). A format's own
//! module only says where in the file things are.
//!
//! JSON Resume has no word for "ongoing". A start date without an end date is
//! read as ongoing, and ongoing is exported as no end date. Where that would
//! not come back as it was, the export adds a member `ongoing`.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::document::{Document, Template};
use crate::format::{self, LoadError};
use crate::id::Id;
use crate::language::Language;
use crate::limits::{self, Exceeded};

mod dates;
mod html;
mod item;
mod language;
mod names;
mod own;
mod pdf;
mod reactive_resume;
mod reader;
pub(crate) mod report;
mod resume;
mod section;
mod value;

pub use report::{Found, NOTES, Note, Reason, Report, What};

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Our own form.
    Merit,
    JsonResume,
    ReactiveResume,
    Fresh,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    pub document: Document,
    pub source: Source,
    pub report: Report,
}

/// Why a file is no document at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ImportError {
    #[error("the file is empty")]
    Empty,
    #[error("the file is encoded in UTF-16; save it as UTF-8")]
    Utf16,
    /// The place of the first byte that is not UTF-8, counted from one.
    #[error("not UTF-8 text: line {line}, column {column}; save the file as UTF-8")]
    NotUtf8 { line: usize, column: usize },
    /// Line from one, column in bytes.
    #[error("not JSON: line {line}, column {column}")]
    NotJson { line: usize, column: usize },
    /// JSON, but with nothing in it that belongs to a CV.
    #[error("JSON, but not a CV in a format that is known here")]
    NotACv,
    /// Our own form, written by a newer version.
    #[error("format {0} is newer than this program, which knows {known}", known = format::FORMAT)]
    Newer(u64),
    /// A PDF that no data is attached to, or none that can be read. What its
    /// pages say is not guessed at.
    #[error("the PDF has no CV data in it; only PDFs that were saved with their data can be read")]
    NoCvInPdf,
    #[error("the file is too large: {0}")]
    TooLarge(Exceeded),
}

/// Reads a file in any of the known formats, or the one that a PDF of ours
/// carries.
///
/// `language` is the document's if the file neither says nor shows one;
/// `template` is used unless the file is in our own form; `ids` draws a fresh
/// random id at each call.
///
/// # Errors
/// When there is nothing to read: see [`ImportError`].
pub fn import(
    file: impl AsRef<[u8]>,
    language: Language,
    template: Template,
    ids: impl FnMut() -> Id,
) -> Result<Imported, ImportError> {
    let file = file.as_ref();
    if pdf::is_pdf(file) {
        let attached = pdf::attached(file)?;
        return text(&attached, language, template, ids).map_err(pdf::as_of_a_pdf);
    }
    text(file, language, template, ids)
}

fn text(
    file: &[u8],
    language: Language,
    template: Template,
    mut ids: impl FnMut() -> Id,
) -> Result<Imported, ImportError> {
    let text = decode(file)?;
    let json = serde_json::from_str(text).map_err(|e| ImportError::NotJson {
        line: e.line(),
        column: e.column(),
    })?;
    let json = unwrapped(json);
    let Some(object) = json.as_object() else {
        return Err(ImportError::NotACv);
    };
    if own::is_own(object) {
        match format::load_value(json.clone()) {
            Ok(document) => {
                return Ok(Imported {
                    document,
                    source: Source::Merit,
                    report: Report::default(),
                });
            }
            Err(LoadError::Newer(format)) => return Err(ImportError::Newer(format)),
            Err(_) => {}
        }
    }
    let source = if own::is_own(object) {
        Source::Merit
    } else if reactive_resume::is_reactive_resume(object) {
        Source::ReactiveResume
    } else if resume::is_fresh(object) {
        Source::Fresh
    } else if resume::is_json_resume(object) {
        Source::JsonResume
    } else {
        return Err(ImportError::NotACv);
    };
    let language = language::of(&json).unwrap_or(language);
    let blank = Document::blank(language, template, &mut ids);
    let mut reader = reader::Reader::new(source, blank, &mut ids);
    match source {
        Source::Merit => own::read(&mut reader, object),
        Source::ReactiveResume => reactive_resume::read(&mut reader, object),
        Source::Fresh | Source::JsonResume => resume::read(&mut reader, object),
    }
    let (document, report) = (reader.document, reader.report);
    limits::document(&document).map_err(ImportError::TooLarge)?;
    Ok(Imported {
        document,
        source,
        report,
    })
}

/// The text of a file, without a byte order mark.
fn decode(file: &[u8]) -> Result<&str, ImportError> {
    if file.len() > limits::DOCUMENT_BYTES {
        return Err(ImportError::TooLarge(Exceeded::DocumentBytes));
    }
    // JSON starts with an ASCII character, so in UTF-16 one byte of two is zero.
    if matches!(
        file,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..]
    ) {
        return Err(ImportError::Utf16);
    }
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let text = std::str::from_utf8(file).map_err(|error| {
        let before = &file[..error.valid_up_to()];
        let line_start = before
            .iter()
            .rposition(|b| *b == b'\n')
            .map_or(0, |i| i + 1);
        ImportError::NotUtf8 {
            line: 1 + before.iter().filter(|b| **b == b'\n').count(),
            column: 1 + before.len() - line_start,
        }
    })?;
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    Ok(text)
}

/// The document in an answer of another program that has it in a member.
fn unwrapped(mut json: Json) -> Json {
    let Some(object) = json.as_object_mut() else {
        return json;
    };
    let known = own::is_own(object)
        || reactive_resume::is_reactive_resume(object)
        || resume::is_json_resume(object);
    if !known {
        for name in ["data", "resume"] {
            if object.get(name).is_some_and(Json::is_object) {
                return object[name].take();
            }
        }
    }
    json
}

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
//! What has no fields, the text of a word processor or of a PDF's pages, is read
//! by what it looks like (`plain`): [`Source::is_guess`] says that a person should
//! look at it before it is taken.
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

mod archive;
mod csv;
mod dates;
mod europass;
mod headings;
mod html;
mod iso639;
mod item;
mod language;
mod linked_in;
mod names;
mod own;
mod pdf;
mod plain;
mod reactive_resume;
mod reader;
pub(crate) mod report;
mod resume;
mod section;
mod value;
mod word;
mod xml;

pub use headings::Headings;
pub use report::{Found, NOTES, Note, Outcome, Reason, Report, What};

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Our own form.
    Merit,
    JsonResume,
    ReactiveResume,
    Fresh,
    LinkedIn,
    Europass,
    /// Text of a word processor.
    Word,
    /// Text of a PDF's pages.
    Text,
}

impl Source {
    /// Whether what came in was guessed from text without fields.
    pub fn is_guess(self) -> bool {
        matches!(self, Source::Word | Source::Text)
    }

    /// Whether its texts are HTML.
    fn holds_html(self) -> bool {
        matches!(self, Source::ReactiveResume | Source::Europass)
    }

    /// Whether its texts are plain, so that no mark in them means anything.
    fn is_literal(self) -> bool {
        self == Source::LinkedIn || self.is_guess()
    }

    /// Whether what others list apart is a list within its texts.
    fn has_lists_in_text(self) -> bool {
        self.holds_html() || self == Source::LinkedIn
    }
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
    /// pages say can be read by [`import_text`], by who has a reader of pages.
    #[error(
        "the PDF has no CV data in it; the text of pages is read in the browser, not on the \
         command line"
    )]
    NoCvInPdf,
    /// A PDF whose pages are pictures.
    #[error("there is no text in it")]
    NoText,
    /// Line from one, column in characters.
    #[error("not XML: line {line}, column {column}")]
    NotXml { line: usize, column: usize },
    /// An archive that is damaged or encrypted.
    #[error("the archive cannot be read: it is damaged, or locked with a password")]
    BrokenArchive,
    /// An archive, but neither LinkedIn's nor a word processor's.
    #[error("an archive without a CV in it")]
    NothingInArchive,
    /// The form of word processors before 2007, or one with a password.
    #[error("an old or locked word processor's file; save it as .docx without a password")]
    OldWord,
    #[error("the file is too large: {0}")]
    TooLarge(Exceeded),
}

/// Reads a file in any of the known formats, or the one that a PDF carries.
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
    import_knowing(file, language, template, &|_| None, ids)
}

/// The same, by who knows the headings of further languages than Swedish and
/// English: `headings` is asked for lines in lower case.
///
/// # Errors
/// As [`import`].
pub fn import_knowing(
    file: impl AsRef<[u8]>,
    language: Language,
    template: Template,
    headings: Headings<'_>,
    mut ids: impl FnMut() -> Id,
) -> Result<Imported, ImportError> {
    const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    let file = file.as_ref();
    let headings = known_to(headings);
    let new = New {
        language,
        template,
        headings: &headings,
        ids: &mut ids,
    };
    if pdf::is_pdf(file) {
        let attached = pdf::attached(file)?;
        return text(&attached, new).map_err(pdf::as_of_a_pdf);
    }
    if archive::is_zip(file) {
        let mut archive = archive::Archive::open(file)?;
        if let Some(lines) = word::lines(&mut archive)? {
            return of_lines(Source::Word, lines, new);
        }
        let tables = linked_in::tables(&mut archive)?;
        let mut reader = new.reader(Source::LinkedIn, language::of(&linked_in::texts(&tables)));
        linked_in::read(&mut reader, tables);
        return finished(reader);
    }
    if file.starts_with(COMPOUND) {
        return Err(ImportError::OldWord);
    }
    text(file, new)
}

/// Reads the text of pages, in the order in which they are read.
///
/// # Errors
/// There is none, or more than a CV has.
pub fn import_text(
    text: &str,
    language: Language,
    template: Template,
    headings: Headings<'_>,
    mut ids: impl FnMut() -> Id,
) -> Result<Imported, ImportError> {
    if text.len() > limits::DOCUMENT_BYTES {
        return Err(ImportError::TooLarge(Exceeded::DocumentBytes));
    }
    let headings = known_to(headings);
    let new = New {
        language,
        template,
        headings: &headings,
        ids: &mut ids,
    };
    of_lines(Source::Text, plain::of_text(text, &headings), new)
}

/// The headings of whoever asks, and the usual ones before them.
fn known_to(more: Headings<'_>) -> impl Fn(&str) -> Option<crate::SectionKind> {
    move |line| {
        let line = headings::folded(line)?;
        headings::usual(&line).or_else(|| more(&line))
    }
}

/// What a new document begins with.
struct New<'n> {
    language: Language,
    template: Template,
    headings: Headings<'n>,
    ids: &'n mut dyn FnMut() -> Id,
}

impl<'n> New<'n> {
    fn reader(self, source: Source, language: Option<Language>) -> reader::Reader<'n> {
        let language = language.unwrap_or(self.language);
        let blank = Document::blank(language, self.template, &mut *self.ids);
        reader::Reader::new(source, blank, self.ids)
    }
}

fn finished(reader: reader::Reader<'_>) -> Result<Imported, ImportError> {
    let source = reader.source;
    let (document, report) = (reader.document, reader.report);
    limits::document(&document).map_err(ImportError::TooLarge)?;
    Ok(Imported {
        document,
        source,
        report,
    })
}

fn of_lines(
    source: Source,
    lines: Vec<plain::Line>,
    new: New<'_>,
) -> Result<Imported, ImportError> {
    if lines.is_empty() {
        return Err(ImportError::NoText);
    }
    let headings = new.headings;
    let mut reader = new.reader(source, language::of(&plain::texts(&lines)));
    plain::read(&mut reader, lines, headings);
    finished(reader)
}

fn of_xml(text: &str, new: New<'_>) -> Result<Imported, ImportError> {
    let tree = xml::parse(text).map_err(|error| match error {
        xml::NoTree::Broken { line, column } => ImportError::NotXml { line, column },
        xml::NoTree::TooLarge => ImportError::TooLarge(Exceeded::DocumentBytes),
    })?;
    let root = tree.root_element();
    let headings = new.headings;
    let language = europass::language(root).or_else(|| language::of(&europass::texts(root)));
    let mut reader = match europass::is_candidate(root) || europass::is_passport(root) {
        true => new.reader(Source::Europass, language),
        false => return Err(ImportError::NotACv),
    };
    match europass::is_candidate(root) {
        true => europass::read(&mut reader, root, headings),
        false => europass::read_passport(&mut reader, root),
    }
    finished(reader)
}

fn text(file: &[u8], new: New<'_>) -> Result<Imported, ImportError> {
    let text = decode(file)?;
    if text.trim_start().starts_with('<') {
        return of_xml(text, new);
    }
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
    let mut reader = new.reader(source, language::of(&json));
    match source {
        Source::Merit => own::read(&mut reader, object),
        Source::ReactiveResume => reactive_resume::read(&mut reader, object),
        _ => resume::read(&mut reader, object),
    }
    finished(reader)
}

/// The text of a file, without a byte order mark.
fn decode(file: &[u8]) -> Result<&str, ImportError> {
    let most = match pdf::is_xml(file) {
        true => limits::XML_BYTES,
        false => limits::DOCUMENT_BYTES,
    };
    if file.len() > most {
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

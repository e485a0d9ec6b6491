//! How much a document may hold. The same code refuses on both sides: the
//! editor before it shows a change, the server before it takes one.

use serde::{Deserialize, Serialize};

use crate::date::When;
use crate::design::{Column, Design, Paging};
use crate::document::{Document, Item, Origin, Section, Template, Value};
use crate::photo::Photo;
use crate::rich::{Block, Inline, RichText, Span};
use crate::schema::Field;

/// Characters (Unicode scalar values) in one field, list line or heading.
pub const FIELD_CHARS: usize = 10_000;
/// Items and list lines in a document, together.
pub const ITEMS: usize = 2_000;
/// Sections in a document.
pub const SECTIONS: usize = 100;
/// Bytes of a document as JSON, and of a file that is imported.
pub const DOCUMENT_BYTES: usize = 1024 * 1024;
/// Bytes of a PDF that is imported. What is attached to it is a document.
pub const PDF_BYTES: usize = 16 * 1024 * 1024;
/// Bytes of a Europass file: a document, and a photo that is not read.
pub const XML_BYTES: usize = 8 * 1024 * 1024;
/// Bytes of an archive that is imported: LinkedIn's holds pictures too, and a word
/// processor's file may.
pub const ARCHIVE_BYTES: usize = 64 * 1024 * 1024;

/// The limit that a change or a file would pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Exceeded {
    #[error("a field holds at most {FIELD_CHARS} characters")]
    FieldChars,
    #[error("a document holds at most {ITEMS} items and list lines")]
    Items,
    #[error("a document holds at most {SECTIONS} sections")]
    Sections,
    #[error("a document holds at most {DOCUMENT_BYTES} bytes")]
    DocumentBytes,
    /// Of a file that is imported, never of a document.
    #[error("the archive is larger, or unfolds to more, than any CV")]
    ArchiveBytes,
}

/// Checks the text of one value.
pub fn value(value: &Value) -> Result<(), Exceeded> {
    match value {
        Value::Text(text) | Value::When(When::Odd(text)) => self::text(text),
        Value::When(_) => Ok(()),
        Value::Rich(rich) => self::count(rich.chars()),
        Value::Lines(lines) => lines.iter().try_for_each(|line| inline(&line.text)),
    }
}

/// Checks a heading or another piece of plain text.
pub fn text(text: &str) -> Result<(), Exceeded> {
    // Bytes bound characters from above, so most texts need no counting.
    if text.len() <= FIELD_CHARS {
        return Ok(());
    }
    count(text.chars().count())
}

pub(crate) fn inline(text: &Inline) -> Result<(), Exceeded> {
    count(text.chars())
}

fn count(chars: usize) -> Result<(), Exceeded> {
    if chars > FIELD_CHARS {
        Err(Exceeded::FieldChars)
    } else {
        Ok(())
    }
}

/// Checks a template: its name and what `typeset` writes there are texts too.
pub(crate) fn template(template: &Template) -> Result<(), Exceeded> {
    text(&template.name)?;
    text(&template.layout)?;
    template.breaks.as_deref().map_or(Ok(()), text)
}

/// Checks a design: the name of a font pair is a text too.
pub(crate) fn design(design: &Design) -> Result<(), Exceeded> {
    design.fonts.as_deref().map_or(Ok(()), text)
}

/// Checks a whole document: counts, each text, and the bytes it takes.
pub fn document(document: &Document) -> Result<(), Exceeded> {
    counts(document)?;
    template(&document.template)?;
    design(&document.design)?;
    for item in document.items() {
        item.fields.values().try_for_each(value)?;
        let seen = item.origin.iter().flat_map(|origin| origin.seen.values());
        seen.into_iter().try_for_each(value)?;
    }
    document
        .sections
        .iter()
        .filter_map(|s| s.heading.as_deref())
        .try_for_each(text)
}

/// Checks only what a single edit can push over a limit beside its own text:
/// the number of items and lines and the size of the whole. No allocation, one
/// walk: this runs on every keystroke.
pub(crate) fn counts(document: &Document) -> Result<(), Exceeded> {
    if entries(document) > ITEMS {
        Err(Exceeded::Items)
    } else if document.sections.len() > SECTIONS {
        Err(Exceeded::Sections)
    } else if bytes(document) > DOCUMENT_BYTES {
        Err(Exceeded::DocumentBytes)
    } else {
        Ok(())
    }
}

/// Items (the basics are one) and list lines, which share a limit.
pub(crate) fn entries(document: &Document) -> usize {
    let lines = |value: &Value| match value {
        Value::Lines(lines) => lines.len(),
        _ => 0,
    };
    document
        .items()
        .map(|item| 1 + item.fields.values().map(lines).sum::<usize>())
        .sum()
}

/// The bytes of a document as [`crate::format::save`] writes it, without
/// writing it: never less, and little more (property tests). The numbers below
/// are the lengths of the JSON around the texts, its comma included.
pub fn bytes(document: &Document) -> usize {
    const FRAME: usize = 180;
    const REFERENCE: usize = 40;
    FRAME
        + template_bytes(&document.template)
        + design_bytes(&document.design)
        + photo_bytes(document.photo)
        + item_bytes(&document.basics)
        + document.sections.iter().map(section_bytes).sum::<usize>()
        + document
            .personal
            .as_ref()
            .map_or(0, |p| 30 + REFERENCE * p.references.len())
}

pub(crate) fn template_bytes(template: &Template) -> usize {
    json_bytes(&template.name)
        + json_bytes(&template.layout)
        + template.breaks.as_deref().map_or(0, |b| 10 + json_bytes(b))
}

pub(crate) fn design_bytes(design: &Design) -> usize {
    if design.is_usual() {
        return 0;
    }
    // `"design":{},` around the longest form of all choices but the fonts.
    190 + design.fonts.as_deref().map_or(0, |f| 10 + json_bytes(f))
}

pub(crate) fn photo_bytes(photo: Option<Photo>) -> usize {
    // `"photo":{"file":"…","width":4096,"height":4096,"shape":"square","hidden":true},`
    if photo.is_some() { 116 } else { 0 }
}

pub(crate) fn paging_bytes(paging: Paging) -> usize {
    // `"paging":{"together":true,"new_page":true},`
    if paging.is_usual() { 0 } else { 43 }
}

pub(crate) fn column_bytes(column: Option<Column>) -> usize {
    // `"column":"main",`
    if column.is_some() { 16 } else { 0 }
}

pub(crate) fn heading_bytes(heading: Option<&str>) -> usize {
    heading.map_or(0, |h| 11 + json_bytes(h))
}

pub(crate) fn section_bytes(section: &Section) -> usize {
    // `{"id":"0123456789abcdef","kind":"","items":[]},`
    47 + section.kind.json().len()
        + heading_bytes(section.heading.as_deref())
        + if section.hidden { 14 } else { 0 }
        + paging_bytes(section.paging)
        + column_bytes(section.column)
        + section.items.iter().map(item_bytes).sum::<usize>()
}

pub(crate) fn item_bytes(item: &Item) -> usize {
    // `{"id":"0123456789abcdef","fields":{}},`
    38 + if item.hidden { 14 } else { 0 }
        + paging_bytes(item.paging)
        + origin_bytes(item.origin.as_ref())
        + item
            .fields
            .iter()
            .map(|(field, value)| field_bytes(*field, value))
            .sum::<usize>()
}

pub(crate) fn origin_bytes(origin: Option<&Origin>) -> usize {
    let Some(origin) = origin else { return 0 };
    // `"origin":{"document":"0123456789abcdef","item":"…","revision":,"seen":{},"same":[]},`
    // with the longest revision, and each of the names with quotes and a comma.
    let names = origin.same.iter().map(|field| 3 + field.json().len());
    let seen = origin.seen.iter();
    122 + names.sum::<usize>()
        + seen
            .map(|(field, value)| field_bytes(*field, value))
            .sum::<usize>()
}

pub(crate) fn field_bytes(field: Field, value: &Value) -> usize {
    // `"name":`, and the comma.
    4 + field.json().len()
        + match value {
            // `{"text":}`
            Value::Text(text) => 9 + json_bytes(text),
            // `{"when":{"odd":}}`
            Value::When(When::Odd(text)) => 17 + json_bytes(text),
            // `{"when":{"date":"2014-10-01"}}`
            Value::When(When::Date(_) | When::Ongoing) => 30,
            // `{"rich":[]}` around `{"paragraph":[]},`, `{"list":[[],]},` or
            // `{"numbered":[[],]},`
            Value::Rich(rich) => {
                11 + rich
                    .0
                    .iter()
                    .map(|block| match block {
                        Block::Paragraph(line) => 17 + inline_bytes(line),
                        Block::List(lines) => 12 + lines_bytes(lines),
                        Block::Numbered(lines) => 16 + lines_bytes(lines),
                    })
                    .sum::<usize>()
            }
            // `{"lines":[]}` around `{"id":"0123456789abcdef","text":[]},`
            Value::Lines(lines) => {
                12 + lines
                    .iter()
                    .map(|line| 36 + inline_bytes(&line.text))
                    .sum::<usize>()
            }
        }
}

fn lines_bytes(lines: &[Inline]) -> usize {
    lines.iter().map(|line| 3 + inline_bytes(line)).sum()
}

pub(crate) fn inline_bytes(inline: &Inline) -> usize {
    inline.0.iter().map(span_bytes).sum()
}

fn span_bytes(span: &Span) -> usize {
    // `{"text":},`
    10 + json_bytes(&span.text)
        + span.link.as_deref().map_or(0, |l| 8 + json_bytes(l))
        + if span.bold { 12 } else { 0 }
        + if span.italic { 14 } else { 0 }
}

/// The length of a text as a JSON string: quotes, and escapes for what JSON
/// cannot hold as it is (six bytes at most for a byte).
fn json_bytes(text: &str) -> usize {
    2 + text.len()
        + text
            .bytes()
            .map(|b| match b {
                b'"' | b'\\' | 0x08 | b'\t' | b'\n' | 0x0c | b'\r' => 1,
                0..0x20 => 5,
                _ => 0,
            })
            .sum::<usize>()
}

/// Cuts a value to what a field may hold and returns how many characters had
/// to go.
pub(crate) fn cut(value: &mut Value) -> usize {
    match value {
        Value::Text(text) | Value::When(When::Odd(text)) => cut_text(text, FIELD_CHARS),
        Value::When(_) => 0,
        Value::Rich(rich) => cut_rich(rich, FIELD_CHARS),
        Value::Lines(lines) => lines
            .iter_mut()
            .map(|line| {
                let mut left = FIELD_CHARS;
                let lost = cut_inline(&mut line.text, &mut left);
                if lost > 0 {
                    line.text = line.text.normalised();
                }
                lost
            })
            .sum(),
    }
}

/// Cuts rich text to so many characters and returns how many had to go.
pub(crate) fn cut_rich(rich: &mut RichText, mut left: usize) -> usize {
    let lost = rich.inlines_mut().map(|line| cut_inline(line, &mut left));
    let lost = lost.sum();
    if lost > 0 {
        *rich = rich.normalised();
    }
    lost
}

pub(crate) fn cut_text(text: &mut String, limit: usize) -> usize {
    let Some((at, _)) = text.char_indices().nth(limit) else {
        return 0;
    };
    let lost = text[at..].chars().count();
    text.truncate(at);
    lost
}

/// A link counts as text, and goes when it does not fit whole.
fn cut_inline(line: &mut Inline, left: &mut usize) -> usize {
    let mut lost = 0;
    for span in &mut line.0 {
        lost += cut_text(&mut span.text, *left);
        *left -= span.text.chars().count();
        let link = span.link.as_deref().map_or(0, |l| l.chars().count());
        if link > *left {
            span.link = None;
            lost += link;
        } else {
            *left -= link;
        }
    }
    line.0.retain(|span| !span.text.is_empty());
    lost
}

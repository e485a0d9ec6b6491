//! The notation in which forms show rich text.
//!
//! The reader never fails: what does not parse as notation is text. The writer
//! escapes with a backslash exactly what would otherwise be read as notation,
//! so that `read(write(x)) == x` for every normalised `x` (a property test).

use std::ops::Range;

use super::{Block, Inline, RichText, spans};

/// The kinds of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Bullets,
    Numbers,
}

/// A paragraph or a list line, by its place in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// Of a list line, its kind.
    pub(super) list: Option<List>,
    /// The bytes of its text, without the mark of a list line.
    pub(super) text: Range<usize>,
    /// A numbered list is what comes before: any number goes on with it.
    pub(super) after_numbers: bool,
}

/// Reads a text area's content, into normal form.
pub fn read(source: &str) -> RichText {
    let source = source.replace("\r\n", "\n").replace('\r', "\n");
    let mut blocks: Vec<Block> = Vec::new();
    for unit in units(&source) {
        let inline = spans::read(source.get(unit.text).unwrap_or_default());
        match (unit.list, blocks.last_mut()) {
            (None, _) => blocks.push(Block::Paragraph(inline)),
            (Some(List::Bullets), Some(Block::List(lines)))
            | (Some(List::Numbers), Some(Block::Numbered(lines))) => lines.push(inline),
            (Some(List::Bullets), _) => blocks.push(Block::List(vec![inline])),
            (Some(List::Numbers), _) => blocks.push(Block::Numbered(vec![inline])),
        }
    }
    RichText(blocks).normalised()
}

/// The paragraphs and list lines of a source whose lines end in `\n`.
pub(super) fn units(source: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut paragraph: Option<Unit> = None;
    let mut after_numbers = false;
    let mut start = 0;
    for line in source.split('\n') {
        let end = start + line.len();
        match mark(line, after_numbers) {
            Some((list, length)) => {
                units.extend(paragraph.take());
                units.push(Unit {
                    list: Some(list),
                    text: start + length..end,
                    after_numbers,
                });
                after_numbers = list == List::Numbers;
            }
            None if line.trim().is_empty() => units.extend(paragraph.take()),
            None => {
                let begun = paragraph.get_or_insert(Unit {
                    list: None,
                    text: start..end,
                    after_numbers,
                });
                begun.text.end = end;
                after_numbers = false;
            }
        }
        start = end + 1;
    }
    units.extend(paragraph);
    units
}

/// The mark that makes a line one of a list: its kind, and how many bytes it has.
///
/// A numbered list begins with 1 and goes on with any number, so that neither the
/// seventeenth of May nor the year 2019 begins one.
pub(super) fn mark(line: &str, after_numbers: bool) -> Option<(List, usize)> {
    let ends = |length: usize| match line.as_bytes().get(length) {
        None => Some(length),
        Some(b' ') => Some(length + 1),
        Some(_) => None,
    };
    if line.starts_with('-') {
        return Some((List::Bullets, ends(1)?));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let counts = (1..=9).contains(&digits) && (after_numbers || line.starts_with("1."));
    if !counts || line.as_bytes().get(digits) != Some(&b'.') {
        return None;
    }
    Some((List::Numbers, ends(digits + 1)?))
}

/// Writes what [`read`] reads: the text's normal form.
pub fn write(rich: &RichText) -> String {
    let rich = rich.normalised();
    let mut out = String::new();
    let mut after_numbers = false;
    for block in &rich.0 {
        if !out.is_empty() {
            out.push_str(match block {
                Block::Paragraph(_) => "\n\n",
                Block::List(_) | Block::Numbered(_) => "\n",
            });
        }
        match block {
            Block::Paragraph(inline) => out.push_str(&write_paragraph(inline, after_numbers)),
            Block::List(lines) => {
                let lines: Vec<String> = lines.iter().map(spans::write).collect();
                out.push_str("- ");
                out.push_str(&lines.join("\n- "));
            }
            Block::Numbered(lines) => {
                for (number, line) in (1..).zip(lines) {
                    if number > 1 {
                        out.push('\n');
                    }
                    out.push_str(&format!("{number}. {}", spans::write(line)));
                }
            }
        }
        after_numbers = matches!(block, Block::Numbered(_));
    }
    out
}

/// Writes a paragraph in normal form. `after_numbers` says whether a numbered list
/// stands before it.
pub(super) fn write_paragraph(inline: &Inline, mut after_numbers: bool) -> String {
    let mut out = String::new();
    for (i, line) in spans::write(inline).split('\n').enumerate() {
        if i > 0 {
            out.push('\n');
        }
        // A line that would be read as one of a list.
        let escaped = match mark(line, after_numbers) {
            Some((List::Bullets, _)) => 0,
            Some((List::Numbers, _)) => line.find('.').unwrap_or(0),
            None => line.len(),
        };
        let (before, after) = line.split_at(escaped);
        out.push_str(before);
        if !after.is_empty() {
            out.push('\\');
        }
        out.push_str(after);
        after_numbers = false;
    }
    out
}

/// Reads one line, into normal form.
pub fn read_inline(source: &str) -> Inline {
    spans::read(source).normalised()
}

/// Writes one line, in normal form.
pub fn write_inline(inline: &Inline) -> String {
    spans::write(&inline.normalised())
}

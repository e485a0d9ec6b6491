//! What toolbar and keys do to a text in the notation: marks around what is
//! selected, links, lists that go on with the next line.
//!
//! Nothing here knows a form. An [`Area`] is a text with a selection, and every
//! change gives another one. Styles are changed in what the notation says, and then
//! written again, so that marks never cross or stand beside white space.

use std::ops::Range;

use super::notation::{self, List, Unit};
use super::{Block, Inline, RichText, Span, spans};

mod link;
mod lists;
mod styles;

pub use link::Link;
pub use styles::{Style, Styles};

/// A text in the notation, with `\n` at the ends of lines, and what is selected of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    pub text: String,
    /// In bytes, at the borders of characters. Where nothing is selected the cursor
    /// stands there.
    pub selection: Range<usize>,
    /// One line of a list, which has no paragraphs and no lists within it.
    pub is_line: bool,
}

/// A paragraph or list line with its characters.
struct Opened {
    unit: Unit,
    /// Each with its style.
    chars: Vec<(char, Span)>,
    /// The bytes of the whole text that say it.
    places: Vec<Range<usize>>,
}

impl Opened {
    fn of(text: &str, unit: Unit) -> Opened {
        let (inline, places) = spans::read_placed(text.get(unit.text.clone()).unwrap_or_default());
        let chars = inline.0.iter().flat_map(|span| {
            let style = Span {
                text: String::new(),
                ..span.clone()
            };
            span.text.chars().map(move |c| (c, style.clone()))
        });
        let start = unit.text.start;
        Opened {
            chars: chars.collect(),
            places: places
                .into_iter()
                .map(|place| place.start + start..place.end + start)
                .collect(),
            unit,
        }
    }

    /// The numbers of the characters that a selection touches, or before which the
    /// cursor stands.
    fn selected(&self, selection: &Range<usize>) -> Range<usize> {
        let start = self
            .places
            .partition_point(|place| place.end <= selection.start);
        let end = self
            .places
            .partition_point(|place| place.start < selection.end);
        start..end.max(start)
    }

    /// What its characters are written as now.
    fn written(&self) -> String {
        let mut inline = Inline::default();
        for (c, style) in &self.chars {
            inline.push(Span {
                text: c.to_string(),
                ..style.clone()
            });
        }
        if self.unit.list.is_some() {
            return notation::write_inline(&inline);
        }
        let rich = RichText(vec![Block::Paragraph(inline)]).normalised();
        let paragraphs = rich.0.iter().map(|block| match block {
            Block::Paragraph(inline) => notation::write_paragraph(inline, self.unit.after_numbers),
            Block::List(_) | Block::Numbered(_) => String::new(),
        });
        paragraphs.collect::<Vec<_>>().join("\n\n")
    }
}

impl Area {
    /// From what a text area holds, which counts in units of UTF-16.
    pub fn from_utf16(text: &str, start: u32, end: u32, is_line: bool) -> Area {
        let byte = |units: u32| {
            let mut left = units as usize;
            let at = text.char_indices().find(|(_, c)| {
                let is_here = left == 0;
                left = left.saturating_sub(c.len_utf16());
                is_here
            });
            at.map_or(text.len(), |(at, _)| at)
        };
        Area {
            text: text.to_owned(),
            selection: byte(start)..byte(end.max(start)),
            is_line,
        }
    }

    /// The selection in units of UTF-16.
    pub fn selection_utf16(&self) -> (u32, u32) {
        let units = |at: usize| {
            let before = self.text.get(..at).unwrap_or(&self.text);
            before.chars().map(char::len_utf16).sum::<usize>() as u32
        };
        (units(self.selection.start), units(self.selection.end))
    }

    fn with(&self, text: String, selection: Range<usize>) -> Area {
        Area {
            text,
            selection,
            is_line: self.is_line,
        }
    }

    /// The same with other text in place of some bytes, and the cursor behind it.
    pub(super) fn replaced(&self, range: Range<usize>, by: &str) -> Area {
        let mut text = self.text.clone();
        text.replace_range(range.clone(), by);
        let cursor = range.start + by.len();
        self.with(text, cursor..cursor)
    }

    fn units(&self) -> Vec<Unit> {
        if !self.is_line {
            return notation::units(&self.text);
        }
        vec![Unit {
            // A line, and so without line breaks.
            list: Some(List::Bullets),
            text: 0..self.text.len(),
            after_numbers: false,
        }]
    }

    /// The paragraph or line at a place, or an empty paragraph there.
    fn unit_at(&self, at: usize) -> Unit {
        let units = self.units();
        let number = units.partition_point(|unit| unit.text.end < at);
        let found = units.get(number).filter(|unit| {
            let from = line_start(&self.text, unit.text.start);
            self.is_line || from <= at
        });
        found.cloned().unwrap_or(Unit {
            list: None,
            text: at..at,
            after_numbers: number
                .checked_sub(1)
                .and_then(|before| units.get(before))
                .is_some_and(|unit| unit.list == Some(List::Numbers)),
        })
    }

    /// The paragraphs and lines in which something is selected.
    fn touched(&self) -> Vec<Unit> {
        let Range { start, end } = self.selection;
        let touches = |unit: &Unit| {
            let from = match self.is_line {
                true => 0,
                false => line_start(&self.text, unit.text.start),
            };
            from <= end && unit.text.end >= start
        };
        self.units().into_iter().filter(touches).collect()
    }

    /// The list that the cursor is in a line of.
    pub(super) fn list_here(&self) -> Option<List> {
        let unit = self.unit_at(self.selection.start);
        unit.list
            .filter(|_| !self.is_line && unit.text.start <= self.selection.start)
    }

    fn at(&self, cursor: usize) -> Area {
        self.with(self.text.clone(), cursor..cursor)
    }
}

/// Where the line begins that a place is in.
fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or(text);
    before.rfind('\n').map_or(0, |end| end + 1)
}

/// Where it ends.
fn line_end(text: &str, at: usize) -> usize {
    let after = text.get(at..).unwrap_or_default();
    after.find('\n').map_or(text.len(), |end| at + end)
}

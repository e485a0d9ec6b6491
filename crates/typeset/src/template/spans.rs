//! Pieces of content as styled text: what templates share.

use super::content::{Part, Text};
use crate::fonts::Face;
use crate::layout::input::{Align, Cell, Pt, SEPARATOR, Span, Style};
use crate::pages::Role;

/// Parts with dots of another colour between them: the details of an entry, the
/// ways to reach a person.
pub(super) fn dotted<'a>(parts: Vec<Part<'a>>, style: Style, dots: u32) -> Vec<Span<'a>> {
    let mut out = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push(separator(style, dots));
        }
        out.extend(spans(part, style));
    }
    out
}

pub(super) fn separator(style: Style, color: u32) -> Span<'static> {
    let style = Style { color, ..style };
    span(Text::new(format!(" {SEPARATOR} ").into(), None), style)
}

pub(super) fn spans(part: Part<'_>, style: Style) -> Vec<Span<'_>> {
    part.into_iter().map(|text| span(text, style)).collect()
}

/// A piece of text in a style, in the bold or italic of that style if it is so.
pub(super) fn span(text: Text<'_>, style: Style) -> Span<'_> {
    let face = match (style.face, text.bold, text.italic) {
        (Face::Regular, true, false) | (Face::SemiBold, _, false) => Face::SemiBold,
        (Face::Regular, false, true) => Face::Italic,
        (Face::Regular, true, true) | (Face::SemiBold, _, true) => Face::SemiBoldItalic,
        (face, _, _) => face,
    };
    Span {
        text: text.text,
        style: Style { face, ..style },
        link: text.link,
        place: text.place,
        whole: text.whole,
    }
}

/// Keeps the words of two cells apart for those who read no positions.
pub(super) fn space(style: Style) -> Span<'static> {
    span(Text::new(" ".into(), None), style)
}

pub(super) fn cell(role: Role, x: Pt, width: Pt, spans: Vec<Span<'_>>) -> Cell<'_> {
    Cell {
        role,
        x,
        width,
        align: Align::Start,
        spans,
    }
}

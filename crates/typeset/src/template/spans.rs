//! Pieces of content as styled text: what templates share.

use super::content::{Part, Text};
use super::pairs::{Pair, Voice};
use crate::icons::Icon;
use crate::layout::input::{Align, Cell, Pt, ROOM, SEPARATOR, Span, Style};
use crate::pages::Role;

/// A type in its size and colour, with the faces for what is stressed in it.
#[derive(Clone, Copy)]
pub(crate) struct Hand {
    pub(super) pair: &'static Pair,
    pub(crate) voice: Voice,
    pub(crate) size: Pt,
    pub(crate) leading: Pt,
    pub(super) color: u32,
    /// Of what parts its pieces.
    pub(super) dots: u32,
    pub(super) tabular: bool,
}

impl Hand {
    /// Parts with dots of another colour between them: the details of an entry,
    /// the ways to reach a person.
    pub(super) fn dotted<'a>(self, parts: Vec<Part<'a>>) -> Vec<Span<'a>> {
        let mut out = Vec::new();
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            if !out.is_empty() {
                out.push(self.separator());
            }
            out.extend(self.spans(part));
        }
        out
    }

    pub(super) fn separator(self) -> Span<'static> {
        let dots = Hand {
            color: self.dots,
            ..self
        };
        dots.span(Text::new(format!(" {SEPARATOR} ").into(), None))
    }

    pub(super) fn spans(self, part: Part<'_>) -> Vec<Span<'_>> {
        part.into_iter().map(|text| self.span(text)).collect()
    }

    /// A piece of text, in bold or italic if it is so.
    pub(super) fn span(self, text: Text<'_>) -> Span<'_> {
        let voice = self.voice.stressed(text.bold, text.italic);
        Span {
            text: text.text,
            style: Style {
                face: self.pair.face(voice),
                size: self.size,
                color: self.color,
                tabular: self.tabular,
            },
            link: text.link,
            place: text.place,
            whole: text.whole,
            icon: None,
        }
    }

    /// Room for a drawing before what comes next, in a colour of its own.
    pub(super) fn icon(self, icon: Icon, color: u32) -> Span<'static> {
        let hand = Hand { color, ..self };
        Span {
            whole: true,
            icon: Some(icon),
            ..hand.span(Text::new(ROOM.into(), None))
        }
    }

    /// Keeps the words of two cells apart for those who read no positions.
    pub(super) fn space(self) -> Span<'static> {
        self.span(Text::new(" ".into(), None))
    }
}

pub(super) fn cell(role: Role, x: Pt, width: Pt, spans: Vec<Span<'_>>) -> Cell<'_> {
    Cell {
        role,
        x,
        width,
        align: Align::Start,
        rtl: false,
        hyphens: None,
        spans,
        gauge: None,
    }
}

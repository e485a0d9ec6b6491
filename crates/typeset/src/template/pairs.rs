//! Font pairs: the faces behind the voices that templates name.

use crate::fonts::Face;

/// What a face is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    Regular,
    Italic,
    SemiBold,
    SemiBoldItalic,
    /// For names and headings.
    Display,
}

/// Fonts that go together: one for text, one for names and headings.
pub struct Pair {
    /// As documents name it, in `Design::fonts`.
    pub name: &'static str,
    /// As people name it.
    pub title: &'static str,
    faces: [Face; 5],
}

/// Every font pair.
pub const PAIRS: &[Pair] = &[
    Pair {
        name: "inter-source-serif",
        title: "Inter, Source Serif",
        faces: [
            Face::Regular,
            Face::Italic,
            Face::SemiBold,
            Face::SemiBoldItalic,
            Face::Display,
        ],
    },
    Pair {
        name: "inter",
        title: "Inter",
        faces: [
            Face::Regular,
            Face::Italic,
            Face::SemiBold,
            Face::SemiBoldItalic,
            Face::SemiBold,
        ],
    },
];

/// The pair that a document chose, or else that of its template.
pub(crate) fn pair(chosen: Option<&str>, usual: &str) -> &'static Pair {
    let named = |name: &str| PAIRS.iter().find(|pair| pair.name == name);
    chosen
        .and_then(named)
        .or_else(|| named(usual))
        .unwrap_or(&PAIRS[0])
}

impl Pair {
    pub(crate) fn face(&self, voice: Voice) -> Face {
        self.faces[voice as usize]
    }
}

impl Voice {
    /// The voice of bold or italic words within a text of this one.
    pub(crate) fn stressed(self, bold: bool, italic: bool) -> Voice {
        match (self, bold, italic) {
            (Voice::Display, ..) | (_, false, false) => self,
            (Voice::Regular, true, false) => Voice::SemiBold,
            (Voice::Regular, false, true) => Voice::Italic,
            // Within italics what is stressed stands upright.
            (Voice::Italic, false, true) => Voice::Regular,
            (Voice::SemiBold, true, false) => Voice::SemiBold,
            _ => Voice::SemiBoldItalic,
        }
    }
}

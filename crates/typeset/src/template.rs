//! Templates: what a document shows, as rows of styled text.
//!
//! A template is one file with one [`look::Look`] and one entry in [`ALL`]. What
//! an entry says is gathered in [`content`], and rows are made of it in
//! [`compose`], the same for all; a template decides only how it looks.

use cv::Shown;

use crate::fonts::{Face, fingerprint};
use crate::layout::input::Sheet;
use crate::layout::patterns;

pub(crate) mod compose;
pub(crate) mod content;
mod dates;
pub(crate) mod look;
pub(crate) mod pairs;
pub(crate) mod spans;
pub(crate) mod tones;
mod typography;
pub mod words;

mod berzelius;
mod celsius;
mod hilma;
mod kovalevsky;
mod lagerlof;
mod linne;
mod polhem;
mod rudbeck;

pub use pairs::{PAIRS, Pair};

#[cfg(feature = "html")]
use compose::Frame;
use look::Look;

/// How lines are broken and flow. Another number sets documents otherwise.
const ENGINE: u32 = 3;

/// A way to set documents.
pub struct Template {
    /// As documents name it.
    pub name: &'static str,
    /// As people name it.
    pub title: &'static str,
    /// Counts the changes that move a line.
    revision: u32,
    look: &'static Look,
}

/// What a file that has no pages has of a template.
#[cfg(feature = "exports")]
#[derive(Clone, Copy)]
pub(crate) struct Dress {
    pub(crate) ink: u32,
    pub(crate) muted: u32,
    pub(crate) accent: u32,
    pub(crate) hairline: u32,
    /// Headings are set in a serif.
    pub(crate) serif: bool,
}

/// Every template, the one for new documents first.
pub const ALL: &[Template] = &[
    linne::TEMPLATE,
    celsius::TEMPLATE,
    berzelius::TEMPLATE,
    hilma::TEMPLATE,
    rudbeck::TEMPLATE,
    lagerlof::TEMPLATE,
    kovalevsky::TEMPLATE,
    polhem::TEMPLATE,
];

/// The template of new documents.
pub fn default() -> &'static Template {
    &ALL[0]
}

/// The template of this name.
pub fn named(name: &str) -> Option<&'static Template> {
    ALL.iter().find(|template| template.name == name)
}

/// The template that a document is set in: the one it names or, where this
/// program does not know that one, the default.
pub(crate) fn of(shown: Shown<'_>) -> &'static Template {
    named(&shown.template().name).unwrap_or_else(default)
}

impl Template {
    /// Whether sections can stand in a second column.
    pub fn has_side(&self) -> bool {
        self.look.side.is_some()
    }

    /// The accent colour of documents that chose none.
    pub fn accent(&self) -> cv::Color {
        cv::Color::new(self.look.palette.accent)
    }

    /// The value that a document which is to be set in this template holds.
    pub fn for_document(&self) -> cv::Template {
        cv::Template {
            name: self.name.to_owned(),
            layout: self.version(),
            breaks: None,
        }
    }

    /// The layout version: template revision, engine generation, and the
    /// editions of hyphenation patterns and fonts.
    pub fn version(&self) -> String {
        let editions: Vec<u8> = Face::all()
            .flat_map(|face| face.edition().to_le_bytes())
            .collect();
        let fonts = fingerprint(&editions) as u32;
        let patterns = patterns::edition();
        format!(
            "{}.{}-e{ENGINE}-h{patterns:08x}-f{fonts:08x}",
            self.name, self.revision
        )
    }

    /// What a document's web page is made by: the same values as its pages.
    #[cfg(feature = "html")]
    pub(crate) fn frame(&self, shown: Shown<'_>) -> Frame {
        Frame::new(self.look, shown)
    }

    /// Colours and fonts of a document, for where there are no pages.
    #[cfg(feature = "exports")]
    pub(crate) fn dress(&self, shown: Shown<'_>) -> Dress {
        let tones = tones::Tones::new(self.look.palette, shown.design());
        let display = Frame::new(self.look, shown).face(pairs::Voice::Display);
        Dress {
            ink: tones.of(look::Tone::Ink),
            muted: tones.of(look::Tone::Muted),
            accent: tones.of(look::Tone::Accent),
            hairline: tones.hairline(),
            serif: pairs::has_serifs(display),
        }
    }

    /// The sections of a document as its pages are read: one column to its end
    /// before the next.
    #[cfg(feature = "exports")]
    pub(crate) fn sections<'a>(&self, shown: Shown<'a>) -> Vec<cv::ShownSection<'a>> {
        compose::sections(self.look, shown)
    }

    /// The paper of a document and its margins.
    #[cfg(feature = "exports")]
    pub(crate) fn form(&self, shown: Shown<'_>) -> crate::layout::input::Form {
        compose::form(self.look, shown)
    }

    pub(crate) fn sheet<'a>(&self, shown: Shown<'a>) -> Sheet<'a> {
        compose::sheet(self.look, shown)
    }
}

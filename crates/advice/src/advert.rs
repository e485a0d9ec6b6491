//! What of an advertisement a CV answers.
//!
//! The advertisement's words that matter are looked for in everything that the CV
//! shows, by their stems and, in Swedish, also inside of compounds. What is not there
//! is told with the places where it could stand, for who has it: nobody is told to
//! write what is not true. Nothing of an advertisement is kept.

mod adding;
mod compound;
mod content;
mod known;
mod language;
mod sentence;
mod terms;

use cv::{Document, SectionKind};
use serde::{Deserialize, Serialize};

use crate::place::{Place, texts};
use crate::tongue::Tongue;

pub use adding::adding;

/// What stands behind so many bytes of an advertisement is not read.
const READ: usize = 30_000;
/// So many places are told of one term.
const PLACES: usize = 4;

/// What a CV answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The language of the advertisement, if it is one that is known here.
    pub tongue: Option<Tongue>,
    /// The CV is in another one.
    pub differs: bool,
    /// What is asked for, in the order in which it is: things that are well known
    /// first, then other words that look as if they mattered.
    pub asked: Vec<Asked>,
}

/// One thing that an advertisement asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// As the advertisement writes it.
    pub term: String,
    pub kind: Kind,
    /// As it would stand in the CV.
    pub entry: String,
    /// Where the CV has it; empty if it does not.
    pub places: Vec<Place>,
    /// Where it could stand, the best place first, if the CV has it not.
    pub put: Vec<Put>,
}

/// What sort of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Tool,
    Skill,
    Language,
    Licence,
    /// A course, a degree, a certificate.
    Course,
    /// How somebody is. A CV cannot show it by its name, only by what was done.
    Trait,
    /// What is agreed upon or shown elsewhere.
    Condition,
    /// A word of the advertisement that looks as if it mattered.
    Word,
}

impl Kind {
    /// Whether a CV is no place for it.
    pub fn is_beyond(self) -> bool {
        matches!(self, Kind::Trait | Kind::Condition)
    }
}

/// A place where something could stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Put {
    /// An entry of its own in a section: see [`adding`].
    Entry(SectionKind),
    /// An entry that is there and tells of something near: its own words have to be
    /// written by a person.
    At(Place),
}

/// Compares a document with an advertisement.
pub fn compare(document: &Document, advert: &str) -> Answer {
    let advert = until(advert, READ);
    let tongue = language::of(advert);
    let texts = texts(document);
    let content = content::Content::new(document, &texts, advert, tongue);
    let found = terms::found(advert, tongue);
    let asked = found.into_iter().map(|term| {
        let mut places = content.places(&term);
        places.truncate(PLACES);
        let put = match places.is_empty() && !term.kind.is_beyond() {
            true => content.put(&term),
            false => Vec::new(),
        };
        Asked {
            entry: term.entry(),
            term: term.text,
            kind: term.kind,
            places,
            put,
        }
    });
    Answer {
        tongue,
        differs: tongue.is_some() && tongue != Tongue::of(document.language),
        asked: asked.collect(),
    }
}

/// The beginning of a text, of so many bytes at most.
fn until(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

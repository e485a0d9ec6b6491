//! What a reader of a CV may stumble over, each with the place where it is.
//!
//! A hint says what is there and why a reader may mind; its writer decides. Rules
//! about words know Swedish and English and keep silent in other languages.

mod dates;
mod lines;
mod phrases;
mod verbs;
mod whole;

use std::collections::BTreeMap;

use cv::{Document, Kind, PartialDate};
use serde::{Deserialize, Serialize};

use crate::place::{Place, texts};
use crate::tongue::Tongue;

pub use verbs::Verbs;

/// Something to look at, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// None where it is about the whole.
    pub place: Option<Place>,
    pub what: What,
}

/// What there is to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Neither an e-mail address nor a telephone number.
    NoContact,
    NoName,
    NoSummary,
    /// A job or a study without a date that its readers look for.
    DateMissing,
    /// Text that is no date.
    DateUnreadable,
    EndBeforeStart,
    /// A year that can hardly be meant, or a day that is yet to come.
    DateUnlikely,
    /// Months between two entries, beginning with the first one that is free.
    Gap {
        from: PartialDate,
        to: PartialDate,
        months: u16,
    },
    /// A job of the last ten years of which nothing is told.
    NoDescription,
    /// A line that begins with words that hide what somebody did.
    WeakStart {
        words: String,
        instead: BTreeMap<Verbs, Vec<String>>,
    },
    FirstPerson {
        word: String,
    },
    /// A line of a list with more words than one reads at a glance.
    LongLine {
        words: usize,
    },
    SingleWord,
    /// One verb begins several lines.
    VerbAgain {
        verb: String,
        times: usize,
    },
    /// A job whose lines have no figure in them.
    NoFigures,
    /// What everybody writes.
    Cliche {
        phrase: String,
    },
    MixedTense,
    /// Some lines end with a full stop and some do not.
    MixedEnds {
        with: usize,
        without: usize,
    },
    Spelling {
        written: String,
        better: String,
    },
    /// An example's gap that nobody has filled in.
    Placeholder {
        text: String,
    },
    TooManyPages {
        pages: usize,
    },
    /// Links that are not encrypted; the place is the first one's.
    LinkNotSecure {
        links: usize,
    },
    /// A photo, where custom differs.
    Photo,
    /// Personal details, where custom differs.
    Details,
    NoLevel,
    ReferencesOnRequest,
}

/// What most CVs have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Name,
    Contact,
    City,
    Summary,
    Work,
    Education,
    Skills,
    Languages,
}

/// All advice on a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// In the order of the document, what is about the whole first.
    pub hints: Vec<Hint>,
    /// What most CVs have, and whether this one does. None of it is a duty.
    pub parts: BTreeMap<Part, bool>,
}

/// Looks at a document. `pages` is how many it has, where that is known; `today` may
/// be known to the month.
///
/// A document in which nothing is written gets no hints: there is nothing to see yet.
pub fn advise(document: &Document, pages: Option<usize>, today: PartialDate) -> Advice {
    let parts = whole::parts(document);
    if document.is_blank() {
        return Advice {
            hints: Vec::new(),
            parts,
        };
    }
    let tongue = Tongue::of(document.language);
    let texts = texts(document);
    let mut hints = Vec::new();
    // A profile is a store, and a letter another kind of text.
    if document.kind == Kind::Cv {
        whole::look(&mut hints, document, pages, tongue);
    }
    if document.kind != Kind::Letter {
        dates::look(&mut hints, document, today);
        lines::look(&mut hints, document, today, tongue);
    }
    phrases::look(&mut hints, &texts, tongue);
    sort(&mut hints, document);
    Advice { hints, parts }
}

/// Puts hints in the order in which a reader of the form meets their places.
fn sort(hints: &mut [Hint], document: &Document) {
    let position = |place: &Place| {
        let section = document.sections.iter().position(|s| {
            Some(s.id) == place.section || s.items.iter().any(|i| Some(i.id) == place.item)
        });
        let item = section
            .and_then(|at| document.sections.get(at))
            .and_then(|s| s.items.iter().position(|i| Some(i.id) == place.item));
        let line = place.item.and_then(|id| document.item(id)).and_then(|i| {
            let lines = place.field.map(|field| i.lines(field)).unwrap_or_default();
            lines.iter().position(|line| Some(line.id) == place.line)
        });
        (section, item, place.field, line)
    };
    hints.sort_by_key(|hint| hint.place.as_ref().map(position));
}

//! What an import or an export did to single pieces of a file.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::limits;

/// Notes that a report holds at most; of further ones it keeps the number.
pub const NOTES: usize = 1_000;

/// Everything that did not come in just as it stood, in the order in which it
/// was met.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub notes: Vec<Note>,
    /// How many more notes there would be: a file of a million odd fields
    /// should not fill the memory with their names.
    pub more: usize,
}

impl Report {
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    pub(crate) fn add(&mut self, path: &str, what: What) {
        if self.notes.len() < NOTES {
            let path = path.to_owned();
            self.notes.push(Note { path, what });
        } else {
            self.more += 1;
        }
    }
}

/// One remark about one place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Where in the file: `work[2].startDate`. For an export the place that it
    /// would have in the file.
    pub path: String,
    pub what: What,
}

/// What was done. Sentences for people are made from it elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// Not a date: kept as text, which the editor shows to be fixed.
    KeptAsText,
    /// A date in another form than ISO 8601 was read as a date.
    ReadAsDate,
    /// An older or foreign name for a field.
    Renamed {
        to: String,
    },
    /// There is no field of its own for it; its text went into another one.
    Moved {
        to: String,
    },
    /// It had another shape than the field has.
    Converted {
        from: Found,
    },
    /// Several lines became one.
    Joined,
    /// Control characters became spaces.
    Cleaned,
    /// So many characters beyond the limit of a field were cut off.
    Truncated {
        chars: usize,
    },
    LeftOut {
        reason: Reason,
    },
    /// A heading or a line of plain text was taken for this.
    Guessed {
        to: String,
    },
    /// A line of plain text that was not understood. The text is kept.
    Unsorted,
    /// It stands under a name of ours, which other programs pass over.
    OwnName,
}

/// The three kinds of notes, as people want to hear of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Understood,
    Kept,
    LeftOut,
}

impl What {
    pub fn outcome(&self) -> Outcome {
        match self {
            What::KeptAsText | What::Unsorted => Outcome::Kept,
            What::LeftOut { .. } | What::Truncated { .. } => Outcome::LeftOut,
            What::ReadAsDate
            | What::Renamed { .. }
            | What::Moved { .. }
            | What::Converted { .. }
            | What::Joined
            | What::Cleaned
            | What::OwnName
            | What::Guessed { .. } => Outcome::Understood,
        }
    }
}

/// The shape in which something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Found {
    Number,
    Boolean,
    /// One text where there should be a list or an object.
    Text,
    List,
    Object,
    Html,
}

/// Why something is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// There is no place for it in a CV here.
    NoPlace,
    /// What was found cannot be made into what the field holds.
    Unreadable,
    /// Another name of the same field had a value already.
    Twice,
    /// Too long, and of no use when cut: an address.
    TooLong,
    /// So many entries would pass the limit of entries or sections.
    TooMany { count: usize },
    /// The document is as large as it may be.
    Full,
    /// It was hidden, and what is like it here cannot be.
    Hidden,
    /// A personal detail, which is entered here with a consent of its own.
    Personal,
    /// A photo: a person chooses and cuts it anew.
    Photo,
}

impl fmt::Display for Note {
    /// One English line, for the command line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.what)
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            What::KeptAsText => f.write_str("not a date, kept as text"),
            What::ReadAsDate => f.write_str("read as a date"),
            What::Renamed { to } => write!(f, "another name for {to}"),
            What::Moved { to } => write!(f, "moved to {to}"),
            What::Converted { from } => write!(f, "converted from {from}"),
            What::Joined => f.write_str("several lines joined to one"),
            What::Cleaned => f.write_str("control characters replaced by spaces"),
            What::Truncated { chars } => {
                let limit = limits::FIELD_CHARS;
                write!(f, "cut at {limit} characters, {chars} left out")
            }
            What::LeftOut { reason } => write!(f, "left out: {reason}"),
            What::Guessed { to } => write!(f, "taken for {to}"),
            What::Unsorted => f.write_str("not understood, kept as text"),
            What::OwnName => f.write_str("under a name of our own, which other programs pass over"),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Found::Number => "a number",
            Found::Boolean => "true or false",
            Found::Text => "a text",
            Found::List => "a list",
            Found::Object => "an object",
            Found::Html => "HTML",
        })
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::NoPlace => f.write_str("there is no place for it"),
            Reason::Unreadable => f.write_str("it cannot be read"),
            Reason::Twice => f.write_str("the field is there twice"),
            Reason::TooLong => f.write_str("it is too long"),
            Reason::TooMany { count } => write!(f, "{count} more than a document holds"),
            Reason::Full => f.write_str("the document is full"),
            Reason::Hidden => f.write_str("it was hidden"),
            Reason::Personal => f.write_str("personal details are entered in the form"),
            Reason::Photo => f.write_str("the photo is chosen in the form"),
        }
    }
}

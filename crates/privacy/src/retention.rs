//! How long data is kept. A rule always has an end: "forever" cannot be written.

mod calendar;
mod periods;

pub use calendar::Date;
pub use periods::{Period, Periods, Unfounded};

/// When data goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Retention {
    /// After so many days.
    Days(Days),
    /// After so many days in which the account was not used, and at any time
    /// by its owner.
    Unused(Days),
    /// When something happens that its owner can bring about at any time. Only
    /// for what is nowhere but on the owner's own device, whose browser may
    /// also delete it earlier.
    Until(Event),
}

impl Retention {
    /// A number of days without use, as [`Retention::days`].
    pub const fn unused(days: u16) -> Retention {
        match Days::new(days) {
            Some(days) => Retention::Unused(days),
            None => panic!("a retention is between a day and ten years"),
        }
    }

    /// A number of days. Does not compile for none or for more than
    /// [`Days::MOST`] in a constant.
    pub const fn days(days: u16) -> Retention {
        match Days::new(days) {
            Some(days) => Retention::Days(days),
            None => panic!("a retention is between a day and ten years"),
        }
    }
}

/// What a number of days is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Start {
    /// It was written.
    Written,
    /// The account was last used, on any of its owner's devices.
    LastUse,
    /// The case that it belongs to was closed. One that is open stays.
    Closed,
}

/// What happens at the end of a retention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Then {
    Deleted,
    /// What is left leads to nobody (GDPR, recital 26).
    Anonymised,
}

/// 1 to [`Days::MOST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days(u16);

impl Days {
    /// Ten years, longer than any law asks of us.
    pub const MOST: u16 = 3653;

    pub const fn new(days: u16) -> Option<Days> {
        if days >= 1 && days <= Days::MOST {
            Some(Days(days))
        } else {
            None
        }
    }

    pub const fn get(self) -> u16 {
        self.0
    }
}

/// What ends a retention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// The owner deletes the draft or clears the site's data.
    DraftErased,
    /// The journal's edits have been written into the draft.
    SnapshotTaken,
    /// The owner deletes the detail or withdraws consent.
    ConsentWithdrawn,
    /// The last draft in this browser is deleted.
    LastDraftErased,
    /// The server has deleted the saved CV, or this browser has deleted its draft.
    UnsavedAgain,
    /// The tab is closed.
    TabClosed,
    /// The browser is closed, or its owner signs out.
    BrowserClosed,
    /// A newer one takes its place, or the owner clears the site's data.
    Replaced,
}

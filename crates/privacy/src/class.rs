//! Who somebody is to the service. What rights they have they all have; by which way
//! they use them, and how long what is known of them is kept, depends on the class.

use crate::inventory::{LEAD_MONTHS, SAVED_DAYS, Subject};

/// Who somebody is to the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Opens pages. Nothing is known of them.
    Visitor,
    /// Has begun to sign up, and has not finished.
    Lead,
    /// Has saved something, which an owner link opens.
    Saver,
    /// Signs in.
    Member,
    /// Has paid. There is nothing to pay for, so nobody is one yet.
    Subscriber,
    /// Is named in somebody else's CV.
    Referee,
    /// Works here.
    Staff,
}

/// By which way somebody uses their rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// On pages of their own, at once.
    OwnPages,
    /// By a request, in which they show who they are.
    Request,
}

/// How long what is known of somebody is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownFor {
    Nothing,
    /// So many months of the calendar, whatever they do meanwhile.
    Months(u16),
    /// So many days without use, or what the operator has decided
    /// ([`crate::Period::Saved`]).
    Unused(u16),
    /// As long as the document that names them.
    WithDocument,
}

impl Class {
    pub const ALL: [Class; 7] = [
        Class::Visitor,
        Class::Lead,
        Class::Saver,
        Class::Member,
        Class::Subscriber,
        Class::Referee,
        Class::Staff,
    ];

    pub const fn reach(self) -> Reach {
        match self {
            Class::Saver | Class::Member | Class::Subscriber | Class::Staff => Reach::OwnPages,
            Class::Visitor | Class::Lead | Class::Referee => Reach::Request,
        }
    }

    pub const fn known_for(self) -> KnownFor {
        match self {
            Class::Visitor => KnownFor::Nothing,
            Class::Lead => KnownFor::Months(LEAD_MONTHS),
            Class::Saver | Class::Member | Class::Subscriber | Class::Staff => {
                KnownFor::Unused(SAVED_DAYS)
            }
            Class::Referee => KnownFor::WithDocument,
        }
    }

    /// Whom the inventory says that data of theirs is about.
    pub const fn subject(self) -> Subject {
        match self {
            Class::Visitor => Subject::Visitor,
            Class::Lead | Class::Saver | Class::Member | Class::Subscriber => Subject::Writer,
            Class::Referee => Subject::Referee,
            Class::Staff => Subject::Staff,
        }
    }
}

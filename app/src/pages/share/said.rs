//! What was done on the sharing pages, and why something was not.

use texts::{Lang, account, consent, linked, links as t, site};

/// What was done. It stands in the address that a form leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Created,
    Published,
    Saved,
    Revoked,
    Deleted,
    AllRevoked,
}

impl Done {
    const ALL: [Done; 6] = [
        Done::Created,
        Done::Published,
        Done::Saved,
        Done::Revoked,
        Done::Deleted,
        Done::AllRevoked,
    ];

    /// The word for it in an address.
    pub fn tag(self) -> &'static str {
        match self {
            Done::Created => "created",
            Done::Published => "published",
            Done::Saved => "saved",
            Done::Revoked => "revoked",
            Done::Deleted => "deleted",
            Done::AllRevoked => "all-revoked",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Done> {
        Done::ALL.into_iter().find(|done| done.tag() == tag)
    }

    pub(super) fn message(self, lang: Lang) -> &'static str {
        match self {
            Done::Created => t::done_created(lang),
            Done::Published => t::done_published(lang),
            Done::Saved => t::done_saved(lang),
            Done::Revoked => t::done_revoked(lang),
            Done::Deleted => t::done_deleted(lang),
            Done::AllRevoked => t::done_all_revoked(lang),
        }
    }
}

/// Why it was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    BadSlug,
    /// It would look like one of ours.
    ReservedSlug,
    SlugTaken,
    Stale,
    Restricted,
    /// The account is to be erased.
    Leaving,
    /// A profile is not for others.
    Profile,
    /// It is a letter, which is for nobody but whom it is written to.
    Letter,
    /// Those who run the server have taken a page of it down.
    TakenDown,
    TooManyLinks,
    TooManyAddresses,
    /// Two CVs are in one language.
    SameLanguage,
    /// The day is none, is over, or is too far away.
    BadDay,
    TooShort,
    TooLong,
    Common,
    Guessable,
}

impl Problem {
    pub(super) fn message(self, lang: Lang) -> &'static str {
        match self {
            Problem::BadSlug => site::share_bad_slug(lang),
            Problem::ReservedSlug => t::reserved_slug(lang),
            Problem::SlugTaken => site::share_slug_taken(lang),
            Problem::Stale => site::share_stale(lang),
            Problem::Restricted => consent::share_not_published(lang),
            Problem::Leaving => site::share_leaving(lang),
            Problem::Profile => linked::share_profile(lang),
            Problem::Letter => site::share_letter(lang),
            Problem::TakenDown => texts::abuse::problem_taken_down(lang),
            Problem::TooManyLinks => t::too_many_links(lang),
            Problem::TooManyAddresses => t::too_many_addresses(lang),
            Problem::SameLanguage => t::same_language(lang),
            Problem::BadDay => t::bad_day(lang),
            Problem::TooShort => account::problem_short(lang),
            Problem::TooLong => account::problem_long(lang),
            Problem::Common => account::problem_common(lang),
            Problem::Guessable => account::problem_guessable(lang),
        }
    }
}

//! What the server stores of who signs in and how, and of those who run it.

use super::server::{CONTENT, SAVED_DAYS, hashed, made, saved, session};
use super::{
    Category, Entry, Erasure, Export, Linkability, Need, Protection, Sensitive, Source, Subject,
};
use crate::purpose::{LegalBasis, Purpose};
use crate::retention::{Retention, Start};

/// A member's browser is recognised for so many days, and for fewer without use.
pub const MEMBER_DAYS: u16 = 90;
/// A member's session ends after so many days without use.
pub const MEMBER_IDLE_DAYS: u16 = 30;
/// What was deleted stays in the bin for so many days.
pub const BIN_DAYS: u16 = 30;
/// An attempt to sign in is known for so many days.
pub const SIGN_IN_DAYS: u16 = 90;
/// What was begun by letter can be finished for so many days.
pub const TICKET_DAYS: u16 = 7;
/// A closed security case is kept for so many days.
pub const CASE_DAYS: u16 = 365;

/// How a member signs in.
const fn login(path: &'static str) -> Entry {
    made(path, Purpose::SignIn, Erasure::WithAccount)
}

/// What keeps others out of an account.
const fn protect(path: &'static str, days: u16) -> Entry {
    Entry {
        retention: Retention::days(days),
        ..made(path, Purpose::Protect, Erasure::WithAccount)
    }
}

const fn ticket(path: &'static str) -> Entry {
    Entry {
        retention: Retention::days(TICKET_DAYS),
        ..login(path)
    }
}

const fn attempt(path: &'static str) -> Entry {
    protect(path, SIGN_IN_DAYS)
}

const fn case(path: &'static str) -> Entry {
    Entry {
        counted_from: Start::Closed,
        ..protect(path, CASE_DAYS)
    }
}

/// Who works here.
const fn staff(path: &'static str) -> Entry {
    Entry {
        subject: Subject::Staff,
        retention: Retention::unused(SAVED_DAYS),
        ..protect(path, 1)
    }
}

/// An address of e-mail.
const fn address(path: &'static str) -> Entry {
    Entry {
        category: Category::Contact,
        source: Source::Entered,
        protection: Protection::Sealed,
        linkability: Linkability::Direct,
        ..login(path)
    }
}

const fn sealed(entry: Entry) -> Entry {
    Entry {
        protection: Protection::Sealed,
        ..entry
    }
}

/// Who leaves it out signs in all the same.
const fn optional(entry: Entry) -> Entry {
    Entry {
        need: Need::Optional,
        ..entry
    }
}

const fn secret(entry: Entry) -> Entry {
    Entry {
        export: Export::Nowhere,
        ..opening(sealed(entry))
    }
}

/// What opens an account.
const fn opening(entry: Entry) -> Entry {
    Entry {
        sensitive: Some(Sensitive::SignIn),
        ..entry
    }
}

/// About nobody yet, so that it is in nobody's copy.
const fn nobodys(entry: Entry) -> Entry {
    Entry {
        export: Export::Nowhere,
        ..entry
    }
}

/// Columns of accounts, beside those of `SERVER`.
pub static ACCOUNTS: &[Entry] = &[
    session("session.kind"),
    Entry {
        category: Category::Online,
        linkability: Linkability::Indirect,
        ..sealed(session("session.agent"))
    },
    session("session.proved_at"),
    session("session.two_factors"),
    login("login.account_id"),
    hashed(login("login.email_index")),
    address("login.email"),
    login("login.verified_at"),
    optional(secret(login("login.password"))),
    optional(login("login.password_at")),
    login("login.reset_at"),
    optional(secret(login("login.totp"))),
    optional(login("login.totp_step")),
    Entry {
        category: Category::Preference,
        source: Source::Chosen,
        ..optional(login("login.lang"))
    },
    login("login.created_at"),
    optional(login("recovery_code.account_id")),
    optional(login("recovery_code.id")),
    opening(optional(hashed(login("recovery_code.code_hash")))),
    optional(login("passkey.account_id")),
    optional(login("passkey.id")),
    optional(hashed(login("passkey.credential_index"))),
    optional(secret(login("passkey.credential"))),
    Entry {
        source: Source::Entered,
        ..optional(sealed(login("passkey.name")))
    },
    optional(login("passkey.created_at")),
    optional(login("passkey.used_at")),
    ticket("ticket.account_id"),
    ticket("ticket.id"),
    ticket("ticket.kind"),
    hashed(ticket("ticket.secret_hash")),
    secret(Entry {
        retention: Retention::days(TICKET_DAYS),
        ..address("ticket.payload")
    }),
    ticket("ticket.created_at"),
    ticket("ticket.expires_at"),
    attempt("sign_in.account_id"),
    attempt("sign_in.id"),
    attempt("sign_in.at"),
    attempt("sign_in.outcome"),
    attempt("sign_in.method"),
    Entry {
        category: Category::Online,
        linkability: Linkability::Indirect,
        ..sealed(attempt("sign_in.agent"))
    },
    staff("staff.account_id"),
    staff("staff.role"),
    staff("staff.granted_at"),
    nobodys(ticket("invitation.id")),
    hashed(ticket("invitation.secret_hash")),
    nobodys(ticket("invitation.role")),
    nobodys(ticket("invitation.created_at")),
    nobodys(ticket("invitation.expires_at")),
    hashed(ticket("ceremony.secret_hash")),
    nobodys(ticket("ceremony.state")),
    nobodys(ticket("ceremony.expires_at")),
    case("security_case.account_id"),
    case("security_case.id"),
    case("security_case.kind"),
    case("security_case.opened_at"),
    case("security_case.closed_at"),
    Entry {
        path: "document.name",
        need: Need::Optional,
        purposes: &[(Purpose::KeepSaved, LegalBasis::Contract)],
        ..CONTENT
    },
    saved("document.binned_at"),
];

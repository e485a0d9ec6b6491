//! What the server stores of cases: what somebody has asked for, what was done
//! about it, and, where a stranger's CV names them, where.

use super::server::{hashed, made};
use super::{
    CASE_DAYS, Category, Entry, Erasure, Export, Linkability, Protection, Sensitive, Source,
    Subject,
};
use crate::purpose::Purpose;
use crate::retention::{Retention, Start};

/// What was asked. Whoever asks need not have an account.
const fn case(path: &'static str) -> Entry {
    Entry {
        subject: Subject::Visitor,
        retention: Retention::days(CASE_DAYS),
        counted_from: Start::Closed,
        ..made(path, Purpose::Rights, Erasure::WithAccount)
    }
}

/// The words of it.
const fn words(path: &'static str) -> Entry {
    Entry {
        category: Category::FreeText,
        source: Source::Entered,
        protection: Protection::Sealed,
        linkability: Linkability::Direct,
        sensitive: Some(Sensitive::MayHoldAnything),
        ..case(path)
    }
}

/// Where somebody is named: of another person, and in no copy of whoever asks.
const fn hit(path: &'static str) -> Entry {
    Entry {
        export: Export::Nowhere,
        ..case(path)
    }
}

/// Columns of cases.
pub static CASES: &[Entry] = &[
    case("privacy_case.account_id"),
    case("privacy_case.id"),
    case("privacy_case.number"),
    case("privacy_case.matter"),
    case("privacy_case.requester"),
    case("privacy_case.way"),
    case("privacy_case.state"),
    case("privacy_case.proof"),
    hashed(case("privacy_case.email_index")),
    // The address, what was written, and the name of whoever is named.
    words("privacy_case.content"),
    case("privacy_case.received_at"),
    case("privacy_case.entered_at"),
    case("privacy_case.due_at"),
    case("privacy_case.extended_at"),
    case("privacy_case.reminded"),
    hashed(case("privacy_case.code_hash")),
    case("privacy_case.code_until_at"),
    case("privacy_case.code_tries"),
    case("privacy_case.scanned_at"),
    case("privacy_case.answered_at"),
    case("privacy_case.closed_at"),
    case("case_event.account_id"),
    case("case_event.id"),
    case("case_event.case_id"),
    case("case_event.at"),
    case("case_event.step"),
    // Who has done it, in the role that stands in the words.
    Entry {
        subject: Subject::Staff,
        export: Export::Nowhere,
        ..case("case_event.staff_id")
    },
    words("case_event.content"),
    hit("case_hit.account_id"),
    hit("case_hit.id"),
    hit("case_hit.case_id"),
    hit("case_hit.owner_id"),
    hit("case_hit.document_id"),
    hit("case_hit.found_at"),
    Entry {
        category: Category::OtherPerson,
        sensitive: Some(Sensitive::OtherPerson),
        export: Export::Nowhere,
        ..words("case_hit.content")
    },
];

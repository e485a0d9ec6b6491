//! What the server stores of what its staff have done in the console: whose data
//! they have opened, when and why; whom they have blocked; what two of them have
//! agreed on; and what the server has found of itself.

use super::server::{AUDIT_DAYS, hashed, made};
use super::{
    Category, Entry, Erasure, Export, Linkability, Protection, Sensitive, Source, Subject,
};
use crate::purpose::Purpose;
use crate::retention::Retention;

/// What two were needed for is known for so many days.
pub const APPROVAL_DAYS: u16 = 30;
/// What the server has found of itself is kept for so many days.
pub const SELF_PROOF_DAYS: u16 = 366;

/// That somebody who works here has opened something of an account.
const fn opened(path: &'static str) -> Entry {
    Entry {
        retention: Retention::days(AUDIT_DAYS),
        ..made(path, Purpose::Account, Erasure::WithAccount)
    }
}

/// What is known of an account that its staff have to act on.
const fn known(path: &'static str) -> Entry {
    made(path, Purpose::Account, Erasure::WithAccount)
}

/// Why, in the words of who has done it.
const fn words(entry: Entry) -> Entry {
    Entry {
        category: Category::FreeText,
        source: Source::Entered,
        protection: Protection::Sealed,
        linkability: Linkability::Indirect,
        sensitive: Some(Sensitive::MayHoldAnything),
        ..entry
    }
}

/// Something for which two are needed.
const fn approval(path: &'static str) -> Entry {
    Entry {
        subject: Subject::Staff,
        retention: Retention::days(APPROVAL_DAYS),
        ..made(path, Purpose::Account, Erasure::WithAccount)
    }
}

/// What the server has found of itself: about nobody.
const fn proof(path: &'static str) -> Entry {
    Entry {
        retention: Retention::days(SELF_PROOF_DAYS),
        export: Export::Nowhere,
        linkability: Linkability::None,
        ..made(path, Purpose::Account, Erasure::WithTime)
    }
}

/// Columns of the console.
pub static CONSOLE: &[Entry] = &[
    opened("opened.account_id"),
    opened("opened.id"),
    // Whose: a pseudonym, by which who has opened it is known again.
    hashed(opened("opened.by_hash")),
    opened("opened.role"),
    opened("opened.what"),
    words(opened("opened.reason")),
    opened("opened.opened_at"),
    opened("opened.until_at"),
    known("block.account_id"),
    words(known("block.reason")),
    known("block.blocked_at"),
    known("age_flag.account_id"),
    known("age_flag.raised_at"),
    known("guardian_consent.account_id"),
    // Who has consented for a minor, and how that was shown.
    Entry {
        category: Category::OtherPerson,
        sensitive: Some(Sensitive::OtherPerson),
        ..words(known("guardian_consent.note"))
    },
    known("guardian_consent.recorded_at"),
    known("dormant_warning.account_id"),
    known("dormant_warning.warned_at"),
    approval("approval.account_id"),
    approval("approval.id"),
    approval("approval.action"),
    // About others, so that it is in no copy of who has proposed it.
    Entry {
        export: Export::Nowhere,
        ..words(approval("approval.parameters"))
    },
    approval("approval.proposed_at"),
    approval("approval.expires_at"),
    hashed(approval("approval.decided_hash")),
    approval("approval.decided_at"),
    approval("approval.outcome"),
    proof("self_proof.id"),
    proof("self_proof.step"),
    proof("self_proof.at"),
    proof("self_proof.passed"),
    proof("self_proof.millis"),
];

//! What the server stores of holds: that something is held and why, and the
//! items of those who were erased, each sealed with a key of the hold's own.

use super::server::{CONTENT, hashed, made};
use super::{Category, Entry, Erasure, Export, Linkability, Protection, Sensitive, Source};
use crate::hold::HOLD_DAYS;
use crate::purpose::Purpose;
use crate::retention::Retention;

/// The proof of a consent outlives who gave it by so many days: three years, in
/// which claims because of what was done by it are brought, as long as the audit
/// log.
pub const PROOF_DAYS: u16 = 1096;

/// That something is held.
const fn hold(path: &'static str) -> Entry {
    Entry {
        retention: Retention::days(HOLD_DAYS),
        ..made(path, Purpose::Hold, Erasure::WithTime)
    }
}

/// What nobody gets a copy of.
const fn inside(path: &'static str) -> Entry {
    Entry {
        export: Export::Nowhere,
        ..hold(path)
    }
}

/// That somebody has agreed to something, of who is gone.
const fn proof(path: &'static str) -> Entry {
    Entry {
        retention: Retention::days(PROOF_DAYS),
        export: Export::Nowhere,
        ..made(path, Purpose::Account, Erasure::WithTime)
    }
}

/// Columns of holds, and of the proofs of consent.
pub static HOLDS: &[Entry] = &[
    hold("hold.id"),
    // Whose it is. It goes with them; what is kept names them no more.
    Entry {
        erasure: Erasure::WithAccount,
        ..hold("hold.owner_id")
    },
    hold("hold.kind"),
    hold("hold.row_id"),
    hold("hold.ground"),
    // Why, in the words of who has placed it.
    Entry {
        category: Category::FreeText,
        source: Source::Entered,
        protection: Protection::Sealed,
        sensitive: Some(Sensitive::MayHoldAnything),
        ..inside("hold.note")
    },
    hold("hold.placed_at"),
    hold("hold.review_at"),
    hold("hold.ended_at"),
    inside("hold.barred"),
    inside("held.hold_id"),
    inside("held.row_id"),
    Entry {
        category: CONTENT.category,
        source: Source::Entered,
        protection: Protection::Sealed,
        linkability: Linkability::Direct,
        sensitive: CONTENT.sensitive,
        ..inside("held.content")
    },
    inside("hold_key.hold_id"),
    Entry {
        protection: Protection::Sealed,
        ..inside("hold_key.wrapped")
    },
    inside("hold_key.created_at"),
    hashed(proof("consent_proof.proof")),
    proof("consent_proof.made_at"),
];

//! What the server stores of disclosures, and in the operator's registers.

use super::server::{AUDIT_DAYS, hashed, made};
use super::{Entry, Erasure, Export, Linkability, Protection, Sensitive, Source, Subject};
use crate::purpose::Purpose;
use crate::retention::Retention;

/// An entry of a register is kept for so many days: as long as the audit log, which
/// says who wrote it.
pub const REGISTER_DAYS: u16 = AUDIT_DAYS;

/// That something of an account's was disclosed, and to whom. It goes with the
/// account; the audit log goes on to say that there was a disclosure.
const fn disclosure(path: &'static str) -> Entry {
    made(path, Purpose::Account, Erasure::WithAccount)
}

/// About laws, purposes and organisations.
const fn register(path: &'static str) -> Entry {
    Entry {
        subject: Subject::Staff,
        retention: Retention::days(REGISTER_DAYS),
        export: Export::Nowhere,
        linkability: Linkability::None,
        ..made(path, Purpose::Account, Erasure::WithTime)
    }
}

/// Who of the staff it was, as the audit log names them.
const fn by(path: &'static str) -> Entry {
    hashed(Entry {
        linkability: Linkability::Pseudonymous,
        ..register(path)
    })
}

/// What somebody who works here has written.
const fn written(entry: Entry) -> Entry {
    Entry {
        source: Source::Entered,
        protection: Protection::Sealed,
        ..entry
    }
}

/// Columns of disclosures and registers.
pub static REGISTERS: &[Entry] = &[
    disclosure("disclosure.account_id"),
    disclosure("disclosure.id"),
    disclosure("disclosure.ground"),
    // To whom, by which law, which categories and what of them.
    Entry {
        linkability: Linkability::Direct,
        sensitive: Some(Sensitive::MayHoldAnything),
        ..written(disclosure("disclosure.content"))
    },
    disclosure("disclosure.proposed_at"),
    hashed(disclosure("disclosure.proposed_by")),
    disclosure("disclosure.decided_at"),
    hashed(disclosure("disclosure.decided_by")),
    disclosure("disclosure.barred_until"),
    disclosure("disclosure.told_at"),
    register("register_entry.id"),
    register("register_entry.register"),
    register("register_entry.about"),
    register("register_entry.on_at"),
    register("register_entry.review_at"),
    written(register("register_entry.content")),
    register("register_entry.written_at"),
    by("register_entry.written_by"),
    register("succession.id"),
    register("succession.reason"),
    // Who is to be responsible: what everybody is told.
    written(register("succession.content")),
    register("succession.effective_at"),
    register("succession.proposed_at"),
    by("succession.proposed_by"),
    register("succession.decided_at"),
    by("succession.decided_by"),
    register("succession.ended_at"),
    register("succession.told_to"),
    register("succession.told_at"),
    register("succession.cancelled_at"),
    register("succession.recalled_to"),
    register("succession.recalled_at"),
];

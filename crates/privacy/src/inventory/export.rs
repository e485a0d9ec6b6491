//! What the server stores of the copy that somebody has asked for.

use super::server::made;
use super::{Entry, Erasure, Export, Linkability, Protection, Sensitive};
use crate::purpose::Purpose;
use crate::retention::Retention;

/// A copy of everything can be taken for so many days.
pub const EXPORT_DAYS: u16 = 7;

const fn export(path: &'static str) -> Entry {
    Entry {
        retention: Retention::days(EXPORT_DAYS),
        ..made(path, Purpose::Export, Erasure::WithAccount)
    }
}

/// A copy is in no copy.
const fn part(path: &'static str) -> Entry {
    Entry {
        export: Export::Nowhere,
        ..export(path)
    }
}

/// Columns of exports.
pub static EXPORTS: &[Entry] = &[
    export("export.account_id"),
    export("export.id"),
    export("export.session_id"),
    export("export.state"),
    export("export.lang"),
    export("export.asked_at"),
    export("export.due_at"),
    export("export.attempts"),
    export("export.done"),
    export("export.total"),
    export("export.bytes"),
    export("export.expires_at"),
    part("export_part.account_id"),
    part("export_part.id"),
    part("export_part.number"),
    Entry {
        protection: Protection::Sealed,
        linkability: Linkability::Direct,
        sensitive: Some(Sensitive::MayHoldAnything),
        ..part("export_part.content")
    },
];

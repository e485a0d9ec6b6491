//! What the server stores of erasures: that one was asked for, and the report of
//! one that is done.

use super::server::{hashed, made};
use super::{Entry, Erasure, Export};
use crate::purpose::Purpose;
use crate::retention::Retention;

/// Between asking to be erased and being gone are at most so many days.
pub const ERASURE_DAYS: u16 = 14;
/// The report of an erasure can be fetched for so many days.
pub const REPORT_DAYS: u16 = 90;
/// Who began to sign up and never finished is gone after so many months of the
/// calendar.
pub const LEAD_MONTHS: u16 = 1;

/// That somebody wants to be erased.
const fn asked(path: &'static str) -> Entry {
    Entry {
        retention: Retention::days(ERASURE_DAYS),
        ..made(path, Purpose::Account, Erasure::WithAccount)
    }
}

/// What was erased, of nobody: a random number, kinds and counts.
const fn report(path: &'static str) -> Entry {
    Entry {
        retention: Retention::days(REPORT_DAYS),
        export: Export::Nowhere,
        ..made(path, Purpose::Account, Erasure::WithTime)
    }
}

/// Columns of erasures.
pub static ERASURE: &[Entry] = &[
    asked("erasure.account_id"),
    asked("erasure.asked_at"),
    asked("erasure.due_at"),
    hashed(asked("erasure.report_hash")),
    hashed(report("erasure_report.secret_hash")),
    report("erasure_report.report"),
    report("erasure_report.made_at"),
];

//! How often a public page was opened: for each page and day one row of numbers.
//! Nothing of who opened it, or from where, is in it, nor was it ever stored.

use super::server::made;
use super::{Entry, Erasure};
use crate::purpose::Purpose;
use crate::retention::Retention;

/// A day's counts are kept for so many days: thirteen months, so that a month can be
/// compared with the same one a year before.
pub const COUNT_DAYS: u16 = 397;

const fn count(path: &'static str) -> Entry {
    Entry {
        retention: Retention::days(COUNT_DAYS),
        ..made(path, Purpose::Count, Erasure::WithAccount)
    }
}

/// Columns of the counts.
pub static COUNTS: &[Entry] = &[
    count("page_count.account_id"),
    count("page_count.publication_id"),
    count("page_count.day_at"),
    count("page_count.opened"),
    count("page_count.pdf"),
    count("page_count.card"),
    count("page_count.data"),
    count("page_count.plain"),
    count("page_count.bots"),
];

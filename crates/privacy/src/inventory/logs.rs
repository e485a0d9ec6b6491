//! What the server's log may hold: fields of its lines, beside the time, the level
//! and a fixed message. Nothing in it is about a person. The server writes no line
//! that has a field which is not here.

use super::server::CONTENT;
use super::{
    Category, Consequence, Entry, Erasure, Export, Linkability, Need, Protection, Source, Subject,
    What,
};
use crate::purpose::{LegalBasis, Purpose};
use crate::retention::Retention;

/// A log is kept for so many days. It leaves the server by standard error, so that
/// whoever runs it has to see to this.
pub const LOG_DAYS: u16 = 30;

const fn field(path: &'static str) -> Entry {
    Entry {
        path,
        what: What::LogField,
        category: Category::Technical,
        subject: Subject::Visitor,
        source: Source::Made,
        purposes: &[(Purpose::Operate, LegalBasis::LegitimateInterest)],
        need: Need::Mandatory(Consequence::NoAnswer),
        retention: Retention::days(LOG_DAYS),
        protection: Protection::Operator,
        log: true,
        export: Export::Nowhere,
        erasure: Erasure::WithTime,
        linkability: Linkability::None,
        sensitive: None,
        ..CONTENT
    }
}

/// Every field of the log.
pub static LOG: &[Entry] = &[
    // Of a request.
    field("log:method"),
    field("log:route"),
    field("log:status"),
    field("log:ms"),
    // Of a letter: what kind, never to whom.
    field("log:kind"),
    field("log:attempt"),
    field("log:minutes"),
    field("log:reason"),
    field("log:code"),
    // Of a fault.
    field("log:place"),
    field("log:failure"),
    field("log:error"),
    field("log:ledger"),
    field("log:row"),
    // Of what went because it had had its time.
    field("log:rule"),
    field("log:count"),
    field("log:accounts"),
    field("log:keys"),
];

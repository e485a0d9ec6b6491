//! What saved documents once were.

use super::server::{CONTENT, saved};
use super::{Entry, Need};
use crate::purpose::{LegalBasis, Purpose};

/// A version that its owner has neither named nor asked for goes after so many days at
/// the latest; most go earlier. The others stay as long as their document.
pub const VERSION_DAYS: u16 = 365;

/// For its owner alone: nothing of it is published.
const OWN: &[(Purpose, LegalBasis)] = &[(Purpose::KeepSaved, LegalBasis::Contract)];

/// The columns of the table of versions.
pub static VERSIONS: &[Entry] = &[
    saved("document_version.account_id"),
    saved("document_version.id"),
    saved("document_version.document_id"),
    saved("document_version.version"),
    saved("document_version.why"),
    saved("document_version.changed_at"),
    saved("document_version.made_at"),
    saved("document_version.expires_at"),
    Entry {
        path: "document_version.name",
        purposes: OWN,
        need: Need::Optional,
        ..CONTENT
    },
    Entry {
        path: "document_version.content",
        purposes: OWN,
        ..CONTENT
    },
    saved("document_version.bytes"),
    saved("document_version.photo_id"),
];

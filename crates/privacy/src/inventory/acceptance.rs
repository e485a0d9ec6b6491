//! What the server stores of who has accepted the terms and read the policy.

use super::server::made;
use super::{Entry, Erasure, Source};
use crate::purpose::{LegalBasis, Purpose};

/// The terms are a contract, and the law asks us to be able to show what was said.
const fn accepted(path: &'static str) -> Entry {
    Entry {
        source: Source::Chosen,
        purposes: &[
            (Purpose::Account, LegalBasis::Contract),
            (Purpose::Account, LegalBasis::LegalObligation),
        ],
        ..made(path, Purpose::Account, Erasure::WithAccount)
    }
}

/// Columns of acceptances, beside those of `SERVER`.
pub static ACCEPTANCE: &[Entry] = &[
    accepted("acceptance.account_id"),
    accepted("acceptance.id"),
    accepted("acceptance.kind"),
    accepted("acceptance.version"),
    accepted("acceptance.lang"),
    accepted("acceptance.text_hash"),
    accepted("acceptance.at"),
];

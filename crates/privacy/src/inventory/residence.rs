//! What the server stores of where somebody says that they live.

use super::server::{CONTENT, made};
use super::{Category, Entry, Erasure, Linkability, Need, Source};
use crate::purpose::{LegalBasis, Purpose};

/// Nobody has to say it. Who does is told which law they have beside the GDPR, and
/// is answered within its time too.
const fn residence(path: &'static str) -> Entry {
    Entry {
        source: Source::Chosen,
        purposes: &[(Purpose::Rights, LegalBasis::LegalObligation)],
        need: Need::Optional,
        ..made(path, Purpose::Rights, Erasure::WithAccount)
    }
}

/// Columns of residence, beside those of `SERVER`.
pub static RESIDENCE: &[Entry] = &[
    residence("residence.account_id"),
    Entry {
        category: Category::Place,
        protection: CONTENT.protection,
        linkability: Linkability::Indirect,
        ..residence("residence.place")
    },
    residence("residence.stated_at"),
];

//! What the server stores, by consent, of where an attempt to sign in came from.

use super::accounts::SIGN_IN_DAYS;
use super::server::{CONTENT, made};
use super::{Category, Entry, Erasure, Linkability, Need};
use crate::purpose::{LegalBasis, Purpose};
use crate::retention::Retention;

/// It goes with the attempt that it belongs to, or with the consent.
const fn place(path: &'static str) -> Entry {
    Entry {
        purposes: &[(Purpose::Protect, LegalBasis::Consent)],
        need: Need::OptIn,
        retention: Retention::days(SIGN_IN_DAYS),
        ..made(path, Purpose::Protect, Erasure::Withdrawal)
    }
}

/// Columns of places, beside those of `ACCOUNTS`.
pub static PLACES: &[Entry] = &[
    place("sign_in_place.account_id"),
    place("sign_in_place.id"),
    // Country and town, from a list of networks on this server. The address itself is
    // not stored.
    Entry {
        category: Category::Place,
        protection: CONTENT.protection,
        linkability: Linkability::Indirect,
        ..place("sign_in_place.place")
    },
    place("sign_in_place.consent_id"),
];

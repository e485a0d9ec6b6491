//! What the server stores only by consent, the consent itself, and the limits
//! that an account's owner has set.

use super::server::{CONTENT, made};
use super::{Category, Entry, Erasure, Export, Need, Protection, Recipient, Sensitive, Source};
use crate::purpose::{LegalBasis, Purpose};

/// Who has agreed to what, and when: so that it can be shown (GDPR, Article 7(1)).
const fn consent(path: &'static str) -> Entry {
    Entry {
        source: Source::Chosen,
        ..made(path, Purpose::Account, Erasure::WithAccount)
    }
}

/// What holds a personal detail in its place.
const fn detail(path: &'static str) -> Entry {
    Entry {
        purposes: &[(Purpose::KeepSaved, LegalBasis::Consent)],
        need: Need::OptIn,
        ..made(path, Purpose::KeepSaved, Erasure::Withdrawal)
    }
}

/// What holds one on a public page.
const fn shown(path: &'static str) -> Entry {
    Entry {
        purposes: &[(Purpose::Publish, LegalBasis::Consent)],
        ..detail(path)
    }
}

/// That its owner has limited what is done with an account.
const fn standing(path: &'static str) -> Entry {
    Entry {
        source: Source::Chosen,
        ..made(path, Purpose::Account, Erasure::WithAccount)
    }
}

/// Columns of consent, personal details and limits, beside those of `SERVER`.
pub static CONSENT: &[Entry] = &[
    consent("consent.account_id"),
    consent("consent.id"),
    consent("consent.purpose"),
    consent("consent.given"),
    consent("consent.version"),
    consent("consent.lang"),
    consent("consent.at"),
    consent("consent.how"),
    consent("consent.until"),
    detail("personal_detail.account_id"),
    detail("personal_detail.id"),
    detail("personal_detail.field"),
    Entry {
        path: "personal_detail.value",
        category: Category::Protected,
        need: Need::OptIn,
        purposes: &[
            (Purpose::KeepSaved, LegalBasis::Consent),
            (Purpose::Publish, LegalBasis::Consent),
        ],
        protection: Protection::Sealed,
        export: Export::Full,
        erasure: Erasure::Withdrawal,
        sensitive: Some(Sensitive::Protected),
        ..CONTENT
    },
    detail("personal_detail.consent_id"),
    shown("publication_detail.account_id"),
    shown("publication_detail.id"),
    shown("publication_detail.publication_id"),
    shown("publication_detail.field"),
    // What its owner shows of them, until they take back page or consent.
    Entry {
        path: "publication_detail.value",
        category: Category::Protected,
        need: Need::OptIn,
        purposes: &[(Purpose::Publish, LegalBasis::Consent)],
        recipients: &[Recipient::ServerKept, Recipient::Everyone],
        protection: Protection::Sealed,
        export: Export::Full,
        erasure: Erasure::Withdrawal,
        sensitive: Some(Sensitive::Protected),
        ..CONTENT
    },
    shown("publication_detail.consent_id"),
    standing("standing.account_id"),
    standing("standing.restricted_at"),
    standing("standing.limited_at"),
    standing("standing.protect_objected_at"),
    standing("standing.opted_out_at"),
    standing("standing.count_objected_at"),
];

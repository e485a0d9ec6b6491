//! Blind indexes: rows are found by a value that is nowhere in the database.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::lasting::Lasting;

/// What is looked up. Each has a key of its own, so that equal values of two
/// kinds do not look alike and who learns one key learns nothing of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Index {
    /// The address of a public page.
    Slug,
    /// A member's e-mail address, in its normal form ([`normal_email`]).
    Email,
    /// A passkey's credential id, in base64.
    Credential,
    /// An account, for the names of what its browsers store.
    Account,
}

impl Index {
    /// The key that it is computed with.
    pub(crate) fn key(self) -> Lasting {
        match self {
            Index::Slug => Lasting::Slug,
            Index::Email => Lasting::Email,
            Index::Credential => Lasting::Credential,
            Index::Account => Lasting::Account,
        }
    }

    /// HMAC-SHA-256 over the kind and the value.
    pub(crate) fn compute(self, key: &[u8; 32], value: &str) -> [u8; 32] {
        let name = match self {
            Index::Slug => "slug",
            Index::Email => "email",
            Index::Credential => "credential",
            Index::Account => "account",
        };
        let mut mac =
            <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("HMAC takes keys of any length");
        mac.update(name.as_bytes());
        mac.update(&[0]);
        mac.update(value.as_bytes());
        mac.finalize().into_bytes().into()
    }
}

/// An e-mail address as it is looked up: trimmed, in Unicode's composed form
/// (NFC), in small letters. None if it is no address. Quoted local parts and
/// numeric hosts are none here: nobody has a mailbox there.
pub fn normal_email(address: &str) -> Option<String> {
    // RFC 5321: an address has at most 254 bytes, its local part 64. What is
    // longer by far is not worth normalising.
    if address.len() > 1024 {
        return None;
    }
    let composed: String = address.trim().nfc().collect();
    let address: String = composed.to_lowercase().nfc().collect();
    let (local, domain) = address.rsplit_once('@')?;
    let fits = address.len() <= 254 && local.len() <= 64;
    let is_local = local.chars().all(|c| is_letter(c) || is_sign(c))
        && !local.is_empty()
        && !local.starts_with('.')
        && !local.ends_with('.');
    let is_domain = domain.contains('.') && domain.split('.').all(is_label);
    (fits && is_local && is_domain).then_some(address)
}

/// A part of a domain between dots.
fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.chars().all(|c| is_letter(c) || c == '-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// Letters and digits of any script, and what stands on them. Nothing that is
/// not seen or turns the direction of writing.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// What RFC 5322 calls atext, but for letters and digits, and the dot.
fn is_sign(c: char) -> bool {
    ".!#$%&'*+-/=?^_`{|}~".contains(c)
}

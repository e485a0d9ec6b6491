//! Blind indexes: rows are found by a value that is nowhere in the database.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What is looked up. Each has an index of its own, so that equal values of
/// two kinds do not look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Index {
    /// The address of a public page.
    Slug,
    /// An account, for the names of what its browsers store.
    Account,
}

impl Index {
    /// HMAC-SHA-256 over the kind and the value.
    pub(crate) fn compute(self, key: &[u8; 32], value: &str) -> [u8; 32] {
        let name = match self {
            Index::Slug => "slug",
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

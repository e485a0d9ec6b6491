//! Keys, and what is done with them.
//!
//! One [`RootKey`] is the operator's, in a file or in the environment. Everything
//! else that a [`Vault`] holds is made of it or wrapped under it: the keys of
//! persons, and the lasting keys (`lasting.rs`) of blind indexes, the audit log
//! and the ledger of erasures. Each person has a random key of their own
//! ([`PersonKey`]) which seals everything of theirs; to destroy it is to erase
//! them. A sealed field (`seal.rs`) opens only in the row and column that it was
//! made for, for that person, with the key of that epoch.
//!
//! Both kinds of key can be changed. Another root key wraps the same keys again,
//! and no data is touched. Another key of a person seals everything of theirs
//! again, and meanwhile both are known.
//!
//! Keys are overwritten when dropped, and nothing here that holds one can be
//! printed.
//!
//! What somebody signs in with is here too: passwords (`password.rs`), codes of an
//! authenticator (`totp.rs`), secrets that a browser holds (`secret.rs`).
//!
//! Nothing here does more I/O than reading and writing the root key's file.

mod index;
mod lasting;
mod mac;
mod password;
mod person;
mod root;
mod seal;
mod secret;
mod sign;
mod stream;
mod totp;
mod vault;

pub use index::{Index, normal_email};
pub use lasting::{Lasting, Use};
pub use mac::MacKey;
pub use password::{
    LONGEST, SHORTEST, Weakness, hash_password, password_outdated, password_strength,
    verify_password,
};
pub use person::{Column, PersonKey};
pub use root::{RootError, RootKey};
pub use seal::Opening;
pub use secret::{Digest, NotASecret, Secret};
pub use sign::{Signer, is_signed};
pub use stream::{CHUNK_TAG, Chunks};
pub use totp::{Totp, recovery_codes, recovery_digest};
pub use vault::Vault;

/// Fills a key with random bytes of the operating system.
///
/// # Panics
/// When the system has no randomness to give: then no key may be made at all.
fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

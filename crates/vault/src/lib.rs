//! Keys, and what is done with them.
//!
//! One [`RootKey`] lies in a file of the operator's. From it, and from nothing
//! else, come the keys that a [`Vault`] holds: one that wraps the keys of
//! persons and one for blind indexes. Each person has a random key of their own
//! ([`PersonKey`]) which seals everything of theirs; to destroy it is to erase
//! them. A sealed field (`seal.rs`) opens only in the row and column that it was
//! made for.
//!
//! Nothing here does more I/O than reading and writing the root key's file.

mod index;
mod mac;
mod person;
mod root;
mod seal;
mod secret;
mod sign;
mod stream;
mod uses;

pub use index::Index;
pub use mac::MacKey;
pub use person::{Column, PersonKey, Vault};
pub use root::{RootError, RootKey};
pub use seal::Opening;
pub use secret::{Digest, NotASecret, Secret};
pub use sign::{Signer, is_signed};
pub use stream::{CHUNK_TAG, Chunks};
pub use uses::Use;

/// Fills a key with random bytes of the operating system.
///
/// # Panics
/// When the system has no randomness to give: then no key may be made at all.
fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

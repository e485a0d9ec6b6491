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
pub use person::{Column, PersonKey, Sealing};
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

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use chacha20poly1305::XChaCha20Poly1305;
    use sha2::Sha256;
    use zeroize::{ZeroizeOnDrop, Zeroizing};

    use super::*;

    /// It compiles, or a key would be left in memory.
    #[test]
    fn what_holds_a_key_overwrites_it_when_dropped() {
        fn overwritten<T: ZeroizeOnDrop>() {}
        overwritten::<RootKey>();
        overwritten::<Secret>();
        overwritten::<Zeroizing<[u8; 32]>>();
        overwritten::<person::EpochKey>();
        overwritten::<totp_rs::Totp>();
        overwritten::<ed25519_dalek::SigningKey>();
        // What a cipher and a hash have of it while they work.
        overwritten::<XChaCha20Poly1305>();
        overwritten::<Sha256>();
    }

    /// What can be printed has both methods, and which of them is meant cannot be
    /// told: then this does not compile.
    #[test]
    fn what_holds_a_key_cannot_be_printed() {
        trait Unprintable<Which> {
            fn it_is() {}
        }
        impl<T> Unprintable<()> for T {}
        struct Printable;
        impl<T: Debug> Unprintable<Printable> for T {}
        <Vault as Unprintable<_>>::it_is();
        <PersonKey as Unprintable<_>>::it_is();
        <person::EpochKey as Unprintable<_>>::it_is();
        <lasting::LastingKeys as Unprintable<_>>::it_is();
        <Totp as Unprintable<_>>::it_is();
        <MacKey as Unprintable<_>>::it_is();
        <Signer as Unprintable<_>>::it_is();
        <Chunks as Unprintable<_>>::it_is();
        // These can, for the sake of what they are in, and say nothing.
        assert_eq!(format!("{:?}", RootKey::generate()), "RootKey");
        assert_eq!(format!("{:?}", Secret::generate()), "Secret");
    }
}

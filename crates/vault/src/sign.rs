//! Signatures (Ed25519, RFC 8032): whoever has the public key can check what was
//! signed, and cannot sign.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

/// A key that signs.
pub struct Signer(SigningKey);

impl Signer {
    pub fn new(seed: &Zeroizing<[u8; 32]>) -> Signer {
        Signer(SigningKey::from_bytes(seed))
    }

    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }

    /// The key with which others check.
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }
}

/// Whether the holder of this public key has signed the message.
pub fn is_signed(public: &[u8; 32], message: &[u8], signature: &[u8]) -> bool {
    let (Ok(key), Ok(signature)) = (
        VerifyingKey::from_bytes(public),
        Signature::from_slice(signature),
    ) else {
        return false;
    };
    key.verify_strict(message, &signature).is_ok()
}

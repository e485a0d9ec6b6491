//! Secrets that a browser holds: owner links and sessions.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// 256 random bits, written as 43 letters of base64 (RFC 4648, section 5).
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Secret([u8; 32]);

/// A secret's SHA-256, which is what is stored. A secret has as many random
/// bits as its hash, so a slow hash would protect nothing.
pub type Digest = [u8; 32];

/// The text is no secret of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a secret")]
pub struct NotASecret;

impl Secret {
    pub fn generate() -> Secret {
        Secret(crate::random())
    }

    pub fn digest(&self) -> Digest {
        Sha256::digest(self.0).into()
    }

    /// The secret itself, for the one who is to hold it.
    pub fn reveal(&self) -> String {
        BASE64.encode(self.0)
    }
}

impl FromStr for Secret {
    type Err = NotASecret;

    fn from_str(text: &str) -> Result<Secret, NotASecret> {
        let mut secret = Secret([0; 32]);
        match BASE64.decode_slice(text, &mut secret.0) {
            Ok(32) => Ok(secret),
            _ => Err(NotASecret),
        }
    }
}

/// A debug print must not give it away.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

//! Keyed hashes over several parts: what shows that a row of a log is as it was
//! written, and what stands for a person where their id must not.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A key for HMAC-SHA-256 (RFC 2104).
pub struct MacKey(Zeroizing<[u8; 32]>);

impl MacKey {
    pub fn new(key: Zeroizing<[u8; 32]>) -> MacKey {
        MacKey(key)
    }

    /// A key of its own for one of several things that are done with this one.
    pub fn part(&self, name: &str) -> MacKey {
        MacKey(Zeroizing::new(self.mac(&[b"part", name.as_bytes()])))
    }

    /// The hash of the parts. Each goes with its length (8 bytes, big endian),
    /// so that no two lists of parts look alike.
    pub fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0[..])
            .expect("HMAC takes keys of any length");
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// Whether this is the hash of the parts. Takes as long for a wrong one.
    pub fn is(&self, parts: &[&[u8]], mac: &[u8]) -> bool {
        self.mac(parts).ct_eq(mac).into()
    }

    /// The key itself, for a cipher.
    pub fn into_key(self) -> Zeroizing<[u8; 32]> {
        self.0
    }
}

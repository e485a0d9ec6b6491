//! Sealed fields: XChaCha20-Poly1305 with a random nonce, bound to a place.
//!
//! A sealed field is a version byte, the epoch of the key (4 bytes, big endian),
//! the nonce (24 bytes) and the ciphertext with its tag (16 bytes). The place
//! is not in it: it is authenticated, so that a ciphertext which somebody moves
//! to another column, row or person does not open.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

/// The layout above.
const VERSION: u8 = 1;
/// Version, epoch, nonce.
const HEAD: usize = 1 + 4 + NONCE;
const NONCE: usize = 24;

/// Where a sealed field stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) table: &'a str,
    pub(crate) column: &'a str,
    /// The row's id, unique within the person.
    pub(crate) row: [u8; 16],
    pub(crate) person: [u8; 16],
    /// The version of what the plaintext means.
    pub(crate) schema: u16,
}

/// Why a sealed field does not open: it was changed or moved, or another key
/// made it. Which of these cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a sealed field does not open")]
pub struct Opening;

/// Seals a text with a key of this epoch.
pub(crate) fn seal(key: &[u8; 32], epoch: u32, place: &Place<'_>, plain: &[u8]) -> Vec<u8> {
    let nonce: [u8; NONCE] = crate::random();
    let cipher = XChaCha20Poly1305::new(<&Key>::from(key));
    let aad = place.bytes(epoch);
    let payload = Payload {
        msg: plain,
        aad: &aad,
    };
    let sealed = cipher
        .encrypt(&XNonce::from(nonce), payload)
        .expect("a field is shorter than the cipher's limit of 256 GiB");
    let mut out = Vec::with_capacity(HEAD + sealed.len());
    out.push(VERSION);
    out.extend_from_slice(&epoch.to_be_bytes());
    out.extend_from_slice(&nonce);
    out.extend_from_slice(&sealed);
    out
}

/// The epoch of the key that made a sealed field, as it says itself. Whether that
/// is true shows when it is opened.
///
/// # Errors
/// [`Opening`], if it is no sealed field at all.
pub(crate) fn epoch(sealed: &[u8]) -> Result<u32, Opening> {
    let epoch = sealed.get(1..5).and_then(<[u8]>::first_chunk::<4>);
    epoch.map(|epoch| u32::from_be_bytes(*epoch)).ok_or(Opening)
}

/// Opens a sealed field.
///
/// # Errors
/// [`Opening`]
pub(crate) fn open(
    key: &[u8; 32],
    place: &Place<'_>,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Opening> {
    let (head, sealed) = sealed.split_at_checked(HEAD).ok_or(Opening)?;
    let (version, head) = head.split_first().ok_or(Opening)?;
    let (epoch, nonce) = head.split_first_chunk::<4>().ok_or(Opening)?;
    let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| Opening)?;
    if *version != VERSION {
        return Err(Opening);
    }
    let aad = place.bytes(u32::from_be_bytes(*epoch));
    let payload = Payload {
        msg: sealed,
        aad: &aad,
    };
    XChaCha20Poly1305::new(<&Key>::from(key))
        .decrypt(&XNonce::from(nonce), payload)
        .map(Zeroizing::new)
        .map_err(|_| Opening)
}

impl Place<'_> {
    /// The place as bytes, in which no two places look alike: names go with
    /// their lengths, everything else has one.
    fn bytes(&self, epoch: u32) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        for name in [self.table, self.column] {
            bytes.extend_from_slice(&(name.len() as u32).to_be_bytes());
            bytes.extend_from_slice(name.as_bytes());
        }
        bytes.extend_from_slice(&self.row);
        bytes.extend_from_slice(&self.person);
        bytes.extend_from_slice(&epoch.to_be_bytes());
        bytes.extend_from_slice(&self.schema.to_be_bytes());
        bytes
    }
}

//! A long text, sealed in chunks (XChaCha20-Poly1305), so that neither side
//! holds all of it. Each chunk's number, and whether it is the last, are
//! authenticated: none can be left out, moved, or cut off at the end. So is a
//! header, which stands before them in the clear.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::seal::Opening;

/// Bytes by which a sealed chunk is longer.
pub const CHUNK_TAG: usize = 16;

/// Seals or opens the chunks of one text, in their order.
pub struct Chunks {
    cipher: XChaCha20Poly1305,
    start: [u8; 16],
    header: Vec<u8>,
    number: u64,
}

impl Chunks {
    /// Sixteen random bytes, with which a text starts: no two have the same.
    pub fn start() -> [u8; 16] {
        crate::random()
    }

    /// `start` is from [`Chunks::start`], new for each text; the header is short.
    pub fn new(key: &Zeroizing<[u8; 32]>, start: [u8; 16], header: &[u8]) -> Chunks {
        Chunks {
            cipher: XChaCha20Poly1305::new(&Key::from(**key)),
            start,
            header: header.to_vec(),
            number: 0,
        }
    }

    /// Seals the next chunk.
    pub fn seal(&mut self, plain: &[u8], last: bool) -> Vec<u8> {
        let (nonce, aad) = self.next(last);
        let payload = Payload {
            msg: plain,
            aad: &aad,
        };
        self.cipher
            .encrypt(&nonce, payload)
            .expect("a chunk is shorter than the cipher's limit of 256 GiB")
    }

    /// Opens the next chunk.
    ///
    /// # Errors
    /// [`Opening`]: it is not the next one, or not as it was sealed.
    pub fn open(&mut self, sealed: &[u8], last: bool) -> Result<Zeroizing<Vec<u8>>, Opening> {
        let (nonce, aad) = self.next(last);
        let payload = Payload {
            msg: sealed,
            aad: &aad,
        };
        let opened = self.cipher.decrypt(&nonce, payload);
        opened.map(Zeroizing::new).map_err(|_| Opening)
    }

    fn next(&mut self, last: bool) -> (XNonce, Vec<u8>) {
        let number = self.number.to_be_bytes();
        self.number += 1;
        let mut nonce = [0; 24];
        nonce[..16].copy_from_slice(&self.start);
        nonce[16..].copy_from_slice(&number);
        let mut aad = self.header.clone();
        aad.extend_from_slice(&number);
        aad.push(u8::from(last));
        (XNonce::from(nonce), aad)
    }
}

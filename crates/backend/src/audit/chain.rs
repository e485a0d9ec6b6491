//! The hash of a row, where the log ends, and where it begins.

use vault::{MacKey, Signer, is_signed};

use crate::entity::audit;

/// The last row. Before the first one, number 0 with a hash of zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(super) seq: i64,
    pub(super) mac: [u8; 32],
}

impl Head {
    pub(crate) const NONE: Head = Head {
        seq: 0,
        mac: [0; 32],
    };

    pub(super) fn parse(bytes: &[u8]) -> Option<Head> {
        let (seq, mac) = bytes.split_first_chunk::<8>()?;
        Some(Head {
            seq: i64::from_be_bytes(*seq),
            mac: mac.try_into().ok()?,
        })
    }

    pub(crate) fn bytes(self) -> Vec<u8> {
        [&self.seq.to_be_bytes()[..], &self.mac[..]].concat()
    }
}

/// The last of the rows that have gone, signed: without the root key nobody can
/// say that rows have gone which have not had their time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pruned {
    /// When they went.
    pub(super) at: i64,
    pub(super) seq: i64,
    pub(super) mac: [u8; 32],
}

impl Pruned {
    fn message(self) -> Vec<u8> {
        [
            &b"merit audit pruned 1"[..],
            &self.at.to_be_bytes(),
            &self.seq.to_be_bytes(),
            &self.mac,
        ]
        .concat()
    }

    /// Time, number, hash, signature.
    pub(super) fn signed(self, signer: &Signer) -> Vec<u8> {
        let signature = signer.sign(&self.message());
        [
            &self.at.to_be_bytes()[..],
            &self.seq.to_be_bytes(),
            &self.mac,
            &signature,
        ]
        .concat()
    }

    /// None if it was not signed with this key.
    pub(super) fn parse(bytes: &[u8], public: &[u8; 32]) -> Option<Pruned> {
        let (at, rest) = bytes.split_first_chunk::<8>()?;
        let (seq, rest) = rest.split_first_chunk::<8>()?;
        let (mac, signature) = rest.split_first_chunk::<32>()?;
        let pruned = Pruned {
            at: i64::from_be_bytes(*at),
            seq: i64::from_be_bytes(*seq),
            mac: *mac,
        };
        is_signed(public, &pruned.message(), signature).then_some(pruned)
    }
}

/// The hash of a row, whatever it says of its own.
pub(super) fn mac(key: &MacKey, row: &audit::Model) -> [u8; 32] {
    let (seq, at) = (row.seq.to_be_bytes(), row.at.to_be_bytes());
    // Nobody is another than somebody whose pseudonym is empty.
    let actor = row.actor.as_deref();
    let subject = row.subject.as_deref();
    key.mac(&[
        &seq,
        &row.previous,
        &at,
        &[u8::from(actor.is_some()), u8::from(subject.is_some())],
        actor.unwrap_or_default(),
        row.action.as_bytes(),
        subject.unwrap_or_default(),
    ])
}

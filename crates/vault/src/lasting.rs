//! Keys that outlive the root key under which they are wrapped.
//!
//! What is looked up by a blind index, and what is chained or signed, cannot be
//! made anew when the root key is: an index is of a value that is nowhere, and an
//! audit log that was signed stays signed. So each of these keys is random, and
//! is stored wrapped under the root key; a new root key wraps the same ones. A
//! backup is different: it has to open without any database, and so its key comes
//! from the root key itself.

use zeroize::Zeroizing;

/// A key that is stored wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    Slug,
    Email,
    Credential,
    /// Names accounts in browsers.
    Account,
    Audit,
    Checkpoint,
    Ledger,
    Report,
    Proof,
    /// Seals what staff write in the operator's registers.
    Registers,
}

impl Lasting {
    pub const ALL: [Lasting; 10] = [
        Lasting::Slug,
        Lasting::Email,
        Lasting::Credential,
        Lasting::Account,
        Lasting::Audit,
        Lasting::Checkpoint,
        Lasting::Ledger,
        Lasting::Report,
        Lasting::Proof,
        Lasting::Registers,
    ];

    /// The name under which it is stored, and to which its wrapped form is bound.
    pub fn name(self) -> &'static str {
        match self {
            Lasting::Slug => "key slug",
            Lasting::Email => "key email",
            Lasting::Credential => "key credential",
            Lasting::Account => "key account",
            Lasting::Audit => "key audit",
            Lasting::Checkpoint => "key checkpoint",
            Lasting::Ledger => "key ledger",
            Lasting::Report => "key report",
            Lasting::Proof => "key proof",
            Lasting::Registers => "key registers",
        }
    }
}

/// What a key is for that is nobody's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Chains the rows of the audit log.
    Audit,
    /// Signs the head of the audit log (an Ed25519 seed).
    Checkpoint,
    /// Hides whom the ledger of erasures is about.
    Ledger,
    /// Signs reports of erasures (an Ed25519 seed).
    Report,
    /// Hides whom the proofs of consent are about. Where it is destroyed, they prove
    /// nothing to anybody any more.
    Proof,
    /// Shows that the password of a page was entered, for some hours. Where it is
    /// another one, it is entered again.
    Pass,
    /// Encrypts backups. Another root key, another key: who restores an old
    /// backup needs the root key of its time.
    Backup,
}

/// One key for each of [`Lasting`].
#[derive(Clone)]
pub(crate) struct LastingKeys([Zeroizing<[u8; 32]>; Lasting::ALL.len()]);

impl LastingKeys {
    pub(crate) fn generate() -> LastingKeys {
        LastingKeys(Lasting::ALL.map(|_| Zeroizing::new(crate::random())))
    }

    pub(crate) fn get(&self, which: Lasting) -> &[u8; 32] {
        &self.0[which as usize]
    }

    pub(crate) fn set(&mut self, which: Lasting, key: Zeroizing<[u8; 32]>) {
        self.0[which as usize] = key;
    }
}

//! What the root key is used for that is nobody's data.

/// A use with a key of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// The chain of the audit log, and the pseudonyms in it.
    Audit,
    /// The signature of the log's checkpoints.
    Checkpoint,
    /// The ledger of erasures.
    Ledger,
    /// Backups.
    Backup,
}

impl Use {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Use::Audit => "merit audit 1",
            Use::Checkpoint => "merit checkpoint 1",
            Use::Ledger => "merit ledger 1",
            Use::Backup => "merit backup 1",
        }
    }
}

//! What an erasure takes and what it leaves, by kind: what a person sees before
//! they confirm, and what the report says afterwards.
//!
//! The kinds are those of the [`inventory`](crate::inventory): each table that
//! goes with an account is one kind, and each thing that goes only with its time
//! is kept for one of the reasons below. Tests compare both with the inventory.

use crate::inventory::{AUDIT_DAYS, LEDGER_DAYS, REPORT_DAYS};
use crate::purpose::LegalBasis;

macro_rules! kinds {
    ($($kind:ident $table:literal),* $(,)?) => {
        /// A kind of rows that go with an account.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Gone { $($kind),* }

        impl Gone {
            pub const ALL: &[Gone] = &[$(Gone::$kind),*];

            /// The table whose rows these are, which is also the kind's name in
            /// a report.
            pub const fn table(self) -> &'static str {
                match self { $(Gone::$kind => $table),* }
            }

            pub fn from_table(table: &str) -> Option<Gone> {
                match table { $($table => Some(Gone::$kind),)* _ => None }
            }
        }
    };
}

// A table of an account's that is new gets its line here, and its words in `texts`.
kinds! {
    Documents "document",
    Photos "photo",
    PublicPages "publication",
    Changes "document_batch",
    Account "account",
    Key "person_key",
    OwnerLinks "owner_link",
    Login "login",
    Passkeys "passkey",
    RecoveryCodes "recovery_code",
    Sessions "session",
    SignIns "sign_in",
    Tickets "ticket",
    Letters "mail",
    Cases "security_case",
    Staff "staff",
    Consents "consent",
    Details "personal_detail",
    ShownDetails "publication_detail",
    Limits "standing",
    Copies "export",
    CopyParts "export_part",
    Request "erasure",
}

/// What stays for a time, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kept {
    /// Rows of the audit log, which have a pseudonym that leads to nobody any
    /// more, and the signed end of that log.
    Audit,
    /// The line of the erasure ledger: a keyed hash and a day, so that no backup
    /// brings the person back.
    Ledger,
    /// Encrypted backups, until they have had their time. Nobody reads in them.
    Backups,
    /// The report of the erasure, for whoever has its link: nothing in it leads
    /// to anybody.
    Report,
}

impl Kept {
    pub const ALL: [Kept; 4] = [Kept::Audit, Kept::Ledger, Kept::Backups, Kept::Report];

    /// Its name in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Kept::Audit => "audit",
            Kept::Ledger => "ledger",
            Kept::Backups => "backups",
            Kept::Report => "report",
        }
    }

    pub fn from_name(name: &str) -> Option<Kept> {
        Kept::ALL.into_iter().find(|kept| kept.name() == name)
    }

    /// What allows it.
    pub const fn basis(self) -> LegalBasis {
        match self {
            // To be able to show what was done (article 5(2)), that it lasts, and
            // to come back after a fault (article 32(1)(c)).
            Kept::Audit | Kept::Ledger | Kept::Backups | Kept::Report => {
                LegalBasis::LegalObligation
            }
        }
    }

    /// For how many days after the erasure.
    pub const fn days(self) -> u16 {
        match self {
            Kept::Audit => AUDIT_DAYS,
            Kept::Ledger => LEDGER_DAYS,
            Kept::Backups => BACKUP_DAYS,
            Kept::Report => REPORT_DAYS,
        }
    }

    /// The reason for which an entry of the inventory outlives its person. None
    /// for what goes with them, and for what is about nobody.
    pub fn of(path: &str) -> Option<Kept> {
        match path.split('.').next().unwrap_or_default() {
            "audit" | "file:audit" => Some(Kept::Audit),
            "file:erasures" => Some(Kept::Ledger),
            "erasure_report" => Some(Kept::Report),
            _ => None,
        }
    }
}

/// Backups of keys are kept for so many days at most, and without its key a
/// backup of somebody's data is noise.
pub const BACKUP_DAYS: u16 = 30;

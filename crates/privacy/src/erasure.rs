//! What an erasure takes and what it leaves, by kind: what a person sees before
//! they confirm, and what the report says afterwards.
//!
//! The kinds are those of the [`inventory`](crate::inventory): each table that
//! goes with an account is one kind, and each thing that goes only with its time
//! is kept for one of the reasons below. Tests compare both with the inventory.

use crate::hold::HOLD_DAYS;
use crate::inventory::{AUDIT_DAYS, LEDGER_DAYS, PROOF_DAYS, REPORT_DAYS};
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
    Versions "document_version",
    Account "account",
    Key "person_key",
    OwnerLinks "owner_link",
    Login "login",
    Passkeys "passkey",
    RecoveryCodes "recovery_code",
    Sessions "session",
    SignIns "sign_in",
    SignInPlaces "sign_in_place",
    Tickets "ticket",
    Letters "mail",
    Cases "security_case",
    Staff "staff",
    Consents "consent",
    Acceptances "acceptance",
    Details "personal_detail",
    ShownDetails "publication_detail",
    FormerAddresses "publication_slug",
    Limits "standing",
    PageCounts "page_count",
    PageReports "page_report",
    Residence "residence",
    Copies "export",
    CopyParts "export_part",
    Request "erasure",
    PrivacyCases "privacy_case",
    CaseSteps "case_event",
    CaseHits "case_hit",
    Openings "opened",
    Block "block",
    AgeFlag "age_flag",
    GuardianConsent "guardian_consent",
    DormantWarning "dormant_warning",
    Approvals "approval",
    Disclosures "disclosure",
}

impl Gone {
    /// Whether single rows of it can be held. What opens an account cannot, nor
    /// what is only made from other things; nor disclosures, of which a hold would tell
    /// whoever must not know yet.
    pub const fn can_be_held(self) -> bool {
        matches!(
            self,
            Gone::Documents
                | Gone::Photos
                | Gone::Login
                | Gone::SignIns
                | Gone::Cases
                | Gone::Consents
                | Gone::Details
        )
    }
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
    /// Keyed hashes that show whether there was consent, to who already knows the
    /// address and asks.
    Consent,
    /// Single items that are held, each with its ground ([`crate::hold`]).
    Hold,
}

impl Kept {
    pub const ALL: [Kept; 6] = [
        Kept::Audit,
        Kept::Ledger,
        Kept::Backups,
        Kept::Report,
        Kept::Consent,
        Kept::Hold,
    ];

    /// Its name in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Kept::Audit => "audit",
            Kept::Ledger => "ledger",
            Kept::Backups => "backups",
            Kept::Report => "report",
            Kept::Consent => "consent",
            Kept::Hold => "hold",
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
            // Consent is shown by who relies on it (article 7(1)). A hold's own
            // ground says more.
            Kept::Audit
            | Kept::Ledger
            | Kept::Backups
            | Kept::Report
            | Kept::Consent
            | Kept::Hold => LegalBasis::LegalObligation,
        }
    }

    /// For how many days after the erasure; of holds, at most.
    pub const fn days(self) -> u16 {
        match self {
            Kept::Audit => AUDIT_DAYS,
            Kept::Ledger => LEDGER_DAYS,
            Kept::Backups => BACKUP_DAYS,
            Kept::Report => REPORT_DAYS,
            Kept::Consent => PROOF_DAYS,
            Kept::Hold => HOLD_DAYS,
        }
    }

    /// The reason for which an entry of the inventory outlives its person. None
    /// for what goes with them, and for what is about nobody.
    pub fn of(path: &str) -> Option<Kept> {
        match path.split('.').next().unwrap_or_default() {
            // Entries of registers name who wrote them by the same pseudonyms.
            "audit" | "file:audit" | "register_entry" | "succession" => Some(Kept::Audit),
            "file:erasures" => Some(Kept::Ledger),
            "erasure_report" => Some(Kept::Report),
            "consent_proof" => Some(Kept::Consent),
            "hold" | "held" | "hold_key" => Some(Kept::Hold),
            _ => None,
        }
    }
}

/// Backups of keys are kept for so many days at most, and without its key a
/// backup of somebody's data is noise.
pub const BACKUP_DAYS: u16 = 30;

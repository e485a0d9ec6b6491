//! What is kept on the server: the only crate that knows SQL.
//!
//! A [`Store`] is two databases and a vault. The data (accounts, documents,
//! public pages) and the keys that it is sealed with lie apart, so that a copy of
//! one is worth nothing without the other. SQLite files by default, PostgreSQL by
//! configuration, with the same migrations and the same tests.
//!
//! Every function takes who acts first and decides here whether they may: rows
//! are found by the actor's account and the row's id together, so that nobody
//! else's can be named.

mod acceptance;
mod accounts;
mod approvals;
mod attempts;
mod audit;
mod backup;
mod blocks;
mod canary;
mod cases;
mod classes;
mod clock;
mod collected;
mod consent;
mod contents;
mod database;
mod disclosures;
mod documents;
mod dormant;
mod entity;
mod erasure;
mod export;
mod failure;
mod files;
mod hex;
mod holds;
mod inspect;
mod keys;
mod ledger;
mod letter;
mod lock;
mod mail;
mod migration;
mod minors;
mod moving;
mod name;
mod noted;
mod opened;
mod overview;
mod page_counts;
mod page_reports;
mod passkeys;
mod passwords;
#[cfg(test)]
mod payloads;
mod personal;
mod photos;
mod place;
mod policy_changes;
mod proof;
mod publications;
mod recipients;
mod registers;
mod reset;
mod residence;
mod restore;
mod rotation;
mod sealed;
mod second_factor;
mod sessions;
mod settings;
mod shelf;
mod sign_in;
mod sign_up;
mod staff;
mod standing;
mod store;
mod succession;
mod sweep;
mod terms;
mod tickets;
mod versions;
mod waiting;

pub use acceptance::{Acceptance, AcceptedTerms, Accepts, Outstanding};
pub use accounts::{ACCOUNT_DAYS, Declaration};
pub use approvals::{Confirmed, HoldProposal, Outcome, PROPOSED_ACCOUNTS, Proposal, Proposed};
pub use attempts::{Attempt, AttemptBy};
pub use audit::{AUDIT_DAYS, Action, Fault, Pseudonym, Recorded, Seen, SeenBy, SeenPage, Verified};
pub use backup::{BackedUp, BackupError, FileError, KEYS_BACKUP_DAYS, backup_columns};
pub use blocks::{BlockRefused, BlockShown, MinorErased};
pub use canary::{Canary, CanaryError, Finding, Looked, Written};
pub use cases::{
    CASE_CHARACTERS, CASE_CODE_DAYS, CASE_ZONE, CODE_TRIES, CaseAction, CaseDone, CaseErased,
    CaseFile, CaseHit, CaseLine, EnterRefused, EnteredCase, HeldUnder, Named, OPEN_MINUTES,
    Opened as OpenedCase, OwnCase, Request, RequestRefused, StepRefused, Words as CaseWords,
};
pub use clock::{Clock, DAY};
pub use consent::{
    Agreement, Consent, ConsentBy, ConsentLine, ConsentState, ConsentToken, ProofOf, Proven,
};
pub use disclosures::{DisclosureLine, DisclosureRefused, DisclosureTold, NewDisclosure};
pub use documents::{BATCH_DAYS, DOCUMENTS, Listed, Saved, Stored};
pub use dormant::Dormant;
pub use entity::document_version::Why as VersionWhy;
pub use erasure::{
    ERASURE_DELAY_DAYS, ERASURE_MOST_DAYS, ErasedLine, ErasureAsked, ErasurePreview, ErasureState,
    KeptLine, REPORT_DAYS, Report, ReportFault, Stays, parse_report_key, report_key, verify_report,
};
pub use export::{
    Asked, Download, EXPORT_DAYS, ExportJob, ExportShown, ExportState, Held, HeldColumn, HeldFile,
    HeldTable, Made, Press,
};
pub use failure::Failure;
pub use holds::{
    HOLD_NOTE_CHARACTERS, HeldItem, HoldEnd, HoldRefused, HoldShown, HoldTold, NewHold,
};
pub use inspect::{Condition, Inspection, Root, inspect};
pub use keys::{RootPlace, RootSource};
pub use ledger::{LEDGER_DAYS, LedgerError};
pub use letter::{EMAIL_DAYS, INVITATION_DAYS, Letter, MailLang, RESET_DAYS, SIGN_UP_DAYS, masked};
pub use mail::{MAIL_DAYS, Mail, Undelivered};
pub use minors::{AgeFlag, Guardian};
pub use opened::{Content, OpenRefused, OpenedLine, PersonShown, PersonState};
pub use overview::{Counted, Overview, Until};
pub use page_counts::{Opening, PageCounts, PageStatistics};
pub use page_reports::{
    NewReport, PageNow, REPORT_CHARACTERS, ReportLine, ReportOutcome, ReportShown, TakenDown,
};
pub use passkeys::{Challenge, KnownPasskey, RelyingParty};
pub use personal::{PERSONAL_CHARACTERS, PERSONAL_DETAILS, PersonalDetail};
pub use photos::PHOTOS;
pub use place::{Place, Places};
pub use policy_changes::{
    Addition, NOTICE_DAYS, NewPolicyChange, PolicyChange, PolicyNotice, PolicyRefused,
};
pub use proof::{Proved, Step};
pub use publications::{
    Difference, FORMER_ADDRESSES, Found, LINK_MONTHS, LINK_NAME_CHARACTERS, LINKS, Link,
    LinkPassword, LinkState, LinkTerms, Page, Publishing, Shown, Slug, ToShow, Variant,
};
pub use recipients::{RecipientChange, RecipientNoted};
pub use registers::{RegisterDue, RegisterEntry};
pub use restore::{RestoreError, Restored, Source, restore};
pub use rotation::{PersonsRotated, RootRotated, RotateError, Whom, rotate_persons, rotate_root};
pub use second_factor::TotpOffer;
pub use sessions::{Agent, Device, SESSION_DAYS, Who};
pub use settings::{NewPassword, Settings};
pub use shelf::{BIN_DAYS, NAME_CHARACTERS, Shelved};
pub use sign_in::SignIn;
pub use sign_up::{Finished, SignUp, SignUpRefused};
pub use staff::{Case, Colleague, Invitation, RoleChange};
pub use standing::{Limits, Objected, RESTRICTED_DAYS};
pub use store::{OpenError, Opened, Options, Store, migrate};
pub use succession::{ControllerRefused, NewController, SuccessionLine, SuccessionRefused};
pub use sweep::{Ends, Rule, Swept};
pub use terms::{StoredTerms, TERMS_BYTES, TermsChanged, TermsText, terms_unchanged};
pub use uuid::Uuid;
pub use vault::{RootError, RootKey, Secret, Weakness};
pub use versions::{
    History, Returned, VERSION_DAYS, VERSION_NAME_CHARACTERS, VERSIONS_KEPT, Version,
};
pub use waiting::Waiting;

pub(crate) use audit::Event;

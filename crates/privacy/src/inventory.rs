//! Everything that Merit knows about anybody, declared.
//!
//! A path of a document is written as in its file form, with a section's items
//! under the name of its kind: `basics.name`, `work[].position`. The parts that
//! every item has stand under `item`, those of a list's line and of rich text in
//! [`VALUE_FORMS`]. What a browser stores is named by its place:
//! `cookie:merit-lang`; what the server stores by table and column,
//! `document.content`, or by file, `file:erasures.ledger`; what it logs by field,
//! `log:route`; what lies sealed in a column while it waits by what it is for,
//! `letter:new_device.browser`, `ticket:sign_up.email`.

use crate::purpose::{LegalBasis, Purpose};
use crate::retention::{Retention, Start, Then};

mod acceptance;
mod accounts;
mod browser;
mod case;
mod collected;
mod consent;
mod console;
mod counts;
mod document;
mod erasure;
mod export;
mod hold;
mod label;
mod logs;
mod need;
mod payloads;
mod place;
mod registers;
mod reports;
mod residence;
mod server;
mod version;

pub use acceptance::ACCEPTANCE;
pub use accounts::{
    ACCOUNTS, BIN_DAYS, CASE_DAYS, MEMBER_DAYS, MEMBER_IDLE_DAYS, SIGN_IN_DAYS, TICKET_DAYS,
};
pub use browser::{BROWSER, DATABASE, Place, Stored, optional, storage, stored};
pub use case::CASES;
pub use collected::{COLLECTED, COLLECTED_DAYS};
pub use consent::CONSENT;
pub use console::{APPROVAL_DAYS, CONSOLE, SELF_PROOF_DAYS};
pub use counts::{COUNT_DAYS, COUNTS};
pub use document::{DOCUMENT, PERSONAL, VALUE_FORMS};
pub use erasure::{ERASURE, ERASURE_DAYS, LEAD_MONTHS, REPORT_DAYS};
pub use export::{EXPORT_DAYS, EXPORTS};
pub use hold::{HOLDS, PROOF_DAYS};
pub use label::{LABELS, Label};
pub use logs::{LOG, LOG_DAYS};
pub use need::{Consequence, Need};
pub use payloads::PAYLOADS;
pub use place::PLACES;
pub use registers::{REGISTER_DAYS, REGISTERS};
pub use reports::{PAGE_REPORT_DAYS, PAGE_REPORTS};
pub use residence::RESIDENCE;
pub use server::{
    AUDIT_DAYS, BATCH_DAYS, FILES, LEDGER_DAYS, MAIL_DAYS, SAVED_DAYS, SERVER, SESSION_DAYS,
};
pub use version::{VERSION_DAYS, VERSIONS};

/// One declared piece of data.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub path: &'static str,
    pub what: What,
    pub category: Category,
    pub subject: Subject,
    pub source: Source,
    /// Never empty.
    pub purposes: &'static [(Purpose, LegalBasis)],
    pub recipients: &'static [Recipient],
    /// Whether a person has to give it.
    pub need: Need,
    pub retention: Retention,
    /// What the days of [`Retention::Days`] are counted from.
    pub counted_from: Start,
    /// What happens at the end of the retention.
    pub then: Then,
    pub protection: Protection,
    /// Whether it may reach a log.
    pub log: bool,
    pub export: Export,
    pub erasure: Erasure,
    pub linkability: Linkability,
    pub sensitive: Option<Sensitive>,
}

/// Which part of the product an entry belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// What a person writes in a field or heading.
    Content,
    /// What holds a document together: ids, order, language, paper.
    Structure,
    /// In the document, a reference to a personal detail; never its value.
    PersonalReference,
    /// The value of a personal detail, in a store apart.
    PersonalValue,
    /// Something that a browser stores.
    Stored(Stored),
    /// A column of a table on the server.
    Column,
    /// A file on the server, beside its databases.
    File,
    /// A field of the server's log.
    LogField,
    /// A part of what lies sealed in a column while a letter or a link waits.
    Payload,
}

impl Entry {
    /// What a person calls it.
    pub fn label(&self) -> Label {
        Label::of(self.path)
    }

    /// What its retention is counted from.
    pub fn start(&self) -> Start {
        match self.retention {
            Retention::Days(_) => self.counted_from,
            Retention::Unused(_) => Start::LastUse,
            Retention::Until(_) => Start::Written,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    Identity,
    Contact,
    Online,
    Career,
    Education,
    Skills,
    /// A picture of a face. Nothing measures it to tell who somebody is, so that
    /// it is no biometric data (GDPR, article 9 and recital 51).
    Image,
    FreeText,
    OtherPerson,
    /// Nationality, gender, birth and civil status: protected in the law of
    /// discrimination.
    Protected,
    Salary,
    /// Where somebody lives, or was: a country, a town. Never more exactly.
    Place,
    Technical,
    Preference,
}

impl Category {
    pub const ALL: [Category; 14] = [
        Category::Identity,
        Category::Contact,
        Category::Online,
        Category::Career,
        Category::Education,
        Category::Skills,
        Category::Image,
        Category::FreeText,
        Category::OtherPerson,
        Category::Protected,
        Category::Salary,
        Category::Place,
        Category::Technical,
        Category::Preference,
    ];
}

/// Whom the data is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The person who writes the CV.
    Writer,
    /// Somebody whom the CV names.
    Referee,
    /// Whoever opens a page, with or without an account.
    Visitor,
    /// Somebody who works here.
    Staff,
}

/// Where the data comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// Typed in the form or read from a file that the person chose.
    Entered,
    /// Made by the program.
    Made,
    /// Chosen by pressing a button.
    Chosen,
}

/// Who gets the data beside the person's own browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recipient {
    /// The server, when the person lets it make a PDF: in memory for as long as
    /// that takes, neither stored nor logged.
    ServerInPassing,
    /// The server, with every request, as browsers send cookies. Not stored.
    ServerWithRequests,
    /// The server, where its owner has saved it, until they delete it there.
    ServerKept,
    /// Whoever has the address of a page that its owner has published.
    Everyone,
    /// The mail servers between us and the person's mailbox, theirs included.
    MailServers,
}

impl Recipient {
    /// Whether the recipient keeps what it gets.
    pub fn keeps(self) -> bool {
        match self {
            Recipient::ServerInPassing | Recipient::ServerWithRequests => false,
            Recipient::ServerKept | Recipient::Everyone | Recipient::MailServers => true,
        }
    }
}

/// What keeps others away from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Protection {
    /// On the person's device, readable by this site alone (same origin).
    OwnDevice,
    /// As [`Protection::OwnDevice`], and in a store of its own that only the
    /// gate reads.
    Gate,
    /// A cookie with `SameSite=Lax`, and `Secure` on https.
    Cookie,
    /// Encrypted with a key of the person's own, which lies in another database.
    Sealed,
    /// Only a hash, from which nobody gets back to what was hashed.
    Hashed,
    /// Readable for who runs the server: numbers, times, random ids.
    Operator,
}

/// Which copy that a person takes holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// Every copy, except where the owner has hidden it.
    Shown,
    /// Only the complete one: it says nothing to others or should not.
    Full,
    /// None: it says nothing about anybody and has no use elsewhere.
    Nowhere,
}

/// How it is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erasure {
    /// With the draft that holds it, or by clearing its field.
    WithDraft,
    /// By withdrawing consent, in all drafts at once.
    Withdrawal,
    /// With everything that this browser stores for the site.
    WithEverything,
    /// With the saved CV that it belongs to.
    WithSaved,
    /// With the account: when its last saved CV is deleted.
    WithAccount,
    /// Not earlier than its time: it has to be there when others are gone, and
    /// leads to nobody who is.
    WithTime,
}

/// How well it points at a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Linkability {
    /// It alone.
    Direct,
    /// It points at a household.
    Household,
    /// Together with other data.
    Indirect,
    /// A random id, meaningful beside the data that it names.
    Pseudonymous,
    None,
}

/// Why more care is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sensitive {
    /// Grounds of discrimination.
    Protected,
    Salary,
    /// A face, which shows age, sex and descent to everybody who sees it.
    Face,
    /// About somebody who did not write it.
    OtherPerson,
    /// Free text, in which anything may stand.
    MayHoldAnything,
    /// What opens an account.
    SignIn,
}

/// Every entry.
pub fn all() -> impl Iterator<Item = &'static Entry> {
    DOCUMENT
        .iter()
        .chain(PERSONAL)
        .chain(BROWSER)
        .chain(columns())
        .chain(FILES)
        .chain(PAYLOADS)
        .chain(LOG)
}

/// Every column of the server's tables.
pub fn columns() -> impl Iterator<Item = &'static Entry> {
    SERVER
        .iter()
        .chain(ACCOUNTS)
        .chain(CONSENT)
        .chain(ACCEPTANCE)
        .chain(EXPORTS)
        .chain(ERASURE)
        .chain(HOLDS)
        .chain(COLLECTED)
        .chain(VERSIONS)
        .chain(COUNTS)
        .chain(PAGE_REPORTS)
        .chain(RESIDENCE)
        .chain(PLACES)
        .chain(CASES)
        .chain(CONSOLE)
        .chain(REGISTERS)
}

/// The entry of a path.
pub fn entry(path: &str) -> Option<&'static Entry> {
    all().find(|entry| entry.path == path)
}

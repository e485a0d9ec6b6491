//! What a browser stores.

use super::{
    Category, Consequence, Entry, Erasure, Export, Linkability, Need, Protection, Recipient,
    SESSION_DAYS, Sensitive, Source, Subject, What,
};

use crate::purpose::{LegalBasis, Purpose};
use crate::retention::{Event, Retention, Start, Then};

/// The name of the IndexedDB database of whoever has not signed in. A member's is
/// followed by `-` and what stands for the account, and so are a member's names in
/// `localStorage` and `sessionStorage`.
pub const DATABASE: &str = "merit";

/// How a browser stores something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// An object store of the database [`DATABASE`].
    IndexedDb,
    Cookie,
    LocalStorage,
    /// Kept for as long as the tab is open.
    SessionStorage,
    /// Whole answers of the server, by their address.
    CacheStorage,
    /// A script that the browser runs between a page and the network.
    ServiceWorker,
}

/// A thing stored in a browser. There is no other: code that stores something
/// takes the name from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stored {
    /// Snapshots of drafts.
    Documents,
    /// Edits that are not yet in a snapshot.
    Journal,
    /// The photos that drafts name.
    Photos,
    /// Values of personal details ([`crate::PersonalValues`]), made empty.
    Personal,
    /// Which draft is open, and how the editor is set up.
    Settings,
    /// The language that the visitor chose for the site.
    Lang,
    /// Which draft this tab has open, so that a reload opens that one.
    Tab,
    /// Steps of this tab that can be undone after a reload: written when the page goes
    /// out of sight, and taken away when it is there again.
    Undo,
    /// How this tab's editor is arranged, and which commands were used last.
    View,
    /// What the server has of each saved draft, so that only changes are sent.
    Synced,
    /// The session: that this browser may act for an account. On https its name
    /// begins with `__Host-`, which binds it to this site alone.
    Session,
    /// "1" while this is said to be a computer that others use too: nothing else is
    /// stored then but the session.
    Shared,
    /// What was answered to the notice about optional storage: "yes" or "no". To ask
    /// on every page instead would press people for a yes.
    Answer,
    /// The template that was used last, which the next CV begins with. Nobody needs
    /// it, so that it is there only after a yes.
    Template,
    /// That the password of a page was entered here: a moment and a keyed hash for
    /// each, the same for everybody who entered it then.
    Pass,
    /// "1" while there is a draft, so that a page knows before it has opened the
    /// database that its form has to wait for one.
    Drafts,
    /// The editor's own files, the same for everybody, so that it opens without a
    /// network. Its name is followed by `-` and what stands for the version.
    Program,
    /// The script that answers with them.
    Worker,
    /// Whose page was here last, so that without a network, where no server can say
    /// it, their drafts are opened and nobody else's. A cookie, so that the answer with
    /// which somebody else signs in, on a page without scripts, takes it away.
    Whose,
}

impl Stored {
    pub const ALL: [Stored; 19] = [
        Stored::Documents,
        Stored::Journal,
        Stored::Photos,
        Stored::Synced,
        Stored::Personal,
        Stored::Settings,
        Stored::Session,
        Stored::Shared,
        Stored::Lang,
        Stored::Answer,
        Stored::Template,
        Stored::Pass,
        Stored::Tab,
        Stored::Undo,
        Stored::View,
        Stored::Drafts,
        Stored::Program,
        Stored::Worker,
        Stored::Whose,
    ];

    pub const fn place(self) -> Place {
        match self {
            Stored::Documents
            | Stored::Journal
            | Stored::Photos
            | Stored::Synced
            | Stored::Personal
            | Stored::Settings => Place::IndexedDb,
            Stored::Lang
            | Stored::Session
            | Stored::Shared
            | Stored::Answer
            | Stored::Template
            | Stored::Pass
            | Stored::Whose => Place::Cookie,
            Stored::Tab | Stored::Undo | Stored::View => Place::SessionStorage,
            Stored::Drafts => Place::LocalStorage,
            Stored::Program => Place::CacheStorage,
            Stored::Worker => Place::ServiceWorker,
        }
    }

    /// The name of the object store, cookie, key, cache or script.
    pub const fn name(self) -> &'static str {
        match self {
            Stored::Documents => "documents",
            Stored::Journal => "journal",
            Stored::Photos => "photos",
            Stored::Personal => "personal",
            Stored::Settings => "settings",
            Stored::Synced => "synced",
            Stored::Session => "merit-session",
            Stored::Shared => "merit-shared",
            Stored::Lang => "merit-lang",
            Stored::Answer => "merit-storage",
            Stored::Template => "merit-template",
            Stored::Pass => "merit-pass",
            Stored::Tab => "merit-draft",
            Stored::Undo => "merit-undo",
            Stored::View => "merit-view",
            Stored::Drafts => "merit-drafts",
            Stored::Program => "merit-program",
            Stored::Worker => "offline.js",
            Stored::Whose => "merit-whose",
        }
    }

    /// Whether it is optional: nothing that a person asks for needs it, so that it is
    /// stored only after a yes to the notice (ePrivacy Directive, Article 5(3)). What
    /// a person has chosen with a button of its own, such as the language, is asked
    /// for, and personal details have a consent of their own.
    pub const fn is_optional(self) -> bool {
        matches!(self, Stored::Template)
    }
}

/// What browsers store, in the order in which the page about it lists it.
pub fn storage() -> impl Iterator<Item = (Stored, &'static Entry)> {
    BROWSER.iter().filter_map(|entry| match entry.what {
        What::Stored(stored) => Some((stored, entry)),
        _ => None,
    })
}

/// What of it is optional, which the notice is shown for: while there is none, there
/// is no notice either.
pub fn optional() -> impl Iterator<Item = (Stored, &'static Entry)> {
    storage().filter(|(stored, _)| stored.is_optional())
}

/// The entry of a stored thing.
pub const fn stored(stored: Stored) -> &'static Entry {
    match stored {
        Stored::Documents => &DOCUMENTS,
        Stored::Journal => &JOURNAL,
        Stored::Photos => &PHOTOS,
        Stored::Personal => &PERSONAL,
        Stored::Settings => &SETTINGS,
        Stored::Synced => &SYNCED,
        Stored::Session => &SESSION,
        Stored::Shared => &SHARED,
        Stored::Lang => &LANG,
        Stored::Answer => &ANSWER,
        Stored::Template => &TEMPLATE,
        Stored::Pass => &PASS,
        Stored::Tab => &TAB,
        Stored::Undo => &UNDO,
        Stored::View => &VIEW,
        Stored::Drafts => &DRAFTS,
        Stored::Program => &PROGRAM,
        Stored::Worker => &WORKER,
        Stored::Whose => &WHOSE,
    }
}

/// The entries of [`Stored`].
pub static BROWSER: &[Entry] = &[
    DOCUMENTS, JOURNAL, PHOTOS, SYNCED, PERSONAL, SETTINGS, SESSION, SHARED, LANG, ANSWER,
    TEMPLATE, PASS, TAB, UNDO, VIEW, DRAFTS, PROGRAM, WORKER, WHOSE,
];

const DOCUMENTS: Entry = Entry {
    path: "indexeddb:merit/documents",
    what: What::Stored(Stored::Documents),
    category: Category::FreeText,
    subject: Subject::Writer,
    source: Source::Entered,
    purposes: &[
        (Purpose::KeepDraft, LegalBasis::StrictlyNecessary),
        (Purpose::KeepDraft, LegalBasis::Contract),
        (Purpose::MakeCv, LegalBasis::Contract),
    ],
    recipients: &[Recipient::ServerInPassing],
    need: Need::Mandatory(Consequence::NoDraft),
    retention: Retention::Until(Event::DraftErased),
    counted_from: Start::Written,
    then: Then::Deleted,
    protection: Protection::OwnDevice,
    log: false,
    export: Export::Full,
    erasure: Erasure::WithDraft,
    linkability: Linkability::Direct,
    sensitive: Some(Sensitive::MayHoldAnything),
};

const JOURNAL: Entry = Entry {
    path: "indexeddb:merit/journal",
    what: What::Stored(Stored::Journal),
    recipients: &[],
    retention: Retention::Until(Event::SnapshotTaken),
    ..DOCUMENTS
};

const PHOTOS: Entry = Entry {
    path: "indexeddb:merit/photos",
    what: What::Stored(Stored::Photos),
    category: Category::Image,
    need: Need::Optional,
    sensitive: Some(Sensitive::Face),
    ..DOCUMENTS
};

const SYNCED: Entry = Entry {
    path: "indexeddb:merit/synced",
    what: What::Stored(Stored::Synced),
    purposes: &[
        (Purpose::KeepSaved, LegalBasis::StrictlyNecessary),
        (Purpose::KeepSaved, LegalBasis::Contract),
    ],
    recipients: &[],
    need: Need::Mandatory(Consequence::NotSaved),
    retention: Retention::Until(Event::UnsavedAgain),
    export: Export::Nowhere,
    ..DOCUMENTS
};

const SESSION: Entry = Entry {
    path: "cookie:merit-session",
    what: What::Stored(Stored::Session),
    category: Category::Technical,
    source: Source::Made,
    purposes: &[(Purpose::Recognise, LegalBasis::StrictlyNecessary)],
    recipients: &[Recipient::ServerWithRequests],
    need: Need::Mandatory(Consequence::NotRecognised),
    retention: Retention::days(SESSION_DAYS),
    protection: Protection::Cookie,
    linkability: Linkability::Pseudonymous,
    ..SETTINGS
};

const PERSONAL: Entry = Entry {
    path: "indexeddb:merit/personal",
    what: What::Stored(Stored::Personal),
    category: Category::Protected,
    purposes: &[
        (Purpose::KeepDraft, LegalBasis::Consent),
        (Purpose::MakeCv, LegalBasis::Consent),
    ],
    recipients: &[],
    need: Need::OptIn,
    retention: Retention::Until(Event::ConsentWithdrawn),
    protection: Protection::Gate,
    erasure: Erasure::Withdrawal,
    sensitive: Some(Sensitive::Protected),
    ..DOCUMENTS
};

const SETTINGS: Entry = Entry {
    path: "indexeddb:merit/settings",
    what: What::Stored(Stored::Settings),
    category: Category::Preference,
    subject: Subject::Writer,
    source: Source::Chosen,
    purposes: &[(Purpose::RememberChoice, LegalBasis::StrictlyNecessary)],
    recipients: &[],
    need: Need::Optional,
    retention: Retention::Until(Event::DraftErased),
    counted_from: Start::Written,
    then: Then::Deleted,
    protection: Protection::OwnDevice,
    log: false,
    export: Export::Nowhere,
    erasure: Erasure::WithEverything,
    linkability: Linkability::Pseudonymous,
    sensitive: None,
};

const LANG: Entry = Entry {
    path: "cookie:merit-lang",
    what: What::Stored(Stored::Lang),
    recipients: &[Recipient::ServerWithRequests],
    retention: Retention::days(365),
    protection: Protection::Cookie,
    linkability: Linkability::None,
    ..SETTINGS
};

/// Asked again after a year at the latest.
const ANSWER: Entry = Entry {
    path: "cookie:merit-storage",
    what: What::Stored(Stored::Answer),
    ..LANG
};

const TEMPLATE: Entry = Entry {
    path: "cookie:merit-template",
    what: What::Stored(Stored::Template),
    purposes: &[(Purpose::RememberChoice, LegalBasis::Consent)],
    need: Need::OptIn,
    ..LANG
};

const SHARED: Entry = Entry {
    path: "cookie:merit-shared",
    what: What::Stored(Stored::Shared),
    recipients: &[Recipient::ServerWithRequests],
    retention: Retention::Until(Event::BrowserClosed),
    protection: Protection::Cookie,
    linkability: Linkability::None,
    ..SETTINGS
};

/// Who enters a page's password asks for the page.
const PASS: Entry = Entry {
    path: "cookie:merit-pass",
    what: What::Stored(Stored::Pass),
    category: Category::Technical,
    subject: Subject::Visitor,
    source: Source::Made,
    purposes: &[(Purpose::Publish, LegalBasis::StrictlyNecessary)],
    recipients: &[Recipient::ServerWithRequests],
    retention: Retention::Until(Event::BrowserClosed),
    protection: Protection::Cookie,
    linkability: Linkability::None,
    ..SETTINGS
};

const TAB: Entry = Entry {
    path: "sessionstorage:merit-draft",
    what: What::Stored(Stored::Tab),
    category: Category::Technical,
    source: Source::Made,
    purposes: &[(Purpose::KeepDraft, LegalBasis::StrictlyNecessary)],
    need: Need::Mandatory(Consequence::NoDraft),
    retention: Retention::Until(Event::TabClosed),
    ..SETTINGS
};

/// Values of personal details are in none of its steps: documents refer to them.
const UNDO: Entry = Entry {
    path: "sessionstorage:merit-undo",
    what: What::Stored(Stored::Undo),
    recipients: &[],
    need: Need::Optional,
    retention: Retention::Until(Event::TabClosed),
    export: Export::Nowhere,
    ..DOCUMENTS
};

const VIEW: Entry = Entry {
    path: "sessionstorage:merit-view",
    what: What::Stored(Stored::View),
    retention: Retention::Until(Event::TabClosed),
    linkability: Linkability::None,
    ..SETTINGS
};

const DRAFTS: Entry = Entry {
    path: "localstorage:merit-drafts",
    what: What::Stored(Stored::Drafts),
    category: Category::Technical,
    source: Source::Made,
    purposes: &[(Purpose::KeepDraft, LegalBasis::StrictlyNecessary)],
    need: Need::Mandatory(Consequence::NoDraft),
    retention: Retention::Until(Event::LastDraftErased),
    erasure: Erasure::WithDraft,
    linkability: Linkability::None,
    ..SETTINGS
};

/// Who opens an editor that keeps drafts in the browser asks for drafts that can be
/// opened there, with a network or without. Whoever has said no to what is optional has
/// none of it either.
const PROGRAM: Entry = Entry {
    path: "cachestorage:merit-program",
    what: What::Stored(Stored::Program),
    category: Category::Technical,
    source: Source::Made,
    purposes: &[(Purpose::KeepDraft, LegalBasis::StrictlyNecessary)],
    retention: Retention::Until(Event::Replaced),
    linkability: Linkability::None,
    ..SETTINGS
};

const WORKER: Entry = Entry {
    path: "serviceworker:offline.js",
    what: What::Stored(Stored::Worker),
    ..PROGRAM
};

const WHOSE: Entry = Entry {
    path: "cookie:merit-whose",
    what: What::Stored(Stored::Whose),
    recipients: &[Recipient::ServerWithRequests],
    retention: Retention::days(SESSION_DAYS),
    protection: Protection::Cookie,
    linkability: Linkability::Pseudonymous,
    ..PROGRAM
};

//! What the server stores: every column of its databases.

use super::{
    Category, Consequence, Entry, Erasure, Export, Linkability, Need, Protection, Recipient,
    Sensitive, Source, Subject, What,
};
use crate::purpose::{LegalBasis, Purpose};
use crate::retention::{Retention, Start, Then};

/// A saved CV, and the account that holds it, go after so many days without use.
pub const SAVED_DAYS: u16 = 365;
/// A browser is recognised for so many days.
pub const SESSION_DAYS: u16 = 365;
/// A batch of changes that comes again is known for so many days.
pub const BATCH_DAYS: u16 = 90;
/// A letter is kept until it is delivered, and at most for so many days.
pub const MAIL_DAYS: u16 = 7;
/// A row of the audit log is kept for so many days.
pub const AUDIT_DAYS: u16 = 1096;
/// That somebody was erased is known for so many days: longer than any backup
/// may be kept.
pub const LEDGER_DAYS: u16 = 1096;

/// What the owner has written.
pub(super) const CONTENT: Entry = Entry {
    path: "document.content",
    what: What::Column,
    category: Category::FreeText,
    subject: Subject::Writer,
    source: Source::Entered,
    purposes: &[
        (Purpose::KeepSaved, LegalBasis::Contract),
        (Purpose::Publish, LegalBasis::Contract),
    ],
    recipients: &[Recipient::ServerKept],
    need: Need::Mandatory(Consequence::NotSaved),
    retention: Retention::unused(SAVED_DAYS),
    counted_from: Start::Written,
    then: Then::Deleted,
    protection: Protection::Sealed,
    log: false,
    export: Export::Full,
    erasure: Erasure::WithSaved,
    linkability: Linkability::Direct,
    sensitive: Some(Sensitive::MayHoldAnything),
};

/// What the program makes to keep it.
pub(super) const fn made(path: &'static str, purpose: Purpose, erasure: Erasure) -> Entry {
    let purposes: &'static [(Purpose, LegalBasis)] = match purpose {
        Purpose::Publish => &[(Purpose::Publish, LegalBasis::Contract)],
        Purpose::Count => &[(Purpose::Count, LegalBasis::LegitimateInterest)],
        Purpose::Moderate => &[(Purpose::Moderate, LegalBasis::LegalObligation)],
        Purpose::Recognise => &[(Purpose::Recognise, LegalBasis::Contract)],
        Purpose::Account => &[(Purpose::Account, LegalBasis::LegalObligation)],
        Purpose::SignIn => &[(Purpose::SignIn, LegalBasis::Contract)],
        Purpose::Protect => &[(Purpose::Protect, LegalBasis::LegitimateInterest)],
        Purpose::Notify => &[(Purpose::Notify, LegalBasis::Contract)],
        Purpose::Export => &[(Purpose::Export, LegalBasis::Contract)],
        Purpose::Rights => &[(Purpose::Rights, LegalBasis::LegalObligation)],
        Purpose::Hold => &[
            (Purpose::Hold, LegalBasis::LegitimateInterest),
            (Purpose::Hold, LegalBasis::LegalObligation),
        ],
        _ => &[(Purpose::KeepSaved, LegalBasis::Contract)],
    };
    let consequence = match purpose {
        Purpose::Publish | Purpose::Count | Purpose::Moderate => Consequence::NotPublished,
        Purpose::Recognise => Consequence::NotRecognised,
        Purpose::Account => Consequence::NoAccount,
        Purpose::SignIn => Consequence::NoSignIn,
        Purpose::Protect => Consequence::NotProtected,
        Purpose::Notify => Consequence::NoLetter,
        Purpose::Rights => Consequence::NotAnswered,
        _ => Consequence::NotSaved,
    };
    Entry {
        path,
        category: Category::Technical,
        source: Source::Made,
        purposes,
        need: Need::Mandatory(consequence),
        protection: Protection::Operator,
        export: Export::Full,
        erasure,
        linkability: Linkability::Pseudonymous,
        sensitive: None,
        ..CONTENT
    }
}

pub(super) const fn saved(path: &'static str) -> Entry {
    made(path, Purpose::KeepSaved, Erasure::WithSaved)
}

const fn batch(path: &'static str) -> Entry {
    Entry {
        retention: Retention::days(BATCH_DAYS),
        export: Export::Nowhere,
        ..saved(path)
    }
}

const fn published(path: &'static str) -> Entry {
    made(path, Purpose::Publish, Erasure::WithAccount)
}

pub(super) const fn session(path: &'static str) -> Entry {
    Entry {
        retention: Retention::days(SESSION_DAYS),
        ..made(path, Purpose::Recognise, Erasure::WithAccount)
    }
}

const fn link(path: &'static str) -> Entry {
    made(path, Purpose::Recognise, Erasure::WithAccount)
}

const fn account(path: &'static str) -> Entry {
    made(path, Purpose::KeepSaved, Erasure::WithAccount)
}

/// What its owner has declared, and when.
const fn declared(path: &'static str) -> Entry {
    Entry {
        source: Source::Chosen,
        ..made(path, Purpose::Account, Erasure::WithAccount)
    }
}

/// A letter on its way.
const fn mail(path: &'static str) -> Entry {
    Entry {
        retention: Retention::days(MAIL_DAYS),
        ..made(path, Purpose::Notify, Erasure::WithAccount)
    }
}

/// What has happened with accounts, of persons by pseudonyms alone.
const fn audit(path: &'static str) -> Entry {
    Entry {
        retention: Retention::days(AUDIT_DAYS),
        export: Export::Nowhere,
        ..made(path, Purpose::Account, Erasure::WithTime)
    }
}

pub(super) const fn hashed(entry: Entry) -> Entry {
    Entry {
        protection: Protection::Hashed,
        export: Export::Nowhere,
        ..entry
    }
}

/// Every column of the server's tables.
pub static SERVER: &[Entry] = &[
    account("account.id"),
    account("account.state"),
    account("account.created_at"),
    account("account.used_at"),
    declared("account.adult_at"),
    declared("account.policy_version"),
    declared("account.policy_at"),
    session("session.account_id"),
    session("session.id"),
    hashed(session("session.token_hash")),
    session("session.created_at"),
    session("session.used_at"),
    link("owner_link.account_id"),
    link("owner_link.id"),
    hashed(link("owner_link.secret_hash")),
    link("owner_link.created_at"),
    saved("document.account_id"),
    saved("document.id"),
    saved("document.version"),
    // Read for others too, where it names them and they ask (`backend::cases`).
    Entry {
        purposes: &[
            (Purpose::KeepSaved, LegalBasis::Contract),
            (Purpose::Publish, LegalBasis::Contract),
            (Purpose::Rights, LegalBasis::LegalObligation),
        ],
        ..CONTENT
    },
    saved("document.created_at"),
    saved("document.changed_at"),
    batch("document_batch.account_id"),
    batch("document_batch.document_id"),
    batch("document_batch.id"),
    batch("document_batch.version"),
    batch("document_batch.taken_at"),
    saved("photo.account_id"),
    saved("photo.id"),
    Entry {
        path: "photo.content",
        category: Category::Image,
        need: Need::Optional,
        sensitive: Some(Sensitive::Face),
        ..CONTENT
    },
    saved("photo.created_at"),
    published("publication.account_id"),
    published("publication.id"),
    published("publication.document_id"),
    hashed(published("publication.slug_index")),
    Entry {
        source: Source::Chosen,
        protection: Protection::Sealed,
        linkability: Linkability::Indirect,
        ..published("publication.slug")
    },
    // What its owner has shown, until they withdraw it.
    Entry {
        path: "publication.content",
        purposes: &[
            (Purpose::Publish, LegalBasis::Contract),
            (Purpose::Rights, LegalBasis::LegalObligation),
        ],
        recipients: &[Recipient::ServerKept, Recipient::Everyone],
        need: Need::Mandatory(Consequence::NotPublished),
        export: Export::Shown,
        ..CONTENT
    },
    // What a link hides, by the names of fields and the numbers of entries: kept when
    // it is withdrawn, so that nothing of it is shown by mistake the next time.
    Entry {
        source: Source::Chosen,
        protection: Protection::Sealed,
        ..published("publication.hidden")
    },
    published("publication.version"),
    published("publication.document_version"),
    published("publication.published_at"),
    published("publication.revoked_at"),
    // What a link is for, which may be somebody's name. Nobody but its owner sees it.
    Entry {
        category: Category::OtherPerson,
        subject: Subject::Referee,
        source: Source::Entered,
        need: Need::Optional,
        protection: Protection::Sealed,
        linkability: Linkability::Direct,
        sensitive: Some(Sensitive::OtherPerson),
        ..published("publication.name")
    },
    Entry {
        source: Source::Chosen,
        ..published("publication.expires_at")
    },
    published("publication.reminded_at"),
    // For whom its owner has told it to. A copy has no hash of it, which would only
    // be something to try passwords on.
    Entry {
        source: Source::Entered,
        need: Need::Optional,
        protection: Protection::Sealed,
        export: Export::Nowhere,
        ..published("publication.password")
    },
    Entry {
        source: Source::Chosen,
        ..published("publication.indexed")
    },
    Entry {
        source: Source::Chosen,
        ..published("publication.downloads")
    },
    Entry {
        source: Source::Chosen,
        ..published("publication.pdf_code")
    },
    published("publication_slug.account_id"),
    published("publication_slug.id"),
    published("publication_slug.publication_id"),
    hashed(published("publication_slug.slug_index")),
    Entry {
        source: Source::Chosen,
        protection: Protection::Sealed,
        linkability: Linkability::Indirect,
        ..published("publication_slug.slug")
    },
    published("publication_slug.replaced_at"),
    mail("mail.account_id"),
    mail("mail.id"),
    // The address, and what is said. A copy has no links of letters: they are for
    // who has the mailbox.
    Entry {
        category: Category::Contact,
        source: Source::Entered,
        recipients: &[Recipient::ServerKept, Recipient::MailServers],
        protection: Protection::Sealed,
        linkability: Linkability::Direct,
        ..mail("mail.payload")
    },
    mail("mail.created_at"),
    mail("mail.due_at"),
    mail("mail.attempts"),
    audit("audit.seq"),
    // What has happened, for who was concerned.
    Entry {
        export: Export::Full,
        ..audit("audit.at")
    },
    hashed(audit("audit.actor")),
    Entry {
        export: Export::Full,
        ..audit("audit.action")
    },
    hashed(audit("audit.subject")),
    hashed(audit("audit.previous")),
    hashed(audit("audit.mac")),
    account("person_key.account_id"),
    Entry {
        protection: Protection::Sealed,
        export: Export::Nowhere,
        ..account("person_key.wrapped")
    },
    Entry {
        protection: Protection::Sealed,
        export: Export::Nowhere,
        ..account("person_key.next")
    },
    account("person_key.created_at"),
];

/// Every file beside the databases that says something of somebody. The root key
/// is beside them too, and is about nobody.
pub static FILES: &[Entry] = &[
    // That somebody was erased, so that no backup brings them back.
    hashed(Entry {
        what: What::File,
        retention: Retention::days(LEDGER_DAYS),
        ..audit("file:erasures.ledger")
    }),
    // Where the audit log ended.
    hashed(Entry {
        what: What::File,
        ..audit("file:audit.checkpoint")
    }),
];

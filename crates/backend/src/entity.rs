//! The tables' rows. Every personal table has its person's id first in its key;
//! times are milliseconds since 1970; what a person wrote is ciphertext.

#![expect(
    unreachable_pub,
    reason = "the entities' macros write items that are pub, whatever the module is"
)]

pub mod acceptance;
pub mod account;
pub mod audit;
pub mod ceremony;
pub mod collected;
pub mod consent;
pub mod consent_proof;
pub mod disclosure;
pub mod document;
pub mod document_batch;
pub mod document_version;
pub mod erasure;
pub mod erasure_report;
pub mod export;
pub mod export_part;
pub mod held;
pub mod hold;
pub mod hold_key;
pub mod invitation;
pub mod login;
pub mod mail;
pub mod owner_link;
pub mod passkey;
pub mod person_key;
pub mod personal_detail;
pub mod photo;
pub mod publication;
pub mod publication_detail;
pub mod recovery_code;
pub mod register_entry;
pub mod security_case;
pub mod session;
pub mod setting;
pub mod sign_in;
pub mod staff;
pub mod standing;
pub mod succession;
pub mod terms;
pub mod ticket;

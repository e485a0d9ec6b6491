//! The tables' rows. Every personal table has its person's id first in its key;
//! times are milliseconds since 1970; what a person wrote is ciphertext.

#![expect(
    unreachable_pub,
    reason = "the entities' macros write items that are pub, whatever the module is"
)]

pub mod acceptance;
pub mod account;
pub mod age_flag;
pub mod approval;
pub mod audit;
pub mod block;
pub mod case_event;
pub mod case_hit;
pub mod ceremony;
pub mod collected;
pub mod consent;
pub mod consent_proof;
pub mod disclosure;
pub mod document;
pub mod document_batch;
pub mod document_version;
pub mod dormant_warning;
pub mod erasure;
pub mod erasure_report;
pub mod export;
pub mod export_part;
pub mod guardian_consent;
pub mod held;
pub mod hold;
pub mod hold_key;
pub mod invitation;
pub mod login;
pub mod mail;
pub mod opened;
pub mod owner_link;
pub mod page_count;
pub mod page_report;
pub mod passkey;
pub mod person_key;
pub mod personal_detail;
pub mod photo;
pub mod policy_change;
pub mod privacy_case;
pub mod publication;
pub mod publication_detail;
pub mod publication_slug;
pub mod recovery_code;
pub mod register_entry;
pub mod residence;
pub mod security_case;
pub mod self_proof;
pub mod session;
pub mod setting;
pub mod sign_in;
pub mod sign_in_place;
pub mod staff;
pub mod standing;
pub mod succession;
pub mod terms;
pub mod ticket;

//! The tables of who signs in and how, and of those who run the server.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, binary_len, blob, blob_null, boolean, string_len, uuid,
};

use super::data::{Added, Index, Step, of_account, personal};

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0012_login", login)),
        Box::new(Step("0013_recovery_code", recovery_code)),
        Box::new(Step("0014_passkey", passkey)),
        Box::new(Step("0015_ticket", ticket)),
        Box::new(Step("0016_sign_in", sign_in)),
        Box::new(Step("0017_staff", staff)),
        Box::new(Step("0018_invitation", invitation)),
        Box::new(Step("0019_security_case", security_case)),
        Box::new(Added("0020_session_kind", "session", || {
            string_len("kind", 16).default("link").take()
        })),
        Box::new(Added("0021_session_agent", "session", || {
            blob_null("agent").take()
        })),
        Box::new(Added("0022_session_proved", "session", || {
            big_integer("proved_at").default(0).take()
        })),
        Box::new(Added("0023_session_factors", "session", || {
            boolean("two_factors").default(false).take()
        })),
        Box::new(Added("0024_document_name", "document", || {
            blob_null("name").take()
        })),
        Box::new(Added("0025_document_binned", "document", || {
            big_integer_null("binned_at").take()
        })),
        Box::new(Index("0026_ticket_expires", "ticket", &["expires_at"])),
        Box::new(Index("0027_sign_in_at", "sign_in", &["at"])),
        Box::new(Index("0028_document_binned", "document", &["binned_at"])),
        Box::new(Step("0029_ceremony", ceremony)),
    ]
}

fn login() -> TableCreateStatement {
    of_account("login")
        .col(blob_null("email_index").unique_key())
        .col(blob_null("email"))
        .col(big_integer_null("verified_at"))
        .col(blob_null("password"))
        .col(big_integer_null("password_at"))
        .col(big_integer_null("reset_at"))
        .col(blob_null("totp"))
        .col(big_integer_null("totp_step"))
        .col(string_len("lang", 2))
        .col(big_integer("created_at"))
        .to_owned()
}

fn recovery_code() -> TableCreateStatement {
    personal("recovery_code").col(blob("code_hash")).to_owned()
}

fn passkey() -> TableCreateStatement {
    personal("passkey")
        .col(blob("credential_index").unique_key())
        .col(blob("credential"))
        .col(blob("name"))
        .col(big_integer("created_at"))
        .col(big_integer_null("used_at"))
        .to_owned()
}

fn ticket() -> TableCreateStatement {
    personal("ticket")
        .col(string_len("kind", 16))
        .col(blob("secret_hash").unique_key())
        .col(blob("payload"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .to_owned()
}

fn sign_in() -> TableCreateStatement {
    personal("sign_in")
        .col(big_integer("at"))
        .col(string_len("outcome", 16))
        .col(string_len("method", 16))
        .col(blob_null("agent"))
        .to_owned()
}

fn staff() -> TableCreateStatement {
    of_account("staff")
        .col(string_len("role", 16))
        .col(big_integer("granted_at"))
        .to_owned()
}

/// Of nobody's yet: who is invited has no account.
fn invitation() -> TableCreateStatement {
    Table::create()
        .table("invitation")
        .col(uuid("id").primary_key())
        .col(blob("secret_hash").unique_key())
        .col(string_len("role", 16))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .to_owned()
}

fn security_case() -> TableCreateStatement {
    personal("security_case")
        .col(string_len("kind", 16))
        .col(big_integer("opened_at"))
        .col(big_integer_null("closed_at"))
        .to_owned()
}

/// A hash is a key that fits every index.
fn ceremony() -> TableCreateStatement {
    Table::create()
        .table("ceremony")
        .col(binary_len("secret_hash", 32).primary_key())
        .col(blob("state"))
        .col(big_integer("expires_at"))
        .to_owned()
}

//! The tables of consent, of what is kept by it alone, and of limits.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, blob, boolean, string_len, uuid};

use super::data::{Index, Step, of_account, personal};

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0060_consent", consent)),
        Box::new(Step("0061_personal_detail", personal_detail)),
        Box::new(Step("0062_standing", standing)),
        Box::new(Index("0063_consent_until", "consent", &["until"])),
    ]
}

fn consent() -> TableCreateStatement {
    personal("consent")
        .col(string_len("purpose", 32))
        .col(boolean("given"))
        .col(string_len("version", 16))
        .col(string_len("lang", 2))
        .col(big_integer("at"))
        .col(string_len("how", 16))
        .col(big_integer_null("until"))
        .to_owned()
}

/// A row names the consent that it is kept by, of the same account: without one
/// the database refuses it.
fn personal_detail() -> TableCreateStatement {
    let mut consent = ForeignKey::create();
    consent
        .from_tbl("personal_detail")
        .from_col("account_id")
        .from_col("consent_id")
        .to_tbl("consent")
        .to_col("account_id")
        .to_col("id")
        .on_delete(ForeignKeyAction::Cascade);
    personal("personal_detail")
        .col(string_len("field", 16))
        .col(blob("value"))
        .col(uuid("consent_id"))
        .foreign_key(&mut consent)
        .to_owned()
}

fn standing() -> TableCreateStatement {
    of_account("standing")
        .col(big_integer_null("restricted_at"))
        .col(big_integer_null("limited_at"))
        .to_owned()
}

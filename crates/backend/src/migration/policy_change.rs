//! The tables of where people live, where attempts to sign in came from, and of
//! changes of the policy.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, boolean, string_len, text, text_null, uuid, uuid_null,
};

use super::data::{Step, of_account, personal};

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0120_residence", residence)),
        Box::new(Step("0121_sign_in_place", sign_in_place)),
        Box::new(Step("0122_policy_change", policy_change)),
    ]
}

fn residence() -> TableCreateStatement {
    of_account("residence")
        .col(blob("place"))
        .col(big_integer("stated_at"))
        .to_owned()
}

/// A row names the attempt and the consent that it is kept by, of the same account:
/// without one of the two the database refuses it, and it goes with either.
fn sign_in_place() -> TableCreateStatement {
    let key = |column: &'static str, table: &'static str| {
        let mut key = ForeignKey::create();
        key.from_tbl("sign_in_place")
            .from_col("account_id")
            .from_col(column)
            .to_tbl(table)
            .to_col("account_id")
            .to_col("id")
            .on_delete(ForeignKeyAction::Cascade);
        key
    };
    personal("sign_in_place")
        .col(blob("place"))
        .col(uuid("consent_id"))
        .foreign_key(&mut key("id", "sign_in"))
        .foreign_key(&mut key("consent_id", "consent"))
        .to_owned()
}

/// Of nobody's account: what is announced is the operator's.
fn policy_change() -> TableCreateStatement {
    Table::create()
        .table("policy_change")
        .col(string_len("version", 16).primary_key())
        .col(big_integer("published_at"))
        .col(boolean("material"))
        .col(string_len("purposes", 255))
        .col(text_null("facts"))
        .col(text("text_sv"))
        .col(text("text_en"))
        .col(big_integer_null("withdrawn_at"))
        .col(uuid_null("told_after"))
        .col(big_integer_null("told_at"))
        .col(big_integer_null("ended_at"))
        .to_owned()
}

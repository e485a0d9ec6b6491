//! The tables of the terms of service, and of who has accepted them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, string_len, string_len_null, text};

use super::data::{Step, personal};

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0088_terms", terms)),
        Box::new(Step("0089_acceptance", acceptance)),
    ]
}

/// Of nobody's account: the texts are the operator's.
fn terms() -> TableCreateStatement {
    Table::create()
        .table("terms")
        .col(string_len("hash", 64).primary_key())
        .col(string_len("version", 16))
        .col(string_len("lang", 2))
        .col(text("text"))
        .col(big_integer("since"))
        .to_owned()
}

fn acceptance() -> TableCreateStatement {
    personal("acceptance")
        .col(string_len("kind", 16))
        .col(string_len("version", 32))
        .col(string_len("lang", 2))
        .col(string_len_null("text_hash", 64))
        .col(big_integer("at"))
        .to_owned()
}

//! The tables of the copies that people ask for of everything of theirs.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, blob, integer, string_len, uuid};

use super::data::{Step, of_account, personal};

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0070_export", export)),
        Box::new(Step("0071_export_part", export_part)),
    ]
}

fn export() -> TableCreateStatement {
    of_account("export")
        .col(uuid("id"))
        .col(uuid("session_id"))
        .col(string_len("state", 16))
        .col(string_len("lang", 2))
        .col(big_integer("asked_at"))
        .col(big_integer("due_at"))
        .col(integer("attempts"))
        .col(integer("done"))
        .col(integer("total"))
        .col(big_integer("bytes"))
        .col(big_integer("expires_at"))
        .to_owned()
}

fn export_part() -> TableCreateStatement {
    personal("export_part")
        .col(integer("number"))
        .col(blob("content"))
        .to_owned()
}

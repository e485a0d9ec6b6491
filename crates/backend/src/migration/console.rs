//! The tables of the console: what its staff have opened, whom they have blocked, what
//! two of them have agreed on, and what the server has found of itself.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, blob_null, boolean, string_len, uuid,
};

use super::data::{Added, Index, Step, of_account, personal};

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0130_opened", opened)),
        Box::new(Index("0131_opened_at", "opened", &["opened_at"])),
        Box::new(Step("0132_block", block)),
        Box::new(Step("0133_age_flag", age_flag)),
        Box::new(Step("0134_guardian_consent", guardian_consent)),
        Box::new(Step("0135_dormant_warning", dormant_warning)),
        Box::new(Step("0136_approval", approval)),
        Box::new(Step("0137_self_proof", self_proof)),
        Box::new(Added("0138_hold_barred", "hold", barred)),
    ]
}

fn opened() -> TableCreateStatement {
    personal("opened")
        .col(blob("by_hash"))
        .col(string_len("role", 16))
        .col(string_len("what", 16))
        .col(blob("reason"))
        .col(big_integer("opened_at"))
        .col(big_integer("until_at"))
        .to_owned()
}

fn block() -> TableCreateStatement {
    of_account("block")
        .col(blob("reason"))
        .col(big_integer("blocked_at"))
        .to_owned()
}

fn age_flag() -> TableCreateStatement {
    of_account("age_flag")
        .col(big_integer("raised_at"))
        .to_owned()
}

fn guardian_consent() -> TableCreateStatement {
    of_account("guardian_consent")
        .col(blob("note"))
        .col(big_integer("recorded_at"))
        .to_owned()
}

fn dormant_warning() -> TableCreateStatement {
    of_account("dormant_warning")
        .col(big_integer("warned_at"))
        .to_owned()
}

/// The account is that of who has proposed it.
fn approval() -> TableCreateStatement {
    personal("approval")
        .col(string_len("action", 32))
        .col(blob("parameters"))
        .col(big_integer("proposed_at"))
        .col(big_integer("expires_at"))
        .col(blob_null("decided_hash"))
        .col(big_integer_null("decided_at"))
        .col(string_len("outcome", 16))
        .to_owned()
}

/// About nobody.
fn self_proof() -> TableCreateStatement {
    Table::create()
        .table("self_proof")
        .col(uuid("id").primary_key())
        .col(string_len("step", 32))
        .col(big_integer("at"))
        .col(boolean("passed"))
        .col(big_integer("millis"))
        .to_owned()
}

/// Whether its owner must not be told of a hold.
fn barred() -> ColumnDef {
    boolean("barred").default(false).to_owned()
}

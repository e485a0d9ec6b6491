//! The tables of holds, and of proofs that outlive who they are about. None goes
//! with an account.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, binary_len, blob, string_len, uuid, uuid_null,
};

use super::data::Step;

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0091_hold", hold)),
        Box::new(Step("0092_held", held)),
        Box::new(Step("0093_consent_proof", consent_proof)),
        Box::new(super::data::Index("0094_hold_owner", "hold", &["owner_id"])),
    ]
}

fn hold() -> TableCreateStatement {
    Table::create()
        .table("hold")
        .col(uuid("id").primary_key())
        .col(uuid_null("owner_id"))
        .col(string_len("kind", 32))
        .col(uuid_null("row_id"))
        .col(string_len("ground", 16))
        .col(blob("note"))
        .col(big_integer("placed_at"))
        .col(big_integer("review_at"))
        .col(big_integer_null("ended_at"))
        .to_owned()
}

/// What is held goes with its hold.
fn held() -> TableCreateStatement {
    let mut hold = ForeignKey::create();
    hold.from("held", "hold_id")
        .to("hold", "id")
        .on_delete(ForeignKeyAction::Cascade);
    Table::create()
        .table("held")
        .col(uuid("hold_id"))
        .col(uuid("row_id"))
        .col(blob("content"))
        .primary_key(
            sea_orm_migration::prelude::Index::create()
                .col("hold_id")
                .col("row_id"),
        )
        .foreign_key(&mut hold)
        .to_owned()
}

fn consent_proof() -> TableCreateStatement {
    Table::create()
        .table("consent_proof")
        .col(binary_len("proof", 32).primary_key())
        .col(big_integer("made_at"))
        .to_owned()
}

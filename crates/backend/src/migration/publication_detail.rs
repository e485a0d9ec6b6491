//! The table of personal details that public pages show.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{blob, string_len, uuid};

use super::data::{Index, Step, personal};

const TABLE: &str = "publication_detail";

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0082_publication_detail", publication_detail)),
        Box::new(Index(
            "0083_publication_detail_page",
            TABLE,
            &["account_id", "publication_id"],
        )),
    ]
}

/// A row goes with its page, and names the consent that it is kept by, of the same
/// account: without one the database refuses it.
fn publication_detail() -> TableCreateStatement {
    let of_account = |column: &'static str, table: &'static str| {
        let mut key = ForeignKey::create();
        key.from_tbl(TABLE)
            .from_col("account_id")
            .from_col(column)
            .to_tbl(table)
            .to_col("account_id")
            .to_col("id")
            .on_delete(ForeignKeyAction::Cascade);
        key
    };
    personal(TABLE)
        .col(uuid("publication_id"))
        .col(string_len("field", 16))
        .col(blob("value"))
        .col(uuid("consent_id"))
        .foreign_key(&mut of_account("publication_id", "publication"))
        .foreign_key(&mut of_account("consent_id", "consent"))
        .to_owned()
}

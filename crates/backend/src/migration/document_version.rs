//! The table of what documents once were.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, blob_null, integer, string_len, uuid, uuid_null,
};

use super::data::{Index, Step, personal};

const TABLE: &str = "document_version";

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0100_document_version", document_version)),
        Box::new(Index(
            "0101_document_version_of",
            TABLE,
            &["account_id", "document_id", "version"],
        )),
        Box::new(Index(
            "0102_document_version_expires",
            TABLE,
            &["expires_at"],
        )),
    ]
}

/// A row goes with its document.
fn document_version() -> TableCreateStatement {
    let mut document = ForeignKey::create();
    document
        .from_tbl(TABLE)
        .from_col("account_id")
        .from_col("document_id")
        .to_tbl("document")
        .to_col("account_id")
        .to_col("id")
        .on_delete(ForeignKeyAction::Cascade);
    personal(TABLE)
        .col(uuid("document_id"))
        .col(big_integer("version"))
        .col(string_len("why", 16))
        .col(big_integer("changed_at"))
        .col(big_integer("made_at"))
        .col(big_integer_null("expires_at"))
        .col(blob_null("name"))
        .col(blob("content"))
        .col(integer("bytes"))
        .col(uuid_null("photo_id"))
        .foreign_key(&mut document)
        .to_owned()
}

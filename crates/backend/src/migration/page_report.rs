//! The table of what is reported of public pages, and that one was taken down.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, blob_null, string_len, string_len_null, uuid,
};

use super::data::{Added, Index as IndexStep, Step, personal};

const TABLE: &str = "page_report";

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0143_page_report", page_report)),
        Box::new(IndexStep(
            "0144_page_report_page",
            TABLE,
            &["account_id", "publication_id"],
        )),
        Box::new(IndexStep("0145_page_report_closed", TABLE, &["closed_at"])),
        Box::new(Added(
            "0146_publication_taken_down_at",
            "publication",
            || big_integer_null("taken_down_at").take(),
        )),
        Box::new(Added(
            "0147_publication_taken_down_for",
            "publication",
            || string_len_null("taken_down_for", 16).take(),
        )),
    ]
}

/// A row goes with its page.
fn page_report() -> TableCreateStatement {
    let mut page = ForeignKey::create();
    page.from_tbl(TABLE)
        .from_col("account_id")
        .from_col("publication_id")
        .to_tbl("publication")
        .to_col("account_id")
        .to_col("id")
        .on_delete(ForeignKeyAction::Cascade);
    personal(TABLE)
        .col(uuid("publication_id"))
        .col(string_len("reason", 16))
        .col(blob("text"))
        .col(blob_null("email"))
        .col(big_integer("created_at"))
        .col(big_integer_null("closed_at"))
        .col(string_len_null("outcome", 16))
        .foreign_key(&mut page)
        .to_owned()
}

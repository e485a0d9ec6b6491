//! The table of how often public pages are opened, and who objects to it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, uuid};

use super::data::{Added, Index as IndexStep, Step};

const TABLE: &str = "page_count";

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0140_page_count", page_count)),
        Box::new(IndexStep("0141_page_count_day", TABLE, &["day_at"])),
        Box::new(Added("0142_standing_count_objected", "standing", || {
            big_integer_null("count_objected_at").take()
        })),
    ]
}

/// A row goes with its page. Its key is what is counted, so that several processes
/// add to the same row.
fn page_count() -> TableCreateStatement {
    let mut page = ForeignKey::create();
    page.from_tbl(TABLE)
        .from_col("account_id")
        .from_col("publication_id")
        .to_tbl("publication")
        .to_col("account_id")
        .to_col("id")
        .on_delete(ForeignKeyAction::Cascade);
    Table::create()
        .table(TABLE)
        .col(uuid("account_id"))
        .col(uuid("publication_id"))
        .col(big_integer("day_at"))
        .col(big_integer("opened"))
        .col(big_integer("pdf"))
        .col(big_integer("card"))
        .col(big_integer("data"))
        .col(big_integer("plain"))
        .col(big_integer("bots"))
        .primary_key(
            Index::create()
                .col("account_id")
                .col("publication_id")
                .col("day_at"),
        )
        .foreign_key(&mut page)
        .to_owned()
}

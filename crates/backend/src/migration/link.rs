//! What makes a published page one of several links: columns of `publication`, and
//! the table of the addresses that links had before.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, blob, blob_null, boolean, uuid};

use super::data::{Added, Index, Step, personal};

const TABLE: &str = "publication_slug";

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    let added = |name, column| Box::new(Added(name, "publication", column));
    vec![
        added("0120_link_name", || blob_null("name")),
        added("0121_link_expires", || big_integer_null("expires_at")),
        added("0122_link_reminded", || big_integer_null("reminded_at")),
        added("0123_link_password", || blob_null("password")),
        // What was published before asks not to be listed, and offers its files.
        added("0124_link_indexed", || {
            boolean("indexed").default(false).take()
        }),
        added("0125_link_downloads", || {
            boolean("downloads").default(true).take()
        }),
        Box::new(Index(
            "0126_link_expires_at",
            "publication",
            &["expires_at"],
        )),
        Box::new(Step("0127_publication_slug", publication_slug)),
        Box::new(Index(
            "0128_publication_slug_of",
            TABLE,
            &["account_id", "publication_id"],
        )),
    ]
}

/// A row goes with its link.
fn publication_slug() -> TableCreateStatement {
    let mut link = ForeignKey::create();
    link.from_tbl(TABLE)
        .from_col("account_id")
        .from_col("publication_id")
        .to_tbl("publication")
        .to_col("account_id")
        .to_col("id")
        .on_delete(ForeignKeyAction::Cascade);
    personal(TABLE)
        .col(uuid("publication_id"))
        .col(blob("slug_index").unique_key())
        .col(blob("slug"))
        .col(big_integer("replaced_at"))
        .foreign_key(&mut link)
        .to_owned()
}

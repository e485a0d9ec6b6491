//! What was collected of no matter whom, and what its owner objects to.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, string_len};

use super::data::{Added, Step};

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0085_collected", collected)),
        Box::new(Added("0086_standing_objected", "standing", || {
            big_integer_null("protect_objected_at").take()
        })),
        Box::new(Added("0087_standing_opted_out", "standing", || {
            big_integer_null("opted_out_at").take()
        })),
    ]
}

/// Of nobody's account.
fn collected() -> TableCreateStatement {
    Table::create()
        .table("collected")
        .col(string_len("category", 16).primary_key())
        .col(big_integer("last_at"))
        .to_owned()
}

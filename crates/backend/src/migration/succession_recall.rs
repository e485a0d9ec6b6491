//! Columns for whom a change of controller was called off to. What had ended before
//! they were there was called off or took effect, and nothing tells which: nobody is
//! written to about it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer_null, uuid_null};

use super::data::Added;

const TABLE: &str = "succession";

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Added("0160_succession_cancelled_at", TABLE, || {
            big_integer_null("cancelled_at").take()
        })),
        Box::new(Added("0161_succession_recalled_to", TABLE, || {
            uuid_null("recalled_to").take()
        })),
        Box::new(Added("0162_succession_recalled_at", TABLE, || {
            big_integer_null("recalled_at").take()
        })),
    ]
}

//! The tables of erasures.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, binary_len, blob};

use super::data::{Step, of_account};

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0080_erasure", erasure)),
        Box::new(Step("0081_erasure_report", erasure_report)),
    ]
}

fn erasure() -> TableCreateStatement {
    of_account("erasure")
        .col(big_integer("asked_at"))
        .col(big_integer("due_at"))
        .col(blob("report_hash"))
        .to_owned()
}

/// Of nobody's account, which is gone.
fn erasure_report() -> TableCreateStatement {
    Table::create()
        .table("erasure_report")
        .col(binary_len("secret_hash", 32).primary_key())
        .col(blob("report"))
        .col(big_integer("made_at"))
        .to_owned()
}

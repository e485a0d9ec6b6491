//! The tables of disclosures and of the operator's registers.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, binary_len, binary_len_null, blob, string_len, uuid, uuid_null,
};

use super::data::{Index, Step, personal};

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0120_disclosure", disclosure)),
        Box::new(Index(
            "0121_disclosure_proposed",
            "disclosure",
            &["proposed_at"],
        )),
        Box::new(Step("0122_register_entry", register_entry)),
        Box::new(Index(
            "0123_register_entry_register",
            "register_entry",
            &["register", "written_at"],
        )),
        Box::new(Step("0124_succession", succession)),
    ]
}

fn disclosure() -> TableCreateStatement {
    personal("disclosure")
        .col(string_len("ground", 16))
        .col(blob("content"))
        .col(big_integer("proposed_at"))
        .col(binary_len("proposed_by", 32))
        .col(big_integer_null("decided_at"))
        .col(binary_len_null("decided_by", 32))
        .col(big_integer_null("barred_until"))
        .col(big_integer_null("told_at"))
        .to_owned()
}

/// Of nobody's account.
fn register_entry() -> TableCreateStatement {
    Table::create()
        .table("register_entry")
        .col(uuid("id").primary_key())
        .col(string_len("register", 16))
        .col(string_len("about", 32))
        .col(big_integer("on_at"))
        .col(big_integer_null("review_at"))
        .col(blob("content"))
        .col(big_integer("written_at"))
        .col(binary_len("written_by", 32))
        .to_owned()
}

/// Of nobody's account.
fn succession() -> TableCreateStatement {
    Table::create()
        .table("succession")
        .col(uuid("id").primary_key())
        .col(string_len("reason", 16))
        .col(blob("content"))
        .col(big_integer("effective_at"))
        .col(big_integer("proposed_at"))
        .col(binary_len("proposed_by", 32))
        .col(big_integer_null("decided_at"))
        .col(binary_len_null("decided_by", 32))
        .col(big_integer_null("ended_at"))
        .col(uuid_null("told_to"))
        .col(big_integer_null("told_at"))
        .to_owned()
}

//! The tables of cases: what people ask of whoever holds their data.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, binary_len_null, blob, integer, string_len, string_len_null,
    uuid, uuid_null,
};

use super::data::{Index, Step, personal};

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step("0130_privacy_case", privacy_case)),
        Box::new(Step("0131_case_event", case_event)),
        Box::new(Step("0132_case_hit", case_hit)),
        Box::new(Index(
            "0133_privacy_case_email",
            "privacy_case",
            &["email_index"],
        )),
        Box::new(Index(
            "0134_privacy_case_due",
            "privacy_case",
            &["closed_at", "due_at"],
        )),
        Box::new(Index("0135_case_hit_owner", "case_hit", &["owner_id"])),
    ]
}

fn privacy_case() -> TableCreateStatement {
    personal("privacy_case")
        .col(string_len("number", 16).unique_key())
        .col(string_len("matter", 16))
        .col(string_len("requester", 16))
        .col(string_len("way", 16))
        .col(string_len("state", 16))
        .col(string_len_null("proof", 16))
        .col(binary_len_null("email_index", 32))
        .col(blob("content"))
        .col(big_integer("received_at"))
        .col(big_integer("entered_at"))
        .col(big_integer("due_at"))
        .col(big_integer_null("extended_at"))
        .col(integer("reminded"))
        .col(binary_len_null("code_hash", 32))
        .col(big_integer_null("code_until_at"))
        .col(integer("code_tries"))
        .col(big_integer_null("scanned_at"))
        .col(big_integer_null("answered_at"))
        .col(big_integer_null("closed_at"))
        .to_owned()
}

/// What goes with its case.
fn of_case(name: &'static str) -> TableCreateStatement {
    let mut case = ForeignKey::create();
    case.from_tbl(name)
        .from_col("account_id")
        .from_col("case_id")
        .to_tbl("privacy_case")
        .to_col("account_id")
        .to_col("id")
        .on_delete(ForeignKeyAction::Cascade);
    Table::create()
        .table(name)
        .col(uuid("account_id"))
        .col(uuid("id"))
        .col(uuid("case_id"))
        .primary_key(
            sea_orm_migration::prelude::Index::create()
                .col("account_id")
                .col("id"),
        )
        .foreign_key(&mut case)
        .to_owned()
}

fn case_event() -> TableCreateStatement {
    of_case("case_event")
        .col(big_integer("at"))
        .col(string_len("step", 16))
        .col(uuid_null("staff_id"))
        .col(blob("content"))
        .to_owned()
}

fn case_hit() -> TableCreateStatement {
    of_case("case_hit")
        .col(uuid("owner_id"))
        .col(uuid("document_id"))
        .col(big_integer("found_at"))
        .col(blob("content"))
        .to_owned()
}

//! The database of the data.

#![expect(
    elided_lifetimes_in_paths,
    reason = "the trait's own signature, which async_trait wants to the letter"
)]

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, blob_null, integer, string_len, uuid,
};

use super::{
    accounts, case_queue, cases, collected, consent, console, document_copy, document_version,
    erasure, export, holds, link, link_code, link_hidden, page_count, page_report, policy_change,
    publication_detail, registers, succession_recall, terms,
};

pub(crate) struct Data;

#[async_trait::async_trait]
impl MigratorTrait for Data {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let mut steps: Vec<Box<dyn MigrationTrait>> = vec![
            Box::new(Step("0001_account", account)),
            Box::new(Step("0002_session", session)),
            Box::new(Step("0003_owner_link", owner_link)),
            Box::new(Step("0004_document", document)),
            Box::new(Step("0005_document_batch", document_batch)),
            Box::new(Step("0006_publication", publication)),
            Box::new(Index("0007_account_used", "account", &["state", "used_at"])),
            Box::new(Index("0008_batch_taken", "document_batch", &["taken_at"])),
            Box::new(Index("0009_session_used", "session", &["used_at"])),
            Box::new(Index(
                "0010_publication_document",
                "publication",
                &["account_id", "document_id"],
            )),
            Box::new(Step("0011_setting", setting)),
            Box::new(Step("0030_audit", audit)),
            Box::new(Index("0031_audit_at", "audit", &["at"])),
            Box::new(Step("0040_mail", mail)),
            Box::new(Index("0041_mail_due", "mail", &["due_at"])),
        ];
        steps.extend(accounts::steps());
        steps.push(Box::new(Step("0050_photo", photo)));
        steps.extend(consent::steps());
        steps.extend(export::steps());
        steps.extend(erasure::steps());
        steps.extend(terms::steps());
        steps.extend(holds::steps());
        steps.extend(collected::steps());
        steps.extend(publication_detail::steps());
        steps.extend(document_version::steps());
        steps.extend(link::steps());
        steps.extend(page_count::steps());
        steps.extend(page_report::steps());
        steps.extend(policy_change::steps());
        steps.extend(cases::steps());
        steps.extend(console::steps());
        steps.extend(registers::steps());
        steps.extend(case_queue::steps());
        steps.extend(document_copy::steps());
        steps.extend(link_hidden::steps());
        steps.extend(link_code::steps());
        steps.extend(succession_recall::steps());
        steps
    }
}

/// A step that makes a table.
pub(super) struct Step(
    pub(super) &'static str,
    pub(super) fn() -> TableCreateStatement,
);

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.0
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table((self.1)()).await
    }
}

/// A step that makes an index.
pub(super) struct Index(
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) &'static [&'static str],
);

impl MigrationName for Index {
    fn name(&self) -> &str {
        self.0
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Index {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let Index(name, table, columns) = *self;
        let mut index = sea_orm_migration::prelude::Index::create();
        index.name(name).table(table);
        for column in columns {
            index.col(*column);
        }
        manager.create_index(index.to_owned()).await
    }
}

/// A step that adds a column.
pub(super) struct Added(
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) fn() -> ColumnDef,
);

impl MigrationName for Added {
    fn name(&self) -> &str {
        self.0
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Added {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut change = Table::alter();
        change.table(self.1).add_column((self.2)());
        manager.alter_table(change.to_owned()).await
    }
}

fn account() -> TableCreateStatement {
    Table::create()
        .table("account")
        .col(uuid("id").primary_key())
        .col(string_len("state", 16))
        .col(big_integer("created_at"))
        .col(big_integer("used_at"))
        .col(big_integer("adult_at"))
        .col(string_len("policy_version", 32))
        .col(big_integer("policy_at"))
        .to_owned()
}

/// A table of an account's, whose rows go with it.
pub(super) fn personal(name: &'static str) -> TableCreateStatement {
    let mut account = ForeignKey::create();
    account
        .from(name, "account_id")
        .to("account", "id")
        .on_delete(ForeignKeyAction::Cascade);
    Table::create()
        .table(name)
        .col(uuid("account_id"))
        .col(uuid("id"))
        .primary_key(
            sea_orm_migration::prelude::Index::create()
                .col("account_id")
                .col("id"),
        )
        .foreign_key(&mut account)
        .to_owned()
}

fn session() -> TableCreateStatement {
    personal("session")
        .col(blob("token_hash").unique_key())
        .col(big_integer("created_at"))
        .col(big_integer("used_at"))
        .to_owned()
}

fn owner_link() -> TableCreateStatement {
    personal("owner_link")
        .col(blob("secret_hash").unique_key())
        .col(big_integer("created_at"))
        .to_owned()
}

fn document() -> TableCreateStatement {
    personal("document")
        .col(big_integer("version"))
        .col(blob("content"))
        .col(big_integer("created_at"))
        .col(big_integer("changed_at"))
        .to_owned()
}

fn document_batch() -> TableCreateStatement {
    let mut document = ForeignKey::create();
    document
        .from_tbl("document_batch")
        .from_col("account_id")
        .from_col("document_id")
        .to_tbl("document")
        .to_col("account_id")
        .to_col("id")
        .on_delete(ForeignKeyAction::Cascade);
    Table::create()
        .table("document_batch")
        .col(uuid("account_id"))
        .col(uuid("document_id"))
        .col(uuid("id"))
        .col(big_integer("version"))
        .col(big_integer("taken_at"))
        .primary_key(
            sea_orm_migration::prelude::Index::create()
                .col("account_id")
                .col("document_id")
                .col("id"),
        )
        .foreign_key(&mut document)
        .to_owned()
}

fn photo() -> TableCreateStatement {
    personal("photo")
        .col(blob("content"))
        .col(big_integer("created_at"))
        .to_owned()
}

fn publication() -> TableCreateStatement {
    personal("publication")
        .col(uuid("document_id"))
        .col(blob("slug_index").unique_key())
        .col(blob("slug"))
        .col(blob_null("content"))
        .col(big_integer("version"))
        .col(big_integer("document_version"))
        .col(big_integer("published_at"))
        .col(big_integer_null("revoked_at"))
        .to_owned()
}

fn mail() -> TableCreateStatement {
    personal("mail")
        .col(blob("payload"))
        .col(big_integer("created_at"))
        .col(big_integer("due_at"))
        .col(integer("attempts"))
        .to_owned()
}

/// Of nobody's account: it says of those who are gone that they are.
fn audit() -> TableCreateStatement {
    Table::create()
        .table("audit")
        .col(big_integer("seq").primary_key())
        .col(big_integer("at"))
        .col(blob_null("actor"))
        .col(string_len("action", 32))
        .col(blob_null("subject"))
        .col(blob("previous"))
        .col(blob("mac"))
        .to_owned()
}

/// A table with one row for an account, which goes with it.
pub(super) fn of_account(name: &'static str) -> TableCreateStatement {
    let mut account = ForeignKey::create();
    account
        .from(name, "account_id")
        .to("account", "id")
        .on_delete(ForeignKeyAction::Cascade);
    Table::create()
        .table(name)
        .col(uuid("account_id").primary_key())
        .foreign_key(&mut account)
        .to_owned()
}

/// Both databases have it.
pub(super) fn setting() -> TableCreateStatement {
    Table::create()
        .table("setting")
        .col(string_len("name", 32).primary_key())
        .col(blob("value"))
        .to_owned()
}

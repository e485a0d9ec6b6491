//! The database of the keys.

#![expect(
    elided_lifetimes_in_paths,
    reason = "the trait's own signature, which async_trait wants to the letter"
)]

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, blob, blob_null, uuid};

use super::data::{Step, setting};

pub(crate) struct Keys;

#[async_trait::async_trait]
impl MigratorTrait for Keys {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(Step("0001_person_key", person_key)),
            Box::new(Step("0002_setting", setting)),
            Box::new(NextKey),
            Box::new(Step("0094_hold_key", hold_key)),
        ]
    }

    /// Of its own, so that both may be schemas of one PostgreSQL database.
    fn migration_table_name() -> DynIden {
        "seaql_key_migrations".into_iden()
    }
}

/// The column of the key that is to replace a person's, while both are known.
struct NextKey;

impl MigrationName for NextKey {
    fn name(&self) -> &str {
        "0003_person_key_next"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for NextKey {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut alter = Table::alter();
        alter.table("person_key").add_column(blob_null("next"));
        manager.alter_table(alter.to_owned()).await
    }
}

fn person_key() -> TableCreateStatement {
    Table::create()
        .table("person_key")
        .col(uuid("account_id").primary_key())
        .col(blob("wrapped"))
        .col(big_integer("created_at"))
        .to_owned()
}

fn hold_key() -> TableCreateStatement {
    Table::create()
        .table("hold_key")
        .col(uuid("hold_id").primary_key())
        .col(blob("wrapped"))
        .col(big_integer("created_at"))
        .to_owned()
}

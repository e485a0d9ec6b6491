//! The database of the keys.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, blob, uuid};

use super::data::{Step, setting};

pub(crate) struct Keys;

#[async_trait::async_trait]
impl MigratorTrait for Keys {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(Step("0001_person_key", person_key)),
            Box::new(Step("0002_setting", setting)),
        ]
    }

    /// Of its own, so that both may be schemas of one PostgreSQL database.
    fn migration_table_name() -> DynIden {
        "seaql_key_migrations".into_iden()
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

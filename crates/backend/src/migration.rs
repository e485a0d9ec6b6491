//! The written migrations of both databases: one statement a step, the same for
//! SQLite and PostgreSQL, and what state a database is in.

mod accounts;
mod case_queue;
mod cases;
mod collected;
mod consent;
mod console;
mod data;
mod document_copy;
mod document_version;
mod erasure;
mod export;
mod holds;
mod keys;
mod link;
mod link_code;
mod link_hidden;
mod page_count;
mod page_report;
mod policy_change;
mod publication_detail;
mod registers;
mod succession_recall;
mod terms;

use sea_orm::{DatabaseConnection, DbErr};
use sea_orm_migration::{MigratorTrait, SchemaManager};

pub(crate) use data::Data;
pub(crate) use keys::Keys;

/// How a database's schema stands to this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Schema {
    /// Nothing was ever made in it.
    Fresh,
    Current,
    /// So many steps are missing.
    Older(usize),
    /// It has steps that this program does not know.
    Newer,
}

pub(crate) async fn schema<M: MigratorTrait>(
    connection: &DatabaseConnection,
) -> Result<Schema, DbErr> {
    let manager = SchemaManager::new(connection);
    let table = M::migration_table_name().to_string();
    if !manager.has_table(&table).await? {
        return Ok(Schema::Fresh);
    }
    let applied = M::get_migration_models(connection).await?;
    let known = M::migrations();
    let is_known = |version: &str| known.iter().any(|step| step.name() == version);
    Ok(match applied.len() {
        0 => Schema::Fresh,
        _ if !applied.iter().all(|step| is_known(&step.version)) => Schema::Newer,
        applied if applied < known.len() => Schema::Older(known.len() - applied),
        _ => Schema::Current,
    })
}

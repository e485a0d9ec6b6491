//! The inventory against the live schema, both ways.

use std::collections::BTreeSet;

use privacy::inventory;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};

use crate::support::{Fixture, on_both};

on_both!(
    every_column_is_declared_and_every_declared_one_is_there,
    async |f: Fixture| {
        let mut columns = live(&f).await;
        // What a database says of itself, and of the root key, is about nobody; so are
        // the texts of the terms.
        let about_nobody = |c: &String| {
            let table = c.split('.').next().unwrap_or_default();
            table.starts_with("seaql_") || ["setting", "terms", "policy_change"].contains(&table)
        };
        columns.retain(|column| !about_nobody(column));
        let declared: BTreeSet<String> = inventory::columns().map(|e| e.path.to_owned()).collect();
        assert_eq!(columns, declared);
    }
);

on_both!(every_column_is_in_a_backup, async |f: Fixture| {
    let mut columns = live(&f).await;
    // Of the migrations a backup has the names.
    columns.retain(|column| !column.starts_with("seaql_"));
    let backed_up: BTreeSet<String> = backend::backup_columns().into_iter().collect();
    assert_eq!(columns, backed_up);
});

/// A file that is not declared would say something of somebody.
#[tokio::test(flavor = "multi_thread")]
async fn every_file_is_declared() {
    let f = crate::support::sqlite().await;
    let (actor, _) = f.writer(&crate::support::blank()).await;
    f.store.account_erase(actor).await.expect("erased");
    f.store.audit_checkpoint().await.expect("signed");
    let mut files = BTreeSet::new();
    for entry in std::fs::read_dir(f.folder.path()).expect("the folder") {
        let name = entry.expect("an entry").file_name();
        files.insert(name.to_string_lossy().into_owned());
    }
    // The databases are declared by their columns; the root key and what is
    // locked, which is empty, are about nobody.
    let nobodys = ["root.key", "lock", "writing.lock"];
    files.retain(|name| !name.contains(".sqlite") && !nobodys.contains(&name.as_str()));
    let declared = privacy::inventory::FILES.iter();
    let declared = declared.map(|entry| entry.path.replace("file:", ""));
    assert_eq!(files, declared.collect());
}

/// Every column of both databases.
async fn live(f: &Fixture) -> BTreeSet<String> {
    let folder = f.folder.path();
    let mut columns = BTreeSet::new();
    for (url, file) in [
        (&f.options.data_url, "merit.sqlite"),
        (&f.options.keys_url, "keys.sqlite"),
    ] {
        let file = format!("sqlite://{}", folder.join(file).display());
        let url = url.clone().unwrap_or(file);
        let database = Database::connect(url).await.expect("it opens");
        columns.extend(read(&database).await);
    }
    columns
}

async fn read(database: &DatabaseConnection) -> Vec<String> {
    let backend = database.get_database_backend();
    let sql = match backend {
        DbBackend::Sqlite => {
            "SELECT m.name || '.' || p.name AS name FROM sqlite_master m, pragma_table_info(m.name) p \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
        }
        _ => {
            "SELECT (table_name || '.' || column_name)::text AS name \
             FROM information_schema.columns WHERE table_schema = 'public'"
        }
    };
    let rows = database
        .query_all_raw(Statement::from_string(backend, sql))
        .await;
    rows.expect("the schema is readable")
        .iter()
        .map(|row| row.try_get::<String>("", "name").expect("a name"))
        .collect()
}

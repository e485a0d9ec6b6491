//! Connections. SQLite has one writer and some readers, PostgreSQL one pool.

mod transaction;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use privacy::Egress;
use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction,
    DbBackend, DbErr, IsolationLevel, RuntimeErr, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait, sqlx,
};

use crate::collected::Collected;

pub(crate) use transaction::Transaction;

/// How long a writer waits for another program that has the database locked.
const LOCKED: Duration = Duration::from_secs(5);
/// How long a request waits for a connection.
const PATIENCE: Duration = Duration::from_secs(8);
/// SQLite's page, in bytes.
const PAGE: u64 = 4096;
const READERS: u32 = 4;
const POOL: u32 = 16;

/// One database.
#[derive(Clone)]
pub(crate) struct Database {
    writer: DatabaseConnection,
    readers: DatabaseConnection,
    /// Of the data alone.
    collected: Option<Arc<Collected>>,
    writes: Arc<Writes>,
}

/// Counts what this process has written, so that who remembers an answer of the
/// database knows whether it may be another one now.
#[derive(Debug, Default)]
pub(crate) struct Writes(AtomicU64);

impl Writes {
    fn count(&self) {
        self.0.fetch_add(1, Ordering::AcqRel);
    }
}

impl Database {
    /// Opens an SQLite file, and makes it if it is not there. It grows to so
    /// many MiB, if that is said.
    pub(crate) async fn sqlite(path: &Path, most_mib: Option<u32>) -> Result<Database, DbErr> {
        let most = most_mib.map(|mib| u64::from(mib) * 1024 * 1024 / PAGE);
        let writer = sea_orm::Database::connect(sqlite(path, 1, false, most)).await?;
        let readers = sea_orm::Database::connect(sqlite(path, READERS, true, most)).await?;
        Ok(Database {
            writer,
            readers,
            collected: None,
            writes: Arc::default(),
        })
    }

    /// Connects to PostgreSQL.
    pub(crate) async fn postgres(url: &str, egress: &Egress) -> Result<Database, DbErr> {
        permitted(url, egress)?;
        let pool = sea_orm::Database::connect(common(ConnectOptions::new(url), POOL)).await?;
        Ok(Database {
            writer: pool.clone(),
            readers: pool,
            collected: None,
            writes: Arc::default(),
        })
    }

    /// One connection to PostgreSQL that stays what it is, for what belongs to a
    /// connection: locks and settings.
    pub(crate) async fn postgres_connection(
        url: &str,
        egress: &Egress,
    ) -> Result<DatabaseConnection, DbErr> {
        permitted(url, egress)?;
        let mut options = common(ConnectOptions::new(url), 1);
        options
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None);
        sea_orm::Database::connect(options).await
    }

    pub(crate) fn read(&self) -> &DatabaseConnection {
        &self.readers
    }

    pub(crate) fn write(&self) -> &DatabaseConnection {
        self.writes.count();
        &self.writer
    }

    /// How often this process has written so far.
    pub(crate) fn writes(&self) -> u64 {
        self.writes.0.load(Ordering::Acquire)
    }

    /// A transaction that may write, from its first statement on: one that
    /// begins as a reader could find at its end that another was faster.
    pub(crate) async fn begin(&self) -> Result<Transaction, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let transaction = self.writer.begin_with_options(options).await?;
        let (collected, writes) = (self.collected.clone(), self.writes.clone());
        Ok(Transaction::new(transaction, collected, writes))
    }

    /// The same database, whose transactions write what was collected too.
    pub(crate) fn collecting(mut self, collected: Arc<Collected>) -> Database {
        self.collected = Some(collected);
        self
    }

    /// The same, of which it is not noted what was collected.
    pub(crate) fn not_collecting(mut self) -> Database {
        self.collected = None;
        self
    }

    /// A transaction that reads: all of it sees the database as it was when it
    /// read first.
    pub(crate) async fn snapshot(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = match self.readers.get_database_backend() {
            DbBackend::Sqlite => TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Deferred),
                ..TransactionOptions::default()
            },
            _ => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..TransactionOptions::default()
            },
        };
        self.readers.begin_with_options(options).await
    }

    /// Has what was deleted gone from the disk too, where that is ours to say:
    /// SQLite overwrites it in its file (`secure_delete`), but a copy stays in
    /// the log until that is emptied. Returns whether it is; while somebody
    /// reads it cannot be, and every sweep tries again.
    pub(crate) async fn forget_deleted(&self) -> Result<bool, DbErr> {
        let backend = self.writer.get_database_backend();
        if backend != DbBackend::Sqlite {
            return Ok(true);
        }
        let statement = Statement::from_string(backend, "PRAGMA wal_checkpoint(TRUNCATE)");
        let row = self.writer.query_one_raw(statement).await?;
        let busy = row.map(|row| row.try_get_by_index::<i32>(0)).transpose()?;
        Ok(busy == Some(0))
    }

    /// Writes tables anew, so that nothing is left in their files of what was
    /// deleted or overwritten. For small tables: they are locked meanwhile.
    ///
    /// SQLite overwrites what it deletes (`secure_delete`), but not the copies
    /// that stay on a page when its rows move to others, nor its log. PostgreSQL
    /// keeps old rows until their place is used again; there, who waits for the
    /// lock makes others wait, so that is given up soon, and it keeps rows that a
    /// transaction which is open somewhere could still see. Returns whether it
    /// was done.
    pub(crate) async fn rewrite(&self, tables: &[&str]) -> Result<bool, DbErr> {
        if self.writer.get_database_backend() == sea_orm::DbBackend::Sqlite {
            self.writer.execute_unprepared("VACUUM").await?;
            return self.forget_deleted().await;
        }
        let pool = self.writer.get_postgres_connection_pool();
        let failed = |error| DbErr::Exec(RuntimeErr::SqlxError(Arc::new(error)));
        let connection = pool.acquire().await.map_err(failed)?;
        // It does not go back to the pool: it has a setting of its own.
        let mut connection = connection.detach();
        let patience = sqlx::raw_sql("SET lock_timeout = '2s'");
        patience.execute(&mut connection).await.map_err(failed)?;
        for table in tables {
            let vacuum = sqlx::AssertSqlSafe(format!("VACUUM FULL {table}"));
            match sqlx::raw_sql(vacuum).execute(&mut connection).await {
                Ok(_) => {}
                Err(error) if is_locked(&error) => return Ok(false),
                Err(error) => return Err(failed(error)),
            }
        }
        Ok(true)
    }
}

fn is_locked(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    code.is_some_and(|code| code == "55P03")
}

fn common(mut options: ConnectOptions, connections: u32) -> ConnectOptions {
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(PATIENCE)
        // What is in a statement is nobody's to log.
        .sqlx_logging(false);
    options
}

/// `most` pages, if that is said.
fn sqlite(path: &Path, connections: u32, reader: bool, most: Option<u64>) -> ConnectOptions {
    let mut options = common(ConnectOptions::new("sqlite::memory:"), connections);
    let path = path.to_owned();
    options
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .map_sqlx_sqlite_opts(move |options| {
            let options = options
                .in_memory(false)
                .shared_cache(false)
                .filename(&path)
                .create_if_missing(!reader)
                .busy_timeout(LOCKED)
                .journal_mode(SqliteJournalMode::Wal)
                // An acknowledged save outlives a power cut.
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .pragma("secure_delete", "ON")
                // A temporary file would be a copy that nobody overwrites.
                .pragma("temp_store", "MEMORY");
            let options = match most {
                Some(most) => options.pragma("max_page_count", most.to_string()),
                None => options,
            };
            match reader {
                true => options.pragma("query_only", "ON"),
                false => options,
            }
        });
    options
}

/// Whether the machine that an address leads to may be called: what is read of it is
/// what connects with it.
fn permitted(url: &str, egress: &Egress) -> Result<(), DbErr> {
    // An address that cannot be read leads nowhere, and who tries says so.
    let Ok(options) = url.parse::<PgConnectOptions>() else {
        return Ok(());
    };
    if options.get_socket().is_some() {
        return Ok(());
    }
    let permit = egress.permit(options.get_host());
    permit
        .map(drop)
        .map_err(|refused| DbErr::Custom(refused.to_string()))
}

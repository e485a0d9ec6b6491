//! Who has the store open. Processes that serve share it; one that changes keys
//! has it alone, because whoever held an old key meanwhile would seal with it
//! what nobody could open afterwards.
//!
//! It is a lock on a file in the folder, and where the keys are in PostgreSQL,
//! which servers on several machines share, also an advisory lock there. Both go
//! with the process, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::time::Duration;

use privacy::Egress;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement};

use crate::database::Database;
use crate::store::{OpenError, Options};

/// The advisory lock's number in the database of the keys.
const NUMBER: i64 = i64::from_be_bytes(*b"merit  1");
/// PostgreSQL takes a moment to see that a process has ended.
const PATIENCE: Duration = Duration::from_secs(3);
const PAUSE: Duration = Duration::from_millis(100);

/// Held as long as the store is.
pub(crate) struct Lock {
    _file: File,
    _connection: Option<DatabaseConnection>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Shared,
    Alone,
}

impl Lock {
    /// For whoever serves.
    ///
    /// # Errors
    /// [`OpenError::KeysChanging`]
    pub(crate) async fn shared(options: &Options) -> Result<Lock, OpenError> {
        match Lock::take(options, Kind::Shared).await? {
            Some(lock) => Ok(lock),
            None => Err(OpenError::KeysChanging),
        }
    }

    /// For whoever changes keys.
    ///
    /// # Errors
    /// [`OpenError::Served`]
    pub(crate) async fn alone(options: &Options) -> Result<Lock, OpenError> {
        match Lock::take(options, Kind::Alone).await? {
            Some(lock) => Ok(lock),
            None => Err(OpenError::Served),
        }
    }

    async fn take(options: &Options, kind: Kind) -> Result<Option<Lock>, OpenError> {
        let Some(file) = file(options, kind)? else {
            return Ok(None);
        };
        let connection = match &options.keys_url {
            None => None,
            Some(url) => match postgres(url, &options.egress, kind).await {
                Ok(Some(connection)) => Some(connection),
                Ok(None) => return Ok(None),
                Err(error) => return Err(OpenError::Database("MERIT_KEYS_URL".to_owned(), error)),
            },
        };
        Ok(Some(Lock {
            _file: file,
            _connection: connection,
        }))
    }
}

fn file(options: &Options, kind: Kind) -> Result<Option<File>, io::Error> {
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(options.folder.join("lock"))?;
    let taken = match kind {
        Kind::Shared => file.try_lock_shared(),
        Kind::Alone => file.try_lock(),
    };
    match taken {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

async fn postgres(
    url: &str,
    egress: &Egress,
    kind: Kind,
) -> Result<Option<DatabaseConnection>, DbErr> {
    let connection = Database::postgres_connection(url, egress).await?;
    let function = match kind {
        Kind::Shared => "pg_try_advisory_lock_shared",
        Kind::Alone => "pg_try_advisory_lock",
    };
    let statement = Statement::from_string(
        connection.get_database_backend(),
        format!("SELECT {function}({NUMBER})"),
    );
    let start = tokio::time::Instant::now();
    loop {
        let row = connection.query_one_raw(statement.clone()).await?;
        let taken = row.map(|row| row.try_get_by_index::<bool>(0)).transpose()?;
        if taken == Some(true) {
            return Ok(Some(connection));
        }
        if start.elapsed() >= PATIENCE {
            return Ok(None);
        }
        tokio::time::sleep(PAUSE).await;
    }
}

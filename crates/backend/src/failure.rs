//! Why something was not done.

use std::{fmt, io};

use sea_orm::{DbErr, RuntimeErr, SqlErr};

/// Why a function of this crate did not do what was asked. Nothing a person
/// wrote is in it.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// There is no such thing, or not for this actor: which, is not said.
    #[error("there is no such thing")]
    Missing,
    /// The inventory does not allow this actor to read for this purpose.
    #[error(transparent)]
    Denied(#[from] privacy::Denied),
    /// Their owner has to prove once more who they are.
    #[error("who asks has to prove who they are")]
    Unproved,
    /// Those who run the server have blocked the account.
    #[error("the account is blocked")]
    Blocked,
    /// A role needs a second factor.
    #[error("who asks has shown one factor, and needs two")]
    OneFactor,
    /// The request itself is wrong: edits that do not apply, a document that is
    /// none. A correct client does not send it.
    #[error("the request is wrong: {0}")]
    Refused(String),
    /// Somebody else has it.
    #[error("somebody else has it")]
    Taken,
    /// More than one account may have.
    #[error("the quota is used up")]
    Quota,
    /// The database is locked or cannot be reached. Worth another try.
    #[error("the database is busy: {0}")]
    Busy(Detail),
    /// The disk is full.
    #[error("the disk is full: {0}")]
    Full(Detail),
    /// A sealed field does not open: keys and data do not belong together.
    #[error(transparent)]
    Sealed(#[from] vault::Opening),
    /// What is stored cannot be read: another version wrote it, or it is broken.
    #[error("what is stored in {0} cannot be read")]
    Damaged(&'static str),
    /// Anything else, for the log.
    #[error("the database failed: {0}")]
    Database(Detail),
}

/// What the database said, for the operator's log.
#[derive(Debug)]
pub struct Detail(String);

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Failure {
    /// A file beside the databases could not be read or written.
    pub(crate) fn file(what: &str, error: io::Error) -> Failure {
        let detail = Detail(format!("{what}: {error}"));
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Failure::Full(detail),
            _ => Failure::Database(detail),
        }
    }
}

impl From<DbErr> for Failure {
    fn from(error: DbErr) -> Failure {
        let detail = Detail(error.to_string());
        match kind(&error) {
            Kind::Busy => Failure::Busy(detail),
            Kind::Full => Failure::Full(detail),
            Kind::Other => Failure::Database(detail),
        }
    }
}

enum Kind {
    Busy,
    Full,
    Other,
}

fn kind(error: &DbErr) -> Kind {
    let runtime = match error {
        DbErr::Conn(error) | DbErr::Exec(error) | DbErr::Query(error) => error,
        DbErr::ConnectionAcquire(_) => return Kind::Busy,
        _ => return Kind::Other,
    };
    let RuntimeErr::SqlxError(error) = runtime else {
        return Kind::Other;
    };
    if let sea_orm::sqlx::Error::PoolTimedOut | sea_orm::sqlx::Error::Io(_) = **error {
        return Kind::Busy;
    }
    let Some(code) = error.as_database_error().and_then(|error| error.code()) else {
        return Kind::Other;
    };
    // SQLite has numbers, of which the low byte is the kind; PostgreSQL has five characters.
    match code.parse::<u32>().map(|code| code & 0xff) {
        Ok(5 | 6) if code.len() < 5 => Kind::Busy,
        Ok(13) if code.len() < 5 => Kind::Full,
        _ => match &*code {
            "53100" => Kind::Full,
            "40001" | "40P01" | "53300" | "55P03" | "57P03" => Kind::Busy,
            _ => Kind::Other,
        },
    }
}

/// Whether a row was not written because there is one with the same key.
pub(crate) fn is_taken(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

//! What `merit check` asks of a store: whether it would open, and why not.
//! Nothing is made and nothing is changed.

use std::path::PathBuf;

use privacy::Egress;
use sea_orm::DbErr;

use crate::database::Database;
use crate::holds;
use crate::migration::{Data, Keys, Schema};
use crate::noted::{PAIR, ROOT, setting};
use crate::registers::{self, RegisterDue};
use crate::store::{OpenError, Options, complete, state};
use crate::terms::{StoredTerms, stored};

/// How a database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// There is none yet; the first start makes it.
    Fresh,
    Current,
    /// So many steps are missing.
    Older(usize),
    Newer,
    /// Why it cannot be reached or read.
    Unreachable(String),
}

/// How the root key is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Root {
    /// There is none, and nothing is encrypted with one.
    Fresh,
    Right,
    /// There is none, and the keys were wrapped with it.
    Missing,
    /// It is not the one that the keys were wrapped with.
    Wrong,
    /// Why it cannot be read.
    Unreadable(String),
}

/// How a store is.
#[derive(Debug)]
pub struct Inspection {
    pub data: Condition,
    pub keys: Condition,
    pub root: Root,
    /// Data and keys are of different servers.
    pub strangers: bool,
    /// One of the two is missing though the other is not.
    pub half: Option<OpenError>,
    /// The texts of the terms that were shown, where that can be read.
    pub terms: Vec<StoredTerms>,
    /// Holds that somebody should have looked at.
    pub overdue_holds: u64,
    /// Legitimate interests that nobody has weighed, or not for too long. None where
    /// there is no database yet that could say it.
    pub registers: Option<RegisterDue>,
}

/// Looks at a store as it is.
pub async fn inspect(options: &Options) -> Inspection {
    let data = connect(&options.data_url, options.data_file(), &options.egress).await;
    let keys = connect(&options.keys_url, options.keys_file(), &options.egress).await;
    let data_is = match &data {
        Found::Open(data) => condition(state::<Data>(data).await),
        other => other.without(),
    };
    let keys_is = match &keys {
        Found::Open(keys) => condition(state::<Keys>(keys).await),
        other => other.without(),
    };

    let known = match (&keys, &keys_is) {
        (Found::Open(keys), Condition::Current | Condition::Older(_)) => {
            setting(keys, ROOT).await.ok().flatten()
        }
        _ => None,
    };
    let mut inspection = Inspection {
        root: root(options, known),
        strangers: false,
        half: None,
        terms: match (&data, &data_is) {
            (Found::Open(data), Condition::Current) => stored(data).await.unwrap_or_default(),
            _ => Vec::new(),
        },
        overdue_holds: match (&data, &data_is) {
            (Found::Open(data), Condition::Current) => {
                let overdue = holds::overdue(data.read(), options.clock.now());
                overdue.await.unwrap_or(0)
            }
            _ => 0,
        },
        registers: match (&data, &data_is) {
            (Found::Open(data), Condition::Current) => {
                let due = registers::due(data.read(), options.clock.now());
                due.await.ok()
            }
            _ => None,
        },
        data: data_is,
        keys: keys_is,
    };
    match (&data, &keys) {
        (Found::Open(data), Found::Open(keys)) => {
            inspection.half = complete(options, data, keys).await.err().filter(|error| {
                matches!(error, OpenError::KeysMissing(_) | OpenError::DataMissing(_))
            });
            inspection.strangers = are_strangers(data, keys).await.unwrap_or(false);
        }
        // A start makes both files.
        (Found::Open(_), Found::Absent) => {
            let keys = options.keys_file().display().to_string();
            inspection.half = Some(OpenError::KeysMissing(keys));
        }
        (Found::Absent, Found::Open(_)) => {
            let data = options.data_file().display().to_string();
            inspection.half = Some(OpenError::DataMissing(data));
        }
        _ => {}
    }
    inspection
}

/// A database that may be there.
enum Found {
    Absent,
    Open(Database),
    Unreachable(String),
}

impl Found {
    /// How a database is that is not open.
    fn without(&self) -> Condition {
        match self {
            Found::Unreachable(why) => Condition::Unreachable(why.clone()),
            Found::Absent | Found::Open(_) => Condition::Fresh,
        }
    }
}

fn condition(schema: Result<Schema, OpenError>) -> Condition {
    match schema {
        Ok(Schema::Fresh) => Condition::Fresh,
        Ok(Schema::Current) => Condition::Current,
        Ok(Schema::Older(steps)) => Condition::Older(steps),
        Ok(Schema::Newer) => Condition::Newer,
        Err(error) => Condition::Unreachable(error.to_string()),
    }
}

async fn connect(url: &Option<String>, file: PathBuf, egress: &Egress) -> Found {
    let opened = match url {
        Some(url) => Database::postgres(url, egress).await,
        None if !file.exists() => return Found::Absent,
        None => Database::sqlite(&file, None).await,
    };
    match opened {
        Ok(database) => Found::Open(database),
        Err(error) => Found::Unreachable(error.to_string()),
    }
}

fn root(options: &Options, known: Option<Vec<u8>>) -> Root {
    match (options.root.read(&options.folder), known) {
        (Ok(None), None) => Root::Fresh,
        (Ok(None), Some(_)) => Root::Missing,
        (Err(error), _) => Root::Unreadable(error.to_string()),
        (Ok(Some(_)), None) => Root::Right,
        (Ok(Some(root)), Some(known)) => match root.check()[..] == known {
            true => Root::Right,
            false => Root::Wrong,
        },
    }
}

/// Whether both know a number of their pair, and not the same.
async fn are_strangers(data: &Database, keys: &Database) -> Result<bool, DbErr> {
    let (ours, theirs) = (setting(data, PAIR).await?, setting(keys, PAIR).await?);
    Ok(ours.is_some() && theirs.is_some() && ours != theirs)
}

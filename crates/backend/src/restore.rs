//! Bringing a backup back, into databases that are empty.
//!
//! Both files are read to their ends before anything is written, so that a
//! damaged one costs nothing. Each database is then filled in one transaction:
//! what is interrupted leaves data without keys, which no server starts on. A
//! backup of an older version is put into the tables of that version, which then
//! are migrated. At the end the store is opened as always, and with that
//! everybody who was erased since is erased again.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use sea_orm_migration::MigratorTrait;
use uuid::Uuid;
use vault::{Lasting, Opening, Vault};

use crate::audit::{Action, Verified};
use crate::backup::tables::{self, Row, Table, Value};
use crate::backup::{FileError, Head, Header, Kind, Reader, Record, is_named};
use crate::database::Database;
use crate::entity::account;
use crate::failure::Failure;
use crate::keys::RootPlace;
use crate::ledger::{Ledger, LedgerError};
use crate::lock::Lock;
use crate::migration::{Data, Keys, Schema};
use crate::store::{OpenError, Options, Store, connect, private_folder, state};

/// Bytes of rows that are written at once.
const AT_ONCE: usize = 4 * 1024 * 1024;

/// A backup that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    pub data: PathBuf,
    pub keys: PathBuf,
    /// When the backup of the data was made, and that of the keys.
    pub made_at: i64,
    pub keys_made_at: i64,
    pub rows: u64,
    /// Accounts that came back and were erased again.
    pub erased_again: u64,
    /// Consents that had been withdrawn since, limits that had been set, and what was
    /// decided about accounts and pages, and are so again.
    pub withdrawn_again: u64,
    /// What the audit log says of itself.
    pub audit: Verified,
}

/// Why a backup was not brought back.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    #[error("there is no backup (merit-data-….backup) in {}", .0.display())]
    NoBackup(PathBuf),
    #[error(
        "there is no backup of the keys (merit-keys-….backup) for {}: it needs one of the same time or a later one; without it nobody can read the data",
        .0.display()
    )]
    NoKeys(PathBuf),
    #[error(
        "there is no copy of the erasure ledger (erasures-….ledger) in {}: whoever was erased since the backup would come back. Put it there, or say --without-ledger if nobody was",
        .0.display()
    )]
    NoLedger(PathBuf),
    #[error("{path}: {error}", path = .0.display(), error = .1)]
    File(PathBuf, FileError),
    #[error("{path}: {error}", path = .0.display(), error = .1)]
    Ledger(PathBuf, LedgerError),
    #[error(
        "the root key {0} is missing, and the backup is encrypted with it: put it there from your copy, or say with --root-key where it is. Without it nobody can read the backup, ever"
    )]
    RootMissing(RootPlace),
    #[error(
        "the root key {root} is another one than that which {file} was encrypted with: put the one of its time there",
        file = .file.display()
    )]
    RootWrong { root: RootPlace, file: PathBuf },
    #[error("a server, or another command, has {} open: stop it, and run this again", .0.display())]
    Served(PathBuf),
    #[error(
        "{} was made by a newer version of Merit, which this one cannot read: install that version", .0.display()
    )]
    Newer(PathBuf),
    #[error(
        "the backups of the data and of the keys are of two servers: take both from the same one"
    )]
    Strangers,
    #[error(
        "there is something in {0} already: restore into an empty folder (and with PostgreSQL into empty databases), then put it in the place of the old one"
    )]
    NotEmpty(String),
    #[error("{path}: {error}", path = .0.display(), error = .1)]
    Io(PathBuf, io::Error),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Failed(#[from] Failure),
}

impl From<DbErr> for RestoreError {
    fn from(error: DbErr) -> RestoreError {
        RestoreError::Failed(error.into())
    }
}

/// What is to be brought back.
#[derive(Clone, Debug)]
pub struct Source {
    /// The folder with the backups, and with the copy of the ledger.
    pub folder: PathBuf,
    /// The backup of the data, if not the newest in the folder.
    pub data: Option<PathBuf>,
    /// That no ledger is needed, because nobody was erased since.
    pub without_ledger: bool,
}

/// One file of the two.
struct Part {
    path: PathBuf,
    header: Header,
}

/// Brings a backup back to where `options` say, where nothing may be but the
/// root key.
pub async fn restore(options: &Options, source: &Source) -> Result<Restored, RestoreError> {
    let data = newest(source)?;
    let keys = fitting(&source.folder, &data)?;
    let place = options.root.place(&options.folder);
    let root = options.root.read(&options.folder)?;
    let root = root.ok_or_else(|| RestoreError::RootMissing(place.clone()))?;
    let mut vault = Vault::new(&root);
    for part in [&data, &keys] {
        if part.header.root != vault.check() {
            let (root, file) = (place, part.path.clone());
            return Err(RestoreError::RootWrong { root, file });
        }
    }
    let data_head = look_through::<Data>(&data, &vault, |_, _| {})?;
    let mut settings = HashMap::new();
    let keys_head = look_through::<Keys>(&keys, &vault, |table, row| {
        if let ("setting", [Value::Text(name), Value::Bytes(value)]) =
            (table.name.as_str(), &row[..])
        {
            settings.insert(name.clone(), value.clone());
        }
    })?;
    if data_head.pair != keys_head.pair {
        return Err(RestoreError::Strangers);
    }
    // The ledger is read and written with the key that the backup has.
    for which in Lasting::ALL {
        let wrapped = settings.get(which.name());
        // One of before there were proofs, or registers, has no key for them: a new one is made.
        if matches!(which, Lasting::Proof | Lasting::Registers) && wrapped.is_none() {
            continue;
        }
        let adopted = wrapped.ok_or(Opening).and_then(|it| vault.adopt(which, it));
        adopted.map_err(|Opening| RestoreError::File(keys.path.clone(), FileError::Changed))?;
    }
    let ledger = Ledger::new(&vault, options.ledger());
    let books = books(&source.folder, &ledger)?;
    if books.is_empty() && !source.without_ledger {
        return Err(RestoreError::NoLedger(source.folder.clone()));
    }

    private_folder(&options.folder)
        .map_err(|error| RestoreError::Io(options.folder.clone(), error))?;
    let lock = match Lock::alone(options).await {
        Err(OpenError::Served) => return Err(RestoreError::Served(options.folder.clone())),
        lock => lock?,
    };
    let (data_base, keys_base) = connect(options).await?;
    empty::<Data>(&data_base, tables::data(), "the database of the data").await?;
    empty::<Keys>(&keys_base, tables::keys(), "the database of the keys").await?;
    let failed = |error| RestoreError::Ledger(options.ledger(), error);
    ledger.make().map_err(failed)?;
    ledger.merge(&books).map_err(failed)?;
    let rows = fill::<Data>(&data, &data_head, &vault, &data_base, None).await?
        + fill::<Keys>(&keys, &keys_head, &vault, &keys_base, Some(&data_base)).await?;

    let opened = Store::open_locked(options, lock).await?;
    opened.store.erasures_put_off().await?;
    opened.store.audit_operator(Action::Restored).await?;
    Ok(Restored {
        made_at: data.header.made_at,
        keys_made_at: keys.header.made_at,
        data: data.path,
        keys: keys.path,
        rows,
        erased_again: opened.erased_again,
        withdrawn_again: opened.withdrawn_again,
        audit: opened.store.audit_verify().await?,
    })
}

/// The backup of the data that is wanted, or the newest.
fn newest(source: &Source) -> Result<Part, RestoreError> {
    let path = match &source.data {
        Some(path) => path.clone(),
        None => named(&source.folder, |name| is_named(name, Kind::Data, ".backup"))?
            .pop()
            .ok_or_else(|| RestoreError::NoBackup(source.folder.clone()))?,
    };
    let header = Header::read(&path);
    match header {
        Ok(header) if header.kind == Kind::Data => Ok(Part { path, header }),
        Ok(_) => Err(RestoreError::File(path, FileError::NotABackup)),
        Err(error) => Err(RestoreError::File(path, error)),
    }
}

/// The backup of the keys that was made with that of the data; if it has had
/// its time, the first one after it.
fn fitting(folder: &Path, data: &Part) -> Result<Part, RestoreError> {
    let mut best: Option<Part> = None;
    for path in named(folder, |name| is_named(name, Kind::Keys, ".backup"))? {
        // One that cannot be read is not taken, and another may be.
        let Ok(header) = Header::read(&path) else {
            continue;
        };
        let fits = header.kind == Kind::Keys && header.made_at >= data.header.made_at;
        if fits
            && best
                .as_ref()
                .is_none_or(|best| header.made_at < best.header.made_at)
        {
            best = Some(Part { path, header });
        }
    }
    best.ok_or_else(|| RestoreError::NoKeys(data.path.clone()))
}

/// The copies of ledgers in a folder.
fn books(folder: &Path, ledger: &Ledger) -> Result<Vec<crate::ledger::Book>, RestoreError> {
    let is_ledger = |name: &str| name.starts_with("erasures") && name.ends_with(".ledger");
    let mut books = Vec::new();
    for path in named(folder, is_ledger)? {
        let bytes = fs::read(&path).map_err(|error| RestoreError::Io(path.clone(), error))?;
        let book = ledger.parse(&bytes);
        books.push(book.map_err(|error| RestoreError::Ledger(path, error))?);
    }
    Ok(books)
}

/// Files of a folder by their names, in the names' order.
fn named(folder: &Path, is: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>, RestoreError> {
    let failed = |error| RestoreError::Io(folder.to_owned(), error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path
            .file_name()
            .is_some_and(|name| is(&name.to_string_lossy()))
        {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Reads a file from its beginning to its end, and changes nothing. Each row is
/// shown to `see`. Returns the file's head.
fn look_through<M: MigratorTrait>(
    part: &Part,
    vault: &Vault,
    mut see: impl FnMut(&Table, &Row),
) -> Result<Head, RestoreError> {
    let failed = |error| RestoreError::File(part.path.clone(), error);
    let mut file = Reader::open(&part.path, vault).map_err(failed)?;
    let Some(Record::Head(head)) = file.record().map_err(failed)? else {
        return Err(failed(FileError::Changed));
    };
    let known = M::migrations();
    let steps = head.steps.iter().map(String::as_str);
    if !steps.eq(known.iter().map(|step| step.name()).take(head.steps.len())) {
        return Err(RestoreError::Newer(part.path.clone()));
    }
    let mut table: Option<Table> = None;
    let mut rows = 0;
    loop {
        match file.record().map_err(failed)? {
            Some(Record::Table(next)) => table = Some(next),
            Some(Record::Row(row)) => match &table {
                Some(table) if table.fits(&row) => {
                    see(table, &row);
                    rows += 1;
                }
                _ => return Err(failed(FileError::Changed)),
            },
            Some(Record::End { rows: said }) if said == rows => break,
            _ => return Err(failed(FileError::Changed)),
        }
    }
    match file.record::<Record>().map_err(failed)? {
        None => Ok(head),
        Some(_) => Err(failed(FileError::Changed)),
    }
}

/// Sees that nothing is in a database.
async fn empty<M: MigratorTrait>(
    database: &Database,
    tables: Vec<Table>,
    name: &str,
) -> Result<(), RestoreError> {
    let not_empty = || RestoreError::NotEmpty(name.to_owned());
    match state::<M>(database).await? {
        Schema::Fresh => return Ok(()),
        Schema::Current => {}
        Schema::Older(_) | Schema::Newer => return Err(not_empty()),
    }
    for table in tables {
        if !table.is_empty(database.write()).await? {
            return Err(not_empty());
        }
    }
    Ok(())
}

/// Makes the tables as they were, fills them, and brings them up to date. Of
/// keys only those whose account is in `accounts`: who made one after the data
/// was read has nothing to open with it.
async fn fill<M: MigratorTrait>(
    part: &Part,
    head: &Head,
    vault: &Vault,
    database: &Database,
    accounts: Option<&Database>,
) -> Result<u64, RestoreError> {
    let failed = |error| RestoreError::File(part.path.clone(), error);
    if state::<M>(database).await? == Schema::Fresh {
        let steps = u32::try_from(head.steps.len()).unwrap_or(u32::MAX);
        M::up(database.write(), Some(steps)).await?;
    }
    let mut file = Reader::open(&part.path, vault).map_err(failed)?;
    let transaction = database.begin().await?;
    let mut table: Option<Table> = None;
    let mut waiting = Vec::new();
    let mut bytes = 0;
    let mut rows = 0;
    loop {
        let (next, ends) = match file.record().map_err(failed)? {
            Some(Record::Head(_)) => continue,
            Some(Record::Table(next)) => (Some(next), false),
            Some(Record::Row(row)) => {
                bytes += length(&row);
                waiting.push(row);
                if bytes < AT_ONCE {
                    continue;
                }
                (None, false)
            }
            Some(Record::End { .. }) | None => (None, true),
        };
        if let Some(table) = &table {
            let batch = with_account(table, std::mem::take(&mut waiting), accounts).await?;
            rows += batch.len() as u64;
            table.write(&transaction, batch).await?;
        }
        bytes = 0;
        table = next.or(table);
        if ends {
            break;
        }
    }
    transaction.commit().await?;
    M::up(database.write(), None).await?;
    Ok(rows)
}

/// Those of the rows whose account is there, where it is asked for.
async fn with_account(
    table: &Table,
    mut rows: Vec<Row>,
    accounts: Option<&Database>,
) -> Result<Vec<Row>, RestoreError> {
    let (Some(place), Some(accounts)) = (table.place("account_id"), accounts) else {
        return Ok(rows);
    };
    let id = |row: &Row| match &row[place] {
        Value::Bytes(bytes) => Uuid::from_slice(bytes).ok(),
        _ => None,
    };
    let ids: Vec<Uuid> = rows.iter().filter_map(id).collect();
    let mut there = HashSet::new();
    for ids in ids.chunks(500) {
        let found: Vec<Uuid> = account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(account::Column::Id.is_in(ids.iter().copied()))
            .into_tuple()
            .all(accounts.read())
            .await?;
        there.extend(found);
    }
    rows.retain(|row| id(row).is_some_and(|id| there.contains(&id)));
    Ok(rows)
}

fn length(row: &Row) -> usize {
    let field = |value: &Value| match value {
        Value::Text(text) => text.len(),
        Value::Bytes(bytes) => bytes.len(),
        Value::Null | Value::Bool(_) | Value::Whole(_) => 8,
    };
    row.iter().map(field).sum()
}

#[cfg(test)]
mod tests;

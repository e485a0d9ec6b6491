//! Backups: the rows of every table, from one moment, sealed under the root key
//! in files that SQLite and PostgreSQL both come back from.
//!
//! Data and keys are two files, because a person is erased by destroying their
//! key, which reaches only the backups that have no keys: those of the keys are
//! kept for a short time. The data is read first. Who makes an account while
//! that goes on then has a key in the backup and no data, which does no harm;
//! the other way round somebody's data would come back without its key. Who is
//! erased in between has data and no key, and is in the ledger, of which a copy
//! is put beside the files last of all.

mod file;
mod records;
pub(crate) mod tables;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sea_orm::DatabaseTransaction;
use sea_orm_migration::MigratorTrait;
use time::OffsetDateTime;

use crate::audit::Action;
use crate::clock::DAY;
use crate::database::Database;
use crate::failure::Failure;
use crate::files;
use crate::migration::{Data, Keys};
use crate::noted::{PAIR, setting};
use crate::store::Store;

pub use file::FileError;
pub(crate) use file::{Header, Kind, Reader, Writer};
pub(crate) use records::{Head, Record};
use tables::Table;
pub use tables::backup_columns;

/// A backup of the keys is deleted after so many days, unless it is said otherwise.
pub const KEYS_BACKUP_DAYS: u16 = privacy::erasure::BACKUP_DAYS;
/// The epoch of the key that backups are sealed with.
const EPOCH: u32 = 1;

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackedUp {
    pub data: PathBuf,
    pub keys: PathBuf,
    /// The copy of the ledger of erasures.
    pub ledger: PathBuf,
    pub rows: u64,
    /// Of data and keys together.
    pub bytes: u64,
    /// Old backups of the keys, and what earlier ones left unfinished, that
    /// were deleted.
    pub deleted: Vec<PathBuf>,
}

/// Why there is no backup. What there was of it has not the name of one.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error("{path}: {error}", path = .0.display(), error = .1)]
    Io(PathBuf, io::Error),
    #[error("{} is there already: a backup was made in this second", .0.display())]
    Exists(PathBuf),
    #[error(transparent)]
    Failed(#[from] Failure),
}

impl Store {
    /// Makes a backup in a folder, while others go on saving. Afterwards deletes
    /// from the folder the backups of keys that are older than so many days.
    pub async fn backup(&self, to: &Path, keep_keys_days: u16) -> Result<BackedUp, BackupError> {
        let made = self.backup_quietly(to, keep_keys_days).await?;
        self.audit_operator(Action::BackedUp).await?;
        Ok(made)
    }

    /// The same, of which the audit log says nothing: what is made here is no backup that
    /// anybody keeps.
    pub(crate) async fn backup_quietly(
        &self,
        to: &Path,
        keep_keys_days: u16,
    ) -> Result<BackedUp, BackupError> {
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |error| BackupError::Io(path, error)
        };
        private_folder(to).map_err(failed(to))?;
        let made_at = self.clock.now();
        let named = |kind: Kind| to.join(file_name(kind, made_at));
        let (data, keys) = (named(Kind::Data), named(Kind::Keys));
        if let Some(there) = [&data, &keys].into_iter().find(|path| path.exists()) {
            return Err(BackupError::Exists(there.clone()));
        }
        let data_written = self
            .write_backup::<Data>(Kind::Data, &self.data, tables::data(), &data, made_at)
            .await
            .inspect_err(|_| discard(&data))?;
        let keys_written = self
            .write_backup::<Keys>(Kind::Keys, &self.keys, tables::keys(), &keys, made_at)
            .await
            .inspect_err(|_| discard(&keys))?;
        let ledger = self.copy_ledger(to).map_err(failed(to))?;
        let keys_end = made_at - i64::from(keep_keys_days) * DAY;
        let deleted = delete_old(to, keys_end, made_at - DAY).map_err(failed(to))?;
        Ok(BackedUp {
            data,
            keys,
            ledger,
            rows: data_written.0 + keys_written.0,
            bytes: data_written.1 + keys_written.1,
            deleted,
        })
    }

    /// Writes the rows of one database. Returns how many, and the file's length.
    async fn write_backup<M: MigratorTrait>(
        &self,
        kind: Kind,
        database: &Database,
        tables: Vec<Table>,
        path: &Path,
        made_at: i64,
    ) -> Result<(u64, u64), BackupError> {
        let failed = |error| BackupError::Io(path.to_owned(), error);
        let pair = setting(database, PAIR).await.map_err(Failure::from)?;
        let head = Head {
            pair: pair.unwrap_or_default(),
            steps: M::migrations()
                .iter()
                .map(|step| step.name().to_owned())
                .collect(),
        };
        let writer = Writer::create(path, &self.vault, kind, EPOCH, made_at);
        let mut writer = writer.map_err(failed)?;
        writer.record(&Record::Head(head)).map_err(failed)?;
        let snapshot = database.snapshot().await.map_err(Failure::from)?;
        let mut rows = 0;
        for table in tables {
            writer
                .record(&Record::Table(table.clone()))
                .map_err(failed)?;
            rows += write_table(&snapshot, &table, &mut writer, failed).await?;
        }
        snapshot.rollback().await.map_err(Failure::from)?;
        writer.record(&Record::End { rows }).map_err(failed)?;
        let length = writer.finish().map_err(failed)?;
        Ok((rows, length))
    }

    /// Puts a copy of the ledger beside the backups, in the place of an older one.
    fn copy_ledger(&self, to: &Path) -> io::Result<PathBuf> {
        let end = self.ledger.end().map_err(io::Error::other)?;
        let id = end
            .ok_or_else(|| io::Error::other("there is no erasure ledger"))?
            .id;
        let path = to.join(format!("erasures-{id}.ledger"));
        let bytes = fs::read(self.ledger.path())?;
        files::replace(&path, &bytes)?;
        Ok(path)
    }
}

async fn write_table(
    snapshot: &DatabaseTransaction,
    table: &Table,
    writer: &mut Writer,
    failed: impl Fn(io::Error) -> BackupError,
) -> Result<u64, BackupError> {
    let mut count = 0;
    let mut last = None;
    loop {
        let mut rows = table
            .read(snapshot, last.as_ref())
            .await
            .map_err(Failure::from)?;
        let Some(next) = rows.last().cloned() else {
            return Ok(count);
        };
        last = Some(next);
        count += rows.len() as u64;
        for row in rows.drain(..) {
            writer.record(&Record::Row(row)).map_err(&failed)?;
        }
    }
}

/// `merit-data-20261127T231500Z.backup`: names in their order are times in theirs.
fn file_name(kind: Kind, at: i64) -> String {
    let at = OffsetDateTime::from_unix_timestamp(at.div_euclid(1000))
        .unwrap_or(OffsetDateTime::UNIX_EPOCH);
    format!(
        "merit-{}-{:04}{:02}{:02}T{:02}{:02}{:02}Z.backup",
        kind.name(),
        at.year(),
        u8::from(at.month()),
        at.day(),
        at.hour(),
        at.minute(),
        at.second()
    )
}

/// Whether a file has the name of a backup of this kind.
pub(crate) fn is_named(name: &str, kind: Kind, ending: &str) -> bool {
    let start = format!("merit-{}-", kind.name());
    name.starts_with(&start) && name.ends_with(ending)
}

/// Removes what was written of a backup that failed: the disk may be full of it.
fn discard(path: &Path) {
    let _ = fs::remove_file(file::part(path));
}

/// Deletes backups of keys from before `keys_end`, and unfinished files from
/// before `part_end`. When they were made, they say themselves: who copies a
/// file changes its date. What says nothing is left alone.
fn delete_old(folder: &Path, keys_end: i64, part_end: i64) -> io::Result<Vec<PathBuf>> {
    let mut deleted = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let part = [Kind::Data, Kind::Keys]
            .into_iter()
            .any(|kind| is_named(&name, kind, ".backup.part"));
        let end = match part {
            true => part_end,
            false if is_named(&name, Kind::Keys, ".backup") => keys_end,
            false => continue,
        };
        let Ok(header) = Header::read(&path) else {
            continue;
        };
        if header.made_at < end && (part || header.kind == Kind::Keys) {
            fs::remove_file(&path)?;
            deleted.push(path);
        }
    }
    deleted.sort();
    Ok(deleted)
}

fn private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

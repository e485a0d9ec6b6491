//! The making of a copy, from its first file to its last.

use std::collections::BTreeMap;

use sea_orm::sea_query::Expr;
use serde_json::json;
use uuid::Uuid;
use vault::PersonKey;

use super::archive::{Archive, Entry, Filed, TooLarge};
use super::kept::{self, PART};
use super::parts::Part;
use super::rows::utc;
use super::{
    ATTEMPTS, EXPORT_DAYS, ExportJob, Held, HeldFile, HeldTable, LEASE, Made, PAUSE, Press, mine,
};
use crate::accounts::lock;
use crate::clock::DAY;
use crate::entity::export::{self, State};
use crate::failure::Failure;
use crate::hex::hex;
use crate::store::Store;

/// The form of the archive, which its manifest names.
const FORMAT: u32 = 1;

/// A copy that is being made.
pub(super) struct Making<'a> {
    pub(super) store: &'a Store,
    pub(super) key: PersonKey,
    pub(super) tables: Vec<HeldTable>,
    job: &'a ExportJob,
    archive: Archive,
    filed: Vec<Filed>,
    missing: Vec<String>,
    /// In which file the field of a row stands.
    places: BTreeMap<(&'static str, Uuid), String>,
    /// Of the next piece.
    number: i32,
    bytes: u64,
    done: usize,
    total: usize,
}

impl Store {
    /// Makes a copy that was taken in hand.
    ///
    /// # Errors
    /// Why it could not be made. Whether it is tried again is noted already.
    pub async fn export_make(&self, job: &ExportJob, press: &impl Press) -> Result<Made, Failure> {
        match self.export_write(job, press).await {
            Ok(()) => Ok(Made::Ready),
            // Somebody has deleted or replaced it, or the account.
            Err(Failure::Missing) => Ok(Made::Unwanted),
            Err(failure) => {
                self.export_failed(job, &failure).await?;
                Err(failure)
            }
        }
    }

    async fn export_write(&self, job: &ExportJob, press: &impl Press) -> Result<(), Failure> {
        let mut making = Making {
            store: self,
            key: self.key(job.account).await?,
            tables: Vec::new(),
            job,
            archive: Archive::new(job.asked_at),
            filed: Vec::new(),
            missing: Vec::new(),
            places: BTreeMap::new(),
            number: 0,
            bytes: 0,
            done: 0,
            total: 1,
        };
        for part in Part::ALL {
            making.total += part.steps(&making).await?;
        }
        making.tell().await?;
        for part in Part::ALL {
            part.write(&mut making, press).await?;
        }
        making.page(press)?;
        making.manifest()?;
        making.archive.finish()?;
        making.flush_all().await?;
        let ready = mine(job)
            .col_expr(export::Column::State, State::Ready.into())
            .col_expr(export::Column::Done, Expr::value(making.total as i32))
            .col_expr(
                export::Column::ExpiresAt,
                Expr::value(self.clock.now() + EXPORT_DAYS * DAY),
            )
            .exec(self.data.write())
            .await?;
        match ready.rows_affected {
            1 => Ok(()),
            _ => Err(Failure::Missing),
        }
    }

    /// Notes that a copy could not be made, and whether it is tried again.
    async fn export_failed(&self, job: &ExportJob, failure: &Failure) -> Result<(), Failure> {
        let ends = match failure {
            Failure::Full(_) => Some(State::Full),
            _ if job.attempts as i32 >= ATTEMPTS => Some(State::Failed),
            _ => None,
        };
        let changed = match ends {
            Some(state) => mine(job).col_expr(export::Column::State, state.into()),
            None => {
                let again = Expr::value(self.clock.now() + PAUSE);
                mine(job).col_expr(export::Column::DueAt, again)
            }
        };
        // In one transaction: a copy that is asked for next has pieces of its own.
        let transaction = self.data.begin().await?;
        let changed = changed.exec(&transaction).await?;
        if changed.rows_affected > 0 && ends.is_some() {
            super::delete_parts(&transaction, job.account).await?;
        }
        Ok(transaction.commit().await?)
    }
}

impl From<TooLarge> for Failure {
    fn from(_: TooLarge) -> Failure {
        Failure::Refused("an export of more than four gigabytes".to_owned())
    }
}

impl Making<'_> {
    pub(super) fn account(&self) -> Uuid {
        self.job.account
    }

    /// Adds a file.
    pub(super) fn add(&mut self, entry: Entry) -> Result<(), Failure> {
        let filed = self.archive.add(entry)?;
        self.filed.push(filed);
        Ok(())
    }

    /// Notes that the field of a row stands in a file of its own.
    pub(super) fn stands(&mut self, path: &'static str, row: Uuid, file: String) {
        self.places.insert((path, row), file);
    }

    /// In which file the field of a row stands.
    pub(super) fn file_of(&self, path: &'static str, row: Uuid) -> Option<&str> {
        self.places.get(&(path, row)).map(String::as_str)
    }

    /// Notes that a file could not be made.
    pub(super) fn lacks(&mut self, file: String) {
        self.missing.push(file);
    }

    /// One step more is done, and it is told.
    pub(super) async fn step(&mut self) -> Result<(), Failure> {
        // What came into being meanwhile is made too.
        self.done = (self.done + 1).min(self.total);
        self.tell().await
    }

    async fn tell(&self) -> Result<(), Failure> {
        let told = self.told().exec(self.store.data.write()).await?;
        match told.rows_affected {
            1 => Ok(()),
            _ => Err(Failure::Missing),
        }
    }

    /// How far it is, and that somebody is at it.
    fn told(&self) -> sea_orm::UpdateMany<export::Entity> {
        let due = self.store.clock.now() + LEASE;
        mine(self.job)
            .col_expr(export::Column::DueAt, Expr::value(due))
            .col_expr(export::Column::Done, Expr::value(self.done as i32))
            .col_expr(export::Column::Total, Expr::value(self.total as i32))
            .col_expr(export::Column::Bytes, Expr::value(self.bytes as i64))
    }

    /// Keeps what fills whole pieces, so that it is not in memory any more.
    pub(super) async fn flush(&mut self) -> Result<(), Failure> {
        while self.archive.waiting() >= PART {
            self.keep().await?;
        }
        Ok(())
    }

    async fn flush_all(&mut self) -> Result<(), Failure> {
        while self.archive.waiting() > 0 {
            self.keep().await?;
        }
        Ok(())
    }

    async fn keep(&mut self) -> Result<(), Failure> {
        let piece = self.archive.take(PART);
        let (account, number) = (self.account(), self.number);
        self.bytes += piece.len() as u64;
        self.number += 1;
        let transaction = self.store.data.begin().await?;
        // Nothing is added to an account that is going.
        lock(account, &transaction).await?;
        if self.told().exec(&transaction).await?.rows_affected != 1 {
            return Err(Failure::Missing);
        }
        kept::keep(
            &transaction,
            &self.key,
            account,
            self.job.id,
            number,
            &piece,
        )
        .await?;
        Ok(transaction.commit().await?)
    }

    /// The page that people read first.
    fn page(&mut self, press: &impl Press) -> Result<(), Failure> {
        let files = self.filed.iter().map(|filed| HeldFile {
            name: filed.name.clone(),
            bytes: filed.length,
        });
        let held = Held {
            asked_at: self.job.asked_at,
            files: files.collect(),
            tables: std::mem::take(&mut self.tables),
            missing: self.missing.clone(),
        };
        let mut entry = Entry::packed("index.html");
        entry.write(press.page(self.job.lang, &held).as_bytes());
        self.add(entry)
    }

    /// The list of all files, with which anybody sees that nothing was changed.
    fn manifest(&mut self) -> Result<(), Failure> {
        let files: Vec<_> = self
            .filed
            .iter()
            .map(|filed| {
                json!({
                    "name": filed.name,
                    "bytes": filed.length,
                    "sha256": hex(&filed.sha256),
                })
            })
            .collect();
        let manifest = json!({
            "format": FORMAT,
            "program": concat!("Merit ", env!("CARGO_PKG_VERSION")),
            "asked_at": utc(self.job.asked_at),
            "account": self.job.account.to_string(),
            "missing": self.missing,
            "files": files,
        });
        let mut entry = Entry::packed("manifest.json");
        entry.write(format!("{manifest:#}\n").as_bytes());
        self.archive.add(entry)?;
        Ok(())
    }
}

//! Erasing, and the ledger of erasures.
//!
//! An account that is erased comes back with a backup from before that. So each
//! erasure is written down outside the databases (`ledger/book.rs`), before the
//! person's key is destroyed, and whoever opens a database that has not heard of
//! all of it erases again those who came back: before anybody can ask for them.
//!
//! The database notes up to which line it knows the ledger. A note that is older
//! than it could be costs a walk over all accounts, and nothing else.
//!
//! What else somebody wanted, and must not be undone by an older database, stands
//! there too (`ledger/wishes.rs`), and what those who work here have decided.
//!
//! A line is kept for [`LEDGER_DAYS`]. A backup that is older than that is
//! refused where it is opened: nobody could say any more who is to be gone from it.

mod book;
mod decisions;
mod wishes;

use std::cmp::Ordering;
use std::sync::Arc;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use crate::accounts::mark_erasing;
use crate::audit::{self, Action, Event};
use crate::clock::DAY;
use crate::entity::{account, setting};
use crate::failure::Failure;
use crate::noted::put_setting;
use crate::store::Store;
use crate::{cases, consent, files, holds};

pub use book::LedgerError;
pub(crate) use book::{Book, End, Ledger};
use wishes::Lines;
pub(crate) use wishes::Wish;

/// A line of the ledger is kept for so many days. No backup may be kept longer.
pub const LEDGER_DAYS: i64 = privacy::inventory::LEDGER_DAYS as i64;
/// Accounts that are looked at in one go.
const AT_ONCE: u64 = 1000;

/// What was done again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Replayed {
    /// Accounts that were erased.
    pub(crate) erased: u64,
    /// Consents that were withdrawn, limits that were set, and what was decided about
    /// accounts and pages.
    pub(crate) wishes: u64,
}

/// Why the erasures of the ledger could not be done again.
#[derive(Debug)]
pub(crate) enum Replay {
    Ledger(LedgerError),
    /// The ledger goes back to this line, and the database knows it to that one.
    Gap {
        from: i64,
        known: i64,
    },
    /// The ledger ends with this line, and the database knows it to that one.
    Older {
        ends: i64,
        known: i64,
    },
    Failed(Failure),
}

impl From<LedgerError> for Replay {
    fn from(error: LedgerError) -> Replay {
        Replay::Ledger(error)
    }
}

impl<E: Into<Failure>> From<E> for Replay {
    fn from(error: E) -> Replay {
        Replay::Failed(error.into())
    }
}

impl Store {
    /// Erases an account that nobody can use any more, and has its key gone from
    /// the disk. `by` is who wanted it, if it was not the program. May be
    /// interrupted anywhere and done again.
    pub(crate) async fn finish_erasing(&self, id: Uuid, by: Option<Uuid>) -> Result<(), Failure> {
        self.erase(id, by).await?;
        self.forget_keys().await;
        Ok(())
    }

    /// Erases an account that nobody can use any more. Its key is destroyed, and
    /// is still on the disk.
    pub(crate) async fn erase(&self, id: Uuid, by: Option<Uuid>) -> Result<(), Failure> {
        let (ledger, now) = (Arc::clone(&self.ledger), self.clock.now());
        let written = move || ledger.append(ledger.person(id), now).map_err(into_io);
        let end = files::blocking(written).await;
        let end = end.map_err(|error| Failure::file("the erasure ledger", error))?;
        self.forget(id, by, Some(&end)).await
    }

    /// Keeps what is held, destroys the key, and then all rows. The database then knows the ledger
    /// up to its `end`.
    async fn forget(&self, id: Uuid, by: Option<Uuid>, end: Option<&End>) -> Result<(), Failure> {
        self.keep_held(id).await?;
        self.destroy_key(id).await?;
        let transaction = self.data.begin().await?;
        self.write_report(&transaction, id).await?;
        consent::prove(&transaction, self, id).await?;
        holds::let_go(&transaction, id).await?;
        cases::forget_hits(&transaction, id).await?;
        // Every table of the person's goes with the account.
        let deleted = account::Entity::delete_by_id(id).exec(&transaction).await?;
        if let Some(end) = end {
            know(&transaction, end).await?;
        }
        // Of several who finish the same, one has done it.
        if deleted.rows_affected > 0 {
            let erased = Event {
                actor: by,
                action: Action::AccountErased,
                subject: Some(id),
            };
            audit::note(&transaction, self, erased).await?;
        }
        Ok(transaction.commit().await?)
    }

    /// Does again what an older database does not know of: erases who came back,
    /// and carries out what others have wanted since. Returns how many.
    pub(crate) async fn replay_ledger(&self) -> Result<Replayed, Replay> {
        let Some(end) = self.ledger.end()? else {
            self.begin_ledger().await?;
            return Ok(Replayed::default());
        };
        let known = known(self.data.write(), &end.id).await?;
        match known.cmp(&end.number) {
            Ordering::Less => {}
            Ordering::Equal => return Ok(Replayed::default()),
            // It is written before the database is: this is an older copy of it.
            Ordering::Greater => {
                let ends = end.number;
                return Err(Replay::Older { ends, known });
            }
        }
        let Some(book) = self.ledger.read()? else {
            return Ok(Replayed::default());
        };
        let accounts = account::Entity::find().count(self.data.read()).await?;
        if accounts > 0 && book.gone > known {
            let from = book.gone + 1;
            return Err(Replay::Gap { from, known });
        }
        let lines = Lines::of(&book);
        let mut replayed = Replayed::default();
        // Before those who were erased are erased again: what is held of them no
        // longer goes too.
        self.replay_holds(&lines).await?;
        let mut after = Uuid::nil();
        loop {
            let ids: Vec<Uuid> = account::Entity::find()
                .select_only()
                .column(account::Column::Id)
                .filter(account::Column::Id.gt(after))
                .order_by_asc(account::Column::Id)
                .limit(AT_ONCE)
                .into_tuple()
                .all(self.data.read())
                .await?;
            let Some(last) = ids.last() else { break };
            after = *last;
            let mut there = Vec::with_capacity(ids.len());
            for id in ids {
                if !lines.have(&self.ledger.person(id)) {
                    there.push(id);
                    continue;
                }
                mark_erasing(id, self.data.write()).await?;
                // Not known before the last of them.
                self.forget(id, None, None).await?;
                replayed.erased += 1;
            }
            replayed.wishes += self.replay_wishes(&lines, &there).await?;
            replayed.wishes += self.replay_decisions(&lines, &there).await?;
        }
        let transaction = self.data.begin().await?;
        know(&transaction, &end).await?;
        transaction.commit().await?;
        if replayed.erased > 0 {
            self.forget_keys().await;
            tracing::warn!(
                accounts = replayed.erased,
                "an older database was put back: who had been erased since is erased again"
            );
        }
        if replayed.wishes > 0 {
            tracing::warn!(
                count = replayed.wishes,
                "an older database was put back: what had been withdrawn, limited or decided since is so again"
            );
        }
        Ok(replayed)
    }

    /// Makes the ledger where there is none.
    async fn begin_ledger(&self) -> Result<(), Replay> {
        let knows_one = setting::Entity::find()
            .filter(setting::Column::Name.starts_with(NOTE))
            .count(self.data.read())
            .await?;
        // Servers that share a PostgreSQL may each have one of their own.
        let alone = self.data.read().get_database_backend() == DbBackend::Sqlite;
        if alone && knows_one > 0 {
            tracing::error!(
                ledger = %self.ledger.path().display(),
                "the erasure ledger is missing, and a new one is begun: put the old one back beside it before you ever restore a backup from before now, or whoever was erased comes back with it"
            );
        }
        Ok(self.ledger.make()?)
    }

    /// Takes away what has had its time. Returns how many lines; with `dry`, how
    /// many it would be.
    pub(crate) async fn expire_ledger(&self, dry: bool) -> Result<u64, Failure> {
        let before = self.clock.now() - LEDGER_DAYS * DAY;
        let ledger = Arc::clone(&self.ledger);
        let expired = files::blocking(move || ledger.expire(before, dry).map_err(into_io)).await;
        expired.map_err(|error| Failure::file("the erasure ledger", error))
    }
}

/// What the setting's name begins with that says how far a ledger is known.
const NOTE: &str = "ledger ";

/// Up to which line the database knows a ledger.
async fn known(connection: &impl ConnectionTrait, id: &str) -> Result<i64, Failure> {
    let row = setting::Entity::find_by_id(format!("{NOTE}{id}"))
        .one(connection)
        .await?;
    let number = row.and_then(|row| row.value.try_into().ok());
    Ok(number.map_or(0, i64::from_be_bytes))
}

/// Notes that the database knows a ledger so far. All lines before are of
/// accounts that were marked before those lines were written.
async fn know(connection: &impl ConnectionTrait, end: &End) -> Result<(), Failure> {
    let number = end.number.to_be_bytes().to_vec();
    Ok(put_setting(connection, &format!("{NOTE}{}", end.id), number).await?)
}

fn into_io(error: LedgerError) -> std::io::Error {
    match error {
        LedgerError::Io(error) => error,
        other => std::io::Error::other(other),
    }
}

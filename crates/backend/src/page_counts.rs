//! How often public pages are opened: for each page and day (of UTC) a row of
//! numbers, and nothing else. Who opens a page, from where and with what is looked
//! at while the request is answered, and forgotten with it.
//!
//! An opening is noted in memory, which costs the request nothing, and every few
//! seconds what was noted is added to what stands in the database, in one statement
//! a row. So several processes count together, and whoever restricts processing,
//! objects to being counted, or withdraws a page is not counted from the moment at
//! which they say so. What one look of the owner's is, the cookie of their session
//! says; it is compared when the counts are written.

mod statistics;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QuerySelect,
};
use tokio::sync::Notify;
use uuid::Uuid;
use vault::Secret;

use crate::accounts::{day, uuid};
use crate::entity::{page_count, publication, session, standing};
use crate::failure::Failure;
use crate::publications::Page;
use crate::store::Store;

pub use statistics::{PageCounts, PageStatistics};

/// Pages, times days, of which openings are noted at once. What is more than that
/// between two times of writing is not counted.
const PAGES: usize = 10_000;
/// Looks with a session that are noted at once.
const LOOKS: usize = 1_000;
/// Rows that are written in one transaction: others who write wait for so long.
const AT_ONCE: usize = 100;

/// In what form a page was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Opening {
    Page,
    Pdf,
    Card,
    /// As JSON.
    Data,
    /// As text.
    Text,
    /// By a program, whatever it asked for.
    Bot,
}

/// The columns of the numbers, in the order of [`Opening`].
const COLUMNS: [&str; 6] = ["opened", "pdf", "card", "data", "plain", "bots"];

/// Account, page, day.
type Key = (Uuid, Uuid, i64);
type Numbers = [i64; COLUMNS.len()];
/// The hash of a session's secret.
type Token = [u8; 32];

/// What was noted, and is not written yet.
#[derive(Debug, Default)]
pub(crate) struct Openings {
    waiting: Mutex<Waiting>,
    /// Told when there is no more room.
    full: Notify,
}

/// In the order of their keys, so that two processes that write do not wait for
/// each other.
#[derive(Debug, Default)]
struct Waiting {
    counts: BTreeMap<Key, Numbers>,
    looks: Vec<(Key, Opening, Token)>,
}

impl Waiting {
    fn add(&mut self, key: Key, numbers: &Numbers) -> bool {
        if self.counts.len() >= PAGES && !self.counts.contains_key(&key) {
            return false;
        }
        let known = self.counts.entry(key).or_default();
        for (sum, more) in known.iter_mut().zip(numbers) {
            *sum += more;
        }
        true
    }
}

impl Openings {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, key: Key, opening: Opening, token: Option<Token>) {
        let mut waiting = self.waiting();
        let noted = match token {
            None => waiting.add(key, &one(opening)),
            Some(_) if waiting.looks.len() >= LOOKS => false,
            Some(token) => {
                waiting.looks.push((key, opening, token));
                true
            }
        };
        if !noted {
            self.full.notify_one();
        }
    }

    fn take(&self) -> Waiting {
        std::mem::take(&mut *self.waiting())
    }

    /// What could not be written waits for the next time, as far as there is room.
    fn put_back(&self, counts: BTreeMap<Key, Numbers>) {
        let mut waiting = self.waiting();
        for (key, numbers) in counts {
            waiting.add(key, &numbers);
        }
    }
}

fn one(opening: Opening) -> Numbers {
    let mut numbers = Numbers::default();
    if let Some(number) = numbers.get_mut(opening as usize) {
        *number = 1;
    }
    numbers
}

impl Store {
    /// Notes that a page was opened. `session` is the secret of the session that
    /// the request had, if it had one: its owner's own look is none.
    pub fn page_opened(&self, page: Page, opening: Opening, session: Option<&Secret>) {
        let key = (uuid(page.owner()), page.id(), day(self.clock.now()));
        let token = session.map(Secret::digest);
        self.openings.note(key, opening, token);
    }

    /// Waits until there is no room for more of them.
    pub async fn openings_full(&self) {
        self.openings.full.notified().await;
    }

    /// Adds what was noted to what stands in the database. What fails is tried
    /// again with the next time.
    ///
    /// # Errors
    /// The database's.
    pub async fn openings_write(&self) -> Result<(), Failure> {
        let Waiting { mut counts, looks } = self.openings.take();
        // Whose sessions they are is not known only if the database does not answer.
        let sessions = self.accounts_of(&looks).await.unwrap_or_default();
        for (key, opening, token) in looks {
            if sessions.get(&token) != Some(&key.0) {
                let numbers = counts.entry(key).or_default();
                for (sum, more) in numbers.iter_mut().zip(one(opening)) {
                    *sum += more;
                }
            }
        }
        while !counts.is_empty() {
            let next = counts.keys().nth(AT_ONCE).copied();
            let rest = next.map(|next| counts.split_off(&next));
            let some = std::mem::replace(&mut counts, rest.unwrap_or_default());
            if let Err(failure) = self.add_counts(&some).await {
                self.openings.put_back(some);
                self.openings.put_back(counts);
                return Err(failure);
            }
        }
        Ok(())
    }

    /// The accounts that sessions act for.
    async fn accounts_of(
        &self,
        looks: &[(Key, Opening, Token)],
    ) -> Result<HashMap<Token, Uuid>, Failure> {
        let mut accounts = HashMap::new();
        for some in looks.chunks(AT_ONCE) {
            let hashes = some.iter().map(|(_, _, token)| token.to_vec());
            let rows: Vec<(Vec<u8>, Uuid)> = session::Entity::find()
                .select_only()
                .columns([session::Column::TokenHash, session::Column::AccountId])
                .filter(session::Column::TokenHash.is_in(hashes))
                .into_tuple()
                .all(self.data.read())
                .await?;
            for (hash, account) in rows {
                if let Ok(token) = Token::try_from(hash) {
                    accounts.insert(token, account);
                }
            }
        }
        Ok(accounts)
    }

    async fn add_counts(&self, counts: &BTreeMap<Key, Numbers>) -> Result<(), Failure> {
        let transaction = self.data.begin().await?;
        for (key, numbers) in counts {
            add(&transaction, *key, numbers).await?;
        }
        Ok(transaction.commit().await?)
    }
}

/// Adds numbers to the row of a page's day. Of a page that is not there any more, or
/// whose owner does not want it counted, there is nothing to add to: this is asked
/// in the same statement.
async fn add(
    connection: &impl ConnectionTrait,
    (account, page, day): Key,
    numbers: &Numbers,
) -> Result<(), Failure> {
    let uncounted = Query::select()
        .column(standing::Column::AccountId)
        .from(standing::Entity)
        .and_where(
            standing::Column::RestrictedAt
                .is_not_null()
                .or(standing::Column::CountObjectedAt.is_not_null()),
        )
        .to_owned();
    let mut row = Query::select();
    row.columns([publication::Column::AccountId, publication::Column::Id])
        .from(publication::Entity)
        .and_where(publication::Column::AccountId.eq(account))
        .and_where(publication::Column::Id.eq(page))
        .and_where(publication::Column::AccountId.not_in_subquery(uncounted));
    // PostgreSQL wants to know of what type a parameter is that nothing is compared with.
    for number in [day].iter().chain(numbers) {
        row.expr(Expr::val(*number).cast_as("bigint"));
    }
    let mut added = OnConflict::columns(["account_id", "publication_id", "day_at"]);
    for column in COLUMNS {
        let sum = Expr::col(("page_count", column)).add(Expr::col(("excluded", column)));
        added.value(column, sum);
    }
    let columns = ["account_id", "publication_id", "day_at"];
    let mut insert = Query::insert();
    insert
        .into_table("page_count")
        .columns(columns.into_iter().chain(COLUMNS))
        .select_from(row)
        .map_err(|error| Failure::Refused(error.to_string()))?
        .on_conflict(added);
    connection.execute(&insert).await?;
    Ok(())
}

/// Deletes what was counted of an account's pages.
pub(crate) async fn forget(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<(), Failure> {
    page_count::Entity::delete_many()
        .filter(page_count::Column::AccountId.eq(account))
        .exec(connection)
        .await?;
    Ok(())
}

/// What was counted of an account's pages, for [`bring`]: it goes with the pages
/// when they leave the account.
pub(crate) async fn leaving(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Vec<page_count::Model>, Failure> {
    Ok(page_count::Entity::find()
        .filter(page_count::Column::AccountId.eq(account))
        .all(connection)
        .await?)
}

/// Brings counts to the account that their pages have moved to, unless its owner
/// objects to them.
pub(crate) async fn bring(
    connection: &impl ConnectionTrait,
    rows: Vec<page_count::Model>,
    to: Uuid,
) -> Result<(), Failure> {
    let limits = crate::standing::of(connection, to).await?;
    if limits.count_objected_at.is_some() {
        return Ok(());
    }
    for row in rows {
        let mut row: page_count::ActiveModel = row.into();
        row.account_id = Set(to);
        page_count::Entity::insert(row.reset_all())
            .exec_without_returning(connection)
            .await?;
    }
    Ok(())
}

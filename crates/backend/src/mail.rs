//! Mail on its way. A letter is queued in the transaction of what it tells of,
//! sealed with its person's key, and goes with its account; a job takes what is
//! due and sends it.
//!
//! Whoever takes a letter has it for [`LEASE`]. Who dies with it in hand leaves it
//! to be taken once more after that, so that a crash costs at most one letter
//! that comes twice, and none that never comes.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use privacy::{Actor, PersonId, Purpose};
use sea_orm::sea_query::{LockBehavior, LockType};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;
use uuid::Uuid;
use vault::{Column, PersonKey};
use zeroize::Zeroizing;

use crate::accounts::{lock, person};
use crate::clock::DAY;
use crate::entity::mail;
use crate::failure::Failure;
use crate::letter::{Letter, MailLang};
use crate::sealed::MAIL_PAYLOAD;
use crate::standing;
use crate::store::Store;

const PAYLOAD: Column = MAIL_PAYLOAD;

/// A letter that was not delivered goes after so many days.
pub const MAIL_DAYS: i64 = privacy::inventory::MAIL_DAYS as i64;

const MINUTE: i64 = 60 * 1000;
/// How long the one who took a letter has for it.
const LEASE: i64 = 5 * MINUTE;
/// After each failure but the last, how long until the next attempt.
const PAUSES: [i64; 5] = [
    MINUTE,
    5 * MINUTE,
    30 * MINUTE,
    2 * 60 * MINUTE,
    12 * 60 * MINUTE,
];
pub(crate) const ATTEMPTS: i32 = PAUSES.len() as i32 + 1;
/// A letter that was not taken in so long, because no mail server was
/// configured or nothing ran, is not sent any more: its links have ended, and
/// what it tells is old. The operator can still read it.
const TIMELY: i64 = DAY;
/// Farewells in memory at once. More are an attack, or a mail server that
/// stands still; then nobody is told.
const FAREWELLS: usize = 1000;

/// What is sealed.
#[derive(Serialize, Deserialize)]
pub(crate) struct Payload {
    to: String,
    lang: MailLang,
    letter: Letter,
}

/// A letter that was taken, to be sent.
pub struct Mail {
    pub account: Uuid,
    pub id: Uuid,
    pub to: String,
    pub lang: MailLang,
    pub letter: Letter,
    /// Milliseconds since 1970.
    pub created_at: i64,
    /// How often it was taken, this time included.
    pub attempts: u32,
}

/// A debug print must not say to whom it goes.
impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mail({}, {:?})", self.id, self.letter)
    }
}

/// What becomes of a letter that could not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undelivered {
    /// It is tried again after so many milliseconds.
    Again(i64),
    /// It was deleted: this was the last attempt, or another would not help.
    GivenUp,
}

/// What the sender of mail is told in memory.
#[derive(Default)]
pub(crate) struct Outbox {
    queued: Notify,
    farewells: Mutex<Vec<(String, MailLang)>>,
}

/// Queues a letter in the transaction of what it tells of. One that its person
/// does not want is not even written.
pub(crate) async fn queue(
    transaction: &DatabaseTransaction,
    store: &Store,
    key: &PersonKey,
    account: Uuid,
    to: &str,
    lang: MailLang,
    letter: Letter,
) -> Result<(), Failure> {
    if !is_wanted(transaction, account, &letter).await? {
        return Ok(());
    }
    let id = Uuid::now_v7();
    let payload = Payload {
        to: to.to_owned(),
        lang,
        letter,
    };
    let plain = serde_json::to_vec(&payload).map_err(|_| Failure::Damaged("mail.payload"))?;
    let plain = Zeroizing::new(plain);
    let now = store.clock.now();
    let row = mail::ActiveModel {
        account_id: Set(account),
        id: Set(id),
        payload: Set(key.seal(PAYLOAD, id.into_bytes(), &plain)),
        created_at: Set(now),
        due_at: Set(now),
        attempts: Set(0),
    };
    mail::Entity::insert(row)
        .exec_without_returning(transaction)
        .await?;
    store.outbox.queued.notify_one();
    Ok(())
}

impl Store {
    /// Queues a letter to a person, where nothing else is written with it.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody, or on their way out.
    pub async fn mail_queue(
        &self,
        actor: Actor,
        to: &str,
        lang: MailLang,
        letter: Letter,
    ) -> Result<(), Failure> {
        let account = person(actor)?;
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        queue(&transaction, self, &key, account, to, lang, letter).await?;
        Ok(transaction.commit().await?)
    }

    /// Waits until something was queued in this process. The transaction that
    /// queued it may need a moment more, and other processes are not heard: who
    /// waits looks from time to time as well.
    pub async fn mail_queued(&self) {
        self.outbox.queued.notified().await;
    }

    /// Takes up to `limit` letters that are due. Each is to be answered with
    /// [`Store::mail_done`] or [`Store::mail_failed`] within five minutes.
    pub async fn mail_take(&self, limit: u64) -> Result<Vec<Mail>, Failure> {
        let now = self.clock.now();
        let due = || {
            mail::Entity::find()
                .filter(mail::Column::DueAt.lte(now))
                .filter(mail::Column::Attempts.lt(ATTEMPTS))
                .filter(mail::Column::CreatedAt.gt(now - TIMELY))
                .order_by_asc(mail::Column::DueAt)
                .limit(limit)
        };
        // Mostly there is nothing, for which nobody who writes should wait.
        if due().one(self.data.read()).await?.is_none() {
            return Ok(Vec::new());
        }
        let transaction = self.data.begin().await?;
        let mut rows = due()
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .all(&transaction)
            .await?;
        for row in &mut rows {
            row.attempts += 1;
            mail::Entity::update_many()
                .col_expr(mail::Column::DueAt, Expr::value(now + LEASE))
                .col_expr(mail::Column::Attempts, Expr::value(row.attempts))
                .filter(mail::Column::AccountId.eq(row.account_id))
                .filter(mail::Column::Id.eq(row.id))
                .exec(&transaction)
                .await?;
        }
        transaction.commit().await?;
        let mut mails = Vec::new();
        for row in rows {
            match self.mail_open(row).await {
                Ok(mail) => {
                    let data = self.data.read();
                    match is_wanted(data, mail.account, &mail.letter).await? {
                        true => mails.push(mail),
                        // They have restricted processing since it was queued.
                        false => self.mail_done(&mail).await?,
                    }
                }
                // Its person is being erased, and it with them.
                Err(Failure::Missing) => {}
                // The others are none the worse for it.
                Err(failure) => tracing::error!(%failure, "a letter cannot be opened"),
            }
        }
        Ok(mails)
    }

    /// A letter was delivered: nothing of it stays.
    pub async fn mail_done(&self, mail: &Mail) -> Result<(), Failure> {
        mail::Entity::delete_by_id((mail.account, mail.id))
            .exec(self.data.write())
            .await?;
        Ok(())
    }

    /// A letter was not delivered. `again` says whether another attempt could
    /// help: a mail server that refuses an address refuses it tomorrow too.
    pub async fn mail_failed(&self, mail: &Mail, again: bool) -> Result<Undelivered, Failure> {
        let pause = PAUSES.get((mail.attempts as usize).saturating_sub(1));
        let Some(pause) = pause.filter(|_| again) else {
            self.mail_done(mail).await?;
            return Ok(Undelivered::GivenUp);
        };
        mail::Entity::update_many()
            .col_expr(mail::Column::DueAt, Expr::value(self.clock.now() + pause))
            .filter(mail::Column::AccountId.eq(mail.account))
            .filter(mail::Column::Id.eq(mail.id))
            // Another may have taken it since, if this took too long.
            .filter(mail::Column::Attempts.eq(mail.attempts as i32))
            .exec(self.data.write())
            .await?;
        Ok(Undelivered::Again(*pause))
    }

    /// All letters that wait, the oldest first: for the operator of a server
    /// without a mail server, who has to hand them on.
    pub async fn mail_waiting(&self) -> Result<Vec<Mail>, Failure> {
        let rows = mail::Entity::find()
            .order_by_asc(mail::Column::CreatedAt)
            .all(self.data.read())
            .await?;
        let mut mails = Vec::new();
        for row in rows {
            match self.mail_open(row).await {
                Ok(mail) => mails.push(mail),
                Err(Failure::Missing) => {}
                Err(failure) => return Err(failure),
            }
        }
        Ok(mails)
    }

    async fn mail_open(&self, row: mail::Model) -> Result<Mail, Failure> {
        let key = self.key(row.account_id).await?;
        let plain = key.open(PAYLOAD, row.id.into_bytes(), &row.payload)?;
        let payload: Payload =
            serde_json::from_slice(&plain).map_err(|_| Failure::Damaged("mail.payload"))?;
        Ok(Mail {
            account: row.account_id,
            id: row.id,
            to: payload.to,
            lang: payload.lang,
            letter: payload.letter,
            created_at: row.created_at,
            attempts: row.attempts as u32,
        })
    }

    /// Has a person told that their account is erased. Nothing of them may be
    /// stored any more, the letter included: it waits in memory alone, and a
    /// server that ends before it was sent has not sent it.
    pub fn mail_farewell(&self, to: String, lang: MailLang) {
        let farewells = self.outbox.farewells.lock();
        let mut farewells = farewells.unwrap_or_else(PoisonError::into_inner);
        if farewells.len() < FAREWELLS {
            farewells.push((to, lang));
        }
        self.outbox.queued.notify_one();
    }

    /// Takes the farewells that wait: address and language.
    pub fn mail_farewells(&self) -> Vec<(String, MailLang)> {
        let farewells = self.outbox.farewells.lock();
        std::mem::take(&mut *farewells.unwrap_or_else(PoisonError::into_inner))
    }
}

/// Whether a person is to have a letter: they may have restricted processing.
async fn is_wanted(
    connection: &impl ConnectionTrait,
    account: Uuid,
    letter: &Letter,
) -> Result<bool, Failure> {
    if letter.is_essential() {
        return Ok(true);
    }
    let owner = Actor::Person(PersonId(account.into_bytes()));
    let standing = standing::standing(connection, account).await?;
    Ok(privacy::gate::permit("mail.payload", owner, owner, Purpose::Notify, standing).is_ok())
}

impl Outbox {
    pub(crate) fn new() -> Arc<Outbox> {
        Arc::default()
    }
}

//! Blocking an account: nobody signs in, its public pages are down, and nothing of it
//! is gone. Whoever it belongs to is told by letter, with the reason, and keeps every
//! right: they write to us, and a case is opened.
//!
//! Somebody who turns out to be under 18 is blocked, signed out, taken down and erased
//! in one step, before the answer is sent.

use privacy::Right;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    PaginatorTrait, QueryFilter,
};
use uuid::Uuid;
use vault::PersonKey;

use crate::accounts::{lock, mark_erasing};
use crate::audit::{self, Action, Event};
use crate::entity::account::State;
use crate::entity::ticket::Kind;
use crate::entity::{account, block, login, staff};
use crate::erasure::withdraw;
use crate::failure::Failure;
use crate::ledger::Wish;
use crate::letter::Letter;
use crate::opened::reason;
use crate::sealed::BLOCK_REASON;
use crate::sessions::{self, Who};
use crate::store::Store;
use crate::tickets;

/// Why somebody is not blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockRefused {
    NoReason,
    /// They work here: their role is taken first.
    Staff,
}

/// A block, for those who work here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockShown {
    /// Milliseconds since 1970.
    pub at: i64,
    /// Empty if it was done again over an older database, which did not know why.
    pub reason: String,
}

/// What became of an account whose owner is under 18.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinorErased {
    /// The public pages that are down.
    pub pages: Vec<Uuid>,
    /// Everything of it is gone. If not, nobody can use or see it, and the next sweep
    /// finishes it.
    pub done: bool,
}

impl Store {
    /// Blocks an account. Returns the public pages that are down.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such account.
    /// [`Failure::Unproved`]
    pub async fn person_block(
        &self,
        who: &Who,
        account: Uuid,
        why: &str,
    ) -> Result<Result<Vec<Uuid>, BlockRefused>, Failure> {
        let by = who.may(Right::Persons)?;
        who.proved()?;
        let Some(reason) = reason(why) else {
            return Ok(Err(BlockRefused::NoReason));
        };
        let key = self.key(account).await?;
        let now = self.clock.now();
        let transaction = self.data.begin().await?;
        if lock(account, &transaction).await? == State::Blocked {
            return Ok(Ok(Vec::new()));
        }
        if works_here(&transaction, account).await? {
            return Ok(Err(BlockRefused::Staff));
        }
        let pages = shut(&transaction, account, now).await?;
        write(&transaction, &key, account, (reason.as_str(), now)).await?;
        if let Some(row) = login::Entity::find_by_id(account).one(&transaction).await? {
            let letter = Letter::Blocked { reason };
            self.write_to(&transaction, &row, &key, letter).await?;
        }
        self.write_down(&transaction, &[Wish::Blocked(account)])
            .await?;
        audit::note(&transaction, self, Event::of(by, Action::Blocked, account)).await?;
        transaction.commit().await?;
        Ok(Ok(pages))
    }

    /// Blocks an account again that an older database does not know to be, since a
    /// day. Its owner had the letter. False if there is nothing to do.
    pub(crate) async fn block_again(&self, account: Uuid, day: i64) -> Result<bool, Failure> {
        let key = match self.key(account).await {
            Err(Failure::Missing) => return Ok(false),
            key => key?,
        };
        let transaction = self.data.begin().await?;
        match lock(account, &transaction).await {
            Ok(State::Blocked) | Err(Failure::Missing) => return Ok(false),
            state => {
                state?;
            }
        }
        // Nobody with a role was blocked: one that is there again was taken before.
        staff::Entity::delete_by_id(account)
            .exec(&transaction)
            .await?;
        shut(&transaction, account, self.clock.now()).await?;
        write(&transaction, &key, account, ("", day)).await?;
        let event = Event {
            actor: None,
            action: Action::Blocked,
            subject: Some(account),
        };
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Lifts a block. Public pages stay down: their owner publishes them again. False
    /// if there was none.
    ///
    /// # Errors
    /// As [`Store::person_block`].
    pub async fn person_unblock(&self, who: &Who, account: Uuid) -> Result<bool, Failure> {
        let by = who.may(Right::Persons)?;
        who.proved()?;
        self.lift_block(Some(by), account).await
    }

    /// Lifts a block again that an older database still knows. False if there is none.
    pub(crate) async fn unblock_again(&self, account: Uuid) -> Result<bool, Failure> {
        match self.lift_block(None, account).await {
            Err(Failure::Missing) => Ok(false),
            lifted => lifted,
        }
    }

    async fn lift_block(&self, by: Option<Uuid>, account: Uuid) -> Result<bool, Failure> {
        let transaction = self.data.begin().await?;
        if lock(account, &transaction).await? != State::Blocked {
            return Ok(false);
        }
        let member = login::Entity::find_by_id(account)
            .count(&transaction)
            .await?;
        let state = match member {
            0 => State::Anonymous,
            _ => State::Member,
        };
        state_set(&transaction, account, state).await?;
        block::Entity::delete_by_id(account)
            .exec(&transaction)
            .await?;
        // What is done again stands in the ledger already.
        if by.is_some() {
            self.write_down(&transaction, &[Wish::Unblocked(account)])
                .await?;
        }
        let event = Event {
            actor: by,
            action: Action::Unblocked,
            subject: Some(account),
        };
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// The owner of an account is under 18: nobody can use it from here on, its pages
    /// are down, and it is erased. What is held of it stays held.
    ///
    /// # Errors
    /// As [`Store::person_block`].
    pub async fn person_minor(
        &self,
        who: &Who,
        account: Uuid,
    ) -> Result<Result<MinorErased, BlockRefused>, Failure> {
        let by = who.may(Right::Persons)?;
        who.proved()?;
        self.minor_erase(by, account).await
    }

    /// The same for what two have agreed on.
    pub(crate) async fn minor_erase(
        &self,
        by: Uuid,
        account: Uuid,
    ) -> Result<Result<MinorErased, BlockRefused>, Failure> {
        let farewell = self.farewell(account).await?;
        let now = self.clock.now();
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        if works_here(&transaction, account).await? {
            return Ok(Err(BlockRefused::Staff));
        }
        let pages = shut(&transaction, account, now).await?;
        mark_erasing(account, &transaction).await?;
        audit::note(
            &transaction,
            self,
            Event::of(by, Action::MinorErased, account),
        )
        .await?;
        transaction.commit().await?;
        let mut done = true;
        if let Err(failure) = self.finish_erasing(account, Some(by)).await {
            tracing::error!(%failure, "an account is erased by the next sweep");
            done = false;
        }
        self.say_farewell(farewell);
        Ok(Ok(MinorErased { pages, done }))
    }

    /// The block of an account, if it is blocked.
    pub(crate) async fn block_of(&self, account: Uuid) -> Result<Option<BlockShown>, Failure> {
        let row = block::Entity::find_by_id(account)
            .one(self.data.read())
            .await?;
        let Some(row) = row else { return Ok(None) };
        let key = self.key(account).await?;
        let plain = key.open(BLOCK_REASON, account.into_bytes(), &row.reason)?;
        Ok(Some(BlockShown {
            at: row.blocked_at,
            reason: String::from_utf8_lossy(&plain).into_owned(),
        }))
    }
}

/// Signs out every browser, takes every page down, voids every link that would make
/// or open a session.
async fn shut(
    transaction: &DatabaseTransaction,
    account: Uuid,
    now: i64,
) -> Result<Vec<Uuid>, Failure> {
    sessions::end_all(transaction, account, None).await?;
    for kind in [
        Kind::SignUp,
        Kind::SecondFactor,
        Kind::Email,
        Kind::Totp,
        Kind::PasskeyNew,
    ] {
        tickets::void(transaction, account, kind).await?;
    }
    withdraw(transaction, account, now).await
}

/// From here on the account is blocked.
async fn write(
    transaction: &DatabaseTransaction,
    key: &PersonKey,
    account: Uuid,
    (reason, at): (&str, i64),
) -> Result<(), Failure> {
    state_set(transaction, account, State::Blocked).await?;
    let row = block::ActiveModel {
        account_id: Set(account),
        reason: Set(key.seal(BLOCK_REASON, account.into_bytes(), reason.as_bytes())),
        blocked_at: Set(at),
    };
    block::Entity::insert(row)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

async fn works_here(connection: &impl ConnectionTrait, account: Uuid) -> Result<bool, Failure> {
    let rows = staff::Entity::find_by_id(account).count(connection).await?;
    Ok(rows > 0)
}

async fn state_set(
    transaction: &DatabaseTransaction,
    account: Uuid,
    state: State,
) -> Result<(), Failure> {
    account::Entity::update_many()
        .col_expr(account::Column::State, state.into())
        .filter(account::Column::Id.eq(account))
        .exec(transaction)
        .await?;
    Ok(())
}

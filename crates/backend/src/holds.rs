//! Holds: single items that are kept though their owner, or their time, would
//! have them gone. Each has a ground, a note in the words of who has placed it,
//! and a day on which somebody looks whether it is still right.
//!
//! A hold changes nothing for whoever has the account: they read, change and
//! delete as before. What is held of it is not swept away for its age, and what
//! is deleted, with the account or by itself, is first sealed again with a key of
//! the hold's own (`holds/keep.rs`), which nothing else is sealed with. Of whom it
//! was then stands in the note alone, or in the item. When the hold ends, the key
//! is destroyed and all of it goes.
//!
//! Holds are placed at the command line, by who has the machine, or in the console, by
//! two who have the right (`approvals.rs`); each step is in the audit log, with the
//! ground. Their owner sees them (`holds/told.rs`), unless the law forbids that.

mod keep;
mod past;
mod place;
mod told;

use privacy::Date;
use privacy::erasure::Gone;
use privacy::hold::Ground;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder,
};
use uuid::Uuid;

use crate::audit::{self, Action, Event};
use crate::entity::{held, hold};
use crate::failure::Failure;
use crate::ledger::Wish;
use crate::sealed::HOLD_NOTE;
use crate::store::Store;

pub use keep::HeldItem;
pub(crate) use keep::{HeldLine, lines, rows_held};
pub(crate) use past::{not_held, only_held, overdue};
pub use told::HoldTold;

/// Characters of a note.
pub const HOLD_NOTE_CHARACTERS: usize = 2000;

/// What is to be held.
#[derive(Clone, Debug)]
pub struct NewHold {
    pub account: Uuid,
    pub kind: Gone,
    /// One row of that kind; without it, all that the account has.
    pub row: Option<Uuid>,
    pub ground: Ground,
    /// Why, for who looks at it later. Sealed with the hold's key.
    pub note: String,
    /// The day by which somebody looks again. Without one nothing is held.
    pub review: Option<Date>,
    /// The law forbids to tell its owner.
    pub barred: bool,
}

/// Why something is not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldRefused {
    /// Nobody says when it is looked at again.
    NoReview,
    /// That day is over, or is today.
    ReviewPast,
    /// It is more than [`HOLD_REVIEW_DAYS`] away.
    ReviewFar,
    /// Nobody says why, or in more than [`HOLD_NOTE_CHARACTERS`].
    Note,
    /// Nothing of this kind can be held.
    Kind,
    /// There is no such account, or nothing of this kind in it.
    NoSuchItem,
}

/// Why a hold ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldEnd {
    /// Its ground is over.
    Over,
    /// It should never have been placed.
    Mistaken,
}

/// A hold, as who has the machine sees it.
#[derive(Clone, Debug)]
pub struct HoldShown {
    pub id: Uuid,
    /// None when they are erased.
    pub account: Option<Uuid>,
    pub kind: Gone,
    pub row: Option<Uuid>,
    pub ground: Ground,
    /// None if it does not open.
    pub note: Option<String>,
    /// Milliseconds since 1970.
    pub placed_at: i64,
    pub review: Date,
    /// The day of the review is over.
    pub overdue: bool,
    /// How many items are sealed with its key, because they were deleted.
    pub items: u64,
    /// Its owner is not told.
    pub barred: bool,
}

impl Store {
    /// The account of a member, by their address, for the operator.
    pub async fn operator_account(&self, email: &str) -> Result<Option<Uuid>, Failure> {
        Ok(self.login_of(email).await?.map(|row| row.account_id))
    }

    /// Every hold, the one to be looked at first before the others.
    pub async fn operator_holds(&self) -> Result<Vec<HoldShown>, Failure> {
        let rows = hold::Entity::find()
            .filter(hold::Column::EndedAt.is_null())
            .order_by_asc(hold::Column::ReviewAt)
            .order_by_asc(hold::Column::Id)
            .all(self.data.read())
            .await?;
        let today = Date::of(self.clock.now());
        let mut shown = Vec::with_capacity(rows.len());
        for row in rows {
            let (kind, ground) = read(&row)?;
            let items = held::Entity::find()
                .filter(held::Column::HoldId.eq(row.id))
                .count(self.data.read())
                .await?;
            let review = Date::of(row.review_at);
            shown.push(HoldShown {
                id: row.id,
                account: row.owner_id,
                kind,
                row: row.row_id,
                ground,
                note: self.hold_note(&row).await,
                placed_at: row.placed_at,
                review,
                overdue: review < today,
                items,
                barred: row.barred,
            });
        }
        Ok(shown)
    }

    /// Notes that a hold is still right, and when it is looked at next.
    ///
    /// # Errors
    /// [`Failure::Missing`] if there is no such hold.
    pub async fn operator_hold_review(
        &self,
        id: Uuid,
        next: Option<Date>,
    ) -> Result<Result<(), HoldRefused>, Failure> {
        self.hold_renew(None, id, next).await
    }

    async fn hold_renew(
        &self,
        by: Option<Uuid>,
        id: Uuid,
        next: Option<Date>,
    ) -> Result<Result<(), HoldRefused>, Failure> {
        let next = match place::review(next, Date::of(self.clock.now())) {
            Ok(next) => next,
            Err(refused) => return Ok(Err(refused)),
        };
        let transaction = self.data.begin().await?;
        let row = open(&transaction, id).await?;
        hold::Entity::update_many()
            .col_expr(hold::Column::ReviewAt, Expr::value(next.starts()))
            .filter(hold::Column::Id.eq(id))
            .exec(&transaction)
            .await?;
        let subject = subject_of(row.barred, row.owner_id);
        self.note_hold(&transaction, by, Action::HoldReviewed, subject)
            .await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    /// Ends a hold: its key is destroyed, and what was sealed with it goes. What
    /// cannot be finished now is finished by the next sweep. Returns whether it is.
    ///
    /// # Errors
    /// [`Failure::Missing`] if there is no such hold.
    pub async fn operator_hold_end(&self, id: Uuid, why: HoldEnd) -> Result<bool, Failure> {
        self.hold_finish(None, id, why).await
    }

    async fn hold_finish(&self, by: Option<Uuid>, id: Uuid, why: HoldEnd) -> Result<bool, Failure> {
        let transaction = self.data.begin().await?;
        let row = open(&transaction, id).await?;
        hold::Entity::update_many()
            .col_expr(hold::Column::EndedAt, Expr::value(Some(self.clock.now())))
            .filter(hold::Column::Id.eq(id))
            .exec(&transaction)
            .await?;
        // An older database that is put back must not hold it again.
        self.write_down(&transaction, &[Wish::HoldEnded(id)])
            .await?;
        let action = match why {
            HoldEnd::Over => Action::HoldOver,
            HoldEnd::Mistaken => Action::HoldMistaken,
        };
        let subject = subject_of(row.barred, row.owner_id);
        self.note_hold(&transaction, by, action, subject).await?;
        transaction.commit().await?;
        match self.finish_hold(id).await {
            Ok(()) => {
                self.forget_keys().await;
                Ok(true)
            }
            Err(failure) => {
                tracing::error!(%failure, "a hold is ended by the next sweep");
                Ok(false)
            }
        }
    }

    /// What is kept of a hold's items, opened. That it was read is in the log.
    ///
    /// # Errors
    /// [`Failure::Missing`] if there is no such hold.
    pub async fn operator_hold_read(&self, id: Uuid) -> Result<Vec<HeldItem>, Failure> {
        let key = self.hold_key(id).await?;
        let transaction = self.data.begin().await?;
        let row = open(&transaction, id).await?;
        let rows = held::Entity::find()
            .filter(held::Column::HoldId.eq(id))
            .order_by_asc(held::Column::RowId)
            .all(&transaction)
            .await?;
        let items: Result<Vec<HeldItem>, Failure> =
            rows.iter().map(|row| keep::item(&key, row)).collect();
        let items = items?;
        let subject = subject_of(row.barred, row.owner_id);
        self.note_hold(&transaction, None, Action::HoldRead, subject)
            .await?;
        transaction.commit().await?;
        Ok(items)
    }

    /// Destroys the key of a hold, and then all that was sealed with it.
    pub(crate) async fn finish_hold(&self, id: Uuid) -> Result<(), Failure> {
        self.destroy_hold_key(id).await?;
        // What is held goes with it.
        hold::Entity::delete_by_id(id)
            .exec(self.data.write())
            .await?;
        Ok(())
    }

    async fn hold_note(&self, row: &hold::Model) -> Option<String> {
        let key = self.hold_key(row.id).await.ok()?;
        let plain = key.open(HOLD_NOTE, row.id.into_bytes(), &row.note).ok()?;
        String::from_utf8(plain.to_vec()).ok()
    }

    async fn note_hold(
        &self,
        transaction: &DatabaseTransaction,
        by: Option<Uuid>,
        action: Action,
        subject: Option<Uuid>,
    ) -> Result<(), Failure> {
        let event = Event {
            actor: by,
            action,
            subject,
        };
        audit::note(transaction, self, event).await
    }
}

/// Of whom the audit log says that it was: what they must not be told is not put where
/// they read of themselves.
fn subject_of(barred: bool, owner: Option<Uuid>) -> Option<Uuid> {
    owner.filter(|_| !barred)
}

/// A hold that has not ended.
async fn open(connection: &impl ConnectionTrait, id: Uuid) -> Result<hold::Model, Failure> {
    hold::Entity::find_by_id(id)
        .filter(hold::Column::EndedAt.is_null())
        .one(connection)
        .await?
        .ok_or(Failure::Missing)
}

/// What kind a hold is of, and why.
fn read(row: &hold::Model) -> Result<(Gone, Ground), Failure> {
    let kind = Gone::from_table(&row.kind).ok_or(Failure::Damaged("hold.kind"))?;
    let ground = Ground::from_name(&row.ground).ok_or(Failure::Damaged("hold.ground"))?;
    Ok((kind, ground))
}

/// The holds of an account that have not ended.
async fn of_account(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Vec<hold::Model>, Failure> {
    Ok(hold::Entity::find()
        .filter(hold::Column::OwnerId.eq(account))
        .filter(hold::Column::EndedAt.is_null())
        .order_by_asc(hold::Column::Id)
        .all(connection)
        .await?)
}

/// The holds of an account name it no more.
pub(crate) async fn let_go(
    transaction: &DatabaseTransaction,
    account: Uuid,
) -> Result<(), Failure> {
    owned_by(transaction, account, None).await
}

/// What is held of an account is held of the one that it moves to.
pub(crate) async fn bring(
    transaction: &DatabaseTransaction,
    from: Uuid,
    to: Uuid,
) -> Result<(), Failure> {
    owned_by(transaction, from, Some(to)).await
}

async fn owned_by(
    transaction: &DatabaseTransaction,
    account: Uuid,
    by: Option<Uuid>,
) -> Result<(), Failure> {
    hold::Entity::update_many()
        .col_expr(hold::Column::OwnerId, Expr::value(by))
        .filter(hold::Column::OwnerId.eq(account))
        .exec(transaction)
        .await?;
    Ok(())
}

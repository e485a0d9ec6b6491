//! Dates of birth that say under 18. Accounts are for adults, and what somebody has
//! said of themselves is believed, until their own CV says otherwise: then a flag is
//! raised, for them to see and for those who work here to look at.
//!
//! Of the date itself nothing is kept but where it was written. The flag stays until
//! somebody has looked, so that a date which is changed at once does not take it away.

use privacy::{Actor, Date, Right, age};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, DatabaseTransaction, DbErr, EntityTrait, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::accounts::{lock, person};
use crate::audit::{self, Action, Event};
use crate::entity::{age_flag, guardian_consent};
use crate::failure::Failure;
use crate::opened::reason;
use crate::sealed::GUARDIAN_CONSENT_NOTE;
use crate::sessions::Who;
use crate::store::Store;

/// Flags of a page.
const PAGE: u64 = 100;

/// An account in which a date of birth says under 18.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeFlag {
    pub account: Uuid,
    pub raised_at: i64,
}

/// That a guardian has consented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guardian {
    pub recorded_at: i64,
    pub note: String,
}

/// Raises the flag if a date of birth that is being written says under 18.
pub(crate) async fn look(
    transaction: &DatabaseTransaction,
    store: &Store,
    account: Uuid,
    born: &str,
) -> Result<(), Failure> {
    let now = store.clock.now();
    if !age::is_minor(born, Date::of(now)) {
        return Ok(());
    }
    let consented = guardian_consent::Entity::find_by_id(account)
        .one(transaction)
        .await?;
    let flagged = age_flag::Entity::find_by_id(account)
        .one(transaction)
        .await?;
    if consented.is_some() || flagged.is_some() {
        return Ok(());
    }
    raise(transaction, account, now).await?;
    audit::note(transaction, store, Event::own(account, Action::AgeFlagged)).await
}

async fn raise(transaction: &DatabaseTransaction, account: Uuid, now: i64) -> Result<(), Failure> {
    let row = age_flag::ActiveModel {
        account_id: Set(account),
        raised_at: Set(now),
    };
    let there = OnConflict::column(age_flag::Column::AccountId)
        .do_nothing()
        .to_owned();
    let raised = age_flag::Entity::insert(row)
        .on_conflict(there)
        .exec_without_returning(transaction)
        .await;
    match raised {
        Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Brings a flag to the account that its own moves to.
pub(crate) async fn bring(
    transaction: &DatabaseTransaction,
    from: Uuid,
    to: Uuid,
) -> Result<(), Failure> {
    let flag = age_flag::Entity::find_by_id(from).one(transaction).await?;
    match flag {
        Some(flag) => raise(transaction, to, flag.raised_at).await,
        None => Ok(()),
    }
}

impl Store {
    /// Whether a date of birth of the actor's says under 18, and since when.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn age_flagged(&self, actor: Actor) -> Result<Option<i64>, Failure> {
        let row = age_flag::Entity::find_by_id(person(actor)?)
            .one(self.data.read())
            .await?;
        Ok(row.map(|row| row.raised_at))
    }

    /// The flags that nobody has looked at, the oldest first.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn age_flags(&self, who: &Who) -> Result<Vec<AgeFlag>, Failure> {
        who.may(Right::Persons)?;
        let rows = age_flag::Entity::find()
            .order_by_asc(age_flag::Column::RaisedAt)
            .limit(PAGE)
            .all(self.data.read())
            .await?;
        let flag = |row: age_flag::Model| AgeFlag {
            account: row.account_id,
            raised_at: row.raised_at,
        };
        Ok(rows.into_iter().map(flag).collect())
    }

    /// Somebody was found to be 18 or older. False if there was no flag.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such account.
    /// [`Failure::Unproved`]
    pub async fn age_settle(&self, who: &Who, account: Uuid) -> Result<bool, Failure> {
        let by = who.may(Right::Persons)?;
        who.proved()?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        let settled = age_flag::Entity::delete_by_id(account)
            .exec(&transaction)
            .await?;
        if settled.rows_affected == 0 {
            return Ok(false);
        }
        audit::note(
            &transaction,
            self,
            Event::of(by, Action::AgeSettled, account),
        )
        .await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Records that a guardian has consented, in words that say who and how it was
    /// shown, where the operator lets minors have accounts. False without such words.
    ///
    /// # Errors
    /// As [`Store::age_settle`]; [`Failure::Missing`] too where minors may have none.
    pub async fn guardian_record(
        &self,
        who: &Who,
        account: Uuid,
        note: &str,
    ) -> Result<bool, Failure> {
        let by = who.may(Right::Persons)?;
        who.proved()?;
        if !self.minors_allowed {
            return Err(Failure::Missing);
        }
        let Some(note) = reason(note) else {
            return Ok(false);
        };
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        let row = guardian_consent::ActiveModel {
            account_id: Set(account),
            note: Set(key.seal(GUARDIAN_CONSENT_NOTE, account.into_bytes(), note.as_bytes())),
            recorded_at: Set(self.clock.now()),
        };
        let newer = OnConflict::column(guardian_consent::Column::AccountId)
            .update_columns([
                guardian_consent::Column::Note,
                guardian_consent::Column::RecordedAt,
            ])
            .to_owned();
        guardian_consent::Entity::insert(row)
            .on_conflict(newer)
            .exec_without_returning(&transaction)
            .await?;
        age_flag::Entity::delete_by_id(account)
            .exec(&transaction)
            .await?;
        audit::note(
            &transaction,
            self,
            Event::of(by, Action::GuardianConsented, account),
        )
        .await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// What was recorded of a guardian's consent.
    pub(crate) async fn guardian_of(&self, account: Uuid) -> Result<Option<Guardian>, Failure> {
        let row = guardian_consent::Entity::find_by_id(account)
            .one(self.data.read())
            .await?;
        let Some(row) = row else { return Ok(None) };
        let key = self.key(account).await?;
        let plain = key.open(GUARDIAN_CONSENT_NOTE, account.into_bytes(), &row.note)?;
        Ok(Some(Guardian {
            recorded_at: row.recorded_at,
            note: String::from_utf8_lossy(&plain).into_owned(),
        }))
    }
}

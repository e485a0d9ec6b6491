//! A person as those who work here see them: how the account stands, and how much
//! there is of what kind. Nothing that anybody wrote.

use privacy::{Class, Masked, Right, Role};
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::audit::{self, Action, Event};
use crate::blocks::BlockShown;
use crate::entity::account::{self, State};
use crate::entity::{age_flag, erasure, hold, publication};
use crate::failure::Failure;
use crate::minors::Guardian;
use crate::sessions::{self, Who};
use crate::standing;
use crate::store::Store;

/// What an account is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonState {
    /// Opened by its owner link alone.
    Anonymous,
    Member,
    /// Nobody may use it.
    Blocked,
    /// On its way out.
    Erasing,
}

/// An account, masked.
#[derive(Clone, Debug)]
pub struct PersonShown {
    pub account: Uuid,
    pub state: PersonState,
    /// None for who is on their way out.
    pub class: Option<Class>,
    pub role: Role,
    pub created_at: i64,
    /// To the day.
    pub used_at: i64,
    pub restricted: bool,
    pub limited: bool,
    /// When it is to be erased, if its owner has asked for that.
    pub leaving_at: Option<i64>,
    pub holds: u64,
    pub sessions: u64,
    pub documents: u64,
    pub public_pages: u64,
    /// Why it is blocked, if it is.
    pub block: Option<BlockShown>,
    /// Since when a date of birth in it says under 18.
    pub minor_since: Option<i64>,
    pub guardian: Option<Guardian>,
    /// A guardian's consent can be recorded here.
    pub minors_allowed: bool,
    /// What who asks has open of it, and until when.
    pub open: Vec<(Masked, i64)>,
}

impl Store {
    /// The account with an address, exactly that one. That somebody has looked is
    /// noted, for its owner to see.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn person_find(&self, who: &Who, address: &str) -> Result<Option<Uuid>, Failure> {
        let by = who.may(Right::Persons)?;
        let Some(row) = self.login_of(address).await? else {
            return Ok(None);
        };
        let transaction = self.data.begin().await?;
        let event = Event::of(by, Action::LookedUp, row.account_id);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(Some(row.account_id))
    }

    /// An account, by its number.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such account.
    pub async fn person_shown(&self, who: &Who, account: Uuid) -> Result<PersonShown, Failure> {
        who.may(Right::Persons)?;
        let data = self.data.read();
        let row = account::Entity::find_by_id(account)
            .one(data)
            .await?
            .ok_or(Failure::Missing)?;
        let limits = standing::of(data, account).await?;
        let leaving = erasure::Entity::find_by_id(account).one(data).await?;
        let holds = hold::Entity::find()
            .filter(hold::Column::OwnerId.eq(account))
            .filter(hold::Column::EndedAt.is_null())
            .count(data)
            .await?;
        let public_pages = publication::Entity::find()
            .filter(publication::Column::AccountId.eq(account))
            .filter(publication::Column::RevokedAt.is_null())
            .count(data)
            .await?;
        let flag = age_flag::Entity::find_by_id(account).one(data).await?;
        let mut open = Vec::new();
        for what in Masked::ALL {
            if let Some(until) = self.is_open(data, who, account, what).await? {
                open.push((what, until));
            }
        }
        Ok(PersonShown {
            account,
            state: match row.state {
                State::Anonymous => PersonState::Anonymous,
                State::Member => PersonState::Member,
                State::Blocked => PersonState::Blocked,
                State::Erasing => PersonState::Erasing,
            },
            class: self.class_of(account).await?,
            role: sessions::role(data, account).await?,
            created_at: row.created_at,
            used_at: row.used_at,
            restricted: limits.restricted_at.is_some(),
            limited: limits.limited_at.is_some(),
            leaving_at: leaving.map(|row| row.due_at),
            holds,
            sessions: rows(data, "session", account).await?,
            documents: rows(data, "document", account).await?,
            public_pages,
            block: self.block_of(account).await?,
            minor_since: flag.map(|row| row.raised_at),
            guardian: self.guardian_of(account).await?,
            minors_allowed: self.minors_allowed,
            open,
        })
    }

    /// Ends all sessions of an account.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such account.
    /// [`Failure::Unproved`]
    pub async fn person_sign_out(&self, who: &Who, account: Uuid) -> Result<(), Failure> {
        let by = who.may(Right::Persons)?;
        who.proved()?;
        let transaction = self.data.begin().await?;
        crate::accounts::lock(account, &transaction).await?;
        sessions::end_all(&transaction, account, None).await?;
        let event = Event::of(by, Action::SessionsEnded, account);
        audit::note(&transaction, self, event).await?;
        Ok(transaction.commit().await?)
    }
}

/// How many rows of a table are an account's.
async fn rows(
    data: &impl ConnectionTrait,
    table: &'static str,
    account: Uuid,
) -> Result<u64, Failure> {
    let mut select = Query::select();
    select
        .expr(Expr::col(Asterisk).count())
        .from(table)
        .and_where(Expr::col("account_id").eq(account));
    let row = data.query_one(&select).await?;
    let count: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
    Ok(count.unsigned_abs())
}

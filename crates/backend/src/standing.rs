//! How an account stands: whether its owner has restricted what is done with
//! their data, limited the use of what is sensitive, objected to a use, or opted
//! out of being sold. Operator-readable, because jobs have to see it without
//! anybody's key.
//!
//! Restricted, an account is kept and nothing more: nothing is published or
//! shown, no letter is sent but about its safety, and no job deletes for age. Its
//! owner sees everything as before, takes it along, deletes it, and lifts it.

mod limit;

use privacy::{Actor, Purpose, Standing};
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait,
    QueryFilter, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use crate::accounts::{lock, person};
use crate::audit::{self, Action, Event};
use crate::clock::DAY;
use crate::entity::{login, publication, standing};
use crate::failure::Failure;
use crate::ledger::Wish;
use crate::letter::Letter;
use crate::page_counts;
use crate::sessions::Who;
use crate::store::Store;

pub(crate) use limit::Limit;

/// Restricted data that nobody uses is kept for so many days after it was
/// restricted, and then goes as any other: a claim that it was kept for has
/// mostly had its time by then.
pub const RESTRICTED_DAYS: i64 = 1096;

/// What an account's owner has limited, and since when: milliseconds since 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    pub restricted_at: Option<i64>,
    pub limited_at: Option<i64>,
    /// Since when they object to what protects the account.
    pub protect_objected_at: Option<i64>,
    /// Since when they do not want to be sold, or shared for advertising.
    pub opted_out_at: Option<i64>,
    /// Since when they object to what counts how often their pages are opened.
    pub count_objected_at: Option<i64>,
}

/// What became of an objection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objected {
    Done,
    /// Not of whoever has a role here: others' safety outweighs it.
    Outweighed,
}

impl Limits {
    pub fn standing(self) -> Standing {
        Standing {
            restricted: self.restricted_at.is_some(),
            limited: self.limited_at.is_some(),
            protect_objected: self.protect_objected_at.is_some(),
            count_objected: self.count_objected_at.is_some(),
        }
    }

    /// Since when they object to a purpose.
    pub fn objected_at(self, purpose: Purpose) -> Option<i64> {
        match purpose {
            Purpose::Protect => self.protect_objected_at,
            Purpose::Count => self.count_objected_at,
            _ => None,
        }
    }
}

impl Store {
    /// What the actor has limited.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn limits(&self, actor: Actor) -> Result<Limits, Failure> {
        of(self.data.read(), person(actor)?).await
    }

    /// Restricts processing (GDPR, Article 18). Nobody is asked for a reason.
    /// Returns the ids of the public pages that are not shown any more.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn restrict(&self, actor: Actor) -> Result<Vec<Uuid>, Failure> {
        self.change(actor, Action::Restricted, |limits, now| {
            limits.restricted_at.get_or_insert(now);
        })
        .await
    }

    /// Lifts the restriction: what was public is public again.
    ///
    /// # Errors
    /// As [`Store::restrict`].
    pub async fn lift(&self, actor: Actor) -> Result<Vec<Uuid>, Failure> {
        self.change(actor, Action::RestrictionLifted, |limits, _| {
            limits.restricted_at = None;
        })
        .await
    }

    /// Limits the use of sensitive data: photo and personal details serve their
    /// owner alone, and public pages go without them.
    ///
    /// # Errors
    /// As [`Store::restrict`].
    pub async fn limit(&self, actor: Actor) -> Result<Vec<Uuid>, Failure> {
        self.change(actor, Action::Limited, |limits, now| {
            limits.limited_at.get_or_insert(now);
        })
        .await
    }

    /// Lifts that.
    ///
    /// # Errors
    /// As [`Store::restrict`].
    pub async fn unlimit(&self, actor: Actor) -> Result<Vec<Uuid>, Failure> {
        self.change(actor, Action::LimitLifted, |limits, _| {
            limits.limited_at = None;
        })
        .await
    }

    /// Objects to a purpose that rests on a legitimate interest (GDPR, Article
    /// 21(1)): it stops at once, and nobody is asked for a reason. Who has taken an
    /// account over must not be able to end what protects it, so that a member proves
    /// who they are.
    ///
    /// # Errors
    /// [`Failure::Unproved`] for a member who has not just proved who they are,
    /// [`Failure::Refused`] for a purpose that rests on something else.
    pub async fn object(&self, who: &Who, purpose: Purpose) -> Result<Objected, Failure> {
        if !purpose.may_be_objected_to() {
            return Err(Failure::Refused("nobody can object to this".to_owned()));
        }
        if purpose == Purpose::Count {
            self.change(who.actor(), Action::Objected, |limits, now| {
                limits.count_objected_at.get_or_insert(now);
            })
            .await?;
            return Ok(Objected::Done);
        }
        if who.role.is_staff() {
            return Ok(Objected::Outweighed);
        }
        if who.member {
            who.proved()?;
        }
        // From now on nothing else would tell them of somebody else in their account.
        let letter = who.member.then_some(Letter::Objected);
        self.change_and_write(who.actor(), Action::Objected, letter, |limits, now| {
            limits.protect_objected_at.get_or_insert(now);
        })
        .await?;
        Ok(Objected::Done)
    }

    /// Takes an objection back.
    ///
    /// # Errors
    /// As [`Store::restrict`].
    pub async fn object_no_more(&self, actor: Actor, purpose: Purpose) -> Result<(), Failure> {
        if !purpose.may_be_objected_to() {
            return Err(Failure::Refused("nobody can object to this".to_owned()));
        }
        self.change(actor, Action::ObjectionLifted, |limits, _| match purpose {
            Purpose::Count => limits.count_objected_at = None,
            _ => limits.protect_objected_at = None,
        })
        .await?;
        Ok(())
    }

    /// Notes that somebody does not want to be sold, nor shared for advertising
    /// (California Civil Code, section 1798.120). Nothing is; this is so that
    /// whoever would begin with it knows of whom not.
    ///
    /// # Errors
    /// As [`Store::restrict`].
    pub async fn opt_out(&self, actor: Actor) -> Result<(), Failure> {
        self.change(actor, Action::OptedOut, |limits, now| {
            limits.opted_out_at.get_or_insert(now);
        })
        .await?;
        Ok(())
    }

    /// Takes that back.
    ///
    /// # Errors
    /// As [`Store::restrict`].
    pub async fn opt_in(&self, actor: Actor) -> Result<(), Failure> {
        self.change(actor, Action::OptOutLifted, |limits, _| {
            limits.opted_out_at = None;
        })
        .await?;
        Ok(())
    }

    async fn change(
        &self,
        actor: Actor,
        action: Action,
        change: impl FnOnce(&mut Limits, i64),
    ) -> Result<Vec<Uuid>, Failure> {
        self.change_and_write(actor, action, None, change).await
    }

    async fn change_and_write(
        &self,
        actor: Actor,
        action: Action,
        letter: Option<Letter>,
        change: impl FnOnce(&mut Limits, i64),
    ) -> Result<Vec<Uuid>, Failure> {
        let account = person(actor)?;
        let transaction = self.data.begin().await?;
        // Whoever publishes at the same time waits for this, and then sees it.
        lock(account, &transaction).await?;
        let before = of(&transaction, account).await?;
        let mut limits = before;
        change(&mut limits, self.clock.now());
        if limits == before {
            return Ok(Vec::new());
        }
        set(&transaction, account, limits).await?;
        let pages = renew(&transaction, account).await?;
        let wishes = wishes(account, before, limits);
        self.write_down(&transaction, &wishes).await?;
        audit::note(&transaction, self, Event::own(account, action)).await?;
        if let Some(letter) = letter
            && let Some(row) = login::Entity::find_by_id(account).one(&transaction).await?
        {
            let key = self.key(account).await?;
            self.write_to(&transaction, &row, &key, letter).await?;
        }
        transaction.commit().await?;
        Ok(pages)
    }
}

/// What differs, as it is written down outside the databases.
pub(crate) fn wishes(account: Uuid, before: Limits, after: Limits) -> Vec<Wish> {
    let differs = |limit: Limit| match (limit.of(before), limit.of(after)) {
        (None, Some(_)) => Some(Wish::Limited(account, limit)),
        (Some(_), None) => Some(Wish::Lifted(account, limit)),
        _ => None,
    };
    Limit::ALL.into_iter().filter_map(differs).collect()
}

/// What an account's owner has limited.
pub(crate) async fn of(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Limits, Failure> {
    let row = standing::Entity::find_by_id(account)
        .one(connection)
        .await?;
    Ok(row.map_or_else(Limits::default, |row| Limits {
        restricted_at: row.restricted_at,
        limited_at: row.limited_at,
        protect_objected_at: row.protect_objected_at,
        opted_out_at: row.opted_out_at,
        count_objected_at: row.count_objected_at,
    }))
}

/// The same, as the gate asks for it.
pub(crate) async fn standing(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Standing, Failure> {
    Ok(of(connection, account).await?.standing())
}

pub(crate) async fn set(
    transaction: &DatabaseTransaction,
    account: Uuid,
    limits: Limits,
) -> Result<(), Failure> {
    standing::Entity::delete_by_id(account)
        .exec(transaction)
        .await?;
    if limits == Limits::default() {
        return Ok(());
    }
    // What was counted until they objected goes too (Article 17(1)(c)).
    if limits.count_objected_at.is_some() {
        page_counts::forget(transaction, account).await?;
    }
    let row = standing::ActiveModel {
        account_id: Set(account),
        restricted_at: Set(limits.restricted_at),
        limited_at: Set(limits.limited_at),
        protect_objected_at: Set(limits.protect_objected_at),
        opted_out_at: Set(limits.opted_out_at),
        count_objected_at: Set(limits.count_objected_at),
    };
    standing::Entity::insert(row)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

/// Gives an account's public pages another version, so that nothing which any
/// process remembers of them is shown. Returns their ids.
pub(crate) async fn renew(
    transaction: &DatabaseTransaction,
    account: Uuid,
) -> Result<Vec<Uuid>, Failure> {
    let version = Expr::col(publication::Column::Version).add(1);
    publication::Entity::update_many()
        .col_expr(publication::Column::Version, version)
        .filter(publication::Column::AccountId.eq(account))
        .exec(transaction)
        .await?;
    Ok(publication::Entity::find()
        .select_only()
        .column(publication::Column::Id)
        .filter(publication::Column::AccountId.eq(account))
        .into_tuple()
        .all(transaction)
        .await?)
}

/// What was limited in one account is limited in the one that it moves to. Returns
/// what that is to be written down as.
pub(crate) async fn bring(
    transaction: &DatabaseTransaction,
    from: Uuid,
    to: Uuid,
) -> Result<Vec<Wish>, Failure> {
    let (old, new) = (of(transaction, from).await?, of(transaction, to).await?);
    let earlier = |a: Option<i64>, b: Option<i64>| a.into_iter().chain(b).min();
    let both = Limits {
        restricted_at: earlier(old.restricted_at, new.restricted_at),
        limited_at: earlier(old.limited_at, new.limited_at),
        protect_objected_at: earlier(old.protect_objected_at, new.protect_objected_at),
        opted_out_at: earlier(old.opted_out_at, new.opted_out_at),
        count_objected_at: earlier(old.count_objected_at, new.count_objected_at),
    };
    if both == new {
        return Ok(Vec::new());
    }
    set(transaction, to, both).await?;
    renew(transaction, to).await?;
    Ok(wishes(to, new, both))
}

/// The accounts of which nothing is deleted for age: restricted, and not for
/// longer than [`RESTRICTED_DAYS`].
pub(crate) fn held(now: i64) -> SelectStatement {
    Query::select()
        .column(standing::Column::AccountId)
        .from(standing::Entity)
        .and_where(standing::Column::RestrictedAt.gte(now - RESTRICTED_DAYS * DAY))
        .to_owned()
}

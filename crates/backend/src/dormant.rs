//! Accounts that nobody uses go after a time. A month before, their owners are told by
//! letter, once: signing in keeps them.

use privacy::{Period, Right};
use sea_orm::sea_query::{Expr, OnConflict, Query, SimpleExpr};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use crate::audit::{self, Action, Event};
use crate::clock::DAY;
use crate::entity::account::State;
use crate::entity::{account, dormant_warning, login};
use crate::failure::Failure;
use crate::letter::Letter;
use crate::sessions::Who;
use crate::standing;
use crate::store::Store;

/// Days between the letter and the end.
const NOTICE_DAYS: i64 = 30;
/// Letters of one hour: who has many accounts sends them over a day.
const AT_ONCE: u64 = 200;

/// Accounts that nobody uses, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dormant {
    /// Their owners were told.
    pub warned: u64,
    /// They are still to be told, because they have an address.
    pub to_warn: u64,
    /// When the first of them goes: milliseconds since 1970.
    pub next_at: Option<i64>,
}

impl Store {
    /// Days between the letter and the end: where accounts are kept for a short time
    /// only, half of it.
    fn warning_days(&self) -> i64 {
        let days = i64::from(self.periods.days(Period::Saved));
        Ord::min(NOTICE_DAYS, days / 2)
    }

    /// After how long without use an account is dormant, and goes: in milliseconds.
    fn dormant_after(&self) -> (i64, i64) {
        let days = i64::from(self.periods.days(Period::Saved));
        ((days - self.warning_days()) * DAY, days * DAY)
    }

    /// The accounts that are dormant now: somebody signs in to them, nobody has for
    /// long, and nothing keeps them.
    fn dormant_now(&self) -> SimpleExpr {
        let now = self.clock.now();
        Store::reached()
            .and(account::Column::UsedAt.lt(now - self.dormant_after().0))
            .and(account::Column::Id.not_in_subquery(standing::held(now)))
    }

    /// The accounts of those to whom a letter can go.
    fn reached() -> SimpleExpr {
        let members = Query::select()
            .column(login::Column::AccountId)
            .from(login::Entity)
            .and_where(login::Column::Email.is_not_null())
            .to_owned();
        account::Column::State
            .eq(State::Member)
            .and(account::Column::Id.in_subquery(members))
    }

    /// Those who can be told, and were not, or not long enough ago: nobody of them goes
    /// before a letter has said so.
    pub(crate) fn not_yet_told(&self) -> SimpleExpr {
        let notice = self.warning_days() * DAY;
        let told = Store::told(Some(self.clock.now() - notice));
        Store::reached().and(told.not())
    }

    /// Those who were told since they were last here.
    fn warned() -> SimpleExpr {
        Store::told(None)
    }

    /// The same, and no later than at a moment. When they were last here is known to
    /// the day.
    fn told(by: Option<i64>) -> SimpleExpr {
        let warned_at = || Expr::col((dormant_warning::Entity, dormant_warning::Column::WarnedAt));
        let mut told = Query::select();
        told.expr(Expr::val(1))
            .from(dormant_warning::Entity)
            .and_where(
                Expr::col((dormant_warning::Entity, dormant_warning::Column::AccountId))
                    .equals((account::Entity, account::Column::Id)),
            )
            .and_where(
                warned_at().gte(Expr::col((account::Entity, account::Column::UsedAt)).add(DAY)),
            );
        if let Some(by) = by {
            told.and_where(warned_at().lte(by));
        }
        Expr::exists(told.to_owned())
    }

    /// Tells the owners of dormant accounts, as many as may be told at once. Returns how
    /// many were.
    pub async fn warn_dormant(&self) -> Result<u64, Failure> {
        let rows = account::Entity::find()
            .filter(self.dormant_now())
            .filter(Store::warned().not())
            .order_by_asc(account::Column::UsedAt)
            .limit(AT_ONCE)
            .all(self.data.read())
            .await?;
        let mut told = 0;
        for row in rows {
            match self.warn(&row).await {
                Ok(()) => told += 1,
                // They are being erased; or their key is gone, which the sweep sees to.
                Err(Failure::Missing | Failure::Sealed(_)) => {}
                Err(failure) => return Err(failure),
            }
        }
        Ok(told)
    }

    async fn warn(&self, row: &account::Model) -> Result<(), Failure> {
        let (login, key) = self.login(row.id).await?;
        let now = self.clock.now();
        let transaction = self.data.begin().await?;
        let warning = dormant_warning::ActiveModel {
            account_id: Set(row.id),
            warned_at: Set(now),
        };
        let newer = OnConflict::column(dormant_warning::Column::AccountId)
            .update_column(dormant_warning::Column::WarnedAt)
            .to_owned();
        dormant_warning::Entity::insert(warning)
            .on_conflict(newer)
            .exec_without_returning(&transaction)
            .await?;
        let goes = row.used_at + self.dormant_after().1;
        // Whoever is told late has as long.
        let letter = Letter::Dormant {
            at: Ord::max(goes, now + self.warning_days() * DAY),
        };
        self.write_to(&transaction, &login, &key, letter).await?;
        let event = Event {
            actor: None,
            action: Action::Dormant,
            subject: Some(row.id),
        };
        audit::note(&transaction, self, event).await?;
        Ok(transaction.commit().await?)
    }

    /// Dormant accounts, counted.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn dormant(&self, who: &Who) -> Result<Dormant, Failure> {
        who.may(Right::Oversight)?;
        let data = self.data.read();
        let dormant = || account::Entity::find().filter(self.dormant_now());
        let first: Option<(Uuid, i64)> = dormant()
            .select_only()
            .column(account::Column::Id)
            .column(account::Column::UsedAt)
            .order_by_asc(account::Column::UsedAt)
            .into_tuple()
            .one(data)
            .await?;
        Ok(Dormant {
            warned: dormant().filter(Store::warned()).count(data).await?,
            to_warn: dormant().filter(Store::warned().not()).count(data).await?,
            next_at: first.map(|(_, used_at)| used_at + self.dormant_after().1),
        })
    }
}

//! Holds and time: what a sweep leaves because it is held, and holds that have had
//! their time themselves.

use privacy::Date;
use privacy::hold::HOLD_DAYS;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use crate::clock::DAY;
use crate::entity::{hold, hold_key};
use crate::failure::Failure;
use crate::store::Store;

/// A key without a hold is one whose hold was never placed; but not in the first
/// day, in which it may be about to be.
const ORPHAN_DAYS: i64 = 1;
/// So many are no accident: then the data is not what it was.
const MOST_ORPHANS: usize = 20;

/// Rows of a table that are held. Each has its id in `id`.
pub(crate) fn only_held(table: &'static str) -> SimpleExpr {
    let own = |column: &'static str| Expr::col((Alias::new(table), Alias::new(column)));
    let hold = |column: hold::Column| Expr::col((hold::Entity, column));
    let mut holds = Query::select();
    holds
        .expr(Expr::val(1))
        .from(hold::Entity)
        .and_where(own("account_id").equals((hold::Entity, hold::Column::OwnerId)))
        .and_where(hold(hold::Column::Kind).eq(table))
        .and_where(hold(hold::Column::EndedAt).is_null())
        .cond_where(
            Condition::any()
                .add(hold(hold::Column::RowId).is_null())
                .add(own("id").equals((hold::Entity, hold::Column::RowId))),
        );
    Expr::exists(holds.to_owned())
}

/// Rows of a table that are not held.
pub(crate) fn not_held(table: &'static str) -> SimpleExpr {
    only_held(table).not()
}

/// How many holds somebody should have looked at.
pub(crate) async fn overdue(connection: &impl ConnectionTrait, now: i64) -> Result<u64, Failure> {
    Ok(hold::Entity::find()
        .filter(hold::Column::EndedAt.is_null())
        .filter(hold::Column::ReviewAt.lt(Date::of(now).starts()))
        .count(connection)
        .await?)
}

impl Store {
    /// How many holds are past the day on which somebody should have looked whether
    /// they are still right.
    pub async fn holds_overdue(&self) -> Result<u64, Failure> {
        overdue(self.data.read(), self.clock.now()).await
    }

    /// Finishes holds that have ended, and those that nobody ended in the longest
    /// time that one may have. Returns how many; with `dry`, how many it would be.
    pub(crate) async fn sweep_holds(&self, dry: bool) -> Result<u64, Failure> {
        let now = self.clock.now();
        let oldest = now - i64::from(HOLD_DAYS) * DAY;
        let past = Condition::any()
            .add(hold::Column::EndedAt.is_not_null())
            .add(hold::Column::PlacedAt.lt(oldest));
        let mut ids: Vec<Uuid> = hold::Entity::find()
            .select_only()
            .column(hold::Column::Id)
            .filter(past)
            .into_tuple()
            .all(self.data.read())
            .await?;
        ids.extend(self.keys_without_hold(now).await?);
        if !dry {
            for id in &ids {
                self.finish_hold(*id).await?;
            }
        }
        Ok(ids.len() as u64)
    }

    async fn keys_without_hold(&self, now: i64) -> Result<Vec<Uuid>, Failure> {
        let keys: Vec<Uuid> = hold_key::Entity::find()
            .select_only()
            .column(hold_key::Column::HoldId)
            .filter(hold_key::Column::CreatedAt.lt(now - ORPHAN_DAYS * DAY))
            .into_tuple()
            .all(self.keys.read())
            .await?;
        let holds: Vec<Uuid> = hold::Entity::find()
            .select_only()
            .column(hold::Column::Id)
            .into_tuple()
            .all(self.data.read())
            .await?;
        let mut orphans: Vec<Uuid> = keys;
        orphans.retain(|id| !holds.contains(id));
        if orphans.len() > MOST_ORPHANS {
            tracing::error!(
                keys = orphans.len(),
                "so many keys have no hold that nothing is destroyed: is this the right database?"
            );
            orphans.clear();
        }
        Ok(orphans)
    }
}

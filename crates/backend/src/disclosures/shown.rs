//! What staff and persons see of disclosures, when a bar ends, and what goes or comes
//! along.

use privacy::disclosure::PROPOSAL_DAYS;
use privacy::{Actor, Purpose, Right};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, SimpleExpr};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;
use vault::PersonKey;

use super::content::open;
use super::{DisclosureLine, DisclosureTold, is_lapsed, note};
use crate::Event;
use crate::accounts::{lock, person};
use crate::audit::{self, Action};
use crate::clock::DAY;
use crate::entity::disclosure as table;
use crate::failure::Failure;
use crate::sealed::DISCLOSURE_CONTENT;
use crate::sessions::Who;
use crate::store::Store;

/// Disclosures of a page of the register.
const PAGE: u64 = 200;

impl Store {
    /// The register of disclosures: those that wait first, then the newest.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn disclosures(&self, who: &Who) -> Result<Vec<DisclosureLine>, Failure> {
        let actor = who.may(Right::Disclose)?;
        let own = self.audit_pseudonym(actor).0.to_vec();
        let transaction = self.data.begin().await?;
        let now = self.clock.now();
        let rows = table::Entity::find()
            .order_by_desc(table::Column::ProposedAt)
            .limit(PAGE)
            .all(&transaction)
            .await?;
        if !rows.is_empty() {
            note(&transaction, self, actor, Action::DisclosuresRead, None).await?;
        }
        transaction.commit().await?;
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            if row.decided_at.is_none() && is_lapsed(&row, now) {
                continue;
            }
            let opened = match self.key(row.account_id).await {
                Ok(key) => open(&key, &row),
                // Whoever is being erased takes it along.
                Err(Failure::Missing) => continue,
                Err(failure) => Err(failure),
            };
            match opened {
                Ok((told, barred_by)) => lines.push(DisclosureLine {
                    account: row.account_id,
                    id: row.id,
                    told,
                    proposed_at: row.proposed_at,
                    own: row.proposed_by == own,
                    decided_at: row.decided_at,
                    told_at: row.told_at,
                    barred_by,
                }),
                Err(failure) => tracing::error!(%failure, "a disclosure cannot be opened"),
            }
        }
        lines.sort_by_key(|line| line.decided_at.is_some());
        Ok(lines)
    }

    /// What was given of the actor, as far as they may know.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn disclosures_of(&self, actor: Actor) -> Result<Vec<DisclosureTold>, Failure> {
        let account = person(actor)?;
        privacy::gate::read("disclosure.content", actor, actor, Purpose::Account)?;
        let rows = table::Entity::find()
            .filter(table::Column::AccountId.eq(account))
            .filter(shown(self.clock.now()))
            .order_by_desc(table::Column::DecidedAt)
            .all(self.data.read())
            .await?;
        let mut told = Vec::with_capacity(rows.len());
        if rows.is_empty() {
            return Ok(told);
        }
        let key = self.key(account).await?;
        for row in rows {
            told.push(open(&key, &row)?.0);
        }
        Ok(told)
    }

    /// Tells those who were not to know until now. Returns how many.
    pub async fn disclosure_notices(&self) -> Result<u64, Failure> {
        let now = self.clock.now();
        let due = || {
            Condition::all()
                .add(table::Column::DecidedAt.is_not_null())
                .add(table::Column::ToldAt.is_null())
                .add(table::Column::BarredUntil.lte(now))
        };
        let rows = table::Entity::find()
            .filter(due())
            .all(self.data.read())
            .await?;
        let mut told = 0;
        for row in rows {
            let transaction = self.data.begin().await?;
            match lock(row.account_id, &transaction).await {
                Ok(_) => {}
                Err(Failure::Missing) => continue,
                Err(failure) => return Err(failure),
            }
            // Another process may have been faster.
            let still = table::Entity::find_by_id((row.account_id, row.id))
                .filter(due())
                .one(&transaction)
                .await?;
            if still.is_none() {
                continue;
            }
            self.tell_disclosed(&transaction, row.account_id, row.id)
                .await?;
            let event = Event {
                actor: None,
                action: Action::Disclosed,
                subject: Some(row.account_id),
            };
            audit::note(&transaction, self, event).await?;
            transaction.commit().await?;
            told += 1;
        }
        Ok(told)
    }
}

/// Proposals that nobody has confirmed in their time.
pub(crate) fn lapsed(now: i64) -> SimpleExpr {
    let old = Expr::col("proposed_at").lt(now - i64::from(PROPOSAL_DAYS) * DAY);
    Expr::col("decided_at").is_null().and(old)
}

/// What its person may know of.
pub(crate) fn shown(now: i64) -> SimpleExpr {
    let free = Expr::col("barred_until")
        .is_null()
        .or(Expr::col("barred_until").lte(now));
    Expr::col("decided_at").is_not_null().and(free)
}

/// What was given of one account was given of the one that it moves to.
pub(crate) async fn bring(
    transaction: &DatabaseTransaction,
    (from, to): (Uuid, Uuid),
    (old, new): (&PersonKey, &PersonKey),
) -> Result<(), Failure> {
    let rows = table::Entity::find()
        .filter(table::Column::AccountId.eq(from))
        .all(transaction)
        .await?;
    for row in rows {
        let id = row.id.into_bytes();
        let plain = old.open(DISCLOSURE_CONTENT, id, &row.content)?;
        let content = new.seal(DISCLOSURE_CONTENT, id, &plain);
        let mut row: table::ActiveModel = row.into();
        row.account_id = Set(to);
        row.content = Set(content);
        table::Entity::insert(row.reset_all())
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}

//! Links that end by themselves: their owners are told two weeks before, and what a
//! link showed goes some weeks after it has ended.

use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait,
};
use uuid::Uuid;

use super::details;
use crate::accounts::lock;
use crate::clock::DAY;
use crate::entity::{document, login, publication};
use crate::failure::Failure;
use crate::letter::Letter;
use crate::standing;
use crate::store::Store;

/// Its owner is told so many days before a link ends.
const LINK_NOTICE_DAYS: i64 = 14;
/// What a link showed goes so many days after it has ended: until then its owner can
/// have it work again as it was.
const ENDED_DAYS: i64 = 30;
/// Links that are seen to at once.
const AT_ONCE: u64 = 500;

impl Store {
    /// Tells the owners of links that end soon, each once, by letter if they have an
    /// address. Returns how many were told.
    pub async fn links_remind(&self) -> Result<u64, Failure> {
        let now = self.clock.now();
        let rows = publication::Entity::find()
            .filter(publication::Column::RevokedAt.is_null())
            .filter(publication::Column::TakenDownAt.is_null())
            .filter(publication::Column::RemindedAt.is_null())
            .filter(publication::Column::ExpiresAt.gt(now))
            .filter(publication::Column::ExpiresAt.lte(now + LINK_NOTICE_DAYS * DAY))
            .limit(AT_ONCE)
            .all(self.data.read())
            .await?;
        let mut told = 0;
        for row in rows {
            match self.remind(&row, now).await {
                Ok(is_told) => told += u64::from(is_told),
                // They are on their way out.
                Err(Failure::Missing) => {}
                Err(failure) => tracing::error!(%failure, "an owner was not told that a link ends"),
            }
        }
        Ok(told)
    }

    async fn remind(&self, row: &publication::Model, now: i64) -> Result<bool, Failure> {
        let (account, Some(at)) = (row.account_id, row.expires_at) else {
            return Ok(false);
        };
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        // Another process may have done it, or its owner have chosen another end.
        let marked = publication::Entity::update_many()
            .col_expr(publication::Column::RemindedAt, Expr::value(Some(now)))
            .filter(publication::Column::AccountId.eq(account))
            .filter(publication::Column::Id.eq(row.id))
            .filter(publication::Column::RemindedAt.is_null())
            .filter(publication::Column::RevokedAt.is_null())
            .filter(publication::Column::TakenDownAt.is_null())
            .filter(publication::Column::ExpiresAt.eq(at))
            .exec(&transaction)
            .await?;
        // A link that is made for less than that is not told of the moment it is made.
        let is_short = at - row.published_at <= LINK_NOTICE_DAYS * DAY;
        let mut told = false;
        if marked.rows_affected > 0
            && !is_short
            && let Some(login) = login::Entity::find_by_id(account).one(&transaction).await?
        {
            let letter = Letter::LinkEnding {
                document: row.document_id.to_string(),
                at,
            };
            self.write_to(&transaction, &login, &key, letter).await?;
            told = login.email.is_some();
        }
        transaction.commit().await?;
        Ok(told)
    }

    /// Deletes what links showed that have ended [`ENDED_DAYS`] ago, and what links of
    /// documents that are gone were called and opened with, and what they hid. Not of
    /// whoever has restricted processing. Returns how many links that were, or would be.
    pub(crate) async fn sweep_links(&self, only_count: bool) -> Result<u64, Failure> {
        let now = self.clock.now();
        let links = publication::Entity::find()
            .filter(over(now))
            .filter(publication::Column::AccountId.not_in_subquery(standing::held(now)));
        if only_count {
            return Ok(links.count(self.data.read()).await?);
        }
        let rows: Vec<(Uuid, Uuid)> = links
            .select_only()
            .columns([publication::Column::AccountId, publication::Column::Id])
            .limit(AT_ONCE)
            .into_tuple()
            .all(self.data.read())
            .await?;
        let mut gone = 0;
        for (account, id) in rows {
            let transaction = self.data.begin().await?;
            let this = publication::Column::AccountId
                .eq(account)
                .and(publication::Column::Id.eq(id));
            // Asked again in the same statements: its owner may have published it since.
            let ended = publication::Entity::update_many()
                .col_expr(publication::Column::Content, Expr::value(None::<Vec<u8>>))
                .col_expr(publication::Column::RevokedAt, Expr::value(Some(now)))
                .filter(this.clone())
                .filter(ended(now))
                .exec(&transaction)
                .await?;
            if ended.rows_affected > 0 {
                details::delete_of_pages(&transaction, account, &[id]).await?;
            }
            let orphaned = publication::Entity::update_many()
                .col_expr(publication::Column::Name, Expr::value(None::<Vec<u8>>))
                .col_expr(publication::Column::Password, Expr::value(None::<Vec<u8>>))
                .col_expr(publication::Column::Hidden, Expr::value(None::<Vec<u8>>))
                .filter(this)
                .filter(orphaned())
                .exec(&transaction)
                .await?;
            gone += u64::from(ended.rows_affected + orphaned.rows_affected > 0);
            transaction.commit().await?;
        }
        Ok(gone)
    }
}

/// What a link holds that nobody can need any more.
fn over(now: i64) -> Condition {
    Condition::any().add(ended(now)).add(orphaned())
}

fn ended(now: i64) -> SimpleExpr {
    let long_ago = publication::Column::ExpiresAt.lt(now - ENDED_DAYS * DAY);
    publication::Column::RevokedAt.is_null().and(long_ago)
}

/// Of a document that is gone for good.
fn orphaned() -> SimpleExpr {
    let documents = document::Entity::find()
        .select_only()
        .column(document::Column::Id)
        .into_query();
    let named = publication::Column::Name
        .is_not_null()
        .or(publication::Column::Password.is_not_null())
        .or(publication::Column::Hidden.is_not_null());
    publication::Column::DocumentId
        .not_in_subquery(documents)
        .and(named)
}

//! The public pages of who asks to be erased.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::entity::publication;
use crate::failure::Failure;
use crate::publications::details;

/// Takes all public pages of an account down. Returns which.
pub(crate) async fn withdraw(
    transaction: &DatabaseTransaction,
    account: Uuid,
    now: i64,
) -> Result<Vec<Uuid>, Failure> {
    let public = publication::Column::AccountId
        .eq(account)
        .and(publication::Column::RevokedAt.is_null());
    let pages: Vec<Uuid> = publication::Entity::find()
        .select_only()
        .column(publication::Column::Id)
        .filter(public.clone())
        .into_tuple()
        .all(transaction)
        .await?;
    publication::Entity::update_many()
        .col_expr(publication::Column::Content, Expr::value(None::<Vec<u8>>))
        .col_expr(publication::Column::RevokedAt, Expr::value(Some(now)))
        .filter(public)
        .exec(transaction)
        .await?;
    details::delete_of_pages(transaction, account, &pages).await?;
    Ok(pages)
}

//! What is kept by consent, whichever table it is in: rows that name a line of the
//! ledger. What pages show by it is `publications/details`, since those change too.

use privacy::ConsentPurpose;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, FromQueryResult,
    PaginatorTrait, QueryFilter,
};
use uuid::Uuid;

use crate::entity::{consent, personal_detail, sign_in_place};
use crate::failure::Failure;

/// The columns by which a table's rows are of somebody, and by which line they are kept.
struct Rows<E: EntityTrait> {
    account: E::Column,
    line: E::Column,
}

const DETAILS: Rows<personal_detail::Entity> = Rows {
    account: personal_detail::Column::AccountId,
    line: personal_detail::Column::ConsentId,
};
const PLACES: Rows<sign_in_place::Entity> = Rows {
    account: sign_in_place::Column::AccountId,
    line: sign_in_place::Column::ConsentId,
};

/// The lines of the ledger of an account, for a purpose.
pub(crate) fn lines_of(account: Uuid, purpose: ConsentPurpose) -> SelectStatement {
    Query::select()
        .column(consent::Column::Id)
        .from(consent::Entity)
        .and_where(consent::Column::AccountId.eq(account))
        .and_where(consent::Column::Purpose.eq(purpose.name()))
        .to_owned()
}

/// How much an account has that is kept by consent to a purpose.
pub(super) async fn held(
    connection: &impl ConnectionTrait,
    account: Uuid,
    purpose: ConsentPurpose,
) -> Result<u64, Failure> {
    let details = DETAILS.held(connection, account, purpose).await?;
    Ok(details + PLACES.held(connection, account, purpose).await?)
}

/// Has it be kept by another line of the ledger: its owner has agreed again.
pub(super) async fn keep_by(
    transaction: &DatabaseTransaction,
    account: Uuid,
    purpose: ConsentPurpose,
    line: Uuid,
) -> Result<(), Failure> {
    DETAILS.keep_by(transaction, account, purpose, line).await?;
    PLACES.keep_by(transaction, account, purpose, line).await
}

/// Deletes all of it. Returns how much that was.
pub(super) async fn delete_all(
    transaction: &DatabaseTransaction,
    account: Uuid,
    purpose: ConsentPurpose,
) -> Result<u64, Failure> {
    let details = DETAILS.delete_all(transaction, account, purpose).await?;
    Ok(details + PLACES.delete_all(transaction, account, purpose).await?)
}

impl<E: EntityTrait> Rows<E>
where
    E::Model: FromQueryResult + Send + Sync,
{
    async fn held(
        &self,
        connection: &impl ConnectionTrait,
        account: Uuid,
        purpose: ConsentPurpose,
    ) -> Result<u64, Failure> {
        Ok(E::find()
            .filter(self.account.eq(account))
            .filter(self.line.in_subquery(lines_of(account, purpose)))
            .count(connection)
            .await?)
    }

    async fn keep_by(
        &self,
        transaction: &DatabaseTransaction,
        account: Uuid,
        purpose: ConsentPurpose,
        line: Uuid,
    ) -> Result<(), Failure> {
        E::update_many()
            .col_expr(self.line, Expr::value(line))
            .filter(self.account.eq(account))
            .filter(self.line.in_subquery(lines_of(account, purpose)))
            .exec(transaction)
            .await?;
        Ok(())
    }

    async fn delete_all(
        &self,
        transaction: &DatabaseTransaction,
        account: Uuid,
        purpose: ConsentPurpose,
    ) -> Result<u64, Failure> {
        let deleted = E::delete_many()
            .filter(self.account.eq(account))
            .filter(self.line.in_subquery(lines_of(account, purpose)))
            .exec(transaction)
            .await?;
        Ok(deleted.rows_affected)
    }
}

//! What is held, before it is deleted where it stands: each row is opened with its
//! person's key and sealed again, whole, with the hold's.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use privacy::Date;
use privacy::erasure::Gone;
use privacy::hold::Ground;
use sea_orm::sea_query::{Asterisk, Condition, Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    PaginatorTrait, QueryFilter,
};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;
use vault::{Opening, PersonKey};
use zeroize::Zeroizing;

use super::{of_account, read};
use crate::backup::tables::{self, Row, Table, Value};
use crate::entity::{held, hold};
use crate::failure::Failure;
use crate::sealed::{HELD_CONTENT, SEALED};
use crate::store::Store;

/// An item that is held, opened.
#[derive(Clone, PartialEq, Eq)]
pub struct HeldItem {
    /// The id that its row had.
    pub row: Uuid,
    /// The row by its columns: what was sealed stands there opened, as text, or as
    /// `{"base64": …}` where it is none.
    pub json: String,
}

/// What is held of an account, for who is to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct HeldLine {
    pub(crate) kind: Gone,
    pub(crate) ground: Ground,
    pub(crate) count: u64,
    /// When it is looked at again.
    pub(crate) review: Date,
}

/// The column of the id of a kind's rows.
fn id_column(kind: Gone) -> &'static str {
    match kind {
        Gone::Login => "account_id",
        _ => "id",
    }
}

/// Rows of a kind: of an account, and one of them alone if that is said.
fn which(kind: Gone, account: Uuid, row: Option<Uuid>) -> Condition {
    let own = Condition::all().add(Expr::col("account_id").eq(account));
    match row {
        Some(row) => own.add(Expr::col(id_column(kind)).eq(row)),
        None => own,
    }
}

/// How many rows of a kind an account has, or whether it has that one.
pub(crate) async fn rows_held(
    connection: &impl ConnectionTrait,
    account: Uuid,
    kind: Gone,
    row: Option<Uuid>,
) -> Result<u64, Failure> {
    let mut select = Query::select();
    select
        .expr(Expr::col(Asterisk).count())
        .from(kind.table())
        .cond_where(which(kind, account, row));
    let found = connection.query_one(&select).await?;
    let count: i64 = found.map_or(Ok(0), |row| row.try_get_by_index(0))?;
    Ok(count.unsigned_abs())
}

/// How many rows a hold has kept that are where they stood no more: their owner has
/// deleted them.
async fn kept(
    connection: &impl ConnectionTrait,
    hold: &hold::Model,
    kind: Gone,
    account: Uuid,
) -> Result<u64, Failure> {
    let there = Query::select()
        .column(id_column(kind))
        .from(kind.table())
        .cond_where(which(kind, account, None))
        .to_owned();
    let gone = held::Entity::find()
        .filter(held::Column::HoldId.eq(hold.id))
        .filter(held::Column::RowId.not_in_subquery(there));
    Ok(gone.count(connection).await?)
}

/// What is held of an account, hold by hold, and how many rows of each kind that
/// is together.
pub(crate) async fn lines(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<(Vec<HeldLine>, Vec<(Gone, u64)>), Failure> {
    let holds = of_account(connection, account).await?;
    let mut lines = Vec::with_capacity(holds.len());
    let mut kinds: Vec<(Gone, Option<Uuid>)> = Vec::new();
    // Of what they must not be told they are told nothing.
    for row in holds.iter().filter(|row| !row.barred) {
        let (kind, ground) = read(row)?;
        let there = rows_held(connection, account, kind, row.row_id).await?;
        let count = there + kept(connection, row, kind, account).await?;
        if count == 0 {
            continue;
        }
        if there > 0 {
            kinds.push((kind, row.row_id));
        }
        let review = Date::of(row.review_at);
        lines.push(HeldLine {
            kind,
            ground,
            count,
            review,
        });
    }
    // Two holds may be of the same row.
    kinds.sort();
    kinds.dedup();
    let mut together: Vec<(Gone, u64)> = Vec::new();
    for kind in Gone::ALL {
        let of_kind = || kinds.iter().filter(|(it, _)| it == kind);
        let all = of_kind().any(|(_, row)| row.is_none());
        let count = match all {
            true => rows_held(connection, account, *kind, None).await?,
            false => of_kind().count() as u64,
        };
        if count > 0 {
            together.push((*kind, count));
        }
    }
    Ok((lines, together))
}

impl Store {
    /// Seals again all that is held of an account that is being erased. May be
    /// done again; where its key is destroyed already, it was done.
    pub(crate) async fn keep_held(&self, account: Uuid) -> Result<(), Failure> {
        if of_account(self.data.write(), account).await?.is_empty() {
            return Ok(());
        }
        let transaction = self.data.begin().await?;
        for kind in Gone::ALL.iter().filter(|kind| kind.can_be_held()) {
            self.keep_rows(&transaction, account, *kind, None).await?;
        }
        Ok(transaction.commit().await?)
    }

    /// Seals again what is held of the rows of one kind, before they are deleted:
    /// of one, or of all.
    pub(crate) async fn keep_rows(
        &self,
        transaction: &DatabaseTransaction,
        account: Uuid,
        kind: Gone,
        row: Option<Uuid>,
    ) -> Result<(), Failure> {
        let holds = of_account(transaction, account).await?;
        let of_kind = holds.into_iter().filter(|hold| hold.kind == kind.table());
        let concerned = of_kind.filter(|hold| match (hold.row_id, row) {
            (Some(held), Some(row)) => held == row,
            _ => true,
        });
        let concerned: Vec<hold::Model> = concerned.collect();
        if concerned.is_empty() {
            return Ok(());
        }
        let key = match self.key(account).await {
            Ok(key) => key,
            Err(failure @ (Failure::Missing | Failure::Sealed(_))) => {
                tracing::info!(%failure, "what is held does not open any more");
                return Ok(());
            }
            Err(failure) => return Err(failure),
        };
        for hold in concerned {
            let only = hold.row_id.or(row);
            self.keep_for(transaction, &hold, &key, (account, kind, only))
                .await?;
        }
        Ok(())
    }

    async fn keep_for(
        &self,
        transaction: &DatabaseTransaction,
        hold: &hold::Model,
        key: &PersonKey,
        (account, kind, row): (Uuid, Gone, Option<Uuid>),
    ) -> Result<(), Failure> {
        let known = tables::data();
        let table = known.iter().find(|table| table.name == kind.table());
        let table = table.ok_or(Failure::Damaged("hold.kind"))?;
        let own = match self.hold_key(hold.id).await {
            Ok(own) => own,
            // A database of keys from before it: nothing can be sealed for it.
            Err(failure @ (Failure::Missing | Failure::Sealed(_))) => {
                tracing::error!(%failure, "a hold has no key, and holds nothing");
                return Ok(());
            }
            Err(failure) => return Err(failure),
        };
        let mut last: Option<Row> = None;
        loop {
            let which = which(kind, account, row);
            let rows = table.read_some(transaction, which, last.as_ref()).await?;
            let Some(next) = rows.last().cloned() else {
                return Ok(());
            };
            for row in rows {
                let Some(id) = id(table, kind, &row) else {
                    continue;
                };
                let plain = match opened(table, &row, key) {
                    Ok(plain) => plain,
                    // What is damaged is held by nobody, and keeps nothing else.
                    Err(Opening) => {
                        tracing::error!("a row that is held does not open, and is lost");
                        continue;
                    }
                };
                let row = held::ActiveModel {
                    hold_id: Set(hold.id),
                    row_id: Set(id),
                    content: Set(own.seal(HELD_CONTENT, id.into_bytes(), &plain)),
                };
                let newest = OnConflict::columns([held::Column::HoldId, held::Column::RowId])
                    .update_column(held::Column::Content)
                    .to_owned();
                held::Entity::insert(row)
                    .on_conflict(newest)
                    .exec_without_returning(transaction)
                    .await?;
            }
            last = Some(next);
        }
    }
}

fn id(table: &Table, kind: Gone, row: &Row) -> Option<Uuid> {
    let place = table.place(id_column(kind))?;
    match row.get(place) {
        Some(Value::Bytes(bytes)) => Uuid::from_slice(bytes).ok(),
        _ => None,
    }
}

/// A row as JSON, with what is sealed in it opened.
fn opened(table: &Table, row: &Row, key: &PersonKey) -> Result<Zeroizing<Vec<u8>>, Opening> {
    let mut object = Map::new();
    for (column, value) in table.columns.iter().zip(row) {
        let sealed = SEALED
            .iter()
            .find(|it| it.column.table == table.name && it.column.name == column.name);
        let json = match (sealed, value) {
            (_, Value::Null) => Json::Null,
            (Some(sealed), Value::Bytes(bytes)) => {
                let place = table.place(sealed.row).ok_or(Opening)?;
                let Some(Value::Bytes(of)) = row.get(place) else {
                    return Err(Opening);
                };
                let of = Uuid::from_slice(of).map_err(|_| Opening)?;
                let plain = key.open(sealed.column, of.into_bytes(), bytes)?;
                text_or_bytes(&plain)
            }
            (None, Value::Bytes(bytes)) if column.is_id() => match Uuid::from_slice(bytes) {
                Ok(id) => Json::from(id.to_string()),
                Err(_) => text_or_bytes(bytes),
            },
            (_, Value::Bytes(bytes)) => json!({ "base64": STANDARD.encode(bytes) }),
            (_, Value::Bool(is)) => Json::from(*is),
            (_, Value::Whole(number)) => Json::from(*number),
            (_, Value::Text(text)) => Json::from(text.clone()),
        };
        object.insert(column.name.clone(), json);
    }
    Ok(Zeroizing::new(
        Json::Object(object).to_string().into_bytes(),
    ))
}

fn text_or_bytes(plain: &[u8]) -> Json {
    match std::str::from_utf8(plain) {
        Ok(text) => Json::from(text),
        Err(_) => json!({ "base64": STANDARD.encode(plain) }),
    }
}

/// An item, opened with its hold's key.
pub(super) fn item(key: &PersonKey, row: &held::Model) -> Result<HeldItem, Failure> {
    let plain = key.open(HELD_CONTENT, row.row_id.into_bytes(), &row.content)?;
    let json = String::from_utf8(plain.to_vec()).map_err(|_| Opening)?;
    Ok(HeldItem {
        row: row.row_id,
        json,
    })
}

//! When a version is kept, and for how long.
//!
//! Each that is kept by itself is, for the time being, the last of its day and of its
//! week, and would stay for a year. When the next one comes it is known whether that
//! is so: if not, it stays for a day, or for a month. So nothing has to be looked
//! through to be thinned, and the sweep deletes by one column.

use std::collections::BTreeMap;

use cv::{Document, Id, Item, format, limits};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;
use vault::PersonKey;
use zeroize::Zeroizing;

use super::{CONTENT, VERSION_DAYS, sealed_name};
use crate::clock::{DAY, MINUTE};
use crate::entity::document;
use crate::entity::document_version::{self, Why};
use crate::failure::Failure;
use crate::holds;
use crate::store::Store;

/// Who goes on writing has a version for every so long.
const EVERY: i64 = 10 * MINUTE;
/// The last of a day, and what was kept for a reason, stays for so many days.
const DAILY: i64 = 30;
/// Much has become otherwise where so many entries have, and a third of all.
const MUCH: usize = 5;
/// Versions of a document, and bytes of all of them unpacked. With more, the oldest of
/// those that do not stay anyway go earlier.
const MOST: usize = 300;
pub(super) const MOST_BYTES: i64 = 16 * 1024 * 1024;
/// How well they are packed: well enough, in a millisecond.
const LEVEL: u8 = 6;

impl Store {
    /// Keeps what a document was before a save, if it is time for that.
    pub(crate) async fn version_before(
        &self,
        transaction: &impl ConnectionTrait,
        key: &PersonKey,
        row: &document::Model,
        (before, after): (&Document, &Document),
    ) -> Result<(), Failure> {
        let made_at: Option<i64> = of(row)
            .select_only()
            .column(document_version::Column::MadeAt)
            .order_by_desc(document_version::Column::Version)
            .into_tuple()
            .one(transaction)
            .await?;
        let since = self.clock.now() - made_at.unwrap_or(row.created_at);
        let why = match (is_much(before, after), since >= EVERY) {
            (true, _) => Why::Much,
            (false, true) => Why::Time,
            (false, false) => return Ok(()),
        };
        self.version_keep(transaction, key, row, before, why, "")
            .await
    }

    /// Keeps what a document is, which its row holds. One that is kept by itself never
    /// equals the one before.
    pub(super) async fn version_keep(
        &self,
        transaction: &impl ConnectionTrait,
        key: &PersonKey,
        row: &document::Model,
        document: &Document,
        why: Why,
        name: &str,
    ) -> Result<(), Failure> {
        let plain = plain(document);
        let now = self.clock.now();
        if why != Why::Asked {
            let last = of(row)
                .order_by_desc(document_version::Column::Version)
                .one(transaction)
                .await?;
            let same = |last: &document_version::Model| {
                // One that does not open equals nothing, and keeps nobody from saving.
                last.version == row.version || unpacked(key, last).is_ok_and(|last| last == plain)
            };
            if last.as_ref().is_some_and(same) {
                return Ok(());
            }
            thin(transaction, row).await?;
        }
        let id = Uuid::now_v7();
        let packed = Zeroizing::new(compress_to_vec(&plain, LEVEL));
        let photo = document.photo.map(|photo| Uuid::from_u128(photo.file.0));
        let version = document_version::ActiveModel {
            account_id: Set(row.account_id),
            id: Set(id),
            document_id: Set(row.id),
            version: Set(row.version),
            why: Set(why),
            changed_at: Set(row.changed_at),
            made_at: Set(now),
            expires_at: Set((why != Why::Asked).then_some(now + VERSION_DAYS * DAY)),
            name: Set(sealed_name(key, id, name)),
            content: Set(key.seal(CONTENT, id.into_bytes(), &packed)),
            bytes: Set(i32::try_from(plain.len()).unwrap_or(i32::MAX)),
            photo_id: Set(photo),
        };
        document_version::Entity::insert(version)
            .exec_without_returning(transaction)
            .await?;
        trim(transaction, row).await
    }
}

/// The versions of a document.
fn of(row: &document::Model) -> sea_orm::Select<document_version::Entity> {
    document_version::Entity::find()
        .filter(document_version::Column::AccountId.eq(row.account_id))
        .filter(document_version::Column::DocumentId.eq(row.id))
}

/// What is packed and sealed: the document without personal details.
fn plain(document: &Document) -> Zeroizing<Vec<u8>> {
    let mut document = document.clone();
    document.personal = None;
    Zeroizing::new(format::save(&document).into_bytes())
}

pub(super) fn unpacked(
    key: &PersonKey,
    row: &document_version::Model,
) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let packed = key.open(CONTENT, row.id.into_bytes(), &row.content)?;
    decompress_to_vec_with_limit(&packed, 2 * limits::DOCUMENT_BYTES)
        .map(Zeroizing::new)
        .map_err(|_| Failure::Damaged("document_version.content"))
}

/// Whether so much has become otherwise that its owner may want it back.
fn is_much(before: &Document, after: &Document) -> bool {
    let now: BTreeMap<Id, &Item> = after.items().map(|item| (item.id, item)).collect();
    let all = before.items().count();
    // What a link has seen of its source is no work of anybody's.
    let same = |one: &Item, two: &Item| {
        one.hidden == two.hidden && one.paging == two.paging && one.fields == two.fields
    };
    let other = before
        .items()
        .filter(|item| !now.get(&item.id).is_some_and(|now| same(now, item)));
    let other = other.count();
    other >= MUCH && other * 3 >= all
}

/// The one before the one that comes now has not been the last of its day, or of its
/// week.
async fn thin(transaction: &impl ConnectionTrait, row: &document::Model) -> Result<(), Failure> {
    let before = of(row)
        .filter(document_version::Column::ExpiresAt.is_not_null())
        .order_by_desc(document_version::Column::Version)
        .one(transaction)
        .await?;
    let Some(before) = before else {
        return Ok(());
    };
    let Some(days) = days(before.why, before.changed_at, row.changed_at) else {
        return Ok(());
    };
    let goes = before.made_at + days * DAY;
    if before.expires_at.is_some_and(|at| at > goes) {
        let changed = document_version::ActiveModel {
            account_id: Set(before.account_id),
            id: Set(before.id),
            expires_at: Set(Some(goes)),
            ..Default::default()
        };
        changed.update(transaction).await?;
    }
    Ok(())
}

/// For how many days a version stays that is followed by another, by the moments of
/// what they hold. None: as long as it was to.
fn days(why: Why, at: i64, next: i64) -> Option<i64> {
    let day = |at: i64| at.div_euclid(DAY);
    // The first day of 1970 was a Thursday; a week begins with Monday (ISO 8601).
    let week = |at: i64| (day(at) + 3).div_euclid(7);
    match (day(at) == day(next), week(at) == week(next)) {
        (true, _) if why == Why::Time => Some(1),
        (_, true) => Some(DAILY),
        (_, false) => None,
    }
}

/// Deletes the oldest of too many.
async fn trim(transaction: &impl ConnectionTrait, row: &document::Model) -> Result<(), Failure> {
    let rows: Vec<(Uuid, i32, Option<i64>)> = of(row)
        .select_only()
        .columns([
            document_version::Column::Id,
            document_version::Column::Bytes,
            document_version::Column::ExpiresAt,
        ])
        .order_by_desc(document_version::Column::Version)
        .into_tuple()
        .all(transaction)
        .await?;
    let mut bytes = 0;
    let mut gone = Vec::new();
    for (number, (id, size, expires_at)) in rows.into_iter().enumerate() {
        bytes += i64::from(size);
        let much = number >= MOST || bytes > MOST_BYTES;
        // The newest stays: it is what its owner would go back to.
        if much && number > 0 && expires_at.is_some() {
            gone.push(id);
        }
    }
    if !gone.is_empty() {
        document_version::Entity::delete_many()
            .filter(document_version::Column::AccountId.eq(row.account_id))
            .filter(document_version::Column::Id.is_in(gone))
            .exec(transaction)
            .await?;
    }
    Ok(())
}

/// The rows of a document's versions, the oldest first.
pub(crate) async fn of_document(
    connection: &impl ConnectionTrait,
    row: &document::Model,
) -> Result<Vec<document_version::Model>, Failure> {
    let rows = of(row).order_by_asc(document_version::Column::Version);
    Ok(rows.all(connection).await?)
}

/// The photos that versions of an account name. Of a document that has been in the bin
/// since before `binned` and is not held, and of what has had its time before `past`,
/// none: those go first.
pub(crate) fn photos(account: Uuid, binned: i64, past: i64) -> SelectStatement {
    let leaving = Query::select()
        .column(document::Column::Id)
        .from(document::Entity)
        .and_where(document::Column::AccountId.eq(account))
        .and_where(document::Column::BinnedAt.lt(binned))
        .and_where(holds::not_held("document"))
        .to_owned();
    let expires = Expr::col(document_version::Column::ExpiresAt);
    Query::select()
        .column(document_version::Column::PhotoId)
        .from(document_version::Entity)
        .and_where(document_version::Column::AccountId.eq(account))
        .and_where(document_version::Column::PhotoId.is_not_null())
        .and_where(expires.clone().is_null().or(expires.gte(past)))
        .and_where(document_version::Column::DocumentId.not_in_subquery(leaving))
        .to_owned()
}

/// Takes versions along to the account that their documents have moved to. One that
/// does not open stays behind, and goes with the account that is left.
pub(crate) async fn bring(
    transaction: &impl ConnectionTrait,
    (from, to): (Uuid, Uuid),
    (old, new): (&PersonKey, &PersonKey),
) -> Result<(), Failure> {
    let ids: Vec<Uuid> = document_version::Entity::find()
        .select_only()
        .column(document_version::Column::Id)
        .filter(document_version::Column::AccountId.eq(from))
        .into_tuple()
        .all(transaction)
        .await?;
    for id in ids {
        let row = document_version::Entity::find_by_id((from, id))
            .one(transaction)
            .await?;
        let Some(row) = row else { continue };
        let again = |column, sealed: &[u8]| {
            let plain = old.open(column, id.into_bytes(), sealed)?;
            Ok::<_, Failure>(new.seal(column, id.into_bytes(), &plain))
        };
        let name = row.name.as_deref().map(|name| again(super::NAME, name));
        let (content, name) = match (again(CONTENT, &row.content), name.transpose()) {
            (Ok(content), Ok(name)) => (content, name),
            (Err(failure), _) | (_, Err(failure)) => {
                tracing::error!(%failure, "a version does not open, and is not moved");
                continue;
            }
        };
        let mut row: document_version::ActiveModel = row.into();
        row.account_id = Set(to);
        row.content = Set(content);
        row.name = Set(name);
        document_version::Entity::insert(row.reset_all())
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Monday, 5 January 1970, at noon.
    const MONDAY: i64 = 4 * DAY + DAY / 2;

    #[test]
    fn the_last_of_a_day_stays_a_month_and_the_last_of_a_week_a_year() {
        let hour = DAY / 24;
        for (why, next, expected) in [
            (Why::Time, MONDAY + hour, Some(1)),
            (Why::Much, MONDAY + hour, Some(DAILY)),
            (Why::Restore, MONDAY + hour, Some(DAILY)),
            (Why::Time, MONDAY + DAY, Some(DAILY)),
            (Why::Time, MONDAY + 6 * DAY, Some(DAILY)),
            (Why::Time, MONDAY + 7 * DAY, None),
            (Why::Time, MONDAY + 13 * DAY, None),
        ] {
            assert_eq!(days(why, MONDAY, next), expected, "{why:?} {next}");
        }
        // The Sunday before is of another week.
        assert_eq!(days(Why::Time, MONDAY - DAY, MONDAY), None);
    }
}

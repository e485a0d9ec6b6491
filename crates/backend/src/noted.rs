//! What a database says of itself, in its table `setting`: the keys, which root
//! key they are wrapped under; the data, where the audit log ends and how far
//! the erasure ledger is known; both, that they belong together.

use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, sea_query::OnConflict};
use uuid::Uuid;

use crate::database::Database;
use crate::entity::setting;

/// The setting that says which root key the keys are wrapped under.
pub(crate) const ROOT: &str = "root";
/// The setting that says which data and which keys belong together.
pub(crate) const PAIR: &str = "pair";

/// Whether data and keys were made for each other: both know the same random
/// number, which is noted in both at the first start.
pub(crate) async fn pair(data: &Database, keys: &Database) -> Result<bool, DbErr> {
    // A first start may have been cut off between the two.
    let number = match setting(data, PAIR).await? {
        Some(number) => number,
        None => Uuid::new_v4().as_bytes().to_vec(),
    };
    let theirs = noted(keys, PAIR, number).await?;
    Ok(noted(data, PAIR, theirs.clone()).await? == theirs)
}

pub(crate) async fn setting(database: &Database, name: &str) -> Result<Option<Vec<u8>>, DbErr> {
    let row = setting::Entity::find_by_id(name)
        .one(database.write())
        .await?;
    Ok(row.map(|row| row.value))
}

/// Notes a setting where there is none, and returns what stands there now: of
/// several processes that start at the same time one is first.
pub(crate) async fn noted(
    database: &Database,
    name: &str,
    value: Vec<u8>,
) -> Result<Vec<u8>, DbErr> {
    if let Some(known) = setting(database, name).await? {
        return Ok(known);
    }
    let row = setting::ActiveModel {
        name: Set(name.to_owned()),
        value: Set(value.clone()),
    };
    setting::Entity::insert(row)
        .on_conflict(
            OnConflict::column(setting::Column::Name)
                .do_nothing()
                .to_owned(),
        )
        .try_insert()
        .exec_without_returning(database.write())
        .await?;
    Ok(setting(database, name).await?.unwrap_or(value))
}

/// Notes a setting, whatever it was.
pub(crate) async fn put_setting(
    connection: &impl ConnectionTrait,
    name: &str,
    value: Vec<u8>,
) -> Result<(), DbErr> {
    let row = setting::ActiveModel {
        name: Set(name.to_owned()),
        value: Set(value),
    };
    setting::Entity::insert(row)
        .on_conflict(
            OnConflict::column(setting::Column::Name)
                .update_column(setting::Column::Value)
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

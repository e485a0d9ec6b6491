//! The photos, as they are stored.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::archive::Entry;
use super::making::Making;
use crate::entity::photo;
use crate::failure::Failure;
use crate::photos::CONTENT;

pub(super) async fn ids(making: &Making<'_>) -> Result<Vec<Uuid>, Failure> {
    Ok(photo::Entity::find()
        .select_only()
        .column(photo::Column::Id)
        .filter(photo::Column::AccountId.eq(making.account()))
        .into_tuple()
        .all(making.store.data.read())
        .await?)
}

pub(super) async fn write(making: &mut Making<'_>) -> Result<(), Failure> {
    for id in ids(making).await? {
        let row = photo::Entity::find_by_id((making.account(), id))
            .one(making.store.data.read())
            .await?;
        if let Some(row) = row {
            let jpeg = making.key.open(CONTENT, id.into_bytes(), &row.content)?;
            let name = format!("photos/{id}.jpg");
            let mut entry = Entry::stored(name.clone());
            entry.write(&jpeg);
            making.add(entry)?;
            making.stands("photo.content", id, name);
            making.flush().await?;
        }
        making.step().await?;
    }
    Ok(())
}

//! The public pages: what strangers see, in our own form, and what is hidden
//! from them.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::archive::Entry;
use super::making::Making;
use crate::entity::publication;
use crate::failure::Failure;
use crate::publications::CONTENT;

pub(super) async fn ids(making: &Making<'_>) -> Result<Vec<Uuid>, Failure> {
    Ok(publication::Entity::find()
        .select_only()
        .column(publication::Column::Id)
        .filter(publication::Column::AccountId.eq(making.account()))
        .order_by_asc(publication::Column::Id)
        .into_tuple()
        .all(making.store.data.read())
        .await?)
}

pub(super) async fn write(making: &mut Making<'_>) -> Result<(), Failure> {
    for (number, id) in ids(making).await?.into_iter().enumerate() {
        let row = publication::Entity::find_by_id((making.account(), id))
            .one(making.store.data.read())
            .await?;
        // Of one that was withdrawn only its row is left.
        if let Some(content) = row.and_then(|row| row.content) {
            let json = making.key.open(CONTENT, id.into_bytes(), &content)?;
            let name = format!("published/{:02}.json", number + 1);
            let mut entry = Entry::packed(name.clone());
            entry.write(&json);
            making.add(entry)?;
            making.stands("publication.content", id, name);
            making.flush().await?;
        }
        making.step().await?;
    }
    Ok(())
}

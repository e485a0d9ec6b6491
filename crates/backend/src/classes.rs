//! Of which class somebody is, by what they have done.

use privacy::{Class, Role};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::account::State;
use crate::entity::{account, document, login, owner_link};
use crate::failure::Failure;
use crate::sessions;
use crate::store::Store;

impl Store {
    /// The class of who has an account. None if there is none, or it is going.
    pub async fn class_of(&self, account: Uuid) -> Result<Option<Class>, Failure> {
        let data = self.data.read();
        let row = account::Entity::find_by_id(account).one(data).await?;
        if row.is_none_or(|row| row.state == State::Erasing) {
            return Ok(None);
        }
        if sessions::role(data, account).await? != Role::Member {
            return Ok(Some(Class::Staff));
        }
        let signs_in = login::Entity::find_by_id(account).count(data).await? > 0;
        let link = owner_link::Column::AccountId.eq(account);
        let opens = owner_link::Entity::find().filter(link).count(data).await? > 0;
        let saved = document::Column::AccountId.eq(account);
        let wrote = document::Entity::find().filter(saved).count(data).await? > 0;
        Ok(Some(match (signs_in, opens || wrote) {
            (true, _) => Class::Member,
            (false, true) => Class::Saver,
            // As the sweep tells who did not finish (`Rule::Leads`).
            (false, false) => Class::Lead,
        }))
    }
}

//! Where an account's owner says that they live, so that they are told which law
//! they have beside the GDPR. They may say nothing, and take it back.

use privacy::regime::Residence;
use privacy::{Actor, Purpose};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait};
use uuid::Uuid;
use vault::{Column, PersonKey};

use crate::accounts::{lock, person};
use crate::entity::residence;
use crate::failure::Failure;
use crate::sealed::RESIDENCE_PLACE;
use crate::store::Store;

const PLACE: Column = RESIDENCE_PLACE;

impl Store {
    /// Where the actor says that they live, and since when they say so.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn residence(&self, actor: Actor) -> Result<Option<(Residence, i64)>, Failure> {
        let account = person(actor)?;
        privacy::gate::read("residence.place", actor, actor, Purpose::Rights)?;
        let row = residence::Entity::find_by_id(account)
            .one(self.data.read())
            .await?;
        let Some(row) = row else {
            return Ok(None);
        };
        let place = open(&self.key(account).await?, &row)?;
        // A place that this version does not know is as good as none.
        Ok(Residence::from_code(&place).map(|place| (place, row.stated_at)))
    }

    /// Notes where the actor says that they live; None deletes it.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn residence_state(
        &self,
        actor: Actor,
        place: Option<Residence>,
    ) -> Result<(), Failure> {
        let account = person(actor)?;
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        match place {
            Some(place) => {
                let at = self.clock.now();
                write(&transaction, &key, account, &place.to_string(), at).await?;
            }
            None => {
                residence::Entity::delete_by_id(account)
                    .exec(&transaction)
                    .await?;
            }
        }
        Ok(transaction.commit().await?)
    }
}

fn open(key: &PersonKey, row: &residence::Model) -> Result<String, Failure> {
    let plain = key.open(PLACE, row.account_id.into_bytes(), &row.place)?;
    String::from_utf8(plain.to_vec()).map_err(|_| Failure::Damaged("residence.place"))
}

async fn write(
    transaction: &DatabaseTransaction,
    key: &PersonKey,
    account: Uuid,
    place: &str,
    at: i64,
) -> Result<(), Failure> {
    let row = residence::ActiveModel {
        account_id: Set(account),
        place: Set(key.seal(PLACE, account.into_bytes(), place.as_bytes())),
        stated_at: Set(at),
    };
    let replace = OnConflict::column(residence::Column::AccountId)
        .update_columns([residence::Column::Place, residence::Column::StatedAt])
        .to_owned();
    residence::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

/// Brings it to an account that has none, which another moves to.
pub(crate) async fn bring(
    transaction: &DatabaseTransaction,
    (from, to): (Uuid, Uuid),
    (old, new): (&PersonKey, &PersonKey),
) -> Result<(), Failure> {
    let there = residence::Entity::find_by_id(to).one(transaction).await?;
    let row = residence::Entity::find_by_id(from).one(transaction).await?;
    if let (Some(row), None) = (row, there) {
        write(transaction, new, to, &open(old, &row)?, row.stated_at).await?;
    }
    Ok(())
}

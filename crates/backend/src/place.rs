//! Where an attempt to sign in came from: country and town, kept beside the attempt
//! if the account's owner agrees to it. Before that is known nothing is looked up, and
//! the network address itself is never written down.
//!
//! What knows places is given to the store ([`Places`]); without it there are none.

use std::collections::BTreeMap;
use std::net::IpAddr;

use privacy::ConsentPurpose;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{Column, PersonKey};

use crate::accounts::lock;
use crate::consent::{self, ConsentToken};
use crate::entity::sign_in_place;
use crate::failure::Failure;
use crate::sealed::SIGN_IN_PLACE;
use crate::sessions::Agent;
use crate::store::Store;

const PLACE: Column = SIGN_IN_PLACE;
const PURPOSE: ConsentPurpose = ConsentPurpose::SignInPlace;

/// A place, no more exact than a town.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The country by its two letters (ISO 3166-1).
    pub country: String,
    pub town: Option<String>,
}

/// Knows where networks are, without asking anybody.
pub trait Places: Send + Sync {
    /// None if it does not know.
    fn place(&self, address: IpAddr) -> Option<Place>;
}

impl Store {
    /// Whether places can be looked up here at all.
    pub fn knows_places(&self) -> bool {
        self.places.is_some()
    }
}

/// Notes where an attempt came from that was noted just now, if its owner agrees.
pub(crate) async fn note(
    store: &Store,
    transaction: &DatabaseTransaction,
    (account, key): (Uuid, &PersonKey),
    attempt: Uuid,
    agent: &Agent,
) -> Result<(), Failure> {
    let (Some(places), Some(address)) = (&store.places, agent.address) else {
        return Ok(());
    };
    let now = store.clock.now();
    if !consent::is_agreed(transaction, account, PURPOSE, now).await? {
        return Ok(());
    }
    // Nobody withdraws between the reading and the writing.
    lock(account, transaction).await?;
    let token = match consent::token(transaction, account, PURPOSE, now).await {
        Ok(token) => token,
        Err(Failure::Denied(_)) => return Ok(()),
        Err(failure) => return Err(failure),
    };
    let Some(place) = places.place(address) else {
        return Ok(());
    };
    write(&token, key, attempt, &place).await
}

/// Writes the place of an attempt.
pub(crate) async fn write(
    token: &ConsentToken<'_>,
    key: &PersonKey,
    attempt: Uuid,
    place: &Place,
) -> Result<(), Failure> {
    let plain = serde_json::to_vec(place).map_err(|error| Failure::Refused(error.to_string()))?;
    let row = sign_in_place::ActiveModel {
        account_id: Set(token.account()),
        id: Set(attempt),
        place: Set(key.seal(PLACE, attempt.into_bytes(), &plain)),
        consent_id: Set(token.consent()),
    };
    sign_in_place::Entity::insert(row)
        .exec_without_returning(token.transaction())
        .await?;
    Ok(())
}

/// The places of an account's attempts, by the attempt.
pub(crate) async fn of(
    connection: &impl ConnectionTrait,
    account: Uuid,
    key: &PersonKey,
) -> Result<BTreeMap<Uuid, Place>, Failure> {
    let rows = sign_in_place::Entity::find()
        .filter(sign_in_place::Column::AccountId.eq(account))
        .all(connection)
        .await?;
    let mut places = BTreeMap::new();
    for row in rows {
        let plain = key.open(PLACE, row.id.into_bytes(), &row.place)?;
        let place = serde_json::from_slice(&plain);
        places.insert(
            row.id,
            place.map_err(|_| Failure::Damaged("sign_in_place.place"))?,
        );
    }
    Ok(places)
}

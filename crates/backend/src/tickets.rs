//! Tickets: something is begun, and whoever has the secret finishes it. The
//! secret travels in a letter or in a form and is kept as a hash; what the
//! finishing needs is sealed with the person's key. A ticket is good once.

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;
use vault::{Column, PersonKey, Secret};
use zeroize::Zeroizing;

use crate::clock::DAY;
use crate::entity::ticket::{self, Kind};
use crate::failure::Failure;
use crate::letter::{EMAIL_DAYS, RESET_DAYS, SIGN_UP_DAYS};
use crate::sealed::TICKET_PAYLOAD;
use crate::store::Store;

pub(crate) const PAYLOAD: Column = TICKET_PAYLOAD;

/// A ticket that was found by its secret.
pub(crate) struct Found<T> {
    pub(crate) account: Uuid,
    pub(crate) id: Uuid,
    pub(crate) key: PersonKey,
    pub(crate) payload: T,
}

/// How long a ticket of a kind is good, in milliseconds.
fn life(kind: Kind) -> i64 {
    match kind {
        Kind::SignUp => SIGN_UP_DAYS * DAY,
        Kind::Reset => RESET_DAYS * DAY,
        Kind::Email => EMAIL_DAYS * DAY,
        Kind::SecondFactor | Kind::Totp | Kind::PasskeyNew => DAY / 24 / 6,
    }
}

/// Issues a ticket in the transaction that begins what it finishes. Earlier
/// ones of the same kind are void: the last letter is the one that counts.
pub(crate) async fn issue<T: Serialize>(
    connection: &impl ConnectionTrait,
    store: &Store,
    key: &PersonKey,
    account: Uuid,
    kind: Kind,
    payload: &T,
) -> Result<Secret, Failure> {
    void(connection, account, kind).await?;
    let secret = Secret::generate();
    let id = Uuid::now_v7();
    let now = store.clock.now();
    let plain = serde_json::to_vec(payload)
        .map(Zeroizing::new)
        .map_err(|error| Failure::Refused(error.to_string()))?;
    let row = ticket::ActiveModel {
        account_id: Set(account),
        id: Set(id),
        kind: Set(kind),
        secret_hash: Set(secret.digest().to_vec()),
        payload: Set(key.seal(PAYLOAD, id.into_bytes(), &plain)),
        created_at: Set(now),
        expires_at: Set(now + life(kind)),
    };
    ticket::Entity::insert(row)
        .exec_without_returning(connection)
        .await?;
    Ok(secret)
}

/// The ticket of a secret, if it is still good.
pub(crate) async fn find<T: DeserializeOwned>(
    store: &Store,
    kind: Kind,
    secret: &Secret,
) -> Result<Option<Found<T>>, Failure> {
    let row = ticket::Entity::find()
        .filter(ticket::Column::SecretHash.eq(secret.digest().to_vec()))
        .filter(ticket::Column::Kind.eq(kind))
        .filter(ticket::Column::ExpiresAt.gt(store.clock.now()))
        .one(store.data.read())
        .await?;
    let Some(row) = row else { return Ok(None) };
    let key = match store.key(row.account_id).await {
        Ok(key) => key,
        // Its account is being erased.
        Err(Failure::Missing) => return Ok(None),
        Err(failure) => return Err(failure),
    };
    let plain = key.open(PAYLOAD, row.id.into_bytes(), &row.payload)?;
    let payload = serde_json::from_slice(&plain).map_err(|_| Failure::Damaged("ticket.payload"))?;
    Ok(Some(Found {
        account: row.account_id,
        id: row.id,
        key,
        payload,
    }))
}

/// Takes a ticket. False if somebody was faster.
pub(crate) async fn spend<T>(
    connection: &impl ConnectionTrait,
    found: &Found<T>,
) -> Result<bool, Failure> {
    let spent = ticket::Entity::delete_by_id((found.account, found.id))
        .exec(connection)
        .await?;
    Ok(spent.rows_affected == 1)
}

/// Voids an account's tickets of a kind.
pub(crate) async fn void(
    connection: &impl ConnectionTrait,
    account: Uuid,
    kind: Kind,
) -> Result<(), Failure> {
    ticket::Entity::delete_many()
        .filter(ticket::Column::AccountId.eq(account))
        .filter(ticket::Column::Kind.eq(kind))
        .exec(connection)
        .await?;
    Ok(())
}

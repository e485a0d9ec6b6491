//! Links that change their account with their documents.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    EntityTrait, QueryFilter,
};
use uuid::Uuid;
use vault::{Column, PersonKey};

use super::{CONTENT, FORMER_SLUG, HIDDEN, NAME, PASSWORD, SLUG};
use crate::entity::{publication, publication_slug};
use crate::failure::Failure;

/// The links of an account, with the addresses that they had.
pub(crate) struct Leaving {
    links: Vec<publication::Model>,
    addresses: Vec<publication_slug::Model>,
}

/// Takes all links out of an account: an address is one row's at a time.
pub(crate) async fn leaving(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Leaving, Failure> {
    let links = publication::Entity::find()
        .filter(publication::Column::AccountId.eq(account))
        .all(connection)
        .await?;
    let addresses = publication_slug::Entity::find()
        .filter(publication_slug::Column::AccountId.eq(account))
        .all(connection)
        .await?;
    // What they had goes with them.
    publication::Entity::delete_many()
        .filter(publication::Column::AccountId.eq(account))
        .exec(connection)
        .await?;
    Ok(Leaving { links, addresses })
}

/// Brings them to another.
pub(crate) async fn bring(
    transaction: &DatabaseTransaction,
    leaving: Leaving,
    to: Uuid,
    old: &PersonKey,
    new: &PersonKey,
) -> Result<(), Failure> {
    let again = |column: Column, row: Uuid, sealed: &[u8]| {
        let plain = old.open(column, row.into_bytes(), sealed)?;
        Ok::<_, Failure>(new.seal(column, row.into_bytes(), &plain))
    };
    for link in leaving.links {
        let id = link.id;
        let maybe = |column: Column, sealed: &Option<Vec<u8>>| {
            let sealed = sealed.as_deref();
            sealed.map(|sealed| again(column, id, sealed)).transpose()
        };
        let mut row: publication::ActiveModel = link.clone().into();
        row.account_id = Set(to);
        row.slug = Set(again(SLUG, id, &link.slug)?);
        row.content = Set(maybe(CONTENT, &link.content)?);
        row.hidden = Set(maybe(HIDDEN, &link.hidden)?);
        row.name = Set(maybe(NAME, &link.name)?);
        row.password = Set(maybe(PASSWORD, &link.password)?);
        // Another version, so that nothing that is remembered of it is shown.
        row.version = Set(link.version + 1);
        publication::Entity::insert(row.reset_all())
            .exec_without_returning(transaction)
            .await?;
    }
    for address in leaving.addresses {
        let slug = again(FORMER_SLUG, address.id, &address.slug)?;
        let mut row: publication_slug::ActiveModel = address.into();
        row.account_id = Set(to);
        row.slug = Set(slug);
        publication_slug::Entity::insert(row.reset_all())
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}

//! The addresses that a link has had. They lead to the one that it has, for as long
//! as there is the link, and are nobody else's meanwhile.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder,
};
use uuid::Uuid;
use vault::{Index, PersonKey};

use super::{FORMER_ADDRESSES, FORMER_SLUG, Found, SLUG, Slug, is_over};
use crate::entity::{publication, publication_slug};
use crate::failure::Failure;
use crate::standing;
use crate::store::Store;

/// Whose an address is.
pub(super) enum Claim {
    Free,
    /// This link's, which had it before.
    Former,
    /// The document's, in a link of its own.
    Own(Box<publication::Model>),
    Taken,
}

impl Store {
    /// Where the page is that had an address before.
    pub(super) async fn address_moved(&self, index: Vec<u8>) -> Result<Found, Failure> {
        let former = publication_slug::Entity::find()
            .filter(publication_slug::Column::SlugIndex.eq(index))
            .one(self.data.read())
            .await?;
        let Some(former) = former else {
            return Ok(Found::Never);
        };
        let account = former.account_id;
        let row = publication::Entity::find_by_id((account, former.publication_id))
            .one(self.data.read())
            .await?;
        let Some(row) = row else {
            return Ok(Found::Never);
        };
        if is_over(
            row.revoked_at.or(row.taken_down_at),
            row.expires_at,
            self.clock.now(),
        ) {
            return Ok(Found::Gone);
        }
        let standing = standing::standing(self.data.read(), account).await?;
        if standing.restricted {
            return Ok(Found::Hidden);
        }
        match self.key(account).await {
            Ok(key) => Ok(Found::Moved(slug(&key, &row)?)),
            // Its owner is being erased.
            Err(Failure::Missing) => Ok(Found::Never),
            Err(failure) => Err(failure),
        }
    }

    /// Whose an address is, for a link of a document that wants it. First among those
    /// that links have, then among those that they had: so nobody gets one that another
    /// gives up at this moment.
    pub(super) async fn claim(
        &self,
        connection: &impl ConnectionTrait,
        (account, document): (Uuid, Uuid),
        link: Option<Uuid>,
        slug: &Slug,
    ) -> Result<Claim, Failure> {
        let index = self.vault.index(Index::Slug, slug.as_str()).to_vec();
        let present = publication::Entity::find()
            .filter(publication::Column::SlugIndex.eq(index.clone()))
            .one(connection)
            .await?;
        if let Some(row) = present {
            let own = row.account_id == account && row.document_id == document;
            let this = link.is_none_or(|link| link == row.id);
            return Ok(match own && this {
                true => Claim::Own(Box::new(row)),
                false => Claim::Taken,
            });
        }
        let former = publication_slug::Entity::find()
            .filter(publication_slug::Column::SlugIndex.eq(index))
            .one(connection)
            .await?;
        Ok(match former {
            None => Claim::Free,
            Some(row) if row.account_id == account && Some(row.publication_id) == link => {
                Claim::Former
            }
            Some(_) => Claim::Taken,
        })
    }

    /// Gives a link's row another address, and keeps the one that it has for it.
    /// `Ok(false)`: it has had too many.
    pub(super) async fn readdress(
        &self,
        connection: &impl ConnectionTrait,
        key: &PersonKey,
        before: &publication::Model,
        row: &mut publication::ActiveModel,
        slug: &Slug,
    ) -> Result<bool, Failure> {
        let (account, link) = (before.account_id, before.id);
        let index = self.vault.index(Index::Slug, slug.as_str()).to_vec();
        if before.slug_index == index {
            return Ok(true);
        }
        // One that it had before is its present one again.
        publication_slug::Entity::delete_many()
            .filter(publication_slug::Column::AccountId.eq(account))
            .filter(publication_slug::Column::SlugIndex.eq(index.clone()))
            .exec(connection)
            .await?;
        let had = publication_slug::Entity::find()
            .filter(publication_slug::Column::AccountId.eq(account))
            .filter(publication_slug::Column::PublicationId.eq(link))
            .count(connection)
            .await?;
        if had >= FORMER_ADDRESSES {
            return Ok(false);
        }
        let id = Uuid::now_v7();
        let old = key.open(SLUG, link.into_bytes(), &before.slug)?;
        let former = publication_slug::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            publication_id: Set(link),
            slug_index: Set(before.slug_index.clone()),
            slug: Set(key.seal(FORMER_SLUG, id.into_bytes(), &old)),
            replaced_at: Set(self.clock.now()),
        };
        publication_slug::Entity::insert(former)
            .exec_without_returning(connection)
            .await?;
        row.slug_index = Set(index);
        row.slug = Set(key.seal(SLUG, link.into_bytes(), slug.as_str().as_bytes()));
        Ok(true)
    }
}

/// The address that a link has.
pub(super) fn slug(key: &PersonKey, row: &publication::Model) -> Result<Slug, Failure> {
    let plain = key.open(SLUG, row.id.into_bytes(), &row.slug)?;
    let text = std::str::from_utf8(&plain).map_err(|_| vault::Opening)?;
    Slug::parse(text).ok_or(Failure::Damaged("publication.slug"))
}

/// Those that it had before, the last one first.
pub(super) async fn former(
    connection: &impl ConnectionTrait,
    key: &PersonKey,
    account: Uuid,
    link: Uuid,
) -> Result<Vec<String>, Failure> {
    let rows = publication_slug::Entity::find()
        .filter(publication_slug::Column::AccountId.eq(account))
        .filter(publication_slug::Column::PublicationId.eq(link))
        .order_by_desc(publication_slug::Column::ReplacedAt)
        .all(connection)
        .await?;
    rows.into_iter()
        .map(|row| {
            let plain = key.open(FORMER_SLUG, row.id.into_bytes(), &row.slug)?;
            Ok(String::from_utf8(plain.to_vec()).map_err(|_| vault::Opening)?)
        })
        .collect()
}

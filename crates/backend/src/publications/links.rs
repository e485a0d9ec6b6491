//! A document's links, as their owner sees them, and what they do with them beside
//! publishing.

use cv::Redaction;
use privacy::{Actor, Purpose};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;
use vault::PersonKey;

use super::addresses::{self, Claim};
use super::content::{unseal, unseal_hidden};
use super::publish::{Publishing, write};
use super::terms::{self, LinkTerms};
use super::{NAME, details, is_over, revoke};
use crate::accounts::{lock, person};
use crate::documents;
use crate::entity::publication;
use crate::erasure;
use crate::failure::Failure;
use crate::page_reports;
use crate::store::Store;

/// What the owner of a document is told about a link of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub id: Uuid,
    /// What its owner calls it. Empty if it has no name.
    pub name: String,
    pub slug: String,
    /// The addresses that lead to this one, the last one first.
    pub former: Vec<String>,
    pub state: LinkState,
    /// What it hides, and which details it shows. One that was withdrawn shows
    /// nothing, and hides what it hid.
    pub redaction: Redaction,
    /// The documents in other languages that it shows, and the version of each.
    pub variants: Vec<(Uuid, u64)>,
    /// The version of the document that is shown.
    pub document_version: u64,
    pub published_at: i64,
    pub expires_at: Option<i64>,
    /// A password opens it.
    pub locked: bool,
    /// Search engines may list it.
    pub indexed: bool,
    /// It offers its files.
    pub downloads: bool,
    /// Its PDF has a QR code of its address.
    pub pdf_code: bool,
}

/// Whether a link shows anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    Open,
    /// Its time is over.
    Ended,
    /// Its owner has taken it back.
    Withdrawn,
}

impl Store {
    /// The links of a document, the newest first.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document.
    pub async fn links(&self, actor: Actor, document: Uuid) -> Result<Vec<Link>, Failure> {
        let account = self.may_see(actor, document).await?;
        let rows = publication::Entity::find()
            .filter(publication::Column::AccountId.eq(account))
            .filter(publication::Column::DocumentId.eq(document))
            .order_by_desc(publication::Column::Id)
            .all(self.data.read())
            .await?;
        let (key, now) = (self.key(account).await?, self.clock.now());
        let mut links = Vec::with_capacity(rows.len());
        for row in rows {
            links.push(link(self.data.read(), &key, &row, now).await?);
        }
        Ok(links)
    }

    /// One link of a document.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document, or it no such link.
    pub async fn link(&self, actor: Actor, document: Uuid, id: Uuid) -> Result<Link, Failure> {
        let account = self.may_see(actor, document).await?;
        let row = find(self.data.read(), account, document, id).await?;
        let row = row.ok_or(Failure::Missing)?;
        let key = self.key(account).await?;
        link(self.data.read(), &key, &row, self.clock.now()).await
    }

    /// The link that a document was last published by, of those that show something.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document.
    pub async fn page_state(&self, actor: Actor, document: Uuid) -> Result<Option<Link>, Failure> {
        let links = self.links(actor, document).await?;
        let open = links
            .into_iter()
            .filter(|link| link.state == LinkState::Open);
        Ok(open.max_by_key(|link| link.published_at))
    }

    /// Changes what is said of a link. What it shows stays as it is, and whoever has
    /// entered a password that is another one now enters that.
    ///
    /// # Errors
    /// As [`Store::link`].
    pub async fn link_change(
        &self,
        actor: Actor,
        document: Uuid,
        id: Uuid,
        terms: &LinkTerms,
    ) -> Result<Publishing, Failure> {
        let account = self.may_see(actor, document).await?;
        let hashed = match terms::hashed(terms).await? {
            Ok(hashed) => hashed,
            Err(weakness) => return Ok(Publishing::Weak(weakness)),
        };
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        if erasure::is_asked(&transaction, account).await? {
            return Ok(Publishing::Leaving);
        }
        if page_reports::is_taken_down(&transaction, account, document).await? {
            return Ok(Publishing::TakenDown);
        }
        let before = find(&transaction, account, document, id).await?;
        let before = before.ok_or(Failure::Missing)?;
        let owner = (account, document);
        let claim = self
            .claim(&transaction, owner, Some(id), &terms.slug)
            .await?;
        if matches!(claim, Claim::Taken) {
            return Ok(Publishing::SlugTaken);
        }
        let mut row = publication::ActiveModel::from(before.clone());
        let has_address = self
            .readdress(&transaction, &key, &before, &mut row, &terms.slug)
            .await?;
        if !has_address {
            return Ok(Publishing::TooManyAddresses);
        }
        terms::write(&mut row, &key, id, terms, hashed, Some(&before));
        // Nothing that is remembered of it is shown.
        row.version = Set(before.version + 1);
        let Some(row) = write(&transaction, (account, id), row, true).await? else {
            return Ok(Publishing::SlugTaken);
        };
        let link = link(&transaction, &key, &row, self.clock.now()).await?;
        transaction.commit().await?;
        Ok(Publishing::Done(link))
    }

    /// Withdraws one link: what it showed is deleted, and its addresses say that it is
    /// gone. What it hid is kept, for when it is published again.
    ///
    /// # Errors
    /// As [`Store::link`].
    pub async fn link_revoke(&self, actor: Actor, document: Uuid, id: Uuid) -> Result<(), Failure> {
        let account = person(actor)?;
        let now = self.clock.now();
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        let row = find(&transaction, account, document, id).await?;
        row.ok_or(Failure::Missing)?;
        revoke(&transaction, account, document, Some(id), now).await?;
        Ok(transaction.commit().await?)
    }

    /// Deletes a link, with every address that it has had: as if it had never been.
    ///
    /// # Errors
    /// As [`Store::link`].
    pub async fn link_delete(&self, actor: Actor, document: Uuid, id: Uuid) -> Result<(), Failure> {
        let account = person(actor)?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        let row = find(&transaction, account, document, id).await?;
        let row = row.ok_or(Failure::Missing)?;
        // The address of one that was taken down stays closed, for its owner too.
        if row.taken_down_at.is_some() {
            let now = self.clock.now();
            revoke(&transaction, account, document, Some(id), now).await?;
            return Ok(transaction.commit().await?);
        }
        details::delete_of(&transaction, account, document, Some(id)).await?;
        // Its former addresses go with it.
        publication::Entity::delete_by_id((account, id))
            .exec(&transaction)
            .await?;
        Ok(transaction.commit().await?)
    }

    /// Withdraws all links of a document.
    ///
    /// Returns the ids of the pages ([`super::Page::id`]) that are gone.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document.
    pub async fn page_unpublish(&self, actor: Actor, document: Uuid) -> Result<Vec<Uuid>, Failure> {
        let account = self.may_see(actor, document).await?;
        let now = self.clock.now();
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        let pages = publication::Entity::find()
            .select_only()
            .column(publication::Column::Id)
            .filter(publication::Column::AccountId.eq(account))
            .filter(publication::Column::DocumentId.eq(document))
            .into_tuple()
            .all(&transaction)
            .await?;
        revoke(&transaction, account, document, None, now).await?;
        transaction.commit().await?;
        Ok(pages)
    }

    /// Whether the actor has a document, whose links are then theirs.
    pub(super) async fn may_see(&self, actor: Actor, document: Uuid) -> Result<Uuid, Failure> {
        let account = person(actor)?;
        for path in ["publication.slug", "publication.name"] {
            privacy::gate::read(path, actor, actor, Purpose::Publish)?;
        }
        match documents::find(account, document, self.data.read()).await? {
            Some(_) => Ok(account),
            None => Err(Failure::Missing),
        }
    }
}

pub(super) async fn find(
    connection: &impl ConnectionTrait,
    account: Uuid,
    document: Uuid,
    id: Uuid,
) -> Result<Option<publication::Model>, Failure> {
    let row = publication::Entity::find_by_id((account, id))
        .one(connection)
        .await?;
    Ok(row.filter(|row| row.document_id == document))
}

/// A row, as its owner sees it.
pub(super) async fn link(
    connection: &impl ConnectionTrait,
    key: &PersonKey,
    row: &publication::Model,
    now: i64,
) -> Result<Link, Failure> {
    let (mut redaction, mut variants) = (Redaction::usual(), Vec::new());
    if row.content.is_some() {
        let content = unseal(key, row)?;
        // Which details it shows they say themselves.
        redaction = content.redaction.without_details();
        details::note(connection, row.account_id, row.id, &mut redaction).await?;
        variants = content
            .variants
            .iter()
            .map(|variant| (variant.id, variant.version))
            .collect();
    } else if let Some(hidden) = unseal_hidden(key, row)? {
        redaction = hidden;
    }
    let name = match row.name.as_deref() {
        None => String::new(),
        Some(sealed) => {
            let plain = key.open(NAME, row.id.into_bytes(), sealed)?;
            String::from_utf8(plain.to_vec()).map_err(|_| vault::Opening)?
        }
    };
    Ok(Link {
        id: row.id,
        name,
        slug: addresses::slug(key, row)?.as_str().to_owned(),
        former: addresses::former(connection, key, row.account_id, row.id).await?,
        state: match row.revoked_at.or(row.taken_down_at) {
            Some(_) => LinkState::Withdrawn,
            None if is_over(None, row.expires_at, now) => LinkState::Ended,
            None => LinkState::Open,
        },
        redaction,
        variants,
        document_version: row.document_version as u64,
        published_at: row.published_at,
        expires_at: row.expires_at,
        locked: row.password.is_some(),
        indexed: row.indexed,
        downloads: row.downloads,
        pdf_code: row.pdf_code,
    })
}

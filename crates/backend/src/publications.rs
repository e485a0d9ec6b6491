//! Public pages: what strangers see of a document under an address, as it was
//! when its owner published it.

mod content;
pub(crate) mod details;
mod shown;
mod slug;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cv::Redaction;
use privacy::{Actor, PersonId, Purpose};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;
use vault::{Column, Index};

use crate::accounts::{lock, person};
use crate::documents::{find, open};
use crate::entity::publication;
use crate::erasure;
use crate::failure::{Failure, is_taken};
use crate::page_reports;
use crate::sealed::{PUBLICATION_CONTENT, PUBLICATION_SLUG};
use crate::standing;
use crate::store::Store;

use content::{Content, seal, unseal};
pub use shown::Shown;
pub use slug::Slug;

pub(crate) const SLUG: Column = PUBLICATION_SLUG;
pub(crate) const CONTENT: Column = PUBLICATION_CONTENT;

/// What the owner of a document is told about its public page.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// The page's id.
    pub id: Uuid,
    pub slug: String,
    pub redaction: Redaction,
    /// The version of the document that is shown.
    pub document_version: u64,
    pub published_at: i64,
}

/// What became of the wish to publish.
#[derive(Clone, Debug, PartialEq)]
pub enum Publishing {
    Done(Published),
    /// The document is another than its owner has looked at.
    Stale(u64),
    /// Somebody has this address.
    SlugTaken,
    /// The account is to be erased, and its pages are down for that.
    Leaving,
    /// It is a profile: everything that somebody has done is for nobody but them.
    Profile,
    /// A letter is written to somebody, and not for everybody.
    Letter,
    /// Those who run the server have taken a page of it down.
    TakenDown,
}

/// What is under an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing, ever.
    Never,
    /// Something that was withdrawn.
    Gone,
    /// Something that is not shown at the moment: its owner has restricted what
    /// is done with their data.
    Hidden,
    Page(Page),
}

/// A public page, in one version. The same page has the same bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Page {
    owner: PersonId,
    id: Uuid,
    version: i64,
}

impl Page {
    /// The page whatever its version.
    pub fn id(self) -> Uuid {
        self.id
    }

    pub(crate) fn owner(self) -> PersonId {
        self.owner
    }

    pub fn version(self) -> i64 {
        self.version
    }
}

impl Store {
    /// Publishes a document as `version`, which is what its owner has looked
    /// at. A page that is there is replaced; under another address, the old one
    /// is withdrawn.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document,
    /// [`privacy::Denied::Restricted`] if they have restricted processing.
    pub async fn page_publish(
        &self,
        actor: Actor,
        document: Uuid,
        version: u64,
        redaction: &Redaction,
        slug: &Slug,
    ) -> Result<Publishing, Failure> {
        let account = person(actor)?;
        privacy::gate::read("document.content", actor, actor, Purpose::Publish)?;
        let key = self.key(account).await?;
        let index = self.vault.index(Index::Slug, slug.as_str()).to_vec();
        let transaction = self.data.begin().await?;
        // Whoever deletes, publishes or withdraws at the same time waits for this.
        lock(account, &transaction).await?;
        let standing = standing::standing(&transaction, account).await?;
        privacy::gate::permit("document.content", actor, actor, Purpose::Publish, standing)?;
        if erasure::is_asked(&transaction, account).await? {
            return Ok(Publishing::Leaving);
        }
        let row = find(account, document, &transaction).await?;
        let row = row.filter(|row| row.binned_at.is_none());
        let stored = open(&key, &row.ok_or(Failure::Missing)?)?;
        match stored.document.kind {
            cv::Kind::Cv => {}
            cv::Kind::Profile => return Ok(Publishing::Profile),
            cv::Kind::Letter => return Ok(Publishing::Letter),
        }
        if stored.version != version {
            return Ok(Publishing::Stale(stored.version));
        }
        if page_reports::is_taken_down(&transaction, account, document).await? {
            return Ok(Publishing::TakenDown);
        }
        let existing = publication::Entity::find()
            .filter(publication::Column::SlugIndex.eq(index.clone()))
            .one(&transaction)
            .await?;
        // Their own address, also one that they have withdrawn, or nobody's.
        let existing = match existing {
            Some(row) if row.account_id == account && row.document_id == document => Some(row),
            Some(_) => return Ok(Publishing::SlugTaken),
            None => None,
        };
        let id = existing.as_ref().map_or_else(Uuid::now_v7, |row| row.id);
        revoke(&transaction, account, document, Some(id), self.clock.now()).await?;
        let now = self.clock.now();
        let shown = self
            .redact(&transaction, actor, &stored.document, redaction, standing)
            .await?;
        let content = Content {
            redaction: redaction.clone(),
            document: serde_json::to_value(&shown.document)
                .map_err(|error| Failure::Refused(error.to_string()))?,
            photo: shown.photo.map(|photo| STANDARD.encode(photo)),
        };
        let before = existing.as_ref().map_or(0, |row| row.version);
        let row = publication::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            document_id: Set(document),
            slug_index: Set(index),
            slug: Set(key.seal(SLUG, id.into_bytes(), slug.as_str().as_bytes())),
            content: Set(Some(seal(&key, id, &content)?)),
            version: Set(before + 1),
            document_version: Set(version as i64),
            published_at: Set(now),
            revoked_at: Set(None),
            taken_down_at: Set(None),
            taken_down_for: Set(None),
        };
        let written = match existing {
            Some(_) => row.update(&transaction).await.map(|_| ()),
            None => publication::Entity::insert(row)
                .exec_without_returning(&transaction)
                .await
                .map(|_| ()),
        };
        match written {
            Ok(()) => {
                details::write(&transaction, &key, account, id, &shown.details, now).await?;
                transaction.commit().await?;
            }
            Err(error) if is_taken(&error) => return Ok(Publishing::SlugTaken),
            Err(error) => return Err(error.into()),
        }
        // Which details those are it says of itself.
        let mut redaction = content.redaction.without_details();
        for (field, _) in shown.details.iter() {
            redaction.show_detail(field);
        }
        Ok(Publishing::Done(Published {
            id,
            slug: slug.as_str().to_owned(),
            redaction,
            document_version: version,
            published_at: now,
        }))
    }

    /// The public page of a document, if it has one now.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document.
    pub async fn page_state(
        &self,
        actor: Actor,
        document: Uuid,
    ) -> Result<Option<Published>, Failure> {
        let account = person(actor)?;
        privacy::gate::read("publication.slug", actor, actor, Purpose::Publish)?;
        if find(account, document, self.data.read()).await?.is_none() {
            return Err(Failure::Missing);
        }
        let row = publication::Entity::find()
            .filter(publication::Column::AccountId.eq(account))
            .filter(publication::Column::DocumentId.eq(document))
            .filter(publication::Column::RevokedAt.is_null())
            .filter(publication::Column::TakenDownAt.is_null())
            .order_by_desc(publication::Column::PublishedAt)
            .one(self.data.read())
            .await?;
        let Some(row) = row else { return Ok(None) };
        let key = self.key(account).await?;
        let slug = key.open(SLUG, row.id.into_bytes(), &row.slug)?;
        let slug = String::from_utf8(slug.to_vec()).map_err(|_| vault::Opening)?;
        let mut redaction = unseal(&key, &row)?.redaction;
        details::note(self.data.read(), account, row.id, &mut redaction).await?;
        Ok(Some(Published {
            id: row.id,
            slug,
            redaction,
            document_version: row.document_version as u64,
            published_at: row.published_at,
        }))
    }

    /// Withdraws the public page of a document. What it showed is deleted; that
    /// there was something under the address stays, so that it can say so.
    ///
    /// Returns the ids of the pages ([`Page::id`]) that are gone.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn page_unpublish(&self, actor: Actor, document: Uuid) -> Result<Vec<Uuid>, Failure> {
        let account = person(actor)?;
        let now = self.clock.now();
        let pages = publication::Entity::find()
            .select_only()
            .column(publication::Column::Id)
            .filter(publication::Column::AccountId.eq(account))
            .filter(publication::Column::DocumentId.eq(document))
            .into_tuple()
            .all(self.data.read())
            .await?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        revoke(&transaction, account, document, None, now).await?;
        transaction.commit().await?;
        Ok(pages)
    }

    /// What is under an address. For every request anew: there is no copy of
    /// this answer that could be out of date.
    pub async fn page_find(&self, slug: &Slug) -> Result<Found, Failure> {
        let index = self.vault.index(Index::Slug, slug.as_str()).to_vec();
        type Row = (Uuid, Uuid, i64, Option<i64>, Option<i64>);
        let row: Option<Row> = {
            publication::Entity::find()
                .select_only()
                .columns([
                    publication::Column::AccountId,
                    publication::Column::Id,
                    publication::Column::Version,
                    publication::Column::RevokedAt,
                    publication::Column::TakenDownAt,
                ])
                .filter(publication::Column::SlugIndex.eq(index))
                .into_tuple()
                .one(self.data.read())
                .await?
        };
        Ok(match row {
            None => Found::Never,
            // Which of the two it was, is its owner's to know.
            Some((_, _, _, Some(_), _) | (_, _, _, _, Some(_))) => Found::Gone,
            Some((account, id, version, None, None)) => {
                let owner = PersonId(account.into_bytes());
                let standing = standing::standing(self.data.read(), account).await?;
                match standing.restricted {
                    true => Found::Hidden,
                    false => Found::Page(Page { owner, id, version }),
                }
            }
        })
    }
}

/// The documents of an account that have a public page.
pub(crate) async fn published(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Vec<Uuid>, Failure> {
    Ok(publication::Entity::find()
        .select_only()
        .column(publication::Column::DocumentId)
        .filter(publication::Column::AccountId.eq(account))
        .filter(publication::Column::RevokedAt.is_null())
        .into_tuple()
        .all(connection)
        .await?)
}

/// Withdraws what a document has published, but for `except`: its content and its
/// details are deleted.
pub(crate) async fn revoke(
    connection: &impl ConnectionTrait,
    account: Uuid,
    document: Uuid,
    except: Option<Uuid>,
    now: i64,
) -> Result<(), Failure> {
    let mut update = publication::Entity::update_many()
        .col_expr(publication::Column::Content, Expr::value(None::<Vec<u8>>))
        .col_expr(publication::Column::RevokedAt, Expr::value(Some(now)))
        .filter(publication::Column::AccountId.eq(account))
        .filter(publication::Column::DocumentId.eq(document))
        .filter(publication::Column::RevokedAt.is_null());
    if let Some(except) = except {
        update = update.filter(publication::Column::Id.ne(except));
    }
    update.exec(connection).await?;
    details::delete_of(connection, account, document, except).await
}

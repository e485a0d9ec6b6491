//! Links: what strangers see of a document under an address, as it was when its
//! owner published it. A document has several, each with a name, an address, an end
//! and, if its owner likes, a password of its own; each hides what its owner hides
//! from whom they give it to.

mod addresses;
mod content;
mod copies;
pub(crate) mod details;
mod differences;
mod endings;
mod links;
mod pass;
mod publish;
mod shown;
mod slug;
mod terms;
mod variants;

use privacy::PersonId;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter,
    QuerySelect, sea_query::Expr,
};
use uuid::Uuid;
use vault::{Column, Index};

use crate::entity::publication;
use crate::failure::Failure;
use crate::sealed::{
    PUBLICATION_CONTENT, PUBLICATION_HIDDEN, PUBLICATION_NAME, PUBLICATION_PASSWORD,
    PUBLICATION_SLUG, PUBLICATION_SLUG_SLUG,
};
use crate::standing;
use crate::store::Store;

pub use differences::Difference;
pub use links::{Link, LinkState};
pub use publish::{Publishing, ToShow};
pub use shown::Shown;
pub use slug::Slug;
pub use terms::{LINK_NAME_CHARACTERS, LinkPassword, LinkTerms};
pub use variants::Variant;

pub(crate) use copies::{bring, leaving};
pub(crate) use variants::forget_variant;

pub(crate) const SLUG: Column = PUBLICATION_SLUG;
pub(crate) const CONTENT: Column = PUBLICATION_CONTENT;
const HIDDEN: Column = PUBLICATION_HIDDEN;
const NAME: Column = PUBLICATION_NAME;
const PASSWORD: Column = PUBLICATION_PASSWORD;
const FORMER_SLUG: Column = PUBLICATION_SLUG_SLUG;

/// Links that a document may have, those that were withdrawn among them.
pub const LINKS: u64 = 20;
/// Addresses that a link may have had before the one that it has.
pub const FORMER_ADDRESSES: u64 = 10;
/// A new link ends after so many months, unless its owner chooses otherwise.
pub const LINK_MONTHS: u16 = 12;

/// What is under an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing, ever.
    Never,
    /// Something that was withdrawn, or has ended.
    Gone,
    /// Something that is not shown at the moment: its owner has restricted what
    /// is done with their data.
    Hidden,
    /// What was here has another address now.
    Moved(Slug),
    Page(Page),
}

/// A public page, in one version. The same page has the same bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Page {
    owner: PersonId,
    id: Uuid,
    version: i64,
    indexed: bool,
    downloads: bool,
    pdf_code: bool,
    /// What stands for its password: another one for another password.
    lock: Option<[u8; 32]>,
}

impl Page {
    pub(crate) fn owner(self) -> PersonId {
        self.owner
    }

    /// The page whatever its version.
    pub fn id(self) -> Uuid {
        self.id
    }

    pub fn version(self) -> i64 {
        self.version
    }

    /// Whether search engines may list it.
    pub fn is_indexed(self) -> bool {
        self.indexed
    }

    /// Whether it offers its files.
    pub fn has_downloads(self) -> bool {
        self.downloads
    }

    /// Whether its PDF has a QR code of its address.
    pub fn has_pdf_code(self) -> bool {
        self.pdf_code
    }

    /// Whether a password opens it.
    pub fn is_locked(self) -> bool {
        self.lock.is_some()
    }
}

/// Of a link's row, what decides whether anything is shown.
#[derive(FromQueryResult)]
struct Head {
    account_id: Uuid,
    id: Uuid,
    version: i64,
    revoked_at: Option<i64>,
    taken_down_at: Option<i64>,
    expires_at: Option<i64>,
    password: Option<Vec<u8>>,
    indexed: bool,
    downloads: bool,
    pdf_code: bool,
}

impl Store {
    /// What is under an address. For every request anew: there is no copy of
    /// this answer that could be out of date.
    pub async fn page_find(&self, slug: &Slug) -> Result<Found, Failure> {
        let index = self.vault.index(Index::Slug, slug.as_str()).to_vec();
        let row = publication::Entity::find()
            .select_only()
            .columns([
                publication::Column::AccountId,
                publication::Column::Id,
                publication::Column::Version,
                publication::Column::RevokedAt,
                publication::Column::TakenDownAt,
                publication::Column::ExpiresAt,
                publication::Column::Password,
                publication::Column::Indexed,
                publication::Column::Downloads,
                publication::Column::PdfCode,
            ])
            .filter(publication::Column::SlugIndex.eq(index.clone()))
            .into_model::<Head>()
            .one(self.data.read())
            .await?;
        let Some(row) = row else {
            return self.address_moved(index).await;
        };
        // Which of them it was, is its owner's to know.
        let gone_at = row.revoked_at.or(row.taken_down_at);
        if is_over(gone_at, row.expires_at, self.clock.now()) {
            return Ok(Found::Gone);
        }
        let standing = standing::standing(self.data.read(), row.account_id).await?;
        if standing.restricted {
            return Ok(Found::Hidden);
        }
        Ok(Found::Page(Page {
            owner: PersonId(row.account_id.into_bytes()),
            id: row.id,
            version: row.version,
            indexed: row.indexed,
            downloads: row.downloads,
            pdf_code: row.pdf_code,
            lock: row.password.as_deref().map(|sealed| self.lock(sealed)),
        }))
    }
}

/// Whether a link was withdrawn or taken down, or has ended.
fn is_over(gone_at: Option<i64>, expires_at: Option<i64>, now: i64) -> bool {
    gone_at.is_some() || expires_at.is_some_and(|at| at <= now)
}

/// The documents of an account that have a public page.
pub(crate) async fn published(
    connection: &impl ConnectionTrait,
    account: Uuid,
    now: i64,
) -> Result<Vec<Uuid>, Failure> {
    let ends = publication::Column::ExpiresAt;
    Ok(publication::Entity::find()
        .select_only()
        .column(publication::Column::DocumentId)
        .filter(publication::Column::AccountId.eq(account))
        .filter(publication::Column::RevokedAt.is_null())
        .filter(publication::Column::TakenDownAt.is_null())
        .filter(ends.is_null().or(ends.gt(now)))
        .into_tuple()
        .all(connection)
        .await?)
}

/// Withdraws what a document has published, all of it or one link: its content and
/// its details are deleted. That there was something under the address stays, so that
/// it can say so; and what it hid, so that its owner does not show it by mistake when
/// they publish there again.
pub(crate) async fn revoke(
    connection: &impl ConnectionTrait,
    account: Uuid,
    document: Uuid,
    link: Option<Uuid>,
    now: i64,
) -> Result<(), Failure> {
    let mut update = publication::Entity::update_many()
        .col_expr(publication::Column::Content, Expr::value(None::<Vec<u8>>))
        .col_expr(publication::Column::RevokedAt, Expr::value(Some(now)))
        .filter(publication::Column::AccountId.eq(account))
        .filter(publication::Column::DocumentId.eq(document))
        .filter(publication::Column::RevokedAt.is_null());
    if let Some(link) = link {
        update = update.filter(publication::Column::Id.eq(link));
    }
    update.exec(connection).await?;
    details::delete_of(connection, account, document, link).await
}

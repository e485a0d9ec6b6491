//! What the owner of a link says of it beside what it shows.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
};
use uuid::Uuid;
use vault::{PersonKey, Weakness};
use zeroize::Zeroizing;

use super::{NAME, PASSWORD, Slug};
use crate::entity::publication;
use crate::failure::Failure;
use crate::name::one_line;
use crate::passwords;

/// Characters of a link's name.
pub const LINK_NAME_CHARACTERS: usize = 80;

/// What the owner of a link says of it.
#[derive(Clone, Debug)]
pub struct LinkTerms {
    /// What they call it, which may be whom they give it to.
    pub name: String,
    pub slug: Slug,
    /// When it ends: milliseconds since 1970. None: not by itself.
    pub expires_at: Option<i64>,
    pub password: LinkPassword,
    /// Search engines may list it.
    pub indexed: bool,
    /// It offers its files.
    pub downloads: bool,
    /// Its PDF has a QR code of its address, where its last page has room.
    pub pdf_code: bool,
}

/// What becomes of a link's password.
#[derive(Clone)]
pub enum LinkPassword {
    Keep,
    None,
    New(Zeroizing<String>),
}

/// A debug print must not give it away.
impl std::fmt::Debug for LinkPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            LinkPassword::Keep => "Keep",
            LinkPassword::None => "None",
            LinkPassword::New(_) => "New",
        })
    }
}

impl LinkTerms {
    /// An address, and nothing else.
    pub fn of(slug: Slug) -> LinkTerms {
        LinkTerms {
            name: String::new(),
            slug,
            expires_at: None,
            password: LinkPassword::Keep,
            indexed: false,
            downloads: true,
            pdf_code: false,
        }
    }
}

/// A password that was hashed before anything is locked: it takes a while.
pub(super) enum Hashed {
    Keep,
    None,
    New(Zeroizing<String>),
}

/// Hashes the password of terms.
///
/// # Errors
/// Within: [`Weakness`] if it may not be chosen.
pub(super) async fn hashed(terms: &LinkTerms) -> Result<Result<Hashed, Weakness>, Failure> {
    let password = match &terms.password {
        LinkPassword::Keep => return Ok(Ok(Hashed::Keep)),
        LinkPassword::None => return Ok(Ok(Hashed::None)),
        LinkPassword::New(password) => password,
    };
    // Whoever is given the address knows it, and it may name whom it is for.
    let about = [terms.slug.as_str(), terms.name.as_str()];
    if let Err(weakness) = vault::password_strength(password, &about) {
        return Ok(Err(weakness));
    }
    Ok(Ok(Hashed::New(passwords::hash(password).await?)))
}

/// Writes terms into a row, but for the address.
pub(super) fn write(
    row: &mut publication::ActiveModel,
    key: &PersonKey,
    id: Uuid,
    terms: &LinkTerms,
    hashed: Hashed,
    before: Option<&publication::Model>,
) {
    let name = one_line(&terms.name, LINK_NAME_CHARACTERS);
    let name = (!name.is_empty()).then(|| key.seal(NAME, id.into_bytes(), name.as_bytes()));
    row.name = Set(name);
    // Another end is told of anew.
    if before.is_none_or(|before| before.expires_at != terms.expires_at) {
        row.reminded_at = Set(None);
    }
    row.expires_at = Set(terms.expires_at);
    row.indexed = Set(terms.indexed);
    row.downloads = Set(terms.downloads);
    row.pdf_code = Set(terms.pdf_code);
    match hashed {
        Hashed::Keep if before.is_none() => row.password = Set(None),
        Hashed::Keep => {}
        Hashed::None => row.password = Set(None),
        Hashed::New(hash) => {
            row.password = Set(Some(key.seal(PASSWORD, id.into_bytes(), hash.as_bytes())));
        }
    }
}

/// How many links a document has.
pub(super) async fn count(
    connection: &impl ConnectionTrait,
    account: Uuid,
    document: Uuid,
) -> Result<u64, Failure> {
    Ok(publication::Entity::find()
        .filter(publication::Column::AccountId.eq(account))
        .filter(publication::Column::DocumentId.eq(document))
        .count(connection)
        .await?)
}

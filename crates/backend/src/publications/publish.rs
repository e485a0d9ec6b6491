//! Publishing: what a link shows is made from its document as that is now, and from
//! what its owner shows by it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cv::{Document, Redaction};
use privacy::{Actor, Date, Purpose, Standing};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction, EntityTrait};
use uuid::Uuid;
use vault::{Index, PersonKey, Weakness};

use super::addresses::Claim;
use super::content::{Content, VariantContent, seal, seal_hidden};
use super::links::{self, Link};
use super::terms::{self, Hashed, LinkTerms};
use super::{LINK_MONTHS, LINKS, SLUG, Slug, details, differences, variants};
use crate::accounts::{lock, person};
use crate::documents::{Stored, find, open};
use crate::entity::publication;
use crate::erasure;
use crate::failure::{Failure, is_taken};
use crate::page_reports;
use crate::standing;
use crate::store::Store;

/// What became of the wish to publish, or to change a link.
#[expect(
    clippy::large_enum_variant,
    reason = "one is made for each request, and none is kept"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum Publishing {
    Done(Link),
    /// The document, or one in another language, is another than its owner has looked
    /// at: it has this version.
    Stale(u64),
    /// Somebody has this address.
    SlugTaken,
    /// The account is to be erased, and its pages are down for that.
    Leaving,
    /// It is a profile: everything that somebody has done is for nobody but them.
    Profile,
    /// A letter is written to somebody, and not for everybody.
    Letter,
    /// Those who run the server have taken a page of it down, or of a copy of it.
    TakenDown,
    /// The document has [`LINKS`] already.
    TooManyLinks,
    /// The link has had [`super::FORMER_ADDRESSES`] already.
    TooManyAddresses,
    /// Two of the CVs of a link are in one language.
    SameLanguage,
    /// Why its password is none.
    Weak(Weakness),
}

/// What a link is to show.
#[derive(Clone, Copy, Debug)]
pub struct ToShow<'a> {
    /// The version of the document that its owner has looked at.
    pub version: u64,
    pub redaction: &'a Redaction,
    /// The same CV in other languages: documents of the same account, each in the
    /// version that its owner has looked at.
    pub variants: &'a [(Uuid, u64)],
}

/// Which link is published.
#[derive(Clone, Copy)]
enum Which<'a> {
    New(&'a LinkTerms),
    /// The document's own link with this address, or else a new one.
    At(&'a LinkTerms),
    There(Uuid),
}

impl<'a> Which<'a> {
    fn terms(self) -> Option<&'a LinkTerms> {
        match self {
            Which::New(terms) | Which::At(terms) => Some(terms),
            Which::There(_) => None,
        }
    }
}

impl Store {
    /// Makes a link of a document, and publishes it as `show` says.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document, or no such other,
    /// [`privacy::Denied::Restricted`] if they have restricted processing.
    pub async fn link_create(
        &self,
        actor: Actor,
        document: Uuid,
        show: ToShow<'_>,
        terms: &LinkTerms,
    ) -> Result<Publishing, Failure> {
        self.publish(actor, document, show, Which::New(terms)).await
    }

    /// Publishes a link anew: what it shows is replaced, and its address and its
    /// password stay. One that has ended, or would at once, works for a year again.
    ///
    /// # Errors
    /// As [`Store::link_create`], and if the document has no such link.
    pub async fn link_publish(
        &self,
        actor: Actor,
        document: Uuid,
        link: Uuid,
        show: ToShow<'_>,
    ) -> Result<Publishing, Failure> {
        self.publish(actor, document, show, Which::There(link))
            .await
    }

    /// Publishes a document under an address, with nothing else said of the link. If
    /// it has one there already, also one that was withdrawn, that shows it anew.
    ///
    /// # Errors
    /// As [`Store::link_create`].
    pub async fn page_publish(
        &self,
        actor: Actor,
        document: Uuid,
        version: u64,
        redaction: &Redaction,
        slug: &Slug,
    ) -> Result<Publishing, Failure> {
        let terms = LinkTerms::of(slug.clone());
        let show = ToShow {
            version,
            redaction,
            variants: &[],
        };
        self.publish(actor, document, show, Which::At(&terms)).await
    }

    async fn publish(
        &self,
        actor: Actor,
        document: Uuid,
        show: ToShow<'_>,
        which: Which<'_>,
    ) -> Result<Publishing, Failure> {
        let account = person(actor)?;
        privacy::gate::read("document.content", actor, actor, Purpose::Publish)?;
        let key = self.key(account).await?;
        let hashed = match which.terms() {
            None => Hashed::Keep,
            Some(terms) => match terms::hashed(terms).await? {
                Ok(hashed) => hashed,
                Err(weakness) => return Ok(Publishing::Weak(weakness)),
            },
        };
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
        let row = row.ok_or(Failure::Missing)?;
        let (stored, source) = (open(&key, &row)?, row.source_id);
        match stored.document.kind {
            cv::Kind::Cv => {}
            cv::Kind::Profile => return Ok(Publishing::Profile),
            cv::Kind::Letter => return Ok(Publishing::Letter),
        }
        if stored.version != show.version {
            return Ok(Publishing::Stale(stored.version));
        }
        // Nor is it shown as another language of something else.
        for id in std::iter::once(document).chain(show.variants.iter().map(|(id, _)| *id)) {
            if page_reports::is_taken_down(&transaction, account, id).await? {
                return Ok(Publishing::TakenDown);
            }
        }
        let others = self
            .variants(&transaction, &key, account, show.variants)
            .await?;
        for ((_, variant), (_, version)) in others.iter().zip(show.variants) {
            if variant.version != *version {
                return Ok(Publishing::Stale(variant.version));
            }
        }
        let mut languages = vec![stored.document.language];
        for (_, variant) in &others {
            if languages.contains(&variant.document.language) {
                return Ok(Publishing::SameLanguage);
            }
            languages.push(variant.document.language);
        }
        let before = match which {
            Which::There(link) => Some(
                links::find(&transaction, account, document, link)
                    .await?
                    .ok_or(Failure::Missing)?,
            ),
            Which::New(terms) | Which::At(terms) => {
                let owner = (account, document);
                let claim = self.claim(&transaction, owner, None, &terms.slug).await?;
                match (claim, which) {
                    (Claim::Free, _) => None,
                    (Claim::Own(row), Which::At(_)) => Some(*row),
                    _ => return Ok(Publishing::SlugTaken),
                }
            }
        };
        if before.is_none() && terms::count(&transaction, account, document).await? >= LINKS {
            return Ok(Publishing::TooManyLinks);
        }
        let id = before.as_ref().map_or_else(Uuid::now_v7, |row| row.id);
        let now = self.clock.now();
        let shown = self
            .redact(
                &transaction,
                actor,
                &stored.document,
                show.redaction,
                standing,
            )
            .await?;
        let content = Content {
            redaction: show.redaction.clone(),
            document: json(&shown.document)?,
            photo: shown.photo.map(|photo| STANDARD.encode(photo)),
            ids: differences::ids(&stored.document, show.redaction),
            variants: self
                .redact_variants(
                    &transaction,
                    actor,
                    &stored,
                    others,
                    show.redaction,
                    standing,
                )
                .await?,
        };
        let mut row = match (&before, which.terms()) {
            (Some(before), _) => publication::ActiveModel::from(before.clone()),
            (None, terms) => new_row(self, &key, (account, document), id, terms),
        };
        if let Some(terms) = which.terms() {
            terms::write(&mut row, &key, id, terms, hashed, before.as_ref());
        } else if let Some(before) = &before
            && before.expires_at.is_some_and(|at| at <= now)
        {
            row.expires_at = Set(Some(usual_end(now)));
            row.reminded_at = Set(None);
        }
        row.content = Set(Some(seal(&key, id, &content)?));
        row.hidden = Set(Some(seal_hidden(&key, id, show.redaction)?));
        row.version = Set(before.as_ref().map_or(0, |row| row.version) + 1);
        row.document_version = Set(show.version as i64);
        row.published_at = Set(now);
        row.revoked_at = Set(None);
        row.source_id = Set(source);
        let row = match write(&transaction, (account, id), row, before.is_some()).await? {
            Some(row) => row,
            None => return Ok(Publishing::SlugTaken),
        };
        details::write(&transaction, &key, account, id, &shown.details, now).await?;
        let link = links::link(&transaction, &key, &row, now).await?;
        transaction.commit().await?;
        Ok(Publishing::Done(link))
    }

    /// The documents of other languages, each with its row's id.
    async fn variants(
        &self,
        transaction: &DatabaseTransaction,
        key: &PersonKey,
        account: Uuid,
        wanted: &[(Uuid, u64)],
    ) -> Result<Vec<(Uuid, Stored)>, Failure> {
        let mut variants = Vec::with_capacity(wanted.len());
        for (id, _) in wanted {
            let row = find(account, *id, transaction).await?;
            let row = row.filter(|row| row.binned_at.is_none());
            let stored = open(key, &row.ok_or(Failure::Missing)?)?;
            if stored.document.kind != cv::Kind::Cv {
                return Err(Failure::Missing);
            }
            variants.push((*id, stored));
        }
        Ok(variants)
    }

    /// What a link shows of a CV in other languages. Personal details are those of
    /// the document that the link is of, in its words, and are in none of them.
    async fn redact_variants(
        &self,
        transaction: &DatabaseTransaction,
        actor: Actor,
        original: &Stored,
        variants: Vec<(Uuid, Stored)>,
        redaction: &Redaction,
        standing: Standing,
    ) -> Result<Vec<VariantContent>, Failure> {
        let mut contents = Vec::with_capacity(variants.len());
        for (id, stored) in variants {
            let document = &stored.document;
            let redaction = variants::carried(redaction, &original.document, document);
            let shown = self
                .redact(transaction, actor, document, &redaction, standing)
                .await?;
            contents.push(VariantContent {
                id,
                version: stored.version,
                document: json(&shown.document)?,
                photo: shown.photo.map(|photo| STANDARD.encode(photo)),
            });
        }
        Ok(contents)
    }
}

/// When a link ends that was made at a moment: at the end of a day.
pub(super) fn usual_end(now: i64) -> i64 {
    let day = Date::of(now).months_later(LINK_MONTHS);
    day.days_later(1).starts()
}

fn new_row(
    store: &Store,
    key: &PersonKey,
    (account, document): (Uuid, Uuid),
    id: Uuid,
    terms: Option<&LinkTerms>,
) -> publication::ActiveModel {
    let mut row = publication::ActiveModel {
        account_id: Set(account),
        id: Set(id),
        document_id: Set(document),
        reminded_at: Set(None),
        ..Default::default()
    };
    if let Some(terms) = terms {
        let slug = terms.slug.as_str();
        row.slug_index = Set(store.vault.index(Index::Slug, slug).to_vec());
        row.slug = Set(key.seal(SLUG, id.into_bytes(), slug.as_bytes()));
    }
    row
}

/// Writes a row, and reads it again. None: somebody has just taken its address.
pub(super) async fn write(
    transaction: &DatabaseTransaction,
    (account, id): (Uuid, Uuid),
    row: publication::ActiveModel,
    is_there: bool,
) -> Result<Option<publication::Model>, Failure> {
    let written = match is_there {
        true => row.update(transaction).await.map(|_| ()),
        false => publication::Entity::insert(row)
            .exec_without_returning(transaction)
            .await
            .map(|_| ()),
    };
    match written {
        Ok(()) => Ok(publication::Entity::find_by_id((account, id))
            .one(transaction)
            .await?),
        Err(error) if is_taken(&error) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn json(document: &Document) -> Result<serde_json::Value, Failure> {
    serde_json::to_value(document).map_err(|error| Failure::Refused(error.to_string()))
}

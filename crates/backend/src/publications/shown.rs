//! What strangers see of a document: as it would be, and as it is published.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cv::{Details, Document, Language, Redaction, SectionKind, format, redacted};
use privacy::{Actor, Denied, Purpose, Standing};
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use super::content::unseal;
use super::{Page, details, is_over, variants};
use crate::accounts::{person, uuid};
use crate::entity::publication;
use crate::failure::Failure;
use crate::standing;
use crate::store::Store;

/// What strangers see of a document, or would.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub document: Document,
    /// The file of its photo: a JPEG.
    pub photo: Option<Vec<u8>>,
    /// The personal details that its owner shows.
    pub details: Details,
    /// The languages that the link has it in, its own first. None of a preview's.
    pub languages: Vec<Language>,
}

impl Shown {
    /// What pages are made from.
    pub fn shown(&self) -> cv::Shown<'_> {
        self.document.shown().with(&self.details)
    }
}

impl Store {
    /// What strangers would see of a document, if it were published now.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document.
    pub async fn page_preview(
        &self,
        actor: Actor,
        document: Uuid,
        redaction: &Redaction,
    ) -> Result<(u64, Shown), Failure> {
        let stored = self
            .cv_load(actor, Purpose::Publish, document, None)
            .await?
            .ok_or(Failure::Missing)?;
        // For its owner's eyes, so that restriction does not matter.
        let standing = standing::standing(self.data.read(), person(actor)?).await?;
        let data = self.data.read();
        let shown = self
            .redact(data, actor, &stored.document, redaction, standing)
            .await?;
        Ok((stored.version, shown))
    }

    /// The same of a CV in another language, as a link of the document would show it.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such documents.
    pub async fn page_preview_of(
        &self,
        actor: Actor,
        document: Uuid,
        redaction: &Redaction,
        variant: Uuid,
    ) -> Result<Shown, Failure> {
        let load = |id| self.cv_load(actor, Purpose::Publish, id, None);
        let original = load(document).await?.ok_or(Failure::Missing)?;
        let other = load(variant).await?.ok_or(Failure::Missing)?;
        let redaction = variants::carried(redaction, &original.document, &other.document);
        let standing = standing::standing(self.data.read(), person(actor)?).await?;
        let data = self.data.read();
        self.redact(data, actor, &other.document, &redaction, standing)
            .await
    }

    /// A redacted document, with its photo and its personal details if those are
    /// shown. Of what is not here, such as a photo that never arrived, nothing is
    /// said, nor of what its owner has limited.
    pub(super) async fn redact(
        &self,
        connection: &impl ConnectionTrait,
        actor: Actor,
        document: &Document,
        redaction: &Redaction,
        standing: Standing,
    ) -> Result<Shown, Failure> {
        let account = person(actor)?;
        privacy::gate::read("photo.content", actor, actor, Purpose::Publish)?;
        let mut redacted = redacted(document, redaction);
        // An import can bring a letter into a CV: it is for nobody but whom it names.
        redacted
            .sections
            .retain(|section| section.kind != SectionKind::Letter);
        let mut photo = None;
        let key = self.key(account).await?;
        if redacted.photo.is_some() && shows_photo(actor, standing) {
            photo = self.photo_of(account, &key, document).await?;
        }
        if photo.is_none() {
            redacted.photo = None;
        }
        let now = self.clock.now();
        let details = details::choose(connection, &key, actor, document, redaction, standing, now);
        Ok(Shown {
            document: redacted,
            photo,
            details: details.await?,
            languages: Vec::new(),
        })
    }

    /// What a public page shows, in its own language. Nothing but what is redacted
    /// already.
    ///
    /// # Errors
    /// As [`Store::page_open_in`].
    pub async fn page_open(&self, actor: Actor, page: Page) -> Result<Shown, Failure> {
        let shown = self.page_open_in(actor, page, None).await?;
        shown.ok_or(Failure::Missing)
    }

    /// The same in a language that is asked for. None if the link has it in no such
    /// language.
    ///
    /// # Errors
    /// [`Failure::Missing`] if it was withdrawn or published anew meanwhile,
    /// [`Denied::Restricted`] if its owner has restricted processing.
    pub async fn page_open_in(
        &self,
        actor: Actor,
        page: Page,
        language: Option<Language>,
    ) -> Result<Option<Shown>, Failure> {
        let owner = Actor::Person(page.owner);
        let account = uuid(page.owner);
        let (data, now) = (self.data.read(), self.clock.now());
        let standing = standing::standing(data, account).await?;
        privacy::gate::permit(
            "publication.content",
            owner,
            actor,
            Purpose::Publish,
            standing,
        )?;
        let row = publication::Entity::find_by_id((account, page.id))
            .one(data)
            .await?
            .filter(|row| row.version == page.version)
            .filter(|row| !is_over(row.revoked_at.or(row.taken_down_at), row.expires_at, now))
            .ok_or(Failure::Missing)?;
        let key = self.key(account).await?;
        let content = unseal(&key, &row)?;
        let damaged = || Failure::Damaged("publication.content");
        let load = |value| format::load_value(value).map_err(|_| damaged());
        let mut forms = vec![(load(content.document)?, content.photo)];
        for variant in content.variants {
            forms.push((load(variant.document)?, variant.photo));
        }
        let languages: Vec<Language> = forms.iter().map(|(it, _)| it.language).collect();
        let place = match language {
            None => Some(0),
            Some(language) => languages.iter().position(|it| *it == language),
        };
        let Some(place) = place else {
            return Ok(None);
        };
        let (mut document, photo) = forms.swap_remove(place);
        let photo = photo.filter(|_| shows_photo(owner, standing));
        if photo.is_none() {
            document.photo = None;
        }
        let photo = photo.map(|photo| STANDARD.decode(photo));
        // They are in the words of the document that the link is of.
        let details = match place {
            0 => details::read(data, &key, owner, page.id, standing, now).await?,
            _ => Details::default(),
        };
        Ok(Some(Shown {
            document,
            details,
            photo: photo.transpose().map_err(|_| damaged())?,
            languages,
        }))
    }
}

/// Whether the photo may be seen by others.
fn shows_photo(owner: Actor, standing: Standing) -> bool {
    let photo = privacy::gate::permit("photo.content", owner, owner, Purpose::Publish, standing);
    photo != Err(Denied::Limited)
}

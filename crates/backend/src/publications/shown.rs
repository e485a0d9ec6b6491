//! What strangers see of a document: as it would be, and as it is published.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cv::{Details, Document, Redaction, SectionKind, format, redacted};
use privacy::{Actor, Denied, Purpose, Standing};
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use super::content::unseal;
use super::{Page, details};
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
        })
    }

    /// What a public page shows. Nothing but what is redacted already.
    ///
    /// # Errors
    /// [`Failure::Missing`] if it was withdrawn or published anew meanwhile,
    /// [`Denied::Restricted`] if its owner has restricted processing.
    pub async fn page_open(&self, actor: Actor, page: Page) -> Result<Shown, Failure> {
        let owner = Actor::Person(page.owner);
        let account = uuid(page.owner);
        let standing = standing::standing(self.data.read(), account).await?;
        privacy::gate::permit(
            "publication.content",
            owner,
            actor,
            Purpose::Publish,
            standing,
        )?;
        let row = publication::Entity::find_by_id((account, page.id))
            .one(self.data.read())
            .await?
            .filter(|row| row.version == page.version && row.revoked_at.is_none())
            .filter(|row| row.taken_down_at.is_none())
            .ok_or(Failure::Missing)?;
        let key = self.key(account).await?;
        let content = unseal(&key, &row)?;
        let damaged = || Failure::Damaged("publication.content");
        let mut document = format::load_value(content.document).map_err(|_| damaged())?;
        let photo = content.photo.filter(|_| shows_photo(owner, standing));
        if photo.is_none() {
            document.photo = None;
        }
        let photo = photo.map(|photo| STANDARD.decode(photo));
        let (data, now) = (self.data.read(), self.clock.now());
        let details = details::read(data, &key, owner, page.id, standing, now).await?;
        Ok(Shown {
            document,
            details,
            photo: photo.transpose().map_err(|_| damaged())?,
        })
    }
}

/// Whether the photo may be seen by others.
fn shows_photo(owner: Actor, standing: Standing) -> bool {
    let photo = privacy::gate::permit("photo.content", owner, owner, Purpose::Publish, standing);
    photo != Err(Denied::Limited)
}

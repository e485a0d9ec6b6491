//! What a link shows, and what it would show if it were published anew: for its
//! owner's eyes, with the ids that the document itself has, by which one is compared
//! with the other.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cv::{Document, Id, Redaction, SectionKind, format};
use privacy::{Actor, Purpose};
use uuid::Uuid;

use super::content::unseal;
use super::{details, links};
use crate::documents;
use crate::failure::Failure;
use crate::standing;
use crate::store::Store;

/// What differs between what a link shows and its document.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub old: Document,
    pub new: Document,
    /// The photo is another one.
    pub photo: bool,
    /// The personal details are others.
    pub details: bool,
}

impl Difference {
    /// Whether publishing anew would change anything.
    pub fn is_something(&self) -> bool {
        self.photo || self.details || cv::changes::count(&self.old, &self.new) > 0
    }
}

impl Store {
    /// How a link stands to its document. None where it shows nothing, or was
    /// published before it was noted what its parts were made from, and the document
    /// was changed since.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document, or it no such link.
    pub async fn link_difference(
        &self,
        actor: Actor,
        document: Uuid,
        link: Uuid,
    ) -> Result<Option<Difference>, Failure> {
        let account = self.may_see(actor, document).await?;
        privacy::gate::read("document.content", actor, actor, Purpose::Publish)?;
        let data = self.data.read();
        let row = links::find(data, account, document, link).await?;
        let row = row.ok_or(Failure::Missing)?;
        if row.content.is_none() {
            return Ok(None);
        }
        let key = self.key(account).await?;
        let content = unseal(&key, &row)?;
        let found = documents::find(account, document, data).await?;
        let stored = documents::open(&key, &found.ok_or(Failure::Missing)?)?;
        let damaged = |_| Failure::Damaged("publication.content");
        let mut old = format::load_value(content.document).map_err(damaged)?;
        if !restore_ids(&mut old, &content.ids) {
            return Ok(None);
        }
        let mut redaction = content.redaction.without_details();
        details::note(data, account, row.id, &mut redaction).await?;
        // For its owner's eyes, so that restriction does not matter.
        let standing = standing::standing(data, account).await?;
        let shown = self
            .redact(data, actor, &stored.document, &redaction, standing)
            .await?;
        let now = self.clock.now();
        let details = details::read(data, &key, actor, row.id, standing, now).await?;
        let mut new = seen(&stored.document, &redaction);
        new.photo = shown.document.photo;
        let photo = shown.photo.map(|photo| STANDARD.encode(photo));
        Ok(Some(Difference {
            // That there is one, or none, is told already.
            photo: photo.is_some() && content.photo.is_some() && photo != content.photo,
            details: details != shown.details,
            old,
            new,
        }))
    }
}

/// What others see of a document, with the ids that it has itself.
fn seen(document: &Document, redaction: &Redaction) -> Document {
    let mut seen = cv::seen(document, redaction);
    seen.sections
        .retain(|section| section.kind != SectionKind::Letter);
    seen
}

/// The ids of what others see of a document, in reading order.
pub(super) fn ids(document: &Document, redaction: &Redaction) -> Vec<Id> {
    let seen = seen(document, redaction);
    let sections = seen.sections.iter();
    sections
        .flat_map(|section| {
            let items = section.items.iter().map(|item| item.id);
            std::iter::once(section.id).chain(items)
        })
        .collect()
}

/// Gives a published document the ids that its parts were made from. False where
/// they are not known.
fn restore_ids(document: &mut Document, ids: &[Id]) -> bool {
    let mut ids = ids.iter().copied();
    for section in &mut document.sections {
        let Some(id) = ids.next() else { return false };
        section.id = id;
        for item in &mut section.items {
            let Some(id) = ids.next() else { return false };
            item.id = id;
        }
    }
    ids.next().is_none()
}

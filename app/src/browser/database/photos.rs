//! The photos that drafts name, each under the name of its file.

use std::collections::BTreeSet;

use cv::{Document, PhotoFile};
use serde::{Deserialize, Serialize};

use super::{Drafts, PHOTOS, StoreError};

/// A photo's file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// A JPEG as an address that begins with `data:`.
    pub(crate) picture: String,
    /// The server has it, and these are its bytes.
    pub(crate) sent: bool,
}

impl Drafts {
    pub(crate) async fn photo(&self, file: PhotoFile) -> Result<Option<Kept>, StoreError> {
        let kept = self.read(&[PHOTOS])?.get(PHOTOS, &file.to_string()).await?;
        Ok(kept.and_then(|kept| serde_json::from_str(&kept).ok()))
    }

    pub(crate) async fn put_photo(&self, file: PhotoFile, kept: &Kept) -> Result<(), StoreError> {
        let kept = serde_json::to_string(kept).unwrap_or_default();
        let work = self.write(&[PHOTOS])?;
        work.put(PHOTOS, &file.to_string(), &kept).await?;
        work.finish().await
    }

    /// Takes the photo of a document that comes from another database.
    pub(crate) async fn bring_photo(
        &self,
        from: &Drafts,
        document: &Document,
    ) -> Result<(), StoreError> {
        let Some(photo) = document.photo else {
            return Ok(());
        };
        if self.photo(photo.file).await?.is_none()
            && let Some(kept) = from.photo(photo.file).await?
        {
            // Another account's server copy is none of this one's.
            let kept = Kept {
                sent: false,
                ..kept
            };
            self.put_photo(photo.file, &kept).await?;
        }
        Ok(())
    }

    /// Deletes the photos that no draft names, but for `open`, whose change may not
    /// be written yet.
    pub(crate) async fn sweep_photos(&self, open: Option<PhotoFile>) -> Result<(), StoreError> {
        // Before the drafts are read: what comes meanwhile is not looked at.
        let there = self.read(&[PHOTOS])?.all(PHOTOS).await?;
        let mut named: BTreeSet<String> = open.iter().map(PhotoFile::to_string).collect();
        for listed in self.list().await? {
            // One that cannot be read now may name any.
            let (document, _) = self.load(listed.draft).await?;
            named.extend(document.photo.map(|photo| photo.file.to_string()));
        }
        let work = self.write(&[PHOTOS])?;
        for (file, _) in there {
            if !named.contains(&file) {
                work.delete(PHOTOS, &file).await?;
            }
        }
        work.finish().await
    }
}

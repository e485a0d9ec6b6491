//! One round with the server: what it has not is sent, what others have saved is
//! taken, until there is nothing more of either.

use cv::format::{self, FORMAT};
use cv::{Document, Edit, Id};
use leptos::prelude::*;

use super::super::ask::ask;
use super::super::database::{Kept, ServerCopy, StoreError};
use super::super::random;
use super::{Sync, SyncState, gone};
use crate::service::ServiceError;
use crate::service::cv::{BatchOfEdits, CvLoad, CvSave, LoadedCv, SavedCv};
use crate::service::photo::{PhotoGet, PhotoPut};

impl Sync {
    /// Sends and takes until there is nothing more of either.
    pub(super) async fn round(self, draft: Id) -> Result<SyncState, ServiceError> {
        let drafts = self.journal.connect().await?;
        let Some(copy) = drafts.copy(draft).await? else {
            self.name(draft, None);
            return Ok(SyncState::Local);
        };
        self.tell(draft, &copy);
        if !copy.is_there() {
            // The first save was cut off. Its owner has declared what it needs.
            let copy = copy.clone();
            match copy.link {
                Some(_) => match self.begin_with(draft, copy).await {
                    Ok(_) => self.begun.notify(),
                    // Nothing is there, and what they had read does not hold any
                    // more: they are asked again when they save.
                    Err(ServiceError::Outdated) => {
                        self.give_up_on(draft).await;
                        return Ok(SyncState::Local);
                    }
                    Err(error) => return Err(error),
                },
                None => self.add_with(draft, copy).await?,
            }
        }
        let mut looked = false;
        loop {
            if self.is_open(draft) {
                self.running.update_value(|running| running.unsent = false);
            }
            self.journal.flush().await?;
            let mut batch = None;
            let fresh = random::uuid().ok_or(ServiceError::Failed)?;
            let mut next = |document: &Document, copy: &mut ServerCopy| {
                let version = copy.synced.version;
                batch = copy
                    .synced
                    .batch(document, || fresh.clone())
                    .map(|batch| (version, batch.clone()));
                Vec::new()
            };
            self.change(draft, &mut next).await?;
            let Some((base_version, batch)) = batch else {
                if looked {
                    // Ours, or that of a document that has just come.
                    self.carry_photo(draft).await?;
                    self.name(draft, Some(copy.id));
                    return Ok(SyncState::Saved);
                }
                looked = true;
                self.look(draft, &copy.id).await?;
                continue;
            };
            if self.is_open(draft) {
                self.show(SyncState::Saving);
            }
            let saved = BatchOfEdits {
                id: copy.id.clone(),
                base_version,
                batch_id: batch.id.clone(),
                format: FORMAT,
                edits: batch.edits,
            };
            let saved = ask(CvSave { batch: saved }).await?;
            match saved {
                SavedCv::Taken(version) => {
                    let mut damaged = false;
                    let mut taken = |_: &Document, copy: &mut ServerCopy| {
                        damaged = copy.synced.acknowledged(&batch.id, version).is_err();
                        Vec::new()
                    };
                    self.change(draft, &mut taken).await?;
                    // Then what the server has is read and merged.
                    looked = !damaged;
                }
                SavedCv::Stale(theirs) => {
                    let (theirs, version) = read(theirs)?;
                    let mut stale = |document: &Document, copy: &mut ServerCopy| {
                        copy.synced
                            .stale(&batch.id, document, theirs.clone(), version)
                            .unwrap_or_default()
                    };
                    self.change(draft, &mut stale).await?;
                }
            }
        }
    }

    /// Sends the draft's photo, and takes it back as the server has encoded it; or
    /// fetches it, where another browser has sent it.
    async fn carry_photo(self, draft: Id) -> Result<(), ServiceError> {
        let drafts = self.journal.connect().await?;
        let (document, _) = drafts.load(draft).await?;
        let Some(photo) = document.photo else {
            return Ok(());
        };
        let file = photo.file.to_string();
        let answer = match drafts.photo(photo.file).await? {
            Some(kept) if kept.sent => return Ok(()),
            Some(_) if self.refused.get_untracked() == Some(photo.file) => return Ok(()),
            Some(Kept { picture, .. }) => ask(PhotoPut { file, picture }).await,
            None => ask(PhotoGet { file }).await,
        };
        match answer {
            Ok(picture) => {
                let kept = Kept {
                    picture,
                    sent: true,
                };
                drafts.put_photo(photo.file, &kept).await?;
                self.photo.notify();
                Ok(())
            }
            // The text is worth saving without it, and it stays in this browser.
            Err(ServiceError::Refused | ServiceError::Quota) => {
                self.refused.set(Some(photo.file));
                Ok(())
            }
            Err(ServiceError::Missing) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Takes what others have saved, if there is anything.
    async fn look(self, draft: Id, id: &str) -> Result<(), ServiceError> {
        let drafts = self.journal.connect().await?;
        let Some(known) = drafts.copy(draft).await?.map(|copy| copy.synced.version) else {
            return Ok(());
        };
        let Some(theirs) = ask(CvLoad {
            id: id.to_owned(),
            known: Some(known),
        })
        .await?
        else {
            return Ok(());
        };
        let (theirs, version) = read(theirs)?;
        self.journal.flush().await?;
        let mut newer = |document: &Document, copy: &mut ServerCopy| {
            copy.synced
                .newer(known, document, theirs.clone(), version)
                .unwrap_or_default()
        };
        self.change(draft, &mut newer).await?;
        Ok(())
    }

    /// Changes what is known of a draft's copy, and the draft with it
    /// (`Drafts::change_copy`): all tabs follow, and what is known now is
    /// shown. False if there is no copy.
    pub(super) async fn change(
        self,
        draft: Id,
        change: &mut dyn FnMut(&Document, &mut ServerCopy) -> Vec<Edit>,
    ) -> Result<bool, StoreError> {
        let drafts = self.journal.connect().await?;
        let Some((copy, written)) = drafts.change_copy(draft, change).await? else {
            return Ok(false);
        };
        self.journal.follow(draft, written);
        self.tell(draft, &copy);
        Ok(true)
    }

    /// Says what the server knows the open draft by.
    fn name(self, draft: Id, id: Option<String>) {
        if self.is_open(draft) && self.id.with_untracked(|known| *known != id) {
            self.id.set(id);
        }
    }

    /// Shows what is known of the copy.
    fn tell(self, draft: Id, copy: &ServerCopy) {
        if !self.is_open(draft) {
            return;
        }
        let known = match self.state.get_untracked() {
            SyncState::Failed(error) => !gone(error),
            _ => true,
        };
        // One that the server would not hear of has to be heard of first.
        if known {
            self.name(draft, copy.is_there().then(|| copy.id.clone()));
        }
        if self
            .others
            .with_untracked(|known| *known != copy.synced.others)
        {
            self.others.set(copy.synced.others.clone());
        }
        self.returned.set(copy.synced.returned.len());
    }
}

pub(super) fn read(loaded: LoadedCv) -> Result<(Document, u64), ServiceError> {
    let document = format::load(&loaded.document).map_err(|error| match error {
        format::LoadError::Newer(_) => ServiceError::Outdated,
        _ => ServiceError::Failed,
    })?;
    Ok((document, loaded.version))
}

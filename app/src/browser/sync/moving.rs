//! What a member brings along, and what is left of it when they sign out.
//!
//! Drafts from before somebody signed in are in nobody's database. Each is written
//! into the member's own first, in one transaction, and only then deleted where it
//! was, and only if it is still what was written: whatever is cut off in between,
//! or typed in a tab that was opened before, is there the next time.

use cv::Document;
use privacy::Stored;
use privacy::inventory::DATABASE;

use super::super::ask::ask;
use super::super::database::{Drafts, Listed, ServerCopy, StoreError, title};
use super::super::{keep, random};
use super::Sync;
use crate::account::{self, AccountHere};
use crate::service::ServiceError;
use crate::service::cv::CvList;

impl Sync {
    /// Moves what the account has on the server already, or everything, into the
    /// member's own drafts. Returns what stays.
    pub(crate) async fn bring_in(self, all: bool) -> Result<Vec<Listed>, ServiceError> {
        let mut stay = Vec::new();
        let from = keep::elsewhere();
        if from.is_empty() {
            return Ok(stay);
        }
        let saved = ask(CvList {}).await?;
        let saved: Vec<String> = saved.into_iter().map(|listed| listed.id).collect();
        for of in from {
            let name = of.name(DATABASE);
            let old = Drafts::open(&name).await?;
            let moved = self.bring_from(&old, &saved, all, &mut stay).await;
            old.close();
            moved?;
            if Drafts::erase_if_empty(&name).await? {
                keep::flag_as(&of.name(Stored::Drafts.name()), false);
            }
        }
        self.run();
        Ok(stay)
    }

    async fn bring_from(
        self,
        old: &Drafts,
        saved: &[String],
        all: bool,
        stay: &mut Vec<Listed>,
    ) -> Result<(), ServiceError> {
        let ours = self.journal.connect().await?;
        let mut drafts = old.list().await?;
        while let Some(mut listed) = drafts.pop() {
            let draft = listed.draft;
            let Ok((document, _)) = old.load(draft).await else {
                stay.push(listed);
                continue;
            };
            listed.title = title(&document);
            let here = ours.load(draft).await.ok();
            let copy = old
                .copy(draft)
                .await?
                .filter(|copy| saved.contains(&copy.id));
            let known = ours.copies().await?;
            let known = |id: &str| known.iter().any(|(_, copy)| copy.id == id);
            let copy = match copy {
                // It was cut off before it was deleted there.
                _ if here.as_ref().is_some_and(|(here, _)| *here == document) => None,
                Some(copy) if known(&copy.id) && copy.synced.base == document => None,
                Some(mut copy) if !known(&copy.id) => {
                    copy.link = None;
                    copy.synced.version = copy.synced.version.max(1);
                    Some(copy)
                }
                _ if all => {
                    let id = random::uuid_of(draft).ok_or(ServiceError::Failed)?;
                    Some(ServerCopy::new(id, document.clone()))
                }
                _ => {
                    stay.push(listed);
                    continue;
                }
            };
            if let Some(copy) = copy {
                let free = here.map_or(draft, |_| random::id());
                let now = listed.changed;
                ours.bring_photo(old, &document).await?;
                ours.put_loaded(free, &document, &copy, now).await?;
                keep::set_flag(true);
            }
            // What goes into memory stays on the disk until it is saved.
            if ours.is_on_disk() && !old.delete(draft, Some(&document)).await? {
                drafts.push(listed);
            }
        }
        Ok(())
    }

    /// The drafts of this browser that the server does not have as they are.
    pub(crate) async fn unsent(self) -> Result<Vec<Listed>, StoreError> {
        let drafts = self.journal.connect().await?;
        let mut unsent = Vec::new();
        for mut listed in drafts.list().await? {
            let copy = drafts.copy(listed.draft).await?;
            let (document, _) = drafts.load(listed.draft).await?;
            listed.title = title(&document);
            if !copy.is_some_and(|copy| copy.is_all_there(&document)) {
                unsent.push(listed);
            }
        }
        Ok(unsent)
    }

    /// Sends what the server does not have of saved drafts; with `all`, of the
    /// others too. Returns what it does not have then, and why.
    pub(crate) async fn send_all(
        self,
        all: bool,
    ) -> Result<(Vec<Listed>, Option<ServiceError>), ServiceError> {
        self.journal.flush().await?;
        let stay = self.bring_in(all).await;
        let mut failed = stay.as_ref().err().copied();
        let drafts = self.journal.connect().await?;
        for Listed { draft, .. } in self.unsent().await? {
            if all && drafts.copy(draft).await?.is_none() {
                let (document, _) = drafts.load(draft).await?;
                let id = random::uuid_of(draft).ok_or(ServiceError::Failed)?;
                drafts
                    .put_copy(draft, &ServerCopy::new(id, document))
                    .await?;
            }
            if let Err(error) = self.round(draft).await {
                failed = Some(error);
            }
        }
        let mut missing = self.unsent().await?;
        missing.extend(stay.unwrap_or_default());
        Ok((missing, failed))
    }

    /// Deletes what this browser holds of the member, and what nobody's database
    /// holds. Returns what is to be said to the server of it, if all went well.
    pub(crate) async fn clear(self, blank: Document) -> Option<&'static str> {
        self.journal.leave();
        self.journal.close(blank);
        let mut cleared = true;
        for here in [account::of_page(), AccountHere::default()] {
            cleared &= Drafts::erase(&here.name(DATABASE)).await.is_ok();
        }
        match (cleared, keep::forget()) {
            (true, true) => Some("own"),
            (true, false) => Some("all"),
            // Then the server has the browser do it.
            (false, _) => None,
        }
    }
}

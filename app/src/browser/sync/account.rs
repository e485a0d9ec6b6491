//! From a draft of this browser to one of an account, and back: the first save,
//! owner links, deleting.

use cv::{Document, Id, Other, format};
use leptos::prelude::*;

use super::super::ask::ask;
use super::super::database::{Declared, ServerCopy, StoreError};
use super::super::{keep, random};
use super::round::read;
use super::{Sync, SyncState};
use crate::service::ServiceError;
use crate::service::cv::{Begin, CvBegin, CvCreate, CvDelete, CvList, CvLoad};
use crate::service::owner::OwnerLinkOpen;
use crate::{account, language};

impl Sync {
    /// The first save of this browser: makes an account, and returns the secret
    /// of its owner link.
    pub(crate) async fn begin(self) -> Result<String, ServiceError> {
        let draft = self.journal.draft.get_untracked();
        let declared = Declared {
            policy: privacy::POLICY_VERSION.to_owned(),
            terms: account::terms_of_page(),
            lang: language::of_page().tag().to_owned(),
        };
        let first = random::secret().map(|link| (link, declared));
        let copy = self.new_copy(draft, first).await?;
        self.begin_with(draft, copy).await
    }

    pub(super) async fn begin_with(
        self,
        draft: Id,
        copy: ServerCopy,
    ) -> Result<String, ServiceError> {
        let link = copy.link.clone().ok_or(ServiceError::Failed)?;
        // One that began before this was noted: the server knows whether it is there.
        let declared = copy.declared.clone().unwrap_or_default();
        let begin = Begin {
            link: link.clone(),
            adult: true,
            policy: declared.policy,
            terms: declared.terms,
            lang: declared.lang,
            id: copy.id.clone(),
            document: format::save(&copy.synced.base),
        };
        ask(CvBegin { begin }).await?;
        self.is_there(draft, copy.id).await?;
        Ok(link)
    }

    /// Saves a draft more to the account that this browser acts for.
    pub(crate) async fn add(self) -> Result<(), ServiceError> {
        let draft = self.journal.draft.get_untracked();
        let copy = self.new_copy(draft, None).await?;
        self.add_with(draft, copy).await
    }

    pub(super) async fn add_with(self, draft: Id, copy: ServerCopy) -> Result<(), ServiceError> {
        let document = format::save(&copy.synced.base);
        ask(CvCreate {
            id: copy.id.clone(),
            document,
        })
        .await?;
        self.is_there(draft, copy.id).await
    }

    /// Whether this browser acts for an account already, as far as it knows.
    pub(crate) async fn has_account(self) -> bool {
        // What is in memory alone knows of no other tab in which somebody signed in.
        if account::of_page().shared {
            return ask(CvList {}).await.is_ok();
        }
        let Ok(drafts) = self.journal.connect().await else {
            return false;
        };
        let copies = drafts.copies().await.unwrap_or_default();
        copies.iter().any(|(_, copy)| copy.is_there())
    }

    /// Notes what is about to be sent, before it is: if the answer is lost, the
    /// same is sent again.
    /// `first` is what makes an account: its link, and what was declared for it.
    async fn new_copy(
        self,
        draft: Id,
        first: Option<(String, Declared)>,
    ) -> Result<ServerCopy, ServiceError> {
        let (link, declared) = first.unzip();
        self.journal.flush().await?;
        let drafts = self.journal.connect().await?;
        // One that the server had and has no more is forgotten: it is saved anew.
        let known = drafts.copy(draft).await?;
        if let Some(mut copy) = known.filter(|copy| !copy.is_there()) {
            copy.link = copy.link.or(link);
            copy.declared = declared.or(copy.declared);
            drafts.put_copy(draft, &copy).await?;
            return Ok(copy);
        }
        let document = match drafts.load(draft).await {
            Ok((document, _)) => document,
            // A blank draft is not written before it is asked for.
            Err(StoreError::Missing) => {
                let blank = self.editing.peek(Document::clone);
                drafts.put(draft, &blank, js_sys::Date::now()).await?;
                blank
            }
            Err(error) => return Err(error.into()),
        };
        let id = random::uuid_of(draft).ok_or(ServiceError::Failed)?;
        let mut copy = ServerCopy::new(id, document);
        copy.link = link;
        copy.declared = declared;
        drafts.put_copy(draft, &copy).await?;
        Ok(copy)
    }

    /// The server has taken the first save.
    async fn is_there(self, draft: Id, id: String) -> Result<(), ServiceError> {
        // Whatever was wrong with it before, the server has it now.
        if self.is_open(draft) {
            self.show(SyncState::Saved);
        }
        let mut there = |_: &Document, copy: &mut ServerCopy| {
            copy.synced.version = copy.synced.version.max(1);
            Vec::new()
        };
        if !self.change(draft, &mut there).await? {
            // The draft was deleted while it was being saved.
            return ask(CvDelete { id }).await;
        }
        if self.is_open(draft) {
            self.run();
        }
        Ok(())
    }

    /// Gives up a first save that the server has refused.
    pub(crate) async fn give_up(self) {
        self.give_up_on(self.journal.draft.get_untracked()).await;
    }

    pub(super) async fn give_up_on(self, draft: Id) {
        if let Ok(drafts) = self.journal.connect().await
            && let Ok(Some(copy)) = drafts.copy(draft).await
            && !copy.is_there()
        {
            // If it stays, it is tried again: no harm.
            let _ = drafts.forget_copy(draft).await;
            if self.is_open(draft) {
                self.show(SyncState::Local);
            }
        }
    }

    /// The owner link's secret, if its owner has not taken it yet.
    pub(crate) async fn untaken_link(self) -> Option<String> {
        let drafts = self.journal.connect().await.ok()?;
        let copies = drafts.copies().await.ok()?;
        copies
            .into_iter()
            .find_map(|(_, copy)| copy.is_there().then_some(copy.link).flatten())
    }

    /// The owner has taken the link: this browser forgets it.
    pub(crate) async fn link_taken(self) -> Result<(), StoreError> {
        let drafts = self.journal.connect().await?;
        for (draft, copy) in drafts.copies().await? {
            if copy.link.is_some() {
                let mut forget = |_: &Document, copy: &mut ServerCopy| {
                    copy.link = None;
                    Vec::new()
                };
                self.change(draft, &mut forget).await?;
            }
        }
        Ok(())
    }

    /// The owner has looked at what others wrote and at what came back.
    pub(crate) async fn looked_at(self, other: Option<Other>) -> Result<(), StoreError> {
        let draft = self.journal.draft.get_untracked();
        let mut forget = |_: &Document, copy: &mut ServerCopy| {
            match &other {
                Some(other) => copy.synced.others.retain(|kept| kept != other),
                None => copy.synced.returned.clear(),
            }
            Vec::new()
        };
        self.change(draft, &mut forget).await?;
        Ok(())
    }

    /// Whether a link would take this browser from one account to another.
    pub(crate) async fn would_leave(self, secret: &str) -> bool {
        let Ok(drafts) = self.journal.connect().await else {
            return false;
        };
        let copies = drafts.copies().await.unwrap_or_default();
        let ours = copies
            .iter()
            .any(|(_, copy)| copy.link.as_deref() == Some(secret));
        !ours && copies.iter().any(|(_, copy)| copy.is_there())
    }

    /// Opens an account by its owner link: brings its documents here and opens
    /// the one that was changed last.
    pub(crate) async fn open_link(self, secret: String) -> Result<(), ServiceError> {
        ask(OwnerLinkOpen { link: secret }).await?;
        let mut newest = None;
        for listed in ask(CvList {}).await? {
            let draft = self.fetch(listed.id).await?;
            newest = newest.or(Some(draft));
        }
        self.journal
            .open(newest.ok_or(ServiceError::Missing)?)
            .await?;
        self.run();
        Ok(())
    }

    /// Opens a document of the account's by its id.
    pub(crate) async fn open_saved(self, id: String) -> Result<(), ServiceError> {
        let draft = self.fetch(id).await?;
        Ok(self.journal.open(draft).await?)
    }

    /// The draft of a document of the account's, which is brought here if it is not.
    pub(crate) async fn fetch(self, id: String) -> Result<Id, ServiceError> {
        let drafts = self.journal.connect().await?;
        let copies = drafts.copies().await?;
        if let Some((draft, _)) = copies.iter().find(|(_, copy)| copy.id == id) {
            return Ok(*draft);
        }
        let (document, version) = self.look_at(id.clone()).await?;
        // The number that it has in every browser, unless something else has it here.
        let draft = random::draft_of(&id).unwrap_or_else(random::id);
        let draft = match drafts.load(draft).await {
            Err(StoreError::Missing) => draft,
            _ => random::id(),
        };
        let mut copy = ServerCopy::new(id, document.clone());
        copy.synced.version = version;
        let now = js_sys::Date::now();
        drafts.put_loaded(draft, &document, &copy, now).await?;
        keep::set_flag(true);
        Ok(draft)
    }

    /// A document of the account's and its version, which is not kept here.
    pub(crate) async fn look_at(self, id: String) -> Result<(Document, u64), ServiceError> {
        let load = CvLoad { id, known: None };
        read(ask(load).await?.ok_or(ServiceError::Missing)?)
    }

    /// Deletes the server's copy of a draft, if it has one.
    pub(crate) async fn delete(self, draft: Id) -> Result<(), ServiceError> {
        let drafts = self.journal.connect().await?;
        let Some(copy) = drafts.copy(draft).await? else {
            return Ok(());
        };
        match ask(CvDelete { id: copy.id }).await {
            // It is not there, or nothing that this browser may delete.
            Ok(()) | Err(ServiceError::Missing | ServiceError::SignedOut) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

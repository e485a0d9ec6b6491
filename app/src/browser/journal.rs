//! Keeps the draft: every edit goes into the journal in the order in which it
//! was made, and the state that the writer sees says what has happened so far.
//!
//! Writing starts in the same turn as the edit and runs one transaction at a
//! time; edits made meanwhile go together in the next. What could not be
//! written stays in the queue and is tried again, at the next edit or after a
//! few seconds, whichever comes first. Nothing leaves the queue unwritten: to
//! open another draft is refused while this one cannot be kept.
//!
//! What is on the disk is the truth for all tabs. A tab that hears of an edit
//! makes it too; where the two may have crossed it reads the draft again.

use std::rc::Rc;

use cv::{Document, Id, format};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use privacy::inventory::DATABASE;
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::spawn_local;

use super::database::{Drafts, Setting, StoreError, Written};
use super::keep;
use super::tabs::{Message, Tabs};
use crate::account;
use crate::editor::documents;
use crate::editor::editing::{Change, Editing};
use crate::page::Page;

mod writing;

/// What has become of the draft in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DraftState {
    /// Nothing has been written yet.
    Blank,
    Saving,
    Saved,
    /// There is no room left. The draft is in this tab only.
    Full,
    /// The browser refuses to store anything, or its database fails.
    Refused,
}

/// A handle on the journal of this tab; copies are the same one.
#[derive(Clone, Copy)]
pub(crate) struct Journal {
    state: StoredValue<State>,
    editing: Editing,
    pub(crate) saved: RwSignal<DraftState>,
    /// The draft that this tab has open.
    pub(crate) draft: RwSignal<Id>,
    /// Another tab runs a newer version of the site.
    pub(crate) outdated: RwSignal<bool>,
}

struct State {
    /// The open database; opened again when it is lost.
    drafts: Option<SendWrapper<Rc<Drafts>>>,
    opening: bool,
    /// Whoever wrote here has signed out: nothing is opened any more.
    closed: bool,
    tabs: Option<SendWrapper<Tabs>>,
    queue: Queue,
    writing: bool,
    retrying: bool,
    /// Entries since the last snapshot, as far as this tab knows.
    entries: usize,
    /// The key of the last entry that this tab wrote.
    written: f64,
    /// Something was heard while the draft was being read.
    stale: bool,
    /// The writer has been told that what is open cannot be kept.
    warned: bool,
}

/// What is still to be written for the open draft.
enum Queue {
    /// The whole document: it is not in the database, or not any more.
    Whole,
    Edits(Vec<String>),
}

impl Queue {
    fn take(&mut self) -> Queue {
        std::mem::replace(self, Queue::Edits(Vec::new()))
    }
}

impl Journal {
    pub(crate) fn new(editing: Editing) -> Journal {
        Journal {
            state: StoredValue::new(State {
                drafts: None,
                opening: false,
                closed: false,
                tabs: None,
                queue: Queue::Whole,
                writing: false,
                retrying: false,
                entries: 0,
                written: 0.0,
                stale: false,
                warned: false,
            }),
            editing,
            saved: RwSignal::new(DraftState::Blank),
            draft: RwSignal::new(Id::BASICS),
            outdated: RwSignal::new(false),
        }
    }

    /// Opens the database and the draft that was open last, and from then on
    /// keeps every change. Returns whether there was a draft.
    pub(crate) async fn start(self) -> Result<bool, StoreError> {
        self.draft.set(super::random::id());
        let tabs = Tabs::connect(move |message| match message {
            Some(message) => self.hear(&message),
            None => self.left(),
        });
        self.state
            .update_value(|state| state.tabs = Some(SendWrapper::new(tabs)));
        let opened = self.open_last().await;
        self.editing.listen(move |change| self.note(change));
        match &opened {
            Err(error) => self.saved.set(failed(error)),
            // What was typed while the database was being opened.
            Ok(false) if self.pending() => self.write(),
            Ok(_) => {}
        }
        opened
    }

    /// Opens the draft that was open last, if there is any.
    pub(crate) async fn open_last(self) -> Result<bool, StoreError> {
        let drafts = self.connect().await?;
        let listed = drafts.list().await?;
        keep::set_flag(!listed.is_empty());
        let known = |id: &Id| listed.iter().any(|listed| listed.draft == *id);
        let draft = keep::tab_draft().filter(known);
        let draft = match draft {
            Some(draft) => Some(draft),
            None => {
                let current = drafts.setting(Setting::Current).await?;
                current.and_then(|id| id.parse().ok()).filter(known)
            }
        };
        let Some(draft) = draft.or(listed.first().map(|listed| listed.draft)) else {
            return Ok(false);
        };
        self.open(draft).await?;
        Ok(true)
    }

    /// Opens a draft that is in the database. Whatever was still to be written
    /// of the one that was open is written first.
    ///
    /// # Errors
    /// The draft cannot be read, or the one that is open cannot be kept. That
    /// one then stays open.
    pub(crate) async fn open(self, draft: Id) -> Result<(), StoreError> {
        let drafts = self.connect().await?;
        let (document, entries) = self.read(&drafts, draft).await?;
        self.draft.set(draft);
        self.editing.open(document);
        self.state.update_value(|state| {
            state.queue = Queue::Edits(Vec::new());
            state.entries = entries;
            state.written = 0.0;
        });
        self.saved.set(DraftState::Saved);
        keep::set_tab_draft(draft);
        drafts.set(Setting::Current, &draft.to_string()).await
    }

    /// Reads a draft at a moment at which nothing of this tab is unwritten and
    /// nothing was heard meanwhile.
    async fn read(self, drafts: &Drafts, draft: Id) -> Result<(Document, usize), StoreError> {
        loop {
            self.flush().await?;
            self.state.update_value(|state| state.stale = false);
            let loaded = drafts.load(draft).await?;
            if !self.pending() && !self.state.with_value(|state| state.stale) {
                return Ok(loaded);
            }
        }
    }

    /// Makes a new draft of a document. It is stored at once, unless it is
    /// blank: then with its first edit.
    ///
    /// # Errors
    /// The draft that is open cannot be kept. It stays open; who tries again
    /// has been told and means it.
    pub(crate) async fn create(self, document: Document) -> Result<(), StoreError> {
        if let Err(error) = self.flush().await
            && !self.state.with_value(|state| state.warned)
        {
            self.state.update_value(|state| state.warned = true);
            return Err(error);
        }
        let blank = document.is_blank();
        self.draft.set(super::random::id());
        self.editing.open(document);
        self.state.update_value(|state| {
            state.queue = Queue::Whole;
            state.entries = 0;
            state.warned = false;
        });
        self.saved.set(DraftState::Blank);
        if !blank {
            self.write();
        }
        Ok(())
    }

    /// Deletes a draft. Deleting the open one leaves a blank document.
    pub(crate) async fn delete(self, draft: Id, blank: Document) -> Result<(), StoreError> {
        let drafts = self.connect().await?;
        if draft == self.draft.get_untracked() {
            // What is unwritten of it goes with it.
            self.state
                .update_value(|state| state.queue = Queue::Edits(Vec::new()));
            self.create(blank).await?;
        }
        drafts.delete(draft, None).await?;
        keep::set_flag(!drafts.list().await?.is_empty());
        Ok(())
    }

    /// The database, opened if it is not or not any more.
    pub(crate) async fn connect(self) -> Result<Rc<Drafts>, StoreError> {
        // One at a time: a second connection would be dropped without having
        // been closed, and stand in the way of whoever deletes the database.
        while self.state.with_value(|state| state.opening) {
            TimeoutFuture::new(5).await;
        }
        if let Some(drafts) = self.state.with_value(|state| state.drafts.clone()) {
            return Ok((*drafts).clone());
        }
        if self.state.with_value(|state| state.closed) {
            return Err(StoreError::Closed);
        }
        self.state.update_value(|state| state.opening = true);
        let here = account::of_page();
        let opened = match here.shared {
            true => {
                // What the page had made before it was said to keep nothing.
                let _ = Drafts::erase_if_empty(&here.name(DATABASE)).await;
                Ok(Drafts::in_memory())
            }
            false => Drafts::open(&here.name(DATABASE)).await,
        };
        let opened = opened.map(Rc::new);
        self.state.update_value(|state| {
            state.opening = false;
            state.drafts = opened.as_ref().ok().cloned().map(SendWrapper::new);
        });
        opened
    }

    /// The connection may be lost: the next try opens another.
    pub(crate) fn reconnect(self) {
        self.state.update_value(|state| {
            state.drafts.take_if(|drafts| drafts.is_on_disk());
        });
    }

    /// Lets go of everything: from now on nothing is kept, nothing is shown, and
    /// nothing asks before the page is left.
    pub(crate) fn close(self, blank: Document) {
        self.state.update_value(|state| {
            state.closed = true;
            state.queue = Queue::Edits(Vec::new());
            if let Some(drafts) = state.drafts.take() {
                drafts.close();
            }
        });
        self.editing.open(blank);
    }

    /// Tells the other tabs that whoever wrote here has signed out.
    pub(crate) fn leave(self) {
        self.state.with_value(|state| {
            if let Some(tabs) = &state.tabs {
                tabs.leave();
            }
        });
    }

    /// Another tab has signed out. What is on the disk is deleted by it; what is
    /// in this tab's memory alone is asked about when the page is left.
    fn left(self) {
        if !account::of_page().shared {
            keep::forget();
            let blank = documents::blank(self.editing.peek(|document| document.language));
            self.close(blank);
        }
        // In this page's place, so that nobody goes back to it.
        let _ = window().location().replace(Page::SignedOut.path());
    }

    /// Whether something is not on disk yet.
    pub(crate) fn unsaved(self) -> bool {
        self.pending()
    }

    fn pending(self) -> bool {
        self.state.with_value(|state| {
            state.writing
                || match &state.queue {
                    Queue::Whole => !self.editing.peek(Document::is_blank),
                    Queue::Edits(edits) => !edits.is_empty(),
                }
        })
    }

    fn note(self, change: &Change<'_>) {
        if let Change::Edited(edit) = change {
            self.state.update_value(|state| {
                state.warned = false;
                if let Queue::Edits(edits) = &mut state.queue {
                    edits.push(format::save_edit(edit));
                }
            });
            self.write();
        }
    }

    /// Another tab has changed a draft.
    fn hear(self, message: &Message) {
        if message.draft != self.draft.get_untracked() {
            self.state.update_value(|state| state.stale = true);
            return;
        }
        let crossed = self.pending() || message.key < self.state.with_value(|state| state.written);
        let mut followed = true;
        for edit in &message.edits {
            match format::load_edit(edit) {
                Ok(edit) => followed &= self.editing.follow(&edit),
                Err(_) => return self.outdated.set(true),
            }
        }
        self.state.update_value(|state| {
            state.entries += message.edits.len();
            state.stale = true;
        });
        if crossed || !followed {
            spawn_local(async move {
                if let Err(error) = self.agree().await {
                    self.saved.set(failed(&error));
                }
            });
        }
    }

    /// Something was written into a draft's journal for the server's sake: all
    /// tabs follow, this one too.
    pub(crate) fn follow(self, draft: Id, Written { key, edits }: Written) {
        if edits.is_empty() {
            return;
        }
        let message = Message { draft, key, edits };
        self.state.with_value(|state| {
            if let Some(tabs) = &state.tabs {
                tabs.tell(&message);
            }
        });
        self.hear(&message);
    }

    /// Shows what is stored, if that is not what is shown.
    async fn agree(self) -> Result<(), StoreError> {
        let drafts = self.connect().await?;
        let (document, _) = self.read(&drafts, self.draft.get_untracked()).await?;
        let edits = self.editing.peek(|shown| cv::diff(shown, &document));
        // By edits, so that what was done can still be undone, and the cursor
        // stays where it is.
        if !edits.iter().all(|edit| self.editing.follow(edit)) {
            self.editing.open(document);
        }
        Ok(())
    }
}

fn failed(error: &StoreError) -> DraftState {
    match error {
        StoreError::Full => DraftState::Full,
        _ => DraftState::Refused,
    }
}

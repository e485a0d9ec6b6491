//! Keeps the draft: every edit goes into the journal in the order in which it
//! was made, and the state that the writer sees says what has happened so far.
//!
//! Writing starts in the same turn as the edit and runs one transaction at a
//! time; edits made meanwhile go together in the next. What could not be
//! written stays in the queue and is tried again, at the next edit or after a
//! few seconds, whichever comes first.

use std::rc::Rc;

use cv::{Edit, Id, format};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::spawn_local;

use super::database::{Drafts, StoreError};
use super::keep;
use super::tabs::Tabs;
use crate::editor::editing::{Change, Editing};

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

/// After so many entries the journal is folded into the snapshot.
const COMPACT_AFTER: usize = 100;
/// Milliseconds until a failed write is tried again.
const RETRY_MS: u32 = 3_000;

/// A handle on the journal of this tab; copies are the same one.
#[derive(Clone, Copy)]
pub(crate) struct Journal {
    state: StoredValue<State>,
    editing: Editing,
    pub(crate) saved: RwSignal<DraftState>,
    /// The draft that this tab has open.
    pub(crate) draft: RwSignal<Id>,
}

struct State {
    /// `None` until it is open, and for good where the browser refuses one.
    drafts: Option<SendWrapper<Rc<Drafts>>>,
    queue: Queue,
    writing: bool,
    /// Entries since the last snapshot.
    entries: usize,
}

/// What is still to be written for the open draft.
enum Queue {
    /// The whole document: it is not in the database, or not any more.
    Whole,
    Edits(Vec<String>),
}

impl Journal {
    pub(crate) fn new(editing: Editing) -> Journal {
        Journal {
            state: StoredValue::new(State {
                drafts: None,
                queue: Queue::Whole,
                writing: false,
                entries: 0,
            }),
            editing,
            saved: RwSignal::new(DraftState::Blank),
            draft: RwSignal::new(Id::BASICS),
        }
    }

    /// Opens the database and the draft that was open last, and from then on
    /// keeps every change. Returns whether there was a draft.
    pub(crate) async fn start(self) -> Result<bool, StoreError> {
        self.draft.set(super::random::id());
        let opened = self.open_last().await;
        self.editing.listen(move |change| self.note(change));
        let tabs = Tabs::connect(move |draft, edit| self.hear(draft, &edit));
        self.editing.listen(move |change| {
            if let Change::Edited(edit) = change {
                tabs.tell(self.draft.get_untracked(), edit);
            }
        });
        match &opened {
            Err(error) => self.saved.set(failed(error)),
            // What was typed while the database was being opened.
            Ok(false) if !self.editing.peek(cv::Document::is_blank) => self.write(),
            Ok(_) => {}
        }
        opened
    }

    async fn open_last(self) -> Result<bool, StoreError> {
        let drafts = Rc::new(Drafts::open().await?);
        self.state
            .update_value(|s| s.drafts = Some(SendWrapper::new(drafts.clone())));
        let listed = drafts.list().await?;
        keep::set_flag(!listed.is_empty());
        let current = drafts.current().await?;
        let draft = current
            .filter(|id| listed.iter().any(|l| l.draft == *id))
            .or(listed.first().map(|l| l.draft));
        let Some(draft) = draft else { return Ok(false) };
        self.open(draft).await?;
        Ok(true)
    }

    /// Opens a draft that is in the database. Whatever was still to be written
    /// of the one that was open is written first.
    pub(crate) async fn open(self, draft: Id) -> Result<(), StoreError> {
        let drafts = self.drafts().ok_or(StoreError::Missing)?;
        self.settle().await;
        let document = drafts.load(draft).await?;
        self.draft.set(draft);
        self.editing.open(document);
        self.state.update_value(|state| {
            state.queue = Queue::Edits(Vec::new());
            // What was journaled before is folded in at the next chance.
            state.entries = COMPACT_AFTER;
        });
        self.saved.set(DraftState::Saved);
        drafts.set_current(draft).await
    }

    /// Makes a new draft of a document. It is stored at once, unless it is
    /// blank: then with its first edit.
    pub(crate) async fn create(self, document: cv::Document) {
        self.settle().await;
        let blank = document.is_blank();
        self.draft.set(super::random::id());
        self.editing.open(document);
        self.state.update_value(|state| state.queue = Queue::Whole);
        self.saved.set(DraftState::Blank);
        if !blank {
            self.write();
        }
    }

    /// Deletes a draft. Deleting the open one leaves a blank document.
    pub(crate) async fn delete(self, draft: Id, blank: cv::Document) -> Result<(), StoreError> {
        let drafts = self.drafts().ok_or(StoreError::Missing)?;
        if draft == self.draft.get_untracked() {
            self.create(blank).await;
        }
        drafts.delete(draft).await?;
        keep::set_flag(!drafts.list().await?.is_empty());
        Ok(())
    }

    pub(crate) fn drafts(self) -> Option<Rc<Drafts>> {
        self.state
            .with_value(|state| state.drafts.as_deref().cloned())
    }

    fn entries(self) -> usize {
        self.state.with_value(|state| state.entries)
    }

    /// Whether something is not on disk yet.
    pub(crate) fn unsaved(self) -> bool {
        !matches!(
            self.saved.get_untracked(),
            DraftState::Blank | DraftState::Saved
        )
    }

    fn note(self, change: &Change<'_>) {
        if let Change::Edited(edit) = change {
            self.state.update_value(|state| {
                if let Queue::Edits(edits) = &mut state.queue {
                    edits.push(format::save_edit(edit));
                }
            });
            self.write();
        }
    }

    /// Another tab has changed a draft.
    fn hear(self, draft: Id, edit: &Edit) {
        if draft != self.draft.get_untracked() || self.editing.follow(edit) {
            return;
        }
        // The tabs have grown apart; what is stored has both.
        spawn_local(async move {
            if let Err(error) = self.open(draft).await {
                self.saved.set(failed(&error));
            }
        });
    }

    /// Starts writing, unless that is under way already.
    fn write(self) {
        if self.drafts().is_none() {
            self.saved.set(DraftState::Refused);
            return;
        }
        if self.saved.get_untracked() != DraftState::Saving {
            self.saved.set(DraftState::Saving);
        }
        let writing = self
            .state
            .try_update_value(|state| std::mem::replace(&mut state.writing, true));
        if writing == Some(false) {
            spawn_local(async move { self.write_all().await });
        }
    }

    async fn write_all(self) {
        loop {
            match self.write_once().await {
                Ok(true) => continue,
                Ok(false) => break,
                Err(error) => {
                    self.saved.set(failed(&error));
                    self.state.update_value(|state| state.writing = false);
                    spawn_local(async move {
                        TimeoutFuture::new(RETRY_MS).await;
                        if self.unsaved() {
                            self.write();
                        }
                    });
                    return;
                }
            }
        }
        self.state.update_value(|state| state.writing = false);
        self.saved.set(DraftState::Saved);
        if self.entries() >= COMPACT_AFTER {
            self.compact().await;
        }
    }

    /// Writes what is in the queue. False if it was empty.
    async fn write_once(self) -> Result<bool, StoreError> {
        let Some(drafts) = self.drafts() else {
            return Ok(false);
        };
        let draft = self.draft.get_untracked();
        let nothing = || Queue::Edits(Vec::new());
        let taken = self
            .state
            .try_update_value(|state| std::mem::replace(&mut state.queue, nothing()));
        match taken.unwrap_or_else(nothing) {
            Queue::Edits(edits) if edits.is_empty() => Ok(false),
            Queue::Edits(edits) => {
                if let Err(error) = drafts.append(draft, &edits).await {
                    self.put_back(edits);
                    return Err(error);
                }
                self.state
                    .update_value(|state| state.entries += edits.len());
                Ok(true)
            }
            Queue::Whole => {
                let document = self.editing.peek(Clone::clone);
                if let Err(error) = drafts.put(draft, &document, js_sys::Date::now()).await {
                    self.state.update_value(|state| state.queue = Queue::Whole);
                    return Err(error);
                }
                keep::set_flag(true);
                drafts.set_current(draft).await?;
                Ok(true)
            }
        }
    }

    /// Edits that could not be written go before those made since.
    fn put_back(self, mut edits: Vec<String>) {
        self.state.update_value(|state| {
            if let Queue::Edits(later) = &mut state.queue {
                edits.append(later);
                *later = edits;
            }
        });
    }

    /// Folds the journal into the snapshot, when there is time for it.
    pub(crate) async fn compact(self) {
        let Some(drafts) = self.drafts() else { return };
        if self.entries() == 0 {
            return;
        }
        // If this fails the journal simply stays longer.
        let draft = self.draft.get_untracked();
        if drafts.compact(draft, js_sys::Date::now()).await.is_ok() {
            self.state.update_value(|state| state.entries = 0);
        }
    }

    /// Waits until nothing is left to write, or writing fails.
    async fn settle(self) {
        while self.state.with_value(|state| state.writing) {
            TimeoutFuture::new(5).await;
        }
    }
}

fn failed(error: &StoreError) -> DraftState {
    match error {
        StoreError::Full => DraftState::Full,
        _ => DraftState::Refused,
    }
}

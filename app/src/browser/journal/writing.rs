//! Writing what is in the journal's queue: one transaction at a time, and again
//! until it is on the disk.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::super::database::{Setting, StoreError};
use super::super::keep;
use super::super::tabs::Message;
use super::{DraftState, Journal, Queue, failed};

/// After so many entries the journal is folded into the snapshot.
const COMPACT_AFTER: usize = 100;
/// Milliseconds until a failed write is tried again.
const RETRY_MS: u32 = 3_000;

impl Journal {
    /// Starts writing, unless that is under way already.
    pub(super) fn write(self) {
        if self.saved.get_untracked() != DraftState::Saving {
            self.saved.set(DraftState::Saving);
        }
        let writing = self
            .state
            .try_update_value(|state| std::mem::replace(&mut state.writing, true));
        if writing == Some(false) {
            spawn_local(async move {
                // The state says what went wrong, and it is tried again.
                let _ = self.write_all().await;
            });
        }
    }

    /// Waits until everything is written.
    pub(crate) async fn flush(self) -> Result<(), StoreError> {
        while self.state.with_value(|state| state.writing) {
            TimeoutFuture::new(5).await;
        }
        if !self.pending() {
            return Ok(());
        }
        self.state.update_value(|state| state.writing = true);
        self.write_all().await
    }

    /// Writes until the queue is empty. Only one runs at a time: `writing`.
    async fn write_all(self) -> Result<(), StoreError> {
        let result = loop {
            match self.write_once().await {
                Ok(true) => {}
                Ok(false) => break Ok(()),
                Err(error) => break Err(error),
            }
        };
        self.state.update_value(|state| state.writing = false);
        match &result {
            Ok(()) => self.saved.set(DraftState::Saved),
            Err(error) => {
                if let StoreError::Browser(_) = error {
                    self.reconnect();
                }
                self.saved.set(failed(error));
                self.retry();
            }
        }
        if self.state.with_value(|state| state.entries) >= COMPACT_AFTER {
            self.compact().await;
        }
        result
    }

    fn retry(self) {
        let retrying = self
            .state
            .try_update_value(|state| std::mem::replace(&mut state.retrying, true));
        if retrying == Some(false) {
            spawn_local(async move {
                TimeoutFuture::new(RETRY_MS).await;
                self.state.update_value(|state| state.retrying = false);
                if self.pending() {
                    self.write();
                }
            });
        }
    }

    /// Writes what is in the queue. False if it was empty.
    async fn write_once(self) -> Result<bool, StoreError> {
        let drafts = self.connect().await?;
        let draft = self.draft.get_untracked();
        let taken = self.state.try_update_value(|state| state.queue.take());
        match taken.unwrap_or(Queue::Edits(Vec::new())) {
            Queue::Edits(edits) if edits.is_empty() => Ok(false),
            Queue::Edits(edits) => match drafts.append(draft, &edits).await {
                Ok(key) => {
                    self.state.update_value(|state| {
                        state.entries += edits.len();
                        state.written = key + edits.len() as f64 - 1.0;
                        if let Some(tabs) = &state.tabs {
                            tabs.tell(&Message { draft, key, edits });
                        }
                    });
                    Ok(true)
                }
                // Deleted in another tab, or with everything that the browser
                // held. What is still being written is not lost.
                Err(StoreError::Missing) => {
                    self.state.update_value(|state| state.queue = Queue::Whole);
                    Ok(true)
                }
                Err(error) => {
                    self.put_back(edits);
                    Err(error)
                }
            },
            Queue::Whole => {
                let document = self.editing.peek(Clone::clone);
                if let Err(error) = drafts.put(draft, &document, js_sys::Date::now()).await {
                    self.state.update_value(|state| state.queue = Queue::Whole);
                    return Err(error);
                }
                self.state.update_value(|state| state.entries = 0);
                keep::set_flag(true);
                keep::set_tab_draft(draft);
                drafts.set(Setting::Current, &draft.to_string()).await?;
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
        let Ok(drafts) = self.connect().await else {
            return;
        };
        // If this fails the journal simply stays longer.
        let draft = self.draft.get_untracked();
        if drafts.compact(draft, js_sys::Date::now()).await.is_ok() {
            self.state.update_value(|state| state.entries = 0);
        }
    }
}

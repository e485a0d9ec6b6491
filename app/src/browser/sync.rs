//! Keeps the server's copy of a draft up to date, and the draft with it.
//!
//! The journal keeps every edit in this browser first; this sends what the
//! server has not, a moment after the writer has paused, and again for as long
//! as it takes. What is sent and what is known of the server stands in the
//! browser's database (`ServerCopy`), so a tab may be closed and a browser killed
//! at any point. Several tabs may send the same batch: the server takes it once.

use std::time::Duration;

use cv::{Id, Other, PhotoFile};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::database::StoreError;
use super::journal::{DraftState, Journal};
use crate::account::of_page;
use crate::editor::editing::{Change, Editing};
use crate::service::ServiceError;

mod account;
mod moving;
mod round;

/// What has become of the draft on the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SyncState {
    /// The draft is in this browser alone.
    Local,
    Saving,
    Saved,
    /// It could not be sent; it is tried again. The draft is in this browser.
    Failed(ServiceError),
}

/// After so many milliseconds without a further edit it is sent.
const PAUSE_MS: u32 = 900;
/// While the page is looked at, it asks so often whether there is anything new.
const LOOK: Duration = Duration::from_secs(30);
/// Milliseconds until a failed try is repeated: doubled each time, up to the last.
const RETRY_MS: (u32, u32) = (2_000, 60_000);

/// A handle on what keeps the server's copy; copies are the same one.
#[derive(Clone, Copy)]
pub(crate) struct Sync {
    journal: Journal,
    editing: Editing,
    running: StoredValue<Running>,
    pub(crate) state: RwSignal<SyncState>,
    /// The id on the server, once the draft is there.
    pub(crate) id: RwSignal<Option<String>>,
    /// Texts that others wrote where this draft has something else.
    pub(crate) others: RwSignal<Vec<Other>>,
    /// Items that were deleted elsewhere and are there again.
    pub(crate) returned: RwSignal<usize>,
    /// A first save that was cut off has been taken: its owner link is to be shown.
    pub(crate) begun: Trigger,
    /// A photo has come back from the server.
    pub(crate) photo: Trigger,
    /// A photo that the server did not take. It is not sent again: who chooses it
    /// anew gives it another name.
    pub(crate) refused: RwSignal<Option<PhotoFile>>,
}

#[derive(Default)]
struct Running {
    /// One round runs at a time; another one was asked for meanwhile.
    busy: bool,
    again: bool,
    /// Something was written that no batch has yet.
    unsent: bool,
    /// Counts what was scheduled: only the last of it runs.
    scheduled: u32,
    failures: u32,
}

/// The browser's own storage comes before the server: without it nothing is sent.
impl From<StoreError> for ServiceError {
    fn from(_: StoreError) -> ServiceError {
        ServiceError::Browser
    }
}

impl Sync {
    pub(crate) fn new(journal: Journal, editing: Editing) -> Sync {
        Sync {
            journal,
            editing,
            running: StoredValue::new(Running::default()),
            state: RwSignal::new(SyncState::Local),
            id: RwSignal::new(None),
            others: RwSignal::new(Vec::new()),
            returned: RwSignal::new(0),
            begun: Trigger::new(),
            photo: Trigger::new(),
            refused: RwSignal::new(None),
        }
    }

    /// From now on sends what the journal has written, and looks for what others
    /// have saved when the page is looked at again.
    pub(crate) fn start(self) {
        let draft = self.journal.draft;
        Effect::new(move |before: Option<Id>| {
            let draft = draft.get();
            if before != Some(draft) {
                self.state.set(SyncState::Local);
                self.id.set(None);
                self.others.set(Vec::new());
                self.returned.set(0);
                self.run();
            }
            draft
        });
        // From the first letter on it is not saved, whatever it was before.
        self.editing.listen(move |change| {
            if let Change::Edited(_) = change {
                self.running.update_value(|running| running.unsent = true);
                if self.state.get_untracked() == SyncState::Saved {
                    self.show(SyncState::Saving);
                }
            }
        });
        let written = self.journal.saved;
        Effect::new(move |_| {
            let local = self.state.get_untracked() == SyncState::Local;
            if written.get() == DraftState::Saved && !local {
                self.schedule(PAUSE_MS);
            }
        });
        for event in ["online", "focus"] {
            let handle = window_event_listener_untyped(event, move |_| self.run());
            on_cleanup(move || handle.remove());
        }
        let handle = window_event_listener_untyped("visibilitychange", move |_| self.run());
        on_cleanup(move || handle.remove());
        let look = set_interval_with_handle(
            move || {
                if !document().hidden() {
                    self.run();
                }
            },
            LOOK,
        );
        if let Ok(look) = look {
            on_cleanup(move || look.clear());
        }
    }

    fn schedule(self, milliseconds: u32) {
        let ticket = self.running.try_update_value(|running| {
            running.scheduled = running.scheduled.wrapping_add(1);
            running.scheduled
        });
        spawn_local(async move {
            TimeoutFuture::new(milliseconds).await;
            if ticket == self.running.try_with_value(|running| running.scheduled) {
                self.run();
            }
        });
    }

    /// Sends what there is to send, and takes what there is to take. While that
    /// is under way, another call has it done once more.
    pub(crate) fn run(self) {
        let busy = self
            .running
            .try_update_value(|running| {
                running.again = true;
                std::mem::replace(&mut running.busy, true)
            })
            .unwrap_or(true);
        if busy {
            return;
        }
        spawn_local(async move {
            while self
                .running
                .try_update_value(|running| std::mem::replace(&mut running.again, false))
                == Some(true)
            {
                let draft = self.journal.draft.get_untracked();
                let result = self.round(draft).await;
                if self.is_open(draft) {
                    self.conclude(result);
                }
                self.send_others(draft).await;
            }
            self.running.update_value(|running| running.busy = false);
        });
    }

    /// Sends what was written in other drafts and had no time to be sent while
    /// they were open. What fails now is tried when one of them is open again.
    async fn send_others(self, open: Id) {
        let Ok(drafts) = self.journal.connect().await else {
            return;
        };
        for (draft, copy) in drafts.copies().await.unwrap_or_default() {
            let behind = match drafts.load(draft).await {
                Ok((document, _)) => document != copy.synced.base,
                Err(_) => false,
            };
            // A first save with an owner link is shown when it is done, and so it
            // waits for its draft to be opened.
            let new = !copy.is_there() && copy.link.is_none();
            if draft != open
                && (behind || new)
                && self.round(draft).await == Err(ServiceError::Unreachable)
            {
                return;
            }
        }
    }

    /// Waits until the server has what was written so far, or it is known that
    /// it cannot be sent now.
    pub(crate) async fn settle(self) {
        self.run();
        while self.running.try_with_value(|running| running.busy) == Some(true) {
            TimeoutFuture::new(20).await;
        }
    }

    fn conclude(self, result: Result<SyncState, ServiceError>) {
        match result {
            Ok(state) => {
                self.running.update_value(|running| running.failures = 0);
                let unsent = self.running.with_value(|running| running.unsent);
                if state == SyncState::Saved && unsent {
                    self.show(SyncState::Saving);
                    // What was written during a first round has been scheduled by
                    // nobody: until now the draft might have been in this browser alone.
                    self.schedule(PAUSE_MS);
                } else {
                    self.show(state);
                }
            }
            Err(error) => {
                if error == ServiceError::Browser {
                    self.journal.reconnect();
                    // The journal says what has become of a draft that is only here.
                    if self.state.get_untracked() == SyncState::Local {
                        return;
                    }
                }
                if error == ServiceError::Outdated {
                    self.journal.outdated.set(true);
                }
                self.show(SyncState::Failed(error));
                // Nobody has it under this account any more: it may be saved anew.
                if gone(error) {
                    self.id.set(None);
                }
                let failures = self.running.try_update_value(|running| {
                    running.failures += 1;
                    running.failures
                });
                if passes(error) {
                    let (first, last) = RETRY_MS;
                    let doubled = 1 << failures.unwrap_or(1).min(6);
                    self.schedule((first / 2).saturating_mul(doubled).min(last));
                }
            }
        }
    }

    fn is_open(self, draft: Id) -> bool {
        draft == self.journal.draft.get_untracked()
    }

    /// Says what has become of the draft on the server.
    pub(crate) fn show(self, state: SyncState) {
        if self.state.get_untracked() != state {
            self.state.set(state);
            // The page's own way to sign in is seen then.
            let signed_out = state == SyncState::Failed(ServiceError::SignedOut);
            if let Some(html) = document().document_element() {
                // A fixed, valid attribute name.
                let _ = html.toggle_attribute_with_force("data-signed-out", signed_out);
            }
        }
    }
}

/// Whether nobody has it under this account any more. A member signs in again.
fn gone(error: ServiceError) -> bool {
    match error {
        ServiceError::Missing => true,
        ServiceError::SignedOut => !of_page().member(),
        _ => false,
    }
}

/// Whether another try may go better by itself.
fn passes(error: ServiceError) -> bool {
    !matches!(
        error,
        ServiceError::Refused
            | ServiceError::SignedOut
            | ServiceError::Missing
            | ServiceError::Quota
            | ServiceError::NoConsent
            | ServiceError::Outdated
    )
}

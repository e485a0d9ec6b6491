//! Keeps the server's copy of a draft up to date, and the draft with it.
//!
//! The journal keeps every edit in this browser first; this sends what the
//! server has not, a moment after the writer has paused, and again for as long
//! as it takes. What is sent and what is known of the server stands in the
//! browser's database ([`ServerCopy`]), so a tab may be closed and a browser killed
//! at any point. Several tabs may send the same batch: the server takes it once.

use std::time::Duration;

use cv::format::{self, FORMAT};
use cv::{Document, Id, Other};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::ask::ask;
use super::database::{ServerCopy, StoreError};
use super::journal::{DraftState, Journal};
use super::random;
use crate::editor::editing::{Change, Editing};
use crate::service::ServiceError;
use crate::service::cv::{BatchOfEdits, CvLoad, CvSave, LoadedCv, SavedCv};

mod account;

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
            if draft != open && behind && self.round(draft).await.is_err() {
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
                self.show(match state {
                    SyncState::Saved if unsent => SyncState::Saving,
                    state => state,
                });
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
                if matches!(error, ServiceError::SignedOut | ServiceError::Missing) {
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

    fn show(self, state: SyncState) {
        if self.state.get_untracked() != state {
            self.state.set(state);
        }
    }

    /// Sends and takes until there is nothing more of either.
    async fn round(self, draft: Id) -> Result<SyncState, ServiceError> {
        let drafts = self.journal.connect().await?;
        let Some(copy) = drafts.copy(draft).await? else {
            if self.is_open(draft) {
                self.id.set(None);
            }
            return Ok(SyncState::Local);
        };
        self.tell(draft, &copy);
        if !copy.is_there() {
            // The first save was cut off. Its owner has declared what it needs.
            match copy.link {
                Some(_) => {
                    self.begin_with(draft, copy).await?;
                    self.begun.notify();
                }
                None => self.add_with(draft, copy).await?,
            }
            return Ok(SyncState::Saved);
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
            drafts.change_copy(draft, &mut next).await?;
            let Some((base_version, batch)) = batch else {
                if looked {
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
                    drafts.change_copy(draft, &mut taken).await?;
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
                    let written = drafts.change_copy(draft, &mut stale).await?;
                    self.take(draft, written).await?;
                }
            }
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
        let written = drafts.change_copy(draft, &mut newer).await?;
        self.take(draft, written).await
    }

    /// Has all tabs follow what was merged into the draft.
    async fn take(
        self,
        draft: Id,
        written: Option<super::database::Written>,
    ) -> Result<(), ServiceError> {
        if let Some(written) = written {
            self.journal.follow(draft, written);
        }
        let drafts = self.journal.connect().await?;
        if let Some(copy) = drafts.copy(draft).await? {
            self.tell(draft, &copy);
        }
        Ok(())
    }

    /// Shows what is known of the copy.
    fn tell(self, draft: Id, copy: &ServerCopy) {
        if !self.is_open(draft) {
            return;
        }
        let id = copy.is_there().then(|| copy.id.clone());
        if self.id.with_untracked(|known| *known != id) {
            self.id.set(id);
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

fn read(loaded: LoadedCv) -> Result<(Document, u64), ServiceError> {
    let document = format::load(&loaded.document).map_err(|error| match error {
        format::LoadError::Newer(_) => ServiceError::Outdated,
        _ => ServiceError::Failed,
    })?;
    Ok((document, loaded.version))
}

/// Whether another try may go better by itself.
fn passes(error: ServiceError) -> bool {
    !matches!(
        error,
        ServiceError::Refused
            | ServiceError::SignedOut
            | ServiceError::Missing
            | ServiceError::Quota
            | ServiceError::Outdated
    )
}

//! What the tasks do that no other part of the editor does: leaving for another page,
//! what the address says, and what has time.

use futures_util::FutureExt;
use leptos::prelude::*;
use texts::messages;
use wasm_bindgen_futures::spawn_local;

use super::Parts;
use crate::browser::sync::SyncState;
use crate::browser::{keep, offline};
use crate::editor::address::{self, Address};
use crate::editor::letter;
use crate::editor::toolbar::DRAFT;
use crate::service::ServiceError;

impl Parts {
    /// When the page is left the journal is folded into the draft; and on a shared
    /// computer who leaves with something that the server does not have is asked
    /// first.
    pub(super) fn follow_visits(self) {
        let Parts {
            editing,
            sync,
            live,
            ..
        } = self;
        let journal = self.moving.journal;
        let hidden = window_event_listener_untyped("visibilitychange", move |_| {
            if document().hidden() {
                live.remember_breaks(editing);
                spawn_local(journal.compact());
            }
        });
        on_cleanup(move || hidden.remove());
        if !self.shared {
            return;
        }
        let leaving = window_event_listener_untyped("beforeunload", move |event| {
            // In memory it is known at once.
            let unsent = match sync.unsent().now_or_never() {
                Some(Ok(unsent)) => !unsent.is_empty(),
                Some(Err(_)) => false,
                None => true,
            };
            if unsent {
                event.prevent_default();
            }
        });
        on_cleanup(move || leaving.remove());
    }

    /// Goes to a page about the CV when the server has all of it; or says that this
    /// needs the network.
    pub(super) async fn leave(self, path: fn(&str) -> String) {
        self.sync.settle().await;
        let error = match self.sync.state.get_untracked() {
            SyncState::Failed(ServiceError::Unreachable) => true,
            _ => !window().navigator().on_line(),
        };
        if error {
            return self
                .load_error
                .set(Some(messages::share_offline(self.lang)));
        }
        let id = self.sync.id.get_untracked();
        let path = path(id.as_deref().unwrap_or(DRAFT));
        // An address of ours.
        let _ = window().location().set_href(&path);
    }

    /// Begins a letter for the CV that is open, or says why it cannot.
    pub(super) async fn letter(self) {
        let begun =
            letter::begin(self.editing, self.moving.journal, self.starting, self.lang).await;
        if let Err(why) = begun {
            self.load_error.set(Some(why));
        }
    }

    /// What has time, and is not waited for.
    pub(super) fn prepare(self) {
        spawn_local(async move {
            if !self.brings {
                self.saving.remind().await;
            }
            if !self.shared {
                self.keeping.set(Some(keep::promised().await));
            }
            self.download.prepare().await;
            self.opening.prepare().await;
            offline::start(self.moving.journal).await;
        });
    }

    /// That something needs the network is not said any more when it is there.
    pub(super) fn reconnected(self) {
        Effect::new(move |_| {
            let said = Some(messages::share_offline(self.lang));
            if self.sync.state.get() == SyncState::Saved && self.load_error.get_untracked() == said
            {
                self.load_error.set(None);
            }
        });
    }

    pub(super) async fn follow(self, to: Address) {
        match address::follow(to, self.editing, self.sync, self.moving, self.lang).await {
            Ok(true) => {
                self.load_error.set(None);
                self.starting.0.set(false);
                self.announcer
                    .say(texts::editor::status_restored(self.lang));
            }
            Ok(false) => {}
            Err(why) => self.load_error.set(Some(why)),
        }
    }
}

//! The line that says where the draft is. It is always there and always true.

use std::time::Duration;

use leptos::prelude::*;
use texts::{Lang, editor as t, messages};

use super::icon::Shape;
use super::message;
use crate::account;
use crate::browser::journal::{DraftState, Journal};
use crate::browser::sync::{Sync, SyncState};
use crate::editor::told;
use crate::language::lang;
use crate::service::ServiceError;

/// Whether the browser has a connection.
#[derive(Clone, Copy)]
pub(crate) struct Online(pub(crate) RwSignal<bool>);

/// A write takes a few milliseconds. Words that flicker at every key say
/// nothing, so only one that takes longer than this is spoken of.
const SLOW: Duration = Duration::from_millis(400);

#[component]
pub(crate) fn Status() -> impl IntoView {
    let saved = expect_context::<Journal>().saved;
    let sync = expect_context::<Sync>();
    let online = expect_context::<Online>().0;
    let lang = lang();
    let shared = account::here().shared;
    let shown = RwSignal::new(DraftState::Blank);
    let words = move || words(shown.get(), sync.state.get(), online.get(), shared, lang);
    Effect::new(move |_| match saved.get() {
        DraftState::Saving => set_timeout(
            move || {
                if saved.get_untracked() == DraftState::Saving {
                    shown.set(DraftState::Saving);
                }
            },
            SLOW,
        ),
        state if shown.get_untracked() != state => shown.set(state),
        _ => {}
    });
    let class = move || match (shown.get(), sync.state.get(), online.get()) {
        (DraftState::Full | DraftState::Refused, ..) => "status failed",
        (DraftState::Saving, ..) => "status saving",
        (_, SyncState::Failed(error), true) if error != ServiceError::Unreachable => {
            "status failed"
        }
        (_, SyncState::Failed(_), _) | (_, _, false) => "status offline",
        (_, SyncState::Saving, _) => "status saving",
        (_, SyncState::Local, _) if shared => "status",
        (DraftState::Blank, ..) => "status",
        (DraftState::Saved, ..) => "status saved",
    };
    // What tests wait for: the state of this moment.
    let exact = move || match saved.get() {
        DraftState::Full | DraftState::Refused => "failed",
        DraftState::Saving => "saving",
        DraftState::Blank => "blank",
        DraftState::Saved => "saved",
    };
    let exact_server = move || match sync.state.get() {
        SyncState::Local => "local",
        SyncState::Saving => "saving",
        SyncState::Saved => "saved",
        SyncState::Failed(ServiceError::Unreachable) => "offline",
        SyncState::Failed(_) => "failed",
    };
    // Screen readers are told of trouble, and not of every save.
    let trouble = move || {
        let failed = matches!(shown.get(), DraftState::Full | DraftState::Refused)
            || matches!(sync.state.get(), SyncState::Failed(_));
        (failed || !online.get()).then(words)
    };
    let icon = move || match class() {
        "status failed" => Some(Shape::Warning),
        "status saved" => Some(Shape::Check),
        "status offline" => Some(Shape::Offline),
        _ => None,
    };
    view! {
        <p class=told(class) data-saved=told(exact) data-server=told(exact_server)>
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" hidden=told(move || icon().is_none())>
                <path d=told(move || icon().map_or("", Shape::path))/>
            </svg>
            <span>{told(words)}</span>
        </p>
        <span class="visually-hidden" role="status">{told(trouble)}</span>
    }
}

fn words(
    state: DraftState,
    server: SyncState,
    online: bool,
    shared: bool,
    lang: Lang,
) -> &'static str {
    match (state, server, online) {
        (DraftState::Full, ..) => messages::storage_full(lang),
        (DraftState::Refused, ..) => t::status_not_saved(lang),
        (DraftState::Saving, ..) => t::status_saving(lang),
        (_, SyncState::Failed(error), true) if error != ServiceError::Unreachable => {
            message::server(error, lang)
        }
        (_, SyncState::Failed(_), _) | (_, _, false) if shared => t::status_tab_unsent(lang),
        (_, SyncState::Failed(_), _) | (_, SyncState::Saving | SyncState::Saved, false) => {
            t::status_offline_server(lang)
        }
        (_, SyncState::Local, false) => t::status_offline(lang),
        (_, SyncState::Saving, _) => t::status_saving(lang),
        (DraftState::Saved, SyncState::Saved, _) => t::status_saved_server(lang),
        _ if shared => t::status_tab(lang),
        (DraftState::Blank, ..) => t::status_new(lang),
        (DraftState::Saved, SyncState::Local, _) => t::status_saved(lang),
    }
}

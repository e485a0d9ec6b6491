//! The line that says where the draft is. It is always shown and always true.

use leptos::prelude::*;
use texts::{editor as t, messages};

use super::icon::{Icon, Shape};
use crate::browser::journal::{DraftState, Journal};
use crate::language::lang;

/// Whether the browser has a connection.
#[derive(Clone, Copy)]
pub(crate) struct Online(pub(crate) RwSignal<bool>);

#[component]
pub(crate) fn Status() -> impl IntoView {
    let journal = expect_context::<Journal>();
    let online = expect_context::<Online>().0;
    let lang = lang();
    let state = move || (journal.saved.get(), online.get());
    let words = move || match state() {
        (DraftState::Full, _) => messages::storage_full(lang),
        (DraftState::Refused, _) => t::status_not_saved(lang),
        (DraftState::Saving, _) => t::status_saving(lang),
        (_, false) => t::status_offline(lang),
        (DraftState::Blank, _) => t::status_new(lang),
        (DraftState::Saved, true) => t::status_saved(lang),
    };
    let class = move || match state() {
        (DraftState::Full | DraftState::Refused, _) => "status failed",
        (DraftState::Saving, _) => "status saving",
        (_, false) => "status offline",
        (DraftState::Blank, _) => "status",
        (DraftState::Saved, true) => "status saved",
    };
    let name = move || match state() {
        (DraftState::Full | DraftState::Refused, _) => "failed",
        (DraftState::Saving, _) => "saving",
        (DraftState::Blank, _) => "blank",
        (DraftState::Saved, _) => "saved",
    };
    view! {
        <p class=class role="status" data-saved=name>
            {move || match state() {
                (DraftState::Full | DraftState::Refused, _) => view! { <Icon shape=Shape::Warning/> }.into_any(),
                (DraftState::Saved, true) => view! { <Icon shape=Shape::Check/> }.into_any(),
                (_, false) => view! { <Icon shape=Shape::Offline/> }.into_any(),
                _ => ().into_any(),
            }}
            <span>{words}</span>
        </p>
    }
}

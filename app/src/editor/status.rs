//! The line that says where the draft is. It is always there and always true.

use std::time::Duration;

use leptos::prelude::*;
use texts::{Lang, editor as t, messages};

use super::icon::{Icon, Shape};
use crate::browser::journal::{DraftState, Journal};
use crate::language::lang;

/// Whether the browser has a connection.
#[derive(Clone, Copy)]
pub(crate) struct Online(pub(crate) RwSignal<bool>);

/// A write takes a few milliseconds. Words that flicker at every key say
/// nothing, so only one that takes longer than this is spoken of.
const SLOW: Duration = Duration::from_millis(400);

#[component]
pub(crate) fn Status() -> impl IntoView {
    let saved = expect_context::<Journal>().saved;
    let online = expect_context::<Online>().0;
    let lang = lang();
    let shown = RwSignal::new(DraftState::Blank);
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
    let class = move || match (shown.get(), online.get()) {
        (DraftState::Full | DraftState::Refused, _) => "status failed",
        (DraftState::Saving, _) => "status saving",
        (_, false) => "status offline",
        (DraftState::Blank, _) => "status",
        (DraftState::Saved, true) => "status saved",
    };
    // What tests wait for: the state of this moment.
    let exact = move || match saved.get() {
        DraftState::Full | DraftState::Refused => "failed",
        DraftState::Saving => "saving",
        DraftState::Blank => "blank",
        DraftState::Saved => "saved",
    };
    // Screen readers are told of trouble, and not of every save.
    let trouble = move || {
        let failed = matches!(shown.get(), DraftState::Full | DraftState::Refused);
        (failed || !online.get()).then(|| words(shown.get(), online.get(), lang))
    };
    view! {
        <p class=class data-saved=exact>
            {move || match (shown.get(), online.get()) {
                (DraftState::Full | DraftState::Refused, _) => {
                    view! { <Icon shape=Shape::Warning/> }.into_any()
                }
                (DraftState::Saved, true) => view! { <Icon shape=Shape::Check/> }.into_any(),
                (_, false) => view! { <Icon shape=Shape::Offline/> }.into_any(),
                _ => ().into_any(),
            }}
            <span>{move || words(shown.get(), online.get(), lang)}</span>
        </p>
        <span class="visually-hidden" role="status">{trouble}</span>
    }
}

fn words(state: DraftState, online: bool, lang: Lang) -> &'static str {
    match (state, online) {
        (DraftState::Full, _) => messages::storage_full(lang),
        (DraftState::Refused, _) => t::status_not_saved(lang),
        (DraftState::Saving, _) => t::status_saving(lang),
        (_, false) => t::status_offline(lang),
        (DraftState::Blank, _) => t::status_new(lang),
        (DraftState::Saved, true) => t::status_saved(lang),
    }
}

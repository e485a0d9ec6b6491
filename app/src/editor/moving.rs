//! What a member is asked about the drafts of this browser: whether those from
//! before they signed in come along, and, when they sign out, what becomes of
//! those that the server does not have.

use leptos::html;
use leptos::prelude::*;
use texts::{Lang, editor as t, site};
use wasm_bindgen_futures::spawn_local;

use super::dialog::Dialog;
use super::start::Starting;
use super::{documents, message};
use crate::browser::ask::ask;
use crate::browser::database::{Listed, Setting};
use crate::browser::journal::{DraftState, Journal};
use crate::browser::sync::Sync;
use crate::editor::told;
use crate::language::{document_language, lang};
use crate::page::Page;
use crate::service::ServiceError;
use crate::service::cv::CvList;

/// What the dialog shows, if it is open.
#[derive(Clone, Copy)]
pub(crate) struct Moving {
    open: RwSignal<bool>,
    /// It is about signing out.
    leaving: RwSignal<bool>,
    /// The drafts from before.
    old: RwSignal<Vec<Listed>>,
    /// Those that the server does not have.
    missing: RwSignal<Vec<Listed>>,
    busy: RwSignal<bool>,
    /// How many drafts have been sent, of how many.
    progress: RwSignal<(u64, u64)>,
    failed: RwSignal<Option<ServiceError>>,
    /// What ends the session.
    form: NodeRef<html::Form>,
    starting: Starting,
    journal: Journal,
    sync: Sync,
    lang: Lang,
}

impl Moving {
    pub(crate) fn new(journal: Journal, sync: Sync, starting: Starting) -> Moving {
        Moving {
            open: RwSignal::new(false),
            leaving: RwSignal::new(false),
            old: RwSignal::new(Vec::new()),
            missing: RwSignal::new(Vec::new()),
            busy: RwSignal::new(false),
            progress: RwSignal::new((0, 0)),
            failed: RwSignal::new(None),
            form: NodeRef::new(),
            starting,
            journal,
            sync,
            lang: lang(),
        }
    }

    /// There are drafts here from before the member signed in.
    pub(crate) fn any(self) -> bool {
        self.old.with(|old| !old.is_empty())
    }

    /// Asks about them.
    pub(crate) fn ask(self) {
        self.failed.set(None);
        self.leaving.set(false);
        self.open.set(true);
    }

    /// Takes along what is the member's already, and asks of the rest, once.
    pub(crate) async fn begin(self) {
        self.bring_in(false).await;
        let Ok(drafts) = self.journal.connect().await else {
            return;
        };
        let left = drafts.setting(Setting::Left).await.ok().flatten();
        let left = left.unwrap_or_default();
        let new = |listed: &Listed| !left.contains(&listed.draft.to_string());
        if self.old.with_untracked(|old| old.iter().any(new)) {
            self.ask();
        }
    }

    async fn bring_in(self, all: bool) {
        self.failed.set(None);
        match self.sync.bring_in(all).await {
            Ok(stay) => {
                self.open.set(all && !stay.is_empty());
                self.old.set(stay);
            }
            Err(error) => self.failed.set(Some(error)),
        }
        // Who has just signed in goes on with what they were writing.
        let blank = self.journal.saved.get_untracked() == DraftState::Blank;
        if blank && self.journal.open_last().await.unwrap_or(false) {
            self.starting.0.set(false);
        }
    }

    /// Not now, and not the next time.
    fn leave_there(self) {
        self.open.set(false);
        let ids = self.old.with_untracked(|old| {
            let ids = old.iter().map(|listed| listed.draft.to_string());
            ids.collect::<String>()
        });
        spawn_local(async move {
            if let Ok(drafts) = self.journal.connect().await {
                // If it fails, it is asked once more: no harm.
                let _ = drafts.set(Setting::Left, &ids).await;
            }
        });
    }

    /// Sends what the server does not have, with `all` new drafts too, and signs
    /// out if there is nothing more.
    pub(crate) fn sign_out(self, all: bool) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.leaving.set(true);
        self.failed.set(None);
        self.missing.set(Vec::new());
        self.progress.set((0, 0));
        self.open.set(true);
        spawn_local(async move {
            let sent = self.sync.send_all(all, self.progress).await;
            self.busy.set(false);
            match sent {
                Ok((missing, None)) if missing.is_empty() => {
                    // Unless the dialog was closed meanwhile.
                    if self.open.get_untracked() {
                        self.leave().await;
                    }
                }
                Ok((missing, failed)) => {
                    self.missing.set(missing);
                    self.failed.set(failed);
                }
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }

    /// Deletes what is here and ends the session.
    async fn leave(self) {
        self.busy.set(true);
        // Nothing is deleted while the server is not there to sign out from.
        if let Err(error @ ServiceError::Unreachable) = ask(CvList {}).await {
            self.busy.set(false);
            return self.failed.set(Some(error));
        }
        let blank = documents::blank(document_language(self.lang));
        let cleared = self.sync.clear(blank).await.unwrap_or_default();
        if let Some(form) = self.form.get_untracked() {
            form.set_action(&format!("{}?cleared={cleared}", Page::SignOut.path()));
            // It fails only for a form that is not in the page.
            let _ = form.submit();
        }
    }
}

#[component]
pub(crate) fn MovingDialog() -> impl IntoView {
    let moving = expect_context::<Moving>();
    let lang = lang();
    let leaving = moving.leaving;
    let words = move |leave: &'static str, stay: &'static str| {
        told(move || match leaving.get() {
            true => leave,
            false => stay,
        })
    };
    let shown = move || match leaving.get() {
        true => moving.missing.get(),
        false => moving.old.get(),
    };
    let title = move || match leaving.get() {
        true => site::sign_out(lang).to_owned(),
        false => t::old_drafts(lang).to_owned(),
    };
    let lead = move || {
        let count = shown().len() as u64;
        let (sent, of) = moving.progress.get();
        match (leaving.get(), moving.busy.get(), count) {
            (true, true, _) if of > 0 => t::sign_out_sending(lang, sent + 1, of),
            (true, true, _) => t::sign_out_busy(lang).to_owned(),
            (true, false, 0) => String::new(),
            (true, false, _) => t::sign_out_missing(lang).to_owned(),
            (false, ..) => t::old_drafts_text(lang, count),
        }
    };
    let titles = move || {
        let titles = shown().into_iter().map(|listed| {
            let title = match listed.title.is_empty() {
                true => t::draft_untitled(lang).to_owned(),
                false => listed.title,
            };
            view! { <li>{title}</li> }
        });
        titles.collect_view()
    };
    let take = move |_| match leaving.get_untracked() {
        true => moving.sign_out(true),
        false => spawn_local(moving.bring_in(true)),
    };
    let refuse = move |_| match leaving.get_untracked() {
        true => spawn_local(moving.leave()),
        false => moving.leave_there(),
    };
    view! {
        <Dialog open=moving.open title=told(title)>
            <p class="lead" role="status">{told(lead)}</p>
            <ul class="facts">{titles}</ul>
            <p class="complaint" role="alert">
                {told(move || moving.failed.get().map(|error| message::server(error, lang)))}
            </p>
            <div class="actions" hidden=told(move || moving.busy.get())>
                <button type="button" class="button primary" on:click=take>
                    {words(t::sign_out_save(lang), t::old_drafts_take(lang))}
                </button>
                <button type="button" class="button" on:click=refuse>
                    {words(t::sign_out_anyway(lang), t::old_drafts_leave(lang))}
                </button>
                <button type="button" class="button plain" on:click=move |_| moving.open.set(false)>
                    {t::cancel(lang)}
                </button>
            </div>
            <form method="post" node_ref=moving.form></form>
        </Dialog>
    }
}

//! What a member is asked about the drafts of this browser: whether those from
//! before they signed in come along, and, when they sign out, what becomes of
//! those that the server does not have.
//!
//! Both questions stand in the page as the server wrote it (`pages/edit.rs`);
//! here they are filled in, shown and answered.

use leptos::ev;
use leptos::prelude::*;
use texts::{Lang, editor as t};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlDialogElement, HtmlFormElement};

use super::start::Starting;
use super::{documents, message};
use crate::browser::ask::ask;
use crate::browser::database::{Listed, Setting};
use crate::browser::journal::{DraftState, Journal};
use crate::browser::sync::Sync;
use crate::language::document_language;
use crate::page::Page;
use crate::pages::edit::{ANYWAY, END, LEAVE, OLD, OUT, SAVE, TAKE};
use crate::service::ServiceError;
use crate::service::cv::CvList;

#[derive(Clone, Copy)]
pub(crate) struct Moving {
    pub(crate) journal: Journal,
    pub(crate) sync: Sync,
    pub(crate) starting: Starting,
    pub(crate) lang: Lang,
}

impl Moving {
    /// From now on does what is answered.
    pub(crate) fn listen(self) {
        let pressed = window_event_listener(ev::click, move |event| {
            let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
            let button = target.and_then(|t| t.closest("dialog [value]").ok().flatten());
            let answer = button.and_then(|button| button.get_attribute("value"));
            match answer.as_deref() {
                Some(TAKE) => {
                    // It stays open until they are there, and says that it is at work.
                    event.prevent_default();
                    spawn_local(self.take_along());
                }
                Some(LEAVE) => spawn_local(self.leave_there()),
                Some(SAVE) => spawn_local(self.sign_out(true)),
                Some(ANYWAY) => spawn_local(self.leave()),
                _ => {}
            }
        });
        on_cleanup(move || pressed.remove());
    }

    async fn take_along(self) {
        let dialog = dialog(OLD);
        if let Some(dialog) = &dialog {
            busy(dialog, true);
        }
        self.bring_in(true, true).await;
        // Asked again, it is no longer busy.
        if let Some(dialog) = dialog
            && dialog.has_attribute(BUSY)
        {
            busy(&dialog, false);
            dialog.close();
        }
    }

    /// Takes along what is the member's already, or everything. Asks of what
    /// stays: of what they have not refused before, or whenever `again`.
    pub(crate) async fn bring_in(self, all: bool, again: bool) {
        let (stay, failed) = match self.sync.bring_in(all).await {
            Ok(stay) => (stay, None),
            Err(error) => (Vec::new(), Some(error)),
        };
        if let Some(html) = document().document_element() {
            // A fixed, valid attribute name.
            let _ = html.toggle_attribute_with_force("data-old-drafts", !stay.is_empty());
        }
        let Ok(drafts) = self.journal.connect().await else {
            return;
        };
        let left = drafts.setting(Setting::Left).await.ok().flatten();
        let left = left.filter(|_| !again).unwrap_or_default();
        let new = |listed: &Listed| !left.contains(&listed.draft.to_string());
        if stay.iter().any(new) || again && failed.is_some() {
            self.show(OLD, &stay, failed);
        }
        // Who has just signed in goes on with what they were writing.
        let blank = self.journal.saved.get_untracked() == DraftState::Blank;
        if blank && self.journal.open_last().await.unwrap_or(false) {
            self.starting.0.set(false);
        }
    }

    /// Not now, and not the next time.
    async fn leave_there(self) {
        if let Ok(stay) = self.sync.bring_in(false).await
            && let Ok(drafts) = self.journal.connect().await
        {
            let ids: String = stay.iter().map(|listed| listed.draft.to_string()).collect();
            // If it fails, it is asked once more: no harm.
            let _ = drafts.set(Setting::Left, &ids).await;
        }
    }

    /// Sends what the server does not have, with `all` new drafts too, and signs
    /// out if there is nothing more.
    pub(crate) async fn sign_out(self, all: bool) {
        let Some(dialog) = self.show(OUT, &[], None) else {
            // A page that was kept has no questions: the plain one says what goes.
            let _ = window().location().set_href(Page::SignOut.path());
            return;
        };
        busy(&dialog, true);
        let (missing, failed) = match self.sync.send_all(all).await {
            Ok(sent) => sent,
            Err(error) => (Vec::new(), Some(error)),
        };
        // Unless the question was closed meanwhile.
        if !dialog.open() {
            return;
        }
        match (missing.is_empty(), failed) {
            (true, None) => self.leave().await,
            _ => drop(self.show(OUT, &missing, failed)),
        }
    }

    /// Deletes what is here and ends the session.
    async fn leave(self) {
        // Nothing is deleted while the server is not there to sign out from.
        if let Err(error @ ServiceError::Unreachable) = ask(CvList {}).await {
            self.show(OUT, &[], Some(error));
            return;
        }
        let blank = documents::blank(document_language(self.lang));
        let cleared = self.sync.clear(blank).await.unwrap_or_default();
        let form = document().get_element_by_id(END);
        if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
            form.set_action(&format!("{}?cleared={cleared}", Page::SignOut.path()));
            // It fails only for a form that is not in the page.
            let _ = form.submit();
        }
    }

    /// Shows a question about these drafts.
    fn show(
        self,
        id: &str,
        drafts: &[Listed],
        failed: Option<ServiceError>,
    ) -> Option<HtmlDialogElement> {
        let dialog = dialog(id)?;
        let list = dialog.query_selector("ul").ok()??;
        list.set_text_content(None);
        for listed in drafts {
            let item = document().create_element("li").ok()?;
            let untitled = t::draft_untitled(self.lang);
            let title = Some(listed.title.as_str()).filter(|title| !title.is_empty());
            item.set_text_content(title.or(Some(untitled)));
            list.append_child(&item).ok()?;
        }
        let complaint = dialog.query_selector("[role=alert]").ok()??;
        complaint.set_text_content(failed.map(|error| message::server(error, self.lang)));
        busy(&dialog, false);
        if !dialog.open() {
            dialog.show_modal().ok()?;
        }
        Some(dialog)
    }
}

/// Set while an answer is being carried out; the style sheet shows only that.
const BUSY: &str = "data-busy";

fn busy(dialog: &HtmlDialogElement, busy: bool) {
    // A fixed, valid attribute name.
    let _ = dialog.toggle_attribute_with_force(BUSY, busy);
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

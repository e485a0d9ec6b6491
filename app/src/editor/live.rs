//! A handle on the live pages: a module of its own (`engine/preview`) with a replica
//! of the document, which is told of every edit and fetched what it lacks.

use cv::{Edit, format};
use js_sys::{Function, Reflect};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::editing::{Change, Editing};
use crate::browser::modules::{self, Lacking, NotLoaded, Preview};

/// What the preview says after each change.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
pub(crate) struct Status {
    pub(crate) pages: usize,
    /// How many lines the last one has, if they are hardly worth a page.
    pub(crate) few: Option<u64>,
    /// Then the texts whose last line is a single word.
    pub(crate) single: Vec<String>,
    /// Characters that no font of the template has.
    pub(crate) missing: Vec<String>,
    /// Faces without which the pages are not yet those of the document.
    pub(crate) lacking: Vec<Lacking>,
    /// The layout version that set the pages.
    pub(crate) layout_version: String,
    /// The fingerprint of where lines and pages break.
    pub(crate) breaks: String,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Pages {
    Loading,
    Ready(Status),
    /// The module or its fonts did not arrive, or it failed.
    Failed,
}

/// A handle on the live pages.
#[derive(Clone, Copy)]
pub(crate) struct Live {
    preview: StoredValue<Option<SendWrapper<Preview>>>,
    pub(crate) pages: RwSignal<Pages>,
    photo: StoredValue<Option<String>>,
    /// The personal details at hand, as the preview takes them.
    details: StoredValue<Option<String>>,
    /// Fonts are on their way, or did not arrive.
    pub(super) fonts: RwSignal<FontsAre>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FontsAre {
    Here,
    Coming,
    Missing,
}

impl Live {
    pub(crate) fn new() -> Live {
        Live {
            preview: StoredValue::new(None),
            pages: RwSignal::new(Pages::Loading),
            photo: StoredValue::new(None),
            details: StoredValue::new(None),
            fonts: RwSignal::new(FontsAre::Here),
        }
    }

    /// Asks the preview something, once it is there.
    pub(crate) fn ask<T>(self, ask: impl FnOnce(&Preview) -> Result<T, JsValue>) -> Option<T> {
        self.preview
            .with_value(|preview| preview.as_ref().and_then(|preview| ask(preview).ok()))
    }

    /// The pages as the PDF writer takes them, once they are there with all their
    /// fonts.
    pub(crate) async fn finished(self) -> Option<Vec<u8>> {
        self.fetch_fonts().await.ok()?;
        self.ask(Preview::pages)
    }

    /// The same of a document that is not open, in our own form, with its personal
    /// details.
    pub(crate) async fn finished_beside(self, document: &str, details: &str) -> Option<Vec<u8>> {
        loop {
            let pages = self.ask(|preview| preview.pages_beside(document, details))?;
            let lacking = self.ask(Preview::beside_lacks)?;
            let lacking: Vec<Lacking> = format::read(&lacking).ok()?;
            if lacking.is_empty() {
                return Some(pages);
            }
            self.bring(&lacking).await.ok()?;
        }
    }

    /// Brings faces that are no concern of the pages.
    pub(crate) async fn bring(self, lacking: &[Lacking]) -> Result<(), NotLoaded> {
        let preview = self.preview.with_value(Clone::clone).ok_or(NotLoaded)?;
        modules::bring(&preview, lacking).await
    }

    /// Fetches what the pages lack, until they lack nothing: with one font there
    /// it may be seen that another one is needed.
    pub(super) async fn fetch_fonts(self) -> Result<(), NotLoaded> {
        loop {
            let lacking = self.pages.with_untracked(|pages| match pages {
                Pages::Ready(status) => status.lacking.clone(),
                _ => Vec::new(),
            });
            if lacking.is_empty() {
                return Ok(());
            }
            let preview = self.preview.with_value(Clone::clone).ok_or(NotLoaded)?;
            self.fonts.set(FontsAre::Coming);
            let brought = modules::bring(&preview, &lacking).await;
            let refreshed = brought.and_then(|()| preview.refresh().map_err(|_| NotLoaded));
            let Ok(status) = refreshed else {
                self.fonts.set(FontsAre::Missing);
                return Err(NotLoaded);
            };
            self.fonts.set(FontsAre::Here);
            self.read(&status);
        }
    }

    /// Has the document remember where its lines break now: its owner has seen
    /// it so. A later version of the layout compares before it changes a line.
    pub(crate) fn remember_breaks(self, editing: Editing) {
        let Pages::Ready(status) = self.pages.get_untracked() else {
            return;
        };
        let template = editing.peek(|document| {
            // Pages that lack something break elsewhere than they will.
            let whole = status.lacking.is_empty();
            let seen = whole && document.template.layout == status.layout_version;
            let known = document.template.breaks.as_ref() == Some(&status.breaks);
            (seen && !known && !document.is_blank()).then(|| document.template.clone())
        });
        if let Some(template) = template {
            let breaks = Some(status.breaks);
            editing.remember(Edit::SetTemplate {
                template: cv::Template { breaks, ..template },
            });
        }
    }

    /// Where the photo's bytes are.
    pub(crate) fn set_photo(self, address: Option<String>) {
        self.ask(|preview| preview.set_photo(address.clone()));
        self.photo.set_value(address);
    }

    /// The values of personal details, by reference, as a JSON object.
    pub(crate) fn set_details(self, values: String) {
        let told = self.ask(|preview| {
            preview.set_details(&values)?;
            preview.refresh()
        });
        self.details.set_value(Some(values));
        if let Some(status) = told {
            self.note(&status);
        }
    }

    /// The same, for who makes files of the document.
    pub(crate) fn details(self) -> String {
        self.details.get_value().unwrap_or_else(|| "{}".to_owned())
    }

    /// Shows the pages as others would see them, by a redaction, or as their owner
    /// does. False if the pages are not there.
    pub(crate) fn see_as(self, redaction: Option<&cv::Redaction>) -> bool {
        let seen = redaction.map(|redaction| {
            let shown = |field: &cv::PersonalField| redaction.shows_detail(*field);
            let details = cv::PersonalField::ALL.into_iter().filter(shown);
            (redaction, details.collect::<Vec<_>>())
        });
        let Ok(seen) = serde_json::to_string(&seen) else {
            return false;
        };
        let told = self.ask(|preview| {
            // By its name: what is declared is fetched with the form.
            let method = Reflect::get(preview, &"see_as".into())?;
            let method: Function = method.dyn_into()?;
            let status = method.call1(preview, &seen.into())?;
            status.as_string().ok_or(JsValue::UNDEFINED)
        });
        if let Some(status) = &told {
            self.note(status);
        }
        told.is_some()
    }

    /// Loads the module and shows the document on `desk`.
    pub(super) async fn load(self, editing: Editing, desk: Element, page_label: String) {
        self.pages.set(Pages::Loading);
        let Ok(preview) = modules::preview().await else {
            self.pages.set(Pages::Failed);
            return;
        };
        let first = self.preview.with_value(Option::is_none);
        let attached = preview.attach(&desk, &page_label).is_ok();
        // One that fails is drawn as a place without a picture.
        let _ = preview.set_photo(self.photo.get_value());
        if let Some(values) = self.details.get_value() {
            // It is an object of texts, which the preview takes.
            let _ = preview.set_details(&values);
        }
        self.preview
            .set_value(attached.then(|| SendWrapper::new(preview)));
        self.reopen(editing);
        if first {
            editing.listen(move |change| self.follow(editing, change));
        }
    }

    fn follow(self, editing: Editing, change: &Change<'_>) {
        match change {
            Change::Opened(document) => self.show(&format::save(document)),
            Change::Edited(edit) | Change::Followed(edit) => {
                let applied = self.preview.with_value(|preview| {
                    preview
                        .as_ref()
                        .map(|preview| preview.apply(&format::save_edit(edit)))
                });
                match applied {
                    Some(Ok(status)) => self.note(&status),
                    // The replica is not what it should be: hand it over anew.
                    Some(Err(_)) => self.reopen(editing),
                    None => {}
                }
            }
        }
    }

    fn reopen(self, editing: Editing) {
        self.show(&editing.peek(format::save));
    }

    fn show(self, document: &str) {
        let shown = self
            .preview
            .with_value(|preview| preview.as_ref().map(|preview| preview.open(document)));
        match shown {
            Some(Ok(status)) => self.note(&status),
            _ => {
                // What it holds is not this document: no PDF may be made of it.
                self.preview.set_value(None);
                self.pages.set(Pages::Failed);
            }
        }
    }

    /// Takes a status in, and has fetched what the pages lack.
    fn note(self, status: &str) {
        self.read(status);
        let lacks = |pages: &Pages| matches!(pages, Pages::Ready(s) if !s.lacking.is_empty());
        // Not at every key where the network is gone: a button asks again.
        let fonts = self.fonts.get_untracked();
        let lacks = self.pages.with_untracked(lacks);
        // Another document, or what lacked them was taken away.
        if !lacks && fonts == FontsAre::Missing {
            self.fonts.set(FontsAre::Here);
        }
        if lacks && fonts == FontsAre::Here {
            spawn_local(async move {
                // Told by the notice.
                let _ = self.fetch_fonts().await;
            });
        }
    }

    fn read(self, status: &str) {
        let pages = match format::read(status) {
            Ok(status) => Pages::Ready(status),
            Err(_) => Pages::Failed,
        };
        // Lines that were set anew have lost their marks, also where the same texts
        // end in a single word as before.
        if let Pages::Ready(status) = &pages {
            let marked = self
                .pages
                .with_untracked(|old| matches!(old, Pages::Ready(old) if !old.single.is_empty()));
            if marked || !status.single.is_empty() {
                mark(&status.single);
            }
        }
        if self.pages.with_untracked(|old| *old != pages) {
            self.pages.set(pages);
        }
    }
}

/// Marks the lines that are a single word in the pages, and those alone.
fn mark(places: &[String]) {
    let all = |selector: &str| {
        let found = document().query_selector_all(selector).ok();
        let found = found.into_iter();
        found.flat_map(|list| (0..list.length()).filter_map(move |n| list.item(n)))
    };
    for marked in all(".sheets [data-single]") {
        // A fixed, valid attribute name.
        let _ = marked
            .unchecked_into::<Element>()
            .remove_attribute("data-single");
    }
    for place in places {
        if let Some(last) = all(&format!(".sheets [data-place=\"{place}\"]")).last() {
            let _ = last
                .unchecked_into::<Element>()
                .set_attribute("data-single", "");
        }
    }
}

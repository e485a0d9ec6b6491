//! The desk: the live pages beside the form.
//!
//! The pages are drawn by a module of their own (`engine/preview`), which keeps
//! a replica of the document and is told of every edit. Nothing waits for it:
//! the form works before it has arrived and without it.

use cv::{Edit, Language, Paper, Touched, format};
use leptos::html;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use serde::Deserialize;
use texts::{editor as t, messages};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, MouseEvent};

use super::editing::{Change, Editing, Target};
use super::tabs::{Tab, Tabs};
use super::{design, documents};
use crate::browser::modules::{self, Lacking, NotLoaded, Preview};
use crate::editor::told;
use crate::language::lang;

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
    /// Fonts are on their way, or did not arrive.
    fonts: RwSignal<FontsAre>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FontsAre {
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

    /// Brings faces that are no concern of the pages.
    pub(crate) async fn bring(self, lacking: &[Lacking]) -> Result<(), NotLoaded> {
        let preview = self.preview.with_value(Clone::clone).ok_or(NotLoaded)?;
        modules::bring(&preview, lacking).await
    }

    /// Fetches what the pages lack, until they lack nothing: with one font there
    /// it may be seen that another one is needed.
    async fn fetch_fonts(self) -> Result<(), NotLoaded> {
        loop {
            let lacking = self.pages.with_untracked(|pages| match pages {
                Pages::Ready(status) => status.lacking.clone(),
                _ => Vec::new(),
            });
            if lacking.is_empty() {
                return Ok(());
            }
            self.fonts.set(FontsAre::Coming);
            let preview = self.preview.with_value(Clone::clone).ok_or(NotLoaded)?;
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
            let seen = document.template.layout == status.layout_version;
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

    /// Loads the module and shows the document on `desk`.
    async fn load(self, editing: Editing, desk: Element, page_label: String) {
        self.pages.set(Pages::Loading);
        let Ok(preview) = modules::preview().await else {
            self.pages.set(Pages::Failed);
            return;
        };
        let first = self.preview.with_value(Option::is_none);
        let attached = preview.attach(&desk, &page_label).is_ok();
        // One that fails is drawn as a place without a picture.
        let _ = preview.set_photo(self.photo.get_value());
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
        let idle = self.fonts.get_untracked() == FontsAre::Here;
        if self.pages.with_untracked(lacks) && idle {
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

#[component]
pub(crate) fn Desk() -> impl IntoView {
    let editing = expect_context::<Editing>();
    let live = expect_context::<Live>();
    let tabs = expect_context::<Tabs>();
    let lang = lang();
    let sheets = NodeRef::<html::Div>::new();
    let load = move || {
        if let Some(sheets) = sheets.get_untracked() {
            // The module puts the numbers in.
            let label = t::page_label(lang, "{page}", "{pages}");
            spawn_local(live.load(editing, sheets.unchecked_into(), label));
        }
    };
    Effect::new(move |_| load());
    design::listen(editing, live);
    let on_click = move |event: MouseEvent| {
        // A drag across the page selects text, and is no click on a line.
        let selecting = window()
            .get_selection()
            .ok()
            .flatten()
            .is_some_and(|selection| !selection.is_collapsed());
        let place = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("[data-place]").ok().flatten())
            .and_then(|element| element.get_attribute("data-place"))
            .filter(|_| !selecting);
        // A link in the preview is a line to edit; with Ctrl or Command it leads
        // where it will lead in the PDF.
        if event.ctrl_key() || event.meta_key() {
            return;
        }
        event.prevent_default();
        if let Some(target) = place.and_then(|place| Target::parse(&place)) {
            tabs.show(Tab::Form);
            editing.reveal.set(Some(target));
        }
    };
    let status = move || {
        live.pages.with(|pages| match pages {
            Pages::Ready(status) => Some(status.clone()),
            _ => None,
        })
    };
    let count = Memo::new(move |_| status().map(|status| (status.pages, status.few)));
    let single = Memo::new(move |_| status().map(|status| status.single).unwrap_or_default());
    // Each press leads to the next of them.
    let next = StoredValue::new(0);
    let reveal_single = move |_| {
        let at = next.get_value();
        next.set_value(at + 1);
        let place = single.with(|single| single.get(at % single.len().max(1)).cloned());
        if let Some(target) = place.and_then(|place| Target::parse(&place)) {
            tabs.show(Tab::Form);
            editing.reveal.set(Some(target));
        }
    };
    let missing = Memo::new(move |_| status().map(|status| status.missing).unwrap_or_default());
    // A file of another version of Merit may name a layout that this one lacks.
    let unknown_layout = move || {
        let named = editing.at(Touched::Look, |d| d.template.layout.clone());
        status().is_some_and(|status| status.layout_version != named)
    };
    let accept_layout = move |_| {
        // The template that it is set in, as this program has it.
        let name = editing.peek(|document| document.template.name.clone());
        let template = design::template(&name).unwrap_or_else(documents::template);
        if let Ok(template) = format::read::<cv::Template>(&template) {
            editing.edit(Edit::SetTemplate { template });
        }
    };
    let letter = move || editing.at(Touched::Look, |d| d.paper == Paper::Letter);
    view! {
        <section class="desk" id="pages" aria-label=t::paper_region(lang)>
            <div class="desk-head">
                <span class="page-count" aria-live="polite">
                    {told(move || count.get().map(|(pages, few)| match few {
                        Some(lines) => t::pages_count_few(lang, lines, pages as u64),
                        None => t::pages_count(lang, pages as u64),
                    }))}
                </span>
                <button
                    type="button"
                    class="button plain"
                    hidden=told(move || single.with(Vec::is_empty))
                    title=t::single_words_hint(lang)
                    on:click=reveal_single
                >
                    {told(move || single.with(|single| t::single_words(lang, single.len() as u64)))}
                </button>
                <button type="button" class="button plain" aria-haspopup="dialog" on:click=move |_| {
                    design::show(editing, live);
                }>
                    {t::design(lang)}
                </button>
                <LookSelect/>
            </div>
            <p class="notice" role="status" hidden=told(move || live.fonts.get() != FontsAre::Coming)>
                {t::fonts_coming(lang)}
            </p>
            <div class="notice" role="alert" hidden=told(move || live.fonts.get() != FontsAre::Missing)>
                <p>{t::fonts_missing(lang)}</p>
                <button type="button" class="button" on:click=move |_| spawn_local(async move {
                    let _ = live.fetch_fonts().await;
                })>
                    {t::retry(lang)}
                </button>
            </div>
            <p class="notice" role="status" hidden=told(move || missing.with(Vec::is_empty))>
                {told(move || missing.with(|missing| {
                    let characters = missing.iter().take(12).cloned().collect::<Vec<_>>().join(" ");
                    t::glyphs_missing(lang, characters, missing.len() as u64)
                }))}
            </p>
            <div class="notice" role="status" hidden=told(move || !unknown_layout())>
                <p>{t::layout_unknown(lang)}</p>
                <button type="button" class="button" on:click=accept_layout>
                    {t::layout_accept(lang)}
                </button>
            </div>
            <div class="notice" role="alert" hidden=told(move || live.pages.get() != Pages::Failed)>
                <p>{messages::load_pages(lang)}</p>
                <button type="button" class="button" on:click=move |_| load()>
                    {t::retry(lang)}
                </button>
            </div>
            // The module draws in here; the sheet that the server drew is what
            // is seen until then.
            <div
                class="sheets"
                // Whoever has no pointer scrolls it with the arrow keys.
                tabindex="0"
                role="group"
                aria-label=t::paper_region(lang)
                class:letter=letter
                class:loading=move || live.pages.get() == Pages::Loading
                title=t::pages_hint(lang)
                data-empty=t::pages_empty(lang)
                node_ref=sheets
                on:click=on_click
            >
                <div class="page blank"><p>{t::pages_empty(lang)}</p></div>
            </div>
        </section>
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

/// Language and paper of the document.
#[component]
fn LookSelect() -> impl IntoView {
    let editing = expect_context::<Editing>();
    let lang = lang();
    let language = move || editing.at(Touched::Look, |d| d.language.tag());
    let paper = move || {
        editing.at(Touched::Look, |d| match d.paper {
            Paper::A4 => "a4",
            Paper::Letter => "letter",
        })
    };
    view! {
        <select
            class="quiet"
            aria-label=t::document_language(lang)
            title=t::document_language_hint(lang)
            prop:value=language
            on:change=move |event| {
                if let Some(language) = Language::from_tag(&event_target_value(&event)) {
                    editing.edit(Edit::SetLanguage { language });
                }
            }
        >
            {Language::ALL
                .iter()
                .map(|language| view! {
                    <option value=language.tag() lang=language.tag()>{language.name()}</option>
                })
                .collect_view()}
        </select>
        <select
            class="quiet"
            aria-label=t::paper(lang)
            prop:value=paper
            on:change=move |event| {
                let paper = match event_target_value(&event).as_str() {
                    "letter" => Paper::Letter,
                    _ => Paper::A4,
                };
                editing.edit(Edit::SetPaper { paper });
            }
        >
            <option value="a4">{t::paper_a4(lang)}</option>
            <option value="letter">{t::paper_letter(lang)}</option>
        </select>
    }
}

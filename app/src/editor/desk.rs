//! The desk: the live pages beside the form.
//!
//! The pages are drawn by a module of their own (`engine/preview`), which keeps
//! a replica of the document and is told of every edit. Nothing waits for it:
//! the form works before it has arrived and without it.

use cv::{Edit, Language, Paper, Touched, format};
use leptos::html;
use leptos::prelude::*;
use texts::{editor as t, messages};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, MouseEvent};

use super::editing::{Editing, Target};
use super::later::{Later, Task};
use super::live::{FontsAre, Live, Pages};
use super::tabs::{Tab, Tabs};
use super::{design, documents};
use crate::editor::told;
use crate::language::lang;

#[component]
pub(crate) fn Desk() -> impl IntoView {
    let editing = expect_context::<Editing>();
    let live = expect_context::<Live>();
    let later = expect_context::<Later>();
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
                    later.ask(Task::Looks);
                }>
                    {t::design(lang)}
                </button>
                {later.zooming()}
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

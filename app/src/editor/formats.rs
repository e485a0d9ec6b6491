//! Files of other kinds, how the PDF is made, and what a program reads of it.

use cv::{Document, Touched};
use leptos::prelude::*;
use texts::{Lang, editor as t};

use super::dialog::Dialog;
use super::download::Download;
use super::editing::{Editing, Target};
use super::later::{Later, Task};
use super::tabs::{Tab, Tabs};
use crate::browser::exporter::Fact;
use crate::editor::told;
use crate::language::lang;

/// Whether the list of formats is open.
#[derive(Clone, Copy)]
pub(crate) struct FormatsOpen(pub(crate) RwSignal<bool>);

/// A format as `typeset::exports` names it, its ending and its media type.
type Format = (&'static str, &'static str, &'static str);

pub(super) const FORMATS: [Format; 5] = [
    (
        "docx",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    ("html", "html", "text/html"),
    ("markdown", "md", "text/markdown"),
    ("text", "txt", "text/plain"),
    ("europass", "xml", "application/xml"),
];

/// What a format is called.
pub(super) fn name(kind: &str, lang: Lang) -> &'static str {
    match kind {
        "docx" => t::format_docx(lang),
        "html" => t::format_html(lang),
        "markdown" => t::format_markdown(lang),
        "text" => t::format_text(lang),
        _ => t::format_europass(lang),
    }
}

#[component]
pub(crate) fn Formats() -> impl IntoView {
    let open = expect_context::<FormatsOpen>().0;
    let download = expect_context::<Download>();
    let editing = expect_context::<Editing>();
    let lang = lang();
    // Europass knows of CVs alone.
    let not_for =
        move |kind: &str| kind == "europass" && editing.at(Touched::Sections, Document::is_letter);
    let check = move |value: RwSignal<bool>, label: &'static str| {
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=value
                    on:change=move |event| value.set(event_target_checked(&event))
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <Dialog open title=Signal::stored(t::formats(lang).to_owned())>
            <fieldset>
                <legend>"PDF"</legend>
                {check(download.with_data, t::pdf_with_data(lang))}
                {check(download.archival, t::pdf_archival(lang))}
            </fieldset>
            <ul class="formats">
                {FORMATS
                    .into_iter()
                    .map(|(kind, ending, media)| view! {
                        <li hidden=told(move || not_for(kind))>
                            <button type="button" class="button" on:click=move |_| {
                                open.set(false);
                                download.other(kind, ending, media);
                            }>
                                {name(kind, lang)}
                            </button>
                        </li>
                    })
                    .collect_view()}
            </ul>
            <p class="hint">{t::formats_hint(lang)}</p>
        </Dialog>
    }
}

/// Whether it is shown what a program reads.
#[derive(Clone, Copy)]
pub(crate) struct ReadingOpen(pub(crate) RwSignal<bool>);

/// Opens it, and has a PDF read.
pub(crate) fn read(open: ReadingOpen, download: Download, later: Later) {
    open.0.set(true);
    download.reading.set(None);
    later.ask(Task::ReadBack);
}

/// What a program that reads the PDF finds in it, and what it does not.
#[component]
pub(crate) fn WhatIsRead() -> impl IntoView {
    let open = expect_context::<ReadingOpen>().0;
    let download = expect_context::<Download>();
    let editing = expect_context::<Editing>();
    let tabs = expect_context::<Tabs>();
    let lang = lang();
    let facts = move || {
        download
            .reading
            .with(|reading| reading.as_ref().map(|reading| reading.facts.clone()))
    };
    let text = move || {
        download
            .reading
            .with(|reading| reading.as_ref().map(|reading| reading.text.clone()))
            .unwrap_or_default()
    };
    let troubled = move || {
        let facts = facts().unwrap_or_default();
        let troubled = facts
            .into_iter()
            .filter(|fact| fact.is_lost() || fact.is_misplaced());
        troubled.collect::<Vec<_>>()
    };
    let summary = move || match facts() {
        None if download.unread.get() => t::reading_failed(lang).to_owned(),
        None => t::reading_now(lang).to_owned(),
        Some(facts) => {
            let lost = facts.iter().filter(|fact| fact.is_lost()).count();
            let found = facts.len() - lost;
            match lost {
                0 => t::reading_all(lang, found as u64),
                _ => t::reading_lost(lang, found as u64, lost as u64),
            }
        }
    };
    let reveal = move |fact: &Fact| {
        open.set(false);
        if let Some(target) = Target::parse(&fact.place) {
            tabs.show(Tab::Form);
            editing.reveal.set(Some(target));
        }
    };
    view! {
        <Dialog open title=Signal::stored(t::reading(lang).to_owned())>
            <p role="status">{told(summary)}</p>
            <ul class="facts">
                {move || troubled()
                    .into_iter()
                    .map(|fact| {
                        let why = if fact.is_lost() { t::fact_lost(lang) } else { t::fact_misplaced(lang) };
                        let shown = fact.text.clone();
                        view! {
                            <li>
                                <button type="button" class="button plain" on:click=move |_| reveal(&fact)>
                                    <mark>{shown}</mark>
                                    " "
                                    {why}
                                </button>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            <pre class="reading" tabindex="0" aria-label=t::reading(lang)>{told(text)}</pre>
            <p class="hint">{t::reading_hint(lang)}</p>
        </Dialog>
    }
}

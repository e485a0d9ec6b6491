//! Examples: to read, and to begin from where nothing is written yet.

use advice::{Example, Place, inserting, rooms};
use cv::{Document, Language};
use leptos::prelude::*;
use texts::{Lang, advice as t};

use super::Advising;
use crate::browser::random;
use crate::editor::{label, told};
use crate::language::lang;

/// So many places are offered for one example.
const ROOMS: usize = 4;
const LANGUAGE: &str = "examples-language";
/// Languages that have examples.
const LANGUAGES: [Language; 2] = [Language::Swedish, Language::English];

#[component]
pub(super) fn Examples() -> impl IntoView {
    let advising = expect_context::<Advising>();
    let lang = lang();
    let current = move || {
        advising.round.track();
        let own = advising.editing.peek(|d| d.language);
        let own = match own {
            Language::Swedish => Language::Swedish,
            _ => Language::English,
        };
        advising.language.get().unwrap_or(own.tag())
    };
    // Drawn anew only where it changes: what is unfolded stays so while somebody types.
    let shelves = Memo::new(move |_| {
        advising.round.track();
        advising
            .editing
            .peek(|document| shelf(document, &advising.examples.get()))
    });
    view! {
        <p class="hint">{t::examples_hint(lang)}</p>
        <div class="field">
            <label for=LANGUAGE>{t::examples_language(lang)}</label>
            <select
                id=LANGUAGE
                prop:value=told(current)
                on:change=move |event| {
                    let tag = event_target_value(&event);
                    let language = LANGUAGES.iter().find(|language| language.tag() == tag);
                    advising.language.set(language.map(|language| language.tag()));
                    advising.refresh();
                }
            >
                {LANGUAGES
                    .into_iter()
                    .map(|language| {
                        view! {
                            <option value=language.tag() selected=move || current() == language.tag()>
                                {language.name()}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
        {move || sections(advising, shelves.get(), lang)}
    }
}

/// The examples of a section, and where there is room for one.
type Shelf = (Vec<Example>, Vec<Place>);

fn shelf(document: &Document, examples: &[Example]) -> Vec<Shelf> {
    let sections = examples.chunk_by(|one, other| one.kind == other.kind);
    sections
        .filter_map(|examples| {
            let kind = examples.first()?.kind;
            Some((examples.to_vec(), rooms(document, kind)))
        })
        .collect()
}

fn sections(advising: Advising, shelves: Vec<Shelf>, lang: Lang) -> impl IntoView {
    let sections = shelves.into_iter().filter_map(move |(examples, rooms)| {
        let kind = examples.first()?.kind;
        let entries = examples
            .into_iter()
            .map(|example| entry(advising, example, &rooms, lang));
        Some(view! {
            <details>
                <summary>{label::section(kind, lang)}</summary>
                <ul class="advice-list">{entries.collect_view()}</ul>
            </details>
        })
    });
    sections.collect_view()
}

fn entry(
    advising: Advising,
    example: Example,
    rooms: &[Place],
    lang: Lang,
) -> impl IntoView + use<> {
    let lines = example
        .lines
        .iter()
        .map(|line| view! { <li>{line.clone()}</li> });
    let alone = rooms.len() == 1;
    let buttons = rooms.iter().take(ROOMS).map(|room| {
        let (room, example) = (*room, example.clone());
        let name = advising.name_of(room);
        let label = t::insert_named(lang, &example.about, &name);
        let shown = match alone {
            true => t::insert(lang).to_owned(),
            false => t::insert_at(lang, &name),
        };
        view! {
            <button
                type="button"
                class="button"
                aria-label=label
                on:click=move |_| insert(advising, room, &example, lang)
            >
                {shown}
            </button>
        }
    });
    view! {
        <li>
            <strong>{example.about.clone()}</strong>
            <ul class="advice-lines">{lines.collect_view()}</ul>
            <div class="advice-actions">{buttons.collect_view()}</div>
        </li>
    }
}

fn insert(advising: Advising, room: Place, example: &Example, lang: Lang) {
    let edit = advising
        .editing
        .peek(|document| inserting(document, room, example, random::id));
    if let Some(edit) = edit
        && advising.editing.edit(edit)
    {
        advising.announcer.say(t::inserted(lang));
        advising.lead_to(room);
    }
}

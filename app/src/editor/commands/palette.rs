//! The palette: one field, and below it the commands that answer to what stands there.
//!
//! The focus stays in the field; which command is meant is told to screen readers by
//! `aria-activedescendant` (the combobox of the ARIA authoring practices).

use leptos::html;
use leptos::prelude::*;
use texts::{Lang, commands as t};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::acting::Acting;
use super::finding::rank;
use super::{Command, CommandsOpen, Words, shortcuts};
use crate::editor::dialog::Dialog;
use crate::editor::told;
use crate::language::lang;

const LIST: &str = "commands";
/// How far the keys for a page lead.
const PAGE: usize = 8;

#[component]
pub(in crate::editor) fn Palette() -> impl IntoView {
    let commands = expect_context::<CommandsOpen>();
    let lang = lang();
    view! {
        <Dialog open=commands.open title=Signal::stored(t::title(lang).to_owned())>
            <Finding/>
        </Dialog>
    }
}

/// What is shown while it is open, made anew each time.
#[component]
fn Finding() -> impl IntoView {
    let CommandsOpen { open, entry } = expect_context::<CommandsOpen>();
    let lang = lang();
    let acting = Acting::here(lang);
    let all = StoredValue::new(acting.commands(entry.get_value()));
    let recent = acting.viewing.recent();
    let question = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        question.with(|question| all.with_value(|all| found(question, all, &recent)))
    });
    // A row, from 0; there is one as long as anything is found.
    let active = RwSignal::new(0);
    let count = move || found.with(Vec::len);
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let run = move |row: usize| {
        let index = found.with_untracked(|found| found.get(row).copied());
        let does = all.with_value(|all| {
            let command = all.get(index?)?;
            Some((command.id.clone(), command.does.clone()))
        });
        let Some((id, does)) = does else { return };
        acting.viewing.used(&id);
        open.set(false);
        // When the dialog is closed and has given the focus back.
        request_animation_frame(move || acting.run(does));
    };
    let to = move |row: usize| {
        active.set(row);
        request_animation_frame(move || show(row));
    };
    let on_keydown = move |event: KeyboardEvent| {
        let (at, last) = (active.get_untracked(), untrack(count).saturating_sub(1));
        let ctrl = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            _ if event.is_composing() => return,
            "ArrowDown" => to(if at >= last { 0 } else { at + 1 }),
            "ArrowUp" => to(at.checked_sub(1).unwrap_or(last)),
            "PageDown" => to((at + PAGE).min(last)),
            "PageUp" => to(at.saturating_sub(PAGE)),
            "Enter" => run(at),
            // The keys that have opened it close it.
            "k" if ctrl => open.set(false),
            _ => return,
        }
        event.prevent_default();
    };
    let none = move || count() == 0;
    let active_id = move || (!none()).then(|| row_id(active.get()));
    let rows = move || {
        let view = |(row, index): (usize, usize)| {
            all.with_value(|all| {
                let command = all.get(index)?;
                Some(self::row(row, command, lang, active, move || run(row)).into_any())
            })
        };
        let found = found.get();
        found
            .into_iter()
            .enumerate()
            .filter_map(view)
            .collect_view()
    };
    view! {
        <input
            type="text"
            role="combobox"
            class="command-field"
            aria-label=t::search(lang)
            placeholder=t::search(lang)
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls=LIST
            aria-expanded=told(move || (!none()).to_string())
            aria-activedescendant=told(active_id)
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            node_ref=field
            on:input=move |event| {
                active.set(0);
                question.set(event_target_value(&event));
            }
            on:keydown=on_keydown
        />
        <ul id=LIST role="listbox" class="commands" aria-label=t::title(lang) hidden=told(none)>
            {rows}
        </ul>
        <p class="hint" hidden=told(move || !none())>{t::none(lang)}</p>
        <p class="visually-hidden" role="status">
            {told(move || question.with(|question| {
                (!question.is_empty()).then(|| t::found(lang, count() as u64))
            }))}
        </p>
    }
}

fn row_id(row: usize) -> String {
    format!("command-{row}")
}

fn row(
    row: usize,
    command: &Command,
    lang: Lang,
    active: RwSignal<usize>,
    run: impl Fn() + 'static,
) -> impl IntoView {
    let words = command.words.iter().find(|words| words.lang == lang);
    let (about, name) = words
        .map(|words| (words.about.clone(), words.name.clone()))
        .unwrap_or_default();
    let keys = command.keys.map(|keys| shortcuts::written(keys, lang));
    view! {
        <li
            id=row_id(row)
            role="option"
            aria-selected=told(move || (active.get() == row).to_string())
            // The focus is the field's.
            on:mousedown=|event| event.prevent_default()
            on:mousemove=move |_| {
                if active.get_untracked() != row {
                    active.set(row);
                }
            }
            on:click=move |_| run()
        >
            <span class="about">{about}</span>
            " "
            <span class="name">{name}</span>
            {keys.map(|keys| view! { " "<kbd>{keys}</kbd> })}
        </li>
    }
}

/// Brings a row into sight.
fn show(row: usize) {
    let row = document().get_element_by_id(&row_id(row));
    if let Some(row) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        row.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The commands that answer to a question, by their place in the list: the best answer
/// first. Where nothing is asked those stand first that were used last.
pub(super) fn found(question: &str, all: &[Command], recent: &[String]) -> Vec<usize> {
    let used = |index: usize| {
        let id = all.get(index).map(|command| &command.id);
        let place = id.and_then(|id| recent.iter().position(|recent| recent == id));
        place.unwrap_or(recent.len())
    };
    let mut found: Vec<usize> = (0..all.len()).collect();
    if question.trim().is_empty() {
        found.sort_by_key(|index| used(*index));
        return found;
    }
    let best = |words: &Words| {
        let whole = format!("{} {}", words.about, words.name);
        // Its own name counts before what it is about.
        let own = rank(question, &words.name);
        own.into_iter()
            .chain(rank(question, &whole).map(|rank| rank + 50))
            .min()
    };
    let rank = |command: &Command| command.words.iter().filter_map(best).min();
    let mut ranked: Vec<(usize, usize, usize)> = all
        .iter()
        .enumerate()
        .filter_map(|(index, command)| Some((rank(command)?, used(index), index)))
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(.., index)| index).collect()
}

//! Lists: highlights, one under the other, and words, side by side.
//!
//! Enter makes a new line after this one, Backspace in an empty one removes
//! it, Alt with an arrow key moves it. Pasting several lines makes several: that, and
//! what makes words bold, comes later (`rich::tools`).

use cv::rich::notation;
use cv::{Edit, Field, Id, Inline, Line, Place, SectionKind, Shape, Touched};
use leptos::prelude::*;
use texts::editor as t;
use web_sys::KeyboardEvent;

use super::{element_id, line_element_id};
use crate::browser::random;
use crate::editor::editing::{Editing, Target};
use crate::editor::icon::{Icon, Shape as IconShape};
use crate::editor::reorder::{Handle, down, keep_focus, up};
use crate::editor::told;
use crate::editor::{label, message};
use crate::language::lang;

#[component]
pub(super) fn LinesField(
    item: Id,
    kind: Option<SectionKind>,
    field: Field,
    shape: Shape,
) -> impl IntoView {
    let editing = expect_context::<Editing>();
    let lang = lang();
    let ids = move || {
        editing
            .at(Touched::Field(item, field), |document| {
                document
                    .item(item)
                    .map(|i| i.lines(field).iter().map(|l| l.id).collect::<Vec<_>>())
            })
            .unwrap_or_default()
    };
    let add = move |_| {
        add_after(
            editing,
            item,
            field,
            ids().last().copied(),
            vec![Inline::default()],
        )
    };
    let order = Callback::new(move |()| untrack(ids));
    let words = shape == Shape::Words;
    view! {
        <div
            class=format!("field field-{}", field.json())
            role="group"
            aria-labelledby=format!("{}-label", element_id(item, field))
        >
            <span class="label" id=format!("{}-label", element_id(item, field))>
                {label::field(kind, field, lang)}
            </span>
            <ul class="lines" class:words=words data-list="" data-row=words.then_some("")>
                <For each=ids key=|id| *id let:line>
                    <LineField item kind field line words order/>
                </For>
            </ul>
            <button type="button" class="add" id=element_id(item, field) on:click=add>
                <Icon shape=IconShape::Add/>
                {label::add_line(field, lang)}
            </button>
        </div>
    }
}

#[component]
fn LineField(
    item: Id,
    kind: Option<SectionKind>,
    field: Field,
    line: Id,
    words: bool,
    order: Callback<(), Vec<Id>>,
) -> impl IntoView {
    let editing = expect_context::<Editing>();
    let lang = lang();
    let complaint = RwSignal::new(None::<String>);
    let read = move |text: &str| {
        if words {
            Inline::plain(text)
        } else {
            notation::read_inline(text)
        }
    };
    let write = move |text: &Inline| {
        if words {
            text.text()
        } else {
            notation::write_inline(text)
        }
    };
    let stored = move || {
        // A list that was set as a whole may have changed this line too.
        editing.at(Touched::Field(item, field), |_| ());
        editing.at(Touched::Line(line), |document| {
            document
                .item(item)
                .and_then(|i| i.lines(field).iter().find(|l| l.id == line))
                .map(|l| l.text.clone())
                .unwrap_or_default()
        })
    };
    let raw = RwSignal::new(write(&untrack(stored)));
    Effect::new(move |_| {
        let stored = stored();
        if raw.with_untracked(|raw| read(raw) != stored) {
            complaint.set(None);
            raw.set(write(&stored));
        }
    });
    let set = move |text: String| {
        let edit = Edit::SetLine {
            item,
            field,
            line,
            text: read(&text),
        };
        raw.set(text);
        let done = editing.edit(edit);
        complaint.set(match done {
            true => None,
            false => editing
                .rejected
                .get_untracked()
                .map(|why| message::rejected(why, lang)),
        });
    };
    let relocate = Callback::new(move |place: Place| {
        editing.edit(Edit::MoveLine {
            item,
            field,
            line,
            place,
        });
    });
    let remove = move || {
        let order = order.run(());
        let at = order.iter().position(|id| *id == line).unwrap_or(0);
        let next = if at > 0 {
            order.get(at - 1)
        } else {
            order.get(1)
        }
        .copied();
        if editing.edit(Edit::RemoveLine { item, field, line }) {
            editing.reveal.set(Some(Target {
                item,
                field: Some(field),
                line: next,
            }));
        }
    };
    let on_keydown = move |event: KeyboardEvent| {
        // Enter that ends a composition (Japanese, Chinese) is not ours.
        if event.is_composing() {
            return;
        }
        let moved = match (event.key().as_str(), event.alt_key()) {
            ("ArrowUp", true) => Some(up(&order.run(()), line)),
            ("ArrowDown", true) => Some(down(&order.run(()), line)),
            _ => None,
        };
        if let Some(place) = moved {
            // At either end too: the entry around listens for the same keys.
            event.prevent_default();
            event.stop_propagation();
            if let Some(place) = place {
                relocate.run(place);
                keep_focus();
            }
            return;
        }
        match event.key().as_str() {
            "Enter" if !event.ctrl_key() && !event.meta_key() => {
                add_after(editing, item, field, Some(line), vec![Inline::default()]);
            }
            "Backspace" if raw.with_untracked(String::is_empty) => remove(),
            _ => return,
        }
        event.prevent_default();
    };
    let name = move || format!("{} {}", label::field(kind, field, lang), raw.get());
    view! {
        <li data-entry=line.to_string()>
            <Handle
                entry=line
                label=Signal::derive(move || t::drag_named(lang, name()))
                order
                relocate
            />
            <textarea
                id=line_element_id(line)
                data-rich=if words { "word" } else { "line" }
                rows="1"
                spellcheck="true"
                autocomplete="off"
                aria-label=label::field(kind, field, lang)
                aria-invalid=told(move || complaint.with(Option::is_some).then_some("true"))
                prop:value=told(move || raw.get())
                // A line has no line breaks: those that arrive (dictation,
                // drag and drop) become spaces.
                on:input=move |event| set(event_target_value(&event).replace(['\r', '\n'], " "))
                on:keydown=on_keydown
                on:blur=move |_| editing.pause()
            ></textarea>
            <button
                type="button"
                class="quiet"
                aria-label=told(move || t::delete_named(lang, name()))
                title=t::delete(lang)
                on:click=move |_| remove()
            >
                <Icon shape=IconShape::Close/>
            </button>
            <p class="complaint" aria-live="polite">{told(move || complaint.get())}</p>
        </li>
    }
}

/// Adds lines after one (or at the start) and puts the cursor in the last.
fn add_after(editing: Editing, item: Id, field: Field, after: Option<Id>, texts: Vec<Inline>) {
    let mut place = after.map_or(Place::First, Place::After);
    let mut last = None;
    let edits: Vec<Edit> = texts
        .into_iter()
        .map(|text| {
            let line = Line {
                id: random::id(),
                text,
            };
            let edit = Edit::AddLine {
                item,
                field,
                place,
                line: line.clone(),
            };
            place = Place::After(line.id);
            last = Some(line.id);
            edit
        })
        .collect();
    let edit = match <[Edit; 1]>::try_from(edits) {
        Ok([edit]) => edit,
        Err(edits) if edits.is_empty() => return,
        Err(edits) => Edit::All(edits),
    };
    if editing.edit(edit) {
        editing.reveal.set(Some(Target {
            item,
            field: Some(field),
            line: last,
        }));
    }
}

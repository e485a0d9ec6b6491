//! One entry of a section: a line in the list that unfolds into its fields.

use cv::{Edit, Id, Item, Line, Paging, Place, SectionKind, Touched, Value, When};
use leptos::prelude::*;
use texts::{Lang, editor as t};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::breaks::Breaks;
use super::editing::{Editing, Target};
use super::field::FieldSet;
use super::form::{Announcer, Unfolded};
use super::icon::{Shape, hide_or_show};
use super::label;
use super::later::Later;
use super::linked::LinkedPlace;
use super::reorder::{Handle, down, keep_focus, up};
use super::section::{Tool, add_item};
use crate::browser::random;
use crate::editor::told;
use crate::language::lang;

#[component]
pub(crate) fn ItemForm(
    id: Id,
    section: Id,
    kind: SectionKind,
    order: Callback<(), Vec<Id>>,
) -> impl IntoView {
    let editing = expect_context::<Editing>();
    let unfolded = expect_context::<Unfolded>();
    let announcer = expect_context::<Announcer>();
    let later = expect_context::<Later>();
    let lang = lang();
    let words = Memo::new(move |_| {
        // The line in the list shows these fields and the years.
        for (field, _) in kind.fields() {
            editing.at(Touched::Field(id, *field), |_| ());
        }
        editing
            .peek(|document| {
                document.item(id).map(|item| {
                    let (first, second) = label::entry(kind, item, lang);
                    (first, second, years(item, lang))
                })
            })
            .unwrap_or_default()
    });
    let name = move || {
        words.with(|(first, second, _)| match second.is_empty() {
            true => first.clone(),
            false => format!("{first}, {second}"),
        })
    };
    let hidden = move || editing.at(Touched::Item(id), |d| d.item(id).is_some_and(|i| i.hidden));
    let open = move || unfolded.item.get() == Some(id);
    let toggle = move |_| {
        unfolded
            .item
            .set(if untrack(open) { None } else { Some(id) });
    };
    let step = move |place: Option<Place>| {
        if let Some(place) = place
            && editing.edit(Edit::MoveItem {
                item: id,
                section,
                place,
            })
        {
            keep_focus();
            let order = order.run(());
            let at = order.iter().position(|i| *i == id).unwrap_or(0);
            announcer.say(t::said_moved(
                lang,
                untrack(name),
                at as u64 + 1,
                order.len() as u64,
            ));
        }
    };
    let relocate = Callback::new(move |place| step(Some(place)));
    let remove = move |()| {
        let name = untrack(name);
        let order = order.run(());
        if editing.edit(Edit::RemoveItem { item: id }) {
            announcer.say(t::said_deleted(lang, name));
            let at = order.iter().position(|i| *i == id).unwrap_or(0);
            let next = order
                .get(at + 1)
                .or(at.checked_sub(1).and_then(|i| order.get(i)));
            focus_later(next.map_or(format!("s-{section}"), |next| format!("i-{next}")));
        }
    };
    let copy = move |()| {
        if let Some(item) = editing.peek(|d| d.item(id).map(duplicate)) {
            let copy = item.id;
            if editing.edit(Edit::AddItem {
                section,
                place: Place::After(id),
                item,
            }) {
                announcer.say(t::said_added(lang, untrack(name)));
                editing.reveal.set(Some(Target {
                    item: copy,
                    field: None,
                    line: None,
                }));
            }
        }
    };
    let toggle_hidden = move |_| {
        let hidden = !untrack(hidden);
        if editing.edit(Edit::SetItemHidden { item: id, hidden }) {
            let said = if hidden {
                t::said_hidden
            } else {
                t::said_shown
            };
            announcer.say(said(lang, untrack(name)));
        }
    };
    let paging = move || {
        editing.at(Touched::Item(id), |d| {
            d.item(id).map_or(Paging::default(), |i| i.paging)
        })
    };
    let set_paging = Callback::new(move |paging| {
        editing.edit(Edit::SetItemPaging { item: id, paging });
    });
    let on_keydown = move |event: KeyboardEvent| {
        // In a list of choices Alt with an arrow opens it.
        let choosing = event
            .target()
            .is_some_and(|target| target.has_type::<web_sys::HtmlSelectElement>());
        if choosing || event.default_prevented() {
            return;
        }
        let place = match event.key().as_str() {
            "ArrowUp" if event.alt_key() => up(&order.run(()), id),
            "ArrowDown" if event.alt_key() => down(&order.run(()), id),
            "Enter" if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                add_item(editing, section, Some(id));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        step(place);
    };
    let body = format!("d-{id}");
    view! {
        <li class="item" class:hidden=hidden data-entry=id.to_string() on:keydown=on_keydown>
            <div class="item-head">
                <Handle
                    entry=id
                    label=Signal::derive(move || t::drag_named(lang, name()))
                    order
                    relocate
                />
                <h3>
                    <button
                        type="button"
                        class="toggle"
                        id=format!("i-{id}")
                        aria-expanded=told(move || open().to_string())
                        aria-controls=body.clone()
                        on:click=toggle
                    >
                        <span class="name">{told(move || words.with(|w| w.0.clone()))}</span>
                        <span class="detail">{told(move || words.with(|w| w.1.clone()))}</span>
                        <span class="years">{told(move || words.with(|w| w.2.clone()))}</span>
                    </button>
                </h3>
                <span class="mark">{told(move || hidden().then(|| t::hidden_mark(lang)))}</span>
                {later.linked(LinkedPlace::Mark(id))}
            </div>
            <div class="item-body" id=body hidden=told(move || !open())>
                <Show when=open>
                    <FieldSet item=id kind=Some(kind)/>
                    <div class="tools">
                        <Tool shape=Shape::Up label=t::move_up(lang) act=move |()| {
                            step(up(&order.run(()), id))
                        }/>
                        <Tool shape=Shape::Down label=t::move_down(lang) act=move |()| {
                            step(down(&order.run(()), id))
                        }/>
                        <Tool shape=Shape::Duplicate label=t::duplicate(lang) act=copy/>
                        <button type="button" class="tool" on:click=toggle_hidden>
                            {hide_or_show(hidden, lang)}
                        </button>
                        <Tool shape=Shape::Delete label=t::delete(lang) act=remove/>
                        <Breaks paging=Signal::derive(paging) set=set_paging/>
                    </div>
                </Show>
            </div>
        </li>
    }
}

/// The years of an entry: `2019–2021`, `2021 –`, `2014`.
fn years(item: &Item, lang: Lang) -> String {
    use cv::Field;
    let year = |field| match item.when(field) {
        Some(When::Date(date)) => Some(date.year().to_string()),
        // Its capitals are these: tables of all others would be fetched for one word.
        Some(When::Ongoing) => Some(t::date_ongoing(lang).to_ascii_lowercase()),
        Some(When::Odd(text)) => Some(text.clone()),
        None => None,
    };
    match (year(Field::StartDate), year(Field::EndDate)) {
        (Some(start), Some(end)) if start == end => start,
        (Some(start), Some(end)) if end.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{start}–{end}")
        }
        (Some(start), Some(end)) => format!("{start} – {end}"),
        (Some(start), None) => start,
        (None, Some(end)) => end,
        (None, None) => year(Field::Date)
            .or(year(Field::ReleaseDate))
            .unwrap_or_default(),
    }
}

/// A copy with ids of its own.
fn duplicate(item: &Item) -> Item {
    let mut copy = Item {
        id: random::id(),
        ..item.clone()
    };
    for value in copy.fields.values_mut() {
        if let Value::Lines(lines) = value {
            for line in lines {
                *line = Line {
                    id: random::id(),
                    text: line.text.clone(),
                };
            }
        }
    }
    copy
}

/// Gives the focus to an element once the page has been updated.
pub(crate) fn focus_later(id: String) {
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id);
        if let Some(element) = element.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

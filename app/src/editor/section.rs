//! One section of the form: its heading, its entries, and what can be done
//! with it.

use cv::{Edit, Id, Item, Paging, Place, SectionKind, Touched};
use leptos::prelude::*;
use texts::editor as t;
use web_sys::KeyboardEvent;

use super::breaks::{Breaks, SectionColumn};
use super::editing::{Editing, Target};
use super::field::FieldSet;
use super::form::{Announcer, Unfolded};
use super::icon::{Icon, Shape, hide_or_show};
use super::item::{ItemForm, focus_later};
use super::label;
use super::later::Later;
use super::linked::LinkedPlace;
use super::reorder::{Handle, down, keep_focus, up};
use crate::browser::random;
use crate::editor::told;
use crate::language::lang;

#[component]
pub(crate) fn SectionForm(
    id: Id,
    /// The sections that this one is ordered among.
    order: Callback<(), Vec<Id>>,
) -> impl IntoView {
    let editing = expect_context::<Editing>();
    let unfolded = expect_context::<Unfolded>();
    let later = expect_context::<Later>();
    let lang = lang();
    // A section's kind never changes.
    let kind = editing.peek(|d| d.section(id).map_or(SectionKind::Summary, |s| s.kind));
    let movable = kind != SectionKind::Profiles;
    let name = move || {
        editing.at(Touched::Section(id), |document| {
            let own = document.section(id).and_then(|s| s.heading.clone());
            own.unwrap_or_else(|| label::section(kind, lang).to_owned())
        })
    };
    let hidden = move || {
        editing.at(Touched::Section(id), |d| {
            d.section(id).is_some_and(|s| s.hidden)
        })
    };
    let items = move || {
        editing.at(Touched::Items(id), |document| {
            let section = document.section(id);
            section
                .map(|s| s.items.iter().map(|i| i.id).collect::<Vec<_>>())
                .unwrap_or_default()
        })
    };
    let open = move || unfolded.sections.with(|open| open.contains(&id));
    let toggle = move |_| {
        unfolded.sections.update(|open| {
            if !open.remove(&id) {
                open.insert(id);
            }
        });
    };
    let announcer = expect_context::<Announcer>();
    let relocate = Callback::new(move |place| {
        if editing.edit(Edit::MoveSection { section: id, place }) {
            keep_focus();
            let order = order.run(());
            let at = order.iter().position(|s| *s == id).unwrap_or(0);
            announcer.say(t::said_moved(
                lang,
                untrack(name),
                at as u64 + 1,
                order.len() as u64,
            ));
        }
    });
    let on_keydown = move |event: KeyboardEvent| {
        if !event.alt_key() || event.default_prevented() || !movable {
            return;
        }
        let place = match event.key().as_str() {
            "ArrowUp" => up(&order.run(()), id),
            "ArrowDown" => down(&order.run(()), id),
            _ => return,
        };
        event.prevent_default();
        if let Some(place) = place {
            relocate.run(place);
        }
    };
    let item_order = Callback::new(move |()| untrack(items));
    let single = kind.is_single();
    let body = format!("b-{id}");
    view! {
        <li class="section" class:hidden=hidden data-entry=movable.then(|| id.to_string())>
            <div class="section-head" on:keydown=on_keydown>
                {movable
                    .then(|| {
                        view! {
                            <Handle
                                entry=id
                                label=Signal::derive(move || t::drag_named(lang, name()))
                                order
                                relocate
                            />
                        }
                    })}
                <h2>
                    <button
                        type="button"
                        class="toggle"
                        id=format!("s-{id}")
                        aria-expanded=told(move || open().to_string())
                        aria-controls=body.clone()
                        on:click=toggle
                    >
                        <Icon shape=Shape::Unfold/>
                        <span class="name">{name}</span>
                        <span class="count">
                            {told(move || (!single && !items().is_empty()).then(|| items().len()))}
                        </span>
                    </button>
                </h2>
                <span class="mark">{told(move || hidden().then(|| t::hidden_mark(lang)))}</span>
                {(!single)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="quiet"
                                aria-label=label::add(kind, lang)
                                title=label::add(kind, lang)
                                on:click=move |_| add_item(editing, id, items().last().copied())
                            >
                                <Icon shape=Shape::Add/>
                            </button>
                        }
                    })}
            </div>
            <div class="section-body" id=body hidden=told(move || !open())>
                <Show when=open>
                    <SectionTools id kind order relocate/>
                    {match single {
                        true => {
                            view! {
                                <For each=items key=|id| *id let:item>
                                    <FieldSet item kind=Some(kind)/>
                                </For>
                            }
                                .into_any()
                        }
                        false => {
                            view! {
                                {later.select(id)}
                                <ul class="items" data-list="">
                                    <For each=items key=|id| *id let:item>
                                        <ItemForm id=item section=id kind order=item_order/>
                                    </For>
                                </ul>
                                <Show when=move || items().is_empty()>
                                    <p class="empty">{t::section_empty(lang)}</p>
                                </Show>
                                <button
                                    type="button"
                                    class="add"
                                    on:click=move |_| add_item(editing, id, items().last().copied())
                                >
                                    <Icon shape=Shape::Add/>
                                    {label::add(kind, lang)}
                                </button>
                                {later.linked(LinkedPlace::Section(id))}
                            }
                                .into_any()
                        }
                    }}
                </Show>
            </div>
        </li>
    }
}

/// Rename, hide, move, delete.
#[component]
fn SectionTools(
    id: Id,
    kind: SectionKind,
    order: Callback<(), Vec<Id>>,
    relocate: Callback<Place>,
) -> impl IntoView {
    let editing = expect_context::<Editing>();
    let announcer = expect_context::<Announcer>();
    let lang = lang();
    // A section of one's own has no other heading worth having.
    let renaming = RwSignal::new(kind.is_custom());
    let heading = move || {
        editing.at(Touched::Section(id), |d| {
            d.section(id).and_then(|s| s.heading.clone())
        })
    };
    let name = move || heading().unwrap_or_else(|| label::section(kind, lang).to_owned());
    let hidden = move || {
        editing.at(Touched::Section(id), |d| {
            d.section(id).is_some_and(|s| s.hidden)
        })
    };
    let toggle_hidden = move |_| {
        let hidden = !untrack(hidden);
        if editing.edit(Edit::SetSectionHidden {
            section: id,
            hidden,
        }) {
            let said = if hidden {
                t::said_hidden
            } else {
                t::said_shown
            };
            announcer.say(said(lang, untrack(name)));
        }
    };
    let step = move |place: Option<Place>| {
        if let Some(place) = place {
            relocate.run(place);
        }
    };
    let remove = move |_| {
        let name = untrack(name);
        let order = order.run(());
        if editing.edit(Edit::RemoveSection { section: id }) {
            announcer.say(t::said_deleted(lang, name));
            let at = order.iter().position(|s| *s == id).unwrap_or(0);
            let next = order
                .get(at + 1)
                .or(at.checked_sub(1).and_then(|i| order.get(i)));
            if let Some(next) = next {
                focus_later(format!("s-{next}"));
            }
        }
    };
    let paging = move || {
        editing.at(Touched::Section(id), |d| {
            d.section(id).map_or(Paging::default(), |s| s.paging)
        })
    };
    let set_paging = Callback::new(move |paging| {
        editing.edit(Edit::SetSectionPaging {
            section: id,
            paging,
        });
    });
    let movable = kind != SectionKind::Profiles;
    let heading_id = format!("h-{id}");
    view! {
        <div class="tools">
            {movable
                .then(|| {
                    view! {
                        <Tool shape=Shape::Rename label=t::rename_heading(lang) act=move |()| {
                            renaming.update(|r| *r = !*r)
                        }/>
                        <Tool shape=Shape::Up label=t::move_up(lang) act=move |()| {
                            step(up(&order.run(()), id))
                        }/>
                        <Tool shape=Shape::Down label=t::move_down(lang) act=move |()| {
                            step(down(&order.run(()), id))
                        }/>
                    }
                })}
            <button type="button" class="tool" on:click=toggle_hidden>
                {hide_or_show(hidden, lang)}
            </button>
            {movable
                .then(|| {
                    view! {
                        <button type="button" class="tool" on:click=remove>
                            <Icon shape=Shape::Delete/>
                            {t::delete(lang)}
                        </button>
                    }
                })}
            {movable
                .then(|| {
                    view! {
                        <Breaks paging=Signal::derive(paging) set=set_paging/>
                        <SectionColumn section=id/>
                    }
                })}
        </div>
        <Show when=move || renaming.get()>
            <div class="field rename">
                <label for=heading_id.clone()>{t::heading_label(lang)}</label>
                <input
                    id=heading_id.clone()
                    autocomplete="off"
                    placeholder=label::section(kind, lang)
                    prop:value=told(move || heading().unwrap_or_default())
                    on:input=move |event| {
                        let heading = Some(event_target_value(&event));
                        editing.edit(Edit::SetHeading { section: id, heading });
                    }
                    on:blur=move |_| editing.pause()
                />
                <button
                    type="button"
                    class="tool"
                    on:click=move |_| {
                        editing.edit(Edit::SetHeading { section: id, heading: None });
                        renaming.set(false);
                    }
                >
                    {t::heading_reset(lang)}
                </button>
            </div>
        </Show>
    }
}

/// A small button with an icon and a word.
#[component]
pub(crate) fn Tool(
    shape: Shape,
    label: &'static str,
    #[prop(into)] act: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="tool" on:click=move |_| act.run(())>
            <Icon shape/>
            {label}
        </button>
    }
}

/// Adds a blank item after another, or first, and opens it.
pub(crate) fn add_item(editing: Editing, section: Id, after: Option<Id>) {
    let item = Item::new(random::id());
    let id = item.id;
    let place = after.map_or(Place::First, Place::After);
    let kind = editing.peek(|d| d.section(section).map(|s| s.kind));
    if editing.edit(Edit::AddItem {
        section,
        place,
        item,
    }) {
        let first = kind
            .and_then(|kind| kind.fields().first())
            .map(|(field, _)| *field);
        editing.reveal.set(Some(Target {
            item: id,
            field: first,
            line: None,
        }));
    }
}

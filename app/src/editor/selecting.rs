//! Several entries of a section at a time: hidden, shown, moved, deleted. Whatever is
//! done with them is one edit of several (`Edit::All`), and so one step to undo.
//!
//! While entries are being selected, a list of boxes stands in the place of the entries.

use std::collections::BTreeSet;

use cv::{Document, Edit, Id, Place, Touched};
use leptos::prelude::*;
use texts::commands as t;
use texts::editor;
use web_sys::{KeyboardEvent, MouseEvent};

use super::commands::entry_name;
use super::editing::Editing;
use super::form::Announcer;
use super::icon::{Icon, Shape};
use super::item::focus_later;
use super::label;
use super::section::Tool;
use crate::editor::told;
use crate::language::{Lang, lang};

/// What is selected in a section; copies are the same.
#[derive(Clone, Copy)]
struct Selecting {
    editing: Editing,
    announcer: Announcer,
    lang: Lang,
    section: Id,
    on: RwSignal<bool>,
    chosen: RwSignal<BTreeSet<Id>>,
    /// The box that was changed last: a range begins there.
    last: StoredValue<Option<Id>>,
}

#[component]
pub(super) fn Select(section: Id) -> impl IntoView {
    let selecting = Selecting {
        editing: expect_context(),
        announcer: expect_context(),
        lang: lang(),
        section,
        on: RwSignal::new(false),
        chosen: RwSignal::new(BTreeSet::new()),
        last: StoredValue::new(None),
    };
    let Selecting { on, lang, .. } = selecting;
    selecting.give_way();
    let few = told(move || selecting.order().len() < 2 && !on.get());
    let button = format!("select-{section}");
    view! {
        <div class="selecting" class:on=on>
            <button
                type="button"
                class="tool"
                id=button
                hidden=few
                on:click=move |_| selecting.toggle()
            >
                <Icon shape=Shape::Check/>
                {told(move || if on.get() { t::select_done(lang) } else { t::select(lang) })}
            </button>
            <Show when=move || on.get()>
                <Boxes selecting/>
                <Acts selecting/>
            </Show>
        </div>
    }
}

/// A box for each entry.
#[component]
fn Boxes(selecting: Selecting) -> impl IntoView {
    let lang = selecting.lang;
    let hint = format!("select-hint-{}", selecting.section);
    let described = hint.clone();
    let each = move |item: Id| {
        let name = move || selecting.name(item);
        let hidden = move || {
            let editing = selecting.editing;
            editing.at(Touched::Item(item), |d| {
                d.item(item).is_some_and(|i| i.hidden)
            })
        };
        view! {
            <li>
                <label class="check" class:hidden=hidden>
                    <input
                        type="checkbox"
                        aria-describedby=described.clone()
                        prop:checked=told(move || selecting.chosen.with(|all| all.contains(&item)))
                        on:click=move |event: MouseEvent| {
                            selecting.choose(item, event.shift_key());
                        }
                        on:keydown=move |event: KeyboardEvent| {
                            // Not every browser tells of Shift in the click that follows.
                            if event.key() == " " && event.shift_key() {
                                event.prevent_default();
                                selecting.choose(item, true);
                            }
                        }
                    />
                    <span>{told(name)}</span>
                    <span class="mark">
                        {told(move || hidden().then(|| editor::hidden_mark(lang)))}
                    </span>
                </label>
            </li>
        }
    };
    view! {
        <p class="hint" id=hint>{t::select_hint(lang)}</p>
        <ul class="boxes">
            <For each=move || selecting.order() key=|id| *id children=each/>
        </ul>
    }
}

/// What can be done with what is selected.
#[component]
fn Acts(selecting: Selecting) -> impl IntoView {
    let Selecting { lang, chosen, .. } = selecting;
    let count = told(move || t::selected(lang, chosen.with(|chosen| chosen.len() as u64)));
    let others = move || selecting.others();
    view! {
        <p class="count">{count}</p>
        <div class="tools" role="group" aria-label=t::select(lang)>
            <button type="button" class="tool" on:click=move |_| {
                chosen.set(selecting.order().into_iter().collect());
            }>
                {t::select_all(lang)}
            </button>
            <button type="button" class="tool" on:click=move |_| chosen.update(BTreeSet::clear)>
                {t::select_none(lang)}
            </button>
            <Tool shape=Shape::Hide label=editor::hide(lang) act=move |()| selecting.hide(true)/>
            <Tool shape=Shape::Show label=editor::show(lang) act=move |()| selecting.hide(false)/>
            <Tool shape=Shape::Up label=editor::move_up(lang) act=move |()| selecting.step(true)/>
            <Tool shape=Shape::Down label=editor::move_down(lang) act=move |()| selecting.step(false)/>
            <select
                class="tool"
                aria-label=t::selected_to(lang)
                hidden=told(move || others().is_empty())
                on:change=move |event| {
                    if let Ok(to) = event_target_value(&event).parse() {
                        selecting.move_to(to);
                    }
                }
            >
                <option value="">{t::selected_to(lang)}</option>
                <For each=others key=|other| other.clone() let:other>
                    <option value=other.0.to_string()>{other.1}</option>
                </For>
            </select>
            <Tool shape=Shape::Delete label=editor::delete(lang) act=move |()| selecting.delete()/>
        </div>
    }
}

impl Selecting {
    fn order(self) -> Vec<Id> {
        let section = self.section;
        self.editing
            .at(Touched::Items(section), |d| order(d, section))
    }

    fn name(self, item: Id) -> String {
        let section = self
            .editing
            .peek(|d| d.section(self.section).map(|s| s.kind));
        let Some(kind) = section else {
            return String::new();
        };
        for (field, _) in kind.fields() {
            self.editing.at(Touched::Field(item, *field), |_| ());
        }
        self.editing.peek(|document| {
            let item = document.item(item);
            item.map_or_else(String::new, |item| entry_name(kind, item, self.lang))
        })
    }

    /// The other sections of the same kind, in which the entries can stand too.
    fn others(self) -> Vec<(Id, String)> {
        self.editing.at(Touched::Sections, |document| {
            let kind = document.section(self.section).map(|section| section.kind);
            let others = document.sections.iter();
            others
                .filter(|other| other.id != self.section && Some(other.kind) == kind)
                .map(|other| {
                    let own = other.heading.clone();
                    let usual = || label::section(other.kind, self.lang).to_owned();
                    (other.id, own.unwrap_or_else(usual))
                })
                .collect()
        })
    }

    /// Shows the entries again when one of them is to be seen. At once: the form's own
    /// effect takes the target away, and an entry that is not shown gets no focus.
    fn give_way(self) {
        ImmediateEffect::new_scoped(move || {
            let Some(target) = self.editing.reveal.get() else {
                return;
            };
            let is_here = self.editing.peek(|document| {
                let section = document.section_of(target.item);
                section.is_some_and(|section| section.id == self.section)
            });
            if is_here && self.on.get_untracked() {
                self.toggle();
            }
        });
    }

    fn toggle(self) {
        self.chosen.update(BTreeSet::clear);
        self.last.set_value(None);
        self.on.update(|on| *on = !*on);
    }

    /// Selects an entry or lets go of it, with everything from the last one if it is
    /// the end of a range.
    fn choose(self, item: Id, range: bool) {
        let on = !self.chosen.with_untracked(|chosen| chosen.contains(&item));
        let order = self.editing.peek(|d| order(d, self.section));
        let from = self.last.get_value().filter(|_| range);
        let items = between(&order, from.unwrap_or(item), item);
        self.chosen.update(|chosen| {
            for item in items {
                match on {
                    true => chosen.insert(item),
                    false => chosen.remove(&item),
                };
            }
        });
        self.last.set_value(Some(item));
    }

    /// What is selected and still there, in its order.
    fn items(self) -> Vec<Id> {
        let mut items = self.editing.peek(|d| order(d, self.section));
        self.chosen
            .with_untracked(|chosen| items.retain(|item| chosen.contains(item)));
        items
    }

    /// Makes all edits as one, and says so.
    fn make(self, edits: Vec<Edit>, said: impl FnOnce(u64) -> String, count: usize) -> bool {
        let done = !edits.is_empty() && self.editing.edit(Edit::All(edits));
        if done {
            self.announcer.say(said(count as u64));
        }
        done
    }

    fn hide(self, hidden: bool) {
        let mut items = self.items();
        self.editing
            .peek(|d| items.retain(|id| d.item(*id).is_some_and(|item| item.hidden != hidden)));
        let edit = |item: &Id| Edit::SetItemHidden {
            item: *item,
            hidden,
        };
        let said = |count| match hidden {
            true => t::said_hidden(self.lang, count),
            false => t::said_shown(self.lang, count),
        };
        self.make(items.iter().map(edit).collect(), said, items.len());
    }

    fn step(self, up: bool) {
        let items = self.items();
        let order = self.editing.peek(|d| order(d, self.section));
        let said = |count| match up {
            true => t::said_moved_up(self.lang, count),
            false => t::said_moved_down(self.lang, count),
        };
        let edits = steps(&order, &items, up)
            .into_iter()
            .map(|(item, place)| Edit::MoveItem {
                item,
                section: self.section,
                place,
            });
        self.make(edits.collect(), said, items.len());
    }

    fn move_to(self, section: Id) {
        let items = self.items();
        let mut after = self.editing.peek(|d| order(d, section).last().copied());
        let edits = items.iter().map(|item| {
            let place = after.map_or(Place::First, Place::After);
            after = Some(*item);
            Edit::MoveItem {
                item: *item,
                section,
                place,
            }
        });
        let edits = edits.collect();
        let others = untrack(|| self.others());
        let name = others.into_iter().find(|(id, _)| *id == section);
        let name = name.map(|(_, name)| name).unwrap_or_default();
        let said = |count| t::said_moved_to(self.lang, count, name);
        if self.make(edits, said, items.len()) {
            self.end();
        }
    }

    fn delete(self) {
        let items = self.items();
        let edits = items.iter().map(|item| Edit::RemoveItem { item: *item });
        let said = |count| t::said_deleted(self.lang, count);
        if self.make(edits.collect(), said, items.len()) {
            self.end();
        }
    }

    /// What was selected is gone from here. The focus stays in the section.
    fn end(self) {
        self.toggle();
        let left = self.editing.peek(|d| order(d, self.section).len());
        focus_later(match left {
            0 | 1 => format!("s-{}", self.section),
            _ => format!("select-{}", self.section),
        });
    }
}

fn order(document: &Document, section: Id) -> Vec<Id> {
    let section = document.section(section);
    let items = section.map(|section| section.items.iter().map(|item| item.id).collect());
    items.unwrap_or_default()
}

/// The entries from one to another, both included, whichever stands first.
fn between(order: &[Id], from: Id, to: Id) -> Vec<Id> {
    let at = |id: Id| order.iter().position(|other| *other == id);
    let (Some(from), Some(to)) = (at(from), at(to)) else {
        return vec![to];
    };
    let range = order.get(from.min(to)..=from.max(to));
    range.unwrap_or_default().to_vec()
}

/// How the selected entries move one place, each over the next one that is not selected.
/// The moves are right one after the other.
fn steps(order: &[Id], chosen: &[Id], up: bool) -> Vec<(Id, Place)> {
    let mut order = order.to_vec();
    let mut moves = Vec::new();
    let pairs = 1..order.len();
    let pairs: Vec<usize> = match up {
        true => pairs.collect(),
        false => pairs.rev().collect(),
    };
    for second in pairs {
        let Some([before, after]) = order.get(second - 1..=second) else {
            continue;
        };
        let (moved, passed) = match up {
            true => (*after, *before),
            false => (*before, *after),
        };
        if !chosen.contains(&moved) || chosen.contains(&passed) {
            continue;
        }
        let place = match (up, second.checked_sub(2).and_then(|at| order.get(at))) {
            (false, _) => Place::After(passed),
            (true, Some(above)) => Place::After(*above),
            (true, None) => Place::First,
        };
        moves.push((moved, place));
        order.swap(second - 1, second);
    }
    moves
}

#[cfg(test)]
mod tests;

//! Fields that are ticked: that an employer is the same as above, and what a driving
//! licence is for.

use cv::schema::{LICENCE_CLASSES, SET};
use cv::{Edit, Field, Id, Inline, Line, Place, Touched, Value};
use leptos::prelude::*;
use texts::{Lang, editor as t};

use super::{element_id, label};
use crate::browser::random;
use crate::editor::editing::Editing;
use crate::editor::told;
use crate::language::lang;

/// Shown where there is an entry above.
#[component]
pub(crate) fn FlagField(item: Id, field: Field) -> impl IntoView {
    let editing = expect_context::<Editing>();
    let lang = lang();
    // An item stays among those of its kind; of which section it is may change.
    let above = move || {
        let section = editing.peek(|d| d.section_of(item).map(|s| s.id))?;
        editing.at(Touched::Items(section), |d| {
            let items = &d.section(section)?.items;
            let at = items.iter().position(|i| i.id == item)?;
            items.get(at.checked_sub(1)?).map(|i| i.id)
        })
    };
    let set = move |event| {
        let on = event_target_checked(&event);
        let mut edits = vec![Edit::SetField {
            item,
            field,
            value: on.then(|| Value::Text(SET.to_owned())),
        }];
        // What files and other programs read is whole: the name stands in both.
        let name = above().map(|above| editing.text(above, Field::Name));
        if let Some(name) = name.filter(|_| on && editing.text(item, Field::Name).is_empty()) {
            edits.push(Edit::SetField {
                item,
                field: Field::Name,
                value: Some(Value::Text(name)),
            });
        }
        editing.edit(Edit::All(edits));
    };
    view! {
        <div class="field" hidden=told(move || above().is_none())>
            <label class="check">
            <input
                type="checkbox"
                id=element_id(item, field)
                prop:checked=told(move || editing.text(item, field) == SET)
                on:change=set
            />
            {label::field(None, field, lang)}
            </label>
        </div>
    }
}

/// A list of words that are chosen. One that is none of them stays, and is taken
/// away by its own box.
#[component]
pub(crate) fn ClassesField(item: Id, field: Field) -> impl IntoView {
    let editing = expect_context::<Editing>();
    let lang = lang();
    let lines = move || {
        editing
            .at(Touched::Field(item, field), |d| {
                d.item(item).map(|i| i.lines(field).to_vec())
            })
            .unwrap_or_default()
    };
    let choices = move || {
        let known = LICENCE_CLASSES.into_iter().map(str::to_owned);
        let mut all: Vec<String> = known.collect();
        for line in lines() {
            let word = line.text.text();
            if !all.iter().any(|known| known.eq_ignore_ascii_case(&word)) {
                all.push(word);
            }
        }
        all
    };
    let chosen = move |class: &str| {
        let mut lines = lines().into_iter();
        lines.find(|line| line.text.text().eq_ignore_ascii_case(class))
    };
    let id = element_id(item, field);
    let name_id = format!("{id}-label");
    view! {
        <div class="field classes" role="group" aria-labelledby=name_id>
            <span class="label" id=name_id.clone()>
                {label::field(None, field, lang)}
            </span>
            <div class="ticks" id=id tabindex="-1">
                <For each=choices key=String::clone let:class>
                    {
                        let name = class_name(&class, lang).to_owned();
                        let ticked = class.clone();
                        view! {
                            <label class="check">
                                <input
                                    type="checkbox"
                                    prop:checked=told(move || chosen(&ticked).is_some())
                                    on:change=move |_| {
                                        editing.edit(toggled(item, field, &lines(), &class));
                                    }
                                />
                                {name}
                            </label>
                        }
                    }
                </For>
            </div>
        </div>
    }
}

fn class_name(class: &str, lang: Lang) -> &str {
    match class {
        "traktor" => t::licence_tractor(lang),
        "ykb" => t::licence_competence(lang),
        "truck" => t::licence_truck(lang),
        "adr" => "ADR",
        class => class,
    }
}

/// Takes a class away or adds it, in the order of the list: the smaller vehicle
/// stands before the larger one, whichever was ticked first.
fn toggled(item: Id, field: Field, lines: &[Line], class: &str) -> Edit {
    let is = |line: &&Line| line.text.text().eq_ignore_ascii_case(class);
    if let Some(line) = lines.iter().find(is) {
        let line = line.id;
        return Edit::RemoveLine { item, field, line };
    }
    let rank = |class: &str| {
        let mut known = LICENCE_CLASSES.iter();
        known.position(|known| known.eq_ignore_ascii_case(class))
    };
    let smaller = |line: &&Line| rank(&line.text.text()).is_some_and(|at| Some(at) < rank(class));
    let before = lines.iter().rfind(smaller);
    Edit::AddLine {
        item,
        field,
        place: before.map_or(Place::First, |line| Place::After(line.id)),
        line: Line {
            id: random::id(),
            text: Inline::plain(class),
        },
    }
}

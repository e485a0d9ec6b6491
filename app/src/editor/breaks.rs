//! Where pages may break around an entry or a section, and in which column a
//! section stands.

use cv::{Column, Edit, Id, Paging, Touched};
use leptos::prelude::*;
use texts::editor as t;

use super::design;
use super::editing::Editing;
use crate::editor::told;
use crate::language::lang;

/// Two choices: not to be split, and to start on a new page.
#[component]
pub(crate) fn Breaks(#[prop(into)] paging: Signal<Paging>, set: Callback<Paging>) -> impl IntoView {
    let lang = lang();
    let choice = move |label, on: fn(&mut Paging) -> &mut bool| {
        view! {
            <label class="tool check">
                <input
                    type="checkbox"
                    prop:checked=told(move || *on(&mut paging.get()))
                    on:change=move |event| {
                        let mut chosen = paging.get_untracked();
                        *on(&mut chosen) = event_target_checked(&event);
                        set.run(chosen);
                    }
                />
                {label}
            </label>
        }
    };
    view! {
        {choice(t::keep_together(lang), |paging| &mut paging.together)}
        {choice(t::new_page(lang), |paging| &mut paging.new_page)}
    }
}

/// The column of a section, where the template has two.
#[component]
pub(crate) fn SectionColumn(section: Id) -> impl IntoView {
    let editing = expect_context::<Editing>();
    let lang = lang();
    let value = move || {
        editing.at(Touched::Section(section), |d| {
            match d.section(section).and_then(|s| s.column) {
                None => "",
                Some(Column::Main) => "main",
                Some(Column::Side) => "side",
            }
        })
    };
    let two = move || editing.at(Touched::Look, |d| design::has_side(&d.template.name));
    view! {
        <select
            class="tool"
            aria-label=t::column(lang)
            title=t::column(lang)
            hidden=told(move || !two())
            prop:value=value
            on:change=move |event| {
                let column = match event_target_value(&event).as_str() {
                    "main" => Some(Column::Main),
                    "side" => Some(Column::Side),
                    _ => None,
                };
                editing.edit(Edit::SetSectionColumn { section, column });
            }
        >
            <option value="">{t::column_usual(lang)}</option>
            <option value="main">{t::column_main(lang)}</option>
            <option value="side">{t::column_side(lang)}</option>
        </select>
    }
}

//! The buttons that arrange the editor: in the toolbar form and pages, in the desk's
//! head the size of the pages.

use leptos::prelude::*;
use texts::commands as t;

use super::{Mode, STEPS, Viewing, Zoom};
use crate::editor::told;
use crate::language::lang;

/// Form and pages, or one of them. A phone has its tabs instead.
#[component]
pub(in crate::editor) fn Modes() -> impl IntoView {
    let viewing = expect_context::<Viewing>();
    let lang = lang();
    let button = |mode: Mode, name: &'static str, path: &'static str| {
        view! {
            <button
                type="button"
                class="icon-button"
                aria-label=name
                title=name
                aria-pressed=told(move || (viewing.mode() == mode).to_string())
                on:click=move |_| viewing.set_mode(mode)
            >
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <path d=path/>
                </svg>
            </button>
        }
    };
    view! {
        <div class="group modes" role="group" aria-label=t::modes(lang)>
            {button(Mode::Form, t::mode_form(lang), "M4 4h16v16H4z M8 9h8 M8 13h8 M8 17h4")}
            {button(Mode::Both, t::mode_both(lang), "M3 4h18v16H3z M12 4v16 M6 9h3 M6 13h3")}
            {button(Mode::Pages, t::mode_pages(lang), "M6 3h8l4 4v14H6z M14 3v4h4")}
        </div>
    }
}

/// How large the pages are.
#[component]
pub(in crate::editor) fn Zooming() -> impl IntoView {
    let viewing = expect_context::<Viewing>();
    let lang = lang();
    let now = untrack(move || viewing.zoom());
    let value = move || match viewing.zoom() {
        Zoom::Width => "width".to_owned(),
        Zoom::Whole => "whole".to_owned(),
        Zoom::Percent(percent) => percent.to_string(),
    };
    let step = move |larger: bool, name: &'static str, path: &'static str| {
        view! {
            <button
                type="button"
                class="quiet"
                aria-label=name
                title=name
                on:click=move |_| viewing.step(larger)
            >
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <path d=path/>
                </svg>
            </button>
        }
    };
    view! {
        <div class="zoom" role="group" aria-label=t::zoom(lang)>
            {step(false, t::zoom_out(lang), "M5 12h14")}
            <select
                class="quiet"
                aria-label=t::zoom(lang)
                prop:value=told(value)
                on:change=move |event| {
                    viewing.set_zoom(match event_target_value(&event).as_str() {
                        "whole" => Zoom::Whole,
                        percent => percent.parse().map_or(Zoom::Width, Zoom::Percent),
                    });
                }
            >
                // What is chosen is there before its options are, so each says it too.
                <option value="width">{t::zoom_width(lang)}</option>
                <option value="whole" selected=now == Zoom::Whole>{t::zoom_whole(lang)}</option>
                {STEPS
                    .map(|percent| view! {
                        <option value=percent.to_string() selected=now == Zoom::Percent(percent)>
                            {t::zoom_percent(lang, percent)}
                        </option>
                    })
                    .collect_view()}
            </select>
            {step(true, t::zoom_in(lang), "M5 12h14 M12 5v14")}
        </div>
    }
}

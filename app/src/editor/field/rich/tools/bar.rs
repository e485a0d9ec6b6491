//! The toolbar: buttons that say whether the selection is so, with one stop for the
//! Tab key and arrow keys between them.

use cv::rich::notation::List;
use cv::rich::typing::{Style, Styles};
use leptos::prelude::*;
use texts::editor as t;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::{Action, Kind, Tools};
use crate::editor::told;
use crate::language::lang;

/// Those of a line come first.
const ACTIONS: [Action; 5] = [
    Action::Style(Style::Bold),
    Action::Style(Style::Italic),
    Action::Link,
    Action::List(List::Bullets),
    Action::List(List::Numbers),
];

impl Kind {
    /// How many buttons it has use for.
    fn buttons(self) -> usize {
        match self {
            Kind::Text => ACTIONS.len(),
            Kind::Line => 3,
            Kind::Word => 0,
        }
    }
}

impl Action {
    fn is_on(self, styles: Styles) -> bool {
        match self {
            Action::Style(Style::Bold) => styles.bold,
            Action::Style(Style::Italic) => styles.italic,
            Action::Link => styles.link,
            Action::List(list) => styles.list == Some(list),
        }
    }

    fn name(self, lang: texts::Lang) -> &'static str {
        match self {
            Action::Style(Style::Bold) => t::rich_bold(lang),
            Action::Style(Style::Italic) => t::rich_italic(lang),
            Action::Link => t::rich_link(lang),
            Action::List(List::Bullets) => t::rich_bullets(lang),
            Action::List(List::Numbers) => t::rich_numbers(lang),
        }
    }

    /// The keys, as a person reads them.
    fn keys(self, lang: texts::Lang) -> String {
        let ctrl = t::key_ctrl(lang);
        let shift = t::key_shift(lang);
        match self {
            Action::Style(Style::Bold) => format!("{ctrl} + B"),
            Action::Style(Style::Italic) => format!("{ctrl} + I"),
            Action::Link => format!("{ctrl} + K"),
            Action::List(List::Numbers) => format!("{ctrl} + {shift} + 7"),
            Action::List(List::Bullets) => format!("{ctrl} + {shift} + 8"),
        }
    }

    /// The strokes of its icon, of the Lucide set as `icon.rs` has it.
    fn path(self) -> &'static str {
        match self {
            Action::Style(Style::Bold) => {
                "M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8"
            }
            Action::Style(Style::Italic) => "M19 4h-9 M14 20H5 M15 4 9 20",
            Action::Link => {
                "M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71 M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"
            }
            Action::List(List::Bullets) => "M8 6h13 M8 12h13 M8 18h13 M3 6h.01 M3 12h.01 M3 18h.01",
            Action::List(List::Numbers) => {
                "M10 6h11 M10 12h11 M10 18h11 M4 6h1v4 M4 10h2 M6 18H4c0-1 2-2 2-3s-1-1.5-2-1"
            }
        }
    }
}

fn button_id(number: usize) -> String {
    format!("rich-tool-{number}")
}

#[component]
pub(crate) fn RichTools() -> impl IntoView {
    let tools = expect_context::<Tools>();
    let lang = lang();
    // Where the Tab key leads.
    let stop = RwSignal::new(0_usize);
    let count = move || tools.shown.get().map_or(0, Kind::buttons);
    let focus = move |number: usize| {
        stop.set(number);
        let button = document().get_element_by_id(&button_id(number));
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            let _ = button.focus();
        }
    };
    // Who types already has the focus when it comes.
    Effect::new(move |_| {
        if tools.bar.get().is_some()
            && let Some(element) = document().active_element()
        {
            tools.enter(&element);
        }
    });
    let on_keydown = move |event: KeyboardEvent| {
        let count = untrack(count);
        let now = stop.get_untracked();
        let last = count.saturating_sub(1);
        match event.key().as_str() {
            "ArrowRight" if now >= last => focus(0),
            "ArrowRight" => focus(now + 1),
            "ArrowLeft" if now == 0 => focus(last),
            "ArrowLeft" => focus(now - 1),
            "Home" => focus(0),
            "End" => focus(last),
            "Escape" => {
                if let Some((element, _)) = tools.current() {
                    let _ = element.focus();
                }
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    // A line has fewer buttons than a text.
    let at = move || stop.get().min(count().saturating_sub(1));
    let buttons = ACTIONS.into_iter().enumerate().map(move |(number, action)| {
        view! {
            <button
                type="button"
                id=button_id(number)
                aria-label=action.name(lang)
                title=format!("{} ({})", action.name(lang), action.keys(lang))
                aria-pressed=told(move || match action.is_on(tools.styles.get()) {
                    true => "true",
                    false => "false",
                })
                tabindex=told(move || match at() == number {
                    true => "0",
                    false => "-1",
                })
                hidden=told(move || number >= count())
                on:click=move |_| tools.act(action)
            >
                <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
                    <path d=action.path()/>
                </svg>
            </button>
        }
    });
    view! {
        <div
            class="rich-tools"
            node_ref=tools.bar
            hidden=told(move || tools.shown.with(Option::is_none))
        >
            <div
                role="toolbar"
                aria-label=t::rich_tools(lang)
                on:keydown=on_keydown
                // Who presses a button goes on with what is selected.
                on:mousedown=move |event| event.prevent_default()
            >
                {buttons.collect_view()}
            </div>
        </div>
    }
}

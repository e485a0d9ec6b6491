//! The choice above the pages, and what is said of the view that is chosen.

use leptos::prelude::*;
use texts::seen as t;

use super::{SeenBy, Viewer};
use crate::editor::told;
use crate::language::lang;

#[component]
pub(crate) fn Seen() -> impl IntoView {
    let seen = expect_context::<SeenBy>();
    let lang = lang();
    let viewers = Memo::new(move |_| {
        // Another document may be of another kind.
        seen.editing.at(cv::Touched::Sections, |_| ());
        seen.viewers()
    });
    let is_view = Memo::new(move |_| seen.viewer() != Viewer::Me);
    Effect::new(move |_| {
        let sheets = document().query_selector(".sheets").ok().flatten();
        if let Some(sheets) = sheets {
            // A fixed, valid name.
            let _ = match is_view.get() {
                true => sheets.set_attribute("data-view", ""),
                false => sheets.remove_attribute("data-view"),
            };
        }
    });
    let words = move || {
        let viewer = seen.viewer();
        let name = seen.links.with(|links| viewer.name(links, lang));
        match viewer {
            Viewer::Me => String::new(),
            Viewer::Everyone => t::view_everyone(lang).to_owned(),
            Viewer::Anonymous => t::view_anonymous(lang).to_owned(),
            Viewer::Link(_) => t::view_link(lang, name),
        }
    };
    let find = move |()| seen.find_links();
    view! {
        <select
            id="seen-by"
            class="quiet"
            aria-label=t::seen_by(lang)
            title=t::seen_by_hint(lang)
            hidden=told(move || viewers.with(Vec::is_empty))
            prop:value=told(move || seen.viewer().value())
            on:focus=move |_| find(())
            on:pointerenter=move |_| find(())
            on:change=move |event| seen.choose(Viewer::of(&event_target_value(&event)))
        >
            {move || {
                let now = seen.viewer.get_untracked();
                viewers
                    .get()
                    .into_iter()
                    .map(|(viewer, name)| view! {
                        <option value=viewer.value() selected=viewer == now>
                            {match viewer {
                                Viewer::Anonymous => name,
                                _ => t::seen_by_named(lang, name),
                            }}
                        </option>
                    })
                    .collect_view()
            }}
        </select>
        <div class="notice" role="status" hidden=told(move || !is_view.get())>
            <p>{told(words)}</p>
            <button type="button" class="button" on:click=move |_| {
                seen.choose(Viewer::Me);
                focus();
            }>
                {t::back(lang)}
            </button>
        </div>
    }
}

/// The button goes with the notice; the choice is what it was about.
fn focus() {
    let select = document().get_element_by_id("seen-by");
    let select = select.map(wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>);
    if let Some(select) = select {
        let _ = select.focus();
    }
}

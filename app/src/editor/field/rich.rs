//! Paragraphs and lists, in the notation of `cv::rich::notation`.
//!
//! A text area is all of it that is there from the start. Toolbar, keys and what is
//! pasted come later ([`tools`]): they know text areas by their `data-rich`.

pub(crate) mod tools;

use cv::rich::notation;
use cv::{Edit, Field, Id, RichText, SectionKind, Touched, Value};
use leptos::prelude::*;
use texts::editor as t;

use super::{Labelled, described_by, element_id};
use crate::editor::editing::Editing;
use crate::editor::message;
use crate::editor::told;
use crate::language::lang;

#[component]
pub(super) fn RichField(item: Id, kind: Option<SectionKind>, field: Field) -> impl IntoView {
    let editing = expect_context::<Editing>();
    let lang = lang();
    let too_long = RwSignal::new(None::<String>);
    let stored = move || {
        editing.at(Touched::Field(item, field), |document| {
            document
                .item(item)
                .and_then(|i| i.rich(field).cloned())
                .unwrap_or_default()
        })
    };
    let raw = RwSignal::new(notation::write(&untrack(stored)));
    // What is typed may be written in more than one way; it is replaced only
    // when the document says something else.
    Effect::new(move |_| {
        let stored: RichText = stored();
        if raw.with_untracked(|raw| notation::read(raw) != stored) {
            too_long.set(None);
            raw.set(notation::write(&stored));
        }
    });
    let on_input = move |event| {
        let text = event_target_value(&event);
        let value = Value::Rich(notation::read(&text));
        raw.set(text);
        let done = editing.edit(Edit::SetField {
            item,
            field,
            value: Some(value),
        });
        too_long.set(match done {
            true => None,
            false => editing
                .rejected
                .get_untracked()
                .map(|why| message::rejected(why, lang)),
        });
    };
    let help = format!("{}-help", element_id(item, field));
    view! {
        <Labelled item kind field complaint=too_long>
            <textarea
                id=element_id(item, field)
                data-rich="text"
                rows="3"
                spellcheck="true"
                aria-describedby=format!("{} {help}", described_by(item, kind, field))
                aria-invalid=told(move || too_long.with(Option::is_some).then_some("true"))
                prop:value=told(move || raw.get())
                on:input=on_input
                on:blur=move |_| editing.pause()
            ></textarea>
            <p class="hint" id=help.clone()>{t::hint_rich(lang)}</p>
        </Labelled>
    }
}

/// Text that was set by code does not raise the event that typing raises.
pub(crate) fn announce_input(element: &web_sys::Element) {
    let options = web_sys::EventInit::new();
    options.set_bubbles(true);
    if let Ok(event) = web_sys::Event::new_with_event_init_dict("input", &options) {
        let _ = element.dispatch_event(&event);
    }
}

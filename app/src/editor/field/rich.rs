//! Paragraphs and lists, in the notation of `cv::rich::notation`.

use cv::rich::notation;
use cv::{Edit, Field, Id, RichText, SectionKind, Touched, Value};
use leptos::html;
use leptos::prelude::*;
use texts::editor as t;
use web_sys::{HtmlTextAreaElement, KeyboardEvent};

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
    let area = NodeRef::<html::Textarea>::new();
    let on_keydown = move |event: KeyboardEvent| {
        let Some(area) = area.get_untracked() else {
            return;
        };
        if mark_by_key(&event, &area) {
            event.prevent_default();
        }
    };
    let help = format!("{}-help", element_id(item, field));
    view! {
        <Labelled item kind field complaint=too_long>
            <textarea
                id=element_id(item, field)
                node_ref=area
                rows="3"
                spellcheck="true"
                aria-describedby=format!("{} {help}", described_by(item, kind, field))
                aria-invalid=told(move || too_long.with(Option::is_some).then_some("true"))
                prop:value=told(move || raw.get())
                on:input=on_input
                on:keydown=on_keydown
                on:blur=move |_| editing.pause()
            ></textarea>
            <p class="hint" id=help.clone()>{t::hint_rich(lang)}</p>
        </Labelled>
    }
}

/// Ctrl or Command with B or I marks what is selected. Returns whether it did.
pub(super) fn mark_by_key(event: &KeyboardEvent, area: &HtmlTextAreaElement) -> bool {
    if !(event.ctrl_key() || event.meta_key()) || event.shift_key() || event.alt_key() {
        return false;
    }
    match event.key().as_str() {
        "b" => mark(area, "**"),
        "i" => mark(area, "*"),
        _ => return false,
    }
    true
}

/// Puts marks around the selection, or takes them away if they are there.
fn mark(area: &HtmlTextAreaElement, marks: &str) {
    let (Ok(Some(start)), Ok(Some(end))) = (area.selection_start(), area.selection_end()) else {
        return;
    };
    // Selections count UTF-16 units.
    let text: Vec<u16> = area.value().encode_utf16().collect();
    let (start, end) = (start as usize, (end as usize).min(text.len()));
    let selected = String::from_utf16_lossy(&text[start.min(end)..end]);
    let bare = selected
        .strip_prefix(marks)
        .and_then(|s| s.strip_suffix(marks));
    let (replacement, inner_start, inner_end) = match bare {
        Some(bare) => (bare.to_owned(), start, end - 2 * marks.len()),
        None => (
            format!("{marks}{selected}{marks}"),
            start + marks.len(),
            end + marks.len(),
        ),
    };
    if area.set_range_text(&replacement).is_ok() {
        // Without a selection the cursor stands between the marks.
        let whole = bare.is_none() && start != end;
        let (from, to) = match whole {
            true => (start, end + 2 * marks.len()),
            false => (inner_start, inner_end),
        };
        let _ = area.set_selection_range(from as u32, to as u32);
        announce_input(area);
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

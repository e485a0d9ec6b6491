//! A quiet word beside a field whose text tells what few employers need to know.
//!
//! What is looked for is in [`cv::sensitive`]. The form knows nothing of it: this
//! code comes later, listens on the page and puts its notes into the fields' own
//! elements. Nothing is sent, and who has seen a note does not see it again beside
//! that field as long as the page is open.

use std::collections::BTreeMap;

use cv::sensitive::{Sign, find};
use leptos::prelude::*;
use texts::{Lang, editor as t};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::form::Announcer;

/// The notes, by this class.
const NOTE: &str = "doubt";

/// What was answered with "I have seen it", by the fields' ids.
type Seen = StoredValue<BTreeMap<String, Sign>>;

/// From now on looks at every field that is typed in, entered or unfolded.
pub(super) fn listen(announcer: Announcer, lang: Lang) {
    let seen: Seen = StoredValue::new(BTreeMap::new());
    let look = move |event: Event| {
        let Some(target) = target(&event) else { return };
        if let Some(field) = target.closest(".field").ok().flatten() {
            look_at(&field, seen, announcer, lang);
        }
    };
    let typed = window_event_listener_untyped("input", look);
    let entered = window_event_listener_untyped("focusin", look);
    let clicked = window_event_listener_untyped("click", move |event| {
        let Some(target) = target(&event) else { return };
        if let Some(note) = target.closest(".doubt button").ok().flatten() {
            dismiss(&note, seen);
            return;
        }
        // What a click unfolds is there with the next frame.
        request_animation_frame(move || look_at_all(seen, announcer, lang));
    });
    look_at_all(seen, announcer, lang);
    on_cleanup(move || {
        typed.remove();
        entered.remove();
        clicked.remove();
    });
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn look_at_all(seen: Seen, announcer: Announcer, lang: Lang) {
    let Ok(fields) = document().query_selector_all(".form .field") else {
        return;
    };
    let fields = (0..fields.length()).filter_map(|at| fields.item(at)?.dyn_into().ok());
    fields.for_each(|field: Element| look_at(&field, seen, announcer, lang));
}

/// Shows, changes or takes away the note of one field.
fn look_at(field: &Element, seen: Seen, announcer: Announcer, lang: Lang) {
    let Some((id, text)) = written(field) else {
        return;
    };
    let sign = find(&text).filter(|sign| seen.with_value(|seen| seen.get(&id) != Some(sign)));
    let note = field.query_selector(&format!(".{NOTE}")).ok().flatten();
    let words = sign.map(|sign| words(sign, lang));
    let shown = note
        .as_ref()
        .and_then(|note| note.get_attribute("data-words"));
    if shown.as_deref() == words {
        return;
    }
    if let Some(note) = note {
        note.remove();
    }
    if let Some(words) = words
        && append(field, words, lang).is_some()
    {
        announcer.say(words);
    }
}

/// The id of a field, and what is typed into it. A telephone number is one.
fn written(field: &Element) -> Option<(String, String)> {
    let controls = field.query_selector_all("input, textarea").ok()?;
    let mut id = String::new();
    let mut texts = Vec::new();
    for at in 0..controls.length() {
        let control: Element = controls.item(at)?.dyn_into().ok()?;
        if id.is_empty() {
            id = control.id();
        }
        if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
            texts.push(area.value());
        } else if let Some(input) = control.dyn_ref::<HtmlInputElement>()
            && input.type_() == "text"
        {
            texts.push(input.value());
        }
    }
    // A list goes by its own id: its first line may be another one soon.
    let list = field.get_attribute("aria-labelledby");
    Some((list.unwrap_or(id), texts.join("\n")))
}

fn append(field: &Element, words: &'static str, lang: Lang) -> Option<()> {
    let make = |tag| document().create_element(tag).ok();
    let note = make("div")?;
    note.set_class_name(NOTE);
    note.set_attribute("data-words", words).ok()?;
    let text = make("p")?;
    text.set_text_content(Some(&format!("{words} {}", t::doubt_here(lang))));
    let button = make("button")?;
    button.set_attribute("type", "button").ok()?;
    button.set_class_name("tool");
    button.set_text_content(Some(t::doubt_dismiss(lang)));
    note.append_child(&text).ok()?;
    note.append_child(&button).ok()?;
    field.append_child(&note).ok()?;
    Some(())
}

/// Takes a note away for good, and gives the focus back to its field.
fn dismiss(button: &Element, seen: Seen) {
    let Some(note) = button.parent_element() else {
        return;
    };
    let Some(field) = note.parent_element() else {
        return;
    };
    if let Some((id, text)) = written(&field)
        && let Some(sign) = find(&text)
    {
        seen.update_value(|seen| {
            seen.insert(id, sign);
        });
    }
    note.remove();
    let control = field.query_selector("input, textarea").ok().flatten();
    if let Some(control) = control.and_then(|c| c.dyn_into::<HtmlElement>().ok()) {
        let _ = control.focus();
    }
}

fn words(sign: Sign, lang: Lang) -> &'static str {
    match sign {
        Sign::PersonalNumber => t::doubt_personal_number(lang),
        Sign::CoordinationNumber => t::doubt_coordination_number(lang),
        Sign::Health => t::doubt_health(lang),
        Sign::Belief => t::doubt_belief(lang),
        Sign::Union => t::doubt_union(lang),
        Sign::Origin => t::doubt_origin(lang),
    }
}

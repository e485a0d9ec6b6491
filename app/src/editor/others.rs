//! What was changed in two places at once: ours stands, theirs is one tap away.

use cv::{Edit, Other, Value, When};
use leptos::prelude::*;
use texts::{Lang, editor as t};
use wasm_bindgen_futures::spawn_local;

use super::editing::Editing;
use super::label;
use crate::browser::sync::Sync;
use crate::editor::told;
use crate::language::lang;

#[component]
pub(crate) fn Others() -> impl IntoView {
    let sync = expect_context::<Sync>();
    let editing = expect_context::<Editing>();
    let lang = lang();
    let returned = move || sync.returned.get() > 0;
    view! {
        <section
            class="others"
            aria-labelledby="others-title"
            hidden=told(move || sync.others.with(Vec::is_empty) && !returned())
        >
            <h2 id="others-title">{t::others_title(lang)}</h2>
            <div hidden=told(move || !returned())>
                <p>{told(move || t::others_returned(lang, sync.returned.get() as u64))}</p>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| {
                        // If it fails, it is said once more: no harm.
                        spawn_local(async move { drop(sync.looked_at(None).await) });
                    }
                >
                    {t::others_seen(lang)}
                </button>
            </div>
            <ul>
                {move || {
                    sync.others
                        .get()
                        .into_iter()
                        .map(|other| other_text(other, sync, editing, lang))
                        .collect_view()
                }}
            </ul>
        </section>
    }
}

fn other_text(other: Other, sync: Sync, editing: Editing, lang: Lang) -> impl IntoView + use<> {
    let (place, text) = words(editing, &other, lang);
    let forget = move |other: &Other| {
        let other = other.clone();
        spawn_local(async move { drop(sync.looked_at(Some(other)).await) });
    };
    let kept = other.clone();
    let take = move |_| {
        if editing.edit(other.0.clone()) {
            forget(&other);
        }
    };
    view! {
        <li class="other">
            <p class="detail">{place}</p>
            <blockquote dir="auto">{text}</blockquote>
            <button type="button" class="button" on:click=take>{t::others_take(lang)}</button>
            <button type="button" class="button plain" on:click=move |_| forget(&kept)>
                {t::others_keep(lang)}
            </button>
        </li>
    }
}

/// Where the text belongs, and the text.
fn words(editing: Editing, other: &Other, lang: Lang) -> (String, String) {
    let (field, text) = match &other.0 {
        Edit::SetField { field, value, .. } => {
            (Some(*field), value.as_ref().map(|value| plain(value, lang)))
        }
        Edit::SetLine { field, text, .. } => (Some(*field), Some(text.text())),
        Edit::SetHeading { heading, .. } => (None, heading.clone()),
        _ => (None, None),
    };
    let item = match &other.0 {
        Edit::SetField { item, .. } | Edit::SetLine { item, .. } => Some(*item),
        _ => None,
    };
    let kind = editing.peek(|document| {
        let section = item.and_then(|item| document.section_of(item));
        section.map(|section| section.kind)
    });
    let place = match (field, kind) {
        (Some(field), Some(kind)) => {
            let name = label::field(Some(kind), field, lang);
            format!("{}: {name}", label::section(kind, lang))
        }
        (Some(field), None) => label::field(None, field, lang).to_owned(),
        (None, _) => t::heading_label(lang).to_owned(),
    };
    (place, text.unwrap_or_default())
}

fn plain(value: &Value, lang: Lang) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::When(When::Date(date)) => date.to_string(),
        Value::When(When::Ongoing) => t::date_ongoing(lang).to_owned(),
        Value::When(When::Odd(text)) => text.clone(),
        Value::Rich(rich) => rich.text(),
        Value::Lines(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| line.text.text()).collect();
            lines.join("\n")
        }
    }
}

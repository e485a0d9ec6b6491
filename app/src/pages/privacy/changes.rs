//! What is new in the version of the policy that holds, and what changes that are
//! announced would alter.

use leptos::prelude::*;
use privacy::policy::{Changes, VERSIONS, Version};
use texts::{Lang, inventory as t};

use super::super::account::{Coming, described};
use super::label::label;
use super::{facts, words};

/// What differs from the version before, if there is one, and which versions there were.
pub(super) fn changes(lang: Lang) -> impl IntoView {
    let version = Version::current()?;
    let before = version.before()?;
    let changes = version.changes_since(before);
    let nothing = changes.is_empty();
    let earlier = VERSIONS.iter().skip(1);
    Some(view! {
        <details class="changes">
            <summary>{t::changes_title(lang)}</summary>
            <p>{t::changes_before(lang, before.day)}</p>
            {nothing.then(|| view! { <p>{t::changes_none(lang)}</p> })}
            {differences(&changes, lang)}
            <h2>{t::earlier_title(lang)}</h2>
            <ul class="points-list">
                {earlier.map(|it| view! { <li>{it.day}</li> }).collect_view()}
            </ul>
        </details>
    })
}

/// What changes that are announced would alter, for everybody to read.
pub(super) fn coming(lang: Lang) -> impl IntoView {
    let Coming(coming) = use_context::<Coming>().unwrap_or_default();
    let parts = coming.into_iter();
    parts
        .map(|change| view! { <section class="changes">{described(&change, lang)}</section> })
        .collect_view()
}

/// What differs between two versions, in the words of the inventory.
pub(in crate::pages) fn differences(changes: &Changes, lang: Lang) -> impl IntoView + use<> {
    let added: Vec<String> = changes
        .added
        .iter()
        .map(|it| label(*it, lang).to_owned())
        .collect();
    let removed: Vec<String> = changes
        .removed
        .iter()
        .map(|it| label(*it, lang).to_owned())
        .collect();
    let changed: Vec<String> = changes
        .changed
        .iter()
        .map(|(name, aspects)| {
            let aspects: Vec<&str> = aspects.iter().map(|it| words::aspect(*it, lang)).collect();
            format!("{}: {}", label(*name, lang), aspects.join(", "))
        })
        .collect();
    let rows = [
        (t::changes_added(lang), added),
        (t::changes_removed(lang), removed),
        (t::changes_changed(lang), changed),
    ];
    let rows: Vec<facts::Fact> = rows.into_iter().filter(|(_, it)| !it.is_empty()).collect();
    (!rows.is_empty()).then(|| view! { <div class="stored">{facts::listed(rows)}</div> })
}

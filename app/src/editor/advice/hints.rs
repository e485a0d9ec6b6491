//! What there is to look at, by section, and what most CVs have.

use std::collections::HashSet;

use advice::{Hint, What};
use leptos::prelude::*;
use texts::{Lang, advice as t};

use super::{Advising, BODY, State, focus, heading, key, words};
use crate::editor::told;
use crate::language::lang;

/// So much of a line is enough to know it by.
const KNOWN_BY: usize = 60;

#[component]
pub(super) fn Hints() -> impl IntoView {
    let advising = expect_context::<Advising>();
    let lang = lang();
    let left = Memo::new(move |_| {
        let advice = advising.advice.get();
        let mut hints = advice.hints;
        hints.retain(|hint| !advising.is_dismissed(hint));
        hints
    });
    let blank = move || {
        advising.round.track();
        advising.editing.peek(cv::Document::is_blank)
    };
    let summary = move || {
        if advising.state.get() != State::Ready {
            return String::new();
        }
        match left.with(Vec::len) {
            0 if blank() => t::nothing_yet(lang).to_owned(),
            0 => t::nothing(lang).to_owned(),
            count => t::count(lang, count as u64),
        }
    };
    let wordless = move || {
        advising.round.track();
        let language = advising.editing.peek(|d| d.language);
        advice::Tongue::of(language).is_none()
    };
    let dismissed = move || {
        let hints = advising.advice.with(|advice| advice.hints.clone());
        hints
            .iter()
            .filter(|hint| advising.is_dismissed(hint))
            .count()
    };
    view! {
        <p class="lead" role="status">{told(summary)}</p>
        <p class="hint" hidden=told(move || !wordless())>{t::no_words(lang)}</p>
        {move || groups(advising, left.get(), lang)}
        <button
            type="button"
            class="link"
            hidden=told(move || dismissed() == 0)
            on:click=move |_| {
                advising.dismissed.update(HashSet::clear);
                focus(BODY);
            }
        >
            {told(move || t::restore(lang, dismissed() as u64))}
        </button>
        <section aria-labelledby="advice-parts">
            <h3 id="advice-parts">{t::parts(lang)}</h3>
            <ul class="advice-parts">
                {move || {
                    let parts = advising.advice.with(|advice| advice.parts.clone());
                    parts.into_iter().map(|(part, there)| view! {
                        <li data-there=there.then_some("")>
                            <span>{words::part(part, lang)}</span>
                            <span>{if there { t::is_there(lang) } else { t::is_not_there(lang) }}</span>
                        </li>
                    }).collect_view()
                }}
            </ul>
            <p class="hint">{t::parts_hint(lang)}</p>
        </section>
    }
}

/// Hints under the heading of the section where they are.
fn groups(advising: Advising, hints: Vec<Hint>, lang: Lang) -> impl IntoView {
    let groups = hints.chunk_by(|one, other| section(one) == section(other));
    groups
        .map(|hints| {
            let name = match hints.first().and_then(|hint| hint.place) {
                None => t::whole(lang).to_owned(),
                Some(place) => match place.section {
                    None => texts::editor::section_basics(lang).to_owned(),
                    Some(id) => advising
                        .editing
                        .peek(|document| heading(document, id, lang)),
                },
            };
            let entries = hints.iter().map(|hint| entry(advising, hint.clone(), lang));
            view! {
                <section>
                    <h3>{name}</h3>
                    <ul class="advice-list">{entries.collect_view()}</ul>
                </section>
            }
        })
        .collect_view()
}

/// Hints about the whole are a group of their own, and so are those of the basics.
fn section(hint: &Hint) -> Option<Option<cv::Id>> {
    hint.place.map(|place| place.section)
}

fn entry(advising: Advising, hint: Hint, lang: Lang) -> impl IntoView {
    let title = words::title(&hint, lang);
    let key = key(&hint);
    let verbs = match &hint.what {
        What::WeakStart { instead, .. } => instead
            .iter()
            .map(|(group, verbs)| (words::verbs(*group, lang), verbs.join(", ")))
            .collect(),
        _ => Vec::new(),
    };
    let show = hint.place.map(|place| {
        let label = t::show_named(lang, &title);
        view! {
            <button type="button" class="button" aria-label=label on:click=move |_| advising.lead_to(place)>
                {t::show(lang)}
            </button>
        }
    });
    let label = t::dismiss_named(lang, &title);
    let dismiss = move |_| {
        advising.dismissed.update(|all| {
            all.insert(key);
        });
        advising.announcer.say(t::dismissed(lang));
        // The button is gone: the focus stays in the panel.
        focus(BODY);
    };
    view! {
        <li>
            <strong>{title.clone()}</strong>
            {about(advising, &hint).map(|about| view! { <span class="advice-about">{about}</span> })}
            <p>{words::why(&hint, lang)}</p>
            {(!verbs.is_empty())
                .then(|| {
                    let rows = verbs
                        .into_iter()
                        .map(|(group, verbs)| view! { <div><dt>{group}</dt><dd>{verbs}</dd></div> });
                    view! { <dl>{rows.collect_view()}</dl> }
                })}
            <div class="advice-actions">
                {show}
                <button type="button" class="button plain" aria-label=label on:click=dismiss>
                    {t::dismiss(lang)}
                </button>
            </div>
        </li>
    }
}

/// Which entry or line a hint is about.
fn about(advising: Advising, hint: &Hint) -> Option<String> {
    let place = hint.place?;
    let (item, field) = (place.item?, place.field?);
    place.section?;
    let line = advising.editing.peek(|document| {
        let lines = document.item(item)?.lines(field);
        let line = lines.iter().find(|line| Some(line.id) == place.line)?;
        Some(line.text.text())
    });
    let Some(line) = line else {
        return Some(advising.name_of(place));
    };
    let mut known: String = line.chars().take(KNOWN_BY).collect();
    if known.len() < line.len() {
        known.push('…');
    }
    Some(known)
}

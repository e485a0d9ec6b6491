//! An advertisement, and what of it the CV answers.

use advice::{Answer, Asked, Kind, Put, Tongue, adding};
use cv::SectionKind;
use leptos::prelude::*;
use texts::{Lang, advice as t};
use wasm_bindgen_futures::spawn_local;

use super::{Advising, State, set};
use crate::browser::random;
use crate::editor::{label, told};
use crate::language::lang;

const TEXT: &str = "advert-text";

#[component]
pub(super) fn Advert() -> impl IntoView {
    let advising = expect_context::<Advising>();
    let lang = lang();
    let empty = RwSignal::new(false);
    let compare = move |_| {
        let advert = advising.advert.get_untracked();
        empty.set(advert.trim().is_empty());
        if advert.trim().is_empty() {
            return advising.answer.set(None);
        }
        spawn_local(async move {
            let document = advising.editing.peek(cv::Document::clone);
            match advising.adviser.compare(&document, &advert).await {
                Ok(answer) => {
                    advising.announcer.say(summary(&answer, lang));
                    set(advising.answer, Some(answer));
                }
                Err(_) => advising.state.set(State::Failed),
            }
        });
    };
    let complaint = move || empty.get().then(|| t::advert_empty(lang));
    view! {
        <div class="field">
            <label for=TEXT>{t::advert(lang)}</label>
            <textarea
                id=TEXT
                rows="6"
                autocomplete="off"
                aria-describedby="advert-hint advert-complaint"
                aria-invalid=told(move || empty.get().then_some("true"))
                prop:value=told(move || advising.advert.get())
                on:input=move |event| {
                    advising.advert.set(event_target_value(&event));
                    empty.set(false);
                }
            ></textarea>
            <p class="hint" id="advert-hint">{t::advert_hint(lang)}</p>
            <p class="complaint" id="advert-complaint" role="alert">{told(complaint)}</p>
        </div>
        <button type="button" class="button primary" on:click=compare>{t::compare(lang)}</button>
        {move || advising.answer.get().map(|answer| answered(advising, answer, lang))}
    }
}

fn summary(answer: &Answer, lang: Lang) -> String {
    let asked: Vec<&Asked> = provable(answer).collect();
    let found = asked
        .iter()
        .filter(|asked| !asked.places.is_empty())
        .count();
    match asked.len() {
        0 => t::advert_nothing(lang).to_owned(),
        all => t::compared(lang, all, found),
    }
}

/// What a CV can show.
fn provable(answer: &Answer) -> impl Iterator<Item = &Asked> {
    answer.asked.iter().filter(|asked| !asked.kind.is_beyond())
}

fn answered(advising: Advising, answer: Answer, lang: Lang) -> impl IntoView {
    let language = match (answer.tongue, answer.differs) {
        (None, _) => Some(t::advert_language_unknown(lang)),
        (Some(Tongue::Swedish), true) => Some(t::advert_differs_swedish(lang)),
        (Some(Tongue::English), true) => Some(t::advert_differs_english(lang)),
        (Some(_), false) => None,
    };
    let has = |asked: &&Asked| !asked.places.is_empty();
    let word = |asked: &&Asked| asked.kind == Kind::Word;
    let list = |asked: Vec<&Asked>| {
        let entries = asked.into_iter().map(|asked| entry(advising, asked, lang));
        view! { <ul class="advice-list">{entries.collect_view()}</ul> }
    };
    let missing: Vec<&Asked> = provable(&answer).filter(|a| !has(a) && !word(a)).collect();
    let others: Vec<&Asked> = provable(&answer).filter(|a| !has(a) && word(a)).collect();
    let found: Vec<&Asked> = provable(&answer).filter(has).collect();
    let beyond: Vec<&Asked> = answer.asked.iter().filter(|a| a.kind.is_beyond()).collect();
    let any = provable(&answer).next().is_some();
    let lacks = !missing.is_empty() || !others.is_empty();
    view! {
        <p class="lead">{summary(&answer, lang)}</p>
        {language.map(|language| view! { <p class="hint">{language}</p> })}
        {any.then(|| view! {
            <section aria-labelledby="advert-missing">
                <h3 id="advert-missing">{t::missing(lang)}</h3>
                <p class="hint">{if lacks { t::missing_hint(lang) } else { t::missing_none(lang) }}</p>
                {list(missing)}
                {(!others.is_empty()).then(|| view! {
                    <details>
                        <summary>{t::other_words(lang)}</summary>
                        <p class="hint">{t::other_words_hint(lang)}</p>
                        {list(others)}
                    </details>
                })}
            </section>
            <section aria-labelledby="advert-found">
                <h3 id="advert-found">{t::found(lang)}</h3>
                {found.is_empty().then(|| view! { <p class="hint">{t::found_none(lang)}</p> })}
                {list(found)}
            </section>
        })}
        {(!beyond.is_empty()).then(|| view! {
            <section aria-labelledby="advert-beyond">
                <h3 id="advert-beyond">{t::beyond(lang)}</h3>
                <p class="hint">{t::beyond_hint(lang)}</p>
                {list(beyond)}
            </section>
        })}
    }
}

/// One thing that is asked for: where it is, or where it could be.
fn entry(advising: Advising, asked: &Asked, lang: Lang) -> impl IntoView + use<> {
    let term = asked.term.clone();
    let shown = asked.places.first().map(|place| {
        let place = *place;
        let label = t::show_named(lang, &term);
        view! {
            <button type="button" class="button" aria-label=label on:click=move |_| advising.lead_to(place)>
                {t::show(lang)}
            </button>
        }
    });
    let puts = asked.put.iter().map(|put| match *put {
        Put::Entry(kind) => {
            let entry = asked.entry.clone();
            let section = label::section(kind, lang);
            let label = t::add_named(lang, &entry, section);
            view! {
                <button type="button" class="button" aria-label=label on:click=move |_| add(advising, kind, &entry, lang)>
                    {t::add_to(lang, section)}
                </button>
            }
            .into_any()
        }
        Put::At(place) => {
            let name = advising.name_of(place);
            let label = t::tell_named(lang, &name, &term);
            view! {
                <button type="button" class="button plain" aria-label=label on:click=move |_| advising.lead_to(place)>
                    {t::tell_at(lang, &name)}
                </button>
            }
            .into_any()
        }
    });
    let actions = (shown.is_some() || !asked.put.is_empty()).then(|| {
        view! { <div class="advice-actions">{shown} {puts.collect_view()}</div> }
    });
    view! { <li><strong>{term.clone()}</strong> {actions}</li> }
}

fn add(advising: Advising, kind: SectionKind, entry: &str, lang: Lang) {
    let made = advising
        .editing
        .peek(|document| adding(document, kind, entry, random::id));
    if let Some((edit, place)) = made
        && advising.editing.edit(edit)
    {
        let section = label::section(kind, lang);
        advising.announcer.say(t::added(lang, entry, section));
        advising.lead_to(place);
    }
}

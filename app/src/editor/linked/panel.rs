//! Above the form: what differs between the open document and what it is linked to;
//! of a profile, which CVs differ from it.

use cv::linked::State;
use cv::{Id, Kind, Touched};
use leptos::prelude::*;
use texts::{Lang, linked as t};
use wasm_bindgen_futures::spawn_local;

use super::entry::{Differences, go_to};
use super::{Found, Linked, LinkedOpen, Missing, Source, words};
use crate::editor::{label, told};
use crate::language::lang;

#[component]
pub(crate) fn LinkedPanel() -> impl IntoView {
    let linked = expect_context::<Linked>();
    let lang = lang();
    let failed = RwSignal::new(None::<String>);
    let numbers = move || {
        let sources = linked.sources.get().into_iter();
        sources.map(|source| source.number).collect::<Vec<_>>()
    };
    let is_profile = Memo::new(move |_| {
        linked.weighed.track();
        linked.editing.peek(|document| document.kind) == Kind::Profile
    });
    view! {
        <For each=numbers key=|number| *number let:number>
            <SourcePanel number/>
        </For>
        <Show when=move || is_profile.get()>
            <ProfilePanel/>
        </Show>
        <div class="linked-panel" role="status" hidden=told(move || linked.given.with(Option::is_none))>
            <p>
                {told(move || linked.given.get().map(|given| match given.to.document.kind {
                    Kind::Profile => t::given(lang, given.name),
                    _ => t::given_cv(lang, given.name),
                }))}
                " "
                <button type="button" class="button" on:click=move |_| linked.take_back(failed)>
                    {t::take_back(lang)}
                </button>
            </p>
            <p class="complaint" role="alert">{told(move || failed.get())}</p>
        </div>
    }
}

#[component]
fn SourcePanel(number: Id) -> impl IntoView {
    let linked = expect_context::<Linked>();
    let lang = lang();
    let source = Memo::new(move |_| {
        let sources = linked.sources.get().into_iter();
        sources.into_iter().find(|source| source.number == number)
    });
    let title = move || source.with(|source| source.as_ref().map(|source| title(source, lang)));
    let missing = move || {
        let found = source.get()?.found;
        found.err().map(|why| match why {
            Missing::Gone => t::source_gone(lang),
            Missing::Unreachable => t::source_unreachable(lang),
        })
    };
    // What is news first; what is worded otherwise on purpose last.
    let differing = Memo::new(move |_| {
        let mut differing: Vec<(Id, State)> = linked
            .standings
            .get()
            .into_iter()
            .filter(|s| s.source == number && s.state != State::Same)
            .map(|s| (s.item, s.state))
            .collect();
        differing.sort_by_key(|(_, state)| *state == State::Worded);
        differing
    });
    let counts = move || {
        let count =
            |state| differing.with(|all| all.iter().filter(|(_, of)| *of == state).count() as u64);
        let missing = linked.translations.with(|all| {
            let own = all.iter().find(|(of, _)| *of == number)?;
            (own.1.total > 0).then(|| (own.1.missing() as u64, own.1.total as u64))
        });
        let mut said = Vec::new();
        if count(State::Changed) > 0 {
            said.push(t::count_changed(lang, count(State::Changed)));
        }
        if count(State::Gone) > 0 {
            said.push(t::count_gone(lang, count(State::Gone)));
        }
        match missing {
            Some((missing, total)) => said.push(t::count_untranslated(lang, missing, total)),
            // Every text of a translation is worded otherwise.
            None if count(State::Worded) > 0 => {
                said.push(t::count_worded(lang, count(State::Worded)));
            }
            None => {}
        }
        if said.is_empty() && source.with(|s| s.as_ref().is_some_and(|s| s.found.is_ok())) {
            said.push(t::count_none(lang).to_owned());
        }
        said.join(" · ")
    };
    let translating = move || {
        let translations = linked.translations.get();
        translations
            .iter()
            .any(|(of, t)| *of == number && t.total > 0)
    };
    // Whoever translates is not shown every text that is another.
    let shown = move || {
        let mut shown = differing.get();
        if translating() {
            shown.retain(|(_, state)| *state != State::Worded);
        }
        shown
    };
    let untranslated = move || {
        let standings = linked.standings.get().into_iter();
        let items = standings.filter(|s| s.source == number && s.untranslated > 0);
        items.map(|s| (s.item, s.untranslated)).collect::<Vec<_>>()
    };
    let summary = format!("linked-summary-{number}");
    let heading = format!("linked-{number}");
    view! {
        <section class="linked-panel" aria-labelledby=heading.clone()>
            <details>
                <summary id=summary.clone()>
                    <h2 id=heading.clone()>{told(title)}</h2>
                    <span class="detail">{told(counts)}</span>
                </summary>
                <p hidden=told(move || missing().is_none())>{told(missing)}</p>
                <ul class="linked-list">
                    <For each=shown key=|entry| *entry let:entry>
                        <li>
                            <p>
                                <strong>{linked.name(entry.0)}</strong>
                                " "
                                <span class="mark">{state_word(entry.1, lang)}</span>
                            </p>
                            <Differences item=entry.0 after=summary.clone()/>
                        </li>
                    </For>
                </ul>
                <ul class="linked-list">
                    <For each=untranslated key=|entry| *entry let:entry>
                        <li>
                            <button type="button" class="link" on:click=move |_| go_to(linked, entry.0)>
                                {t::untranslated_entry(lang, linked.name(entry.0), entry.1 as u64)}
                            </button>
                        </li>
                    </For>
                </ul>
                <Headings number/>
            </details>
        </section>
    }
}

/// The headings of one's own that are not translated.
#[component]
fn Headings(number: Id) -> impl IntoView {
    let linked = expect_context::<Linked>();
    let lang = lang();
    let headings = move || {
        let translations = linked.translations.get();
        let own = translations.into_iter().find(|(of, _)| *of == number);
        own.map(|(_, translation)| translation.headings)
            .unwrap_or_default()
    };
    let go = move |section: Id| {
        linked
            .editing
            .reveal
            .set(Some(crate::editor::editing::Target {
                item: section,
                field: None,
                line: None,
            }));
    };
    let name = move |section: Id| {
        linked.editing.at(Touched::Section(section), |document| {
            let section = document.section(section);
            section.map_or_else(String::new, |section| {
                let own = section.heading.clone();
                own.unwrap_or_else(|| label::section(section.kind, lang).to_owned())
            })
        })
    };
    view! {
        <ul class="linked-list">
            <For each=headings key=|section| *section let:section>
                <li>
                    <button type="button" class="link" on:click=move |_| go(section)>
                        {move || t::untranslated_heading(lang, name(section))}
                    </button>
                </li>
            </For>
        </ul>
    }
}

/// Of an open profile: the CVs that differ from it.
#[component]
fn ProfilePanel() -> impl IntoView {
    let linked = expect_context::<Linked>();
    let dialog = expect_context::<LinkedOpen>().0;
    let lang = lang();
    let failed = RwSignal::new(None::<String>);
    let count = move || {
        linked
            .concerned
            .with(|concerned| concerned.cvs.len() as u64)
    };
    let cvs = move || {
        let cvs = linked.concerned.get().cvs.into_iter();
        cvs.map(|(found, entries)| (found.number, entries, found))
            .collect::<Vec<_>>()
    };
    view! {
        <section class="linked-panel" aria-labelledby="profile-title">
            <h2 id="profile-title">{t::profile_title(lang)}</h2>
            <p class="detail">{t::profile_lead(lang)}</p>
            <p role="status">{told(move || t::cvs_differ(lang, count()))}</p>
            <ul class="linked-cvs">
                <For each=cvs key=|(number, entries, _)| (*number, *entries) let:cv>
                    <li>
                        <CvLink found=cv.2 entries=cv.1 failed/>
                    </li>
                </For>
            </ul>
            <p hidden=told(move || !linked.concerned.with(|c| c.unreachable))>
                {t::cvs_unreachable(lang)}
            </p>
            <p class="complaint" role="alert">{told(move || failed.get())}</p>
            <button type="button" class="button" on:click=move |_| dialog.set(true)>
                {t::make_cv(lang)}
            </button>
        </section>
    }
}

/// Opens a CV.
#[component]
fn CvLink(found: Found, entries: usize, failed: RwSignal<Option<String>>) -> impl IntoView {
    let linked = expect_context::<Linked>();
    let lang = lang();
    let name = words::document(&found, lang);
    let open = move |_| {
        let found = found.clone();
        spawn_local(async move {
            if let Err(why) = linked.open(&found).await {
                failed.set(Some(why));
            }
        });
    };
    view! {
        <button type="button" class="link" on:click=open>{name}</button>
        " "
        <span class="detail">{t::entries_differ(lang, entries as u64)}</span>
    }
}

fn title(source: &Source, lang: Lang) -> String {
    match &source.found {
        Ok(found) if found.document.kind == Kind::Profile => t::title_profile(lang).to_owned(),
        Ok(found) => t::title_cv(lang, words::document(found, lang)),
        Err(_) => t::title_missing(lang).to_owned(),
    }
}

fn state_word(state: State, lang: Lang) -> &'static str {
    match state {
        State::Same => t::mark_linked(lang),
        State::Worded => t::mark_worded(lang),
        State::Changed => t::mark_changed(lang),
        State::Gone => t::mark_gone(lang),
    }
}

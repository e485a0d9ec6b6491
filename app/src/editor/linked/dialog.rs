//! The dialog about the profile and other languages.

use std::collections::BTreeSet;

use cv::{Id, Kind, Language, Section};
use leptos::prelude::*;
use texts::{Lang, linked as t};
use wasm_bindgen_futures::spawn_local;

use super::{Found, Linked, LinkedOpen, words};
use crate::editor::dialog::Dialog;
use crate::editor::{label, told};
use crate::language::lang;

#[component]
pub(crate) fn LinkedDialog() -> impl IntoView {
    let open = expect_context::<LinkedOpen>().0;
    let lang = lang();
    view! {
        <Dialog open title=Signal::stored(t::title(lang).to_owned())>
            <Choices/>
        </Dialog>
    }
}

/// What it is about is another thing each time that it is opened.
#[component]
fn Choices() -> impl IntoView {
    let linked = expect_context::<Linked>();
    let open = expect_context::<LinkedOpen>().0;
    let lang = lang();
    let failed = RwSignal::new(None::<String>);
    spawn_local(linked.look_for_profile());
    let (kind, blank) = linked
        .editing
        .peek(|document| (document.kind, document.is_blank()));
    let finish = move |done: Result<(), String>, close: bool| match done {
        Ok(()) if close => open.set(false),
        Ok(()) => failed.set(None),
        Err(why) => failed.set(Some(why)),
    };
    let make_profile =
        move |_| spawn_local(async move { finish(linked.make_profile().await, false) });
    let bring = move |_| spawn_local(async move { finish(linked.bring_home().await, false) });
    let open_profile = move |_| {
        spawn_local(async move {
            if let Some(profile) = linked.profile.get_untracked() {
                finish(linked.open(&profile).await, true);
            }
        });
    };
    let unlinked = move || {
        linked.weighed.track();
        linked.editing.peek(|document| {
            let mut items = document.items();
            items.any(|item| item.origin.is_none() && !item.fields.is_empty())
        })
    };
    let profile = Memo::new(move |_| {
        linked.own.track();
        linked.profile.track();
        linked.home()
    });
    view! {
        <p class="lead">{t::lead(lang)}</p>
        <p class="complaint" role="alert">{told(move || failed.get())}</p>
        {(kind != Kind::Profile).then(|| view! {
            <section class="linked-choice" aria-labelledby="linked-profile">
                <h3 id="linked-profile">{t::profile_title(lang)}</h3>
                <p hidden=told(move || !linked.looking.get())>{t::looking(lang)}</p>
                <div hidden=told(move || linked.looking.get() || profile.with(Option::is_some))>
                    <p>{t::profile_none(lang)}</p>
                    <button type="button" class="button" disabled=blank on:click=make_profile>
                        {t::make_profile(lang)}
                    </button>
                </div>
                <div class="actions" hidden=told(move || profile.with(Option::is_none))>
                    <button type="button" class="button" on:click=open_profile>
                        {t::open_profile(lang)}
                    </button>
                    <button type="button" class="button plain" hidden=told(move || !unlinked()) on:click=bring>
                        {t::bring(lang)}
                    </button>
                </div>
            </section>
        })}
        {move || profile.get().map(|profile| view! { <FromProfile profile failed/> })}
        {(kind != Kind::Profile).then(|| view! { <OtherLanguage blank failed/> })}
        <div class="actions">
            <button type="button" class="button plain" on:click=move |_| open.set(false)>
                {texts::editor::close(lang)}
            </button>
        </div>
    }
}

/// Chooses what of the profile a new CV has.
#[component]
fn FromProfile(profile: Found, failed: RwSignal<Option<String>>) -> impl IntoView {
    let linked = expect_context::<Linked>();
    let open = expect_context::<LinkedOpen>().0;
    let lang = lang();
    let items = profile
        .document
        .sections
        .iter()
        .flat_map(|section| &section.items);
    let all: BTreeSet<Id> = items
        .filter(|item| !item.fields.is_empty())
        .map(|item| item.id)
        .collect();
    let language = RwSignal::new(profile.document.language);
    let chosen = RwSignal::new(all.clone());
    let sections = profile.document.sections.iter();
    let sections = sections
        .filter(|section| section.items.iter().any(|item| all.contains(&item.id)))
        .map(|section| choose_of(section, &profile, &all, chosen, lang))
        .collect_view();
    let make = move |_| {
        spawn_local(async move {
            match linked
                .make_cv(chosen.get_untracked(), language.get_untracked())
                .await
            {
                Ok(()) => open.set(false),
                Err(why) => failed.set(Some(why)),
            }
        });
    };
    view! {
        <section class="linked-choice" aria-labelledby="linked-choose">
            <h3 id="linked-choose">{t::make_cv(lang)}</h3>
            <p>{t::make_cv_lead(lang)}</p>
            {sections}
            <LanguageChoice language name="choose-language" label=t::cv_language(lang) but=None/>
            <button type="button" class="button" on:click=make>{t::make_cv_yes(lang)}</button>
        </section>
    }
}

/// A box for each entry of a section, and one for all of them.
fn choose_of(
    section: &Section,
    profile: &Found,
    all: &BTreeSet<Id>,
    chosen: RwSignal<BTreeSet<Id>>,
    lang: Lang,
) -> impl IntoView + use<> {
    let heading = section.heading.clone();
    let heading = heading.unwrap_or_else(|| label::section(section.kind, lang).to_owned());
    let ids: Vec<Id> = section
        .items
        .iter()
        .map(|item| item.id)
        .filter(|id| all.contains(id))
        .collect();
    let boxes = ids.iter().map(|id| {
        let id = *id;
        let name = words::entry(&profile.document, id, lang);
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=told(move || chosen.with(|chosen| chosen.contains(&id)))
                    on:change=move |event| {
                        let checked = event_target_checked(&event);
                        chosen.update(|chosen| {
                            match checked {
                                true => chosen.insert(id),
                                false => chosen.remove(&id),
                            };
                        });
                    }
                />
                <span>{name}</span>
            </label>
        }
    });
    let boxes = boxes.collect_view();
    let whole = StoredValue::new(ids);
    let toggle = move |_| {
        chosen.update(|chosen| {
            whole.with_value(|ids| {
                let every = ids.iter().all(|id| chosen.contains(id));
                for id in ids {
                    match every {
                        true => chosen.remove(id),
                        false => chosen.insert(*id),
                    };
                }
            });
        });
    };
    view! {
        <fieldset>
            <legend>{heading.clone()}</legend>
            <button type="button" class="tool" aria-label=t::all_or_none_named(lang, heading) on:click=toggle>
                {t::all_or_none(lang)}
            </button>
            {boxes}
        </fieldset>
    }
}

/// A linked copy of the open CV in another language.
#[component]
fn OtherLanguage(blank: bool, failed: RwSignal<Option<String>>) -> impl IntoView {
    let linked = expect_context::<Linked>();
    let open = expect_context::<LinkedOpen>().0;
    let lang = lang();
    let own = linked.editing.peek(|document| document.language);
    let language = RwSignal::new(match own {
        Language::English => Language::Swedish,
        _ => Language::English,
    });
    let make = move |_| {
        spawn_local(async move {
            match linked.make_variant(language.get_untracked()).await {
                Ok(()) => open.set(false),
                Err(why) => failed.set(Some(why)),
            }
        });
    };
    view! {
        <section class="linked-choice" aria-labelledby="linked-language">
            <h3 id="linked-language">{t::make_variant(lang)}</h3>
            <p>{t::make_variant_lead(lang)}</p>
            <LanguageChoice language name="variant-language" label=t::other_language(lang) but=Some(own)/>
            <button type="button" class="button" disabled=blank on:click=make>
                {t::make_variant_yes(lang)}
            </button>
        </section>
    }
}

#[component]
fn LanguageChoice(
    language: RwSignal<Language>,
    name: &'static str,
    label: &'static str,
    /// A language that is not offered.
    but: Option<Language>,
) -> impl IntoView {
    let chosen = language.get_untracked();
    let choose = move |event| {
        let tag = event_target_value(&event);
        let mut all = Language::ALL.iter();
        if let Some(known) = all.find(|language| language.tag() == tag) {
            language.set(*known);
        }
    };
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name on:change=choose>
                {Language::ALL
                    .iter()
                    .copied()
                    .filter(|language| Some(*language) != but)
                    .map(|language| view! {
                        <option value=language.tag() selected=language == chosen>{language.name()}</option>
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

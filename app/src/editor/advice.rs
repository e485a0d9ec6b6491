//! Advice beside the form: what there is to look at, how the CV answers an
//! advertisement, and examples to begin from.
//!
//! The form stays in use while the panel is open, and what it says follows the
//! document a moment later. What is worked out comes from a module that is fetched
//! when the panel is first opened (`engine/adviser`); here it is only shown. What was
//! dismissed and what was pasted live in the page, and nowhere else.

mod advert;
mod examples;
mod hints;
mod words;

use std::collections::HashSet;
use std::mem::Discriminant;
use std::time::Duration;

use advice::{Advice, Answer, Example, Hint, Place, What};
use cv::{Document, Id};
use leptos::prelude::*;
use texts::{Lang, advice as t};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use super::editing::{Change, Editing, Target};
use super::form::Announcer;
use super::label;
use super::live::{Live, Pages};
use super::tabs::{Tab, Tabs};
use crate::browser::adviser::Adviser;
use crate::editor::told;
use crate::language::lang;
use advert::Advert;
use examples::Examples;
use hints::Hints;

/// So long after the last change it is worked out anew.
const REST: Duration = Duration::from_millis(400);
/// The panel, and where what it shows stands. The focus goes there.
const PANEL: &str = "advice";
const BODY: &str = "advice-body";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Hints,
    Advert,
    Examples,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Loading,
    Ready,
    /// What gives advice did not arrive.
    Failed,
}

/// What a dismissed hint was about, whatever its words.
type Dismissed = (Option<Place>, Discriminant<What>);

/// A handle on the panel; copies are the same one.
#[derive(Clone, Copy)]
pub(crate) struct Advising {
    open: RwSignal<bool>,
    show: RwSignal<Shown>,
    state: RwSignal<State>,
    editing: Editing,
    live: Live,
    announcer: Announcer,
    tabs: Tabs,
    lang: Lang,
    adviser: Adviser,
    advice: RwSignal<Advice>,
    dismissed: RwSignal<HashSet<Dismissed>>,
    /// What was pasted, and what came of it once it was compared.
    advert: RwSignal<String>,
    answer: RwSignal<Option<Answer>>,
    /// The language of the examples, by its tag; none is the CV's own.
    language: RwSignal<Option<&'static str>>,
    examples: RwSignal<Vec<Example>>,
    /// Counts how often it was worked out, for what depends on the document besides.
    round: RwSignal<u32>,
    soon: StoredValue<Option<TimeoutHandle>>,
}

impl Advising {
    /// `open` is whether the panel is open.
    pub(super) fn new(
        open: RwSignal<bool>,
        editing: Editing,
        live: Live,
        announcer: Announcer,
        tabs: Tabs,
        lang: Lang,
    ) -> Advising {
        Advising {
            open,
            show: RwSignal::new(Shown::Hints),
            state: RwSignal::new(State::Loading),
            editing,
            live,
            announcer,
            tabs,
            lang,
            adviser: Adviser::new(),
            advice: RwSignal::new(Advice::default()),
            dismissed: RwSignal::new(HashSet::new()),
            advert: RwSignal::new(String::new()),
            answer: RwSignal::new(None),
            language: RwSignal::new(None),
            examples: RwSignal::new(Vec::new()),
            round: RwSignal::new(0),
            soon: StoredValue::new(None),
        }
    }

    /// From now on follows the document while the panel is open.
    pub(super) fn listen(self) {
        self.editing.listen(move |change| {
            if let Change::Opened(document) = change {
                self.dismissed.update(HashSet::clear);
                // Of a letter there is nothing to say.
                if document.is_letter() {
                    self.open.set(false);
                }
            }
            self.later();
        });
        Effect::new(move |_| {
            self.live.pages.track();
            self.later();
        });
        Effect::new(move |_| {
            if self.open.get() {
                self.refresh();
                focus(BODY);
            }
        });
        Effect::new(move |_| cover(self.open.get() && is_narrow()));
        let turned = window_event_listener_untyped("resize", move |_| {
            cover(self.open.get_untracked() && is_narrow());
        });
        on_cleanup(move || turned.remove());
    }

    /// Works everything out when the document has been at rest for a moment.
    fn later(self) {
        if !self.open.get_untracked() {
            return;
        }
        if let Some(timer) = self.soon.get_value() {
            timer.clear();
        }
        let timer = set_timeout_with_handle(move || self.refresh(), REST);
        self.soon.set_value(timer.ok());
    }

    fn refresh(self) {
        if self.state.get_untracked() == State::Failed {
            self.state.set(State::Loading);
        }
        spawn_local(async move {
            let state = match self.work_out().await {
                Some(()) => State::Ready,
                None => State::Failed,
            };
            set(self.state, state);
        });
    }

    /// None if what it takes did not arrive.
    async fn work_out(self) -> Option<()> {
        let document = self.editing.peek(Document::clone);
        let pages = self.live.pages.with_untracked(|pages| match pages {
            Pages::Ready(status) if status.lacking.is_empty() => Some(status.pages),
            _ => None,
        });
        let advice = self.adviser.advise(&document, pages).await.ok()?;
        set(self.advice, advice);
        if self.answer.with_untracked(Option::is_some) {
            let advert = self.advert.get_untracked();
            let answer = self.adviser.compare(&document, &advert).await.ok()?;
            set(self.answer, Some(answer));
        }
        let language = self.language.get_untracked();
        let language = language.unwrap_or(document.language.tag());
        let examples = self.adviser.examples(language).await.ok()?;
        set(self.examples, examples);
        self.round.update(|round| *round = round.wrapping_add(1));
        Some(())
    }

    fn close(self) {
        self.open.set(false);
        // Now, or what gets the focus could not have it.
        cover(false);
        if let Ok(Some(menu)) = document().query_selector(".menu > summary")
            && let Ok(menu) = menu.dyn_into::<HtmlElement>()
        {
            let _ = menu.focus();
        }
    }

    /// On a narrow screen the panel lies over the form: it goes for who is led there.
    pub(crate) fn step_aside(self) {
        if is_narrow() && self.open.get_untracked() {
            self.open.set(false);
            cover(false);
        }
    }

    /// Puts the cursor where something is.
    fn lead_to(self, place: Place) {
        let Some(item) = place.item.or(place.section) else {
            return;
        };
        self.step_aside();
        self.tabs.show(Tab::Form);
        self.editing.reveal.set(Some(Target {
            item,
            field: place.field,
            line: place.line,
        }));
    }

    fn is_dismissed(self, hint: &Hint) -> bool {
        self.dismissed.with(|all| all.contains(&key(hint)))
    }

    /// What the entry is called that a place is in: for the basics and for a section
    /// as a whole its heading.
    fn name_of(self, place: Place) -> String {
        self.editing.peek(|document| {
            let section = place.section.and_then(|id| document.section(id));
            let Some(section) = section else {
                return texts::editor::section_basics(self.lang).to_owned();
            };
            let heading = || heading(document, section.id, self.lang);
            let item = place.item.and_then(|id| document.item(id));
            match item.filter(|_| !section.kind.is_single()) {
                Some(item) => label::entry(section.kind, item, self.lang).0,
                None => heading(),
            }
        })
    }
}

fn key(hint: &Hint) -> Dismissed {
    (hint.place, std::mem::discriminant(&hint.what))
}

/// Sets a signal unless it has the value: what has the focus is not drawn again.
fn set<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|old| *old != value) {
        signal.set(value);
    }
}

fn heading(document: &Document, section: Id, lang: Lang) -> String {
    let section = document.section(section);
    let own = section.and_then(|section| section.heading.clone());
    own.unwrap_or_else(|| {
        section
            .map(|section| label::section(section.kind, lang).to_owned())
            .unwrap_or_default()
    })
}

fn is_narrow() -> bool {
    let query = window().match_media("(max-width: 60rem)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// Where the panel takes the screen, keys do not reach what lies under it. Paragraphs
/// are left out: what is said to screen readers stands in them.
fn cover(covers: bool) {
    const UNDER: &str = ".editor > :not(dialog, .advice, .rich-tools, p)";
    let Ok(under) = document().query_selector_all(UNDER) else {
        return;
    };
    for index in 0..under.length() {
        let element = under.item(index);
        if let Some(element) = element.and_then(|it| it.dyn_into::<Element>().ok()) {
            // A fixed, valid attribute name.
            let _ = element.toggle_attribute_with_force("inert", covers);
        }
    }
}

fn focus(id: &'static str) {
    request_animation_frame(move || {
        let element = document().get_element_by_id(id);
        if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

#[component]
pub(super) fn AdvicePanel() -> impl IntoView {
    let advising = expect_context::<Advising>();
    let lang = lang();
    let tab = move |show: Shown, name: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=told(move || (advising.show.get() == show).to_string())
                on:click=move |_| advising.show.set(show)
            >
                {name}
            </button>
        }
    };
    let state = move || match advising.state.get() {
        State::Loading => t::loading(lang),
        State::Failed => t::failed(lang),
        State::Ready => "",
    };
    let on_keydown = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            advising.close();
        }
    };
    view! {
        <Show when=move || advising.open.get()>
            <aside class="advice" id=PANEL aria-labelledby="advice-title" on:keydown=on_keydown>
                <div class="advice-head">
                    <h2 id="advice-title">{t::title(lang)}</h2>
                    <button type="button" class="button plain" on:click=move |_| advising.close()>
                        {texts::editor::close(lang)}
                    </button>
                </div>
                <div class="advice-tabs" role="group" aria-labelledby="advice-title">
                    {tab(Shown::Hints, t::tab_hints(lang))}
                    {tab(Shown::Advert, t::tab_advert(lang))}
                    {tab(Shown::Examples, t::tab_examples(lang))}
                </div>
                <p role="status" class="advice-state" data-state=told(move || format!("{:?}", advising.state.get()))>
                    {told(state)}
                </p>
                <Show when=move || advising.state.get() == State::Failed>
                    <button type="button" class="button" on:click=move |_| advising.refresh()>
                        {texts::editor::retry(lang)}
                    </button>
                </Show>
                <div id=BODY class="advice-body" tabindex="-1">
                    {move || match advising.show.get() {
                        Shown::Hints => view! { <Hints/> }.into_any(),
                        Shown::Advert => view! { <Advert/> }.into_any(),
                        Shown::Examples => view! { <Examples/> }.into_any(),
                    }}
                </div>
                <p class="hint">{t::here(lang)}</p>
            </aside>
        </Show>
    }
}

//! Where a change of the policy is announced before it holds.

use leptos::prelude::*;
use privacy::ConsentPurpose;
use texts::{Lang, changes as t};

use super::super::account::{Form, agreement, frame};
use crate::escape::escaped;
use crate::language::lang;
use crate::page::Page;

/// What the page shows. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct PolicyAdmin {
    pub changes: Vec<ChangeLine>,
    /// Days of notice for what is material.
    pub notice_days: u16,
    /// The first day from which something material can hold.
    pub earliest: String,
    /// Why a change was not taken.
    pub problem: Option<PolicyProblem>,
    pub done: Option<PolicyDone>,
}

#[derive(Clone, Debug)]
pub struct ChangeLine {
    pub version: String,
    pub published: String,
    pub state: ChangeState,
    /// In the language of the page.
    pub text: String,
    /// When the last letter about it was queued.
    pub told: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeState {
    Coming,
    Holds,
    Withdrawn(String),
}

/// Why a change is not announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PolicyProblem {
    NoDay,
    NotLater,
    TooSoon(String),
    Words,
    Facts,
    Taken,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyDone {
    Announced,
    Withdrawn,
}

impl PolicyDone {
    pub const ALL: [PolicyDone; 2] = [PolicyDone::Announced, PolicyDone::Withdrawn];

    /// The word for it in an address.
    pub fn tag(self) -> &'static str {
        match self {
            PolicyDone::Announced => "announced",
            PolicyDone::Withdrawn => "withdrawn",
        }
    }
}

#[component]
pub(in crate::pages) fn PolicyAdminPage() -> impl IntoView {
    let lang = lang();
    let form = use_context::<Form>().unwrap_or_default();
    let view = use_context::<PolicyAdmin>().unwrap_or_default();
    let problem = view.problem.clone().map(|it| words(it, lang));
    let done = view.done.map(|done| match done {
        PolicyDone::Announced => t::admin_done(lang),
        PolicyDone::Withdrawn => t::admin_undone(lang),
    });
    let content = view! {
        <p><a href=Page::Admin.path()>"← "{texts::account::admin_title(lang)}</a></p>
        <h1>{t::admin_title(lang)}</h1>
        {problem.map(|text| view! { <p class="complaint" role="alert">{text}</p> })}
        {done.map(|text| view! { <p class="good" role="status">{text}</p> })}
        <p class="lead">{t::admin_text(lang, u64::from(view.notice_days))}</p>
        <section>
            <h2>{t::admin_list(lang)}</h2>
            {match view.changes.is_empty() {
                true => view! { <p class="detail">{t::admin_empty(lang)}</p> }.into_any(),
                false => view! {
                    <ul class="lines">
                        {view.changes.into_iter().map(|it| line(it, lang)).collect_view()}
                    </ul>
                }
                .into_any(),
            }}
        </section>
        {announce(&form, view.earliest, lang)}
    };
    frame(Page::PolicyAdmin, String::new(), content.into_any())
}

fn words(problem: PolicyProblem, lang: Lang) -> String {
    match problem {
        PolicyProblem::NoDay => t::problem_day(lang).to_owned(),
        PolicyProblem::NotLater => t::problem_not_later(lang).to_owned(),
        PolicyProblem::TooSoon(day) => t::problem_too_soon(lang, day),
        PolicyProblem::Words => t::problem_words(lang).to_owned(),
        PolicyProblem::Facts => t::problem_facts(lang).to_owned(),
        PolicyProblem::Taken => t::problem_taken(lang).to_owned(),
    }
}

fn line(change: ChangeLine, lang: Lang) -> impl IntoView {
    let coming = change.state == ChangeState::Coming;
    let state = match &change.state {
        ChangeState::Coming => t::admin_coming(lang).to_owned(),
        ChangeState::Holds => t::admin_holds(lang).to_owned(),
        ChangeState::Withdrawn(day) => t::admin_withdrawn(lang, day.clone()),
    };
    let told = match (change.told, coming) {
        (Some(day), _) => Some(t::admin_told(lang, day)),
        (None, true) => Some(t::admin_telling(lang).to_owned()),
        (None, false) => None,
    };
    view! {
        <li>
            <div>
                <strong>{change.version.clone()}</strong>
                " "
                <span class="mark">{state}</span>
                <span class="detail">{change.text}</span>
                <span class="detail">{t::published(lang, change.published)}</span>
                {told.map(|text| view! { <span class="detail">{text}</span> })}
            </div>
            {coming.then(|| view! {
                <form method="post" action="/admin/policy/withdraw">
                    <button class="button plain" name="version" value=change.version>
                        {t::admin_withdraw(lang)}
                    </button>
                </form>
            })}
        </li>
    }
}

fn announce(form: &Form, earliest: String, lang: Lang) -> impl IntoView + use<> {
    let day = form.value("day");
    let material = form.value("material") == "on";
    let purposes = ConsentPurpose::ALL.map(|purpose| {
        let [name, ..] = agreement(purpose, lang);
        let ticked = form.value(purpose.name()) == "on";
        view! {
            <label class="check">
                <input type="checkbox" name=purpose.name() checked=ticked/>
                <span>{name}</span>
            </label>
        }
    });
    let area = |name: &'static str, label: &'static str, rows: &'static str| {
        // A child of a `<textarea>` would be written as it is.
        let text = escaped(&form.value(name));
        view! {
            <label class="field">
                <span>{label}</span>
                <textarea name=name rows=rows inner_html=text></textarea>
            </label>
        }
    };
    view! {
        <section>
            <h2>{t::admin_new(lang)}</h2>
            <form method="post" action=Page::PolicyAdmin.path() class="stack">
                <label class="field">
                    <span>{t::admin_day(lang)}</span>
                    <input
                        type="text"
                        name="day"
                        value=day
                        required
                        maxlength="10"
                        inputmode="numeric"
                        autocomplete="off"
                        placeholder="2027-01-31"
                    />
                </label>
                <p class="detail">{t::admin_day_hint(lang, earliest)}</p>
                {area("sv", t::admin_sv(lang), "6")}
                {area("en", t::admin_en(lang), "6")}
                <label class="check">
                    <input type="checkbox" name="material" checked=material/>
                    <span>{t::admin_material(lang)}</span>
                </label>
                <fieldset>
                    <legend>{t::admin_purposes(lang)}</legend>
                    {purposes.collect_view()}
                </fieldset>
                {area("facts", t::admin_facts(lang), "4")}
                <p class="detail">{t::admin_facts_hint(lang)}</p>
                <button class="button primary">{t::admin_publish(lang)}</button>
            </form>
        </section>
    }
}

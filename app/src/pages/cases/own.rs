//! What a member has asked, how far it has come, and what they were answered.

use leptos::prelude::*;
use privacy::Date;
use privacy::case::{Matter, State};
use texts::{Lang, cases as t};

use super::{DoneView, words};
use crate::language::lang;
use crate::page::Page;
use crate::pages::account::{frame, role_name, time};

/// A case of the member's. The server provides all of them.
#[derive(Clone, Debug)]
pub struct OwnView {
    pub id: String,
    pub number: String,
    pub matter: Matter,
    pub state: State,
    pub received: Date,
    pub due: Date,
    pub text: String,
    pub done: Vec<DoneView>,
}

#[component]
pub(crate) fn OwnCasesPage() -> impl IntoView {
    let lang = lang();
    let cases = use_context::<Vec<OwnView>>().unwrap_or_default();
    let none = cases.is_empty();
    let content = view! {
        <p><a href=Page::MyData.path()>"← "{texts::data::title(lang)}</a></p>
        <h1>{t::own_title(lang)}</h1>
        <p class="lead">{t::own_lead(lang)}</p>
        {none.then(|| view! { <p>{t::own_none(lang)}</p> })}
        {cases.into_iter().map(|case| one(case, lang)).collect_view()}
        <p><a class="button" href=Page::Request.path()>{t::own_new(lang)}</a></p>
    };
    frame(Page::OwnCases, String::new(), content.into_any())
}

fn one(case: OwnView, lang: Lang) -> impl IntoView {
    let waits = case.state == State::IdentityAsked;
    view! {
        <section>
            <h2>{words::matter(case.matter, lang)}</h2>
            <p>
                <span class="mark">{words::state(case.state, lang)}</span> " "
                <span class="detail">{t::own_number(lang, case.number)}</span>
            </p>
            <p class="detail">
                {t::own_due(lang, case.due.to_string(), case.received.to_string())}
            </p>
            {waits.then(|| view! {
                <form method="post" action="/account/cases/verify">
                    <p>{t::own_verify(lang)}</p>
                    <button class="button primary" name="id" value=case.id.clone()>
                        {t::own_verify_button(lang)}
                    </button>
                </form>
            })}
            {(!case.text.is_empty()).then(|| view! {
                <h3>{t::own_wrote(lang)}</h3>
                <p class="as-written">{case.text.clone()}</p>
            })}
            <h3>{t::own_done(lang)}</h3>
            {history(case.done, lang)}
        </section>
    }
}

/// What was done, the last first.
pub(super) fn history(done: Vec<DoneView>, lang: Lang) -> impl IntoView {
    let lines = done.into_iter().rev().map(|it| line(it, lang));
    view! { <ul class="lines">{lines.collect_view()}</ul> }
}

fn line(it: DoneView, lang: Lang) -> impl IntoView {
    let by = it.role.map(|role| t::by(lang, role_name(role, lang)));
    let text = (!it.text.is_empty()).then(|| it.text.clone());
    view! {
        <li>
            <div>
                <strong>{words::step(it.step, lang)}</strong>
                <span class="detail">
                    {time(it.at)} " UTC " {by}
                </span>
                {text.map(|text| view! { <p class="as-written">{text}</p> })}
            </div>
        </li>
    }
}

//! Another controller: what staff propose, confirm and call off.

use leptos::prelude::*;
use privacy::succession::{SUCCESSION_LEAST_DAYS, SuccessionReason};
use texts::{Lang, registers as t};

use super::super::account::{date, frame};
use super::{Said, back, choice, facts, line, optional, sentence, words};
use crate::language::lang;
use crate::page::Page;

/// A change.
#[derive(Clone, Debug)]
pub struct ChangeLine {
    pub reason: SuccessionReason,
    pub name: String,
    pub registration_number: String,
    pub address: String,
    pub country: String,
    pub email: String,
    pub day: String,
    pub own: bool,
    pub announced_at: Option<i64>,
    pub told_at: Option<i64>,
    pub ended_at: Option<i64>,
}

/// What the page shows. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    pub lines: Vec<ChangeLine>,
    pub said: Said,
}

#[component]
pub(in crate::pages) fn SuccessionsPage() -> impl IntoView {
    let lang = lang();
    let Changes { lines, said } = use_context::<Changes>().unwrap_or_default();
    let none = lines.is_empty();
    let open = lines.iter().any(|line| line.ended_at.is_none());
    let content = view! {
        {back(lang)}
        <h1>{t::controller(lang)}</h1>
        {sentence(said)}
        <p class="lead">{t::controller_lead(lang, u64::from(SUCCESSION_LEAST_DAYS))}</p>
        {none.then(|| view! { <p>{t::controller_none(lang)}</p> })}
        <ul class="lines register">
            {lines
                .into_iter()
                .map(|line| view! { <li>{change(line, lang)}</li> })
                .collect_view()}
        </ul>
        {(!open).then(|| form(lang))}
    };
    frame(Page::Successions, String::new(), content.into_any())
}

fn change(line: ChangeLine, lang: Lang) -> impl IntoView {
    let state = match (line.ended_at, line.announced_at, line.own) {
        (Some(at), ..) => t::controller_ended(lang, date(at)),
        (None, Some(at), _) => t::controller_announced(lang, date(at)),
        (None, None, true) => t::controller_waits_own(lang).to_owned(),
        (None, None, false) => t::controller_waits(lang).to_owned(),
    };
    let told = line.told_at.map(|at| t::controller_told(lang, date(at)));
    let open = line.ended_at.is_none();
    let confirm = open && line.announced_at.is_none() && !line.own;
    let facts_of = vec![
        (
            t::controller_reason(lang),
            words::reason(line.reason, lang).to_owned(),
        ),
        (t::controller_name(lang), line.name),
        (t::controller_number(lang), line.registration_number),
        (t::controller_address(lang), line.address),
        (t::controller_country(lang), line.country),
        (t::controller_email(lang), line.email),
        (t::controller_day(lang), line.day),
    ];
    view! {
        <div>
            <strong>{state}</strong>
            {told.map(|told| view! { <span class="detail">{told}</span> })}
            {facts(facts_of)}
        </div>
        {open.then(|| view! {
            <div class="decide">
                {confirm.then(|| view! {
                    <form method="post" action=format!("{}/confirm", Page::Successions.path())>
                        <button class="button primary">{t::controller_confirm(lang)}</button>
                    </form>
                })}
                <form method="post" action=format!("{}/cancel", Page::Successions.path())>
                    <button class="button plain">{t::controller_cancel(lang)}</button>
                </form>
            </div>
        })}
    }
}

fn form(lang: Lang) -> impl IntoView {
    let reasons = SuccessionReason::ALL.into_iter();
    let reasons = reasons.map(|it| (it.name().to_owned(), words::reason(it, lang).to_owned()));
    view! {
        <section>
            <h2>{t::controller_new(lang)}</h2>
            <form method="post" action=Page::Successions.path() class="stack">
                {choice("reason", t::controller_reason(lang).to_owned(), reasons.collect(), lang)}
                {line("name", t::controller_name(lang).to_owned(), "text", true)}
                {line("number", optional(t::controller_number(lang), lang), "text", false)}
                {line("address", t::controller_address(lang).to_owned(), "text", true)}
                {line("country", optional(t::controller_country(lang), lang), "text", false)}
                {line("email", t::controller_email(lang).to_owned(), "email", true)}
                {line("day", t::controller_day(lang).to_owned(), "date", true)}
                <button class="button primary">{t::controller_propose(lang)}</button>
            </form>
        </section>
    }
}

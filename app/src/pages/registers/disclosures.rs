//! Disclosures: the register for staff, with what waits for a second person, and what
//! a person sees of their own on "My data".

use leptos::prelude::*;
use privacy::disclosure::DisclosureGround;
use privacy::inventory::Category;
use texts::{Lang, registers as t};

use super::super::account::{date, frame};
use super::super::privacy::words as said_of;
use super::{Said, back, choice, facts, line, optional, sentence, text, words};
use crate::language::lang;
use crate::page::Page;

/// What was given.
#[derive(Clone, Debug)]
pub struct Given {
    pub at: i64,
    pub ground: DisclosureGround,
    pub recipient: String,
    pub law: String,
    pub categories: Vec<Category>,
    pub items: String,
    pub secrecy: String,
    pub barred_until: Option<i64>,
}

/// A disclosure, as staff see it.
#[derive(Clone, Debug)]
pub struct DisclosureLine {
    pub account: String,
    pub id: String,
    pub given: Given,
    /// The reader has proposed it.
    pub own: bool,
    pub decided_at: Option<i64>,
    pub told_at: Option<i64>,
    pub barred_by: String,
}

/// What the page shows. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct Disclosures {
    pub lines: Vec<DisclosureLine>,
    pub said: Said,
}

/// What was given of whoever looks at their data. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct Mine(pub Vec<Given>);

fn told(given: &Given, lang: Lang) -> Vec<(&'static str, String)> {
    let categories = given.categories.iter();
    let categories: Vec<&str> = categories.map(|it| said_of::category(*it, lang)).collect();
    vec![
        (
            t::disclosure_ground(lang),
            words::ground(given.ground, lang).to_owned(),
        ),
        (t::disclosure_recipient(lang), given.recipient.clone()),
        (t::disclosure_law(lang), given.law.clone()),
        (t::disclosure_categories(lang), categories.join(", ")),
        (t::disclosure_items(lang), given.items.clone()),
        (t::disclosure_secrecy(lang), given.secrecy.clone()),
    ]
}

#[component]
pub(in crate::pages) fn DisclosuresPage() -> impl IntoView {
    let lang = lang();
    let Disclosures { lines, said } = use_context::<Disclosures>().unwrap_or_default();
    let none = lines.is_empty();
    let content = view! {
        {back(lang)}
        <h1>{t::disclosures(lang)}</h1>
        {sentence(said)}
        <p class="lead">{t::disclosures_lead(lang)}</p>
        {none.then(|| view! { <p>{t::disclosures_none(lang)}</p> })}
        <ul class="lines register">
            {lines
                .into_iter()
                .map(|line| view! { <li>{disclosure(line, lang)}</li> })
                .collect_view()}
        </ul>
        {form(lang)}
    };
    frame(Page::Disclosures, String::new(), content.into_any())
}

fn disclosure(line: DisclosureLine, lang: Lang) -> impl IntoView {
    let waits = line.decided_at.is_none();
    let state = match (line.decided_at, line.own) {
        (Some(at), _) => t::disclosure_decided(lang, date(at)),
        (None, true) => t::disclosure_waits_own(lang).to_owned(),
        (None, false) => t::disclosure_waits(lang).to_owned(),
    };
    let known = match (line.told_at, line.given.barred_until) {
        (Some(at), _) => Some(t::disclosure_told(lang, date(at))),
        (None, Some(until)) => Some(t::disclosure_untold(lang, date(until))),
        (None, None) => None,
    };
    let mut told = told(&line.given, lang);
    told.push((t::disclosure_barred_law(lang), line.barred_by));
    told.push((t::disclosure_account(lang), line.account.clone()));
    let own = line.own;
    view! {
        <div>
            <strong>{state}</strong>
            {known.map(|known| view! { <span class="detail">{known}</span> })}
            {facts(told)}
        </div>
        {waits.then(|| view! {
            <div class="decide">
                {(!own).then(|| decide("confirm", t::disclosure_confirm(lang), "button primary", &line.account, &line.id))}
                {decide("refuse", t::disclosure_refuse(lang), "button plain", &line.account, &line.id)}
            </div>
        })}
    }
}

fn decide(
    what: &'static str,
    label: &'static str,
    class: &'static str,
    account: &str,
    id: &str,
) -> impl IntoView + use<> {
    let action = format!("{}/{what}", Page::Disclosures.path());
    let (account, id) = (account.to_owned(), id.to_owned());
    view! {
        <form method="post" action=action>
            <input type="hidden" name="account" value=account/>
            <button class=class name="id" value=id>{label}</button>
        </form>
    }
}

fn form(lang: Lang) -> impl IntoView {
    let grounds = DisclosureGround::ALL.into_iter();
    let grounds = grounds.map(|it| (it.name().to_owned(), words::ground(it, lang).to_owned()));
    let categories = Category::ALL.into_iter().map(|category| {
        view! {
            <label class="check">
                <input type="checkbox" name="category" value=category.name()/>
                <span>{said_of::category(category, lang)}</span>
            </label>
        }
    });
    view! {
        <section>
            <h2>{t::disclosure_new(lang)}</h2>
            <form method="post" action=Page::Disclosures.path() class="stack">
                {line("whose", t::disclosure_whose(lang).to_owned(), "text", true)}
                {choice("ground", t::disclosure_ground(lang).to_owned(), grounds.collect(), lang)}
                {line("recipient", t::disclosure_recipient(lang).to_owned(), "text", true)}
                {line("law", t::disclosure_law(lang).to_owned(), "text", true)}
                <fieldset>
                    <legend>{t::disclosure_categories(lang)}</legend>
                    {categories.collect_view()}
                </fieldset>
                {text("items", t::disclosure_items(lang).to_owned(), true)}
                {line("secrecy", optional(t::disclosure_secrecy(lang), lang), "text", false)}
                <p class="detail">{t::disclosure_secrecy_hint(lang)}</p>
                {line("until", optional(t::disclosure_barred(lang), lang), "date", false)}
                {line("until_law", optional(t::disclosure_barred_law(lang), lang), "text", false)}
                <p class="detail">{t::disclosure_barred_hint(lang)}</p>
                <button class="button primary">{t::disclosure_propose(lang)}</button>
            </form>
        </section>
    }
}

/// The part of "My data" about it.
pub(in crate::pages) fn mine(lang: Lang) -> impl IntoView {
    let Mine(all) = use_context::<Mine>().unwrap_or_default();
    let none = all.is_empty();
    view! {
        <section id="disclosed">
            <h2>{t::mine_title(lang)}</h2>
            <p>{t::mine_text(lang)}</p>
            {none.then(|| view! { <p><strong>{t::mine_none(lang)}</strong></p> })}
            <ul class="lines register">
                {all
                    .into_iter()
                    .map(|given| {
                        let late = given.barred_until.map(|at| t::mine_late(lang, date(at)));
                        let mut facts_of = vec![(t::mine_when(lang), date(given.at))];
                        facts_of.extend(told(&given, lang));
                        view! {
                            <li>
                                <div>
                                    {facts(facts_of)}
                                    {late.map(|text| view! { <span class="detail">{text}</span> })}
                                </div>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </section>
    }
}

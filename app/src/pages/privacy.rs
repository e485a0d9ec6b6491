//! The policy: what is handled of whom, why and for how long. The facts are the
//! inventory's, and who is responsible the configuration's.

mod authorities;
mod california;
mod categories;
mod changes;
mod facts;
mod label;
mod recipients;
mod record;
mod weighed;
mod why;
pub mod words;

pub(super) use authorities::Authorities;
pub use authorities::{Looked, LookedAt};
pub(super) use california::California;
pub(super) use categories::Categories;
pub use categories::Collected;
pub(super) use changes::differences;
pub use label::{country, label};
pub(super) use recipients::Recipients;
pub use recipients::{Changed, PartyChange};
pub(super) use record::Record;
pub use weighed::{Weighed, WeighedLine};
pub use why::why_we_ask;
pub(super) use why::{why, why_id, why_id_of, why_of};

use leptos::prelude::*;
use privacy::{Controller, Party, PartyRole, Period, record as processing};
use texts::{Lang, inventory as i, promises, site as t};

use super::landing::{Footer, Header};
use super::storage::periods;
use crate::language::lang;
use crate::page::Page;

/// Who runs this server, and whom they have entrusted what to.
#[derive(Clone, Debug, Default)]
pub struct Responsible {
    pub controller: Controller,
    pub parties: Vec<Party>,
    /// Of whose clauses, rules or certificate a copy can be downloaded here.
    pub copies: Vec<PartyRole>,
    /// The agreement with those on whose behalf data is handled can be downloaded.
    pub agreement: bool,
}

/// The version of the policy that holds. The server provides it.
#[derive(Clone, Debug)]
pub struct Holds(pub String);

impl Default for Holds {
    fn default() -> Holds {
        Holds(privacy::POLICY_VERSION.to_owned())
    }
}

/// Where that agreement is.
pub const AGREEMENT: &str = "/privacy/agreement";

/// Where the copy of what allows a transfer is.
pub fn clauses_path(role: PartyRole) -> String {
    format!("{}/{}", Page::Recipients.path(), role.name())
}

#[component]
pub(super) fn Privacy() -> impl IntoView {
    let lang = lang();
    let purposes = processing::activities(&periods())
        .into_iter()
        .map(|(purpose, summary)| {
            let mut told = vec![facts::what(&summary, lang)];
            told.extend(facts::bases(&summary, lang));
            told.push(facts::needs(&summary, lang));
            told.push(facts::recipients(&summary, lang));
            told.push(facts::kept(&summary, lang));
            facts::described(words::purpose(purpose, lang).to_owned(), told)
        });
    let Holds(version) = use_context::<Holds>().unwrap_or_default();
    let more = [
        (Page::Rights, texts::rights::title(lang)),
        (Page::Categories, i::categories_title(lang)),
        (Page::California, texts::data::california_title(lang)),
        (Page::Recipients, i::recipients_title(lang)),
        (Page::Record, i::record_title(lang)),
        (Page::Storage, t::storage_title(lang)),
        (Page::Promises, promises::promises_title(lang)),
    ];
    view! {
        <Header page=Page::Privacy/>
        <main class="prose wide" id="main">
            <h1>{t::privacy_title(lang)}</h1>
            <p class="lead">{t::privacy_lead(lang)}</p>
            <p>{t::privacy_version(lang, version)}</p>
            {changes::coming(lang)}
            {changes::changes(lang)}
            {responsible(lang)}
            <h2>{i::purposes_title(lang)}</h2>
            <p>
                {i::purposes_lead(lang)}
                " "
                <a href=Page::Storage.path()>{t::storage_title(lang)}</a>
            </p>
            <p>{t::privacy_age(lang)}</p>
            <ul class="stored">{purposes.collect_view()}</ul>
            {longer(lang)}
            {weighed::section(lang)}
            <h2>{t::privacy_not(lang)}</h2>
            <p>{t::privacy_not_text(lang)}</p>
            <p>{i::sold_text(lang)}</p>
            <h2>{i::secure_title(lang)}</h2>
            <p>{i::secure_text(lang)}</p>
            <h2>{t::privacy_rights(lang)}</h2>
            <p>{t::privacy_rights_text(lang)}</p>
            <p><a href=Page::Export.path()>{texts::export::title(lang)}</a></p>
            <p>
                {i::complain(lang)}
                " "
                <a href="https://www.imy.se/">{i::complain_sweden(lang)}</a>
                ", "
                <a href="https://www.edpb.europa.eu/about-edpb/about-edpb/members_en">
                    {i::complain_all(lang)}
                </a>
                ". "
                <a href=Page::Authorities.path()>{texts::registers::directory_link(lang)}</a>
            </p>
            <h2>{i::more_title(lang)}</h2>
            <ul class="points-list">
                {more
                    .map(|(page, title)| view! { <li><a href=page.path()>{title}</a></li> })
                    .collect_view()}
            </ul>
        </main>
        <Footer/>
    }
}

/// Why some of it is kept for another time than usual, in the operator's words.
fn longer(lang: Lang) -> impl IntoView {
    let periods = periods();
    let grounds: Vec<String> = Period::ALL
        .into_iter()
        .filter_map(|period| periods.ground(period).map(str::to_owned))
        .collect();
    (!grounds.is_empty()).then(|| {
        view! {
            <p>{i::kept_longer(lang)}</p>
            <ul>{grounds.into_iter().map(|ground| view! { <li>{ground}</li> }).collect_view()}</ul>
        }
    })
}

/// Who is responsible, and how to reach them.
fn responsible(lang: Lang) -> impl IntoView {
    let Responsible { controller, .. } = use_context::<Responsible>().unwrap_or_default();
    let rows = [
        (i::who_name(lang), controller.name),
        (i::who_number(lang), controller.registration_number),
        (i::who_address(lang), controller.address),
        (i::who_email(lang), controller.email),
        (i::who_officer(lang), controller.officer),
        (i::who_representative(lang), controller.representative),
    ];
    let rows: Vec<facts::Fact> = rows
        .into_iter()
        .filter_map(|(name, text)| Some((name, vec![text?])))
        .collect();
    let said = match rows.is_empty() {
        true => view! { <p>{t::privacy_operator_unknown(lang)}</p> }.into_any(),
        false => view! { <div class="stored">{facts::listed(rows)}</div> }.into_any(),
    };
    view! {
        <h2>{t::privacy_who(lang)}</h2>
        {said}
    }
}

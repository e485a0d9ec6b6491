//! What a browser stores: the inventory's list, in words.

use leptos::prelude::*;
use privacy::inventory::{DATABASE, Entry};
use privacy::{POLICY_VERSION, Period, Periods, Place, Stored};
use texts::{Lang, consent, erasure, inventory, privacy as t, site};

use super::gpc::GpcNotice;
use super::landing::{Footer, Header};
use super::optional::OptionalChoice;
use super::privacy::{label, words};
use crate::language::lang;
use crate::page::Page;

#[component]
pub(super) fn Storage() -> impl IntoView {
    let lang = lang();
    view! {
        <Header page=Page::Storage/>
        <main class="prose wide" id="main">
            <h1>{site::storage_title(lang)}</h1>
            <p class="lead">{site::storage_lead(lang)}</p>
            <p>
                {site::storage_readable(lang)}
                " "
                <a href=Page::Shared.path()>{site::shared_title(lang)}</a>
            </p>
            <p>{site::storage_tracking(lang)}</p>
            <OptionalChoice/>
            <GpcNotice/>
            <p><a href=Page::Consents.path()>{consent::title(lang)}</a></p>
            <p><a href=Page::MyData.path()>{texts::data::title(lang)}</a></p>
            <p>{site::privacy_version(lang, POLICY_VERSION)}</p>
            <ul class="stored">
                {privacy::storage().map(|(stored, entry)| describe(stored, entry, lang)).collect_view()}
            </ul>
            <details class="erase">
                <summary class="button">{site::storage_erase_all(lang)}</summary>
                <h2>{site::storage_erase_ask(lang)}</h2>
                <p>{site::storage_erase_text(lang)}</p>
                // The answer's Clear-Site-Data header does it, without a script.
                <form method="post" action="/storage/erase">
                    <button type="submit" class="button danger">{site::storage_erase_all(lang)}</button>
                </form>
            </details>
            <p>
                {erasure::storage_text(lang)}
                " "
                <a href=Page::Erase.path()>{erasure::storage_link(lang)}</a>
            </p>
        </main>
        <Footer/>
    }
}

fn describe(stored: Stored, entry: &'static Entry, lang: Lang) -> impl IntoView + use<> {
    let mut rows = facts(entry, lang);
    rows.insert(0, (site::storage_where(lang), place(stored.place(), lang)));
    rows.insert(
        0,
        (
            inventory::fact_what(lang),
            label(entry.label(), lang).to_owned(),
        ),
    );
    view! {
        <li>
            <h2><code>{stored.name()}</code></h2>
            <p>{what(stored, lang)}</p>
            {listed(rows)}
        </li>
    }
}

/// Facts as a list of names and texts.
pub(super) fn listed(rows: Vec<(&'static str, String)>) -> impl IntoView {
    view! {
        <dl>
            {rows
                .into_iter()
                .map(|(name, text)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> })
                .collect_view()}
        </dl>
    }
}

/// How long things are kept on this server. The server provides it.
pub(super) fn periods() -> Periods {
    use_context::<Periods>().unwrap_or_default()
}

/// How long an entry is kept on this server, with the operator's ground where that
/// is longer than usual.
pub(super) fn kept_here(entry: &Entry, lang: Lang) -> String {
    let periods = periods();
    let time = words::kept(periods.of(entry), entry.start(), lang);
    match Period::of(entry).and_then(|period| periods.ground(period)) {
        Some(ground) => format!("{time} {ground}"),
        None => time,
    }
}

/// What the inventory says of an entry: why, on which basis, whether it is needed,
/// how long, how it is removed.
pub(super) fn facts(entry: &Entry, lang: Lang) -> Vec<(&'static str, String)> {
    let purposes = entry.purposes.iter();
    let mut why: Vec<&str> = purposes
        .clone()
        .map(|(purpose, _)| words::purpose(*purpose, lang))
        .collect();
    let mut basis: Vec<&str> = purposes
        .map(|(_, basis)| words::legal_basis(*basis, lang))
        .collect();
    why.dedup();
    basis.dedup();
    vec![
        (site::storage_why(lang), why.join(". ")),
        (site::storage_basis(lang), basis.join(". ")),
        (
            inventory::fact_need(lang),
            words::need(entry.need, lang).to_owned(),
        ),
        (site::storage_kept(lang), kept_here(entry, lang)),
        (
            site::storage_erase(lang),
            words::erase(entry, lang).to_owned(),
        ),
    ]
}

fn what(stored: Stored, lang: Lang) -> &'static str {
    match stored {
        Stored::Documents => t::stored_documents(lang),
        Stored::Journal => t::stored_journal(lang),
        Stored::Photos => t::stored_photos(lang),
        Stored::Personal => t::stored_personal(lang),
        Stored::Settings => t::stored_settings(lang),
        Stored::Synced => t::stored_synced(lang),
        Stored::Session => t::stored_session(lang),
        Stored::Shared => t::stored_shared(lang),
        Stored::Lang => t::stored_lang(lang),
        Stored::Answer => t::stored_answer(lang),
        Stored::Template => t::stored_template(lang),
        Stored::Pass => texts::links::stored_pass(lang),
        Stored::Tab => t::stored_tab(lang),
        Stored::Undo => t::stored_undo(lang),
        Stored::View => t::stored_view(lang),
        Stored::Drafts => t::stored_drafts_flag(lang),
        Stored::Program => t::stored_program(lang),
        Stored::Worker => t::stored_worker(lang),
        Stored::Whose => t::stored_whose(lang),
    }
}

fn place(place: Place, lang: Lang) -> String {
    match place {
        Place::IndexedDb => t::place_indexed_db(lang, DATABASE),
        Place::Cookie => t::place_cookie(lang).to_owned(),
        Place::LocalStorage => t::place_local_storage(lang).to_owned(),
        Place::SessionStorage => t::place_session_storage(lang).to_owned(),
        Place::CacheStorage => t::place_cache_storage(lang).to_owned(),
        Place::ServiceWorker => t::place_service_worker(lang).to_owned(),
    }
}

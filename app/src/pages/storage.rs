//! What a browser stores: the inventory's list, in words.

use leptos::prelude::*;
use privacy::inventory::{DATABASE, Entry, Erasure};
use privacy::{Event, LegalBasis, Period, Periods, Place, Purpose, Retention, Stored};
use texts::{Lang, consent, erasure, privacy as t, site};

use super::gpc::GpcNotice;
use super::landing::{Footer, Header};
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
            <GpcNotice/>
            <p><a href=Page::Consents.path()>{consent::title(lang)}</a></p>
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

/// What the inventory says of an entry: why, on which basis, how long, how it
/// is removed.
pub(super) fn facts(entry: &Entry, lang: Lang) -> Vec<(&'static str, String)> {
    let mut why: Vec<&str> = entry
        .purposes
        .iter()
        .map(|(p, _)| purpose(*p, lang))
        .collect();
    let mut basis: Vec<&str> = entry
        .purposes
        .iter()
        .map(|(_, b)| legal_basis(*b, lang))
        .collect();
    why.dedup();
    basis.dedup();
    vec![
        (site::storage_why(lang), why.join(". ")),
        (site::storage_basis(lang), basis.join(". ")),
        (site::storage_kept(lang), kept_here(entry, lang)),
        (
            site::storage_erase(lang),
            erase(entry.erasure, lang).to_owned(),
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
        Stored::Tab => t::stored_tab(lang),
        Stored::Drafts => t::stored_drafts_flag(lang),
    }
}

fn place(place: Place, lang: Lang) -> String {
    match place {
        Place::IndexedDb => t::place_indexed_db(lang, DATABASE),
        Place::Cookie => t::place_cookie(lang).to_owned(),
        Place::LocalStorage => t::place_local_storage(lang).to_owned(),
        Place::SessionStorage => t::place_session_storage(lang).to_owned(),
    }
}

fn purpose(purpose: Purpose, lang: Lang) -> &'static str {
    match purpose {
        Purpose::MakeCv => t::purpose_make_cv(lang),
        Purpose::KeepDraft => t::purpose_keep_draft(lang),
        Purpose::RememberChoice => t::purpose_remember_choice(lang),
        Purpose::KeepSaved => t::purpose_keep_saved(lang),
        Purpose::Publish => t::purpose_publish(lang),
        Purpose::Recognise => t::purpose_recognise(lang),
        Purpose::SignIn => t::purpose_sign_in(lang),
        Purpose::Protect => t::purpose_protect(lang),
        Purpose::Account => t::purpose_account(lang),
        Purpose::Notify => t::purpose_notify(lang),
        Purpose::Export => t::purpose_export(lang),
    }
}

fn legal_basis(basis: LegalBasis, lang: Lang) -> &'static str {
    match basis {
        LegalBasis::Contract => t::basis_contract(lang),
        LegalBasis::Consent => t::basis_consent(lang),
        LegalBasis::LegitimateInterest => t::basis_legitimate_interest(lang),
        LegalBasis::LegalObligation => t::basis_legal_obligation(lang),
        LegalBasis::StrictlyNecessary => t::basis_strictly_necessary(lang),
    }
}

/// How long on this server, with the operator's ground where it is longer than usual.
fn kept_here(entry: &Entry, lang: Lang) -> String {
    let periods = periods();
    let time = kept(periods.of(entry), lang);
    match Period::of(entry).and_then(|period| periods.ground(period)) {
        Some(ground) => format!("{time} {ground}"),
        None => time,
    }
}

fn kept(retention: Retention, lang: Lang) -> String {
    match retention {
        Retention::Days(days) => t::kept_days(lang, u64::from(days.get())),
        Retention::Unused(days) => t::kept_unused(lang, u64::from(days.get())),
        Retention::Until(event) => match event {
            Event::DraftErased => t::kept_draft_erased(lang),
            Event::SnapshotTaken => t::kept_snapshot_taken(lang),
            Event::ConsentWithdrawn => t::kept_consent_withdrawn(lang),
            Event::LastDraftErased => t::kept_last_draft_erased(lang),
            Event::UnsavedAgain => t::kept_unsaved_again(lang),
            Event::TabClosed => t::kept_tab_closed(lang),
            Event::BrowserClosed => t::kept_browser_closed(lang),
        }
        .to_owned(),
    }
}

fn erase(erasure: Erasure, lang: Lang) -> &'static str {
    match erasure {
        Erasure::WithDraft => t::erase_with_draft(lang),
        Erasure::Withdrawal => t::erase_withdrawal(lang),
        Erasure::WithSaved => t::erase_with_saved(lang),
        Erasure::WithAccount => t::erase_with_account(lang),
        Erasure::WithTime => t::erase_with_time(lang),
        Erasure::WithEverything => t::erase_with_everything(lang),
    }
}

//! The policy: what is kept of whom, why and for how long. The facts are the
//! inventory's.

use leptos::prelude::*;
use privacy::POLICY_VERSION;
use privacy::inventory::{self, Entry, Protection, Recipient};
use texts::{Lang, privacy as words, site as t};

use super::landing::{Footer, Header};
use super::storage::{facts, listed};
use crate::language::lang;
use crate::page::Page;

/// Who runs this server: name, address, how to reach them. In their own words.
#[derive(Clone, Debug)]
pub struct Operator(pub Option<String>);

#[component]
pub(super) fn Privacy() -> impl IntoView {
    let lang = lang();
    let operator = use_context::<Operator>().and_then(|operator| operator.0);
    let operator = operator.unwrap_or_else(|| t::privacy_operator_unknown(lang).to_owned());
    let kept = [
        (
            "document.content",
            t::privacy_document(lang),
            t::privacy_document_text(lang),
        ),
        (
            "publication.content",
            t::privacy_publication(lang),
            t::privacy_publication_text(lang),
        ),
        (
            "session.token_hash",
            t::privacy_session(lang),
            t::privacy_session_text(lang),
        ),
        (
            "account.used_at",
            t::privacy_account(lang),
            t::privacy_account_text(lang),
        ),
        (
            "mail.payload",
            t::privacy_mail(lang),
            t::privacy_mail_text(lang),
        ),
        (
            "account.policy_at",
            t::privacy_declared(lang),
            t::privacy_declared_text(lang),
        ),
    ];
    view! {
        <Header page=Page::Privacy/>
        <main class="prose wide" id="main">
            <h1>{t::privacy_title(lang)}</h1>
            <p class="lead">{t::privacy_lead(lang)}</p>
            <p>{t::privacy_version(lang, POLICY_VERSION)}</p>
            <h2>{t::privacy_who(lang)}</h2>
            <p>{operator}</p>
            <h2>{t::privacy_kept(lang)}</h2>
            <p>{t::privacy_age(lang)}</p>
            <ul class="stored">
                {kept
                    .into_iter()
                    .filter_map(|(path, name, text)| {
                        Some(describe(inventory::entry(path)?, name, text, lang))
                    })
                    .collect_view()}
            </ul>
            <h2>{t::privacy_not(lang)}</h2>
            <p>{t::privacy_not_text(lang)}</p>
            <h2>{t::privacy_rights(lang)}</h2>
            <p>{t::privacy_rights_text(lang)}</p>
            <p><a href=Page::Export.path()>{texts::export::title(lang)}</a></p>
            <p>
                {t::privacy_browser(lang)}
                " "
                <a href=Page::Storage.path()>{t::storage_title(lang)}</a>
                "."
            </p>
        </main>
        <Footer/>
    }
}

fn describe(
    entry: &'static Entry,
    name: &'static str,
    text: &'static str,
    lang: Lang,
) -> impl IntoView + use<> {
    let protection = match entry.protection {
        Protection::Sealed => words::protection_sealed(lang),
        Protection::Hashed => words::protection_hashed(lang),
        _ => words::protection_operator(lang),
    };
    let goes_to = |recipient| entry.recipients.contains(&recipient);
    let recipients = if goes_to(Recipient::Everyone) {
        t::privacy_everyone(lang)
    } else if goes_to(Recipient::MailServers) {
        t::privacy_mail_servers(lang)
    } else {
        t::privacy_nobody(lang)
    };
    let mut rows = facts(entry, lang);
    rows.insert(2, (t::privacy_protection(lang), protection.to_owned()));
    rows.insert(3, (t::privacy_recipients(lang), recipients.to_owned()));
    view! {
        <li>
            <h3>{name}</h3>
            <p>{text}</p>
            {listed(rows)}
        </li>
    }
}

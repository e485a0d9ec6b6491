//! Who gets data, in which country, and what allows that.

use leptos::prelude::*;
use privacy::PartyRole;
use privacy::inventory::Recipient;
use texts::{Lang, inventory as t, registers as r};

use super::super::landing::{Footer, Header};
use super::{AGREEMENT, Responsible, clauses_path, facts, label, words};
use crate::language::lang;
use crate::page::Page;

/// How recipients have changed, the newest first. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct Changed(pub Vec<PartyChange>);

/// One came, went, or took another's place.
#[derive(Clone, Debug)]
pub struct PartyChange {
    /// YYYY-MM-DD.
    pub day: String,
    /// Name and country.
    pub before: Option<(String, String)>,
    pub after: Option<(String, String)>,
}

/// The categories of data that reach somebody.
fn categories(role: PartyRole, lang: Lang) -> Vec<String> {
    let reached = privacy::record::reached_by(role).into_iter();
    reached
        .map(|category| words::category(category, lang).to_owned())
        .collect()
}

fn changes(lang: Lang) -> impl IntoView {
    let Changed(all) = use_context::<Changed>().unwrap_or_default();
    let country = |code: &str| match privacy::transfer::Country::new(code) {
        Some(country) => label::country(country, lang),
        None => code.to_owned(),
    };
    let lines = all.into_iter().filter_map(|change| {
        let PartyChange { day, before, after } = change;
        Some(match (before, after) {
            (None, Some((name, code))) => r::recipient_came(lang, country(&code), day, name),
            (Some((name, code)), None) => r::recipient_went(lang, country(&code), day, name),
            (Some((before, _)), Some((name, code))) => {
                r::recipient_became(lang, before, country(&code), day, name)
            }
            (None, None) => return None,
        })
    });
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then(|| {
        view! {
            <h2>{r::recipients_changes(lang)}</h2>
            <ul class="points-list">
                {lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        }
    })
}

#[component]
pub(in crate::pages) fn Recipients() -> impl IntoView {
    let lang = lang();
    let Responsible {
        parties,
        copies,
        agreement,
        ..
    } = use_context::<Responsible>().unwrap_or_default();
    let nobody = parties.is_empty();
    let inside = !nobody
        && parties
            .iter()
            .all(|party| party.transfer.mechanism().is_none());
    let parties = parties.into_iter().map(|party| {
        let told = vec![
            (
                t::party_role(lang),
                vec![words::party_role(party.role, lang).to_owned()],
            ),
            (
                t::party_country(lang),
                vec![label::country(party.transfer.country(), lang)],
            ),
            (t::party_mechanism(lang), vec![words::allowed(&party, lang)]),
            (r::recipient_categories(lang), categories(party.role, lang)),
        ];
        let copy = party.transfer.needs_copy().then(|| {
            let there = copies.contains(&party.role);
            let name = party.name.clone();
            view! {
                <p>
                    {t::party_copy(lang)}
                    ": "
                    {match there {
                        true => view! {
                            <a href=clauses_path(party.role) download="">
                                {t::party_copy_take(lang)}
                                <span class="visually-hidden">" (" {name} ")"</span>
                            </a>
                        }.into_any(),
                        false => t::party_copy_missing(lang).into_any(),
                    }}
                </p>
            }
        });
        view! {
            <li>
                <h3>{party.name}</h3>
                {facts::listed(told)}
                {copy}
            </li>
        }
    });
    let always = [
        Recipient::ServerInPassing,
        Recipient::ServerWithRequests,
        Recipient::ServerKept,
        Recipient::Everyone,
        Recipient::MailServers,
    ];
    view! {
        <Header page=Page::Recipients/>
        <main class="prose wide" id="main">
            <h1>{t::recipients_title(lang)}</h1>
            <p class="lead">{t::recipients_lead(lang)}</p>
            <p>{t::sold_text(lang)}</p>
            <h2 class="visually-hidden">{t::fact_recipients(lang)}</h2>
            {nobody.then(|| view! { <p>{t::recipients_none(lang)}</p> })}
            <ul class="stored">{parties.collect_view()}</ul>
            {inside.then(|| view! { <p>{r::recipients_no_outside(lang)}</p> })}
            {changes(lang)}
            {agreement.then(|| view! {
                <h2>{r::agreement(lang)}</h2>
                <p>{r::agreement_text(lang)}</p>
                <p><a href=AGREEMENT download="">{r::agreement_take(lang)}</a></p>
            })}
            <h2>{t::recipients_always(lang)}</h2>
            <ul class="points-list">
                {always
                    .map(|recipient| view! { <li>{words::recipient(recipient, lang)}</li> })
                    .collect_view()}
            </ul>
        </main>
        <Footer/>
    }
}

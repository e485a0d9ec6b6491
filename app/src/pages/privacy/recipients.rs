//! Who gets data, in which country, and what allows that.

use leptos::prelude::*;
use privacy::inventory::Recipient;
use texts::inventory as t;

use super::super::landing::{Footer, Header};
use super::{Responsible, clauses_path, facts, label, words};
use crate::language::lang;
use crate::page::Page;

#[component]
pub(in crate::pages) fn Recipients() -> impl IntoView {
    let lang = lang();
    let Responsible {
        parties, copies, ..
    } = use_context::<Responsible>().unwrap_or_default();
    let nobody = parties.is_empty();
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
            (
                t::party_mechanism(lang),
                vec![words::mechanism(party.transfer, lang)],
            ),
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

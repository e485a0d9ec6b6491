//! The record of processing (GDPR, article 30(1)), for people.

use leptos::prelude::*;
use privacy::record;
use texts::{Lang, inventory as t};

use super::super::landing::{Footer, Header};
use super::super::storage::periods;
use super::{Responsible, facts, label, responsible, words};
use crate::language::lang;
use crate::page::Page;

#[component]
pub(in crate::pages) fn Record() -> impl IntoView {
    let lang = lang();
    let Responsible { parties, .. } = use_context::<Responsible>().unwrap_or_default();
    let outside: Vec<String> = parties
        .iter()
        .filter(|party| party.transfer.mechanism().is_some())
        .map(|party| {
            let country = label::country(party.transfer.country(), lang);
            let mechanism = words::allowed(party, lang);
            format!("{}, {country}: {mechanism}", party.name)
        })
        .collect();
    let transfers = match outside.is_empty() {
        true => vec![t::record_no_transfers(lang).to_owned()],
        false => outside,
    };
    let activities = record::activities(&periods())
        .into_iter()
        .map(|(purpose, summary)| {
            let mut told = vec![(
                t::record_role(lang),
                vec![t::record_controller(lang).to_owned()],
            )];
            told.extend(facts::bases(&summary, lang));
            told.push(facts::subjects(&summary, lang));
            told.push(facts::categories(&summary, lang));
            told.push(facts::what(&summary, lang));
            told.push(facts::recipients(&summary, lang));
            told.push((t::record_transfers(lang), transfers.clone()));
            told.push(facts::kept(&summary, lang));
            let (_, measures) = facts::protections(&summary, lang);
            told.push((t::record_measures(lang), measures));
            facts::described(words::purpose(purpose, lang).to_owned(), told)
        });
    view! {
        <Header page=Page::Record/>
        <main class="prose wide" id="main">
            <h1>{t::record_title(lang)}</h1>
            <p class="lead">{t::record_lead(lang)}</p>
            <p><a href="/privacy/record.json">{t::record_json(lang)}</a></p>
            {responsible(lang)}
            {purposes(activities.collect_view(), lang)}
        </main>
        <Footer/>
    }
}

fn purposes(list: impl IntoView, lang: Lang) -> impl IntoView {
    view! {
        <h2>{t::purposes_title(lang)}</h2>
        <ul class="stored">{list}</ul>
    }
}

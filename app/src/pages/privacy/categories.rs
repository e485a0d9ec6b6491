//! The categories of data, as people in California are told them, and everybody.

use std::collections::BTreeSet;

use leptos::prelude::*;
use privacy::inventory::Category;
use privacy::record::{self, Summary};
use texts::{Lang, data, inventory as t};

use super::super::landing::{Footer, Header};
use super::super::storage::periods;
use super::{facts, why, words};
use crate::language::lang;
use crate::page::Page;

/// What was collected in the last twelve months, of no matter whom. The server
/// provides it.
#[derive(Clone, Debug, Default)]
pub struct Collected(pub BTreeSet<Category>);

impl Collected {
    /// Whether something of these categories was.
    pub(super) fn fact(&self, categories: &BTreeSet<Category>, lang: Lang) -> facts::Fact {
        let said = match self.0.is_disjoint(categories) {
            true => data::no(lang),
            false => data::yes(lang),
        };
        (data::collected(lang), vec![said.to_owned()])
    }
}

#[component]
pub(in crate::pages) fn Categories() -> impl IntoView {
    let lang = lang();
    let collected = use_context::<Collected>();
    let categories = record::categories(&periods())
        .into_iter()
        .map(|(category, summary)| {
            let name = words::category(category, lang).to_owned();
            let mut told = told(&summary, lang);
            let fact = collected.as_ref();
            told.extend(fact.map(|it| it.fact(&BTreeSet::from([category]), lang)));
            facts::described(name, told)
        });
    let sensitive = record::sensitive(&periods())
        .into_iter()
        .map(|(reason, summary)| {
            let name = words::sensitive(reason, lang).to_owned();
            facts::described(name, told(&summary, lang))
        });
    view! {
        <Header page=Page::Categories/>
        <main class="prose wide" id="main">
            <h1>{t::categories_title(lang)}</h1>
            <p class="lead">{t::categories_lead(lang)}</p>
            <p>{t::sold_text(lang)}</p>
            <h2 class="visually-hidden">{t::categories_title(lang)}</h2>
            <ul class="stored">{categories.collect_view()}</ul>
            <h2>{t::categories_sensitive(lang)}</h2>
            <ul class="stored">{sensitive.collect_view()}</ul>
            {why::of_the_editor(lang)}
        </main>
        <Footer/>
    }
}

fn told(summary: &Summary, lang: Lang) -> Vec<facts::Fact> {
    vec![
        facts::what(summary, lang),
        facts::sources(summary, lang),
        facts::purposes(summary, lang),
        facts::recipients(summary, lang),
        facts::needs(summary, lang),
        facts::kept(summary, lang),
    ]
}

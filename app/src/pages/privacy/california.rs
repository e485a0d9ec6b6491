//! The categories of the Californian law (Cal. Civ. Code § 1798.140(v)), made from
//! the inventory, with what was in fact collected.

use leptos::prelude::*;
use privacy::california::{Row, Statutory, table};
use texts::{Lang, data as t};

use super::super::landing::{Footer, Header};
use super::super::storage::periods;
use super::categories::Collected;
use super::facts;
use crate::language::lang;
use crate::page::Page;

#[component]
pub(in crate::pages) fn California() -> impl IntoView {
    let lang = lang();
    let collected = use_context::<Collected>();
    let rows = table(&periods()).into_iter().map(|row| {
        let named = t::california_named(lang, row.category.letter(), name(row.category, lang));
        facts::described(named, told(&row, collected.as_ref(), lang))
    });
    view! {
        <Header page=Page::California/>
        <main class="prose wide" id="main">
            <h1>{t::california_title(lang)}</h1>
            <p class="lead">{t::california_lead(lang)}</p>
            <p>{texts::inventory::sold_text(lang)}</p>
            <p>
                {t::california_rights(lang)}
                " "
                <a href=Page::MyData.path()>{t::title(lang)}</a>
            </p>
            <h2 class="visually-hidden">{t::california_title(lang)}</h2>
            <ul class="stored">{rows.collect_view()}</ul>
        </main>
        <Footer/>
    }
}

fn told(row: &Row, collected: Option<&Collected>, lang: Lang) -> Vec<facts::Fact> {
    let no = || vec![t::no(lang).to_owned()];
    if row.ours.is_empty() {
        return vec![
            (
                t::california_examples(lang),
                vec![t::california_never(lang).to_owned()],
            ),
            (t::collected(lang), no()),
            (t::california_sold(lang), no()),
            (t::california_shared(lang), no()),
        ];
    }
    let summary = &row.summary;
    let (_, examples) = facts::what(summary, lang);
    let (_, purposes) = facts::purposes(summary, lang);
    let (_, disclosed) = facts::recipients(summary, lang);
    let mut all = vec![
        (t::california_examples(lang), examples),
        facts::sources(summary, lang),
        (t::california_purposes(lang), purposes),
    ];
    all.extend(collected.map(|collected| collected.fact(&row.ours, lang)));
    all.extend([
        (t::california_sold(lang), no()),
        (t::california_shared(lang), no()),
        (t::california_disclosed(lang), disclosed),
        facts::kept(summary, lang),
    ]);
    all
}

/// What the law calls it.
fn name(category: Statutory, lang: Lang) -> &'static str {
    match category {
        Statutory::Identifiers => t::california_identifiers(lang),
        Statutory::CustomerRecords => t::california_customer_records(lang),
        Statutory::ProtectedClass => t::california_protected(lang),
        Statutory::Commercial => t::california_commercial(lang),
        Statutory::Biometric => t::california_biometric(lang),
        Statutory::Network => t::california_network(lang),
        Statutory::Places => t::california_places(lang),
        Statutory::Sensory => t::california_sensory(lang),
        Statutory::Employment => t::california_employment(lang),
        Statutory::Education => t::california_education(lang),
        Statutory::Inferences => t::california_inferences(lang),
        Statutory::Sensitive => t::california_sensitive(lang),
    }
}

//! To whom people complain, country by country, with the day on which somebody here
//! last looked whether an entry is right.

use std::collections::BTreeMap;

use leptos::prelude::*;
use privacy::authority::AUTHORITIES;
use privacy::transfer::Country;
use texts::registers as t;

use super::super::landing::{Footer, Header};
use super::label;
use crate::language::lang;
use crate::page::Page;

/// What the operator has noted of authorities, by country. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct Looked(pub BTreeMap<String, LookedAt>);

/// When somebody looked, and what is better than what the program knows.
#[derive(Clone, Debug, Default)]
pub struct LookedAt {
    pub on: String,
    pub name: String,
    pub address: String,
}

#[component]
pub(in crate::pages) fn Authorities() -> impl IntoView {
    let lang = lang();
    let Looked(mut looked) = use_context::<Looked>().unwrap_or_default();
    let mut all: Vec<(String, String, String, Option<String>)> = Vec::new();
    let mut add = |code: &str, name: &str, address: &str, noted: Option<LookedAt>| {
        let Some(country) = Country::new(code) else {
            return;
        };
        let noted = noted.unwrap_or_default();
        let better = |ours: &str, theirs: String| match theirs.is_empty() {
            true => ours.to_owned(),
            false => theirs,
        };
        all.push((
            label::country(country, lang),
            better(name, noted.name),
            better(address, noted.address),
            (!noted.on.is_empty()).then_some(noted.on),
        ));
    };
    for authority in AUTHORITIES {
        let noted = looked.remove(authority.country);
        add(authority.country, authority.name, authority.address, noted);
    }
    // Of other countries there is only what the operator knows.
    for (code, noted) in looked {
        if !noted.name.is_empty() && !noted.address.is_empty() {
            add(&code, "", "", Some(noted));
        }
    }
    all.sort();
    view! {
        <Header page=Page::Authorities/>
        <main class="prose wide" id="main">
            <h1>{t::directory_title(lang)}</h1>
            <p class="lead">{t::directory_lead(lang)}</p>
            <ul class="stored">
                {all
                    .into_iter()
                    .map(|(country, name, address, on)| view! {
                        <li>
                            <h2>{country}</h2>
                            <p>
                                <a href=address rel="noopener noreferrer">{name}</a>
                                {on.map(|on| format!(" · {}", t::directory_checked(lang, on)))}
                            </p>
                        </li>
                    })
                    .collect_view()}
            </ul>
        </main>
        <Footer/>
    }
}

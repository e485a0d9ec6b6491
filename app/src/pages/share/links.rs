//! The list of a document's links.

use leptos::prelude::*;
use texts::{Lang, links as t, site};

use super::link::address;
use super::{Differs, LinkLine, LinkState, Sharing, called, notes, state};
use crate::page::{Page, share_path, statistics_path};

pub(super) fn list(sharing: &Sharing, lines: &[LinkLine], lang: Lang) -> AnyView {
    let path = share_path(&sharing.id);
    let is_public = lines.iter().any(|line| line.state == LinkState::Open);
    let all = is_public.then(|| {
        let action = format!("{path}/unpublish");
        view! {
            <form method="post" action=action class="stack">
                <button class="button danger">{t::revoke_all(lang)}</button>
                <p class="detail">{t::revoke_all_hint(lang)}</p>
            </form>
        }
    });
    let lines: Vec<_> = lines
        .iter()
        .map(|line| one(line, &sharing.id, &sharing.address, lang))
        .collect();
    view! {
        <main class="account" id="main">
            <p class="links"><a href=Page::Edit.path()>"← "{site::share_back(lang)}</a></p>
            <h1>{site::share_title(lang)}</h1>
            {notes(sharing)}
            <p class="lead">{t::lead(lang)}</p>
            <p>
                <a class="button primary" href=format!("{path}/new")>{t::new(lang)}</a>
            </p>
            <ul class="link-list">{lines}</ul>
            {all}
        </main>
    }
    .into_any()
}

fn one(line: &LinkLine, document: &str, before: &str, lang: Lang) -> impl IntoView + use<> {
    let path = share_path(document);
    let href = format!("{path}/{}", line.id);
    let counted = statistics_path(document, &line.id);
    let open = line.state == LinkState::Open;
    let differs = match line.differs {
        Differs::No => Some(site::share_published_current(lang)),
        Differs::Somehow | Differs::In { .. } => Some(site::share_published_older(lang)),
        Differs::Nothing => None,
    };
    let languages = line.languages.join(", ");
    let facts = [
        line.locked.then(|| t::fact_locked(lang).to_owned()),
        line.indexed.then(|| t::fact_indexed(lang).to_owned()),
        (!line.downloads).then(|| t::fact_no_files(lang).to_owned()),
        (!languages.is_empty()).then_some(languages),
    ];
    let facts: Vec<_> = facts
        .into_iter()
        .flatten()
        .map(|fact| view! { <li>{fact}</li> })
        .collect();
    let facts = (!facts.is_empty()).then(|| view! { <ul class="detail">{facts}</ul> });
    let revoke = (line.state != LinkState::Withdrawn).then(|| {
        let action = format!("{href}/revoke");
        view! {
            <form method="post" action=action>
                <button class="button">{t::revoke(lang)}</button>
            </form>
        }
    });
    let class = if open { "published" } else { "published over" };
    view! {
        <li class=class>
            <h2><a href=href.clone()>{called(line)}</a></h2>
            <p>{state(line)} {differs.map(|text| format!(". {text}"))}</p>
            {address(line, before, open, lang)}
            {facts}
            <div class="row">
                <a class="button" href=href>{t::change(lang)}</a>
                <a class="button" href=counted>{texts::statistics::link(lang)}</a>
                {revoke}
            </div>
        </li>
    }
}

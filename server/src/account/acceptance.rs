//! Newer terms, or a newer policy: `/account/terms`, for members and for whoever has
//! an owner link. Nothing waits for the answer.

use app::page::Page;
use app::pages::account::{AcceptanceLine, AcceptanceView, Done, Form, Problem};
use app::service::limits::What;
use axum::extract::Query;
use axum::response::Response;
use backend::{Acceptance, Accepts, Outstanding, Who};
use leptos::prelude::provide_context;

use crate::visit::{Pairs, Visit, arrived, refused, see_other, with_done};

/// `GET /account/terms`
pub(crate) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    show(&visit, arrived(&query)).await
}

/// What somebody has not answered yet.
pub(crate) async fn outstanding(visit: &Visit, who: &Who) -> Result<Outstanding, Response> {
    let service = &visit.site.service;
    let outstanding = service
        .store
        .outstanding(who.actor(), &service.terms().version)
        .await;
    let failed = |failure| visit.failed(&failure, Page::Acceptance);
    outstanding.map_err(failed)
}

async fn show(visit: &Visit, form: Form) -> Result<Response, Response> {
    let who = visit.person()?;
    let outstanding = outstanding(visit, who).await?;
    let history = visit.site.service.store.acceptances(who.actor()).await;
    let history = history.map_err(|failure| visit.failed(&failure, Page::Acceptance))?;
    let version = visit.site.service.store.policy_version().await;
    let version = version.map_err(|failure| visit.failed(&failure, Page::Acceptance))?;
    let view = AcceptanceView {
        version,
        terms: outstanding.terms,
        policy: outstanding.policy,
        history: history.into_iter().map(line).collect(),
    };
    Ok(visit.form_with(Page::Acceptance, form, move || {
        provide_context(view);
    }))
}

fn line(row: Acceptance) -> AcceptanceLine {
    AcceptanceLine {
        terms: row.what == Accepts::Terms,
        version: row.version,
        lang: row.lang.tag(),
        text_hash: row.text_hash,
        at: row.at,
    }
}

/// `POST /account/terms`: each box for itself.
pub(crate) async fn say(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let actor = visit.person()?.actor();
    visit.limit(What::Save)?;
    let (terms, policy) = (pairs.get("terms"), pairs.get("policy"));
    if terms.is_empty() && policy.is_empty() {
        return show(&visit, refused(Problem::NothingTicked)).await;
    }
    let service = &visit.site.service;
    let accepted = service.terms().ticked(terms, visit.lang);
    let version = service.store.policy_version().await;
    let version = version.map_err(|failure| visit.failed(&failure, Page::Acceptance))?;
    let stale =
        (!terms.is_empty() && accepted.is_none()) || (!policy.is_empty() && policy != version);
    if stale {
        return show(&visit, refused(Problem::StaleTerms)).await;
    }
    let failed = |failure| visit.failed(&failure, Page::Acceptance);
    if let Some(accepted) = accepted {
        let noted = service.store.terms_accept(actor, &accepted).await;
        noted.map_err(failed)?;
    }
    if !policy.is_empty() {
        let noted = service
            .store
            .policy_read(actor, policy, visit.mail_lang())
            .await;
        noted.map_err(failed)?;
    }
    Ok(see_other(&with_done(Page::Acceptance, Done::Accepted)))
}

//! `/account/policy` and `/account/leave`: a change of the policy that comes, the
//! answer to it, and the way out. For members and for whoever has an owner link.

use app::page::Page;
use app::pages::account::{ChangeAnswer, ChangeAnswers, Done, Form, LeaveView, Problem};
use app::service::limits::What;
use axum::extract::Query;
use axum::response::Response;
use backend::Failure;
use leptos::prelude::provide_context;

use super::export::line;
use crate::policy;
use crate::visit::{Pairs, Visit, arrived, refused, see_other, with_done};

/// `GET /account/policy`
pub(super) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    show(&visit, arrived(&query)).await
}

async fn show(visit: &Visit, form: Form) -> Result<Response, Response> {
    let actor = visit.person()?.actor();
    let store = &visit.site.service.store;
    let failed = |failure| visit.failed(&failure, Page::PolicyChange);
    let coming = policy::coming(store, visit.lang).await.map_err(failed)?;
    let answers = store.policy_answers(actor).await.map_err(failed)?;
    let answers = answers.into_iter().map(|answer| ChangeAnswer {
        version: answer.version,
        acknowledged: answer.acknowledged,
        renew: answer.renew,
    });
    let answers = ChangeAnswers(answers.collect());
    Ok(visit.form_with(Page::PolicyChange, form, move || {
        provide_context(coming);
        provide_context(answers);
    }))
}

/// `POST /account/policy`: they have read it.
pub(super) async fn read(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let actor = visit.person()?.actor();
    visit.limit(What::Save)?;
    let store = &visit.site.service.store;
    let lang = visit.mail_lang();
    match store.policy_read(actor, pairs.get("version"), lang).await {
        Ok(()) => Ok(see_other(&with_done(Page::PolicyChange, Done::Accepted))),
        // It was taken back meanwhile, or another was announced.
        Err(Failure::Refused(_)) => show(&visit, refused(Problem::StaleTerms)).await,
        Err(failure) => Ok(visit.failed(&failure, Page::PolicyChange)),
    }
}

/// `GET /account/leave`
pub(super) async fn leave(visit: Visit) -> Result<Response, Response> {
    let who = visit.person()?;
    let shown = visit.site.service.store.export_shown(who).await;
    let shown = shown.map_err(|failure| visit.failed(&failure, Page::Leave))?;
    let view = LeaveView {
        copy: shown.map(line),
        member: who.member,
    };
    Ok(visit.page(Page::Leave, move || {
        if let Some(refresh) = view.refresh() {
            provide_context(refresh);
        }
        provide_context(view);
    }))
}

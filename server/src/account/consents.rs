//! Consents: `/account/consents`, for members and for whoever has an owner link.

use app::page::Page;
use app::pages::account::{ConsentView, ConsentsView, Done, Form, HistoryLine, Problem, State};
use app::pages::gpc::Gpc;
use app::service::limits::What;
use axum::extract::Query;
use axum::response::Response;
use backend::{Agreement, Consent, ConsentBy, ConsentState, DAY, Failure};
use leptos::prelude::provide_context;
use privacy::{ConsentPurpose, LAPSED_DAYS};

use crate::visit::{Pairs, Visit, bad_form, done, refused, see_other, with_done};

/// So many days before it ends, consent can be given anew.
const ENDING: i64 = 60 * DAY;

/// `GET /account/consents`
pub(crate) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let form = Form {
        done: done(&query),
        ..Form::default()
    };
    show(&visit, form).await
}

async fn show(visit: &Visit, form: Form) -> Result<Response, Response> {
    let actor = visit.person()?.actor();
    let store = &visit.site.service.store;
    let failed = |failure| visit.failed(&failure, Page::Consents);
    let consents = store.consents(actor).await.map_err(failed)?;
    let now = store.now();
    let view = ConsentsView {
        consents: consents.into_iter().map(|c| consent(c, now)).collect(),
    };
    let gpc = Gpc(visit.gpc);
    Ok(visit.form_with(Page::Consents, form, move || {
        provide_context(view);
        provide_context(gpc);
    }))
}

fn consent(consent: Consent, now: i64) -> ConsentView {
    ConsentView {
        purpose: consent.purpose,
        state: match consent.state {
            ConsentState::Never => State::Never,
            ConsentState::Given { since, until } => State::Given {
                since,
                until,
                ending: now + ENDING >= until,
            },
            ConsentState::OlderText { since, .. } => State::OlderText { since },
            ConsentState::Lapsed { until } => State::Lapsed {
                until,
                goes: until + i64::from(LAPSED_DAYS) * DAY,
            },
            ConsentState::Withdrawn { at } => State::Withdrawn { at },
        },
        held: consent.held,
        history: consent
            .history
            .into_iter()
            .map(|line| HistoryLine {
                given: line.given,
                version: line.version,
                lang: line.lang.tag(),
                at: line.at,
                in_editor: line.by == ConsentBy::Editor,
                until: line.until,
            })
            .collect(),
    }
}

/// `POST /account/consents`: agrees, or takes it back.
pub(crate) async fn say(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let actor = visit.person()?.actor();
    let Some(purpose) = ConsentPurpose::from_name(pairs.get("purpose")) else {
        return Err(bad_form());
    };
    let store = &visit.site.service.store;
    let (lang, by) = (visit.mail_lang(), ConsentBy::Page);
    let said = match pairs.get("say") {
        "give" => {
            visit.limit(What::Save)?;
            if pairs.get("version") != purpose.version() {
                return show(&visit, refused(Problem::OtherText)).await;
            }
            let agreement = Agreement {
                version: purpose.version().to_owned(),
                lang,
                by,
            };
            let given = store.consent_give(actor, purpose, &agreement).await;
            given.map(|()| Done::ConsentGiven)
        }
        "withdraw" => {
            let withdrawn = store.consent_withdraw(actor, purpose, lang, by).await;
            withdrawn.map(|_| Done::ConsentWithdrawn)
        }
        _ => return Err(bad_form()),
    };
    Ok(answer(&visit, said))
}

fn answer(visit: &Visit, result: Result<Done, Failure>) -> Response {
    match result {
        Ok(done) => see_other(&with_done(Page::Consents, done)),
        Err(failure) => visit.failed(&failure, Page::Consents),
    }
}

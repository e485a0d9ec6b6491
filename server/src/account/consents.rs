//! Consents: `/account/consents`, for members and for whoever has an owner link.

use app::language::Lang;
use app::page::Page;
use app::pages::account::{
    AddedText, ConsentView, ConsentsView, Done, Form, HistoryLine, Place, Problem, State,
};
use app::pages::gpc::Gpc;
use app::service::limits::What;
use axum::extract::Query;
use axum::response::Response;
use backend::{Agreement, Consent, ConsentBy, ConsentState, DAY, Failure, Store};
use leptos::prelude::provide_context;
use privacy::{ConsentPurpose, LAPSED_DAYS};

use crate::visit::{Pairs, Visit, arrived, bad_form, refused, see_other, with_done};

/// So many days before it ends, consent can be given anew.
const ENDING: i64 = 60 * DAY;

/// `GET /account/consents`
pub(crate) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    show(&visit, arrived(&query)).await
}

async fn show(visit: &Visit, form: Form) -> Result<Response, Response> {
    let actor = visit.person()?.actor();
    let store = &visit.site.service.store;
    let failed = |failure| visit.failed(&failure, Page::Consents);
    let consents = store.consents(actor).await.map_err(failed)?;
    let now = store.now();
    let view = ConsentsView {
        consents: consents
            .into_iter()
            .filter(|c| is_possible(c, store))
            .map(|c| consent(c, visit.lang, now))
            .collect(),
    };
    let gpc = Gpc(visit.gpc);
    Ok(visit.form_with(Page::Consents, form, move || {
        provide_context(view);
        provide_context(gpc);
    }))
}

/// Whether anything could be kept by it here, or was.
fn is_possible(consent: &Consent, store: &Store) -> bool {
    consent.purpose != ConsentPurpose::SignInPlace
        || store.knows_places()
        || !consent.history.is_empty()
}

fn consent(consent: Consent, lang: Lang, now: i64) -> ConsentView {
    let coming = consent.additions.iter().find(|it| it.coming);
    let ends = coming.filter(|_| consent.ends_unless_renewed);
    ConsentView {
        ends: ends.map(|it| it.version.clone()),
        version: consent.version,
        additions: consent
            .additions
            .into_iter()
            .map(|it| AddedText {
                day: it.version,
                text: match lang {
                    Lang::Sv => it.sv,
                    Lang::En => it.en,
                },
                coming: it.coming,
            })
            .collect(),
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
                place: match line.by {
                    ConsentBy::Editor => Place::Editor,
                    ConsentBy::Changed => Place::Changed,
                    ConsentBy::Page | ConsentBy::Restored => Place::Page,
                },
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
            let agreement = Agreement {
                version: pairs.get("version").to_owned(),
                lang,
                by,
            };
            let given = store.consent_give(actor, purpose, &agreement).await;
            if let Err(Failure::Refused(_)) = given {
                return show(&visit, refused(Problem::OtherText)).await;
            }
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

//! `/admin/approvals`: what two are needed for; and `/admin/minors`, from where some of
//! it is proposed.

use app::page::Page;
use app::pages::console::{Said, View};
use axum::extract::Query;
use axum::response::Response;
use backend::{Confirmed, Failure, Proposal, Uuid};

use super::{back, forget, said, shown};
use crate::admin::staff;
use crate::visit::{Pairs, Visit, bad_form};

const PATH: &str = "/admin/approvals";
const MINORS: &str = "/admin/minors";

/// `GET /admin/minors`
pub(super) async fn minors(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    match visit.site.service.store.age_flags(who).await {
        Ok(flags) => Ok(shown(
            &visit,
            MINORS.to_owned(),
            said(&query),
            View::Minors(flags),
        )),
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// `POST /admin/minors`
pub(super) async fn propose_minors(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let chosen = pairs.0.iter().filter(|(name, _)| name == "account");
    let accounts: Result<Vec<Uuid>, _> = chosen.map(|(_, id)| id.parse()).collect();
    let accounts = accounts.map_err(|_| bad_form())?;
    let proposal = Proposal::Minors { accounts };
    Ok(
        match visit.site.service.store.propose(who, &proposal).await {
            Ok(_) => back(MINORS, Said::Proposed),
            Err(Failure::Refused(_)) => back(MINORS, Said::NotProposed),
            Err(failure) => visit.failed(&failure, Page::Admin),
        },
    )
}

/// `GET /admin/approvals`
pub(super) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    match visit.site.service.store.proposals(who).await {
        Ok(proposed) => {
            let view = View::Approvals(proposed);
            Ok(shown(&visit, PATH.to_owned(), said(&query), view))
        }
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// Which proposal a form means.
fn named(pairs: &Pairs) -> Result<(Uuid, Uuid), Response> {
    match (pairs.get("by").parse(), pairs.get("id").parse()) {
        (Ok(by), Ok(id)) => Ok((by, id)),
        _ => Err(bad_form()),
    }
}

/// `POST /admin/approvals/confirm`
pub(super) async fn confirm(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let (by, id) = named(&pairs)?;
    let store = &visit.site.service.store;
    let said = match store.proposal_confirm(who, by, id).await {
        Ok(Confirmed::Done(pages)) => {
            forget(&visit, &pages);
            Said::Confirmed
        }
        Ok(Confirmed::Failed(pages)) => {
            forget(&visit, &pages);
            Said::ConfirmedPartly
        }
        Ok(Confirmed::Own) => Said::OwnProposal,
        Ok(Confirmed::TooLate) => Said::TooLate,
        Err(failure) => return Ok(visit.failed(&failure, Page::Admin)),
    };
    Ok(back(PATH, said))
}

/// `POST /admin/approvals/decline`
pub(super) async fn decline(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let (by, id) = named(&pairs)?;
    let store = &visit.site.service.store;
    Ok(match store.proposal_decline(who, by, id).await {
        Ok(true) => back(PATH, Said::Declined),
        Ok(false) => back(PATH, Said::TooLate),
        Err(failure) => visit.failed(&failure, Page::Admin),
    })
}

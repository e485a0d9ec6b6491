//! `/admin/holds`: what is held, and what is proposed to be.

use app::page::Page;
use app::pages::console::{Said, View};
use axum::extract::{Path, Query};
use axum::response::Response;
use backend::{Failure, HoldEnd, HoldProposal, Proposal};
use privacy::Date;

use super::person::{account, address};
use super::{back, said, shown};
use crate::admin::staff;
use crate::visit::{Pairs, Visit, bad_form};

const PATH: &str = "/admin/holds";

/// A day as browsers send it: `2026-11-28`.
fn day(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let mut next = || parts.next();
    let (year, month, day) = (next()?, next()?, next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// `GET /admin/holds`
pub(super) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    match visit.site.service.store.holds(who).await {
        Ok(holds) => Ok(shown(
            &visit,
            PATH.to_owned(),
            said(&query),
            View::Holds(holds),
        )),
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// `POST /admin/person/{id}/hold`
pub(super) async fn propose(
    visit: Visit,
    Path(id): Path<String>,
    pairs: Pairs,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = account(&visit, &id)?;
    let row = match pairs.get("row").trim() {
        "" => None,
        row => Some(row.parse().map_err(|_| bad_form())?),
    };
    let Some(review) = day(pairs.get("review")) else {
        return Ok(back(&address(id), Said::NoDay));
    };
    let proposal = Proposal::Hold(HoldProposal {
        account: id,
        kind: pairs.get("kind").to_owned(),
        row,
        ground: pairs.get("ground").to_owned(),
        note: pairs.get("note").to_owned(),
        review_at: review.starts(),
        barred: pairs.is_on("barred"),
    });
    Ok(
        match visit.site.service.store.propose(who, &proposal).await {
            Ok(_) => back(&address(id), Said::Proposed),
            Err(Failure::Refused(_)) => back(&address(id), Said::NotProposed),
            Err(failure) => visit.failed(&failure, Page::Admin),
        },
    )
}

/// `POST /admin/holds/review`
pub(super) async fn review(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = pairs.get("id").parse().map_err(|_| bad_form())?;
    let next = day(pairs.get("review"));
    Ok(
        match visit.site.service.store.hold_review(who, id, next).await {
            Ok(Ok(())) => back(PATH, Said::HoldReviewed),
            Ok(Err(_)) => back(PATH, Said::NoDay),
            Err(failure) => visit.failed(&failure, Page::Admin),
        },
    )
}

/// `POST /admin/holds/end`
pub(super) async fn end(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = pairs.get("id").parse().map_err(|_| bad_form())?;
    let why = match pairs.get("why") {
        "over" => HoldEnd::Over,
        "mistaken" => HoldEnd::Mistaken,
        _ => return Err(bad_form()),
    };
    Ok(
        match visit.site.service.store.hold_end(who, id, why).await {
            Ok(_) => back(PATH, Said::HoldEnded),
            Err(failure) => visit.failed(&failure, Page::Admin),
        },
    )
}

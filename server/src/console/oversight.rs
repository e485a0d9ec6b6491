//! `/admin/retention`: what will be deleted; `/admin/proof`: what the server has proved
//! of itself.

use app::page::Page;
use app::pages::console::{RetentionView, Said, View};
use axum::extract::Query;
use axum::response::Response;
use backend::{Failure, Who};
use privacy::Right;

use super::{back, said, shown};
use crate::admin::staff;
use crate::proof;
use crate::visit::{Pairs, Visit, bad_form};

/// How far the preview looks.
const DAYS: i64 = 30;
const PROOF: &str = "/admin/proof";

/// `GET /admin/retention`
pub(super) async fn retention(visit: Visit) -> Result<Response, Response> {
    let who = staff(&visit)?;
    match previewed(&visit, who).await {
        Ok(view) => {
            let view = View::Retention(Box::new(view));
            Ok(shown(&visit, "/admin/retention".to_owned(), None, view))
        }
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

async fn previewed(visit: &Visit, who: &Who) -> Result<RetentionView, Failure> {
    let store = &visit.site.service.store;
    Ok(RetentionView {
        now: store.sweep_ahead(who, 0).await?,
        ahead: store.sweep_ahead(who, DAYS).await?,
        days: DAYS.unsigned_abs(),
        dormant: store.dormant(who).await?,
    })
}

/// `GET /admin/proof`
pub(super) async fn proof(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    match visit.site.service.store.proofs(who).await {
        Ok(proved) => {
            let running = proof::is_running();
            let view = View::Proof { proved, running };
            Ok(shown(&visit, PROOF.to_owned(), said(&query), view))
        }
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// `POST /admin/proof`: proves now, and does not keep who asks waiting.
pub(super) async fn prove(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    if let Err(failure) = who.may(Right::Oversight) {
        return Ok(visit.failed(&failure, Page::Admin));
    }
    if !pairs.is_on("now") {
        return Err(bad_form());
    }
    let store = visit.site.service.store.clone();
    let options = visit.site.configuration.stores();
    tokio::spawn(async move { proof::now(&store, &options).await });
    Ok(back(PROOF, Said::Proving))
}

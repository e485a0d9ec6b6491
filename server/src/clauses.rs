//! `GET /privacy/recipients/{party}`: a copy of what allows data to go to a
//! recipient; and the data processing agreement. That somebody took one is in the audit log; who it was is not.

use app::page::Page;
use app::pages::privacy::AGREEMENT;
use app::service::limits::What;
use axum::Router;
use axum::extract::Path;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use backend::Failure;
use privacy::PartyRole;

use crate::public;
use crate::router::Site;
use crate::visit::Visit;

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/privacy/recipients/{party}", get(copy))
        .route(AGREEMENT, get(agreement))
}

async fn copy(visit: Visit, Path(party): Path<String>) -> Result<Response, Response> {
    let clauses = &visit.site.configuration.clauses;
    let role = PartyRole::from_name(&party);
    let Some(found) = clauses.iter().find(|it| Some(it.role) == role) else {
        return Ok(visit.failed(&Failure::Missing, Page::Recipients));
    };
    // Each is a row of the log.
    visit.limit(What::Export)?;
    if let Err(failure) = visit.site.service.store.clauses_taken().await {
        return Err(public::unavailable(&failure));
    }
    let name = format!("{}-clauses", found.role.name());
    Ok(document(&name, found.pdf, &found.bytes))
}

/// `GET /privacy/agreement`: the agreement with those on whose behalf data is handled.
async fn agreement(visit: Visit) -> Result<Response, Response> {
    let Some((pdf, bytes)) = &visit.site.configuration.agreement else {
        return Ok(visit.failed(&Failure::Missing, Page::Recipients));
    };
    visit.limit(What::Export)?;
    if let Err(failure) = visit.site.service.store.agreement_taken().await {
        return Err(public::unavailable(&failure));
    }
    Ok(document("data-processing-agreement", *pdf, bytes))
}

fn document(name: &str, pdf: bool, bytes: &[u8]) -> Response {
    let (kind, ending) = match pdf {
        true => ("application/pdf", "pdf"),
        false => ("text/plain; charset=utf-8", "txt"),
    };
    let mut response = bytes.to_vec().into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name = format!("attachment; filename=\"{name}.{ending}\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    response
}

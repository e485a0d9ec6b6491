//! `GET /privacy/recipients/{party}`: a copy of what allows data to go to a
//! recipient. That somebody took one is in the audit log; who it was is not.

use app::page::Page;
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
    Router::new().route("/privacy/recipients/{party}", get(copy))
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
    let (kind, ending) = match found.pdf {
        true => ("application/pdf", "pdf"),
        false => ("text/plain; charset=utf-8", "txt"),
    };
    let mut response = found.bytes.to_vec().into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name = format!(
        "attachment; filename=\"{}-clauses.{ending}\"",
        found.role.name()
    );
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

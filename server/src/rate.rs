//! How much one address may ask of us at all. What costs more than a page has
//! limits of its own (`app::service::limits`), where it is done.

use crate::pages;
use crate::router::Site;
use app::service::ServiceError;
use app::service::caller::Peer;
use app::service::limits::{Wait, What};
use axum::extract::{Request, State};
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};

/// Files that are the same for all, and the question whether we are alive. A page
/// asks for dozens of them, and they cost next to nothing.
const FREE: [&str; 7] = [
    "/pkg/",
    "/fonts/",
    "/hyphenation/",
    "/icons/",
    app::page::WORKER,
    app::page::SHELL,
    "/healthz",
];

/// Refuses with 429 what is too much from one address.
pub(crate) async fn check(
    State(site): State<Site>,
    Extension(peer): Extension<Peer>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    if FREE.iter().any(|free| path.starts_with(free)) {
        return next.run(request).await;
    }
    match site.service.limits.take(What::Request, peer.0) {
        Ok(()) => next.run(request).await,
        Err(wait) if path.starts_with("/api/") => function(wait),
        Err(wait) => pages::too_many(wait, &site, request.headers()),
    }
}

/// Counts one more of what a page does, and answers with a page if that is too much.
///
/// # Errors
/// The answer.
pub(crate) fn take(
    what: What,
    peer: Peer,
    site: &Site,
    headers: &HeaderMap,
) -> Result<(), Box<Response>> {
    let taken = site.service.limits.take(what, peer.0);
    taken.map_err(|wait| Box::new(pages::too_many(wait, site, headers)))
}

/// As a server function says it.
fn function(wait: Wait) -> Response {
    let after = [(RETRY_AFTER, HeaderValue::from(wait.seconds()))];
    let answer = Json(ServiceError::TooMany);
    (StatusCode::TOO_MANY_REQUESTS, after, answer).into_response()
}

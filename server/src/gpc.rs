//! Global Privacy Control (W3C): whether a browser says that its owner does not
//! want to be sold, and that this site heeds it.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};

/// The header, in small letters.
pub(crate) const HEADER: &str = "sec-gpc";
/// Where sites say that they heed it (section 4.1).
pub(crate) const PATH: &str = "/.well-known/gpc.json";

/// Whether it was sent. It has one value (section 3.2); "Do Not Track" is not
/// looked at.
pub(crate) fn sent(headers: &HeaderMap) -> bool {
    headers.get(HEADER).is_some_and(|value| value == "1")
}

/// `GET /.well-known/gpc.json`. The day is that from which it is heeded.
pub(crate) async fn answer() -> Response {
    let json = HeaderValue::from_static("application/json");
    let keep = HeaderValue::from_static("public, max-age=86400");
    let body = "{\"gpc\":true,\"lastUpdate\":\"2026-11-28\"}\n";
    ([(CONTENT_TYPE, json), (CACHE_CONTROL, keep)], body).into_response()
}

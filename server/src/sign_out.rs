//! `POST /sign-out`: the session ends, and the browser is told to delete what it
//! stores for the site.

use crate::forms::obeys;
use crate::public;
use crate::router::Site;
use app::page::Page;
use app::service::caller;
use axum::extract::{Query, State};
use axum::http::header::{HeaderName, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct SignOut {
    /// What the editor has deleted in the browser by itself; empty without a script.
    #[serde(default)]
    cleared: String,
}

/// Ends the session. Asked by nobody, it says that it is done: so it is.
pub(crate) async fn sign_out(
    site: State<Site>,
    headers: HeaderMap,
    Query(SignOut { cleared }): Query<SignOut>,
) -> Response {
    let https = site.https;
    if let Some(token) = caller::token(&headers, https.0)
        && let Err(failure) = site.service.store.session_end(&token).await
    {
        // The cookie stays: whoever is not signed out is not told that they are.
        return public::unavailable(&failure);
    }
    let obeys = obeys(&headers, https);
    let page = match obeys || !cleared.is_empty() {
        true => Page::SignedOut,
        false => Page::SignedOutKept,
    };
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    headers.insert(LOCATION, HeaderValue::from_static(page.path()));
    for gone in [
        caller::no_session(https.0),
        caller::nobodys(https.0),
        caller::not_shared(https.0),
    ] {
        if let Ok(gone) = HeaderValue::from_str(&gone) {
            headers.append(SET_COOKIE, gone);
        }
    }
    if obeys {
        // Where other members have drafts that they have not signed out of, theirs
        // stay: the editor has deleted what belongs to this one.
        let clear = match cleared.as_str() {
            "own" => "\"cache\", \"cookies\"",
            _ => "\"cache\", \"cookies\", \"storage\"",
        };
        let name = HeaderName::from_static("clear-site-data");
        headers.insert(name, HeaderValue::from_static(clear));
    }
    response
}

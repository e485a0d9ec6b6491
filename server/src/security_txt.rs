//! `/.well-known/security.txt` (RFC 9116): where faults are told. Only where the
//! operator has said whom to tell; made anew for each request, so that it never
//! expires.

use crate::pages;
use crate::router::Site;
use app::page::Page;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use std::fmt::Write;
use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime};

pub(crate) const PATH: &str = "/.well-known/security.txt";

/// For how long it may be believed. The RFC advises less than a year.
const VALID: Duration = Duration::days(180);

/// `GET /.well-known/security.txt`.
pub(crate) async fn answer(site: State<Site>, request: Request) -> Response {
    let Some(text) = text(&site, OffsetDateTime::now_utc()) else {
        return pages::page(Page::NotFound, site, request).await;
    };
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    let keep = HeaderValue::from_static("public, max-age=3600");
    ([(CONTENT_TYPE, plain), (CACHE_CONTROL, keep)], text).into_response()
}

fn text(site: &Site, now: OffsetDateTime) -> Option<String> {
    let security = &site.configuration.security;
    let contact = security.contact.as_ref()?;
    let expires = (now + VALID)
        .replace_nanosecond(0)
        .ok()?
        .format(&Rfc3339)
        .ok()?;
    let mut text = format!("Contact: {contact}\nExpires: {expires}\nPreferred-Languages: sv, en\n");
    // Writing to a string does not fail.
    if let Some(origin) = &site.origin {
        let _ = writeln!(text, "Canonical: {origin}{PATH}");
    }
    if let Some(policy) = &security.policy {
        let _ = writeln!(text, "Policy: {policy}");
    }
    Some(text)
}

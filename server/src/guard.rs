//! What a request must be before anything of ours sees it: not sent by another
//! site, of a kind that we take, not too large, and not too slow.
//!
//! Leptos has no defence against cross-site requests of its own. Every method
//! that may change something needs `Sec-Fetch-Site: same-origin`; from a browser
//! too old to send it, an `Origin` that is exactly ours.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// What a form or a question takes at most.
const FORM: usize = 64 * 1024;
/// A document's limit, twice: as JSON within JSON every quotation mark takes two
/// bytes. And what stands around it.
const DOCUMENT: usize = 2 * cv::limits::DOCUMENT_BYTES + FORM;
/// What takes a whole document, or edits that are as long.
const DOCUMENTS: [&str; 4] = [
    "/api/cv_begin",
    "/api/cv_create",
    "/api/cv_save",
    "/api/pdf_render",
];
/// How long a body may take to come.
const BODY: Duration = Duration::from_secs(20);

/// The origin that people see, where it is configured.
#[derive(Clone)]
pub(crate) struct Origin(pub(crate) Option<Arc<str>>);

/// Refuses unsafe requests of other sites with 403, bodies of a kind that nothing
/// takes with 415, those over the limit with 413 and those that do not come with 408.
pub(crate) async fn check(State(origin): State<Origin>, request: Request, next: Next) -> Response {
    if [Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method()) {
        return next.run(request).await;
    }
    // Nothing of ours, and answers to them may have no body.
    if [Method::CONNECT, Method::TRACE].contains(request.method()) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    if !is_ours(request.headers(), &origin) {
        return (
            StatusCode::FORBIDDEN,
            "This request came from another site.\n",
        )
            .into_response();
    }
    let path = request.uri().path();
    if !is_taken(path, request.headers()) {
        return (
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "This is neither a form nor JSON. Merit takes no other files.\n",
        )
            .into_response();
    }
    let largest = match DOCUMENTS.contains(&path) {
        true => DOCUMENT,
        false => FORM,
    };
    let (parts, body) = request.into_parts();
    match timeout(BODY, to_bytes(body, largest)).await {
        Ok(Ok(bytes)) => {
            next.run(Request::from_parts(parts, Body::from(bytes)))
                .await
        }
        Ok(Err(_)) => (
            StatusCode::PAYLOAD_TOO_LARGE,
            match largest {
                DOCUMENT => "This is more than the largest document that Merit takes, one MiB.\n",
                _ => "This is more than a form can be, 64 KiB.\n",
            },
        )
            .into_response(),
        Err(_) => (
            StatusCode::REQUEST_TIMEOUT,
            [(header::CONNECTION, "close")],
            "This came too slowly. Try again where the network is better.\n",
        )
            .into_response(),
    }
}

/// Whether a body is of a kind that something reads: JSON for a server function,
/// a form for a page. No browser sends JSON by a form of another site.
fn is_taken(path: &str, headers: &HeaderMap) -> bool {
    let empty = headers
        .get(header::CONTENT_LENGTH)
        .is_none_or(|length| length == "0")
        && !headers.contains_key(header::TRANSFER_ENCODING);
    let media = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .map(|media| media.trim().to_ascii_lowercase());
    let json = media.as_deref() == Some("application/json");
    let form = media.as_deref() == Some("application/x-www-form-urlencoded");
    match path.starts_with("/api/") {
        true => json,
        false => form || json || (empty && media.is_none()),
    }
}

fn is_ours(headers: &HeaderMap, configured: &Origin) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return site == "same-origin";
    }
    let (Some(origin), Some(host)) = (text(header::ORIGIN), text(header::HOST)) else {
        return false;
    };
    match &configured.0 {
        Some(ours) => origin == &**ours,
        // Without a configured origin there is no proxy that ends TLS for us.
        None => origin.strip_prefix("http://") == Some(host),
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, is_ours};
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_static(value),
                )
            })
            .collect()
    }

    #[test]
    fn the_fetch_header_decides_before_the_origin() {
        let open = Origin(None);
        let host = ("host", "localhost:3000");
        let same = ("origin", "http://localhost:3000");
        assert!(is_ours(
            &headers(&[host, ("sec-fetch-site", "same-origin")]),
            &open
        ));
        for site in ["cross-site", "same-site", "none", ""] {
            assert!(
                !is_ours(&headers(&[host, same, ("sec-fetch-site", site)]), &open),
                "{site}"
            );
        }
    }

    #[test]
    fn without_it_the_origin_must_be_exactly_ours() {
        let host = ("host", "localhost:3000");
        let open = Origin(None);
        assert!(is_ours(
            &headers(&[host, ("origin", "http://localhost:3000")]),
            &open
        ));
        for other in [
            "http://localhost:3001",
            "http://localhost:3000.evil.example",
            "null",
            "",
        ] {
            assert!(
                !is_ours(&headers(&[host, ("origin", other)]), &open),
                "{other}"
            );
        }
        assert!(!is_ours(&headers(&[host]), &open));

        let configured = Origin(Some("https://merit.example".into()));
        assert!(is_ours(
            &headers(&[host, ("origin", "https://merit.example")]),
            &configured
        ));
        assert!(!is_ours(
            &headers(&[host, ("origin", "http://localhost:3000")]),
            &configured
        ));
    }
}

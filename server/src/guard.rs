//! What a request must be before anything of ours sees it: not sent by another
//! site, and not too large.
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

/// A document's limit, twice: as JSON within JSON every quotation mark takes two
/// bytes. And what stands around it.
const LARGEST_BODY: usize = 2 * cv::limits::DOCUMENT_BYTES + 64 * 1024;

/// The origin that people see, where it is configured.
#[derive(Clone)]
pub(crate) struct Origin(pub(crate) Option<Arc<str>>);

/// Refuses unsafe requests of other sites with 403 and bodies over the limit with 413.
pub(crate) async fn check(State(origin): State<Origin>, request: Request, next: Next) -> Response {
    if [Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method()) {
        return next.run(request).await;
    }
    if !is_ours(request.headers(), &origin) {
        return (
            StatusCode::FORBIDDEN,
            "This request came from another site.\n",
        )
            .into_response();
    }
    let (parts, body) = request.into_parts();
    match to_bytes(body, LARGEST_BODY).await {
        Ok(bytes) => {
            next.run(Request::from_parts(parts, Body::from(bytes)))
                .await
        }
        Err(_) => (
            StatusCode::PAYLOAD_TOO_LARGE,
            "This is more than the largest document that Merit takes, one MiB.\n",
        )
            .into_response(),
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

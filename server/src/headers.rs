//! Headers that every response carries, and the Content-Security-Policy.

use axum::extract::{Request, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderName, STRICT_TRANSPORT_SECURITY};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// For everything that is not an interactive page: nothing may run.
const PASSIVE: &str = "default-src 'none'; style-src 'self'; img-src 'self' blob: data:; \
    font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
    object-src 'none'; frame-ancestors 'none'";

/// As [`PASSIVE`], for the page that shows another of ours in a frame.
pub(crate) const FRAMING: &str = "default-src 'none'; style-src 'self'; img-src 'self'; \
    font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
    object-src 'none'; frame-src 'self'; frame-ancestors 'none'";

/// For the script that answers without a network: it may ask us for our own files, and
/// that is all.
pub(crate) const WORKER: &str = "default-src 'none'; connect-src 'self'; base-uri 'none'; \
    form-action 'none'; object-src 'none'; frame-ancestors 'none'";

const FIXED: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    // Other sites learn nothing; to our own pages browsers of any age say where
    // a form was sent from, which the guard asks for.
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        // Everything that browsers can forbid and we do not use. Copying the owner
        // link is clipboard-write, passkeys are the publickey-credentials. Not in it is
        // what new browsers have given up: they complain of a name they do not know.
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), \
         clipboard-read=(), clipboard-write=(self), compute-pressure=(), display-capture=(), \
         encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), \
         identity-credentials-get=(), idle-detection=(), keyboard-map=(), local-fonts=(), \
         local-network-access=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), \
         payment=(), picture-in-picture=(), publickey-credentials-create=(self), \
         publickey-credentials-get=(self), screen-wake-lock=(), serial=(), storage-access=(), \
         sync-xhr=(), usb=(), window-management=(), xr-spatial-tracking=()",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// Whether browsers reach us only by HTTPS.
#[derive(Clone, Copy)]
pub(crate) struct Https(pub(crate) bool);

/// The policy of an interactive page: scripts run only with the response's nonce.
pub(crate) fn interactive_policy(nonce: &str) -> String {
    running(
        &format!("'nonce-{nonce}' 'strict-dynamic'"),
        &format!(" 'nonce-{nonce}'"),
    )
}

/// The same for a page that browsers keep: its own scripts are those of these hashes
/// (SHA-256, in base64), and what they import is of our origin. A browser trusts what
/// a script imports for the script's nonce, and not for its hash.
pub(crate) fn hashed_policy(scripts: &[String]) -> String {
    let sources = scripts.iter().map(|hash| format!("'sha256-{hash}'"));
    let sources = sources.collect::<Vec<_>>().join(" ");
    running(&format!("{sources} 'self'"), "")
}

fn running(scripts: &str, styles: &str) -> String {
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; \
         style-src 'self'{styles}; img-src 'self' blob: data:; font-src 'self'; \
         connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; \
         base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    )
}

/// Adds the headers to every response; what is there already stands.
pub(crate) async fn add(
    State(Https(https)): State<Https>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    headers
        .entry(CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(PASSIVE));
    // Unless an answer says otherwise, it is nobody's to keep.
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    if https {
        headers.insert(
            STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000; includeSubDomains"),
        );
    }
    response
}

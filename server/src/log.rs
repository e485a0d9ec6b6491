//! Logs that hold nothing personal: of a request only method, route template,
//! status and duration; of a panic only its place. Which fields there may be the
//! inventory says; a line that has another one is not written, whoever's code it is.

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use privacy::inventory::LOG;
use std::io::IsTerminal;
use std::time::Instant;
use tracing::Metadata;
use tracing_subscriber::filter::{FilterExt, filter_fn};
use tracing_subscriber::fmt::layer;
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, registry};

/// Starts logging to standard error: lines for people on a terminal, JSON elsewhere.
pub(crate) fn start() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let filter = filter.and(filter_fn(is_declared));
    let lines = layer().with_target(false).with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        registry().with(lines.compact().with_filter(filter)).init();
    } else {
        let lines = lines.json().flatten_event(true);
        registry().with(lines.with_filter(filter)).init();
    }
    // A panic's message may quote what a person wrote.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}

/// Whether all fields of a line are declared.
fn is_declared(line: &Metadata<'_>) -> bool {
    line.fields().iter().all(|field| may_be_said(field.name()))
}

fn may_be_said(field: &str) -> bool {
    // The fixed words of a line, and the place in the code that lines of older
    // libraries bring along.
    field == "message"
        || field.starts_with("log.")
        || LOG
            .iter()
            .any(|entry| entry.path.strip_prefix("log:") == Some(field))
}

/// Logs each request after its answer.
pub(crate) async fn requests(request: Request, next: Next) -> Response {
    let start = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let route = route.as_ref().map_or("other", MatchedPath::as_str);
    tracing::info!(
        %method,
        route,
        status = response.status().as_u16(),
        ms = start.elapsed().as_secs_f64() * 1000.0,
        "request"
    );
    response
}

//! Which address is answered by what, and the layers around it.

use crate::guard::{self, Origin};
use crate::headers::{self, Https};
use crate::{files, forms, log, pages};
use app::page::Page;
use app::shell::Assets;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::ACCEPT;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, get, on, post};
use std::any::Any;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// The longest that an answer may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// What pages are made with.
#[derive(Clone)]
pub(crate) struct Site {
    /// Missing only in a debug build whose client was never built.
    pub(crate) assets: Option<Arc<Assets>>,
    pub(crate) https: Https,
}

/// The whole site. `origin` is what people see, if it is configured.
pub(crate) fn router(assets: Option<Assets>, origin: Option<String>) -> Router {
    let https = Https(
        origin
            .as_ref()
            .is_some_and(|origin| origin.starts_with("https://")),
    );
    let origin = Origin(origin.map(Into::into));
    let mut router = Router::new()
        .route("/pkg/{*file}", get(files::pkg))
        .route("/language", post(forms::language))
        .route(Page::Erased.path(), post(forms::erase));
    for page in Page::ALL {
        let answer = move |site: State<Site>, request: Request| pages::page(page, site, request);
        router = router.route(page.path(), get(answer));
    }
    // Exactly the server functions that exist; the framework's own answer to
    // others would explain itself at length.
    for (path, method) in leptos::server_fn::axum::server_fn_paths() {
        if let Ok(filter) = MethodFilter::try_from(method) {
            router = router.route(path, on(filter, server_function));
        }
    }
    // From the inside out: each layer wraps those above it.
    router
        .fallback(other)
        .layer(from_fn_with_state(origin, guard::check))
        .layer(from_fn(in_time))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(https, headers::add))
        .layer(from_fn(log::requests))
        .with_state(Site {
            assets: assets.map(Arc::new),
            https,
        })
}

/// Answers a server function. Without `Accept`, for which the framework would
/// send a browser back to where it came from, whatever that is, with the error
/// in the address.
async fn server_function(mut request: Request) -> Response {
    request.headers_mut().remove(ACCEPT);
    leptos_axum::handle_server_fns(request)
        .await
        .into_response()
}

/// Files of `public/`, and the page for what there is not.
async fn other(site: State<Site>, request: Request) -> Response {
    match files::public(request.uri().path(), request.headers()) {
        Some(response) => response,
        None => pages::page(Page::NotFound, site, request).await,
    }
}

/// Gives an answer up that takes too long.
async fn in_time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(TIMEOUT, next.run(request)).await {
        Ok(response) => response,
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "This took too long. Try again in a while. Your draft is safe in your browser.\n",
        )
            .into_response(),
    }
}

/// What somebody sees where our code failed; the log has the place.
fn panicked(_: Box<dyn Any + Send>) -> Response {
    (
        StatusCode::INTERNAL_SERVER_ERROR,
        "Something went wrong here, and it is our fault. Your draft is safe in your browser.\n",
    )
        .into_response()
}

#[cfg(test)]
mod tests {
    use axum::http::Method;

    /// A link on any site makes a GET request with our cookies.
    #[test]
    fn no_server_function_is_called_by_get() {
        let paths: Vec<_> = leptos::server_fn::axum::server_fn_paths().collect();
        assert!(!paths.is_empty());
        for (path, method) in paths {
            assert_eq!(method, Method::POST, "{path}");
        }
    }
}

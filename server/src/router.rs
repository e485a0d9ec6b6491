//! Which address is answered by what, and the layers around it.

use crate::configuration::Configuration;
use crate::guard::{self, Origin};
use crate::headers::{self, Https};
use crate::inspection::Inspection;
use crate::mail::{self, Mailbox};
use crate::offline::{self, Offline};
use crate::public::SharedCache;
use crate::registers::Announced;
use crate::{
    account, admin, cases, clauses, console, disclosure, files, forms, gpc, locked, log, pages,
    public, rate, registers, reports, rights, security_txt, share, shelf, sign_out, statistics,
    terms, versions,
};
use app::page::{Page, SHELL, WORKER};
use app::pages::optional;
use app::pages::privacy::Responsible;
use app::pages::terms::HeldTerms;
use app::service::ServiceError;
use app::service::caller::Service;
use app::service::limits::Limits;
use app::shell::Assets;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::ACCEPT;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, get, on, post};
use backend::{RelyingParty, Store};
use leptos::prelude::provide_context;
use std::any::Any;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::OnceCell;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

/// The longest that an answer may take.
const TIMEOUT: Duration = Duration::from_secs(30);
/// More than the name of any [`ServiceError`], in bytes.
const REFUSAL: usize = 1024;

/// What pages are made with. Each layer and each request has one of its own, which must
/// cost nothing.
#[derive(Clone)]
pub(crate) struct Site(Arc<Inside>);

impl Deref for Site {
    type Target = Inside;

    fn deref(&self) -> &Inside {
        &self.0
    }
}

/// What is in a [`Site`].
pub(crate) struct Inside {
    /// Missing only in a debug build whose client was never built.
    pub(crate) assets: Option<Arc<Assets>>,
    pub(crate) https: Https,
    pub(crate) origin: Option<Arc<str>>,
    pub(crate) responsible: Responsible,
    pub(crate) inspection: Inspection,
    /// What everybody is told of the operator's registers.
    pub(crate) announced: Announced,
    pub(crate) service: Service,
    /// Public pages, rendered.
    pub(crate) public: SharedCache,
    pub(crate) configuration: Arc<Configuration>,
    /// None where browsers make no passkeys.
    pub(crate) passkeys: Option<RelyingParty>,
    /// What browsers keep for when there is no network, made when it is first asked for.
    pub(crate) offline: Arc<OnceCell<Offline>>,
}

/// What the whole site is made with.
pub(crate) struct Parts {
    /// The client's files; missing only in a debug build without a client.
    pub(crate) assets: Option<Assets>,
    pub(crate) configuration: Configuration,
    pub(crate) store: Store,
    pub(crate) terms: HeldTerms,
    /// What the server finds when it looks at itself.
    pub(crate) inspection: Inspection,
    /// What everybody is told of the operator's registers.
    pub(crate) announced: Announced,
    /// What `/dev/mail` shows, in development.
    pub(crate) mailbox: Option<Arc<Mailbox>>,
}

/// The whole site.
pub(crate) fn router(parts: Parts) -> Router {
    let configuration = parts.configuration;
    let origin = configuration.origin.as_ref();
    let origin: Option<Arc<str>> = origin.map(|origin| origin.as_str().into());
    let https = Https(configuration.is_https());
    let limits = configuration.limits;
    let service = Service {
        store: parts.store,
        limits: Arc::new(Limits::new(limits.new_accounts, limits.times)),
        terms: parts.terms,
        https: https.0,
    };
    let site = Site(Arc::new(Inside {
        assets: parts.assets.map(Arc::new),
        https,
        origin: origin.clone(),
        responsible: Responsible {
            controller: configuration.operator.clone(),
            parties: configuration.parties.clone(),
            copies: configuration.clauses.iter().map(|it| it.role).collect(),
            agreement: configuration.agreement.is_some(),
        },
        inspection: parts.inspection,
        announced: parts.announced,
        service,
        public: SharedCache::default(),
        passkeys: RelyingParty::new(origin.as_deref()),
        offline: Arc::default(),
        configuration: Arc::new(configuration),
    }));
    let mut router = Router::new()
        .route("/pkg/{*file}", get(files::pkg))
        .route("/language", post(forms::language))
        .route(Page::Erased.path(), post(forms::erase))
        .route(optional::PATH, post(forms::optional))
        .route("/cv/{slug}", get(public::page).post(locked::unlock))
        .route(
            "/cv/{slug}/{lang}",
            get(public::page_in_language).post(locked::unlock_in_language),
        )
        .route(security_txt::PATH, get(security_txt::answer))
        .route(gpc::PATH, get(gpc::answer))
        .route(Page::SignOut.path(), post(sign_out::sign_out))
        .route(Page::Shared.path(), post(forms::shared))
        .route("/healthz", get(health))
        .route(WORKER, get(offline::worker))
        .route(&format!("{SHELL}{{lang}}"), get(offline::shell))
        .merge(disclosure::routes())
        .merge(clauses::routes())
        .merge(terms::routes())
        .merge(account::routes())
        .merge(shelf::routes())
        .merge(versions::routes())
        .merge(share::routes())
        .merge(admin::routes())
        .merge(reports::routes())
        .merge(statistics::routes())
        .merge(rights::routes())
        .merge(cases::routes())
        .merge(console::routes())
        .merge(registers::routes());
    if let Some(mailbox) = parts.mailbox {
        router = router.merge(mail::pages::routes(mailbox));
    }
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
        .layer(from_fn_with_state(Origin(origin), guard::check))
        .layer(from_fn_with_state(site.clone(), rate::check))
        .layer(from_fn(in_time))
        .layer(CatchPanicLayer::custom(panicked))
        // What is packed already becomes no smaller.
        .layer(
            CompressionLayer::new().compress_when(
                DefaultPredicate::new()
                    .and(NotForContentType::const_new("application/zip"))
                    .and(NotForContentType::const_new("application/pdf")),
            ),
        )
        .layer(from_fn_with_state(https, headers::add))
        .layer(from_fn(log::requests))
        .with_state(site)
}

/// Answers a server function. Without `Accept`, for which the framework would
/// send a browser back to where it came from, whatever that is, with the error
/// in the address.
async fn server_function(State(site): State<Site>, mut request: Request) -> Response {
    request.headers_mut().remove(ACCEPT);
    let service = site.service.clone();
    let context = move || provide_context(service.clone());
    let answer = leptos_axum::handle_server_fns_with_context(context, request).await;
    told(answer.into_response()).await
}

/// Gives a function's refusal its own status.
async fn told(answer: Response) -> Response {
    if answer.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return answer;
    }
    let (mut head, body) = answer.into_parts();
    let Ok(body) = to_bytes(body, REFUSAL).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if let Ok(error) = serde_json::from_slice::<ServiceError>(&body) {
        head.status = error.status();
    }
    Response::from_parts(head, Body::from(body))
}

/// Whether the server can do its work, for who watches over it.
async fn health(State(site): State<Site>) -> Response {
    match site.service.store.ping().await {
        Ok(()) => "ok\n".into_response(),
        Err(failure) => public::unavailable(&failure),
    }
}

/// Files of `public/`, and the page for what there is not.
async fn other(site: State<Site>, request: Request) -> Response {
    match files::public(request.uri().path(), request.headers()) {
        Some(response) => response,
        None => Box::pin(pages::page(Page::NotFound, site, request)).await,
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

    /// A function that is added gets its line here, and in the table of
    /// `tests/it/saving.rs` that says who may call it.
    #[test]
    fn every_server_function_is_known() {
        let mut paths: Vec<_> = leptos::server_fn::axum::server_fn_paths()
            .map(|(path, _)| path.trim_start_matches("/api/"))
            .collect();
        paths.sort_unstable();
        let known = [
            "consent_give",
            "consent_state",
            "consent_withdraw",
            "cv_begin",
            "cv_create",
            "cv_delete",
            "cv_links",
            "cv_list",
            "cv_load",
            "cv_save",
            "owner_link_open",
            "pdf_render",
            "personal_delete",
            "personal_list",
            "personal_put",
            "photo_get",
            "photo_put",
        ];
        assert_eq!(paths, known);
    }

    /// The browser test that looks for violations of the policy visits them all.
    #[test]
    fn every_page_is_visited_by_the_test_of_the_policy() {
        let visited = include_str!("../../end2end/pages.json");
        for page in app::page::Page::ALL {
            assert!(visited.contains(&format!("{:?}", page.path())), "{page:?}");
        }
    }

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

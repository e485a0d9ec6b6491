//! `/share/{id}`: where the owner of a saved CV makes its links and changes them.
//! Plain pages and forms; who asks is known by the session's cookie.

mod choices;
mod code;
mod view;
mod wish;

use crate::router::Site;
use crate::{public, rate, visit};
use app::page::{Page, share_path};
use app::pages::share::removed::{Removed, RemovedPage};
use app::pages::share::{Done, Problem};
use app::service::caller::{self, Peer};
use app::service::limits::What;
use axum::extract::rejection::{FormRejection, PathRejection};
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, LOCATION, X_FRAME_OPTIONS};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Extension, Form, Router};
use backend::{Failure, ToShow, Uuid};
use privacy::Actor;
use typeset::html::{self, Links};

use choices::Choices;
use view::Which;
use wish::{outcome, wish};

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/share/{id}", get(page))
        .route("/share/{id}/new", get(new).post(look))
        .route("/share/{id}/page", get(preview))
        .route("/share/{id}/publish", post(create))
        .route("/share/{id}/unpublish", post(unpublish))
        .route("/share/{id}/{link}", get(link).post(change))
        .route("/share/{id}/{link}/publish", post(publish))
        .route("/share/{id}/{link}/revoke", post(revoke))
        .route("/share/{id}/{link}/delete", post(delete))
        .route("/share/{id}/{link}/qr.svg", get(code::svg))
        .route("/share/{id}/{link}/qr.png", get(code::png))
}

type Id = Result<Path<Uuid>, PathRejection>;
type Ids = Result<Path<(Uuid, Uuid)>, PathRejection>;
type Sent = Result<Form<Vec<(String, String)>>, FormRejection>;

/// `GET /share/{id}`: the links, or, where there is none, a new one.
async fn page(
    site: State<Site>,
    id: Id,
    Query(query): Query<Vec<(String, String)>>,
    request: Request,
) -> Response {
    let Ok(Path(id)) = id else {
        return crate::pages::page(Page::NotFound, site, request).await;
    };
    let choices = Choices::new(query);
    show(&site, id, Which::Links, &choices, None, request.headers()).await
}

/// `GET /share/{id}/new`: a link that is to be made.
async fn new(
    site: State<Site>,
    id: Id,
    Query(query): Query<Vec<(String, String)>>,
    request: Request,
) -> Response {
    let Ok(Path(id)) = id else {
        return crate::pages::page(Page::NotFound, site, request).await;
    };
    let choices = Choices::new(query);
    show(&site, id, Which::New, &choices, None, request.headers()).await
}

/// `POST /share/{id}/new`: the same with what is chosen so far. What is said of a link,
/// its password too, is in no address.
async fn look(site: State<Site>, id: Id, headers: HeaderMap, form: Sent) -> Response {
    let (Ok(Path(id)), Ok(Form(pairs))) = (id, form) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let choices = Choices::new(pairs);
    show(&site, id, Which::New, &choices, None, &headers).await
}

/// `GET /share/{id}/{link}`: one of them.
async fn link(
    site: State<Site>,
    ids: Ids,
    Query(query): Query<Vec<(String, String)>>,
    request: Request,
) -> Response {
    let Ok(Path((id, link))) = ids else {
        return crate::pages::page(Page::NotFound, site, request).await;
    };
    let choices = Choices::new(query);
    let which = Which::Link(link);
    show(&site, id, which, &choices, None, request.headers()).await
}

/// `GET /share/{id}/page`: the public page as it would be.
async fn preview(
    site: State<Site>,
    id: Id,
    Query(query): Query<Vec<(String, String)>>,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
) -> Response {
    if let Err(answer) = rate::take(What::Rendering, peer, &site, &headers) {
        return *answer;
    }
    let actor = actor(&site, &headers).await;
    let (Ok(Path(id)), Ok(actor)) = (id, actor) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let choices = Choices::new(query);
    let (store, redaction) = (&site.service.store, choices.redaction());
    let shown = match choices.id("in") {
        Some(variant) => store.page_preview_of(actor, id, &redaction, variant).await,
        None => {
            let shown = store.page_preview(actor, id, &redaction).await;
            shown.map(|(_, shown)| shown)
        }
    };
    let shown = match shown {
        Ok(shown) => shown,
        Err(Failure::Missing) => return StatusCode::NOT_FOUND.into_response(),
        Err(failure) => return public::unavailable(&failure),
    };
    let photo = shown.photo.as_deref().map(app::service::photo::address);
    let nowhere = Links {
        photo: photo.as_deref(),
        ..Links::default()
    };
    let page = html::page(shown.shown(), &nowhere);
    let mut response = page.html.into_response();
    let headers = response.headers_mut();
    let html_type = HeaderValue::from_static("text/html; charset=utf-8");
    headers.insert(CONTENT_TYPE, html_type);
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
    if let Some(policy) = public::policy(&page.style_sha256, "'self'") {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// `POST /share/{id}/publish`: a new link.
async fn create(
    site: State<Site>,
    id: Id,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
    form: Sent,
) -> Response {
    let Ok(Path(id)) = id else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let (choices, actor) = match wish(&site, id, Which::New, peer, &headers, form).await {
        Ok(wish) => wish,
        Err(answer) => return *answer,
    };
    let store = &site.service.store;
    let terms = match choices.terms(store.now(), None) {
        Ok(terms) => terms,
        Err(problem) => {
            return show(&site, id, Which::New, &choices, Some(problem), &headers).await;
        }
    };
    let (redaction, variants) = (choices.redaction(), choices.variants());
    let to_show = ToShow {
        version: choices.version(),
        redaction: &redaction,
        variants: &variants,
    };
    let done = store.link_create(actor, id, to_show, &terms).await;
    match outcome(done) {
        Ok(link) => see(&link_path(id, link), Done::Created),
        Err(Ok(problem)) => show(&site, id, Which::New, &choices, problem, &headers).await,
        Err(Err(failure)) => public::unavailable(&failure),
    }
}

/// `POST /share/{id}/{link}/publish`: the link shows something else.
async fn publish(
    site: State<Site>,
    ids: Ids,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
    form: Sent,
) -> Response {
    let Ok(Path((id, link))) = ids else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let which = Which::Link(link);
    let (choices, actor) = match wish(&site, id, which, peer, &headers, form).await {
        Ok(wish) => wish,
        Err(answer) => return *answer,
    };
    let (redaction, variants) = (choices.redaction(), choices.variants());
    let to_show = ToShow {
        version: choices.version(),
        redaction: &redaction,
        variants: &variants,
    };
    let store = &site.service.store;
    let done = store.link_publish(actor, id, link, to_show).await;
    public::forget(&site.public, link);
    match outcome(done) {
        Ok(link) => see(&link_path(id, link), Done::Published),
        Err(Ok(problem)) => show(&site, id, which, &choices, problem, &headers).await,
        Err(Err(failure)) => public::unavailable(&failure),
    }
}

/// `POST /share/{id}/{link}`: what is said of the link.
async fn change(
    site: State<Site>,
    ids: Ids,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
    form: Sent,
) -> Response {
    let Ok(Path((id, link))) = ids else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let which = Which::Link(link);
    let (choices, actor) = match wish(&site, id, which, peer, &headers, form).await {
        Ok(wish) => wish,
        Err(answer) => return *answer,
    };
    let store = &site.service.store;
    let before = match store.link(actor, id, link).await {
        Ok(before) => before,
        Err(Failure::Missing) => return show(&site, id, which, &choices, None, &headers).await,
        Err(failure) => return public::unavailable(&failure),
    };
    let terms = match choices.terms(store.now(), Some(&before)) {
        Ok(terms) => terms,
        Err(problem) => return show(&site, id, which, &choices, Some(problem), &headers).await,
    };
    let done = store.link_change(actor, id, link, &terms).await;
    public::forget(&site.public, link);
    match outcome(done) {
        Ok(link) => see(&link_path(id, link), Done::Saved),
        Err(Ok(problem)) => show(&site, id, which, &choices, problem, &headers).await,
        Err(Err(failure)) => public::unavailable(&failure),
    }
}

/// `POST /share/{id}/{link}/revoke`.
async fn revoke(site: State<Site>, ids: Ids, headers: HeaderMap) -> Response {
    end(&site, ids, &headers, Done::Revoked).await
}

/// `POST /share/{id}/{link}/delete`.
async fn delete(site: State<Site>, ids: Ids, headers: HeaderMap) -> Response {
    end(&site, ids, &headers, Done::Deleted).await
}

async fn end(site: &Site, ids: Ids, headers: &HeaderMap, done: Done) -> Response {
    let Ok(Path((id, link))) = ids else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let store = &site.service.store;
    let ended = match actor(site, headers).await {
        Ok(actor) if done == Done::Deleted => {
            let deleted = store.link_delete(actor, id, link).await;
            // One that was taken down stays, and shows nothing.
            let stays = deleted.is_ok() && store.link(actor, id, link).await.is_ok();
            deleted.map(|()| if stays { Done::Revoked } else { done })
        }
        Ok(actor) => store.link_revoke(actor, id, link).await.map(|()| done),
        Err(failure) => Err(failure),
    };
    match ended {
        Ok(done) => {
            public::forget(&site.public, link);
            see(&share_path(&id.to_string()), done)
        }
        Err(Failure::Missing) => {
            let which = Which::Link(link);
            show(site, id, which, &Choices::default(), None, headers).await
        }
        Err(failure) => public::unavailable(&failure),
    }
}

/// `POST /share/{id}/unpublish`: every link of the document.
async fn unpublish(site: State<Site>, id: Id, headers: HeaderMap) -> Response {
    let Ok(Path(id)) = id else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Ok(actor) = actor(&site, &headers).await else {
        return show(&site, id, Which::Links, &Choices::default(), None, &headers).await;
    };
    match site.service.store.page_unpublish(actor, id).await {
        Ok(pages) => {
            for page in pages {
                public::forget(&site.public, page);
            }
            see(&share_path(&id.to_string()), Done::AllRevoked)
        }
        Err(Failure::Missing) => {
            show(&site, id, Which::Links, &Choices::default(), None, &headers).await
        }
        Err(failure) => public::unavailable(&failure),
    }
}

/// A page, with what was chosen so far, and what went wrong.
async fn show(
    site: &Site,
    id: Uuid,
    which: Which,
    choices: &Choices,
    problem: Option<Problem>,
    headers: &HeaderMap,
) -> Response {
    let who = match crate::pages::who(site, headers).await {
        Ok(who) => who,
        Err(failure) => return public::unavailable(&failure),
    };
    let shown = async {
        let actor = who.as_ref().ok_or(Failure::Missing)?.actor();
        let sharing = view::sharing(site, actor, id, which, choices, problem, headers).await?;
        Ok::<_, Failure>((sharing, removed(site, actor, id).await?))
    };
    let (shown, status) = match shown.await {
        Ok(shown) if problem.is_some() => (Some(shown), StatusCode::UNPROCESSABLE_ENTITY),
        Ok(shown) => (Some(shown), StatusCode::OK),
        // Which of the two it is, is nobody's to know.
        Err(Failure::Missing) => (None, StatusCode::NOT_FOUND),
        Err(failure) => return public::unavailable(&failure),
    };
    let visitor = visit::visitor(who.as_ref());
    let mut response = crate::pages::share(shown, visitor, site, headers);
    *response.status_mut() = status;
    response
}

/// What of the document was taken down.
async fn removed(site: &Site, actor: Actor, id: Uuid) -> Result<Removed, Failure> {
    let pages = site.service.store.pages_taken_down(actor, id).await?;
    let pages = pages.into_iter().map(|page| RemovedPage {
        slug: page.slug,
        at: page.at,
        reason: page.reason,
    });
    Ok(Removed(pages.collect()))
}

async fn actor(site: &Site, headers: &HeaderMap) -> Result<Actor, Failure> {
    let token = caller::token(headers, site.https.0).ok_or(Failure::Missing)?;
    match site.service.store.session_actor(&token).await? {
        Actor::Visitor => Err(Failure::Missing),
        actor => Ok(actor),
    }
}

/// What people see of us: as configured, else as they have asked.
pub(crate) fn origin(site: &Site, headers: &HeaderMap) -> String {
    if let Some(origin) = &site.origin {
        return origin.to_string();
    }
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    format!("http://{}", host.unwrap_or("localhost"))
}

fn link_path(id: Uuid, link: Uuid) -> String {
    format!("{}/{link}", share_path(&id.to_string()))
}

fn see(path: &str, done: Done) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let to = format!("{path}?done={}", done.tag());
    if let Ok(to) = HeaderValue::from_str(&to) {
        response.headers_mut().insert(LOCATION, to);
    }
    response
}

//! `/share/{id}`: where the owner of a saved CV publishes it. Plain pages and
//! forms; who asks is known by the session's cookie.

use crate::router::Site;
use crate::{public, rate};
use app::page::{Page, share_path};
use app::pages::share::removed::{Removed, RemovedPage};
use app::pages::share::{Problem, Public, Sharing};
use app::service::caller::{self, Peer};
use app::service::limits::What;
use axum::extract::rejection::{FormRejection, PathRejection};
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, LOCATION, X_FRAME_OPTIONS};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Form};
use backend::{Failure, Publishing, Slug, Uuid};
use cv::{Field, PersonalField, Redaction};
use privacy::{Actor, Denied, Purpose};
use typeset::html::{self, Links};

/// The choices in an address or a form: `show` once for each field of the contact
/// details, `detail` once for each personal detail, `slug`, `version`.
type Choices = Vec<(String, String)>;

/// `GET /share/{id}`.
pub(crate) async fn page(
    site: State<Site>,
    id: Result<Path<Uuid>, PathRejection>,
    choices: Query<Choices>,
    request: Request,
) -> Response {
    let Ok(Path(id)) = id else {
        return crate::pages::page(Page::NotFound, site, request).await;
    };
    show(site, id, &choices, None, request.headers()).await
}

/// `GET /share/{id}/page`: the public page as it would be.
pub(crate) async fn preview(
    site: State<Site>,
    id: Result<Path<Uuid>, PathRejection>,
    choices: Query<Choices>,
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
    let redaction = redaction(&choices);
    let (_, shown) = match site.service.store.page_preview(actor, id, &redaction).await {
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

/// `POST /share/{id}/publish`.
pub(crate) async fn publish(
    site: State<Site>,
    id: Result<Path<Uuid>, PathRejection>,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
    form: Result<Form<Choices>, FormRejection>,
) -> Response {
    if let Err(answer) = rate::take(What::Save, peer, &site, &headers) {
        return *answer;
    }
    let (Ok(Path(id)), Ok(Form(choices))) = (id, form) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Ok(actor) = actor(&site, &headers).await else {
        return show(site, id, &choices, None, &headers).await;
    };
    let version = value(&choices, "version").and_then(|text| text.parse().ok());
    let slug = value(&choices, "slug").and_then(Slug::parse);
    let (Some(version), Some(slug)) = (version, slug) else {
        return show(site, id, &choices, Some(Problem::BadSlug), &headers).await;
    };
    let store = &site.service.store;
    let redaction = redaction(&choices);
    match store
        .page_publish(actor, id, version, &redaction, &slug)
        .await
    {
        Ok(Publishing::Done(_)) => see_other(&share_path(&id.to_string())),
        Ok(Publishing::SlugTaken) => {
            show(site, id, &choices, Some(Problem::SlugTaken), &headers).await
        }
        Ok(Publishing::Letter) => show(site, id, &choices, Some(Problem::Letter), &headers).await,
        Ok(Publishing::Leaving) => show(site, id, &choices, Some(Problem::Leaving), &headers).await,
        Ok(Publishing::TakenDown) => {
            show(site, id, &choices, Some(Problem::TakenDown), &headers).await
        }
        Ok(Publishing::Profile) => show(site, id, &choices, Some(Problem::Profile), &headers).await,
        Ok(Publishing::Stale(_)) => show(site, id, &choices, Some(Problem::Stale), &headers).await,
        Err(Failure::Missing) => show(site, id, &choices, None, &headers).await,
        Err(Failure::Denied(Denied::Restricted)) => {
            show(site, id, &choices, Some(Problem::Restricted), &headers).await
        }
        Err(failure) => public::unavailable(&failure),
    }
}

/// `POST /share/{id}/unpublish`.
pub(crate) async fn unpublish(
    site: State<Site>,
    id: Result<Path<Uuid>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    let Ok(Path(id)) = id else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Ok(actor) = actor(&site, &headers).await else {
        return show(site, id, &Choices::new(), None, &headers).await;
    };
    match site.service.store.page_unpublish(actor, id).await {
        Ok(pages) => {
            for page in pages {
                public::forget(&site.public, page);
            }
            see_other(&share_path(&id.to_string()))
        }
        Err(failure) => public::unavailable(&failure),
    }
}

/// The page, with what was chosen so far, what is published, and what went wrong.
async fn show(
    State(site): State<Site>,
    id: Uuid,
    choices: &Choices,
    problem: Option<Problem>,
    headers: &HeaderMap,
) -> Response {
    let sharing = match actor(&site, headers).await {
        Ok(actor) => sharing(&site, actor, id, choices, problem, headers).await,
        Err(failure) => Err(failure),
    };
    let (sharing, status) = match sharing {
        Ok(sharing) if problem.is_some() => (Some(sharing), StatusCode::UNPROCESSABLE_ENTITY),
        Ok(sharing) => (Some(sharing), StatusCode::OK),
        // Which of the two it is, is nobody's to know.
        Err(Failure::Missing) => (None, StatusCode::NOT_FOUND),
        Err(failure) => return public::unavailable(&failure),
    };
    let removed = match actor(&site, headers).await {
        Ok(actor) => removed(&site, actor, id).await,
        Err(failure) => Err(failure),
    };
    let removed = match removed {
        Err(Failure::Missing) => Removed::default(),
        Err(failure) => return public::unavailable(&failure),
        Ok(removed) => removed,
    };
    let mut response = crate::pages::share(sharing, removed, &site, headers);
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

async fn sharing(
    site: &Site,
    actor: Actor,
    id: Uuid,
    choices: &Choices,
    problem: Option<Problem>,
    headers: &HeaderMap,
) -> Result<Sharing, Failure> {
    let store = &site.service.store;
    let stored = store.cv_load(actor, Purpose::Publish, id, None).await?;
    let stored = stored.ok_or(Failure::Missing)?;
    let published = store.page_state(actor, id).await?;
    let limits = store.limits(actor).await?;
    // What was chosen in this form, else what is public, else what is usual.
    let redaction = match (value(choices, "slug"), &published) {
        (Some(_), _) => redaction(choices),
        (None, Some(published)) => published.redaction.clone(),
        (None, None) => Redaction::usual(),
    };
    let fields = Redaction::fields()
        .filter(|field| {
            let text = stored.document.basics.text(*field);
            let photo = *field == Field::Image && stored.document.shown().photo().is_some();
            photo || !text.trim().is_empty()
        })
        .map(|field| (field, !redaction.hides(field)))
        .collect();
    let details = store.page_details(actor, &stored.document).await?;
    let details = details
        .into_iter()
        .map(|field| (field, redaction.shows_detail(field)))
        .collect();
    let slug = value(choices, "slug").map(str::to_owned);
    let slug = slug.or_else(|| published.as_ref().map(|published| published.slug.clone()));
    Ok(Sharing {
        id: id.to_string(),
        version: stored.version,
        fields,
        details,
        slug: slug.unwrap_or_else(random_slug),
        address: format!("{}/cv/", origin(site, headers)),
        public: published.map(|published| Public {
            current: published.document_version == stored.version
                && published.redaction == redaction,
            page: published.id.to_string(),
            slug: published.slug,
        }),
        problem: match stored.document.is_letter() {
            true => Some(Problem::Letter),
            false => problem,
        },
        profile: stored.document.kind == cv::Kind::Profile,
        content: !stored.document.is_blank(),
        restricted: limits.standing().restricted,
    })
}

async fn actor(site: &Site, headers: &HeaderMap) -> Result<Actor, Failure> {
    let token = caller::token(headers, site.https.0).ok_or(Failure::Missing)?;
    match site.service.store.session_actor(&token).await? {
        Actor::Visitor => Err(Failure::Missing),
        actor => Ok(actor),
    }
}

/// Everything is hidden that can be and is not ticked.
fn redaction(choices: &Choices) -> Redaction {
    let ticked = |of: &str, field: &str| {
        choices
            .iter()
            .any(|(name, value)| name == of && value == field)
    };
    let mut redaction = Redaction::none();
    for field in Redaction::fields().filter(|field| !ticked("show", field.json())) {
        // Each of them can be hidden: they are the list of those.
        let _ = redaction.hide(field);
    }
    for field in PersonalField::ALL {
        if ticked("detail", field.json()) {
            redaction.show_detail(field);
        }
    }
    redaction
}

fn value<'a>(choices: &'a Choices, name: &str) -> Option<&'a str> {
    choices
        .iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.trim())
}

/// Twelve letters and digits that nobody guesses.
fn random_slug() -> String {
    let bytes = Uuid::new_v4().into_bytes();
    bytes
        .iter()
        .take(12)
        .map(|byte| char::from(b"abcdefghjkmnpqrstuvwxyz23456789"[usize::from(byte % 31)]))
        .collect()
}

/// What people see of us: as configured, else as they have asked.
pub(crate) fn origin(site: &Site, headers: &HeaderMap) -> String {
    if let Some(origin) = &site.origin {
        return origin.to_string();
    }
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    format!("http://{}", host.unwrap_or("localhost"))
}

fn see_other(path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(path) = HeaderValue::from_str(path) {
        response.headers_mut().insert(LOCATION, path);
    }
    response
}

//! Public pages: `/cv/{slug}`, and beside it the same as PDF, text, card, data and
//! picture.
//!
//! All are made of one redacted document, and of nothing else ([`rendered`]). What is
//! under an address is asked of the database; only what was rendered of one version of
//! a page is kept in memory ([`cache`]), and for less than a second which one it is, so
//! that a page that is withdrawn is gone at once from this process, and within that
//! second from every other. One that shows personal details is not kept at all: when
//! consent ends, they are in nobody's memory.

mod cache;
mod paper;
mod rendered;

pub(crate) use cache::SharedCache;
pub(crate) use paper::lacks_room;
pub(crate) use rendered::policy;

use crate::counting;
use crate::locked;
use crate::router::Site;
use app::page::Page as SitePage;
use axum::body::Bytes;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LANGUAGE,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderName, IF_NONE_MATCH, LOCATION, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use backend::{Failure, Found, Page, Slug, Uuid};
use cv::Language;
use futures_util::future::BoxFuture;
use privacy::Actor;
use rendered::{Form, Manner, Rendered, render};
use std::sync::LazyLock;
use std::time::Instant;

pub(crate) const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// Forgets a page in this process. Others find out when they are next asked for it.
pub(crate) fn forget(cache: &SharedCache, id: Uuid) {
    cache::lock(cache).forget(id);
}

/// `GET /cv/{slug}`, with an ending for another form than HTML.
pub(crate) async fn page(
    site: State<Site>,
    path: Result<Path<String>, PathRejection>,
    request: Request,
) -> Response {
    let last = path.map(|Path(last)| last).unwrap_or_default();
    answer(site, &last, None, request).await
}

/// `GET /cv/{slug}/{lang}`: the page in one of the languages that it has.
pub(crate) async fn page_in_language(
    site: State<Site>,
    path: Result<Path<(String, String)>, PathRejection>,
    request: Request,
) -> Response {
    let (slug, last) = path.map(|Path(path)| path).unwrap_or_default();
    let (lang, ending) = last.split_once('.').unwrap_or((&last, ""));
    let slug = match ending {
        "" => slug,
        ending => format!("{slug}.{ending}"),
    };
    answer(site, &slug, Some(lang), request).await
}

async fn answer(site: State<Site>, last: &str, lang: Option<&str>, request: Request) -> Response {
    let (slug, ending) = last.split_once('.').unwrap_or((last, ""));
    let form = Form::ALL.into_iter().find(|form| form.ending() == ending);
    let (Some(slug), Some(form)) = (Slug::parse(slug), form) else {
        return rarely(SitePage::NotFound, site, request).await;
    };
    match find(&site, &slug, form, lang, request.headers()).await {
        Ok(Answer::Rendered(page, rendered)) => {
            if let Some(opening) = form.opening() {
                counting::note(&site, page, opening, &request);
            }
            send(form, rendered, request.headers())
        }
        // What is shown of a link elsewhere says no more than that there is one.
        Ok(Answer::Locked) if form == Form::Picture => neutral(),
        Ok(Answer::Locked) => {
            let status = match form {
                Form::Html => StatusCode::OK,
                _ => StatusCode::FORBIDDEN,
            };
            let path = locked::path(&request);
            locked::ask(&site, &path, None, status, request.headers())
        }
        Ok(Answer::Moved(slug)) => moved(&slug, ending, lang),
        Ok(Answer::Gone) => {
            let mut gone = rarely(SitePage::Gone, site, request).await;
            *gone.status_mut() = StatusCode::GONE;
            gone
        }
        Ok(Answer::Hidden) => {
            let mut hidden = rarely(SitePage::Hidden, site, request).await;
            *hidden.status_mut() = StatusCode::NOT_FOUND;
            hidden
        }
        Ok(Answer::Never) => rarely(SitePage::NotFound, site, request).await,
        Err(failure) => unavailable(&failure),
    }
}

/// A page of the site, apart: what makes it is large, and would be moved with every
/// answer that is in memory already.
fn rarely(page: SitePage, site: State<Site>, request: Request) -> BoxFuture<'static, Response> {
    Box::pin(crate::pages::page(page, site, request))
}

#[expect(
    clippy::large_enum_variant,
    reason = "one is made for each request, and none is kept"
)]
enum Answer {
    Never,
    Gone,
    Hidden,
    /// It has another address now.
    Moved(Slug),
    /// A password opens it, which was not entered.
    Locked,
    Rendered(Page, Rendered),
}

async fn find(
    site: &Site,
    slug: &Slug,
    form: Form,
    lang: Option<&str>,
    headers: &HeaderMap,
) -> Result<Answer, Failure> {
    let lang = match lang.map(Language::from_tag) {
        None => None,
        Some(Some(lang)) => Some(lang),
        Some(None) => return Ok(Answer::Never),
    };
    let what = (form, lang);
    let store = &site.service.store;
    let (writes, asked) = (store.writes(), Instant::now());
    let known = cache::lock(&site.public).known(slug.as_str(), what, writes, asked);
    if let Some((page, rendered)) = known {
        return Ok(Answer::Rendered(page, rendered));
    }
    Box::pin(look_up(site, slug, what, headers, (writes, asked))).await
}

/// What the database says of an address, rendered if it is not yet. `since` is when it
/// was asked, and after how many writes.
async fn look_up(
    site: &Site,
    slug: &Slug,
    what: (Form, Option<Language>),
    headers: &HeaderMap,
    since: (u64, Instant),
) -> Result<Answer, Failure> {
    let (form, lang) = what;
    let (writes, asked) = since;
    let store = &site.service.store;
    let page = match store.page_find(slug).await? {
        Found::Never => return Ok(Answer::Never),
        Found::Gone => return Ok(Answer::Gone),
        Found::Hidden => return Ok(Answer::Hidden),
        Found::Moved(slug) => return Ok(Answer::Moved(slug)),
        Found::Page(page) => page,
    };
    if !locked::is_open(site, page, headers) {
        return Ok(Answer::Locked);
    }
    if form.is_download() && !page.has_downloads() {
        return Ok(Answer::Never);
    }
    let cached = cache::lock(&site.public).get(page, what);
    let rendered = match cached {
        Some(rendered) => rendered,
        None => {
            // Two at a time of what may take tens of megabytes, as for every PDF.
            let place = match form.is_heavy() {
                true => {
                    let place = app::service::pdf::place().await;
                    let busy = || Failure::Refused("too much to render".to_owned());
                    Some(place.ok_or_else(busy)?)
                }
                false => None,
            };
            // Whoever waited may find it done.
            let done = cache::lock(&site.public).get(page, what);
            if let Some(rendered) = done {
                return Ok(Answer::Rendered(page, rendered));
            }
            let shown = match store.page_open_in(Actor::Visitor, page, lang).await {
                Err(Failure::Missing) => return Ok(Answer::Gone),
                Err(Failure::Denied(_)) => return Ok(Answer::Hidden),
                opened => opened?,
            };
            // A page is in the languages that its owner has put into its link.
            let Some(shown) = shown else {
                return Ok(Answer::Never);
            };
            if form == Form::Photo && rendered::photo(&shown).is_none() {
                return Ok(Answer::Never);
            }
            // What somebody may take back at any moment is not remembered.
            let remembered = shown.details.is_empty();
            let slug = slug.clone();
            let manner = Manner {
                origin: site.origin.clone(),
                index: page.is_indexed() && !page.is_locked(),
                files: page.has_downloads(),
                code: page.has_pdf_code(),
                locked: page.is_locked(),
                lang,
            };
            let rendered = tokio::task::spawn_blocking(move || {
                // Held to the end, also when nobody waits for the answer any more.
                let _place = place;
                render(&shown, slug.as_str(), form, &manner)
            })
            .await
            .ok()
            .flatten()
            .ok_or_else(|| Failure::Refused("a page could not be rendered".to_owned()))?;
            if !remembered {
                return Ok(Answer::Rendered(page, rendered));
            }
            cache::lock(&site.public).put(page, what, rendered.clone());
            rendered
        }
    };
    // What everybody may see who knows the address, and not what a password opens.
    if !page.is_locked() {
        cache::lock(&site.public).remember(slug.as_str(), page, writes, asked);
    }
    Ok(Answer::Rendered(page, rendered))
}

/// The picture of a page that is not for everybody.
fn neutral() -> Response {
    // Drawn once.
    static NEUTRAL: LazyLock<Option<Bytes>> =
        LazyLock::new(|| typeset::png::neutral().ok().map(Bytes::from));
    let Some(picture) = NEUTRAL.as_ref() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = picture.clone().into_response();
    let headers = response.headers_mut();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static(Form::Picture.media()),
    );
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(ROBOTS, HeaderValue::from_static("noindex, noarchive"));
    response
}

/// Leads from an address that a link had to the one that it has, in the same form and
/// the same language. For as long as it has that: it may have another one tomorrow.
fn moved(slug: &Slug, ending: &str, lang: Option<&str>) -> Response {
    let mut path = format!("/cv/{}", slug.as_str());
    let lang = lang.and_then(Language::from_tag).map(Language::tag);
    for (between, part) in [("/", lang.unwrap_or_default()), (".", ending)] {
        if !part.is_empty() {
            path.push_str(between);
            path.push_str(part);
        }
    }
    let mut response = StatusCode::PERMANENT_REDIRECT.into_response();
    let headers = response.headers_mut();
    if let Ok(path) = HeaderValue::from_str(&path) {
        headers.insert(LOCATION, path);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(ROBOTS, HeaderValue::from_static("noindex, noarchive"));
    response
}

fn send(form: Form, rendered: Rendered, asked: &HeaderMap) -> Response {
    let unchanged = asked
        .get(IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|known| {
            let etag = rendered.etag.to_str().unwrap_or_default();
            let etag = etag.trim_start_matches("W/");
            known
                .split(',')
                .any(|one| one.trim().trim_start_matches("W/") == etag || one.trim() == "*")
        });
    let (body, encoding) = rendered.body(asked.get(ACCEPT_ENCODING));
    let mut response = if unchanged {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        body.into_response()
    };
    let headers = response.headers_mut();
    if form.is_text() {
        headers.insert(VARY, HeaderValue::from_name(ACCEPT_ENCODING));
    }
    headers.insert(ETAG, rendered.etag);
    // To be kept, and asked for again each time: it may be withdrawn any second.
    // One with a password is kept by nobody: another may sit there tomorrow.
    let kept = match rendered.locked {
        true => "no-store",
        false => "no-cache",
    };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(kept));
    if !rendered.index {
        headers.insert(ROBOTS, HeaderValue::from_static("noindex, noarchive"));
    }
    if let Some(policy) = rendered.policy {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    if !unchanged {
        if let Some(encoding) = encoding {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(form.media()));
        let language = HeaderValue::from_static(rendered.language);
        headers.insert(CONTENT_LANGUAGE, language);
        if let Some(file) = rendered.file {
            headers.insert(CONTENT_DISPOSITION, file);
        }
    }
    response
}

/// What a visitor is told when the store does not answer.
pub(crate) fn unavailable(failure: &Failure) -> Response {
    tracing::error!(%failure, "the store");
    (
        StatusCode::SERVICE_UNAVAILABLE,
        "This cannot be shown just now. Try again in a while.\n",
    )
        .into_response()
}

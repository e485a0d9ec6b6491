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
mod rendered;

pub(crate) use cache::SharedCache;
pub(crate) use rendered::policy;

use crate::router::Site;
use app::page::Page as SitePage;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LANGUAGE,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderName, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use backend::{Failure, Found, Slug, Uuid};
use privacy::Actor;
use rendered::{Form, Manner, Rendered, render};
use std::time::Instant;

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

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
        return crate::pages::page(SitePage::NotFound, site, request).await;
    };
    match find(&site, &slug, form, lang).await {
        Ok(Answer::Rendered(rendered)) => send(form, rendered, request.headers()),
        Ok(Answer::Gone) => {
            let mut gone = crate::pages::page(SitePage::Gone, site, request).await;
            *gone.status_mut() = StatusCode::GONE;
            gone
        }
        Ok(Answer::Hidden) => {
            let mut hidden = crate::pages::page(SitePage::Hidden, site, request).await;
            *hidden.status_mut() = StatusCode::NOT_FOUND;
            hidden
        }
        Ok(Answer::Never) => crate::pages::page(SitePage::NotFound, site, request).await,
        Err(failure) => unavailable(&failure),
    }
}

enum Answer {
    Never,
    Gone,
    Hidden,
    Rendered(Rendered),
}

async fn find(site: &Site, slug: &Slug, form: Form, lang: Option<&str>) -> Result<Answer, Failure> {
    let store = &site.service.store;
    let (writes, asked) = (store.writes(), Instant::now());
    let known = cache::lock(&site.public).known(slug.as_str(), form, writes, asked);
    if let Some(rendered) = known {
        return Ok(in_language(rendered, lang));
    }
    let page = match store.page_find(slug).await? {
        Found::Never => return Ok(Answer::Never),
        Found::Gone => return Ok(Answer::Gone),
        Found::Hidden => return Ok(Answer::Hidden),
        Found::Page(page) => page,
    };
    let cached = cache::lock(&site.public).get(page, form);
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
            let done = cache::lock(&site.public).get(page, form);
            if let Some(rendered) = done {
                return Ok(in_language(rendered, lang));
            }
            let shown = match store.page_open(Actor::Visitor, page).await {
                Err(Failure::Missing) => return Ok(Answer::Gone),
                Err(Failure::Denied(_)) => return Ok(Answer::Hidden),
                opened => opened?,
            };
            if form == Form::Photo && rendered::photo(&shown).is_none() {
                return Ok(Answer::Never);
            }
            // What somebody may take back at any moment is not remembered.
            let remembered = shown.details.is_empty();
            let slug = slug.clone();
            let manner = Manner {
                origin: site.origin.clone(),
                index: false,
                pdf: true,
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
                return Ok(in_language(rendered, lang));
            }
            cache::lock(&site.public).put(page, form, rendered.clone());
            rendered
        }
    };
    // What everybody may see who knows the address. A page that asks something of
    // whoever comes must never get here.
    cache::lock(&site.public).remember(slug.as_str(), page, writes, asked);
    Ok(in_language(rendered, lang))
}

/// A page has one language. Asked for in another, there is none.
fn in_language(rendered: Rendered, lang: Option<&str>) -> Answer {
    match lang {
        Some(lang) if lang != rendered.language => Answer::Never,
        _ => Answer::Rendered(rendered),
    }
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
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
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

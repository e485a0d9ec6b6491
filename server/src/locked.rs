//! Pages with a password: the form that asks for it, and the pass that whoever
//! entered it has. It works without an account and without a script.
//!
//! A pass is in a cookie that goes when the browser is closed; a few of them stand in
//! it side by side. A wrong password takes as long as a right one, and so many tries
//! are taken of one page and from one address.

use crate::router::Site;
use crate::{pages, public, rate};
use app::page::Page as SitePage;
use app::pages::share::{Locked, Wrong};
use app::service::caller::{self, Peer};
use app::service::limits::What;
use axum::Extension;
use axum::Form;
use axum::extract::rejection::{FormRejection, PathRejection};
use axum::extract::{Path, Request, State};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use backend::{Failure, Found, Page, Slug};
use serde::Deserialize;

/// Passes that a browser keeps: more pages are hardly open at once.
const PASSES: usize = 4;
/// Between two of them.
const BETWEEN: char = '.';

#[derive(Deserialize)]
pub(crate) struct Entered {
    password: String,
}

/// Whether whoever asks may see a page.
pub(crate) fn is_open(site: &Site, page: Page, headers: &HeaderMap) -> bool {
    let store = &site.service.store;
    !page.is_locked() || passes(site, headers).any(|pass| store.page_is_opened_by(page, pass))
}

fn passes<'a>(site: &Site, headers: &'a HeaderMap) -> impl Iterator<Item = &'a str> {
    let cookie = caller::passes(headers, site.https.0).unwrap_or_default();
    cookie.split(BETWEEN).take(PASSES)
}

/// The form. Whoever asks for a file gets it with a status that no program takes for
/// the file.
pub(crate) fn ask(
    site: &Site,
    path: &str,
    wrong: Option<Wrong>,
    status: StatusCode,
    headers: &HeaderMap,
) -> Response {
    let locked = Locked {
        path: path.to_owned(),
        picture: picture(site, path),
        wrong,
    };
    let mut response = pages::locked(locked, site, headers);
    *response.status_mut() = status;
    response
}

/// Where the picture of a page is, which without the password is nobody's.
fn picture(site: &Site, path: &str) -> Option<String> {
    let origin = site.origin.as_deref()?;
    let rest = path.strip_prefix("/cv/")?;
    let slug = Slug::parse(rest.split(['/', '.']).next()?)?;
    Some(format!("{origin}/cv/{}.png", slug.as_str()))
}

/// `POST /cv/{slug}`, with an ending for another form than HTML.
pub(crate) async fn unlock(
    site: State<Site>,
    path: Result<Path<String>, PathRejection>,
    peer: Extension<Peer>,
    headers: HeaderMap,
    form: Result<Form<Entered>, FormRejection>,
) -> Response {
    let last = path.map(|Path(last)| last).unwrap_or_default();
    let (slug, _) = last.split_once('.').unwrap_or((&last, ""));
    try_password(&site, slug, &last, peer, headers, form).await
}

/// `POST /cv/{slug}/{lang}`
pub(crate) async fn unlock_in_language(
    site: State<Site>,
    path: Result<Path<(String, String)>, PathRejection>,
    peer: Extension<Peer>,
    headers: HeaderMap,
    form: Result<Form<Entered>, FormRejection>,
) -> Response {
    let (slug, lang) = path.map(|Path(path)| path).unwrap_or_default();
    let last = format!("{slug}/{lang}");
    try_password(&site, &slug, &last, peer, headers, form).await
}

async fn try_password(
    site: &State<Site>,
    slug: &str,
    last: &str,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
    form: Result<Form<Entered>, FormRejection>,
) -> Response {
    let Some(slug) = Slug::parse(slug) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(Form(entered)) = form else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    if let Err(answer) = rate::take(What::LinkPassword, peer, site, &headers) {
        return *answer;
    }
    let store = &site.service.store;
    let path = format!("/cv/{last}");
    let page = match store.page_find(&slug).await {
        Ok(Found::Page(page)) if page.is_locked() => page,
        // Whatever is there says it itself.
        Ok(_) => return see_other(&path),
        Err(failure) => return public::unavailable(&failure),
    };
    // Of the page, and not of the address: it may have had several.
    let limits = &site.service.limits;
    let name = page.id().into_bytes();
    if let Err(wait) = limits.take_account(What::LinkPassword, &name) {
        return pages::too_many(wait, site, &headers);
    }
    match store.page_unlock(page, &entered.password).await {
        Ok(Some(pass)) => {
            limits.forgive_account(What::LinkPassword, &name);
            let mut response = see_other(&path);
            // Those of pages that it does not open.
            let others = passes(site, &headers)
                .filter(|pass| is_pass(pass) && !store.page_is_opened_by(page, pass));
            let mut all = vec![pass.as_str()];
            all.extend(others.take(PASSES - 1));
            let all = all.join(&BETWEEN.to_string());
            let cookie = caller::pass_cookie(&all, site.https.0);
            if let Ok(cookie) = HeaderValue::from_str(&cookie) {
                response.headers_mut().append(SET_COOKIE, cookie);
            }
            response
        }
        Ok(None) => {
            let status = StatusCode::FORBIDDEN;
            ask(site, &path, Some(Wrong::Password), status, &headers)
        }
        // It was changed at this moment.
        Err(Failure::Missing) => see_other(&path),
        Err(failure) => public::unavailable(&failure),
    }
}

/// What may be one: nothing else is given back in a cookie.
fn is_pass(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_hexdigit() || byte == b'-';
    (66..=96).contains(&text.len()) && text.bytes().all(fits)
}

/// The path, as it was asked for: small letters, digits, hyphens and a full stop, or
/// the page is another's to show.
fn see_other(path: &str) -> Response {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'/');
    let path = match path.bytes().all(fits) {
        true => path,
        false => SitePage::Landing.path(),
    };
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(path) = HeaderValue::from_str(path) {
        response.headers_mut().insert(LOCATION, path);
    }
    response
}

/// The path of a request, for the form that it gets.
pub(crate) fn path(request: &Request) -> String {
    request.uri().path().to_owned()
}

//! The two forms of plain pages, which work without any script: choosing the
//! language, and removing everything that the browser stores for the site.
//!
//! Both change something, so both are POST requests and pass [`crate::guard`].

use crate::headers::Https;
use crate::pages;
use crate::router::Site;
use app::language::{COOKIE, Lang};
use app::page::{Page, share_path};
use app::service::caller;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Request, State};
use axum::http::header::{HOST, HeaderName, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use privacy::{Retention, Stored};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Choice {
    lang: String,
    /// The path of the page that the form stood on.
    to: String,
}

/// `POST /language`: remembers the language in a cookie and shows the page again.
pub(crate) async fn language(
    site: State<Site>,
    choice: Result<Form<Choice>, FormRejection>,
) -> Response {
    let choice = choice.ok().map(|Form(choice)| choice);
    let Some((lang, choice)) =
        choice.and_then(|choice| Some((Lang::from_tag(&choice.lang)?, choice)))
    else {
        let refusal = "There is no such language here. Go back and choose another.\n";
        return (StatusCode::BAD_REQUEST, refusal).into_response();
    };
    // Only to a page of ours: an address in a form is anybody's to write.
    let known = Page::ALL.iter().any(|page| page.path() == choice.to);
    let shared = choice.to.strip_prefix(&share_path(""));
    let shared = shared.is_some_and(|id| id.parse::<backend::Uuid>().is_ok());
    let path = match known || shared {
        true => choice.to.as_str(),
        false => Page::Landing.path(),
    };
    let Ok(location) = HeaderValue::from_str(path) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let secure = if site.https.0 { "; Secure" } else { "" };
    let age = match privacy::inventory::stored(Stored::Lang).retention {
        Retention::Days(days) | Retention::Unused(days) => {
            format!("; Max-Age={}", u32::from(days.get()) * 24 * 60 * 60)
        }
        Retention::Until(_) => String::new(),
    };
    let cookie = format!(
        "{COOKIE}={}; Path=/; SameSite=Lax; HttpOnly{age}{secure}",
        lang.tag()
    );
    let mut response = StatusCode::SEE_OTHER.into_response();
    response.headers_mut().insert(LOCATION, location);
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}

/// `POST /storage/erase`: has the browser remove all that it stores for the site.
pub(crate) async fn erase(site: State<Site>, request: Request) -> Response {
    if !obeys(request.headers(), site.https) {
        return pages::page(Page::NotErased, site, request).await;
    }
    let mut response = pages::page(Page::Erased, site, request).await;
    clear(response.headers_mut());
    response
}

/// Has the browser remove all that it stores for the site, where it obeys.
pub(crate) fn clear(headers: &mut HeaderMap) {
    headers.insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cookies\", \"storage\""),
    );
}

/// Browsers take `Clear-Site-Data` only from an origin that they trust: HTTPS, or
/// the machine itself.
pub(crate) fn obeys(headers: &HeaderMap, https: Https) -> bool {
    let host = headers
        .get(HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or("");
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    https.0 || ["localhost", "127.0.0.1", "[::1]"].contains(&name)
}

/// `POST /shared`: that others use this computer too, or (without `shared=on`) that
/// they do not. From the next page on nothing is stored in it.
pub(crate) async fn shared(
    site: State<Site>,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    let Ok(Form(form)) = form else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let shared = form.contains(&("shared".to_owned(), "on".to_owned()));
    let cookie = match shared {
        true => caller::shared_cookie(site.https.0),
        false => caller::not_shared(site.https.0),
    };
    let Ok(cookie) = HeaderValue::from_str(&cookie) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let location = HeaderValue::from_static(Page::Edit.path());
    (
        StatusCode::SEE_OTHER,
        [(LOCATION, location), (SET_COOKIE, cookie)],
    )
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::obeys;
    use crate::headers::Https;
    use axum::http::{HeaderMap, HeaderValue, header::HOST};

    #[test]
    fn only_trusted_origins_can_clear_a_browser() {
        let from =
            |host: &'static str| HeaderMap::from_iter([(HOST, HeaderValue::from_static(host))]);
        for host in ["localhost", "localhost:3000", "127.0.0.1:80", "[::1]:3000"] {
            assert!(obeys(&from(host), Https(false)), "{host}");
        }
        for host in ["192.168.1.7:3000", "localhost.example", "merit.example"] {
            assert!(!obeys(&from(host), Https(false)), "{host}");
            assert!(obeys(&from(host), Https(true)), "{host}");
        }
    }
}

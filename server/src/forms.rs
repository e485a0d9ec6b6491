//! The forms of plain pages, which work without any script: choosing the language,
//! answering about optional storage, and removing everything that the browser stores
//! for the site.
//!
//! All change something, so all are POST requests and pass [`crate::guard`].

use crate::headers::Https;
use crate::pages;
use crate::router::Site;
use crate::visit;
use app::language::{COOKIE, Lang};
use app::page::{Page, report_path, share_path, statistics_path, terms_path, versions_path};
use app::pages::optional;
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
    let path = ours(&choice.to);
    let Ok(location) = HeaderValue::from_str(&path) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let secure = if site.https.0 { "; Secure" } else { "" };
    let age = max_age(Stored::Lang);
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

/// The path that a form names, if it is a page of ours, else the start page: an
/// address in a form is anybody's to write.
fn ours(to: &str) -> String {
    let known = Page::ALL.iter().any(|page| page.path() == to);
    let shared = to.strip_prefix(&share_path(""));
    let is_id = |text: &str| text.parse::<backend::Uuid>().is_ok();
    let shared = shared.is_some_and(|rest| match rest.split_once('/') {
        Some((id, link)) => is_id(id) && (link == "new" || is_id(link)),
        None => is_id(rest),
    });
    let locked = to.strip_prefix("/cv/");
    let locked = locked.is_some_and(|slug| backend::Slug::parse(slug).is_some());
    let terms = to.strip_prefix(&terms_path(""));
    let terms =
        terms.is_some_and(|hash| hash.len() == 64 && hash.bytes().all(|c| c.is_ascii_hexdigit()));
    let id = to.split('/').nth(2).unwrap_or_default();
    let versions = to == Page::Versions.path()
        || (id.parse::<backend::Uuid>().is_ok() && to == versions_path(id));
    let page = to.split('/').nth(3).unwrap_or_default();
    let statistics = [id, page]
        .iter()
        .all(|id| id.parse::<backend::Uuid>().is_ok())
        && to == statistics_path(id, page);
    let report = backend::Slug::parse(id).is_some_and(|slug| to == report_path(slug.as_str()));
    match known || shared || locked || terms || versions || statistics || report {
        true => to.to_owned(),
        false => Page::Landing.path().to_owned(),
    }
}

/// How long a cookie is kept, as the inventory says.
fn max_age(stored: Stored) -> String {
    match privacy::inventory::stored(stored).retention {
        Retention::Days(days) | Retention::Unused(days) => {
            format!("; Max-Age={}", u32::from(days.get()) * 24 * 60 * 60)
        }
        Retention::Until(_) => String::new(),
    }
}

/// What the editor sets the cookie of the last template with.
pub(crate) fn template_attributes(https: bool) -> String {
    let secure = if https { "; Secure" } else { "" };
    format!("Path=/; SameSite=Lax{}{secure}", max_age(Stored::Template))
}

/// Takes that cookie away.
pub(crate) fn no_template(https: bool) -> String {
    let secure = if https { "; Secure" } else { "" };
    let name = Stored::Template.name();
    format!("{name}=; Path=/; SameSite=Lax; Max-Age=0{secure}")
}

#[derive(Deserialize)]
pub(crate) struct Answered {
    answer: String,
    /// The path of the page that the form stood on.
    to: String,
}

/// `POST /storage/optional`: yes or no to what is optional. A no takes away what a yes
/// has let be stored. On a computer that is to keep nothing the answer is not kept
/// either.
pub(crate) async fn optional(
    site: State<Site>,
    headers: HeaderMap,
    answered: Result<Form<Answered>, FormRejection>,
) -> Response {
    let Ok(Form(answered)) = answered else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let answer = match answered.answer.as_str() {
        optional::YES => optional::YES,
        optional::NO => optional::NO,
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    let secure = if site.https.0 { "; Secure" } else { "" };
    let (name, age) = (Stored::Answer.name(), max_age(Stored::Answer));
    // An editor that is open in another tab reads it before it stores anything.
    let kept = format!("{name}={answer}; Path=/; SameSite=Lax{age}{secure}");
    let gone = no_template(site.https.0);
    let shared = caller::is_shared(&headers);
    let cookies = [
        (!shared).then_some(kept),
        (answer == optional::NO || shared).then_some(gone),
    ];
    let mut response = visit::see_other(&ours(&answered.to));
    for cookie in cookies.into_iter().flatten() {
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
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

//! Counting how often public pages are opened (`backend::Opening`): what is counted
//! as what, and the job that writes it.
//!
//! The agent's name is looked at, against a list of words, and forgotten: neither it
//! nor the address, the referring page or anything else of a request is kept.
//! Whose browser sends Global Privacy Control is not counted at all.

use std::time::Duration;

use app::service::caller;
use axum::extract::Request;
use axum::http::header::USER_AGENT;
use axum::http::{HeaderMap, Method};
use backend::{Opening, Page, Store};
use tokio::sync::watch;

use crate::gpc;
use crate::router::Site;

/// How often what was noted is written.
const EVERY: Duration = Duration::from_secs(3);

/// What browsers of people call themselves first, the graphical ones for historical
/// reasons all alike.
const BROWSERS: [&str; 8] = [
    "Mozilla/", "Opera/", "Lynx/", "w3m/", "Links ", "ELinks/", "Dillo/", "NetSurf/",
];

/// What only programs have in their names, in small letters: search engines, readers of
/// feeds, and those that fetch a page to show a preview of its link. The apps of such
/// services, in which people open pages, have none of these.
const PROGRAMS: [&str; 29] = [
    "bot",
    "crawl",
    "spider",
    "slurp",
    "facebookexternalhit",
    "facebookcatalog",
    "meta-externalagent",
    "externalfetcher",
    "preview",
    "whatsapp/",
    "slack-imgproxy",
    "embedly",
    "vkshare",
    "headless",
    "lighthouse",
    "pagespeed",
    "google-read-aloud",
    "google-inspectiontool",
    "mediapartners",
    "apis-google",
    "feedfetcher",
    "monitor",
    "uptime",
    "pingdom",
    "archive",
    "scrapy",
    "validator",
    "safebrowsing",
    "phantomjs",
];

/// A maker of telephones whose name looks like a program's.
const NO_PROGRAM: &str = "cubot";

/// Notes that a page was opened, if it is to be counted. Writes nothing, and asks
/// nobody.
pub(crate) fn note(site: &Site, page: Page, opening: Opening, request: &Request) {
    let headers = request.headers();
    if gpc::sent(headers) {
        return;
    }
    let store = &site.service.store;
    match request.method() != Method::GET || is_fetched_ahead(headers) || is_program(headers) {
        true => store.page_opened(page, Opening::Bot, None),
        false => {
            let session = caller::token(headers, site.https.0);
            store.page_opened(page, opening, session.as_ref());
        }
    }
}

/// Whether a browser asks before anybody has wanted to see it, or to draw a picture of
/// the page.
fn is_fetched_ahead(headers: &HeaderMap) -> bool {
    let names = ["sec-purpose", "purpose", "x-purpose", "x-moz"];
    names.iter().any(|name| {
        let value = headers.get(*name).and_then(|value| value.to_str().ok());
        value.is_some_and(|value| {
            let value = value.to_ascii_lowercase();
            ["prefetch", "prerender", "preview"]
                .iter()
                .any(|word| value.contains(word))
        })
    })
}

/// Whether an agent is no browser of somebody's, as far as it says itself.
fn is_program(headers: &HeaderMap) -> bool {
    let agent = headers
        .get(USER_AGENT)
        .and_then(|value| value.to_str().ok());
    let agent = agent.unwrap_or_default();
    if !BROWSERS.iter().any(|name| agent.starts_with(name)) {
        return true;
    }
    let agent = agent.to_ascii_lowercase().replace(NO_PROGRAM, "");
    PROGRAMS.iter().any(|word| agent.contains(word))
}

/// Writes what was noted, every few seconds and once more when the server ends.
pub(crate) async fn write(store: Store, mut stop: watch::Receiver<()>) {
    let mut well = true;
    loop {
        let over = tokio::select! {
            () = tokio::time::sleep(EVERY) => false,
            // Where the database does not answer, to ask sooner does not help.
            () = store.openings_full(), if well => false,
            _ = stop.changed() => true,
        };
        let written = store.openings_write().await;
        well = written.is_ok();
        if let Err(failure) = written {
            tracing::error!(%failure, "what was counted of public pages is not written yet");
        }
        if over {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::header::USER_AGENT;
    use axum::http::{HeaderMap, HeaderValue};

    use super::{is_fetched_ahead, is_program};

    fn agent(text: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(USER_AGENT, HeaderValue::from_static(text))])
    }

    #[test]
    fn people_are_told_from_programs_by_the_name_that_they_give() {
        for person in [
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Mozilla/5.0 (Linux; Android 12; CUBOT X70) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [LinkedInApp]/9.30",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Twitter for iPhone/11.5",
            "Lynx/2.9.0dev.12 libwww-FM/2.14SSL-MM/1.4.1",
        ] {
            assert!(!is_program(&agent(person)), "{person}");
        }
        for program in [
            "",
            "curl/8.5.0",
            "python-requests/2.32",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/116.0 Safari/537.36",
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
            "Mozilla/5.0 (Windows NT 10.0) SkypeUriPreview Preview/0.5",
            "WhatsApp/2.23.20.0 A",
            "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
            "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient)",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0.0.0 Safari/537.36",
        ] {
            assert!(is_program(&agent(program)), "{program}");
        }
        assert!(is_program(&HeaderMap::new()), "no name at all");
    }

    #[test]
    fn what_is_fetched_before_anybody_looks_is_known() {
        for (name, value) in [
            ("sec-purpose", "prefetch;prerender"),
            ("purpose", "prefetch"),
            ("x-purpose", "preview"),
            ("x-moz", "Prefetch"),
        ] {
            let mut headers = HeaderMap::new();
            assert!(!is_fetched_ahead(&headers));
            headers.insert(name, HeaderValue::from_static(value));
            assert!(is_fetched_ahead(&headers), "{name}: {value}");
        }
    }
}

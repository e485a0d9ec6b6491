//! Public pages: `/cv/{slug}`, and beside it the same as PDF, text, card and data.
//!
//! All are made of one redacted document, and of nothing else. What is
//! under an address is asked of the database for every request; only what was
//! rendered of one version of a page is kept in memory, so that a page that is
//! withdrawn is gone at once, from every process. One that shows personal details
//! is not kept at all: when consent ends, they are in nobody's memory.

use crate::router::Site;
use app::page::Page as SitePage;
use axum::body::Bytes;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    ETAG, HeaderName, IF_NONE_MATCH,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use backend::{Failure, Found, Page, Shown, Slug, Uuid};
use privacy::Actor;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};
use texts::{Lang, cases};
use typeset::exports;
use typeset::html::{self, Links, Named};

/// What is kept in memory of rendered pages.
const CACHE_BYTES: usize = 24 * 1024 * 1024;

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// In which form a page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Form {
    Html,
    Pdf,
    Json,
    Text,
    Vcard,
}

impl Form {
    const ALL: [Form; 5] = [Form::Html, Form::Pdf, Form::Json, Form::Text, Form::Vcard];

    /// What the address ends with, after the full stop.
    const fn ending(self) -> &'static str {
        match self {
            Form::Html => "",
            Form::Pdf => "pdf",
            Form::Json => "json",
            Form::Text => "txt",
            Form::Vcard => "vcf",
        }
    }

    const fn media(self) -> &'static str {
        match self {
            Form::Html => "text/html; charset=utf-8",
            Form::Pdf => "application/pdf",
            Form::Json => "application/json",
            Form::Text => "text/plain; charset=utf-8",
            Form::Vcard => "text/vcard; charset=utf-8",
        }
    }
}

/// A page in one form, ready to be sent.
#[derive(Clone)]
struct Rendered {
    body: Bytes,
    etag: HeaderValue,
    language: &'static str,
    /// The policy of a page, which names the one style that it has.
    policy: Option<HeaderValue>,
    /// The name that a download has.
    file: Option<HeaderValue>,
}

/// Rendered pages: each in its newest version, the oldest first to go.
#[derive(Default)]
pub(crate) struct Cache {
    rendered: HashMap<(Uuid, Form), (i64, Rendered)>,
    bytes: usize,
}

impl Cache {
    fn get(&self, page: Page, form: Form) -> Option<Rendered> {
        self.rendered
            .get(&(page.id(), form))
            .filter(|(version, _)| *version == page.version())
            .map(|(_, rendered)| rendered.clone())
    }

    fn put(&mut self, page: Page, form: Form, rendered: Rendered) {
        if rendered.body.len() > CACHE_BYTES / 4 {
            return;
        }
        if self.bytes + rendered.body.len() > CACHE_BYTES {
            self.rendered.clear();
            self.bytes = 0;
        }
        self.bytes += rendered.body.len();
        let old = self
            .rendered
            .insert((page.id(), form), (page.version(), rendered));
        if let Some((_, old)) = old {
            self.bytes -= old.body.len();
        }
    }

    /// Forgets what was rendered of a page that is gone. Its bytes are somebody's.
    fn forget(&mut self, id: Uuid) {
        for form in Form::ALL {
            if let Some((_, old)) = self.rendered.remove(&(id, form)) {
                self.bytes -= old.body.len();
            }
        }
    }
}

pub(crate) type SharedCache = Arc<Mutex<Cache>>;

/// Forgets a page in this process. Others find out when they are next asked for it.
pub(crate) fn forget(cache: &SharedCache, id: Uuid) {
    cache
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .forget(id);
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
    let page = match store.page_find(slug).await? {
        Found::Never => return Ok(Answer::Never),
        Found::Gone => return Ok(Answer::Gone),
        Found::Hidden => return Ok(Answer::Hidden),
        Found::Page(page) => page,
    };
    let cached = site
        .public
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .get(page, form);
    let rendered = match cached {
        Some(rendered) => rendered,
        None => {
            // Two at a time, as for every PDF: each may take tens of megabytes.
            // Whoever waited may find it done.
            let place = app::service::pdf::place().await;
            let place = place.ok_or_else(|| Failure::Refused("too much to render".to_owned()))?;
            let done = site
                .public
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .get(page, form);
            if let Some(rendered) = done {
                return Ok(in_language(rendered, lang));
            }
            let shown = match store.page_open(Actor::Visitor, page).await {
                Err(Failure::Missing) => return Ok(Answer::Gone),
                Err(Failure::Denied(_)) => return Ok(Answer::Hidden),
                opened => opened?,
            };
            // What somebody may take back at any moment is not remembered.
            let remembered = shown.details.is_empty();
            let slug = slug.clone();
            let rendered = tokio::task::spawn_blocking(move || {
                // Held to the end, also when nobody waits for the answer any more.
                let _place = place;
                render(&shown, &slug, form)
            })
            .await
            .ok()
            .flatten()
            .ok_or_else(|| Failure::Refused("a page could not be rendered".to_owned()))?;
            if remembered {
                site.public
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .put(page, form, rendered.clone());
            }
            rendered
        }
    };
    Ok(in_language(rendered, lang))
}

/// A page has one language. Asked for in another, there is none.
fn in_language(rendered: Rendered, lang: Option<&str>) -> Answer {
    match lang {
        Some(lang) if lang != rendered.language => Answer::Never,
        _ => Answer::Rendered(rendered),
    }
}

fn render(shown: &Shown, slug: &Slug, form: Form) -> Option<Rendered> {
    let document = &shown.document;
    let slug = slug.as_str();
    let photo = shown.photo.as_deref();
    let (body, policy) = match form {
        Form::Html => {
            let beside = |form: Form| format!("/cv/{slug}.{}", form.ending());
            let (pdf, json) = (beside(Form::Pdf), beside(Form::Json));
            let (vcard, text) = (beside(Form::Vcard), beside(Form::Text));
            let photo = photo.map(app::service::photo::address);
            // In the language of the page, if the site speaks it.
            let lang = Lang::from_tag(document.language.tag()).unwrap_or(Lang::En);
            let ask = format!("{}?page={slug}", SitePage::Rights.path());
            let page = html::page(
                shown.shown(),
                &Links {
                    pdf: Some(&pdf),
                    json: Some(&json),
                    vcard: Some(&vcard),
                    text: Some(&text),
                    photo: photo.as_deref(),
                    home: Some(SitePage::Landing.path()),
                    named: Some(Named {
                        address: &ask,
                        words: cases::named_here(lang),
                        lang: lang.tag(),
                    }),
                    index: false,
                },
            );
            let policy = policy(&page.style_sha256, "'none'")?;
            (page.html.into_bytes(), Some(policy))
        }
        Form::Pdf => {
            let pdf = app::service::pdf::file(shown.shown(), photo)?;
            (pdf, None)
        }
        Form::Json => {
            let json = cv::export_shown(shown.shown()).json;
            (json.into_bytes(), None)
        }
        Form::Text => {
            let text = exports::named("text")?.write(shown.shown(), None);
            (text, None)
        }
        Form::Vcard => (exports::VCARD.write(shown.shown(), photo), None),
    };
    let file = match form {
        Form::Html => None,
        other => {
            let file = format!("inline; filename=\"{slug}.{}\"", other.ending());
            Some(HeaderValue::from_str(&file).ok()?)
        }
    };
    let mut etag = String::from("\"");
    for byte in &Sha256::digest(&body)[..16] {
        // Writing to a string does not fail.
        let _ = write!(etag, "{byte:02x}");
    }
    etag.push('"');
    Some(Rendered {
        body: body.into(),
        etag: HeaderValue::from_str(&etag).ok()?,
        language: document.language.tag(),
        policy,
        file,
    })
}

/// The policy of a public page: no script at all, its one style, our fonts.
/// `ancestors` is who may show it in a frame.
pub(crate) fn policy(style_sha256: &str, ancestors: &str) -> Option<HeaderValue> {
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{style_sha256}'; font-src 'self'; \
         img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}"
    );
    HeaderValue::from_str(&policy).ok()
}

fn send(form: Form, rendered: Rendered, asked: &HeaderMap) -> Response {
    let unchanged = asked
        .get(IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|known| {
            let etag = rendered.etag.to_str().unwrap_or_default();
            known
                .split(',')
                .any(|one| one.trim().trim_start_matches("W/") == etag || one.trim() == "*")
        });
    let mut response = if unchanged {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        rendered.body.into_response()
    };
    let headers = response.headers_mut();
    headers.insert(ETAG, rendered.etag);
    // To be kept, and asked for again each time: it may be withdrawn any second.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(ROBOTS, HeaderValue::from_static("noindex, noarchive"));
    if let Some(policy) = rendered.policy {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    if !unchanged {
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

//! `/dev/mail`: the mailbox of development, for whoever tries Merit out. These
//! addresses exist only there. Plain pages in English, as all that is the
//! operator's.

use super::compose::escaped;
use super::mailbox::Mailbox;
use crate::headers::FRAMING;
use crate::router::Site;
use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_FRAME_OPTIONS};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use mail_parser::{Message, MessageParser};
use std::sync::Arc;

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");
/// For a letter's HTML: it may look as it likes and do nothing.
const LETTER: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'self'; sandbox allow-popups allow-top-navigation-by-user-activation",
);

type Name = Result<Path<String>, PathRejection>;

/// The routes, to be merged with those of the site.
pub(crate) fn routes(mailbox: Arc<Mailbox>) -> Router<Site> {
    Router::new()
        .route("/dev/mail", get(list))
        .route("/dev/mail/{name}", get(letter))
        .route("/dev/mail/{name}/html", get(html))
        .route("/dev/mail/{name}/source", get(source))
        .with_state(mailbox)
}

/// `GET /dev/mail`.
async fn list(State(mailbox): State<Arc<Mailbox>>) -> Response {
    let names = match mailbox.names() {
        Ok(names) => names,
        Err(error) => return unreadable(&error),
    };
    let mut rows = String::new();
    for name in &names {
        let Ok(Some(source)) = mailbox.get(name) else {
            // Its time was over since.
            continue;
        };
        let Some(message) = MessageParser::default().parse(&source) else {
            continue;
        };
        rows.push_str(&format!(
            "<tr><td>{}</td><td>{}</td><td><a href=\"/dev/mail/{name}\">{}</a></td></tr>\n",
            escaped(&date(&message)),
            escaped(&to(&message)),
            escaped(message.subject().unwrap_or("(no subject)")),
            name = escaped(name),
        ));
    }
    let body = match rows.is_empty() {
        true => "<p>No letter was sent yet.</p>".to_owned(),
        false => format!(
            "<table><thead><tr><th>Sent</th><th>To</th><th>Subject</th></tr></thead>\n\
             <tbody>\n{rows}</tbody></table>"
        ),
    };
    page(
        "Mail",
        &format!(
            "<p>What Merit would have sent, had it a mail server. This page is there in development alone.</p>\n{body}"
        ),
    )
}

/// `GET /dev/mail/{name}`: a letter in both forms, and its links, which cannot be
/// followed inside the frame.
async fn letter(State(mailbox): State<Arc<Mailbox>>, name: Name) -> Response {
    let (name, source) = match find(&mailbox, name) {
        Ok(found) => found,
        Err(response) => return response,
    };
    let Some(message) = MessageParser::default().parse(&source) else {
        return missing();
    };
    let name = escaped(&name);
    let text = message.body_text(0).unwrap_or_default();
    let links: String = text
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("http://") || line.starts_with("https://"))
        .map(|link| {
            format!(
                "<li><a href=\"{link}\">{link}</a></li>\n",
                link = escaped(link)
            )
        })
        .collect();
    let subject = message.subject().unwrap_or("(no subject)");
    let body = format!(
        "<p><a href=\"/dev/mail\">All letters</a></p>\n\
         <dl><dt>To</dt><dd>{to}</dd><dt>From</dt><dd>{from}</dd><dt>Sent</dt><dd>{date}</dd></dl>\n\
         <h2>Links</h2>\n<ul>\n{links}</ul>\n\
         <h2>HTML</h2>\n<p><a href=\"/dev/mail/{name}/html\">On a page of its own</a></p>\n\
         <iframe src=\"/dev/mail/{name}/html\" title=\"The letter\" width=\"640\" height=\"520\" \
         sandbox=\"allow-popups\"></iframe>\n\
         <h2>Text</h2>\n<pre>{text}</pre>\n\
         <p><a href=\"/dev/mail/{name}/source\">Source</a></p>",
        to = escaped(&to(&message)),
        from = escaped(&from(&message)),
        date = escaped(&date(&message)),
        text = escaped(&text),
    );
    page(subject, &body)
}

/// `GET /dev/mail/{name}/html`.
async fn html(State(mailbox): State<Arc<Mailbox>>, name: Name) -> Response {
    let source = match find(&mailbox, name) {
        Ok((_, source)) => source,
        Err(response) => return response,
    };
    let message = MessageParser::default().parse(&source);
    let Some(html) = message.as_ref().and_then(|message| message.body_html(0)) else {
        return missing();
    };
    let mut response = html.into_owned().into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HTML);
    headers.insert(CONTENT_SECURITY_POLICY, LETTER);
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
    response
}

/// `GET /dev/mail/{name}/source`.
async fn source(State(mailbox): State<Arc<Mailbox>>, name: Name) -> Response {
    match find(&mailbox, name) {
        Ok((_, source)) => ([(CONTENT_TYPE, TEXT)], source).into_response(),
        Err(response) => response,
    }
}

#[expect(
    clippy::result_large_err,
    reason = "an answer is as large as an answer is"
)]
fn find(mailbox: &Mailbox, name: Name) -> Result<(String, Vec<u8>), Response> {
    let Ok(Path(name)) = name else {
        return Err(missing());
    };
    match mailbox.get(&name) {
        Ok(Some(source)) => Ok((name, source)),
        Ok(None) => Err(missing()),
        Err(error) => Err(unreadable(&error)),
    }
}

fn page(title: &str, body: &str) -> Response {
    let title = escaped(title);
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title></head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    );
    let policy = HeaderValue::from_static(FRAMING);
    (
        [(CONTENT_TYPE, HTML), (CONTENT_SECURITY_POLICY, policy)],
        html,
    )
        .into_response()
}

fn missing() -> Response {
    (StatusCode::NOT_FOUND, "There is no such letter.\n").into_response()
}

fn unreadable(error: &std::io::Error) -> Response {
    tracing::error!(%error, "the mailbox cannot be read");
    let words = "The folder mailbox cannot be read; the log says why.\n";
    (StatusCode::INTERNAL_SERVER_ERROR, words).into_response()
}

fn to(message: &Message<'_>) -> String {
    address(message.to())
}

fn from(message: &Message<'_>) -> String {
    address(message.from())
}

fn address(address: Option<&mail_parser::Address<'_>>) -> String {
    let first = address.and_then(|address| address.first());
    first
        .and_then(|first| first.address())
        .unwrap_or_default()
        .to_owned()
}

fn date(message: &Message<'_>) -> String {
    message
        .date()
        .map(mail_parser::DateTime::to_rfc3339)
        .unwrap_or_default()
}

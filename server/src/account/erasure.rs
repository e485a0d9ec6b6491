//! Being erased: the page that shows what goes and what stays, the form that asks
//! for it, the way back, and the report behind its secret.
//!
//! For members and for whoever has an owner link. The report's page needs no
//! session: there may be nobody any more to have one.

use app::page::Page;
use app::pages::account::{Done, EraseView, ErasureView, Form, Problem, ReportView, StaysLine};
use app::service::limits::What;
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use backend::{ErasureState, Failure, REPORT_DAYS, Report, Secret, Who, report_key, verify_report};
use leptos::prelude::provide_context;
use privacy::erasure::{Gone, Kept};

use crate::public;
use crate::router::Site;
use crate::visit::{Pairs, Visit, arrived, refused, see_other, with_done};

/// Where the public key of reports is.
pub(super) const KEY: &str = "/.well-known/merit-report-key.json";

/// What stands before the secret in an owner link.
const OWNER: &str = "#owner=";

/// `GET /account/erase`
pub(super) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    show(&visit, arrived(&query)).await
}

async fn show(visit: &Visit, form: Form) -> Result<Response, Response> {
    let who = somebody(visit)?;
    let preview = visit.site.service.store.erasure_preview(who).await;
    let preview = preview.map_err(|failure| visit.failed(&failure, Page::Erase))?;
    let stays = |stays: &backend::Stays| StaysLine {
        kept: stays.kept,
        held: stays.held,
        count: stays.count,
        until: stays.until.to_string(),
    };
    let view = EraseView {
        kept: preview.kept.iter().map(stays).collect(),
        gone: preview.gone,
        delay_days: preview.delay_days,
        due_at: preview.due_at,
        link_needed: !who.member,
    };
    Ok(visit.form_with(Page::Erase, form, move || {
        provide_context(view);
    }))
}

/// `POST /account/erase`
pub(super) async fn ask(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = somebody(&visit)?;
    if !pairs.is_on("sure") {
        return show(&visit, refused(Problem::NotErased)).await;
    }
    if !who.member {
        visit.limit(What::OwnerLink)?;
    }
    let link = link(pairs.get("link"));
    let asked = visit.site.service.store.erasure_ask(who, link.as_ref());
    let asked = match asked.await {
        Ok(asked) => asked,
        Err(Failure::Unproved) if !who.member => {
            return show(&visit, refused(Problem::WrongLink)).await;
        }
        Err(failure) => return Ok(visit.failed(&failure, Page::Erase)),
    };
    for page in asked.pages {
        public::forget(&visit.site.public, page);
    }
    let path = path(&asked.secret);
    if !asked.done {
        return Ok(see_other(&path));
    }
    let mut response = visit.exit(&path);
    crate::forms::clear(response.headers_mut());
    Ok(response)
}

/// `POST /account/erase/cancel`
pub(super) async fn cancel(visit: Visit) -> Result<Response, Response> {
    let who = somebody(&visit)?;
    match visit.site.service.store.erasure_cancel(who).await {
        Ok(true) => Ok(see_other(&with_done(Page::Erase, Done::Kept))),
        Ok(false) => Ok(see_other(Page::Erase.path())),
        Err(failure) => Ok(visit.failed(&failure, Page::Erase)),
    }
}

/// `GET /erasure/{secret}`
pub(super) async fn state(visit: Visit, Path(text): Path<String>) -> Result<Response, Response> {
    let view = match look(&visit.site, &text).await {
        Ok((secret, ErasureState::Waiting(due_at))) => {
            let path = path(&secret);
            let own = match &visit.who {
                Some(who) => visit.site.service.store.erasure_due(who).await,
                None => Ok(None),
            };
            let own = own.map_err(|failure| visit.failed(&failure, Page::Erasure))?;
            ErasureView::Waiting {
                due_at,
                address: visit.address(&path),
                report_days: REPORT_DAYS as u16,
                own: own == Some(due_at),
            }
        }
        Ok((secret, ErasureState::Done(file))) => match verify_report(&file, None) {
            Ok((report, _)) => ErasureView::Done(ReportView {
                gone: gone(&report),
                kept: kept(&report),
                number: report.number,
                erased_on: report.erased_on,
                file: format!("{}/report.json", path(&secret)),
                key: visit.address(KEY),
            }),
            Err(_) => {
                let damaged = Failure::Damaged("erasure_report.report");
                return Ok(public::unavailable(&damaged));
            }
        },
        Ok((_, ErasureState::Unknown)) | Err(Failure::Missing) => ErasureView::Unknown,
        Err(failure) => return Ok(public::unavailable(&failure)),
    };
    let unknown = matches!(view, ErasureView::Unknown);
    let mut response = visit.page(Page::Erasure, move || provide_context(view));
    if unknown {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    Ok(response)
}

/// `GET /erasure/{secret}/report.json`
pub(super) async fn report(State(site): State<Site>, Path(text): Path<String>) -> Response {
    match look(&site, &text).await {
        Ok((_, ErasureState::Done(file))) => {
            let headers = [
                (CONTENT_TYPE, "application/json"),
                (CACHE_CONTROL, "no-store"),
                (CONTENT_DISPOSITION, "attachment; filename=\"report.json\""),
            ];
            (headers, file).into_response()
        }
        Ok(_) | Err(Failure::Missing) => StatusCode::NOT_FOUND.into_response(),
        Err(failure) => public::unavailable(&failure),
    }
}

/// `GET /.well-known/merit-report-key.json`: a JSON Web Key (RFC 8037).
pub(super) async fn key(State(site): State<Site>) -> Response {
    let json = HeaderValue::from_static("application/jwk+json");
    let keep = HeaderValue::from_static("public, max-age=3600");
    let key = report_key(&site.service.store.report_public_key());
    ([(CONTENT_TYPE, json), (CACHE_CONTROL, keep)], key).into_response()
}

/// Whoever has something saved here: a member, or who has an owner link.
fn somebody(visit: &Visit) -> Result<&Who, Response> {
    let way = || see_other(Page::SignIn.path());
    visit.who.as_ref().ok_or_else(way)
}

/// The secret of an owner link: of the whole address, or alone.
fn link(text: &str) -> Option<Secret> {
    let text = text.trim();
    let secret = text.split_once(OWNER).map_or(text, |(_, secret)| secret);
    secret.parse().ok()
}

fn path(secret: &Secret) -> String {
    format!("{}/{}", Page::Erasure.path(), secret.reveal())
}

/// What there is behind a secret.
///
/// # Errors
/// [`Failure::Missing`] if it is none.
async fn look(site: &Site, text: &str) -> Result<(Secret, ErasureState), Failure> {
    let secret: Secret = text.parse().map_err(|_| Failure::Missing)?;
    let state = site.service.store.erasure_state(&secret).await?;
    Ok((secret, state))
}

fn gone(report: &Report) -> Vec<(Gone, u64)> {
    let lines = report.erased.iter();
    lines
        .filter_map(|line| Some((Gone::from_table(&line.kind)?, line.count)))
        .collect()
}

fn kept(report: &Report) -> Vec<StaysLine> {
    let line = |line: &backend::KeptLine| {
        Some(StaysLine {
            kept: Kept::from_name(&line.kind)?,
            held: line.held(),
            count: line.count,
            until: line.until.clone(),
        })
    };
    report.kept.iter().filter_map(line).collect()
}

//! Reports of public pages: `/report/{slug}`, where anybody writes one, and
//! `/admin/reports`, where those who look into them read it and take a page down.

use app::page::Page;
use app::pages::admin::reports::{
    CaseView, ReportDone, ReportLine, ReportState, ReportedPage, ReportsView,
};
use app::pages::report::{ReportForm, ReportProblem};
use app::service::limits::What;
use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use backend::{
    Failure, NewReport, PageNow, REPORT_CHARACTERS, ReportOutcome, ReportShown, Slug, Uuid,
};
use leptos::prelude::provide_context;
use privacy::report::Reason;

use crate::admin::staff;
use crate::public;
use crate::router::Site;
use crate::visit::{Pairs, Visit, bad_form, see_other};

/// The longest address of e-mail (RFC 5321, section 4.5.3.1.3).
const ADDRESS: usize = 254;

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/report/{slug}", get(page).post(take))
        .route("/admin/reports", get(list))
        .route("/admin/reports/{id}", get(case))
        .route("/admin/reports/{id}/close", post(close))
        .route("/admin/reports/{id}/take-down", post(take_down))
        .route("/admin/reports/{id}/put-back", post(put_back))
}

type Of = Result<Path<String>, PathRejection>;

/// The address that is reported. One that no page can have is none.
fn reported(visit: &Visit, slug: Of) -> Result<Slug, Response> {
    let slug = slug.ok().and_then(|Path(slug)| Slug::parse(&slug));
    slug.ok_or_else(|| visit.failed(&Failure::Missing, Page::Report))
}

/// The same whether there is such a page or not.
fn form(visit: &Visit, slug: &Slug, form: ReportForm) -> Response {
    let refused = form.problem.is_some();
    let form = ReportForm {
        slug: slug.as_str().to_owned(),
        address: visit.address(&format!("/cv/{}", slug.as_str())),
        most: REPORT_CHARACTERS as u64,
        ..form
    };
    let mut response = visit.page(Page::Report, move || provide_context(form));
    if refused {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

/// `GET /report/{slug}`
async fn page(visit: Visit, slug: Of) -> Result<Response, Response> {
    let slug = reported(&visit, slug)?;
    Ok(form(&visit, &slug, ReportForm::default()))
}

/// `POST /report/{slug}`
async fn take(visit: Visit, slug: Of, pairs: Pairs) -> Result<Response, Response> {
    let slug = reported(&visit, slug)?;
    visit.limit(What::Report)?;
    let reason = Reason::from_name(pairs.get("reason"));
    // Browsers send a line's end as two characters, and count it as one.
    let text = pairs.get("text").replace("\r\n", "\n");
    let text = text.trim();
    let email = pairs.get("email").trim();
    let again = |problem| {
        let filled = ReportForm {
            reason,
            text: text.chars().take(4 * REPORT_CHARACTERS).collect(),
            email: email.chars().take(ADDRESS).collect(),
            problem: Some(problem),
            ..ReportForm::default()
        };
        Ok(form(&visit, &slug, filled))
    };
    let Some(reason) = reason else {
        return again(ReportProblem::NoReason);
    };
    if text.is_empty() || text.chars().count() > REPORT_CHARACTERS {
        return again(ReportProblem::Text);
    }
    if !email.is_empty() && !is_address(email) {
        return again(ReportProblem::NoAddress);
    }
    let report = NewReport {
        reason,
        text: text.to_owned(),
        email: (!email.is_empty()).then(|| email.to_owned()),
    };
    let store = &visit.site.service.store;
    match store.report_take(&slug, &report).await {
        Ok(()) => {
            let sent = ReportForm {
                sent: true,
                ..ReportForm::default()
            };
            Ok(form(&visit, &slug, sent))
        }
        Err(failure) => Ok(visit.failed(&failure, Page::Report)),
    }
}

/// Whether somebody could be written to there: what stands in a link, and no more.
fn is_address(text: &str) -> bool {
    let allowed = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\"'?&%(),:;\\".contains(c);
    let parts = text.rsplit_once('@');
    parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        && text.len() <= ADDRESS
        && text.chars().all(allowed)
}

/// What an address says was done.
fn done(query: Vec<(String, String)>) -> Option<ReportDone> {
    ReportDone::from_tag(Pairs(query).get("done"))
}

/// `GET /admin/reports`
async fn list(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let lines = visit.site.service.store.reports(who).await;
    let lines = lines.map_err(|failure| visit.failed(&failure, Page::Admin))?;
    let view = ReportsView {
        lines: lines.into_iter().map(line).collect(),
        done: done(query),
    };
    Ok(visit.page(Page::Reports, move || provide_context(view)))
}

fn line(line: backend::ReportLine) -> ReportLine {
    ReportLine {
        id: line.id.to_string(),
        reason: line.reason,
        at: line.created_at,
        state: match (line.closed_at, line.outcome) {
            (None, _) => ReportState::Open,
            (Some(_), Some(ReportOutcome::TakenDown)) => ReportState::TakenDown,
            (Some(_), _) => ReportState::Stays,
        },
    }
}

/// The report that an address names.
fn id(visit: &Visit, id: Of) -> Result<Uuid, Response> {
    let id = id.ok().and_then(|Path(id)| id.parse().ok());
    id.ok_or_else(|| visit.failed(&Failure::Missing, Page::Reports))
}

/// `GET /admin/reports/{id}`
async fn case(
    visit: Visit,
    of: Of,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = id(&visit, of)?;
    let shown = visit.site.service.store.report_open(who, id).await;
    let shown = shown.map_err(|failure| visit.failed(&failure, Page::Reports))?;
    let view = opened(shown, done(query));
    Ok(visit.page(Page::ReportCase, move || provide_context(view)))
}

fn opened(shown: ReportShown, done: Option<ReportDone>) -> CaseView {
    CaseView {
        line: line(shown.line),
        text: shown.text,
        email: shown.email,
        path: format!("/cv/{}", shown.slug),
        page: match shown.page {
            PageNow::Public => ReportedPage::Public,
            PageNow::Withdrawn => ReportedPage::Withdrawn,
            PageNow::TakenDown { at, reason } => ReportedPage::TakenDown { at, reason },
        },
        done,
    }
}

/// Back to the report, or to what went wrong.
fn back(visit: &Visit, id: Uuid, done: Result<ReportDone, Failure>) -> Response {
    match done {
        Ok(done) => see_other(&format!(
            "{}/{id}?done={}",
            Page::ReportCase.path(),
            done.tag()
        )),
        Err(failure) => visit.failed(&failure, Page::Reports),
    }
}

/// `POST /admin/reports/{id}/close`
async fn close(visit: Visit, of: Of) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = id(&visit, of)?;
    match visit.site.service.store.report_close(who, id).await {
        Ok(()) => Ok(see_other(&format!(
            "{}?done={}",
            Page::Reports.path(),
            ReportDone::Closed.tag()
        ))),
        Err(failure) => Ok(visit.failed(&failure, Page::Reports)),
    }
}

/// What is remembered of pages is another now.
fn forget(visit: &Visit, pages: Vec<Uuid>) {
    for page in pages {
        public::forget(&visit.site.public, page);
    }
}

/// `POST /admin/reports/{id}/take-down`
async fn take_down(visit: Visit, of: Of, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = id(&visit, of)?;
    let reason = Reason::from_name(pairs.get("reason")).ok_or_else(bad_form)?;
    let down = visit
        .site
        .service
        .store
        .page_take_down(who, id, reason)
        .await;
    let down = down.map(|pages| {
        forget(&visit, pages);
        ReportDone::TakenDown
    });
    Ok(back(&visit, id, down))
}

/// `POST /admin/reports/{id}/put-back`
async fn put_back(visit: Visit, of: Of) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = id(&visit, of)?;
    let shown = visit.site.service.store.page_put_back(who, id).await;
    let shown = shown.map(|pages| {
        forget(&visit, pages);
        ReportDone::PutBack
    });
    Ok(back(&visit, id, shown))
}

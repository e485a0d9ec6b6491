//! What people ask about their data: `/contact` and `/privacy/request`, without an
//! account and without a script; what a member has asked; and the desk of those
//! who answer (`desk.rs`).

pub(crate) mod desk;
pub(crate) mod keep;
mod template;

use app::page::Page;
use app::pages::cases::{CodeView, DoneView, OwnView, Problem, RequestView, self_service};
use app::service::limits::What;
use axum::Router;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use backend::{CaseDone, Named, Request, RequestRefused, Uuid};
use leptos::prelude::provide_context;
use privacy::case::{Matter, Topic};

use crate::public;
use crate::router::Site;
use crate::visit::{Pairs, Visit, bad_form, see_other};

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(Page::Contact.path(), get(contact).post(contact_ask))
        .route(Page::Request.path(), get(rights).post(rights_ask))
        .route(Page::RequestSent.path(), get(sent))
        .route(Page::RequestCode.path(), get(code_page).post(code))
        .route(Page::OwnCases.path(), get(own))
        .route("/account/cases/verify", post(verify))
        .route(Page::Cases.path(), get(desk::queue))
        .route("/admin/cases/search", post(desk::search))
        .route("/admin/cases/enter", post(desk::enter))
        .route("/admin/cases/{account}/{id}", get(desk::file))
        .route("/admin/cases/{account}/{id}/open", post(desk::open))
        .route("/admin/cases/{account}/{id}/do", post(desk::act))
        .route("/admin/cases/{account}/{id}/held", post(desk::held))
        .route("/admin/cases/{account}/{id}/erase", post(desk::erase))
        .route("/admin/cases/{account}/{id}/hit", post(desk::hit))
}

/// A form, and with which status if it was not taken.
fn form(visit: &Visit, page: Page, view: RequestView) -> Response {
    let status = match view.problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let responsible = visit.site.responsible.clone();
    let mut response = visit.page(page, move || {
        provide_context(view);
        provide_context(responsible);
    });
    *response.status_mut() = status;
    response
}

fn is_member(visit: &Visit) -> bool {
    visit.who.as_ref().is_some_and(|who| who.member)
}

/// `GET /contact`
pub(crate) async fn contact(visit: Visit, Query(query): Query<Vec<(String, String)>>) -> Response {
    let view = RequestView {
        member: is_member(&visit),
        topic: Topic::from_name(Pairs(query).get("topic")),
        ..RequestView::default()
    };
    form(&visit, Page::Contact, view)
}

/// `POST /contact`
pub(crate) async fn contact_ask(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let topic = Topic::from_name(pairs.get("topic")).ok_or_else(bad_form)?;
    let view = RequestView {
        member: is_member(&visit),
        topic: Some(topic),
        email: pairs.get("email").to_owned(),
        text: pairs.get("text").to_owned(),
        ..RequestView::default()
    };
    ask(&visit, Page::Contact, topic.matter(), view).await
}

/// `GET /privacy/request`
pub(crate) async fn rights(visit: Visit, Query(query): Query<Vec<(String, String)>>) -> Response {
    let query = Pairs(query);
    let page = query.get("page").to_owned();
    let view = RequestView {
        member: is_member(&visit),
        matter: Matter::from_name(query.get("matter")),
        named: !page.is_empty(),
        page,
        ..RequestView::default()
    };
    form(&visit, Page::Request, view)
}

/// `POST /privacy/request`
pub(crate) async fn rights_ask(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let matter = Matter::from_name(pairs.get("matter")).ok_or_else(bad_form)?;
    let named = pairs.is_on("named");
    if let (Some(who), false, false) = (&visit.who, named, pairs.is_on("anyway"))
        && let Some(page) = self_service(matter)
        // An owner link opens no list of CVs.
        && (who.member || page != Page::Cvs)
    {
        // What needs a fresh proof asks for it there.
        return Ok(see_other(page.path()));
    }
    let view = RequestView {
        member: is_member(&visit),
        matter: Some(matter),
        email: pairs.get("email").to_owned(),
        text: pairs.get("text").to_owned(),
        named,
        name: pairs.get("name").to_owned(),
        phone: pairs.get("phone").to_owned(),
        page: pairs.get("page").to_owned(),
        ..RequestView::default()
    };
    ask(&visit, Page::Request, matter, view).await
}

/// Takes a request. Nothing of the answer tells whether anybody has the address.
async fn ask(
    visit: &Visit,
    page: Page,
    matter: Matter,
    mut view: RequestView,
) -> Result<Response, Response> {
    visit.limit(What::Mail)?;
    let email = view.email.trim().to_lowercase();
    if !email.is_empty() {
        visit.limit_account(What::Mail, email.as_bytes())?;
    }
    let request = Request {
        matter,
        email: view.email.clone(),
        lang: visit.mail_lang(),
        text: view.text.clone(),
        named: view.named.then(|| Named {
            name: view.name.clone(),
            phone: view.phone.clone(),
            page: view.page.clone(),
        }),
    };
    let store = &visit.site.service.store;
    let asked = store.case_ask(visit.who.as_ref(), &request).await;
    let asked = asked.map_err(|failure| visit.failed(&failure, page))?;
    view.problem = match asked {
        Ok(()) if view.member => return Ok(see_other(Page::OwnCases.path())),
        Ok(()) => return Ok(see_other(Page::RequestSent.path())),
        Err(RequestRefused::NoAddress) => Some(Problem::Address),
        Err(RequestRefused::NoText) => Some(Problem::Text),
        Err(RequestRefused::NoName) => Some(Problem::Name),
    };
    Ok(form(visit, page, view))
}

/// `GET /privacy/request/sent`
pub(crate) async fn sent(visit: Visit) -> Response {
    visit.page(Page::RequestSent, || {})
}

fn code_form(visit: &Visit, view: CodeView) -> Response {
    let status = match view.problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let mut response = visit.page(Page::RequestCode, move || provide_context(view));
    *response.status_mut() = status;
    response
}

/// `GET /privacy/request/code`
pub(crate) async fn code_page(visit: Visit) -> Response {
    code_form(&visit, CodeView::default())
}

/// `POST /privacy/request/code`
pub(crate) async fn code(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    visit.limit(What::Code)?;
    let number = pairs.get("number");
    visit.limit_account(What::Code, number.as_bytes())?;
    let store = &visit.site.service.store;
    let done = match store.case_code(number, pairs.get("code")).await {
        Ok(done) => done,
        Err(failure) => return Ok(public::unavailable(&failure)),
    };
    let view = CodeView {
        problem: (!done).then_some(Problem::WrongCode),
        done,
        number: number.to_owned(),
    };
    Ok(code_form(&visit, view))
}

/// `GET /account/cases`
pub(crate) async fn own(visit: Visit) -> Result<Response, Response> {
    let who = visit.person()?;
    let cases = visit.site.service.store.cases_own(who.actor()).await;
    let cases = cases.map_err(|failure| visit.failed(&failure, Page::OwnCases))?;
    let views: Vec<OwnView> = cases
        .into_iter()
        .map(|case| OwnView {
            id: case.id.to_string(),
            number: case.number,
            matter: case.matter,
            state: case.state,
            received: case.received,
            due: case.due,
            text: case.text,
            done: case.done.into_iter().map(done_view).collect(),
        })
        .collect();
    Ok(visit.page(Page::OwnCases, move || provide_context(views)))
}

pub(super) fn done_view(done: CaseDone) -> DoneView {
    DoneView {
        at: done.at,
        step: done.step,
        role: done.role,
        text: done.text,
    }
}

/// `POST /account/cases/verify`
pub(crate) async fn verify(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = visit.member()?;
    let Ok(id) = pairs.get("id").parse::<Uuid>() else {
        return Err(bad_form());
    };
    match visit.site.service.store.case_verify(who, id).await {
        Ok(()) => Ok(see_other(Page::OwnCases.path())),
        Err(failure) => Ok(visit.failed(&failure, Page::OwnCases)),
    }
}

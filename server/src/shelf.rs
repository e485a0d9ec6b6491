//! `/cvs`: a member's documents.

use app::page::Page;
use app::pages::account::{Form, Problem};
use app::pages::shelf::{Shelf, ShelfLine};
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use backend::{BIN_DAYS, DAY, Failure, Shelved, Uuid};
use cv::Field;
use leptos::prelude::provide_context;
use privacy::Purpose;
use texts::{Lang, account as t};

use crate::public;
use crate::router::Site;
use crate::visit::{Pairs, Visit, done, refused, see_other};

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(Page::Cvs.path(), get(page))
        .route("/cvs/{id}/picture", get(picture))
        .route("/cvs/{id}/duplicate", post(duplicate))
        .route("/cvs/{id}/rename", post(rename))
        .route("/cvs/{id}/bin", post(bin))
        .route("/cvs/{id}/restore", post(restore))
        .route("/cvs/{id}/delete", post(delete))
}

/// `GET /cvs?q=`
pub(crate) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let form = Form {
        done: done(&query),
        ..Form::default()
    };
    let query = Pairs(query);
    show(&visit, query.get("q").trim(), form).await
}

async fn show(visit: &Visit, query: &str, form: Form) -> Result<Response, Response> {
    let who = visit.member()?;
    let shelved = visit.site.service.store.shelf(who).await;
    let shelved = shelved.map_err(|failure| visit.failed(&failure, Page::Cvs))?;
    let now = visit.site.service.store.now();
    let (bin, cvs): (Vec<_>, Vec<_>) = shelved.into_iter().partition(|row| row.binned_at.is_some());
    let line = |row: &Shelved| ShelfLine {
        id: row.id.to_string(),
        name: name(row, visit.lang),
        changed_at: row.changed_at,
        public: row.public,
        days_left: row
            .binned_at
            .map_or(0, |at| (at + BIN_DAYS * DAY - now).div_euclid(DAY) + 1),
    };
    let shelf = Shelf {
        query: query.to_owned(),
        all: cvs.len(),
        cvs: cvs.iter().filter(|row| has(row, query)).map(line).collect(),
        bin: bin.iter().map(line).collect(),
    };
    let problem = form.problem.is_some();
    let mut response = visit.page(Page::Cvs, move || {
        provide_context(shelf);
        provide_context(form);
    });
    if problem {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// What its owner calls it, else who it is of and what they do.
fn name(row: &Shelved, lang: Lang) -> String {
    let basics = &row.document.basics;
    let text = |field| basics.text(field).trim().to_owned();
    let parts = [text(Field::Name), text(Field::Label)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    match &row.name {
        Some(name) => name.clone(),
        None if parts.is_empty() => t::cvs_untitled(lang).to_owned(),
        None => parts.join(", "),
    }
}

/// Whether a document has all words of a search, in its name or its text.
fn has(row: &Shelved, query: &str) -> bool {
    if query.is_empty() {
        return true;
    }
    let name = row.name.as_deref().unwrap_or_default();
    let text = typeset::text::plain(row.document.shown());
    let all = format!("{name} {text}").to_lowercase();
    query
        .to_lowercase()
        .split_whitespace()
        .all(|word| all.contains(word))
}

/// `GET /cvs/{id}/picture`: the first page, drawn by the code that draws all.
pub(crate) async fn picture(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Response> {
    let who = visit.member()?;
    let store = &visit.site.service.store;
    let stored = store.cv_load(who.actor(), Purpose::KeepSaved, id, None).await;
    let stored = match stored {
        Ok(Some(stored)) => stored,
        Ok(None) => return Err(StatusCode::NOT_FOUND.into_response()),
        Err(failure) => return Err(visit.failed(&failure, Page::Cvs)),
    };
    let place = app::service::pdf::place().await;
    let drawn = tokio::task::spawn_blocking(move || {
        let _place = place;
        let mut engine = typeset::Engine::new(typeset::fonts::embedded()).ok()?;
        let pages = engine.layout(stored.document.shown());
        Some(typeset::svg::page(&pages, 0, typeset::svg::Audience::File))
    })
    .await;
    let Ok(Some(svg)) = drawn else {
        return Err(StatusCode::INTERNAL_SERVER_ERROR.into_response());
    };
    let mut response = svg.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("image/svg+xml"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// `POST /cvs/{id}/duplicate`
pub(crate) async fn duplicate(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Response> {
    let who = visit.member()?;
    let store = &visit.site.service.store;
    let shelved = store.shelf(who).await;
    let shelved = shelved.map_err(|failure| visit.failed(&failure, Page::Cvs))?;
    let row = shelved.iter().find(|row| row.id == id);
    let Some(row) = row else {
        return Err(visit.failed(&Failure::Missing, Page::Cvs));
    };
    let copy = t::cvs_copy(visit.lang, name(row, visit.lang));
    match store.cv_duplicate(who, id, &copy).await {
        Ok(_) => Ok(see_other(Page::Cvs.path())),
        Err(Failure::Quota) => show(&visit, "", refused(Problem::Full)).await,
        Err(failure) => Ok(visit.failed(&failure, Page::Cvs)),
    }
}

/// `POST /cvs/{id}/rename`
pub(crate) async fn rename(
    visit: Visit,
    Path(id): Path<Uuid>,
    pairs: Pairs,
) -> Result<Response, Response> {
    let who = visit.member()?;
    let store = &visit.site.service.store;
    back(&visit, store.cv_rename(who, id, pairs.get("name")).await)
}

/// `POST /cvs/{id}/bin`
pub(crate) async fn bin(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Response> {
    let who = visit.member()?;
    let store = &visit.site.service.store;
    match store.page_unpublish(who.actor(), id).await {
        Ok(pages) => {
            for page in pages {
                public::forget(&visit.site.public, page);
            }
        }
        Err(failure) => return Err(visit.failed(&failure, Page::Cvs)),
    }
    back(&visit, store.cv_delete(who.actor(), id).await.map(|_| ()))
}

/// `POST /cvs/{id}/restore`
pub(crate) async fn restore(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Response> {
    let who = visit.member()?;
    back(&visit, visit.site.service.store.cv_restore(who, id).await)
}

/// `POST /cvs/{id}/delete`
pub(crate) async fn delete(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Response> {
    let who = visit.member()?;
    let store = &visit.site.service.store;
    back(&visit, store.cv_delete_for_good(who, id).await)
}

fn back(visit: &Visit, result: Result<(), Failure>) -> Result<Response, Response> {
    match result {
        Ok(()) => Ok(see_other(Page::Cvs.path())),
        Err(failure) => Ok(visit.failed(&failure, Page::Cvs)),
    }
}

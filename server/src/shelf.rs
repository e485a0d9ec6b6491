//! `/cvs`: a member's documents.

use app::page::Page;
use app::pages::account::{Form, Problem};
use app::pages::shelf::{Shelf, ShelfLine, ShelfPhotos};
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use backend::{BIN_DAYS, DAY, Failure, Shelved, Uuid};
use cv::{Field, PhotoFile};
use leptos::prelude::provide_context;
use privacy::Purpose;
use texts::{Lang, account as t};

use crate::public;
use crate::router::Site;
use crate::visit::{Pairs, Visit, arrived, refused, see_other};

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(Page::Cvs.path(), get(page))
        .route("/cvs/photos/{file}", get(photo))
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
    let form = arrived(&query);
    let query = Pairs(query);
    show(&visit, query.get("q").trim(), form).await
}

async fn show(visit: &Visit, query: &str, form: Form) -> Result<Response, Response> {
    let who = visit.member()?;
    let shelved = visit.site.service.store.shelf(who).await;
    let shelved = shelved.map_err(|failure| visit.failed(&failure, Page::Cvs))?;
    let photos = visit.site.service.store.photo_files(who.actor()).await;
    let photos = photos.map_err(|failure| visit.failed(&failure, Page::Cvs))?;
    let now = visit.site.service.store.now();
    let (lang, words) = (visit.lang, query.to_lowercase());
    let place = app::service::pdf::place().await;
    let drawn = tokio::task::spawn_blocking(move || {
        let _place = place;
        lay_out(shelved, &photos, &words, now, lang)
    });
    let Ok(mut shelf) = drawn.await else {
        return Err(StatusCode::INTERNAL_SERVER_ERROR.into_response());
    };
    shelf.query = query.to_owned();
    Ok(visit.form_with(Page::Cvs, form, move || {
        provide_context(shelf);
    }))
}

/// `GET /cvs/photos/{file}`: a photo of the caller's, for the pictures of their CVs.
pub(crate) async fn photo(visit: Visit, Path(file): Path<PhotoFile>) -> Result<Response, Response> {
    let who = visit.member()?;
    let store = &visit.site.service.store;
    let jpeg = store.photo_get(who.actor(), Purpose::KeepSaved, file).await;
    let jpeg = jpeg.map_err(|failure| visit.failed(&failure, Page::Cvs))?;
    Ok(([(CONTENT_TYPE, "image/jpeg")], jpeg).into_response())
}

/// Draws the first page of each document that has all the words, by the code
/// that draws every page.
fn lay_out(
    shelved: Vec<Shelved>,
    photos: &[PhotoFile],
    words: &str,
    now: i64,
    lang: Lang,
) -> Shelf {
    // The fonts are part of the program; without them nothing is drawn.
    let mut engine = typeset::Engine::new(typeset::Fonts::embedded()).ok();
    let mut shelf = Shelf {
        query: String::new(),
        cvs: Vec::new(),
        bin: Vec::new(),
        all: 0,
        photos: photos_of(&shelved, photos),
    };
    for row in shelved {
        let mut line = ShelfLine {
            id: row.id.to_string(),
            name: name(&row, lang),
            picture: String::new(),
            changed_at: row.changed_at,
            public: row.public,
            profile: row.document.kind == cv::Kind::Profile,
            letter: row.document.is_letter(),
            days_left: 0,
        };
        if let Some(at) = row.binned_at {
            line.days_left = (at + BIN_DAYS * DAY - now).div_euclid(DAY) + 1;
            shelf.bin.push(line);
            continue;
        }
        shelf.all += 1;
        let pages = engine
            .as_mut()
            .map(|engine| engine.layout(row.document.shown()));
        let text = pages.as_ref().map(typeset::text::write).unwrap_or_default();
        let all = format!("{} {text}", line.name).to_lowercase();
        if !words.split_whitespace().all(|word| all.contains(word)) {
            continue;
        }
        // One that never arrived has its place, and no more.
        let photo = row.document.shown().photo();
        let photo = photo.filter(|photo| photos.contains(&photo.file));
        let photo = photo.map(|photo| format!("/cvs/photos/{}", photo.file));
        let draw =
            |pages| typeset::svg::page(pages, 0, typeset::svg::Audience::Picture, photo.as_deref());
        line.picture = pages.as_ref().map(draw).unwrap_or_default();
        shelf.cvs.push(line);
    }
    shelf
}

/// Photos count as long as anything may show them, a version from before included.
fn photos_of(shelved: &[Shelved], photos: &[PhotoFile]) -> ShelfPhotos {
    let named = |file: &PhotoFile| {
        let of = |row: &Shelved| {
            row.document
                .photo
                .as_ref()
                .is_some_and(|it| it.file == *file)
        };
        shelved.iter().any(of)
    };
    ShelfPhotos {
        stored: photos.len(),
        unnamed: photos.iter().filter(|file| !named(file)).count(),
        most: backend::PHOTOS,
    }
}

/// What its owner calls it, else who it is of and what it is about.
fn name(row: &Shelved, lang: Lang) -> String {
    let person = row.document.basics.text(Field::Name).trim();
    let parts = [person, row.document.about()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    match &row.name {
        Some(name) => name.clone(),
        None if parts.is_empty() => t::cvs_untitled(lang).to_owned(),
        None => parts.join(", "),
    }
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

//! `/cvs/{id}/versions`: what a saved CV was before, for whoever may act for it by an
//! account or an owner link. Plain pages and forms.

use app::page::{Page, versions_path};
use app::pages::versions::{CompareView, NOW, Said, Side, VersionLine, VersionsView, Why, told};
use app::service::limits::What;
use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use backend::{Failure, History, Returned, Uuid, VersionWhy};
use cv::{Document, Field, changes};
use leptos::prelude::provide_context;
use privacy::{Actor, Purpose};
use texts::{Lang, account as t, versions as words};
use typeset::svg::{self, Marks};

use crate::router::Site;
use crate::visit::{Pairs, Visit, see_other};

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/cvs/{id}/versions", get(page).post(take))
        .route("/cvs/{id}/versions/compare", get(compare))
        .route("/cvs/{id}/versions/{number}/name", post(name))
        .route("/cvs/{id}/versions/{number}/restore", post(restore))
        .route("/cvs/{id}/versions/{number}/delete", post(delete))
}

/// A document of the caller's. One that is no address of any is nobody's.
type Of = Result<Path<Uuid>, PathRejection>;
type OneOf = Result<Path<(Uuid, u64)>, PathRejection>;

/// Who asks, and for which document.
///
/// # Errors
/// The page that says that there is nothing for them.
fn actor(visit: &Visit) -> Result<Actor, Response> {
    let who = visit.who.as_ref();
    who.map(backend::Who::actor).ok_or_else(|| missing(visit))
}

/// There is no such document for whoever asks; which of the two, is not said.
fn missing(visit: &Visit) -> Response {
    let mut response = visit.page(Page::Versions, || {});
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

fn failed(visit: &Visit, failure: &Failure) -> Response {
    match failure {
        Failure::Missing => missing(visit),
        failure => visit.failed(failure, Page::Versions),
    }
}

/// A document with all its versions, which is some work to open.
async fn history(visit: &Visit, actor: Actor, id: Uuid) -> Result<History, Response> {
    visit.limit(What::Rendering)?;
    let history = visit.site.service.store.version_list(actor, id).await;
    history.map_err(|failure| failed(visit, &failure))
}

/// `GET /cvs/{id}/versions?said=`
pub(crate) async fn page(
    visit: Visit,
    id: Of,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let actor = actor(&visit)?;
    let Path(id) = id.map_err(|_| missing(&visit))?;
    let history = history(&visit, actor, id).await?;
    let member = visit.who.as_ref().is_some_and(|who| who.member);
    let said = Said::from_tag(Pairs(query).get("said"));
    let lang = visit.lang;
    // To count what differs is less work than to compare, and is done for each version.
    let place = app::service::pdf::place().await;
    let view = tokio::task::spawn_blocking(move || {
        let _place = place;
        listed(id, &history, lang, (member, said))
    });
    let view = view.await.map_err(|_| unmade())?;
    let mut response = visit.page(Page::Versions, move || provide_context(view));
    if matches!(said, Some(Said::Full | Said::TooLarge)) {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

fn unmade() -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

fn listed(
    id: Uuid,
    history: &History,
    lang: Lang,
    (member, said): (bool, Option<Said>),
) -> VersionsView {
    let since = |before: Option<&backend::Version>, document: &Document| {
        before.map(|before| changes::count(&before.document, document) as u64)
    };
    let versions = &history.versions;
    let lines = versions
        .iter()
        .enumerate()
        .map(|(at, version)| VersionLine {
            number: version.number,
            name: version.name.clone(),
            why: why(version.why),
            changed_at: version.changed_at,
            changes: since(versions.get(at + 1), &version.document),
            expires_at: version.expires_at,
        });
    let present = &history.present.document;
    VersionsView {
        id: id.to_string(),
        name: called(history, lang),
        changed_at: history.changed_at,
        changes: since(versions.first(), present),
        versions: lines.collect(),
        member,
        said,
    }
}

fn why(why: VersionWhy) -> Why {
    match why {
        VersionWhy::Time => Why::Time,
        VersionWhy::Much => Why::Much,
        VersionWhy::Restore => Why::Restore,
        VersionWhy::Asked => Why::Asked,
    }
}

/// What its owner calls the CV, else whose it is.
fn called(history: &History, lang: Lang) -> String {
    let basics = &history.present.document.basics;
    let name = basics.text(Field::Name).trim().to_owned();
    match &history.name {
        Some(name) => name.clone(),
        None if name.is_empty() => t::cvs_untitled(lang).to_owned(),
        None => name,
    }
}

/// `GET /cvs/{id}/versions/compare?old=&new=`: each a number, or what it is now.
pub(crate) async fn compare(
    visit: Visit,
    id: Of,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let actor = actor(&visit)?;
    let Path(id) = id.map_err(|_| missing(&visit))?;
    let history = history(&visit, actor, id).await?;
    let query = Pairs(query);
    let mut sides = Vec::with_capacity(2);
    for name in ["old", "new"] {
        let side = side(&history, query.get(name)).ok_or_else(|| missing(&visit))?;
        let photo = photo(&visit, actor, &side.1).await?;
        sides.push((side, photo));
    }
    // The older is the older, whatever was chosen as that.
    sides.sort_by_key(|((side, _), _)| side.number.unwrap_or(u64::MAX));
    let lang = visit.lang;
    let place = app::service::pdf::place().await;
    let view = tokio::task::spawn_blocking(move || {
        let _place = place;
        compared(id, sides, lang)
    });
    let view = view.await.map_err(|_| unmade())?.ok_or_else(unmade)?;
    Ok(visit.page(Page::Compare, move || provide_context(view)))
}

/// One side of a comparison, without its pages.
fn side(history: &History, wanted: &str) -> Option<(Side, Document)> {
    let side = |number, name, changed_at| Side {
        number,
        name,
        changed_at,
        pages: Vec::new(),
    };
    if wanted == NOW {
        let now = side(None, None, history.changed_at);
        return Some((now, history.present.document.clone()));
    }
    let number: u64 = wanted.parse().ok()?;
    let mut versions = history.versions.iter();
    let version = versions.find(|version| version.number == number)?;
    let side = side(Some(number), version.name.clone(), version.changed_at);
    Some((side, version.document.clone()))
}

/// The photo that a version shows, as an address. One that is gone has its place, and no
/// more.
async fn photo(
    visit: &Visit,
    actor: Actor,
    document: &Document,
) -> Result<Option<String>, Response> {
    let Some(photo) = document.shown().photo() else {
        return Ok(None);
    };
    let store = &visit.site.service.store;
    let jpeg = store.photo_get(actor, Purpose::KeepSaved, photo.file).await;
    match jpeg {
        Ok(jpeg) => Ok(Some(app::service::photo::address(&jpeg))),
        Err(Failure::Missing) => Ok(None),
        Err(failure) => Err(failed(visit, &failure)),
    }
}

type Drawn = ((Side, Document), Option<String>);

/// Draws both, and tells what differs. None without the fonts, which are part of the
/// program.
fn compared(id: Uuid, sides: Vec<Drawn>, lang: Lang) -> Option<CompareView> {
    let mut engine = typeset::Engine::new(typeset::Fonts::embedded()).ok()?;
    let mut sides = sides.into_iter();
    let ((mut old, before), old_photo) = sides.next()?;
    let ((mut new, after), new_photo) = sides.next()?;
    let was = engine.layout(before.shown());
    let is = engine.layout(after.shown());
    let draw = |pages: &typeset::Pages, others: &typeset::Pages, photo: Option<&str>| {
        let marks = Marks::new(pages, others, words::bar(lang), lang.tag());
        let all = 0..pages.pages.len();
        let drawn = all.map(|index| svg::marked_page(pages, index, photo, &marks));
        drawn.collect::<Vec<_>>()
    };
    old.pages = draw(&was, &is, old_photo.as_deref());
    new.pages = draw(&is, &was, new_photo.as_deref());
    let changes = changes::changes(&before, &after);
    Some(CompareView {
        id: id.to_string(),
        count: changes.len() as u64,
        changes: told(&changes, lang),
        old,
        new,
    })
}

fn back(id: Uuid, said: Said) -> Response {
    let path = versions_path(&id.to_string());
    see_other(&format!("{path}?said={}", said.tag()))
}

/// Back to the list, which says what was done.
fn answer(visit: &Visit, id: Uuid, done: Result<Said, Failure>) -> Result<Response, Response> {
    match done {
        Ok(said) => Ok(back(id, said)),
        Err(Failure::Quota) => Ok(back(id, Said::Full)),
        Err(failure) => Err(failed(visit, &failure)),
    }
}

/// `POST /cvs/{id}/versions`: keeps what it is now.
pub(crate) async fn take(visit: Visit, id: Of, pairs: Pairs) -> Result<Response, Response> {
    let actor = actor(&visit)?;
    let Path(id) = id.map_err(|_| missing(&visit))?;
    visit.limit(What::Save)?;
    let store = &visit.site.service.store;
    let taken = store.version_take(actor, id, pairs.get("name")).await;
    answer(&visit, id, taken.map(|_| Said::Kept))
}

/// `POST /cvs/{id}/versions/{number}/name`
pub(crate) async fn name(visit: Visit, id: OneOf, pairs: Pairs) -> Result<Response, Response> {
    let actor = actor(&visit)?;
    let Path((id, number)) = id.map_err(|_| missing(&visit))?;
    visit.limit(What::Save)?;
    let store = &visit.site.service.store;
    let named = store.version_name(actor, id, number, pairs.get("name"));
    answer(&visit, id, named.await.map(|()| Said::Named))
}

/// `POST /cvs/{id}/versions/{number}/restore`
pub(crate) async fn restore(visit: Visit, id: OneOf) -> Result<Response, Response> {
    let actor = actor(&visit)?;
    let Path((id, number)) = id.map_err(|_| missing(&visit))?;
    visit.limit(What::Save)?;
    let store = &visit.site.service.store;
    let returned = store.version_restore(actor, id, number).await;
    let said = returned.map(|returned| match returned {
        Returned::Done(_) => Said::Restored,
        Returned::Same => Said::Same,
        Returned::TooLarge => Said::TooLarge,
    });
    answer(&visit, id, said)
}

/// `POST /cvs/{id}/versions/{number}/delete`
pub(crate) async fn delete(visit: Visit, id: OneOf) -> Result<Response, Response> {
    let actor = actor(&visit)?;
    let Path((id, number)) = id.map_err(|_| missing(&visit))?;
    visit.limit(What::Save)?;
    let deleted = visit.site.service.store.version_delete(actor, id, number);
    answer(&visit, id, deleted.await.map(|()| Said::Deleted))
}

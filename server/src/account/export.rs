//! `/account/export`: a copy of everything, for its owner alone.

use app::page::Page;
use app::pages::account::{CopyLine, CopyState, ExportView};
use app::service::limits::What;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Query};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use backend::{Download, ExportShown, ExportState, Failure, Uuid, Who};
use leptos::prelude::provide_context;
use time::OffsetDateTime;

use crate::visit::{Pairs, Visit, see_other};

/// Whoever acts for an account: a member, or who has opened an owner link.
fn owner(visit: &Visit) -> Result<&Who, Response> {
    visit
        .who
        .as_ref()
        .ok_or_else(|| see_other(Page::SignIn.path()))
}

/// `GET /account/export`
pub(crate) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let who = owner(&visit)?;
    let shown = visit.site.service.store.export_shown(who).await;
    let shown = shown.map_err(|failure| visit.failed(&failure, Page::Export))?;
    let view = ExportView {
        copy: shown.map(line),
        member: who.member,
        still: Pairs(query).is_on("still"),
    };
    Ok(visit.page(Page::Export, move || {
        if let Some(refresh) = view.refresh() {
            provide_context(refresh);
        }
        provide_context(view);
    }))
}

pub(super) fn line(shown: ExportShown) -> CopyLine {
    CopyLine {
        id: shown.id.to_string(),
        state: match shown.state {
            ExportState::Making { done, total } => CopyState::Making { done, total },
            ExportState::Ready { bytes } => CopyState::Ready { bytes },
            ExportState::Full => CopyState::Full,
            ExportState::Failed => CopyState::Failed,
        },
        asked_at: shown.asked_at,
        expires_at: shown.expires_at,
    }
}

/// `POST /account/export`. Whoever asks on their way out goes back there.
pub(crate) async fn ask(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let to = match pairs.get("to") == Page::Leave.path() {
        true => Page::Leave,
        false => Page::Export,
    };
    let who = owner(&visit)?;
    let store = &visit.site.service.store;
    // Who has to prove first who they are has not asked for much yet.
    if !who.member || who.proved {
        visit.limit(What::Export)?;
        visit.limit_account(What::Export, &who.person.0)?;
    }
    match store.export_ask(who, visit.mail_lang()).await {
        // One that is being made already is the one that they want.
        Ok(_) => Ok(see_other(to.path())),
        Err(failure) => Ok(visit.failed(&failure, to)),
    }
}

/// `POST /account/export/delete`
pub(crate) async fn delete(visit: Visit) -> Result<Response, Response> {
    let who = owner(&visit)?;
    match visit.site.service.store.export_delete(who).await {
        Ok(()) => Ok(see_other(Page::Export.path())),
        Err(failure) => Ok(visit.failed(&failure, Page::Export)),
    }
}

/// `GET /account/export/{id}`: the file, piece by piece.
pub(crate) async fn download(visit: Visit, Path(id): Path<String>) -> Result<Response, Response> {
    let who = owner(&visit)?;
    let opened = match id.parse::<Uuid>() {
        Ok(id) => visit.site.service.store.export_open(who, id).await,
        Err(_) => Err(Failure::Missing),
    };
    let download = opened.map_err(|failure| visit.failed(&failure, Page::Export))?;
    let length = HeaderValue::from(download.bytes);
    let name = file_name(download.asked_at);
    let mut response = Body::from_stream(pieces(download)).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(CONTENT_LENGTH, length);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// The pieces as a body wants them. A piece that cannot be read cuts the answer
/// off, which a browser tells from a whole one by its length.
fn pieces(
    download: Download,
) -> impl futures_util::Stream<Item = Result<Bytes, Failure>> + Send + 'static {
    futures_util::stream::try_unfold(download, |mut download| async move {
        let piece = download.next().await?;
        Ok(piece.map(|piece| (Bytes::from(piece), download)))
    })
}

/// `merit-2026-11-28.zip`
fn file_name(at: i64) -> String {
    let at = OffsetDateTime::from_unix_timestamp(at.div_euclid(1000))
        .unwrap_or(OffsetDateTime::UNIX_EPOCH);
    format!("merit-{}.zip", at.date())
}

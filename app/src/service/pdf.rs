//! The PDF made by the server: for a browser that cannot make it itself, and
//! only after its owner has agreed. Neither stored nor logged.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::server_fn::codec::{ByteStream, Json, Streaming};

use super::ServiceError;

/// How many PDFs are made at once. Each may take tens of megabytes; more at once
/// would not be ready sooner.
#[cfg(feature = "ssr")]
static PLACES: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(2);
/// How long somebody waits for a place.
#[cfg(feature = "ssr")]
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(10);

/// A place among those who make a PDF. None if none became free in time.
#[cfg(feature = "ssr")]
pub async fn place() -> Option<tokio::sync::SemaphorePermit<'static>> {
    let place = tokio::time::timeout(PATIENCE, PLACES.acquire()).await;
    place.ok()?.ok()
}

/// The PDF of a document in our own form: the bytes that the browser would
/// have made.
#[server(input = Json, output = Streaming, prefix = "/api", endpoint = "pdf_render")]
pub async fn pdf_render(
    document: String,
    /// The photo, if it has one.
    picture: Option<String>,
    /// The personal details that it shows, by its references.
    values: Option<BTreeMap<cv::Id, String>>,
) -> Result<ByteStream<ServiceError>, ServiceError> {
    super::caller::Caller::here()?.limit(super::limits::What::Rendering)?;
    let place = place().await.ok_or(ServiceError::Busy)?;
    let document = cv::format::load(&document).map_err(|_| ServiceError::Refused)?;
    let pdf = tokio::task::spawn_blocking(move || {
        // Held to the end, also when nobody waits for the answer any more.
        let _place = place;
        let photo = picture.as_deref().and_then(super::photo::bytes);
        let details = cv::Details::of(&document, &values.unwrap_or_default());
        file(document.shown().with(&details), photo.as_deref()).ok_or(ServiceError::Failed)
    })
    .await
    .map_err(|_| ServiceError::Failed)??;
    Ok(ByteStream::new(futures_util::stream::once(async move {
        Ok::<_, ServiceError>(pdf)
    })))
}

/// A document's PDF, with its data in it, as every PDF of ours has it.
#[cfg(feature = "ssr")]
pub fn file(shown: cv::Shown<'_>, photo: Option<&[u8]>) -> Option<Vec<u8>> {
    file_with(shown, photo, None)
}

/// The same with a code on its last page, if that has room for it.
#[cfg(feature = "ssr")]
pub fn file_with(
    shown: cv::Shown<'_>,
    photo: Option<&[u8]>,
    code: Option<typeset::pdf::Code<'_>>,
) -> Option<Vec<u8>> {
    let fonts = typeset::Fonts::embedded();
    let mut engine = typeset::Engine::new(fonts.clone()).ok()?;
    let pages = engine.layout(shown);
    let source = cv::export_shown(shown).json;
    let options = typeset::pdf::Options {
        source: Some(&source),
        photo,
        ..typeset::pdf::Options::default()
    };
    match code {
        Some(code) => typeset::pdf::write_with_code(&pages, &fonts, &options, code).ok(),
        None => typeset::pdf::write(&pages, &fonts, &options).ok(),
    }
}

/// Whether the last page of a document has room for a code.
#[cfg(feature = "ssr")]
pub fn has_room(shown: cv::Shown<'_>, code: typeset::pdf::Code<'_>) -> Option<bool> {
    let mut engine = typeset::Engine::new(typeset::Fonts::embedded()).ok()?;
    Some(code.fits(&engine.layout(shown)))
}

/// Asks the server for the PDF and waits for all of it.
pub(crate) async fn request(
    document: String,
    picture: Option<String>,
    values: BTreeMap<cv::Id, String>,
) -> Result<Vec<u8>, ServiceError> {
    let asked = PdfRender {
        document,
        picture,
        values: Some(values),
    };
    crate::browser::ask::ask_for_file(asked).await
}

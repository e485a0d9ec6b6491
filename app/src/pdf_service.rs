//! The PDF made by the server: for a browser that cannot make it itself, and
//! only after its owner has agreed. Neither stored nor logged.

use leptos::prelude::*;
use leptos::server_fn::codec::{ByteStream, Json, JsonEncoding, Streaming};
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use texts::{Lang, messages as t};

/// What a caller is told when the server did not do what was asked. Nothing
/// internal is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ServiceError {
    /// What was sent is no document, or one that is too large or too new.
    Refused,
    /// The server has too much to do.
    Busy,
    /// The server could not do it.
    Failed,
    /// No answer came.
    Unreachable,
}

impl ServiceError {
    pub(crate) fn message(self, lang: Lang) -> &'static str {
        match self {
            ServiceError::Refused => t::server_refused(lang),
            ServiceError::Busy => t::server_busy(lang),
            ServiceError::Failed => t::server_failed(lang),
            ServiceError::Unreachable => t::server_unreachable(lang),
        }
    }
}

impl FromServerFnError for ServiceError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> ServiceError {
        match error {
            ServerFnErrorErr::Request(_) => ServiceError::Unreachable,
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => ServiceError::Refused,
            _ => ServiceError::Failed,
        }
    }
}

/// How many PDFs are made at once. Each may take tens of megabytes; more at once
/// would not be ready sooner.
#[cfg(feature = "ssr")]
static PLACES: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(2);
/// How long somebody waits for a place.
#[cfg(feature = "ssr")]
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(10);

/// The PDF of a document in our own form: the bytes that the browser would
/// have made.
#[server(input = Json, output = Streaming, prefix = "/api", endpoint = "pdf_render")]
pub async fn pdf_render(document: String) -> Result<ByteStream<ServiceError>, ServiceError> {
    let place = tokio::time::timeout(PATIENCE, PLACES.acquire())
        .await
        .map_err(|_| ServiceError::Busy)?
        .map_err(|_| ServiceError::Failed)?;
    let document = cv::format::load(&document).map_err(|_| ServiceError::Refused)?;
    let pdf = tokio::task::spawn_blocking(move || {
        // Held to the end, also when nobody waits for the answer any more.
        let _place = place;
        render(&document)
    })
    .await
    .map_err(|_| ServiceError::Failed)??;
    Ok(ByteStream::new(futures_util::stream::once(async move {
        Ok::<_, ServiceError>(pdf)
    })))
}

#[cfg(feature = "ssr")]
fn render(document: &cv::Document) -> Result<Vec<u8>, ServiceError> {
    let fonts = typeset::fonts::embedded();
    let mut engine = typeset::Engine::new(fonts.clone()).map_err(|_| ServiceError::Failed)?;
    let pages = engine.layout(document.shown());
    typeset::pdf::write(&pages, &fonts, None).map_err(|_| ServiceError::Failed)
}

/// Asks the server for the PDF and waits for all of it.
pub(crate) async fn request(document: String) -> Result<Vec<u8>, ServiceError> {
    use futures_util::StreamExt;
    let mut parts = pdf_render(document).await?.into_inner();
    let mut pdf = Vec::new();
    while let Some(part) = parts.next().await {
        pdf.extend_from_slice(&part?);
    }
    Ok(pdf)
}

//! Photos on the server. Pictures travel as addresses that begin with `data:`, which
//! is how a browser holds them.

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::ServiceError;
#[cfg(feature = "ssr")]
use super::{caller::Caller, limits::What};

/// How every picture begins.
pub(crate) const HEAD: &str = "data:image/jpeg;base64,";

/// Keeps a photo under the name that the browser has drawn for it. Returns it as it
/// is kept: encoded anew, so that it is nothing but a picture.
#[server(input = Json, prefix = "/api", endpoint = "photo_put")]
pub async fn photo_put(file: String, picture: String) -> Result<String, ServiceError> {
    let caller = Caller::here()?;
    caller.limit(What::Rendering)?;
    let actor = caller.actor().await?;
    let jpeg = bytes(&picture).ok_or(ServiceError::Refused)?;
    let store = &caller.service.store;
    let kept = store.photo_put(actor, name(&file)?, jpeg).await?;
    Ok(address(&kept))
}

/// A photo of the account.
#[server(input = Json, prefix = "/api", endpoint = "photo_get")]
pub async fn photo_get(file: String) -> Result<String, ServiceError> {
    let caller = Caller::here()?;
    let actor = caller.actor().await?;
    let purpose = privacy::Purpose::KeepSaved;
    let store = &caller.service.store;
    let kept = store.photo_get(actor, purpose, name(&file)?).await?;
    Ok(address(&kept))
}

#[cfg(feature = "ssr")]
fn name(file: &str) -> Result<cv::PhotoFile, ServiceError> {
    file.parse().map_err(|_| ServiceError::Refused)
}

/// The bytes of a picture.
#[cfg(feature = "ssr")]
pub(crate) fn bytes(picture: &str) -> Option<Vec<u8>> {
    use base64::Engine as _;
    let digits = picture.strip_prefix(HEAD)?;
    base64::engine::general_purpose::STANDARD
        .decode(digits)
        .ok()
}

/// A picture as an address.
#[cfg(feature = "ssr")]
pub fn address(jpeg: &[u8]) -> String {
    use base64::Engine as _;
    let digits = base64::engine::general_purpose::STANDARD.encode(jpeg);
    format!("{HEAD}{digits}")
}

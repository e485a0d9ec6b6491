//! What a publication's row holds: what is shown, as its owner has published it.

use cv::{Id, Redaction};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::PersonKey;
use zeroize::Zeroizing;

use super::{CONTENT, HIDDEN};
use crate::entity::publication;
use crate::failure::Failure;

/// What is sealed in a publication's row.
#[derive(Serialize, Deserialize)]
pub(super) struct Content {
    pub(super) redaction: Redaction,
    /// Redacted already, in its own form: what is hidden is not even here.
    pub(super) document: serde_json::Value,
    /// The photo that it shows, in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) photo: Option<String>,
    /// What its sections and items were made from, in reading order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) ids: Vec<Id>,
    /// The same CV in other languages, in the order of its owner's list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) variants: Vec<VariantContent>,
}

/// The same of a document in another language.
#[derive(Serialize, Deserialize)]
pub(super) struct VariantContent {
    /// Whose it is: a document of the same account.
    pub(super) id: Uuid,
    /// The version of that document.
    pub(super) version: u64,
    pub(super) document: serde_json::Value,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) photo: Option<String>,
}

/// Seals it for its row.
pub(super) fn seal(key: &PersonKey, id: Uuid, content: &Content) -> Result<Vec<u8>, Failure> {
    let plain = serde_json::to_vec(content)
        .map(Zeroizing::new)
        .map_err(|error| Failure::Refused(error.to_string()))?;
    Ok(key.seal(CONTENT, id.into_bytes(), &plain))
}

/// What a row holds.
///
/// # Errors
/// [`Failure::Missing`] if it was withdrawn.
pub(super) fn unseal(key: &PersonKey, row: &publication::Model) -> Result<Content, Failure> {
    let sealed = row.content.as_deref().ok_or(Failure::Missing)?;
    let plain = key.open(CONTENT, row.id.into_bytes(), sealed)?;
    serde_json::from_slice(&plain).map_err(|_| Failure::Damaged("publication.content"))
}

/// Seals what a link hides for its row. Not which details it shows: those are shown
/// anew each time, or not.
pub(super) fn seal_hidden(
    key: &PersonKey,
    id: Uuid,
    redaction: &Redaction,
) -> Result<Vec<u8>, Failure> {
    let plain = serde_json::to_vec(&redaction.clone().without_details())
        .map(Zeroizing::new)
        .map_err(|error| Failure::Refused(error.to_string()))?;
    Ok(key.seal(HIDDEN, id.into_bytes(), &plain))
}

/// What a link hides, also one that was withdrawn. None where that is not known.
pub(super) fn unseal_hidden(
    key: &PersonKey,
    row: &publication::Model,
) -> Result<Option<Redaction>, Failure> {
    let Some(sealed) = row.hidden.as_deref() else {
        return Ok(None);
    };
    let plain = key.open(HIDDEN, row.id.into_bytes(), sealed)?;
    let hidden = serde_json::from_slice(&plain);
    hidden
        .map(Some)
        .map_err(|_| Failure::Damaged("publication.hidden"))
}

#[cfg(test)]
mod tests {
    use super::Content;
    use cv::Field;

    /// What was published when a document had one page.
    #[test]
    fn a_page_from_before_there_were_links_is_read() {
        let old = r#"{"redaction":["phone"],"document":{},"photo":"AAAA"}"#;
        let content: Content = serde_json::from_str(old).expect("it reads");
        assert!(content.redaction.hides(Field::Phone));
        assert!(content.ids.is_empty() && content.variants.is_empty());
    }
}

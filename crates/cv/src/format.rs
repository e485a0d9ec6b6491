//! The format number, and loading of what older versions wrote.
//!
//! Documents, edits and journals carry [`FORMAT`]. A document that an older
//! version wrote goes through the migrations, one pure function a step on the
//! JSON; one that a newer version wrote is refused, and nothing is changed:
//! the program has to be updated (in the browser: reloaded).

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::document::Document;
use crate::edit::Edit;
use crate::limits;

/// The format that this version writes.
///
/// 2 knows numbered lists. A program of format 1 would take them for damage; by the
/// number it says that it is too old.
pub const FORMAT: u32 = 2;

/// Why a stored document or edit cannot be used.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// Written by a newer version.
    #[error("format {0} is newer than this program, which knows {FORMAT}")]
    Newer(u64),
    #[error("not JSON: line {line}, column {column}")]
    NotJson { line: usize, column: usize },
    /// JSON, but not a document of ours.
    #[error("not a Merit document: {0}")]
    NotADocument(String),
    #[error(transparent)]
    TooLarge(#[from] limits::Exceeded),
}

/// One step from format `n` (its index plus one) to the next.
const MIGRATIONS: [fn(Json) -> Json; (FORMAT - 1) as usize] = [
    // What is in format 1 means the same in format 2.
    |json| json,
];

/// Reads a document in our own form, of this or an older format.
pub fn load(json: &str) -> Result<Document, LoadError> {
    if json.len() > 2 * limits::DOCUMENT_BYTES {
        return Err(limits::Exceeded::DocumentBytes.into());
    }
    load_value(serde_json::from_str(json).map_err(not_json)?)
}

/// Reads a small value of ours from JSON. Always by way of a JSON value: a
/// parser for each type would be a tenth of what a browser has to download.
pub fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, LoadError> {
    let value: Json = serde_json::from_str(json).map_err(not_json)?;
    serde_json::from_value(value).map_err(|e| LoadError::NotADocument(e.to_string()))
}

/// [`load`] for JSON that is already parsed.
pub fn load_value(mut json: Json) -> Result<Document, LoadError> {
    let format = json.get("format").and_then(Json::as_u64);
    let Some(format) = format.filter(|f| *f >= 1) else {
        return Err(LoadError::NotADocument("it has no format number".into()));
    };
    if format > u64::from(FORMAT) {
        return Err(LoadError::Newer(format));
    }
    for migrate in &MIGRATIONS[format as usize - 1..] {
        json = migrate(json);
    }
    let mut document: Document =
        serde_json::from_value(json).map_err(|e| LoadError::NotADocument(e.to_string()))?;
    document.format = FORMAT;
    document.check().map_err(LoadError::NotADocument)?;
    limits::document(&document)?;
    Ok(document)
}

/// Writes a document in our own form, the lossless one.
pub fn save(document: &Document) -> String {
    serde_json::to_string(document).expect("a document is plain data")
}

/// An edit with the format that wrote it, as a journal keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub format: u32,
    pub edit: Edit,
}

/// The same of an edit that stays where it is: it is written at every key.
#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    edit: &'a Edit,
}

pub fn save_edit(edit: &Edit) -> String {
    let entry = Written {
        format: FORMAT,
        edit,
    };
    serde_json::to_string(&entry).expect("an edit is plain data")
}

pub fn load_edit(json: &str) -> Result<Edit, LoadError> {
    let value: Json = serde_json::from_str(json).map_err(not_json)?;
    match value.get("format").and_then(Json::as_u64) {
        Some(format) if format > u64::from(FORMAT) => Err(LoadError::Newer(format)),
        _ => serde_json::from_value::<Entry>(value)
            .map(|entry| entry.edit)
            .map_err(|e| LoadError::NotADocument(e.to_string())),
    }
}

pub(crate) fn not_json(error: serde_json::Error) -> LoadError {
    LoadError::NotJson {
        line: error.line(),
        column: error.column(),
    }
}

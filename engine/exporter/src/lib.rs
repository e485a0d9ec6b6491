//! Documents into files of other kinds, and the check of what programs read of a
//! PDF.
//!
//! A module of its own, fetched when somebody asks for a file: it needs no pages
//! and no fonts. What goes in and out is text and bytes, so that the module and
//! the app share no memory.

use cv::Details;
use typeset::{exports, readback as reading};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// Writes what a document shows. `document` is in our own form
/// (`cv::format::save`), `photo` the file of its photo, a JPEG, `format` the name of
/// one of `typeset::exports::ALL`, `values` the personal details as the preview takes
/// them.
///
/// # Errors
/// It is not a document of this or an older format, there is no such format, or the
/// details are not such an object.
#[wasm_bindgen]
pub fn write(
    document: &str,
    photo: Option<Vec<u8>>,
    format: &str,
    values: &str,
) -> Result<Vec<u8>, JsError> {
    let document = cv::format::load(document)?;
    let details = Details::of(&document, &cv::format::read(values)?);
    let format = exports::named(format).ok_or_else(|| JsError::new("there is no such format"))?;
    Ok(format.write(document.shown().with(&details), photo.as_deref()))
}

/// Every format as JSON: an array of `{"name", "extension", "mime"}`, in the
/// order in which a list would have them.
#[wasm_bindgen]
pub fn formats() -> String {
    let all = exports::ALL.iter().map(|format| {
        serde_json::json!({
            "name": format.name,
            "extension": format.extension,
            "mime": format.mime,
        })
    });
    serde_json::Value::Array(all.collect()).to_string()
}

/// What a program that took `text` out of the document's PDF has found of it:
/// JSON, an array of `{"place", "kind", "text", "found"}` in reading order.
/// `place` is `item/field` or `item/field/line`, as in the preview's
/// `data-place`; `kind` and `found` are those of `typeset::readback` in snake
/// case. `values` are as for [`write`].
///
/// # Errors
/// It is not a document of this or an older format, or the details are not such an
/// object.
#[wasm_bindgen]
pub fn readback(document: &str, text: &str, values: &str) -> Result<String, JsError> {
    let document = cv::format::load(document)?;
    let details = Details::of(&document, &cv::format::read(values)?);
    let facts = reading::facts(document.shown().with(&details));
    let outcomes = reading::compare(&facts, text);
    let all = outcomes.into_iter().map(|outcome| {
        serde_json::json!({
            "place": outcome.fact.place.to_string(),
            "kind": outcome.fact.kind,
            "text": outcome.fact.text,
            "found": outcome.found,
        })
    });
    Ok(serde_json::Value::Array(all.collect()).to_string())
}

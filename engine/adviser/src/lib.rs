//! Advice on documents.
//!
//! A module of its own, because most visits need none: the browser fetches it when
//! somebody asks. What goes in and out is text, so that the module and the app share no
//! memory. It sends nothing and keeps nothing.

use advice::Tongue;
use cv::{Language, PartialDate};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// What there is to look at in a document (own form), as JSON: an `advice::Advice`.
/// `pages` is how many it has, where that is known, `today` an ISO 8601 date.
///
/// # Errors
/// It is not a document of this or an older format, or `today` is no date.
#[wasm_bindgen]
pub fn advise(document: &str, pages: Option<usize>, today: &str) -> Result<String, JsError> {
    let document = cv::format::load(document)?;
    let today: PartialDate = today.parse()?;
    let advice = advice::advise(&document, pages, today);
    Ok(serde_json::to_string(&advice)?)
}

/// What of an advertisement a document (own form) answers, as JSON: an
/// `advice::Answer`.
///
/// # Errors
/// It is not a document of this or an older format.
#[wasm_bindgen]
pub fn compare(document: &str, advert: &str) -> Result<String, JsError> {
    let document = cv::format::load(document)?;
    Ok(serde_json::to_string(&advice::compare(&document, advert))?)
}

/// The examples in a language, by its BCP 47 tag, as JSON: a list of
/// `advice::Example`, those in English for a language that has none.
///
/// # Errors
/// None that a caller could cause.
#[wasm_bindgen]
pub fn examples(language: &str) -> Result<String, JsError> {
    let tongue = Language::from_tag(language).and_then(Tongue::of);
    let examples = advice::examples(tongue.unwrap_or(Tongue::English));
    Ok(serde_json::to_string(&examples)?)
}

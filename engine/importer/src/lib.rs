//! Files and examples into documents.
//!
//! A module of its own, because most visits import nothing: the browser fetches
//! it when there is time, or when it is asked for. What goes in and out is
//! text, so that the module and the app share no memory.

use cv::{Id, ImportError, Imported, Language, Template, format};
use js_sys::Function;
use typeset::template::words::kind_of_heading;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// Reads a file of any format that is known.
///
/// `language` is the BCP 47 tag for documents that name none, `template` the
/// template of new documents as they hold it, `ids` a function that draws a
/// random `bigint` at each call.
///
/// Returns JSON: `{"Ok": {"document": …, "report": …, "guessed": …}}` with the document
/// in our own form, or `{"Err": …}` with a `cv::ImportError`.
///
/// # Errors
/// The arguments are not those of this version of the app.
#[wasm_bindgen]
pub fn read(
    file: &[u8],
    language: &str,
    template: &str,
    ids: &Function,
) -> Result<String, JsError> {
    let (language, template) = look(language, template)?;
    let headings = &kind_of_heading;
    Ok(answer(cv::import_knowing(
        file,
        language,
        template,
        headings,
        drawing(ids),
    )))
}

/// Reads the text of a PDF's pages. Arguments and answer are those of [`read`].
///
/// # Errors
/// As [`read`].
#[wasm_bindgen]
pub fn read_text(
    text: &str,
    language: &str,
    template: &str,
    ids: &Function,
) -> Result<String, JsError> {
    let (language, template) = look(language, template)?;
    let headings = &kind_of_heading;
    Ok(answer(cv::import_text(
        text,
        language,
        template,
        headings,
        drawing(ids),
    )))
}

fn answer(read: Result<Imported, ImportError>) -> String {
    let answer = match read {
        Ok(imported) => serde_json::json!({ "Ok": {
            "document": imported.document,
            "report": imported.report,
            "guessed": imported.source.is_guess(),
        } }),
        Err(error) => serde_json::json!({ "Err": error }),
    };
    answer.to_string()
}

/// The full example in a language, as a document in our own form. The
/// arguments are those of [`read`].
///
/// # Errors
/// As [`read`].
#[wasm_bindgen]
pub fn example(language: &str, template: &str, ids: &Function) -> Result<String, JsError> {
    let (language, template) = look(language, template)?;
    let document = cv::example(language, template, drawing(ids));
    Ok(format::save(&document))
}

/// The example of a letter in a language: see [`example`].
///
/// # Errors
/// As [`read`].
#[wasm_bindgen]
pub fn example_letter(language: &str, template: &str, ids: &Function) -> Result<String, JsError> {
    let (language, template) = look(language, template)?;
    let document = cv::example_letter(language, template, drawing(ids));
    Ok(format::save(&document))
}

fn look(language: &str, template: &str) -> Result<(Language, Template), JsError> {
    let language =
        Language::from_tag(language).ok_or_else(|| JsError::new("there is no such language"))?;
    Ok((language, format::read(template)?))
}

fn drawing(ids: &Function) -> impl FnMut() -> Id {
    let mut drawn = 0;
    move || {
        drawn += 1;
        // The app's function never fails; if it did, ids that count up would
        // still differ within the document.
        let id = ids.call0(&JsValue::NULL).ok();
        Id(id.and_then(|id| u64::try_from(id).ok()).unwrap_or(drawn))
    }
}

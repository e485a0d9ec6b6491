//! Files of other kinds, and what programs read of the PDF. Both are modules that
//! are fetched when they are needed.

use cv::{Document, format};
use js_sys::{Promise, Uint8Array};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

use super::modules::{self, NotLoaded, settle};

#[wasm_bindgen]
extern "C" {
    /// `exporter`, as wasm-bindgen exports it.
    type Exporter;
    #[wasm_bindgen(method, catch)]
    fn write(
        this: &Exporter,
        document: &str,
        photo: Option<Vec<u8>>,
        format: &str,
        values: &str,
    ) -> Result<Vec<u8>, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn readback(
        this: &Exporter,
        document: &str,
        text: &str,
        values: &str,
    ) -> Result<String, JsValue>;

    /// `engine/exporter/reader.js`.
    type Reader;
    #[wasm_bindgen(method, catch)]
    fn text(this: &Reader, file: Uint8Array) -> Result<Promise, JsValue>;
}

/// Writes what a document shows, the file of its photo and the personal details that
/// are at hand, as the preview takes them, in a format of `typeset::exports`.
pub(crate) async fn written(
    document: &Document,
    photo: Option<Vec<u8>>,
    kind: &str,
    values: &str,
) -> Result<Vec<u8>, NotLoaded> {
    let module = modules::module("exporter").await?;
    let exporter = module.unchecked_ref::<Exporter>();
    let written = exporter.write(&format::save(document), photo, kind, values);
    written.map_err(|_| NotLoaded)
}

/// A fact of the CV, and whether a program that reads its PDF finds it.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub(crate) struct Fact {
    /// Where it stands, as in the preview's `data-place`.
    pub(crate) place: String,
    pub(crate) text: String,
    found: Found,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Found {
    InOrder,
    OutOfOrder,
    Lost,
}

impl Fact {
    pub(crate) fn is_lost(&self) -> bool {
        self.found == Found::Lost
    }

    pub(crate) fn is_misplaced(&self) -> bool {
        self.found == Found::OutOfOrder
    }
}

/// What pdf.js reads of a PDF of this document.
pub(crate) struct Reading {
    pub(crate) text: String,
    pub(crate) facts: Vec<Fact>,
}

/// Reads a PDF as a recruiting system does. `values` as in [`written`].
pub(crate) async fn read_back(
    document: &Document,
    pdf: &[u8],
    values: &str,
) -> Result<Reading, NotLoaded> {
    let script = modules::script("reader").await?;
    let reader = script.unchecked_ref::<Reader>();
    // A copy: the reader takes the bytes away from whoever gave them.
    let text = settle(reader.text(Uint8Array::from(pdf))).await?;
    let text = text.as_string().ok_or(NotLoaded)?;
    let module = modules::module("exporter").await?;
    let exporter = module.unchecked_ref::<Exporter>();
    let facts = exporter.readback(&format::save(document), &text, values);
    let facts = facts.map_err(|_| NotLoaded)?;
    let facts = format::read(&facts).map_err(|_| NotLoaded)?;
    Ok(Reading { text, facts })
}

//! The PDF writer in the browser: finished pages in, a file out.
//!
//! Loaded when somebody wants a file. It gets the pages that the preview shows,
//! as bytes, and so writes exactly these; a machine that writes the same pages
//! makes the same file, to the byte.

use js_sys::{Array, Uint8Array};
use typeset::{FontData, Pages, pdf};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// Writes `pages` (what the preview's `pages()` returned). `fonts` are the
/// files of `typeset::Face::ALL` as `Uint8Array`s, in that order; `photo` is the
/// JPEG that a document with a photo shows.
///
/// # Errors
/// The pages come from another version of the preview, or a font is not the
/// file that it should be, or the photo is no JPEG.
#[wasm_bindgen]
pub fn write(pages: &[u8], fonts: &Array, photo: Option<Vec<u8>>) -> Result<Vec<u8>, JsError> {
    let pages: Pages = postcard::from_bytes(pages)?;
    let fonts: Vec<FontData> = fonts
        .iter()
        .map(|font| Uint8Array::new(&font).to_vec().into())
        .collect();
    Ok(pdf::write_with_photo(
        &pages,
        &fonts,
        None,
        photo.as_deref(),
    )?)
}

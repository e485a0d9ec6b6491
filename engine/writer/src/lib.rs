//! The PDF writer in the browser: finished pages in, a file out.
//!
//! Loaded when somebody wants a file. It gets the pages that the preview shows,
//! as bytes, and so writes exactly these; a machine that writes the same pages
//! makes the same file, to the byte.

use js_sys::{Array, Uint8Array};
use typeset::{Fonts, Pages, pdf};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsError};

/// Writes `pages` (what the preview's `pages()` returned). `fonts` are the
/// files that are at hand, as `Uint8Array`s in the places of their faces' numbers.
///
/// # Errors
/// The pages come from another version of the preview, or a font is not the
/// file that it should be.
#[wasm_bindgen]
pub fn write(pages: &[u8], fonts: &Array) -> Result<Vec<u8>, JsError> {
    let pages: Pages = postcard::from_bytes(pages)?;
    let mut used = Fonts::new();
    for face in pages.faces() {
        let file = fonts.get(u32::from(face.number()));
        if let Some(file) = file.dyn_ref::<Uint8Array>() {
            used.add(face, file.to_vec().into())?;
        }
    }
    Ok(pdf::write(&pages, &used, &pdf::Options::default())?)
}

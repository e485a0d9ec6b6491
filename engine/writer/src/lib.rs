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
/// files that are at hand, as `Uint8Array`s in the places of their faces' numbers;
/// `photo` is the JPEG that a document with a photo shows; `source` the CV as JSON
/// Resume, which is attached. A file for an archive is one with a moment, `archived`:
/// year, month, day, hour, minute and second in Coordinated Universal Time.
///
/// # Errors
/// The pages come from another version of the preview, a font is not the
/// file that it should be, the photo is no JPEG, or the pages break a rule for archives.
#[wasm_bindgen]
pub fn write(
    pages: &[u8],
    fonts: &Array,
    photo: Option<Vec<u8>>,
    source: Option<String>,
    archived: Option<Vec<u16>>,
) -> Result<Vec<u8>, JsError> {
    let pages: Pages = postcard::from_bytes(pages)?;
    let used = used(&[&pages], fonts)?;
    let options = pdf::Options {
        created: archived.as_deref().and_then(moment),
        archival: archived.is_some(),
        source: source.as_deref(),
        photo: photo.as_deref(),
    };
    Ok(pdf::write(&pages, &used, &options)?)
}

/// Writes a letter and the CV that it goes with as one file. `letter` and `cv` are
/// the pages of each, `photo` is the CV's, `sources` the data of both in this order,
/// or nothing; the rest is as for [`write`].
///
/// # Errors
/// As [`write`].
#[wasm_bindgen]
pub fn write_with_letter(
    letter: &[u8],
    cv: &[u8],
    fonts: &Array,
    photo: Option<Vec<u8>>,
    sources: Option<Vec<String>>,
    archived: Option<Vec<u16>>,
) -> Result<Vec<u8>, JsError> {
    let letter: Pages = postcard::from_bytes(letter)?;
    let cv: Pages = postcard::from_bytes(cv)?;
    let used = used(&[&letter, &cv], fonts)?;
    let mut sources = sources.iter().flatten().map(String::as_str);
    let parts = [
        pdf::Part {
            pages: &letter,
            name: pdf::LETTER_NAME,
            source: sources.next(),
            photo: None,
        },
        pdf::Part {
            pages: &cv,
            name: pdf::SOURCE_NAME,
            source: sources.next(),
            photo: photo.as_deref(),
        },
    ];
    let options = pdf::Options {
        created: archived.as_deref().and_then(moment),
        archival: archived.is_some(),
        ..pdf::Options::default()
    };
    Ok(pdf::together(&parts, &used, &options)?)
}

/// Of the files that are at hand those that the pages are set in.
fn used(all: &[&Pages], fonts: &Array) -> Result<Fonts, JsError> {
    let mut used = Fonts::new();
    for face in all.iter().flat_map(|pages| pages.faces()) {
        let file = fonts.get(u32::from(face.number()));
        if let Some(file) = file.dyn_ref::<Uint8Array>() {
            used.add(face, file.to_vec().into())?;
        }
    }
    Ok(used)
}

fn moment(parts: &[u16]) -> Option<pdf::Moment> {
    let &[year, month, day, hour, minute, second] = parts else {
        return None;
    };
    let part = |part| u8::try_from(part).ok();
    Some(pdf::Moment {
        year,
        month: part(month)?,
        day: part(day)?,
        hour: part(hour)?,
        minute: part(minute)?,
        second: part(second)?,
    })
}

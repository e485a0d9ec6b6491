//! A CV document in, pages out: the same pages, to the byte, in the browser and
//! on a machine.
//!
//! A [`template`] turns what a document shows into rows of styled text; the
//! [`layout`] engine shapes and breaks them into lines (parley) and lets them
//! flow over pages; the finished [`Pages`] are plain data, and [`svg`], [`text`]
//! and [`pdf`] write them without knowing documents or templates. So a page on
//! the screen and a page in the file cannot differ, and the PDF writer is a
//! program of its own that needs only pages and fonts. A web page has no pages:
//! `html` writes the same words, which templates share, as one.
//!
//! Deterministic: no clock, no randomness, no map order, no platform float
//! functions. Lengths are points (1/72 inch), y grows downwards.

pub mod fonts;
pub mod icons;
#[cfg(any(feature = "pdf", feature = "exports"))]
mod links;
pub mod pages;
pub mod svg;
pub mod text;

#[cfg(feature = "exports")]
pub mod exports;
#[cfg(feature = "html")]
pub mod html;
#[cfg(feature = "layout")]
pub mod layout;
#[cfg(feature = "readback")]
pub mod readback;
#[cfg(feature = "layout")]
pub mod template;

#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(feature = "png")]
pub mod png;

pub use fonts::{Face, FontData, Fonts};
#[cfg(feature = "layout")]
pub use layout::{Engine, PatternsError};
pub use pages::Pages;

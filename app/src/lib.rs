//! The Leptos code: one codebase for the pages that the server renders and for
//! the editor that runs in the browser.
//!
//! Each page is a document of its own ([`page::Page`]); there is no client-side
//! router. Pages without interaction are sent without any script. The editor
//! is rendered by the server and taken over ("hydrated") in the browser.
//!
//! Folders: `pages` are the plain pages, `editor` is the form, the desk with
//! the live pages and the dialogs, `browser` is what talks to the browser
//! itself: database, files, the other WASM modules.

#![recursion_limit = "512"]
#![expect(
    unreachable_pub,
    reason = "a component's macro writes items that are pub, whatever the component is"
)]

#[cfg(not(erase_components))]
compile_error!(
    "compile with --cfg=erase_components, as .cargo/config.toml says: RUSTFLAGS in the environment replaces it"
);

pub mod account;
pub mod browser;
pub mod editor;
mod escape;
pub mod language;
pub mod page;
pub mod pages;
pub mod service;
#[cfg(feature = "ssr")]
pub mod shell;

/// Takes over the page that the server rendered. Called once by the shell's
/// script when the module has loaded.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    editor::hydrate();
}

//! The other WebAssembly modules: the live pages and the PDF writer.
//!
//! Both are files with hashed names, which the shell writes as data attributes
//! on `<html>`, and are loaded with a dynamic `import`. Each module's fonts are
//! fetched once and shared.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use futures_util::future::join;
use js_sys::{Array, Promise, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Response};

#[wasm_bindgen]
extern "C" {
    /// The shell's one-line loader: `import(url)`, which Rust cannot say.
    #[wasm_bindgen(js_namespace = merit, js_name = load, catch)]
    fn import(url: &str) -> Result<Promise, JsValue>;

    /// What wasm-bindgen makes of a module; `default` starts it.
    type Module;
    #[wasm_bindgen(method, js_name = default, catch)]
    fn start(this: &Module, options: &JsValue) -> Result<Promise, JsValue>;
    /// `writer`: makes the PDF of finished pages.
    #[wasm_bindgen(method, catch)]
    fn write(this: &Module, pages: &[u8], fonts: &Array) -> Result<Vec<u8>, JsValue>;

    /// `preview`: the pages under an element of ours.
    #[derive(Clone)]
    pub(crate) type Preview;
    #[wasm_bindgen(method, catch)]
    pub(crate) fn attach(this: &Preview, desk: &Element, page_label: &str) -> Result<(), JsValue>;
    /// Shows another document (own form); returns the status as JSON.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn open(this: &Preview, document: &str) -> Result<String, JsValue>;
    /// Applies one edit (`format::save_edit`); returns the status as JSON.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn apply(this: &Preview, edit: &str) -> Result<String, JsValue>;
    /// The first page in another template, as the markup of an `<svg>`.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn thumbnail(this: &Preview, template: &str) -> Result<String, JsValue>;
    /// A design that fits the document on so many pages, as JSON, or nothing.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn fit(this: &Preview, most: usize) -> Result<String, JsValue>;
    /// How many lines stand after so many pages.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn lines_after(this: &Preview, pages: usize) -> Result<u32, JsValue>;
    /// The finished pages, for the PDF writer.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn pages(this: &Preview) -> Result<Vec<u8>, JsValue>;
}

/// A module or a font could not be loaded: no network, or no memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotLoaded;

/// Loads the live pages.
pub(crate) async fn preview() -> Result<Preview, NotLoaded> {
    let (module, fonts) = join(module("preview"), fonts()).await;
    let module = module?;
    let class = Reflect::get(&module, &"Preview".into()).map_err(|_| NotLoaded)?;
    let class: js_sys::Function = class.dyn_into().map_err(|_| NotLoaded)?;
    let preview = Reflect::construct(&class, &Array::of1(&fonts?.into())).map_err(|_| NotLoaded)?;
    Ok(preview.unchecked_into())
}

/// The PDF writer, ready to write.
#[derive(Clone)]
pub(crate) struct Writer {
    module: JsValue,
    fonts: Array,
}

impl Writer {
    pub(crate) async fn load() -> Result<Writer, NotLoaded> {
        let (module, fonts) = join(module("writer"), fonts()).await;
        Ok(Writer {
            module: module?,
            fonts: fonts?,
        })
    }

    /// Makes the PDF of pages from [`Preview::pages`].
    pub(crate) fn write(&self, pages: &[u8]) -> Result<Vec<u8>, NotLoaded> {
        self.module
            .unchecked_ref::<Module>()
            .write(pages, &self.fonts)
            .map_err(|_| NotLoaded)
    }
}

/// Imports and starts a module by its name in the shell's attributes.
pub(super) async fn module(name: &str) -> Result<JsValue, NotLoaded> {
    // A browser remembers that an import failed, and fails it again without
    // asking: under another address it asks.
    static FAILURES: AtomicU32 = AtomicU32::new(0);
    let mut js = attribute(&format!("data-{name}-js"))?;
    let wasm = attribute(&format!("data-{name}-wasm"))?;
    let failures = FAILURES.load(Relaxed);
    if failures > 0 {
        js = format!("{js}?again={failures}");
    }
    let module = settle(import(&js)).await.inspect_err(|_| {
        FAILURES.fetch_add(1, Relaxed);
    })?;
    let options = js_sys::Object::new();
    Reflect::set(&options, &"module_or_path".into(), &wasm.into()).map_err(|_| NotLoaded)?;
    settle(module.unchecked_ref::<Module>().start(&options)).await?;
    Ok(module)
}

/// The font files of the template, in its order, as `Uint8Array`s.
async fn fonts() -> Result<Array, NotLoaded> {
    let names = attribute("data-fonts")?;
    let requests = Array::new();
    for name in names.split_whitespace() {
        requests.push(&window().fetch_with_str(name));
    }
    let responses: Array = settle(Ok(Promise::all(&requests))).await?.unchecked_into();
    let bodies = Array::new();
    for response in responses.iter() {
        let response: Response = response.dyn_into().map_err(|_| NotLoaded)?;
        if !response.ok() {
            return Err(NotLoaded);
        }
        bodies.push(&response.array_buffer().map_err(|_| NotLoaded)?.into());
    }
    let buffers: Array = settle(Ok(Promise::all(&bodies))).await?.unchecked_into();
    Ok(buffers
        .iter()
        .map(|buffer| JsValue::from(Uint8Array::new(&buffer)))
        .collect())
}

async fn settle(promise: Result<Promise, JsValue>) -> Result<JsValue, NotLoaded> {
    JsFuture::from(promise.map_err(|_| NotLoaded)?)
        .await
        .map_err(|_| NotLoaded)
}

fn attribute(name: &str) -> Result<String, NotLoaded> {
    let html = document().document_element().ok_or(NotLoaded)?;
    html.get_attribute(name)
        .filter(|value| !value.is_empty())
        .ok_or(NotLoaded)
}

//! The other WebAssembly modules: the live pages and the PDF writer.
//!
//! Both are files with hashed names, which the shell writes as data attributes
//! on `<html>`, and are loaded with a dynamic `import`. Font files are fetched
//! once, when a document needs them, and shared.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use futures_util::future::{join, join_all};
use js_sys::{Array, Promise, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use serde::Deserialize;
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
    fn write(
        this: &Module,
        pages: &[u8],
        fonts: &Array,
        photo: Option<Vec<u8>>,
        source: Option<String>,
        archived: Option<Vec<u16>>,
    ) -> Result<Vec<u8>, JsValue>;

    /// The same of a letter and the CV that it goes with.
    #[wasm_bindgen(method, catch)]
    fn write_with_letter(
        this: &Module,
        letter: &[u8],
        cv: &[u8],
        fonts: &Array,
        photo: Option<Vec<u8>>,
        sources: Option<Vec<String>>,
        archived: Option<Vec<u16>>,
    ) -> Result<Vec<u8>, JsValue>;

    /// `preview`: the pages under an element of ours.
    #[derive(Clone)]
    pub(crate) type Preview;
    #[wasm_bindgen(method, catch)]
    pub(crate) fn attach(this: &Preview, desk: &Element, page_label: &str) -> Result<(), JsValue>;
    /// Adds the file of a face.
    #[wasm_bindgen(method, catch)]
    fn add_face(this: &Preview, number: u8, file: &Uint8Array) -> Result<(), JsValue>;
    /// Adds the hyphenation patterns of a language.
    #[wasm_bindgen(method, catch)]
    fn set_patterns(this: &Preview, language: &str, file: &Uint8Array) -> Result<(), JsValue>;
    /// Sets the document anew; returns the status as JSON.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn refresh(this: &Preview) -> Result<String, JsValue>;
    /// Shows another document (own form); returns the status as JSON.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn open(this: &Preview, document: &str) -> Result<String, JsValue>;
    /// Applies one edit (`format::save_edit`); returns the status as JSON.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn apply(this: &Preview, edit: &str) -> Result<String, JsValue>;
    /// The address of the photo's bytes.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn set_photo(this: &Preview, address: Option<String>) -> Result<(), JsValue>;
    /// The values of personal details, by reference, as a JSON object. The next
    /// status is that of pages with them.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn set_details(this: &Preview, values: &str) -> Result<(), JsValue>;
    /// The first page in another template, as the markup of an `<svg>`.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn thumbnail(this: &Preview, template: &str) -> Result<String, JsValue>;
    /// The faces that the last thumbnail lacks, as JSON.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn thumbnail_lacks(this: &Preview) -> Result<String, JsValue>;
    /// The pages of another document, with its personal details, for the PDF writer.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn pages_beside(
        this: &Preview,
        document: &str,
        values: &str,
    ) -> Result<Vec<u8>, JsValue>;
    /// What they lack, as JSON.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn beside_lacks(this: &Preview) -> Result<String, JsValue>;
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
    let (module, fonts) = join(module("preview"), first_faces()).await;
    let (module, fonts) = (module?, fonts?);
    let class = Reflect::get(&module, &"Preview".into()).map_err(|_| NotLoaded)?;
    let class: js_sys::Function = class.dyn_into().map_err(|_| NotLoaded)?;
    let preview = Reflect::construct(&class, &Array::new()).map_err(|_| NotLoaded)?;
    let preview: Preview = preview.unchecked_into();
    for (number, file) in fonts {
        preview.add_face(number, &file).map_err(|_| NotLoaded)?;
    }
    Ok(preview)
}

/// What pages lack, as the preview's status names it.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Lacking {
    Face {
        number: u8,
        file: String,
        /// As CSS names it: weight, size and family.
        css: String,
    },
    /// Where the words of a language may be divided.
    Patterns { language: String, file: String },
}

/// Brings the preview what it lacks. It shows it when it is told to refresh.
pub(crate) async fn bring(preview: &Preview, lacking: &[Lacking]) -> Result<(), NotLoaded> {
    let brought = lacking.iter().map(|lacking| async move {
        let added = match lacking {
            Lacking::Face { number, file, css } => {
                let file = face_file(*number, file).await?;
                // The pages are text in this face: it has to be there when they are.
                settle(Ok(document().fonts().load(css))).await?;
                preview.add_face(*number, &file)
            }
            Lacking::Patterns { language, file } => {
                let file = fetched(&format!("/hyphenation/{file}")).await?;
                preview.set_patterns(language, &file)
            }
        };
        added.map_err(|_| NotLoaded)
    });
    join_all(brought).await.into_iter().collect()
}

/// The PDF writer, ready to write.
#[derive(Clone)]
pub(crate) struct Writer {
    module: JsValue,
}

impl Writer {
    pub(crate) async fn load() -> Result<Writer, NotLoaded> {
        let module = module("writer").await?;
        Ok(Writer { module })
    }

    /// Makes the PDF of pages from [`Preview::pages`], with the bytes of the photo and
    /// the CV's data; for an archive, when it is given the moment.
    pub(crate) fn write(
        &self,
        pages: &[u8],
        photo: Option<Vec<u8>>,
        source: Option<String>,
        archived: Option<Vec<u16>>,
    ) -> Result<Vec<u8>, NotLoaded> {
        let module = self.module.unchecked_ref::<Module>();
        FACES
            .with_borrow(|faces| module.write(pages, faces, photo, source, archived))
            .map_err(|_| NotLoaded)
    }
}

impl Writer {
    /// Makes one PDF of the pages of a letter and of its CV, with the photo of the CV
    /// and the data of both.
    pub(crate) fn write_with_letter(
        &self,
        [letter, cv]: &[Vec<u8>; 2],
        photo: Option<Vec<u8>>,
        sources: Option<Vec<String>>,
        archived: Option<Vec<u16>>,
    ) -> Result<Vec<u8>, NotLoaded> {
        let module = self.module.unchecked_ref::<Module>();
        FACES
            .with_borrow(|faces| {
                module.write_with_letter(letter, cv, faces, photo, sources, archived)
            })
            .map_err(|_| NotLoaded)
    }
}

/// Imports a script by its name in the shell's attributes.
pub(super) async fn script(name: &str) -> Result<JsValue, NotLoaded> {
    // A browser remembers that an import failed, and fails it again without
    // asking: under another address it asks.
    static FAILURES: AtomicU32 = AtomicU32::new(0);
    let mut js = attribute(&format!("data-{name}-js"))?;
    let failures = FAILURES.load(Relaxed);
    if failures > 0 {
        js = format!("{js}?again={failures}");
    }
    settle(import(&js)).await.inspect_err(|_| {
        FAILURES.fetch_add(1, Relaxed);
    })
}

/// Imports and starts a module by its name in the shell's attributes.
pub(super) async fn module(name: &str) -> Result<JsValue, NotLoaded> {
    let module = script(name).await?;
    let wasm = attribute(&format!("data-{name}-wasm"))?;
    let options = js_sys::Object::new();
    Reflect::set(&options, &"module_or_path".into(), &wasm.into()).map_err(|_| NotLoaded)?;
    settle(module.unchecked_ref::<Module>().start(&options)).await?;
    Ok(module)
}

thread_local! {
    /// The font files that were fetched, each in the place of its face's number.
    static FACES: RefCell<Array> = RefCell::new(Array::new());
}

/// The faces of a new document, which the shell names in the order of their
/// numbers.
async fn first_faces() -> Result<Vec<(u8, Uint8Array)>, NotLoaded> {
    let names = attribute("data-fonts")?;
    let numbered = (0..).zip(names.split_whitespace());
    let files = numbered.map(|(number, name)| async move {
        let file = face_file(number, name).await?;
        Ok((number, file))
    });
    join_all(files).await.into_iter().collect()
}

/// The file of a face, fetched unless it is here.
async fn face_file(number: u8, name: &str) -> Result<Uint8Array, NotLoaded> {
    let here = FACES.with_borrow(|faces| faces.get(number.into()));
    if let Ok(file) = here.dyn_into::<Uint8Array>() {
        return Ok(file);
    }
    let file = fetched(&format!("/fonts/{name}")).await?;
    FACES.with_borrow(|faces| faces.set(number.into(), file.clone().into()));
    Ok(file)
}

async fn fetched(address: &str) -> Result<Uint8Array, NotLoaded> {
    let response = settle(Ok(window().fetch_with_str(address))).await?;
    let response: Response = response.dyn_into().map_err(|_| NotLoaded)?;
    if !response.ok() {
        return Err(NotLoaded);
    }
    Ok(Uint8Array::new(&settle(response.array_buffer()).await?))
}

pub(super) async fn settle(promise: Result<Promise, JsValue>) -> Result<JsValue, NotLoaded> {
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

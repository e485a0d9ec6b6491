//! Files and examples, read by a WebAssembly module that is fetched when it is
//! needed, or before that when there is time.

use cv::import::{ImportError, Report};
use cv::{Document, Language, format};
use js_sys::{Promise, Uint8Array};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use serde::Deserialize;
use serde_json::Value as Json;
use wasm_bindgen::prelude::*;

use super::modules::{self, NotLoaded, settle};
use super::random;
use crate::editor::documents;

#[wasm_bindgen]
extern "C" {
    /// `importer`, as wasm-bindgen exports it.
    #[derive(Clone)]
    type Module;
    #[wasm_bindgen(method, catch)]
    fn read(
        this: &Module,
        file: &[u8],
        language: &str,
        template: &str,
        ids: &JsValue,
    ) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn read_text(
        this: &Module,
        text: &str,
        language: &str,
        template: &str,
        ids: &JsValue,
    ) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn example(
        this: &Module,
        language: &str,
        template: &str,
        ids: &JsValue,
    ) -> Result<String, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn example_letter(
        this: &Module,
        language: &str,
        template: &str,
        ids: &JsValue,
    ) -> Result<String, JsValue>;

    /// `engine/exporter/reader.js`.
    type Reader;
    #[wasm_bindgen(method, catch)]
    fn lines(this: &Reader, file: Uint8Array) -> Result<Promise, JsValue>;
}

/// What a file became.
#[derive(Clone)]
pub(crate) struct Opened {
    pub(crate) document: Document,
    pub(crate) report: Report,
    /// It was guessed from text without fields: a person has to look at it.
    pub(crate) guessed: bool,
}

#[derive(Deserialize)]
struct Answer {
    document: Json,
    report: Report,
    guessed: bool,
}

/// A handle on the module; copies are the same one.
#[derive(Clone, Copy)]
pub(crate) struct Importer(StoredValue<Option<SendWrapper<Module>>>);

impl Importer {
    pub(crate) fn new() -> Importer {
        Importer(StoredValue::new(None))
    }

    /// Fetches the module before it is needed, so that it also works when the
    /// network is gone by then.
    pub(crate) async fn prepare(self) {
        // If it fails now it is tried again when it is needed, and told then.
        let _ = self.module().await;
    }

    async fn module(self) -> Result<SendWrapper<Module>, NotLoaded> {
        if let Some(module) = self.0.get_value() {
            return Ok(module);
        }
        let module: Module = modules::module("importer").await?.unchecked_into();
        let module = SendWrapper::new(module);
        self.0.set_value(Some(module.clone()));
        Ok(module)
    }

    /// Reads a file. `language` is for documents that name none.
    pub(crate) async fn read(
        self,
        file: &[u8],
        language: Language,
    ) -> Result<Result<Opened, ImportError>, NotLoaded> {
        let module = self.module().await?;
        let answer =
            with_ids(|ids| module.read(file, language.tag(), &documents::template(), ids))?;
        opened(&answer)
    }

    /// Reads what the pages of a PDF say. `None` if no page of it can be read.
    pub(crate) async fn read_pages(
        self,
        pdf: &[u8],
        language: Language,
    ) -> Result<Option<Result<Opened, ImportError>>, NotLoaded> {
        let module = self.module().await?;
        let script = modules::script("reader").await?;
        let reader = script.unchecked_ref::<Reader>();
        // A copy: the reader takes the bytes away from whoever gave them.
        let Ok(text) = settle(reader.lines(Uint8Array::from(pdf))).await else {
            return Ok(None);
        };
        let text = text.as_string().unwrap_or_default();
        let answer =
            with_ids(|ids| module.read_text(&text, language.tag(), &documents::template(), ids))?;
        opened(&answer).map(Some)
    }

    /// The full example in a language.
    pub(crate) async fn example(self, language: Language) -> Result<Document, NotLoaded> {
        let module = self.module().await?;
        let json = with_ids(|ids| module.example(language.tag(), &documents::template(), ids))?;
        format::load(&json).map_err(|_| NotLoaded)
    }

    /// The example of a letter in a language.
    pub(crate) async fn example_letter(self, language: Language) -> Result<Document, NotLoaded> {
        let module = self.module().await?;
        let template = documents::template();
        let json = with_ids(|ids| module.example_letter(language.tag(), &template, ids))?;
        format::load(&json).map_err(|_| NotLoaded)
    }
}

/// The module's answer.
fn opened(answer: &str) -> Result<Result<Opened, ImportError>, NotLoaded> {
    let answer: Result<Answer, ImportError> = format::read(answer).map_err(|_| NotLoaded)?;
    Ok(match answer {
        Ok(answer) => Ok(Opened {
            document: format::load_value(answer.document).map_err(|_| NotLoaded)?,
            report: answer.report,
            guessed: answer.guessed,
        }),
        Err(error) => Err(error),
    })
}

/// Lends the module a function that draws ids.
fn with_ids(call: impl FnOnce(&JsValue) -> Result<String, JsValue>) -> Result<String, NotLoaded> {
    let draw = Closure::<dyn FnMut() -> u64>::new(|| random::id().0);
    call(draw.as_ref()).map_err(|_| NotLoaded)
}

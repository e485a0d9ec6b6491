//! Files and examples, read by a WebAssembly module that is fetched when it is
//! needed, or before that when there is time.

use cv::import::{ImportError, Report};
use cv::{Document, Language, format};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use serde::Deserialize;
use serde_json::Value as Json;
use wasm_bindgen::prelude::*;

use super::modules::{self, NotLoaded};
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
    fn example(
        this: &Module,
        language: &str,
        template: &str,
        ids: &JsValue,
    ) -> Result<String, JsValue>;
}

/// What a file became.
pub(crate) struct Opened {
    pub(crate) document: Document,
    pub(crate) report: Report,
}

#[derive(Deserialize)]
struct Answer {
    document: Json,
    report: Report,
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
        let answer: Result<Answer, ImportError> = format::read(&answer).map_err(|_| NotLoaded)?;
        match answer {
            Ok(Answer { document, report }) => {
                let document = format::load_value(document).map_err(|_| NotLoaded)?;
                Ok(Ok(Opened { document, report }))
            }
            Err(error) => Ok(Err(error)),
        }
    }

    /// The full example in a language.
    pub(crate) async fn example(self, language: Language) -> Result<Document, NotLoaded> {
        let module = self.module().await?;
        let json = with_ids(|ids| module.example(language.tag(), &documents::template(), ids))?;
        format::load(&json).map_err(|_| NotLoaded)
    }
}

/// Lends the module a function that draws ids.
fn with_ids(call: impl FnOnce(&JsValue) -> Result<String, JsValue>) -> Result<String, NotLoaded> {
    let draw = Closure::<dyn FnMut() -> u64>::new(|| random::id().0);
    call(draw.as_ref()).map_err(|_| NotLoaded)
}

//! Advice on the document, from a WebAssembly module that is fetched when somebody
//! asks for some. Nothing of it leaves the browser.

use advice::{Advice, Answer, Example};
use cv::{Document, format};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::*;

use super::modules::{self, NotLoaded};

#[wasm_bindgen]
extern "C" {
    /// `adviser`, as wasm-bindgen exports it.
    #[derive(Clone)]
    type Module;
    #[wasm_bindgen(method, catch)]
    fn advise(
        this: &Module,
        document: &str,
        pages: Option<usize>,
        today: &str,
    ) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn compare(this: &Module, document: &str, advert: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn examples(this: &Module, language: &str) -> Result<String, JsValue>;
}

/// A handle on the module; copies are the same one.
#[derive(Clone, Copy)]
pub(crate) struct Adviser(StoredValue<Option<SendWrapper<Module>>>);

impl Adviser {
    pub(crate) fn new() -> Adviser {
        Adviser(StoredValue::new(None))
    }

    async fn module(self) -> Result<SendWrapper<Module>, NotLoaded> {
        if let Some(module) = self.0.get_value() {
            return Ok(module);
        }
        let module: Module = modules::module("adviser").await?.unchecked_into();
        let module = SendWrapper::new(module);
        self.0.set_value(Some(module.clone()));
        Ok(module)
    }

    /// What there is to look at. `pages` is how many there are, where that is known.
    pub(crate) async fn advise(
        self,
        document: &Document,
        pages: Option<usize>,
    ) -> Result<Advice, NotLoaded> {
        let module = self.module().await?;
        let advice = module.advise(&format::save(document), pages, &today());
        read(advice)
    }

    /// What of an advertisement the document answers.
    pub(crate) async fn compare(
        self,
        document: &Document,
        advert: &str,
    ) -> Result<Answer, NotLoaded> {
        let module = self.module().await?;
        read(module.compare(&format::save(document), advert))
    }

    /// The examples in a language, by its tag.
    pub(crate) async fn examples(self, language: &str) -> Result<Vec<Example>, NotLoaded> {
        let module = self.module().await?;
        read(module.examples(language))
    }
}

fn read<T: serde::de::DeserializeOwned>(answer: Result<String, JsValue>) -> Result<T, NotLoaded> {
    let answer = answer.map_err(|_| NotLoaded)?;
    format::read(&answer).map_err(|_| NotLoaded)
}

/// The day by the reader's own calendar.
fn today() -> String {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    format!("{year:04}-{month:02}-{day:02}")
}

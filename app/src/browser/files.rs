//! Files: the person's own ones read, and finished ones offered.

use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, Url};

/// A finished file.
pub(crate) struct Finished {
    pub(crate) name: String,
    /// Its media type.
    pub(crate) media: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// The browser would not read a file or take one.
#[derive(Debug)]
pub(crate) struct FileError;

/// The bytes of a file that a person chose or dropped.
pub(crate) async fn read(file: &File) -> Result<Vec<u8>, FileError> {
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| FileError)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Saves a file as a download.
pub(crate) fn download(file: &Finished) -> Result<(), FileError> {
    let url =
        blob(file).and_then(|b| Url::create_object_url_with_blob(&b).map_err(|_| FileError))?;
    let anchor: HtmlAnchorElement = document()
        .create_element("a")
        .ok()
        .and_then(|e| e.dyn_into().ok())
        .ok_or(FileError)?;
    anchor.set_href(&url);
    anchor.set_download(&file.name);
    anchor.click();
    // The browser has taken hold of the file; the address may go a little later.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// Whether this device offers to share such a file with other programs. Only
/// phones and tablets are asked: there a download is hard to find again, while
/// on a desktop it is what people expect.
pub(crate) fn can_share(file: &Finished) -> bool {
    let coarse = window().match_media("(pointer: coarse)").ok().flatten();
    coarse.is_some_and(|query| query.matches())
        && share_data(file).is_ok_and(|data| {
            method("canShare")
                .and_then(|can| can.call1(&window().navigator(), &data).ok())
                .and_then(|answer| answer.as_bool())
                .unwrap_or(false)
        })
}

/// Offers the file to other programs. A person who closes the offer has
/// decided: that is not an error.
pub(crate) async fn share(file: &Finished) -> Result<(), FileError> {
    let data = share_data(file)?;
    let promise = method("share")
        .and_then(|share| share.call1(&window().navigator(), &data).ok())
        .and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok())
        .ok_or(FileError)?;
    match JsFuture::from(promise).await {
        Ok(_) => Ok(()),
        Err(error) => {
            let name = Reflect::get(&error, &"name".into())
                .ok()
                .and_then(|n| n.as_string());
            if name.as_deref() == Some("AbortError") {
                Ok(())
            } else {
                Err(FileError)
            }
        }
    }
}

fn share_data(file: &Finished) -> Result<JsValue, FileError> {
    let options = FilePropertyBag::new();
    options.set_type(file.media);
    let parts = Array::of1(&Uint8Array::from(file.bytes.as_slice()));
    let shared = File::new_with_u8_array_sequence_and_options(&parts, &file.name, &options)
        .map_err(|_| FileError)?;
    let data = js_sys::Object::new();
    Reflect::set(&data, &"files".into(), &Array::of1(&shared)).map_err(|_| FileError)?;
    Ok(data.into())
}

fn method(name: &str) -> Option<Function> {
    Reflect::get(&window().navigator(), &JsValue::from_str(name))
        .ok()?
        .dyn_into()
        .ok()
}

fn blob(file: &Finished) -> Result<Blob, FileError> {
    let options = BlobPropertyBag::new();
    options.set_type(file.media);
    let parts = Array::of1(&Uint8Array::from(file.bytes.as_slice()));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(|_| FileError)
}

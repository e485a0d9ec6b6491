//! Calls server functions: what the framework's own client does, with one path
//! through the code for all of them, which is a fifth of its size.

use leptos::prelude::window;
use leptos::server_fn::ServerFn;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestInit, Response};

use crate::account::{self, BESIDE, PAGE_OF};
use crate::service::ServiceError;

/// What the server's guard answers, before any function of ours, to a body that
/// is larger than a document can be.
const TOO_LARGE: u16 = 413;

/// Calls a server function with its arguments and waits for what it returns.
///
/// # Errors
/// The function's own, or [`ServiceError::Unreachable`] if no answer came.
pub(crate) async fn ask<F>(function: F) -> Result<F::Output, ServiceError>
where
    F: ServerFn<Error = ServiceError> + Serialize,
    F::Output: DeserializeOwned,
{
    ask_in(function, None).await
}

/// Calls a server function about an account that it does not name, beside one of
/// the account's saved CVs: whoever's session it is by now, nobody else is meant.
///
/// # Errors
/// As [`ask`]; [`ServiceError::SignedOut`] where the session is another account's.
pub(crate) async fn ask_beside<F>(cv: Option<&str>, function: F) -> Result<F::Output, ServiceError>
where
    F: ServerFn<Error = ServiceError> + Serialize,
    F::Output: DeserializeOwned,
{
    let cv = cv.ok_or(ServiceError::SignedOut)?;
    ask_in(function, Some(cv)).await
}

async fn ask_in<F>(function: F, beside: Option<&str>) -> Result<F::Output, ServiceError>
where
    F: ServerFn<Error = ServiceError> + Serialize,
    F::Output: DeserializeOwned,
{
    let response = post(F::PATH, body(&function)?, beside).await?;
    if response.status() == TOO_LARGE {
        return Err(ServiceError::Refused);
    }
    let answer = json(&response).await?;
    // An answer that is not ours is that of a proxy whose server is away.
    match response.ok() {
        true => serde_json::from_value(answer).map_err(|_| ServiceError::Unreachable),
        false => Err(refusal(answer)),
    }
}

/// Calls a server function that answers with a file.
///
/// # Errors
/// As [`ask`].
pub(crate) async fn ask_for_file<F>(function: F) -> Result<Vec<u8>, ServiceError>
where
    F: ServerFn<Error = ServiceError> + Serialize,
{
    let response = post(F::PATH, body(&function)?, None).await?;
    if !response.ok() {
        return Err(refusal(json(&response).await?));
    }
    let file = response.array_buffer();
    let file = file.map_err(|_| ServiceError::Unreachable)?;
    let file = JsFuture::from(file).await;
    let file = file.map_err(|_| ServiceError::Unreachable)?;
    Ok(js_sys::Uint8Array::new(&file).to_vec())
}

fn body(function: &impl Serialize) -> Result<String, ServiceError> {
    serde_json::to_string(function).map_err(|_| ServiceError::Refused)
}

async fn post(path: &str, body: String, beside: Option<&str>) -> Result<Response, ServiceError> {
    let request = || -> Result<_, JsValue> {
        let headers = Headers::new()?;
        headers.set("content-type", "application/json")?;
        // Another member may have signed in since: they are not to get what is
        // this one's.
        if let Some(tag) = account::of_page().tag {
            headers.set(PAGE_OF, &tag)?;
        }
        if let Some(cv) = beside {
            headers.set(BESIDE, cv)?;
        }
        let options = RequestInit::new();
        options.set_method("POST");
        options.set_headers(&headers);
        options.set_body(&JsValue::from_str(&body));
        Ok(window().fetch_with_str_and_init(path, &options))
    };
    let request = request().map_err(|_| ServiceError::Unreachable)?;
    let response = JsFuture::from(request).await;
    let response = response.map_err(|_| ServiceError::Unreachable)?;
    response.dyn_into().map_err(|_| ServiceError::Unreachable)
}

async fn json(response: &Response) -> Result<Json, ServiceError> {
    let text = response.text().map_err(|_| ServiceError::Unreachable)?;
    let text = JsFuture::from(text).await;
    let text = text.ok().and_then(|text| text.as_string());
    let text = text.ok_or(ServiceError::Unreachable)?;
    serde_json::from_str(&text).map_err(|_| ServiceError::Unreachable)
}

fn refusal(answer: Json) -> ServiceError {
    serde_json::from_value(answer).unwrap_or(ServiceError::Unreachable)
}

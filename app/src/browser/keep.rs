//! How long this browser keeps what is stored in it.

use cv::Id;
use js_sys::{Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What can truthfully be promised about a draft in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// The browser has promised not to delete it by itself.
    Promised,
    /// WebKit deletes what a site stored seven days after the last visit.
    SevenDays,
    /// The browser may delete it when the disk is full.
    WhileThereIsSpace,
}

/// Asks the browser to keep the drafts, and says what it answered.
pub(crate) async fn ask() -> Keeping {
    match call("persist").await {
        Some(true) => Keeping::Promised,
        _ => without_promise(),
    }
}

/// What has been promised so far, without asking.
pub(crate) async fn promised() -> Keeping {
    match call("persisted").await {
        Some(true) => Keeping::Promised,
        _ => without_promise(),
    }
}

fn without_promise() -> Keeping {
    if is_webkit() {
        Keeping::SevenDays
    } else {
        Keeping::WhileThereIsSpace
    }
}

/// WebKit is the only engine whose browsers name Apple as their vendor; on
/// iOS all of them do, and all of them are WebKit.
fn is_webkit() -> bool {
    let vendor = Reflect::get(&window().navigator(), &JsValue::from_str("vendor"));
    vendor
        .ok()
        .and_then(|v| v.as_string())
        .is_some_and(|vendor| vendor.contains("Apple"))
}

/// Calls a method of `navigator.storage`, which is missing on plain http and in
/// old browsers.
async fn call(method: &str) -> Option<bool> {
    let navigator: JsValue = window().navigator().into();
    let storage = Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    let method = Reflect::get(&storage, &JsValue::from_str(method)).ok()?;
    let method: js_sys::Function = method.dyn_into().ok()?;
    let promise: Promise = method.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// The draft that this tab had open before it was loaded anew.
pub(crate) fn tab_draft() -> Option<Id> {
    let storage = window().session_storage().ok().flatten()?;
    storage.get_item(TAB).ok().flatten()?.parse().ok()
}

/// Remembers the draft that this tab has open.
pub(crate) fn set_tab_draft(draft: Id) {
    if let Ok(Some(storage)) = window().session_storage() {
        // Without it a reload opens the draft that was opened last in any tab.
        let _ = storage.set_item(TAB, &draft.to_string());
    }
}

/// The key in `sessionStorage`.
const TAB: &str = privacy::Stored::Tab.name();

/// The key in `localStorage` that says that this browser holds a draft. A page
/// that is being loaded sees it before the database can be asked.
const FLAG: &str = privacy::Stored::Drafts.name();

/// Sets or clears the flag.
pub(crate) fn set_flag(holds_drafts: bool) {
    let Ok(Some(storage)) = window().local_storage() else {
        return;
    };
    // Where the storage is refused there are no drafts to wait for either.
    let _ = match holds_drafts {
        true => storage.set_item(FLAG, "1"),
        false => storage.remove_item(FLAG),
    };
}

/// Whether this browser holds a draft, before its database has been opened.
#[cfg(feature = "hydrate")]
pub(crate) fn flag() -> bool {
    let storage = window().local_storage().ok().flatten();
    storage
        .and_then(|s| s.get_item(FLAG).ok().flatten())
        .is_some()
}

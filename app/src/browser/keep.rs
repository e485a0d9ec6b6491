//! How long this browser keeps what is stored in it.

use cv::Id;
use js_sys::{Promise, Reflect};
use leptos::prelude::{document, window};
use privacy::Stored;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Storage;

use crate::account::{self, AccountHere};
use crate::pages::optional::YES;

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
    let tab = name(Stored::Tab)?;
    session()?.get_item(&tab).ok().flatten()?.parse().ok()
}

/// Remembers the draft that this tab has open.
pub(crate) fn set_tab_draft(draft: Id) {
    if let (Some(storage), Some(tab)) = (session(), name(Stored::Tab)) {
        // Without it a reload opens the draft that was opened last in any tab.
        let _ = storage.set_item(&tab, &draft.to_string());
    }
}

/// How this tab's editor is arranged, as [`set_view`] was told.
pub(crate) fn view() -> Option<String> {
    of_tab(Stored::View)
}

pub(crate) fn set_view(json: &str) {
    set_of_tab(Stored::View, json);
}

/// The steps that can be undone after a reload, as [`set_undo`] was told.
pub(crate) fn undo() -> Option<String> {
    of_tab(Stored::Undo)
}

/// Remembers steps while this tab's page is out of sight: it may be loaded anew.
pub(crate) fn set_undo(json: &str) {
    set_of_tab(Stored::Undo, json);
}

pub(crate) fn forget_undo() {
    if let (Some(storage), Some(name)) = (session(), name(Stored::Undo)) {
        let _ = storage.remove_item(&name);
    }
}

fn of_tab(stored: Stored) -> Option<String> {
    session()?.get_item(&name(stored)?).ok().flatten()
}

fn set_of_tab(stored: Stored, value: &str) {
    if let (Some(storage), Some(name)) = (session(), name(stored)) {
        // Where there is no room the next page begins without it.
        let _ = storage.set_item(&name, value);
    }
}

/// Remembers the template that was chosen, where the page's owner has said yes to
/// that and has not said no since, in this tab or another. The server says so, with
/// what the cookie is set with; it reads the cookie when it writes the next page, and
/// takes it away after a no.
pub(crate) fn set_template(name: &str) {
    let document = document();
    let html = document.document_element();
    let Some(attributes) = html.and_then(|html| html.get_attribute("data-remembers")) else {
        return;
    };
    let key = JsValue::from_str("cookie");
    let yes = format!("{}={YES}", Stored::Answer.name());
    let kept = Reflect::get(&document, &key)
        .ok()
        .and_then(|kept| kept.as_string());
    if !kept.is_some_and(|kept| kept.split("; ").any(|cookie| cookie == yes)) {
        return;
    }
    let cookie = format!("{}={name}; {attributes}", Stored::Template.name());
    let cookie = JsValue::from_str(&cookie);
    // Without it the next CV begins as every first one.
    let _ = Reflect::set(&document, &key, &cookie);
}

/// Sets or clears the flag in `localStorage` that says that this browser holds a
/// draft of the account's. A page that is being loaded sees it before the
/// database can be asked.
pub(crate) fn set_flag(holds_drafts: bool) {
    if let Some(flag) = name(Stored::Drafts) {
        flag_as(&flag, holds_drafts);
    }
}

/// As [`set_flag`], for a name that may be another account's.
pub(super) fn flag_as(flag: &str, holds_drafts: bool) {
    if let Some(storage) = local() {
        // Where the storage is refused there are no drafts to wait for either.
        let _ = match holds_drafts {
            true => storage.set_item(flag, "1"),
            false => storage.remove_item(flag),
        };
    }
}

/// Whether this page will open a draft that is in this browser.
#[cfg(feature = "hydrate")]
pub(crate) fn flag() -> bool {
    let own = name(Stored::Drafts);
    own.is_some_and(|flag| is_set(&flag) || !elsewhere().is_empty())
}

fn is_set(flag: &str) -> bool {
    local().is_some_and(|storage| storage.get_item(flag).ok().flatten().is_some())
}

/// Whose drafts in this browser a member may take into the account: nobody's; and,
/// while this page keeps what it has in memory, the member's own.
pub(super) fn elsewhere() -> Vec<AccountHere> {
    let here = account::of_page();
    let mut of = match (here.member(), here.shared) {
        (false, _) => Vec::new(),
        (true, false) => vec![AccountHere::default()],
        (true, true) => vec![AccountHere::default(), here],
    };
    of.retain(|of| is_set(&of.name(Stored::Drafts.name())));
    of
}

/// Forgets what this browser remembers beside a member's database and nobody's.
/// Returns whether another member has drafts here.
pub(super) fn forget() -> bool {
    let mut others = false;
    for here in [account::of_page(), AccountHere::default()] {
        flag_as(&here.name(Stored::Drafts.name()), false);
        if let Some(storage) = session() {
            for stored in [Stored::Tab, Stored::Undo, Stored::View] {
                let _ = storage.remove_item(&here.name(stored.name()));
            }
        }
    }
    if let Some(storage) = local() {
        let keys = 0..storage.length().unwrap_or_default();
        let mut keys = keys.filter_map(|index| storage.key(index).ok().flatten());
        others = keys.any(|key| key.starts_with(Stored::Drafts.name()));
    }
    others
}

/// What something is called for the account that the page is for; None on a
/// computer that is to keep nothing.
fn name(stored: Stored) -> Option<String> {
    let here = account::of_page();
    (!here.shared).then(|| here.name(stored.name()))
}

fn local() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn session() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

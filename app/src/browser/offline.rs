//! The editor without a network: the worker that keeps its files, if this browser may
//! keep them. Whose page it opens says a cookie, which the server writes.
//!
//! Nothing waits for any of it, and where a browser has no workers, or refuses them, the
//! editor is what it is without.

use std::cell::Cell;

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use privacy::Stored;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{EventTarget, MessageEvent};

use super::journal::Journal;
use super::modules::settle;
use crate::page::{Page, WORKER};

#[wasm_bindgen]
extern "C" {
    /// `navigator.serviceWorker`.
    #[derive(Clone)]
    type Workers;
    #[wasm_bindgen(method, catch)]
    fn register(this: &Workers, script: &str, options: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getRegistrations)]
    fn registrations(this: &Workers) -> Result<Promise, JsValue>;

    #[derive(Clone)]
    type Registration;
    #[wasm_bindgen(method, getter)]
    fn installing(this: &Registration) -> Option<Worker>;
    #[wasm_bindgen(method, getter)]
    fn waiting(this: &Registration) -> Option<Worker>;
    #[wasm_bindgen(method, getter)]
    fn active(this: &Registration) -> Option<Worker>;
    #[wasm_bindgen(method, catch)]
    fn update(this: &Registration) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn unregister(this: &Registration) -> Result<Promise, JsValue>;

    type Worker;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn tell(this: &Worker, message: &str) -> Result<(), JsValue>;

    /// `caches`, where a browser has it.
    type Caches;
    #[wasm_bindgen(method, catch)]
    fn keys(this: &Caches) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = delete)]
    fn remove(this: &Caches, name: &str) -> Result<Promise, JsValue>;

    /// `navigator.locks`.
    type Locks;
    #[wasm_bindgen(method, catch)]
    fn request(
        this: &Locks,
        name: &str,
        options: &JsValue,
        held: &Function,
    ) -> Result<Promise, JsValue>;
}

/// After so many milliseconds a tab that is looked at asks for a newer version.
const LOOK_MS: f64 = 60.0 * 60.0 * 1000.0;

/// What the worker is told (`server/src/offline/worker.js`).
#[derive(Serialize)]
struct Told {
    lang: &'static str,
    /// The files that the page has used so far.
    used: Vec<String>,
}

/// Has the editor's files kept; or, where nothing is to be kept, has them removed. When
/// the server has a newer version the journal is told.
pub(crate) async fn start(journal: Journal) {
    let Some(version) = attribute("data-version") else {
        return;
    };
    let Some(workers) = workers() else {
        return;
    };
    if !may_keep() {
        return forget(&workers).await;
    }
    hold(&version);
    listen(&workers, version, journal);
    let options = Object::new();
    // Setting a property of a fresh, plain object cannot fail.
    let _ = Reflect::set(&options, &"scope".into(), &Page::Edit.path().into());
    let Ok(registration) = settle(workers.register(WORKER, &options)).await else {
        return;
    };
    if !registration.is_object() {
        return;
    }
    let registration: Registration = registration.unchecked_into();
    let workers = [
        registration.installing(),
        registration.waiting(),
        registration.active(),
    ];
    for worker in workers.into_iter().flatten() {
        // One that is gone by now has nothing to hear.
        let _ = worker.tell(&told());
    }
    look_again(registration);
}

fn told() -> String {
    let told = Told {
        lang: crate::language::of_page().tag(),
        used: used(),
    };
    // Texts: it does not fail.
    serde_json::to_string(&told).unwrap_or_default()
}

/// The paths of the files that the page has fetched.
fn used() -> Vec<String> {
    let origin = window().location().origin().unwrap_or_default();
    let fetched = window().performance();
    let fetched = fetched.map(|all| all.get_entries_by_type("resource"));
    let fetched = fetched.unwrap_or_default();
    let name = |entry: JsValue| Reflect::get(&entry, &"name".into()).ok()?.as_string();
    let names = fetched.iter().filter_map(name);
    names
        .filter_map(|name| {
            let path = name.strip_prefix(&origin)?;
            let ours = ["/pkg/", "/fonts/", "/hyphenation/"];
            let ours = ours.iter().any(|folder| path.starts_with(folder));
            ours.then(|| path.split('?').next().unwrap_or(path).to_owned())
        })
        .collect()
}

/// Lets the worker know, for as long as this page lives, which version it runs.
fn hold(version: &str) {
    let locks = property(&window().navigator(), "locks");
    let Some(locks) = locks.map(JsCast::unchecked_into::<Locks>) else {
        return;
    };
    let options = Object::new();
    let _ = Reflect::set(&options, &"mode".into(), &"shared".into());
    // It ends with the page.
    let held = Closure::<dyn Fn() -> Promise>::new(|| Promise::new(&mut |_, _| {}));
    let name = format!("merit-version-{version}");
    if let Ok(request) = locks.request(&name, &options, held.as_ref().unchecked_ref()) {
        spawn_local(async move {
            // Refused, the worker waits until this page is closed: no harm.
            let _ = JsFuture::from(request).await;
        });
    }
    held.forget();
}

/// A worker that was just installed says of which version it is: the server's.
fn listen(workers: &Workers, version: String, journal: Journal) {
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let theirs = event.data().as_string();
        if theirs.is_some_and(|theirs| theirs != version) {
            journal.outdated.set(true);
        }
    });
    let target: &EventTarget = workers.unchecked_ref();
    // For a function that is one.
    let _ = target.add_event_listener_with_callback("message", hear.as_ref().unchecked_ref());
    hear.forget();
}

/// Asks for a newer version now and then, when the page is looked at.
fn look_again(registration: Registration) {
    let asked = Cell::new(js_sys::Date::now());
    let looked = window_event_listener_untyped("visibilitychange", move |_| {
        let now = js_sys::Date::now();
        if document().hidden() || now - asked.get() < LOOK_MS {
            return;
        }
        asked.set(now);
        if let Ok(update) = registration.update() {
            spawn_local(async move {
                // Without a network there is nothing new.
                let _ = JsFuture::from(update).await;
            });
        }
    });
    // For as long as the page lives.
    drop(looked);
}

/// Removes what was kept before somebody has said that nothing is to be.
async fn forget(workers: &Workers) {
    if let Ok(all) = settle(workers.registrations()).await {
        for registration in Array::from(&all).iter() {
            let registration: Registration = registration.unchecked_into();
            // What does not go now is tried at the next visit.
            let _ = settle(registration.unregister()).await;
        }
    }
    let Some(caches) = property(&window(), "caches") else {
        return;
    };
    let caches: Caches = caches.unchecked_into();
    let Ok(names) = settle(caches.keys()).await else {
        return;
    };
    let names = Array::from(&names);
    for name in names.iter().filter_map(|name| name.as_string()) {
        if name.starts_with(Stored::Program.name()) {
            let _ = settle(caches.remove(&name)).await;
        }
    }
}

/// Whether the server says that something may be kept, and nobody has said since that
/// others use the computer too.
fn may_keep() -> bool {
    attribute("data-offline").is_some() && attribute("data-shared").is_none()
}

fn workers() -> Option<Workers> {
    property(&window().navigator(), "serviceWorker").map(JsCast::unchecked_into)
}

/// What a browser may have or not, or forbid to be asked for.
fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &JsValue::from_str(name)).ok()?;
    value.is_object().then_some(value)
}

fn attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

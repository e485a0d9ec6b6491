//! The editor: form and pages of one document, in the browser.
//!
//! The server renders it with a blank document; the browser takes it over,
//! carries along what was typed until then, opens the draft that it holds, if
//! any, and loads the live pages. From then on no request leaves the browser
//! unless the person asks for one, or has saved the draft on the server.

mod address;
mod advice;
mod breaks;
mod caret;
mod commands;
mod design;
mod desk;
mod dialog;
pub(crate) mod documents;
mod download;
mod drafts;
pub(crate) mod editing;
mod field;
mod form;
mod formats;
mod guess;
mod history;
mod icon;
mod item;
mod keys;
pub(crate) mod label;
mod later;
mod letter;
mod linked;
mod live;
mod message;
mod moving;
mod open_file;
mod others;
mod personal;
mod photo;
mod reorder;
mod report;
mod save;
mod section;
mod seen;
mod selecting;
mod sensitive;
mod start;
mod status;
mod suggestions;
mod tabs;
mod toolbar;
mod viewing;

use leptos::prelude::*;
use texts::{editor as t, messages};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::account;
use crate::browser::importer::Importer;
use crate::browser::journal::{DraftState, Journal};
use crate::browser::keep::{self, Keeping};
use crate::browser::sync::Sync;
use crate::language::{document_language, lang};

use desk::Desk;
use download::Download;
use drafts::DraftsOpen;
use editing::Editing;
use form::{Announcer, Form};
use formats::{FormatsOpen, ReadingOpen};
use keys::ShortcutsOpen;
use later::{Later, Parts, Task};
use linked::LinkedOpen;
use live::Live;
use moving::Moving;
use open_file::Opening;
use photo::Picture;
use save::Saving;
use start::Starting;
use status::Online;
use tabs::{Tab, TabBar, Tabs};
use toolbar::Toolbar;

/// A value that the page follows. The framework compiles its code anew for each
/// type of closure; one type for all of them makes the program 7 KB smaller.
fn told<T>(value: impl Fn() -> T + Send + std::marker::Sync + 'static) -> Signal<T>
where
    T: Send + std::marker::Sync + 'static,
{
    Signal::derive(value)
}

/// What one of the basics' fields is called in the form.
pub(crate) fn field_name(field: cv::Field, lang: texts::Lang) -> &'static str {
    label::field(None, field, lang)
}

pub(crate) use personal::detail_name;

#[component]
pub(crate) fn Editor() -> impl IntoView {
    let lang = lang();
    let editing = Editing::new(documents::blank(document_language(lang)));
    let journal = Journal::new(editing);
    let sync = Sync::new(journal, editing);
    let saving = Saving::new(sync);
    let live = Live::new();
    let announcer = Announcer(RwSignal::new(String::new()));
    let starting = Starting(RwSignal::new(true));
    let moving = Moving {
        journal,
        sync,
        starting,
        lang,
    };
    let here = account::here();
    let shared = here.shared;
    let importer = Importer::new();
    let tabs = Tabs(RwSignal::new(Tab::Form));
    let online = Online(RwSignal::new(true));
    let keeping = RwSignal::new(None::<Keeping>);
    let load_error = RwSignal::new(None::<&'static str>);
    provide_context(editing);
    provide_context(journal);
    provide_context(sync);
    provide_context(saving);
    provide_context(live);
    provide_context(announcer);
    provide_context(starting);
    provide_context(tabs);
    provide_context(online);
    let opening = Opening::new(importer, journal, starting);
    provide_context(opening);
    provide_context(DraftsOpen(RwSignal::new(false)));
    provide_context(ShortcutsOpen(RwSignal::new(false)));
    let picture = Picture::new(editing, journal);
    provide_context(picture);
    provide_context(FormatsOpen(RwSignal::new(false)));
    provide_context(LinkedOpen(RwSignal::new(false)));
    provide_context(ReadingOpen(RwSignal::new(false)));
    let download = Download::new(editing, live, announcer, picture);
    provide_context(download);

    let later = Later::new(Parts {
        editing,
        sync,
        saving,
        live,
        announcer,
        starting,
        opening,
        picture,
        download,
        moving,
        keeping,
        load_error,
        advice: RwSignal::new(false),
        lang,
        brings: here.member() && !shared,
        shared,
    });
    provide_context(later);

    Effect::new(move |_| {
        // A link that is opened in this tab changes only what stands behind the `#`.
        let changed = window_event_listener_untyped("hashchange", move |_| {
            if let Some(to) = address::take() {
                spawn_local(later.follow(Some(to)));
            }
        });
        on_cleanup(move || changed.remove());
    });
    Effect::new(move |first: Option<()>| {
        sync.begun.track();
        if first.is_some() {
            later.ask(Task::Remind);
        }
    });
    Effect::new(move |_| {
        let to = address::take();
        keys::listen(lang);
        follow_connection(online);
        follow_leaving(journal, later, shared);
        spawn_local(async move {
            match journal.start().await {
                Ok(true) => {
                    starting.0.set(false);
                    announcer.say(t::status_restored(lang));
                }
                Ok(false) => {}
                Err(error) => load_error.set(Some(drafts::unreadable(&error, lang))),
            }
            later.follow(to).await;
            mark_ready();
        });
    });
    // A browser may ask the person for the promise to keep drafts, or decide by
    // how the site is used: the first draft is the time to ask.
    Effect::new(move |asked: Option<bool>| {
        let saved = journal.saved.get() == DraftState::Saved;
        let asked = asked.unwrap_or(false);
        if saved && !asked && !shared {
            spawn_local(async move { keeping.set(Some(keep::ask().await)) });
        }
        asked || saved
    });
    // The panel goes when the first field with something in it is left. Not in
    // between pressing and letting go: the form would move under the pointer.
    let on_leave = move || {
        if starting.0.get_untracked() && !editing.peek(cv::Document::is_blank) {
            starting.0.set(false);
        }
    };
    let on_keyup = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Tab" {
            on_leave();
        }
    };
    let pages_tab = move || tabs.0.get() == Tab::Pages;
    view! {
        <div class="editor" class:show-pages=pages_tab>
            <Toolbar/>
            <p class="notice" role="alert" hidden=told(move || load_error.with(Option::is_none))>
                {told(move || load_error.get())}
            </p>
            <p class="notice" role="alert" hidden=told(move || editing.rejected.with(Option::is_none))>
                {told(move || editing.rejected.get().map(|why| message::rejected(why, lang)))}
            </p>
            <p class="notice" role="status" hidden=told(move || !journal.outdated.get())>
                {messages::version_old(lang)}
            </p>
            <div class="notice" role="alert" hidden=told(move || !later.missing.get())>
                <p>{messages::load_later(lang)}</p>
                <button type="button" class="button" on:click=move |_| later.ask(Task::Begin)>
                    {t::retry(lang)}
                </button>
            </div>
            {later.others()}
            <main class="workspace" id="main">
                <div class="form-region" role="region" aria-label=t::form_region(lang) on:click=move |_| on_leave() on:keyup=on_keyup>
                    <Form/>
                    <p class="keeping">
                        {told(move || keeping.get().map(|keeping| drafts::kept(keeping, lang)))}
                        " "
                        <button type="button" class="link" on:click=move |_| later.ask(Task::Backup)>
                            {t::export_full(lang)}
                        </button>
                    </p>
                </div>
                <Desk/>
            </main>
            <TabBar/>
            {later.dialogs()}
            <p class="visually-hidden" role="status">{told(move || announcer.0.get())}</p>
        </div>
    }
}

/// Takes the server's rendering over.
#[cfg(feature = "hydrate")]
pub(crate) fn hydrate() {
    console_error_panic_hook::set_once();
    let Some(root) = document().get_element_by_id(crate::pages::ROOT) else {
        return;
    };
    let Ok(root) = root.dyn_into::<HtmlElement>() else {
        return;
    };
    let typed = typed_before(&root);
    leptos::mount::hydrate_from(root, move || {
        provide_context(crate::language::of_page());
        view! { <Editor/> }
    })
    .forget();
    // A draft of this browser takes the blank form's place; without one, what
    // was typed before the program arrived is the beginning of a new one.
    if !keep::flag() {
        for (id, value) in typed {
            type_again(&id, &value);
        }
    }
}

/// What stands in the form's fields, by the fields' ids.
#[cfg(feature = "hydrate")]
fn typed_before(root: &HtmlElement) -> Vec<(String, String)> {
    let Ok(fields) = root.query_selector_all(".form input[id], .form textarea[id]") else {
        return Vec::new();
    };
    (0..fields.length())
        .filter_map(|i| fields.item(i))
        .filter_map(|field| {
            let id = field.dyn_ref::<web_sys::Element>()?.id();
            let value = value_of(&field)?;
            (!value.is_empty()).then_some((id, value))
        })
        .collect()
}

#[cfg(feature = "hydrate")]
fn value_of(field: &web_sys::Node) -> Option<String> {
    use web_sys::{HtmlInputElement, HtmlTextAreaElement};
    let input = field
        .dyn_ref::<HtmlInputElement>()
        .map(HtmlInputElement::value);
    input.or_else(|| {
        field
            .dyn_ref::<HtmlTextAreaElement>()
            .map(HtmlTextAreaElement::value)
    })
}

/// Puts a text into a field as if it were typed there now.
#[cfg(feature = "hydrate")]
fn type_again(id: &str, value: &str) {
    use web_sys::{HtmlInputElement, HtmlTextAreaElement};
    let Some(element) = document().get_element_by_id(id) else {
        return;
    };
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_value(value);
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(value);
    }
    field::announce_input(&element);
}

/// Tells tests and the style sheet that the form is the person's own now.
fn mark_ready() {
    if let Some(html) = document().document_element() {
        // A fixed, valid attribute name.
        let _ = html.set_attribute("data-hydrated", "");
    }
}

fn follow_connection(online: Online) {
    online.0.set(window().navigator().on_line());
    for (name, now) in [("online", true), ("offline", false)] {
        let handle = window_event_listener_untyped(name, move |_| online.0.set(now));
        on_cleanup(move || handle.remove());
    }
}

/// Who leaves with something that is not on the disk is asked first; on a shared
/// computer nothing is, and without the part that saves nothing was sent.
fn follow_leaving(journal: Journal, later: Later, shared: bool) {
    let leaving = window_event_listener_untyped("beforeunload", move |event| {
        let written = || journal.saved.get_untracked() != DraftState::Blank;
        if journal.unsaved() || shared && later.is_away() && written() {
            event.prevent_default();
        }
    });
    on_cleanup(move || leaving.remove());
}

/// Puts the cursor in the form's first field.
fn focus_first() {
    let id = field::element_id(cv::Id::BASICS, cv::Field::Name);
    let element = document().get_element_by_id(&id);
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

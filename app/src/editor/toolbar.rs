//! What can be done with the whole document.

use cv::{Document, Touched};
use leptos::prelude::*;
use leptos::{ev, html};
use texts::{advice, commands, editor as t, linked as links, site};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::download::{Download, Making};
use super::drafts::DraftsOpen;
use super::editing::Editing;
use super::form::Announcer;
use super::formats::{FormatsOpen, ReadingOpen, read};
use super::icon::{Icon, Shape};
use super::keys::ShortcutsOpen;
use super::later::{Later, Task};
use super::linked::LinkedOpen;
use super::open_file::Opening;
use super::reorder::keep_focus;
use super::status::Status;
use crate::browser::sync::Sync;
use crate::editor::told;
use crate::language::{Lang, lang};
use crate::page::{Page, share_path, versions_path};
use crate::pages::LanguageChoice;

/// Stands for the id of a CV that the server does not have.
pub(super) const DRAFT: &str = "draft";

#[component]
pub(crate) fn Toolbar() -> impl IntoView {
    let editing = expect_context::<Editing>();
    let download = expect_context::<Download>();
    let opening = expect_context::<Opening>();
    let announcer = expect_context::<Announcer>();
    let drafts = expect_context::<DraftsOpen>().0;
    let sync = expect_context::<Sync>();
    let later = expect_context::<Later>();
    let formats = expect_context::<FormatsOpen>().0;
    let reading = expect_context::<ReadingOpen>();
    let linked = expect_context::<LinkedOpen>().0;
    let shortcuts = expect_context::<ShortcutsOpen>().0;
    let lang = lang();
    let menu = NodeRef::<html::Details>::new();
    Effect::new(move |_| close_outside(menu));
    let local = told(move || sync.id.with(Option::is_none));
    // A letter is for whom it is written to: it is not published, nor a CV for others.
    let letter = told(move || editing.at(Touched::Sections, Document::is_letter));
    // A parser that loses something of the last PDF is what its owner wants to know.
    let lost = move || {
        download.reading.with(|reading| {
            let lost = reading
                .as_ref()
                .map(|r| r.facts.iter().filter(|f| f.is_lost()).count());
            lost.unwrap_or_default()
        })
    };
    let busy = move || download.making.get() == Making::Busy;
    view! {
        <header class="toolbar">
            <h1 class="visually-hidden">{site::edit_title(lang)}</h1>
            <a class="brand" href=Page::Landing.path() title=site::to_start(lang)>
                {site::product(lang)}
            </a>
            <Status/>
            <div class="group">
                <IconButton
                    shape=Shape::Undo
                    label=t::undo(lang)
                    disabled=Signal::derive(move || !editing.can_undo())
                    act=move |()| undo(editing, announcer, lang)
                />
                <IconButton
                    shape=Shape::Redo
                    label=t::redo(lang)
                    disabled=Signal::derive(move || !editing.can_redo())
                    act=move |()| redo(editing, announcer, lang)
                />
            </div>
            {later.modes()}
            <div class="group">
                <IconButton shape=Shape::Drafts label=t::drafts(lang) act=move |()| drafts.set(true)/>
                <IconButton shape=Shape::Import label=t::import(lang) act=move |()| opening.open()/>
                <details class="menu" node_ref=menu>
                    <summary aria-label=t::menu(lang) title=t::menu(lang)>
                        <Icon shape=Shape::More/>
                    </summary>
                    <div class="menu-body">
                        <button type="button" aria-haspopup="dialog" hidden=letter on:click=move |_| linked.set(true)>
                            <strong>{links::title(lang)}</strong>
                            <span>{links::menu_hint(lang)}</span>
                        </button>
                        <button type="button" aria-haspopup="dialog" on:click=move |_| formats.set(true)>
                            <strong>{t::formats(lang)}</strong>
                            <span>{t::formats_menu_hint(lang)}</span>
                        </button>
                        <button type="button" aria-haspopup="dialog" on:click=move |_| read(reading, download, later)>
                            <strong>{t::reading(lang)}</strong>
                            <span>{t::reading_menu_hint(lang)}</span>
                        </button>
                        <button type="button" hidden=letter on:click=move |_| later.ask(Task::Advice)>
                            <strong>{advice::title(lang)}</strong>
                            <span>{advice::menu_hint(lang)}</span>
                        </button>
                        <button type="button" hidden=letter on:click=move |_| later.ask(Task::Json)>
                            <strong>{t::export_json(lang)}</strong>
                            <span>{t::export_json_hint(lang)}</span>
                        </button>
                        <button type="button" on:click=move |_| later.ask(Task::Backup)>
                            <strong>{t::export_full(lang)}</strong>
                            <span>{t::export_full_hint(lang)}</span>
                        </button>
                        <button type="button" aria-haspopup="dialog" on:click=move |_| later.ask(Task::Commands)>
                            <strong>{commands::open(lang)}</strong>
                        </button>
                        {later.letter_menu()}
                        <button type="button" on:click=move |_| shortcuts.set(true)>
                            <strong>{t::shortcuts(lang)}</strong>
                        </button>
                        <a
                            on:click=move |event| leave_for(&event, later, Task::Versions)
                            href=told(move || sync.id.with(|id| versions_path(id.as_deref().unwrap_or(DRAFT))))
                        >
                            {texts::versions::title(lang)}
                        </a>
                        <a href=Page::Storage.path()>{t::kept_more(lang)}</a>
                        <LanguageChoice page=Page::Edit/>
                    </div>
                </details>
            </div>
            <a class="button share" hidden=told(move || local.get() || letter.get()) on:click=move |event| leave_for(&event, later, Task::Share) href=told(move || sync.id.with(|id| share_path(id.as_deref().unwrap_or_default())))>
                <Icon shape=Shape::Share/>
                <span>{t::share(lang)}</span>
            </a>
            <button
                type="button"
                class="button save"
                hidden=told(move || !local.get())
                on:click=move |_| later.ask(Task::Save)
            >
                <Icon shape=Shape::Cloud/>
                <span>{t::save(lang)}</span>
            </button>
            <button
                type="button"
                class="button primary download"
                // Not `disabled`: the focus would be lost. A second press does nothing.
                aria-disabled=told(move || busy().to_string())
                on:click=move |_| later.ask(Task::Pdf)
            >
                <Icon shape=Shape::Download/>
                <span>{told(move || if busy() { t::making_pdf(lang) } else { t::download_pdf(lang) })}</span>
            </button>
        </header>
        <div class="notice" role="status" hidden=told(move || lost() == 0)>
            <p>{told(move || t::reading_notice(lang, lost() as u64))}</p>
            <button type="button" class="button" on:click=move |_| reading.0.set(true)>
                {t::reading(lang)}
            </button>
        </div>
        <p class="notice" role="alert" hidden=told(move || !matches!(download.making.get(), Making::Failed(_)))>
            {told(move || match download.making.get() {
                Making::Failed(why) => why,
                _ => "",
            })}
        </p>
    }
}

/// The menu closes after a choice, by Escape and by a press elsewhere.
fn close_outside(menu: NodeRef<html::Details>) {
    let close = move |back: bool| {
        let Some(menu) = menu.get_untracked().filter(|menu| menu.open()) else {
            return;
        };
        menu.set_open(false);
        if let Some(summary) = menu
            .query_selector("summary")
            .ok()
            .flatten()
            .filter(|_| back)
            && let Some(summary) = summary.dyn_ref::<HtmlElement>()
        {
            let _ = summary.focus();
        }
    };
    let pressed = window_event_listener(ev::click, move |event| {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let summary = target.is_some_and(|t| t.closest(".menu > summary").ok().flatten().is_some());
        if !summary {
            close(false);
        }
    });
    let escaped = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            close(true);
        }
    });
    on_cleanup(move || {
        pressed.remove();
        escaped.remove();
    });
}

pub(crate) fn undo(editing: Editing, announcer: Announcer, lang: Lang) {
    keep_focus();
    announcer.say(if editing.undo() {
        t::said_undone(lang)
    } else {
        t::nothing_to_undo(lang)
    });
}

pub(crate) fn redo(editing: Editing, announcer: Announcer, lang: Lang) {
    keep_focus();
    announcer.say(if editing.redo() {
        t::said_redone(lang)
    } else {
        t::nothing_to_redo(lang)
    });
}

#[component]
fn IconButton(
    shape: Shape,
    label: &'static str,
    #[prop(into, default = Signal::stored(false))] disabled: Signal<bool>,
    #[prop(into)] act: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="icon-button"
            aria-label=label
            title=label
            // Not `disabled`: the focus would be lost when the last step is undone.
            aria-disabled=told(move || disabled.get().to_string())
            on:click=move |_| act.run(())
        >
            <Icon shape/>
        </button>
    }
}

fn leave_for(event: &web_sys::MouseEvent, later: Later, task: Task) {
    // In another tab it is opened as it is.
    if event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    event.prevent_default();
    later.ask(task);
}

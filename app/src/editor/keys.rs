//! Keyboard shortcuts, and the list of them.

use leptos::ev;
use leptos::prelude::*;
use texts::{Lang, editor as t};
use web_sys::KeyboardEvent;

use super::dialog::Dialog;
use super::editing::Editing;
use super::form::Announcer;
use super::later::{Later, Task};
use super::tabs::Tabs;
use super::toolbar::{redo, undo};
use crate::language::lang;

/// Whether the list is open.
#[derive(Clone, Copy)]
pub(crate) struct ShortcutsOpen(pub(crate) RwSignal<bool>);

/// Listens for the shortcuts that work everywhere in the editor.
pub(crate) fn listen(lang: Lang) {
    let editing = expect_context::<Editing>();
    let announcer = expect_context::<Announcer>();
    let later = expect_context::<Later>();
    let tabs = expect_context::<Tabs>();
    let shortcuts = expect_context::<ShortcutsOpen>().0;
    let handle = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.is_composing() {
            return;
        }
        // Behind an open dialog nothing changes unseen.
        let dialog = document().query_selector("dialog[open]").ok().flatten();
        if dialog.is_some() && event.key() != "/" {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            // The editor's undo knows more than the browser's, which only knows
            // the field that has the focus.
            ("z", false) => undo(editing, announcer, lang),
            ("z", true) | ("y", false) => redo(editing, announcer, lang),
            ("p", false) => later.ask(Task::Pdf),
            ("s", false) => later.ask(Task::Backup),
            (".", _) => tabs.switch(),
            ("/", _) => shortcuts.update(|open| *open = !*open),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || handle.remove());
}

#[component]
pub(crate) fn Shortcuts() -> impl IntoView {
    let open = expect_context::<ShortcutsOpen>().0;
    let lang = lang();
    let ctrl = t::key_ctrl(lang);
    let alt = t::key_alt(lang);
    let rows = [
        (format!("{ctrl} + Z"), t::shortcut_undo(lang)),
        (
            format!("{ctrl} + {} + Z", t::key_shift(lang)),
            t::shortcut_redo(lang),
        ),
        (format!("{alt} + ↑"), t::shortcut_up(lang)),
        (format!("{alt} + ↓"), t::shortcut_down(lang)),
        (
            format!("{}, {ctrl} + {}", t::key_enter(lang), t::key_enter(lang)),
            t::shortcut_add(lang),
        ),
        (
            t::key_backspace(lang).to_owned(),
            t::shortcut_remove_line(lang),
        ),
        (format!("{ctrl} + P"), t::shortcut_pdf(lang)),
        (format!("{ctrl} + S"), t::shortcut_save(lang)),
        (format!("{ctrl} + ."), t::shortcut_paper(lang)),
        (format!("{ctrl} + /"), t::shortcut_help(lang)),
    ];
    view! {
        <Dialog open title=Signal::stored(t::shortcuts(lang).to_owned())>
            <dl class="shortcuts">
                {rows
                    .iter()
                    .map(|(keys, does)| {
                        view! { <div><dt><kbd>{keys.clone()}</kbd></dt><dd>{*does}</dd></div> }
                    })
                    .collect_view()}
            </dl>
            <div class="actions">
                <button type="button" class="button plain" on:click=move |_| open.set(false)>
                    {t::close(lang)}
                </button>
            </div>
        </Dialog>
    }
}

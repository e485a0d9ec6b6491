//! Keyboard shortcuts that work everywhere in the editor, each with Ctrl or Command.
//!
//! Those that somebody may press before the code that comes later is there are
//! listened for here, the others by that code (`commands`). What is listened for and
//! what the list of shortcuts says is one table, [`Shortcut::keys`].

use leptos::ev;
use leptos::prelude::*;
use texts::Lang;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::editing::Editing;
use super::field::rich::tools::capture;
use super::form::Announcer;
use super::later::{Later, Task};
use super::toolbar::{redo, undo};

/// Whether the list is open.
#[derive(Clone, Copy)]
pub(crate) struct ShortcutsOpen(pub(crate) RwSignal<bool>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shortcut {
    Undo,
    Redo,
    Pdf,
    Backup,
    /// From the form to the pages and back.
    Switch,
    Commands,
    Help,
}

impl Shortcut {
    pub(crate) const ALL: [Shortcut; 7] = [
        Shortcut::Undo,
        Shortcut::Redo,
        Shortcut::Pdf,
        Shortcut::Backup,
        Shortcut::Switch,
        Shortcut::Commands,
        Shortcut::Help,
    ];

    /// Its key, beside Ctrl or Command, and whether Shift belongs to it. Where a sign
    /// stands on a keyboard, and whether Shift is needed for it, is the keyboard's affair.
    pub(crate) const fn keys(self) -> (&'static str, Option<bool>) {
        match self {
            Shortcut::Undo => ("z", Some(false)),
            Shortcut::Redo => ("z", Some(true)),
            Shortcut::Pdf => ("p", Some(false)),
            Shortcut::Backup => ("s", Some(false)),
            Shortcut::Switch => (".", None),
            Shortcut::Commands => ("k", Some(false)),
            Shortcut::Help => ("/", None),
        }
    }

    /// What a key asks for, if it asks for anything. `key` is in small letters.
    pub(crate) fn of(key: &str, shift: bool) -> Option<Shortcut> {
        // Where programs of another system have it.
        if (key, shift) == ("y", false) {
            return Some(Shortcut::Redo);
        }
        Shortcut::ALL.into_iter().find(|shortcut| {
            let (its, shifted) = shortcut.keys();
            its == key && shifted.is_none_or(|shifted| shifted == shift)
        })
    }

    /// What was pressed, where it may be acted on.
    pub(crate) fn pressed(event: &KeyboardEvent) -> Option<Shortcut> {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.is_composing() {
            return None;
        }
        let key = event.key().to_ascii_lowercase();
        let pressed = Shortcut::of(&key, event.shift_key())?;
        // Behind a dialog nothing changes unseen. The panel of looks leaves the pages in
        // sight, and is none.
        let dialog = document().query_selector("dialog:modal").ok().flatten();
        (dialog.is_none() || pressed == Shortcut::Help).then_some(pressed)
    }
}

/// Listens for those that need nothing else.
pub(crate) fn listen(lang: Lang) {
    let editing = expect_context::<Editing>();
    let announcer = expect_context::<Announcer>();
    let later = expect_context::<Later>();
    let handle = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        match Shortcut::pressed(&event) {
            // The editor's undo knows more than the browser's, which only knows
            // the field that has the focus.
            Some(Shortcut::Undo) => undo(editing, announcer, lang),
            Some(Shortcut::Redo) => redo(editing, announcer, lang),
            Some(Shortcut::Pdf) => later.ask(Task::Pdf),
            Some(Shortcut::Backup) => later.ask(Task::Backup),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || handle.remove());
}

/// Leaves undo and redo to the browser in a text that is no part of the CV, such as an
/// advertisement. It hears of a key before [`listen`] does, and comes later: so do
/// all such texts.
pub(super) fn leave_other_texts() {
    capture("keydown", |event| {
        let pressed = event.dyn_ref::<KeyboardEvent>();
        let pressed = pressed.and_then(Shortcut::pressed);
        let undoes = matches!(pressed, Some(Shortcut::Undo | Shortcut::Redo));
        if undoes && is_other_text(&event) {
            event.stop_propagation();
        }
    });
}

/// Whether something was typed in a text outside the form.
fn is_other_text(event: &Event) -> bool {
    const TEXTS: &str =
        "textarea, input:not([type=checkbox], [type=radio], [type=range], [type=color])";
    let target = event.target();
    let Some(element) = target.and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    // Both are valid selectors.
    element.matches(TEXTS).unwrap_or(false) && element.closest(".form").ok().flatten().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortcut_is_what_its_keys_ask_for_and_nothing_else_is() {
        for shortcut in Shortcut::ALL {
            let (key, shift) = shortcut.keys();
            for shift in shift.map_or(vec![false, true], |shift| vec![shift]) {
                assert_eq!(Shortcut::of(key, shift), Some(shortcut));
            }
        }
        assert_eq!(Shortcut::of("y", false), Some(Shortcut::Redo));
        assert_eq!(Shortcut::of("p", true), None);
        assert_eq!(Shortcut::of("x", false), None);
    }
}

//! Keys in a text: shortcuts of the toolbar, and lists that go on.

use cv::rich::notation::List;
use cv::rich::typing::Style;
use leptos::prelude::SetValue;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, InputEvent, KeyboardEvent};

use super::{Action, Kind, Tools, read, target, text_area, without_note};

impl Tools {
    pub(super) fn pressed(self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        // Enter that ends a composition (Japanese, Chinese) is not ours.
        if key.is_composing() {
            return;
        }
        let Some((element, kind)) = text_area(event) else {
            return;
        };
        let commands = (key.ctrl_key() || key.meta_key()) && !key.alt_key();
        if commands && key.shift_key() && key.key().eq_ignore_ascii_case("v") {
            self.as_plain.set_value(true);
            return;
        }
        if kind == Kind::Word {
            return;
        }
        let Some(area) = read(&element) else { return };
        let action = match (key.key().to_ascii_lowercase().as_str(), key.shift_key()) {
            _ if !commands => None,
            ("b", false) => Some(Action::Style(Style::Bold)),
            ("i", false) => Some(Action::Style(Style::Italic)),
            // Without a selection the key opens the list of commands.
            ("k", false) if !area.selection.is_empty() => Some(Action::Link),
            // By their places: what they say with Shift differs between keyboards.
            (_, true) if kind == Kind::Text => match key.code().as_str() {
                "Digit7" => Some(Action::List(List::Numbers)),
                "Digit8" => Some(Action::List(List::Bullets)),
                _ => None,
            },
            _ => None,
        };
        let is_plain = !commands && !key.shift_key() && !key.alt_key();
        let changed = match key.key().as_str() {
            "Enter" if is_plain => area.entered(),
            "Backspace" if is_plain => area.erased(),
            _ => None,
        };
        match (action, changed) {
            (Some(action), _) => {
                self.enter(&element);
                self.act(action);
            }
            (None, Some(changed)) => self.put(&element, &changed),
            (None, None) => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// What was typed may begin a list in another notation.
    pub(super) fn typed(self, event: &Event) {
        if let Some(field) = target(event).and_then(|e| e.closest(".field").ok().flatten()) {
            without_note(&field);
        }
        self.look();
        let space = event
            .dyn_ref::<InputEvent>()
            .is_some_and(|input| !input.is_composing() && input.data().as_deref() == Some(" "));
        if let Some((element, Kind::Text)) = text_area(event).filter(|_| space)
            && let Some(begun) = read(&element).and_then(|area| area.begun())
        {
            // Putting it raises this very event, which may not come while it is heard.
            spawn_local(async move { self.put(&element, &begun) });
        }
    }
}

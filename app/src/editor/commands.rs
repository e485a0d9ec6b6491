//! Everything that can be done in the editor, as one list of commands. The palette
//! (Ctrl or Command with K) finds them by their words, and the list of keyboard
//! shortcuts is the part of them that has keys.
//!
//! What a new part of the editor can do is a line in `list.rs` and an arm in `acting.rs`.

use cv::{Id, Language, Paper, SectionKind};
use leptos::ev;
use leptos::prelude::*;
use texts::Lang;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement, KeyboardEvent};

use super::editing::Target;
use super::keys::{Shortcut, ShortcutsOpen};
use super::seen::Viewer;
use super::tabs::Tabs;
use super::viewing::{Mode, Theme, Viewing, Zoom};

mod acting;
mod finding;
mod list;
mod palette;
mod shortcuts;

pub(super) use list::entry_name;
pub(super) use palette::Palette;
pub(super) use shortcuts::Shortcuts;

/// A command as it stands in the list.
struct Command {
    /// Its name for who remembers which were used: stays the same as long as what it
    /// is about is there.
    id: String,
    /// What it is about, and what it does, in each language of the interface.
    words: Vec<Words>,
    keys: Option<Keys>,
    does: Does,
}

struct Words {
    lang: Lang,
    about: String,
    name: String,
}

/// How a command is given by keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keys {
    /// Everywhere.
    Shortcut(Shortcut),
    /// Where the cursor is in an entry or a line of it.
    There(There),
}

/// Keys that the form's own parts listen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum There {
    /// Alt and an arrow.
    Up,
    Down,
    /// Enter in a line, with Ctrl or Command in an entry.
    Enter,
    /// In a line with nothing in it.
    Backspace,
    /// Shift and a click or the space bar, on the box of an entry.
    Range,
    /// In a text.
    Bold,
    Italic,
    Link,
    Numbers,
    Bullets,
}

/// What a command does.
#[derive(Clone, Debug, PartialEq)]
enum Does {
    Undo,
    Redo,
    /// Moves the entry or section in which the cursor was.
    Move {
        entry: Id,
        up: bool,
    },
    /// What only keys do: it stands in the list of shortcuts alone.
    ByKeys,
    AddEntry(Id),
    AddSection(SectionKind),
    Go(Target),
    HideSection {
        section: Id,
        hidden: bool,
    },
    Template(String),
    Language(Language),
    Paper(Paper),
    Looks,
    Fit(usize),
    OpenFile,
    Drafts,
    MyCvs,
    Pdf,
    /// As `formats::FORMATS` has it.
    Format(usize),
    Formats,
    Json,
    Backup,
    ReadBack,
    Photo,
    Save,
    Share,
    Versions,
    /// A profile, and copies in other languages.
    Linked,
    /// A letter for this CV.
    Letter,
    /// Letter and CV in one file.
    Together,
    Advice,
    Storage,
    SiteLanguage,
    Theme(Theme),
    Switch,
    Mode(Mode),
    Zoom(Zoom),
    Larger(bool),
    /// Shows the pages as somebody else would see them.
    See(Viewer),
    Help,
}

/// Whether the palette is open, and where the cursor was before.
#[derive(Clone, Copy)]
pub(super) struct CommandsOpen {
    open: RwSignal<bool>,
    entry: StoredValue<Option<Id>>,
}

impl CommandsOpen {
    pub(super) fn new() -> CommandsOpen {
        CommandsOpen {
            open: RwSignal::new(false),
            entry: StoredValue::new(None),
        }
    }

    pub(super) fn open(self) {
        let active = document().active_element();
        // The menu is closed by then, and nothing in it could have the focus again.
        let menu = active
            .as_ref()
            .and_then(|active| active.closest(".menu").ok().flatten());
        let summary = menu.and_then(|menu| menu.query_selector("summary").ok().flatten());
        if let Some(summary) = summary.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            let _ = summary.focus();
        }
        let entry = active.and_then(|active| active.closest("[data-entry]").ok().flatten());
        let id = entry.and_then(|entry| entry.get_attribute("data-entry"));
        self.entry.set_value(id.and_then(|id| id.parse().ok()));
        self.open.set(true);
    }
}

/// Listens for the shortcuts that the form's own code does not know.
pub(super) fn listen(commands: CommandsOpen, viewing: Viewing) {
    let tabs = expect_context::<Tabs>();
    let shortcuts = expect_context::<ShortcutsOpen>().0;
    let handle = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        // A field has done something of its own with it.
        if event.default_prevented() {
            return;
        }
        match Shortcut::pressed(&event) {
            // With words selected it asks for a link, there.
            Some(Shortcut::Commands) if selects_in_text() => return,
            Some(Shortcut::Commands) => commands.open(),
            Some(Shortcut::Switch) => viewing.switch(tabs),
            Some(Shortcut::Help) => shortcuts.update(|open| *open = !*open),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || handle.remove());
}

/// Whether words are selected in a field that can make a link of them, as
/// `field/rich/tools` does by the same keys. Elsewhere they are ours.
fn selects_in_text() -> bool {
    let active = document().active_element();
    let area = active.and_then(|active| active.dyn_into::<HtmlTextAreaElement>().ok());
    let area = area.filter(|area| {
        let rich = area.get_attribute("data-rich");
        matches!(rich.as_deref(), Some("text" | "line"))
    });
    area.is_some_and(|area| {
        let (start, end) = (area.selection_start(), area.selection_end());
        start.ok().flatten() != end.ok().flatten()
    })
}

#[cfg(test)]
mod tests;

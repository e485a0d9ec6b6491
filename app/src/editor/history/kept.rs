//! Steps across a reload. While the page is out of sight they are in the tab's own
//! storage, and when it is there again they are taken out of it: a draft that is
//! deleted meanwhile leaves nothing behind.

use cv::{Edit, Id, format};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::History;
use crate::browser::journal::Journal;
use crate::browser::keep;
use crate::editor::editing::Editing;

/// Bytes of steps that are kept; browsers give a tab some five million.
const MOST: usize = 1_000_000;

/// Steps as they are kept, each as in a journal (`format::save_edit`), the last one
/// at the end.
#[derive(Serialize, Deserialize)]
struct Kept {
    draft: Id,
    undo: Vec<String>,
    redo: Vec<String>,
}

impl History {
    /// The newest steps that fit into so many bytes. None if there are none.
    fn write(&self, draft: Id, most: usize) -> Option<String> {
        let mut room = most;
        let mut newest = |steps: &[Edit]| {
            let written = steps.iter().rev().map(format::save_edit);
            let mut fit: Vec<String> = written
                .take_while(|step| {
                    let fits = step.len() <= room;
                    room = room.saturating_sub(step.len());
                    fits
                })
                .collect();
            fit.reverse();
            fit
        };
        let (undo, redo) = (newest(&self.undo), newest(&self.redo));
        if undo.is_empty() && redo.is_empty() {
            return None;
        }
        serde_json::to_string(&Kept { draft, undo, redo }).ok()
    }

    /// Puts kept steps before those that have been made since. Steps of another draft,
    /// or of a newer version of the site, are none.
    fn read(&mut self, kept: &str, draft: Id) {
        let Ok(kept) = format::read::<Kept>(kept) else {
            return;
        };
        let edits = |steps: &[String]| {
            let edits = steps.iter().map(|step| format::load_edit(step).ok());
            edits.collect::<Option<Vec<Edit>>>()
        };
        let (Some(mut undo), Some(redo)) = (edits(&kept.undo), edits(&kept.redo)) else {
            return;
        };
        if kept.draft != draft {
            return;
        }
        // What has been done since cannot be followed by what was undone before.
        if self.undo.is_empty() && self.redo.is_empty() {
            self.redo = redo;
        }
        undo.append(&mut self.undo);
        self.undo = undo;
    }
}

/// Takes back the steps from before the page was loaded, and keeps them from now on.
pub(in crate::editor) fn start(editing: Editing, journal: Journal) {
    let draft = move || journal.draft.get_untracked();
    if let Some(kept) = keep::undo() {
        editing.with_history(|history| history.read(&kept, draft()));
    }
    keep::forget_undo();
    let keep_or_forget = move |leaving: bool| {
        let steps = editing.with_history(|history| {
            let steps = history.write(draft(), MOST);
            steps.filter(|_| leaving)
        });
        match steps.flatten() {
            Some(steps) => keep::set_undo(&steps),
            None => keep::forget_undo(),
        }
    };
    // A phone may end a page that is out of sight without another word.
    let hidden = window_event_listener_untyped("visibilitychange", move |_| {
        keep_or_forget(document().hidden());
    });
    let left = window_event_listener_untyped("pagehide", move |_| keep_or_forget(true));
    let back = window_event_listener_untyped("pageshow", move |_| keep_or_forget(false));
    on_cleanup(move || {
        hidden.remove();
        left.remove();
        back.remove();
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use cv::{Field, Value};

    const DRAFT: Id = Id(7);

    fn set(text: &str) -> Edit {
        Edit::SetField {
            item: Id::BASICS,
            field: Field::Name,
            value: Some(Value::Text(text.into())),
        }
    }

    fn history(steps: &[&str]) -> History {
        let mut history = History::default();
        for step in steps {
            history.redone(set(step));
        }
        history
    }

    #[test]
    fn steps_are_there_again_before_those_made_since() {
        let mut before = history(&["a", "b"]);
        before.undone(set("c"));
        let kept = before.write(DRAFT, MOST).unwrap();

        let mut after = History::default();
        after.read(&kept, DRAFT);
        assert_eq!(after.undo, [set("a"), set("b")]);
        assert_eq!(after.redo, [set("c")]);

        let mut busy = history(&["x"]);
        busy.read(&kept, DRAFT);
        assert_eq!(busy.undo, [set("a"), set("b"), set("x")]);
        assert!(busy.redo.is_empty());
    }

    #[test]
    fn steps_of_another_draft_or_of_a_newer_site_are_none() {
        let kept = history(&["a"]).write(DRAFT, MOST).unwrap();
        let mut other = History::default();
        other.read(&kept, Id(8));
        other.read(
            &kept.replace(
                &format!("\\\"format\\\":{}", cv::format::FORMAT),
                "\\\"format\\\":99",
            ),
            DRAFT,
        );
        other.read("no JSON", DRAFT);
        assert!(!other.can_undo() && !other.can_redo());
        other.read(&kept, DRAFT);
        assert!(other.can_undo());
    }

    #[test]
    fn the_newest_are_kept_where_there_is_no_room_for_all() {
        let all = history(&["one", "two", "three"]);
        let step = format::save_edit(&set("three")).len();
        let kept = all.write(DRAFT, 2 * step).unwrap();
        let mut after = History::default();
        after.read(&kept, DRAFT);
        assert_eq!(after.undo, [set("two"), set("three")]);
        assert_eq!(all.write(DRAFT, 3), None);
        assert_eq!(History::default().write(DRAFT, MOST), None);
    }
}

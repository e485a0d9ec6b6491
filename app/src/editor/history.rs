//! Undo and redo: inverses of edits on two stacks.
//!
//! Typing is undone in strokes, not in letters: edits of one text that follow
//! each other within [`PAUSE_MS`] share one entry, which keeps the oldest
//! inverse and so goes back to where the typing began. Steps are kept for as long as
//! the page lives, and across a reload of it (`kept`).

use cv::{Edit, Field, Id};

pub(super) mod kept;

/// A pause in typing that ends a stroke, in milliseconds.
const PAUSE_MS: f64 = 900.0;

#[derive(Default)]
pub(crate) struct History {
    undo: Vec<Edit>,
    redo: Vec<Edit>,
    /// The text being typed, and when the last letter came.
    stroke: Option<(Text, f64)>,
}

/// A text that is typed into.
#[derive(Clone, Copy, PartialEq)]
enum Text {
    Field(Id, Field),
    Line(Id),
    Heading(Id),
}

impl Text {
    fn of(edit: &Edit) -> Option<Text> {
        match edit {
            Edit::SetField { item, field, .. } => Some(Text::Field(*item, *field)),
            Edit::SetLine { line, .. } => Some(Text::Line(*line)),
            Edit::SetHeading { section, .. } => Some(Text::Heading(*section)),
            _ => None,
        }
    }
}

impl History {
    /// Records an edit that was made at `now` (milliseconds on any clock).
    pub(crate) fn record(&mut self, edit: &Edit, inverse: Edit, now: f64) {
        self.redo.clear();
        let text = Text::of(edit);
        let continues = matches!(
            (self.stroke, text),
            (Some((last, at)), Some(text)) if last == text && now - at < PAUSE_MS
        );
        self.stroke = text.map(|text| (text, now));
        if continues && !self.undo.is_empty() {
            return;
        }
        self.undo.push(inverse);
    }

    /// Ends the current stroke, so that what is typed next is undone by itself.
    pub(crate) fn pause(&mut self) {
        self.stroke = None;
    }

    pub(crate) fn take_undo(&mut self) -> Option<Edit> {
        self.pause();
        self.undo.pop()
    }

    pub(crate) fn take_redo(&mut self) -> Option<Edit> {
        self.pause();
        self.redo.pop()
    }

    /// What an undone edit left behind: the edit that makes it again.
    pub(crate) fn undone(&mut self, inverse: Edit) {
        self.redo.push(inverse);
    }

    pub(crate) fn redone(&mut self, inverse: Edit) {
        self.undo.push(inverse);
    }

    pub(crate) fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    pub(crate) fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cv::{Value, apply};

    fn set(text: &str) -> Edit {
        Edit::SetField {
            item: Id::BASICS,
            field: Field::Name,
            value: Some(Value::Text(text.into())),
        }
    }

    fn blank() -> cv::Document {
        let mut next = 0;
        let template = cv::Template {
            name: "linne".into(),
            layout: "1".into(),
            breaks: None,
        };
        cv::Document::blank(cv::Language::English, template, || {
            next += 1;
            Id(next)
        })
    }

    #[test]
    fn a_stroke_is_undone_whole_and_a_pause_ends_it() {
        let mut document = blank();
        let mut history = History::default();
        for (text, at) in [
            ("J", 0.0),
            ("Ja", 100.0),
            ("Jane", 200.0),
            ("Jane D", 5_000.0),
        ] {
            let edit = set(text);
            let inverse = apply(&mut document, &edit).unwrap();
            history.record(&edit, inverse, at);
        }
        let undo = history.take_undo().unwrap();
        let redo = apply(&mut document, &undo).unwrap();
        history.undone(redo);
        assert_eq!(document.basics.text(Field::Name), "Jane");
        let undo = history.take_undo().unwrap();
        apply(&mut document, &undo).unwrap();
        assert_eq!(document.basics.text(Field::Name), "");
        assert!(!history.can_undo());
        assert!(history.can_redo());
    }

    #[test]
    fn a_new_edit_forgets_what_was_undone() {
        let mut document = blank();
        let mut history = History::default();
        let edit = set("A");
        let inverse = apply(&mut document, &edit).unwrap();
        history.record(&edit, inverse, 0.0);
        let undo = history.take_undo().unwrap();
        let redo = apply(&mut document, &undo).unwrap();
        history.undone(redo);
        let edit = set("B");
        let inverse = apply(&mut document, &edit).unwrap();
        history.record(&edit, inverse, 1.0);
        assert!(!history.can_redo());
    }
}

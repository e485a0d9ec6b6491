//! The document being edited, and who hears of its changes.
//!
//! Every change is an [`Edit`] given to [`Editing::edit`]. It is applied, its
//! inverse is kept for undo, the views of exactly the places that it touched
//! are told, and it is handed on to the sinks: journal, live pages, other tabs.
//! Nothing is derived by comparing documents, so a keystroke costs what it
//! changes and not what the document holds.

use std::collections::HashMap;
use std::rc::Rc;

use cv::{Document, Edit, Field, Id, Rejected, Touched, When};
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::history::History;

/// What a sink is told.
pub(crate) enum Change<'a> {
    /// Another document was opened.
    Opened(&'a Document),
    /// The document was changed in this tab.
    Edited(&'a Edit),
    /// The document was changed in another tab, and that tab's journal has it.
    Followed(&'a Edit),
}

/// Sinks live in the browser, on its one thread; on the server there are none.
type Sink = SendWrapper<Rc<dyn Fn(&Change<'_>)>>;

struct State {
    document: Document,
    history: History,
    /// One trigger for each place that a view has looked at.
    triggers: HashMap<Touched, ArcTrigger>,
}

/// A handle on the document being edited; copies are the same document.
#[derive(Clone, Copy)]
pub(crate) struct Editing {
    state: StoredValue<State>,
    sinks: StoredValue<Vec<Sink>>,
    /// Told after every change, whatever it touched.
    any: Trigger,
    /// Why the last edit was rejected, until the next one is made.
    pub(crate) rejected: RwSignal<Option<Rejected>>,
    /// What is to be shown and focused, if the form does not show it yet.
    pub(crate) reveal: RwSignal<Option<Target>>,
}

/// A place in the form that can have the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) item: Id,
    pub(crate) field: Option<Field>,
    pub(crate) line: Option<Id>,
}

impl Target {
    pub(crate) fn field(item: Id, field: Field) -> Target {
        Target {
            item,
            field: Some(field),
            line: None,
        }
    }

    /// Reads what the preview writes beside each line: `item/field` or
    /// `item/field/line`.
    pub(crate) fn parse(place: &str) -> Option<Target> {
        let mut parts = place.split('/');
        let item = parts.next()?.parse().ok()?;
        let field = parts.next().and_then(Field::from_json);
        let line = parts.next().and_then(|id| id.parse().ok());
        Some(Target { item, field, line })
    }
}

impl Editing {
    pub(crate) fn new(document: Document) -> Editing {
        Editing {
            state: StoredValue::new(State {
                document,
                history: History::default(),
                triggers: HashMap::new(),
            }),
            sinks: StoredValue::new(Vec::new()),
            any: Trigger::new(),
            rejected: RwSignal::new(None),
            reveal: RwSignal::new(None),
        }
    }

    /// Has `sink` told of every change from now on.
    pub(crate) fn listen(self, sink: impl Fn(&Change<'_>) + 'static) {
        self.sinks
            .update_value(|sinks| sinks.push(SendWrapper::new(Rc::new(sink))));
    }

    /// Makes a change. One that cannot be made says why in
    /// [`Editing::rejected`] and leaves everything as it was.
    pub(crate) fn edit(self, edit: Edit) -> bool {
        let now = now();
        let Some(inverse) = self.apply(&edit) else {
            return false;
        };
        self.state
            .update_value(|state| state.history.record(&edit, inverse.clone(), now));
        self.tell(&edit, &inverse, &Change::Edited(&edit));
        true
    }

    /// Makes a change that is nobody's act, and so nothing to take back.
    pub(crate) fn remember(self, edit: Edit) {
        if let Some(inverse) = self.apply(&edit) {
            self.tell(&edit, &inverse, &Change::Edited(&edit));
        }
    }

    /// Takes the last change back. False if there is none.
    pub(crate) fn undo(self) -> bool {
        self.replay(History::take_undo, History::undone)
    }

    /// Makes the change that was taken back last again.
    pub(crate) fn redo(self) -> bool {
        self.replay(History::take_redo, History::redone)
    }

    fn replay(self, take: fn(&mut History) -> Option<Edit>, done: fn(&mut History, Edit)) -> bool {
        loop {
            let taken = self
                .state
                .try_update_value(|state| take(&mut state.history));
            let Some(edit) = taken.flatten() else {
                return false;
            };
            // Another tab may have removed what the edit was about: then there
            // is nothing of it left to take back.
            let Some(inverse) = self.apply(&edit) else {
                self.rejected.set(None);
                continue;
            };
            self.state
                .update_value(|state| done(&mut state.history, inverse.clone()));
            self.tell(&edit, &inverse, &Change::Edited(&edit));
            self.reveal_change(&edit, &inverse);
            return true;
        }
    }

    /// Makes a change that another tab has made and journaled.
    pub(crate) fn follow(self, edit: &Edit) -> bool {
        let Some(inverse) = self.apply(edit) else {
            return false;
        };
        // What is typed before and after it is not one stroke: to undo that would undo
        // what others have written in between.
        self.pause();
        self.tell(edit, &inverse, &Change::Followed(edit));
        true
    }

    /// Puts another document in the place of this one.
    pub(crate) fn open(self, document: Document) {
        let triggers: Vec<ArcTrigger> = self
            .state
            .try_update_value(|state| {
                state.document = document.clone();
                state.history = History::default();
                state.triggers.values().cloned().collect()
            })
            .unwrap_or_default();
        self.rejected.set(None);
        self.reveal.set(None);
        triggers.iter().for_each(Notify::notify);
        self.any.notify();
        self.hand_on(&Change::Opened(&document));
    }

    /// Reads or changes the steps that can be undone. None where the editor is gone.
    pub(crate) fn with_history<T>(self, act: impl FnOnce(&mut History) -> T) -> Option<T> {
        let done = self.state.try_update_value(|state| act(&mut state.history));
        self.any.notify();
        done
    }

    /// What is typed from now on is undone by itself.
    pub(crate) fn pause(self) {
        self.state.update_value(|state| state.history.pause());
    }

    fn apply(self, edit: &Edit) -> Option<Edit> {
        let result = self
            .state
            .try_update_value(|state| cv::apply(&mut state.document, edit))?;
        match result {
            Ok(inverse) => {
                if self.rejected.get_untracked().is_some() {
                    self.rejected.set(None);
                }
                Some(inverse)
            }
            Err(rejected) => {
                self.rejected.set(Some(rejected));
                None
            }
        }
    }

    fn tell(self, edit: &Edit, inverse: &Edit, change: &Change<'_>) {
        let mut touched = Vec::new();
        let mut visit = |place| {
            if !touched.contains(&place) {
                touched.push(place);
            }
        };
        edit.touches(&mut visit);
        inverse.touches(&mut visit);
        let triggers: Vec<ArcTrigger> = self.state.with_value(|state| {
            touched
                .iter()
                .filter_map(|place| state.triggers.get(place))
                .cloned()
                .collect()
        });
        // The pages first: they are what the writer looks at.
        self.hand_on(change);
        triggers.iter().for_each(Notify::notify);
        self.any.notify();
    }

    fn hand_on(self, change: &Change<'_>) {
        let sinks = self.sinks.get_value();
        sinks.iter().for_each(|sink| sink(change));
    }

    /// After undo and redo, shows where something changed.
    fn reveal_change(self, edit: &Edit, inverse: &Edit) {
        let mut target = None;
        let mut visit = |touched| {
            if let Touched::Field(item, field) = touched {
                target = Some(Target::field(item, field));
            }
        };
        inverse.touches(&mut visit);
        edit.touches(&mut visit);
        if let Some(target) = target {
            self.reveal.set(Some(target));
        }
    }

    /// Reads the document, and has the surrounding view drawn again when
    /// `place` changes.
    pub(crate) fn at<T>(self, place: Touched, read: impl FnOnce(&Document) -> T) -> T {
        self.track(place);
        self.peek(read)
    }

    /// Reads the document without being told of changes.
    pub(crate) fn peek<T>(self, read: impl FnOnce(&Document) -> T) -> T {
        self.state.with_value(|state| read(&state.document))
    }

    fn track(self, place: Touched) {
        let trigger = self
            .state
            .try_update_value(|state| state.triggers.entry(place).or_default().clone());
        if let Some(trigger) = trigger {
            trigger.track();
        }
    }

    pub(crate) fn can_undo(self) -> bool {
        self.any.track();
        self.state.with_value(|state| state.history.can_undo())
    }

    pub(crate) fn can_redo(self) -> bool {
        self.any.track();
        self.state.with_value(|state| state.history.can_redo())
    }

    pub(crate) fn text(self, item: Id, field: Field) -> String {
        self.at(Touched::Field(item, field), |document| {
            document
                .item(item)
                .map(|item| item.text(field).to_owned())
                .unwrap_or_default()
        })
    }

    pub(crate) fn when(self, item: Id, field: Field) -> Option<When> {
        self.at(Touched::Field(item, field), |document| {
            document
                .item(item)
                .and_then(|item| item.when(field).cloned())
        })
    }
}

/// Milliseconds since the page was opened; 0 on the server, where nobody types.
fn now() -> f64 {
    if cfg!(feature = "hydrate") {
        window()
            .performance()
            .map_or(0.0, |performance| performance.now())
    } else {
        0.0
    }
}

//! One profile, many CVs: what the open document is linked to, and what differs.
//!
//! Everything is compared here, in the browser. The other documents are read from its
//! database, and those of an account that are not in it from the server, as when they
//! are opened. What differs is looked at again a moment after each change, and when
//! the page is looked at again: another tab may have changed a source meanwhile.

use std::sync::Arc;
use std::time::Duration;

use cv::linked::{self, State, Translation};
use cv::{Document, Edit, Id, Kind};
use leptos::prelude::*;
use texts::Lang;
use wasm_bindgen_futures::spawn_local;

mod acts;
mod adding;
mod dialog;
mod entry;
mod finding;
mod making;
mod panel;
mod words;

pub(crate) use adding::AddFromProfile;
pub(crate) use dialog::LinkedDialog;
pub(crate) use entry::{LinkMark, LinkedEntry};
pub(super) use finding::number;
pub(crate) use panel::LinkedPanel;

use super::editing::{Change, Editing};
use super::form::Announcer;
use super::start::Starting;
use crate::browser::journal::Journal;
use crate::browser::sync::Sync;
use acts::Given;
use finding::{Known, origins};

/// So long after a change it is looked at what differs.
const REST: Duration = Duration::from_millis(250);
/// Coming back to the page asks the server again after so many milliseconds.
const BY_FOCUS: f64 = 120_000.0;

/// Whether the dialog about the profile and other languages is open.
#[derive(Clone, Copy)]
pub(crate) struct LinkedOpen(pub(crate) RwSignal<bool>);

/// A place in the form where something is said of links.
#[derive(Clone, Copy)]
pub(crate) enum LinkedPlace {
    /// Beside the name of an entry.
    Mark(Id),
    /// Below the fields of an entry.
    Entry(Id),
    /// At the end of a section.
    Section(Id),
}

/// Another document.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    /// What origins call it.
    number: Id,
    /// The draft of this browser, if it is here.
    draft: Option<Id>,
    /// What the server knows it by, if it is there.
    saved: Option<String>,
    document: Arc<Document>,
}

/// A document that the open one is linked to.
#[derive(Clone, Debug, PartialEq)]
struct Source {
    number: Id,
    found: Result<Found, Missing>,
}

/// Why a document is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Missing {
    /// There is none, as far as can be known.
    Gone,
    /// It may be on the server, which cannot be reached.
    Unreachable,
}

/// How a linked entry of the open document stands to what it is a copy of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Standing {
    item: Id,
    source: Id,
    state: State,
    /// How many of its texts are not translated.
    untranslated: usize,
}

/// What a change of the open profile concerns.
#[derive(Clone, Debug, Default, PartialEq)]
struct Concerned {
    /// The CVs that differ from it, each with the number of entries that do.
    cvs: Vec<(Found, usize)>,
    /// The server could not be asked for more.
    unreachable: bool,
}

/// A handle on the links of the open document; copies are the same one.
#[derive(Clone, Copy)]
pub(crate) struct Linked {
    editing: Editing,
    journal: Journal,
    sync: Sync,
    announcer: Announcer,
    starting: Starting,
    lang: Lang,
    /// What origins call the open document.
    own: RwSignal<Id>,
    sources: RwSignal<Vec<Source>>,
    standings: RwSignal<Vec<Standing>>,
    translations: RwSignal<Vec<(Id, Translation)>>,
    /// The person's profile, if it is another document than the open one.
    profile: RwSignal<Option<Found>>,
    /// Nobody has looked for it yet.
    looking: RwSignal<bool>,
    /// Documents that have entries of the open one, if that is a profile.
    copies: StoredValue<Vec<Found>>,
    concerned: RwSignal<Concerned>,
    /// What was given to the profile last, until something else is.
    given: RwSignal<Option<Given>>,
    /// Told whenever it has been looked at what differs.
    weighed: Trigger,
    /// Counts what was scheduled: only the last of it runs.
    scheduled: StoredValue<u32>,
    /// Counts the looks: what the last of them finds is kept.
    looks: StoredValue<u32>,
    /// What the server has said.
    known: StoredValue<Known>,
}

impl Linked {
    pub(crate) fn new(
        editing: Editing,
        sync: Sync,
        journal: Journal,
        (announcer, starting): (Announcer, Starting),
        lang: Lang,
    ) -> Linked {
        Linked {
            editing,
            journal,
            sync,
            announcer,
            starting,
            lang,
            own: RwSignal::new(Id::BASICS),
            sources: RwSignal::new(Vec::new()),
            standings: RwSignal::new(Vec::new()),
            translations: RwSignal::new(Vec::new()),
            profile: RwSignal::new(None),
            looking: RwSignal::new(true),
            copies: StoredValue::new(Vec::new()),
            concerned: RwSignal::new(Concerned::default()),
            given: RwSignal::new(None),
            weighed: Trigger::new(),
            scheduled: StoredValue::new(0),
            looks: StoredValue::new(0),
            known: StoredValue::new(Known::default()),
        }
    }

    /// From now on looks at what differs, after each change and when the page is
    /// looked at again.
    pub(crate) fn start(self) {
        self.editing.listen(move |change| match change {
            Change::Opened(_) => {
                self.own.set(self.journal.draft.get_untracked());
                self.profile.set(None);
                self.looking.set(true);
                self.sources.set(Vec::new());
                self.standings.set(Vec::new());
                self.translations.set(Vec::new());
                self.copies.set_value(Vec::new());
                self.concerned.set(Concerned::default());
                self.given.set(None);
                spawn_local(self.look());
            }
            Change::Edited(_) | Change::Followed(_) => self.schedule(),
        });
        let back = window_event_listener_untyped("focus", move |_| {
            let profile = self.editing.peek(|document| document.kind) == Kind::Profile;
            if profile || self.sources.with_untracked(|sources| !sources.is_empty()) {
                spawn_local(self.look_with(BY_FOCUS));
            }
        });
        // On a server there is no window, and this is not called.
        on_cleanup(move || back.remove());
        spawn_local(self.look());
    }

    fn schedule(self) {
        let ticket = next(self.scheduled);
        set_timeout(
            move || {
                if ticket == self.scheduled.try_get_value() {
                    self.weigh();
                    if self.is_outdated() {
                        spawn_local(self.look());
                    }
                }
            },
            REST,
        );
    }

    /// Whether it is linked to other documents than were looked for: undo and other
    /// tabs bring links and take them away.
    fn is_outdated(self) -> bool {
        let mut origins = self.editing.peek(origins);
        origins.retain(|number| *number != self.own.get_untracked());
        self.sources.with_untracked(|sources| {
            let known = |id: &Id| sources.iter().any(|source| source.number == *id);
            sources.len() != origins.len() || !origins.iter().all(known)
        })
    }

    /// Reads what the open document is linked to, and what is linked to it.
    async fn look(self) {
        self.look_with(0.0).await;
    }

    /// As [`Linked::look`], with an answer of the server that is not older than this.
    async fn look_with(self, age: f64) {
        let look = next(self.looks);
        let is_last = || look == self.looks.try_get_value();
        let open = self.journal.draft.get_untracked();
        let (kind, origins) = self
            .editing
            .peek(|document| (document.kind, origins(document)));
        let wanted = |number: Id, other: Kind| {
            kind == Kind::Profile || other == Kind::Profile || origins.contains(&number)
        };
        let Ok(here) = finding::here(self.journal, open, &wanted).await else {
            if is_last() {
                self.looking.set(false);
            }
            return;
        };
        let lacks = |number: &Id| !here.found.iter().any(|found| found.number == *number);
        let mut found = here.found.clone();
        let mut unreachable = false;
        if kind == Kind::Profile || origins.iter().any(lacks) {
            let lacking = |number: Id| kind == Kind::Profile || origins.contains(&number);
            match finding::on_server(self.sync, (self.known, age), &here.saved, &lacking).await {
                Ok(more) => found.extend(more),
                Err(_) => unreachable = true,
            }
        }
        // Another document may have been opened meanwhile: it is looked at by itself.
        if !is_last() || !self.is_open(open) {
            return;
        }
        let missing = match unreachable {
            true => Missing::Unreachable,
            false => Missing::Gone,
        };
        let find = |number: Id| found.iter().find(|found| found.number == number).cloned();
        let sources: Vec<Source> = origins
            .into_iter()
            .filter(|number| *number != here.own)
            .map(|number| Source {
                number,
                found: find(number).ok_or(missing),
            })
            .collect();
        // The profile that it is linked to, or the one that was changed last.
        let is_profile = |found: &&Found| found.document.kind == Kind::Profile;
        let linked_to = sources
            .iter()
            .filter_map(|source| source.found.as_ref().ok());
        let profile = linked_to
            .filter(is_profile)
            .chain(found.iter().filter(is_profile));
        let profile = profile.into_iter().next().cloned();
        self.own.set(here.own);
        self.profile.set(profile.filter(|_| kind != Kind::Profile));
        self.looking.set(false);
        self.sources.set(sources);
        let copies = found.into_iter().filter(|found| {
            let mut items = found.document.items();
            items.any(|item| item.origin.as_ref().is_some_and(|o| o.document == here.own))
        });
        self.copies.set_value(copies.collect());
        self.concerned
            .update(|concerned| concerned.unreachable = unreachable);
        self.settle();
        self.weigh();
    }

    /// Notes what has become the same on both sides.
    fn settle(self) {
        let edits: Vec<Edit> = self.editing.peek(|document| {
            self.sources.with_untracked(|sources| {
                let found = sources
                    .iter()
                    .filter_map(|source| source.found.as_ref().ok());
                found
                    .flat_map(|found| linked::settle(document, &found.document, found.number))
                    .collect()
            })
        });
        if !edits.is_empty() {
            self.editing.remember(Edit::All(edits));
        }
    }

    /// Looks at what differs now.
    fn weigh(self) {
        let (mut standings, mut translations) = (Vec::new(), Vec::new());
        let mut concerned = self.concerned.get_untracked();
        self.editing.peek(|document| {
            self.sources.with_untracked(|sources| {
                for source in sources {
                    weigh_one(document, source, &mut standings, &mut translations);
                }
            });
            self.copies.with_value(|copies| {
                let own = self.own.get_untracked();
                let differ = |found: &Found| {
                    let states = linked::compare(&found.document, document, own);
                    let differ = states.iter();
                    let differ = differ.filter(|(_, state)| *state >= State::Changed);
                    differ.count()
                };
                let all = copies.iter().map(|found| (found.clone(), differ(found)));
                concerned.cvs = all.filter(|(_, count)| *count > 0).collect();
            });
        });
        set_if_new(self.standings, standings);
        set_if_new(self.translations, translations);
        set_if_new(self.concerned, concerned);
        self.weighed.notify();
    }

    /// How an entry stands; None if it is not linked.
    fn standing(self, item: Id) -> Option<Standing> {
        self.standings
            .with(|standings| standings.iter().find(|s| s.item == item).copied())
    }

    /// What an entry is a copy of, if that is here.
    fn source_of(self, item: Id) -> Option<Found> {
        let number = self.editing.peek(|document| {
            let origin = document.item(item)?.origin.as_ref()?;
            Some(origin.document)
        })?;
        self.sources.with_untracked(|sources| {
            let source = sources.iter().find(|source| source.number == number)?;
            source.found.clone().ok()
        })
    }
}

fn set_if_new<T: PartialEq + Send + std::marker::Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|known| *known != value) {
        signal.set(value);
    }
}

/// Counts on. None where the editor is gone.
fn next(count: StoredValue<u32>) -> Option<u32> {
    count.try_update_value(|count| {
        *count = count.wrapping_add(1);
        *count
    })
}

fn weigh_one(
    document: &Document,
    source: &Source,
    standings: &mut Vec<Standing>,
    translations: &mut Vec<(Id, Translation)>,
) {
    let Ok(found) = &source.found else { return };
    let translation = linked::translation(document, &found.document, source.number);
    let texts = |item: Id| {
        let fields = translation.fields.iter().filter(|(of, ..)| *of == item);
        fields.map(|(_, _, texts)| texts).sum()
    };
    let states = linked::compare(document, &found.document, source.number);
    standings.extend(states.into_iter().map(|(item, state)| Standing {
        item,
        source: source.number,
        state,
        untranslated: texts(item),
    }));
    translations.push((source.number, translation));
}

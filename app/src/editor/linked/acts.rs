//! What is done about a difference: take, keep, give, unlink.

use cv::linked::{self, Take};
use cv::{Document, Edit, Field, Id, Kind, Origin, Value};
use leptos::prelude::*;
use texts::linked as t;
use wasm_bindgen_futures::spawn_local;

use super::{Found, Linked, words};
use crate::browser::database::{Elsewhere, StoreError};
use crate::browser::random;
use crate::editor::message;
use crate::service::ServiceError;

/// Something that went from the open document into another, and can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Given {
    /// What the entry is called.
    pub(super) name: String,
    pub(super) to: Found,
    /// What its fields said there then.
    said: Vec<(Id, Field, Option<Value>)>,
    /// Takes it back there.
    inverse: Edit,
    /// Says here that it was not there.
    origin: Edit,
}

/// Why another document was not changed.
pub(super) enum Unchanged {
    Store(StoreError),
    Server(ServiceError),
    Rejected(cv::Rejected),
    /// There was nothing to change, or not any more.
    Same,
}

impl Linked {
    /// Takes the source's wording of an entry: of what was changed there, or, if
    /// nothing was, all of it.
    pub(super) fn take(self, item: Id) {
        let Some(source) = self.source_of(item) else {
            return;
        };
        let edits = self
            .editing
            .peek(|document| takes(document, item, &source.document));
        let name = self.name(item);
        if !edits.is_empty() && self.make(Edit::All(edits)) {
            self.announcer.say(t::said_taken(self.lang, name));
        }
    }

    /// Whether there is anything that could be taken.
    pub(super) fn can_take(self, item: Id) -> bool {
        self.source_of(item).is_some_and(|source| {
            self.editing
                .peek(|document| !takes(document, item, &source.document).is_empty())
        })
    }

    /// Keeps what stands here.
    pub(super) fn keep(self, item: Id) {
        let Some(source) = self.source_of(item) else {
            return;
        };
        let edits = self
            .editing
            .peek(|document| linked::keep(document, item, &source.document));
        let name = self.name(item);
        if !edits.is_empty() && self.make(Edit::All(edits)) {
            self.announcer.say(t::said_kept(self.lang, name));
        }
    }

    /// Lets an entry stand alone.
    pub(super) fn unlink(self, item: Id) {
        let name = self.name(item);
        if self.make(linked::unlink(item)) {
            self.announcer.say(t::said_unlinked(self.lang, name));
        }
    }

    /// Says that a text is the same in both languages.
    pub(super) fn is_same(self, item: Id, field: Field) {
        let origin = self.editing.peek(|document| {
            let mut origin: Origin = document.item(item)?.origin.clone()?;
            origin.same.insert(field);
            Some(origin)
        });
        let name = self.name(item);
        if origin.is_some() && self.make(Edit::SetOrigin { item, origin }) {
            self.announcer.say(t::said_same(self.lang, name));
        }
    }

    fn make(self, edit: Edit) -> bool {
        let made = self.editing.edit(edit);
        if made {
            self.weigh();
        }
        made
    }

    /// Gives what stands here to the source.
    pub(super) fn give(self, item: Id, failed: RwSignal<Option<String>>) {
        let Some(source) = self.source_of(item) else {
            return;
        };
        let before = self.editing.peek(|document| {
            let origin = document.item(item)?.origin.clone();
            Some(Edit::SetOrigin { item, origin })
        });
        let (name, draft) = (self.name(item), self.journal.draft.get_untracked());
        spawn_local(async move {
            let (mut here, mut said) = (Vec::new(), Vec::new());
            let mut give = |there: &Document| {
                if !self.is_open(draft) {
                    return Vec::new();
                }
                let given = self
                    .editing
                    .peek(|document| linked::give(document, item, there, &mut random::id));
                here = given.1;
                said = said_after(&given.0, there);
                given.0
            };
            match self.change(&source, &mut give).await {
                Ok((to, inverse)) => {
                    // The writer may have gone on to another document.
                    if !self.is_open(draft) {
                        return;
                    }
                    if !here.is_empty() {
                        self.editing.remember(Edit::All(here));
                    }
                    self.announcer.say(t::said_given(self.lang, name.clone()));
                    self.given.set(before.map(|origin| Given {
                        name,
                        to,
                        said,
                        inverse,
                        origin,
                    }));
                    self.look().await;
                }
                Err(Unchanged::Same) => self.look().await,
                Err(why) => failed.set(Some(why.message(self))),
            }
        });
    }

    /// Takes back what was given, unless the source was changed there since.
    pub(super) fn take_back(self, failed: RwSignal<Option<String>>) {
        let Some(given) = self.given.get_untracked() else {
            return;
        };
        let draft = self.journal.draft.get_untracked();
        spawn_local(async move {
            let mut back = |there: &Document| match self.is_open(draft) && given.stands(there) {
                true => vec![given.inverse.clone()],
                false => Vec::new(),
            };
            let changed = self.change(&given.to, &mut back).await;
            // Another document may be open by now.
            if !self.is_open(draft) {
                return;
            }
            match changed {
                Ok(_) => {
                    self.given.set(None);
                    self.editing.remember(given.origin.clone());
                    self.announcer
                        .say(t::said_given_back(self.lang, given.name.clone()));
                    self.look().await;
                }
                Err(why) => failed.set(Some(why.message(self))),
            }
        });
    }

    /// Whether a draft is the open one. What waits may be overtaken by another.
    pub(super) fn is_open(self, draft: Id) -> bool {
        self.journal.draft.get_untracked() == draft
    }

    /// Changes another document, which is brought here if it is on the server alone.
    /// Returns it as it can be found from now on, and what takes the change back.
    pub(super) async fn change(
        self,
        other: &Found,
        change: &mut dyn FnMut(&Document) -> Vec<Edit>,
    ) -> Result<(Found, Edit), Unchanged> {
        let draft = match (other.draft, &other.saved) {
            (Some(draft), _) => draft,
            (None, Some(saved)) => {
                let fetched = self.sync.fetch(saved.clone()).await;
                fetched.map_err(Unchanged::Server)?
            }
            (None, None) => return Err(Unchanged::Store(StoreError::Missing)),
        };
        let drafts = self.journal.connect().await.map_err(Unchanged::Store)?;
        match drafts.change(draft, change).await {
            Ok(Elsewhere::Made(written, inverse)) => {
                self.journal.follow(draft, written);
                self.sync.run();
                let other = Found {
                    draft: Some(draft),
                    ..other.clone()
                };
                Ok((other, inverse))
            }
            Ok(Elsewhere::Same) => Err(Unchanged::Same),
            Ok(Elsewhere::Rejected(why)) => Err(Unchanged::Rejected(why)),
            Err(error) => Err(Unchanged::Store(error)),
        }
    }

    /// What an entry is called.
    pub(super) fn name(self, item: Id) -> String {
        self.editing
            .peek(|document| words::entry(document, item, self.lang))
    }

    /// Whether an entry is in the source's language, so that words can go both ways.
    pub(super) fn speaks_alike(self, item: Id) -> bool {
        let language = self.editing.peek(|document| document.language);
        self.source_of(item)
            .is_some_and(|source| source.document.language == language)
    }

    /// Whether an entry is a copy of the profile's, and not of another CV's.
    pub(super) fn is_of_profile(self, item: Id) -> bool {
        self.source_of(item)
            .is_some_and(|source| source.document.kind == Kind::Profile)
    }
}

impl Unchanged {
    pub(super) fn message(self, linked: Linked) -> String {
        let lang = linked.lang;
        match self {
            Unchanged::Store(error) => super::super::drafts::unreadable(&error, lang).to_owned(),
            Unchanged::Server(error) => message::server(error, lang).to_owned(),
            Unchanged::Rejected(why) => message::rejected(why, lang),
            Unchanged::Same => t::given_since(lang).to_owned(),
        }
    }
}

impl Given {
    /// Whether the source still says what was given to it.
    fn stands(&self, there: &Document) -> bool {
        let mut said = self.said.iter();
        said.all(|(item, field, said)| value(there, *item, *field) == said.as_ref())
    }
}

/// What the fields that edits set say when the edits are made.
fn said_after(edits: &[Edit], document: &Document) -> Vec<(Id, Field, Option<Value>)> {
    let mut after = document.clone();
    // What is refused here is refused there, and nothing is given.
    if cv::apply(&mut after, &Edit::All(edits.to_vec())).is_err() {
        return Vec::new();
    }
    let set = edits.iter().filter_map(|edit| match edit {
        Edit::SetField { item, field, .. } => Some((*item, *field)),
        _ => None,
    });
    set.map(|(item, field)| (item, field, value(&after, item, field).cloned()))
        .collect()
}

fn value(document: &Document, item: Id, field: Field) -> Option<&Value> {
    document.item(item)?.fields.get(&field)
}

fn takes(document: &Document, item: Id, source: &Document) -> Vec<Edit> {
    let mut ids = random::id;
    let changed = linked::offer(document, item, source, Take::Changed, &mut ids);
    let news = linked::differences(document, item, source);
    match news.iter().any(|difference| difference.changed) {
        true => changed,
        // In another language there is nothing but other words.
        false if document.language != source.language => Vec::new(),
        false => linked::offer(document, item, source, Take::All, &mut ids),
    }
}

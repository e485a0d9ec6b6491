//! What differs between two versions of a document, as a person would tell it.
//!
//! [`diff`](crate::diff) makes edits for a program. This makes a list for
//! somebody who reads, in the order in which the newer one stands; what was
//! removed is told where it stood.
//!
//! Not told is what nobody sees: the ids of lines, blank lines, where an item was
//! copied from, the layout's version with its breaks, and which personal details
//! are shown, for no version holds those. [`as_told`] is a document without all
//! that: two documents have no changes exactly where it is the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::date::When;
use crate::diff::moves;
use crate::document::{Document, Fields, Item, Kind, Line, Paper, Section, Value};
use crate::format::FORMAT;
use crate::id::Id;
use crate::language::Language;
use crate::rich::Inline;
use crate::schema::{BASICS, Field, Shape};

mod look;
mod words;

pub use look::{Look, PhotoChange};
pub use words::{Piece, pieces};

/// One thing that is otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Change<'a> {
    pub place: Place<'a>,
    pub what: What<'a>,
}

/// Where something is otherwise: in the newer document, or, where it was removed,
/// in the older.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place<'a> {
    /// The document as a whole.
    Document,
    Basics,
    Section(&'a Section),
    Item(&'a Section, &'a Item),
}

#[derive(Clone, Debug, PartialEq)]
pub enum What<'a> {
    Language {
        old: Language,
        new: Language,
    },
    Paper {
        old: Paper,
        new: Paper,
    },
    /// The templates by their names.
    Template {
        old: &'a str,
        new: &'a str,
    },
    Look(Look),
    Photo(PhotoChange),
    Added,
    Removed,
    Moved,
    Hidden,
    Shown,
    /// Where pages may break around it.
    Paging,
    /// In which column it stands.
    Column,
    /// None is the usual heading of its kind.
    Heading {
        old: Option<&'a str>,
        new: Option<&'a str>,
    },
    Field(Field, Told<'a>),
}

/// How the value of a field is otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum Told<'a> {
    /// Word by word, or, where that is too much work, the two texts.
    Words(Vec<Piece>),
    When {
        old: Option<&'a When>,
        new: Option<&'a When>,
    },
    /// Whether it is ticked now.
    Set(bool),
    /// The words are the same: what is bold, a link, or a list is not.
    Form,
}

/// What differs between two versions of one document.
pub fn changes<'a>(old: &'a Document, new: &'a Document) -> Vec<Change<'a>> {
    all(old, new, Some(words::STEPS))
}

/// How many [`changes`] there are, at a small part of the work: texts are compared as
/// a whole.
pub fn count(old: &Document, new: &Document) -> usize {
    all(old, new, None).len()
}

/// All changes, of which so many steps go into words; with None, no words are told.
fn all<'a>(old: &'a Document, new: &'a Document, steps: Option<usize>) -> Vec<Change<'a>> {
    let mut told = Telling {
        old,
        new,
        was: by_id(old),
        is: by_id(new),
        steps,
        changes: Vec::new(),
    };
    told.document();
    told.item(Place::Basics, BASICS, &old.basics, &new.basics);
    told.sections();
    told.changes
}

/// A document without what [`changes`] does not tell.
pub fn as_told(document: &Document) -> Document {
    let mut told = document.clone();
    told.format = FORMAT;
    told.kind = Kind::Cv;
    told.template.layout.clear();
    told.template.breaks = None;
    told.personal = None;
    let items = told
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.items);
    for item in items.chain([&mut told.basics]) {
        item.origin = None;
        for value in item.fields.values_mut() {
            if let Value::Lines(lines) = value {
                lines.retain(|line| !line.text.is_blank());
                for (number, line) in (0..).zip(lines) {
                    line.id = Id(number);
                }
            }
        }
        item.fields.retain(|_, value| !value.is_empty());
    }
    told
}

/// The items of all sections, each with its section.
type ById<'a> = BTreeMap<Id, (&'a Section, &'a Item)>;

fn by_id(document: &Document) -> ById<'_> {
    let sections = document.sections.iter();
    let items = sections.flat_map(|section| {
        let items = section.items.iter();
        items.map(move |item| (item.id, (section, item)))
    });
    items.collect()
}

struct Telling<'a> {
    old: &'a Document,
    new: &'a Document,
    was: ById<'a>,
    is: ById<'a>,
    /// What is left for words, of all fields together. None where they only count.
    steps: Option<usize>,
    changes: Vec<Change<'a>>,
}

impl<'a> Telling<'a> {
    fn tell(&mut self, place: Place<'a>, what: What<'a>) {
        self.changes.push(Change { place, what });
    }

    fn document(&mut self) {
        let (old, new) = (self.old, self.new);
        if old.language != new.language {
            let (old, new) = (old.language, new.language);
            self.tell(Place::Document, What::Language { old, new });
        }
        if old.paper != new.paper {
            let (old, new) = (old.paper, new.paper);
            self.tell(Place::Document, What::Paper { old, new });
        }
        if old.template.name != new.template.name {
            let (old, new) = (&old.template.name, &new.template.name);
            self.tell(Place::Document, What::Template { old, new });
        }
        for look in look::looks(&old.design, &new.design) {
            self.tell(Place::Document, What::Look(look));
        }
        if let Some(change) = look::photo(old.photo, new.photo) {
            self.tell(Place::Document, What::Photo(change));
        }
    }

    fn sections(&mut self) {
        let (old, new) = (self.old, self.new);
        let ids = |document: &Document| -> Vec<Id> {
            document.sections.iter().map(|section| section.id).collect()
        };
        let (before, after) = (ids(old), ids(new));
        let stay = |ids: &[Id]| -> Vec<Id> {
            let both = ids
                .iter()
                .filter(|id| same_section(old, new, **id).is_some());
            both.copied().collect()
        };
        let moved = moved(&stay(&before), &stay(&after));
        for id in merged(&before, &after) {
            if let Some((was, is)) = same_section(old, new, id) {
                self.section(was, is, moved.contains(&id));
                continue;
            }
            if let Some(section) = old.section(id) {
                self.tell(Place::Section(section), What::Removed);
            }
            if let Some(section) = new.section(id) {
                self.tell(Place::Section(section), What::Added);
                for item in &section.items {
                    // What came from elsewhere with all that it has.
                    if let Some(was) = self.stayed(section, item.id) {
                        self.moved_item(section, was, item);
                    }
                }
            }
        }
    }

    /// A section that both have.
    fn section(&mut self, old: &'a Section, new: &'a Section, moved: bool) {
        let place = Place::Section(new);
        if moved {
            self.tell(place, What::Moved);
        }
        if old.heading != new.heading {
            let (old, new) = (old.heading.as_deref(), new.heading.as_deref());
            self.tell(place, What::Heading { old, new });
        }
        self.hidden(place, old.hidden, new.hidden);
        if old.column != new.column {
            self.tell(place, What::Column);
        }
        if old.paging != new.paging {
            self.tell(place, What::Paging);
        }
        let ids =
            |section: &Section| -> Vec<Id> { section.items.iter().map(|item| item.id).collect() };
        let (before, after) = (ids(old), ids(new));
        let mut stay = after.clone();
        stay.retain(|id| self.stayed(new, *id).is_some());
        let moved = self::moved(&before, &stay);
        for id in merged(&before, &after) {
            if let Some(item) = new.items.iter().find(|item| item.id == id) {
                let place = Place::Item(new, item);
                match self.stayed(new, id) {
                    Some(was) if moved.contains(&id) => self.moved_item(new, was, item),
                    Some(was) => self.item(place, new.kind.fields(), was, item),
                    None => self.tell(place, What::Added),
                }
            }
            // What is in another section now is told there.
            let elsewhere = self.is.get(&id).filter(|(it, _)| it.kind == old.kind);
            if elsewhere.is_none()
                && let Some(item) = old.items.iter().find(|item| item.id == id)
            {
                self.tell(Place::Item(old, item), What::Removed);
            }
        }
    }

    /// The older form of an item of a section: one that stood in it, or in another of
    /// its kind.
    fn stayed(&self, section: &Section, id: Id) -> Option<&'a Item> {
        let (was, item) = self.was.get(&id)?;
        (was.kind == section.kind).then_some(*item)
    }

    fn moved_item(&mut self, section: &'a Section, old: &'a Item, new: &'a Item) {
        let place = Place::Item(section, new);
        self.tell(place, What::Moved);
        self.item(place, section.kind.fields(), old, new);
    }

    fn hidden(&mut self, place: Place<'a>, old: bool, new: bool) {
        match (old, new) {
            (false, true) => self.tell(place, What::Hidden),
            (true, false) => self.tell(place, What::Shown),
            _ => {}
        }
    }

    fn item(&mut self, place: Place<'a>, specs: &[(Field, Shape)], old: &'a Item, new: &'a Item) {
        self.hidden(place, old.hidden, new.hidden);
        if old.paging != new.paging {
            self.tell(place, What::Paging);
        }
        for (field, shape) in specs {
            let told = told(*field, *shape, (&old.fields, &new.fields), &mut self.steps);
            if let Some(told) = told {
                self.tell(place, What::Field(*field, told));
            }
        }
    }
}

/// How a field's value is otherwise, if it is.
fn told<'a>(
    field: Field,
    shape: Shape,
    (old, new): (&'a Fields, &'a Fields),
    steps: &mut Option<usize>,
) -> Option<Told<'a>> {
    let (old, new) = (old.get(&field), new.get(&field));
    if old == new {
        return None;
    }
    let when = |value: Option<&'a Value>| match value {
        Some(Value::When(when)) => Some(when),
        _ => None,
    };
    let lines = |value: Option<&'a Value>| -> Vec<&'a Inline> {
        match value {
            Some(Value::Lines(lines)) => written(lines).map(|line| &line.text).collect(),
            _ => Vec::new(),
        }
    };
    match shape {
        Shape::Flag => Some(Told::Set(new.is_some())),
        Shape::Date | Shape::End => Some(Told::When {
            old: when(old),
            new: when(new),
        }),
        Shape::Lines | Shape::Words if lines(old) == lines(new) => None,
        _ => {
            let (old, new) = (text(old), text(new));
            Some(match (old == new, steps) {
                (true, _) => Told::Form,
                (false, Some(steps)) => Told::Words(words::pieces_within(&old, &new, steps)),
                (false, None) => Told::Words(Vec::new()),
            })
        }
    }
}

/// The words of a value, a line for each paragraph and list line.
fn text(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::When(_)) => String::new(),
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Rich(rich)) => rich.text(),
        Some(Value::Lines(lines)) => {
            let lines: Vec<String> = written(lines).map(|line| line.text.text()).collect();
            lines.join("\n")
        }
    }
}

/// Lines that are not blank.
fn written(lines: &[Line]) -> impl Iterator<Item = &Line> {
    lines.iter().filter(|line| !line.text.is_blank())
}

/// A section that both have, of one kind.
fn same_section<'a>(
    old: &'a Document,
    new: &'a Document,
    id: Id,
) -> Option<(&'a Section, &'a Section)> {
    let (old, new) = (old.section(id)?, new.section(id)?);
    (old.kind == new.kind).then_some((old, new))
}

/// Those that had to move, the fewest, to stand in the wanted order.
fn moved(current: &[Id], wanted: &[Id]) -> BTreeSet<Id> {
    let mut moved = BTreeSet::new();
    moves(current, wanted, &mut |id, _| {
        moved.insert(id);
    });
    moved
}

/// The newer order, and in it, behind what it stood behind, whatever is there no
/// more.
fn merged(old: &[Id], new: &[Id]) -> Vec<Id> {
    let there: BTreeSet<Id> = new.iter().copied().collect();
    let mut order = new.to_vec();
    let mut before: Option<Id> = None;
    for id in old {
        if !there.contains(id) {
            let at = before.and_then(|before| order.iter().position(|it| *it == before));
            order.insert(at.map_or(0, |at| at + 1), *id);
        }
        before = Some(*id);
    }
    order
}

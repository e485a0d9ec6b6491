//! Linked copies: facts that live once, in a person's profile, and stand in many CVs.
//!
//! An item of a CV may say which item of another document it is a copy of
//! ([`Origin`]). It is a copy and not a reference: pages are made from the CV alone,
//! and nothing changes in it by itself. What this module does is compare the two and
//! say which edits would bring them together. Three wordings are looked at, field by
//! field: what the source says, what it said when the owner last looked, and what
//! stands here. So a fact that was corrected there is told from a text that is
//! shorter here on purpose, and is offered without it.
//!
//! A CV in another language is linked in the same way, to the CV that it was made
//! from ([`variant`]). What is hidden, how pages break and whether an employer is the
//! same as above belong to each document alone.

use crate::document::{Document, Fields, Item, Line, Origin, Value};
use crate::edit::Edit;
use crate::id::Id;
use crate::schema::{self, Field, SectionKind, Shape};

mod adopt;
mod choose;
mod translation;
mod variant;
mod words;

pub use adopt::{Adopted, adopt};
pub use choose::{add, choose, unused};
pub use translation::{Translation, is_translated, translation};
pub use variant::variant;
pub use words::revision;
use words::{alike, says};

/// How a linked item stands to what it is a copy of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Both say the same.
    Same,
    /// What differs here was there when its owner last looked: it is so on purpose.
    Worded,
    /// The source says something that its owner has not seen yet.
    Changed,
    /// The source has no such item any more.
    Gone,
}

/// A field that says something else than the source's.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub field: Field,
    /// The source was changed there since its owner last looked.
    pub changed: bool,
    /// What the source said then, if that is known.
    pub before: Option<Value>,
    pub there: Option<Value>,
    pub here: Option<Value>,
}

/// Which of the source's wordings are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// Of what was changed there since its owner last looked.
    Changed,
    /// All of them.
    All,
}

/// A copy of an item of `document`, linked to it, under an id and with ids of lines
/// that `ids` draws.
pub fn copy_item(document: Id, source: &Item, ids: &mut dyn FnMut() -> Id) -> Item {
    let id = match source.id {
        Id::BASICS => Id::BASICS,
        _ => ids(),
    };
    let mut copy = Item::new(id);
    copy.origin = Some(origin(document, source));
    copy.fields = source.fields.clone();
    for value in copy.fields.values_mut() {
        if let Value::Lines(lines) = value {
            lines.iter_mut().for_each(|line| line.id = ids());
        }
    }
    copy
}

/// What a copy says of where it came from.
fn origin(document: Id, source: &Item) -> Origin {
    Origin {
        document,
        item: source.id,
        revision: revision(&source.fields),
        seen: source.fields.clone(),
        same: Default::default(),
    }
}

/// How every item of `document` that is linked to `source` stands to it, in the order
/// of the document. `id` is what origins call the source.
pub fn compare(document: &Document, source: &Document, id: Id) -> Vec<(Id, State)> {
    linked_to(document, id)
        .map(|(item, origin)| (item.id, state(document, item, origin, source)))
        .collect()
}

fn linked_to(document: &Document, id: Id) -> impl Iterator<Item = (&Item, &Origin)> {
    document.items().filter_map(move |item| {
        let origin = item.origin.as_ref()?;
        (origin.document == id).then_some((item, origin))
    })
}

fn state(document: &Document, item: &Item, origin: &Origin, source: &Document) -> State {
    let Some(there) = there(document, item, origin, source) else {
        return State::Gone;
    };
    let differences = differing(item, origin, there);
    match differences.iter().any(|difference| difference.changed) {
        true => State::Changed,
        false if differences.is_empty() => State::Same,
        false => State::Worded,
    }
}

/// What an item says otherwise than its source, in the order of a form; nothing if
/// it is not linked to it.
pub fn differences(document: &Document, item: Id, source: &Document) -> Vec<Difference> {
    match pair(document, item, source) {
        Some((item, origin, there)) => {
            let mut differences = differing(item, origin, there);
            let specs = specs_of(document, item.id);
            let place = |field| specs.iter().position(|(known, _)| *known == field);
            differences.sort_by_key(|difference| place(difference.field));
            differences
        }
        None => Vec::new(),
    }
}

fn pair<'a>(
    document: &'a Document,
    item: Id,
    source: &'a Document,
) -> Option<(&'a Item, &'a Origin, &'a Item)> {
    let item = document.item(item)?;
    let origin = item.origin.as_ref()?;
    Some((item, origin, there(document, item, origin, source)?))
}

/// The source's item, if it is of the same kind: what came from elsewhere may say
/// anything.
fn there<'a>(
    document: &Document,
    item: &Item,
    origin: &Origin,
    source: &'a Document,
) -> Option<&'a Item> {
    let there = source.item(origin.item)?;
    (kind_of(document, item.id) == kind_of(source, there.id)).then_some(there)
}

fn differing(item: &Item, origin: &Origin, there: &Item) -> Vec<Difference> {
    let known = !origin.seen.is_empty();
    let all_changed = !known && revision(&there.fields) != origin.revision;
    let only_there = there.fields.keys();
    let only_there = only_there.filter(|field| !item.fields.contains_key(field));
    let fields = item.fields.keys().chain(only_there).copied();
    fields
        .filter(|field| is_compared(*field))
        .filter_map(|field| {
            let (here, there) = (item.fields.get(&field), there.fields.get(&field));
            let before = origin.seen.get(&field);
            (!alike(here, there)).then(|| Difference {
                field,
                changed: all_changed || known && !alike(before, there),
                before: before.cloned(),
                there: there.cloned(),
                here: here.cloned(),
            })
        })
        .collect()
}

/// Whether a field says something by itself, and not of its neighbours.
fn is_compared(field: Field) -> bool {
    field != Field::SameEmployer
}

/// The edits after which an item says what its source says; with [`Take::Changed`],
/// only where the source was changed, and without what is translated: that is for a
/// person to do. None if it is not linked to it or there is nothing to take.
pub fn offer(
    document: &Document,
    item: Id,
    source: &Document,
    take: Take,
    ids: &mut dyn FnMut() -> Id,
) -> Vec<Edit> {
    let Some((here, origin, there)) = pair(document, item, source) else {
        return Vec::new();
    };
    let (kind, foreign) = (
        kind_of(document, item),
        document.language != source.language,
    );
    let is_taken = |difference: &Difference| {
        let (before, here) = (difference.before.as_ref(), difference.here.as_ref());
        let translated = foreign && is_translated(kind, difference.field) && !alike(before, here);
        take == Take::All || difference.changed && !translated
    };
    let (taken, left): (Vec<_>, Vec<_>) = differing(here, origin, there)
        .into_iter()
        .partition(is_taken);
    if taken.is_empty() {
        return Vec::new();
    }
    let values = taken.iter().map(|d| (d.field, d.there.as_ref()));
    let mut edits = sets(here, values, ids);
    // What is left is as new as it was.
    let mut known = there.clone();
    for difference in left.into_iter().filter(|difference| difference.changed) {
        put(&mut known.fields, difference.field, difference.before);
    }
    edits.push(seen(here, origin, &known));
    edits
}

fn put(fields: &mut Fields, field: Field, value: Option<Value>) {
    match value {
        Some(value) => drop(fields.insert(field, value)),
        None => drop(fields.remove(&field)),
    }
}

/// The edits after which the source as it is now counts as looked at, and what stands
/// here as meant so.
pub fn keep(document: &Document, item: Id, source: &Document) -> Vec<Edit> {
    match pair(document, item, source) {
        Some((here, origin, there)) if !is_seen(origin, there) => vec![seen(here, origin, there)],
        _ => Vec::new(),
    }
}

/// The edits with which a fact that was corrected here goes home: those of the
/// source, and those of the document, for which it is not news.
pub fn give(
    document: &Document,
    item: Id,
    source: &Document,
    ids: &mut dyn FnMut() -> Id,
) -> (Vec<Edit>, Vec<Edit>) {
    let Some((here, origin, there)) = pair(document, item, source) else {
        return (Vec::new(), Vec::new());
    };
    let given = differing(here, origin, there);
    if given.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let there_edits = sets(there, given.iter().map(|d| (d.field, d.here.as_ref())), ids);
    let mut after = there.clone();
    for difference in given {
        put(&mut after.fields, difference.field, difference.here);
    }
    (there_edits, vec![seen(here, origin, &after)])
}

/// The edit after which an item stands alone.
pub fn unlink(item: Id) -> Edit {
    Edit::SetOrigin { item, origin: None }
}

/// The edits that note what is the same on both sides by now, however that came to
/// be: what is changed on one side later is then told from it.
pub fn settle(document: &Document, source: &Document, id: Id) -> Vec<Edit> {
    let linked = linked_to(document, id);
    linked
        .filter(|(item, origin)| state(document, item, origin, source) == State::Same)
        .filter_map(|(item, origin)| {
            let there = source.item(origin.item)?;
            (!is_seen(origin, there)).then(|| seen(item, origin, there))
        })
        .collect()
}

fn is_seen(origin: &Origin, there: &Item) -> bool {
    origin.revision == revision(&there.fields)
}

/// Notes the source as it is now.
fn seen(here: &Item, before: &Origin, there: &Item) -> Edit {
    Edit::SetOrigin {
        item: here.id,
        origin: Some(Origin {
            same: before.same.clone(),
            ..origin(before.document, there)
        }),
    }
}

/// The edits that set fields of an item. A line that stays in a list keeps its id.
fn sets<'a>(
    item: &Item,
    fields: impl Iterator<Item = (Field, Option<&'a Value>)>,
    ids: &mut dyn FnMut() -> Id,
) -> Vec<Edit> {
    fields
        .map(|(field, value)| Edit::SetField {
            item: item.id,
            field,
            value: value.map(|value| renumbered(value, item.lines(field), ids)),
        })
        .collect()
}

fn renumbered(value: &Value, old: &[Line], ids: &mut dyn FnMut() -> Id) -> Value {
    let Value::Lines(lines) = value else {
        return value.clone();
    };
    let mut free: Vec<&Line> = old.iter().collect();
    let lines = lines.iter().map(|line| {
        let stays = free.iter().position(|other| other.text == line.text);
        Line {
            id: stays.map_or_else(&mut *ids, |at| free.remove(at).id),
            text: line.text.clone(),
        }
    });
    Value::Lines(lines.collect())
}

/// The fields of an item of a document, the basics' included.
fn specs_of(document: &Document, item: Id) -> &'static [(Field, Shape)] {
    kind_of(document, item).map_or(schema::BASICS, SectionKind::fields)
}

/// The kind of the section that an item is in; the basics have none.
fn kind_of(document: &Document, item: Id) -> Option<SectionKind> {
    document.section_of(item).map(|section| section.kind)
}

/// Whether an item says nothing.
fn is_empty(fields: &Fields) -> bool {
    fields
        .iter()
        .filter(|(field, _)| is_compared(**field))
        .all(|(_, value)| says(value).is_empty())
}

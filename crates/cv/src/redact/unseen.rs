//! What of a document a redaction hides, by its places: for the form in which its
//! owner writes.

use crate::document::Document;
use crate::id::Id;
use crate::redact::{Redaction, seen};
use crate::schema::Field;

/// Something that others would see without the redaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unseen {
    Photo,
    /// All of a section.
    Section(Id),
    /// All of an item of a section that is seen.
    Item(Id),
    /// A field of an item that is seen.
    Field(Id, Field),
    /// Words of such a field, and not all.
    Part(Id, Field),
}

/// What a redaction hides of all that a document shows, in reading order.
pub fn unseen(document: &Document, redaction: &Redaction) -> Vec<Unseen> {
    let whole = seen(document, &Redaction::none());
    let left = seen(document, redaction);
    let mut found = Vec::new();
    if whole.photo.is_some() && left.photo.is_none() {
        found.push(Unseen::Photo);
    }
    for item in whole.items() {
        let section = whole.section_of(item.id);
        let Some(copy) = left.item(item.id) else {
            let gone = section.filter(|section| left.section(section.id).is_none());
            let place = gone.map_or(Unseen::Item(item.id), |s| Unseen::Section(s.id));
            if found.last() != Some(&place) {
                found.push(place);
            }
            continue;
        };
        for (field, value) in &item.fields {
            match copy.fields.get(field) {
                None => found.push(Unseen::Field(item.id, *field)),
                Some(other) if other != value => found.push(Unseen::Part(item.id, *field)),
                Some(_) => {}
            }
        }
    }
    found
}

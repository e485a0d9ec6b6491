//! What may come into a document: ids that are free, values that fit.

use std::collections::BTreeSet;

use super::Rejected;
use crate::date::When;
use crate::document::{Document, Item, Line, Origin, Value};
use crate::id::Id;
use crate::limits;
use crate::schema::{self, Field, Shape};

impl Document {
    /// Whether ids are unique, every field fits the schema and the basics are
    /// where they belong: what `apply` keeps true, and what a document from
    /// outside must be checked for. The error says what is wrong, for a log or
    /// a developer.
    pub fn check(&self) -> Result<(), String> {
        let mut seen = std::collections::BTreeSet::new();
        let mut fresh = |id: Id| {
            let ok = seen.insert(id) && (id != Id::BASICS || seen.len() == 1);
            if ok {
                Ok(())
            } else {
                Err(format!("the id {id} occurs twice or is reserved"))
            }
        };
        if self.basics.id != Id::BASICS || self.basics.hidden || !self.basics.paging.is_usual() {
            return Err("the basics have another id, are hidden or kept together".into());
        }
        fresh(Id::BASICS)?;
        check_fields(&self.basics, schema::BASICS, &mut fresh)?;
        if self.photo.is_some_and(|photo| !photo.is_sound()) {
            return Err("no picture has the sides of the photo".into());
        }
        if self
            .personal
            .as_ref()
            .is_some_and(|p| p.references.is_empty())
        {
            return Err("the personal details are there, but empty".into());
        }
        for section in &self.sections {
            fresh(section.id)?;
            if section.heading.as_deref() == Some("") {
                return Err(format!("the heading of {} is there, but empty", section.id));
            }
            for item in &section.items {
                fresh(item.id)?;
                check_fields(item, section.kind.fields(), &mut fresh)?;
            }
        }
        Ok(())
    }
}

fn check_fields(
    item: &Item,
    specs: &[(Field, Shape)],
    fresh: &mut impl FnMut(Id) -> Result<(), String>,
) -> Result<(), String> {
    for (field, value) in &item.fields {
        let fits = schema::shape_in(specs, *field).is_some_and(|shape| fits(shape, value));
        if !fits || value.is_empty() {
            return Err(format!(
                "the field {} of {} does not fit",
                field.json(),
                item.id
            ));
        }
        if let Value::Lines(lines) = value {
            lines.iter().try_for_each(|line| fresh(line.id))?;
        }
    }
    match &item.origin {
        Some(origin) if admit_origin(origin, specs).is_err() => {
            Err(format!("what {} is a copy of does not fit", item.id))
        }
        _ => Ok(()),
    }
}

/// Whether a value may stand in a field of this shape.
pub(crate) fn fits(shape: Shape, value: &Value) -> bool {
    match shape {
        Shape::Text | Shape::Email | Shape::Phone | Shape::Url | Shape::Country => {
            matches!(value, Value::Text(_))
        }
        Shape::Rich => matches!(value, Value::Rich(_)),
        Shape::Date => matches!(value, Value::When(When::Date(_) | When::Odd(_))),
        Shape::End => matches!(value, Value::When(_)),
        Shape::Lines | Shape::Words => matches!(value, Value::Lines(_)),
        Shape::Flag => matches!(value, Value::Text(text) if text == schema::SET),
    }
}

/// Checks a value against a field's shape and the limits.
pub(super) fn admit(shape: Option<Shape>, field: Field, value: &Value) -> Result<(), Rejected> {
    if !shape.is_some_and(|shape| fits(shape, value)) {
        return Err(Rejected::Misfit(field));
    }
    Ok(limits::value(value)?)
}

/// Checks the fields of an item that comes in whole.
pub(super) fn admit_item(item: &Item, specs: &[(Field, Shape)]) -> Result<(), Rejected> {
    for (field, value) in &item.fields {
        if value.is_empty() {
            return Err(Rejected::Misfit(*field));
        }
        admit(schema::shape_in(specs, *field), *field, value)?;
    }
    match &item.origin {
        Some(origin) => admit_origin(origin, specs),
        None => Ok(()),
    }
}

/// Checks what another item said: it is of the same kind, so the same fits there.
pub(super) fn admit_origin(origin: &Origin, specs: &[(Field, Shape)]) -> Result<(), Rejected> {
    for (field, value) in &origin.seen {
        if value.is_empty() {
            return Err(Rejected::Misfit(*field));
        }
        admit(schema::shape_in(specs, *field), *field, value)?;
    }
    match origin
        .same
        .iter()
        .find(|f| schema::shape_in(specs, **f).is_none())
    {
        Some(field) => Err(Rejected::Misfit(*field)),
        None => Ok(()),
    }
}

/// Checks that ids which come in are free: not reserved, each once, and none
/// that the document has, but for those of lines that are replaced.
pub(super) fn admit_ids(
    document: &Document,
    ids: impl IntoIterator<Item = Id>,
    replaced: &[Line],
) -> Result<(), Rejected> {
    let mut fresh = BTreeSet::new();
    for id in ids {
        if id == Id::BASICS || !fresh.insert(id) {
            return Err(Rejected::Taken(id));
        }
    }
    for line in replaced {
        fresh.remove(&line.id);
    }
    let sections = document.sections.iter().map(|section| section.id);
    let mut taken = sections.chain(document.items().flat_map(ids_of));
    match taken.find(|id| fresh.contains(id)) {
        Some(id) => Err(Rejected::Taken(id)),
        None => Ok(()),
    }
}

/// The ids of an item and its lines.
pub(super) fn ids_of(item: &Item) -> impl Iterator<Item = Id> {
    let lines = item.fields.values().flat_map(|value| match value {
        Value::Lines(lines) => lines.as_slice(),
        _ => &[],
    });
    std::iter::once(item.id).chain(lines.map(|line| line.id))
}

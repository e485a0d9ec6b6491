//! Something that is asked for, as an entry of a CV whose owner has it.

use cv::{
    Document, Edit, Field, Id, Inline, Item, Line, Place as Order, Section, SectionKind, Value,
};

use crate::place::Place;

/// The edit that adds an entry (`Asked::entry`) to the first section of a kind that is
/// not hidden, or to a new one, and where it then is. A class of driving licence is
/// ticked in the entry that is there. It is one edit, and so one step to undo.
///
/// `ids` draws a fresh random id at each call. None where the kind has no field for it.
pub fn adding(
    document: &Document,
    kind: SectionKind,
    entry: &str,
    mut ids: impl FnMut() -> Id,
) -> Option<(Edit, Place)> {
    let field = match kind {
        SectionKind::Languages => Field::Language,
        SectionKind::DrivingLicence => Field::Classes,
        _ => Field::Name,
    };
    kind.shape(field)?;
    let line = Line {
        id: ids(),
        text: Inline::plain(entry),
    };
    let mut sections = document.sections.iter();
    let section = sections.find(|section| section.kind == kind && !section.hidden);
    if let Some(section) = section
        && field == Field::Classes
        && let Some(item) = section.items.iter().find(|item| !item.hidden)
    {
        let place = match item.lines(field).last() {
            Some(last) => Order::After(last.id),
            None => Order::First,
        };
        let target = Place {
            line: Some(line.id),
            ..Place::field(section.id, item.id, field)
        };
        let edit = Edit::AddLine {
            item: item.id,
            field,
            place,
            line,
        };
        return Some((edit, target));
    }
    let mut item = Item::new(ids());
    let value = match field {
        Field::Classes => Value::Lines(vec![line]),
        _ => Value::Text(entry.to_owned()),
    };
    item.fields.insert(field, value);
    let id = item.id;
    match section {
        Some(section) => {
            let place = match section.items.last() {
                Some(last) => Order::After(last.id),
                None => Order::First,
            };
            let edit = Edit::AddItem {
                section: section.id,
                place,
                item,
            };
            Some((edit, Place::field(section.id, id, field)))
        }
        None => {
            let mut section = Section::new(ids(), kind);
            let target = Place::field(section.id, id, field);
            section.items.push(item);
            let place = match document.sections.last() {
                Some(last) => Order::After(last.id),
                None => Order::First,
            };
            Some((Edit::AddSection { place, section }, target))
        }
    }
}

//! Applying edits.

use super::admit::{admit, admit_ids, admit_item, admit_origin, ids_of};
use super::order::{index_for, place_of, relocate};
use super::{Edit, Place, Rejected};
use crate::document::{Document, Item, Line, Section, Value};
use crate::id::Id;
use crate::limits;
use crate::schema::{self, Field, Shape};

/// Makes a change and returns the edit that takes it back.
///
/// # Errors
/// When a place is gone, an id is taken, a value does not fit or a limit would
/// be passed. The document is then unchanged.
pub fn apply(document: &mut Document, edit: &Edit) -> Result<Edit, Rejected> {
    let inverse = change(document, edit)?;
    if grows(edit)
        && let Err(exceeded) = limits::counts(document)
    {
        change(document, &inverse).expect("an inverse applies to what its edit made");
        return Err(exceeded.into());
    }
    Ok(inverse)
}

/// Whether an edit can make a document larger, so that removing and moving need
/// not be weighed.
fn grows(edit: &Edit) -> bool {
    match edit {
        Edit::All(edits) => edits.iter().any(grows),
        Edit::SetField { value, .. } => value.is_some(),
        // That something is hidden is written down, that it is shown is not.
        Edit::SetItemHidden { hidden, .. } | Edit::SetSectionHidden { hidden, .. } => *hidden,
        Edit::AddItem { .. }
        | Edit::AddSection { .. }
        | Edit::AddLine { .. }
        | Edit::SetLine { .. }
        | Edit::SetHeading { .. }
        | Edit::SetTemplate { .. }
        | Edit::SetDesign { .. }
        | Edit::SetItemPaging { .. }
        | Edit::SetSectionPaging { .. }
        | Edit::SetSectionColumn { .. }
        | Edit::SetPhoto { .. }
        | Edit::SetOrigin { .. }
        | Edit::SetPersonal { .. } => true,
        _ => false,
    }
}

fn change(document: &mut Document, edit: &Edit) -> Result<Edit, Rejected> {
    match edit {
        Edit::All(edits) => all(document, edits),
        Edit::SetField { item, field, value } => {
            if let Some(Value::Lines(lines)) = value {
                let replaced = document.item(*item).map_or(&[][..], |i| i.lines(*field));
                admit_ids(document, lines.iter().map(|line| line.id), replaced)?;
            }
            let (target, shape) = item_and_shape(document, *item, *field)?;
            let value = value.clone().filter(|v| !v.is_empty());
            if let Some(value) = &value {
                admit(shape, *field, value)?;
            } else if shape.is_none() {
                return Err(Rejected::Misfit(*field));
            }
            let old = match value {
                Some(value) => target.fields.insert(*field, value),
                None => target.fields.remove(field),
            };
            Ok(Edit::SetField {
                item: *item,
                field: *field,
                value: old,
            })
        }
        Edit::AddItem {
            section,
            place,
            item,
        } => add_item(document, *section, *place, item),
        Edit::RemoveItem { item } => {
            let (section, index) = item_place(document, *item)?;
            let place = place_of(&section.items, index);
            let (section_id, old) = (section.id, section.items.remove(index));
            Ok(Edit::AddItem {
                section: section_id,
                place,
                item: old,
            })
        }
        Edit::MoveItem {
            item,
            section,
            place,
        } => move_item(document, *item, *section, *place),
        Edit::SetItemHidden { item, hidden } => {
            let (section, index) = item_place(document, *item)?;
            let old = std::mem::replace(&mut section.items[index].hidden, *hidden);
            Ok(Edit::SetItemHidden {
                item: *item,
                hidden: old,
            })
        }
        Edit::AddSection { place, section } => add_section(document, *place, section),
        Edit::RemoveSection { section } => {
            let index = section_index(document, *section)?;
            let place = place_of(&document.sections, index);
            Ok(Edit::AddSection {
                place,
                section: document.sections.remove(index),
            })
        }
        Edit::MoveSection { section, place } => {
            let from = section_index(document, *section)?;
            let old = place_of(&document.sections, from);
            relocate(&mut document.sections, from, *place)?;
            Ok(Edit::MoveSection {
                section: *section,
                place: old,
            })
        }
        Edit::SetSectionHidden { section, hidden } => {
            let index = section_index(document, *section)?;
            let old = std::mem::replace(&mut document.sections[index].hidden, *hidden);
            Ok(Edit::SetSectionHidden {
                section: *section,
                hidden: old,
            })
        }
        Edit::SetHeading { section, heading } => {
            let index = section_index(document, *section)?;
            let heading = heading.clone().filter(|h| !h.is_empty());
            heading.as_deref().map_or(Ok(()), limits::text)?;
            let old = std::mem::replace(&mut document.sections[index].heading, heading);
            Ok(Edit::SetHeading {
                section: *section,
                heading: old,
            })
        }
        Edit::AddLine {
            item,
            field,
            place,
            line,
        } => {
            admit_ids(document, [line.id], &[])?;
            limits::inline(&line.text)?;
            let target = list_item(document, *item, *field)?;
            match target.fields.get_mut(field) {
                Some(Value::Lines(lines)) => {
                    let at = index_for(lines, *place)?;
                    lines.insert(at, line.clone());
                }
                _ => {
                    index_for::<Line>(&[], *place)?;
                    target
                        .fields
                        .insert(*field, Value::Lines(vec![line.clone()]));
                }
            }
            Ok(Edit::RemoveLine {
                item: *item,
                field: *field,
                line: line.id,
            })
        }
        Edit::RemoveLine { item, field, line } => {
            let target = list_item(document, *item, *field)?;
            let (lines, index) = line_place(target, *field, *line)?;
            let place = place_of(lines, index);
            let old = lines.remove(index);
            if lines.is_empty() {
                target.fields.remove(field);
            }
            Ok(Edit::AddLine {
                item: *item,
                field: *field,
                place,
                line: old,
            })
        }
        Edit::MoveLine {
            item,
            field,
            line,
            place,
        } => {
            let target = list_item(document, *item, *field)?;
            let (lines, from) = line_place(target, *field, *line)?;
            let old = place_of(lines, from);
            relocate(lines, from, *place)?;
            Ok(Edit::MoveLine {
                item: *item,
                field: *field,
                line: *line,
                place: old,
            })
        }
        Edit::SetLine {
            item,
            field,
            line,
            text,
        } => {
            limits::inline(text)?;
            let target = list_item(document, *item, *field)?;
            let (lines, index) = line_place(target, *field, *line)?;
            let old = std::mem::replace(&mut lines[index].text, text.clone());
            Ok(Edit::SetLine {
                item: *item,
                field: *field,
                line: *line,
                text: old,
            })
        }
        Edit::SetLanguage { language } => {
            let old = std::mem::replace(&mut document.language, *language);
            Ok(Edit::SetLanguage { language: old })
        }
        Edit::SetPaper { paper } => {
            let old = std::mem::replace(&mut document.paper, *paper);
            Ok(Edit::SetPaper { paper: old })
        }
        Edit::SetTemplate { template } => {
            limits::template(template)?;
            let old = std::mem::replace(&mut document.template, template.clone());
            Ok(Edit::SetTemplate { template: old })
        }
        Edit::SetDesign { design } => {
            limits::design(design)?;
            let old = std::mem::replace(&mut document.design, design.clone());
            Ok(Edit::SetDesign { design: old })
        }
        Edit::SetPhoto { photo } => {
            if photo.is_some_and(|photo| !photo.is_sound()) {
                return Err(Rejected::Photo);
            }
            let old = std::mem::replace(&mut document.photo, *photo);
            Ok(Edit::SetPhoto { photo: old })
        }
        Edit::SetItemPaging { item, paging } => {
            let (section, index) = item_place(document, *item)?;
            let old = std::mem::replace(&mut section.items[index].paging, *paging);
            Ok(Edit::SetItemPaging {
                item: *item,
                paging: old,
            })
        }
        Edit::SetSectionPaging { section, paging } => {
            let index = section_index(document, *section)?;
            let old = std::mem::replace(&mut document.sections[index].paging, *paging);
            Ok(Edit::SetSectionPaging {
                section: *section,
                paging: old,
            })
        }
        Edit::SetSectionColumn { section, column } => {
            let index = section_index(document, *section)?;
            let old = std::mem::replace(&mut document.sections[index].column, *column);
            Ok(Edit::SetSectionColumn {
                section: *section,
                column: old,
            })
        }
        Edit::SetOrigin { item, origin } => {
            let (target, specs) = item_and_specs(document, *item)?;
            if let Some(origin) = origin {
                admit_origin(origin, specs)?;
            }
            let old = std::mem::replace(&mut target.origin, origin.clone());
            Ok(Edit::SetOrigin {
                item: *item,
                origin: old,
            })
        }
        Edit::SetPersonal { field, reference } => {
            let references = &mut document.personal.get_or_insert_default().references;
            let old = match reference {
                Some(id) => references.insert(*field, *id),
                None => references.remove(field),
            };
            if references.is_empty() {
                document.personal = None;
            }
            Ok(Edit::SetPersonal {
                field: *field,
                reference: old,
            })
        }
    }
}

/// All or nothing: what was already done is taken back when one is rejected.
fn all(document: &mut Document, edits: &[Edit]) -> Result<Edit, Rejected> {
    let mut inverses = Vec::with_capacity(edits.len());
    for edit in edits {
        match change(document, edit) {
            Ok(inverse) => inverses.push(inverse),
            Err(rejected) => {
                for inverse in inverses.iter().rev() {
                    change(document, inverse).expect("an inverse applies to what its edit made");
                }
                return Err(rejected);
            }
        }
    }
    inverses.reverse();
    Ok(Edit::All(inverses))
}

fn add_item(
    document: &mut Document,
    section: Id,
    place: Place,
    item: &Item,
) -> Result<Edit, Rejected> {
    let kind = document
        .section(section)
        .ok_or(Rejected::NoSection(section))?
        .kind;
    admit_item(item, kind.fields())?;
    admit_ids(document, ids_of(item), &[])?;
    let index = section_index(document, section)?;
    let items = &mut document.sections[index].items;
    items.insert(index_for(items, place)?, item.clone());
    Ok(Edit::RemoveItem { item: item.id })
}

fn move_item(
    document: &mut Document,
    item: Id,
    section: Id,
    place: Place,
) -> Result<Edit, Rejected> {
    let to_kind = document
        .section(section)
        .ok_or(Rejected::NoSection(section))?
        .kind;
    let (from, index) = item_place(document, item)?;
    let inverse = Edit::MoveItem {
        item,
        section: from.id,
        place: place_of(&from.items, index),
    };
    if from.kind != to_kind {
        return Err(Rejected::WrongKind(item));
    }
    if from.id == section {
        relocate(&mut from.items, index, place)?;
    } else {
        let to = section_index(document, section)?;
        let at = index_for(&document.sections[to].items, place)?;
        let (from, index) = item_place(document, item)?;
        let moved = from.items.remove(index);
        document.sections[to].items.insert(at, moved);
    }
    Ok(inverse)
}

fn add_section(document: &mut Document, place: Place, section: &Section) -> Result<Edit, Rejected> {
    for item in &section.items {
        admit_item(item, section.kind.fields())?;
    }
    let items = section.items.iter().flat_map(ids_of);
    admit_ids(document, std::iter::once(section.id).chain(items), &[])?;
    section.heading.as_deref().map_or(Ok(()), limits::text)?;
    let at = index_for(&document.sections, place)?;
    let mut section = section.clone();
    section.heading = section.heading.filter(|heading| !heading.is_empty());
    let inverse = Edit::RemoveSection {
        section: section.id,
    };
    document.sections.insert(at, section);
    Ok(inverse)
}

fn section_index(document: &Document, id: Id) -> Result<usize, Rejected> {
    document
        .sections
        .iter()
        .position(|s| s.id == id)
        .ok_or(Rejected::NoSection(id))
}

fn item_place(document: &mut Document, id: Id) -> Result<(&mut Section, usize), Rejected> {
    if id == Id::BASICS {
        return Err(Rejected::Basics);
    }
    document
        .sections
        .iter_mut()
        .find_map(|section| {
            let index = section.items.iter().position(|item| item.id == id)?;
            Some((section, index))
        })
        .ok_or(Rejected::NoItem(id))
}

/// The fields that an item may have, each with its shape.
type Specs = &'static [(Field, Shape)];

/// An item, the basics included, with the fields that it may have.
fn item_and_specs(document: &mut Document, id: Id) -> Result<(&mut Item, Specs), Rejected> {
    if id == Id::BASICS {
        return Ok((&mut document.basics, schema::BASICS));
    }
    let (section, index) = item_place(document, id)?;
    Ok((&mut section.items[index], section.kind.fields()))
}

/// An item, the basics included, with the shape that a field has in it.
fn item_and_shape(
    document: &mut Document,
    id: Id,
    field: Field,
) -> Result<(&mut Item, Option<Shape>), Rejected> {
    let (item, specs) = item_and_specs(document, id)?;
    Ok((item, schema::shape_in(specs, field)))
}

fn list_item(document: &mut Document, id: Id, field: Field) -> Result<&mut Item, Rejected> {
    match item_and_shape(document, id, field)? {
        (item, Some(Shape::Lines | Shape::Words)) => Ok(item),
        _ => Err(Rejected::Misfit(field)),
    }
}

fn line_place(
    item: &mut Item,
    field: Field,
    line: Id,
) -> Result<(&mut Vec<Line>, usize), Rejected> {
    let Some(Value::Lines(lines)) = item.fields.get_mut(&field) else {
        return Err(Rejected::NoLine(line));
    };
    let index = lines
        .iter()
        .position(|l| l.id == line)
        .ok_or(Rejected::NoLine(line))?;
    Ok((lines, index))
}

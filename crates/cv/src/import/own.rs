//! Our own form, when it was changed by hand or damaged and does not load as
//! it is: everything that can be read comes in, with new ids.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use super::reader::{Reader, index, key};
use super::report::Reason;
use crate::design::{Column, Design, Paging};
use crate::document::{Item, Value};
use crate::id::Id;
use crate::limits;
use crate::schema::{BASICS, Field, SectionKind, Shape, shape_in};

pub(super) fn is_own(object: &Map<String, Json>) -> bool {
    object.get("format").is_some_and(Json::is_number)
        && object.get("sections").is_some_and(Json::is_array)
}

pub(super) fn read(reader: &mut Reader<'_>, object: &Map<String, Json>) {
    // The bytes of the photo are for whoever keeps photos.
    const KNOWN: [&str; 11] = [
        "format",
        "kind",
        "language",
        "paper",
        "template",
        "design",
        "photo",
        "photo_data",
        "basics",
        "sections",
        "personal",
    ];
    set(reader, object, "kind", |d| &mut d.kind);
    set(reader, object, "language", |d| &mut d.language);
    set(reader, object, "paper", |d| &mut d.paper);
    let given = reader.document.template.clone();
    set(reader, object, "template", |d| &mut d.template);
    if limits::template(&reader.document.template).is_err() {
        reader.left_out("template", Reason::TooLong);
        reader.document.template = given;
    }
    set(reader, object, "design", |d| &mut d.design);
    if limits::design(&reader.document.design).is_err() {
        reader.left_out("design", Reason::TooLong);
        reader.document.design = Design::default();
    }
    set(reader, object, "photo", |d| &mut d.photo);
    if reader.document.photo.is_some_and(|photo| !photo.is_sound()) {
        reader.left_out("photo", Reason::Unreadable);
        reader.document.photo = None;
    }
    set(reader, object, "personal", |d| &mut d.personal);
    if let Some(personal) = &reader.document.personal
        && personal.references.is_empty()
    {
        reader.document.personal = None;
    }
    if let Some(basics) = object.get("basics") {
        let mut item = Item::new(Id::BASICS);
        read_fields(reader, "basics", basics, BASICS, &mut item);
        reader.document.basics = item;
    }
    if let Some(Json::Array(sections)) = object.get("sections") {
        reader.document.sections.clear();
        reader.recount();
        read_sections(reader, sections);
    }
    reader.leave_rest("", object, |name| KNOWN.contains(&name));
}

/// Reads one member whole, or notes that it cannot be read.
fn set<T: DeserializeOwned>(
    reader: &mut Reader<'_>,
    object: &Map<String, Json>,
    name: &str,
    place: impl Fn(&mut crate::Document) -> &mut T,
) {
    let Some(json) = object.get(name) else { return };
    match serde_json::from_value(json.clone()) {
        Ok(value) => *place(&mut reader.document) = value,
        Err(_) => reader.left_out(name, Reason::Unreadable),
    }
}

fn read_sections(reader: &mut Reader<'_>, sections: &[Json]) {
    for (i, json) in sections.iter().enumerate() {
        let path = index("sections", i);
        let kind = json.get("kind").and_then(Json::as_str);
        let Some(kind) = kind.and_then(SectionKind::from_json) else {
            reader.left_out(&path, Reason::Unreadable);
            continue;
        };
        let Some(section) = reader.new_section(kind) else {
            let count = sections.len() - i;
            return reader.left_out(&path, Reason::TooMany { count });
        };
        if let Some(heading) = json.get("heading").and_then(Json::as_str) {
            reader.set_heading(section, &key(&path, "heading"), heading);
        }
        reader.document.sections[section].hidden = is_hidden(json);
        let paging = member::<Paging>(reader, &path, json, "paging").unwrap_or_default();
        if reader.take_bytes(limits::paging_bytes(paging)) {
            reader.document.sections[section].paging = paging;
        }
        let column = member::<Column>(reader, &path, json, "column");
        if reader.take_bytes(limits::column_bytes(column)) {
            reader.document.sections[section].column = column;
        }
        if let Some(Json::Array(items)) = json.get("items") {
            read_items(reader, &key(&path, "items"), items, section);
        }
    }
}

fn read_items(reader: &mut Reader<'_>, path: &str, items: &[Json], section: usize) {
    let specs = reader.document.sections[section].kind.fields();
    for (i, json) in items.iter().enumerate() {
        let mut item = Item::new(reader.id());
        item.hidden = is_hidden(json);
        item.paging = member(reader, &index(path, i), json, "paging").unwrap_or_default();
        let frame = Item {
            hidden: true,
            paging: item.paging,
            ..Item::new(item.id)
        };
        if !reader.take_entry() || !reader.take_bytes(limits::item_bytes(&frame)) {
            let count = items.len() - i;
            return reader.left_out(path, Reason::TooMany { count });
        }
        read_fields(reader, &index(path, i), json, specs, &mut item);
        reader.document.sections[section].items.push(item);
    }
}

fn is_hidden(json: &Json) -> bool {
    json.get("hidden") == Some(&Json::Bool(true))
}

/// A choice about looks. Without one that can be read the template decides.
fn member<T: DeserializeOwned>(
    reader: &mut Reader<'_>,
    path: &str,
    json: &Json,
    name: &str,
) -> Option<T> {
    let value = serde_json::from_value(json.get(name)?.clone());
    if value.is_err() {
        reader.left_out(&key(path, name), Reason::Unreadable);
    }
    value.ok()
}

fn read_fields(
    reader: &mut Reader<'_>,
    path: &str,
    json: &Json,
    specs: &[(Field, Shape)],
    item: &mut Item,
) {
    let path = key(path, "fields");
    let Some(Json::Object(fields)) = json.get("fields") else {
        return reader.left_out(&path, Reason::Unreadable);
    };
    for (field, shape) in specs {
        let Some(json) = fields.get(field.json()) else {
            continue;
        };
        let path = key(&path, field.json());
        let value = match serde_json::from_value::<Value>(json.clone()) {
            Ok(Value::Lines(lines)) if matches!(shape, Shape::Lines | Shape::Words) => {
                let texts = lines.into_iter().map(|line| line.text).collect();
                Some(Value::Lines(reader.lines(&path, texts)))
            }
            Ok(Value::Lines(_)) => {
                reader.left_out(&path, Reason::Unreadable);
                None
            }
            Ok(value) if crate::edit::fits(*shape, &value) => Some(value),
            // Not our shape: perhaps a plain text, as in other formats.
            _ => reader.value(&path, content(json), *shape),
        };
        if let Some(value) = value {
            reader.set(item, &path, (*field, *shape), value);
        }
    }
    reader.leave_rest(&path, fields, |name| {
        Field::from_json(name).is_some_and(|field| shape_in(specs, field).is_some())
    });
}

/// What stands in the tags of a value: the `5` of `{"text": 5}`.
fn content(mut json: &Json) -> &Json {
    while let Json::Object(object) = json
        && object.len() == 1
        && let Some(inner) = object.values().next()
    {
        json = inner;
    }
    json
}

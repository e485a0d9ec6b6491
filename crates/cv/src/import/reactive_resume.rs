//! Reactive Resume's own export, of versions 4 and 5.

use serde_json::{Map, Value as Json};

use super::names;
use super::reader::{Reader, index, is_blank, key, sorted_keys};
use super::report::{Reason, What};
use crate::document::{Item, Paper};
use crate::id::Id;
use crate::schema::{BASICS, Field, SectionKind, Shape};

/// Sections by the names that the layout calls them by.
type Named = Vec<(String, Id)>;

pub(super) fn is_reactive_resume(object: &Map<String, Json>) -> bool {
    let is_object = |name| object.get(name).is_some_and(Json::is_object);
    is_object("sections") && (is_object("basics") || is_object("metadata"))
}

pub(super) fn read(reader: &mut Reader<'_>, object: &Map<String, Json>) {
    const ROW: [&str; 14] = [
        "basics",
        "metadata",
        "sections",
        "customSections",
        "picture",
        "summary",
        "id",
        "slug",
        "title",
        "userId",
        "visibility",
        "locked",
        "createdAt",
        "updatedAt",
    ];
    let nothing = Map::new();
    let member = |name: &str| {
        object
            .get(name)
            .and_then(Json::as_object)
            .unwrap_or(&nothing)
    };

    read_basics(reader, member("basics"), member("picture"));
    let mut named = Named::new();
    if let Some(summary) = object.get("summary") {
        let section = reader.section_of_kind(SectionKind::Summary);
        reader.section("summary", summary, section);
        named.push(("summary".into(), reader.document.sections[section].id));
    }
    read_sections(reader, member("sections"), &mut named);
    if let Some(Json::Array(custom)) = object.get("customSections") {
        read_custom(reader, custom, &mut named);
    }
    read_metadata(reader, member("metadata"), &named);
    reader.leave_rest("", object, |name| ROW.contains(&name));
}

fn read_basics(reader: &mut Reader<'_>, basics: &Map<String, Json>, picture: &Map<String, Json>) {
    let mut item = std::mem::replace(&mut reader.document.basics, Item::new(Id::BASICS));
    reader.fields("basics", basics, BASICS, &[], &mut item);

    // Version 4 has the picture in the basics, version 5 beside them.
    let older = basics.get("picture").and_then(Json::as_object);
    for (path, picture) in [("picture", Some(picture)), ("basics.picture", older)] {
        let Some(url) = picture.and_then(|p| p.get("url")).filter(|u| !is_blank(u)) else {
            continue;
        };
        let is_hidden = |at: Option<&Map<String, Json>>| {
            at.and_then(|at| at.get("hidden")) == Some(&Json::Bool(true))
        };
        let effects = picture
            .and_then(|p| p.get("effects"))
            .and_then(Json::as_object);
        let path = key(path, "url");
        if is_hidden(picture) || is_hidden(effects) {
            reader.left_out(&path, Reason::Hidden);
        } else if let Some(value) = reader.value(&path, url, Shape::Url) {
            reader.set(&mut item, &path, (Field::Image, Shape::Url), value);
        }
    }
    item.hidden = false;
    reader.document.basics = item;

    if let Some(Json::Array(fields)) = basics.get("customFields")
        && !fields.iter().all(is_blank)
    {
        let to = SectionKind::Profiles.json().to_owned();
        reader.note("basics.customFields", What::Moved { to });
        let section = reader.section_of_kind(SectionKind::Profiles);
        reader.items("basics.customFields", fields, section);
    }
}

fn read_sections(reader: &mut Reader<'_>, sections: &Map<String, Json>, named: &mut Named) {
    for name in sorted_keys(sections) {
        let (path, json) = (key("sections", name), &sections[name]);
        match (names::section(name), json) {
            (Some(kind), _) => {
                let section = reader.section_of_kind(kind);
                reader.section(&path, json, section);
                named.push((name.to_owned(), reader.document.sections[section].id));
            }
            // Version 4: free sections by a random name, all with the same fields.
            (None, Json::Object(custom)) if name == "custom" => {
                for name in sorted_keys(custom) {
                    let path = key(&path, name);
                    let Some(section) = reader.new_section(SectionKind::Projects) else {
                        return reader.left_out(&path, Reason::TooMany { count: 1 });
                    };
                    reader.section(&path, &custom[name], section);
                    let id = reader.document.sections[section].id;
                    named.push((format!("custom.{name}"), id));
                }
            }
            _ if is_blank(json) => {}
            _ => reader.left_out(&path, Reason::NoPlace),
        }
    }
}

/// Version 5: sections of a known type under an own heading.
fn read_custom(reader: &mut Reader<'_>, sections: &[Json], named: &mut Named) {
    for (i, json) in sections
        .iter()
        .enumerate()
        .filter(|(_, json)| !is_blank(json))
    {
        let path = index("customSections", i);
        let text = |name: &str| json.get(name).and_then(Json::as_str).unwrap_or_default();
        // Letters are documents of their own.
        let Some(kind) = names::section(text("type")) else {
            reader.left_out(&path, Reason::NoPlace);
            continue;
        };
        // Without a heading of its own it is more of the same section.
        let section = if text("title").trim().is_empty() {
            let to = kind.json().to_owned();
            reader.note(&path, What::Moved { to });
            Some(reader.section_of_kind(kind))
        } else {
            reader.new_section(kind)
        };
        let Some(section) = section else {
            let count = sections.len() - i;
            return reader.left_out(&path, Reason::TooMany { count });
        };
        let was_hidden = reader.document.sections[section].hidden;
        let had_items = !reader.document.sections[section].items.is_empty();
        reader.section(&path, json, section);
        if had_items {
            reader.document.sections[section].hidden = was_hidden;
        }
        named.push((text("id").to_owned(), reader.document.sections[section].id));
    }
}

fn read_metadata(reader: &mut Reader<'_>, metadata: &Map<String, Json>, named: &Named) {
    let format = metadata.get("page").and_then(|page| page.get("format"));
    if format.and_then(Json::as_str) == Some("letter") {
        reader.document.paper = Paper::Letter;
    }
    if metadata.get("notes").is_some_and(|notes| !is_blank(notes)) {
        reader.left_out("metadata.notes", Reason::NoPlace);
    }
    let mut order = Vec::new();
    if let Some(layout) = metadata.get("layout") {
        layout_names(layout, &mut order);
    }
    let rank = |id: Id| {
        let names = named.iter().filter(|(_, named)| *named == id);
        names
            .filter_map(|(name, _)| order.iter().position(|placed| placed == name))
            .min()
            .unwrap_or(usize::MAX)
    };
    reader
        .document
        .sections
        .sort_by_cached_key(|section| rank(section.id));
}

/// The names of sections in reading order: pages, in each the main column
/// before the sidebar. Version 4 has lists of lists, version 5 names the columns.
fn layout_names<'j>(layout: &'j Json, names: &mut Vec<&'j str>) {
    match layout {
        Json::String(name) => names.push(name),
        Json::Array(list) => list.iter().for_each(|json| layout_names(json, names)),
        Json::Object(object) => {
            for column in ["pages", "main", "sidebar"] {
                if let Some(json) = object.get(column) {
                    layout_names(json, names);
                }
            }
        }
        _ => {}
    }
}

//! JSON Resume, in version 1.x and with the names of v0, and FRESH.
//!
//! Both are one object with a member for each section. What FRESH keeps in
//! `info`, `contact` and `location` JSON Resume keeps in `basics`.

use serde_json::{Map, Value as Json};

use super::Source;
use super::names;
use super::reader::{Reader, key, sorted_keys};
use super::report::What;
use crate::document::{Item, Section};
use crate::export::LETTER;
use crate::id::Id;
use crate::limits;
use crate::schema::{BASICS, SectionKind};

/// Members about the person.
const PERSON: [&str; 4] = ["basics", "info", "contact", "location"];

/// Members about the file.
const FILE: [&str; 3] = ["$schema", "meta", "format"];

pub(super) fn is_json_resume(object: &Map<String, Json>) -> bool {
    object.keys().any(|name| {
        PERSON.contains(&name.as_str()) || names::section(name).is_some() || name == "$schema"
    })
}

pub(super) fn is_fresh(object: &Map<String, Json>) -> bool {
    let format = object.get("meta").and_then(|meta| meta.get("format"));
    let says_so = format
        .and_then(Json::as_str)
        .is_some_and(|format| format.to_ascii_uppercase().starts_with("FRESH"));
    says_so || object.get("employment").is_some_and(Json::is_object)
}

pub(super) fn read(reader: &mut Reader<'_>, object: &Map<String, Json>) {
    let ours = object.get("meta").and_then(|meta| meta.get("merit"));
    reader.ours = ours.is_some();
    let mut basics = std::mem::replace(&mut reader.document.basics, Item::new(Id::BASICS));
    for name in PERSON {
        if let Some(Json::Object(person)) = object.get(name) {
            read_person(reader, name, person, &mut basics);
        }
    }
    let mut sections: Vec<(usize, SectionKind, &str)> = sorted_keys(object)
        .into_iter()
        .filter_map(|name| names::section_rank(name).map(|(rank, kind)| (rank, kind, name)))
        .collect();
    sections.sort();
    for (rank, kind, name) in &sections {
        if *rank > 0 && reader.source == Source::JsonResume {
            let to = kind.json().to_owned();
            reader.note(name, What::Renamed { to });
        }
        let section = reader.section_of_kind(*kind);
        reader.section(name, &object[*name], section);
    }
    // What is left may still be a name or a phone number at the wrong level.
    let mut claimed: Vec<&str> = sections.iter().map(|(_, _, name)| *name).collect();
    claimed.extend(FILE);
    claimed.extend(
        PERSON
            .iter()
            .filter(|name| object.get(**name).is_some_and(Json::is_object)),
    );
    reader.fields("", object, BASICS, &claimed, &mut basics);
    basics.hidden = false;
    reader.document.basics = basics;

    if let Some(order) = ours.and_then(|ours| ours.get("sections")?.as_array()) {
        arrange(reader, order);
    }
    let kind = ours.and_then(|ours| ours.get("kind"));
    if kind.and_then(Json::as_str) == Some(LETTER) {
        reader.letter();
    }
}

fn read_person(reader: &mut Reader<'_>, path: &str, person: &Map<String, Json>, basics: &mut Item) {
    let mut claimed = Vec::new();
    for name in sorted_keys(person) {
        let (path, json) = (key(path, name), &person[name]);
        match (names::section(name), json) {
            (Some(kind @ (SectionKind::Profiles | SectionKind::Summary)), _) => {
                let section = reader.section_of_kind(kind);
                reader.section(&path, json, section);
            }
            (_, Json::Object(place)) if name == "location" => {
                reader.fields(&path, place, BASICS, &[], basics);
            }
            _ => continue,
        }
        claimed.push(name);
    }
    reader.fields(path, person, BASICS, &claimed, basics);
}

/// Puts sections into the order, and gives them the headings, that our export
/// noted in `meta.merit.sections`: JSON Resume itself has neither.
fn arrange(reader: &mut Reader<'_>, order: &[Json]) {
    let kind_of = |entry: &Json| SectionKind::from_json(entry.get("kind")?.as_str()?);
    let mut read = std::mem::take(&mut reader.document.sections);
    let mut arranged: Vec<Section> = Vec::new();
    for (i, entry) in order.iter().enumerate() {
        let Some(kind) = kind_of(entry) else { continue };
        let Some(source) = read.iter().position(|s| s.kind == kind) else {
            continue;
        };
        // The last section of a kind takes all that is left of it.
        let is_last = !order[i + 1..].iter().any(|e| kind_of(e) == Some(kind));
        let section = if is_last {
            read.remove(source)
        } else {
            let count = entry.get("items").and_then(Json::as_u64).unwrap_or(0) as usize;
            // What does not fit stays in the last section of the kind.
            if arranged.len() + read.len() >= limits::SECTIONS {
                continue;
            }
            // Not into the document yet: only its limits count here.
            let Some(at) = reader.new_section(kind) else {
                continue;
            };
            let mut section = reader.document.sections.remove(at);
            let items = &mut read[source].items;
            let rest = items.split_off(count.min(items.len()));
            section.items = std::mem::replace(items, rest);
            section
        };
        arranged.push(section);
        if let Some(heading) = entry.get("heading").and_then(Json::as_str) {
            reader.document.sections.append(&mut arranged);
            let last = reader.document.sections.len() - 1;
            reader.set_heading(last, &format!("meta.merit.sections[{i}].heading"), heading);
            arranged.append(&mut reader.document.sections);
        }
    }
    arranged.append(&mut read);
    reader.document.sections = arranged;
}

//! The archive that LinkedIn sends to who asks for a copy of their data.
//!
//! It also holds messages, contacts and advertising, which concern others: only
//! the tables named here are opened. Their names are written with spaces or
//! underscores, and may stand in a folder. The quick version of the archive has
//! only a few of them.

use serde_json::{Map, Value as Json};

use super::archive::Archive;
use super::reader::{Reader, index, key};
use super::report::{Reason, What};
use super::{ImportError, csv, html};
use crate::document::Item;
use crate::id::Id;
use crate::schema::{BASICS, Field, SectionKind, Shape};

/// The tables that are entries of a section, in the order in which they are read.
const SECTIONS: [(&str, SectionKind); 10] = [
    ("positions", SectionKind::Work),
    ("education", SectionKind::Education),
    ("projects", SectionKind::Projects),
    ("volunteering", SectionKind::Volunteer),
    ("skills", SectionKind::Skills),
    ("languages", SectionKind::Languages),
    ("certifications", SectionKind::Certificates),
    ("publications", SectionKind::Publications),
    ("honors", SectionKind::Awards),
    ("recommendationsreceived", SectionKind::References),
];

/// Tables of the person.
const PERSON: [&str; 5] = [
    "profile",
    "profilesummary",
    "emailaddresses",
    "phonenumbers",
    "whatsappphonenumbers",
];

/// Tables that belong to a CV, and in which nobody knows for sure what stands.
const UNREAD: [&str; 4] = ["courses", "organizations", "patents", "testscores"];

/// A table as it stands in the archive.
pub(super) struct Table {
    /// Its name, folded.
    name: String,
    /// Its name in the archive, for the report.
    path: String,
    rows: Vec<Map<String, Json>>,
}

/// The tables of a CV that an archive has.
///
/// # Errors
/// There are none, or one cannot be read.
pub(super) fn tables(archive: &mut Archive<'_>) -> Result<Vec<Table>, ImportError> {
    let wanted: Vec<(usize, String, String)> = archive
        .names()
        .enumerate()
        .filter_map(|(i, path)| {
            let path = path.rsplit('/').next().unwrap_or(path);
            let name = folded(path)?;
            let known = SECTIONS.iter().any(|(known, _)| *known == name)
                || PERSON.contains(&name.as_str())
                || UNREAD.contains(&name.as_str());
            known.then(|| (i, name, path.to_owned()))
        })
        .collect();
    let mut tables: Vec<Table> = Vec::new();
    for (i, name, path) in wanted {
        // Of two with one name the first counts.
        if tables.iter().any(|table| table.name == name) {
            continue;
        }
        let rows = match UNREAD.contains(&name.as_str()) {
            true => Vec::new(),
            false => csv::rows(&String::from_utf8_lossy(&archive.read(i)?)),
        };
        tables.push(Table { name, path, rows });
    }
    let is_read = |table: &Table| !UNREAD.contains(&table.name.as_str());
    match tables.iter().any(is_read) {
        true => Ok(tables),
        false => Err(ImportError::NothingInArchive),
    }
}

/// All texts, for who wants to know the language.
pub(super) fn texts(tables: &[Table]) -> Json {
    let rows = tables.iter().flat_map(|table| &table.rows);
    Json::Array(rows.map(|row| Json::Object(row.clone())).collect())
}

pub(super) fn read(reader: &mut Reader<'_>, tables: Vec<Table>) {
    let mut tables: Vec<Table> = tables.into_iter().map(resolved).collect();
    let mut take = |name: &str| {
        let at = tables.iter().position(|table| table.name == name)?;
        Some(tables.swap_remove(at))
    };
    let mut basics = std::mem::replace(&mut reader.document.basics, Item::new(Id::BASICS));
    if let Some(table) = take("profile") {
        profile(reader, &table, &mut basics);
    }
    if let Some(table) = take("profilesummary") {
        for (i, row) in table.rows.iter().enumerate() {
            let path = key(&index(&table.path, i), "Profile Summary");
            if let Some(text) = row.get("Profile Summary") {
                let section = reader.section_of_kind(SectionKind::Summary);
                match reader.document.sections[section].items.is_empty() {
                    true => reader.summary(&path, text),
                    false => reader.left_out(&path, Reason::Twice),
                }
            }
        }
    }
    if let Some(table) = take("emailaddresses") {
        let primary = |row: &Map<String, Json>| says_yes(row, "Primary");
        let chosen = table.rows.iter().position(primary).unwrap_or(0);
        one(
            reader,
            &table,
            chosen,
            "Email Address",
            Field::Email,
            &mut basics,
        );
    }
    for name in ["phonenumbers", "whatsappphonenumbers"] {
        if let Some(table) = take(name) {
            one(reader, &table, 0, "Number", Field::Phone, &mut basics);
        }
    }
    reader.document.basics = basics;
    for (name, kind) in SECTIONS {
        let Some(table) = take(name) else { continue };
        let section = reader.section_of_kind(kind);
        let rows: Vec<Json> = match kind {
            SectionKind::References => recommendations(reader, table.rows, &table.path),
            _ => table.rows.into_iter().map(Json::Object).collect(),
        };
        reader.items(&table.path, &rows, section);
    }
    for name in UNREAD {
        if let Some(table) = take(name) {
            reader.left_out(&table.path, Reason::NoPlace);
        }
    }
}

/// The person: one row, of which some cells hold several things.
fn profile(reader: &mut Reader<'_>, table: &Table, basics: &mut Item) {
    let Some(row) = table.rows.first() else {
        return;
    };
    let path = index(&table.path, 0);
    let text = |name: &str| row.get(name).and_then(Json::as_str).unwrap_or_default();
    let name = format!("{} {}", text("First Name").trim(), text("Last Name").trim());
    let mut person = Map::new();
    person.insert("name".into(), name.trim().into());
    for (from, to) in [
        ("Headline", "label"),
        ("Address", "address"),
        ("Zip Code", "postalCode"),
        ("Geo Location", "city"),
    ] {
        person.insert(to.into(), text(from).into());
    }
    let mut sites = listed(text("Websites")).into_iter();
    if let Some((_, url)) = sites.next() {
        person.insert("url".into(), url.into());
    }
    reader.fields(&path, &person, BASICS, &[], basics);

    let mut profiles: Vec<Json> = sites
        .map(|(label, url)| serde_json::json!({ "network": label, "url": url }))
        .collect();
    for (_, handle) in listed(text("Twitter Handles")) {
        profiles.push(serde_json::json!({ "network": "X", "username": handle }));
    }
    let section = reader.section_of_kind(SectionKind::Profiles);
    reader.items(&key(&path, "Websites"), &profiles, section);
    if let Some(text) = row.get("Summary") {
        reader.summary(&key(&path, "Summary"), text);
    }
    for name in ["Maiden Name", "Birth Date"] {
        if row.contains_key(name) {
            reader.left_out(&key(&path, name), Reason::Personal);
        }
    }
    const READ: [&str; 11] = [
        "First Name",
        "Last Name",
        "Headline",
        "Address",
        "Zip Code",
        "Geo Location",
        "Websites",
        "Twitter Handles",
        "Summary",
        "Maiden Name",
        "Birth Date",
    ];
    reader.leave_rest(&path, row, |name| READ.contains(&name));
    for i in 1..table.rows.len() {
        reader.left_out(&index(&table.path, i), Reason::Twice);
    }
}

/// One of several rows into a field that holds one.
fn one(
    reader: &mut Reader<'_>,
    table: &Table,
    chosen: usize,
    column: &str,
    field: Field,
    basics: &mut Item,
) {
    for (i, row) in table.rows.iter().enumerate() {
        let path = key(&index(&table.path, i), column);
        let Some(json) = row.get(column) else {
            continue;
        };
        if i != chosen || basics.fields.contains_key(&field) {
            reader.left_out(&path, Reason::Twice);
        } else if let Some(value) = reader.value(&path, json, Shape::Text) {
            reader.set(basics, &path, (field, Shape::Text), value);
        }
    }
}

/// What others wrote about the person, unless the person has hidden it.
fn recommendations(reader: &mut Reader<'_>, rows: Vec<Map<String, Json>>, path: &str) -> Vec<Json> {
    let each = rows.into_iter().enumerate().map(|(i, row)| {
        let text = |name: &str| {
            row.get(name)
                .and_then(Json::as_str)
                .unwrap_or_default()
                .trim()
        };
        let status = text("Status");
        if !status.is_empty() && !status.eq_ignore_ascii_case("visible") {
            reader.left_out(&index(path, i), Reason::Hidden);
            return Json::Null;
        }
        let name = format!("{} {}", text("First Name"), text("Last Name"));
        let parts = [name.trim(), text("Job Title"), text("Company")];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if parts.len() > 1 {
            let to = Field::Name.json().to_owned();
            reader.note(&index(path, i), What::Moved { to });
        }
        serde_json::json!({ "name": parts.join(", "), "reference": text("Text") })
    });
    each.collect()
}

/// `[COMPANY:https://a.example,PORTFOLIO:https://b.example]`: labels and values.
fn listed(cell: &str) -> Vec<(String, String)> {
    let cell = cell.trim().trim_start_matches('[').trim_end_matches(']');
    let parts = cell
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    parts
        .map(|part| match part.split_once(':') {
            Some((label, value)) if !value.starts_with("//") => {
                (in_words(label), value.trim().to_owned())
            }
            _ => (String::new(), part.to_owned()),
        })
        .collect()
}

/// `PORTFOLIO` as a word, and nothing for what only says that it is another.
fn in_words(label: &str) -> String {
    let mut chars = label.trim().chars();
    match chars.next() {
        _ if label.trim().eq_ignore_ascii_case("other") => String::new(),
        Some(first) => first
            .to_uppercase()
            .chain(chars.flat_map(char::to_lowercase))
            .collect(),
        None => String::new(),
    }
}

/// Cells without character references, which LinkedIn leaves in some.
fn resolved(mut table: Table) -> Table {
    for (name, cell) in table.rows.iter_mut().flatten() {
        let Json::String(text) = cell else { continue };
        if text.contains('&') {
            *text = html::resolve(text);
        }
        // `HUMAN_RIGHTS`
        if name == "Cause" {
            *text = in_words(&text.replace('_', " "));
        }
    }
    table
}

fn says_yes(row: &Map<String, Json>, name: &str) -> bool {
    let text = row.get(name).and_then(Json::as_str).unwrap_or_default();
    matches!(text.trim().to_lowercase().as_str(), "yes" | "true" | "ja")
}

/// The name of a table without its ending, case, spaces and underscores.
fn folded(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let stem = lower.strip_suffix(".csv")?;
    Some(stem.chars().filter(|c| !matches!(c, ' ' | '_')).collect())
}

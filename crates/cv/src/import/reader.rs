//! The state of an import: the document as far as it has come, what is left of
//! its limits, and the report.

use serde_json::Value as Json;

use super::Source;
use super::report::{Reason, Report, What};
use crate::document::{Document, Item, Kind, Section, Value};
use crate::id::Id;
use crate::limits;
use crate::schema::{Field, SectionKind, Shape};

pub(super) struct Reader<'a> {
    pub(super) source: Source,
    pub(super) document: Document,
    pub(super) report: Report,
    /// The file is an export of ours, in which every mark means what it says.
    pub(super) ours: bool,
    ids: &'a mut dyn FnMut() -> Id,
    entries: usize,
    bytes: usize,
}

impl<'a> Reader<'a> {
    /// Starts from a document that is blank or holds little.
    pub(super) fn new(
        source: Source,
        document: Document,
        ids: &'a mut dyn FnMut() -> Id,
    ) -> Reader<'a> {
        Reader {
            source,
            report: Report::default(),
            ours: false,
            ids,
            entries: limits::entries(&document),
            bytes: limits::bytes(&document),
            document,
        }
    }

    pub(super) fn id(&mut self) -> Id {
        (self.ids)()
    }

    pub(super) fn note(&mut self, path: &str, what: What) {
        self.report.add(path, what);
    }

    pub(super) fn left_out(&mut self, path: &str, reason: Reason) {
        self.note(path, What::LeftOut { reason });
    }

    /// Notes everything in an object that nobody asked for.
    pub(super) fn leave_rest(
        &mut self,
        path: &str,
        object: &serde_json::Map<String, Json>,
        used: impl Fn(&str) -> bool,
    ) {
        for name in sorted_keys(object) {
            if !used(name) && !is_blank(&object[name]) {
                self.left_out(&key(path, name), Reason::NoPlace);
            }
        }
    }

    /// How many items and lines there are.
    pub(super) fn entries(&self) -> usize {
        self.entries
    }

    /// Takes the place of one more item or line, if there is one.
    pub(super) fn take_entry(&mut self) -> bool {
        let room = self.entries < limits::ITEMS;
        self.entries += usize::from(room);
        room
    }

    /// Gives the place of an item back that turned out to be empty.
    pub(super) fn return_entry(&mut self) {
        self.entries = self.entries.saturating_sub(1);
    }

    /// Counts anew, after the document was changed behind this counter's back.
    pub(super) fn recount(&mut self) {
        self.entries = limits::entries(&self.document);
        self.bytes = limits::bytes(&self.document);
    }

    /// The document is a letter.
    pub(super) fn letter(&mut self) {
        self.document.kind = Kind::Letter;
        self.document.complete_letter(&mut *self.ids);
        self.recount();
    }

    /// Takes the bytes of something that has only a frame so far.
    pub(super) fn take_bytes(&mut self, bytes: usize) -> bool {
        let room = self.bytes + bytes <= limits::DOCUMENT_BYTES;
        if room {
            self.bytes += bytes;
        }
        room
    }

    /// Puts a value into a field, cut to what the field may hold.
    pub(super) fn set(
        &mut self,
        item: &mut Item,
        path: &str,
        (field, shape): (Field, Shape),
        mut value: Value,
    ) {
        if value.is_empty() {
            return;
        }
        if matches!(shape, Shape::Url | Shape::Email) && limits::value(&value).is_err() {
            return self.left_out(path, Reason::TooLong);
        }
        let lost = limits::cut(&mut value);
        if lost > 0 {
            self.note(path, What::Truncated { chars: lost });
        }
        let old = item
            .fields
            .get(&field)
            .map_or(0, |old| limits::field_bytes(field, old));
        let bytes = self.bytes - old + limits::field_bytes(field, &value);
        if bytes > limits::DOCUMENT_BYTES {
            return self.left_out(path, Reason::Full);
        }
        self.bytes = bytes;
        item.fields.insert(field, value);
    }

    /// The place of the first section of a kind. A document has each.
    pub(super) fn section_of_kind(&mut self, kind: SectionKind) -> usize {
        let sections = &mut self.document.sections;
        if let Some(index) = sections.iter().position(|s| s.kind == kind) {
            return index;
        }
        sections.push(Section::new((self.ids)(), kind));
        sections.len() - 1
    }

    /// A further section, or `None` when there are too many.
    pub(super) fn new_section(&mut self, kind: SectionKind) -> Option<usize> {
        if self.document.sections.len() >= limits::SECTIONS {
            return None;
        }
        let section = Section::new(self.id(), kind);
        self.take_bytes(limits::section_bytes(&section)).then(|| {
            self.document.sections.push(section);
            self.document.sections.len() - 1
        })
    }

    /// Gives a section its heading.
    pub(super) fn set_heading(&mut self, section: usize, path: &str, heading: &str) {
        let mut heading = self.one_line(path, heading);
        let lost = limits::cut_text(&mut heading, limits::FIELD_CHARS);
        if lost > 0 {
            self.note(path, What::Truncated { chars: lost });
        }
        // Six bytes at most for a byte, and the field's name.
        if heading.is_empty() || !self.take_bytes(6 * heading.len() + 16) {
            return;
        }
        self.document.sections[section].heading = Some(heading);
    }
}

/// The path of a member. Names are cut: a path is for people to read.
pub(super) fn key(path: &str, name: &str) -> String {
    let name: String = name.chars().take(60).collect();
    match path {
        "" => name,
        _ => format!("{path}.{name}"),
    }
}

/// The path of an element.
pub(super) fn index(path: &str, index: usize) -> String {
    format!("{path}[{index}]")
}

/// Member names in a fixed order, whatever order the parser keeps.
pub(super) fn sorted_keys(object: &serde_json::Map<String, Json>) -> Vec<&str> {
    let mut keys: Vec<&str> = object.keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// Whether there is nothing in it that a person wrote.
pub(super) fn is_blank(json: &Json) -> bool {
    match json {
        Json::Null => true,
        Json::Bool(_) | Json::Number(_) => false,
        Json::String(text) => text.trim().is_empty(),
        Json::Array(list) => list.iter().all(is_blank),
        // A switch that is off says nothing.
        Json::Object(object) => object
            .values()
            .all(|json| json == &Json::Bool(false) || is_blank(json)),
    }
}

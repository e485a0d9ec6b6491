//! Sections in the shapes in which formats have them: a list, an object around
//! a list, a single entry.

use serde_json::{Map, Value as Json};

use super::Source;
use super::reader::{Reader, index, is_blank, key, sorted_keys};
use super::report::{Found, Reason, What};
use crate::document::{Item, Value};
use crate::limits;
use crate::rich::RichText;
use crate::schema::{Field, SectionKind, Shape};

/// Under which names an object around a list has it.
const LISTS: [&str; 4] = ["items", "history", "sets", "list"];

/// Paragraphs and list items after which a text takes no more pieces: each costs
/// a pass over all of it, and no CV has so many.
pub(super) const PIECES: usize = 400;

/// What an item takes beside its fields: its frame, and that it is hidden.
const FRAME: usize = 52;

impl Reader<'_> {
    /// Reads what a file has for one kind into a section of that kind.
    pub(super) fn section(&mut self, path: &str, json: &Json, section: usize) {
        let kind = self.document.sections[section].kind;
        match json {
            _ if is_blank(json) => {}
            Json::Array(list) if is_summary_text(kind, list) => self.summary(path, json),
            Json::Array(list) => self.items(path, list, section),
            Json::Object(object) if wraps(object) => self.wrapped(path, object, section),
            Json::Object(object) if kind == SectionKind::Summary => {
                self.wrapped(path, object, section);
            }
            _ if kind == SectionKind::Summary => self.summary(path, json),
            Json::Object(_) => {
                let from = Found::Object;
                self.note(path, What::Converted { from });
                self.items(path, std::slice::from_ref(json), section);
            }
            _ => self.items(path, std::slice::from_ref(json), section),
        }
    }

    /// Adds text to the profile, the one text that a CV starts with.
    pub(super) fn summary(&mut self, path: &str, json: &Json) {
        if let Some(rich) = self.rich(path, json) {
            self.add_summary(path, rich);
        }
    }

    fn add_summary(&mut self, path: &str, rich: RichText) {
        let section = self.section_of_kind(SectionKind::Summary);
        if self.document.sections[section].items.is_empty() {
            if !self.take_entry() {
                return self.left_out(path, Reason::TooMany { count: 1 });
            }
            let item = Item::new(self.id());
            self.document.sections[section].items.push(item);
        }
        let id = self.document.sections[section].items[0].id;
        let mut item =
            std::mem::replace(&mut self.document.sections[section].items[0], Item::new(id));
        let spec = (Field::Summary, Shape::Rich);
        match item.rich(Field::Summary) {
            Some(old) if old.inlines().count() >= PIECES => self.left_out(path, Reason::Full),
            old => {
                let mut text = old.cloned().unwrap_or_default();
                text.0.extend(rich.0);
                self.set(&mut item, path, spec, Value::Rich(text.normalised()));
            }
        }
        self.document.sections[section].items[0] = item;
    }

    /// A list with a heading, a text and a look of its own.
    fn wrapped(&mut self, path: &str, object: &Map<String, Json>, section: usize) {
        const LOOK: [&str; 6] = [
            "id",
            "icon",
            "columns",
            "separateLinks",
            "type",
            "iconColor",
        ];
        for name in sorted_keys(object) {
            let (path, json) = (key(path, name), &object[name]);
            match name {
                _ if LISTS.contains(&name) && json.is_array() => {}
                "hidden" => self.document.sections[section].hidden = json == &Json::Bool(true),
                "visible" => self.document.sections[section].hidden = json == &Json::Bool(false),
                _ if is_blank(json) => {}
                "title" | "name" => {
                    let heading = json.as_str().unwrap_or_default();
                    if !is_usual_heading(heading) {
                        self.set_heading(section, &path, heading);
                    }
                }
                "content" => self.summary(&path, json),
                "keepTogether" | "startOnNewPage" if self.source == Source::ReactiveResume => {
                    self.keep(name, json == &Json::Bool(true), section);
                }
                "summary" => {
                    let to = "basics.summary".to_owned();
                    self.note(&path, What::Moved { to });
                    self.summary(&path, json);
                }
                _ if self.source == Source::ReactiveResume && LOOK.contains(&name) => {}
                _ => self.left_out(&path, Reason::NoPlace),
            }
        }
        for name in LISTS {
            if let Some(Json::Array(list)) = object.get(name) {
                self.items(&key(path, name), list, section);
            }
        }
    }

    /// How a section is to break over pages.
    fn keep(&mut self, name: &str, on: bool, section: usize) {
        let mut paging = self.document.sections[section].paging;
        match name {
            "keepTogether" => paging.together |= on,
            _ => paging.new_page |= on,
        }
        let old = limits::paging_bytes(self.document.sections[section].paging);
        if self.take_bytes(limits::paging_bytes(paging).saturating_sub(old)) {
            self.document.sections[section].paging = paging;
        }
    }

    /// Reads entries until there is no room for more.
    pub(super) fn items(&mut self, path: &str, list: &[Json], section: usize) {
        for (i, json) in list.iter().enumerate() {
            if is_blank(json) {
                continue;
            }
            let path_of_item = index(path, i);
            if !self.has_room() {
                let count = list[i..].iter().filter(|json| !is_blank(json)).count();
                return self.left_out(path, Reason::TooMany { count });
            }
            if !self.take_bytes(FRAME) {
                return self.left_out(&path_of_item, Reason::Full);
            }
            self.take_entry();
            let item = self.item(&path_of_item, json, section);
            let added = self.add(item, section);
            self.roles(&path_of_item, json, section, added);
        }
    }

    /// Adds an item unless there is nothing in it. Returns whether it did.
    fn add(&mut self, item: Item, section: usize) -> bool {
        if item.fields.is_empty() {
            self.return_entry();
            return false;
        }
        self.document.sections[section].items.push(item);
        true
    }

    fn item(&mut self, path: &str, json: &Json, section: usize) -> Item {
        let specs = self.document.sections[section].kind.fields();
        let mut item = Item::new(self.id());
        match json {
            Json::Object(object) => self.fields(path, object, specs, &[], &mut item),
            Json::Bool(_) => self.left_out(path, Reason::Unreadable),
            _ => {
                if let Some(value) = self.value(path, json, specs[0].1) {
                    // Of numbers and lists the conversion is noted already.
                    if json.is_string() {
                        let from = Found::Text;
                        self.note(path, What::Converted { from });
                    }
                    self.set(&mut item, path, specs[0], value);
                }
            }
        }
        item
    }

    /// Several positions at one employer: each becomes a job of its own. `added`
    /// says whether the employer itself has become one.
    fn roles(&mut self, path: &str, json: &Json, section: usize, added: bool) {
        let roles = json.get("roles").and_then(Json::as_array);
        let (Some(object), Some(roles)) = (json.as_object(), roles) else {
            return;
        };
        if self.source != Source::ReactiveResume || roles.iter().all(is_blank) {
            return;
        }
        // The employer alone, with nothing said of what was done, was only the
        // frame around the roles.
        let frame = ["position", "period", "description"];
        let said = |name: &&str| object.get(*name).is_some_and(|json| !is_blank(json));
        if added && !frame.iter().any(said) {
            self.document.sections[section].items.pop();
            self.return_entry();
        }
        let mut employer = Map::new();
        for (name, json) in object {
            if !frame.contains(&name.as_str()) && name != "roles" {
                employer.insert(name.clone(), json.clone());
            }
        }
        let path = key(path, "roles");
        for (i, role) in roles.iter().enumerate().filter(|(_, role)| !is_blank(role)) {
            let path = index(&path, i);
            if !self.has_room() || !self.take_bytes(FRAME) {
                let count = roles.len() - i;
                return self.left_out(&path, Reason::TooMany { count });
            }
            self.take_entry();
            let mut whole = employer.clone();
            whole.extend(role.as_object().cloned().unwrap_or_default());
            let to = "work".to_owned();
            self.note(&path, What::Moved { to });
            let item = self.item(&path, &Json::Object(whole), section);
            self.add(item, section);
        }
    }

    fn has_room(&self) -> bool {
        limits::ITEMS > self.entries()
    }
}

fn wraps(object: &Map<String, Json>) -> bool {
    let is_list = |name| object.get(name).is_some_and(Json::is_array);
    LISTS.into_iter().any(is_list) || object.contains_key("content")
}

/// Whether a list is the lines or paragraphs of one summary.
fn is_summary_text(kind: SectionKind, list: &[Json]) -> bool {
    kind == SectionKind::Summary && !list.iter().any(Json::is_object)
}

/// Headings that Reactive Resume gives by itself; here they follow the
/// document's language.
fn is_usual_heading(heading: &str) -> bool {
    const USUAL: [&str; 14] = [
        "Summary",
        "Awards",
        "Certifications",
        "Education",
        "Experience",
        "Volunteering",
        "Volunteer",
        "Interests",
        "Languages",
        "Profiles",
        "Projects",
        "Publications",
        "References",
        "Skills",
    ];
    USUAL.contains(&heading.trim())
}

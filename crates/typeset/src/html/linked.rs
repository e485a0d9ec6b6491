//! What the page says, once more for search engines and assistants: a `Person` of
//! schema.org as JSON-LD, which is data and runs nowhere.
//!
//! It is made of what the page shows. Every text is escaped for JSON, and every
//! character that could end the element is written as a number, so that no text
//! can leave it (HTML, section 4.12.1.3).

use std::fmt::Write as _;

use cv::{Field, SectionKind, Shown, ShownItem, When};

use super::inline::target;
use crate::layout::clean;

pub(super) fn write(out: &mut String, shown: Shown<'_>) {
    let basics = shown.basics();
    let name = line(basics, Field::Name);
    if name.is_empty() {
        return;
    }
    let mut person = Object::of("Person");
    person.text("name", &name);
    person.text("jobTitle", &line(basics, Field::Label));
    person.text("email", &line(basics, Field::Email));
    person.text("telephone", &line(basics, Field::Phone));
    person.text("url", &address(basics));
    person.texts("sameAs", shown.items_of(SectionKind::Profiles).map(address));
    let mut place = Object::of("PostalAddress");
    for (member, field) in [
        ("streetAddress", Field::Address),
        ("postalCode", Field::PostalCode),
        ("addressLocality", Field::City),
        ("addressRegion", Field::Region),
        ("addressCountry", Field::CountryCode),
    ] {
        place.text(member, &line(basics, field));
    }
    person.object("address", place);
    let works = shown.items_of(SectionKind::Work);
    let works = works.filter(|job| job.when(Field::EndDate) == Some(&When::Ongoing));
    let works = works.map(|job| line(job, Field::Name));
    person.named("worksFor", "Organization", works);
    let schools = shown.items_of(SectionKind::Education);
    let schools = schools.map(|study| line(study, Field::Institution));
    person.named("alumniOf", "EducationalOrganization", schools);
    let languages = shown.items_of(SectionKind::Languages);
    person.texts(
        "knowsLanguage",
        languages.map(|item| line(item, Field::Language)),
    );

    let mut page = Object::default();
    page.text("@context", "https://schema.org");
    page.text("@type", "ProfilePage");
    page.text("inLanguage", shown.language().tag());
    page.object("mainEntity", person);
    out.push_str("<script type=\"application/ld+json\">");
    out.push_str(&page.finish());
    out.push_str("</script>\n");
}

fn line(item: ShownItem<'_>, field: Field) -> String {
    clean::line(item.text(field))
}

/// An address that is safe to follow, or nothing.
fn address(item: ShownItem<'_>) -> String {
    target(&line(item, Field::Url)).unwrap_or_default()
}

/// A JSON object that has no member without a value.
#[derive(Default)]
struct Object {
    members: String,
    /// It has more than its type.
    says: bool,
}

impl Object {
    fn of(kind: &str) -> Object {
        let mut object = Object::default();
        object.text("@type", kind);
        object.says = false;
        object
    }

    fn member(&mut self, name: &str, value: &str) {
        if !self.members.is_empty() {
            self.members.push(',');
        }
        // Names are ours.
        let _ = write!(self.members, "\"{name}\":{value}");
        self.says = true;
    }

    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.member(name, &quoted(text));
        }
    }

    fn list(&mut self, name: &str, values: &[String]) {
        match values {
            [] => {}
            [one] => self.member(name, one),
            more => self.member(name, &format!("[{}]", more.join(","))),
        }
    }

    fn texts(&mut self, name: &str, texts: impl Iterator<Item = String>) {
        let texts = texts.filter(|text| !text.is_empty());
        let texts: Vec<String> = texts.map(|text| quoted(&text)).collect();
        self.list(name, &texts);
    }

    /// Objects that have a name and nothing else.
    fn named(&mut self, name: &str, kind: &str, names: impl Iterator<Item = String>) {
        let names = names.filter(|name| !name.is_empty());
        let objects: Vec<String> = names
            .map(|name| {
                let mut object = Object::of(kind);
                object.text("name", &name);
                object.finish()
            })
            .collect();
        self.list(name, &objects);
    }

    fn object(&mut self, name: &str, object: Object) {
        if object.says {
            self.member(name, &object.finish());
        }
    }

    fn finish(self) -> String {
        format!("{{{}}}", self.members)
    }
}

/// A JSON string (RFC 8259, section 7) that is safe within HTML and scripts.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

//! Europass's many further sections, which have one shape: a title, dates, a
//! place, a description, links; and the sections that people name themselves.

use roxmltree::Node;
use serde_json::{Map, Value as Json};

use super::{Entry, period, put, words};
use crate::import::headings::Headings;
use crate::import::html;
use crate::import::reader::Reader;
use crate::import::report::{Reason, What};
use crate::import::xml::{children, text, text_at};
use crate::schema::{Field, SectionKind, Shape};

/// What a section of the portal is here.
fn kind(name: &str) -> Option<SectionKind> {
    Some(match name {
        "Projects" => SectionKind::Projects,
        "VoluntaryWorks" | "SocialAndPoliticalActivities" | "NetworksAndMemberships" => {
            SectionKind::Volunteer
        }
        "Licenses" | "Certifications" | "CourseCertifications" => SectionKind::Certificates,
        "PublicationHistory" | "CreativeWorks" | "ConferencesAndSeminars" => {
            SectionKind::Publications
        }
        "HonorsAndAwards" => SectionKind::Awards,
        "HobbiesAndInterests" | "Hobbies" => SectionKind::Interests,
        "EmploymentReferences" => SectionKind::References,
        "Skills" | "DigitalSkillsGroup" | "DigitalSkills" => SectionKind::Skills,
        _ => return None,
    })
}

pub(super) fn read(
    reader: &mut Reader<'_>,
    part: Node<'_, '_>,
    headings: Headings<'_>,
    ours: bool,
) {
    let name = part.tag_name().name();
    if text(part).is_empty() {
        return;
    }
    if name == "Others" {
        return own(reader, part, headings, ours);
    }
    let Some(kind) = kind(name) else {
        return reader.left_out(name, Reason::NoPlace);
    };
    let entries = part.children().filter(Node::is_element);
    let entries: Vec<Json> = entries.map(|node| entry(node, kind, ours)).collect();
    let section = reader.section_of_kind(kind);
    reader.items(name, &entries, section);
}

/// A section of one's own. Each entry may come with the heading again.
fn own(reader: &mut Reader<'_>, part: Node<'_, '_>, headings: Headings<'_>, ours: bool) {
    let heading = text_at(part, &["Title"]);
    let known = headings(&heading);
    let named = |section: &crate::Section| section.heading.as_deref() == Some(&heading);
    let there = reader.document.sections.iter().position(named);
    let section = match (known, there) {
        (Some(kind), _) => Some(reader.section_of_kind(kind)),
        (None, Some(section)) => Some(section),
        (None, None) => {
            let section = reader.new_section(SectionKind::Projects);
            if let Some(section) = section {
                reader.set_heading(section, "Others.Title", &heading);
            }
            section
        }
    };
    let Some(section) = section else {
        return reader.left_out("Others", Reason::TooMany { count: 1 });
    };
    let kind = reader.document.sections[section].kind;
    let entries = children(part, "Other").map(|node| entry(node, kind, ours));
    let entries: Vec<Json> = entries.collect();
    if kind == SectionKind::Summary {
        for entry in &entries {
            for name in ["name", "summary"] {
                if let Some(text) = entry.get(name) {
                    reader.summary("Others", text);
                }
            }
        }
        return;
    }
    if known.is_some() && !ours {
        let to = kind.json().to_owned();
        reader.note("Others", What::Moved { to });
    }
    reader.items("Others", &entries, section);
}

/// An entry with the names that its kind has for what it holds.
fn entry(node: Node<'_, '_>, kind: SectionKind, ours: bool) -> Json {
    let has = |field: Field| kind.shape(field).is_some();
    let mut entry = Entry::new();
    let mut rest = Map::new();
    for part in node.children().filter(Node::is_element) {
        match part.tag_name().name() {
            "Title"
            | "Name"
            | "CertificationName"
            | "LicenseName"
            | "FormattedPublicationDescription" => {
                let name = kind
                    .fields()
                    .first()
                    .map_or("name", |(field, _)| field.json());
                let name = if kind == SectionKind::Volunteer {
                    "position"
                } else {
                    name
                };
                put(&mut entry, name, text(part));
            }
            "Date" | "Period" | "AttendancePeriod" => dates(&mut entry, part, kind),
            "StartDate" | "EndDate" | "IssueDate" | "Ongoing" => {
                if !entry.contains_key("ongoing") {
                    dates(&mut entry, node, kind);
                }
                if part.tag_name().name() == "IssueDate" && has(Field::Date) {
                    put(&mut entry, "date", text(part));
                }
            }
            "Description" => described(&mut entry, &text(part), kind, ours),
            "Link" if !entry.contains_key("url") && has(Field::Url) => {
                put(&mut entry, "url", text(part));
            }
            "IssuingAuthority" | "Organisation" | "OrganizationName" | "Publisher" => {
                put(&mut entry, "organization", text(part));
            }
            "Location" => put(&mut entry, "location", text(part)),
            name => put(&mut rest, name, text(part)),
        }
    }
    // What is written right into the element, as hobbies are.
    if entry.is_empty() && rest.is_empty() && !text(node).is_empty() {
        let name = kind
            .fields()
            .first()
            .map_or("name", |(field, _)| field.json());
        put(&mut entry, name, html::read(&text(node)).text());
    }
    entry.extend(rest);
    Json::Object(entry)
}

fn dates(entry: &mut Entry, node: Node<'_, '_>, kind: SectionKind) {
    let mut period_of = Entry::new();
    period(&mut period_of, node);
    if kind.shape(Field::EndDate).is_some() {
        return entry.extend(period_of);
    }
    let one = ["startDate", "endDate"];
    let said = one.iter().find_map(|name| period_of.remove(*name));
    let field = [Field::Date, Field::ReleaseDate];
    let field = field.into_iter().find(|field| kind.shape(*field).is_some());
    if let (Some(said), Some(field)) = (said, field) {
        entry.insert(field.json().to_owned(), said);
    }
    // The end has no place then, which the reader tells.
    if let Some(end) = period_of.remove("endDate") {
        entry.insert("EndDate".to_owned(), end);
    }
}

/// The description, with what our export puts before it: words in a row where
/// the kind has them, and else the field that stands beside the title.
fn described(entry: &mut Entry, html: &str, kind: SectionKind, ours: bool) {
    let mut html = html;
    if matches!(kind, SectionKind::Skills | SectionKind::Interests) {
        let text = html::read(html).text();
        let list = text.rsplit_once([':', '：']);
        let list = list.map_or(text.as_str(), |(_, list)| list);
        let words = list.split([',', '\n', '、', '،']).map(str::trim);
        let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        // Our export begins with how well.
        if ours
            && kind.shape(Field::Level).is_some()
            && words
                .first()
                .is_some_and(|word| crate::level::of(word).is_some())
        {
            put(entry, "level", words.remove(0).to_owned());
        }
        entry.insert("keywords".to_owned(), words.into());
        return;
    }
    // And ends with words in a row.
    if ours
        && kind.shape(Field::Keywords).is_some()
        && let Some((before, last)) = html.strip_suffix("</p>").and_then(|h| h.rsplit_once("<p>"))
        && let Some(keywords) = words(last)
    {
        entry.insert("keywords".to_owned(), keywords);
        html = before;
    }
    let beside = match kind {
        SectionKind::Certificates => Some("issuer"),
        SectionKind::Awards => Some("awarder"),
        SectionKind::Publications => Some("publisher"),
        SectionKind::Volunteer => Some("organization"),
        _ => None,
    };
    let first = html
        .strip_prefix("<p>")
        .and_then(|rest| rest.split_once("</p>"));
    if let (true, Some(name), Some((first, rest))) = (ours, beside, first) {
        put(entry, name, html::read(first).text());
        html = rest;
    }
    let rich = [Field::Summary, Field::Description, Field::Reference];
    let is_rich = |field: &Field| kind.shape(*field) == Some(Shape::Rich);
    let name = rich.iter().find(|field| is_rich(field));
    put(
        entry,
        name.map_or("summary", |field| field.json()),
        html.to_owned(),
    );
}

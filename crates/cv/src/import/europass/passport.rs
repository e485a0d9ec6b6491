//! The older Europass: `SkillsPassport`, whose dates are attributes.

use roxmltree::Node;
use serde_json::{Value as Json, json};

use super::{Entry, items, put};
use crate::document::Item;
use crate::id::Id;
use crate::import::iso639;
use crate::import::reader::Reader;
use crate::import::report::{Found, Reason, What};
use crate::import::xml::{at, child, children, text, text_at};
use crate::language::Language;
use crate::schema::{BASICS, SectionKind};

pub(in crate::import) fn is_passport(root: Node<'_, '_>) -> bool {
    matches!(root.tag_name().name(), "SkillsPassport" | "learnerinfo")
}

pub(in crate::import) fn read(reader: &mut Reader<'_>, root: Node<'_, '_>) {
    let Some(learner) = child(root, "LearnerInfo") else {
        return;
    };
    for part in learner.children().filter(Node::is_element) {
        let name = part.tag_name().name();
        match name {
            "Identification" => person(reader, part),
            "Headline" => {
                let label = text_at(part, &["Description", "Label"]);
                let mut basics = Entry::new();
                put(&mut basics, "label", label);
                basics_of(reader, name, &basics);
            }
            "WorkExperienceList" => {
                let jobs = children(part, "WorkExperience").map(job).collect();
                items(reader, name, jobs, SectionKind::Work);
            }
            "EducationList" => {
                let studies = children(part, "Education").map(study).collect();
                items(reader, name, studies, SectionKind::Education);
            }
            "Skills" => skills(reader, part),
            "AchievementList" => {
                let achievements = children(part, "Achievement").map(achievement).collect();
                items(reader, name, achievements, SectionKind::Projects);
            }
            _ if text(part).is_empty() => {}
            _ => reader.left_out(name, Reason::NoPlace),
        }
    }
}

fn basics_of(reader: &mut Reader<'_>, path: &str, entry: &Entry) {
    let mut item = std::mem::replace(&mut reader.document.basics, Item::new(Id::BASICS));
    reader.fields(path, entry, BASICS, &[], &mut item);
    reader.document.basics = item;
}

fn person(reader: &mut Reader<'_>, part: Node<'_, '_>) {
    let mut basics = Entry::new();
    let get = |path: &[&str]| text_at(part, path);
    let (first, last) = (
        get(&["PersonName", "FirstName"]),
        get(&["PersonName", "Surname"]),
    );
    put(
        &mut basics,
        "name",
        format!("{first} {last}").trim().to_owned(),
    );
    let mut profiles = Vec::new();
    if let Some(contact) = child(part, "ContactInfo") {
        let get = |path: &[&str]| text_at(contact, path);
        put(&mut basics, "email", get(&["Email", "Contact"]));
        put(
            &mut basics,
            "phone",
            get(&["TelephoneList", "Telephone", "Contact"]),
        );
        let address = |name: &str| get(&["Address", "Contact", name]);
        put(&mut basics, "address", address("AddressLine"));
        put(&mut basics, "postalCode", address("PostalCode"));
        put(&mut basics, "city", address("Municipality"));
        let country = get(&["Address", "Contact", "Country", "Code"]);
        put(&mut basics, "countryCode", country);
        let list = |name: &str| child(contact, name).into_iter();
        let sites = list("WebsiteList").flat_map(|list| children(list, "Website"));
        for (i, site) in sites.enumerate() {
            let url = text_at(site, &["Contact"]);
            match i {
                0 => put(&mut basics, "url", url),
                _ => profiles.push(json!({ "url": url })),
            }
        }
        let chats = list("InstantMessagingList").flat_map(|l| children(l, "InstantMessaging"));
        for chat in chats {
            let network = text_at(chat, &["Use", "Label"]);
            profiles.push(json!({ "network": network, "username": text_at(chat, &["Contact"]) }));
        }
        let more = |list: &str, name: &str| {
            let list = child(contact, list);
            list.is_some_and(|list| children(list, name).nth(1).is_some())
        };
        if more("TelephoneList", "Telephone") {
            reader.left_out("TelephoneList", Reason::Twice);
        }
    }
    basics_of(reader, "Identification", &basics);
    items(reader, "ContactInfo", profiles, SectionKind::Profiles);
    if let Some(demographics) = child(part, "Demographics") {
        for detail in demographics.children().filter(Node::is_element) {
            reader.left_out(detail.tag_name().name(), Reason::Personal);
        }
    }
    if child(part, "Photo").is_some() {
        reader.left_out("Photo", Reason::Photo);
    }
}

/// `<From year="2012" month="--03" day="---01"/>`
fn moment(node: Node<'_, '_>) -> String {
    let part = |name: &str| {
        let digits = node.attribute(name)?.trim_start_matches('-');
        digits.parse::<u8>().ok()
    };
    let Some(year) = node.attribute("year").and_then(|year| year.parse().ok()) else {
        return String::new();
    };
    crate::PartialDate::new(year, part("month"), part("day"))
        .or_else(|| crate::PartialDate::new(year, None, None))
        .map_or(String::new(), |date| date.to_string())
}

fn period(entry: &mut Entry, node: Node<'_, '_>) {
    let Some(period) = child(node, "Period") else {
        return;
    };
    for (from, to) in [("From", "startDate"), ("To", "endDate")] {
        put(
            entry,
            to,
            child(period, from).map(moment).unwrap_or_default(),
        );
    }
    let current = text_at(period, &["Current"]) == "true";
    entry.insert("ongoing".to_owned(), Json::Bool(current));
}

/// Where an organisation is, and its site.
fn organisation(entry: &mut Entry, node: Option<Node<'_, '_>>, name: &str) {
    let Some(node) = node else { return };
    put(entry, name, text_at(node, &["Name"]));
    let contact = |path: &[&str]| at(node, &["ContactInfo"]).map(|c| text_at(c, path));
    let city = contact(&["Address", "Contact", "Municipality"]);
    put(entry, "location", city.unwrap_or_default());
    put(
        entry,
        "url",
        contact(&["Website", "Contact"]).unwrap_or_default(),
    );
}

fn job(node: Node<'_, '_>) -> Json {
    let mut job = Entry::new();
    period(&mut job, node);
    put(&mut job, "position", text_at(node, &["Position", "Label"]));
    put(&mut job, "summary", text_at(node, &["Activities"]));
    organisation(&mut job, child(node, "Employer"), "name");
    Json::Object(job)
}

fn study(node: Node<'_, '_>) -> Json {
    let mut study = Entry::new();
    period(&mut study, node);
    put(&mut study, "studyType", text_at(node, &["Title"]));
    put(&mut study, "area", text_at(node, &["Field", "Label"]));
    put(&mut study, "summary", text_at(node, &["Activities"]));
    organisation(&mut study, child(node, "Organisation"), "institution");
    Json::Object(study)
}

fn achievement(node: Node<'_, '_>) -> Json {
    let mut entry = Entry::new();
    put(&mut entry, "name", text_at(node, &["Title", "Label"]));
    put(&mut entry, "description", text_at(node, &["Description"]));
    Json::Object(entry)
}

fn skills(reader: &mut Reader<'_>, part: Node<'_, '_>) {
    let language = reader.document.language;
    let mut languages = Vec::new();
    let mut list = Vec::new();
    for skill in part.children().filter(Node::is_element) {
        let name = skill.tag_name().name();
        if name == "Linguistic" {
            let native = match language {
                Language::Swedish => "modersmål",
                _ => "native",
            };
            let named = |node: Node<'_, '_>| match text_at(node, &["Description", "Label"]) {
                label if label.is_empty() => {
                    iso639::name(&text_at(node, &["Description", "Code"]), language)
                }
                label => label,
            };
            let lists = |name: &'static str| child(skill, name).into_iter();
            for node in lists("MotherTongueList").flat_map(|l| children(l, "MotherTongue")) {
                languages.push(json!({ "language": named(node), "fluency": native }));
            }
            for node in lists("ForeignLanguageList").flat_map(|l| children(l, "ForeignLanguage")) {
                let levels = child(node, "ProficiencyLevel");
                let levels = levels.into_iter().flat_map(|l| l.children());
                let mut levels: Vec<String> = levels.map(text).filter(|t| !t.is_empty()).collect();
                levels.sort();
                levels.dedup();
                if levels.len() > 1 {
                    let from = Found::Object;
                    reader.note("ForeignLanguage", What::Converted { from });
                }
                let fluency = match levels.as_slice() {
                    [first, .., last] => format!("{first}–{last}"),
                    levels => levels.concat(),
                };
                languages.push(json!({ "language": named(node), "fluency": fluency }));
            }
        } else if name == "Driving" {
            let licences = skill
                .descendants()
                .filter(|n| n.tag_name().name() == "Licence");
            let licences: Vec<Json> = licences.map(|n| Json::String(text(n))).collect();
            let name = match language {
                Language::Swedish => "Körkort",
                _ => "Driving licence",
            };
            list.push(json!({ "name": name, "keywords": licences }));
        } else {
            let description = text_at(skill, &["Description"]);
            if !description.is_empty() {
                let text = crate::import::html::read(&description).text();
                let words: Vec<&str> = text.lines().collect();
                list.push(json!({ "name": in_words(name), "keywords": words }));
            }
        }
    }
    items(reader, "Linguistic", languages, SectionKind::Languages);
    items(reader, "Skills", list, SectionKind::Skills);
}

/// `JobRelated` as words.
fn in_words(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push(' ');
            out.extend(c.to_lowercase());
        } else {
            out.push(c);
        }
    }
    out
}

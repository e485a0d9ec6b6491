//! Europass, the European Union's format: the `Candidate` of today's portal, and
//! the `SkillsPassport` of the years before 2020.
//!
//! Both are trees of elements; here each entry becomes an object with the names
//! that the one reader knows. Descriptions are HTML. Nationality, birth and the
//! like are left out: a person enters those here with a consent of their own.

use roxmltree::Node;
use serde_json::{Map, Value as Json, json};

use super::headings::Headings;
use super::reader::Reader;
use super::report::{Found, Reason, What};
use super::xml::{at, child, children, text, text_at};
use super::{html, iso639};
use crate::document::Item;
use crate::id::Id;
use crate::language::Language;
use crate::schema::{BASICS, SectionKind};

mod other;
mod passport;

pub(super) use passport::{is_passport, read as read_passport};

pub(super) fn is_candidate(root: Node<'_, '_>) -> bool {
    root.tag_name().name() == "Candidate"
}

/// The language that the file says it is in.
pub(super) fn language(root: Node<'_, '_>) -> Option<Language> {
    let said = child(root, "CandidateProfile").and_then(|p| p.attribute("languageCode"));
    Language::from_tag(said.or_else(|| root.attribute("locale"))?)
}

/// All texts, for who wants to know the language.
pub(super) fn texts(root: Node<'_, '_>) -> Json {
    let texts = root.descendants().filter_map(|node| node.text());
    // Pictures are longer than any text.
    let texts = texts.filter(|text| text.len() < 20_000);
    texts.map(Json::from).collect::<Vec<_>>().into()
}

/// An entry in the making.
type Entry = Map<String, Json>;

fn put(entry: &mut Entry, name: &str, text: String) {
    if !text.is_empty() {
        entry.insert(name.to_owned(), Json::String(text));
    }
}

pub(super) fn read(reader: &mut Reader<'_>, root: Node<'_, '_>, headings: Headings<'_>) {
    let id = child(root, "DocumentID");
    let ours = id.and_then(|id| id.attribute("schemeID")) == Some("Merit");
    if let Some(person) = child(root, "CandidatePerson") {
        read_person(reader, person);
    }
    let Some(profile) = child(root, "CandidateProfile") else {
        return;
    };
    let summary = text_at(profile, &["ExecutiveSummary"]);
    let (label, summary) = titled(&summary).filter(|_| ours).unwrap_or(("", &summary));
    if !label.is_empty() {
        let mut item = std::mem::replace(&mut reader.document.basics, Item::new(Id::BASICS));
        let label = json!({ "label": html::read(label).text() });
        if let Json::Object(label) = label {
            reader.fields("ExecutiveSummary", &label, BASICS, &[], &mut item);
        }
        reader.document.basics = item;
    }
    reader.summary("ExecutiveSummary", &Json::String(summary.to_owned()));
    for part in profile.children().filter(Node::is_element) {
        let name = part.tag_name().name();
        match name {
            "EmploymentHistory" => {
                let jobs = children(part, "EmployerHistory").flat_map(|e| jobs(reader, e));
                let jobs: Vec<Json> = jobs.collect::<Vec<_>>();
                items(reader, name, jobs, SectionKind::Work);
            }
            "EducationHistory" => {
                let studies = children(part, "EducationOrganizationAttendance");
                let studies: Vec<Json> = studies.map(|s| study(reader, s, ours)).collect();
                items(reader, name, studies, SectionKind::Education);
            }
            "PersonQualifications" => languages(reader, part),
            "ID" | "ExecutiveSummary" => {}
            "Attachment" => {
                if text_at(part, &["FileType"]) == "photo" {
                    reader.left_out("Attachment", Reason::Photo);
                } else {
                    reader.left_out("Attachment", Reason::NoPlace);
                }
            }
            _ => other::read(reader, part, headings, ours),
        }
    }
}

/// The title that our export puts above the summary, and the rest.
fn titled(summary: &str) -> Option<(&str, &str)> {
    let rest = summary.strip_prefix("<p><strong>")?;
    rest.split_once("</strong></p>")
}

fn items(reader: &mut Reader<'_>, path: &str, list: Vec<Json>, kind: SectionKind) {
    let section = reader.section_of_kind(kind);
    reader.items(path, &list, section);
}

fn read_person(reader: &mut Reader<'_>, person: Node<'_, '_>) {
    let mut basics = Entry::new();
    let mut profiles = Vec::new();
    let name = |part: &str| text_at(person, &["PersonName", part]);
    let name = format!("{} {}", name("GivenName"), name("FamilyName"));
    put(&mut basics, "name", name.trim().to_owned());
    for way in children(person, "Communication") {
        let uri = text_at(way, &["URI"]);
        let usage = text_at(way, &["UseCode"]);
        let label = match text_at(way, &["OtherTitle"]) {
            title if title.is_empty() => network(&usage),
            title => title,
        };
        let taken = |basics: &Entry, name: &str| basics.contains_key(name);
        match text_at(way, &["ChannelCode"]).as_str() {
            "Email" if !taken(&basics, "email") => put(&mut basics, "email", uri),
            "Telephone" if !taken(&basics, "phone") => put(&mut basics, "phone", number(way)),
            "Email" | "Telephone" => reader.left_out("Communication", Reason::Twice),
            "Web" if !taken(&basics, "url") => put(&mut basics, "url", uri),
            "Web" | "Social Media" => {
                profiles.push(json!({ "network": label, "url": uri }));
            }
            "InstantMessage" => profiles.push(json!({ "network": label, "username": uri })),
            _ => {}
        }
        if let Some(address) = child(way, "Address") {
            let get = |name: &str| text_at(address, &[name]);
            put(&mut basics, "address", get("AddressLine"));
            put(&mut basics, "postalCode", get("PostalCode"));
            put(&mut basics, "city", get("CityName"));
            put(
                &mut basics,
                "countryCode",
                get("CountryCode").to_uppercase(),
            );
        }
    }
    let mut item = std::mem::replace(&mut reader.document.basics, Item::new(Id::BASICS));
    reader.fields("CandidatePerson", &basics, BASICS, &[], &mut item);
    reader.document.basics = item;
    items(reader, "Communication", profiles, SectionKind::Profiles);

    for name in ["NationalityCode", "BirthDate", "GenderCode", "BirthPlace"] {
        if child(person, name).is_some() {
            reader.left_out(name, Reason::Personal);
        }
    }
    let language = reader.document.language;
    let native = match language {
        Language::Swedish => "modersmål",
        _ => "native",
    };
    let own: Vec<Json> = children(person, "PrimaryLanguageCode")
        .map(|code| json!({ "language": iso639::name(&text(code), language), "fluency": native }))
        .collect();
    items(reader, "PrimaryLanguageCode", own, SectionKind::Languages);
}

fn number(way: Node<'_, '_>) -> String {
    let country = text_at(way, &["CountryDialing"]);
    let rest = text_at(way, &["DialNumber"]);
    match country.is_empty() || rest.starts_with('+') {
        true => rest,
        false => format!("+{country} {}", rest.strip_prefix('0').unwrap_or(&rest)),
    }
}

/// How a network writes its own name.
fn network(code: &str) -> String {
    match code {
        "linkedin" => "LinkedIn".to_owned(),
        "github" => "GitHub".to_owned(),
        "whatsapp" => "WhatsApp".to_owned(),
        "other" => String::new(),
        code => {
            let mut chars = code.chars();
            let first = chars.next().map(char::to_uppercase);
            first.into_iter().flatten().chain(chars).collect()
        }
    }
}

/// Where an organisation is, and its site.
fn organisation(entry: &mut Entry, node: Node<'_, '_>) {
    let contact = child(node, "OrganizationContact");
    let ways = contact
        .into_iter()
        .flat_map(|c| children(c, "Communication"));
    for way in ways {
        let city = text_at(way, &["Address", "CityName"]);
        if !entry.contains_key("location") {
            put(entry, "location", city);
        }
        if text_at(way, &["ChannelCode"]) == "Web" && !entry.contains_key("url") {
            put(entry, "url", text_at(way, &["URI"]));
        }
    }
    let mut links = children(node, "Link");
    if !entry.contains_key("url")
        && let Some(link) = links.next()
    {
        put(entry, "url", text(link));
    }
    // Further ones have no place, which the reader tells.
    let more: Vec<Json> = links.map(|link| Json::String(text(link))).collect();
    if !more.is_empty() {
        entry.insert("Link".to_owned(), Json::Array(more));
    }
}

/// Start and end, in one of the several shapes that Europass has for them.
fn period(entry: &mut Entry, node: Node<'_, '_>) {
    for (from, to) in [("StartDate", "startDate"), ("EndDate", "endDate")] {
        put(entry, to, text_at(node, &[from, "FormattedDateTime"]));
    }
    let says = |name: &str| text_at(node, &[name]) == "true";
    let ongoing = says("CurrentIndicator") || says("Ongoing");
    entry.insert("ongoing".to_owned(), Json::Bool(ongoing));
}

/// An employer's positions, each a job.
fn jobs(reader: &mut Reader<'_>, employer: Node<'_, '_>) -> Vec<Json> {
    let department = text_at(employer, &["Department"]);
    let name = text_at(employer, &["OrganizationName"]);
    let each = children(employer, "PositionHistory").map(|position| {
        let mut job = Entry::new();
        put(&mut job, "name", name.clone());
        put(&mut job, "position", text_at(position, &["PositionTitle"]));
        put(&mut job, "location", text_at(position, &["City"]));
        organisation(&mut job, employer);
        if let Some(node) = child(position, "EmploymentPeriod") {
            period(&mut job, node);
        }
        put(&mut job, "summary", text_at(position, &["Description"]));
        if department != name {
            put(&mut job, "Department", department.clone());
        }
        Json::Object(job)
    });
    let jobs: Vec<Json> = each.collect();
    if jobs.is_empty() && !name.is_empty() {
        reader.note("EmployerHistory", What::Converted { from: Found::Text });
        return vec![json!({ "name": name, "ongoing": false })];
    }
    jobs
}

fn study(reader: &mut Reader<'_>, attendance: Node<'_, '_>, ours: bool) -> Json {
    let mut study = Entry::new();
    put(
        &mut study,
        "institution",
        text_at(attendance, &["OrganizationName"]),
    );
    organisation(&mut study, attendance);
    if let Some(node) = child(attendance, "AttendancePeriod") {
        period(&mut study, node);
    }
    let degree = |path: &[&str]| at(attendance, &["EducationDegree"]).map(|d| text_at(d, path));
    let degree = |path: &[&str]| degree(path).unwrap_or_default();
    let name = degree(&["DegreeName"]);
    // Our export has both in one, since there is no place for the second.
    match name.rsplit_once(", ").filter(|_| ours) {
        Some((kind, area)) => {
            put(&mut study, "studyType", kind.to_owned());
            put(&mut study, "area", area.to_owned());
        }
        None => put(&mut study, "studyType", name),
    }
    put(&mut study, "score", degree(&["FinalGrade", "ScoreText"]));
    let text = degree(&["OccupationalSkillsCovered"]);
    match words(&text).filter(|_| ours) {
        Some(courses) => {
            study.insert("courses".to_owned(), courses);
        }
        None => put(&mut study, "summary", text),
    }
    for name in ["Thesis", "NumberOfCredit"] {
        if !degree(&[name]).is_empty() {
            reader.left_out(&format!("EducationDegree.{name}"), Reason::NoPlace);
        }
    }
    Json::Object(study)
}

/// `<p>Courses: one, two</p>`, as our export writes a list of words.
fn words(html: &str) -> Option<Json> {
    let text = html::read(html).text();
    let (_, words) = text.split_once([':', '：'])?;
    let words = words.split([',', '、', '،']).map(str::trim);
    let words: Vec<Json> = words.filter(|w| !w.is_empty()).map(Json::from).collect();
    (!text.contains('\n') && !words.is_empty()).then_some(Json::Array(words))
}

fn languages(reader: &mut Reader<'_>, part: Node<'_, '_>) {
    let mut list = Vec::new();
    for competency in children(part, "PersonCompetency") {
        if text_at(competency, &["TaxonomyID"]) != "language" {
            reader.left_out("PersonCompetency", Reason::NoPlace);
            continue;
        }
        let code = text_at(competency, &["CompetencyID"]);
        let mut name = iso639::name(&code, reader.document.language);
        let dimensions = children(competency, "CompetencyDimension");
        let mut levels: Vec<String> = dimensions
            .map(|d| text_at(d, &["Score", "ScoreText"]))
            .filter(|level| !level.is_empty())
            .collect();
        levels.sort();
        levels.dedup();
        if levels.len() > 1 {
            let from = Found::Object;
            reader.note(
                &format!("PersonCompetency.{code}"),
                What::Converted { from },
            );
        }
        let mut fluency = match levels.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [first, .., last] => format!("{first}–{last}"),
        };
        if fluency.is_empty()
            && let Some((before, word)) = name.clone().split_once(" (")
            && let Some(word) = word.strip_suffix(')')
        {
            (name, fluency) = (before.to_owned(), word.to_owned());
        }
        list.push(json!({ "language": name, "fluency": fluency }));
    }
    items(reader, "PersonQualifications", list, SectionKind::Languages);
}

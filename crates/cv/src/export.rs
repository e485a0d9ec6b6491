//! Documents into files.
//!
//! [`export_shown`] writes what others may see as JSON Resume 1.x, valid against
//! the published schema: an address or a date that is not valid stands in a
//! member beside the field (`urlText`, `startDateText`), where the schema allows
//! anything, the importer finds it and nothing is lost. [`export_full`] writes
//! everything in our own form.

use crate::date::When;
use crate::document::{Document, Kind};
use crate::import::report::{Note, What};
use crate::limits;
use crate::rich::notation::{write, write_inline};
use crate::rich::{Block, Inline, RichText, Span};
use crate::schema::{BASICS, Field, SectionKind, Shape, shape_in};
use crate::shown::{Shown, ShownItem};

mod file_name;
mod indent;
mod node;
mod valid;

pub use file_name::file_name;
use indent::indent;
use node::Node;

/// The schema that an export is valid against.
const SCHEMA: &str =
    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// What `meta.merit.kind` says of a letter; a CV has none.
pub(crate) const LETTER: &str = "letter";

/// The parts of the basics that JSON Resume has one level down.
const LOCATION: [Field; 5] = [
    Field::Address,
    Field::PostalCode,
    Field::City,
    Field::CountryCode,
    Field::Region,
];

/// A document as JSON Resume.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    pub json: String,
    /// What could not stand in its own field, by its path in the file.
    pub notes: Vec<Note>,
}

/// Writes what is shown of a document as JSON Resume 1.x, without ids.
///
/// A section that JSON Resume does not know stands in a member of ours, and is noted.
/// Rich text stands there in the notation of [`crate::rich::notation`]. The
/// language, the order and headings of sections, and personal details, for which
/// JSON Resume has no place, stand under `meta.merit`.
pub fn export_shown(shown: Shown<'_>) -> Exported {
    let mut writer = Writer::default();
    let mut root = vec![
        ("$schema", Node::text(SCHEMA)),
        ("basics", writer.basics(shown)),
    ];
    let apart = [SectionKind::Profiles, SectionKind::Summary];
    for kind in SectionKind::ALL {
        if !apart.contains(&kind) {
            let items = writer.items(kind.json(), shown, kind);
            if !items.is_empty() {
                if !kind.is_usual() {
                    writer.notes.push(Note {
                        path: kind.json().to_owned(),
                        what: What::OwnName,
                    });
                }
                root.push((kind.json(), Node::List(items)));
            }
        }
    }
    root.push(("meta", meta(shown)));
    let json = serde_json::to_string(&Node::Object(root)).expect("plain data");
    Exported {
        json: indent(&json),
        notes: writer.notes,
    }
}

/// Writes a whole document in our own form, without loss: reading the file
/// again gives the same document. Indented, unless that would make the file
/// larger than an import may be.
pub fn export_full(document: &Document) -> String {
    let json = crate::format::save(document);
    let indented = indent(&json);
    if indented.len() > limits::DOCUMENT_BYTES {
        return json;
    }
    indented
}

type Members = Vec<(&'static str, Node)>;

#[derive(Default)]
struct Writer {
    notes: Vec<Note>,
}

impl Writer {
    fn basics(&mut self, shown: Shown<'_>) -> Node {
        let (place, person): (Vec<_>, Vec<_>) = BASICS
            .iter()
            .copied()
            .partition(|(field, _)| LOCATION.contains(field));
        let mut members = self.fields("basics", shown.basics(), &person);
        let summary = summary(shown);
        if !summary.is_empty() {
            members.push(("summary", Node::text(write(&summary))));
        }
        let place = self.fields("basics.location", shown.basics(), &place);
        if !place.is_empty() {
            members.push(("location", Node::Object(place)));
        }
        let profiles = self.items("basics.profiles", shown, SectionKind::Profiles);
        if !profiles.is_empty() {
            members.push(("profiles", Node::List(profiles)));
        }
        Node::Object(members)
    }

    fn items(&mut self, path: &str, shown: Shown<'_>, kind: SectionKind) -> Vec<Node> {
        let items = shown.items_of(kind).enumerate();
        items
            .map(|(i, item)| {
                let path = format!("{path}[{i}]");
                let mut members = self.fields(&path, item, kind.fields());
                if let Some(ongoing) = ambiguous_end(item, kind) {
                    members.push(("ongoing", Node::Bool(ongoing)));
                }
                Node::Object(members)
            })
            .collect()
    }

    fn fields(&mut self, path: &str, item: ShownItem<'_>, specs: &[(Field, Shape)]) -> Members {
        let mut members = Members::new();
        for (field, shape) in specs {
            let node = match shape {
                Shape::Text | Shape::Phone | Shape::Country => text(item.text(*field)),
                // The schema takes any text for a picture.
                Shape::Url if *field == Field::Image => text(item.text(*field)),
                Shape::Email => {
                    let email = item.text(*field);
                    self.checked(
                        path,
                        *field,
                        email,
                        valid::email(email).then(|| email.into()),
                    )
                }
                Shape::Url => {
                    let url = item.text(*field);
                    self.checked(path, *field, url, valid::url(url))
                }
                Shape::Date | Shape::End => match item.when(*field) {
                    None | Some(When::Ongoing) => None,
                    Some(When::Odd(odd)) => self.checked(path, *field, odd.trim(), None),
                    Some(When::Date(date)) => {
                        let date_text = date.to_string();
                        let fits = in_schema(*date).then(|| date_text.clone());
                        self.checked(path, *field, &date_text, fits)
                    }
                },
                Shape::Flag => item.is_set(*field).then_some((false, Node::Bool(true))),
                Shape::Rich => item
                    .rich(*field)
                    .map(|rich| (false, Node::text(write(rich)))),
                Shape::Lines | Shape::Words => {
                    let lines = item.lines(*field).map(|line| match shape {
                        Shape::Words => line.text.text().trim().to_owned(),
                        _ => write_inline(&line.text),
                    });
                    let lines: Vec<Node> = lines.map(Node::text).collect();
                    (!lines.is_empty()).then_some((false, Node::List(lines)))
                }
            };
            match node {
                Some((true, node)) => members.push((beside(*field), node)),
                Some((false, node)) => members.push((field.json(), node)),
                None => {}
            }
        }
        members
    }

    /// The valid form of a text in its field, or the text beside the field.
    fn checked(
        &mut self,
        path: &str,
        field: Field,
        original: &str,
        valid: Option<String>,
    ) -> Option<(bool, Node)> {
        if original.is_empty() {
            return None;
        }
        if let Some(valid) = valid {
            return Some((false, Node::text(valid)));
        }
        self.notes.push(Note {
            path: format!("{path}.{}", field.json()),
            what: What::Moved {
                to: format!("{path}.{}", beside(field)),
            },
        });
        Some((true, Node::text(original)))
    }
}

fn text(text: &str) -> Option<(bool, Node)> {
    (!text.is_empty()).then(|| (false, Node::text(text)))
}

/// The member in which text stands that its field cannot hold validly.
fn beside(field: Field) -> &'static str {
    match field {
        Field::Email => "emailText",
        Field::StartDate => "startDateText",
        Field::EndDate => "endDateText",
        Field::Date => "dateText",
        Field::ReleaseDate => "releaseDateText",
        _ => "urlText",
    }
}

/// The schema knows years up to 2999.
fn in_schema(date: crate::PartialDate) -> bool {
    date.year() < 3000
}

/// What reading start and end back would get wrong: a start without an end is
/// read as ongoing, and an end that is ongoing leaves no trace without a start.
fn ambiguous_end(item: ShownItem<'_>, kind: SectionKind) -> Option<bool> {
    shape_in(kind.fields(), Field::EndDate)?;
    let started = matches!(item.when(Field::StartDate), Some(When::Date(_)));
    match item.when(Field::EndDate) {
        None if started => Some(false),
        Some(When::Ongoing) if !started => Some(true),
        _ => None,
    }
}

/// All summaries as one text. Headings of further ones become paragraphs.
fn summary(shown: Shown<'_>) -> RichText {
    let mut whole = RichText::default();
    let sections = shown
        .sections()
        .filter(|section| section.kind() == SectionKind::Summary);
    for (i, section) in sections.enumerate() {
        if let Some(heading) = section.heading().filter(|_| i > 0) {
            let heading = Span {
                bold: true,
                ..Span::plain(heading.trim())
            };
            whole.0.push(Block::Paragraph(Inline(vec![heading])));
        }
        for item in section.items() {
            let rich = item.rich(Field::Summary).cloned();
            whole.0.extend(rich.unwrap_or_default().0);
        }
    }
    whole.normalised()
}

fn meta(shown: Shown<'_>) -> Node {
    let mut had_summary = false;
    let mut sections = Vec::new();
    for section in shown.sections() {
        if section.kind() == SectionKind::Summary && std::mem::replace(&mut had_summary, true) {
            continue;
        }
        let mut members = vec![("kind", Node::text(section.kind().json()))];
        if let Some(heading) = section.heading() {
            members.push(("heading", Node::text(heading.trim())));
        }
        members.push(("items", Node::Number(section.items().count())));
        sections.push(Node::Object(members));
    }
    let mut merit = vec![
        ("language", Node::text(shown.language().tag())),
        ("sections", Node::List(sections)),
    ];
    if shown.kind() == Kind::Letter {
        merit.push(("kind", Node::text(LETTER)));
    }
    let details = shown.details();
    let details: Members = details
        .map(|(field, value)| (field.json(), Node::text(value)))
        .collect();
    if !details.is_empty() {
        merit.push(("personal", Node::Object(details)));
    }
    Node::Object(vec![
        ("version", Node::text("v1.0.0")),
        ("merit", Node::Object(merit)),
    ])
}

//! Sentences to begin from: `examples/sv.txt` and `examples/en.txt`.
//!
//! They show how something can be said. What only the writer knows stands in square
//! brackets, and a hint tells of each bracket that is still there
//! ([`What::Placeholder`](crate::What::Placeholder)). An example goes into an empty
//! field and nowhere else.

use cv::{
    Block, Document, Edit, Field, Id, Inline, Line, Place as Order, RichText, SectionKind, Value,
};
use serde::{Deserialize, Serialize};

use crate::place::Place;
use crate::tongue::Tongue;

const SWEDISH: &str = include_str!("../examples/sv.txt");
const ENGLISH: &str = include_str!("../examples/en.txt");

/// What somebody might write in a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    pub kind: SectionKind,
    /// Of what occupation or matter it is.
    pub about: String,
    pub lines: Vec<String>,
}

/// All examples in a language, those of one section one after the other.
pub fn examples(tongue: Tongue) -> Vec<Example> {
    let text = match tongue {
        Tongue::Swedish => SWEDISH,
        Tongue::English => ENGLISH,
    };
    let mut all: Vec<Example> = Vec::new();
    let mut kind = None;
    for line in text.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            kind = SectionKind::from_json(name);
        } else if let (Some(about), Some(kind)) = (line.strip_prefix("# "), kind) {
            all.push(Example {
                kind,
                about: about.to_owned(),
                lines: Vec::new(),
            });
        } else if let (Some(line), Some(example)) = (line.strip_prefix("- "), all.last_mut()) {
            example.lines.push(line.to_owned());
        }
    }
    all
}

/// The field that examples of a section may go into.
fn field(kind: SectionKind) -> Option<Field> {
    match kind {
        SectionKind::Summary => Some(Field::Summary),
        SectionKind::Work | SectionKind::Projects | SectionKind::Volunteer => {
            Some(Field::Highlights)
        }
        _ => None,
    }
}

/// The empty fields of a document that an example of a section may go into.
pub fn rooms(document: &Document, kind: SectionKind) -> Vec<Place> {
    let Some(field) = field(kind) else {
        return Vec::new();
    };
    let sections = document.sections.iter();
    let sections = sections.filter(|section| section.kind == kind && !section.hidden);
    let items = sections.flat_map(|section| {
        let items = section.items.iter().filter(|item| !item.hidden);
        items.map(move |item| (section, item))
    });
    let empty = items.filter(|(_, item)| {
        let rich = item.rich(field).is_none_or(RichText::is_blank);
        rich && item.lines(field).iter().all(|line| line.text.is_blank())
    });
    empty
        .map(|(section, item)| Place::field(section.id, item.id, field))
        .collect()
}

/// The edit that puts an example into a field that [`rooms`] named. None if the field
/// is not one of these any more.
///
/// `ids` draws a fresh random id at each call.
pub fn inserting(
    document: &Document,
    room: Place,
    example: &Example,
    mut ids: impl FnMut() -> Id,
) -> Option<Edit> {
    if !rooms(document, example.kind).contains(&room) {
        return None;
    }
    let (item, field) = (room.item?, room.field?);
    if example.kind == SectionKind::Summary {
        let paragraphs = example.lines.iter().map(Inline::plain);
        let rich = RichText(paragraphs.map(Block::Paragraph).collect());
        return Some(Edit::SetField {
            item,
            field,
            value: Some(Value::Rich(rich)),
        });
    }
    // Blank lines that somebody was about to type in give way.
    let blank = document.item(item)?.lines(field).iter();
    let mut edits: Vec<Edit> = blank
        .map(|line| Edit::RemoveLine {
            item,
            field,
            line: line.id,
        })
        .collect();
    let mut place = Order::First;
    for text in &example.lines {
        let line = Line {
            id: ids(),
            text: Inline::plain(text),
        };
        let id = line.id;
        edits.push(Edit::AddLine {
            item,
            field,
            place,
            line,
        });
        place = Order::After(id);
    }
    Some(Edit::All(edits))
}

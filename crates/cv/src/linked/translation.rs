//! What of a CV in another language is not translated yet.
//!
//! A text counts as untranslated while it says what the source's says in another
//! language. Facts never count: names, dates, addresses, links and figures are the
//! same everywhere. A text that happens to be the same in both languages is one of
//! these once its owner has said so ([`crate::Origin::same`]).

use crate::document::{Document, Item, Value};
use crate::id::Id;
use crate::rich::Inline;
use crate::schema::{Field, SectionKind};

use super::words::says;
use super::{kind_of, linked_to};

/// How far the translation of a document has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translation {
    /// How many texts there are to translate.
    pub total: usize,
    /// The fields whose text is the source's, and how many texts in each: those of a
    /// list count one by one.
    pub fields: Vec<(Id, Field, usize)>,
    /// The sections whose own heading is the source's.
    pub headings: Vec<Id>,
}

impl Translation {
    /// How many texts are not translated.
    pub fn missing(&self) -> usize {
        let fields = self.fields.iter().map(|(_, _, texts)| texts);
        fields.sum::<usize>() + self.headings.len()
    }
}

/// Whether a field's text is another one in each language; `kind` is `None` in the
/// basics.
pub fn is_translated(kind: Option<SectionKind>, field: Field) -> bool {
    use SectionKind as K;
    match field {
        Field::Label
        | Field::Position
        | Field::Description
        | Field::StudyType
        | Field::Area
        | Field::Courses
        | Field::Title
        | Field::Summary
        | Field::Highlights
        | Field::Level
        | Field::Keywords
        | Field::Roles
        | Field::Type
        | Field::Language
        | Field::Fluency
        | Field::Reference
        | Field::Status
        | Field::Rank
        | Field::Subject
        | Field::Salutation
        | Field::Body
        | Field::Closing
        | Field::Enclosures => true,
        // A skill has a word in each language; an employer and a certificate a name.
        Field::Name => matches!(
            kind,
            Some(K::Skills | K::Interests | K::Courses | K::CustomEntries | K::CustomWords)
        ),
        // Where the licence is from.
        Field::Issuer => kind == Some(K::DrivingLicence),
        Field::Image
        | Field::Email
        | Field::Phone
        | Field::Url
        | Field::Address
        | Field::PostalCode
        | Field::City
        | Field::Region
        | Field::CountryCode
        | Field::Network
        | Field::Username
        | Field::Organization
        | Field::Institution
        | Field::Location
        | Field::Score
        | Field::Awarder
        | Field::Publisher
        | Field::StartDate
        | Field::EndDate
        | Field::Date
        | Field::ReleaseDate
        | Field::Entity
        | Field::Classes
        | Field::Number
        | Field::Event
        | Field::SameEmployer
        | Field::Recipient
        | Field::Signature => false,
    }
}

/// Counts what of a document is not translated of `source`, which origins call `id`.
/// Between two documents in one language nothing is.
pub fn translation(document: &Document, source: &Document, id: Id) -> Translation {
    let mut translation = Translation::default();
    if document.language == source.language {
        return translation;
    }
    for (item, origin) in linked_to(document, id) {
        let Some(there) = source.item(origin.item) else {
            continue;
        };
        let kind = kind_of(document, item.id);
        for (field, value) in &item.fields {
            if !is_translated(kind, *field) || origin.same.contains(field) {
                continue;
            }
            let (texts, missing) = texts(*field, value, there);
            translation.total += texts;
            if missing > 0 {
                translation.fields.push((item.id, *field, missing));
            }
        }
    }
    // A section of a variant has the id of the one that it was made from.
    for section in &document.sections {
        let (Some(heading), Some(other)) = (&section.heading, source.section(section.id)) else {
            continue;
        };
        if has_words(heading) && other.kind == section.kind {
            translation.total += 1;
            if other.heading.as_ref() == Some(heading) {
                translation.headings.push(section.id);
            }
        }
    }
    translation
}

/// How many texts a value has, and how many of them are the source's.
fn texts(field: Field, value: &Value, there: &Item) -> (usize, usize) {
    let other = there.fields.get(&field);
    match (value, other) {
        // Words are mostly names of things: as long as one of them is another, somebody
        // has gone through them.
        (Value::Lines(lines), Some(Value::Lines(others))) if !is_words(field) => {
            let text = |inline: &Inline| inline.normalised().text();
            let lines: Vec<String> = lines.iter().map(|line| text(&line.text)).collect();
            let others: Vec<String> = others.iter().map(|line| text(&line.text)).collect();
            let lines = lines.iter().filter(|line| has_words(line));
            let missing = lines.clone().filter(|line| others.contains(line));
            (lines.count(), missing.count())
        }
        (value, other) => {
            let said = says(value);
            match has_words(&said) {
                true => (
                    1,
                    usize::from(other.is_some_and(|other| says(other) == said)),
                ),
                false => (0, 0),
            }
        }
    }
}

fn is_words(field: Field) -> bool {
    matches!(field, Field::Keywords | Field::Roles | Field::Courses)
}

/// Whether there is anything to translate: `C1` and `2019` are the same everywhere.
fn has_words(text: &str) -> bool {
    text.chars().any(|c| c.is_alphabetic() && !c.is_uppercase())
}

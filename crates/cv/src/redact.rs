//! A document with nothing in it that others do not see.
//!
//! [`Shown`] hides what its owner hid, but borrows a document in which it still
//! stands. [`redacted`] makes the value that may leave: a published version, and
//! what its page, PDF and JSON are made from. It is built from [`Shown`] and
//! copies nothing else, so that what is added to a document later stays at home
//! until somebody decides otherwise. Ids count up from 1, because a random one
//! would tie two versions to one person, and a gap would tell of what is hidden.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::document::{Document, Fields, Item, Line, PersonalField, Section, Template, Value};
use crate::format::FORMAT;
use crate::id::Id;
use crate::photo::{Photo, PhotoFile};
use crate::schema::{self, Field, Shape};
use crate::shown::{Shown, ShownItem, ShownSection};

/// Which of the basics others do not see, and which personal details they do.
/// Who hides the picture's address hides the photo with it.
///
/// Written as a list of the names of hidden fields. Of personal details nothing is
/// written: whoever publishes some keeps them apart, and so knows which they are.
///
/// There is no empty default on purpose: whoever makes one says what it hides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Field>", into = "Vec<Field>")]
pub struct Redaction {
    hidden: BTreeSet<Field>,
    details: BTreeSet<PersonalField>,
}

/// The field is not one that can be hidden alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} cannot be hidden", .0.json())]
pub struct NotHideable(pub Field);

impl Redaction {
    /// Hides nothing that a document holds. Personal details stay at home all the
    /// same: those are shown one by one.
    pub fn none() -> Redaction {
        Redaction {
            hidden: BTreeSet::new(),
            details: BTreeSet::new(),
        }
    }

    /// What stays hidden until its owner shows it: where a person can be called
    /// and found at home.
    pub fn usual() -> Redaction {
        Redaction {
            hidden: [Field::Phone, Field::Address, Field::PostalCode].into(),
            details: BTreeSet::new(),
        }
    }

    /// All fields that can be hidden: the basics, but for the name. In the order
    /// in which a form asks for them.
    pub fn fields() -> impl Iterator<Item = Field> {
        let fields = schema::BASICS.iter().map(|(field, _)| *field);
        fields.filter(|field| *field != Field::Name)
    }

    pub fn hides(&self, field: Field) -> bool {
        self.hidden.contains(&field)
    }

    /// What it hides, each field once.
    pub fn hidden(&self) -> impl Iterator<Item = Field> {
        self.hidden.iter().copied()
    }

    pub fn shows_detail(&self, field: PersonalField) -> bool {
        self.details.contains(&field)
    }

    /// The same with all personal details at home.
    #[must_use]
    pub fn without_details(mut self) -> Redaction {
        self.details.clear();
        self
    }

    pub fn show_detail(&mut self, field: PersonalField) {
        self.details.insert(field);
    }

    /// # Errors
    /// When the field is not one of [`Redaction::fields`].
    pub fn hide(&mut self, field: Field) -> Result<(), NotHideable> {
        if !Redaction::fields().any(|known| known == field) {
            return Err(NotHideable(field));
        }
        self.hidden.insert(field);
        Ok(())
    }

    pub fn show(&mut self, field: Field) {
        self.hidden.remove(&field);
    }
}

impl TryFrom<Vec<Field>> for Redaction {
    type Error = NotHideable;

    fn try_from(fields: Vec<Field>) -> Result<Redaction, NotHideable> {
        let mut redaction = Redaction::none();
        fields
            .into_iter()
            .try_for_each(|field| redaction.hide(field))?;
        Ok(redaction)
    }
}

impl From<Redaction> for Vec<Field> {
    fn from(redaction: Redaction) -> Vec<Field> {
        redaction.hidden.into_iter().collect()
    }
}

/// The document that others see: no hidden or blank sections, items, fields and
/// lines, no references to personal details, no origins, ids in reading order.
pub fn redacted(document: &Document, redaction: &Redaction) -> Document {
    let shown: Shown<'_> = document.shown();
    let mut ids = Ids(0);
    let mut basics = Item::new(Id::BASICS);
    basics.fields = ids.fields(shown.basics(), schema::BASICS);
    basics.fields.retain(|field, _| !redaction.hides(*field));
    let template = shown.template();
    Document {
        format: FORMAT,
        kind: document.kind,
        language: shown.language(),
        paper: shown.paper(),
        template: Template {
            name: template.name.clone(),
            layout: template.layout.clone(),
            breaks: None,
        },
        design: shown.design().clone(),
        photo: photo(shown, redaction),
        basics,
        sections: shown.sections().map(|s| ids.section(s)).collect(),
        personal: None,
    }
}

/// The photo under a name that says nothing: whoever publishes keeps its bytes
/// with what is published.
fn photo(shown: Shown<'_>, redaction: &Redaction) -> Option<Photo> {
    let photo = shown.photo().filter(|_| !redaction.hides(Field::Image))?;
    Some(Photo {
        file: PhotoFile::PUBLISHED,
        ..photo
    })
}

/// Counts ids while copying what is shown.
struct Ids(u64);

impl Ids {
    fn next(&mut self) -> Id {
        self.0 += 1;
        Id(self.0)
    }

    fn section(&mut self, section: ShownSection<'_>) -> Section {
        let kind = section.kind();
        Section {
            id: self.next(),
            kind,
            heading: section.heading().map(|h| h.trim().to_owned()),
            hidden: false,
            paging: section.paging(),
            column: section.column(),
            items: section
                .items()
                .map(|item| {
                    let mut copy = Item::new(self.next());
                    copy.paging = item.paging();
                    copy.fields = self.fields(item, kind.fields());
                    copy
                })
                .collect(),
        }
    }

    /// The fields of an item in the order of the schema, which is that of
    /// reading; what the schema has no place for is left out.
    fn fields(&mut self, item: ShownItem<'_>, specs: &[(Field, Shape)]) -> Fields {
        let mut fields = Fields::new();
        for (field, shape) in specs {
            let value = match shape {
                Shape::Flag => item
                    .is_set(*field)
                    .then(|| Value::Text(schema::SET.to_owned())),
                Shape::Text | Shape::Email | Shape::Phone | Shape::Url | Shape::Country => {
                    Some(Value::Text(item.text(*field).to_owned()))
                }
                Shape::Rich => item.rich(*field).cloned().map(Value::Rich),
                Shape::Date | Shape::End => item.when(*field).cloned().map(Value::When),
                Shape::Lines | Shape::Words => {
                    let lines = item.lines(*field).map(|line| Line {
                        id: self.next(),
                        text: line.text.clone(),
                    });
                    Some(Value::Lines(lines.collect()))
                }
            };
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                fields.insert(*field, value);
            }
        }
        fields
    }
}

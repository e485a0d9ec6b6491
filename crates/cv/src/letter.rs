//! The cover letter: a document of its own kind, with one section of one item.
//!
//! Its sender is the basics, as in a CV, so that the two look as one. A letter that
//! was written for a CV says so where everything that was copied says it: its
//! basics have that CV as their origin. Nothing else ties the two, and a letter
//! whose CV is gone is whole.

use std::collections::BTreeSet;

use crate::date::{PartialDate, When};
use crate::design::Design;
use crate::document::{Document, Item, Kind, Origin, Paper, Section, Template, Value};
use crate::format::FORMAT;
use crate::id::Id;
use crate::import::import;
use crate::language::Language;
use crate::linked::revision;
use crate::schema::{Field, SectionKind, Shape};

/// The fields of a letter, in the order in which it is read. Who signs is the
/// sender, unless somebody else is written.
pub(crate) const FIELDS: &[(Field, Shape)] = &[
    (Field::Organization, Shape::Text),
    (Field::Recipient, Shape::Text),
    (Field::Address, Shape::Words),
    (Field::Location, Shape::Text),
    (Field::Date, Shape::Date),
    (Field::Subject, Shape::Text),
    (Field::Salutation, Shape::Text),
    (Field::Body, Shape::Rich),
    (Field::Closing, Shape::Text),
    (Field::Signature, Shape::Text),
    (Field::Enclosures, Shape::Words),
];

impl Document {
    /// A letter in which nothing is written but its day. `ids` draws a fresh random
    /// id at each call; `template` comes from `typeset`, `today` from whoever has a
    /// clock.
    pub fn letter(
        language: Language,
        template: Template,
        today: Option<PartialDate>,
        mut ids: impl FnMut() -> Id,
    ) -> Document {
        let mut letter = Document {
            format: FORMAT,
            kind: Kind::Letter,
            language,
            paper: Paper::A4,
            template,
            design: Design::default(),
            photo: None,
            basics: Item::new(Id::BASICS),
            sections: Vec::new(),
            personal: None,
        };
        letter.complete_letter(&mut ids);
        if let (Some(today), Some(item)) = (today, letter.letter_item_mut()) {
            item.fields
                .insert(Field::Date, Value::When(When::Date(today)));
        }
        letter
    }

    pub fn is_letter(&self) -> bool {
        self.kind == Kind::Letter
    }

    /// What the letter says, if it is one.
    pub fn letter_item(&self) -> Option<&Item> {
        let mut sections = self.sections.iter();
        sections
            .find(|section| section.kind == SectionKind::Letter)
            .and_then(|section| section.items.first())
    }

    fn letter_item_mut(&mut self) -> Option<&mut Item> {
        let mut sections = self.sections.iter_mut();
        sections
            .find(|section| section.kind == SectionKind::Letter)
            .and_then(|section| section.items.first_mut())
    }

    /// Leaves a letter its own section and those that say something, and gives it
    /// the item that its form needs.
    pub(crate) fn complete_letter(&mut self, ids: &mut dyn FnMut() -> Id) {
        let says = |item: &Item| !item.fields.is_empty();
        self.sections.retain(|section| {
            section.kind == SectionKind::Letter || section.items.iter().any(says)
        });
        let is_letter = |section: &Section| section.kind == SectionKind::Letter;
        if !self.sections.iter().any(is_letter) {
            let section = Section::new(ids(), SectionKind::Letter);
            self.sections.insert(0, section);
        }
        if let Some(section) = self.sections.iter_mut().find(|s| is_letter(s))
            && section.items.is_empty()
        {
            section.items.push(Item::new(ids()));
        }
    }

    /// What tells it from others of the same person: the profession; of a letter to
    /// whom it is, or else its subject. May be empty.
    pub fn about(&self) -> &str {
        let Some(item) = self.letter_item().filter(|_| self.is_letter()) else {
            return self.basics.text(Field::Label).trim();
        };
        let fields = [Field::Organization, Field::Recipient, Field::Subject];
        let mut texts = fields.map(|field| item.text(field).trim()).into_iter();
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The document from which the basics were copied: a letter's CV, by the id
    /// under which whoever keeps drafts knows it.
    pub fn companion(&self) -> Option<Id> {
        let origin = self.basics.origin.as_ref();
        origin
            .filter(|_| self.is_letter())
            .map(|origin| origin.document)
    }
}

/// A letter to go with a CV: with its sender, its language and its looks, without
/// its photo. `known_as` is the id under which the CV is kept.
pub fn letter_of(
    cv: &Document,
    known_as: Id,
    today: Option<PartialDate>,
    ids: impl FnMut() -> Id,
) -> Document {
    let template = Template {
        breaks: None,
        ..cv.template.clone()
    };
    let letter = Document::letter(cv.language, template, today, ids);
    Document {
        paper: cv.paper,
        design: cv.design.clone(),
        basics: Item {
            origin: Some(Origin {
                document: known_as,
                item: Id::BASICS,
                revision: revision(&cv.basics.fields),
                seen: cv.basics.fields.clone(),
                same: BTreeSet::new(),
            }),
            ..cv.basics.clone()
        },
        ..letter
    }
}

/// An example of a letter, one page when typeset, of a person who does not exist:
/// the one of [`crate::example`]. In Swedish, or in English for every other language.
pub fn example_letter(language: Language, template: Template, ids: impl FnMut() -> Id) -> Document {
    let file = match language {
        Language::Swedish => include_str!("../examples/letter-sv.json"),
        _ => include_str!("../examples/letter-en.json"),
    };
    let imported = import(file, language, template, ids);
    imported.expect("the examples are tested").document
}

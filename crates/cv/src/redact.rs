//! A document with nothing in it that others do not see.
//!
//! [`Shown`] hides what its owner hid, but borrows a document in which it still
//! stands. [`redacted`] makes the value that may leave: a published version, and
//! what its page, PDF and JSON are made from. It is built from [`Shown`] and
//! copies nothing else, so that what is added to a document later stays at home
//! until somebody decides otherwise. Ids count up from 1, because a random one
//! would tie two versions to one person, and a gap would tell of what is hidden.
//! Only for its owner's eyes there is a copy with the ids as they are ([`seen`]).

use crate::date::When;
use crate::document::{Document, Fields, Item, Line, Section, Template, Value};
use crate::format::FORMAT;
use crate::id::Id;
use crate::photo::{Photo, PhotoFile};
use crate::schema::{self, Field, SectionKind, Shape};
use crate::shown::{Shown, ShownItem, ShownSection, is_nothing};

pub(crate) mod contacts;
mod naming;
mod redaction;
mod scrub;
mod unseen;

pub use redaction::{NotHideable, Redaction};
use scrub::Scrub;
pub use unseen::{Unseen, unseen};

/// The document that others see: no hidden or blank sections, items, fields and
/// lines, no references to personal details, no origins, ids in reading order.
pub fn redacted(document: &Document, redaction: &Redaction) -> Document {
    let mut copy = seen(document, redaction);
    count(&mut copy);
    copy
}

/// The same with the ids of the original, so that what a line of it was made from can
/// be found. For its owner's eyes, and never part of an output.
pub fn seen(document: &Document, redaction: &Redaction) -> Document {
    let copy = copied(document, redaction, Scrub::new(document, redaction));
    // Another word in the place of a name may be longer than that.
    if redaction.is_anonymous() && copy.check().is_err() {
        let scrub = Scrub::new(document, redaction).shorter();
        return copied(document, redaction, scrub);
    }
    copy
}

fn copied(document: &Document, redaction: &Redaction, scrub: Scrub<'_>) -> Document {
    let shown: Shown<'_> = document.shown();
    let copying = Copying { redaction, scrub };
    let mut basics = Item::new(Id::BASICS);
    basics.fields = copying.fields(shown.basics(), schema::BASICS, false);
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
        sections: shown
            .sections()
            .filter_map(|section| copying.section(section))
            .collect(),
        personal: None,
    }
}

/// Gives all that has an id the next number, in reading order.
fn count(document: &mut Document) {
    let mut last = 0;
    let mut next = || {
        last += 1;
        Id(last)
    };
    for section in &mut document.sections {
        section.id = next();
        for item in &mut section.items {
            item.id = next();
            for (field, _) in section.kind.fields() {
                if let Some(Value::Lines(lines)) = item.fields.get_mut(field) {
                    lines.iter_mut().for_each(|line| line.id = next());
                }
            }
        }
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

/// Copies what is shown and not hidden.
struct Copying<'a> {
    redaction: &'a Redaction,
    scrub: Scrub<'a>,
}

impl Copying<'_> {
    /// A section that something is left of.
    fn section(&self, section: ShownSection<'_>) -> Option<Section> {
        let kind = section.kind();
        // Accounts elsewhere name whom they belong to.
        let naming = self.redaction.is_anonymous() && kind == SectionKind::Profiles;
        if naming || self.redaction.hides_place(section.id()) {
            return None;
        }
        let reference = kind == SectionKind::References;
        let items = section
            .items()
            .filter(|item| !self.redaction.hides_place(item.id()))
            .map(|item| {
                let mut copy = Item::new(item.id());
                copy.paging = item.paging();
                copy.fields = self.fields(item, kind.fields(), reference);
                copy
            })
            .filter(|item| !is_nothing(&item.fields));
        let items: Vec<Item> = items.collect();
        let heading = section.heading();
        (!items.is_empty()).then(|| Section {
            id: section.id(),
            kind,
            heading: heading
                .map(|heading| self.scrub.text(heading.trim(), false))
                .filter(|heading| !heading.is_empty()),
            hidden: false,
            paging: section.paging(),
            column: section.column(),
            items,
        })
    }

    /// The fields of an item; what the schema has no place for is left out.
    fn fields(&self, item: ShownItem<'_>, specs: &[(Field, Shape)], reference: bool) -> Fields {
        let mut fields = Fields::new();
        for (field, shape) in specs {
            let value = match shape {
                Shape::Flag => item
                    .is_set(*field)
                    .then(|| Value::Text(schema::SET.to_owned())),
                Shape::Text => Some(Value::Text(self.text(item, *field, reference))),
                Shape::Url => self.scrub.link(item.text(*field)).map(Value::Text),
                Shape::Email | Shape::Phone | Shape::Country => {
                    Some(Value::Text(item.text(*field).to_owned()))
                }
                Shape::Rich => item
                    .rich(*field)
                    .map(|rich| Value::Rich(self.scrub.rich(rich, reference))),
                Shape::Date | Shape::End => item
                    .when(*field)
                    .map(|when| match when {
                        When::Odd(text) => When::Odd(self.scrub.text(text, reference)),
                        when => when.clone(),
                    })
                    .map(Value::When),
                Shape::Lines | Shape::Words => {
                    let lines = item.lines(*field).map(|line| Line {
                        id: line.id,
                        text: self.scrub.inline(&line.text, reference),
                    });
                    let left = lines.filter(|line| !line.text.is_blank());
                    Some(Value::Lines(left.collect()))
                }
            };
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                fields.insert(*field, value);
            }
        }
        fields
    }

    /// A text of one line. In the place of a hidden name stands another word.
    fn text(&self, item: ShownItem<'_>, field: Field, reference: bool) -> String {
        let text = item.text(field);
        let is_name = item.id() == Id::BASICS && field == Field::Name && !text.is_empty();
        match self.scrub.stand_in().filter(|_| is_name) {
            Some(stand_in) => stand_in.to_owned(),
            None => self.scrub.text(text, reference),
        }
    }
}

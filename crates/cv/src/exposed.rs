//! What somebody may want to think about before they publish: personal details,
//! contact data of other people, a personal number.
//!
//! [`exposed`] looks at what a redaction leaves, as others would see it, and says
//! places and kinds; sentences are for who shows them. Contact data that the redaction
//! hides is told of as well, because its owner may ask for it and then be shown it.

use crate::date::When;
use crate::details::Details;
use crate::document::{Document, Item, PersonalField, Value};
use crate::id::Id;
use crate::redact::contacts::{self, Kind};
use crate::redact::{Redaction, seen};
use crate::rich::{Inline, RichText};
use crate::schema::{self, Field, SectionKind, Shape, shape_in};
use crate::sensitive;

/// What others would see that its owner should know of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exposure {
    /// A personal detail, as its owner has chosen.
    Detail(PersonalField),
    /// The owner's own telephone number or street address. An e-mail address is what a
    /// CV is answered by.
    Contact(Field),
    /// An e-mail address that is not the owner's. Shown, or hidden until the owner
    /// confirms that it may be.
    OthersEmail { hidden: bool },
    /// The same of a telephone number.
    OthersPhone { hidden: bool },
    /// A Swedish personal number or coordination number, in full.
    PersonalNumber,
}

/// Something of it, and where. Ids are those of the document that was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exposed {
    pub what: Exposure,
    /// The section of the item; without one it is the basics, or a detail.
    pub section: Option<Id>,
    pub item: Id,
    /// Without one it is the section's heading, or a detail.
    pub field: Option<Field>,
}

/// All of it, the owner's own first, then in reading order; each once for a field.
pub fn exposed(document: &Document, details: &Details, redaction: &Redaction) -> Vec<Exposed> {
    // With what is hidden of others, so that it can be told of.
    let mut open = redaction.clone();
    open.set_shows_contacts(true);
    let copy = seen(document, &open);
    let mut finder = Finder {
        document,
        hidden: !redaction.shows_contacts(),
        found: Vec::new(),
    };
    for (field, _) in details.iter().filter(|(f, _)| redaction.shows_detail(*f)) {
        finder.add(Exposure::Detail(field), None, Id::BASICS, None);
    }
    for field in [Field::Phone, Field::Address] {
        if !copy.basics.text(field).trim().is_empty() {
            finder.add(Exposure::Contact(field), None, Id::BASICS, Some(field));
        }
    }
    finder.item(None, &copy.basics, schema::BASICS, false);
    for section in &copy.sections {
        let reference = section.kind == SectionKind::References;
        if let Some(heading) = &section.heading {
            finder.text(heading, Some(section.id), section.id, None, reference);
        }
        for item in &section.items {
            finder.item(Some(section.id), item, section.kind.fields(), reference);
        }
    }
    finder.found
}

struct Finder<'a> {
    document: &'a Document,
    hidden: bool,
    found: Vec<Exposed>,
}

impl Finder<'_> {
    fn item(&mut self, section: Option<Id>, item: &Item, specs: &[(Field, Shape)], refer: bool) {
        for (field, value) in &item.fields {
            let own = section.is_none() && matches!(field, Field::Phone | Field::Email);
            let shape = shape_in(specs, *field);
            let mut look = |text: &str| {
                self.text(text, section, item.id, Some(*field), refer);
            };
            match value {
                Value::Text(_) if own => {}
                // An address of the web has figures that call nobody.
                Value::Text(text) if shape == Some(Shape::Url) => look(mail_of(text)),
                Value::Text(text) | Value::When(When::Odd(text)) => look(text),
                Value::When(_) => {}
                Value::Rich(rich) => {
                    look(&rich.text());
                    links(rich).for_each(|link| look(mail_of(link)));
                }
                Value::Lines(lines) => {
                    for line in lines {
                        look(&line.text.text());
                        links_in(&line.text).for_each(|link| look(mail_of(link)));
                    }
                }
            }
        }
    }

    fn text(
        &mut self,
        text: &str,
        section: Option<Id>,
        item: Id,
        field: Option<Field>,
        reference: bool,
    ) {
        if sensitive::numbers(text).next().is_some() {
            self.add(Exposure::PersonalNumber, section, item, field);
        }
        let hidden = self.hidden;
        for (range, kind) in contacts::find(text, reference) {
            let what = match kind {
                Kind::Email => Exposure::OthersEmail { hidden },
                Kind::Phone => Exposure::OthersPhone { hidden },
            };
            if !self.is_own(&text[range], kind) {
                self.add(what, section, item, field);
            }
        }
    }

    fn is_own(&self, found: &str, kind: Kind) -> bool {
        let own = |field| self.document.basics.text(field).trim();
        match kind {
            Kind::Email => found.to_lowercase() == own(Field::Email).to_lowercase(),
            Kind::Phone => contacts::same_phone(found, own(Field::Phone)),
        }
    }

    fn add(&mut self, what: Exposure, section: Option<Id>, item: Id, field: Option<Field>) {
        let one = Exposed {
            what,
            section,
            item,
            field,
        };
        if !self.found.contains(&one) {
            self.found.push(one);
        }
    }
}

/// What of a link is to be looked at: to write to somebody or to call them.
fn mail_of(link: &str) -> &str {
    let called = link.starts_with("tel:") || link.starts_with("mailto:");
    if called { link } else { "" }
}

fn links(rich: &RichText) -> impl Iterator<Item = &str> {
    rich.inlines().flat_map(links_in)
}

fn links_in(inline: &Inline) -> impl Iterator<Item = &str> {
    inline.0.iter().filter_map(|span| span.link.as_deref())
}

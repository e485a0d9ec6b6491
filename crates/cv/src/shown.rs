//! What others may see of a document.
//!
//! [`Shown`] is the one redacted value: pages, PDF, JSON and text are made
//! from it and from nothing else, so what is hidden is hidden everywhere.
//! It borrows, because it is taken anew at every keystroke. Personal details are
//! not in a document: they are part of this only where they were brought.

use crate::date::When;
use crate::design::{Column, Design, Paging};
use crate::details::Details;
use crate::document::{
    Document, Fields, Item, Kind, Line, Paper, PersonalField, Section, Template, Value,
};
use crate::id::Id;
use crate::language::Language;
use crate::photo::Photo;
use crate::rich::{RichText, is_blank};
use crate::schema::{Field, SET, SectionKind};

#[derive(Clone, Copy)]
pub struct Shown<'a> {
    document: &'a Document,
    details: Option<&'a Details>,
}

impl<'a> Shown<'a> {
    pub(crate) fn new(document: &'a Document) -> Shown<'a> {
        Shown {
            document,
            details: None,
        }
    }

    /// The same with personal details.
    pub fn with(self, details: &'a Details) -> Shown<'a> {
        Shown {
            details: Some(details),
            ..self
        }
    }

    /// The personal details that were brought, none of them blank.
    pub fn details(self) -> impl Iterator<Item = (PersonalField, &'a str)> {
        self.details.into_iter().flat_map(Details::iter)
    }

    pub fn kind(self) -> Kind {
        self.document.kind
    }

    pub fn language(self) -> Language {
        self.document.language
    }

    pub fn paper(self) -> Paper {
        self.document.paper
    }

    pub fn template(self) -> &'a Template {
        &self.document.template
    }

    pub fn design(self) -> &'a Design {
        &self.document.design
    }

    /// The photo, if there is one that is not hidden.
    pub fn photo(self) -> Option<Photo> {
        self.document.photo.filter(|photo| !photo.hidden)
    }

    pub fn basics(self) -> ShownItem<'a> {
        ShownItem {
            item: &self.document.basics,
            design: &self.document.design,
        }
    }

    /// Sections that are not hidden and have something to show.
    pub fn sections(self) -> impl Iterator<Item = ShownSection<'a>> {
        self.document
            .sections
            .iter()
            .filter(|s| !s.hidden)
            .map(move |section| ShownSection {
                section,
                design: self.design(),
            })
            .filter(|s| s.items().next().is_some())
    }

    /// All shown items of a kind, from whichever section.
    pub fn items_of(self, kind: SectionKind) -> impl Iterator<Item = ShownItem<'a>> {
        self.sections()
            .filter(move |s| s.kind() == kind)
            .flat_map(|s| s.items())
    }
}

#[derive(Clone, Copy)]
pub struct ShownSection<'a> {
    section: &'a Section,
    design: &'a Design,
}

impl<'a> ShownSection<'a> {
    /// For the editor to find the place of a line; never part of an output.
    pub fn id(self) -> Id {
        self.section.id
    }

    pub fn kind(self) -> SectionKind {
        self.section.kind
    }

    pub fn paging(self) -> Paging {
        self.section.paging
    }

    pub fn column(self) -> Option<Column> {
        self.section.column
    }

    /// The owner's own heading, if there is one that is not blank.
    pub fn heading(self) -> Option<&'a str> {
        self.section.heading.as_deref().filter(|h| !is_blank(h))
    }

    /// Items that are not hidden and hold something other than white space.
    pub fn items(self) -> impl Iterator<Item = ShownItem<'a>> {
        self.section
            .items
            .iter()
            .filter(|i| !i.hidden)
            .map(move |item| ShownItem {
                item,
                design: self.design,
            })
            .filter(|i| !i.is_blank())
    }
}

#[derive(Clone, Copy)]
pub struct ShownItem<'a> {
    item: &'a Item,
    design: &'a Design,
}

impl<'a> ShownItem<'a> {
    /// For the editor to find the place of a line; never part of an output.
    pub fn id(self) -> Id {
        self.item.id
    }

    pub fn paging(self) -> Paging {
        self.item.paging
    }

    /// What the document's owner chose of looks: how a date is written goes with
    /// the date.
    pub fn design(self) -> &'a Design {
        self.design
    }

    /// The text of a field without the white space around it.
    pub fn text(self, field: Field) -> &'a str {
        let text = self.item.text(field).trim();
        if is_blank(text) { "" } else { text }
    }

    /// Whether a flag is set.
    pub fn is_set(self, field: Field) -> bool {
        self.item.text(field) == SET
    }

    pub fn when(self, field: Field) -> Option<&'a When> {
        self.item.when(field)
    }

    pub fn rich(self, field: Field) -> Option<&'a RichText> {
        self.item.rich(field).filter(|rich| !rich.is_blank())
    }

    /// The lines of a list that are not blank.
    pub fn lines(self, field: Field) -> impl Iterator<Item = &'a Line> {
        self.item
            .lines(field)
            .iter()
            .filter(|line| !line.text.is_blank())
    }

    fn is_blank(self) -> bool {
        is_nothing(&self.item.fields)
    }
}

/// Whether fields hold nothing that can be seen.
pub(crate) fn is_nothing(fields: &Fields) -> bool {
    // A flag says how something is set, and nothing by itself.
    let mut values = fields
        .iter()
        .filter(|(field, _)| **field != Field::SameEmployer);
    values.all(|(_, value)| match value {
        Value::Text(text) => is_blank(text),
        Value::When(When::Odd(text)) => is_blank(text),
        Value::When(_) => false,
        Value::Rich(rich) => rich.is_blank(),
        Value::Lines(lines) => lines.iter().all(|line| line.text.is_blank()),
    })
}

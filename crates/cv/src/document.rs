//! The document's data: one serde structure with stable ids.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::date::When;
use crate::design::{Column, Design, Paging, is_false};
use crate::id::Id;
use crate::language::Language;
use crate::photo::Photo;
use crate::rich::{Inline, RichText};
use crate::schema::{Field, SectionKind};

/// A whole document. Its own file form is this structure as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// [`crate::format::FORMAT`] when written; older ones are migrated on load.
    pub format: u32,
    pub kind: Kind,
    pub language: Language,
    pub paper: Paper,
    pub template: Template,
    #[serde(default, skip_serializing_if = "Design::is_usual")]
    pub design: Design,
    /// By reference only: see [`crate::photo`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<Photo>,
    pub basics: Item,
    pub sections: Vec<Section>,
    /// Apart from everything else, and by reference only: see [`Personal`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub personal: Option<Personal>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Everything a person has done, from which CVs take linked copies.
    Profile,
    Cv,
    Letter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    A4,
    Letter,
}

/// Which template sets the document, in which version of the layout.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// The template's name in lower case: `linne`.
    pub name: String,
    /// Template revision, fonts, hyphenation and engine generation, as
    /// `typeset` writes them. Opaque here.
    pub layout: String,
    /// Where the lines and pages broke when the owner last looked, as a
    /// fingerprint. A newer engine that would break elsewhere asks first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breaks: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    pub id: Id,
    pub kind: SectionKind,
    /// The owner's own heading; without one the language's word for the kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub hidden: bool,
    #[serde(default, skip_serializing_if = "Paging::is_usual")]
    pub paging: Paging,
    /// Where it stands in a template of two columns, if its owner chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<Column>,
    pub items: Vec<Item>,
}

impl Section {
    /// Without items, and as a template has it.
    pub fn new(id: Id, kind: SectionKind) -> Section {
        Section {
            id,
            kind,
            heading: None,
            hidden: false,
            paging: Paging::default(),
            column: None,
            items: Vec::new(),
        }
    }
}

/// A job, a degree, a skill: an entry of a section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub id: Id,
    #[serde(default, skip_serializing_if = "is_false")]
    pub hidden: bool,
    #[serde(default, skip_serializing_if = "Paging::is_usual")]
    pub paging: Paging,
    /// Where this item was copied from, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    pub fields: Fields,
}

/// The fields of an item. One that is not there is empty; which may be there,
/// and in which shape, says [`crate::schema`].
pub type Fields = BTreeMap<Field, Value>;

impl Item {
    pub fn new(id: Id) -> Item {
        Item {
            id,
            hidden: false,
            paging: Paging::default(),
            origin: None,
            fields: Fields::new(),
        }
    }

    /// The text of a field, empty if it has none or is of another shape.
    pub fn text(&self, field: Field) -> &str {
        match self.fields.get(&field) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    pub fn when(&self, field: Field) -> Option<&When> {
        match self.fields.get(&field) {
            Some(Value::When(when)) => Some(when),
            _ => None,
        }
    }

    pub fn rich(&self, field: Field) -> Option<&RichText> {
        match self.fields.get(&field) {
            Some(Value::Rich(rich)) => Some(rich),
            _ => None,
        }
    }

    pub fn lines(&self, field: Field) -> &[Line] {
        match self.fields.get(&field) {
            Some(Value::Lines(lines)) => lines,
            _ => &[],
        }
    }
}

/// The item that an item is a linked copy of; what is done with it, says
/// [`crate::linked`].
///
/// The revision tells that something was changed there, and what was seen tells
/// what: without it a telephone number that is new would have to be offered together
/// with everything that is worded otherwise here on purpose, and who translates could
/// not see what the text said before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// The document by the number that the browser's drafts have.
    pub document: Id,
    pub item: Id,
    /// A hash of what the item said when its owner last looked
    /// ([`crate::linked::revision`]).
    pub revision: u64,
    /// What it said then, word for word. It may be left out, where a document would
    /// be too large: then the item is compared as a whole.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub seen: Fields,
    /// Texts that are the same in both languages, as their owner has said.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub same: BTreeSet<Field>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    Text(String),
    When(When),
    Rich(RichText),
    Lines(Vec<Line>),
}

impl Value {
    /// An empty value is the same as none, and is never stored. A list is
    /// never empty in this sense while it has a line, were it a blank one: the
    /// owner may be about to type there.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Text(text) => text.is_empty(),
            Value::When(When::Odd(text)) => text.is_empty(),
            Value::When(_) => false,
            Value::Rich(rich) => rich.is_empty(),
            Value::Lines(lines) => lines.is_empty(),
        }
    }
}

/// One entry of a list: a highlight, a course, a keyword.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub id: Id,
    pub text: Inline,
}

/// The personal details, by reference.
///
/// Their values never stand in a document, an edit or a journal, only the id
/// under which a store apart (`privacy::PersonalValues`) holds each: who
/// withdraws consent has that store emptied, and with it every past copy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Personal {
    pub references: BTreeMap<PersonalField, Id>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonalField {
    Nationality,
    Gender,
    BirthDate,
    BirthPlace,
    CivilStatus,
    Salary,
}

impl PersonalField {
    pub const ALL: [PersonalField; 6] = [
        PersonalField::Nationality,
        PersonalField::Gender,
        PersonalField::BirthDate,
        PersonalField::BirthPlace,
        PersonalField::CivilStatus,
        PersonalField::Salary,
    ];

    /// The name in the document's own form.
    pub const fn json(self) -> &'static str {
        match self {
            PersonalField::Nationality => "nationality",
            PersonalField::Gender => "gender",
            PersonalField::BirthDate => "birth_date",
            PersonalField::BirthPlace => "birth_place",
            PersonalField::CivilStatus => "civil_status",
            PersonalField::Salary => "salary",
        }
    }

    pub fn from_json(name: &str) -> Option<PersonalField> {
        PersonalField::ALL
            .into_iter()
            .find(|field| field.json() == name)
    }
}

impl Document {
    pub fn section(&self, id: Id) -> Option<&Section> {
        self.sections.iter().find(|s| s.id == id)
    }

    /// The item with this id, the basics included.
    pub fn item(&self, id: Id) -> Option<&Item> {
        if id == Id::BASICS {
            return Some(&self.basics);
        }
        self.sections
            .iter()
            .flat_map(|s| &s.items)
            .find(|i| i.id == id)
    }

    /// The section that holds an item.
    pub fn section_of(&self, item: Id) -> Option<&Section> {
        self.sections
            .iter()
            .find(|s| s.items.iter().any(|i| i.id == item))
    }

    /// An item of a section, with that section.
    pub(crate) fn held(&self, id: Id) -> Option<(&Section, &Item)> {
        self.sections.iter().find_map(|section| {
            let item = section.items.iter().find(|item| item.id == id)?;
            Some((section, item))
        })
    }

    /// Every item, the basics first.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        std::iter::once(&self.basics).chain(self.sections.iter().flat_map(|s| &s.items))
    }

    /// What others may see of it: the one value that pages, PDF, JSON and
    /// text are made from.
    pub fn shown(&self) -> crate::Shown<'_> {
        crate::Shown::new(self)
    }
}

//! Edits: the only way in which a document changes.
//!
//! An [`Edit`] names places by id and [`Place`], never by index, so that it
//! means the same after other edits went before it. [`apply`] either makes the
//! whole change and returns its inverse, or rejects it and changes nothing.
//! `apply(apply(d, e)) == d` is a property test.

use serde::{Deserialize, Serialize};

use crate::design::{Column, Design, Paging};
use crate::document::{Item, Line, Origin, Paper, PersonalField, Section, Template, Value};
use crate::id::Id;
use crate::language::Language;
use crate::limits::Exceeded;
use crate::photo::Photo;
use crate::rich::Inline;
use crate::schema::Field;

mod admit;
mod apply;
mod order;

pub(crate) use admit::fits;
pub use apply::apply;

/// A change of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Several edits that stand or fall, and are undone, together.
    All(Vec<Edit>),
    /// Sets a field, or clears it.
    SetField {
        item: Id,
        field: Field,
        value: Option<Value>,
    },
    AddItem {
        section: Id,
        place: Place,
        item: Item,
    },
    RemoveItem {
        item: Id,
    },
    /// Moves an item within its section, or to one of the same kind.
    MoveItem {
        item: Id,
        section: Id,
        place: Place,
    },
    SetItemHidden {
        item: Id,
        hidden: bool,
    },
    AddSection {
        place: Place,
        section: Section,
    },
    RemoveSection {
        section: Id,
    },
    MoveSection {
        section: Id,
        place: Place,
    },
    SetSectionHidden {
        section: Id,
        hidden: bool,
    },
    /// Renames a section, or gives it back its usual heading.
    SetHeading {
        section: Id,
        heading: Option<String>,
    },
    /// Adds a line to a list field.
    AddLine {
        item: Id,
        field: Field,
        place: Place,
        line: Line,
    },
    RemoveLine {
        item: Id,
        field: Field,
        line: Id,
    },
    MoveLine {
        item: Id,
        field: Field,
        line: Id,
        place: Place,
    },
    SetLine {
        item: Id,
        field: Field,
        line: Id,
        text: Inline,
    },
    SetLanguage {
        language: Language,
    },
    SetPaper {
        paper: Paper,
    },
    SetTemplate {
        template: Template,
    },
    /// Sets all choices of looks at once: merging tells them apart.
    SetDesign {
        design: Design,
    },
    /// Puts a photo in the place of what was there, changes how it is shown, or
    /// takes it away.
    SetPhoto {
        photo: Option<Photo>,
    },
    SetItemPaging {
        item: Id,
        paging: Paging,
    },
    SetSectionPaging {
        section: Id,
        paging: Paging,
    },
    /// Puts a section into a column, or leaves that to the template.
    SetSectionColumn {
        section: Id,
        column: Option<Column>,
    },
    /// Says what an item is a linked copy of, or that it is none.
    SetOrigin {
        item: Id,
        origin: Option<Origin>,
    },
    /// Points a personal detail at a value in the store apart, or at none.
    SetPersonal {
        field: PersonalField,
        reference: Option<Id>,
    },
}

/// Where in its list something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    First,
    After(Id),
}

/// Why an edit cannot be made. The document is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejected {
    #[error("there is no item {0}")]
    NoItem(Id),
    #[error("there is no section {0}")]
    NoSection(Id),
    #[error("there is no line {0}")]
    NoLine(Id),
    #[error("there is nothing {0} to stand after")]
    NoPlace(Id),
    #[error("the id {0} is taken")]
    Taken(Id),
    /// The field has no place in this kind of item, or the value another shape.
    #[error("the field {0:?} cannot hold this here")]
    Misfit(Field),
    /// An item can only move to a section of the same kind.
    #[error("the item {0} does not fit that section")]
    WrongKind(Id),
    #[error("the basics cannot be removed, moved or hidden")]
    Basics,
    #[error("no picture has such sides")]
    Photo,
    #[error(transparent)]
    TooLarge(#[from] Exceeded),
}

/// What an edit changed, for views to know what to draw again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Touched {
    /// The value of a field, and for a list which lines it has.
    Field(Id, Field),
    /// The text of a list's line.
    Line(Id),
    /// Whether an item is hidden, how pages break around it, and what it is a copy of.
    Item(Id),
    /// Which items a section has, in which order.
    Items(Id),
    /// A section's heading, whether it is hidden, and where it stands.
    Section(Id),
    /// Which sections there are, in which order.
    Sections,
    /// Language, paper, template and design.
    Look,
    Photo,
    Personal,
}

impl Edit {
    /// Names the places that this edit changes. An edit's inverse touches the
    /// same places and those that a move left, so views tell both.
    pub fn touches(&self, visit: &mut impl FnMut(Touched)) {
        match self {
            Edit::All(edits) => edits.iter().for_each(|edit| edit.touches(visit)),
            Edit::SetField { item, field, .. }
            | Edit::AddLine { item, field, .. }
            | Edit::RemoveLine { item, field, .. }
            | Edit::MoveLine { item, field, .. } => visit(Touched::Field(*item, *field)),
            Edit::SetLine { line, .. } => visit(Touched::Line(*line)),
            Edit::AddItem { section, .. } | Edit::MoveItem { section, .. } => {
                visit(Touched::Items(*section));
            }
            // Which section it was in says the inverse, `AddItem`.
            Edit::RemoveItem { .. } => {}
            Edit::SetItemHidden { item, .. }
            | Edit::SetItemPaging { item, .. }
            | Edit::SetOrigin { item, .. } => visit(Touched::Item(*item)),
            Edit::AddSection { .. } | Edit::RemoveSection { .. } | Edit::MoveSection { .. } => {
                visit(Touched::Sections);
            }
            Edit::SetSectionHidden { section, .. }
            | Edit::SetSectionPaging { section, .. }
            | Edit::SetSectionColumn { section, .. }
            | Edit::SetHeading { section, .. } => {
                visit(Touched::Section(*section));
            }
            Edit::SetLanguage { .. }
            | Edit::SetPaper { .. }
            | Edit::SetTemplate { .. }
            | Edit::SetDesign { .. } => {
                visit(Touched::Look);
            }
            Edit::SetPhoto { .. } => visit(Touched::Photo),
            Edit::SetPersonal { .. } => visit(Touched::Personal),
        }
    }
}

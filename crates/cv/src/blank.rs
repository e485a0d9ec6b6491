//! A new, empty document.

use crate::design::Design;
use crate::document::{Document, Item, Kind, Paper, Section, Template};
use crate::format::FORMAT;
use crate::id::Id;
use crate::language::Language;
use crate::schema::SectionKind;

impl Document {
    /// A CV with one empty section of each usual kind, in the usual order. `ids`
    /// draws a fresh random id at each call; `template` comes from `typeset`.
    pub fn blank(language: Language, template: Template, mut ids: impl FnMut() -> Id) -> Document {
        Document {
            format: FORMAT,
            kind: Kind::Cv,
            language,
            paper: Paper::A4,
            template,
            design: Design::default(),
            photo: None,
            basics: Item::new(Id::BASICS),
            sections: SectionKind::ALL
                .into_iter()
                .filter(|kind| kind.is_usual())
                .map(|kind| {
                    let mut section = Section::new(ids(), kind);
                    // A summary is one text: its single item is always there.
                    if kind.is_single() {
                        section.items.push(Item::new(ids()));
                    }
                    section
                })
                .collect(),
            personal: None,
        }
    }

    /// Nothing has been written yet.
    pub fn is_blank(&self) -> bool {
        self.photo.is_none()
            && self.items().all(|item| item.fields.is_empty())
            && self
                .sections
                .iter()
                .all(|s| s.kind.is_single() || s.items.is_empty())
    }
}

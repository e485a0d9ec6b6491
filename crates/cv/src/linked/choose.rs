//! A CV of what a person chooses from their profile.

use std::collections::BTreeSet;

use crate::design::Design;
use crate::document::{Document, Kind, Section, Template};
use crate::edit::{Edit, Place};
use crate::format::FORMAT;
use crate::id::Id;
use crate::language::Language;
use crate::schema::{Field, SectionKind};

use super::variant::fit;
use super::{copy_item, is_empty, linked_to};

/// A CV with linked copies of the chosen items of a profile, in its order and with its
/// contact details and photo. `id` is what origins are to call the profile.
pub fn choose(
    profile: &Document,
    id: Id,
    chosen: &BTreeSet<Id>,
    (language, template): (Language, Template),
    ids: &mut dyn FnMut() -> Id,
) -> Document {
    let mut document = Document {
        format: FORMAT,
        kind: Kind::Cv,
        language,
        paper: profile.paper,
        template,
        design: Design::default(),
        photo: profile.photo,
        basics: copy_item(id, &profile.basics, ids),
        sections: Vec::new(),
        personal: None,
    };
    let facts = profile.sections.iter();
    for section in facts.filter(|section| section.kind != SectionKind::Letter) {
        let mut copy = Section {
            heading: section.heading.clone(),
            ..Section::new(ids(), section.kind)
        };
        let mut above = false;
        for item in &section.items {
            let taken = chosen.contains(&item.id);
            if taken {
                let mut item = copy_item(id, item, ids);
                // The employer above is another one if that job was not chosen.
                if !above {
                    item.fields.remove(&Field::SameEmployer);
                }
                copy.items.push(item);
            }
            above = taken;
        }
        if !copy.items.is_empty() {
            document.sections.push(copy);
        }
    }
    fit(&mut document);
    document
}

/// The items of a profile, of one kind or of all, that no item of a document is linked
/// to. One that says nothing is no use to anybody.
pub fn unused<'a>(
    document: &Document,
    profile: &'a Document,
    id: Id,
    kind: Option<SectionKind>,
) -> Vec<(&'a Section, Id)> {
    let used: BTreeSet<Id> = linked_to(document, id).map(|(_, o)| o.item).collect();
    let sections = profile.sections.iter();
    let sections = sections
        .filter(|section| section.kind != SectionKind::Letter)
        .filter(|section| kind.is_none_or(|kind| section.kind == kind));
    sections
        .flat_map(|section| section.items.iter().map(move |item| (section, item)))
        .filter(|(_, item)| !used.contains(&item.id) && !is_empty(&item.fields))
        .map(|(section, item)| (section, item.id))
        .collect()
}

/// The edits that add linked copies of items of a profile at the end of a section of
/// their kind.
pub fn add(
    document: &Document,
    section: Id,
    profile: &Document,
    id: Id,
    chosen: &[Id],
    ids: &mut dyn FnMut() -> Id,
) -> Vec<Edit> {
    let last = document.section(section).and_then(|s| s.items.last());
    let mut place = last.map_or(Place::First, |item| Place::After(item.id));
    let mut edits = Vec::new();
    for item in chosen.iter().filter_map(|item| profile.item(*item)) {
        let mut item = copy_item(id, item, ids);
        item.fields.remove(&Field::SameEmployer);
        let added = item.id;
        edits.push(Edit::AddItem {
            section,
            place,
            item,
        });
        place = Place::After(added);
    }
    edits
}

//! A CV's facts brought home: into a first profile, or into one that is there.
//!
//! Each fact is looked for in the profile by its kind, the names in it and its dates.
//! One that is there is linked to, however it is worded; one that is not is copied.
//! So a second CV of the same person brings what is new in it and nothing twice.

use std::collections::BTreeSet;

use crate::diff::diff;
use crate::document::{Document, Item, Section};
use crate::edit::Edit;
use crate::id::Id;
use crate::schema::{Field, SectionKind};

use super::words::{alike, says};
use super::{is_compared, is_empty, origin};
use crate::document::Value;

/// What is to be done to both.
#[derive(Clone, Debug, PartialEq)]
pub struct Adopted {
    /// Adds to the profile what it has not.
    pub profile: Vec<Edit>,
    /// Links the document's items to it.
    pub document: Vec<Edit>,
}

/// Brings the facts of `document` into `profile`, which origins are to call `id`. Items
/// that are linked to anything stay so, and blank ones are passed over.
///
/// Were the profile to pass a limit with all of them, [`crate::apply`] rejects its
/// edits as a whole.
pub fn adopt(
    document: &Document,
    profile: &Document,
    id: Id,
    ids: &mut dyn FnMut() -> Id,
) -> Adopted {
    let mut adopting = Adopting {
        profile: profile.clone(),
        id,
        linked: BTreeSet::new(),
        links: Vec::new(),
    };
    if document.basics.origin.is_none() {
        let basics = &document.basics;
        for (field, value) in &basics.fields {
            let own = adopting.profile.basics.fields.entry(*field);
            own.or_insert_with(|| value.clone());
        }
        let there = adopting.profile.basics.clone();
        adopting.link(basics.id, &there);
    }
    if adopting.profile.photo.is_none() {
        adopting.profile.photo = document.photo;
    }
    // What was written to somebody is no fact about its writer.
    let facts = document.sections.iter();
    for section in facts.filter(|section| section.kind != SectionKind::Letter) {
        for item in &section.items {
            if item.origin.is_none() && !is_empty(&item.fields) {
                let there = adopting.home(section, item, ids);
                adopting.link(item.id, &there);
            }
        }
    }
    Adopted {
        profile: diff(profile, &adopting.profile),
        document: adopting.links,
    }
}

struct Adopting {
    profile: Document,
    id: Id,
    /// The profile's items that an item of this document has.
    linked: BTreeSet<Id>,
    links: Vec<Edit>,
}

impl Adopting {
    fn link(&mut self, item: Id, there: &Item) {
        self.linked.insert(there.id);
        self.links.push(Edit::SetOrigin {
            item,
            origin: Some(origin(self.id, there)),
        });
    }

    /// The profile's item for a fact, which is made if there is none.
    fn home(&mut self, section: &Section, item: &Item, ids: &mut dyn FnMut() -> Id) -> Item {
        let known = self.known(section, item);
        if let Some(known) = known {
            return known.clone();
        }
        let mut copy = super::copy_item(self.id, item, ids);
        copy.origin = None;
        let (kind, heading) = (section.kind, &section.heading);
        let places = self.profile.sections.iter_mut();
        let mut places = places.filter(|place| fits(place, section));
        let place = match kind.is_single() {
            // The one item of such a section is there, and says nothing yet.
            true => places.find(|place| place.items.iter().all(|item| is_empty(&item.fields))),
            false => places.next(),
        };
        match place {
            Some(place) => {
                if let Some(first) = place.items.first_mut().filter(|_| kind.is_single()) {
                    copy.id = first.id;
                    *first = copy.clone();
                } else {
                    place.items.push(copy.clone());
                }
            }
            None => self.profile.sections.push(Section {
                heading: heading.clone(),
                items: vec![copy.clone()],
                ..Section::new(ids(), kind)
            }),
        }
        copy
    }

    /// The profile's item that is the same fact.
    fn known(&self, section: &Section, item: &Item) -> Option<&Item> {
        let places = self.profile.sections.iter();
        let places = places.filter(|place| fits(place, section));
        let all = places.flat_map(|place| &place.items);
        let all: Vec<&Item> = all.filter(|known| !is_empty(&known.fields)).collect();
        let equal = all.iter().find(|known| is_equal(item, known));
        // A section that is one text has one home, however the text is worded. Two
        // entries of one document that are not equal are two facts.
        let same = || {
            let free = all.iter().filter(|known| !self.linked.contains(&known.id));
            free.into_iter()
                .find(|known| section.kind.is_single() || is_same_fact(section.kind, item, known))
        };
        equal.or_else(same).copied()
    }
}

/// Whether what is in one section may stand in the other. Own sections are told
/// apart by their headings.
fn fits(place: &Section, section: &Section) -> bool {
    place.kind == section.kind && (!section.kind.is_custom() || place.heading == section.heading)
}

fn is_equal(one: &Item, two: &Item) -> bool {
    let fields = one.fields.keys().chain(two.fields.keys());
    let mut fields = fields.filter(|field| is_compared(**field));
    fields.all(|field| alike(one.fields.get(field), two.fields.get(field)))
}

/// Whether two items are about one thing: the same names, at the same time.
fn is_same_fact(kind: SectionKind, one: &Item, two: &Item) -> bool {
    let text = |item: &Item, field: &Field| {
        let value = item.fields.get(field).map(says);
        value.unwrap_or_default().to_lowercase()
    };
    let same = |fields: &[Field]| fields.iter().all(|f| text(one, f) == text(two, f));
    let said = |fields: &[Field]| fields.iter().any(|f| !text(one, f).is_empty());
    let names = names(kind);
    let dated = one
        .fields
        .values()
        .any(|value| matches!(value, Value::When(_)));
    let (name, more) = names.split_at(1.min(names.len()));
    if dated {
        let moments = [
            Field::StartDate,
            Field::EndDate,
            Field::Date,
            Field::ReleaseDate,
        ];
        return said(name) && same(name) && same(&moments);
    }
    said(name) && same(name) && same(more)
}

/// The fields that say what an entry is about: the one that it has to be found by, and
/// those that have to be the same where there is no date.
fn names(kind: SectionKind) -> &'static [Field] {
    match kind {
        SectionKind::Work => &[Field::Name, Field::Position],
        SectionKind::Education => &[Field::Institution, Field::Area],
        SectionKind::Volunteer | SectionKind::MilitaryService | SectionKind::PositionsOfTrust => {
            &[Field::Organization, Field::Position]
        }
        SectionKind::Profiles => &[Field::Network, Field::Username],
        SectionKind::Languages => &[Field::Language],
        SectionKind::Awards => &[Field::Title],
        SectionKind::DrivingLicence => &[Field::Classes],
        SectionKind::Courses => &[Field::Name, Field::Institution],
        SectionKind::CustomEntries => &[Field::Name, Field::Organization],
        SectionKind::Summary
        | SectionKind::CustomLines
        | SectionKind::CustomText
        | SectionKind::Letter => &[],
        SectionKind::Projects
        | SectionKind::Skills
        | SectionKind::Certificates
        | SectionKind::Publications
        | SectionKind::Interests
        | SectionKind::References
        | SectionKind::Patents
        | SectionKind::Talks
        | SectionKind::CustomWords => &[Field::Name],
    }
}

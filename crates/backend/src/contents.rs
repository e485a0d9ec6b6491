//! What stands in a document, as entries of the inventory: one for each field that
//! is filled in.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use cv::schema::BASICS;
use cv::{Document, Field, SectionKind};
use privacy::inventory::{self, Entry};

/// A field, of a kind of section or of the basics.
type Place = (Option<SectionKind>, Field);

/// The entry of every field.
static FIELDS: LazyLock<BTreeMap<Place, &'static Entry>> = LazyLock::new(|| {
    let basics = BASICS.iter().map(|(field, _)| (None, *field));
    let sections = SectionKind::ALL.into_iter().flat_map(|kind| {
        let fields = kind.fields().iter();
        fields.map(move |(field, _)| (Some(kind), *field))
    });
    let entry = |(kind, field): Place| {
        let path = match kind {
            None => format!("basics.{}", field.json()),
            Some(kind) => format!("{}[].{}", kind.json(), field.json()),
        };
        Some(((kind, field), inventory::entry(&path)?))
    };
    basics.chain(sections).filter_map(entry).collect()
});

static HEADING: LazyLock<Option<&'static Entry>> =
    LazyLock::new(|| inventory::entry("sections[].heading"));

/// What a linked item said when its owner last looked.
static SEEN: LazyLock<Option<&'static Entry>> =
    LazyLock::new(|| inventory::entry("item.origin.seen"));

/// The entries of all that somebody has written in a document.
pub(crate) fn entries(document: &Document) -> impl Iterator<Item = &'static Entry> {
    let entry = |kind: Option<SectionKind>, field: Field| FIELDS.get(&(kind, field)).copied();
    let basics = document.basics.fields.keys();
    let basics = basics.filter_map(move |field| entry(None, *field));
    let sections = document.sections.iter().flat_map(move |section| {
        let fields = section.items.iter().flat_map(|item| item.fields.keys());
        let fields = fields.filter_map(move |field| entry(Some(section.kind), *field));
        let heading = section.heading.as_ref().and(*HEADING);
        fields.chain(heading)
    });
    let origins = document.items().filter_map(|item| item.origin.as_ref());
    let seen = origins.filter(|origin| !origin.seen.is_empty());
    basics.chain(sections).chain(seen.filter_map(|_| *SEEN))
}

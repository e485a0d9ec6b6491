//! The same CV in another language.

use crate::document::{Document, Item, Section};
use crate::id::Id;
use crate::language::Language;
use crate::limits;

use super::copy_item;

/// A linked copy of a document in another language, item by item: looks, order and
/// what is hidden as they are, the texts still to be translated. `id` is what origins
/// are to call `source`. Items have ids of their own, sections those of the source, by
/// which a heading finds the one that it was.
pub fn variant(
    source: &Document,
    id: Id,
    language: Language,
    ids: &mut dyn FnMut() -> Id,
) -> Document {
    let mut copy = |item: &Item| Item {
        hidden: item.hidden,
        paging: item.paging,
        ..copy_item(id, item, ids)
    };
    let basics = copy(&source.basics);
    let sections = source.sections.iter().map(|section| Section {
        items: section.items.iter().map(&mut copy).collect(),
        ..section.clone()
    });
    let mut variant = Document {
        language,
        basics,
        sections: sections.collect(),
        ..source.clone()
    };
    if source.is_letter() {
        // It names the CV that it goes with.
        variant.basics.origin = source.basics.origin.clone();
    }
    // Where the lines broke in the other language says nothing here.
    variant.template.breaks = None;
    fit(&mut variant);
    variant
}

/// Leaves out what was seen where the document would be too large with it.
pub(super) fn fit(document: &mut Document) {
    if limits::bytes(document) <= limits::DOCUMENT_BYTES {
        return;
    }
    let items = document
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.items);
    for item in items.chain([&mut document.basics]) {
        if let Some(origin) = &mut item.origin {
            origin.seen.clear();
        }
    }
}

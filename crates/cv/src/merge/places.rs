//! Which sections and items there are, and where.

use super::fields::same_content;
use super::order::order;
use super::{Merging, Other, pick};
use crate::document::{Document, Item, Section};
use crate::edit::Edit;
use crate::id::Id;

impl Merging<'_> {
    /// The merged sections with their items.
    pub(super) fn sections(&mut self) -> Vec<Section> {
        let mut kept = self.kept_sections();
        // Places are chosen among these, so that it makes no difference in
        // which order items come.
        let certain: Vec<Id> = kept.iter().map(|section| section.id).collect();
        let ours = self.ours.sections.iter();
        let theirs = self.theirs.sections.iter();
        let items = ours.chain(theirs).flat_map(|section| &section.items);
        let mut ids: Vec<Id> = Vec::new();
        for item in items {
            if !ids.contains(&item.id) {
                ids.push(item.id);
            }
        }
        for id in ids {
            if let Some((item, places)) = self.placed(id) {
                self.put(item, &places, &certain, &mut kept);
            }
        }
        self.in_order(kept)
    }

    /// The sections that stay for their own sake, still empty.
    fn kept_sections(&mut self) -> Vec<Section> {
        let mut kept = Vec::new();
        for ours in &self.ours.sections {
            let base = self.base.section(ours.id);
            match self.theirs.section(ours.id) {
                Some(theirs) => kept.push(self.head(base, ours, theirs)),
                None => kept.extend(self.one_sided(base, ours)),
            }
        }
        for theirs in &self.theirs.sections {
            if self.ours.section(theirs.id).is_none() {
                kept.extend(self.one_sided(self.base.section(theirs.id), theirs));
            }
        }
        kept
    }

    /// A section that both have: its heading and whether it is hidden.
    fn head(&mut self, base: Option<&Section>, ours: &Section, theirs: &Section) -> Section {
        if ours.kind != theirs.kind {
            // Not one section, but two that were given the same id.
            let kind = base.map(|base| base.kind);
            return emptied(if kind == Some(ours.kind) {
                theirs
            } else {
                ours
            });
        }
        let b = base.and_then(|base| base.heading.as_ref());
        let (o, t) = (ours.heading.as_ref(), theirs.heading.as_ref());
        if o != t && o != b && t != b && t.is_some() {
            self.others.push(Other(Edit::SetHeading {
                section: ours.id,
                heading: theirs.heading.clone(),
            }));
        }
        let hidden = base.is_some_and(|base| base.hidden);
        let paging = base.map(|base| base.paging).unwrap_or_default();
        let column = base.and_then(|base| base.column);
        Section {
            heading: pick(b, o, t).cloned(),
            hidden: pick(hidden, ours.hidden, theirs.hidden),
            paging: pick(paging, ours.paging, theirs.paging),
            column: pick(column, ours.column, theirs.column),
            ..emptied(ours)
        }
    }

    /// A section that one side has: it added it, or the other one deleted it.
    fn one_sided(&mut self, base: Option<&Section>, section: &Section) -> Option<Section> {
        if let Some(base) = base {
            if emptied(base) == emptied(section) {
                return None;
            }
            self.returned.push(section.id);
        }
        Some(emptied(section))
    }

    /// A merged item, if it is to be, and the sections that it may stand in, the
    /// best one first.
    fn placed(&mut self, id: Id) -> Option<(Item, Vec<Section>)> {
        let base = self.base.held(id);
        match (self.ours.held(id), self.theirs.held(id)) {
            (Some((os, o)), Some((ts, t))) if os.kind == ts.kind => {
                let base = base.filter(|(bs, _)| bs.kind == os.kind);
                let item = self.item(base.map(|(_, b)| b), o, t);
                let ours_moved = base.is_none_or(|(bs, _)| bs.id != os.id);
                let (best, second) = if ours_moved { (os, ts) } else { (ts, os) };
                Some((item, vec![emptied(best), emptied(second)]))
            }
            (Some((os, o)), Some((ts, t))) => {
                // Not one item, but two that were given the same id.
                let kind = base.map(|(bs, _)| bs.kind);
                let (section, item) = if kind == Some(os.kind) {
                    (ts, t)
                } else {
                    (os, o)
                };
                Some((item.clone(), vec![emptied(section)]))
            }
            (Some((section, item)), None) | (None, Some((section, item))) => {
                if let Some((bs, b)) = base {
                    if bs.id == section.id && same_content(b, item) {
                        return None;
                    }
                    self.returned.push(id);
                }
                Some((item.clone(), vec![emptied(section)]))
            }
            (None, None) => None,
        }
    }

    /// Puts an item into the first of its sections that is there, or else brings
    /// back the best one.
    fn put(&mut self, item: Item, places: &[Section], certain: &[Id], kept: &mut Vec<Section>) {
        let fits = |section: &Section, place: &Section| {
            section.id == place.id && section.kind == place.kind
        };
        let there = places.iter().find_map(|place| {
            let at = kept.iter().position(|section| fits(section, place))?;
            certain.contains(&place.id).then_some(at)
        });
        let Some(best) = places.first() else {
            return;
        };
        let at = there.or_else(|| kept.iter().position(|section| fits(section, best)));
        if let Some(at) = at {
            kept[at].items.push(item);
        } else if kept.iter().all(|section| section.id != best.id) {
            self.returned.push(best.id);
            let mut section = best.clone();
            section.items.push(item);
            kept.push(section);
        } else if let Some(like) = kept.iter_mut().find(|s| s.kind == best.kind) {
            // A section of another kind was given the id of the right one.
            like.items.push(item);
        }
    }

    /// Brings sections, and the items in each, into their order.
    fn in_order(&self, mut kept: Vec<Section>) -> Vec<Section> {
        let documents = [self.base, self.ours, self.theirs];
        for section in &mut kept {
            let [base, ours, theirs] = documents.map(|document| {
                let section = document.section(section.id);
                let items = section.map_or(&[][..], |section| &section.items);
                items.iter().map(|item| item.id).collect::<Vec<Id>>()
            });
            let live: Vec<Id> = section.items.iter().map(|item| item.id).collect();
            let sequence = order(&base, &ours, &theirs, &live);
            let place = |item: &Item| sequence.iter().position(|id| *id == item.id);
            section.items.sort_by_key(place);
        }
        let ids = |sections: &[Section]| -> Vec<Id> {
            sections.iter().map(|section| section.id).collect()
        };
        let [base, ours, theirs] = documents.map(|document: &Document| ids(&document.sections));
        let sequence = order(&base, &ours, &theirs, &ids(&kept));
        kept.sort_by_key(|section| sequence.iter().position(|id| *id == section.id));
        kept
    }
}

/// A section without its items.
fn emptied(section: &Section) -> Section {
    Section {
        id: section.id,
        kind: section.kind,
        heading: section.heading.clone(),
        hidden: section.hidden,
        paging: section.paging,
        column: section.column,
        items: Vec::new(),
    }
}

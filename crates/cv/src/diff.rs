//! The edits that make one document of another.
//!
//! Two versions of a document are far more alike than not, and so is what they
//! differ in far smaller than they are: a browser sends this to the server, and
//! an open editor is brought to a merged document with it, place by place.
//!
//! The edits come in three parts: first what takes away or makes shorter, then
//! what moves, then what adds or makes longer. So an id is always free before it
//! is used elsewhere, and the size only falls and then only rises to that of the
//! wanted document: no limit is passed on the way between two documents that are
//! both within it.

use crate::document::{Document, Item, Line, PersonalField, Section, Value};
use crate::edit::{Edit, Place};
use crate::id::Id;
use crate::limits;
use crate::schema::Field;

mod moves;

pub(crate) use moves::moves;

/// The edits that make `to` of `from`. Applied in their order with
/// [`crate::apply`], each succeeds, and the result is exactly `to`.
///
/// Both must be valid, within the limits, and versions of one document: no edit
/// changes a document's kind. What stays as it is gets no edit.
pub fn diff(from: &Document, to: &Document) -> Vec<Edit> {
    let mut diff = Diff {
        from,
        to,
        less: Vec::new(),
        moved: Vec::new(),
        more: Vec::new(),
    };
    diff.look();
    diff.origin(&from.basics, &to.basics);
    diff.fields(&from.basics, &to.basics);
    diff.sections();
    let mut edits = diff.less;
    edits.append(&mut diff.moved);
    edits.append(&mut diff.more);
    edits
}

struct Diff<'a> {
    from: &'a Document,
    to: &'a Document,
    less: Vec<Edit>,
    moved: Vec<Edit>,
    more: Vec<Edit>,
}

impl<'a> Diff<'a> {
    /// An edit after which the document is so much larger than `old` that it is
    /// `new`: with those that shrink it, or with those that let it grow.
    fn sized(&mut self, old: usize, new: usize, edit: Edit) {
        if new < old {
            self.less.push(edit);
        } else {
            self.more.push(edit);
        }
    }

    /// What concerns the document as a whole.
    fn look(&mut self) {
        let (from, to) = (self.from, self.to);
        if from.language != to.language {
            let language = to.language;
            self.moved.push(Edit::SetLanguage { language });
        }
        if from.paper != to.paper {
            self.moved.push(Edit::SetPaper { paper: to.paper });
        }
        if from.template != to.template {
            let old = limits::template_bytes(&from.template);
            let new = limits::template_bytes(&to.template);
            let template = to.template.clone();
            self.sized(old, new, Edit::SetTemplate { template });
        }
        if from.design != to.design {
            let old = limits::design_bytes(&from.design);
            let new = limits::design_bytes(&to.design);
            let design = to.design.clone();
            self.sized(old, new, Edit::SetDesign { design });
        }
        if from.photo != to.photo {
            let old = limits::photo_bytes(from.photo);
            let new = limits::photo_bytes(to.photo);
            let photo = to.photo;
            self.sized(old, new, Edit::SetPhoto { photo });
        }
        for field in PersonalField::ALL {
            let reference = reference(to, field);
            if reference != self::reference(from, field) {
                let edit = Edit::SetPersonal { field, reference };
                self.sized(1, usize::from(reference.is_some()), edit);
            }
        }
    }

    fn sections(&mut self) {
        let (from, to) = (self.from, self.to);
        for old in &from.sections {
            if self.section_stays(old) {
                for item in &old.items {
                    if self.item_that_stays(item.id).is_none() {
                        self.less.push(Edit::RemoveItem { item: item.id });
                    }
                }
            }
        }
        for new in &to.sections {
            if let Some(old) = from.section(new.id).filter(|old| old.kind == new.kind) {
                self.section(old, new);
            }
        }
        // After the items that stay have left them for another section.
        for old in &from.sections {
            if !self.section_stays(old) {
                self.moved.push(Edit::RemoveSection { section: old.id });
            }
        }
        let stay = |document: &Document| -> Vec<Id> {
            let sections = document.sections.iter();
            let stay = sections.filter(|section| self.section_stays(section));
            stay.map(|section| section.id).collect()
        };
        let (current, wanted) = (stay(from), stay(to));
        moves(&current, &wanted, &mut |section, place| {
            self.moved.push(Edit::MoveSection { section, place });
        });
        let mut place = Place::First;
        for section in &to.sections {
            if !self.section_stays(section) {
                self.more.push(Edit::AddSection {
                    place,
                    section: section.clone(),
                });
            }
            place = Place::After(section.id);
        }
        self.added_items();
    }

    /// A section that both have: its heading, its items and their order.
    fn section(&mut self, old: &Section, new: &Section) {
        let (section, hidden) = (new.id, new.hidden);
        if old.hidden != hidden {
            let edit = Edit::SetSectionHidden { section, hidden };
            self.sized(1, usize::from(hidden), edit);
        }
        if old.paging != new.paging {
            let was = limits::paging_bytes(old.paging);
            let is = limits::paging_bytes(new.paging);
            let paging = new.paging;
            self.sized(was, is, Edit::SetSectionPaging { section, paging });
        }
        if old.column != new.column {
            let was = limits::column_bytes(old.column);
            let is = limits::column_bytes(new.column);
            let column = new.column;
            self.sized(was, is, Edit::SetSectionColumn { section, column });
        }
        if old.heading != new.heading {
            let heading = new.heading.clone();
            let was = limits::heading_bytes(old.heading.as_deref());
            let is = limits::heading_bytes(heading.as_deref());
            self.sized(was, is, Edit::SetHeading { section, heading });
        }
        let mut wanted = Vec::new();
        for item in &new.items {
            let Some(old) = self.item_that_stays(item.id) else {
                continue;
            };
            wanted.push(item.id);
            if old.hidden != item.hidden {
                let (item, hidden) = (item.id, item.hidden);
                let edit = Edit::SetItemHidden { item, hidden };
                self.sized(1, usize::from(hidden), edit);
            }
            if old.paging != item.paging {
                let was = limits::paging_bytes(old.paging);
                let is = limits::paging_bytes(item.paging);
                let (item, paging) = (item.id, item.paging);
                self.sized(was, is, Edit::SetItemPaging { item, paging });
            }
            self.origin(old, item);
            self.fields(old, item);
        }
        let current: Vec<Id> = old.items.iter().map(|item| item.id).collect();
        moves(&current, &wanted, &mut |item, place| {
            self.moved.push(Edit::MoveItem {
                item,
                section,
                place,
            });
        });
    }

    /// What an item is a copy of.
    fn origin(&mut self, old: &Item, new: &Item) {
        if old.origin != new.origin {
            let was = limits::origin_bytes(old.origin.as_ref());
            let is = limits::origin_bytes(new.origin.as_ref());
            let (item, origin) = (new.id, new.origin.clone());
            self.sized(was, is, Edit::SetOrigin { item, origin });
        }
    }

    /// The items that are new in a section that is not, or come back as others.
    fn added_items(&mut self) {
        for new in &self.to.sections {
            if !self.section_stays(new) {
                continue;
            }
            let mut place = Place::First;
            for item in &new.items {
                if self.item_that_stays(item.id).is_none() {
                    self.more.push(Edit::AddItem {
                        section: new.id,
                        place,
                        item: item.clone(),
                    });
                }
                place = Place::After(item.id);
            }
        }
    }

    fn fields(&mut self, old: &Item, new: &Item) {
        let item = new.id;
        for field in old.fields.keys().copied() {
            if !new.fields.contains_key(&field) {
                let value = None;
                self.less.push(Edit::SetField { item, field, value });
            }
        }
        for (&field, value) in &new.fields {
            let was = match (old.fields.get(&field), value) {
                (Some(was), value) if was == value => continue,
                (Some(Value::Lines(was)), Value::Lines(lines)) => {
                    self.lines(item, field, was, lines);
                    continue;
                }
                (was, _) => was.map_or(0, |was| limits::field_bytes(field, was)),
            };
            let is = limits::field_bytes(field, value);
            let value = Some(value.clone());
            self.sized(was, is, Edit::SetField { item, field, value });
        }
    }

    fn lines(&mut self, item: Id, field: Field, old: &[Line], new: &[Line]) {
        let find = |lines: &'_ [Line], id: Id| lines.iter().position(|line| line.id == id);
        for line in old.iter().filter(|line| find(new, line.id).is_none()) {
            let line = line.id;
            self.less.push(Edit::RemoveLine { item, field, line });
        }
        let mut wanted = Vec::new();
        let mut place = Place::First;
        for line in new {
            match find(old, line.id).map(|at| &old[at]) {
                Some(was) => {
                    wanted.push(line.id);
                    if was.text != line.text {
                        let was = limits::inline_bytes(&was.text);
                        let is = limits::inline_bytes(&line.text);
                        let (line, text) = (line.id, line.text.clone());
                        let edit = Edit::SetLine {
                            item,
                            field,
                            line,
                            text,
                        };
                        self.sized(was, is, edit);
                    }
                }
                None => self.more.push(Edit::AddLine {
                    item,
                    field,
                    place,
                    line: line.clone(),
                }),
            }
            place = Place::After(line.id);
        }
        let current: Vec<Id> = old.iter().map(|line| line.id).collect();
        moves(&current, &wanted, &mut |line, place| {
            self.moved.push(Edit::MoveLine {
                item,
                field,
                line,
                place,
            });
        });
    }

    /// Whether both have a section with this id and kind.
    fn section_stays(&self, section: &Section) -> bool {
        let same = |document: &Document| {
            document
                .section(section.id)
                .is_some_and(|other| other.kind == section.kind)
        };
        same(self.from) && same(self.to)
    }

    /// The old form of an item that edits can make the new one of. There is none
    /// that brings it to a section of another kind; into a new section it comes
    /// together with it.
    fn item_that_stays(&self, id: Id) -> Option<&'a Item> {
        let (old_section, old) = self.from.held(id)?;
        let (new_section, _) = self.to.held(id)?;
        let stays = self.section_stays(new_section) && old_section.kind == new_section.kind;
        stays.then_some(old)
    }
}

fn reference(document: &Document, field: PersonalField) -> Option<Id> {
    let personal = document.personal.as_ref()?;
    personal.references.get(&field).copied()
}

//! Merging: what two made of one document, without the one overwriting the other.
//!
//! [`merge`] looks at three documents: the one that both started from, ours, and
//! theirs. What one side changed is as that side has it. A text that both
//! changed stays as ours, and theirs is kept to be offered ([`Other`]). What one
//! side deleted while the other worked on it is there again, and is named
//! ([`Merged::returned`]). So nothing that a person wrote is gone without a
//! person having seen it, and what has no words (order, a look, what is hidden)
//! is settled without asking: by ours if ours changed it.
//!
//! The side that has nothing new takes the other as it is, to the last bit:
//! however many copies there are, they are all alike after each has sent once.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::design::Design;
use crate::document::{Document, Item, Line, Personal, PersonalField, Template, Value};
use crate::edit::{Edit, Touched};
use crate::id::Id;
use crate::limits;

mod fields;
mod order;
mod places;

/// What came of a merge.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    pub document: Document,
    /// Texts that the other side has and the document has not.
    pub others: Vec<Other>,
    /// Items, sections and lines that one side had deleted, and that are there
    /// because the other one worked on them.
    pub returned: Vec<Id>,
}

/// A text that both changed: ours stands, and this is theirs.
///
/// It is the edit that would take it: a `SetField`, `SetLine` or `SetHeading`.
/// By the time it is looked at its place may be gone; then [`crate::apply`]
/// rejects it, and the text can still be shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Other(pub Edit);

impl Other {
    /// Where the text belongs.
    pub fn place(&self) -> Touched {
        let mut place = Touched::Look;
        self.0.touches(&mut |touched| place = touched);
        place
    }

    /// Whether a document has this text in its place.
    pub fn is_in(&self, document: &Document) -> bool {
        match &self.0 {
            Edit::SetField { item, field, value } => document
                .item(*item)
                .is_some_and(|item| item.fields.get(field) == value.as_ref()),
            Edit::SetLine {
                item,
                field,
                line,
                text,
            } => document.item(*item).is_some_and(|item| {
                let mut lines = item.lines(*field).iter();
                lines.any(|other| other.id == *line && other.text == *text)
            }),
            Edit::SetHeading { section, heading } => document
                .section(*section)
                .is_some_and(|section| section.heading == *heading),
            _ => false,
        }
    }
}

/// Merges what two made of `base`. The three are valid versions of one document,
/// and so is what comes out.
///
/// Were the merged document to pass a limit, which two that are each within it
/// can do together, ours stands whole, and every text that theirs has and ours
/// has not is among [`Merged::others`]: a person makes room and takes them.
pub fn merge(base: &Document, ours: &Document, theirs: &Document) -> Merged {
    let mut merging = Merging {
        base,
        ours,
        theirs,
        others: Vec::new(),
        returned: Vec::new(),
    };
    let basics = merging.item(Some(&base.basics), &ours.basics, &theirs.basics);
    let sections = merging.sections();
    let mut document = Document {
        format: ours.format,
        kind: ours.kind,
        language: *pick(&base.language, &ours.language, &theirs.language),
        paper: *pick(&base.paper, &ours.paper, &theirs.paper),
        template: template(base, ours, theirs).clone(),
        design: design(&base.design, &ours.design, &theirs.design),
        photo: pick(base.photo, ours.photo, theirs.photo),
        basics,
        sections,
        personal: personal(base, ours, theirs),
    };
    merging.keep_each_once(&mut document);
    if limits::document(&document).is_err() {
        return Merged {
            document: ours.clone(),
            others: merging.all_of_theirs(),
            returned: Vec::new(),
        };
    }
    Merged {
        document,
        others: merging.others,
        returned: merging.returned,
    }
}

struct Merging<'a> {
    base: &'a Document,
    ours: &'a Document,
    theirs: &'a Document,
    others: Vec<Other>,
    returned: Vec<Id>,
}

/// Ours if ours changed it, else theirs.
fn pick<T: PartialEq>(base: T, ours: T, theirs: T) -> T {
    if ours == base { theirs } else { ours }
}

/// The template with its version and the breaks that it led to is one thing:
/// breaks that another template made would say nothing.
fn template<'a>(base: &Document, ours: &'a Document, theirs: &'a Document) -> &'a Template {
    let (b, o, t) = (&base.template, &ours.template, &theirs.template);
    let same = |x: &Template, y: &Template| x.name == y.name && x.layout == y.layout;
    let of_ours = if same(b, o) && same(b, t) {
        b.breaks != o.breaks
    } else {
        !same(b, o)
    };
    if of_ours { o } else { t }
}

/// Each choice by itself: one may set the margins while the other picks a colour.
fn design(base: &Design, ours: &Design, theirs: &Design) -> Design {
    Design {
        page_numbers: pick(base.page_numbers, ours.page_numbers, theirs.page_numbers),
        running_name: pick(base.running_name, ours.running_name, theirs.running_name),
        size: pick(base.size, ours.size, theirs.size),
        spacing: pick(base.spacing, ours.spacing, theirs.spacing),
        margins: pick(base.margins, ours.margins, theirs.margins),
        accent: pick(base.accent, ours.accent, theirs.accent),
        fonts: pick(&base.fonts, &ours.fonts, &theirs.fonts).clone(),
        icons: pick(base.icons, ours.icons, theirs.icons),
        dates: pick(base.dates, ours.dates, theirs.dates),
        levels: pick(base.levels, ours.levels, theirs.levels),
    }
}

fn personal(base: &Document, ours: &Document, theirs: &Document) -> Option<Personal> {
    let mut merged = Personal::default();
    for field in PersonalField::ALL {
        let of = |document: &Document| {
            let personal = document.personal.as_ref();
            personal.and_then(|p| p.references.get(&field).copied())
        };
        if let Some(reference) = pick(of(base), of(ours), of(theirs)) {
            merged.references.insert(field, reference);
        }
    }
    (!merged.references.is_empty()).then_some(merged)
}

impl Merging<'_> {
    /// Makes ids unique. They are not where both took a line from its place and
    /// put it elsewhere, or one did and the other wrote on in it. The first is
    /// kept, and the text of the other one, where it differs, is offered for it.
    fn keep_each_once(&mut self, document: &mut Document) {
        let mut seen = BTreeSet::from([Id::BASICS]);
        document.sections.retain(|section| seen.insert(section.id));
        for section in &mut document.sections {
            section.items.retain(|item| seen.insert(item.id));
        }
        let mut twice: Vec<Line> = Vec::new();
        for section in &mut document.sections {
            for item in &mut section.items {
                for value in item.fields.values_mut() {
                    if let Value::Lines(lines) = value {
                        lines.retain(|line| {
                            let first = seen.insert(line.id);
                            if !first {
                                twice.push(line.clone());
                            }
                            first
                        });
                    }
                }
                item.fields.retain(|_, value| !value.is_empty());
            }
        }
        for line in twice {
            for (item, field, kept) in lines(document) {
                if kept.id == line.id && kept.text != line.text {
                    self.others.push(Other(Edit::SetLine {
                        item: item.id,
                        field,
                        line: line.id,
                        text: line.text.clone(),
                    }));
                }
            }
        }
    }

    /// Every text that theirs has changed or added and that ours has not.
    fn all_of_theirs(&self) -> Vec<Other> {
        let mut all = Vec::new();
        for section in &self.theirs.sections {
            let edit = Other(Edit::SetHeading {
                section: section.id,
                heading: section.heading.clone(),
            });
            if section.heading.is_some() {
                all.push(edit);
            }
        }
        for item in self.theirs.items() {
            for (field, value) in &item.fields {
                if !matches!(value, Value::Lines(_)) {
                    all.push(Other(Edit::SetField {
                        item: item.id,
                        field: *field,
                        value: Some(value.clone()),
                    }));
                }
            }
        }
        for (item, field, line) in lines(self.theirs) {
            all.push(Other(Edit::SetLine {
                item: item.id,
                field,
                line: line.id,
                text: line.text.clone(),
            }));
        }
        all.retain(|other| !other.is_in(self.base) && !other.is_in(self.ours));
        all
    }
}

/// Every line of every list, with its place.
fn lines(document: &Document) -> impl Iterator<Item = (&Item, crate::schema::Field, &Line)> {
    document.items().flat_map(|item| {
        item.fields.iter().flat_map(move |(field, value)| {
            let lines = match value {
                Value::Lines(lines) => lines.as_slice(),
                _ => &[],
            };
            lines.iter().map(move |line| (item, *field, line))
        })
    })
}

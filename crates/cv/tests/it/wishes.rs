//! Random edits.

use cv::{
    Design, Document, Edit, Field, Id, Inline, Item, Language, Line, Origin, Paging, Paper,
    PersonalField, Photo, Place, Section, Shape, Template, Value, schema,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::arbitrary::{
    design, inline, paging, photo, renumber_section, section, template, text, value,
};

/// Choices that become an edit once there is a document to choose in.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    what: usize,
    picks: [Index; 4],
    flag: bool,
    text: String,
    inline: Inline,
    values: Vec<Value>,
    section: Section,
    template: Template,
    design: Design,
    photo: Photo,
    paging: Paging,
}

pub(crate) fn wish() -> impl Strategy<Value = Wish> {
    let shapes = [Shape::Text, Shape::End, Shape::Rich, Shape::Lines];
    let values = shapes.map(value).to_vec();
    let picks = any::<[Index; 4]>();
    let texts = (
        text(),
        inline(),
        values,
        template(),
        (design(), photo()),
        paging(),
    );
    (0..26usize, picks, any::<bool>(), texts, section()).prop_map(
        |(
            what,
            picks,
            flag,
            (text, inline, values, template, (design, photo), paging),
            section,
        )| Wish {
            what,
            picks,
            flag,
            text,
            inline,
            values,
            section,
            template,
            design,
            photo,
            paging,
        },
    )
}

impl Wish {
    /// The edit that this is in a document. Most are valid there; some name a
    /// place or an id that does not fit, and are to be rejected.
    pub(crate) fn edit(&self, document: &Document) -> Edit {
        let items: Vec<&Item> = document.items().collect();
        let item = *self.picks[0].get(&items);
        let specs = document
            .section_of(item.id)
            .map_or(schema::BASICS, |section| section.kind.fields());
        let (field, shape) = *self.picks[1].get(specs);
        let lists: Vec<Field> = specs
            .iter()
            .filter(|(_, shape)| matches!(shape, Shape::Lines | Shape::Words))
            .map(|(field, _)| *field)
            .collect();
        let list = lists.first().copied().unwrap_or(field);
        let lines = item.lines(list);
        let line = (!lines.is_empty()).then(|| self.picks[2].get(lines));
        let line = line.map_or(Id(7_000), |line| line.id);
        let sections: Vec<Id> = document.sections.iter().map(|s| s.id).collect();
        let any_section = |pick: &Index| match sections.as_slice() {
            [] => Id(7_001),
            some => *pick.get(some),
        };
        let section = any_section(&self.picks[0]);
        // New ids are mostly free.
        let mut next = 100_000 + 1_000 * self.picks[3].index(50) as u64;
        let mut new_section = self.section.clone();
        renumber_section(&mut new_section, &mut next);
        let mut fresh = || {
            next += 1;
            if self.picks[3].index(11) == 0 {
                section
            } else {
                Id(next)
            }
        };
        let place = |ids: Vec<Id>| match ids.as_slice() {
            _ if self.flag => Place::First,
            [] => Place::After(Id(7_002)),
            ids => Place::After(*self.picks[2].get(ids)),
        };
        let item_ids = |section: Id| {
            let section = document.section(section);
            section.map_or(Vec::new(), |s| s.items.iter().map(|i| i.id).collect())
        };
        match self.what {
            0..4 => {
                let mut value = match shape {
                    Shape::Rich => self.values[2].clone(),
                    Shape::Lines | Shape::Words => self.values[3].clone(),
                    Shape::Date | Shape::End => self.values[1].clone(),
                    Shape::Flag => Value::Text(schema::SET.into()),
                    _ => self.values[0].clone(),
                };
                if let Value::Lines(lines) = &mut value {
                    lines.iter_mut().for_each(|line| line.id = fresh());
                }
                let value = (self.picks[3].index(5) > 0).then_some(value);
                Edit::SetField {
                    item: item.id,
                    field,
                    value,
                }
            }
            4 => {
                // An item of the kind, taken from a random section of it.
                let kind = document.section(section).map(|s| s.kind);
                let item = new_section.items.into_iter().next();
                let item = item.filter(|_| kind == Some(self.section.kind));
                let item = item.unwrap_or_else(|| Item::new(fresh()));
                Edit::AddItem {
                    section,
                    place: place(item_ids(section)),
                    item,
                }
            }
            5 => Edit::RemoveItem { item: item.id },
            6 => {
                let to = document.section_of(item.id).map_or(section, |s| {
                    let same = document
                        .sections
                        .iter()
                        .filter(|other| other.kind == s.kind);
                    let same: Vec<Id> = same.map(|s| s.id).collect();
                    *self.picks[1].get(&same)
                });
                let to = if self.picks[3].index(5) == 0 {
                    section
                } else {
                    to
                };
                Edit::MoveItem {
                    item: item.id,
                    section: to,
                    place: place(item_ids(to)),
                }
            }
            7 => Edit::SetItemHidden {
                item: item.id,
                hidden: self.flag,
            },
            8 => Edit::AddSection {
                place: place(sections),
                section: new_section,
            },
            9 => Edit::RemoveSection { section },
            10 => Edit::MoveSection {
                section,
                place: place(sections),
            },
            11 => Edit::SetSectionHidden {
                section,
                hidden: self.flag,
            },
            12 => {
                let heading = self.flag.then(|| self.text.clone());
                Edit::SetHeading { section, heading }
            }
            13 => {
                let line = Line {
                    id: fresh(),
                    text: self.inline.clone(),
                };
                let place = place(lines.iter().map(|line| line.id).collect());
                Edit::AddLine {
                    item: item.id,
                    field: list,
                    place,
                    line,
                }
            }
            14 => Edit::RemoveLine {
                item: item.id,
                field: list,
                line,
            },
            15 => {
                let place = place(lines.iter().map(|line| line.id).collect());
                Edit::MoveLine {
                    item: item.id,
                    field: list,
                    line,
                    place,
                }
            }
            16 => {
                let text = self.inline.clone();
                Edit::SetLine {
                    item: item.id,
                    field: list,
                    line,
                    text,
                }
            }
            17 => {
                let field = *self.picks[0].get(&PersonalField::ALL);
                Edit::SetPersonal {
                    field,
                    reference: self.flag.then(fresh),
                }
            }
            18 => Edit::SetTemplate {
                template: self.template.clone(),
            },
            19 => Edit::SetDesign {
                design: self.design.clone(),
            },
            20 => Edit::SetItemPaging {
                item: item.id,
                paging: self.paging,
            },
            21 => Edit::SetSectionPaging {
                section,
                paging: self.paging,
            },
            22 => Edit::SetSectionColumn {
                section,
                column: self.section.column,
            },
            23 => Edit::SetPhoto {
                photo: self.flag.then_some(self.photo),
            },
            24 => Edit::SetOrigin {
                item: item.id,
                origin: self.flag.then(|| Origin {
                    document: Id(7_003),
                    item: Id(7_004),
                    revision: self.picks[3].index(9) as u64,
                    seen: item.fields.clone(),
                    same: [field].into(),
                }),
            },
            _ if self.flag => Edit::SetLanguage {
                language: Language::Swedish,
            },
            _ => Edit::SetPaper {
                paper: Paper::Letter,
            },
        }
    }
}

/// Gives what an edit brings in ids and texts that no edit with another number
/// has, as ids drawn at random have, and as people hardly ever write the same.
pub(crate) fn as_own(mut edit: Edit, number: u64) -> Edit {
    let own = |id: &mut Id| {
        if id.0 >= 100_000 {
            id.0 += number * 1_000_000;
        }
    };
    let tag = format!(" ·{number}");
    let item = |item: &mut Item| {
        own(&mut item.id);
        for value in item.fields.values_mut() {
            if let Value::Lines(lines) = value {
                lines.iter_mut().for_each(|line| own(&mut line.id));
            }
        }
    };
    match &mut edit {
        Edit::SetField { value, .. } => match value {
            Some(Value::Text(text)) => text.push_str(&tag),
            Some(Value::Rich(rich)) => {
                let paragraph = Inline::plain(tag);
                rich.0.push(cv::Block::Paragraph(paragraph));
            }
            Some(Value::Lines(lines)) => lines.iter_mut().for_each(|line| own(&mut line.id)),
            _ => {}
        },
        Edit::AddItem { item: added, .. } => item(added),
        Edit::AddSection { section, .. } => {
            own(&mut section.id);
            section.items.iter_mut().for_each(item);
        }
        Edit::AddLine { line, .. } => own(&mut line.id),
        Edit::SetLine { text, .. } => text.push(cv::Span::plain(tag)),
        Edit::SetHeading {
            heading: Some(heading),
            ..
        } => heading.push_str(&tag),
        _ => {}
    }
    edit
}

//! Where in a document something stands, and a walk over all its texts.

use cv::{Document, Field, Id, SectionKind, Shape, ShownItem};
use serde::{Deserialize, Serialize};

/// A place that an editor can lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The section, or none for the basics.
    pub section: Option<Id>,
    /// The item; none where the section as a whole is meant.
    pub item: Option<Id>,
    pub field: Option<Field>,
    /// The line of a list.
    pub line: Option<Id>,
}

impl Place {
    pub(crate) fn basics(field: Field) -> Place {
        Place {
            section: None,
            item: Some(Id::BASICS),
            field: Some(field),
            line: None,
        }
    }

    pub(crate) fn section(section: Id) -> Place {
        Place {
            section: Some(section),
            item: None,
            field: None,
            line: None,
        }
    }

    pub(crate) fn field(section: Id, item: Id, field: Field) -> Place {
        Place {
            section: Some(section),
            item: Some(item),
            field: Some(field),
            line: None,
        }
    }
}

/// One line or paragraph of what a document shows.
pub(crate) struct Text {
    pub(crate) place: Place,
    /// None for the basics.
    pub(crate) kind: Option<SectionKind>,
    pub(crate) text: String,
}

/// All texts of a document, in its order. Addresses and dates are none.
pub(crate) fn texts(document: &Document) -> Vec<Text> {
    let shown = document.shown();
    let mut texts = Vec::new();
    of_item(&mut texts, None, None, shown.basics());
    for section in shown.sections() {
        for item in section.items() {
            of_item(&mut texts, Some(section.id()), Some(section.kind()), item);
        }
    }
    texts
}

fn of_item(
    texts: &mut Vec<Text>,
    section: Option<Id>,
    kind: Option<SectionKind>,
    item: ShownItem<'_>,
) {
    let specs = kind.map_or(cv::schema::BASICS, SectionKind::fields);
    for (field, shape) in specs {
        let place = Place {
            section,
            item: Some(item.id()),
            field: Some(*field),
            line: None,
        };
        let mut put = |line, text: String| {
            if !text.trim().is_empty() {
                texts.push(Text {
                    place: Place { line, ..place },
                    kind,
                    text,
                });
            }
        };
        match shape {
            Shape::Text => put(None, item.text(*field).to_owned()),
            Shape::Rich => {
                let rich = item.rich(*field).into_iter();
                for inline in rich.flat_map(cv::RichText::inlines) {
                    put(None, inline.text());
                }
            }
            Shape::Lines | Shape::Words => {
                for line in item.lines(*field) {
                    put(Some(line.id), line.text.text());
                }
            }
            Shape::Email
            | Shape::Phone
            | Shape::Url
            | Shape::Country
            | Shape::Date
            | Shape::End
            | Shape::Flag => {}
        }
    }
}

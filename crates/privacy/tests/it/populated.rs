//! A document in which every field of every kind holds every form of value.
//!
//! Structs are written out in full, so that a new part of the document does not
//! compile here until it is populated, and then has to be declared.

use cv::schema::BASICS;
use cv::{
    Block, Color, Column, DateForm, Design, Document, Field, Fields, Id, Inline, Item, Kind,
    Language, LevelDisplay, Line, Origin, Paging, Paper, PartialDate, Personal, PersonalField,
    Photo, PhotoFile, PhotoShape, RichText, Section, SectionKind, Shape, Span, Step, Template,
    Value, When,
};

pub(crate) fn document() -> Document {
    let mut last = 0;
    let mut ids = move || {
        last += 1;
        Id(last)
    };
    let basics = item(Id::BASICS, BASICS, 0, &mut ids);
    let sections = SectionKind::ALL
        .into_iter()
        .map(|kind| Section {
            id: ids(),
            kind,
            heading: Some("Heading".into()),
            hidden: true,
            paging: chosen_paging(),
            column: Some(Column::Side),
            // Three forms of a date need three items.
            items: (0..3)
                .map(|form| item(ids(), kind.fields(), form, &mut ids))
                .collect(),
        })
        .collect();
    Document {
        format: cv::format::FORMAT,
        kind: Kind::Cv,
        language: Language::Swedish,
        paper: Paper::A4,
        template: Template {
            name: "linne".into(),
            layout: "1".into(),
            breaks: Some("0".into()),
        },
        design: Design {
            page_numbers: false,
            running_name: false,
            size: Step::new(1).expect("a step"),
            spacing: Step::new(-1).expect("a step"),
            margins: Step::new(2).expect("a step"),
            accent: Some(Color::new(0x1d5561)),
            fonts: Some("inter".into()),
            icons: Some(true),
            dates: Some(DateForm::Iso),
            levels: Some(LevelDisplay::Dots),
        },
        photo: Some(Photo {
            file: PhotoFile(1),
            width: 600,
            height: 600,
            shape: PhotoShape::Round,
            hidden: true,
        }),
        basics,
        sections,
        personal: Some(Personal {
            references: PersonalField::ALL.map(|field| (field, ids())).into(),
        }),
    }
}

fn item(id: Id, specs: &[(Field, Shape)], form: usize, ids: &mut impl FnMut() -> Id) -> Item {
    Item {
        id,
        hidden: true,
        paging: chosen_paging(),
        origin: Some(Origin {
            document: ids(),
            item: ids(),
            revision: 1,
            seen: fields(specs, form, ids),
            same: specs.iter().map(|(field, _)| *field).collect(),
        }),
        fields: fields(specs, form, ids),
    }
}

fn fields(specs: &[(Field, Shape)], form: usize, ids: &mut impl FnMut() -> Id) -> Fields {
    let values = specs.iter();
    let values = values.map(|(field, shape)| (*field, value(*shape, form, ids)));
    values.collect()
}

fn chosen_paging() -> Paging {
    Paging {
        together: true,
        new_page: true,
    }
}

fn value(shape: Shape, form: usize, ids: &mut impl FnMut() -> Id) -> Value {
    match shape {
        Shape::Text | Shape::Email | Shape::Phone | Shape::Url | Shape::Country => {
            Value::Text("Text".into())
        }
        Shape::Flag => Value::Text(cv::schema::SET.into()),
        Shape::Rich => Value::Rich(RichText(vec![
            Block::Paragraph(inline()),
            Block::List(vec![inline()]),
            Block::Numbered(vec![inline()]),
        ])),
        Shape::Date | Shape::End => Value::When(match form {
            0 => When::Odd("soon".into()),
            1 if shape == Shape::End => When::Ongoing,
            _ => When::Date(PartialDate::new(2021, Some(3), Some(9)).expect("a date")),
        }),
        Shape::Lines | Shape::Words => Value::Lines(vec![Line {
            id: ids(),
            text: inline(),
        }]),
    }
}

fn inline() -> Inline {
    Inline(vec![Span {
        text: "Text".into(),
        bold: true,
        italic: true,
        link: Some("https://example.org".into()),
    }])
}

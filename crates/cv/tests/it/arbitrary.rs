//! Random documents.

use cv::{
    Block, Color, Column, DateForm, Design, Document, Field, Fields, Id, Inline, Item, Kind,
    Language, LevelDisplay, Line, Origin, Paging, Paper, PartialDate, Personal, PersonalField,
    Photo, PhotoFile, PhotoShape, RichText, Section, SectionKind, Shape, Span, Step, Template,
    Value, When, schema,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces of text that are hard for a notation, for JSON or for a layout.
pub(crate) fn text() -> BoxedStrategy<String> {
    let pieces = vec![
        "a",
        "Öl",
        " ",
        "  ",
        "*",
        "**",
        "***",
        "[",
        "]",
        "(",
        ")",
        "](",
        "\\",
        "\\|",
        "-",
        "- ",
        "\n",
        "\n\n",
        "\n- ",
        "1. ",
        "\n2. ",
        ".",
        "\r",
        "\r\n",
        "\t",
        "e\u{301}",
        "中文",
        "🙂",
        "\u{202e}",
        "&amp;",
        "\"",
        "a\u{7}b",
        "word",
        "https://x.example/a_(b)",
        "<",
        ">",
        "\u{a0}",
        "\u{2028}",
        "0",
        "/",
        "#",
        ":",
        "•",
    ];
    vec(select(pieces), 0..7)
        .prop_map(|pieces| pieces.concat())
        .boxed()
}

fn span() -> impl Strategy<Value = Span> {
    let link = option::weighted(0.3, text());
    (text(), any::<bool>(), any::<bool>(), link).prop_map(|(text, bold, italic, link)| Span {
        text,
        bold,
        italic,
        link,
    })
}

pub(crate) fn inline() -> impl Strategy<Value = Inline> {
    vec(span(), 0..4).prop_map(Inline)
}

pub(crate) fn rich() -> impl Strategy<Value = RichText> {
    let block = prop_oneof![
        inline().prop_map(Block::Paragraph),
        vec(inline(), 0..3).prop_map(Block::List),
        vec(inline(), 0..3).prop_map(Block::Numbered),
    ];
    vec(block, 0..4).prop_map(RichText)
}

pub(crate) fn date() -> impl Strategy<Value = PartialDate> {
    (1000..=9999u16, option::of(1..=12u8), option::of(1..=31u8)).prop_map(|(year, month, day)| {
        let exact = PartialDate::new(year, month, day);
        let rough = PartialDate::new(year, month, None);
        exact.or(rough).expect("the year and the month exist")
    })
}

fn line() -> impl Strategy<Value = Line> {
    inline().prop_map(|text| Line { id: Id(0), text })
}

/// A value of a shape; the ids of lines are given later.
pub(crate) fn value(shape: Shape) -> BoxedStrategy<Value> {
    let day = date().prop_map(When::Date);
    let odd = text().prop_map(When::Odd);
    match shape {
        Shape::Rich => rich().prop_map(Value::Rich).boxed(),
        Shape::Lines | Shape::Words => vec(line(), 1..4).prop_map(Value::Lines).boxed(),
        Shape::Date => prop_oneof![3 => day, 1 => odd]
            .prop_map(Value::When)
            .boxed(),
        Shape::End => prop_oneof![3 => day, 1 => odd, 1 => Just(When::Ongoing)]
            .prop_map(Value::When)
            .boxed(),
        Shape::Email => prop_oneof![Just("a.b@x.example".to_owned()), text()]
            .prop_map(Value::Text)
            .boxed(),
        Shape::Url => {
            let good = select(vec![
                "https://x.example/a?b=c#d",
                "x.example",
                "mailto:a@x.example",
            ]);
            prop_oneof![good.prop_map(String::from), text()]
                .prop_map(Value::Text)
                .boxed()
        }
        Shape::Text | Shape::Phone | Shape::Country => text().prop_map(Value::Text).boxed(),
        Shape::Flag => Just(Value::Text(schema::SET.to_owned())).boxed(),
    }
}

fn fields(specs: &'static [(Field, Shape)]) -> impl Strategy<Value = Fields> {
    let each: Vec<_> = specs
        .iter()
        .map(|(field, shape)| (Just(*field), option::of(value(*shape))))
        .collect();
    each.prop_map(|fields| {
        fields
            .into_iter()
            .filter_map(|(field, value)| Some((field, value?)))
            .filter(|(_, value)| !value.is_empty())
            .collect()
    })
}

fn item(specs: &'static [(Field, Shape)]) -> impl Strategy<Value = Item> {
    let names: Vec<Field> = specs.iter().map(|(field, _)| *field).collect();
    let same = btree_set(select(names), 0..3);
    let origin = option::weighted(
        0.2,
        (any::<u64>(), fields(specs), same).prop_map(|(n, seen, same)| Origin {
            document: Id(n),
            item: Id(!n),
            revision: n,
            seen,
            same,
        }),
    );
    let parts = (fields(specs), any::<bool>(), paging(), origin);
    parts.prop_map(|(fields, hidden, paging, origin)| Item {
        id: Id(0),
        hidden,
        paging,
        origin,
        fields,
    })
}

pub(crate) fn section() -> impl Strategy<Value = Section> {
    select(SectionKind::ALL.to_vec()).prop_flat_map(|kind| {
        let heading = option::weighted(0.3, text());
        let items = vec(item(kind.fields()), 0..3);
        let place = (paging(), column());
        let parts = (heading, any::<bool>(), place, items);
        parts.prop_map(move |(heading, hidden, (paging, column), items)| Section {
            id: Id(0),
            kind,
            heading: heading.filter(|h| !h.is_empty()),
            hidden,
            paging,
            column,
            items,
        })
    })
}

/// Mostly what is usual, as people have it.
pub(crate) fn paging() -> impl Strategy<Value = Paging> {
    (prop::bool::weighted(0.2), prop::bool::weighted(0.2))
        .prop_map(|(together, new_page)| Paging { together, new_page })
}

pub(crate) fn column() -> impl Strategy<Value = Option<Column>> {
    option::weighted(0.2, select(vec![Column::Main, Column::Side]))
}

pub(crate) fn design() -> impl Strategy<Value = Design> {
    let step = || prop_oneof![2 => Just(Step::USUAL), 1 => select(Step::ALL.to_vec())];
    let accent = option::weighted(0.3, any::<u32>().prop_map(Color::new));
    let fonts = option::weighted(0.3, text());
    let shown = (prop::bool::weighted(0.8), prop::bool::weighted(0.8));
    let written = (
        option::weighted(0.3, any::<bool>()),
        option::weighted(0.3, select(DateForm::ALL.to_vec())),
        option::weighted(0.3, select(LevelDisplay::ALL.to_vec())),
    );
    (shown, step(), step(), step(), accent, fonts, written).prop_map(
        |((page_numbers, running_name), size, spacing, margins, accent, fonts, written)| Design {
            page_numbers,
            running_name,
            size,
            spacing,
            margins,
            accent,
            fonts,
            icons: written.0,
            dates: written.1,
            levels: written.2,
        },
    )
}

pub(crate) fn photo() -> impl Strategy<Value = Photo> {
    let side = || cv::photo::SIDE;
    let shape = select(vec![PhotoShape::Round, PhotoShape::Square]);
    let parts = (
        any::<u128>(),
        side(),
        side(),
        shape,
        prop::bool::weighted(0.3),
    );
    parts.prop_map(|(file, width, height, shape, hidden)| Photo {
        file: PhotoFile(file),
        width,
        height,
        shape,
        hidden,
    })
}

pub(crate) fn template() -> impl Strategy<Value = Template> {
    (text(), text(), option::of(text())).prop_map(|(name, layout, breaks)| Template {
        name,
        layout,
        breaks,
    })
}

fn language() -> impl Strategy<Value = Language> {
    select(Language::ALL)
}

pub(crate) fn document() -> impl Strategy<Value = Document> {
    let look = (
        select(vec![Kind::Profile, Kind::Cv, Kind::Letter]),
        language(),
        select(vec![Paper::A4, Paper::Letter]),
        template(),
        (design(), option::of(photo())),
    );
    let references = btree_map(
        select(PersonalField::ALL.to_vec()),
        any::<u64>().prop_map(Id),
        0..3,
    );
    let parts = (item(schema::BASICS), vec(section(), 0..6), references);
    (look, parts).prop_map(
        |((kind, language, paper, template, (design, photo)), (basics, sections, references))| {
            let mut document = Document {
                format: cv::format::FORMAT,
                kind,
                language,
                paper,
                template,
                design,
                photo,
                basics: Item {
                    hidden: false,
                    paging: Paging::default(),
                    ..basics
                },
                sections,
                personal: (!references.is_empty()).then_some(Personal { references }),
            };
            let mut next = 0;
            for section in &mut document.sections {
                renumber_section(section, &mut next);
            }
            renumber(&mut document.basics, &mut next);
            document.basics.id = Id::BASICS;
            document.check().expect("a random document is sound");
            document
        },
    )
}

pub(crate) fn renumber_section(section: &mut Section, next: &mut u64) {
    *next += 1;
    section.id = Id(*next);
    for item in &mut section.items {
        renumber(item, next);
    }
}

fn renumber(item: &mut Item, next: &mut u64) {
    *next += 1;
    item.id = Id(*next);
    for value in item.fields.values_mut() {
        if let Value::Lines(lines) = value {
            for line in lines {
                *next += 1;
                line.id = Id(*next);
            }
        }
    }
}

//! Documents of every shape, tame and hostile.

use cv::schema::{self, Shape};
use cv::{
    Block, DateForm, Design, Document, Field, Fields, Id, Inline, Item, Language, LevelDisplay,
    Line, Paper, PartialDate, Photo, PhotoFile, PhotoShape, RichText, Section, SectionKind, Span,
    Step, Value, When,
};
use proptest::prelude::*;

use crate::documents::blank;

/// What breaks typesetters: nothing, bytes that are no text, words without end,
/// other scripts, marks upon marks, markup.
pub(crate) const HOSTILE: [&str; 22] = [
    "\u{0}",
    "a\u{0}b\u{1b}[31m",
    "\u{feff}mark\u{fffe}\u{ffff}",
    "one\u{2028}two\u{2029}three\r\nfour\rfive\n\n\nsix",
    "\t\u{b}\u{c}\u{85}",
    "soft\u{ad}hyphen and no\u{a0}break\u{202f}spaces",
    "\u{202e}reversed\u{202c} \u{2066}isolated",
    "العربية وعبرית في سطر واحد 123",
    "שלום עולם",
    "漢字かな交じり文。한국어",
    "👩‍👩‍👧‍👦🇸🇪🏴󠁧󠁢󠁥󠁮󠁧󠁿✌🏽❤️",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
    "</text></svg><script>alert(1)</script>",
    "\" onload=\"alert(1)\" x='",
    "&amp;&#60;]]>",
    "javascript:alert(1)",
    "ﬁnd the ﬂoor: office, waffle, fjord",
    "\u{e000}\u{f8ff}\u{10fffd} private",
    "\u{200b}\u{200c}\u{200d}\u{2060}\u{fe0f}",
    "ไทยภาษาไทยไม่มีช่องว่าง",
    "                                                                      ",
    "ÅÄÖåäö Ελληνικά Кириллица Việt ŁódŹ ȘȚ",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::collection::vec("[A-Za-zåäöÅÄÖ0-9(][a-zåäö,.&-]{0,14}", 1..6)
            .prop_map(|words| words.join(" ")),
        2 => prop::collection::vec("[A-Za-zåäö][a-zåäö,.]{0,14}", 20..120)
            .prop_map(|words| words.join(" ")),
        1 => (prop::sample::select(&["W", "i", "ö", "漢", "\u{301}", "👩‍"][..]), 200..3000_usize)
            .prop_map(|(letter, times)| letter.repeat(times)),
        2 => prop::sample::select(&HOSTILE[..]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => prop::sample::select(&["C1", "flytande", "4/5", "Beginner"][..])
            .prop_map(str::to_owned),
    ]
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        4 => (1950..2030_u16, prop::option::of(1..=12_u8)).prop_map(|(year, month)| {
            When::Date(PartialDate::new(year, month, None).expect("is a date"))
        }),
        1 => text().prop_filter("empty is no value", |t| !t.is_empty()).prop_map(When::Odd),
    ]
}

fn inline() -> impl Strategy<Value = Inline> {
    let link = prop::option::of(prop_oneof![
        Just("https://example.se/å b?c=\"d\"".to_owned()),
        Just("javascript:alert(1)".to_owned()),
        text(),
    ]);
    prop::collection::vec((text(), any::<bool>(), any::<bool>(), link), 0..4).prop_map(|spans| {
        let mut inline = Inline::default();
        for (text, bold, italic, link) in spans {
            inline.push(Span {
                text,
                bold,
                italic,
                link,
            });
        }
        inline
    })
}

fn rich() -> impl Strategy<Value = RichText> {
    let block = prop_oneof![
        2 => inline().prop_map(Block::Paragraph),
        1 => prop::collection::vec(inline(), 0..4).prop_map(Block::List),
        1 => prop::collection::vec(inline(), 0..12).prop_map(Block::Numbered),
    ];
    prop::collection::vec(block, 0..4).prop_map(RichText)
}

fn value(shape: Shape) -> BoxedStrategy<Value> {
    match shape {
        Shape::Text | Shape::Email | Shape::Phone | Shape::Url | Shape::Country => {
            text().prop_map(Value::Text).boxed()
        }
        Shape::Rich => rich().prop_map(Value::Rich).boxed(),
        Shape::Date => when().prop_map(Value::When).boxed(),
        Shape::End => prop_oneof![
            3 => when().prop_map(Value::When),
            1 => Just(Value::When(When::Ongoing)),
        ]
        .boxed(),
        Shape::Flag => Just(Value::Text(schema::SET.to_owned())).boxed(),
        Shape::Lines | Shape::Words => prop::collection::vec(inline(), 0..8)
            .prop_map(|lines| {
                let line = |text| Line { id: Id(0), text };
                Value::Lines(lines.into_iter().map(line).collect())
            })
            .boxed(),
    }
}

fn fields(specs: &'static [(Field, Shape)]) -> impl Strategy<Value = Fields> {
    let each: Vec<_> = specs
        .iter()
        .map(|(field, shape)| (Just(*field), prop::option::weighted(0.7, value(*shape))))
        .collect();
    each.prop_map(|fields| {
        fields
            .into_iter()
            .filter_map(|(field, value)| Some((field, value.filter(|v| !v.is_empty())?)))
            .collect()
    })
}

fn heading() -> impl Strategy<Value = String> {
    text().prop_filter("empty is no heading", |text| !text.is_empty())
}

fn section() -> impl Strategy<Value = Section> {
    prop::sample::select(&SectionKind::ALL[..]).prop_flat_map(|kind| {
        let items = prop::collection::vec((fields(kind.fields()), prop::bool::weighted(0.1)), 0..6);
        (
            items,
            prop::option::weighted(0.2, heading()),
            prop::bool::weighted(0.1),
        )
            .prop_map(move |(items, heading, hidden)| Section {
                heading,
                hidden,
                items: items
                    .into_iter()
                    .map(|(fields, hidden)| Item {
                        hidden,
                        fields,
                        ..Item::new(Id(0))
                    })
                    .collect(),
                ..Section::new(Id(0), kind)
            })
    })
}

/// What changes which rows there are, or how wide; steps of size are tried with
/// samples.
fn design() -> impl Strategy<Value = Design> {
    let dates = prop::option::of(prop::sample::select(&DateForm::ALL[..]));
    // Of letters that are not there a law on letters would not know.
    let levels = [LevelDisplay::Words, LevelDisplay::Dots, LevelDisplay::Bar];
    let levels = prop::option::of(prop::sample::select(levels.to_vec()));
    let step = || prop_oneof![3 => Just(Step::USUAL), 1 => prop::sample::select(&Step::ALL[..])];
    (any::<bool>(), dates, levels, step(), step()).prop_map(
        |(icons, dates, levels, size, margins)| Design {
            icons: Some(icons),
            dates,
            levels,
            size,
            margins,
            ..Design::default()
        },
    )
}

fn photo() -> impl Strategy<Value = Photo> {
    let shape = prop::sample::select(&[PhotoShape::Round, PhotoShape::Square][..]);
    (shape, prop::bool::weighted(0.2)).prop_map(|(shape, hidden)| Photo {
        file: PhotoFile(7),
        width: 480,
        height: 600,
        shape,
        hidden,
    })
}

pub(crate) fn document() -> impl Strategy<Value = Document> {
    let language = prop_oneof![
        1 => Just(Language::Swedish),
        1 => Just(Language::English),
        2 => prop::sample::select(Language::ALL),
    ];
    (
        language,
        any::<bool>(),
        fields(schema::BASICS),
        prop::collection::vec(section(), 0..10),
        prop::option::of(photo()),
        design(),
    )
        .prop_map(|(language, a4, basics, sections, photo, design)| {
            let mut document = blank(language);
            document.paper = if a4 { Paper::A4 } else { Paper::Letter };
            document.basics.fields = basics;
            document.sections = sections;
            document.photo = photo;
            document.design = design;
            number(&mut document);
            document.check().expect("fits the schema");
            document
        })
}

/// Gives everything an id of its own.
fn number(document: &mut Document) {
    let mut ids = crate::documents::ids();
    let lines = |item: &mut Item, ids: &mut dyn FnMut() -> Id| {
        for value in item.fields.values_mut() {
            if let Value::Lines(lines) = value {
                lines.iter_mut().for_each(|line| line.id = ids());
            }
        }
    };
    lines(&mut document.basics, &mut ids);
    for section in &mut document.sections {
        section.id = ids();
        for item in &mut section.items {
            item.id = ids();
            lines(item, &mut ids);
        }
    }
}

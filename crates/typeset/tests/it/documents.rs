//! Documents, fonts and engines for tests.

use std::path::Path;
use std::sync::OnceLock;

use cv::schema::{BASICS, Shape};
use cv::{
    Document, Field, Fields, Id, Inline, Item, Language, Line, Photo, PhotoFile, PhotoShape,
    RichText, Section, SectionKind, Value, When,
};
use typeset::{Engine, Face, FontData, Fonts};

/// What other programs wrote, and a Swedish CV of our own.
pub(crate) const SAMPLES: [&str; 10] = [
    "01-official-sample.jsonresume",
    "02-complete-fixture.jsonresume",
    "03-career-changer.jsonresume",
    "04-legacy-v0-jane-fullstacker.jsonresume",
    "05-missing-fields-jane-incomplete.jsonresume",
    "06-empty.jsonresume",
    "08-garbage-characters.fresh",
    "16-reactive-resume-v5-sample",
    "17-reactive-resume-v4-sample",
    "svensk.jsonresume",
];

/// The font files of this repository, read once.
pub(crate) fn fonts() -> Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS
        .get_or_init(|| {
            let mut fonts = Fonts::new();
            for face in Face::all() {
                fonts.add(face, file(face)).expect("the edition is ours");
            }
            fonts
        })
        .clone()
}

pub(crate) fn file(face: Face) -> FontData {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/fonts");
    let file = std::fs::read(folder.join(face.file()));
    file.expect("the font is there").into()
}

/// An engine that divides words of every language.
pub(crate) fn engine() -> Engine {
    let mut engine = Engine::new(fonts()).expect("the fonts are good");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/hyphenation");
    for language in Language::ALL {
        if let Some(name) = engine.needs_patterns(*language) {
            let file = std::fs::read(folder.join(name)).expect("the patterns are there");
            engine.set_patterns(*language, file).expect("are whole");
        }
    }
    engine
}

/// Ids count up, so that documents are the same in every run.
pub(crate) fn ids() -> impl FnMut() -> Id {
    let mut last = 0;
    move || {
        last += 1;
        Id(last)
    }
}

pub(crate) fn template() -> cv::Template {
    typeset::template::default().for_document()
}

pub(crate) fn blank(language: Language) -> Document {
    Document::blank(language, template(), ids())
}

pub(crate) fn sample(name: &str) -> Document {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let file = std::fs::read(folder.join(format!("{name}.json"))).expect("the sample is there");
    let language = match name {
        "svensk.jsonresume" => Language::Swedish,
        _ => Language::English,
    };
    cv::import(file, language, template(), ids())
        .expect("can be read")
        .document
}

/// A picture that this repository drew, 480 by 600 pixels.
pub(crate) const PORTRAIT: &[u8] = include_bytes!("../files/portrait.jpg");

/// A document with it.
pub(crate) fn with_photo(mut document: Document, shape: PhotoShape) -> Document {
    let (width, height) = cv::photo::dimensions(PORTRAIT).expect("is a plain JPEG");
    document.photo = Some(Photo {
        file: PhotoFile(0xabcd),
        width,
        height,
        shape,
        hidden: false,
    });
    document
}

pub(crate) fn every_sample_in_every_template()
-> impl Iterator<Item = (&'static str, &'static typeset::template::Template)> {
    let templates = typeset::template::ALL.iter();
    templates.flat_map(|template| SAMPLES.into_iter().map(move |name| (name, template)))
}

/// Where a mark stands in the [`populated`] document, by indexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Basics(Field),
    Heading(usize),
    Item(usize, usize),
}

/// A document with every field of every kind of section, each of two items, and
/// every field a mark of its own, which occurs nowhere else.
pub(crate) fn populated() -> (Document, Vec<(Place, String)>) {
    let mut document = blank(Language::English);
    let mut ids = ids();
    let mut marks = Vec::new();
    let mut full = |specs: &[(Field, Shape)], place: &dyn Fn(Field) -> Place| {
        let mut fields = Fields::new();
        for (field, shape) in specs {
            let mark = format!("mark{}x", marks.len());
            let mut value = marked(*shape, &mark);
            if let Value::Lines(lines) = &mut value {
                lines[0].id = ids();
            }
            fields.insert(*field, value);
            // A flag says nothing by itself.
            if *shape != Shape::Flag {
                marks.push((place(*field), mark));
            }
        }
        fields
    };
    document.basics.fields = full(BASICS, &Place::Basics);
    let sections = SectionKind::ALL.into_iter().enumerate();
    document.sections = sections
        .map(|(at, kind)| {
            let items = (0..2).map(|index| {
                let mut item = Item::new(Id(10_000 + 10 * at as u64 + index));
                let place = Place::Item(at, index as usize);
                item.fields = full(kind.fields(), &|_| place);
                item
            });
            Section {
                heading: Some(format!("heading{at}x")),
                items: items.collect(),
                ..Section::new(Id(20_000 + at as u64), kind)
            }
        })
        .collect();
    for at in 0..document.sections.len() {
        marks.push((Place::Heading(at), format!("heading{at}x")));
    }
    document.check().expect("fits the schema");
    (document, marks)
}

/// A value of a shape that can be found again.
pub(crate) fn marked(shape: Shape, mark: &str) -> Value {
    let line = Line {
        id: Id(0),
        text: Inline::plain(mark),
    };
    match shape {
        Shape::Url => Value::Text(format!("https://{mark}.example")),
        Shape::Email => Value::Text(format!("{mark}@example.se")),
        Shape::Text | Shape::Phone | Shape::Country => Value::Text(mark.to_owned()),
        Shape::Rich => Value::Rich(RichText::plain(mark)),
        Shape::Date | Shape::End => Value::When(When::Odd(mark.to_owned())),
        Shape::Lines | Shape::Words => Value::Lines(vec![line]),
        Shape::Flag => Value::Text(cv::schema::SET.to_owned()),
    }
}

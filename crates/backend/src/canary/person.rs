//! The person who is planted: a word of its own for every field that takes text.

use cv::schema::BASICS;
use cv::{
    Block, Document, Field, Id, Inline, Item, Language, Line, RichText, Section, SectionKind,
    Shape, Span, Template, Value, When,
};
use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;
use uuid::Uuid;

/// The words that were planted, and where.
#[derive(Default)]
pub(super) struct Words(Vec<Word>);

pub(super) struct Word {
    /// The path of the field: `work[].position`.
    pub(super) field: String,
    pub(super) text: String,
}

impl Words {
    /// A new word of 23 small letters, which nobody else has ever written.
    pub(super) fn plant(&mut self, field: impl Into<String>) -> String {
        let letters = Uuid::new_v4().into_bytes().map(|b| b'a' + b % 26);
        let text: String = "kanarie".bytes().chain(letters).map(char::from).collect();
        self.0.push(Word {
            field: field.into(),
            text: text.clone(),
        });
        text
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Word> {
        self.0.iter()
    }
}

/// A picture that nobody else has: noise.
pub(super) fn picture() -> Vec<u8> {
    let bytes = std::iter::repeat_with(|| Uuid::new_v4().into_bytes()).flatten();
    let pixels: Vec<u8> = bytes.take(64 * 64).collect();
    let mut jpeg = Vec::new();
    // Into memory, and of a size that fits: it does not fail, and an empty file
    // would be refused.
    let _ = JpegEncoder::new(&mut jpeg).encode(&pixels, 64, 64, ExtendedColorType::L8);
    jpeg
}

/// A document as it is made, and the same with a word in every field, heading
/// and link.
pub(super) fn documents(words: &mut Words) -> (Document, Document) {
    let mut last = 0;
    let mut ids = || {
        last += 1;
        Id(last)
    };
    let template = Template {
        name: "linne".into(),
        layout: "1".into(),
        breaks: None,
    };
    let blank = Document::blank(Language::Swedish, template, &mut ids);
    let mut full = blank.clone();
    // Also those sections that a new CV does not have.
    for kind in SectionKind::ALL.into_iter().filter(|kind| !kind.is_usual()) {
        full.sections.push(Section::new(ids(), kind));
    }
    fill(&mut full.basics, "basics", BASICS, words, &mut ids);
    for section in &mut full.sections {
        let of = format!("{}[]", section.kind.json());
        section.heading = Some(words.plant(format!("{of} heading")));
        if section.items.is_empty() {
            section.items.push(Item::new(ids()));
        }
        for item in &mut section.items {
            fill(item, &of, section.kind.fields(), words, &mut ids);
        }
    }
    (blank, full)
}

fn fill(
    item: &mut Item,
    of: &str,
    fields: &[(Field, Shape)],
    words: &mut Words,
    ids: &mut impl FnMut() -> Id,
) {
    for (field, shape) in fields {
        // A flag holds no word.
        if *shape == Shape::Flag {
            continue;
        }
        let path = format!("{of}.{}", field.json());
        let value = value(*shape, &path, words, ids);
        item.fields.insert(*field, value);
    }
}

fn value(shape: Shape, path: &str, words: &mut Words, ids: &mut impl FnMut() -> Id) -> Value {
    match shape {
        Shape::Text | Shape::Phone | Shape::Country | Shape::Flag => Value::Text(words.plant(path)),
        Shape::Email => Value::Text(format!("{}@merit.example", words.plant(path))),
        Shape::Url => Value::Text(format!("https://{}.example", words.plant(path))),
        Shape::Date | Shape::End => Value::When(When::Odd(words.plant(path))),
        Shape::Rich => Value::Rich(RichText(vec![
            Block::Paragraph(inline(path, words)),
            Block::List(vec![inline(path, words)]),
            Block::Numbered(vec![inline(path, words)]),
        ])),
        Shape::Lines | Shape::Words => Value::Lines(vec![Line {
            id: ids(),
            text: inline(path, words),
        }]),
    }
}

fn inline(path: &str, words: &mut Words) -> Inline {
    Inline(vec![Span {
        text: words.plant(path),
        bold: true,
        italic: false,
        link: Some(format!(
            "https://{}.example",
            words.plant(format!("{path} link"))
        )),
    }])
}

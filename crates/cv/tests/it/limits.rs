//! Limits: the same for edits, stored documents and imports.

use cv::limits::{self, Exceeded};
use cv::{
    Document, Edit, Field, Id, Inline, Item, Place, Rejected, SectionKind, Template, Value, apply,
    format,
};
use proptest::prelude::*;

use crate::arbitrary::document;
use crate::support::{blank, import, lines, section};

proptest! {
    #[test]
    fn the_counted_bytes_are_those_of_the_file(document in document()) {
        let written = format::save(&document).len();
        let counted = limits::bytes(&document);
        prop_assert!(counted >= written, "{} < {}", counted, written);
        prop_assert!(counted <= written + 300 + 100 * document.items().count(), "{} > {}", counted, written);
    }
}

fn set(item: Id, field: Field, value: Value) -> Edit {
    Edit::SetField {
        item,
        field,
        value: Some(value),
    }
}

fn full_text(c: char) -> Value {
    Value::Text(c.to_string().repeat(limits::FIELD_CHARS))
}

#[test]
fn what_is_accepted_fits_into_the_file() {
    // Characters of one, two and six bytes in JSON, and one of four in UTF-8.
    for c in ['a', '"', '\u{1}', '🙂'] {
        let mut document = blank();
        let work = section(&document, SectionKind::Work).id;
        let mut rejected = None;
        for id in 1_000..2_000 {
            let mut item = Item::new(Id(id));
            item.fields.insert(Field::Name, full_text(c));
            let place = Place::First;
            if let Err(error) = apply(
                &mut document,
                &Edit::AddItem {
                    section: work,
                    place,
                    item,
                },
            ) {
                rejected = Some(error);
                break;
            }
        }
        assert_eq!(rejected, Some(Rejected::TooLarge(Exceeded::DocumentBytes)));
        let written = format::save(&document);
        assert!(written.len() <= limits::DOCUMENT_BYTES);
        assert!(written.len() > limits::DOCUMENT_BYTES - 61_000);
        assert_eq!(format::load(&written).unwrap(), document);
    }
}

#[test]
fn empty_structure_counts_too() {
    let mut document = blank();
    let summary = section(&document, SectionKind::Summary).items[0].id;
    let blocks = vec![cv::Block::Paragraph(Inline::default()); 100_000];
    let value = Value::Rich(cv::RichText(blocks));
    let result = apply(&mut document, &set(summary, Field::Summary, value));
    assert_eq!(result, Err(Rejected::TooLarge(Exceeded::DocumentBytes)));
}

/// A thousand of each piece of structure: a byte too few for one would show.
#[test]
fn each_piece_of_structure_is_counted_in_full() {
    let span = |bold, italic, link: Option<&str>| cv::Span {
        text: String::new(),
        bold,
        italic,
        link: link.map(String::from),
    };
    let paragraph = |spans| cv::Block::Paragraph(Inline(spans));
    let rich = |block| Value::Rich(cv::RichText(vec![block; 1_000]));
    let one = |value| vec![value];
    let lines = |text: Inline| {
        let line = |id| cv::Line {
            id: Id(id),
            text: text.clone(),
        };
        Value::Lines((10_000..11_000).map(line).collect())
    };
    let mut pieces = vec![
        (Field::Summary, one(rich(paragraph(vec![])))),
        (Field::Summary, one(rich(cv::Block::List(vec![])))),
        (
            Field::Summary,
            one(rich(cv::Block::List(vec![Inline::default(); 9]))),
        ),
        (Field::Summary, one(rich(cv::Block::Numbered(vec![])))),
        (Field::Highlights, one(lines(Inline::default()))),
    ];
    for text in [
        span(false, false, None),
        span(true, false, None),
        span(false, true, None),
        span(false, false, Some("")),
    ] {
        pieces.push((Field::Summary, one(rich(paragraph(vec![text; 9])))));
    }
    // These are once in an item, so there are a thousand items.
    let many = |value: Value| vec![value; 1_000];
    pieces.push((Field::Name, many(Value::Text("x".into()))));
    pieces.push((Field::EndDate, many(Value::When(cv::When::Ongoing))));
    let day = "2014-10-01".parse().unwrap();
    pieces.push((Field::EndDate, many(Value::When(cv::When::Date(day)))));
    pieces.push((Field::EndDate, many(Value::When(cv::When::Odd("x".into())))));
    for (field, values) in pieces {
        for (hidden, copied) in [(false, false), (true, false), (false, true)] {
            let mut document = blank();
            let work = document.sections.iter_mut();
            let work = work.filter(|s| s.kind == SectionKind::Work).last().unwrap();
            for (value, id) in values.iter().zip(1_000..) {
                let mut item = Item::new(Id(id));
                item.hidden = hidden;
                item.origin = copied.then(|| cv::Origin {
                    document: Id(1),
                    item: Id(2),
                    revision: u64::MAX,
                    seen: [(field, value.clone())].into(),
                    same: [field].into(),
                });
                item.fields.insert(field, value.clone());
                work.items.push(item);
            }
            let (counted, written) = (limits::bytes(&document), format::save(&document).len());
            assert!(
                counted >= written,
                "{field:?} {hidden}: {counted} < {written}"
            );
        }
    }
    let mut document = blank();
    for id in 1_000..2_000 {
        document.sections.push(cv::Section {
            heading: Some("x".into()),
            hidden: true,
            paging: cv::Paging {
                together: true,
                new_page: true,
            },
            column: Some(cv::Column::Side),
            ..cv::Section::new(Id(id), SectionKind::Work)
        });
    }
    assert!(limits::bytes(&document) >= format::save(&document).len());
}

#[test]
fn every_text_has_a_limit() {
    let mut document = blank();
    let work = section(&document, SectionKind::Work).id;
    let item = Id(900);
    let place = Place::First;
    apply(
        &mut document,
        &Edit::AddItem {
            section: work,
            place,
            item: Item::new(item),
        },
    )
    .unwrap();
    let before = document.clone();
    let just = "å".repeat(limits::FIELD_CHARS);
    let over = format!("{just}å");
    let edits = |text: &str| {
        let text = text.to_owned();
        let inline = Inline::plain(&text);
        let line = cv::Line {
            id: Id(901),
            text: inline.clone(),
        };
        let odd = cv::When::Odd(text.clone());
        [
            set(item, Field::Name, Value::Text(text.clone())),
            set(item, Field::StartDate, Value::When(odd)),
            set(
                item,
                Field::Summary,
                Value::Rich(cv::RichText::plain(&text)),
            ),
            set(item, Field::Highlights, Value::Lines(vec![line.clone()])),
            Edit::AddLine {
                item,
                field: Field::Highlights,
                place,
                line,
            },
            Edit::SetHeading {
                section: work,
                heading: Some(text.clone()),
            },
            Edit::SetTemplate {
                template: Template {
                    name: text,
                    layout: String::new(),
                    breaks: None,
                },
            },
        ]
    };
    for (edit, long) in edits(&just).into_iter().zip(edits(&over)) {
        let too_long = Err(Rejected::TooLarge(Exceeded::FieldChars));
        assert_eq!(apply(&mut document, &long), too_long);
        let inverse = apply(&mut document, &edit).unwrap();
        apply(&mut document, &inverse).unwrap();
        assert_eq!(document, before);
    }
}

#[test]
fn items_and_lines_share_a_limit() {
    let document = blank();
    let make = |count: u64| -> Result<Edit, Rejected> {
        let work = section(&document, SectionKind::Work).id;
        let mut item = Item::new(Id(1_000));
        let line = |id| cv::Line {
            id: Id(id),
            text: Inline::plain("x"),
        };
        let lines = (2_000..2_000 + count).map(line).collect();
        item.fields.insert(Field::Highlights, Value::Lines(lines));
        let mut copy = document.clone();
        apply(
            &mut copy,
            &Edit::AddItem {
                section: work,
                place: Place::First,
                item,
            },
        )
    };
    // The basics, the summary and the job itself are three of them.
    let room = limits::ITEMS as u64 - 3;
    assert!(make(room).is_ok());
    assert_eq!(make(room + 1), Err(Rejected::TooLarge(Exceeded::Items)));
    let mut sections = blank();
    let mut add = |id| {
        let section = cv::Section::new(Id(id), SectionKind::Work);
        apply(
            &mut sections,
            &Edit::AddSection {
                place: Place::First,
                section,
            },
        )
    };
    for id in 14..=limits::SECTIONS as u64 {
        add(1_000 + id).unwrap();
    }
    assert_eq!(add(9_000), Err(Rejected::TooLarge(Exceeded::Sections)));
}

/// A document that passes a limit is refused when it is loaded; the import
/// takes the same file and cuts what is too much.
#[test]
fn loading_refuses_what_importing_cuts() {
    let mut document = blank();
    let long = "x".repeat(limits::FIELD_CHARS + 7);
    document
        .basics
        .fields
        .insert(Field::Name, Value::Text(long.clone()));
    let written = format::save(&document);
    assert_eq!(
        format::load(&written),
        Err(format::LoadError::TooLarge(Exceeded::FieldChars))
    );
    let imported = import(&written);
    insta::assert_snapshot!(lines(&imported), @"basics.fields.name: cut at 10000 characters, 7 left out");
    assert_sound(&imported.document);
}

fn assert_sound(document: &Document) {
    assert_eq!(document.check(), Ok(()));
    assert_eq!(limits::document(document), Ok(()));
    assert!(format::save(document).len() <= limits::DOCUMENT_BYTES);
}

#[test]
fn an_import_stops_at_the_limits_and_says_so() {
    let jobs: Vec<_> = (0..2_500)
        .map(|i| serde_json::json!({"name": format!("Employer {i}")}))
        .collect();
    let imported = import(serde_json::json!({"work": jobs, "skills": [{"name": "x"}]}).to_string());
    insta::assert_snapshot!(lines(&imported), @"
    work: left out: 502 more than a document holds
    skills: left out: 1 more than a document holds
    ");
    assert_sound(&imported.document);
    assert_eq!(imported.document.items().count(), limits::ITEMS);

    let words: Vec<String> = (0..3_000).map(|i| i.to_string()).collect();
    let imported =
        import(serde_json::json!({"skills": [{"name": "x", "keywords": words}]}).to_string());
    insta::assert_snapshot!(lines(&imported), @"skills[0].keywords: left out: 1003 more than a document holds");
    assert_sound(&imported.document);

    // Notation that takes many times its length as structure.
    let dense = "*a*b".repeat(2_400);
    let jobs: Vec<_> = (0..60)
        .map(|_| serde_json::json!({"summary": dense}))
        .collect();
    let imported = import(serde_json::json!({ "work": jobs }).to_string());
    assert!(lines(&imported).contains("summary: left out: the document is full"));
    assert_sound(&imported.document);

    let long = "word ".repeat(3_000);
    let file = serde_json::json!({
        "basics": {"name": long, "summary": long, "url": format!("https://x.example/{long}")},
        "work": [{"name": "x", "highlights": [long]}],
    });
    let imported = import(file.to_string());
    insta::assert_snapshot!(lines(&imported), @"
    basics.summary: cut at 10000 characters, 4999 left out
    basics.name: cut at 10000 characters, 4999 left out
    basics.url: left out: it is too long
    work[0].highlights: cut at 10000 characters, 4999 left out
    ");
    assert_sound(&imported.document);
}

#[test]
fn a_report_stays_short() {
    let odd: Vec<_> = (0..1_500)
        .map(|i| serde_json::json!({"name": "x", "odd": i}))
        .collect();
    let imported = import(serde_json::json!({ "work": odd }).to_string());
    assert_eq!(imported.report.notes.len(), cv::import::NOTES);
    assert_eq!(imported.report.more, 500);
}

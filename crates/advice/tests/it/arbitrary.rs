//! Whatever is written, advice has an answer.

use advice::{Place, Put, adding, advise, compare};
use cv::{Document, Field, Kind, Language, PartialDate, SectionKind};
use proptest::prelude::*;

use crate::support::{blank, ids_from, put, today};

/// Words that rules look for, and characters that they trip over.
fn text() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Ansvarig för",
        "I",
        "Jag",
        "C#",
        "C++",
        ".NET",
        "[antal]",
        "och",
        "the",
        "erfarenhet av",
        "experience with",
        "B-körkort",
        "projektledning",
        "-",
        "'s",
        "’",
        "..",
        "\u{ad}",
        "ß",
        "İ",
        "ledde",
        "managed",
        "manage",
        "\n",
        "•",
        ",",
        "ed",
        "ing",
        "arbetsmiljö",
        "yyy",
        "😀",
        "a\u{301}",
        "-a-",
        "1-",
        "Y",
        "ies",
        "'",
    ]);
    let piece = prop_oneof![
        known.prop_map(str::to_owned),
        "\\PC{0,6}",
        "[a-zåäöy]{1,12}"
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.join(" "))
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("ongoing".to_owned()),
        (1000u16..=9999).prop_map(|year| format!("{year:04}")),
        (1990u16..2030, 1u8..=12).prop_map(|(year, month)| format!("{year:04}-{month:02}")),
        "[a-z ]{1,8}",
    ]
}

fn document() -> impl Strategy<Value = Document> {
    let kinds = prop::sample::select(SectionKind::ALL.to_vec());
    let language =
        prop::sample::select(vec![Language::Swedish, Language::English, Language::Greek]);
    let kind = prop::sample::select(vec![Kind::Cv, Kind::Profile, Kind::Letter]);
    let entry = (kinds, prop::collection::vec(text(), 12), date(), date());
    let entries = prop::collection::vec(entry, 0..8);
    (language, kind, entries).prop_map(|(language, kind, entries)| {
        let mut document = blank(language);
        document.kind = kind;
        for (kind, texts, from, to) in entries {
            let fields: Vec<(Field, String)> = kind
                .fields()
                .iter()
                .zip(texts)
                .filter(|((field, _), _)| *field != Field::SameEmployer)
                .map(|((field, shape), text)| match shape {
                    cv::Shape::Date => (*field, from.replace("ongoing", "2020")),
                    cv::Shape::End => (*field, to.clone()),
                    _ => (*field, text),
                })
                .filter(|(_, text)| !text.is_empty())
                .collect();
            let fields: Vec<_> = fields
                .iter()
                .filter(|(_, text)| !text.trim().is_empty())
                .map(|(f, t)| (*f, t.as_str()))
                .collect();
            put(&mut document, kind, &fields);
        }
        document
    })
}

fn is_there(document: &Document, place: &Place) -> bool {
    let section = place
        .section
        .is_none_or(|id| document.section(id).is_some());
    let item = place.item.is_none_or(|id| document.item(id).is_some());
    let line = place.line.is_none_or(|line| {
        let item = place.item.and_then(|id| document.item(id)).unwrap();
        let mut lines = item.lines(place.field.unwrap()).iter();
        lines.any(|own| own.id == line)
    });
    section && item && line
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_hint_has_a_place_that_is_there(document in document(), year in 1000u16..=9999) {
        for today in [today(), PartialDate::new(year, None, None).unwrap()] {
            for hint in advise(&document, Some(3), today).hints {
                prop_assert!(hint.place.iter().all(|place| is_there(&document, place)), "{hint:?}");
            }
        }
    }

    #[test]
    fn every_advertisement_has_an_answer(document in document(), advert in text()) {
        let answer = compare(&document, &advert);
        for asked in &answer.asked {
            prop_assert!(asked.places.iter().all(|place| is_there(&document, place)), "{asked:?}");
            for put in &asked.put {
                match put {
                    Put::At(place) => prop_assert!(is_there(&document, place)),
                    Put::Entry(kind) => {
                        let added = adding(&document, *kind, &asked.entry, ids_from(1 << 40));
                        let (edit, _) = added.unwrap();
                        prop_assert!(cv::apply(&mut document.clone(), &edit).is_ok());
                    }
                }
            }
        }
    }

    #[test]
    fn what_goes_to_the_page_comes_back(document in document(), advert in text()) {
        let advice = advise(&document, None, today());
        let json = serde_json::to_string(&advice).unwrap();
        prop_assert_eq!(cv::format::read::<advice::Advice>(&json).unwrap(), advice);
        let answer = compare(&document, &advert);
        let json = serde_json::to_string(&answer).unwrap();
        prop_assert_eq!(cv::format::read::<advice::Answer>(&json).unwrap(), answer);
    }
}

/// An advertisement may be as long as a clipboard.
#[test]
fn a_very_long_advertisement_is_read_to_a_limit() {
    let advert = "erfarenhet av å ".repeat(100_000);
    let answer = compare(&blank(Language::Swedish), &advert);
    assert!(answer.asked.len() < 100);
}

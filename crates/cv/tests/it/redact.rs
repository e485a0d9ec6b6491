//! What leaves: the same to those who see it, and nothing beside it.

use cv::{
    Block, Document, Field, Id, Inline, Item, NotHideable, Personal, PersonalField, PhotoFile,
    Redaction, RichText, SectionKind, Value, When, export_shown, redacted, schema, seen,
};
use proptest::collection::btree_set;
use proptest::prelude::*;
use proptest::sample::subsequence;

use crate::arbitrary::document;
use crate::support::{SAMPLES, import, sample, section};

/// Stands where others do not look, and nowhere else.
const SECRET: &str = "Hemlighet";

/// The distance between ids in tests: no number in a document is as long.
const FAR: u64 = 0x0123_4567_89ab;

/// Hides fields, and in a document of few ids now and then a section or an item.
fn redaction() -> impl Strategy<Value = Redaction> {
    let fields: Vec<Field> = Redaction::fields().collect();
    let some = subsequence(fields, 0..=10);
    let places = btree_set(1..40_u64, 0..4);
    (some, places, any::<bool>(), any::<bool>()).prop_map(
        |(fields, places, contacts, anonymous)| {
            let mut redaction = Redaction::try_from(fields).expect("can be hidden");
            places
                .into_iter()
                .map(Id)
                .for_each(|id| redaction.hide_place(id));
            redaction.set_shows_contacts(contacts);
            redaction.set_anonymous(anonymous);
            redaction
        },
    )
}

/// The same for a document whose ids are others: it hides no place by them.
fn without_places(mut redaction: Redaction) -> Redaction {
    let places: Vec<Id> = redaction.places().collect();
    places.into_iter().for_each(|id| redaction.show_place(id));
    redaction
}

/// Puts the secret into every text of an item.
fn spoil(item: &mut Item) {
    for value in item.fields.values_mut() {
        match value {
            // A flag has no text of its writer's.
            Value::Text(text) if text == schema::SET => {}
            Value::Text(text) | Value::When(When::Odd(text)) => *text = SECRET.into(),
            Value::When(when) => *when = When::Odd(SECRET.into()),
            Value::Rich(rich) => {
                *rich = RichText(vec![Block::Paragraph(Inline::plain(SECRET))]);
            }
            Value::Lines(lines) => lines
                .iter_mut()
                .for_each(|line| line.text = Inline::plain(SECRET)),
        }
    }
}

/// Puts the secret into everything that is hidden, and makes every id long.
fn spoilt(mut document: Document, redaction: &Redaction) -> Document {
    for (field, value) in &mut document.basics.fields {
        if redaction.hides(*field) {
            *value = Value::Text(SECRET.into());
        }
    }
    for section in &mut document.sections {
        let accounts = redaction.is_anonymous() && section.kind == SectionKind::Profiles;
        let hidden = section.hidden || accounts || redaction.hides_place(section.id);
        if hidden {
            section.heading = Some(SECRET.into());
        }
        for item in &mut section.items {
            if hidden || item.hidden || redaction.hides_place(item.id) {
                spoil(item);
            }
            item.id = Id(item.id.0 * FAR);
            for value in item.fields.values_mut() {
                if let Value::Lines(lines) = value {
                    lines
                        .iter_mut()
                        .for_each(|line| line.id = Id(line.id.0 * FAR));
                }
            }
        }
        section.id = Id(section.id.0 * FAR);
    }
    document.template.breaks = Some(SECRET.into());
    document.personal = Some(Personal {
        references: [(PersonalField::Gender, Id(FAR))].into(),
    });
    document.check().expect("still sound");
    document
}

/// All ids but that of the basics, in reading order.
fn ids(document: &Document) -> Vec<u64> {
    let mut ids = Vec::new();
    for section in &document.sections {
        ids.push(section.id.0);
        for item in &section.items {
            ids.push(item.id.0);
            for (field, _) in section.kind.fields() {
                ids.extend(item.lines(*field).iter().map(|line| line.id.0));
            }
        }
    }
    ids
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn others_see_the_same(document in document()) {
        let copy = redacted(&document, &Redaction::none());
        prop_assert_eq!(export_shown(copy.shown()), export_shown(document.shown()));
    }

    #[test]
    fn doing_it_twice_changes_nothing(document in document(), redaction in redaction()) {
        let once = redacted(&document, &redaction);
        let redaction = without_places(redaction);
        prop_assert_eq!(once.check(), Ok(()));
        prop_assert_eq!(&redacted(&once, &redaction), &once);
        prop_assert_eq!(&redacted(&once, &Redaction::none()), &once);
    }

    #[test]
    fn nothing_else_is_in_it(document in document(), redaction in redaction()) {
        let document_photo = document.photo;
        let spoilt = spoilt(document, &redaction);
        // Its places have other ids than before.
        let mut moved = without_places(redaction.clone());
        redaction.places().for_each(|id| moved.hide_place(Id(id.0 * FAR)));
        let copy = redacted(&spoilt, &moved);
        let json = cv::export_full(&copy);
        prop_assert!(!json.contains(SECRET), "{}", json);
        prop_assert!(!json.contains("hidden") && !json.contains("origin"), "{}", json);
        prop_assert!(copy.personal.is_none() && copy.template.breaks.is_none());
        let ids = ids(&copy);
        prop_assert!(ids.iter().copied().eq(1..=ids.len() as u64), "{:?}", ids);
        for item in copy.items() {
            prop_assert!(!item.hidden && item.origin.is_none());
        }
        let photo = document_photo.filter(|p| !p.hidden && !redaction.hides(Field::Image));
        prop_assert_eq!(copy.photo.is_some(), photo.is_some());
        prop_assert!(copy.photo.is_none_or(|p| p.file == PhotoFile::PUBLISHED));
        for field in redaction.hidden() {
            prop_assert!(!copy.basics.fields.contains_key(&field));
        }
    }

    #[test]
    fn its_owner_sees_the_same_under_its_own_ids(document in document(), redaction in redaction()) {
        let copy = redacted(&document, &redaction);
        let seen = seen(&document, &redaction);
        prop_assert_eq!(export_shown(copy.shown()), export_shown(seen.shown()));
        let own = |id: Id| document.section(id).is_some() || document.item(id).is_some();
        prop_assert!(seen.sections.iter().all(|section| own(section.id)));
        prop_assert!(seen.items().all(|item| own(item.id)));
    }

    #[test]
    fn a_redaction_that_is_written_is_read_again(redaction in redaction()) {
        let json = serde_json::to_string(&redaction).unwrap();
        prop_assert_eq!(cv::format::read::<Redaction>(&json).unwrap(), redaction);
    }
}

#[test]
fn a_sample_redacted_and_stored_is_read_again() {
    for name in SAMPLES {
        let document = import(sample(name)).document;
        let copy = redacted(&document, &Redaction::usual());
        let again = cv::format::load(&cv::format::save(&copy)).unwrap();
        assert_eq!(again, copy, "{name}");
    }
}

#[test]
fn what_is_hidden_or_blank_leaves_no_gap() {
    let file = r#"{ "work": [
        { "name": "One", "highlights": ["a", " ", "b"] }, { "name": "Two" }, { "name": " " }
    ] }"#;
    let mut document = import(file).document;
    let kind = cv::SectionKind::Work;
    let work = document.sections.iter_mut().find(|s| s.kind == kind);
    let work = work.unwrap();
    work.heading = Some(" \u{200b}".into());
    work.items[1].hidden = true;
    let copy = redacted(&document, &Redaction::none());
    assert_eq!(copy.sections.len(), 1);
    let work = section(&copy, kind);
    assert_eq!(work.heading, None);
    assert_eq!(work.items.len(), 1);
    assert_eq!(work.items[0].text(Field::Name), "One");
    assert_eq!(ids(&copy), [1, 2, 3, 4]);
}

#[test]
fn usually_the_home_and_the_telephone_are_hidden() {
    let usual = Redaction::usual();
    let names = serde_json::to_string(&usual).unwrap();
    assert_eq!(names, r#"{"fields":["phone","address","postalCode"]}"#);
    // The first ones were such a list, and said nothing of other people.
    let old: Redaction = cv::format::read(r#"["phone","address","postalCode"]"#).unwrap();
    assert_eq!(old, usual);
    assert!(!old.shows_contacts() && !old.is_anonymous());
    let mut shown = usual.clone();
    shown.show(Field::Phone);
    assert!(usual.hides(Field::Phone) && !shown.hides(Field::Phone));
    shown.hide(Field::Phone).unwrap();
    assert_eq!(shown, usual);
}

#[test]
fn a_name_and_fields_of_sections_cannot_be_hidden() {
    assert_eq!(Redaction::fields().count(), schema::BASICS.len() - 1);
    for field in [Field::Name, Field::Position] {
        assert_eq!(Redaction::none().hide(field), Err(NotHideable(field)));
        for json in [
            format!("[\"{}\"]", field.json()),
            format!("{{\"fields\":[\"{}\"]}}", field.json()),
        ] {
            assert!(cv::format::read::<Redaction>(&json).is_err());
        }
    }
    assert!(cv::format::read::<Redaction>(r#"["shoeSize"]"#).is_err());
}

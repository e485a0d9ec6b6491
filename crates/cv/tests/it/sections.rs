//! Sections that JSON Resume does not know, and jobs with one employer.

use cv::schema::{LICENCE_CLASSES, SET, shape_in};
use cv::{
    Document, Edit, Field, Id, Inline, Item, Line, Place, Redaction, RichText, Section,
    SectionKind, Shape, Value, What, When, apply, export_shown, format, redacted,
};

use crate::support::{blank, import, section};

/// The sections that a new CV does not have.
fn further() -> impl Iterator<Item = SectionKind> {
    SectionKind::ALL.into_iter().filter(|kind| !kind.is_usual())
}

/// A document with two entries in each of them, and every field filled.
fn full() -> Document {
    let mut document = blank();
    let mut next = 5_000;
    let mut id = || {
        next += 1;
        Id(next)
    };
    for kind in further() {
        let mut section = Section::new(id(), kind);
        section.heading = kind.is_custom().then(|| format!("Heading {}", kind.json()));
        for number in 0..if kind.is_single() { 1 } else { 2 } {
            let mut item = Item::new(id());
            for (field, shape) in kind.fields() {
                let mark = format!("{} {number} {}", kind.json(), field.json());
                item.fields.insert(*field, value(*shape, &mark, &mut id));
            }
            section.items.push(item);
        }
        document.sections.push(section);
    }
    document.check().expect("fits the schema");
    document
}

fn value(shape: Shape, mark: &str, id: &mut impl FnMut() -> Id) -> Value {
    match shape {
        Shape::Url => Value::Text("https://example.org/a".into()),
        Shape::Rich => Value::Rich(RichText::plain(mark)),
        Shape::Date => Value::When(When::Date("2014-05".parse().expect("a date"))),
        Shape::End => Value::When(When::Ongoing),
        Shape::Lines | Shape::Words => Value::Lines(vec![Line {
            id: id(),
            text: Inline::plain(mark),
        }]),
        _ => Value::Text(mark.to_owned()),
    }
}

#[test]
fn a_section_has_one_name_everywhere() {
    for kind in SectionKind::ALL {
        assert_eq!(serde_json::json!(kind), kind.json());
        assert_eq!(SectionKind::from_json(kind.json()), Some(kind));
    }
    let usual = blank().sections;
    assert!(usual.iter().all(|section| section.kind.is_usual()));
    assert_eq!(usual.len() + further().count(), SectionKind::ALL.len());
}

/// A single item has a form without a head, so nothing may need one: no flag, no
/// title, no date. A letter's form is its own.
#[test]
fn a_single_item_is_one_text_or_list() {
    let single = SectionKind::ALL.into_iter().filter(|kind| kind.is_single());
    for kind in single.filter(|kind| *kind != SectionKind::Letter) {
        assert_eq!(kind.fields().len(), 1, "{kind:?}");
    }
}

#[test]
fn every_section_goes_around_by_json_resume() {
    let document = full();
    let exported = export_shown(document.shown());
    let told: Vec<&str> = exported
        .notes
        .iter()
        .filter(|note| note.what == What::OwnName)
        .map(|note| note.path.as_str())
        .collect();
    assert_eq!(told, further().map(SectionKind::json).collect::<Vec<_>>());

    let imported = import(&exported.json);
    assert!(imported.report.is_empty(), "{}", exported.json);
    for kind in further() {
        let before = section(&document, kind);
        let after = section(&imported.document, kind);
        assert_eq!(before.heading, after.heading);
        assert_eq!(before.items.len(), after.items.len(), "{kind:?}");
        for (before, after) in before.items.iter().zip(&after.items) {
            assert_eq!(without_ids(before), without_ids(after), "{kind:?}");
        }
    }
    let order = |document: &Document| {
        document
            .shown()
            .sections()
            .map(|s| s.kind())
            .collect::<Vec<_>>()
    };
    assert_eq!(order(&document), order(&imported.document));
    assert_eq!(export_shown(imported.document.shown()), exported);
}

/// The fields of an item, lines as their texts.
fn without_ids(item: &Item) -> Vec<(Field, String)> {
    let text = |value: &Value| match value {
        Value::Lines(lines) => lines.iter().map(|line| line.text.text()).collect(),
        value => format!("{value:?}"),
    };
    let fields = item.fields.iter();
    fields.map(|(field, value)| (*field, text(value))).collect()
}

/// The same entries in two sections of one's own come back in two.
#[test]
fn two_sections_of_ones_own_stay_two() {
    let mut document = full();
    let mut second = section(&document, SectionKind::CustomText).clone();
    second.id = Id(9_000);
    second.items[0].id = Id(9_001);
    second.heading = Some("Another".into());
    document.sections.push(second);
    let again = import(export_shown(document.shown()).json).document;
    let texts: Vec<_> = again
        .sections
        .iter()
        .filter(|s| s.kind == SectionKind::CustomText)
        .map(|s| (s.heading.as_deref(), s.items.len()))
        .collect();
    assert_eq!(
        texts,
        [(Some("Heading customText"), 1), (Some("Another"), 1)]
    );
}

/// Who does not know the new sections refuses the whole document and keeps it, so
/// nothing is lost by one number for both.
#[test]
fn what_an_older_program_does_not_know_it_refuses() {
    let file = format::save(&full());
    assert_eq!(format::load(&file), Ok(full()));
    let unknown = file.replace("\"courses\"", "\"coursesOfTomorrow\"");
    assert!(matches!(
        format::load(&unknown),
        Err(format::LoadError::NotADocument(_))
    ));
}

#[test]
fn others_see_all_of_it_and_nothing_that_is_hidden() {
    let mut document = full();
    let text = |section: &&mut Section| section.kind == SectionKind::CustomText;
    let text = document.sections.iter_mut().find(text);
    text.expect("is there").hidden = true;
    let first = section(&document, SectionKind::Courses).items[0].id;
    let hidden = true;
    apply(
        &mut document,
        &Edit::SetItemHidden {
            item: first,
            hidden,
        },
    )
    .expect("is there");
    let seen = redacted(&document, &Redaction::none());
    assert_eq!(section(&seen, SectionKind::Courses).items.len(), 1);
    assert!(
        seen.sections
            .iter()
            .all(|s| s.kind != SectionKind::CustomText)
    );
    let (before, after) = (
        section(&document, SectionKind::Patents),
        section(&seen, SectionKind::Patents),
    );
    assert_eq!(without_ids(&before.items[1]), without_ids(&after.items[1]));
}

/// A job with its employer's name, and whether it says that it is the same.
fn jobs(same: bool) -> Document {
    let mut document = blank();
    let work = section(&document, SectionKind::Work).id;
    let mut place = Place::First;
    for (id, position) in [(7_001, "Manager"), (7_002, "Assistant")] {
        let mut item = Item::new(Id(id));
        item.fields
            .insert(Field::Position, Value::Text(position.into()));
        item.fields.insert(Field::Name, Value::Text("Acme".into()));
        if same && id == 7_002 {
            item.fields
                .insert(Field::SameEmployer, Value::Text(SET.into()));
        }
        let edit = Edit::AddItem {
            section: work,
            place,
            item,
        };
        apply(&mut document, &edit).expect("fits");
        place = Place::After(Id(id));
    }
    document
}

#[test]
fn same_employer_is_a_flag_that_goes_around() {
    let document = jobs(true);
    let exported = export_shown(document.shown());
    assert!(exported.json.contains("\"sameEmployer\": true"));
    assert_eq!(exported.notes, []);
    let imported = import(&exported.json);
    assert!(imported.report.is_empty());
    let again = section(&imported.document, SectionKind::Work);
    assert_eq!(again.items[0].text(Field::SameEmployer), "");
    assert_eq!(again.items[1].text(Field::SameEmployer), SET);
    let seen = redacted(&document, &Redaction::none());
    let seen = &section(&seen, SectionKind::Work).items[1];
    assert_eq!(seen.text(Field::SameEmployer), SET);
    // Other files have it too: a word that is no flag is told of and left out.
    let odd = exported
        .json
        .replace("\"sameEmployer\": true", "\"sameEmployer\": \"perhaps\"");
    let odd = import(&odd);
    assert_eq!(odd.report.notes.len(), 1);
    assert_eq!(
        section(&odd.document, SectionKind::Work).items[1].text(Field::SameEmployer),
        ""
    );
}

#[test]
fn a_flag_holds_nothing_else_and_shows_nothing_alone() {
    let mut document = jobs(false);
    let set = |text: &str| Edit::SetField {
        item: Id(7_002),
        field: Field::SameEmployer,
        value: Some(Value::Text(text.into())),
    };
    let before = document.clone();
    assert!(apply(&mut document, &set("yes")).is_err());
    assert_eq!(document, before);
    let back = apply(&mut document, &set(SET)).expect("fits");
    assert_eq!(document, jobs(true));
    apply(&mut document, &back).expect("an inverse");
    assert_eq!(document, before);

    apply(&mut document, &set(SET)).expect("fits");
    for field in [Field::Position, Field::Name] {
        let value = None;
        let item = Id(7_002);
        apply(&mut document, &Edit::SetField { item, field, value }).expect("is there");
    }
    assert_eq!(document.shown().items_of(SectionKind::Work).count(), 1);
}

#[test]
fn classes_of_a_licence_are_words_that_are_offered_once() {
    let fields = SectionKind::DrivingLicence.fields();
    assert_eq!(shape_in(fields, Field::Classes), Some(Shape::Words));
    let mut classes = LICENCE_CLASSES.to_vec();
    classes.sort_unstable();
    classes.dedup();
    assert_eq!(classes.len(), LICENCE_CLASSES.len());
}

//! CVs in another language: what is not translated, and what has changed since.

use cv::linked::{self, State, Take};
use cv::{Document, Edit, Field, Id, Inline, Language, SectionKind};

use crate::linked::{HOME, cv, set, state, text, when};
use crate::support::{after, ids_from, section};

#[test]
fn a_variant_counts_the_texts_that_nobody_has_translated() {
    let mut swedish = cv();
    let hats = Some("Mina broar".to_owned());
    swedish.sections[3].heading = hats;
    let english = linked::variant(&swedish, HOME, Language::English, &mut ids_from(100_000));
    assert_eq!(english.check(), Ok(()));
    assert_eq!(english.language, Language::English);
    let count = |english: &Document| {
        let translation = linked::translation(english, &swedish, HOME);
        (translation.missing(), translation.total)
    };
    // The title, the summary, two positions, four lines, a skill and a heading. The
    // names of two employers, the dates and the telephone number are facts.
    assert_eq!(count(&english), (10, 10));
    let work = section(&english, SectionKind::Work);
    let (item, line) = (&work.items[0], &work.items[0].lines(Field::Highlights)[1]);
    let english = after(
        &english,
        &[
            set(item.id, Field::Position, text("Designer")),
            Edit::SetLine {
                item: item.id,
                field: Field::Highlights,
                line: line.id,
                text: Inline::plain("Built the bridge"),
            },
            Edit::SetHeading {
                section: english.sections[3].id,
                heading: Some("My bridges".into()),
            },
        ],
    );
    assert_eq!(count(&english), (7, 10));
    // What is the same in both languages is so once its owner says it.
    let skill = section(&english, SectionKind::Skills).items[0].id;
    let mut origin = english.item(skill).unwrap().origin.clone();
    origin.as_mut().unwrap().same.insert(Field::Name);
    let item = skill;
    let english = after(&english, &[Edit::SetOrigin { item, origin }]);
    assert_eq!(count(&english), (6, 9));
    let again = linked::variant(&swedish, HOME, Language::Swedish, &mut ids_from(100_000));
    let none = linked::translation(&again, &swedish, HOME);
    assert_eq!((none.missing(), none.total), (0, 0));
}

#[test]
fn a_variant_says_what_the_source_said_before() {
    let swedish = cv();
    let english = linked::variant(&swedish, HOME, Language::English, &mut ids_from(100_000));
    let item = section(&english, SectionKind::Work).items[1].id;
    let english = after(&english, &[set(item, Field::Position, text("Tester"))]);
    assert_eq!(state(&english, &swedish, item), State::Worded);
    let swedish = after(
        &swedish,
        &[set(Id(502), Field::Position, text("Provledare"))],
    );
    assert_eq!(state(&english, &swedish, item), State::Changed);
    let differences = linked::differences(&english, item, &swedish);
    let [position] = differences.as_slice() else {
        panic!("{differences:?}")
    };
    let said = (&position.before, &position.there, &position.here);
    assert_eq!(
        said,
        (&text("Provare"), &text("Provledare"), &text("Tester"))
    );
    // A date is taken over, and what was translated stays to be translated anew.
    let swedish = after(
        &swedish,
        &[set(Id(502), Field::StartDate, Some(when("2014")))],
    );
    let mut ids = ids_from(200_000);
    let edits = linked::offer(&english, item, &swedish, Take::Changed, &mut ids);
    let english = after(&english, &edits);
    let taken = english.item(item).unwrap();
    assert_eq!(taken.fields.get(&Field::StartDate), Some(&when("2014")));
    assert_eq!(taken.text(Field::Position), "Tester");
    assert_eq!(linked::differences(&english, item, &swedish), differences);
    // Once it is translated anew, that is said.
    let english = after(&english, &[set(item, Field::Position, text("Test lead"))]);
    let english = after(&english, &linked::keep(&english, item, &swedish));
    assert_eq!(state(&english, &swedish, item), State::Worded);
}

#[test]
fn only_words_need_a_translation() {
    use cv::linked::is_translated;
    for (field, shape) in cv::schema::BASICS {
        assert_eq!(
            is_translated(None, *field),
            *field == Field::Label,
            "{shape:?}"
        );
    }
    for kind in SectionKind::ALL {
        for (field, shape) in kind.fields() {
            let fact = matches!(
                shape,
                cv::Shape::Url | cv::Shape::Date | cv::Shape::End | cv::Shape::Flag
            );
            assert!(
                !fact || !is_translated(Some(kind), *field),
                "{kind:?} {field:?}"
            );
            let long = matches!(shape, cv::Shape::Rich | cv::Shape::Lines);
            assert!(
                !long || is_translated(Some(kind), *field),
                "{kind:?} {field:?}"
            );
        }
    }
}

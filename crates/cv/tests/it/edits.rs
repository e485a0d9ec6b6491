//! The laws of edits.

use cv::{
    Document, Edit, Field, Id, Inline, Item, Line, PersonalField, Place, Rejected, SectionKind,
    Value, apply,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::document;
use crate::support::{blank, section};
use crate::wishes::wish;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn an_inverse_takes_back_and_a_rejected_edit_changes_nothing(
        start in document(),
        wishes in vec(wish(), 1..10),
    ) {
        let mut now = start.clone();
        let mut history = Vec::new();
        for wish in wishes {
            let edit = wish.edit(&now);
            let stored = cv::format::save_edit(&edit);
            prop_assert_eq!(&cv::format::load_edit(&stored).unwrap(), &edit);
            let before = now.clone();
            match apply(&mut now, &edit) {
                Ok(inverse) => {
                    prop_assert_eq!(now.check(), Ok(()));
                    let mut back = now.clone();
                    let again = apply(&mut back, &inverse).unwrap();
                    prop_assert_eq!(&back, &before);
                    apply(&mut back, &again).unwrap();
                    prop_assert_eq!(&back, &now);
                    history.push(inverse);
                }
                Err(_) => prop_assert_eq!(&now, &before),
            }
        }
        // Undone one by one, and all at once.
        let mut at_once = now.clone();
        history.reverse();
        for inverse in &history {
            apply(&mut now, inverse).unwrap();
        }
        prop_assert_eq!(&now, &start);
        apply(&mut at_once, &Edit::All(history)).unwrap();
        prop_assert_eq!(&at_once, &start);
    }

    #[test]
    fn a_batch_stands_or_falls_together(start in document(), wishes in vec(wish(), 1..8)) {
        // Each edit is made for the document that the ones before it leave.
        let mut one_by_one = start.clone();
        let mut edits = Vec::new();
        let mut rejected = false;
        for wish in wishes {
            let edit = wish.edit(&one_by_one);
            rejected |= apply(&mut one_by_one, &edit).is_err();
            edits.push(edit);
        }
        let mut together = start.clone();
        match apply(&mut together, &Edit::All(edits)) {
            Ok(inverse) => {
                prop_assert!(!rejected);
                prop_assert_eq!(&together, &one_by_one);
                apply(&mut together, &inverse).unwrap();
                prop_assert_eq!(&together, &start);
            }
            Err(_) => {
                prop_assert!(rejected);
                prop_assert_eq!(&together, &start);
            }
        }
    }
}

/// Every kind of edit is really made in the test above, not only rejected.
#[test]
fn random_edits_are_mostly_valid() {
    use proptest::strategy::{Strategy, ValueTree};
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut made = std::collections::BTreeMap::<String, (u32, u32)>::new();
    for _ in 0..4_000 {
        let case = (document(), wish())
            .new_tree(&mut runner)
            .unwrap()
            .current();
        let (mut document, wish) = case;
        let edit = wish.edit(&document);
        let name = serde_json::to_value(&edit).unwrap();
        let name = name.as_object().unwrap().keys().next().unwrap().clone();
        let count = made.entry(name).or_default();
        match apply(&mut document, &edit) {
            Ok(_) => count.0 += 1,
            Err(_) => count.1 += 1,
        }
    }
    assert_eq!(made.len(), 24, "{made:?}");
    assert!(made.values().all(|(accepted, _)| *accepted > 3), "{made:?}");
    assert!(
        made.values().filter(|(_, rejected)| *rejected > 0).count() > 8,
        "{made:?}"
    );
}

fn line(id: u64, text: &str) -> Line {
    Line {
        id: Id(id),
        text: Inline::plain(text),
    }
}

fn with_work() -> (Document, Id) {
    let mut document = blank();
    let work = section(&document, SectionKind::Work).id;
    for id in [500, 501] {
        let mut item = Item::new(Id(id));
        let lines = vec![line(id + 10, "a"), line(id + 20, "b")];
        item.fields.insert(Field::Highlights, Value::Lines(lines));
        let edit = Edit::AddItem {
            section: work,
            place: Place::First,
            item,
        };
        apply(&mut document, &edit).unwrap();
    }
    (document, work)
}

#[test]
fn ids_stay_unique() {
    let (mut document, work) = with_work();
    let before = document.clone();
    let set = |lines| Edit::SetField {
        item: Id(500),
        field: Field::Highlights,
        value: Some(Value::Lines(lines)),
    };
    let taken = |id| Err(Rejected::Taken(Id(id)));
    // The same line twice, a line of another item, an item's id, the reserved id.
    for (lines, id) in [
        (vec![line(1_000, "x"), line(1_000, "y")], 1_000),
        (vec![line(511, "x")], 511),
        (vec![line(501, "x")], 501),
        (vec![line(0, "x")], 0),
    ] {
        assert_eq!(apply(&mut document, &set(lines)), taken(id));
    }
    let mut copy = before.section(work).unwrap().clone();
    copy.id = Id(900);
    let add = |section| Edit::AddSection {
        place: Place::First,
        section,
    };
    assert!(matches!(
        apply(&mut document, &add(copy.clone())),
        Err(Rejected::Taken(_))
    ));
    // Among themselves: two items with the same line, and a line like its section.
    for (i, item) in copy.items.iter_mut().enumerate() {
        item.id = Id(910 + i as u64);
        item.fields
            .insert(Field::Highlights, Value::Lines(vec![line(920, "x")]));
    }
    assert_eq!(apply(&mut document, &add(copy.clone())), taken(920));
    copy.items.truncate(1);
    copy.items[0]
        .fields
        .insert(Field::Highlights, Value::Lines(vec![line(900, "x")]));
    assert_eq!(apply(&mut document, &add(copy)), taken(900));
    assert_eq!(document, before);
    // The lines that are there may stay, in another order.
    let lines = vec![line(520, "b"), line(530, "new"), line(510, "a")];
    apply(&mut document, &set(lines)).unwrap();
    assert_eq!(document.check(), Ok(()));
}

#[test]
fn the_basics_stay_where_they_are() {
    let (mut document, work) = with_work();
    let item = Id::BASICS;
    let place = Place::First;
    for edit in [
        Edit::RemoveItem { item },
        Edit::SetItemHidden { item, hidden: true },
        Edit::MoveItem {
            item,
            section: work,
            place,
        },
    ] {
        assert_eq!(apply(&mut document, &edit), Err(Rejected::Basics));
    }
}

#[test]
fn values_must_fit_their_fields() {
    let (mut document, _) = with_work();
    let set = |item, field, value| Edit::SetField { item, field, value };
    let text = Some(Value::Text("x".into()));
    for edit in [
        set(Id(500), Field::StartDate, text.clone()),
        set(Id(500), Field::Courses, None),
        set(Id::BASICS, Field::Position, text),
        set(
            Id(500),
            Field::StartDate,
            Some(Value::When(cv::When::Ongoing)),
        ),
    ] {
        assert!(matches!(
            apply(&mut document, &edit),
            Err(Rejected::Misfit(_))
        ));
    }
}

#[test]
fn personal_details_are_only_referred_to() {
    let mut document = blank();
    let field = PersonalField::BirthDate;
    let set = Edit::SetPersonal {
        field,
        reference: Some(Id(0xabc)),
    };
    let inverse = apply(&mut document, &set).unwrap();
    let stored = serde_json::to_value(&document).unwrap();
    insta::assert_snapshot!(stored["personal"], @r#"{"references":{"birth_date":"0000000000000abc"}}"#);
    insta::assert_snapshot!(cv::format::save_edit(&set), @r#"{"format":2,"edit":{"set_personal":{"field":"birth_date","reference":"0000000000000abc"}}}"#);
    insta::assert_snapshot!(cv::format::save_edit(&inverse), @r#"{"format":2,"edit":{"set_personal":{"field":"birth_date","reference":null}}}"#);
    // A value cannot be smuggled in where an id belongs.
    let forged = cv::format::save_edit(&set).replace("0000000000000abc", "1990-05-17");
    assert!(cv::format::load_edit(&forged).is_err());
    let mut forged = stored;
    forged["personal"]["references"]["birth_date"] = "1990-05-17".into();
    assert!(cv::format::load_value(forged).is_err());
    // Without references there is no personal part.
    apply(&mut document, &inverse).unwrap();
    assert_eq!(document.personal, None);
}

#[test]
fn a_design_is_chosen_and_taken_back() {
    let mut document = blank();
    let before = document.clone();
    let work = section(&document, SectionKind::Work).id;
    let design = cv::Design {
        page_numbers: false,
        size: cv::Step::new(-2).unwrap(),
        accent: Some(cv::Color::new(0x1d_55_61)),
        ..cv::Design::default()
    };
    let together = cv::Paging {
        together: true,
        ..cv::Paging::default()
    };
    let all = Edit::All(vec![
        Edit::SetDesign { design },
        Edit::SetSectionPaging {
            section: work,
            paging: together,
        },
        Edit::SetSectionColumn {
            section: work,
            column: Some(cv::Column::Side),
        },
    ]);
    let inverse = apply(&mut document, &all).unwrap();
    let json = cv::format::save(&document);
    for written in [
        r##""design":{"page_numbers":false,"size":-2,"accent":"#1d5561"}"##,
        r#""paging":{"together":true},"column":"side""#,
    ] {
        assert!(json.contains(written), "{json}");
    }
    assert_eq!(cv::format::load(&json).unwrap(), document);
    apply(&mut document, &inverse).unwrap();
    assert_eq!(document, before);
    // What nobody chose is not written, so that older versions read it too.
    let json = cv::format::save(&document);
    assert!(!json.contains("design") && !json.contains("paging") && !json.contains("column"));
}

#[test]
fn the_basics_stand_where_they_stand() {
    let mut document = blank();
    let edit = Edit::SetItemPaging {
        item: Id::BASICS,
        paging: cv::Paging::default(),
    };
    assert_eq!(apply(&mut document, &edit), Err(Rejected::Basics));
}

#[test]
fn a_design_outside_the_steps_is_not_read() {
    let good = cv::format::save(&blank());
    for design in [
        r#"{"size":4}"#,
        r##"{"accent":"#12345"}"##,
        r#"{"accent":"red"}"#,
    ] {
        let json = good.replacen("\"basics\"", &format!("\"design\":{design},\"basics\""), 1);
        assert!(cv::format::load(&json).is_err(), "{design}");
    }
}

use super::*;
use cv::{Item, Language, SectionKind, Template, apply};

fn ids(numbers: &[u64]) -> Vec<Id> {
    numbers.iter().map(|number| Id(*number)).collect()
}

/// A document with so many jobs, and the section that they are in.
fn document(count: u64) -> (Document, Id) {
    let mut next = 1000;
    let template = Template {
        name: "linne".into(),
        layout: "1".into(),
        breaks: None,
    };
    let mut document = Document::blank(Language::English, template, || {
        next += 1;
        Id(next)
    });
    let work = document
        .sections
        .iter()
        .find(|s| s.kind == SectionKind::Work);
    let section = work.unwrap().id;
    for number in (1..=count).rev() {
        let add = Edit::AddItem {
            section,
            place: Place::First,
            item: Item::new(Id(number)),
        };
        apply(&mut document, &add).unwrap();
    }
    (document, section)
}

fn stepped(chosen: &[u64], up: bool) -> Vec<Id> {
    let (mut document, section) = document(5);
    let before = document.clone();
    let edits = steps(&order(&document, section), &ids(chosen), up)
        .into_iter()
        .map(|(item, place)| Edit::MoveItem {
            item,
            section,
            place,
        });
    let all = Edit::All(edits.collect());
    let inverse = apply(&mut document, &all).unwrap();
    let after = order(&document, section);
    apply(&mut document, &inverse).unwrap();
    assert_eq!(document, before, "one step takes all of it back");
    after
}

#[test]
fn what_is_selected_moves_together_and_stays_in_order() {
    assert_eq!(stepped(&[2, 4], true), ids(&[2, 1, 4, 3, 5]));
    assert_eq!(stepped(&[2, 3], true), ids(&[2, 3, 1, 4, 5]));
    assert_eq!(stepped(&[3, 4], false), ids(&[1, 2, 5, 3, 4]));
    assert_eq!(stepped(&[1, 3], false), ids(&[2, 1, 4, 3, 5]));
    // There is no further.
    assert_eq!(stepped(&[1, 2], true), ids(&[1, 2, 3, 4, 5]));
    assert_eq!(stepped(&[1, 2, 4], true), ids(&[1, 2, 4, 3, 5]));
    assert_eq!(stepped(&[4, 5], false), ids(&[1, 2, 3, 4, 5]));
    assert_eq!(stepped(&[1, 2, 3, 4, 5], true), ids(&[1, 2, 3, 4, 5]));
}

#[test]
fn a_range_goes_either_way() {
    let order = ids(&[1, 2, 3, 4]);
    assert_eq!(between(&order, Id(2), Id(4)), ids(&[2, 3, 4]));
    assert_eq!(between(&order, Id(4), Id(2)), ids(&[2, 3, 4]));
    assert_eq!(between(&order, Id(3), Id(3)), ids(&[3]));
    assert_eq!(between(&order, Id(9), Id(3)), ids(&[3]));
}

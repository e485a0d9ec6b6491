//! The edits between two documents.

use cv::limits::{self, Exceeded};
use cv::{
    Document, Edit, Field, Id, Inline, Item, Line, Place, Rejected, SectionKind, Value, apply, diff,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::document;
use crate::support::{after, blank, section};
use crate::wishes::{Wish, wish};

fn wished(document: &Document, wishes: &[Wish]) -> Document {
    let mut document = document.clone();
    for wish in wishes {
        let edit = wish.edit(&document);
        let _ = apply(&mut document, &edit);
    }
    document
}

fn assert_law(from: &Document, to: &Document) {
    assert_eq!(&after(from, &diff(from, to)), to);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Ids count from one in both, so nearly each is something else in the other.
    #[test]
    fn any_document_becomes_any_other(from in document(), mut to in document()) {
        to.kind = from.kind;
        assert_law(&from, &to);
    }

    #[test]
    fn two_versions_become_each_other(
        start in document(),
        one in vec(wish(), 0..12),
        two in vec(wish(), 0..12),
    ) {
        let (one, two) = (wished(&start, &one), wished(&start, &two));
        prop_assert_eq!(diff(&start, &start), vec![]);
        assert_law(&start, &one);
        assert_law(&one, &start);
        assert_law(&one, &two);
    }
}

fn line(id: u64, text: &str) -> Line {
    Line {
        id: Id(id),
        text: Inline::plain(text),
    }
}

/// Jobs 500, 600 … with the lines 501, 502, 503 …
fn with_work(jobs: u64) -> (Document, Id) {
    let mut document = blank();
    let work = section(&document, SectionKind::Work).id;
    let at = document.sections.iter().position(|s| s.id == work).unwrap();
    document.sections[at].items = (5..5 + jobs)
        .map(|n| {
            let mut item = Item::new(Id(n * 100));
            let lines = (1..4).map(|l| line(n * 100 + l, "line")).collect();
            item.fields.insert(Field::Highlights, Value::Lines(lines));
            item
        })
        .collect();
    (document, work)
}

#[test]
fn one_change_is_one_edit() {
    let (start, work) = with_work(4);
    let (item, field) = (Id(500), Field::Highlights);
    let skills = section(&start, SectionKind::Skills).id;
    let edits = [
        Edit::MoveItem {
            item,
            section: work,
            place: Place::After(Id(800)),
        },
        Edit::MoveItem {
            item: Id(800),
            section: work,
            place: Place::First,
        },
        Edit::RemoveItem { item },
        Edit::SetItemHidden { item, hidden: true },
        Edit::SetLine {
            item,
            field,
            line: Id(501),
            text: Inline::plain("new"),
        },
        Edit::AddLine {
            item,
            field,
            place: Place::After(Id(502)),
            line: line(550, "new"),
        },
        Edit::RemoveLine {
            item,
            field,
            line: Id(503),
        },
        Edit::MoveLine {
            item,
            field,
            line: Id(501),
            place: Place::After(Id(503)),
        },
        Edit::SetField {
            item,
            field: Field::Name,
            value: Some(Value::Text("name".into())),
        },
        Edit::SetField {
            item,
            field,
            value: None,
        },
        Edit::MoveSection {
            section: skills,
            place: Place::First,
        },
        Edit::RemoveSection { section: work },
        Edit::SetHeading {
            section: work,
            heading: Some("Jobs".into()),
        },
    ];
    for edit in edits {
        let end = after(&start, std::slice::from_ref(&edit));
        assert_eq!(diff(&start, &end), vec![edit]);
        assert_law(&end, &start);
    }
}

#[test]
fn an_order_is_reached_with_few_moves() {
    let (start, work) = with_work(6);
    let at = start.sections.iter().position(|s| s.id == work).unwrap();
    let mut end = start.clone();
    end.sections[at].items.reverse();
    assert_eq!(diff(&start, &end).len(), 5);
    let mut end = start.clone();
    end.sections[at].items.rotate_left(2);
    assert_eq!(diff(&start, &end).len(), 2);
}

#[test]
fn what_goes_elsewhere_is_free_before_it_comes() {
    let (start, work) = with_work(3);
    let at = start.sections.iter().position(|s| s.id == work).unwrap();
    let mut end = start.clone();
    // A line to another item, and that item to a new section that has the id of
    // a line, while the section it was in is gone.
    let moved = line(503, "line");
    let mut items = std::mem::take(&mut end.sections[at].items);
    let Some(Value::Lines(lines)) = items[0].fields.get_mut(&Field::Highlights) else {
        panic!("has lines");
    };
    lines.retain(|line| ![501, 503].contains(&line.id.0));
    let Some(Value::Lines(lines)) = items[1].fields.get_mut(&Field::Highlights) else {
        panic!("has lines");
    };
    lines.insert(0, moved);
    end.sections[at].id = Id(501);
    end.sections[at].items = items;
    assert_eq!(end.check(), Ok(()));
    assert_law(&start, &end);
    assert_law(&end, &start);
}

/// Two documents that are both full to the last, each in another place.
#[test]
fn no_limit_is_passed_on_the_way() {
    let (mut start, work) = with_work(2);
    let at = start.sections.iter().position(|s| s.id == work).unwrap();
    let count = start.items().count() + 6;
    let more = (0..limits::ITEMS - count).map(|n| Item::new(Id(10_000 + n as u64)));
    start.sections[at].items.extend(more);
    let full = Value::Text("x".repeat(limits::FIELD_CHARS));
    for item in start.sections[at].items.iter_mut().rev().take(80) {
        item.fields.insert(Field::Name, full.clone());
    }
    let left = limits::DOCUMENT_BYTES - limits::bytes(&start);
    let fill = left / limits::FIELD_CHARS;
    for item in &mut start.sections[at].items[10..10 + fill - 1] {
        item.fields.insert(Field::Name, full.clone());
    }
    assert_eq!(limits::document(&start), Ok(()));
    let place = Place::First;
    let one_more = Edit::AddItem {
        section: work,
        place,
        item: Item::new(Id(9_000_000)),
    };
    assert_eq!(
        apply(&mut start.clone(), &one_more),
        Err(Rejected::TooLarge(Exceeded::Items))
    );
    // The texts go to other items, and what was a line becomes an item.
    let mut end = start.clone();
    let items = &mut end.sections[at].items;
    let (first, last) = (items[10].fields.clone(), items.len() - 1);
    assert_eq!(first.len(), 1);
    items.reverse();
    for n in 10..20 {
        let one = std::mem::take(&mut items[n].fields);
        let other = std::mem::replace(&mut items[last - n].fields, one);
        items[n].fields = other;
    }
    let job = items.iter_mut().find(|item| item.id == Id(500)).unwrap();
    let Some(Value::Lines(lines)) = job.fields.get_mut(&Field::Highlights) else {
        panic!("has lines");
    };
    lines.retain(|line| line.id != Id(501));
    items.insert(3, Item::new(Id(501)));
    items[20].fields.insert(Field::Position, full.clone());
    items[21].fields.remove(&Field::Name);
    assert_eq!(end.check(), Ok(()));
    assert_eq!(limits::document(&end), Ok(()));
    let edits = diff(&start, &end);
    let mut now = start.clone();
    for edit in &edits {
        apply(&mut now, edit).unwrap();
    }
    assert_eq!(now, end);
    let edits = diff(&end, &start);
    for edit in &edits {
        apply(&mut now, edit).unwrap();
    }
    assert_eq!(now, start);
}

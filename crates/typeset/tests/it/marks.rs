//! What differs between two settings of one document is marked, and nothing else.

use cv::{Document, Edit, Field, Id, Language, Place, SectionKind, Value};
use typeset::svg::{self, Marks};

use crate::documents::{blank, engine, sample};

fn marks(old: &Document, new: &Document) -> (Marks, Marks) {
    let mut engine = engine();
    let (old, new) = (engine.layout(old.shown()), engine.layout(new.shown()));
    let marks = |pages, others| Marks::new(pages, others, "Changed", "en");
    (marks(&old, &new), marks(&new, &old))
}

fn set(document: &mut Document, item: Id, field: Field, text: &str) {
    let value = Some(Value::Text(text.into()));
    cv::apply(document, &Edit::SetField { item, field, value }).expect("it fits");
}

#[test]
fn a_row_that_reads_otherwise_has_a_bar_in_both() {
    let old = sample("svensk.jsonresume");
    let mut new = old.clone();
    set(&mut new, Id::BASICS, Field::Name, "Somebody <Else>");
    let (before, after) = marks(&old, &new);
    assert_eq!((before.len(), after.len()), (1, 1));
    let mut engine = engine();
    let pages = engine.layout(new.shown());
    let drawn = svg::marked_page(&pages, 0, None, &after);
    let bar = "<rect role=\"img\" lang=\"en\" aria-label=\"Changed\"";
    assert_eq!(drawn.matches(bar).count(), 1);
    // It stands before the row that it is about.
    let (bar, name) = (drawn.find(bar), drawn.find("Somebody"));
    assert!(bar < name && name.is_some());
    // Without marks the page is the picture that it always was.
    let (none, _) = marks(&new, &new);
    assert!(none.is_empty());
    let picture = svg::page(&pages, 0, svg::Audience::Picture, None);
    assert_eq!(svg::marked_page(&pages, 0, None, &none), picture);
}

#[test]
fn what_only_stands_elsewhere_has_no_bar() {
    let old = sample("svensk.jsonresume");
    let mut new = old.clone();
    let work = new.sections.iter().find(|s| s.kind == SectionKind::Work);
    let work = work.expect("there is work");
    let (section, item) = (work.id, work.items.last().expect("a job").id);
    assert!(work.items.len() > 1, "this test can fail");
    let edit = Edit::MoveItem {
        item,
        section,
        place: Place::First,
    };
    cv::apply(&mut new, &edit).expect("it moves");
    let (before, after) = marks(&old, &new);
    assert!(
        before.is_empty() && after.is_empty(),
        "{before:?} {after:?}"
    );
}

/// The same words a second time are one row more.
#[test]
fn what_is_there_once_more_has_one_bar() {
    let mut old = blank(Language::English);
    let work = old.sections.iter().find(|s| s.kind == SectionKind::Work);
    let section = work.expect("there is work").id;
    let mut first = cv::Item::new(Id(5001));
    first
        .fields
        .insert(Field::Position, Value::Text("Baker".into()));
    let mut second = first.clone();
    second.id = Id(5002);
    let add = |item, place| Edit::AddItem {
        section,
        place,
        item,
    };
    cv::apply(&mut old, &add(first, Place::First)).expect("it fits");
    let mut new = old.clone();
    cv::apply(&mut new, &add(second, Place::After(Id(5001)))).expect("it fits");
    let (before, after) = marks(&old, &new);
    assert_eq!((before.len(), after.len()), (0, 1));
}

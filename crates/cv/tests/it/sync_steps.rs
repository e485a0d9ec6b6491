//! Saving, step by step.

use cv::format::LoadError;
use cv::sync::take;
use cv::{Document, Edit, Field, Id, Other, Rejected, Synced, Value};

use crate::support::{after, blank};

fn named(name: &str) -> Edit {
    text(Field::Name, name)
}

fn text(field: Field, text: &str) -> Edit {
    Edit::SetField {
        item: Id::BASICS,
        field,
        value: Some(Value::Text(text.into())),
    }
}

fn with(edits: &[Edit]) -> Document {
    after(&blank(), edits)
}

fn id(id: &str) -> impl FnOnce() -> String {
    move || id.to_owned()
}

/// Version 1, known to the server, and a batch `a` under way with a name.
fn sending() -> (Synced, Document) {
    let mut synced = Synced::new(1, blank());
    let current = with(&[named("ours")]);
    let batch = synced.batch(&current, id("a")).unwrap();
    assert_eq!((batch.id.as_str(), batch.edits.len()), ("a", 1));
    (synced, current)
}

#[test]
fn what_is_under_way_stays_as_it_is_until_it_is_answered() {
    let mut synced = Synced::new(1, blank());
    assert_eq!(synced.batch(&blank(), id("none")), None);
    let (mut synced, _) = sending();
    let first = synced.sending.clone().unwrap();
    let current = with(&[named("ours, again"), text(Field::City, "Lund")]);
    assert_eq!(synced.batch(&current, id("b")), Some(&first));
    assert_eq!(synced.acknowledged("a", 2), Ok(true));
    assert_eq!((synced.version, &synced.base), (2, &with(&first.edits)));
    // A second answer to the same batch says nothing new.
    assert_eq!(synced.acknowledged("a", 2), Ok(false));
    let rest = synced.batch(&current, id("b")).unwrap();
    assert_eq!(rest.id, "b");
    assert_eq!(after(&with(&first.edits), &rest.edits), current);
    assert_eq!(synced.acknowledged("a", 2), Ok(false));
    assert_eq!(synced.acknowledged("b", 3), Ok(true));
    assert_eq!(synced.base, current);
    assert_eq!(synced.others, []);
}

#[test]
fn nothing_is_read_while_a_batch_is_under_way() {
    let (mut synced, current) = sending();
    let before = synced.clone();
    let theirs = with(&[named("theirs")]);
    assert_eq!(synced.newer(1, &current, theirs.clone(), 2), None);
    assert_eq!(synced.stale("b", &current, theirs.clone(), 2), None);
    assert_eq!(synced, before);
    assert_eq!(synced.stale("a", &current, theirs.clone(), 2), Some(vec![]));
    assert_eq!((synced.version, &synced.base), (2, &theirs));
    assert_eq!(synced.others, [Other(named("theirs"))]);
    // A late answer to the batch that was given up.
    assert_eq!(synced.stale("a", &current, theirs.clone(), 2), None);
    assert_eq!(synced.newer(1, &current, blank(), 1), None);
    assert_eq!(synced.newer(2, &current, blank(), 2), None);
    let batch = synced.batch(&current, id("b")).unwrap();
    assert_eq!(batch.edits, [named("ours")]);
}

#[test]
fn what_is_read_is_merged() {
    let mut synced = Synced::new(1, blank());
    let current = with(&[named("ours")]);
    let city = text(Field::City, "Lund");
    let edits = synced.newer(1, &current, with(std::slice::from_ref(&city)), 5);
    assert_eq!(edits, Some(vec![city]));
    assert_eq!(synced.version, 5);
}

/// Else every word that another is typing would be offered.
#[test]
fn only_the_last_text_of_each_is_offered() {
    let (mut synced, current) = sending();
    for (version, text) in [(2, "t"), (3, "the"), (4, "theirs")] {
        let theirs = with(&[named(text)]);
        let under_way = synced.batch(&current, id("a")).unwrap().id.clone();
        synced.stale(&under_way, &current, theirs, version).unwrap();
        assert_eq!(synced.others, [Other(named(text))]);
    }
    // Once it stands in the document, there is nothing to offer.
    synced
        .newer(synced.version, &with(&[named("theirs")]), blank(), 5)
        .unwrap();
    assert_eq!(synced.others, [Other(named("theirs"))]);
    synced
        .newer(5, &blank(), with(&[named("theirs")]), 6)
        .unwrap();
    assert_eq!(synced.others, []);
}

/// A server that was set back gets again what it had lost.
#[test]
fn a_server_that_went_back_loses_nothing() {
    let (mut synced, current) = sending();
    synced.version = 9;
    assert_eq!(synced.stale("a", &current, blank(), 4), Some(vec![]));
    assert_eq!(synced.version, 4);
    let batch = synced.batch(&current, id("b")).unwrap();
    assert_eq!(after(&blank(), &batch.edits), current);

    // Others have saved to it since. What they have and what is here are both
    // there: that one side lacks something does not mean that it was deleted.
    let mut synced = Synced::new(9, with(&[named("ours"), text(Field::City, "Lund")]));
    let current = synced.base.clone();
    let theirs = with(&[named("theirs"), text(Field::Region, "Skåne")]);
    // An answer that is older than what is known is no server that went back.
    assert_eq!(synced.newer(8, &current, theirs.clone(), 4), None);
    let edits = synced.newer(9, &current, theirs, 4).unwrap();
    let merged = after(&current, &edits);
    assert_eq!(merged.basics.text(Field::City), "Lund");
    assert_eq!(merged.basics.text(Field::Region), "Skåne");
    assert_eq!(merged.basics.text(Field::Name), "ours");
    assert_eq!(synced.others, [Other(named("theirs"))]);
}

#[test]
fn a_batch_that_does_not_fit_is_an_error_and_changes_nothing_else() {
    let (mut synced, current) = sending();
    let item = Id(77_777);
    let edits = [named("x"), Edit::RemoveItem { item }];
    assert_eq!(take(&mut blank(), &edits), Err(Rejected::NoItem(item)));
    let mut document = blank();
    assert!(take(&mut document, &edits).is_err());
    assert_eq!(document, blank());
    synced.sending.as_mut().unwrap().edits = edits.to_vec();
    assert_eq!(synced.acknowledged("a", 2), Err(Rejected::NoItem(item)));
    assert_eq!(synced, Synced::new(1, blank()));
    // What the server has is then merged as if read.
    assert_eq!(synced.newer(1, &current, current.clone(), 2), Some(vec![]));
    assert_eq!(synced.batch(&current, id("b")), None);
}

#[test]
fn it_is_stored_as_json() {
    let (mut synced, current) = sending();
    synced
        .stale("a", &current, with(&[named("theirs")]), 2)
        .unwrap();
    synced.returned.push(Id(5));
    synced.batch(&current, id("b")).unwrap();
    let json = synced.save();
    assert_eq!(Synced::load(&json), Ok(synced));
    let mut newer: serde_json::Value = serde_json::from_str(&json).unwrap();
    newer["base"]["format"] = 99.into();
    assert_eq!(Synced::load(&newer.to_string()), Err(LoadError::Newer(99)));
    newer["base"]["format"] = 0.into();
    assert!(matches!(
        Synced::load(&newer.to_string()),
        Err(LoadError::NotADocument(_))
    ));
    assert!(Synced::load("[]").is_err());
    assert!(Synced::load("{").is_err());
}

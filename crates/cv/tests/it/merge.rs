//! The laws of merging.

use cv::{Document, Id, Merged, apply, limits, merge};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::document;
use crate::support::placed_texts;
use crate::wishes::{Wish, as_own, wish};

/// A document after wishes. With an owner, what they bring in is theirs alone;
/// without one, two may be given the same ids.
fn wished(document: &Document, wishes: &[Wish], owner: Option<u64>) -> Document {
    let mut document = document.clone();
    for (n, wish) in wishes.iter().enumerate() {
        let mut edit = wish.edit(&document);
        if let Some(owner) = owner {
            edit = as_own(edit, owner + n as u64);
        }
        let _ = apply(&mut document, &edit);
    }
    document
}

/// What is merged without a question.
fn plain(document: &Document) -> Merged {
    Merged {
        document: document.clone(),
        others: Vec::new(),
        returned: Vec::new(),
    }
}

fn assert_laws(base: &Document, ours: &Document, theirs: &Document) {
    assert_eq!(merge(base, ours, base), plain(ours));
    assert_eq!(merge(base, base, theirs), plain(theirs));
    assert_eq!(merge(base, ours, ours), plain(ours));
    let merged = merge(base, ours, theirs);
    assert_eq!(merged.document.check(), Ok(()));
    assert_eq!(limits::document(&merged.document), Ok(()));
    for other in &merged.others {
        assert!(!other.is_in(&merged.document), "{other:?} is in it");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn one_side_is_taken_whole(
        base in document(),
        ours in vec(wish(), 0..12),
        theirs in vec(wish(), 0..12),
    ) {
        let ours = wished(&base, &ours, None);
        let theirs = wished(&base, &theirs, None);
        assert_laws(&base, &ours, &theirs);
    }

    /// Three documents that have nothing in common but their ids, which is as
    /// bad as it can be, come to a valid one all the same.
    #[test]
    fn whatever_is_merged_is_valid(
        base in document(),
        mut ours in document(),
        mut theirs in document(),
    ) {
        for document in [&mut ours, &mut theirs] {
            document.kind = base.kind;
        }
        assert_laws(&base, &ours, &theirs);
    }

    #[test]
    fn no_text_is_lost(
        base in document(),
        ours in vec(wish(), 0..14),
        theirs in vec(wish(), 0..14),
    ) {
        let ours = wished(&base, &ours, Some(100));
        let theirs = wished(&base, &theirs, Some(200));
        let merged = merge(&base, &ours, &theirs);
        for text in placed_texts(&ours) {
            if !text.is_in(&base) {
                prop_assert!(text.is_in(&merged.document), "{:?}", text);
            }
        }
        for text in placed_texts(&theirs) {
            if !text.is_in(&base) {
                let there = text.is_in(&merged.document) || merged.others.contains(&text);
                prop_assert!(there, "{:?}", text);
            }
        }
        // What neither touched and neither deleted is as it was.
        for text in placed_texts(&base) {
            if text.is_in(&ours) && text.is_in(&theirs) {
                prop_assert!(text.is_in(&merged.document), "{:?}", text);
            }
        }
        for id in &merged.returned {
            prop_assert!(has(&merged.document, *id), "{} is not there", id);
            prop_assert!(has(&ours, *id) != has(&theirs, *id));
        }
    }
}

fn has(document: &Document, id: Id) -> bool {
    let lines = |item: &cv::Item| {
        let mut lists = item.fields.keys().map(|field| item.lines(*field));
        lists.any(|lines| lines.iter().any(|line| line.id == id))
    };
    document.section(id).is_some() || document.items().any(|item| item.id == id || lines(item))
}

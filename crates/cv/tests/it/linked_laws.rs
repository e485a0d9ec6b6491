//! What holds for any two documents that are linked.

use cv::linked::{self, State, Take};
use cv::{Document, Edit, Id, SectionKind, apply};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::document;
use crate::linked::{HOME, empty_profile, state, states};
use crate::support::ids_from;
use crate::wishes::{Wish, wish};

fn wished(document: &Document, wishes: &[Wish]) -> Document {
    let mut document = document.clone();
    for wish in wishes {
        let edit = wish.edit(&document);
        let _ = apply(&mut document, &edit);
    }
    document
}

/// Makes edits, and takes them back again.
fn there_and_back(document: &Document, edits: &[Edit]) -> Document {
    let mut changed = document.clone();
    let inverse = apply(&mut changed, &Edit::All(edits.to_vec())).unwrap();
    assert_eq!(changed.check(), Ok(()));
    let mut back = changed.clone();
    apply(&mut back, &inverse).unwrap();
    assert_eq!(&back, document);
    changed
}

/// A document without the fields and the link of one item.
fn without(document: &Document, item: Id) -> Document {
    let mut rest = document.clone();
    let items = rest
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.items);
    for other in items
        .chain([&mut rest.basics])
        .filter(|other| other.id == item)
    {
        other.fields.clear();
        other.origin = None;
    }
    rest
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is done to both, what is offered brings them together, and nothing
    /// else in the document changes.
    #[test]
    fn offers_bring_both_together(
        source in document(),
        there in vec(wish(), 0..16),
        here in vec(wish(), 0..16),
    ) {
        let language = source.language;
        let copy = linked::variant(&source, HOME, language, &mut ids_from(50_000_000));
        prop_assert!(states(&copy, &source).iter().all(|(_, state)| *state == State::Same));
        let (source, copy) = (wished(&source, &there), wished(&copy, &here));
        let mut ids = ids_from(60_000_000);
        for (item, before) in states(&copy, &source) {
            let now = |edits: Vec<Edit>| {
                let changed = there_and_back(&copy, &edits);
                prop_assert_eq!(without(&changed, item), without(&copy, item));
                Ok((state(&changed, &source, item), changed))
            };
            if before == State::Gone {
                prop_assert_eq!(linked::keep(&copy, item, &source), vec![]);
                continue;
            }
            let all = linked::offer(&copy, item, &source, Take::All, &mut ids);
            prop_assert_eq!(now(all)?.0, State::Same);
            let new = linked::offer(&copy, item, &source, Take::Changed, &mut ids);
            let (taken, _) = now(new)?;
            prop_assert!(taken < State::Changed || copy.language != source.language);
            let (kept, changed) = now(linked::keep(&copy, item, &source))?;
            let differs = before != State::Same;
            prop_assert_eq!(kept, if differs { State::Worded } else { State::Same });
            prop_assert_eq!(
                &changed.item(item).unwrap().fields,
                &copy.item(item).unwrap().fields
            );
            let (home, own) = linked::give(&copy, item, &source, &mut ids);
            let changed = there_and_back(&source, &home);
            let target = copy.item(item).unwrap().origin.clone().unwrap().item;
            prop_assert_eq!(without(&changed, target), without(&source, target));
            let copy = there_and_back(&copy, &own);
            prop_assert_eq!(state(&copy, &changed, item), State::Same);
        }
    }

    /// A profile that is made of a document links all of it that says anything.
    #[test]
    fn everything_comes_home(mut document in document()) {
        document.basics.origin = None;
        let items = document.sections.iter_mut().flat_map(|section| &mut section.items);
        items.for_each(|item| item.origin = None);
        let profile = empty_profile();
        let adopted = linked::adopt(&document, &profile, HOME, &mut ids_from(50_000_000));
        let profile = there_and_back(&profile, &adopted.profile);
        let linked = there_and_back(&document, &adopted.document);
        // What was written to somebody is no fact about its writer.
        let letters = linked.sections.iter().filter(|s| s.kind == SectionKind::Letter);
        let letters: Vec<Id> = letters.flat_map(|s| s.items.iter().map(|item| item.id)).collect();
        let facts = linked.items().filter(|item| !letters.contains(&item.id));
        for item in facts.filter(|item| item.origin.is_none()) {
            let text = cv::linked::revision(&item.fields);
            prop_assert_eq!(text, cv::linked::revision(&cv::Fields::new()));
        }
        let again = linked::adopt(&linked, &profile, HOME, &mut ids_from(70_000_000));
        prop_assert_eq!((again.profile, again.document), (vec![], vec![]));
    }
}

//! What was set before never changes what is set now.

use cv::{Edit, Field, Id, Value};
use proptest::prelude::*;

use crate::arbitrary;
use crate::documents::{engine, sample};

#[test]
fn a_keystroke_shapes_one_row() {
    let mut engine = engine();
    let mut document = sample("02-complete-fixture.jsonresume");
    engine.layout(document.shown());
    assert!(engine.shaped() > 50);
    engine.layout(document.shown());
    assert_eq!(engine.shaped(), 0);
    let work = document
        .sections
        .iter()
        .find(|s| s.kind == cv::SectionKind::Work)
        .unwrap();
    let edit = Edit::SetField {
        item: work.items[0].id,
        field: Field::Position,
        value: Some(Value::Text("Senior Software Enginee".into())),
    };
    cv::apply(&mut document, &edit).unwrap();
    engine.layout(document.shown());
    assert_eq!(engine.shaped(), 1);
}

#[test]
fn an_edit_that_moves_everything_is_set_as_from_scratch() {
    let mut used = engine();
    let mut document = sample("02-complete-fixture.jsonresume");
    used.layout(document.shown());
    for section in document.sections.clone() {
        let edit = Edit::SetSectionHidden {
            section: section.id,
            hidden: true,
        };
        let inverse = cv::apply(&mut document, &edit).unwrap();
        assert_eq!(
            used.layout(document.shown()),
            engine().layout(document.shown())
        );
        cv::apply(&mut document, &inverse).unwrap();
        assert_eq!(
            used.layout(document.shown()),
            engine().layout(document.shown())
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn history_does_not_matter(
        documents in prop::collection::vec(arbitrary::document(), 1..4),
        name in "\\PC{0,40}",
        templates in prop::collection::vec(0..typeset::template::ALL.len(), 4),
    ) {
        let mut used = engine();
        let mut documents = documents;
        for (document, template) in documents.iter_mut().zip(templates) {
            document.template = typeset::template::ALL[template].for_document();
            used.layout(document.shown());
        }
        let mut last = documents[documents.len() - 1].clone();
        let value = Some(Value::Text(name)).filter(|value| !value.is_empty());
        let edit = Edit::SetField { item: Id::BASICS, field: Field::Name, value };
        cv::apply(&mut last, &edit).unwrap();
        prop_assert_eq!(used.layout(last.shown()), engine().layout(last.shown()));
    }
}

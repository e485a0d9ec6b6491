//! Examples to begin from.

use advice::{Place, Tongue, What, examples, inserting, rooms};
use cv::{Document, Field, Language, SectionKind};

use crate::support::{blank, calm, found, ids_from, job};

const TONGUES: [(Tongue, Language); 2] = [
    (Tongue::Swedish, Language::Swedish),
    (Tongue::English, Language::English),
];

fn inserted(document: &Document, room: Place, example: &advice::Example) -> Document {
    let edit = inserting(document, room, example, ids_from(900_000)).unwrap();
    let mut after = document.clone();
    let inverse = cv::apply(&mut after, &edit).unwrap();
    assert_eq!(after.check(), Ok(()));
    let mut back = after.clone();
    cv::apply(&mut back, &inverse).unwrap();
    assert_eq!(&back, document);
    after
}

#[test]
fn both_languages_have_examples_of_the_same_sections() {
    let kinds = |tongue| {
        let mut kinds: Vec<_> = examples(tongue).iter().map(|e| e.kind).collect();
        kinds.dedup();
        kinds
    };
    let own = kinds(Tongue::Swedish);
    assert_eq!(own, kinds(Tongue::English));
    for kind in [
        SectionKind::Summary,
        SectionKind::Work,
        SectionKind::Education,
        SectionKind::Skills,
        SectionKind::Projects,
        SectionKind::Volunteer,
    ] {
        assert_eq!(own.iter().filter(|k| **k == kind).count(), 1, "{kind:?}");
        for (tongue, _) in TONGUES {
            let count = examples(tongue).iter().filter(|e| e.kind == kind).count();
            assert!(count >= 3, "{kind:?}");
        }
    }
    for (tongue, _) in TONGUES {
        assert!(
            examples(tongue)
                .iter()
                .all(|e| !e.about.is_empty() && !e.lines.is_empty())
        );
    }
}

/// Advice that trips over its own examples would be poor advice.
#[test]
fn examples_are_as_the_hints_would_have_them() {
    for (tongue, language) in TONGUES {
        for example in examples(tongue) {
            let mut document = calm(language);
            // As one job of its own: the calm one is in the present tense.
            let id = match example.kind {
                SectionKind::Work | SectionKind::Projects | SectionKind::Volunteer => {
                    for section in &mut document.sections {
                        section.items.retain(|_| section.kind != SectionKind::Work);
                    }
                    job(&mut document, "2018-01", "2026-01", &[])
                }
                _ => continue,
            };
            let room = rooms(&document, SectionKind::Work)[0];
            assert_eq!(room.item, Some(id));
            let example = advice::Example {
                kind: SectionKind::Work,
                ..example
            };
            let mut told = found(&inserted(&document, room, &example));
            told.retain(|what| !matches!(what, What::Placeholder { .. }));
            assert_eq!(told, [], "{example:?}");
        }
    }
}

#[test]
fn an_example_goes_into_an_empty_field_alone() {
    let all = examples(Tongue::English);
    let summary = all.iter().find(|e| e.kind == SectionKind::Summary).unwrap();
    let mut document = blank(Language::English);
    let room = rooms(&document, SectionKind::Summary)[0];
    let after = inserted(&document, room, summary);
    let item = after.item(room.item.unwrap()).unwrap();
    assert_eq!(item.rich(Field::Summary).unwrap().text(), summary.lines[0]);
    // Now it is not empty any more.
    assert_eq!(rooms(&after, SectionKind::Summary), []);
    assert_eq!(inserting(&after, room, summary, ids_from(0)), None);

    let work = all.iter().find(|e| e.kind == SectionKind::Work).unwrap();
    assert_eq!(rooms(&document, SectionKind::Work), []);
    job(&mut document, "2020-01", "ongoing", &["Ran 2 wards"]);
    assert_eq!(rooms(&document, SectionKind::Work), []);
    let id = job(&mut document, "2018-01", "2020-01", &[" "]);
    let room = rooms(&document, SectionKind::Work)[0];
    assert_eq!(room.item, Some(id));
    let after = inserted(&document, room, work);
    let lines = after.item(id).unwrap().lines(Field::Highlights);
    let lines: Vec<_> = lines.iter().map(|line| line.text.text()).collect();
    assert_eq!(lines, work.lines);
    // What is only to be read goes nowhere.
    assert_eq!(rooms(&document, SectionKind::Education), []);
}

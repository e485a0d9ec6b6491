//! Personal details beside a document: only what it names, and what there is of it.

use std::collections::BTreeMap;

use cv::{Details, Edit, Id, PersonalField, Redaction, apply, export_full, export_shown};

use crate::support::blank;

const GENDER: PersonalField = PersonalField::Gender;

fn set(reference: Option<Id>) -> Edit {
    Edit::SetPersonal {
        field: GENDER,
        reference,
    }
}

#[test]
fn what_a_document_names_and_a_store_has_is_shown() {
    let mut document = blank();
    let values = BTreeMap::from([(Id(5), " kvinna ".to_owned()), (Id(6), "42".to_owned())]);
    assert!(Details::of(&document, &values).is_empty());
    let undo = apply(&mut document, &set(Some(Id(5)))).expect("it fits");
    let details = Details::of(&document, &values);
    assert_eq!(details.iter().collect::<Vec<_>>(), [(GENDER, "kvinna")]);
    assert_eq!(details.get(GENDER), Some("kvinna"));
    // Gone from the store, gone from all that names it.
    assert!(Details::of(&document, &BTreeMap::new()).is_empty());
    let blank = BTreeMap::from([(Id(5), " \u{200b}".to_owned())]);
    assert!(Details::of(&document, &blank).is_empty());
    apply(&mut document, &undo).expect("taken back");
    assert!(Details::of(&document, &values).is_empty());
}

#[test]
fn the_value_is_in_what_is_shown_and_never_in_the_document() {
    let mut document = blank();
    apply(&mut document, &set(Some(Id(5)))).expect("it fits");
    let without = export_shown(document.shown()).json;
    let details = Details::of(&document, &BTreeMap::from([(Id(5), "kvinna".to_owned())]));
    let with = export_shown(document.shown().with(&details)).json;
    assert!(!without.contains("personal"), "{without}");
    let with: serde_json::Value = serde_json::from_str(&with).expect("JSON");
    assert_eq!(with["meta"]["merit"]["personal"]["gender"], "kvinna");
    assert!(!export_full(&document).contains("kvinna"));
    assert!(!format!("{details:?}").contains("kvinna"));
}

#[test]
fn others_see_those_that_were_chosen() {
    let mut details = Details::default();
    for field in PersonalField::ALL {
        details.set(field, field.json());
    }
    for nothing in [Redaction::none(), Redaction::usual()] {
        assert!(details.clone().redacted(&nothing).is_empty());
    }
    let mut one = Redaction::none();
    one.show_detail(PersonalField::Salary);
    let shown = details.redacted(&one);
    let shown: Vec<_> = shown.iter().collect();
    assert_eq!(shown, [(PersonalField::Salary, "salary")]);
    // What was written before there were any is read as showing none.
    let old: Redaction = serde_json::from_str("[\"phone\"]").expect("an old one");
    assert!(
        !PersonalField::ALL
            .iter()
            .any(|field| old.shows_detail(*field))
    );
    let written = serde_json::to_string(&one).expect("plain data");
    assert!(!written.contains("salary"), "{written}");
    let mut anonymous = one.clone();
    anonymous.set_anonymous(true);
    assert!(!anonymous.shows_detail(PersonalField::Salary));
    assert!(!one.without_details().shows_detail(PersonalField::Salary));
}

use cv::{Edit, Id, PersonalField};
use privacy::inventory::Subject;
use privacy::{Actor, Denied, LegalBasis, PersonId, PersonalValues, Purpose, Standing};

use crate::populated;

const OWNER: Actor = Actor::Person(PersonId([1; 16]));
const OTHER: Actor = Actor::Person(PersonId([2; 16]));
const REFERENCE: Id = Id(7);

fn values() -> PersonalValues {
    let mut values = PersonalValues::empty(OWNER);
    values.consent(OWNER).expect("the owner may");
    values
        .set(OWNER, REFERENCE, "1987-05-04")
        .expect("the owner may");
    values
}

#[test]
fn the_owner_reads_for_a_declared_purpose() {
    let values = values();
    let read = values.read(OWNER, Purpose::MakeCv, REFERENCE);
    assert_eq!(read, Ok(Some("1987-05-04")));
    assert_eq!(values.read(OWNER, Purpose::MakeCv, Id(8)), Ok(None));
}

#[test]
fn nobody_else_reads() {
    for actor in [OTHER, Actor::Visitor] {
        let read = values().read(actor, Purpose::MakeCv, REFERENCE).map(|_| ());
        assert_eq!(read, Err(Denied::NotYours));
    }
    let read = PersonalValues::empty(Actor::Visitor)
        .read(OWNER, Purpose::MakeCv, REFERENCE)
        .map(|_| ());
    assert_eq!(read, Err(Denied::NotYours));
}

#[test]
fn an_undeclared_purpose_is_denied_to_the_owner_too() {
    let read = values()
        .read(OWNER, Purpose::RememberChoice, REFERENCE)
        .map(|_| ());
    assert_eq!(read, Err(Denied::Purpose(Purpose::RememberChoice)));
}

#[test]
fn nothing_is_written_without_the_owners_consent() {
    let mut values = PersonalValues::empty(OWNER);
    assert_eq!(values.set(OWNER, REFERENCE, "x"), Err(Denied::NoConsent));
    assert_eq!(values.consent(OTHER), Err(Denied::NotYours));
    values.consent(OWNER).expect("the owner may");
    assert_eq!(values.set(OTHER, REFERENCE, "x"), Err(Denied::NotYours));
    assert!(values.is_empty());
    values.withdraw();
    assert_eq!(values.set(OWNER, REFERENCE, "x"), Err(Denied::NoConsent));
}

#[test]
fn after_withdrawal_no_copy_holds_a_value() {
    let mut values = values();
    let mut document = populated::document();
    let set = Edit::SetPersonal {
        field: PersonalField::BirthDate,
        reference: Some(REFERENCE),
    };
    let inverse = cv::apply(&mut document, &set).expect("applies");

    // What is anywhere beside the store: the draft, the journal, undo.
    let copies = [
        cv::format::save(&document),
        cv::format::save_edit(&set),
        cv::format::save_edit(&inverse),
    ];
    assert!(
        copies[0].contains(&REFERENCE.to_string()),
        "the document refers to it"
    );
    assert!(
        serde_json::to_string(&values)
            .expect("plain data")
            .contains("1987-05-04")
    );

    values.withdraw();
    let stored = serde_json::to_string(&values).expect("plain data");
    for copy in copies.iter().chain([&stored]) {
        assert!(!copy.contains("1987-05-04"), "{copy}");
    }
    assert_eq!(values.read(OWNER, Purpose::MakeCv, REFERENCE), Ok(None));
}

#[test]
fn the_stored_form_comes_back() {
    let values = values();
    let stored = serde_json::to_string(&values).expect("plain data");
    let back: PersonalValues = serde_json::from_str(&stored).expect("reads");
    assert_eq!(back, values);
}

#[test]
fn a_debug_print_shows_no_value() {
    let print = format!("{:?}", values());
    assert!(print.contains("values: 1"), "{print}");
    assert!(!print.contains("1987"), "{print}");
}

#[test]
fn restricted_data_is_kept_for_its_owner_and_shown_to_nobody() {
    let standing = Standing {
        restricted: true,
        ..Standing::default()
    };
    let ask = |path, purpose| privacy::gate::permit(path, OWNER, OWNER, purpose, standing);
    for path in ["document.content", "photo.content"] {
        assert_eq!(ask(path, Purpose::KeepSaved), Ok(()));
        assert_eq!(ask(path, Purpose::Publish), Err(Denied::Restricted));
    }
    let notified = ask("mail.payload", Purpose::Notify);
    assert_eq!(notified, Err(Denied::Restricted));
    // It opens nothing: what was denied before still is.
    let other = privacy::gate::permit(
        "document.content",
        OWNER,
        OTHER,
        Purpose::KeepSaved,
        standing,
    );
    assert_eq!(other, Err(Denied::NotYours));
}

#[test]
fn limited_is_what_the_inventory_calls_sensitive_by_its_kind() {
    let standing = Standing {
        limited: true,
        ..Standing::default()
    };
    let mut limited = Vec::new();
    for entry in privacy::inventory::columns() {
        for (purpose, _) in entry.purposes {
            match privacy::gate::permit(entry.path, OWNER, OWNER, *purpose, standing) {
                Ok(()) => {}
                Err(Denied::Limited) => limited.push((entry.path, *purpose)),
                Err(other) => panic!("{}: {other:?}", entry.path),
            }
        }
    }
    let expected = [
        ("photo.content", Purpose::Publish),
        ("personal_detail.value", Purpose::Publish),
        ("publication_detail.value", Purpose::Publish),
    ];
    assert_eq!(limited, expected);
}

#[test]
fn without_limits_the_gate_is_what_it_was() {
    for entry in privacy::inventory::columns() {
        for (purpose, _) in entry.purposes {
            let read = privacy::gate::read(entry.path, OWNER, OWNER, *purpose);
            let permitted =
                privacy::gate::permit(entry.path, OWNER, OWNER, *purpose, Standing::default());
            assert_eq!(permitted, read, "{}", entry.path);
        }
    }
}

/// Both ways: a use of their data by an interest of ours that nobody could object to,
/// and an objection that would end nothing.
#[test]
fn what_rests_on_an_interest_can_be_objected_to_and_nothing_else() {
    let standing = Standing {
        protect_objected: true,
        count_objected: true,
        ..Standing::default()
    };
    let mut ended = Vec::new();
    for entry in privacy::inventory::columns() {
        for (purpose, basis) in entry.purposes {
            let asked = privacy::gate::permit(entry.path, OWNER, OWNER, *purpose, standing);
            // Article 21(1) leaves out what legal claims need.
            let interest = *basis == LegalBasis::LegitimateInterest && *purpose != Purpose::Hold;
            let expected = match interest {
                true => Err(Denied::Objected),
                false => Ok(()),
            };
            assert_eq!(asked, expected, "{} {purpose:?}", entry.path);
            if interest && entry.subject == Subject::Writer {
                assert!(purpose.may_be_objected_to(), "{}", entry.path);
                ended.push(*purpose);
            }
        }
    }
    for purpose in Purpose::ALL {
        let may = purpose.may_be_objected_to();
        assert_eq!(may, ended.contains(&purpose), "{purpose:?}");
        assert_eq!(may, standing.objects_to(purpose), "{purpose:?}");
    }
}

//! What needs consent is declared so, and every opt-in field has its purpose.

use std::collections::BTreeSet;

use cv::PersonalField;
use privacy::inventory::{self, CONSENT, Erasure, Sensitive};
use privacy::{ConsentPurpose, LegalBasis};

#[test]
fn every_personal_detail_has_a_purpose_and_every_purpose_a_detail() {
    let used: BTreeSet<ConsentPurpose> = PersonalField::ALL.map(ConsentPurpose::of).into();
    assert_eq!(used, ConsentPurpose::OF_DETAILS.into());
    for field in PersonalField::ALL {
        let stored = serde_json::to_value(field).expect("plain data");
        assert_eq!(stored.as_str(), Some(field.json()));
        assert_eq!(PersonalField::from_json(field.json()), Some(field));
        let name = format!("values.{}", field.json());
        let entry = inventory::entry(&name).expect("declared");
        // Salary is no ground of discrimination, and asked for by itself.
        let expected = match entry.sensitive {
            Some(Sensitive::Salary) => ConsentPurpose::Salary,
            _ => ConsentPurpose::PersonalDetails,
        };
        assert_eq!(ConsentPurpose::of(field), expected, "{name}");
    }
}

#[test]
fn names_are_read_back_and_fit_their_column() {
    for purpose in ConsentPurpose::ALL {
        assert_eq!(ConsentPurpose::from_name(purpose.name()), Some(purpose));
        assert!(purpose.name().len() <= 32);
        assert!(purpose.version().len() <= 16);
    }
    assert_eq!(ConsentPurpose::from_name("everything"), None);
}

/// Sensitive by its kind is kept by consent alone, and goes with it.
#[test]
fn a_personal_detail_on_the_server_is_there_by_consent_alone() {
    let details = CONSENT.iter().filter(|entry| {
        let of = |table: &str| entry.path.starts_with(table);
        of("personal_detail.") || of("publication_detail.")
    });
    assert_eq!(details.clone().count(), 5 + 6);
    for entry in details {
        let mut bases = entry.purposes.iter().map(|(_, basis)| *basis);
        assert!(bases.all(|b| b == LegalBasis::Consent), "{}", entry.path);
        assert_eq!(entry.erasure, Erasure::Withdrawal, "{}", entry.path);
    }
}

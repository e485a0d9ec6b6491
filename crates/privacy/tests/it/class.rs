use std::collections::BTreeSet;

use privacy::inventory::{self, LEAD_MONTHS, SAVED_DAYS};
use privacy::{Class, KnownFor, Reach};

/// R6: each class has its way to its rights and its retention, and everything that is
/// declared is about somebody of a class.
#[test]
fn every_class_has_its_rights_and_its_retention() {
    for class in Class::ALL {
        // Who has pages of their own is known by them; who has none asks.
        let account = matches!(class.known_for(), KnownFor::Unused(_));
        assert_eq!(class.reach() == Reach::OwnPages, account, "{class:?}");
    }
    assert_eq!(Class::Lead.known_for(), KnownFor::Months(LEAD_MONTHS));
    assert_eq!(Class::Member.known_for(), KnownFor::Unused(SAVED_DAYS));
    // Whoever only visits and whoever pays are told apart.
    assert_ne!(Class::Visitor.subject(), Class::Subscriber.subject());
    assert_ne!(Class::Visitor.known_for(), Class::Subscriber.known_for());
    let of_classes: BTreeSet<_> = Class::ALL.iter().map(|class| class.subject()).collect();
    let declared: BTreeSet<_> = inventory::all().map(|entry| entry.subject).collect();
    assert_eq!(of_classes, declared);
}

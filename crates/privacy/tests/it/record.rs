use std::collections::BTreeSet;

use privacy::california::{self, Statutory};
use privacy::inventory::{self, Category, Label, Need, Recipient, Sensitive, What};
use privacy::{Periods, Purpose, record};

#[test]
fn the_record_has_every_purpose_that_leaves_the_browser() {
    let recorded: BTreeSet<Purpose> = record::activities(&Periods::default())
        .iter()
        .map(|(it, _)| *it)
        .collect();
    for entry in inventory::all().filter(|entry| record::is_kept_by_others(entry)) {
        for (purpose, _) in entry.purposes {
            assert!(recorded.contains(purpose), "{} {purpose:?}", entry.path);
        }
    }
    // What only a browser does for its owner is nobody else's processing.
    assert!(!recorded.contains(&Purpose::RememberChoice));
    for (purpose, summary) in record::activities(&Periods::default()) {
        assert!(summary.purposes.iter().all(|(it, _)| *it == purpose));
        assert!(!summary.subjects.is_empty() && !summary.categories.is_empty());
        assert!(!summary.recipients.is_empty() && !summary.retentions.is_empty());
        assert!(!summary.protections.is_empty());
    }
}

#[test]
fn every_category_says_where_from_what_for_and_to_whom() {
    let told: BTreeSet<Category> = record::categories(&Periods::default())
        .iter()
        .map(|(it, _)| *it)
        .collect();
    let there: BTreeSet<Category> = inventory::all().map(|entry| entry.category).collect();
    assert_eq!(told, there);
    for (category, summary) in record::categories(&Periods::default()) {
        assert!(!summary.sources.is_empty(), "{category:?}");
        assert!(!summary.purposes.is_empty(), "{category:?}");
        let mut labels = inventory::all().filter(|entry| entry.category == category);
        assert!(labels.all(|entry| summary.labels.contains(&entry.label())));
    }
    // A name that is saved is kept by the server, and a published one is everybody's.
    let (_, names) = record::categories(&Periods::default())
        .into_iter()
        .find(|(it, _)| *it == Category::Identity)
        .expect("names");
    assert!(names.recipients.contains(&Recipient::ServerKept));
    assert!(names.recipients.contains(&Recipient::Everyone));
    let marked: BTreeSet<Sensitive> = record::sensitive(&Periods::default())
        .iter()
        .map(|(it, _)| *it)
        .collect();
    let due: BTreeSet<Sensitive> = inventory::all().filter_map(|it| it.sensitive).collect();
    assert_eq!(marked, due);
    assert!(due.contains(&Sensitive::SignIn));
}

#[test]
fn a_notice_says_what_the_inventory_says() {
    let notice = record::notice("login.email", &Periods::default()).expect("a notice");
    let entry = inventory::entry("login.email").expect("an entry");
    assert_eq!(notice.label, Label::Email);
    assert_eq!(notice.purposes, entry.purposes);
    assert_eq!(notice.retention, entry.retention);
    assert!(matches!(notice.need, Need::Mandatory(_)));
    assert_eq!(record::notice("no.such", &Periods::default()), None);
}

/// The law's table has its twelve rows, in its order, and every piece of data that
/// leaves a browser is in one of them.
#[test]
fn every_category_of_the_californian_law_is_a_row() {
    let rows = california::table(&Periods::default());
    let letters: String = rows.iter().map(|row| row.category.letter()).collect();
    assert_eq!(letters, "ABCDEFGHIJKL");
    let row = |category: Statutory| {
        let row = rows.iter().find(|row| row.category == category);
        row.expect("a row")
    };
    for entry in inventory::all() {
        if !record::is_kept_by_others(entry) && entry.what != What::Content {
            continue;
        }
        let into: Vec<_> = rows.iter().filter(|row| row.category.has(entry)).collect();
        assert!(!into.is_empty(), "{}", entry.path);
        for row in into {
            assert!(row.ours.contains(&entry.category), "{}", entry.path);
            assert!(row.summary.labels.contains(&entry.label()));
            assert!(!row.summary.sources.is_empty() && !row.summary.purposes.is_empty());
            assert!(!row.summary.recipients.is_empty() && !row.summary.retentions.is_empty());
        }
    }
    // What nobody collects is said to be not collected.
    for none in [
        Statutory::Commercial,
        Statutory::Biometric,
        Statutory::Inferences,
    ] {
        assert!(row(none).ours.is_empty(), "{none:?}");
        assert!(row(none).summary.labels.is_empty());
    }
    assert!(
        row(Statutory::Sensitive)
            .ours
            .contains(&Category::Protected)
    );
    assert!(row(Statutory::Employment).ours.contains(&Category::Salary));
}

#[test]
fn categories_are_read_back_by_their_names() {
    for category in Category::ALL {
        assert_eq!(Category::from_name(category.name()), Some(category));
        assert!(category.name().len() <= 16, "{category:?}");
    }
    assert_eq!(Category::from_name(""), None);
}

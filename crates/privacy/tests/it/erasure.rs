//! What an erasure says is what the inventory declares.

use std::collections::BTreeSet;

use privacy::erasure::{Gone, Kept};
use privacy::inventory::{self, Erasure, Linkability, What};

/// Both ways: a table that no report would count, and a kind that is no table.
#[test]
fn every_table_of_an_account_is_a_kind_that_goes() {
    let mut tables = BTreeSet::new();
    for entry in inventory::columns() {
        let (table, column) = entry.path.split_once('.').expect("a table's column");
        if column == "account_id" || table == "account" {
            assert_ne!(entry.erasure, Erasure::WithTime, "{}", entry.path);
            tables.insert(table);
        }
    }
    let kinds: BTreeSet<_> = Gone::ALL.iter().map(|kind| kind.table()).collect();
    assert_eq!(kinds, tables);
    assert_eq!(kinds.len(), Gone::ALL.len());
    for kind in Gone::ALL {
        assert_eq!(Gone::from_table(kind.table()), Some(*kind));
    }
    assert_eq!(Gone::from_table("audit"), None);
}

/// What stays is said with the reason, and for no shorter time than it stays.
#[test]
fn everything_that_outlives_its_person_is_a_kind_that_is_kept() {
    let mut seen = BTreeSet::new();
    for entry in inventory::all() {
        let server = matches!(entry.what, What::Column | What::File);
        if !server || entry.erasure != Erasure::WithTime {
            continue;
        }
        // What is about nobody outlives nobody.
        if entry.linkability == Linkability::None {
            continue;
        }
        let kept = Kept::of(entry.path).unwrap_or_else(|| panic!("{}", entry.path));
        let privacy::Retention::Days(days) = entry.retention else {
            panic!("{}", entry.path)
        };
        assert_eq!(days.get(), kept.days(), "{}", entry.path);
        seen.insert(kept);
    }
    // Backups are copies of all of it, in files of the operator's.
    seen.insert(Kept::Backups);
    assert_eq!(seen, BTreeSet::from(Kept::ALL));
    for kept in Kept::ALL {
        assert_eq!(Kept::from_name(kept.name()), Some(kept));
    }
}

use std::collections::BTreeSet;

use privacy::POLICY_VERSION;
use privacy::inventory::Label;
use privacy::policy::{Aspect, VERSIONS, Version, changes, facts};

/// What is handled is what the newest version says. Whoever changes the inventory
/// publishes: a new day in `POLICY_VERSION` and `VERSIONS`, and a new file, which
/// `MERIT_PUBLISH=1 cargo test -p privacy --test it policy` writes. A file that
/// people have been shown is never changed.
#[test]
fn the_newest_version_is_the_inventory() {
    let version = Version::current().expect("a version");
    assert_eq!(version.day, POLICY_VERSION);
    let now = facts();
    let file = format!(
        "{}/policies/{}.txt",
        env!("CARGO_MANIFEST_DIR"),
        version.day
    );
    if std::env::var_os("MERIT_PUBLISH").is_some() {
        std::fs::write(&file, &now).expect("the file can be written");
    }
    let published = std::fs::read_to_string(&file).expect("the version's file");
    let (published, now): (BTreeSet<&str>, BTreeSet<&str>) =
        (published.lines().collect(), now.lines().collect());
    let new: Vec<_> = now.difference(&published).collect();
    let old: Vec<_> = published.difference(&now).collect();
    assert_eq!(new, [&""; 0], "the policy does not say these");
    assert_eq!(old, [&""; 0], "the policy says these");
}

#[test]
fn versions_are_dated_and_the_newest_is_first() {
    for version in VERSIONS {
        let day: Vec<&str> = version.day.split('-').collect();
        assert_eq!(day.iter().map(|it| it.len()).collect::<Vec<_>>(), [4, 2, 2]);
        assert!(version.facts().lines().count() > 100, "{}", version.day);
    }
    assert!(VERSIONS.windows(2).all(|two| two[0].day > two[1].day));
    let newest = Version::current().expect("a version");
    assert_eq!(newest.before().map(|it| it.day), Some(VERSIONS[1].day));
    assert!(VERSIONS[VERSIONS.len() - 1].before().is_none());
}

#[test]
fn what_differs_between_two_versions_is_found() {
    let line = |path: &str, label: Label, kept: &str| {
        let name = label.name();
        format!(
            "{path} {name} Contact Writer Entered SignIn/Contract, [ServerKept] - {kept} Sealed NoLog Full WithAccount\n"
        )
    };
    let before = line("login.email", Label::Email, "Days(1)") + &line("a.b", Label::Salary, "x");
    let after = line("login.email", Label::Email, "Days(2)").replace(" - ", " Optional ")
        + &line("c.d", Label::Gender, "x");
    let changes = changes(&before, &after);
    assert_eq!(changes.added, BTreeSet::from([Label::Gender]));
    assert_eq!(changes.removed, BTreeSet::from([Label::Salary]));
    // What was not said before is not said to have changed.
    let changed = changes.changed.get(&Label::Email);
    assert_eq!(changed, Some(&BTreeSet::from([Aspect::Retention])));
    assert!(privacy::policy::changes(&after, &after).is_empty());
}

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use privacy::promises::{Check, LAST, Running, State, all};

#[test]
fn the_numbers_are_each_there_once_and_nothing_is_kept_without_a_check() {
    let numbers: Vec<u8> = all().map(|promise| promise.number).collect();
    assert_eq!(numbers, (1..=LAST).collect::<Vec<_>>());
    for promise in all() {
        let unchecked = promise.checks.is_empty();
        assert_eq!(unchecked, promise.state == State::NotBuilt, "{promise:?}");
    }
    // What is not done on purpose.
    let abstained: Vec<u8> = all()
        .filter(|promise| promise.state == State::Abstained)
        .map(|promise| promise.number)
        .collect();
    for number in [20, 22, 50, 61] {
        assert!(abstained.contains(&number), "{number}");
    }
}

/// Every test that a promise names is there, as a test.
#[test]
fn every_check_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut seen = BTreeSet::new();
    for promise in all() {
        for check in &promise.checks {
            assert!(
                seen.insert((promise.number, check.name())),
                "{check:?} twice"
            );
            let Check::Test { file, name } = check else {
                continue;
            };
            let text = fs::read_to_string(root.join(file));
            let text = text.unwrap_or_else(|error| panic!("{file}: {error}"));
            assert!(is_test(&text, name), "{file} has no test {name}");
        }
    }
}

/// Whether a source has a test of a name: a function with the attribute, one of
/// several that are made of properties, or one that runs on both databases.
fn is_test(text: &str, name: &str) -> bool {
    if let Some((before, _)) = text.split_once(&format!("fn {name}(")) {
        let attributes = before.rsplit("\n\n").next().unwrap_or_default();
        return attributes.contains("#[test]") || attributes.contains("#[tokio::test");
    }
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("on_both!(") {
        let name_line = after
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty() && !line.starts_with("///"));
        if name_line.is_some_and(|line| line.split(',').next() == Some(name)) {
            return true;
        }
        rest = after;
    }
    false
}

#[test]
fn a_check_has_the_name_under_which_it_is_run() {
    let test = Check::Test {
        file: "crates/backend/tests/it/mail.rs",
        name: "an_address_is_masked",
    };
    assert_eq!(test.name(), "backend::it mail::an_address_is_masked");
    let inner = Check::Test {
        file: "server/src/configuration/tests.rs",
        name: "x",
    };
    assert_eq!(inner.name(), "server configuration::tests::x");
    assert_eq!(
        Check::Running(Running::AuditLog).name(),
        "server: audit_log"
    );
}

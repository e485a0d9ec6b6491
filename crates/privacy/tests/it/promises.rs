//! The promises are told as they stand: which are kept, by tests that are there and
//! run, and which wait for what is not built.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use privacy::promises::{Check, LAST, Running, State, Unbuilt, all};

mod numbers;

/// Those that are not kept, because the part of the product that they are about is
/// not there: payments, advertising, testimonials, the register of breaches.
const NOT_BUILT: [u8; 10] = [7, 17, 52, 55, 64, 67, 78, 82, 83, 84];

#[test]
fn ninety_four_are_kept_and_these_ten_wait_for_what_is_not_built() {
    let numbers: Vec<u8> = all().map(|promise| promise.number).collect();
    assert_eq!(numbers, (1..=LAST).collect::<Vec<_>>());
    for promise in all() {
        let waits = NOT_BUILT.contains(&promise.number);
        assert_eq!(promise.state == State::NotBuilt, waits, "{promise:?}");
        assert_eq!(promise.checks.is_empty(), waits, "{promise:?}");
        assert_eq!(promise.waits_for.is_some(), waits, "{promise:?}");
        // What a server finds of itself is no test: it does not stop a change.
        let is_test = |check: &Check| matches!(check, Check::Test { .. });
        assert_eq!(promise.checks.iter().any(is_test), !waits, "{promise:?}");
    }
    let kept = all().filter(|promise| promise.state != State::NotBuilt);
    assert_eq!(kept.count(), 94);
    for part in Unbuilt::ALL {
        assert!(all().any(|it| it.waits_for == Some(part)), "{part:?}");
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

#[test]
fn no_check_is_named_twice() {
    let mut seen = BTreeSet::new();
    for promise in all() {
        for check in &promise.checks {
            let name = (promise.number, check.name());
            assert!(seen.insert(name), "{check:?} twice");
        }
    }
}

/// What is wrong with a named test, if anything: its file is not there or not
/// compiled, or has no test of that name that runs.
fn fault(file: &str, name: &str) -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let Ok(text) = fs::read_to_string(root.join(file)) else {
        return Some(format!("there is no {file}"));
    };
    if !is_compiled(&root, file) {
        return Some(format!("no module is {file}"));
    }
    (!is_test(&text, name)).then(|| format!("{file} has no test {name}"))
}

/// Whether the module above says that a file is a part of it. A folder's module is
/// the file of its name, and the uppermost one is `main.rs` or `lib.rs`.
fn is_compiled(root: &Path, file: &str) -> bool {
    let path = root.join(file);
    let (Some(folder), Some(stem)) = (path.parent(), path.file_stem()) else {
        return false;
    };
    let above = [
        folder.join("main.rs"),
        folder.join("lib.rs"),
        folder.with_extension("rs"),
    ];
    let line = format!("mod {};", stem.to_string_lossy());
    let mut texts = above.iter().filter_map(|it| fs::read_to_string(it).ok());
    texts.any(|text| text.lines().any(|it| it.trim().ends_with(&line)))
}

/// Whether a source has a test of a name that runs: a function with the attribute,
/// one of several that are made of properties, or one that runs on both databases.
fn is_test(text: &str, name: &str) -> bool {
    if let Some((before, _)) = text.split_once(&format!("fn {name}(")) {
        let attributes = before.rsplit("\n\n").next().unwrap_or_default();
        let is_test = attributes.contains("#[test]") || attributes.contains("#[tokio::test");
        return is_test && !attributes.contains("#[ignore");
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

/// The check of names finds what is wrong: a name that nobody has, one that is only
/// the beginning of another, a function that is no test or does not run, a file that
/// is not there or in no module.
#[test]
fn a_wrong_name_is_found() {
    const HERE: &str = "crates/privacy/tests/it/promises.rs";
    assert_eq!(fault(HERE, "no_check_is_named_twice"), None);
    for name in ["nobody_has_this_name", "no_check_is_named", "is_compiled"] {
        assert!(fault(HERE, name).is_some(), "{name}");
    }
    assert!(fault("crates/privacy/tests/it/nowhere.rs", "x").is_some());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    assert!(is_compiled(
        &root,
        "crates/privacy/tests/it/promises/numbers.rs"
    ));
    assert!(!is_compiled(
        &root,
        "crates/privacy/src/promises/nowhere.rs"
    ));
    assert!(is_test("#[test]\nfn it_runs() {}", "it_runs"));
    assert!(!is_test("#[test]\n#[ignore]\nfn it_rests() {}", "it_rests"));
    let both = "on_both!(\n    /// Twice.\n    it_runs,\n    async |f| {});";
    assert!(is_test(both, "it_runs") && !is_test(both, "it"));
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

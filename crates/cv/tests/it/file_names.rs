//! The names under which CVs are saved.

use cv::{Field, Value, file_name};
use proptest::prelude::*;

use crate::support::{blank, with_basics};

proptest! {
    #[test]
    fn a_file_name_is_safe(name in "\\PC{0,120}|[\\x00-\\x7f]{0,40}") {
        let mut document = blank();
        document.basics.fields.insert(Field::Name, Value::Text(name));
        let name = file_name(document.shown());
        prop_assert!(name.chars().count() <= 80 && name.len() <= 200);
        prop_assert!(name.ends_with("CV"));
        let mark = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
        prop_assert!(name.chars().all(|c| c.is_alphanumeric() || c == '-' || mark(c)), "{}", name);
    }
}

#[test]
fn file_names() {
    let name = |name: &str| file_name(with_basics(&[(Field::Name, name)]).shown());
    for (given, expected) in [
        ("Anna Lind", "Anna-Lind-CV"),
        ("  Åsa  Öberg-Łuczak ", "Åsa-Öberg-Łuczak-CV"),
        ("Jane Q. Fullstacker", "Jane-Q-Fullstacker-CV"),
        ("Sinéad O'Brien", "Sinéad-OBrien-CV"),
        ("李小龍", "李小龍-CV"),
        ("../../etc/passwd", "etc-passwd-CV"),
        ("a\u{202e}b\"c\n", "a-b-c-CV"),
        ("🙂 !?", "CV"),
        ("", "CV"),
    ] {
        assert_eq!(name(given), expected);
    }
    assert_eq!(name(&"å".repeat(500)).chars().count(), 80);
    assert_eq!(file_name(blank().shown()), "CV");
}

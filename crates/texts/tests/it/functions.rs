//! The functions as callers see them.

use texts::Lang::{En, Sv};
use texts::{account, editor, messages};

#[test]
fn a_text_without_arguments() {
    assert_eq!(editor::undo(Sv), "Ångra");
    assert_eq!(editor::undo(En), "Undo");
}

#[test]
fn one_is_singular_and_everything_else_is_plural() {
    assert_eq!(editor::pages_count(Sv, 1), "1 sida");
    assert_eq!(editor::pages_count(Sv, 0), "0 sidor");
    assert_eq!(editor::pages_count(En, 1), "1 page");
    assert_eq!(editor::pages_count(En, 2), "2 pages");
    assert_eq!(editor::drafts_count(Sv, 0), "Inga utkast");
}

#[test]
fn numbers_have_the_separator_of_the_language() {
    let sv = messages::items_limit(Sv, 2_000);
    assert!(sv.contains("högst 2\u{a0}000 poster"), "{sv}");
    let en = messages::field_limit(En, 10_000);
    assert!(en.contains("at most 10,000 characters"), "{en}");
    assert!(editor::pages_count(En, 1_234_567).starts_with("1,234,567 "));
    assert!(editor::pages_count(En, 999).starts_with("999 "));
}

#[test]
fn arguments_may_be_anything_that_has_a_text_form() {
    let place = account::browser_on_system(Sv, "Firefox", String::from("Linux"));
    assert_eq!(place, "Firefox på Linux");
}

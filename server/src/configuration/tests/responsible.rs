//! Who runs a server, and whom they have entrusted something to.

use super::{environment, read};

#[test]
fn who_runs_a_server_and_who_works_for_them_is_said_before_strangers_come() {
    let https = ("MERIT_ORIGIN", "https://merit.example");
    let configuration = environment(&[https]).expect("each value alone is right");
    let faults = configuration.serving_faults();
    for key in ["operator.name", "operator.address", "operator.email"] {
        assert!(
            faults.iter().any(|it| it.starts_with(key)),
            "{key}: {faults:?}"
        );
    }
    let development = [https, ("MERIT_DEVELOPMENT", "true")];
    let configuration = environment(&development).expect("right");
    assert!(configuration.serving_faults().is_empty());

    let refused = |text: &str, words: &str| {
        let faults = read("parties", text).expect_err(text);
        assert!(
            faults.len() == 1 && faults[0].contains(words),
            "{text}: {faults:?}"
        );
    };
    let hosting = |country: &str, more: &str| {
        format!("[hosting]\nname = \"H\"\ncountry = \"{country}\"\n{more}")
    };
    refused("[hosting]\nname = \"H\"", "needs hosting.country");
    refused("[hosting]\ncountry = \"SE\"", "needs hosting.name");
    refused(&hosting("Sweden", ""), "by its two letters");
    refused(&hosting("US", ""), "outside the EEA");
    refused(&hosting("US", "mechanism = \"hope\""), "standard_clauses");
    refused(
        &hosting("CN", "mechanism = \"adequacy\""),
        "not decided that CN",
    );
    refused("[operator]\nemail = \"nobody\"", "operator.email: must be");
    let us = hosting("us", "mechanism = \"standard_clauses\"");
    let configuration = read("parties", &us).expect("allowed");
    assert_eq!(configuration.parties.len(), 1);
    assert!(read("parties", &hosting("SE", "")).is_ok());
}

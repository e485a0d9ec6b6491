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

/// R46, R47, R48: a recipient outside the EEA is not enabled before strangers come until
/// what allows it is noted whole.
#[test]
fn a_transfer_is_noted_whole_before_strangers_come() {
    let operator = [
        ("MERIT_ORIGIN", "https://merit.example"),
        ("MERIT_OPERATOR_NAME", "Example AB"),
        ("MERIT_OPERATOR_ADDRESS", "Storgatan 1"),
        ("MERIT_OPERATOR_EMAIL", "privacy@merit.example"),
        ("MERIT_HOSTING_NAME", "Example Cloud"),
        ("MERIT_HOSTING_COUNTRY", "US"),
    ];
    let faults = |more: &[(&str, &str)]| {
        let all: Vec<_> = operator.iter().chain(more).copied().collect();
        environment(&all).map(|configuration| configuration.serving_faults())
    };
    let missing = |mechanism: &str| {
        let all = faults(&[("MERIT_HOSTING_MECHANISM", mechanism)]).expect("each value is right");
        let keys = all.iter().filter_map(|it| it.split_once(": is missing"));
        let mut keys: Vec<String> = keys
            .map(|(key, _)| key.trim_start_matches("hosting.").to_owned())
            .collect();
        keys.sort();
        keys.join(" ")
    };
    for (mechanism, expected) in [
        ("adequacy", "assessment review"),
        (
            "standard_clauses",
            "annexes assessment document module review signed",
        ),
        ("binding_rules", "assessment document review signed"),
        ("code_of_conduct", "assessment document review signed"),
        ("certification", "assessment document review signed"),
        ("derogation", "reason review"),
    ] {
        assert_eq!(missing(mechanism), expected, "{mechanism}");
    }
    let derogation = [
        ("MERIT_HOSTING_MECHANISM", "derogation"),
        ("MERIT_HOSTING_REASON", "Article 49(1)(b)"),
        ("MERIT_HOSTING_REVIEW", "2027-09-01"),
    ];
    assert_eq!(faults(&derogation), Ok(Vec::new()));
    for (key, wrong) in [
        ("MERIT_HOSTING_MODULE", "5"),
        ("MERIT_HOSTING_SIGNED", "2026-13-01"),
        ("MERIT_HOSTING_REVIEW", "soon"),
        ("MERIT_OWN_HOSTS", "db.example/x"),
    ] {
        let all = faults(&[("MERIT_HOSTING_MECHANISM", "adequacy"), (key, wrong)]);
        assert_eq!(all.expect_err(key).len(), 1, "{key}");
    }
}

/// R59: the server of letters may be called once it is said who runs it, databases once
/// it is said who houses them, and what is the operator's own in any case.
#[test]
fn whoever_is_named_may_be_called_and_nobody_else() {
    let url = "postgres://merit:x@db.example/merit?host=other.example";
    let all = [
        ("MERIT_MAIL_HOST", "smtp.example"),
        ("MERIT_MAIL_FROM", "merit@merit.example"),
        ("DATABASE_URL", url),
        ("MERIT_OWN_HOSTS", "own.example"),
    ];
    let egress = |more: &[(&str, &str)]| {
        let all: Vec<_> = all.iter().chain(more).copied().collect();
        environment(&all).expect("right").egress
    };
    let may = |egress: &privacy::Egress| {
        ["smtp.example", "db.example", "other.example", "own.example"]
            .map(|host| egress.permit(host).is_ok())
    };
    assert_eq!(may(&egress(&[])), [false, false, false, true]);
    let mail = [("MERIT_MAIL_PROVIDER", "M"), ("MERIT_MAIL_COUNTRY", "SE")];
    assert_eq!(may(&egress(&mail)), [true, false, false, true]);
    let hosting = [("MERIT_HOSTING_NAME", "H"), ("MERIT_HOSTING_COUNTRY", "SE")];
    assert_eq!(may(&egress(&hosting)), [false, true, true, true]);
}

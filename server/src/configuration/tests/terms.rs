//! The operator's own terms, and the copies of clauses.

use super::{Written, environment, read};

fn refused(text: &str, words: &str) {
    let faults = read("terms", text).expect_err(text);
    assert!(
        faults.len() == 1 && faults[0].contains(words),
        "{text}: {faults:?}"
    );
}

fn path(file: &Written) -> String {
    file.0.display().to_string()
}

#[test]
fn own_terms_are_a_day_and_two_texts() {
    let (sv, en) = (
        Written::new("sv.md", "# Villkor\n"),
        Written::new("en.md", "Terms"),
    );
    let (empty, long) = (
        Written::new("empty.md", " \n"),
        Written::new("long.md", &"x".repeat(256 * 1024 + 1)),
    );
    let control = Written::new("control.md", "a\u{7}b");
    let terms = |version: &str, sv: &str, en: &str| {
        format!("[terms]\nversion = \"{version}\"\nsv = \"{sv}\"\nen = \"{en}\"")
    };
    let (sv, en) = (path(&sv), path(&en));
    let configuration = read("terms", &terms("2027-01-31", &sv, &en)).expect("right");
    let own = configuration.terms.expect("own terms");
    assert_eq!(
        (&*own.version, &*own.sv, &*own.en),
        ("2027-01-31", "# Villkor\n", "Terms")
    );
    assert!(read("no-terms", "").expect("right").terms.is_none());

    for version in [
        "",
        "1",
        "2027-1-31",
        "2027-13-01",
        "2027-01-32",
        "31-01-2027",
        "2027-01-31b",
    ] {
        refused(&terms(version, &sv, &en), "such as \"2027-01-31\"");
    }
    refused(
        "[terms]\nversion = \"2027-01-31\"",
        "needs terms.sv and terms.en beside it",
    );
    refused(
        &format!("[terms]\nen = \"{en}\""),
        "needs terms.version and terms.sv",
    );
    refused(
        &terms("2027-01-31", &sv, "/nowhere/en.md"),
        "cannot be read",
    );
    refused(&terms("2027-01-31", &path(&empty), &en), "is empty");
    refused(
        &terms("2027-01-31", &path(&long), &en),
        "is longer than 256 KiB",
    );
    refused(
        &terms("2027-01-31", &path(&control), &en),
        "control characters",
    );
    refused("[operator]\ncountry = \"Sweden\"", "by its two letters");
}

#[test]
fn clauses_are_there_before_strangers_come() {
    let (pdf, text) = (
        Written::new("clauses.pdf", "%PDF-1.7 …"),
        Written::new("clauses.txt", "Module two"),
    );
    let hosting = |country: &str, mechanism: &str, document: &str| {
        let mut all = vec![
            ("MERIT_ORIGIN", "https://merit.example"),
            ("MERIT_OPERATOR_NAME", "Example AB"),
            ("MERIT_OPERATOR_ADDRESS", "Storgatan 1"),
            ("MERIT_OPERATOR_EMAIL", "privacy@merit.example"),
            ("MERIT_HOSTING_NAME", "Example Cloud"),
            ("MERIT_HOSTING_COUNTRY", country),
            ("MERIT_HOSTING_MODULE", "2"),
            ("MERIT_HOSTING_SIGNED", "2026-09-01"),
            ("MERIT_HOSTING_ANNEXES", "I to III"),
            ("MERIT_HOSTING_ASSESSMENT", "2026-09-15"),
            ("MERIT_HOSTING_REVIEW", "2027-09-01"),
        ];
        all.extend((!mechanism.is_empty()).then_some(("MERIT_HOSTING_MECHANISM", mechanism)));
        all.extend((!document.is_empty()).then_some(("MERIT_HOSTING_DOCUMENT", document)));
        environment(&all).map(|configuration| {
            let pdfs: Vec<bool> = configuration.clauses.iter().map(|it| it.pdf).collect();
            (configuration.serving_faults(), pdfs)
        })
    };
    for mechanism in [
        "standard_clauses",
        "binding_rules",
        "code_of_conduct",
        "certification",
    ] {
        let (faults, _) = hosting("US", mechanism, "").expect("right");
        assert!(
            faults.len() == 1 && faults[0].starts_with("hosting.document: is missing"),
            "{mechanism}: {faults:?}"
        );
    }
    let none: [&str; 0] = [];
    for (country, mechanism) in [("US", "adequacy"), ("SE", "")] {
        let (faults, _) = hosting(country, mechanism, "").expect("right");
        assert_eq!(faults, none, "{country}");
    }
    for (file, is_pdf) in [(&pdf, true), (&text, false)] {
        let (faults, pdfs) = hosting("US", "standard_clauses", &path(file)).expect("right");
        assert_eq!(faults, none);
        assert_eq!(pdfs, [is_pdf]);
    }
    let bytes = Written::new("clauses.bin", "\0\0");
    for (file, words) in [
        (path(&bytes), "neither a PDF nor a text"),
        ("/nowhere/x".into(), "cannot be read"),
    ] {
        let faults = hosting("US", "standard_clauses", &file).expect_err(words);
        assert!(faults.len() == 1 && faults[0].contains(words), "{faults:?}");
    }
    let alone = environment(&[("MERIT_BACKUPS_DOCUMENT", "/x")]).expect_err("of nobody");
    assert!(alone[0].contains("needs backups.name"), "{alone:?}");
}

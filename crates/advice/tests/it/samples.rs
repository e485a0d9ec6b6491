//! Hints on CVs that people have written: what they are told has to make sense.

use advice::{Hint, advise};
use cv::{Language, import};

use crate::support::{ids_from, template, today};

fn told(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples");
    let file = std::fs::read(format!("{folder}/{name}.json")).unwrap();
    let imported = import(&file, Language::English, template(), ids_from(0)).unwrap();
    let hints = advise(&imported.document, Some(2), today()).hints;
    let line = |hint: &Hint| {
        let field = hint.place.and_then(|place| place.field);
        let field = field.map_or("", cv::Field::json);
        let about = hint.place.and_then(|place| {
            let item = imported.document.item(place.item?)?;
            let lines = item.lines(place.field?).iter();
            let line = lines.clone().find(|line| Some(line.id) == place.line)?;
            Some(line.text.text().chars().take(40).collect::<String>())
        });
        format!("{field}: {:?} {}", hint.what, about.unwrap_or_default())
            .trim()
            .to_owned()
            + "\n"
    };
    hints.iter().map(line).collect()
}

#[test]
fn the_full_swedish_sample() {
    insta::assert_snapshot!(told("svensk.jsonresume"), @r#"
    highlights: WeakStart { words: "Ansvar för", instead: {Leading: ["ledde", "styrde", "drev", "fördelade"], Organising: ["planerade", "samordnade", "ordnade", "schemalade"]} } Ansvar för 46 medarbetare och en budget
    reference: ReferencesOnRequest
    "#);
}

#[test]
fn an_official_sample() {
    insta::assert_snapshot!(told("01-official-sample.jsonresume"), @r"
    url: LinkNotSecure { links: 5 }
    highlights: MixedTense
    ");
}

#[test]
fn somebody_who_changes_career() {
    insta::assert_snapshot!(told("03-career-changer.jsonresume"), @"startDate: Gap { from: PartialDate { year: 2014, month: Some(6), day: None }, to: PartialDate { year: 2015, month: Some(12), day: None }, months: 19 }");
}

#[test]
fn a_sample_with_much_missing() {
    insta::assert_snapshot!(told("05-missing-fields-jane-incomplete.jsonresume"), @r"
    email: NoContact
    summary: NoSummary
    url: LinkNotSecure { links: 2 }
    ");
}

#[test]
fn our_own_examples() {
    for language in [Language::Swedish, Language::English] {
        let document = cv::example(language, template(), ids_from(0));
        let hints = advise(&document, Some(2), today()).hints;
        let told: Vec<_> = hints.into_iter().map(|hint| hint.what).collect();
        insta::allow_duplicates! { insta::assert_snapshot!(format!("{told:?}"), @"[]") }
    }
}

/// In a language without lists no rule about words speaks.
#[test]
fn other_languages() {
    for name in [
        "german.jsonresume",
        "arabic.jsonresume",
        "japanese.jsonresume",
    ] {
        let told = told(name);
        for wordy in [
            "WeakStart",
            "FirstPerson",
            "Cliche",
            "Spelling",
            "VerbAgain",
            "MixedTense",
        ] {
            assert!(!told.contains(wordy), "{name}: {told}");
        }
    }
}

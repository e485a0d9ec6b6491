//! What readers find in a PDF: everything, in order, to the letter.

use serde_json::Value;
use typeset::pdf::{self, Options};
use typeset::readback::{Fact, Found, Kind, compare, facts};

use crate::checks::Files;
use crate::documents::{engine, every_sample_in_every_template, fonts, sample};
use crate::pdf::poppler;

struct Made {
    name: String,
    facts: Vec<Fact>,
    file: Vec<u8>,
}

/// Every sample in every template.
fn made() -> Vec<Made> {
    let mut engine = engine();
    every_sample_in_every_template()
        .map(|(name, template)| {
            let mut document = sample(name);
            document.template = template.for_document();
            let pages = engine.layout(document.shown());
            Made {
                name: format!("{name}-{}.pdf", template.name),
                facts: facts(document.shown()),
                file: pdf::write(&pages, &fonts(), &Options::default()).expect("can be written"),
            }
        })
        .collect()
}

/// What a reader did not find, or not in its place.
fn faults(reader: &str, made: &Made, text: &str) -> Vec<String> {
    compare(&made.facts, text)
        .into_iter()
        .filter(|outcome| outcome.found != Found::InOrder)
        .map(|outcome| {
            let (fact, found) = (outcome.fact, outcome.found);
            format!(
                "{reader}, {}: {found:?} {:?} {:?}",
                made.name, fact.kind, fact.text
            )
        })
        .collect()
}

fn assert_none(faults: &[String]) {
    let shown = &faults[..faults.len().min(40)];
    assert!(faults.is_empty(), "{}:\n{}", faults.len(), shown.join("\n"));
}

#[test]
fn poppler_finds_every_fact_in_order() {
    let mut all = Vec::new();
    for made in made() {
        let Some(text) = poppler("pdftotext", &["-raw", "-", "-"], &made.file) else {
            return;
        };
        all.extend(faults("pdftotext", &made, &text));
    }
    assert_none(&all);
}

/// Where it guesses at columns by the white between them, the order is not ours
/// to decide; but not a letter is lost.
#[test]
fn poppler_loses_nothing_when_it_guesses_at_columns() {
    for made in made() {
        let Some(text) = poppler("pdftotext", &["-", "-"], &made.file) else {
            return;
        };
        let outcomes = compare(&made.facts, &text).into_iter();
        let lost: Vec<_> = outcomes.filter(|o| o.found == Found::Lost).collect();
        assert!(lost.is_empty(), "{}: {lost:?}", made.name);
    }
}

#[test]
fn other_readers_find_every_fact_in_order() {
    let all = made();
    let files = Files::new("readers");
    all.iter()
        .for_each(|made| files.add(&made.name, &made.file));
    let text = |texts: &Value, name: &str| texts[name].as_str().expect("was read").to_owned();
    let mut found = Vec::new();
    if let Some(texts) = files.seen_by("read.mjs") {
        for made in &all {
            found.extend(faults("pdf.js", made, &text(&texts, &made.name)));
        }
    }
    if let Some(readers) = files.seen_by("read.py") {
        for (reader, texts) in readers.as_object().expect("by reader") {
            for made in &all {
                found.extend(faults(reader, made, &text(texts, &made.name)));
            }
        }
    }
    assert_none(&found);
}

/// A comparison that always agrees would show nothing.
#[test]
fn what_is_not_there_or_elsewhere_is_told() {
    let document = sample("svensk.jsonresume");
    let facts = facts(document.shown());
    let text = typeset::text::write(&engine().layout(document.shown()));
    let found = |text: &str, kind: Kind, fact: &str| {
        let outcomes = compare(&facts, text);
        let mut outcomes = outcomes.into_iter();
        let outcome = outcomes.find(|o| o.fact.kind == kind && o.fact.text == fact);
        outcome.expect("is a fact").found
    };
    for (kind, fact) in [
        (Kind::Name, "Ingrid Åkerström Lindqvist"),
        (Kind::Phone, "070-123 45 67"),
        (Kind::Organization, "Region Sörmland"),
        (Kind::Organization, "Uppsala universitet"),
        (Kind::Dates, "sep 2016 – feb 2021"),
        (Kind::Title, "Avdelningschef"),
        (Kind::Heading, "Utbildning"),
    ] {
        assert_eq!(found(&text, kind, fact), Found::InOrder, "{fact}");
        let without = text.replace(fact, &fact[1..]);
        assert_eq!(found(&without, kind, fact), Found::Lost, "{fact}");
        let elsewhere = format!("{}\n{fact}", text.replacen(fact, "", 1));
        assert_eq!(found(&elsewhere, kind, fact), Found::OutOfOrder, "{fact}");
    }
}

#[test]
fn facts_are_all_that_the_pages_say() {
    let mut engine = engine();
    for (name, template) in every_sample_in_every_template() {
        let mut document = sample(name);
        document.template = template.for_document();
        let pages = engine.layout(document.shown());
        let letters =
            |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        let said: String = pages
            .reading()
            .filter(|placed| placed.start == 0)
            .flat_map(|placed| &placed.row.cells)
            .map(|cell| letters(&cell.text))
            .collect();
        let facts = facts(document.shown());
        let told: String = facts.iter().map(|fact| letters(&fact.text)).collect();
        assert_eq!(told, said, "{name} in {}", template.name);
    }
}

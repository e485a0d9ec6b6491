//! The words: there is one for everything the document can hold, and they are
//! typeset as each language wants.

use std::collections::BTreeMap;
use std::path::Path;

use cv::schema::BASICS;
use cv::{Field, SectionKind, Shape};
use fluent_syntax::ast::Entry;

const FILES: [&str; 31] = [
    "abuse",
    "account",
    "advice",
    "changes",
    "cases",
    "commands",
    "consent",
    "console",
    "countries",
    "data",
    "details",
    "editor",
    "erasure",
    "export",
    "inventory",
    "letter",
    "linked",
    "links",
    "looks",
    "mail",
    "messages",
    "privacy",
    "promises",
    "seen",
    "rights",
    "registers",
    "site",
    "statistics",
    "terms",
    "versions",
    "why",
];

/// File and language, and the source of each message by its name.
fn files() -> Vec<(String, BTreeMap<String, String>)> {
    let mut files = Vec::new();
    for lang in ["sv", "en"] {
        for name in FILES {
            let place = format!("{lang}/{name}.ftl");
            let path = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("locales")
                .join(&place);
            let source = std::fs::read_to_string(path).expect("the file is there");
            let resource = fluent_syntax::parser::parse(source.as_str()).expect("it is Fluent");
            let messages = resource
                .body
                .iter()
                .filter_map(|entry| match entry {
                    Entry::Message(message) => Some((
                        message.id.name.to_owned(),
                        message_source(&source, message.id.name),
                    )),
                    _ => None,
                })
                .collect();
            files.push((place, messages));
        }
    }
    files
}

/// The lines of a message, without its name.
fn message_source(source: &str, id: &str) -> String {
    let mut lines = source
        .lines()
        .skip_while(|line| !line.starts_with(&format!("{id} =")));
    let first = lines
        .next()
        .and_then(|line| line.split_once('='))
        .map_or("", |(_, text)| text);
    let rest = lines.take_while(|line| line.starts_with([' ', '}']));
    std::iter::once(first)
        .chain(rest)
        .collect::<Vec<_>>()
        .join("\n")
}

fn has(file: &str, id: &str) -> bool {
    files()
        .iter()
        .any(|(place, messages)| place == file && messages.contains_key(id))
}

fn kebab(camel: &str) -> String {
    let mut out = String::new();
    for c in camel.chars() {
        if c.is_ascii_uppercase() {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

#[test]
fn every_section_has_its_words() {
    for kind in SectionKind::ALL {
        let name = kebab(kind.json());
        // Sections that a new CV does not have may call what is in them an entry.
        let words: &[&str] = if kind.is_usual() {
            &["section", "add", "new"]
        } else {
            &["section"]
        };
        for word in words {
            assert!(
                has("sv/editor.ftl", &format!("{word}-{name}")),
                "{word} {name}"
            );
        }
    }
}

#[test]
fn every_field_has_a_label_and_every_list_a_button() {
    for field in Field::ALL {
        assert!(
            has("sv/editor.ftl", &format!("label-{}", kebab(field.json()))),
            "{field:?}"
        );
    }
    let specs = SectionKind::ALL.into_iter().flat_map(SectionKind::fields);
    for (field, shape) in specs.chain(BASICS) {
        if matches!(shape, Shape::Lines | Shape::Words) {
            assert!(
                has("sv/editor.ftl", &format!("add-{}", kebab(field.json()))),
                "{field:?}"
            );
        }
    }
}

/// A label for a field that a section does not have would be a leftover.
#[test]
fn labels_of_sections_name_fields_that_are_there() {
    let files = files();
    let (_, editor) = files
        .iter()
        .find(|(place, _)| place == "sv/editor.ftl")
        .unwrap();
    for id in editor.keys().filter_map(|id| id.strip_prefix("label-")) {
        let everywhere = Field::ALL.iter().any(|f| kebab(f.json()) == id);
        let basics = BASICS
            .iter()
            .any(|(f, _)| id == format!("basics-{}", kebab(f.json())));
        let somewhere = SectionKind::ALL.iter().any(|kind| {
            let fields = kind.fields().iter();
            fields
                .clone()
                .any(|(f, _)| id == format!("{}-{}", kebab(kind.json()), kebab(f.json())))
        });
        assert!(everywhere || basics || somewhere, "label-{id}");
    }
}

#[test]
fn the_typography_is_right() {
    let mut faults = Vec::new();
    for (place, messages) in files() {
        let swedish = place.starts_with("sv/");
        for (id, source) in messages {
            let source = source.replace("{\"\"}", "·");
            let mut fault = |bad: bool, what: &str| {
                if bad {
                    faults.push(format!("{place}: `{id}`: {what}"));
                }
            };
            fault(source.contains(['"', '\'']), "a straight quotation mark");
            fault(source.contains("..."), "three dots instead of …");
            fault(
                source.trim_start().contains("  ") && !source.contains("->"),
                "two spaces",
            );
            fault(source.contains(" - "), "a hyphen for a dash");
            fault(source.contains('!'), "an exclamation mark");
            fault(
                swedish && source.contains(['“', '‘', '„']),
                "a quotation mark that Swedish has not",
            );
            fault(
                !swedish && source.contains('„'),
                "a quotation mark that English has not",
            );
            fault(swedish && source.contains(" & "), "write och");
            fault(
                source.lines().any(|line| line.ends_with(' ')),
                "a space at the end",
            );
        }
    }
    assert_eq!(faults, [""; 0]);
}

/// No system is perfectly safe, and no text says that this one is.
#[test]
fn nobody_says_that_anything_is_perfectly_safe() {
    let claims = [
        "100 %",
        "100%",
        "100 percent",
        "100 procent",
        "unhackable",
        "bank-grade",
        "military",
        "completely safe",
        "absolutely safe",
        "guarantee",
        "garantera",
        "helt säker ",
        "helt säkert.",
        "alldeles säker",
        "omöjligt att hacka",
        "totally secure",
        "completely secure",
    ];
    let mut faults = Vec::new();
    for (place, messages) in files() {
        for (id, source) in messages {
            let text = source.to_lowercase();
            // "No system is perfectly safe" is no claim.
            let text = text
                .replace("ingen är helt säkert", "")
                .replace("inget är helt säkert", "")
                // A section of a CV.
                .replace("military service", "");
            let found = claims.iter().filter(|claim| text.contains(**claim));
            faults.extend(found.map(|claim| format!("{place}: `{id}`: {claim}")));
        }
    }
    assert_eq!(faults, [""; 0]);
}

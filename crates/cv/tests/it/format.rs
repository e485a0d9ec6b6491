//! Our own form: what it looks like, and which versions of it are read.

use cv::format::{FORMAT, LoadError, load, load_edit, save, save_edit};
use cv::{ImportError, Language};
use proptest::prelude::*;

use crate::arbitrary::document;
use crate::support::{blank, ids_from, import, template};

const GOLDEN: &str = include_str!("../golden/format-1.json");
const GOLDEN_2: &str = include_str!("../golden/format-2.json");

proptest! {
    #[test]
    fn nothing_is_lost(document in document()) {
        prop_assert_eq!(&load(&save(&document)).unwrap(), &document);
        let file = cv::export_full(&document);
        let imported = import(&file);
        prop_assert_eq!(&imported.document, &document);
        prop_assert!(imported.report.is_empty());
    }

    #[test]
    fn damage_never_panics_and_is_told(document in document(), at in any::<prop::sample::Index>()) {
        let mut json = serde_json::to_value(&document).unwrap();
        let mut paths = Vec::new();
        leaves(&json, String::new(), &mut paths);
        let path = at.get(&paths).clone();
        // Without its number it would be no document of ours, just an object.
        prop_assume!(path != "/format");
        *json.pointer_mut(&path).unwrap() = serde_json::json!([[{"odd": 7}]]);
        let imported = import(json.to_string());
        prop_assert_eq!(imported.document.check(), Ok(()));
        prop_assert!(!imported.report.is_empty() || path.ends_with("/id") || path.contains("/origin/")
            || path.ends_with("/hidden") || path.ends_with("/heading"), "{}", path);
    }
}

fn leaves(json: &serde_json::Value, path: String, into: &mut Vec<String>) {
    match json {
        serde_json::Value::Object(object) => {
            object
                .iter()
                .for_each(|(k, v)| leaves(v, format!("{path}/{k}"), into));
        }
        serde_json::Value::Array(list) => {
            list.iter()
                .enumerate()
                .for_each(|(k, v)| leaves(v, format!("{path}/{k}"), into));
        }
        _ => into.push(path),
    }
}

/// The first format, as the first version wrote it. It is read for ever; when
/// the format changes, this file stays and a new one comes beside it.
#[test]
fn format_1_is_read() {
    let document = load(GOLDEN).unwrap();
    assert_eq!(document.format, FORMAT);
    assert_eq!(FORMAT, 2);
    let now = GOLDEN.replacen("\"format\": 1", "\"format\": 2", 1);
    assert_eq!(cv::export_full(&document), now.trim_end());
    for value in [
        "\"text\"",
        "\"when\"",
        "\"rich\"",
        "\"lines\"",
        "\"paragraph\"",
        "\"list\"",
        "\"bold\"",
        "\"italic\"",
        "\"link\"",
        "\"ongoing\"",
        "\"odd\"",
        "\"origin\"",
        "\"hidden\"",
        "\"heading\"",
        "\"photo\"",
        "\"personal\"",
        "\"breaks\"",
    ] {
        assert!(GOLDEN.contains(value), "the golden file lacks {value}");
    }
}

/// What format 2 has more: numbered lists.
#[test]
fn format_2_is_read() {
    let document = load(GOLDEN_2).unwrap();
    assert_eq!(cv::export_full(&document), GOLDEN_2.trim_end());
    let summary = document
        .items()
        .find_map(|item| item.rich(cv::Field::Summary));
    let lines = cv::rich::notation::write(summary.unwrap());
    assert_eq!(lines, "How it went:\n1. first\n2. **then**");
}

#[test]
fn a_newer_format_is_refused_and_not_guessed_at() {
    let newer = save(&blank()).replace("\"format\":2", "\"format\":3");
    assert_eq!(load(&newer), Err(LoadError::Newer(3)));
    let imported = cv::import(&newer, Language::English, template(), ids_from(0));
    assert_eq!(imported, Err(ImportError::Newer(3)));
    let edit = save_edit(&cv::Edit::All(vec![])).replace("\"format\":2", "\"format\":3");
    assert_eq!(load_edit(&edit), Err(LoadError::Newer(3)));
}

#[test]
fn what_is_no_document() {
    assert_eq!(
        load("{\n  \"format\": 1,,"),
        Err(LoadError::NotJson {
            line: 2,
            column: 15
        })
    );
    assert!(matches!(load("{}"), Err(LoadError::NotADocument(_))));
    assert!(matches!(
        load("{\"format\":0}"),
        Err(LoadError::NotADocument(_))
    ));
    assert!(matches!(
        load("{\"format\":1}"),
        Err(LoadError::NotADocument(_))
    ));
    // Sound JSON of the right shape, but two things with one id.
    let twice = save(&blank()).replace("0000000000000002", "0000000000000001");
    assert!(matches!(load(&twice), Err(LoadError::NotADocument(_))));
}

/// A file of ours that was changed by hand comes in as far as it can be read.
#[test]
fn a_damaged_document_is_imported() {
    let file = serde_json::json!({
        "format": 1, "kind": "cv", "language": "sv", "paper": "foolscap",
        "template": {"name": "linne", "layout": "7"},
        "basics": {"id": "x", "fields": {"name": "Åsa", "phone": {"text": 5}, "colour": "red"}},
        "sections": [
            {"kind": "work", "heading": "Jobb", "hidden": true, "items": [
                {"fields": {"name": {"text": "A"}, "startDate": "maj 2014", "highlights": "one\ntwo",
                    "endDate": {"when": {"date": "2015-99"}}}},
                {"id": "0000000000000009"},
            ]},
            {"kind": "hats"},
        ],
        "more": 1,
    });
    let imported = import(file.to_string());
    insta::assert_snapshot!(crate::support::lines(&imported), @"
    paper: left out: it cannot be read
    basics.fields.phone: converted from a number
    basics.fields.colour: left out: there is no place for it
    sections[0].items[0].fields.startDate: read as a date
    sections[0].items[0].fields.endDate: not a date, kept as text
    sections[0].items[0].fields.highlights: converted from a text
    sections[0].items[1].fields: left out: it cannot be read
    sections[1]: left out: it cannot be read
    more: left out: there is no place for it
    ");
    insta::assert_snapshot!(crate::support::outline(&imported.document), @r#"
    basics
        name: Åsa
        phone: 5
    work Jobb (section hidden)
        name: A
        startDate: 2014-05
        endDate: Odd("2015-99")
        highlights: one | two
    "#);
    assert_eq!(imported.document.language, Language::Swedish);
    assert_eq!(imported.document.template.layout, "7");
    assert_eq!(imported.document.check(), Ok(()));
}

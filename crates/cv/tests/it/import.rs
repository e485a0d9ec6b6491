//! What import makes of files that are not as their format says.

use cv::import::Reason;
use cv::{Field, ImportError, Language, Note, SectionKind, What, import as read_file};
use serde_json::json;

use crate::support::{ids_from, import, sample, section, template};

fn error(file: impl AsRef<[u8]>) -> ImportError {
    read_file(file, Language::English, template(), ids_from(0)).expect_err("is no CV")
}

#[test]
fn what_is_no_file_to_read() {
    assert_eq!(error(""), ImportError::Empty);
    assert_eq!(error("\u{feff} \n"), ImportError::Empty);
    assert_eq!(
        error("{\n  \"basics\": {,}\n}"),
        ImportError::NotJson {
            line: 2,
            column: 14
        }
    );
    assert_eq!(error("hello"), ImportError::NotJson { line: 1, column: 1 });
    assert_eq!(
        error("[".repeat(5_000)),
        ImportError::NotJson {
            line: 1,
            column: 128
        }
    );
    for nothing in [
        "{}",
        "[]",
        "3",
        "null",
        "\"basics\"",
        "{\"a\": 1}",
        "{\"data\": {}}",
    ] {
        assert_eq!(error(nothing), ImportError::NotACv, "{nothing}");
    }
    let utf16: Vec<u8> = "{\"basics\":{}}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(error(&utf16), ImportError::Utf16);
    assert_eq!(
        error([&[0xff, 0xfe], &utf16[..]].concat()),
        ImportError::Utf16
    );
    // Latin-1, as old editors save Swedish.
    let latin1 = b"{\n \"basics\": {\"name\": \"\xc5sa\"}}";
    assert_eq!(
        error(latin1),
        ImportError::NotUtf8 {
            line: 2,
            column: 22
        }
    );
    let large = format!(
        "{{\"basics\":{{\"name\":\"{}\"}}}}",
        "x".repeat(1024 * 1024)
    );
    assert_eq!(
        error(large),
        ImportError::TooLarge(cv::limits::Exceeded::DocumentBytes)
    );
}

#[test]
fn broken_syntax_names_the_place() {
    let broken = error(sample("07-INVALID-broken-syntax.fresh"));
    insta::assert_snapshot!(broken, @"not JSON: line 251, column 3");
}

#[test]
fn a_byte_order_mark_is_no_matter() {
    let imported = import("\u{feff}{\"basics\":{\"name\":\"Åsa\"}}");
    assert_eq!(imported.document.basics.text(Field::Name), "Åsa");
    assert!(imported.report.is_empty());
}

#[test]
fn ongoing_is_a_start_without_an_end() {
    let ended = |extra: serde_json::Value| {
        let mut item =
            json!({"name": "x", "organization": "x", "institution": "x", "startDate": "2019"});
        item.as_object_mut()
            .unwrap()
            .extend(extra.as_object().unwrap().clone());
        let file =
            json!({"work": [item], "education": [item], "volunteer": [item], "projects": [item]});
        let document = import(file.to_string()).document;
        let kinds = [
            SectionKind::Work,
            SectionKind::Education,
            SectionKind::Volunteer,
            SectionKind::Projects,
        ];
        let ends = kinds.map(|kind| {
            section(&document, kind).items[0]
                .when(Field::EndDate)
                .cloned()
        });
        assert!(ends.iter().all(|end| *end == ends[0]));
        ends[0].clone()
    };
    let ongoing = Some(cv::When::Ongoing);
    assert_eq!(ended(json!({})), ongoing);
    assert_eq!(ended(json!({"endDate": ""})), ongoing);
    assert_eq!(ended(json!({"endDate": null})), ongoing);
    assert_eq!(ended(json!({"endDate": "Nuvarande"})), ongoing);
    assert_eq!(ended(json!({"ongoing": false})), None);
    assert_eq!(ended(json!({"startDate": "", "ongoing": true})), ongoing);
    assert_eq!(ended(json!({"startDate": ""})), None);
    assert_ne!(ended(json!({"endDate": "2020"})), ongoing);
}

#[test]
fn hidden_things_stay_hidden() {
    let file = json!({"work": [{"name": "a", "hidden": true}, {"name": "b", "visible": false}, {"name": "c"}]});
    let document = import(file.to_string()).document;
    let hidden: Vec<bool> = section(&document, SectionKind::Work)
        .items
        .iter()
        .map(|i| i.hidden)
        .collect();
    assert_eq!(hidden, [true, true, false]);
}

#[test]
fn the_language_is_said_or_seen() {
    let language = |file: serde_json::Value, given| {
        let file = file.to_string();
        read_file(file, given, template(), ids_from(0))
            .unwrap()
            .document
            .language
    };
    let (sv, en) = (Language::Swedish, Language::English);
    let swedish = json!({"basics": {"summary": "Jag arbetar med bygg och anläggning för kommuner, och trivs"}});
    let english = json!({"basics": {"summary": "I work with building and construction for the municipality"}});
    let neither = json!({"basics": {"name": "Åsa Öberg"}});
    assert_eq!(language(swedish.clone(), en), sv);
    assert_eq!(language(english, sv), en);
    assert_eq!(language(neither.clone(), sv), sv);
    assert_eq!(language(neither, en), en);
    let said = |tag: &str| {
        let mut file = swedish.clone();
        file["meta"] = json!({ "language": tag });
        file
    };
    assert_eq!(language(said("en-GB"), sv), en);
    assert_eq!(language(said("de"), en), Language::German);
    assert_eq!(language(said("tlh"), en), sv);
}

#[test]
fn notes_are_data() {
    let file = json!({"work": [{"name": "x", "startDate": "once"}], "hats": [1]});
    let notes = import(file.to_string()).report.notes;
    let note = |path: &str, what| Note {
        path: path.into(),
        what,
    };
    let reason = Reason::NoPlace;
    assert_eq!(
        notes,
        [
            note("work[0].startDate", What::KeptAsText),
            note("hats", What::LeftOut { reason }),
        ]
    );
}

//! Export: valid, complete, and nothing of what is hidden.

use boon::{Compiler, SchemaIndex, Schemas};
use cv::{
    Block, Document, Edit, Field, Id, Inline, Item, PersonalField, Place, RichText, SectionKind,
    Span, Value, When, apply, export_shown,
};
use proptest::prelude::*;

use crate::arbitrary::document;
use crate::support::{SAMPLES, blank, import, sample, section, shown_texts, with_basics, words};

struct Schema(Schemas, SchemaIndex);

impl Schema {
    /// The published schema, formats included.
    fn published() -> Schema {
        let schema = include_str!("../schema/json-resume-1.3.1.json");
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        let schema = serde_json::from_str(schema).unwrap();
        compiler
            .add_resource("https://schema.example/resume.json", schema)
            .unwrap();
        let mut schemas = Schemas::new();
        let index = compiler
            .compile("https://schema.example/resume.json", &mut schemas)
            .unwrap();
        Schema(schemas, index)
    }

    fn check(&self, json: &str) -> Result<(), String> {
        let json = serde_json::from_str(json).unwrap();
        self.0
            .validate(&json, self.1)
            .map_err(|error| error.to_string())
    }
}

/// A schema test that cannot fail would show nothing.
#[test]
fn the_schema_refuses_what_is_wrong() {
    let schema = Schema::published();
    for wrong in [
        r#"{"basics": {"email": "no address"}}"#,
        r#"{"basics": {"url": "x.example"}}"#,
        r#"{"work": [{"startDate": "May 2014"}]}"#,
        r#"{"work": [{"startDate": "3014"}]}"#,
        r#"{"work": {"name": "x"}}"#,
        r#"{"skills": [{"keywords": "x"}]}"#,
    ] {
        assert!(schema.check(wrong).is_err(), "{wrong}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_shown_is_valid_and_comes_back(document in document()) {
        let exported = export_shown(document.shown());
        let schema = SCHEMA.with(|schema| schema.check(&exported.json));
        prop_assert_eq!(schema, Ok(()));
        for id in document.items().map(|i| i.id).chain(document.sections.iter().map(|s| s.id)) {
            prop_assert!(id == Id::BASICS || !exported.json.contains(&id.to_string()));
        }
        // Words, since some white space and marks stand elsewhere afterwards.
        let again = import(&exported.json).document;
        let mut back: Vec<String> = shown_texts(&again).iter().flat_map(|t| words(t)).collect();
        for word in shown_texts(&document).iter().flat_map(|text| words(text)) {
            let found = back.iter().position(|other| *other == word);
            prop_assert!(found.is_some(), "{} is lost from {}", word, exported.json);
            back.swap_remove(found.unwrap());
        }
        prop_assert_eq!(again.language, document.language);
        // What came back goes out as the same file; control characters, which
        // become spaces, may move white space once more.
        let second = export_shown(again.shown()).json;
        let third = export_shown(import(&second).document.shown()).json;
        prop_assert!(third == second || exported.json.contains("\\u00"), "{}\n{}", second, third);
    }
}

thread_local! {
    static SCHEMA: Schema = Schema::published();
}

#[test]
fn every_sample_is_exported_validly() {
    let schema = Schema::published();
    for name in SAMPLES {
        let document = import(sample(name)).document;
        let exported = export_shown(document.shown());
        assert_eq!(schema.check(&exported.json), Ok(()), "{name}");
    }
}

/// Clean files go out as they came in: nothing is noted, nothing differs.
#[test]
fn clean_files_go_around_unchanged() {
    for name in [
        "01-official-sample.jsonresume",
        "02-complete-fixture.jsonresume",
        "03-career-changer.jsonresume",
    ] {
        let imported = import(sample(name));
        assert!(imported.report.is_empty(), "{name}");
        let exported = export_shown(imported.document.shown());
        assert_eq!(exported.notes, []);
        let mut before: serde_json::Value = serde_json::from_slice(&sample(name)).unwrap();
        let mut after: serde_json::Value = serde_json::from_str(&exported.json).unwrap();
        for json in [&mut before, &mut after] {
            let root = json.as_object_mut().unwrap();
            root.retain(|name, _| name != "meta" && name != "$schema");
            let basics = root["basics"].as_object_mut().unwrap();
            basics.retain(|_, value| value != "");
        }
        assert_eq!(after, before, "{name}");
    }
}

#[test]
fn hidden_things_are_nowhere() {
    let mut document = blank();
    let text = |text: &str| Value::Text(text.into());
    let mut add = |kind, field, word: &str, hidden| {
        let id = Id(1_000 + word.len() as u64 * 100 + u64::from(word.as_bytes()[0]));
        let mut item = Item::new(id);
        item.hidden = hidden;
        item.fields.insert(field, text(word));
        let section = section(&document, kind).id;
        apply(
            &mut document,
            &Edit::AddItem {
                section,
                place: Place::First,
                item,
            },
        )
        .unwrap();
        section
    };
    add(SectionKind::Work, Field::Name, "shownjob", false);
    add(SectionKind::Work, Field::Name, "secretemployer", true);
    add(SectionKind::Profiles, Field::Network, "secretnetwork", true);
    let awards = add(SectionKind::Awards, Field::Title, "secretaward", false);
    let summary = section(&document, SectionKind::Summary).clone();
    let heading = Some("secretheading".to_owned());
    for edit in [
        Edit::SetField {
            item: summary.items[0].id,
            field: Field::Summary,
            value: Some(Value::Rich(RichText::plain("secretsummary"))),
        },
        Edit::SetSectionHidden {
            section: summary.id,
            hidden: true,
        },
        Edit::SetSectionHidden {
            section: awards,
            hidden: true,
        },
        Edit::SetHeading {
            section: awards,
            heading,
        },
        Edit::SetPersonal {
            field: PersonalField::Gender,
            reference: Some(Id(0x0005_ece7)),
        },
    ] {
        apply(&mut document, &edit).unwrap();
    }
    let exported = export_shown(document.shown()).json;
    assert!(exported.contains("shownjob"));
    for trace in ["secret", "5ece7", "gender", "personal", "awards", "summary"] {
        assert!(!exported.contains(trace), "{trace} in {exported}");
    }
    // The backup has everything.
    let full = cv::export_full(&document);
    for word in [
        "secretemployer",
        "secretnetwork",
        "secretaward",
        "secretsummary",
        "secretheading",
    ] {
        assert!(full.contains(word), "{word}");
    }
}

#[test]
fn what_is_not_valid_stands_beside() {
    let mut document = with_basics(&[
        (Field::Name, "Åsa Öberg"),
        (Field::Email, "asa (at) example.se"),
        (Field::Url, "javascript:alert(1)"),
        (Field::City, "Umeå"),
    ]);
    let mut item = Item::new(Id(900));
    item.fields
        .insert(Field::Url, Value::Text("räksmörgås.example".into()));
    item.fields.insert(
        Field::StartDate,
        Value::When(When::Odd("hösten 2010".into())),
    );
    item.fields
        .insert(Field::EndDate, Value::When(When::Ongoing));
    let link = Span {
        link: Some("https://x.example".into()),
        ..Span::plain("länk")
    };
    let summary = RichText(vec![
        Block::Paragraph(Inline(vec![Span::plain("En "), link])),
        Block::List(vec![Inline::plain("*ett*")]),
    ]);
    item.fields.insert(Field::Summary, Value::Rich(summary));
    document
        .sections
        .retain(|s| matches!(s.kind, SectionKind::Work | SectionKind::Summary));
    let work = document
        .sections
        .iter_mut()
        .find(|s| s.kind == SectionKind::Work)
        .unwrap();
    work.heading = Some("Arbete".into());
    work.items.push(item);

    let exported = export_shown(document.shown());
    insta::assert_snapshot!(exported.json, @r#"
    {
      "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
      "basics": {
        "name": "Åsa Öberg",
        "emailText": "asa (at) example.se",
        "urlText": "javascript:alert(1)",
        "location": {
          "city": "Umeå"
        }
      },
      "work": [
        {
          "startDateText": "hösten 2010",
          "urlText": "räksmörgås.example",
          "summary": "En [länk](https://x.example)\n- \\*ett\\*",
          "ongoing": true
        }
      ],
      "meta": {
        "version": "v1.0.0",
        "merit": {
          "language": "en",
          "sections": [
            {
              "kind": "work",
              "heading": "Arbete",
              "items": 1
            }
          ]
        }
      }
    }
    "#);
    let notes: String = exported
        .notes
        .iter()
        .map(|note| format!("{note}\n"))
        .collect();
    insta::assert_snapshot!(notes, @"
    basics.email: moved to basics.emailText
    basics.url: moved to basics.urlText
    work[0].startDate: moved to work[0].startDateText
    work[0].url: moved to work[0].urlText
    ");
    assert_eq!(Schema::published().check(&exported.json), Ok(()));

    let again = import(&exported.json).document;
    assert_eq!(again.basics.fields, document.basics.fields);
    let (before, after) = (
        section(&document, SectionKind::Work),
        section(&again, SectionKind::Work),
    );
    assert_eq!(after.items[0].fields, before.items[0].fields);
    assert_eq!(after.heading, before.heading);
}

#[test]
fn addresses_are_completed_or_kept() {
    let url = |text: &str| {
        let document = with_basics(&[(Field::Url, text)]);
        let json: serde_json::Value =
            serde_json::from_str(&export_shown(document.shown()).json).unwrap();
        let get = |name: &str| json["basics"][name].as_str().map(String::from);
        get("url").ok_or_else(|| get("urlText").unwrap())
    };
    let ok = |text: &str| Ok(text.to_owned());
    assert_eq!(url("github.com/jane"), ok("https://github.com/jane"));
    assert_eq!(
        url(" https://x.example/a?b=c#d "),
        ok("https://x.example/a?b=c#d")
    );
    assert_eq!(url("mailto:a@x.example"), ok("mailto:a@x.example"));
    for kept in [
        "data:text/html,x",
        "https://x.example/å",
        "https://",
        "https://1.2.3.999",
        "x",
        "https://x.example/%zz",
    ] {
        assert_eq!(url(kept), Err(kept.to_owned()));
    }
}

/// Two sections of one kind, their order and headings.
#[test]
fn sections_come_back_in_their_order() {
    let file = serde_json::json!({
        "work": [{"name": "a"}, {"name": "b"}, {"name": "c"}],
        "skills": [{"name": "s"}],
        "meta": {"merit": {"language": "sv", "sections": [
            {"kind": "skills", "heading": "Kan", "items": 1},
            {"kind": "work", "heading": "Nu", "items": 1},
            {"kind": "hats"},
            {"kind": "work", "heading": "Förr", "items": 1},
        ]}},
    });
    let document = import(file.to_string()).document;
    let order: Vec<_> = document
        .shown()
        .sections()
        .map(|s| {
            (
                s.kind().json(),
                s.heading().unwrap_or("-"),
                s.items().count(),
            )
        })
        .collect();
    assert_eq!(
        order,
        [("skills", "Kan", 1), ("work", "Nu", 1), ("work", "Förr", 2)]
    );
    let again = import(export_shown(document.shown()).json).document;
    let texts = |document: &Document| crate::support::outline(document);
    assert_eq!(texts(&again), texts(&document));
}

#[test]
fn a_large_backup_can_be_read_again() {
    let mut document = blank();
    let skills = section(&document, SectionKind::Skills).id;
    let lines = |from: u64| -> Vec<cv::Line> {
        let line = |id| cv::Line {
            id: Id(id),
            text: Inline(vec![Span::plain("x".repeat(450))]),
        };
        (from..from + 1_900).map(line).collect()
    };
    let mut item = Item::new(Id(900));
    item.fields
        .insert(Field::Keywords, Value::Lines(lines(10_000)));
    apply(
        &mut document,
        &Edit::AddItem {
            section: skills,
            place: Place::First,
            item,
        },
    )
    .unwrap();
    let file = cv::export_full(&document);
    assert!(file.len() <= cv::limits::DOCUMENT_BYTES);
    assert_eq!(import(&file).document, document);
}

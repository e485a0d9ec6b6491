//! Random bytes and random JSON: nothing panics, what comes in is sound.

use cv::{Field, Id, Language, Value, import as read_file};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::support::{ids_from, template};

/// Names that the importers look for, and values of every shape.
fn anything() -> impl Strategy<Value = serde_json::Value> {
    let names = vec![
        "basics",
        "work",
        "education",
        "skills",
        "sections",
        "items",
        "format",
        "meta",
        "merit",
        "info",
        "contact",
        "employment",
        "history",
        "name",
        "company",
        "startDate",
        "endDate",
        "period",
        "summary",
        "description",
        "highlights",
        "keywords",
        "url",
        "location",
        "level",
        "roles",
        "customSections",
        "type",
        "metadata",
        "layout",
        "fields",
        "text",
        "kind",
        "heading",
        "hidden",
        "picture",
        "content",
        "profiles",
        "customFields",
        "title",
        "language",
        "data",
        "ongoing",
        "urlText",
        "personal",
        "template",
        "custom",
        "references",
    ];
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        any::<f64>().prop_map(serde_json::Value::from),
        crate::arbitrary::text().prop_map(serde_json::Value::from),
        select(vec![
            "work",
            "2014 - 2015",
            "<p>a</p>",
            "2014-10",
            "x.example",
            "summary"
        ])
        .prop_map(serde_json::Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(serde_json::Value::from),
            vec((select(names.clone()), inner), 0..7).prop_map(|members| {
                let members = members.into_iter().map(|(k, v)| (k.to_owned(), v));
                serde_json::Value::Object(members.collect())
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn no_bytes_panic(bytes in vec(any::<u8>(), 0..200)) {
        let _ = read_file(bytes, Language::English, template(), ids_from(0));
    }

    #[test]
    fn no_json_panics_and_what_comes_in_is_sound(json in anything(), root in 0..4usize) {
        // Half of the time something that is surely taken for a known format.
        let mut json = json;
        if !json.is_object() {
            json = json!({ "work": json });
        }
        match root {
            0 => {}
            1 => json["basics"] = json!({}),
            2 => json = json!({"format": 1, "basics": json, "sections": [json, json["items"]]}),
            _ => json = json!({"basics": json, "sections": json, "customSections": [json], "metadata": json}),
        }
        let read = read_file(json.to_string(), Language::English, template(), ids_from(0));
        if let Ok(imported) = read {
            let document = imported.document;
            prop_assert_eq!(document.check(), Ok(()));
            prop_assert_eq!(cv::limits::document(&document), Ok(()));
            for item in document.items() {
                for value in item.fields.values() {
                    if let Value::Rich(rich) = value {
                        prop_assert_eq!(&rich.normalised(), rich);
                    }
                }
            }
            // It can be stored, edited and exported like any other.
            prop_assert_eq!(&cv::format::load(&cv::format::save(&document)).unwrap(), &document);
            let mut edited = document.clone();
            let clear = cv::Edit::SetField { item: Id::BASICS, field: Field::Name, value: None };
            prop_assert!(cv::apply(&mut edited, &clear).is_ok());
        }
    }
}

use std::collections::BTreeSet;

use cv::schema::BASICS;
use cv::{PersonalField, SectionKind};
use privacy::inventory::{
    self, Category, DOCUMENT, Erasure, LABELS, LOG, Label, Linkability, Need, PERSONAL, Protection,
    Sensitive, VALUE_FORMS, What,
};
use privacy::{Event, LegalBasis, Place, Retention, Start, Stored, storage};
use serde_json::Value as Json;

use crate::populated;

#[derive(Default)]
struct Walked {
    paths: BTreeSet<String>,
    forms: BTreeSet<String>,
}

/// Walks a document as its file form has it, and collects the paths of its
/// leaves as the inventory writes them.
fn walk(document: &Json) -> Walked {
    let mut walked = Walked::default();
    for (key, value) in object(document) {
        match key.as_str() {
            "basics" => item(value, "basics", &mut walked),
            "sections" => array(value).for_each(|s| section(s, &mut walked)),
            _ => leaves(value, key, &mut walked.paths),
        }
    }
    walked
}

fn section(section: &Json, walked: &mut Walked) {
    let kind = section["kind"].as_str().expect("a kind");
    for (key, value) in object(section) {
        match key.as_str() {
            "items" => array(value).for_each(|i| item(i, &format!("{kind}[]"), walked)),
            _ => leaves(value, &format!("sections[].{key}"), &mut walked.paths),
        }
    }
}

fn item(item: &Json, of: &str, walked: &mut Walked) {
    for (key, value) in object(item) {
        if key == "origin" {
            origin(value, walked);
            continue;
        }
        if key != "fields" {
            leaves(value, &format!("item.{key}"), &mut walked.paths);
            continue;
        }
        for (field, value) in object(value) {
            walked.paths.insert(format!("{of}.{field}"));
            for (form, value) in object(value) {
                leaves(value, form, &mut walked.forms);
            }
        }
    }
}

/// What a linked item said is one thing, whatever it was.
fn origin(origin: &Json, walked: &mut Walked) {
    for (key, value) in object(origin) {
        let path = format!("item.origin.{key}");
        if key == "seen" {
            walked.paths.insert(path);
            for (_, value) in object(value) {
                object(value).for_each(|(form, value)| leaves(value, form, &mut walked.forms));
            }
        } else {
            leaves(value, &path, &mut walked.paths);
        }
    }
}

fn leaves(value: &Json, path: &str, paths: &mut BTreeSet<String>) {
    match value {
        Json::Object(members) => members
            .iter()
            .for_each(|(key, value)| leaves(value, &format!("{path}.{key}"), paths)),
        Json::Array(elements) => elements
            .iter()
            .for_each(|value| leaves(value, &format!("{path}[]"), paths)),
        _ => {
            paths.insert(path.to_owned());
        }
    }
}

fn object(value: &Json) -> impl Iterator<Item = (&String, &Json)> {
    value.as_object().expect("an object").iter()
}

fn array(value: &Json) -> impl Iterator<Item = &Json> {
    value.as_array().expect("an array").iter()
}

fn walked() -> Walked {
    walk(&serde_json::to_value(populated::document()).expect("plain data"))
}

/// Both ways: a path that nobody declared, and one that is no longer there.
#[test]
fn the_declared_paths_are_those_of_a_document() {
    let declared: BTreeSet<String> = DOCUMENT.iter().map(|e| e.path.to_owned()).collect();
    let there = walked().paths;
    let undeclared: Vec<_> = there.difference(&declared).collect();
    let gone: Vec<_> = declared.difference(&there).collect();
    assert_eq!(undeclared, [""; 0], "nobody declared these");
    assert_eq!(gone, [""; 0], "these are no longer there");
}

#[test]
fn the_declared_forms_are_those_of_values() {
    let declared: BTreeSet<String> = VALUE_FORMS.iter().map(|f| (*f).to_owned()).collect();
    assert_eq!(walked().forms, declared);
}

#[test]
fn every_field_of_the_schema_is_declared() {
    let of = |name: String, fields: &[(cv::Field, cv::Shape)]| {
        fields
            .iter()
            .map(|(field, _)| format!("{name}.{}", field.json()))
            .collect::<Vec<_>>()
    };
    let mut paths = of("basics".into(), BASICS);
    for kind in SectionKind::ALL {
        paths.extend(of(format!("{}[]", kind.json()), kind.fields()));
    }
    for path in paths {
        let entry = inventory::entry(&path);
        assert_eq!(entry.map(|e| e.what), Some(What::Content), "{path}");
    }
}

#[test]
fn every_personal_detail_is_a_reference_and_a_value_apart() {
    assert_eq!(PERSONAL.len(), PersonalField::ALL.len());
    for field in PersonalField::ALL {
        let name = serde_json::to_value(field).expect("plain data");
        let name = name.as_str().expect("a name");
        let reference = inventory::entry(&format!("personal.references.{name}"));
        assert_eq!(reference.map(|e| e.what), Some(What::PersonalReference));

        let value = inventory::entry(&format!("values.{name}")).expect("declared");
        assert_eq!(value.what, What::PersonalValue);
        assert_eq!(value.protection, Protection::Gate);
        assert_eq!(value.purposes, inventory::stored(Stored::Personal).purposes);
        assert!(
            value
                .purposes
                .iter()
                .all(|(_, basis)| *basis == LegalBasis::Consent)
        );
    }
}

#[test]
fn paths_are_declared_once() {
    let mut seen = BTreeSet::new();
    for entry in inventory::all() {
        assert!(seen.insert(entry.path), "{}", entry.path);
    }
}

#[test]
fn every_entry_has_a_purpose_and_a_basis() {
    for entry in inventory::all() {
        assert!(!entry.purposes.is_empty(), "{}", entry.path);
    }
}

/// Without a number of days, data may only be where its owner can delete it.
#[test]
fn every_retention_is_finite() {
    for entry in inventory::all() {
        match entry.retention {
            Retention::Days(days) | Retention::Unused(days) => {
                assert!(days.get() <= privacy::Days::MOST)
            }
            Retention::Until(event) => {
                assert!(
                    entry.recipients.iter().all(|r| !r.keeps()),
                    "{}",
                    entry.path
                );
                // A cookie has an expiry, or goes when the browser is closed.
                let cookie = entry.protection == Protection::Cookie;
                assert_eq!(cookie, event == Event::BrowserClosed, "{}", entry.path);
            }
        }
    }
    assert_eq!(privacy::Days::new(0), None);
    assert_eq!(privacy::Days::new(u16::MAX), None);
}

#[test]
fn what_is_about_others_or_protected_is_marked() {
    for entry in inventory::all() {
        let due = match entry.category {
            Category::OtherPerson => Some(Sensitive::OtherPerson),
            Category::Protected => Some(Sensitive::Protected),
            Category::Salary => Some(Sensitive::Salary),
            Category::Image => Some(Sensitive::Face),
            _ => continue,
        };
        assert_eq!(entry.sensitive, due, "{}", entry.path);
    }
}

#[test]
fn the_storage_list_has_everything_once_under_its_own_name() {
    let listed: Vec<_> = storage().map(|(stored, _)| stored).collect();
    assert_eq!(listed, Stored::ALL);
    for (stored, entry) in storage() {
        let name = stored.name();
        let path = match stored.place() {
            Place::IndexedDb => format!("indexeddb:{}/{name}", inventory::DATABASE),
            Place::Cookie => format!("cookie:{name}"),
            Place::LocalStorage => format!("localstorage:{name}"),
            Place::SessionStorage => format!("sessionstorage:{name}"),
            Place::CacheStorage => format!("cachestorage:{name}"),
            Place::ServiceWorker => format!("serviceworker:{name}"),
        };
        assert_eq!(entry.path, path);
        assert_eq!(inventory::stored(stored).path, path);
    }
}

/// What nothing asks for waits for a yes to the notice; all else that a browser stores
/// is necessary for what a person does, or has a consent of its own.
#[test]
fn what_is_optional_is_behind_the_notice() {
    for (stored, entry) in storage() {
        let of = |wanted| entry.purposes.iter().any(|(_, basis)| *basis == wanted);
        let necessary = of(LegalBasis::StrictlyNecessary);
        let agreed = of(LegalBasis::Consent);
        assert_ne!(necessary, agreed, "{stored:?}");
        // Personal details are kept only with the consent that is asked for them.
        let behind = agreed && stored != Stored::Personal;
        assert_eq!(stored.is_optional(), behind, "{stored:?}");
        if stored.is_optional() {
            assert_eq!(entry.need, Need::OptIn, "{stored:?}");
            assert_eq!(entry.erasure, Erasure::WithEverything, "{stored:?}");
        }
    }
    assert!(inventory::optional().next().is_some());
    // An answer is asked for again after a year at the latest.
    let Retention::Days(days) = inventory::stored(Stored::Answer).retention else {
        panic!("an answer has its days")
    };
    assert!(days.get() <= 365, "{days:?}");
}

/// Whoever adds a column whose name does not say what it is gives it a label.
#[test]
fn everything_has_a_name_that_people_use() {
    for entry in inventory::all() {
        assert_ne!(entry.label(), Label::OtherRecord, "{}", entry.path);
    }
    let used: BTreeSet<Label> = inventory::all().map(|entry| entry.label()).collect();
    for label in Label::ALL {
        assert!(
            used.contains(label) || *label == Label::OtherRecord,
            "{label:?}"
        );
        assert_eq!(Label::from_name(label.name()), Some(*label));
    }
    assert_eq!(Label::of("login.email"), Label::Email);
    assert_eq!(Label::of("a.column.of.nobody"), Label::OtherRecord);
}

#[test]
fn no_pattern_of_a_label_is_in_the_way_of_another() {
    for (index, (pattern, _)) in LABELS.iter().enumerate() {
        let before = &LABELS[..index];
        assert!(before.iter().all(|(it, _)| it != pattern), "{pattern}");
        if !pattern.contains('*') {
            assert!(
                inventory::entry(pattern).is_some(),
                "{pattern} is not there"
            );
        }
    }
}

#[test]
fn what_must_be_given_says_what_happens_without_it() {
    for entry in inventory::all() {
        let consents = entry
            .purposes
            .iter()
            .all(|(_, basis)| *basis == LegalBasis::Consent);
        if consents {
            // Nobody has to consent (GDPR, article 7(4)).
            assert_eq!(entry.need, Need::OptIn, "{}", entry.path);
        }
        if entry.what == What::Content {
            assert_eq!(entry.need, Need::Optional, "{}", entry.path);
        }
    }
    assert!(matches!(
        inventory::entry("login.email").map(|it| it.need),
        Some(Need::Mandatory(_))
    ));
    let password = inventory::entry("login.password").map(|it| it.need);
    // A passkey does it too.
    assert_eq!(password, Some(Need::Optional));
}

#[test]
fn a_retention_begins_somewhere() {
    for entry in inventory::all() {
        match entry.retention {
            Retention::Unused(_) => assert_eq!(entry.start(), Start::LastUse, "{}", entry.path),
            Retention::Until(_) => assert_eq!(entry.start(), Start::Written, "{}", entry.path),
            Retention::Days(_) => assert_ne!(entry.start(), Start::LastUse, "{}", entry.path),
        }
    }
    let case = inventory::entry("security_case.kind").map(|it| it.start());
    assert_eq!(case, Some(Start::Closed));
}

/// What may be in a log is about nobody, and is listed as the log's.
#[test]
fn nothing_that_is_about_somebody_may_reach_a_log() {
    for entry in inventory::all() {
        let is_field = entry.what == What::LogField;
        assert_eq!(entry.log, is_field, "{}", entry.path);
    }
    for entry in LOG {
        assert_eq!(entry.linkability, Linkability::None, "{}", entry.path);
        assert_eq!(entry.category, Category::Technical, "{}", entry.path);
    }
}

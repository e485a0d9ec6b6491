//! Files that once lost something, or took minutes.

use std::time::{Duration, Instant};

use cv::{Document, Edit, Field, SectionKind, apply, limits};
use serde_json::{Value as Json, json};

use crate::support::{import, lines, section};

fn read(file: &Json) -> Document {
    import(file.to_string()).document
}

fn names(document: &Document) -> Vec<String> {
    let items = &section(document, SectionKind::Work).items;
    items
        .iter()
        .map(|item| item.text(Field::Name).to_owned())
        .collect()
}

fn reactive(experience: Json) -> Json {
    json!({
        "basics": { "name": "A", "customFields": [] },
        "metadata": { "template": "onyx" },
        "sections": { "experience": { "items": experience } },
    })
}

#[test]
fn an_employer_without_a_name_takes_no_other_job_with_it() {
    let document = read(&reactive(json!([
        { "company": "Alpha AB", "position": "Engineer", "period": "2015 - 2018" },
        { "company": "", "roles": [{ "position": "Manager", "period": "2019 - 2020" }] },
    ])));
    assert_eq!(names(&document), ["Alpha AB", ""]);
    let document = read(&reactive(json!([
        { "roles": [{ "icon": "y" }] },
        { "roles": [{ "icon": "y" }] },
        { "roles": [{ "icon": "y" }] },
        { "company": "Beta AB" },
    ])));
    assert_eq!(names(&document), ["Beta AB"]);
}

#[test]
fn our_own_export_is_read_letter_by_letter() {
    let document = read(&json!({
        "work": [{ "name": "W", "highlights": ["x"], "summary": "y" }],
        "meta": { "merit": { "language": "en" } },
    }));
    let work = section(&document, SectionKind::Work).items[0].id;
    let mut document = document;
    for (field, text) in [
        (
            Field::Summary,
            "<p> is a paragraph, <b> is bold</b></p>\n\n• no list",
        ),
        (Field::Summary, "* neither"),
    ] {
        let value = Some(cv::Value::Rich(cv::RichText::plain(text)));
        let edit = Edit::SetField {
            item: work,
            field,
            value,
        };
        apply(&mut document, &edit).unwrap();
        let exported = cv::export_shown(document.shown());
        let again = import(exported.json).document;
        let rich = |document: &Document| {
            section(document, SectionKind::Work).items[0]
                .rich(field)
                .cloned()
        };
        assert_eq!(rich(&again), rich(&document), "{text}");
    }
}

#[test]
fn who_writes_about_html_is_read_as_written() {
    let text = "<p> tags and <div>s are what I teach";
    let document = read(
        &json!({ "basics": { "summary": text }, "work": [{ "name": "W", "highlights": ["<b> is not bold"] }] }),
    );
    let summary = section(&document, SectionKind::Summary).items[0].rich(Field::Summary);
    assert_eq!(summary.unwrap().text(), text);
    let work = &section(&document, SectionKind::Work).items[0];
    assert_eq!(
        work.lines(Field::Highlights)[0].text.text(),
        "<b> is not bold"
    );
}

#[test]
fn a_highlight_brings_no_bullet_along() {
    let file = json!({ "work": [{ "name": "W", "highlights": ["• Led a team", "- Built it", "-5 % costs"] }] });
    let document = read(&file);
    let work = &section(&document, SectionKind::Work).items[0];
    let texts: Vec<String> = work
        .lines(Field::Highlights)
        .iter()
        .map(|line| line.text.text())
        .collect();
    assert_eq!(texts, ["Led a team", "Built it", "-5 % costs"]);
}

#[test]
fn a_second_text_of_one_meaning_is_kept() {
    let file =
        json!({ "projects": [{ "name": "P", "description": "First.", "summary": "Second." }] });
    let document = read(&file);
    let project = &section(&document, SectionKind::Projects).items[0];
    let text: String = project
        .fields
        .values()
        .map(|value| format!("{value:?}"))
        .collect();
    assert!(
        text.contains("First.") && text.contains("Second."),
        "{text}"
    );
}

#[test]
fn a_number_with_a_point_is_no_date() {
    let imported =
        import(r#"{ "work": [{ "name": "W", "startDate": 2010.10, "endDate": "nutid" }] }"#);
    assert!(lines(&imported).contains("work[0].startDate: not a date"));
    let work = &section(&imported.document, SectionKind::Work).items[0];
    assert_eq!(work.when(Field::EndDate), Some(&cv::When::Ongoing));
}

#[test]
fn what_cannot_be_seen_shows_nothing() {
    let document = read(
        &json!({ "education": [{ "institution": "\u{200e}" }, { "institution": "\u{ad}", "area": "\u{feff}" }] }),
    );
    assert_eq!(document.shown().sections().count(), 0);
}

#[test]
fn hiding_everything_in_a_full_document_is_weighed() {
    let name = "n".repeat(7_000);
    let work: Vec<Json> = (0..145).map(|_| json!({ "name": name })).collect();
    let mut document = read(&json!({ "work": work }));
    let items: Vec<_> = section(&document, SectionKind::Work)
        .items
        .iter()
        .map(|item| item.id)
        .collect();
    // Fills it but for a few hundred bytes; to hide all of them takes two thousand.
    for (item, field) in [
        (items[0], Field::Location),
        (items[1], Field::Location),
        (items[2], Field::Location),
    ] {
        let room = limits::DOCUMENT_BYTES - cv::format::save(&document).len();
        let text = "x".repeat(room.saturating_sub(300).min(limits::FIELD_CHARS));
        let value = Some(cv::Value::Text(text));
        apply(&mut document, &Edit::SetField { item, field, value }).unwrap();
    }
    let refused = items
        .iter()
        .map(|item| Edit::SetItemHidden {
            item: *item,
            hidden: true,
        })
        .filter(|edit| apply(&mut document, edit).is_err())
        .count();
    assert!(refused > 50, "{refused}");
    assert!(cv::format::load(&cv::format::save(&document)).is_ok());
}

#[test]
fn an_export_of_many_sections_comes_back() {
    let order: Vec<Json> = (0..95)
        .map(|_| json!({ "kind": "work", "items": 1 }))
        .collect();
    let work: Vec<Json> = (0..95)
        .map(|n| json!({ "name": format!("Employer {n}") }))
        .collect();
    let document = read(&json!({ "work": work, "meta": { "merit": { "sections": order } } }));
    assert!(limits::document(&document).is_ok());
    let jobs = document
        .sections
        .iter()
        .filter(|s| s.kind == SectionKind::Work);
    assert_eq!(jobs.map(|s| s.items.len()).sum::<usize>(), 95);
}

/// Each of these took between seven seconds and nine minutes in a release build.
#[test]
fn a_megabyte_of_anything_is_read_in_seconds() {
    let custom: Vec<Json> = (0..8_000)
        .map(|_| json!({ "type": "summary", "content": "a" }))
        .collect();
    let mut aliases = serde_json::Map::new();
    for n in 0..6_000_usize {
        let name: String = "summary"
            .chars()
            .map(String::from)
            .collect::<Vec<_>>()
            .join(&"-".repeat(n % 3));
        aliases.insert(format!("{name}{}", "_".repeat(n / 3 % 90)), json!("text"));
    }
    let rest: Vec<Json> = (0..15_000)
        .map(|_| json!(true))
        .chain((0..200_000).map(|_| json!([])))
        .collect();
    let roles: Vec<Json> = (0..1_900)
        .map(|_| json!({ "position": "p", "description": "d".repeat(100) }))
        .collect();
    let files = [
        json!({ "basics": { "summary": "[x](".repeat(200_000) } }),
        json!({ "work": [{ "name": "W", "summary": "&#".repeat(400_000) }] }),
        json!({ "basics": { "name": "A" }, "metadata": {}, "sections": {}, "customSections": custom }),
        json!({ "basics": aliases }),
        json!({ "work": rest }),
        reactive(json!([{ "company": "C", "roles": roles }])),
    ];
    for (number, file) in files.iter().enumerate() {
        let file = file.to_string();
        assert!(
            file.len() <= limits::DOCUMENT_BYTES,
            "{number}: {}",
            file.len()
        );
        let start = Instant::now();
        let _ = cv::import(
            file,
            cv::Language::English,
            crate::support::template(),
            crate::support::ids_from(0),
        );
        // Unoptimised and on a busy machine; it was hundreds of times as long.
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{number}: {:?}",
            start.elapsed()
        );
    }
}

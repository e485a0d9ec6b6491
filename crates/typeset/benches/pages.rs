//! Layout and PDF on this machine. `cargo xtask bench native` puts the results
//! beside their budgets.

use criterion::{Criterion, criterion_group, criterion_main};
use cv::{Document, Edit, Field, Id, Value};
use std::hint::black_box;
use typeset::pdf;

#[path = "../tests/it/documents.rs"]
#[expect(dead_code, reason = "shared with the tests, which use all of it")]
mod documents;

use documents::{engine, fonts, ids, template};

fn two_pages() -> Document {
    cv::example(cv::Language::English, template(), ids())
}

/// 196 jobs, some forty pages.
fn forty_pages() -> Document {
    let work: Vec<_> = (0..196)
        .map(|n| {
            serde_json::json!({
                "name": format!("Employer {n}"),
                "position": format!("Position {n}"),
                "startDate": "1990-03",
                "endDate": "1991-09",
                "summary": "Kept a department of twelve people and their machines at work, and wrote down how it is done.",
                "highlights": vec!["Something measurable became better than it had been before, and stayed so"; 5],
            })
        })
        .collect();
    let file = serde_json::json!({ "basics": { "name": "Long Life" }, "work": work });
    let imported = cv::import(file.to_string(), cv::Language::English, template(), ids());
    imported.expect("it is JSON Resume").document
}

fn after_one_edit(criterion: &mut Criterion, name: &str, mut document: Document) {
    let mut engine = engine();
    engine.layout(document.shown());
    let mut number = 0;
    criterion.bench_function(name, |bencher| {
        bencher.iter(|| {
            number += 1;
            let edit = Edit::SetField {
                item: Id::BASICS,
                field: Field::Label,
                value: Some(Value::Text(format!("Engineer {number}"))),
            };
            cv::apply(&mut document, &edit).expect("it fits");
            black_box(engine.layout(document.shown()));
        });
    });
}

fn pages(criterion: &mut Criterion) {
    let document = two_pages();
    criterion.bench_function("native, 2 pages: layout, cold", |bencher| {
        bencher.iter(|| black_box(engine().layout(document.shown())));
    });
    after_one_edit(
        criterion,
        "native, 2 pages: layout after one edit",
        two_pages(),
    );
    after_one_edit(
        criterion,
        "native, 196 jobs: layout after one edit",
        forty_pages(),
    );
    let finished = engine().layout(document.shown());
    let fonts = fonts();
    criterion.bench_function("native, 2 pages: PDF", |bencher| {
        bencher.iter(|| black_box(pdf::write(&finished, &fonts, &pdf::Options::default())));
    });
}

criterion_group!(benches, pages);
criterion_main!(benches);

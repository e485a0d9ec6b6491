//! Layout and PDF on this machine, for a CV of two pages, one of fourteen and one
//! of forty. `cargo xtask bench native` puts the results beside their budgets.

use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use cv::{Document, Edit, Field, Id, RichText, Value};
use typeset::template::{self, Template};
use typeset::{Engine, pdf};

#[path = "../tests/it/documents.rs"]
#[expect(dead_code, reason = "shared with the tests, which use all of it")]
mod documents;

use documents::{engine, fonts, ids};

/// How many pages a CV has that is the example with so many jobs. The benchmarks in
/// the browser repeat its jobs likewise (`end2end/bench/content.ts`).
const SIZES: [(usize, usize); 3] = [(2, 3), (14, 72), (40, 228)];

/// The English example, its jobs repeated.
fn example(jobs: usize) -> Document {
    let file = include_str!("../../cv/examples/en.json");
    let mut file: serde_json::Value = serde_json::from_str(file).expect("the example is JSON");
    let own = file["work"].as_array().expect("it has jobs").clone();
    let work = own.iter().cycle().take(jobs).enumerate().map(|(n, job)| {
        let mut job = job.clone();
        if n >= own.len() {
            let name = job["name"].as_str().expect("each job is somewhere");
            // No two jobs are alike, as nobody's are.
            job["name"] = format!("{name} {}", n / own.len() + 1).into();
        }
        job
    });
    file["work"] = work.collect();
    let template = documents::template();
    let read = cv::import(file.to_string(), cv::Language::English, template, ids());
    read.expect("it is JSON Resume").document
}

/// A document of a size, and an engine that has just set it.
fn set(jobs: usize) -> (Document, Engine) {
    let document = example(jobs);
    let mut engine = engine();
    engine.layout(document.shown());
    (document, engine)
}

/// Types a letter into the name, which stands on every page.
fn first_field(number: usize) -> Edit {
    Edit::SetField {
        item: Id::BASICS,
        field: Field::Name,
        value: Some(Value::Text(format!("Hannah Okafor {number}"))),
    }
}

/// Types a letter into what a reference says, at the very end.
fn last_field(document: &Document, number: usize) -> Edit {
    let section = document.sections.last().expect("it has sections");
    Edit::SetField {
        item: section.items.last().expect("none is empty").id,
        field: Field::Reference,
        value: Some(Value::Rich(RichText::plain(&format!(
            "Hannah is the reason our board stopped arguing, {number}"
        )))),
    }
}

fn put(document: &mut Document, edit: &Edit) {
    cv::apply(document, edit).expect("it fits");
}

fn dress(document: &mut Document, template: &Template) {
    let template = template.for_document();
    put(document, &Edit::SetTemplate { template });
}

/// One edit after another, each set at once.
fn typing(
    criterion: &mut Criterion,
    name: &str,
    mut document: Document,
    edit: impl Fn(&Document, usize) -> Edit,
) {
    let mut engine = engine();
    engine.layout(document.shown());
    let mut number = 0;
    criterion.bench_function(name, |bencher| {
        bencher.iter(|| {
            number += 1;
            let edit = edit(&document, number);
            put(&mut document, &edit);
            black_box(engine.layout(document.shown()));
        });
    });
}

fn sizes(criterion: &mut Criterion) {
    for (pages, jobs) in SIZES {
        let name = |what: &str| format!("native, {pages} pages: {what}");
        let document = example(jobs);
        let finished = engine().layout(document.shown());
        let count = finished.pages.len();
        assert_eq!(count, pages, "{jobs} jobs: the name would say another size");
        criterion.bench_function(&name("layout, cold"), |bencher| {
            bencher.iter(|| black_box(engine().layout(document.shown())));
        });
        let first = |_: &Document, number| first_field(number);
        typing(criterion, &name("key, first field"), example(jobs), first);
        typing(
            criterion,
            &name("key, last field"),
            example(jobs),
            last_field,
        );
        // Both with rows that nobody has set before.
        criterion.bench_function(&name("another template"), |bencher| {
            let dressed = || {
                let (mut document, engine) = set(jobs);
                dress(&mut document, &template::ALL[1]);
                (document, engine)
            };
            let change = |(document, engine): &mut (Document, Engine)| {
                black_box(engine.layout(document.shown()));
            };
            bencher.iter_batched_ref(dressed, change, BatchSize::PerIteration);
        });
        criterion.bench_function(&name("fit on a page less"), |bencher| {
            let fit = |(document, engine): &mut (Document, Engine)| {
                black_box(engine.fit(document, &cv::Details::default(), pages - 1));
            };
            bencher.iter_batched_ref(|| set(jobs), fit, BatchSize::PerIteration);
        });
        let fonts = fonts();
        criterion.bench_function(&name("PDF"), |bencher| {
            bencher.iter(|| black_box(pdf::write(&finished, &fonts, &pdf::Options::default())));
        });
    }
}

/// A key and the PDF of the example in every template: what holds for one has to
/// hold for all.
fn templates(criterion: &mut Criterion) {
    let (_, jobs) = SIZES[0];
    for template in template::ALL {
        let mut document = example(jobs);
        dress(&mut document, template);
        let finished = engine().layout(document.shown());
        let name = |what: &str| format!("template {}: {what}", template.name);
        typing(criterion, &name("key, last field"), document, last_field);
        let fonts = fonts();
        criterion.bench_function(&name("PDF"), |bencher| {
            bencher.iter(|| black_box(pdf::write(&finished, &fonts, &pdf::Options::default())));
        });
    }
}

/// Half a minute of each would make a coffee break of all.
fn brief() -> Criterion {
    Criterion::default()
        .sample_size(30)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
}

criterion_group! {
    name = benches;
    config = brief();
    targets = sizes, templates
}
criterion_main!(benches);

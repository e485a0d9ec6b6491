//! Documents, ids and files for tests.

use cv::{
    Document, Edit, Field, Id, Imported, Language, Other, SectionKind, Template, Value, When,
};

pub(crate) fn template() -> Template {
    Template {
        name: "linne".into(),
        layout: "1".into(),
        breaks: None,
    }
}

/// Ids in a row, from `first`.
pub(crate) fn ids_from(first: u64) -> impl FnMut() -> Id {
    let mut next = first;
    move || {
        next += 1;
        Id(next)
    }
}

pub(crate) fn blank() -> Document {
    Document::blank(Language::English, template(), ids_from(0))
}

/// A blank document but for some texts in its basics.
pub(crate) fn with_basics(fields: &[(Field, &str)]) -> Document {
    let mut document = blank();
    for (field, text) in fields {
        document
            .basics
            .fields
            .insert(*field, Value::Text((*text).into()));
    }
    document
}

pub(crate) fn import(file: impl AsRef<[u8]>) -> Imported {
    cv::import(file, Language::English, template(), ids_from(0)).expect("can be read")
}

pub(crate) fn sample(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples");
    std::fs::read(format!("{folder}/{name}.json")).expect("the sample is there")
}

/// A sample by its whole name.
pub(crate) fn file(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples");
    std::fs::read(format!("{folder}/{name}")).expect("the sample is there")
}

/// Every sample that is a CV.
pub(crate) const SAMPLES: [&str; 9] = [
    "01-official-sample.jsonresume",
    "02-complete-fixture.jsonresume",
    "03-career-changer.jsonresume",
    "04-legacy-v0-jane-fullstacker.jsonresume",
    "05-missing-fields-jane-incomplete.jsonresume",
    "06-empty.jsonresume",
    "08-garbage-characters.fresh",
    "16-reactive-resume-v5-sample",
    "17-reactive-resume-v4-sample",
];

/// The first section of a kind.
pub(crate) fn section(document: &Document, kind: SectionKind) -> &cv::Section {
    let mut sections = document.sections.iter();
    sections.find(|s| s.kind == kind).expect("is there")
}

/// A report as lines, for snapshots.
pub(crate) fn lines(imported: &Imported) -> String {
    let notes = imported.report.notes.iter();
    notes.map(|note| format!("{note}\n")).collect()
}

/// A document after edits, all of which it takes.
pub(crate) fn after(document: &Document, edits: &[Edit]) -> Document {
    let mut document = document.clone();
    for edit in edits {
        cv::apply(&mut document, edit).unwrap_or_else(|e| panic!("{edit:?}: {e}"));
        assert_eq!(document.check(), Ok(()));
    }
    document
}

/// Every text of a document with its place.
pub(crate) fn placed_texts(document: &Document) -> Vec<Other> {
    let mut texts = Vec::new();
    for section in document.sections.iter().filter(|s| s.heading.is_some()) {
        texts.push(Edit::SetHeading {
            section: section.id,
            heading: section.heading.clone(),
        });
    }
    for item in document.items() {
        for (field, value) in &item.fields {
            let Value::Lines(lines) = value else {
                texts.push(Edit::SetField {
                    item: item.id,
                    field: *field,
                    value: Some(value.clone()),
                });
                continue;
            };
            texts.extend(lines.iter().map(|line| Edit::SetLine {
                item: item.id,
                field: *field,
                line: line.id,
                text: line.text.clone(),
            }));
        }
    }
    texts.into_iter().map(Other).collect()
}

/// The letters and digits of a text in words.
pub(crate) fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|w| !w.is_empty()).map(String::from).collect()
}

/// Every text in a document that a reader of the CV may see.
pub(crate) fn shown_texts(document: &Document) -> Vec<String> {
    let shown = document.shown();
    let headings = shown.sections().filter_map(|s| s.heading());
    let mut texts: Vec<String> = headings.map(String::from).collect();
    let items = shown.sections().flat_map(|s| s.items()).map(|i| i.id());
    for id in std::iter::once(Id::BASICS).chain(items) {
        let item = document.item(id).expect("is there");
        texts.extend(
            item.fields
                .iter()
                .flat_map(|(field, value)| text_of(*field, value)),
        );
    }
    texts
}

fn text_of(field: Field, value: &Value) -> Vec<String> {
    match value {
        Value::Text(text) => vec![text.clone()],
        Value::When(When::Date(date)) => vec![date.to_string()],
        Value::When(When::Ongoing) => vec![format!("{}-ongoing", field.json())],
        Value::When(When::Odd(text)) => vec![text.clone()],
        Value::Rich(rich) => rich.inlines().map(cv::Inline::text).collect(),
        Value::Lines(lines) => lines.iter().map(|line| line.text.text()).collect(),
    }
}

/// A document as an outline, for snapshots: kinds, fields and values.
pub(crate) fn outline(document: &Document) -> String {
    let mut out = String::new();
    let mut item = |item: &cv::Item, name: &str| {
        out.push_str(name);
        if item.hidden {
            out.push_str(" (hidden)");
        }
        out.push('\n');
        for (field, value) in &item.fields {
            let value = match value {
                Value::Text(text) => text.clone(),
                Value::When(When::Date(date)) => date.to_string(),
                Value::When(when) => format!("{when:?}"),
                Value::Rich(rich) => cv::rich::notation::write(rich).replace('\n', "⏎"),
                Value::Lines(lines) => lines
                    .iter()
                    .map(|line| cv::rich::notation::write_inline(&line.text))
                    .collect::<Vec<_>>()
                    .join(" | "),
            };
            out.push_str(&format!("    {}: {value}\n", field.json()));
        }
    };
    item(&document.basics, "basics");
    for section in &document.sections {
        for entry in section.items.iter().filter(|i| !i.fields.is_empty()) {
            let heading = section.heading.as_deref().map(|h| format!(" {h}"));
            let hidden = if section.hidden {
                " (section hidden)"
            } else {
                ""
            };
            let heading = heading.unwrap_or_default();
            item(entry, &format!("{}{heading}{hidden}", section.kind.json()));
        }
    }
    out
}

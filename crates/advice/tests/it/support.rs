//! Documents for tests, written down in a few lines.

use advice::{Advice, Hint, What, advise};
use cv::{
    Document, Field, Id, Inline, Item, Language, Line, RichText, Section, SectionKind, Shape,
    Template, Value, When,
};

pub(crate) fn today() -> cv::PartialDate {
    "2026-11-28".parse().unwrap()
}

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

pub(crate) fn blank(language: Language) -> Document {
    Document::blank(language, template(), ids_from(0))
}

/// A document that no rule finds anything in.
pub(crate) fn calm(language: Language) -> Document {
    let (summary, line) = match language {
        Language::Swedish => (
            "Sjuksköterska från Uppsala.",
            "Vårdade 12 patienter per pass",
        ),
        _ => ("A nurse from Uppsala.", "Looked after 12 patients a shift"),
    };
    let mut document = blank(language);
    for (field, text) in [
        (Field::Name, "Anna Lind"),
        (Field::Email, "anna@example.com"),
    ] {
        let value = Value::Text(text.to_owned());
        document.basics.fields.insert(field, value);
    }
    put(
        &mut document,
        SectionKind::Summary,
        &[(Field::Summary, summary)],
    );
    job(&mut document, "2020-01", "ongoing", &[line]);
    document
}

/// Adds an item to the first section of a kind. Dates are ISO or `ongoing`; lists have
/// a line for each line of the text.
pub(crate) fn put(document: &mut Document, kind: SectionKind, fields: &[(Field, &str)]) -> Id {
    let next = document.items().map(|item| item.id.0).max().unwrap_or(0);
    let mut ids = ids_from(next + 1000);
    let mut item = Item::new(ids());
    for (field, text) in fields {
        let value = match kind.shape(*field).unwrap() {
            Shape::Rich => Value::Rich(RichText::plain(text)),
            Shape::Date | Shape::End => Value::When(match text.parse() {
                Ok(date) => When::Date(date),
                Err(_) if *text == "ongoing" => When::Ongoing,
                Err(_) => When::Odd((*text).to_owned()),
            }),
            Shape::Lines | Shape::Words => Value::Lines(
                text.lines()
                    .map(|text| Line {
                        id: ids(),
                        text: Inline::plain(text),
                    })
                    .collect(),
            ),
            _ => Value::Text((*text).to_owned()),
        };
        item.fields.insert(*field, value);
    }
    let id = item.id;
    if !document.sections.iter().any(|s| s.kind == kind) {
        document.sections.push(Section::new(ids(), kind));
    }
    let mut sections = document.sections.iter_mut();
    let section = sections.find(|s| s.kind == kind).unwrap();
    if kind.is_single() {
        section.items.clear();
    }
    section.items.push(item);
    assert_eq!(document.check(), Ok(()));
    id
}

pub(crate) fn job(document: &mut Document, from: &str, to: &str, lines: &[&str]) -> Id {
    let lines = lines.join("\n");
    let mut fields = vec![(Field::Position, "Nurse"), (Field::Name, "Region Uppsala")];
    fields.extend([(Field::StartDate, from), (Field::EndDate, to)]);
    fields.retain(|(_, text)| !text.is_empty());
    if !lines.is_empty() {
        fields.push((Field::Highlights, &lines));
    }
    put(document, SectionKind::Work, &fields)
}

pub(crate) fn advice(document: &Document) -> Advice {
    advise(document, Some(1), today())
}

pub(crate) fn found(document: &Document) -> Vec<What> {
    advice(document)
        .hints
        .into_iter()
        .map(|hint| hint.what)
        .collect()
}

/// The hint of this sort.
pub(crate) fn only(document: &Document, what: impl Fn(&What) -> bool) -> Hint {
    let mut hints = advice(document).hints;
    hints.retain(|hint| what(&hint.what));
    assert_eq!(hints.len(), 1, "{hints:?}");
    hints.remove(0)
}

/// The text of a line by where a hint says it is.
pub(crate) fn line_at(document: &Document, hint: &Hint) -> String {
    let place = hint.place.unwrap();
    let item = document.item(place.item.unwrap()).unwrap();
    let mut lines = item.lines(place.field.unwrap()).iter();
    let line = lines.find(|line| Some(line.id) == place.line).unwrap();
    line.text.text()
}

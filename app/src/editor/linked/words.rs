//! What entries, documents and texts are called in what is said of links.

use cv::{Document, Id, Value, When};
use texts::{Lang, editor, linked as t};

use super::Found;
use crate::browser::database::title;
use crate::editor::label;

/// An entry: `Engineer, Example AB`, or what the one text of a section is called.
pub(super) fn entry(document: &Document, item: Id, lang: Lang) -> String {
    if item == Id::BASICS {
        return editor::section_basics(lang).to_owned();
    }
    let (Some(section), Some(item)) = (document.section_of(item), document.item(item)) else {
        return String::new();
    };
    if section.kind.is_single() {
        let own = section.heading.clone();
        return own.unwrap_or_else(|| label::section(section.kind, lang).to_owned());
    }
    match label::entry(section.kind, item, lang) {
        (first, second) if second.is_empty() => first,
        (first, second) => format!("{first}, {second}"),
    }
}

/// A document: who it is about and its language.
pub(super) fn document(found: &Found, lang: Lang) -> String {
    let name = title(&found.document);
    let name = match name.is_empty() {
        true => editor::draft_untitled(lang).to_owned(),
        false => name,
    };
    format!("{name} ({})", found.document.language.name())
}

/// A value to be looked at.
pub(super) fn value(value: Option<&Value>, lang: Lang) -> String {
    let text = match value {
        Some(Value::Text(text) | Value::When(When::Odd(text))) => text.trim().to_owned(),
        Some(Value::When(When::Date(date))) => date.to_string(),
        Some(Value::When(When::Ongoing)) => editor::date_ongoing(lang).to_owned(),
        Some(Value::Rich(rich)) => rich.text(),
        Some(Value::Lines(lines)) => {
            let lines: Vec<String> = lines.iter().map(|line| line.text.text()).collect();
            lines.join("\n")
        }
        None => String::new(),
    };
    match text.is_empty() {
        true => t::nothing(lang).to_owned(),
        false => text,
    }
}

//! The fields of one entry, under whatever names a file has them.

use serde_json::{Map, Value as Json};

use super::names::{self, Role};
use super::reader::{Reader, is_blank, key, sorted_keys};
use super::report::{Found, Reason, What};
use super::section::PIECES;
use super::value::lines_of;
use super::{Source, dates};
use crate::date::When;
use crate::document::{Item, Value};
use crate::limits;
use crate::rich::{Block, Inline, RichText};
use crate::schema::{Field, Shape, shape_in};

type Spec = (Field, Shape);

impl Reader<'_> {
    /// Reads an object's members into the fields of an item, but for the
    /// members that the caller reads itself.
    pub(super) fn fields(
        &mut self,
        path: &str,
        object: &Map<String, Json>,
        specs: &[Spec],
        claimed: &[&str],
        item: &mut Item,
    ) {
        let mut names: Vec<(Role, &str)> = sorted_keys(object)
            .into_iter()
            .filter(|name| !claimed.contains(name))
            .map(|name| (names::role(self.source, specs, name), name))
            .collect();
        // Fields under their own names first: other names only fill gaps.
        names.sort();
        let mut ongoing = None;
        for (role, name) in names {
            let (path, json) = (key(path, name), &object[name]);
            if is_blank(json) {
                continue;
            }
            match role {
                Role::Own(field) => self.field(&path, json, field, specs, item),
                Role::Beside(field) => {
                    if !item.fields.contains_key(&field) {
                        self.field(&path, json, field, specs, item);
                    }
                }
                Role::Alias(field) => self.alias(&path, json, field, specs, item),
                Role::Added(field) => self.added(&path, json, field, specs, item),
                Role::Period => {
                    self.period(&path, json, item);
                    // A single date is no start of something that goes on.
                    ongoing = ongoing.or(Some(false));
                }
                Role::Rating(field) => self.rating(&path, json, field, specs, item),
                Role::Hidden => item.hidden |= is_true(json),
                Role::Visible => item.hidden |= !is_true(json),
                Role::Ongoing => ongoing = Some(is_true(json)),
                Role::Ignored => {}
                Role::Unknown => self.left_out(&path, Reason::NoPlace),
            }
        }
        self.finish(path, specs, ongoing, item);
    }

    fn field(&mut self, path: &str, json: &Json, field: Field, specs: &[Spec], item: &mut Item) {
        let Some(shape) = shape_in(specs, field) else {
            return;
        };
        // A whole period where its start should be.
        if field == Field::StartDate
            && shape_in(specs, Field::EndDate).is_some()
            && let Some(text) = json.as_str()
            && dates::date(text).is_none()
            && let Some((_, Some(_))) = dates::period(text)
        {
            return self.period(path, json, item);
        }
        if let Some(value) = self.value(path, json, shape) {
            self.set(item, path, (field, shape), value);
        }
    }

    fn alias(&mut self, path: &str, json: &Json, field: Field, specs: &[Spec], item: &mut Item) {
        match item.fields.get(&field) {
            None => {
                if self.source == Source::JsonResume {
                    let to = field.json().to_owned();
                    self.note(path, What::Renamed { to });
                }
                self.field(path, json, field, specs, item);
            }
            Some(Value::Text(text)) if json.as_str().map(str::trim) == Some(text) => {}
            // Two texts of one meaning are one text.
            Some(Value::Rich(_)) => self.added(path, json, field, specs, item),
            Some(_) => self.left_out(path, Reason::Twice),
        }
    }

    /// Adds what has no field of its own to one that can hold it.
    fn added(&mut self, path: &str, json: &Json, field: Field, specs: &[Spec], item: &mut Item) {
        let Some(shape) = shape_in(specs, field) else {
            return;
        };
        let value = match shape {
            Shape::Rich => {
                let mut rich = item.rich(field).cloned().unwrap_or_default();
                if rich.inlines().count() >= PIECES {
                    return self.left_out(path, Reason::Full);
                }
                match json {
                    Json::Array(_) => {
                        let texts = self.texts(path, json, Shape::Lines);
                        rich.0.push(Block::List(texts));
                    }
                    _ => rich.0.extend(self.rich(path, json).unwrap_or_default().0),
                }
                Value::Rich(rich.normalised())
            }
            Shape::Lines | Shape::Words => {
                let texts = match json {
                    Json::Array(_) => in_short(self.texts(path, json, shape)),
                    _ => lines_of(&self.rich(path, json).unwrap_or_default()),
                };
                let texts = match shape {
                    Shape::Words => texts.iter().map(|t| Inline::plain(t.text())).collect(),
                    _ => texts,
                };
                let mut lines = item.lines(field).to_vec();
                lines.extend(self.lines(path, texts));
                Value::Lines(lines)
            }
            _ => {
                let Some(Value::Text(text)) = self.value(path, json, Shape::Text) else {
                    return;
                };
                let old = item.text(field);
                if old.contains(&text) {
                    return;
                }
                let separator = if old.is_empty() { "" } else { ", " };
                Value::Text(format!("{old}{separator}{text}"))
            }
        };
        let to = field.json().to_owned();
        self.note(path, What::Moved { to });
        self.set(item, path, (field, shape), value);
    }

    /// Start and end from one text, or the whole text where the start stands.
    fn period(&mut self, path: &str, json: &Json, item: &mut Item) {
        if item.fields.contains_key(&Field::StartDate) {
            return self.left_out(path, Reason::Twice);
        }
        if let Json::Object(object) = json {
            return self.period_of_object(path, object, item);
        }
        let Some(text) = self.text(path, json, Shape::Text) else {
            return;
        };
        let text = self.one_line(path, &text);
        let start = (Field::StartDate, Shape::Date);
        let Some((date, end)) = dates::period(&text) else {
            self.note(path, What::KeptAsText);
            return self.set(item, path, start, Value::When(When::Odd(text)));
        };
        if date.to_string() != text {
            self.note(path, What::ReadAsDate);
        }
        self.set(item, path, start, Value::When(When::Date(date)));
        if let Some(end) = end {
            self.set(item, path, (Field::EndDate, Shape::End), Value::When(end));
        }
    }

    /// `{ "start": "2019", "end": "2020" }`
    fn period_of_object(&mut self, path: &str, object: &Map<String, Json>, item: &mut Item) {
        let ends = [
            ("start", Field::StartDate, Shape::Date),
            ("end", Field::EndDate, Shape::End),
        ];
        for (name, field, shape) in ends {
            let path = key(path, name);
            if let Some(json) = object.get(name)
                && let Some(value) = self.value(&path, json, shape)
            {
                self.set(item, &path, (field, shape), value);
            }
        }
        self.leave_rest(path, object, |name| matches!(name, "start" | "end"));
    }

    /// A level in numbers, where there is none in words.
    fn rating(&mut self, path: &str, json: &Json, field: Field, specs: &[Spec], item: &mut Item) {
        let number = json.as_f64().unwrap_or_default();
        if item.fields.contains_key(&field) || number <= 0.0 {
            return;
        }
        if json.is_number() {
            let from = Found::Number;
            self.note(path, What::Converted { from });
            let text = Value::Text(format!("{json}/5"));
            self.set(item, path, (field, Shape::Text), text);
        } else {
            self.field(path, json, field, specs, item);
        }
    }

    /// What can only be decided when all members are known.
    fn finish(&mut self, path: &str, specs: &[Spec], ongoing: Option<bool>, item: &mut Item) {
        if shape_in(specs, Field::EndDate).is_some() && !item.fields.contains_key(&Field::EndDate) {
            // JSON Resume and FRESH have no word for "ongoing": a start without
            // an end says it. Reactive Resume writes the period out.
            let started = matches!(item.when(Field::StartDate), Some(When::Date(_)));
            let implied = started && self.source != Source::ReactiveResume;
            if ongoing.unwrap_or(implied) {
                let end = (Field::EndDate, Shape::End);
                self.set(item, path, end, Value::When(When::Ongoing));
            }
        }
        if self.source.has_lists_in_text()
            && shape_in(specs, Field::Highlights).is_some()
            && !item.fields.contains_key(&Field::Highlights)
        {
            self.split_list(path, item);
        }
    }

    /// The list that a rich text ends with is what highlights are elsewhere.
    fn split_list(&mut self, path: &str, item: &mut Item) {
        let field = if item.rich(Field::Summary).is_some() {
            Field::Summary
        } else {
            Field::Description
        };
        let Some(Value::Rich(RichText(blocks))) = item.fields.get(&field) else {
            return;
        };
        let Some((Block::List(list), before)) = blocks.split_last() else {
            return;
        };
        if self.entries() + list.len() > limits::ITEMS {
            return;
        }
        let (list, before) = (list.clone(), RichText(before.to_vec()));
        let lines = Value::Lines(self.lines(path, list));
        self.set(item, path, (Field::Highlights, Shape::Lines), lines);
        if item.fields.contains_key(&Field::Highlights) {
            if before.is_empty() {
                item.fields.remove(&field);
            } else {
                item.fields.insert(field, Value::Rich(before));
            }
        }
    }
}

/// Words in a row read better as one line than as a list.
fn in_short(texts: Vec<Inline>) -> Vec<Inline> {
    let words: Vec<String> = texts.iter().map(Inline::text).collect();
    if words.len() > 1 && words.iter().all(|word| word.chars().count() <= 30) {
        return vec![Inline::plain(words.join(", "))];
    }
    texts
}

pub(super) fn is_true(json: &Json) -> bool {
    match json {
        Json::Bool(value) => *value,
        Json::String(text) => matches!(text.trim(), "true" | "yes" | "1"),
        Json::Number(number) => number.as_u64() == Some(1),
        _ => false,
    }
}

//! Values of any shape into the shape that a field has.

use serde_json::{Map, Value as Json};

use super::item::is_true;
use super::reader::{Reader, index, is_blank, key};
use super::report::{Found, Reason, What};
use super::{Source, dates, html};
use crate::date::When;
use crate::document::{Line, Value};
use crate::limits;
use crate::rich::paste::bullet;
use crate::rich::{Block, Inline, RichText, notation};
use crate::schema::{SET, Shape};

impl Reader<'_> {
    /// What a value is in a field of this shape; `None` if nothing.
    pub(super) fn value(&mut self, path: &str, json: &Json, shape: Shape) -> Option<Value> {
        match shape {
            Shape::Rich => self.rich(path, json).map(Value::Rich),
            Shape::Lines | Shape::Words => {
                let texts = self.texts(path, json, shape);
                Some(Value::Lines(self.lines(path, texts)))
            }
            Shape::Date | Shape::End => self.when(path, json, shape).map(Value::When),
            Shape::Flag => self.flag(path, json),
            Shape::Text | Shape::Email | Shape::Phone | Shape::Url | Shape::Country => {
                let mut text = self.text(path, json, shape)?;
                if self.source.holds_html() && html::is_html(&text) {
                    text = html::read(&text).text();
                }
                Some(Value::Text(self.one_line(path, &text)))
            }
        }
    }

    fn flag(&mut self, path: &str, json: &Json) -> Option<Value> {
        if is_true(json) {
            return Some(Value::Text(SET.to_owned()));
        }
        if !is_blank(json) && json != &Json::Bool(false) {
            self.left_out(path, Reason::Unreadable);
        }
        None
    }

    /// The text of anything that has one, with its line breaks.
    pub(super) fn text(&mut self, path: &str, json: &Json, shape: Shape) -> Option<String> {
        if is_blank(json) {
            return None;
        }
        let (text, from) = match json {
            Json::Null => return None,
            Json::String(text) => return Some(self.clean(path, text)),
            Json::Bool(value) => (value.to_string(), Found::Boolean),
            Json::Number(number) => (number.to_string(), Found::Number),
            Json::Array(list) => {
                let texts: Vec<String> = list
                    .iter()
                    .enumerate()
                    .filter_map(|(i, json)| self.scalar(&index(path, i), json, shape))
                    .collect();
                let separator = if shape == Shape::Rich { "\n\n" } else { ", " };
                (texts.join(separator), Found::List)
            }
            Json::Object(object) => {
                let text = self.of_object(path, object, shape)?;
                if self.source == Source::ReactiveResume {
                    return Some(text);
                }
                (text, Found::Object)
            }
        };
        self.note(path, What::Converted { from });
        Some(text)
    }

    /// The text of an element of a list, without a note on its shape.
    fn scalar(&mut self, path: &str, json: &Json, shape: Shape) -> Option<String> {
        match json {
            _ if is_blank(json) => None,
            Json::String(text) => Some(self.clean(path, text)),
            Json::Object(object) => self.of_object(path, object, shape),
            Json::Array(_) | Json::Null => {
                self.left_out(path, Reason::Unreadable);
                None
            }
            Json::Bool(_) | Json::Number(_) => Some(json.to_string()),
        }
    }

    /// The text that an object stands for: its name, its address.
    fn of_object(
        &mut self,
        path: &str,
        object: &Map<String, Json>,
        shape: Shape,
    ) -> Option<String> {
        const NAMES: [&str; 5] = ["name", "title", "text", "label", "value"];
        const ADDRESSES: [&str; 5] = ["url", "href", "link", "value", "label"];
        const PLACES: [&str; 8] = [
            "address",
            "postalCode",
            "code",
            "city",
            "region",
            "state",
            "countryCode",
            "country",
        ];
        let get = |name: &str| object.get(name).and_then(Json::as_str);
        let filled = |name: &&&str| get(name).is_some_and(|text| !text.trim().is_empty());
        let names = if shape == Shape::Url {
            ADDRESSES
        } else {
            NAMES
        };
        let used: Vec<&str> = match names.iter().find(filled) {
            Some(name) => vec![name],
            None => PLACES.iter().filter(filled).copied().collect(),
        };
        let texts: Vec<String> = used
            .iter()
            .filter_map(|name| Some(self.clean(&key(path, name), get(name)?)))
            .collect();
        if texts.is_empty() {
            self.left_out(path, Reason::Unreadable);
            return None;
        }
        let text = texts.join(", ");
        // What an address is labelled with is mostly the address again.
        let said = |name: &str| {
            name == "inlineLink" || (name == "label" && get(name).is_some_and(|l| text.contains(l)))
        };
        self.leave_rest(path, object, |name| used.contains(&name) || said(name));
        Some(text)
    }

    /// A text without control characters and white space around it, its line
    /// breaks all of one kind.
    pub(super) fn clean(&mut self, path: &str, text: &str) -> String {
        let text = self.bounded(path, text);
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let odd = |c: char| c.is_control() && c != '\n' && c != '\t';
        let text = text.trim();
        if !text.contains(odd) {
            return text.to_owned();
        }
        self.note(path, What::Cleaned);
        text.replace(odd, " ").trim().to_owned()
    }

    /// No more of a text than could ever fit into a field, marks and all: what
    /// follows here reads it more than once.
    fn bounded<'t>(&mut self, path: &str, text: &'t str) -> &'t str {
        match text.char_indices().nth(4 * limits::FIELD_CHARS) {
            None => text,
            Some((end, _)) => {
                let chars = text[end..].chars().count();
                self.note(path, What::Truncated { chars });
                &text[..end]
            }
        }
    }

    /// A text as one line: lines become parts with commas between them.
    pub(super) fn one_line(&mut self, path: &str, text: &str) -> String {
        let text = text.trim().replace('\t', " ");
        if !text.contains('\n') {
            return text;
        }
        self.note(path, What::Joined);
        let lines = text.lines().map(|line| line.trim().trim_end_matches(','));
        lines
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }

    pub(super) fn rich(&mut self, path: &str, json: &Json) -> Option<RichText> {
        let text = self.text(path, json, Shape::Rich)?;
        Some(self.rich_text(path, &text))
    }

    /// HTML where the format has it, our notation (a part of Markdown) where
    /// formats have plain text.
    pub(super) fn rich_text(&mut self, path: &str, text: &str) -> RichText {
        if self.source.holds_html() {
            return html::read(text);
        }
        if self.source.is_literal() {
            return literal(text);
        }
        if self.ours {
            return notation::read(text);
        }
        if html::is_html(text) {
            self.note(path, What::Converted { from: Found::Html });
            return html::read(text);
        }
        let lines: Vec<String> = text
            .lines()
            .map(|line| match bullet(line) {
                Some(item) => format!("- {item}"),
                None => line.to_owned(),
            })
            .collect();
        notation::read(&lines.join("\n"))
    }

    /// The entries of a list.
    pub(super) fn texts(&mut self, path: &str, json: &Json, shape: Shape) -> Vec<Inline> {
        match json {
            _ if is_blank(json) => Vec::new(),
            Json::Array(list) => list
                .iter()
                .enumerate()
                .filter_map(|(i, json)| {
                    let path = index(path, i);
                    let text = match json {
                        Json::Number(_) | Json::Bool(_) => self.text(&path, json, Shape::Text),
                        _ => self.scalar(&path, json, Shape::Text),
                    }?;
                    let text = self.one_line(&path, &text);
                    let bare = bullet(&text).filter(|_| !self.ours && shape == Shape::Lines);
                    Some(self.inline(&path, bare.unwrap_or(&text), shape))
                })
                .collect(),
            _ => {
                let Some(text) = self.text(path, json, Shape::Text) else {
                    return Vec::new();
                };
                if matches!(json, Json::String(_)) {
                    self.note(path, What::Converted { from: Found::Text });
                }
                if html::is_html(&text) {
                    return lines_of(&self.rich_text(path, &text));
                }
                // Words stand in a row as well as in lines.
                let between: &[char] = match shape {
                    Shape::Words => &['\n', ',', ';'],
                    _ => &['\n'],
                };
                text.split(between)
                    .map(|part| bullet(part).unwrap_or(part).trim())
                    .filter(|part| !part.is_empty())
                    .map(|part| self.inline(path, part, shape))
                    .collect()
            }
        }
    }

    fn inline(&mut self, path: &str, text: &str, shape: Shape) -> Inline {
        if shape == Shape::Words {
            return Inline::plain(text);
        }
        if self.ours {
            return notation::read_inline(text);
        }
        if self.source.is_literal() {
            return Inline::plain(text);
        }
        let html = html::is_html(text);
        if html && !self.source.holds_html() {
            self.note(path, What::Converted { from: Found::Html });
        }
        if self.source.holds_html() || html {
            let line = lines_of(&html::read(text)).into_iter().next();
            return line.unwrap_or_default();
        }
        notation::read_inline(text)
    }

    /// Gives lines their ids while there is room for more.
    pub(super) fn lines(&mut self, path: &str, texts: Vec<Inline>) -> Vec<Line> {
        let texts: Vec<Inline> = texts.into_iter().filter(|t| !t.is_blank()).collect();
        let total = texts.len();
        let mut lines = Vec::new();
        for text in texts {
            if !self.take_entry() {
                let count = total - lines.len();
                self.left_out(path, Reason::TooMany { count });
                break;
            }
            let id = self.id();
            lines.push(Line { id, text });
        }
        lines
    }

    fn when(&mut self, path: &str, json: &Json, shape: Shape) -> Option<When> {
        if let Json::Object(object) = json
            && let Some(date) = date_of_object(object)
        {
            self.note(path, What::ReadAsDate);
            return Some(When::Date(date));
        }
        let text = self.text(path, json, Shape::Text)?;
        let text = self.one_line(path, &text);
        let read = match shape {
            // A number with a point is no date: 2010.10 was 2010.1 before it was written.
            _ if json.is_f64() => None,
            Shape::End => dates::end(&text),
            _ => dates::date(&text).map(When::Date),
        };
        match read {
            Some(When::Date(date)) if date.to_string() == text => {}
            Some(_) => self.note(path, What::ReadAsDate),
            None => self.note(path, What::KeptAsText),
        }
        Some(read.unwrap_or(When::Odd(text)))
    }
}

/// Paragraphs and list items as the lines of a list.
pub(super) fn lines_of(rich: &RichText) -> Vec<Inline> {
    rich.inlines().map(Inline::normalised).collect()
}

/// `{ "year": 2014, "month": 10 }`
fn date_of_object(object: &Map<String, Json>) -> Option<crate::PartialDate> {
    let number = |name| object.get(name).and_then(Json::as_u64);
    let small = |name| number(name).map(|n| u8::try_from(n).ok());
    let year = u16::try_from(number("year")?).ok()?;
    let (month, day) = (small("month"), small("day"));
    if month == Some(None) || day == Some(None) {
        return None;
    }
    crate::PartialDate::new(year, month.flatten(), day.flatten())
}

/// Text in which no mark means anything, but for bullets and blank lines.
fn literal(text: &str) -> RichText {
    let mut blocks: Vec<Block> = Vec::new();
    let mut begins = true;
    for line in text.lines() {
        let text = line.trim();
        match (bullet(line), blocks.last_mut()) {
            _ if text.is_empty() => begins = true,
            (Some(item), Some(Block::List(items))) => items.push(Inline::plain(item)),
            (Some(item), _) => blocks.push(Block::List(vec![Inline::plain(item)])),
            (None, Some(Block::Paragraph(line))) if !begins => {
                let before = line.text();
                *line = Inline::plain(format!("{before}\n{text}"));
            }
            (None, _) => blocks.push(Block::Paragraph(Inline::plain(text))),
        }
        if !text.is_empty() {
            begins = bullet(line).is_some();
        }
    }
    RichText(blocks).normalised()
}

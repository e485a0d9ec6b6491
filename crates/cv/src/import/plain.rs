//! Text without any fields, of a word processor or of a PDF's pages: what is
//! what is guessed from headings, dates and the look of addresses.
//!
//! The guess is for a person to confirm, so the report says of each heading what
//! it was taken for, and of each line that was not understood where it is kept.
//! No line is dropped without a note.

use serde_json::Value as Json;

use super::headings::{self, Headings};
use super::reader::Reader;
use super::report::{Reason, What};
use crate::limits;
use crate::rich::paste::bullet;
use crate::schema::SectionKind;

mod contact;
mod entries;
mod lists;
mod period;

/// Lines that are read. A CV of twenty pages has a thousand.
pub(super) const LINES: usize = 3_000;

/// One paragraph or printed line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) mark: Mark,
}

/// What is known of a line beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Plain,
    /// All of it is bold.
    Strong,
    Bullet,
    Title,
    /// The level of a heading, from one.
    Heading(u8),
}

impl Line {
    /// `None` if there is no text.
    pub(super) fn new(text: &str, mark: Mark) -> Option<Line> {
        let text = text.trim();
        let (text, mark) = match bullet(text) {
            Some(item) => (item, Mark::Bullet),
            None => (text, mark),
        };
        let text: String = text.chars().take(limits::FIELD_CHARS).collect();
        (!text.is_empty()).then_some(Line { text, mark })
    }

    fn is_bullet(&self) -> bool {
        self.mark == Mark::Bullet
    }

    /// Whether it could stand above an entry: a few words that are no sentence.
    fn is_short(&self) -> bool {
        !self.is_bullet() && self.text.chars().count() <= 90 && !self.text.ends_with('.')
    }
}

/// The lines of a text in reading order. Printed lines of one paragraph become
/// one line again.
pub(super) fn of_text(text: &str, headings: Headings<'_>) -> Vec<Line> {
    let printed = text.split(['\n', '\r', '\u{c}']);
    let printed: Vec<Line> = printed
        .filter_map(|line| Line::new(line, Mark::Plain))
        .take(LINES)
        .collect();
    let widest = printed.iter().map(|line| line.text.chars().count()).max();
    // A line that is nearly as wide as the widest was broken by the margin.
    let full = widest.unwrap_or(0).min(120) * 2 / 3;
    let mut lines: Vec<Line> = Vec::new();
    let mut before = 0;
    for line in printed {
        let width = line.text.chars().count();
        let begins = line.is_bullet()
            || kind(&line, headings).is_some()
            || period::find(&line.text).is_some();
        match lines.last_mut() {
            Some(last)
                if !begins
                    && before > full.max(40)
                    && last.text.len() < limits::FIELD_CHARS
                    && continues(&last.text, &line.text) =>
            {
                join(&mut last.text, &line.text);
            }
            _ => lines.push(line),
        }
        before = width;
    }
    lines
}

/// Whether a printed line goes on in the next. Many PDFs have list items without
/// their marks, so that a capital may as well begin one.
fn continues(line: &str, next: &str) -> bool {
    let within = |c: char| c.is_lowercase() || c == '(' || c == '&';
    (next.starts_with(within) || line.ends_with([',', '-', '\u{ad}', '‐', '&', '/']))
        && period::find(line).is_none()
}

fn join(line: &mut String, next: &str) {
    let broken =
        line.ends_with(['-', '\u{ad}', '‐']) && next.starts_with(|c: char| c.is_lowercase());
    if broken {
        line.pop();
    } else {
        line.push(' ');
    }
    line.push_str(next);
}

/// What a line is a heading of.
fn kind(line: &Line, headings: Headings<'_>) -> Option<SectionKind> {
    if line.is_bullet() {
        return None;
    }
    headings(&headings::folded(&line.text)?)
}

/// All texts, for who wants to know the language.
pub(super) fn texts(lines: &[Line]) -> Json {
    lines.iter().map(|line| line.text.as_str()).collect()
}

/// A heading and what stands below it.
struct Part {
    heading: String,
    kind: Option<SectionKind>,
    lines: Vec<Line>,
}

pub(super) fn read(reader: &mut Reader<'_>, lines: Vec<Line>, headings: Headings<'_>) {
    let (head, parts) = parts(lines, headings);
    contact::read(reader, head);
    for part in parts {
        let path = shortened(&part.heading);
        let section = match part.kind {
            Some(kind) => Some(reader.section_of_kind(kind)),
            None => reader.new_section(SectionKind::Projects),
        };
        let Some(section) = section else {
            reader.left_out(&path, Reason::TooMany { count: 1 });
            continue;
        };
        match part.kind {
            Some(kind) => {
                let to = kind.json().to_owned();
                reader.note(&path, What::Guessed { to });
            }
            None => {
                reader.note(&path, What::Unsorted);
                reader.set_heading(section, &path, &part.heading);
            }
        }
        let kind = reader.document.sections[section].kind;
        if kind == SectionKind::Summary {
            paragraphs(reader, &path, &part.lines);
        } else {
            let entries = entries::of(kind, &part.lines);
            reader.items(&path, &entries, section);
        }
    }
}

/// The lines above all headings, with those under a heading of contact details,
/// and the sections.
fn parts(lines: Vec<Line>, headings: Headings<'_>) -> (Vec<Line>, Vec<Part>) {
    let known: Vec<&Line> = lines
        .iter()
        .filter(|l| kind(l, headings).is_some())
        .collect();
    // Unknown headings count as such when they look like those that are known.
    let level = known.iter().filter_map(|line| match line.mark {
        Mark::Heading(level) => Some(level),
        _ => None,
    });
    let level = level.min();
    let capital = known.len() > 1 && known.iter().all(|line| is_capital(&line.text));
    let looks = |line: &Line| match line.mark {
        Mark::Heading(own) => level.is_some_and(|level| own <= level),
        Mark::Plain | Mark::Strong => {
            capital && is_capital(&line.text) && line.text.chars().count() <= headings::CHARS
        }
        Mark::Bullet | Mark::Title => false,
    };

    let mut head = Vec::new();
    let mut parts: Vec<Part> = Vec::new();
    let mut in_head = true;
    for line in lines {
        let found = kind(&line, headings);
        let folded = headings::folded(&line.text).unwrap_or_default();
        let is_above = found.is_none() && !line.is_bullet() && headings::is_above(&folded);
        if is_above {
            in_head = true;
        } else if found.is_some() || (!parts.is_empty() && looks(&line)) {
            in_head = false;
            parts.push(Part {
                heading: line.text,
                kind: found,
                lines: Vec::new(),
            });
        } else if let Some(part) = parts.last_mut().filter(|_| !in_head) {
            part.lines.push(line);
        } else {
            head.push(line);
        }
    }
    (head, parts)
}

fn is_capital(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    letters().count() > 3
        && letters().all(char::is_uppercase)
        && !text.contains(|c: char| c.is_ascii_digit())
}

/// Adds lines to the profile, bullets as a list.
fn paragraphs(reader: &mut Reader<'_>, path: &str, lines: &[Line]) {
    let text: Vec<String> = lines.iter().map(noted).collect();
    reader.summary(path, &Json::String(text.join("\n")));
}

/// A line in our notation, in which lists have a dash and paragraphs a blank
/// line between them.
fn noted(line: &Line) -> String {
    match line.is_bullet() {
        true => format!("- {}", line.text),
        false => format!("\n{}\n", line.text),
    }
}

/// The beginning of a line, as its place in the report.
fn shortened(text: &str) -> String {
    super::reader::key("", text)
}

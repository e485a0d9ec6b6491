//! Markdown, as CommonMark has it.

use std::fmt::Write as _;

use cv::Shown;

use super::outline::{Body, Entry, Letter, Outline, Piece, Pieces};
use crate::layout::input::SEPARATOR;
use crate::template::look::Manner;

pub(super) fn write(shown: Shown<'_>) -> String {
    let outline = Outline::of(shown);
    let mut out = Markdown::default();
    out.block("# ", &one_line(&outline.name));
    out.block("", &inline(&outline.label));
    for ways in &outline.ways {
        out.block("", &dotted(ways.iter()));
    }
    for section in &outline.sections {
        out.block("## ", &one_line(&section.heading));
        section.letters.iter().for_each(|letter| out.letter(letter));
        for entry in &section.entries {
            match section.manner {
                Manner::Entries => out.entry(entry),
                _ => out.item(entry),
            }
        }
        out.in_list = false;
    }
    out.text
}

#[derive(Default)]
struct Markdown {
    text: String,
    /// A list item was last; another one may follow it closely.
    in_list: bool,
}

impl Markdown {
    /// A paragraph or a heading.
    fn block(&mut self, mark: &str, content: &str) {
        if content.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.in_list = false;
        let _ = writeln!(self.text, "{mark}{content}");
    }

    /// An item of a list with this mark.
    fn listed(&mut self, mark: &str, content: &str) {
        if !self.in_list && !self.text.is_empty() {
            self.text.push('\n');
        }
        self.in_list = true;
        let _ = writeln!(self.text, "{}", hanging(mark, content));
    }

    /// Title, then dates and details, then text.
    fn entry(&mut self, entry: &Entry) {
        self.block("### ", &one_line(&entry.title));
        let line = std::iter::once(&entry.dates).chain(&entry.details);
        self.block("", &dotted(line.filter(|part| !part.is_empty())));
        self.body(&entry.body);
    }

    /// A letter: what it is about is its heading, and addresses keep their lines.
    fn letter(&mut self, letter: &Letter) {
        let lines: Vec<String> = letter.recipient.iter().map(|line| inline(line)).collect();
        self.block("", &lines.join("\\\n"));
        self.block("", &inline(&letter.dated));
        self.block("## ", &one_line(&letter.subject));
        self.block("", &inline(&letter.salutation));
        self.body(&letter.body);
        for part in [&letter.closing, &letter.signature, &letter.enclosures] {
            self.block("", &inline(part));
        }
    }

    fn body(&mut self, body: &[Body]) {
        for piece in body {
            match piece {
                Body::Paragraph(text) | Body::Labelled(text) => self.block("", &inline(text)),
                Body::Bullet(text, begins) => {
                    // Two lists that follow each other would be one: a comment parts them.
                    if *begins && self.in_list {
                        self.block("", "<!-- -->");
                    }
                    self.listed("- ", &inline(text));
                }
                Body::Numbered(text, number) => {
                    if *number == 1 && self.in_list {
                        self.block("", "<!-- -->");
                    }
                    self.listed(&format!("{number}. "), &inline(text));
                }
            }
        }
    }

    /// An entry that is one line, in a list of its section.
    fn item(&mut self, entry: &Entry) {
        let mut title = entry.title.clone();
        title.iter_mut().for_each(|piece| piece.bold = true);
        let rest = entry.details.iter().chain([&entry.dates]);
        let rest = rest.filter(|part| !part.is_empty());
        let mut parts: Vec<String> = rest.map(|part| inline(part)).collect();
        if !title.is_empty() {
            parts.insert(0, inline(&title));
        }
        let mut content = parts.join(&format!(" {SEPARATOR} "));
        for piece in &entry.body {
            let (mark, goes_on) = match piece {
                Body::Paragraph(_) | Body::Labelled(_) => (String::new(), false),
                Body::Bullet(_, begins) => ("- ".to_owned(), !begins),
                Body::Numbered(_, number) => (format!("{number}. "), *number > 1),
            };
            let between = match (content.is_empty(), goes_on) {
                (true, _) => "",
                (false, true) => "\n",
                (false, false) => "\n\n",
            };
            let text = hanging(&mark, &inline(piece.pieces()));
            let _ = write!(content, "{between}{text}");
        }
        if !content.is_empty() {
            self.listed("- ", &content);
        }
    }
}

/// Text behind a mark. What further lines it has stand under it.
fn hanging(mark: &str, text: &str) -> String {
    let under = format!("\n{}", " ".repeat(mark.len()));
    format!("{mark}{}", text.replace('\n', &under))
}

fn dotted<'a>(parts: impl Iterator<Item = &'a Pieces>) -> String {
    let parts: Vec<String> = parts.map(|part| inline(part)).collect();
    parts.join(&format!(" {SEPARATOR} "))
}

/// A heading has one line.
fn one_line(pieces: &[Piece]) -> String {
    inline(pieces).replace("\\\n", " ")
}

fn inline(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for run in pieces.chunk_by(|a, b| a.link == b.link) {
        let mut text = String::new();
        for piece in run {
            styled(&mut text, piece);
        }
        match run[0].link.as_deref() {
            Some(link) => {
                let _ = write!(out, "[{text}]({})", destination(link));
            }
            None => out.push_str(&text),
        }
    }
    at_line_starts(&out)
}

/// Marks of stress stand at words, never at spaces.
fn styled(out: &mut String, piece: &Piece) {
    let marks = match (piece.bold, piece.italic) {
        (false, false) => "",
        (true, false) => "**",
        (false, true) => "*",
        (true, true) => "***",
    };
    let text = piece.text.as_str();
    let words = text.trim();
    if marks.is_empty() || words.is_empty() || !is_flanked(out, words) {
        return escaped(out, text);
    }
    let (before, rest) = text.split_at(text.len() - text.trim_start().len());
    let after = &rest[words.len()..];
    escaped(out, before);
    out.push_str(marks);
    escaped(out, words);
    out.push_str(marks);
    escaped(out, after);
}

/// Whether marks around words would be read as such: not where punctuation or
/// another mark touches them.
fn is_flanked(before: &str, words: &str) -> bool {
    let plain = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let open = before.chars().next_back();
    plain(words.chars().next())
        && plain(words.chars().next_back())
        && open.is_none_or(|c| c.is_alphanumeric() || c.is_whitespace())
}

fn escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\\n"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
}

/// What begins a line and would be read as a list, a heading or a rule.
fn at_line_starts(text: &str) -> String {
    let lines = text.split('\n').map(|line| {
        let line = line.trim_start_matches([' ', '\t']);
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        match line.as_bytes() {
            [b'-' | b'+' | b'=', ..] => format!("\\{line}"),
            bytes if digits > 0 && matches!(bytes.get(digits), Some(b'.' | b')')) => {
                format!("{}\\{}", &line[..digits], &line[digits..])
            }
            _ => line.to_owned(),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// An address between parentheses. What Markdown would read otherwise is
/// escaped or, where that would not do, encoded.
fn destination(link: &str) -> String {
    let mut out = String::with_capacity(link.len());
    for c in link.chars() {
        match c {
            '(' | ')' | '<' | '>' | '\\' | '[' | ']' | '`' | '"' => {
                let _ = write!(out, "%{:02X}", c as u32);
            }
            '&' | '_' | '~' | '*' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

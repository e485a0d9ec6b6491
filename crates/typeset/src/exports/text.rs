//! Plain text: as [`crate::text`] writes pages, without needing any.

use cv::Shown;

use super::outline::{Body, Entry, Letter, Outline, Piece, Pieces, said};
use crate::layout::input::SEPARATOR;
use crate::template::look::Manner;

pub(super) fn write(shown: Shown<'_>) -> String {
    let outline = Outline::of(shown);
    let mut out = Text::default();
    out.paragraph(&words(&outline.name));
    out.paragraph(&words(&outline.label));
    for ways in &outline.ways {
        out.paragraph(&dotted(ways.iter()));
    }
    for section in &outline.sections {
        out.paragraph(&words(&section.heading));
        section.letters.iter().for_each(|letter| out.letter(letter));
        for entry in &section.entries {
            out.gap();
            match section.manner {
                Manner::Entries => {
                    out.line(&beside([&entry.title, &entry.dates].into_iter()));
                    out.line(&dotted(entry.details.iter()));
                }
                Manner::Compact => out.line(&dotted(entry.line())),
                _ => out.line(&grid(entry)),
            }
            out.body(&entry.body);
        }
    }
    out.0
}

#[derive(Default)]
struct Text(String);

impl Text {
    /// An empty line, if something stands before it.
    fn gap(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }

    fn paragraph(&mut self, text: &str) {
        self.gap();
        self.line(text);
    }

    fn line(&mut self, text: &str) {
        if !text.is_empty() {
            self.0.push_str(text);
            self.0.push('\n');
        }
    }

    fn letter(&mut self, letter: &Letter) {
        self.gap();
        letter
            .recipient
            .iter()
            .for_each(|line| self.line(&words(line)));
        for part in [&letter.dated, &letter.subject, &letter.salutation] {
            self.paragraph(&words(part));
        }
        for piece in &letter.body {
            if matches!(
                piece,
                Body::Paragraph(_) | Body::Bullet(_, true) | Body::Numbered(_, 1)
            ) {
                self.gap();
            }
            self.body(std::slice::from_ref(piece));
        }
        for part in [&letter.closing, &letter.signature, &letter.enclosures] {
            self.paragraph(&words(part));
        }
    }

    fn body(&mut self, body: &[Body]) {
        for piece in body {
            match piece {
                Body::Paragraph(text) | Body::Labelled(text) => self.line(&words(text)),
                Body::Bullet(text, _) => self.line(&format!("- {}", words(text))),
                Body::Numbered(text, number) => self.line(&format!("{number}. {}", words(text))),
            }
        }
    }
}

fn grid(entry: &Entry) -> String {
    let details = dotted(entry.details.iter());
    let word = words(&entry.title);
    [word, details]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join("  ")
}

fn dotted<'a>(parts: impl Iterator<Item = &'a Pieces>) -> String {
    let parts: Vec<String> = parts.map(|part| words(part)).collect();
    parts.join(&format!(" {SEPARATOR} "))
}

fn beside<'a>(parts: impl Iterator<Item = &'a Pieces>) -> String {
    let parts: Vec<String> = parts
        .filter(|part| !part.is_empty())
        .map(|part| words(part))
        .collect();
    parts.join("  ")
}

/// The text with the targets of its links.
fn words(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for run in pieces.chunk_by(|a, b| a.link == b.link) {
        let text: String = run.iter().map(|piece| piece.text.as_str()).collect();
        out.push_str(&text);
        let link = run[0].link.as_deref();
        if let Some(target) = link.and_then(|link| said(&text, link)) {
            out.push_str(" (");
            out.push_str(target);
            out.push(')');
        }
    }
    // There is no line to be broken here, and who searches types plain spaces.
    out.replace('\u{a0}', " ")
}

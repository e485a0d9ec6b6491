//! List lines that are lists only by the character they begin with.

use crate::rich::notation::List;
use crate::rich::{Block, Inline, RichText, Span};

/// Marks that only stand before an item; the last are those of Windows's symbols.
const BULLETS: [char; 10] = [
    '•', '●', '▪', '◦', '‣', '■', '○', '➢', '\u{f0b7}', '\u{f0a7}',
];

/// The text of a line that starts with a bullet.
pub fn bullet(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let rest = line.strip_prefix(BULLETS).or_else(|| {
        let rest = line.strip_prefix(['-', '*', '–', '·'])?;
        rest.starts_with(char::is_whitespace).then_some(rest)
    })?;
    Some(rest.trim())
}

/// The text of a line that starts with this number and a full stop or a parenthesis.
fn numbered(line: &str, number: usize) -> Option<&str> {
    let rest = line.trim_start().strip_prefix(&number.to_string())?;
    let rest = rest.strip_prefix(['.', ')'])?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim())
}

/// A line that looks like one of a list: of which kind, and its text. `last` is the
/// number of the numbered line before it, or 0.
fn listed(line: &str, last: usize) -> Option<(List, &str)> {
    let bullets = bullet(line).map(|text| (List::Bullets, text));
    bullets.or_else(|| Some((List::Numbers, numbered(line, last + 1)?)))
}

/// What list a mark is of that Word writes as text: `·`, `o`, `1.`, `a)`, `iv.`
pub(super) fn list_of_marker(marker: &str) -> List {
    let marker = marker.trim();
    let bare = marker.strip_suffix(['.', ')']);
    let body = bare.unwrap_or(marker).trim_start_matches('(');
    let counts = !body.is_empty() && body.chars().all(|c| c.is_alphanumeric() || c == '.');
    let figures = body.chars().all(|c| c.is_ascii_digit());
    match counts && (bare.is_some() || figures) {
        true => List::Numbers,
        false => List::Bullets,
    }
}

/// Text without any markup, in which lists have other marks than ours: the same with
/// ours. `None` where there is nothing to change: then it is the notation, or none.
pub fn plain(text: &str) -> Option<String> {
    let mut changed = false;
    let mut last = 0;
    let lines = text.lines().map(|line| {
        let found = listed(line, last);
        last = match found {
            Some((List::Numbers, _)) => last + 1,
            _ => 0,
        };
        let ours = match found {
            Some((List::Bullets, text)) => format!("- {text}"),
            Some((List::Numbers, text)) => format!("{last}. {text}"),
            None => line.to_owned(),
        };
        changed |= ours.trim_end() != line.trim_end();
        ours
    });
    let lines: Vec<String> = lines.collect();
    changed.then(|| lines.join("\n"))
}

/// The lines of a text without markup, none empty, without the marks of lists. The
/// rest of each is notation.
pub fn lines_of_text(text: &str) -> Vec<&str> {
    let mut last = 0;
    let lines = text.lines().map(|line| {
        let found = listed(line, last);
        last = match found {
            Some((List::Numbers, _)) => last + 1,
            _ => 0,
        };
        found.map_or(line.trim(), |(_, text)| text)
    });
    lines.filter(|line| !line.is_empty()).collect()
}

/// Makes lists of the lines of paragraphs that begin like those of one.
pub(super) fn with_marks(blocks: Vec<Block>) -> RichText {
    let mut out: Vec<Block> = Vec::new();
    let mut last = 0;
    for block in blocks {
        let Block::Paragraph(paragraph) = block else {
            last = 0;
            out.push(block);
            continue;
        };
        let mut plain: Vec<Inline> = Vec::new();
        for line in split(&paragraph) {
            let text = line.text();
            let found = listed(&text, last).map(|(list, rest)| {
                let rest = rest.trim_start().chars().count();
                let mark = text.trim_end().chars().count().saturating_sub(rest);
                (list, without(&line, mark))
            });
            last = match found {
                Some((List::Numbers, _)) => last + 1,
                _ if text.trim().is_empty() => last,
                _ => 0,
            };
            let Some((list, item)) = found else {
                plain.push(line);
                continue;
            };
            out.extend(joined(std::mem::take(&mut plain)));
            out.push(match list {
                List::Bullets => Block::List(vec![item]),
                List::Numbers => Block::Numbered(vec![item]),
            });
        }
        out.extend(joined(plain));
    }
    RichText(out).normalised()
}

/// The lines of a paragraph.
pub(super) fn split(paragraph: &Inline) -> Vec<Inline> {
    let mut lines = vec![Inline::default()];
    for span in &paragraph.0 {
        for (number, text) in span.text.split('\n').enumerate() {
            if number > 0 {
                lines.push(Inline::default());
            }
            if let Some(line) = lines.last_mut() {
                line.push(Span {
                    text: text.to_owned(),
                    ..span.clone()
                });
            }
        }
    }
    lines
}

/// Lines as a paragraph again; nothing of none.
fn joined(lines: Vec<Inline>) -> Option<Block> {
    let mut paragraph = Inline::default();
    for (number, line) in lines.into_iter().enumerate() {
        if number > 0 {
            paragraph.push(Span::plain("\n"));
        }
        line.0.into_iter().for_each(|span| paragraph.push(span));
    }
    (!paragraph.0.is_empty()).then_some(Block::Paragraph(paragraph))
}

/// A line without its first characters.
fn without(line: &Inline, mut chars: usize) -> Inline {
    let mut out = Inline::default();
    for span in &line.0 {
        let text: String = span.text.chars().skip(chars).collect();
        chars = chars.saturating_sub(span.text.chars().count());
        out.push(Span {
            text,
            ..span.clone()
        });
    }
    out
}

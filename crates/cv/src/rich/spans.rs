//! The notation within a paragraph or a line: marks, links and escapes.

use std::ops::Range;

use super::{Inline, Span};

/// Characters that can begin notation, and may therefore be escaped.
const SPECIAL: [char; 8] = ['\\', '*', '[', ']', '(', ')', '-', '.'];

/// Stands for nothing and keeps two marks apart: `**bold**\|*italic*`.
const APART: &str = "\\|";

/// Reads the text of a paragraph or a line.
pub(super) fn read(source: &str) -> Inline {
    let mut reader = Reader::default();
    reader.spans(source, 0, &Span::default());
    reader.inline
}

/// The same, and for each character the bytes of the source that say it.
pub(super) fn read_placed(source: &str) -> (Inline, Vec<Range<usize>>) {
    let mut reader = Reader {
        places: Some(Vec::new()),
        ..Reader::default()
    };
    reader.spans(source, 0, &Span::default());
    (reader.inline, reader.places.unwrap_or_default())
}

#[derive(Default)]
struct Reader {
    inline: Inline,
    /// Only where somebody asks for it.
    places: Option<Vec<Range<usize>>>,
}

impl Reader {
    /// Reads a part of a source, which begins `at` so many bytes.
    fn spans(&mut self, source: &str, at: usize, style: &Span) {
        let mut rest = source;
        let mut plain = String::new();
        // Once a mark has no end in what follows, no later one has: remembering it
        // keeps the time linear for `* * * *`.
        let (mut no_bold, mut no_italic) = (false, false);
        while let Some(first) = rest.chars().next() {
            let here = at + source.len() - rest.len();
            if let Some(after) = rest.strip_prefix(APART) {
                rest = after;
                continue;
            }
            if let Some(length) = escape_length(rest) {
                plain.push_str(&rest[1..length]);
                self.place(here..here + length);
                rest = &rest[length..];
                continue;
            }
            let marked = match first {
                '*' if rest.starts_with("**") && !style.bold && !no_bold => {
                    marked(rest, "**", &mut no_bold).map(|(inner, after)| {
                        let bold = Span {
                            bold: true,
                            ..style.clone()
                        };
                        (bold, inner, 2, after)
                    })
                }
                '*' if !rest.starts_with("**") && !style.italic && !no_italic => {
                    marked(rest, "*", &mut no_italic).map(|(inner, after)| {
                        let italic = Span {
                            italic: true,
                            ..style.clone()
                        };
                        (italic, inner, 1, after)
                    })
                }
                '[' if style.link.is_none() => linked(rest).map(|(inner, address, after)| {
                    let link = Span {
                        link: Some(address),
                        ..style.clone()
                    };
                    (link, inner, 1, after)
                }),
                _ => None,
            };
            match marked {
                Some((inner_style, inner, mark, after)) => {
                    self.inline.push(Span {
                        text: std::mem::take(&mut plain),
                        ..style.clone()
                    });
                    self.spans(inner, here + mark, &inner_style);
                    rest = after;
                }
                None => {
                    plain.push(first);
                    self.place(here..here + first.len_utf8());
                    rest = &rest[first.len_utf8()..];
                }
            }
        }
        self.inline.push(Span {
            text: plain,
            ..style.clone()
        });
    }

    fn place(&mut self, place: Range<usize>) {
        if let Some(places) = &mut self.places {
            places.push(place);
        }
    }
}

/// The bytes of the escape that a text starts with, if it does. Every escape
/// is two characters of one byte each.
fn escape_length(source: &str) -> Option<usize> {
    let escaped = source.strip_prefix('\\')?;
    (escaped.starts_with(SPECIAL) || escaped.starts_with('|')).then_some(2)
}

/// `source` starts with `mark`; finds the matching close. As in common
/// notations the text inside neither starts nor ends with white space, so that
/// `5 * 3 * 2` stays a product. Sets `none` if there is no close in `source`.
fn marked<'a>(source: &'a str, mark: &str, none: &mut bool) -> Option<(&'a str, &'a str)> {
    let body = &source[mark.len()..];
    if body.starts_with(char::is_whitespace) {
        return None;
    }
    let mut at = 0;
    while let Some(c) = body[at..].chars().next() {
        if let Some(length) = escape_length(&body[at..]) {
            at += length;
        } else if c == '*' {
            let run = body[at..].bytes().take_while(|b| *b == b'*').count();
            // A run of three closes the inner mark first and then the outer.
            let closes = run == mark.len() || run == 3;
            if closes && at > 0 && !body[..at].ends_with(char::is_whitespace) {
                let end = if run == 3 { at + 3 - mark.len() } else { at };
                return Some((&body[..end], &body[end + mark.len()..]));
            }
            at += run;
        } else {
            at += c.len_utf8();
        }
    }
    *none = true;
    None
}

/// Bytes of an address, more than which no browser takes: without an end to the
/// search, a text of many broken links would take minutes to read.
const ADDRESS: usize = 4_000;

/// `source` starts with `[`: the text, the address, and what follows.
fn linked(source: &str) -> Option<(&str, String, &str)> {
    let mut at = 1;
    let close = loop {
        if let Some(length) = escape_length(&source[at..]) {
            at += length;
            continue;
        }
        match source[at..].chars().next()? {
            ']' => break at,
            '[' => return None,
            c => at += c.len_utf8(),
        }
    };
    let text = &source[1..close];
    let body = source[close + 1..].strip_prefix('(')?;
    // Parentheses inside an address are fine while they are balanced.
    let (mut at, mut depth, mut address) = (0, 0, String::new());
    loop {
        if let Some(length) = escape_length(&body[at..]) {
            address.push_str(&body[at + 1..at + length]);
            at += length;
            continue;
        }
        let c = body[at..].chars().next()?;
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => break,
            ')' => depth -= 1,
            _ if c.is_whitespace() || at > ADDRESS => return None,
            _ => {}
        }
        address.push(c);
        at += c.len_utf8();
    }
    if text.is_empty() || address.is_empty() {
        return None;
    }
    Some((text, address, &body[at + 1..]))
}

/// The simplest form that reads back as the same value: bare if that already
/// does, else with escapes, else with marks kept apart as well.
pub(super) fn write(inline: &Inline) -> String {
    for (escape, apart) in [(false, false), (true, false)] {
        let written = write_spans(inline, escape, apart);
        if read(&written) == *inline {
            return written;
        }
    }
    write_spans(inline, true, true)
}

fn write_spans(inline: &Inline, escape: bool, apart: bool) -> String {
    let mut out = String::new();
    let mut after_mark = false;
    for span in &inline.0 {
        // White space at the ends stands outside of the marks.
        let body = span.text.trim();
        let start = span.text.len() - span.text.trim_start().len();
        let (before, after) = (&span.text[..start], &span.text[start + body.len()..]);
        let marks = match (span.bold, span.italic) {
            _ if body.is_empty() => "",
            (true, true) => "***",
            (true, false) => "**",
            (false, true) => "*",
            (false, false) => "",
        };
        out.push_str(before);
        if apart && after_mark && before.is_empty() && !marks.is_empty() {
            out.push_str(APART);
        }
        out.push_str(marks);
        match &span.link {
            Some(link) if !body.is_empty() => {
                out.push('[');
                push_text(&mut out, body, escape);
                out.push_str("](");
                push_address(&mut out, link, escape);
                out.push(')');
            }
            _ => push_text(&mut out, body, escape),
        }
        out.push_str(marks);
        out.push_str(after);
        after_mark = !marks.is_empty() && after.is_empty();
    }
    out
}

/// Escapes what could be notation anywhere in a line; hyphens and numbers only
/// matter at the start of one ([`super::notation::write`]).
fn push_text(out: &mut String, text: &str, escape: bool) {
    push_escaped(out, text, if escape { &['\\', '*', '[', ']'] } else { &[] });
}

/// An address, where parentheses matter instead.
fn push_address(out: &mut String, text: &str, escape: bool) {
    push_escaped(out, text, if escape { &['\\', '*', '(', ')'] } else { &[] });
}

fn push_escaped(out: &mut String, text: &str, special: &[char]) {
    for c in text.chars() {
        if special.contains(&c) {
            out.push('\\');
        }
        out.push(c);
    }
}

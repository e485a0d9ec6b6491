//! A small, tolerant reader of HTML as rich-text editors write it.
//!
//! It keeps paragraphs, lists, bold, italic and links. Of other known elements
//! it keeps the content; what only looks like an element (`a < b`, `<name>`)
//! is text. It never fails.

use crate::rich::{Block, Inline, RichText, Span};

mod entities;

pub(super) use entities::resolve;

/// Reads HTML into rich text in normal form. A text without any element is
/// plain text, its entities resolved.
pub(super) fn read(html: &str) -> RichText {
    if next_tag(html).is_none() {
        return RichText::plain(&resolve(html));
    }
    let mut reader = Reader::default();
    let mut rest = html;
    while let Some((before, tag, after)) = next_tag(rest) {
        reader.text(&resolve(before));
        rest = after;
        if matches!(tag.name.as_str(), "script" | "style" | "template") && !tag.closes {
            let end = rest.match_indices("</").find(|(at, _)| {
                let name = rest.as_bytes().get(at + 2..at + 2 + tag.name.len());
                name.is_some_and(|name| name.eq_ignore_ascii_case(tag.name.as_bytes()))
            });
            rest = end.map_or("", |(at, _)| &rest[at..]);
        } else {
            reader.tag(&tag);
        }
    }
    reader.text(&resolve(rest));
    reader.finish_line();
    RichText(reader.blocks).normalised()
}

/// Whether a text from a format without HTML is HTML all the same.
pub(super) fn is_html(text: &str) -> bool {
    const BLOCKS: [&str; 11] = [
        "p", "ul", "ol", "div", "h1", "h2", "h3", "h4", "strong", "b", "em",
    ];
    next_tag(text.trim_start()).is_some_and(|(before, tag, after)| {
        // Who writes about HTML begins with a tag too, and does not close it.
        let closed = || {
            after
                .to_ascii_lowercase()
                .contains(&format!("</{}>", tag.name))
        };
        before.is_empty() && !tag.closes && BLOCKS.contains(&tag.name.as_str()) && closed()
    })
}

struct Tag {
    /// In lower case.
    name: String,
    closes: bool,
    /// Where a link leads.
    href: Option<String>,
}

/// Elements whose tags are taken away. Other names in angle brackets are text.
const KNOWN: [&str; 61] = [
    "a",
    "abbr",
    "article",
    "aside",
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "img",
    "ins",
    "kbd",
    "label",
    "li",
    "main",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "script",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "template",
    "th",
    "tr",
    "u",
    "ul",
];

/// Tags and comments longer than this are text, so that a file full of
/// beginnings without an end takes no time.
const TAG_BYTES: usize = 2_000;

/// The first tag or comment: what stands before it, the tag, what follows.
fn next_tag(html: &str) -> Option<(&str, Tag, &str)> {
    let mut from = 0;
    while let Some(found) = html[from..].find('<') {
        let at = from + found;
        if let Some((tag, length)) = tag_at(&html[at..]) {
            return Some((&html[..at], tag, &html[at + length..]));
        }
        from = at + 1;
    }
    None
}

fn tag_at(html: &str) -> Option<(Tag, usize)> {
    if html.starts_with("<!--") {
        let start = &html[..html.floor_char_boundary(TAG_BYTES)];
        let length = start.find("-->")? + 3;
        let comment = Tag {
            name: "!".into(),
            closes: false,
            href: None,
        };
        return Some((comment, length));
    }
    let inside = html[1..].strip_prefix('/').unwrap_or(&html[1..]);
    let name: String = inside
        .chars()
        .take(12)
        .take_while(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    if !KNOWN.contains(&name.as_str()) {
        return None;
    }
    let attributes = &inside[name.len()..];
    if !attributes.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/') {
        return None;
    }
    let end = tag_end(attributes)?;
    let tag = Tag {
        closes: html.starts_with("</"),
        href: (name == "a").then(|| href(&attributes[..end])).flatten(),
        name,
    };
    Some((tag, html.len() - attributes.len() + end + 1))
}

/// The place of the `>` that ends a tag, past quoted values.
fn tag_end(attributes: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in attributes.char_indices() {
        match (quote, c) {
            _ if at > TAG_BYTES => return None,
            (None, '>') => return Some(at),
            // A `<` outside of quotes: the tag was never closed.
            (None, '<') => return None,
            (None, '"' | '\'') => quote = Some(c),
            (Some(q), c) if q == c => quote = None,
            _ => {}
        }
    }
    None
}

fn href(attributes: &str) -> Option<String> {
    let lower = attributes.to_ascii_lowercase();
    let value = attributes[lower.find("href")? + 4..].trim_start();
    let value = value.strip_prefix('=')?.trim_start();
    let address = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value
            .split(|c: char| c.is_whitespace() || c == '/')
            .next()?,
    };
    let address = resolve(address.trim());
    (!address.is_empty()).then_some(address)
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    line: Inline,
    bold: usize,
    italic: usize,
    links: Vec<Option<String>>,
    /// How many lists and list items are open, and whether the outermost list is
    /// numbered: lists within it are part of it.
    lists: usize,
    items: usize,
    numbered: bool,
}

impl Reader {
    /// Adds text, its runs of white space as one space.
    fn text(&mut self, text: &str) {
        let mut collapsed = String::with_capacity(text.len());
        let mut space = self.at_line_start();
        for c in text.chars() {
            // A no-break space is wanted, unlike those that lay out the source.
            let is_space = c.is_ascii_whitespace();
            if !(is_space && space) {
                collapsed.push(if is_space { ' ' } else { c });
            }
            space = is_space;
        }
        self.push(collapsed);
    }

    fn push(&mut self, text: String) {
        self.line.push(Span {
            text,
            bold: self.bold > 0,
            italic: self.italic > 0,
            link: self.links.last().cloned().flatten(),
        });
    }

    fn at_line_start(&self) -> bool {
        let last = self.line.0.last().map(|span| span.text.as_str());
        last.is_none_or(|text| text.ends_with([' ', '\n']))
    }

    fn tag(&mut self, tag: &Tag) {
        let step = |count: &mut usize| match tag.closes {
            true => *count = count.saturating_sub(1),
            false => *count += 1,
        };
        match tag.name.as_str() {
            "strong" | "b" => step(&mut self.bold),
            "em" | "i" | "cite" => step(&mut self.italic),
            "a" if tag.closes => {
                self.links.pop();
            }
            "a" => self.links.push(tag.href.clone()),
            "br" if self.in_item() => self.push(" ".into()),
            "br" => self.push("\n".into()),
            "ul" | "ol" => {
                self.finish_line();
                if self.lists == 0 {
                    self.numbered = tag.name == "ol";
                }
                step(&mut self.lists);
                self.items = self.items.min(self.lists);
            }
            "li" => {
                self.finish_line();
                step(&mut self.items);
            }
            // Paragraphs inside of a list item are one line.
            "p" | "div" if self.in_item() => self.push(" ".into()),
            "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hr" | "tr" | "dt" | "dd"
            | "blockquote" | "pre" | "section" | "article" | "table" | "header" | "footer" => {
                self.finish_line();
            }
            "td" | "th" => self.push(" ".into()),
            _ => {}
        }
    }

    fn in_item(&self) -> bool {
        self.items > 0
    }

    fn finish_line(&mut self) {
        let line = trimmed(std::mem::take(&mut self.line));
        if line.is_blank() {
            return;
        }
        self.blocks.push(match (self.in_item(), self.numbered) {
            (false, _) => Block::Paragraph(line),
            // Lists of one kind that follow each other become one.
            (true, false) => Block::List(vec![line]),
            (true, true) => Block::Numbered(vec![line]),
        });
    }
}

/// A line without the white space at its ends, before line breaks and doubled.
fn trimmed(line: Inline) -> Inline {
    let mut out = Inline::default();
    let mut after_space = true;
    for mut span in line.0 {
        let mut text = String::with_capacity(span.text.len());
        for c in span.text.chars() {
            if c == '\n' && text.ends_with(' ') {
                text.pop();
            }
            if !(c == ' ' && after_space) {
                text.push(c);
            }
            after_space = c == ' ' || c == '\n';
        }
        span.text = text;
        out.push(span);
    }
    while let Some(last) = out.0.last_mut() {
        last.text
            .truncate(last.text.trim_end_matches([' ', '\n']).len());
        if !last.text.is_empty() {
            break;
        }
        out.0.pop();
    }
    out
}

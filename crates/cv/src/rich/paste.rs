//! What other programs put on the clipboard, as rich text.
//!
//! The HTML of a clipboard is parsed by whoever has a parser (the browser has one that
//! runs nothing); a [`Reader`] is told of its elements and texts in their order. It
//! keeps paragraphs, line breaks, bold and italic type, links and lists, and nothing
//! else. It never fails, and its memory is no deeper than the elements are.
//!
//! Word writes lists as paragraphs with their bullets as text, Google Docs wraps all in
//! a `<b>` that is not bold, web mail has a `<div>` for each line. What looks like a
//! list line by its first character becomes one.

use super::notation::List;
use super::{Block, Inline, RichText, Span, safe_link};

mod inert;
mod insert;
mod line;
mod marks;

pub use inert::inert;
pub use insert::lines;
use line::trimmed;
pub use marks::{bullet, lines_of_text, plain};
use marks::{list_of_marker, with_marks};

/// An element as it begins. Names are in lower case; what is not there is empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Element<'a> {
    pub name: &'a str,
    pub style: &'a str,
    pub href: &'a str,
}

/// What holds within an open element.
#[derive(Clone, Default)]
struct Within {
    /// Bold, italic and the link of its text.
    style: Span,
    shape: Shape,
    /// Nothing in it is read.
    skipped: bool,
    /// It is the mark of a list line, which Word writes as text.
    is_marker: bool,
    /// Line breaks of its text are line breaks.
    is_pre: bool,
    /// The outermost list that it is in: lists within it are part of it.
    list: Option<List>,
    item: Item,
}

/// How an element stands among others.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Shape {
    #[default]
    Inline,
    /// On lines of its own.
    Line,
    /// A paragraph of its own.
    Paragraph,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Item {
    #[default]
    None,
    /// A line of an HTML list.
    OfList,
    /// A paragraph that is a list line, by Word's style.
    OfWord,
}

/// Makes rich text of elements and texts in their order.
#[derive(Default)]
pub struct Reader {
    blocks: Vec<Block>,
    line: Inline,
    /// The next text begins a new line.
    breaks: bool,
    /// The mark of a list line, as Word wrote it.
    marker: String,
    open: Vec<Within>,
}

impl Reader {
    /// An element begins. Each one that does has to [`Reader::close`].
    pub fn open(&mut self, element: &Element<'_>) {
        let outer = self.within();
        let mut within = Within {
            shape: match shape(element.name) {
                // A list line is one line: paragraphs in it are parts of it.
                Shape::Paragraph if outer.item == Item::OfList && !is_list(element.name) => {
                    Shape::Line
                }
                shape => shape,
            },
            skipped: outer.skipped || is_skipped(element.name),
            ..outer
        };
        look(&mut within.style, element);
        for (property, value) in properties(element.style) {
            match (property.as_str(), value.as_str()) {
                ("display", "none") | ("mso-hide", "all") => within.skipped = true,
                ("mso-list", "ignore") => within.is_marker = true,
                ("mso-list", value) if value != "none" && element.name == "p" => {
                    within.item = Item::OfWord;
                }
                _ => {}
            }
        }
        if within.skipped {
            within.shape = Shape::Inline;
            self.open.push(within);
            return;
        }
        match within.shape {
            Shape::Paragraph => self.finish_line(),
            Shape::Line => self.soft_break(),
            Shape::Inline => {}
        }
        match element.name {
            "br" => self.hard_break(),
            "td" | "th" => self.text(" "),
            "pre" => within.is_pre = true,
            "ul" | "menu" | "dir" => within.list = within.list.or(Some(List::Bullets)),
            "ol" => within.list = within.list.or(Some(List::Numbers)),
            "li" => {
                within.item = Item::OfList;
                within.list = within.list.or(Some(List::Bullets));
            }
            _ => {}
        }
        self.open.push(within);
    }

    /// Text, as it is written there.
    pub fn text(&mut self, text: &str) {
        let within = self.within();
        if within.skipped {
            return;
        }
        if within.is_marker {
            self.marker.push_str(text);
            return;
        }
        if within.is_pre {
            for (number, line) in text.split('\n').enumerate() {
                if number > 0 {
                    self.hard_break();
                }
                self.push(line, &within.style);
            }
            return;
        }
        // White space between elements lays out their source.
        let is_layout = text.chars().all(|c| c.is_ascii_whitespace());
        if !(is_layout && (self.breaks || self.line.is_blank())) {
            self.push(text, &within.style);
        }
    }

    /// The element that began last ends.
    pub fn close(&mut self) {
        match self.within().shape {
            Shape::Paragraph => self.finish_line(),
            Shape::Line => self.soft_break(),
            Shape::Inline => {}
        }
        self.open.pop();
    }

    /// All that was read, in normal form.
    pub fn finish(mut self) -> RichText {
        self.finish_line();
        with_marks(self.blocks)
    }

    fn within(&self) -> Within {
        self.open.last().cloned().unwrap_or_default()
    }

    fn push(&mut self, text: &str, style: &Span) {
        if text.is_empty() {
            return;
        }
        self.flush_break();
        self.line.push(Span {
            text: text.replace(|c: char| c.is_ascii_whitespace(), " "),
            ..style.clone()
        });
    }

    /// What comes next stands on another line, if something stands on this one.
    fn soft_break(&mut self) {
        self.breaks |= !self.line.is_blank();
    }

    fn flush_break(&mut self) {
        let ended = |line: &Inline| line.0.last().is_some_and(|span| span.text.ends_with('\n'));
        if std::mem::take(&mut self.breaks) && !ended(&self.line) {
            self.line.push(Span::plain("\n"));
        }
    }

    fn hard_break(&mut self) {
        self.flush_break();
        self.line.push(Span::plain("\n"));
    }

    fn finish_line(&mut self) {
        self.breaks = false;
        let line = trimmed(std::mem::take(&mut self.line));
        let marker = std::mem::take(&mut self.marker);
        if line.is_blank() {
            return;
        }
        let within = self.within();
        let list = match within.item {
            Item::None => None,
            Item::OfList => within.list,
            Item::OfWord => Some(list_of_marker(&marker)),
        };
        self.blocks.push(match list {
            None => Block::Paragraph(line),
            Some(List::Bullets) => Block::List(vec![line]),
            Some(List::Numbers) => Block::Numbered(vec![line]),
        });
    }
}

/// What an element's name and style make of its text.
fn look(style: &mut Span, element: &Element<'_>) {
    match element.name {
        "b" | "strong" => style.bold = true,
        "i" | "em" | "cite" | "dfn" | "var" => style.italic = true,
        "a" => style.link = link(element.href),
        _ => {}
    }
    for (property, value) in properties(element.style) {
        match property.as_str() {
            "font-weight" => match value.as_str() {
                "bold" | "bolder" => style.bold = true,
                "normal" | "lighter" => style.bold = false,
                number => style.bold = number.parse::<u16>().map_or(style.bold, |n| n >= 600),
            },
            "font-style" => match value.as_str() {
                "italic" | "oblique" => style.italic = true,
                "normal" => style.italic = false,
                _ => {}
            },
            _ => {}
        }
    }
}

/// The address of a link that leads somewhere from everywhere: one within its page or
/// its site leads nowhere from here.
fn link(href: &str) -> Option<String> {
    let scheme = href.trim().split_once(':')?.0.to_ascii_lowercase();
    let known = matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel");
    known.then(|| safe_link(href)).flatten()
}

/// The declarations of a style attribute, in lower case.
fn properties(style: &str) -> impl Iterator<Item = (String, String)> {
    style.split(';').filter_map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        let value = value.trim().to_ascii_lowercase();
        let value = value.trim_end_matches("!important").trim_end();
        Some((property.trim().to_ascii_lowercase(), value.to_owned()))
    })
}

fn is_list(name: &str) -> bool {
    matches!(name, "ul" | "ol" | "menu" | "dir" | "li")
}

fn shape(name: &str) -> Shape {
    match name {
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "menu" | "dir" | "li"
        | "blockquote" | "pre" | "table" | "hr" | "dl" | "section" | "article" | "header"
        | "footer" | "main" | "nav" | "aside" | "figure" | "form" | "fieldset" | "details"
        | "address" => Shape::Paragraph,
        "div" | "tr" | "dt" | "dd" | "figcaption" | "caption" | "summary" | "center" | "legend" => {
            Shape::Line
        }
        _ => Shape::Inline,
    }
}

/// Elements whose text is none of the page, or was deleted from it.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "head"
            | "title"
            | "noscript"
            | "svg"
            | "math"
            | "object"
            | "iframe"
            | "audio"
            | "video"
            | "canvas"
            | "select"
            | "textarea"
            | "datalist"
            | "del"
    )
}

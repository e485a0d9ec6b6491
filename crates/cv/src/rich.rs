//! Rich text: paragraphs and lists of spans that may be bold, italic or links.
//!
//! Forms show it in a small notation ([`notation`]): `**bold**`, `*italic*`,
//! `[text](address)`, a line starting with `- ` or `1. ` for a list item, an empty
//! line between paragraphs. Reading what was written gives back the same rich text.
//! [`typing`] is what toolbar and keys do to a text in that notation, and [`paste`]
//! reads what other programs put on the clipboard.
//!
//! What the notation reads and the importers make is in a normal form
//! ([`RichText::normalised`]): of several values that look the same it is the
//! one that a person could have typed.

use serde::{Deserialize, Serialize};

mod normal;
pub mod notation;
pub mod paste;
mod spans;
pub mod typing;

/// A sequence of paragraphs and lists.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RichText(pub Vec<Block>);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    Paragraph(Inline),
    List(Vec<Inline>),
    /// A list whose lines are numbered from one.
    Numbered(Vec<Inline>),
}

/// Text within one paragraph or list line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Inline(pub Vec<Span>);

/// A piece of text with one style.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Span {
    pub text: String,
    #[serde(default, skip_serializing_if = "is_false")]
    pub bold: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub italic: bool,
    /// Where it leads. Outputs make a link only of safe schemes ([`safe_link`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

impl Span {
    pub fn plain(text: impl Into<String>) -> Span {
        Span {
            text: text.into(),
            ..Span::default()
        }
    }

    fn same_style(&self, other: &Span) -> bool {
        self.bold == other.bold && self.italic == other.italic && self.link == other.link
    }
}

impl Inline {
    pub fn plain(text: impl Into<String>) -> Inline {
        let mut inline = Inline::default();
        inline.push(Span::plain(text));
        inline
    }

    /// Appends a span, joining it with the last one if the style is the same.
    pub fn push(&mut self, span: Span) {
        if span.text.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.same_style(&span) => last.text.push_str(&span.text),
            _ => self.0.push(span),
        }
    }

    /// The words alone.
    pub fn text(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }

    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|span| is_blank(&span.text))
    }

    pub(crate) fn chars(&self) -> usize {
        self.0
            .iter()
            .map(|s| s.text.chars().count() + link_chars(s))
            .sum()
    }
}

impl RichText {
    /// One paragraph for each run of lines between empty lines, without any
    /// notation: for text from elsewhere.
    pub fn plain(text: &str) -> RichText {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        RichText(vec![Block::Paragraph(Inline::plain(lines.join("\n")))]).normalised()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn is_blank(&self) -> bool {
        self.inlines().all(Inline::is_blank)
    }

    /// Paragraphs and list lines in order.
    pub fn inlines(&self) -> impl Iterator<Item = &Inline> {
        self.0.iter().flat_map(|block| match block {
            Block::Paragraph(inline) => std::slice::from_ref(inline),
            Block::List(lines) | Block::Numbered(lines) => lines.as_slice(),
        })
    }

    /// The words alone, a line for each paragraph and list line.
    pub fn text(&self) -> String {
        self.inlines()
            .map(Inline::text)
            .collect::<Vec<_>>()
            .join("\n")
    }

    pub(crate) fn chars(&self) -> usize {
        self.inlines().map(Inline::chars).sum()
    }

    pub(crate) fn inlines_mut(&mut self) -> impl Iterator<Item = &mut Inline> {
        self.0.iter_mut().flat_map(|block| match block {
            Block::Paragraph(inline) => std::slice::from_mut(inline),
            Block::List(lines) | Block::Numbered(lines) => lines.as_mut_slice(),
        })
    }
}

fn link_chars(span: &Span) -> usize {
    span.link.as_deref().map_or(0, |link| link.chars().count())
}

/// The address that a link may lead to, or `None`.
///
/// Only http, https, mailto and tel leave this program; everything else
/// (`javascript:`, `data:`, `file:` …) stays plain text. An address without a
/// scheme that looks like a host (`github.com/jane`) is completed with https.
pub fn safe_link(address: &str) -> Option<String> {
    let address = address.trim();
    if address.is_empty() || address.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let scheme = address
        .split_once(':')
        .map(|(scheme, _)| scheme)
        .filter(|scheme| {
            scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "+-".contains(c))
        });
    match scheme.map(str::to_ascii_lowercase).as_deref() {
        Some("http" | "https") => {
            let rest = address.split_once("://")?.1;
            (!rest.is_empty()).then(|| address.to_owned())
        }
        Some("mailto" | "tel") => Some(address.to_owned()),
        Some(_) => None,
        None => {
            let host = address.split(['/', '?', '#']).next()?;
            let host = host.split(':').next()?;
            let dotted = host.split('.').count() >= 2
                && host.split('.').all(|part| {
                    !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-')
                });
            dotted.then(|| format!("https://{address}"))
        }
    }
}

/// The address that somebody means who types one for a link: as [`safe_link`], and
/// an e-mail address is completed too.
pub fn completed_link(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let is_email = typed.split_once('@').is_some_and(|(name, host)| {
        let plain = |c: char| !c.is_whitespace() && !"@:/?#<>\"(),;".contains(c);
        !name.is_empty()
            && name.chars().all(plain)
            && host.chars().all(plain)
            && host.split('.').count() >= 2
            && host.split('.').all(|part| !part.is_empty())
    });
    match is_email {
        true => Some(format!("mailto:{typed}")),
        false => safe_link(typed),
    }
}

fn is_false(value: &bool) -> bool {
    !value
}

/// Whether nothing of a text can be seen: white space, and characters without a
/// shape such as a soft hyphen, a byte order mark or a mark of direction.
pub(crate) fn is_blank(text: &str) -> bool {
    let shapeless = |c: char| {
        c.is_control()
            || matches!(
                c,
                '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}'
                | '\u{e0000}'..='\u{e0fff}'
            )
    };
    text.chars().all(|c| c.is_whitespace() || shapeless(c))
}

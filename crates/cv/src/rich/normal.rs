//! The normal form of rich text.
//!
//! Many values look the same on paper: a bold space, two bold spans in a row,
//! an empty paragraph. The normal form is the one among them that the notation
//! can write, so that a text survives the form field unchanged.

use super::{Block, Inline, RichText, Span};

/// A character and the style it has, by the index of its span.
type Styled = (char, usize);

impl Inline {
    /// This text in normal form, on one line: neighbouring spans differ in
    /// style, none is empty, white space at the ends of a styled span has no
    /// style, links hold no white space, line breaks are spaces.
    pub fn normalised(&self) -> Inline {
        let mut chars = self.styled();
        for (c, _) in &mut chars {
            if *c == '\n' {
                *c = ' ';
            }
        }
        self.rebuilt(&chars)
    }

    /// The characters with one kind of line break.
    fn styled(&self) -> Vec<Styled> {
        let mut chars: Vec<Styled> = Vec::new();
        for (index, span) in self.0.iter().enumerate() {
            for c in span.text.chars() {
                match (c, chars.last_mut()) {
                    ('\n', Some((last @ '\r', _))) => *last = '\n',
                    _ => chars.push((c, index)),
                }
            }
        }
        for (c, _) in &mut chars {
            if *c == '\r' {
                *c = '\n';
            }
        }
        chars
    }

    /// Spans in normal form from characters that carry the styles of `self`.
    fn rebuilt(&self, chars: &[Styled]) -> Inline {
        let styles: Vec<Span> = self.0.iter().map(style_of).collect();
        let mut inline = Inline::default();
        for run in chars.chunk_by(|a, b| styles[a.1].same_style(&styles[b.1])) {
            let style = &styles[run[0].1];
            let text: String = run.iter().map(|(c, _)| c).collect();
            let is_plain = style.same_style(&Span::default());
            let body = if is_plain { &text } else { text.trim() };
            let start = if is_plain {
                0
            } else {
                text.len() - text.trim_start().len()
            };
            inline.push(Span::plain(&text[..start]));
            inline.push(Span {
                text: body.to_owned(),
                ..style.clone()
            });
            inline.push(Span::plain(&text[start + body.len()..]));
        }
        inline
    }
}

/// A span's style alone, its link as the notation can write it.
fn style_of(span: &Span) -> Span {
    let link = span.link.as_deref().map(|link| {
        link.chars()
            .filter(|c| !c.is_whitespace() && !c.is_control())
            .collect::<String>()
    });
    Span {
        text: String::new(),
        link: link.filter(|link| !link.is_empty()),
        ..span.clone()
    }
}

impl RichText {
    /// This text in normal form: paragraphs hold no empty line and are not
    /// blank, lists are not empty, two of one kind do not follow each other, and every
    /// line is as [`Inline::normalised`] says, but for line breaks in paragraphs.
    pub fn normalised(&self) -> RichText {
        let mut blocks: Vec<Block> = Vec::new();
        for block in &self.0 {
            match block {
                Block::Paragraph(inline) => paragraphs(inline, &mut blocks),
                Block::List(lines) | Block::Numbered(lines) if lines.is_empty() => {}
                Block::List(lines) => {
                    let lines = lines.iter().map(Inline::normalised);
                    match blocks.last_mut() {
                        Some(Block::List(last)) => last.extend(lines),
                        _ => blocks.push(Block::List(lines.collect())),
                    }
                }
                Block::Numbered(lines) => {
                    let lines = lines.iter().map(Inline::normalised);
                    match blocks.last_mut() {
                        Some(Block::Numbered(last)) => last.extend(lines),
                        _ => blocks.push(Block::Numbered(lines.collect())),
                    }
                }
            }
        }
        RichText(blocks)
    }
}

/// Splits a paragraph where it has empty lines.
fn paragraphs(inline: &Inline, blocks: &mut Vec<Block>) {
    let chars = inline.styled();
    let mut paragraph: Vec<Styled> = Vec::new();
    let mut finish = |paragraph: &mut Vec<Styled>| {
        if matches!(paragraph.last(), Some(('\n', _))) {
            paragraph.pop();
        }
        if !paragraph.is_empty() {
            blocks.push(Block::Paragraph(inline.rebuilt(paragraph)));
            paragraph.clear();
        }
    };
    for line in chars.split_inclusive(|(c, _)| *c == '\n') {
        if line.iter().all(|(c, _)| c.is_whitespace()) {
            finish(&mut paragraph);
        } else {
            paragraph.extend(line);
        }
    }
    finish(&mut paragraph);
}

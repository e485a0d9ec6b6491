//! The white space of one paragraph or list line.

use crate::rich::{Inline, Span};

/// A line without white space at its ends, before line breaks and doubled. Spaces that
/// may not break are how editors write several in a row; one is kept only behind a
/// figure, as in "5 000".
pub(super) fn trimmed(line: Inline) -> Inline {
    let chars: Vec<(char, usize)> = line
        .0
        .iter()
        .enumerate()
        .flat_map(|(number, span)| span.text.chars().map(move |c| (c, number)))
        .collect();
    let mut kept: Vec<(char, usize)> = Vec::with_capacity(chars.len());
    for (at, (c, style)) in chars.iter().enumerate() {
        let last = kept.last().map(|(c, _)| *c);
        let next = chars.get(at + 1).map(|(c, _)| *c);
        match c {
            '\n' => {
                while matches!(kept.last(), Some((' ', _))) {
                    kept.pop();
                }
                kept.push(('\n', *style));
            }
            '\u{a0}'
                if last.is_some_and(|c| c.is_ascii_digit())
                    && next.is_some_and(|c| !is_space(c)) =>
            {
                kept.push(('\u{a0}', *style));
            }
            c if is_space(*c) => {
                if last.is_some_and(|c| c != ' ' && c != '\n') {
                    kept.push((' ', *style));
                }
            }
            c => kept.push((*c, *style)),
        }
    }
    let is_edge = |(c, _): &(char, usize)| matches!(c, ' ' | '\n');
    while kept.last().is_some_and(is_edge) {
        kept.pop();
    }
    let start = kept.iter().take_while(|c| is_edge(c)).count();
    let mut out = Inline::default();
    for (c, style) in kept.into_iter().skip(start) {
        let style = line.0.get(style).cloned().unwrap_or_default();
        out.push(Span {
            text: c.to_string(),
            ..style
        });
    }
    out
}

fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

//! Writing that runs in two directions.
//!
//! In a text of several fields each is isolated from the others (UAX #9): an
//! English company beside an English city would else change places in a line of
//! Hebrew. The marks for this are only in the text that is shaped, never in the
//! text that a page keeps, so nobody meets them who takes words out of a file.

use std::borrow::Cow;
use std::ops::Range;

use parley::BaseDirection;

use crate::layout::input::Span;

/// First strong isolate, and the end of an isolate: three bytes each.
const OPEN: char = '\u{2068}';
const CLOSE: char = '\u{2069}';
const MARK: usize = 3;

/// A text as it is shaped.
pub(super) struct Shaped<'a> {
    pub(super) text: Cow<'a, str>,
    /// The bytes of each span in it.
    pub(super) ranges: Vec<Range<usize>>,
    /// Where the marks start in it, in order.
    marks: Vec<usize>,
    pub(super) base: BaseDirection,
}

impl<'a> Shaped<'a> {
    /// `rtl` is the direction of the document. A text without a letter of that
    /// direction is set as it would be elsewhere, but for periods of years: they
    /// run as those with names of months do.
    pub(super) fn new(
        text: &'a str,
        ranges: &[Range<usize>],
        spans: &[Span<'_>],
        rtl: bool,
    ) -> Shaped<'a> {
        let fields = spans.chunk_by(|a, b| a.place == b.place).count();
        let figure = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '–');
        let figures = || rtl && fields > 1 && text.chars().all(figure);
        let mixed = text.contains(runs_leftwards) || figures();
        let base = match (rtl, mixed) {
            (true, true) => BaseDirection::Rtl,
            (true, false) => BaseDirection::Ltr,
            (false, _) => BaseDirection::Auto,
        };
        let marks = if mixed { isolates(spans) } else { Vec::new() };
        if marks.is_empty() {
            return Shaped {
                text: text.into(),
                ranges: ranges.to_vec(),
                marks: Vec::new(),
                base,
            };
        }
        let mut out = String::with_capacity(text.len() + marks.len() * MARK);
        let mut at = Vec::new();
        let mut moved = Vec::new();
        for (number, range) in ranges.iter().enumerate() {
            for (_, mark) in marks.iter().filter(|(before, _)| *before == number) {
                at.push(out.len());
                out.push(*mark);
            }
            let start = out.len();
            out.push_str(text.get(range.clone()).unwrap_or_default());
            moved.push(start..out.len());
        }
        for (_, mark) in marks.iter().filter(|(before, _)| *before == ranges.len()) {
            at.push(out.len());
            out.push(*mark);
        }
        Shaped {
            text: out.into(),
            ranges: moved,
            marks: at,
            base,
        }
    }

    /// A place of the shaped text in the text itself.
    pub(super) fn plain(&self, at: usize) -> usize {
        at - MARK * self.marks.partition_point(|mark| *mark < at)
    }

    /// Whether a mark stands at this place.
    pub(super) fn is_mark(&self, at: usize) -> bool {
        self.marks.binary_search(&at).is_ok()
    }
}

/// The marks, each with the number of the span before which it stands: around
/// each field of a text of several, and around each link within one.
fn isolates(spans: &[Span<'_>]) -> Vec<(usize, char)> {
    let mut marks = Vec::new();
    let fields: Vec<&[Span<'_>]> = spans.chunk_by(|a, b| a.place == b.place).collect();
    let several = fields.len() > 1;
    let mut number = 0;
    for field in fields {
        let own = several && field[0].place.is_some();
        if own {
            marks.push((number, OPEN));
        }
        let links: Vec<&[Span<'_>]> = field.chunk_by(|a, b| a.link == b.link).collect();
        let linked = links.len() > 1;
        for link in links {
            let end = number + link.len();
            if linked && link[0].link.is_some() {
                marks.extend([(number, OPEN), (end, CLOSE)]);
            }
            number = end;
        }
        if own {
            marks.push((number, CLOSE));
        }
    }
    // What ends before a span stands before what begins there.
    marks.sort_by_key(|(before, mark)| (*before, *mark == OPEN));
    marks
}

/// Letters of scripts that are written from right to left.
pub(crate) fn runs_leftwards(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

//! Words that are divided at a line's end.
//!
//! Lines are broken without divisions first. Where one then ends far before the
//! edge, the word that follows is divided at one of its candidates, if a part of
//! it fits, and the rest is broken anew. Text is set flush left, so that most
//! lines need no division: few words are divided, and none without need.

use std::ops::Range;

use parley::{BreakReason, Layout};

use super::Brush;
use super::direction::runs_leftwards;
use crate::layout::input::Span;
use crate::layout::patterns::Patterns;

/// Letters of a word at least, and of its parts before and after the hyphen.
const WORD: usize = 7;
const BEFORE: usize = 3;
const AFTER: usize = 4;
/// Bytes of a word that anybody would divide.
const LONGEST: usize = 120;
/// What part of a line has to be empty before a word is divided for it.
const EMPTY: f32 = 0.1;
/// The width of a hyphen at most, in parts of the size.
const HYPHEN: f32 = 0.5;
/// Lines in a row that may end in a divided word.
const IN_A_ROW: usize = 2;

/// A line that ends within a word.
#[derive(Clone, Copy)]
pub(super) struct Division {
    /// Characters of the line.
    chars: u32,
    /// The byte of the text before which the word is divided.
    pub(super) at: usize,
}

/// The text of a cell while words in it are divided.
pub(super) struct Divider<'a, 'b> {
    pub(super) text: &'a str,
    pub(super) spans: &'a [Span<'b>],
    pub(super) ranges: &'a [Range<usize>],
    pub(super) patterns: &'a Patterns,
    /// Nouns begin with a capital, and are divided as other words are.
    pub(super) nouns: bool,
    pub(super) width: f32,
}

/// A line as it was broken.
struct Broken {
    range: Range<usize>,
    /// Without the space at its end, and with it.
    ink: f32,
    advance: f32,
    emergency: bool,
}

impl Divider<'_, '_> {
    /// Breaks a layout anew with divided words, and names for each line where it
    /// ends within one.
    pub(super) fn divide(&self, layout: &mut Layout<Brush>) -> Vec<Option<Division>> {
        let mut plan: Vec<Option<Division>> = Vec::new();
        if self.text.contains(runs_leftwards) {
            return plan;
        }
        let advances = advances(layout);
        loop {
            let lines = lines(layout);
            let from = plan.len();
            let next = (from..lines.len().saturating_sub(1))
                .find_map(|index| Some((index, self.line(&lines, index, &plan, &advances)?)));
            let Some((index, division)) = next else {
                return plan;
            };
            plan.resize(index, None);
            plan.push(Some(division));
            self.break_anew(layout, &plan);
        }
    }

    /// Where a line can take a part of the word that follows it.
    fn line(
        &self,
        lines: &[Broken],
        index: usize,
        plan: &[Option<Division>],
        advances: &[(usize, f32)],
    ) -> Option<Division> {
        let before = plan.get(index.saturating_sub(IN_A_ROW)..index);
        let in_a_row = before
            .is_some_and(|before| before.len() == IN_A_ROW && before.iter().all(Option::is_some));
        let line = &lines[index];
        let text = self.text.get(line.range.clone())?;
        let torn = line.emergency;
        // Where the word starts, and what stands before it on the line.
        let (start, room) = if torn {
            let start = line.range.start + text.rfind(char::is_whitespace).map_or(0, |at| at + 1);
            let taken = width(advances, line.range.start..start);
            (start, self.width - taken)
        } else {
            (line.range.end, self.width - line.advance)
        };
        let needed = !in_a_row && self.width - line.ink > self.width * EMPTY;
        if !(torn || needed) || text.ends_with('\n') {
            return None;
        }
        let word = self.word(start, torn)?;
        let size = self.size(&word)?;
        let room = room - HYPHEN * size;
        let at = self
            .patterns
            .candidates(&self.text[word.clone()], BEFORE, AFTER)
            .into_iter()
            .map(|part| word.start + part)
            .take_while(|at| width(advances, start..*at) <= room)
            .last()?;
        let chars = self.text.get(line.range.start..at)?.chars().count();
        Some(Division {
            chars: u32::try_from(chars).ok()?,
            at,
        })
    }

    /// The letters of the word that starts here, if it may be divided: one in
    /// lower case, which neither a name nor code is, and not the last of a text
    /// unless it is wider than its column.
    fn word(&self, start: usize, torn: bool) -> Option<Range<usize>> {
        let rest = self.text.get(start..)?;
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        if !torn && rest[end..].trim().is_empty() {
            return None;
        }
        let whole = &rest[..end];
        let first = whole.find(char::is_alphabetic)?;
        let letters = whole.trim_end_matches(|c: char| !c.is_alphanumeric());
        let word = letters.get(first..)?;
        let fits = word.chars().count() >= WORD && word.len() <= LONGEST;
        let opened = whole[..first].chars().all(|c| !c.is_alphanumeric());
        let mut chars = word.chars();
        if self.nouns {
            chars.next();
        }
        (fits && opened && chars.all(char::is_lowercase))
            .then(|| start + first..start + first + word.len())
    }

    /// The size of a word that stands in one span, which is no link.
    fn size(&self, word: &Range<usize>) -> Option<f32> {
        let within = |range: &Range<usize>| range.start <= word.start && word.end <= range.end;
        let span = &self.spans[self.ranges.iter().position(within)?];
        let divisible = span.link.is_none() && !span.whole;
        divisible.then(|| span.style.size.points())
    }

    fn break_anew(&self, layout: &mut Layout<Brush>, plan: &[Option<Division>]) {
        let mut breaker = layout.break_lines();
        breaker.state_mut().set_layout_max_advance(self.width);
        breaker.state_mut().set_line_max_advance(self.width);
        for line in plan {
            match line {
                Some(division) => {
                    breaker.break_next_with_length(division.chars);
                }
                None => {
                    breaker.break_next();
                }
            }
        }
        breaker.break_remaining(self.width);
    }
}

fn lines(layout: &Layout<Brush>) -> Vec<Broken> {
    layout
        .lines()
        .map(|line| {
            let metrics = line.metrics();
            Broken {
                range: line.text_range(),
                ink: metrics.advance - metrics.hanging_advance,
                advance: metrics.advance,
                emergency: line.break_reason() == BreakReason::Emergency,
            }
        })
        .collect()
}

/// The first byte and the width of each cluster, in order.
fn advances(layout: &Layout<Brush>) -> Vec<(usize, f32)> {
    let runs = layout
        .lines()
        .flat_map(|line| line.runs().collect::<Vec<_>>());
    let mut advances: Vec<(usize, f32)> = runs
        .flat_map(|run| {
            let clusters = run.visual_clusters();
            clusters
                .map(|cluster| (cluster.text_range().start, cluster.advance()))
                .collect::<Vec<_>>()
        })
        .collect();
    advances.sort_by_key(|(start, _)| *start);
    advances
}

fn width(advances: &[(usize, f32)], range: Range<usize>) -> f32 {
    let from = advances.partition_point(|(start, _)| *start < range.start);
    let within = advances[from..]
        .iter()
        .take_while(|(start, _)| *start < range.end);
    within.map(|(_, advance)| advance).sum()
}

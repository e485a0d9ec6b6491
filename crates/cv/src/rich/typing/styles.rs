//! Bold and italic type: whether the selection has it, and switching it on and off.

use std::ops::Range;

use super::{Area, Opened, Unit};
use crate::rich::Span;
use crate::rich::notation::List;

/// A style that is switched on and off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Bold,
    Italic,
}

/// What the selection is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Styles {
    pub bold: bool,
    pub italic: bool,
    pub link: bool,
    pub list: Option<List>,
}

impl Style {
    pub(super) fn of(self, span: &Span) -> bool {
        match self {
            Style::Bold => span.bold,
            Style::Italic => span.italic,
        }
    }

    fn set(self, span: &mut Span, on: bool) {
        match self {
            Style::Bold => span.bold = on,
            Style::Italic => span.italic = on,
        }
    }

    fn mark(self) -> &'static str {
        match self {
            Style::Bold => "**",
            Style::Italic => "*",
        }
    }
}

impl Area {
    /// The styles of what is selected; of the letter before the cursor, if nothing is.
    pub fn styles(&self) -> Styles {
        let mut found: Option<Styles> = None;
        for unit in self.touched() {
            let opened = Opened::of(&self.text, unit);
            let mut selected = opened.selected(&self.selection);
            if self.selection.is_empty() {
                let at = self.selection.start;
                let touching = |place: &Range<usize>| place.end == at || place.start == at;
                let beside = [selected.start.checked_sub(1), Some(selected.start)];
                let found = beside.into_iter().flatten().find(|number| {
                    // At the border of two styles the cursor may be in neither.
                    opened.places.get(*number).is_some_and(touching)
                });
                selected = found.map_or(0..0, |number| number..number + 1);
            }
            let letters = opened.chars.get(selected).unwrap_or_default().iter();
            let letters: Vec<_> = letters.filter(|(c, _)| !c.is_whitespace()).collect();
            if letters.is_empty() && found.is_some() {
                continue;
            }
            let all = |is: &dyn Fn(&Span) -> bool| {
                !letters.is_empty() && letters.iter().all(|(_, style)| is(style))
            };
            let here = Styles {
                bold: all(&|span| span.bold),
                italic: all(&|span| span.italic),
                link: all(&|span| span.link.is_some()),
                list: opened.unit.list.filter(|_| !self.is_line),
            };
            found = Some(match found {
                None => here,
                Some(before) => Styles {
                    bold: before.bold && here.bold,
                    italic: before.italic && here.italic,
                    link: before.link && here.link,
                    list: before.list.filter(|list| here.list == Some(*list)),
                },
            });
        }
        let mut found = found.unwrap_or_default();
        if self.selection.is_empty() {
            // Between marks that were put there to be typed between.
            found.bold |= self.is_between(Style::Bold.mark());
            found.italic |= self.is_between(Style::Italic.mark());
        }
        found
    }

    /// Whether exactly these stars stand on either side of the cursor.
    fn is_between(&self, mark: &str) -> bool {
        let (before, after) = self.text.split_at(self.selection.start);
        let behind = before.len() - before.trim_end_matches('*').len();
        behind == mark.len() && stars(after) == mark.len()
    }

    /// Switches a style of what is selected: on, unless all of it has it. Without a
    /// selection it is the word around the cursor; beside a word the marks are put
    /// there with the cursor between them, or it leaves them.
    pub fn styled(&self, style: Style) -> Area {
        if !self.selection.is_empty() {
            return self.restyled(style);
        }
        let (mark, at) = (style.mark(), self.selection.start);
        // Just put there, and nothing typed between.
        if self.is_between(mark) {
            return self
                .replaced(at - mark.len()..at + mark.len(), "")
                .at(at - mark.len());
        }
        let opened = Opened::of(&self.text, self.unit_at(at));
        let here = opened.selected(&self.selection).start;
        let letter = |at: Option<usize>| at.and_then(|at| opened.chars.get(at));
        let is_word =
            |found: Option<&(char, Span)>| found.is_some_and(|(c, _)| c.is_alphanumeric());
        let (left, right) = (letter(here.checked_sub(1)), letter(Some(here)));
        if is_word(left) && is_word(right) {
            let (before, after) = opened.chars.split_at(here);
            let back = before.iter().rev().take_while(|c| is_word(Some(c)));
            let on = after.iter().take_while(|c| is_word(Some(c)));
            let letters = here - back.count()..here + on.count();
            let places = opened.places.get(letters).unwrap_or_default();
            let (Some(first), Some(last)) = (places.first(), places.last()) else {
                return self.clone();
            };
            let word = self.with(self.text.clone(), first.start..last.end);
            let done = word.restyled(style);
            // Where the cursor was in the word.
            let again = Opened::of(&done.text, done.unit_at(done.selection.start));
            let cursor = again
                .places
                .get(here)
                .map_or(done.selection.end, |p| p.start);
            return done.at(cursor);
        }
        let leaves = left.is_some_and(|(_, span)| style.of(span))
            && !right.is_some_and(|(_, span)| style.of(span));
        let closing = stars(self.text.get(at..).unwrap_or_default());
        if leaves && closing >= mark.len() {
            return self.at(at + closing);
        }
        let pair = format!("{mark}{mark}");
        self.replaced(at..at, &pair).at(at + mark.len())
    }

    fn restyled(&self, style: Style) -> Area {
        let mut opened: Vec<Opened> = self
            .touched()
            .into_iter()
            .map(|unit| Opened::of(&self.text, unit))
            .filter(|opened| !opened.selected(&self.selection).is_empty())
            .collect();
        let has = |(c, span): &(char, Span)| c.is_whitespace() || style.of(span);
        let on = !opened.iter().all(|opened| {
            let selected = opened.selected(&self.selection);
            opened
                .chars
                .get(selected)
                .unwrap_or_default()
                .iter()
                .all(has)
        });
        for opened in &mut opened {
            let selected = opened.selected(&self.selection);
            for (_, span) in opened.chars.get_mut(selected).unwrap_or_default() {
                style.set(span, on);
            }
        }
        self.rewritten(opened)
    }

    /// Writes changed paragraphs and lines, and selects the same characters again.
    fn rewritten(&self, opened: Vec<Opened>) -> Area {
        let mut text = self.text.clone();
        let mut selection = self.selection.clone();
        let last = opened.len().saturating_sub(1);
        let mut shift = 0_isize;
        for (number, opened) in opened.into_iter().enumerate() {
            let moved = |at: usize| at.saturating_add_signed(shift);
            let selected = opened.selected(&self.selection);
            let old = opened.unit.text.clone();
            let range = moved(old.start)..moved(old.end);
            let written = opened.written();
            text.replace_range(range.clone(), &written);
            let unit = Unit {
                text: range.start..range.start + written.len(),
                ..opened.unit
            };
            let again = Opened::of(&text, unit);
            if number == 0 {
                selection.start = again
                    .places
                    .get(selected.start)
                    .map_or(range.start, |place| place.start);
            }
            if number == last {
                selection.end = selected
                    .end
                    .checked_sub(1)
                    .and_then(|at| again.places.get(at))
                    .map_or(range.start + written.len(), |place| place.end);
            }
            shift += written.len() as isize - old.len() as isize;
        }
        selection.end = selection.end.max(selection.start);
        self.with(text, selection)
    }
}

/// How many stars a text begins with.
fn stars(text: &str) -> usize {
    text.bytes().take_while(|byte| *byte == b'*').count()
}

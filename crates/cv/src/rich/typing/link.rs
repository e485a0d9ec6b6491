//! Links: what is known of one where the cursor is, and another one in its place.

use std::ops::Range;

use super::{Area, Opened, Style};
use crate::rich::Span;

/// A link to be changed, or what would become one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The words that are followed.
    pub text: String,
    /// Empty where there is no link yet.
    pub address: String,
}

impl Area {
    /// The link that the selection begins in, or the selected words.
    pub fn link(&self) -> Link {
        let (opened, chars) = self.linked();
        let chars = opened.chars.get(chars).unwrap_or_default();
        let address = chars.first().and_then(|(_, style)| style.link.clone());
        let text = chars.iter().map(|(c, _)| match c {
            '\n' => ' ',
            c => *c,
        });
        Link {
            text: text.collect(),
            address: address.unwrap_or_default(),
        }
    }

    /// Puts a link there. Without words the address stands for itself; without an
    /// address there is no link any more.
    pub fn with_link(&self, link: &Link) -> Area {
        let (mut opened, chars) = self.linked();
        let address = link.address.trim();
        let text = match link.text.trim() {
            "" => address.strip_prefix("https://").unwrap_or(address),
            text => text,
        };
        let text = text.strip_prefix("mailto:").unwrap_or(text);
        let near = chars.start.checked_sub(usize::from(chars.is_empty()));
        let style = near.and_then(|at| opened.chars.get(at));
        let style = style.map(|(_, style)| style.clone()).unwrap_or_default();
        let style = Span {
            text: String::new(),
            link: (!address.is_empty()).then(|| address.to_owned()),
            ..style
        };
        let letters: Vec<(char, Span)> = text
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .map(|c| (c, style.clone()))
            .collect();
        let end = chars.start + letters.len();
        let range = chars.start.min(opened.chars.len())..chars.end.min(opened.chars.len());
        opened.chars.splice(range, letters);
        let unit = opened.unit.text.clone();
        let written = opened.written();
        let mut text = self.text.clone();
        text.replace_range(unit.clone(), &written);
        // Behind the link, and what ends it.
        opened.unit.text = unit.start..unit.start + written.len();
        let again = Opened::of(&text, opened.unit.clone());
        let next = again.places.get(end).map(|place| place.start);
        let mut cursor = next.unwrap_or(opened.unit.text.end);
        // Marks that open before the next letter are its own.
        let opens = [Style::Bold, Style::Italic].iter().any(|style| {
            let of = |at: usize| again.chars.get(at).is_some_and(|(_, s)| style.of(s));
            of(end) && !end.checked_sub(1).is_some_and(of)
        });
        if opens {
            let before = text.get(..cursor).unwrap_or_default();
            cursor = before.trim_end_matches(['*', '[']).len();
        }
        self.with(text, cursor..cursor)
    }

    /// The paragraph in which the selection begins, and the characters of its link,
    /// or else those that are selected.
    fn linked(&self) -> (Opened, Range<usize>) {
        let opened = Opened::of(&self.text, self.unit_at(self.selection.start));
        let selected = opened.selected(&self.selection);
        let at = match selected.is_empty() {
            false => Some(selected.start),
            true => [Some(selected.start), selected.start.checked_sub(1)]
                .into_iter()
                .flatten()
                .find(|at| {
                    let touches = opened.places.get(*at).is_some_and(|place| {
                        place.start <= self.selection.start && self.selection.start <= place.end
                    });
                    touches && is_link(&opened, *at)
                }),
        };
        let link = at.and_then(|at| opened.chars.get(at)?.1.link.clone());
        let (Some(at), Some(link)) = (at, link) else {
            return (opened, selected);
        };
        let same = |c: &(char, Span)| c.1.link.as_ref() == Some(&link);
        let (before, after) = opened.chars.split_at(at);
        let start = at - before.iter().rev().take_while(|c| same(c)).count();
        let end = at + after.iter().take_while(|c| same(c)).count();
        (opened, start..end)
    }
}

fn is_link(opened: &Opened, at: usize) -> bool {
    let found = opened.chars.get(at);
    found.is_some_and(|(_, style)| style.link.is_some())
}

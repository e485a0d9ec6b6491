//! Swedish compounds, taken apart where both halves are known words.

use std::collections::HashSet;

use crate::stem::stem;
use crate::tongue::Tongue;
use crate::words::words;

const PARTS: &str = include_str!("../../lists/parts.txt");

/// Shorter halves would be found everywhere.
const SHORTEST: usize = 3;

/// Words, by their stems, that may be part of another.
pub(super) struct Parts(HashSet<String>);

impl Parts {
    /// Those of our list, and the longer words of some texts.
    pub(super) fn new<'a>(texts: impl Iterator<Item = &'a str>) -> Parts {
        let list = PARTS.lines().filter(|line| !line.starts_with('#'));
        let mut parts: HashSet<String> = list
            .flat_map(str::split_whitespace)
            .map(|word| stem(word, Some(Tongue::Swedish)))
            .collect();
        for text in texts {
            let words = words(text).into_iter();
            let long = words.filter(|word| word.text.chars().count() > SHORTEST);
            parts.extend(long.map(|word| stem(word.text, Some(Tongue::Swedish))));
        }
        Parts(parts)
    }

    /// The stems of a word's two halves: `projektledning` is `projekt` and `ledning`,
    /// `arbetsmiljö` is `arbete` and `miljö`. A hyphen parts any word.
    pub(super) fn halves(&self, word: &str) -> Option<(String, String)> {
        let word = word.to_lowercase();
        let swedish = |half: &str| stem(half, Some(Tongue::Swedish));
        if let Some((first, second)) = word.split_once('-') {
            let both = !first.is_empty() && !second.is_empty();
            return both.then(|| (swedish(first), swedish(second)));
        }
        let long = |half: &str| half.chars().count() >= SHORTEST;
        for (at, _) in word.char_indices().rev() {
            let (first, second) = word.split_at(at);
            if !long(first) || !long(second) {
                continue;
            }
            let second = swedish(second);
            if !self.0.contains(&second) {
                continue;
            }
            // An s may join the halves.
            let bare = first.strip_suffix('s').unwrap_or(first);
            for first in [swedish(first), swedish(bare)] {
                if self.0.contains(&first) {
                    return Some((first, second));
                }
            }
        }
        None
    }
}

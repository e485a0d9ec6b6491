//! The language of a text, by the small words in it, and those words themselves.

mod english;
mod swedish;

use crate::tongue::Tongue;
use crate::words::words;

/// So many small words are needed to tell.
const ENOUGH: usize = 3;

fn small(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::Swedish => swedish::SMALL,
        Tongue::English => english::SMALL,
    }
}

/// Whether a word in lower case only holds others together.
pub(super) fn is_small(word: &str, tongue: Tongue) -> bool {
    small(tongue).contains(&word)
}

/// Whether a word in lower case says nothing of what is asked for.
pub(super) fn is_usual(word: &str, tongue: Tongue) -> bool {
    let usual = match tongue {
        Tongue::Swedish => swedish::USUAL,
        Tongue::English => english::USUAL,
    };
    is_small(word, tongue) || usual.contains(&word)
}

/// The language that a text is written in, if it can be told and is known here.
pub(super) fn of(text: &str) -> Option<Tongue> {
    let (mut swedish, mut english, mut all) = (0, 0, 0);
    for word in words(text) {
        let word = word.text.to_lowercase();
        all += 1;
        swedish += usize::from(swedish::SMALL.contains(&word.as_str()));
        english += usize::from(english::SMALL.contains(&word.as_str()));
    }
    let (tongue, more, less) = match swedish > english {
        true => (Tongue::Swedish, swedish, english),
        false => (Tongue::English, english, swedish),
    };
    // Another language may share a small word or two with one of these.
    (more >= ENOUGH && more * 8 >= all && more * 2 > less * 3).then_some(tongue)
}

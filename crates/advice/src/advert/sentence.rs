//! What kind of sentence and what kind of word something is.

use crate::words::{Word, words};

/// A sentence with one of these asks for something.
const CUES: &[&str] = &[
    "krav",
    "kräver",
    "krävs",
    "meriterande",
    "erfarenhet",
    "erfarenheter",
    "kunskap",
    "kunskaper",
    "vana",
    "behärskar",
    "kvalifikationer",
    "kompetens",
    "utbildning",
    "examen",
    "ser",
    "require",
    "required",
    "requires",
    "requirements",
    "experience",
    "experienced",
    "must",
    "essential",
    "desirable",
    "preferred",
    "skills",
    "knowledge",
    "qualifications",
    "proficient",
    "proficiency",
    "familiar",
    "degree",
    "understanding",
];

/// The sentence or line around a place in a text.
pub(super) fn sentence(text: &str, at: usize) -> &str {
    let ends = |c: char| matches!(c, '!' | '?' | '\n' | ';' | '•');
    let before = text.get(..at).unwrap_or_default();
    let from = before
        .char_indices()
        .rev()
        .find(|(at, c)| ends(*c) || *c == '.' && before.get(at + 1..).is_some_and(opens))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let after = text.get(at..).unwrap_or_default();
    let to = after
        .char_indices()
        .find(|(at, c)| ends(*c) || *c == '.' && after.get(at + 1..).is_some_and(opens))
        .map_or(text.len(), |(end, _)| at + end);
    text.get(from..to).unwrap_or_default().trim()
}

/// Whether a full stop before this ends a sentence.
fn opens(rest: &str) -> bool {
    rest.chars().next().is_none_or(char::is_whitespace)
}

pub(super) fn asks(sentence: &str) -> bool {
    let mut words = words(sentence).into_iter();
    words.any(|word| CUES.contains(&word.text.to_lowercase().as_str()))
}

/// In a heading every word may have a capital.
pub(super) fn is_heading(sentence: &str) -> bool {
    let words = words(sentence);
    let capital = |word: &&Word<'_>| word.text.chars().next().is_some_and(char::is_uppercase);
    words.len() > 1 && words.iter().filter(capital).count() * 2 > words.len()
}

/// A capital that no beginning of a sentence asks for.
pub(super) fn is_name(word: &Word<'_>) -> bool {
    !word.first
        && word.text.chars().count() > 2
        && word.text.chars().next().is_some_and(char::is_uppercase)
}

/// `C#`, `ISO9001`, `PowerShell`, `LIMS`.
pub(super) fn is_technical(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let inner = word.chars().skip(1).any(char::is_uppercase);
    let lower = word.chars().any(char::is_lowercase);
    let digits = word.chars().any(|c| c.is_ascii_digit());
    let capitals = !lower && (2..=6).contains(&letters) && letters == word.chars().count();
    letters > 0
        && (word.contains(['#', '+']) || inner && lower || capitals || digits && letters > 1)
}

/// Part of an e-mail or a web address.
pub(super) fn is_address(text: &str, word: &Word<'_>) -> bool {
    let before = text.get(..word.start).unwrap_or_default();
    let after = text.get(word.end()..).unwrap_or_default();
    let lower = word.text.to_lowercase();
    before.ends_with(['@', '/']) && before.contains("//")
        || before.ends_with('@')
        || after.starts_with('@')
        || after.starts_with("://")
        || lower.starts_with("www.")
        || [".se", ".com", ".org", ".eu"]
            .iter()
            .any(|end| lower.ends_with(end))
}

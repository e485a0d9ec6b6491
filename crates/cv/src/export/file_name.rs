//! The name under which a CV or a letter is saved.

use crate::document::Kind;
use crate::language::Language;
use crate::schema::Field;
use crate::shown::Shown;

/// Characters of a name, its ending included, and bytes: file systems take 255.
const CHARS: usize = 80;
const BYTES: usize = 200;

/// The stem of a file name, `Given-Family-CV`, without its extension. Letters
/// and digits of any script with hyphens between them, so that it is safe on
/// every system and in every header; `CV` where there is no name. A letter's ends
/// with what it is in Swedish, or in English for every other language.
pub fn file_name(shown: Shown<'_>) -> String {
    let ending = match (shown.kind(), shown.language()) {
        (Kind::Letter, Language::Swedish) => "-Personligt-brev",
        (Kind::Letter, _) => "-Letter",
        (Kind::Cv | Kind::Profile, _) => "-CV",
    };
    let mut stem = String::new();
    let mut chars = 0;
    let mut gap = false;
    for c in shown.basics().text(Field::Name).chars() {
        // Combining marks belong to the letter before them.
        let is_mark = ('\u{300}'..='\u{36f}').contains(&c);
        if !c.is_alphanumeric() && !is_mark {
            // An apostrophe or a full stop joins: O'Brien is one word.
            gap |= !matches!(c, '\'' | '’' | '.');
            continue;
        }
        let hyphen = gap && !stem.is_empty();
        let fits = chars + 1 + usize::from(hyphen) + ending.len() <= CHARS
            && stem.len() + c.len_utf8() + usize::from(hyphen) + ending.len() <= BYTES;
        if !fits {
            break;
        }
        if hyphen {
            stem.push('-');
            chars += 1;
        }
        stem.push(c);
        chars += 1;
        gap = false;
    }
    if stem.is_empty() {
        return ending.trim_start_matches('-').to_owned();
    }
    stem + ending
}

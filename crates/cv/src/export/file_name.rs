//! The name under which a CV is saved.

use crate::schema::Field;
use crate::shown::Shown;

/// Characters of a name, its ending included, and bytes: file systems take 255.
const CHARS: usize = 80;
const BYTES: usize = 200;

/// The stem of a file name, `Given-Family-CV`, without its extension. Letters
/// and digits of any script with hyphens between them, so that it is safe on
/// every system and in every header; `CV` where there is no name.
pub fn file_name(shown: Shown<'_>) -> String {
    const ENDING: &str = "-CV";
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
        let fits = chars + 1 + usize::from(hyphen) + ENDING.len() <= CHARS
            && stem.len() + c.len_utf8() + usize::from(hyphen) + ENDING.len() <= BYTES;
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
        return "CV".to_owned();
    }
    stem + ENDING
}

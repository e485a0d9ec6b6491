//! Words of a text.

/// A word as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    /// Where it begins, in bytes.
    pub(crate) start: usize,
    /// Nothing but marks and space stands before it in its sentence or line.
    pub(crate) first: bool,
    /// A mark other than a hyphen stands between it and the word before.
    pub(crate) apart: bool,
}

impl Word<'_> {
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The words of a text. `C++`, `C#`, `.NET`, `Node.js` and `B-körkort` are one each;
/// what a slash joins is two.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |index: usize| chars.get(index).map(|(_, c)| *c);
    let byte = |index: usize| chars.get(index).map_or(text.len(), |(byte, _)| *byte);
    let mut words = Vec::new();
    let (mut first, mut apart) = (true, true);
    let mut index = 0;
    while let Some(c) = at(index) {
        let before = index.checked_sub(1).and_then(at);
        let alone = before.is_none_or(|c| !c.is_alphanumeric());
        let dotted = c == '.' && alone && at(index + 1).is_some_and(char::is_alphabetic);
        if !c.is_alphanumeric() && !dotted {
            first |= matches!(c, '.' | '!' | '?' | ':' | '\n' | '•' | '*');
            apart |= !(c == ' ' || c == '\u{a0}' || c == '-');
            index += 1;
            continue;
        }
        let begin = index;
        index += 1;
        while let Some(c) = at(index) {
            let joins = matches!(c, '-' | '.' | '\'' | '’' | ':' | '\u{ad}')
                && at(index + 1).is_some_and(char::is_alphanumeric);
            if !(c.is_alphanumeric() || joins || is_mark(c)) {
                break;
            }
            index += 1;
        }
        // `C++` and `C#` end in marks.
        while at(index).is_some_and(|c| c == '+' || c == '#') {
            index += 1;
        }
        let start = byte(begin);
        words.push(Word {
            text: text.get(start..byte(index)).unwrap_or_default(),
            start,
            first,
            apart,
        });
        (first, apart) = (false, false);
    }
    words
}

/// Marks that stand on the letter before them.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Whether some words stand one after the other at the beginning of others, small and
/// capital letters alike.
pub(crate) fn begins(words: &[Word<'_>], phrase: &str) -> bool {
    let mut words = words.iter();
    phrase.split(' ').all(|part| {
        words
            .next()
            .is_some_and(|word| word.text.to_lowercase() == part)
    })
}

/// The part of a text from one word to another, both with it.
pub(crate) fn slice<'a>(text: &'a str, from: &Word<'_>, to: &Word<'_>) -> &'a str {
    text.get(from.start..to.end()).unwrap_or_default()
}

//! Word stems: what is left of a word without its endings, so that *kunder* and
//! *kundens*, *managing* and *managed* are found by each other.
//!
//! Written after the descriptions of the Swedish and the English (Porter 2) stemmer
//! of the Snowball project, snowballstem.org.

mod english;
mod swedish;

use crate::tongue::Tongue;

/// The stem of a word, in lower case. Of a word with digits or marks in it, and of one
/// in a language that has no stemmer here, it is the word itself.
pub(crate) fn stem(word: &str, tongue: Option<Tongue>) -> String {
    let word: String = word.chars().filter(|c| *c != '\u{ad}').collect();
    let word = word.to_lowercase();
    let plain = |c: char| c.is_alphabetic() || c == '\'' || c == '’';
    if !word.chars().all(plain) {
        return word;
    }
    match tongue {
        Some(Tongue::Swedish) => swedish::stem(&word),
        Some(Tongue::English) => english::stem(&word),
        None => word,
    }
}

#[cfg(test)]
mod tests {
    use super::stem;
    use crate::tongue::Tongue;

    /// Words of the Snowball project's samples.
    #[test]
    fn stems_are_those_of_the_published_samples() {
        let pairs = [
            ("jakten", "jakt"),
            ("jaktkarlarne", "jaktkarl"),
            ("klokheten", "klok"),
            ("klokast", "klok"),
            ("klart", "klart"),
            ("friskt", "frisk"),
            ("undersökningarna", "undersökning"),
            ("hopplöst", "hopplös"),
        ];
        for (word, expected) in pairs {
            assert_eq!(stem(word, Some(Tongue::Swedish)), expected, "{word}");
        }
        let pairs = [
            ("consigned", "consign"),
            ("consistency", "consist"),
            ("consolingly", "consol"),
            ("conspirators", "conspir"),
            ("knackeries", "knackeri"),
            ("knitting", "knit"),
            ("knotted", "knot"),
            ("generously", "generous"),
            ("skies", "sky"),
            ("succeeds", "succeed"),
            ("hopping", "hop"),
            ("hoping", "hope"),
            ("rationalisation", "rationalis"),
            ("relational", "relat"),
            ("node’s", "node"),
        ];
        for (word, expected) in pairs {
            assert_eq!(stem(word, Some(Tongue::English)), expected, "{word}");
        }
        assert_eq!(stem("Node.js", Some(Tongue::English)), "node.js");
        assert_eq!(stem("Häuser", None), "häuser");
    }
}

//! The Swedish stemmer.

/// Endings of nouns, adjectives and verbs that go, longest first.
const ENDINGS: [&str; 37] = [
    "heterna", "hetens", "ornas", "arnas", "ernas", "heten", "heter", "andet", "arens", "andes",
    "anden", "arna", "erna", "orna", "ande", "arne", "aste", "aren", "are", "ades", "erns", "ens",
    "ade", "het", "ast", "ad", "en", "ar", "er", "or", "as", "es", "at", "ern", "a", "e", "s",
];

/// Of these pairs the last letter goes.
const PAIRS: [&str; 7] = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'å' | 'ö')
}

/// The stem of a word in lower case.
pub(super) fn stem(word: &str) -> String {
    let region = region(word);
    let mut stem = word.to_owned();
    // The longest ending that stands in the region.
    let endings = ENDINGS.iter().filter(|e| ends(&stem, e, region));
    if let Some(ending) = endings.max_by_key(|e| e.len()) {
        let bare = stem.len() - ending.len();
        let before = stem.get(..bare).and_then(|rest| rest.chars().next_back());
        let goes = *ending != "s" || before.is_some_and(|c| "bcdfghjklmnoprtvy".contains(c));
        if goes {
            stem.truncate(bare);
        }
    }
    if PAIRS.iter().any(|pair| ends(&stem, pair, region)) {
        stem.pop();
    }
    for (ending, keep) in [("fullt", 4), ("löst", 4), ("lig", 0), ("els", 0), ("ig", 0)] {
        if ends(&stem, ending, region) {
            stem.truncate(stem.len() - ending.len() + keep);
            break;
        }
    }
    stem
}

fn ends(word: &str, ending: &str, region: usize) -> bool {
    word.ends_with(ending) && word.len() - ending.len() >= region
}

/// Where the part begins that may lose its endings, in bytes: behind the first
/// consonant after a vowel, and behind the third letter at least.
fn region(word: &str) -> usize {
    let mut chars = word.char_indices().skip_while(|(_, c)| !is_vowel(*c));
    let consonant = chars.find(|(_, c)| !is_vowel(*c));
    let after = consonant.map_or(word.len(), |(at, c)| at + c.len_utf8());
    let third = word.char_indices().nth(3).map_or(word.len(), |(at, _)| at);
    after.max(third)
}

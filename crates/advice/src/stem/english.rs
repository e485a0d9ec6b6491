//! The English stemmer, Porter 2.

/// Words with a stem of their own.
const ALONE: [(&str, &str); 11] = [
    ("skis", "ski"),
    ("skies", "sky"),
    ("idly", "idl"),
    ("gently", "gentl"),
    ("ugly", "ugli"),
    ("early", "earli"),
    ("only", "onli"),
    ("singly", "singl"),
    ("dying", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
];

/// Words that stay.
const STAY: [&str; 15] = [
    "sky", "news", "howe", "atlas", "cosmos", "bias", "andes", "inning", "outing", "canning",
    "herring", "earring", "proceed", "exceed", "succeed",
];

const DOUBLES: [&str; 9] = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"];

/// The second step: an ending and what becomes of it, in the first region.
const SECOND: [(&str, &str); 22] = [
    ("ization", "ize"),
    ("ational", "ate"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("iveness", "ive"),
    ("tional", "tion"),
    ("biliti", "ble"),
    ("lessli", "less"),
    ("entli", "ent"),
    ("ation", "ate"),
    ("alism", "al"),
    ("aliti", "al"),
    ("ousli", "ous"),
    ("iviti", "ive"),
    ("fulli", "ful"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("abli", "able"),
    ("izer", "ize"),
    ("ator", "ate"),
    ("alli", "al"),
    ("bli", "ble"),
];

const THIRD: [(&str, &str); 8] = [
    ("ational", "ate"),
    ("tional", "tion"),
    ("alize", "al"),
    ("icate", "ic"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ness", ""),
    ("ful", ""),
];

const FOURTH: [&str; 17] = [
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
    "ive", "ize", "al", "er", "ic",
];

/// The stem of a word in lower case.
pub(super) fn stem(word: &str) -> String {
    let word = word.replace('’', "'");
    let word = word.strip_prefix('\'').unwrap_or(&word);
    if word.chars().count() <= 2 || STAY.contains(&word) {
        return word.to_owned();
    }
    if let Some((_, stem)) = ALONE.iter().find(|(whole, _)| *whole == word) {
        return (*stem).to_owned();
    }
    let mut letters: Vec<char> = word.chars().collect();
    consonant_y(&mut letters);
    let regions = regions(&letters);
    plural(&mut letters);
    let singular: String = letters.iter().collect();
    if STAY.contains(&singular.as_str()) {
        return singular;
    }
    past(&mut letters, regions.0);
    let last = letters.len().saturating_sub(1);
    if last > 1
        && matches!(letters.get(last), Some('y' | 'Y'))
        && letters.get(last - 1).is_some_and(|c| !is_vowel(*c))
        && let Some(y) = letters.get_mut(last)
    {
        *y = 'i';
    }
    second(&mut letters, regions.0);
    third(&mut letters, regions);
    fourth(&mut letters, regions.1);
    fifth(&mut letters, regions);
    letters.iter().flat_map(|c| c.to_lowercase()).collect()
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// A y at the beginning or after a vowel is a consonant, written Y from here on.
fn consonant_y(letters: &mut [char]) {
    let mut before = true;
    for c in letters.iter_mut() {
        if *c == 'y' && before {
            *c = 'Y';
        }
        before = is_vowel(*c);
    }
}

/// Where the two regions begin that may lose their endings.
fn regions(letters: &[char]) -> (usize, usize) {
    let after = |from: usize| {
        let mut seen = false;
        let rest = letters.iter().enumerate().skip(from);
        for (at, c) in rest {
            if seen && !is_vowel(*c) {
                return at + 1;
            }
            seen |= is_vowel(*c);
        }
        letters.len()
    };
    let word: String = letters.iter().collect();
    let prefixes = ["gener", "commun", "arsen", "univers", "emerg", "organ"];
    let prefix = prefixes.iter().find(|prefix| word.starts_with(**prefix));
    let first = prefix.map_or_else(|| after(0), |prefix| prefix.len());
    (first, after(first))
}

fn ends(letters: &[char], ending: &str) -> bool {
    let mut ending = ending.chars().rev();
    let mut letters = letters.iter().rev();
    ending.all(|c| letters.next() == Some(&c))
}

/// Puts another ending in the place of one that is there.
fn replace(letters: &mut Vec<char>, ending: &str, other: &str) {
    letters.truncate(letters.len().saturating_sub(ending.len()));
    letters.extend(other.chars());
}

fn within(letters: &[char], ending: &str, region: usize) -> bool {
    ends(letters, ending) && letters.len() - ending.len() >= region
}

fn has_vowel(letters: &[char]) -> bool {
    letters.iter().any(|c| is_vowel(*c))
}

fn plural(letters: &mut Vec<char>) {
    for ending in ["'s'", "'s", "'"] {
        if ends(letters, ending) {
            replace(letters, ending, "");
            break;
        }
    }
    let before = |ending: &str| letters.len().saturating_sub(ending.len());
    if ends(letters, "sses") {
        replace(letters, "sses", "ss");
    } else if ends(letters, "ied") || ends(letters, "ies") {
        let short = before("ies") < 2;
        replace(letters, "ies", if short { "ie" } else { "i" });
    } else if ends(letters, "us") || ends(letters, "ss") {
    } else if ends(letters, "s") {
        let stem = letters.get(..before("s").saturating_sub(1));
        if stem.is_some_and(has_vowel) {
            letters.pop();
        }
    }
}

fn past(letters: &mut Vec<char>, first: usize) {
    for ending in ["eedly", "eed"] {
        if ends(letters, ending) {
            if within(letters, ending, first) {
                replace(letters, ending, "ee");
            }
            return;
        }
    }
    for ending in ["ingly", "edly", "ing", "ed"] {
        if !ends(letters, ending) {
            continue;
        }
        let bare = letters.len() - ending.len();
        if !letters.get(..bare).is_some_and(has_vowel) {
            return;
        }
        letters.truncate(bare);
        if ["at", "bl", "iz"].iter().any(|end| ends(letters, end)) {
            letters.push('e');
        } else if DOUBLES.iter().any(|double| ends(letters, double)) {
            letters.pop();
        } else if is_short(letters, first) {
            letters.push('e');
        }
        return;
    }
}

/// Whether a word ends in a short syllable and has nothing behind it.
fn is_short(letters: &[char], first: usize) -> bool {
    first >= letters.len() && ends_short(letters)
}

fn ends_short(letters: &[char]) -> bool {
    match letters {
        [a, b] => is_vowel(*a) && !is_vowel(*b),
        [.., a, b, c] => {
            !is_vowel(*a) && is_vowel(*b) && !is_vowel(*c) && !matches!(c, 'w' | 'x' | 'Y')
        }
        _ => false,
    }
}

fn second(letters: &mut Vec<char>, first: usize) {
    if let Some((ending, other)) = SECOND.iter().find(|(ending, _)| ends(letters, ending)) {
        if within(letters, ending, first) {
            replace(letters, ending, other);
        }
        return;
    }
    let before = |ending: &str| {
        let at = letters.len().checked_sub(ending.len() + 1);
        at.and_then(|at| letters.get(at)).copied()
    };
    if within(letters, "ogi", first) && before("ogi") == Some('l') {
        letters.pop();
    } else if within(letters, "li", first) && before("li").is_some_and(|c| "cdeghkmnrt".contains(c))
    {
        replace(letters, "li", "");
    }
}

fn third(letters: &mut Vec<char>, (first, second): (usize, usize)) {
    if let Some((ending, other)) = THIRD.iter().find(|(ending, _)| ends(letters, ending)) {
        if within(letters, ending, first) {
            replace(letters, ending, other);
        }
    } else if within(letters, "ative", first) && within(letters, "ative", second) {
        replace(letters, "ative", "");
    }
}

fn fourth(letters: &mut Vec<char>, second: usize) {
    if let Some(ending) = FOURTH.iter().find(|ending| ends(letters, ending)) {
        if within(letters, ending, second) {
            replace(letters, ending, "");
        }
    } else if within(letters, "ion", second)
        && letters
            .len()
            .checked_sub(4)
            .and_then(|at| letters.get(at))
            .is_some_and(|c| matches!(c, 's' | 't'))
    {
        replace(letters, "ion", "");
    }
}

fn fifth(letters: &mut Vec<char>, (first, second): (usize, usize)) {
    let Some((last, rest)) = letters.split_last() else {
        return;
    };
    let goes = match last {
        'e' => rest.len() >= second || rest.len() >= first && !ends_short(rest),
        'l' => rest.len() >= second && rest.last() == Some(&'l'),
        _ => false,
    };
    if goes {
        letters.pop();
    }
}

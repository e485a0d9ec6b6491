//! Finds commands by what somebody types: words or their beginnings, in any order, with
//! or without accents, letters left out.

/// How well words answer a question, best first; None where they do not.
pub(super) fn rank(question: &str, words: &str) -> Option<usize> {
    let words = plain(words);
    let mut rank = 0;
    for part in plain(question).split_whitespace() {
        rank += part_rank(part, &words)?;
    }
    // Among equals the shorter one is more of what was asked for.
    Some(rank * 100 + words.chars().count().min(99))
}

fn part_rank(part: &str, words: &str) -> Option<usize> {
    let mut split = words.split(|c: char| !c.is_alphanumeric());
    if words.starts_with(part) {
        return Some(0);
    }
    if split.any(|word| word.starts_with(part)) {
        return Some(1);
    }
    if words.contains(part) {
        return Some(3);
    }
    // Letters in their order, with others between, that begin where a word does.
    let mut starts = words.split(|c: char| !c.is_alphanumeric());
    let first = part.chars().next()?;
    starts.any(|word| word.starts_with(first)).then_some(())?;
    let mut rest = words.chars();
    let mut between = 0;
    for wanted in part.chars() {
        between += rest.by_ref().position(|c| c == wanted)?;
    }
    // Too much between them is chance.
    (part.chars().count() > 1 && between <= 2 * part.len()).then_some(6 + between)
}

/// Small letters without accents.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(bare)
        .collect()
}

fn bare(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'æ' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
        'ķ' => 'k',
        'ł' | 'ļ' | 'ľ' | 'ĺ' => 'l',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'œ' => 'o',
        'ř' | 'ŕ' => 'r',
        'ś' | 'š' | 'ş' | 'ș' | 'ß' => 's',
        'ť' | 'ţ' | 'ț' | 'þ' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_beginnings_in_any_order_and_without_accents() {
        let words = "Gå till Arbetslivserfarenhet";
        for question in ["arbets", "ga arb", "ARBETSLIV GÅ", "erfarenhet", "", " "] {
            assert!(rank(question, words).is_some(), "{question}");
        }
        for question in ["utbildning", "gå utb", "z"] {
            assert_eq!(rank(question, words), None, "{question}");
        }
        assert!(rank("zurich", "Zürich").is_some());
        assert!(rank("Ångra", "Angra").is_some());
    }

    #[test]
    fn letters_may_be_left_out_within_reason() {
        assert!(rank("dlpdf", "Download PDF").is_some());
        assert!(rank("shwkb", "Show keyboard shortcuts").is_some());
        assert_eq!(rank("xq", "Show keyboard shortcuts"), None);
        assert_eq!(
            rank("st", "Send nothing that is here at any later point"),
            None
        );
    }

    #[test]
    fn what_begins_with_it_stands_before_what_only_has_it() {
        let rank = |words| rank("pro", words).unwrap();
        assert!(rank("Projects") < rank("Add project"));
        assert!(rank("Add project") < rank("Improve"));
        assert!(rank("Profile") < rank("Projects"));
    }
}

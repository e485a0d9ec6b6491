//! Text as a typographer of its language would set it.
//!
//! People type what keyboards have. What is shown has the quotation marks of the
//! document's language, dashes in ranges of years, and spaces that no line ends
//! at where a number and its unit would part. What is stored stays as it is, and
//! what may be code, an address or a formula stays as it is written.

use std::borrow::Cow;

use cv::Language;

use super::words;

const NO_BREAK: char = '\u{a0}';

/// What a number is not parted from.
const UNITS: &[&str] = &[
    "%", "‰", "°", "°C", "kr", "tkr", "mkr", "mdkr", "SEK", "EUR", "USD", "GBP", "NOK", "DKK",
    "CHF", "PLN", "zł", "Kč", "Ft", "лв", "руб", "грн", "₽", "₴", "₺", "₪", "€", "$", "£", "m",
    "km", "cm", "mm", "m²", "kvm", "kg", "g", "ton", "l", "h", "tim", "min", "s", "ms", "W", "kW",
    "MW", "GW", "kWh", "MWh", "V", "Hz", "MHz", "GHz", "kB", "MB", "GB", "TB", "px", "hp", "hk",
];

/// Abbreviations of two parts, which stay on one line.
const PAIRS: &[(&str, &str)] = &[
    ("t.", "ex."),
    ("bl.", "a."),
    ("m.", "m."),
    ("m.", "fl."),
    ("d.", "v.s."),
    ("s.", "k."),
    ("e.", "g."),
    ("i.", "e."),
    ("z.", "B."),
    ("d.", "h."),
    ("u.", "a."),
    ("p.", "ej."),
    ("m.", "in."),
];

/// A text that no link hangs on, as it is shown.
pub(super) fn refined(text: Cow<'_, str>, lang: Language) -> Cow<'_, str> {
    // Most texts have nothing of it, and this runs at every keystroke.
    let marks = |c: char| c.is_ascii_digit() || matches!(c, '"' | '\'' | '-');
    let spaced = words::lone(lang).len() + words::spaced(lang).len() > 0;
    if !(spaced || text.contains(marks) || text.contains(". ")) || is_code(&text) {
        return text;
    }
    let mut out: Vec<char> = text.chars().collect();
    let dashed = dashes(&mut out, words::dash(lang));
    let quoted = quotes(&mut out, lang);
    let kept = spaces(&mut out) | customary(&mut out, lang);
    if dashed || quoted || kept {
        Cow::Owned(out.into_iter().collect())
    } else {
        text
    }
}

/// Programs, formulas and addresses are what their letters are.
fn is_code(text: &str) -> bool {
    let marks = ['`', '=', '{', '}', '<', '>', '\\', '|', '@', '_', '~', '^'];
    text.contains(marks) || text.contains("://") || text.contains("www.")
}

/// A dash for the hyphen between two years, and the language's own for one
/// between spaces.
fn dashes(out: &mut [char], own: Option<char>) -> bool {
    let mut changed = false;
    for at in 0..out.len() {
        if out[at] != '-' {
            continue;
        }
        let between_words = before(out, at, 1) == Some(' ')
            && out.get(at + 1) == Some(&' ')
            && before(out, at, 2).is_some_and(|c| !c.is_numeric() && c != '-' && c != ' ')
            && out
                .get(at + 2)
                .is_some_and(|c| !c.is_numeric() && *c != '-' && *c != ' ');
        let year_before =
            at >= 4 && is_year(&out[at - 4..at]) && !within_number(before(out, at, 5));
        let year_after = out.get(at + 1..at + 5).is_some_and(is_year)
            && !within_number(out.get(at + 5).copied());
        let dash = match own {
            _ if year_before && year_after => '–',
            Some(own) if between_words => own,
            _ => continue,
        };
        out[at] = dash;
        changed = true;
    }
    changed
}

fn is_year(digits: &[char]) -> bool {
    digits.iter().all(char::is_ascii_digit)
        && (digits.starts_with(&['1', '9']) || digits.starts_with(&['2', '0']))
}

fn within_number(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | ':' | '+'))
        && c != Some('.')
}

/// Quotation marks in pairs, and apostrophes within words.
fn quotes(out: &mut Vec<char>, lang: Language) -> bool {
    let mut changed = false;
    for at in 1..out.len().saturating_sub(1) {
        // Hebrew has a mark of its own there.
        let letter = |c: char| c.is_alphabetic() && !('\u{590}'..='\u{5ff}').contains(&c);
        if out[at] == '\'' && letter(out[at - 1]) && letter(out[at + 1]) {
            out[at] = '’';
            changed = true;
        }
    }
    let places: Vec<usize> = (0..out.len()).filter(|at| out[*at] == '"').collect();
    let opens = |at: usize| {
        let free = before(out, at, 1).is_none_or(|c| c.is_whitespace() || "([–-/".contains(c));
        free && out.get(at + 1).is_some_and(|c| !c.is_whitespace())
    };
    let closes = |at: usize| {
        let free = out
            .get(at + 1)
            .is_none_or(|c| c.is_whitespace() || ".,;:!?)]–-/".contains(*c));
        free && before(out, at, 1).is_some_and(|c| !c.is_whitespace())
    };
    let paired = places
        .chunks(2)
        .all(|pair| matches!(pair, [first, last] if opens(*first) && closes(*last)));
    let Some(marks) = words::quotes(lang).filter(|_| paired && !places.is_empty()) else {
        return changed;
    };
    // From the end, because some bring a space with them.
    for (number, at) in places.into_iter().enumerate().rev() {
        out.splice(at..=at, marks[number % 2].chars());
    }
    true
}

/// Spaces that some languages keep on a line: after a word of one letter, and
/// before the marks that they part from a word.
fn customary(out: &mut [char], lang: Language) -> bool {
    let (lone, spaced) = (words::lone(lang), words::spaced(lang));
    let mut changed = false;
    for at in 1..out.len().saturating_sub(1) {
        if out[at] != ' ' {
            continue;
        }
        let begins = before(out, at, 2).is_none_or(|c| c.is_whitespace() || c == '(');
        let stands_alone = out.get(at + 2).is_none_or(|c| c.is_whitespace());
        let kept = (lone.contains(out[at - 1]) && begins)
            || (spaced.contains(out[at + 1]) && stands_alone)
            || (!spaced.is_empty() && out[at - 1] == '«');
        if kept {
            out[at] = NO_BREAK;
            changed = true;
        }
    }
    changed
}

/// Spaces that no line ends at: within a number, before its unit, after an
/// initial, within an abbreviation.
fn spaces(out: &mut [char]) -> bool {
    let mut changed = false;
    for at in 1..out.len() {
        if out[at] != ' ' {
            continue;
        }
        let left = word_before(out, at);
        if !left.last().is_some_and(|c| c.is_ascii_digit() || *c == '.') {
            continue;
        }
        let right = word_after(out, at);
        let number = left.last().is_some_and(char::is_ascii_digit)
            && left
                .iter()
                .all(|c| c.is_ascii_digit() || ",.".contains(*c) || *c == NO_BREAK);
        let short = trimmed(right);
        let text: String = short.iter().collect();
        let thousand = number
            && left.len() <= 3
            && short.len() == 3
            && short.iter().all(char::is_ascii_digit)
            && !left.starts_with(&['0']);
        let thousand_goes_on = number
            && before(out, at, 4) == Some(NO_BREAK)
            && short.len() == 3
            && short.iter().all(char::is_ascii_digit);
        let unit = number && UNITS.contains(&text.as_str());
        let last = left.rsplit(|c| *c == NO_BREAK).next().unwrap_or(left);
        let initial = matches!(last, [letter, '.'] if letter.is_uppercase())
            && right.first().is_some_and(|c| c.is_uppercase());
        let (first, second): (String, String) = (left.iter().collect(), right.iter().collect());
        let pair = PAIRS
            .iter()
            .any(|(a, b)| *a == first && second.trim_end_matches([',', ';', ')']) == *b);
        if thousand || thousand_goes_on || unit || initial || pair {
            out[at] = NO_BREAK;
            changed = true;
        }
    }
    changed
}

fn before(out: &[char], at: usize, by: usize) -> Option<char> {
    out.get(at.checked_sub(by)?).copied()
}

fn word_before(out: &[char], at: usize) -> &[char] {
    let start = out[..at].iter().rposition(|c| *c == ' ' || *c == '(');
    &out[start.map_or(0, |start| start + 1)..at]
}

fn word_after(out: &[char], at: usize) -> &[char] {
    let rest = &out[at + 1..];
    let end = rest.iter().position(|c| c.is_whitespace());
    &rest[..end.unwrap_or(rest.len())]
}

/// Without the punctuation after it.
fn trimmed(word: &[char]) -> &[char] {
    let marks = |c: &&char| ".,;:!?)".contains(**c);
    let count = word.iter().rev().take_while(marks).count();
    &word[..word.len() - count]
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use cv::Language;

    use super::refined;

    fn sv(text: &str) -> String {
        refined(Cow::Borrowed(text), Language::Swedish).replace('\u{a0}', "~")
    }

    fn en(text: &str) -> String {
        refined(Cow::Borrowed(text), Language::English).replace('\u{a0}', "~")
    }

    #[test]
    fn quotes_are_those_of_the_language() {
        assert_eq!(
            sv("Boken \"Röda rummet\", läst"),
            "Boken ”Röda rummet”, läst"
        );
        assert_eq!(
            en("The book \"Red Room\" (read)"),
            "The book “Red Room” (read)"
        );
        assert_eq!(en("Don't and O'Brien's"), "Don’t and O’Brien’s");
        // Inches, and marks without a partner.
        assert_eq!(en("a 27\" screen"), "a 27\" screen");
        assert_eq!(sv("\"halv"), "\"halv");
    }

    #[test]
    fn other_languages_have_their_own() {
        let set = |lang, text| refined(Cow::Borrowed(text), lang).replace('\u{a0}', "~");
        let quoted = |lang| set(lang, "x \"A b\" y");
        assert_eq!(quoted(Language::German), "x „A b“ y");
        assert_eq!(quoted(Language::French), "x «~A b~» y");
        assert_eq!(quoted(Language::Polish), "x „A b” y");
        assert_eq!(quoted(Language::Japanese), "x 「A b」 y");
        assert_eq!(quoted(Language::Latvian), "x \"A b\" y");
        assert_eq!(set(Language::Russian, "Москва - Пермь"), "Москва — Пермь");
        assert_eq!(set(Language::Japanese, "東京 - 大阪"), "東京 - 大阪");
        assert_eq!(
            set(Language::French, "Rôle : chef, où ?"),
            "Rôle~: chef, où~?"
        );
        assert_eq!(set(Language::French, "« Oui » :-) "), "«~Oui~» :-) ");
        assert_eq!(
            set(Language::Czech, "práce v Brně a s lidmi"),
            "práce v~Brně a~s~lidmi"
        );
        assert_eq!(
            set(Language::Polish, "(w Łodzi i okolicach)"),
            "(w~Łodzi i~okolicach)"
        );
        assert_eq!(set(Language::Hebrew, "צה\"ל, ג'ז"), "צה\"ל, ג'ז");
        assert_eq!(set(Language::German, "z. B. 5 kg"), "z.~B. 5~kg");
    }

    #[test]
    fn ranges_of_years_have_a_dash() {
        assert_eq!(sv("ledde 2011-2016, sedan"), "ledde 2011–2016, sedan");
        assert_eq!(sv("Malmö - Lund"), "Malmö – Lund");
        for kept in [
            "2011-2016-05",
            "08-1999-2000",
            "e-post",
            "5 - 3",
            "070-123",
            "x -- y",
        ] {
            assert_eq!(sv(kept), kept);
        }
    }

    #[test]
    fn numbers_stay_with_their_units() {
        assert_eq!(sv("22 % av 1 400 000 kr"), "22~% av 1~400~000~kr");
        assert_eq!(sv("väger 3,5 kg."), "väger 3,5~kg.");
        assert_eq!(en("by A. B. Nobel"), "by A.~B.~Nobel");
        assert_eq!(sv("t. ex. nu"), "t.~ex. nu");
        // A year is not the first part of a number, and not every word a unit.
        assert_eq!(sv("2016 400 personer"), "2016 400 personer");
        assert_eq!(sv("28 vårdplatser"), "28 vårdplatser");
    }

    #[test]
    fn code_and_addresses_stay_as_they_are() {
        for kept in [
            "echo \"x\" = 5 m",
            "a_b \"c\"",
            "me@example.se - 5 kg",
            "https://x.se/2011-2016",
            "`2011-2016`",
        ] {
            assert_eq!(en(kept), kept);
        }
        assert!(matches!(
            refined(
                Cow::Borrowed("helt vanlig text, inget mer."),
                Language::Swedish
            ),
            Cow::Borrowed(_)
        ));
    }

    #[test]
    fn doing_it_twice_changes_nothing() {
        for text in [
            "\"A\" 2011-2016 - 5 kg",
            "A. B. Nobel 1 400 000 kr",
            "'\"-\" -",
        ] {
            for lang in Language::ALL {
                let once = refined(Cow::Borrowed(text), *lang).into_owned();
                assert_eq!(refined(Cow::Borrowed(&once), *lang), once, "{lang:?}");
            }
        }
    }
}

//! Texts as programs compare them, and how one is found in another.

/// Places of a fact on a page that are looked at. One that is there more often
/// is a short word.
const PLACES: usize = 64;

/// A fact: words with single spaces.
pub(super) fn fact(text: &str) -> Vec<char> {
    folded(text, |_| ' ')
}

/// A page: as a fact, but the ends of lines are kept.
pub(super) fn page(text: &str) -> Vec<char> {
    folded(text, |space| if space.contains('\n') { '\n' } else { ' ' })
}

/// Letters without ligatures, one character for each white space, hyphens of one
/// kind, nothing that has no shape.
fn folded(text: &str, space: impl Fn(&str) -> char) -> Vec<char> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.trim();
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() {
            let words = rest.trim_start();
            out.push(space(&rest[..rest.len() - words.len()]));
            rest = words;
            continue;
        }
        match c {
            'ﬀ' => out.extend(['f', 'f']),
            'ﬁ' => out.extend(['f', 'i']),
            'ﬂ' => out.extend(['f', 'l']),
            'ﬃ' => out.extend(['f', 'f', 'i']),
            'ﬄ' => out.extend(['f', 'f', 'l']),
            'ﬅ' | 'ﬆ' => out.extend(['s', 't']),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c => out.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// Where a fact stands on a page as whole words: start and end.
pub(super) fn find(fact: &[char], page: &[char]) -> Vec<(usize, usize)> {
    let places = (0..page.len()).filter_map(|start| {
        let end = matches(fact, page, start)?;
        (begins(fact, page, start) && ends(fact, page, end)).then_some((start, end))
    });
    places.take(PLACES).collect()
}

/// Whether a fact begins at the end of one page and goes on on the next, with
/// what stands at foot and head between.
pub(super) fn spans(fact: &[char], pages: &[Vec<char>]) -> bool {
    let [first, second] = pages else {
        return false;
    };
    let gaps = fact.iter().enumerate().filter(|(_, c)| **c == ' ');
    let mut found = gaps.filter(|(at, _)| {
        let (before, after) = (&fact[..*at], &fact[at + 1..]);
        !find(before, first).is_empty() && !find(after, second).is_empty()
    });
    found.next().is_some()
}

/// The end of a fact that starts here, if it does.
fn matches(fact: &[char], page: &[char], start: usize) -> Option<usize> {
    let mut at = start;
    for (index, c) in fact.iter().enumerate() {
        loop {
            let here = *page.get(at)?;
            let next = page.get(at + 1).copied();
            match (*c, here) {
                (' ', '\n') => break,
                (c, here) if c == here => break,
                // Inside a fact a line may end, with a hyphen or without.
                (_, '-') if index > 0 && next == Some('\n') => at += 2,
                (_, '\n') if index > 0 => at += 1,
                _ => return None,
            }
        }
        at += 1;
    }
    Some(at)
}

fn begins(fact: &[char], page: &[char], start: usize) -> bool {
    let before = start.checked_sub(1).and_then(|at| page.get(at));
    let inside = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
    !(inside(before) && inside(fact.first()))
}

fn ends(fact: &[char], page: &[char], end: usize) -> bool {
    let inside = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
    !(inside(page.get(end)) && inside(fact.last()))
}

#[cfg(test)]
mod tests {
    use super::{fact, find, page, spans};

    fn is_in(wanted: &str, text: &str) -> bool {
        !find(&fact(wanted), &page(text)).is_empty()
    }

    #[test]
    fn a_reader_may_break_lines_and_use_other_letters() {
        for (wanted, text) in [
            ("Region Sörmland", "vid Region\nSörmland · Eskilstuna"),
            ("verksamhetsutvecklare", "verksamhets-\nutvecklare"),
            ("Hälso- och sjukvård", "Hälso-\noch sjukvård"),
            ("office waffle", "oﬃce waﬄe"),
            ("1 400 medarbetare", "1\u{a0}400\u{2009}medarbetare"),
            ("github.com/ingrid", "github.com/\ningrid"),
            ("well-known", "well\u{2011}known"),
        ] {
            assert!(is_in(wanted, text), "{wanted}");
        }
    }

    #[test]
    fn a_letter_or_a_space_that_is_gone_is_seen() {
        for (wanted, text) in [
            ("Region Sörmland", "RegionSörmland"),
            ("Region Sörmland", "Region Sormland"),
            ("office", "o ce"),
            ("Lund", "Lundin"),
            ("Lund", "Östlund"),
            ("2011–2016", "2011 2016"),
            ("verksamhet", "verk- samhet"),
        ] {
            assert!(!is_in(wanted, text), "{wanted}");
        }
    }

    #[test]
    fn a_paragraph_may_go_on_on_the_next_page() {
        let pages = ["Ends with one\nJane 1 / 2", "two three\nJane 2 / 2"].map(page);
        assert!(spans(&fact("with one two three"), &pages));
        assert!(!spans(&fact("with one four"), &pages));
    }
}

//! E-mail addresses and telephone numbers in running text.
//!
//! Nothing here knows whose they are. A number is believed to be a telephone's by how
//! it begins and how it is grouped, because a CV is full of other figures: years,
//! amounts, patents. What stands in a reference is more likely to be one, so that
//! there less is asked of it.

use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Email,
    Phone,
}

/// What a text has of them, in order.
pub(crate) fn find(text: &str, in_reference: bool) -> Vec<(Range<usize>, Kind)> {
    let mut found = emails(text);
    let phones = phones(text, in_reference);
    let apart: Vec<_> = phones
        .into_iter()
        .filter(|(phone, _)| {
            let overlaps = |(email, _): &(Range<usize>, Kind)| {
                email.start < phone.end && phone.start < email.end
            };
            !found.iter().any(overlaps)
        })
        .collect();
    found.extend(apart);
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// The figures of a telephone number by which two ways of writing it are the same:
/// the last seven, so that a country's code and a zero before the area do not matter.
pub(crate) fn same_phone(one: &str, other: &str) -> bool {
    let last = |text: &str| -> Vec<char> {
        let digits = text.chars().filter(char::is_ascii_digit).rev();
        digits.take(7).collect()
    };
    let one = last(one);
    one.len() == 7 && one == last(other)
}

/// Figures that stand together with nothing between them, in order.
pub(crate) fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c: char| c.is_ascii_digit())?;
        let rest = &text[start..];
        let figures = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        at = start + figures;
        Some(start..at)
    })
}

fn emails(text: &str) -> Vec<(Range<usize>, Kind)> {
    let local = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    let host = |c: char| c.is_alphanumeric() || ".-".contains(c);
    let mut found: Vec<(Range<usize>, Kind)> = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = text[..at].trim_end_matches(local).len();
        let name = text[before..at].trim_start_matches(['.', '-', '%', '+']);
        let rest = &text[at + 1..];
        let after = rest.len() - rest.trim_start_matches(host).len();
        let domain = rest[..after].trim_end_matches(['.', '-']);
        let start = at - name.len();
        let dotted = domain.split('.').count() >= 2 && domain.split('.').all(|p| !p.is_empty());
        let overlaps = found.last().is_some_and(|(last, _)| last.end > start);
        if !name.is_empty() && dotted && !overlaps {
            found.push((start..at + 1 + domain.len(), Kind::Email));
        }
    }
    found
}

/// Figures that stand together, and what is between them and those before.
struct Group {
    range: Range<usize>,
    /// Whether something wider than a hyphen or a full stop is before it.
    apart: bool,
}

fn phones(text: &str, in_reference: bool) -> Vec<(Range<usize>, Kind)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let groups = groups(text, at + next);
        let end = groups.last().map_or(text.len(), |group| group.range.end);
        let mut first = 0;
        while first < groups.len() {
            match end_of(text, &groups[first..], in_reference) {
                Some(length) => {
                    let last = first + length;
                    let start = begin(text, groups[first].range.start);
                    found.push((start..groups[last - 1].range.end, Kind::Phone));
                    first = last;
                }
                None => first += 1,
            }
        }
        at = end;
    }
    found
}

/// So many groups may be one number: none has more figures than fifteen.
const MOST: usize = 10;

/// How many groups are one number, if the first is where one begins. The most that
/// can be, for what is cut off could be its end; unless with fewer another begins
/// right after.
fn end_of(text: &str, groups: &[Group], in_reference: bool) -> Option<usize> {
    let ends = |groups: &[Group]| -> Vec<usize> {
        (1..=groups.len().min(MOST))
            .filter(|end| is_phone(text, &groups[..*end], in_reference))
            .collect()
    };
    let all = ends(groups);
    let before_another = all.iter().rfind(|end| !ends(&groups[**end..]).is_empty());
    before_another.or(all.last()).copied()
}

/// A plus sign and a parenthesis are part of the number that they begin.
fn begin(text: &str, start: usize) -> usize {
    text[..start].trim_end_matches(['+', '(']).len()
}

const SEPARATORS: [char; 11] = [
    ' ', '\u{a0}', '\u{202f}', '-', '\u{2010}', '\u{2011}', '–', '.', '/', '(', ')',
];

/// Groups of figures with little between them, from the one that begins at `start`.
fn groups(text: &str, start: usize) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut at = start;
    let mut apart = true;
    loop {
        let rest = &text[at..];
        let figures = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if figures == 0 {
            break;
        }
        groups.push(Group {
            range: at..at + figures,
            apart,
        });
        let after = &text[at + figures..];
        let next = after.trim_start_matches(SEPARATORS);
        let between = &after[..after.len() - next.len()];
        if between.is_empty() || between.chars().count() > 3 {
            break;
        }
        apart = between.contains([' ', '\u{a0}', '(']);
        at = text.len() - next.len();
    }
    groups
}

fn is_phone(text: &str, groups: &[Group], in_reference: bool) -> bool {
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
        return false;
    };
    let figures: Vec<&str> = groups.iter().map(|g| &text[g.range.clone()]).collect();
    let start = begin(text, first.range.start);
    let plus = text[start..first.range.start].contains('+');
    // Part of a word, or of a longer number.
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '@' | '#' | '/' | '=');
    let joined = text[..start].ends_with(word)
        || text[last.range.end..].starts_with(word)
        || (!first.apart && !plus)
        || (start > 0 && text[..start].ends_with(['.', ',', '-', '/']) && {
            text[..start - 1].ends_with(|c: char| c.is_ascii_digit())
        });
    if joined {
        return false;
    }
    let digits: String = figures.concat();
    let count = digits.len();
    if plus {
        return (8..=15).contains(&count);
    }
    if is_dated(&figures) || is_personal(&figures) {
        return false;
    }
    let lengths: Vec<usize> = figures.iter().map(|f| f.len()).collect();
    let leads = |prefix: &str| {
        digits
            .strip_prefix(prefix)
            .is_some_and(|rest| rest.starts_with(|c: char| ('1'..='9').contains(&c)))
    };
    let grouped = figures.len() > 1;
    let abroad = leads("00") && (10..=15).contains(&count);
    let national = leads("0")
        && figures[0].len() >= 2
        && (if grouped { 8 } else { 9 }..=11).contains(&count)
        // That is how a serial is numbered.
        && lengths != [4, 4];
    let american = lengths.ends_with(&[3, 3, 4])
        && (lengths.len() == 3 || (lengths.len() == 4 && digits.starts_with('1')));
    if abroad || national || american {
        return true;
    }
    let amount = grouped && lengths[0] <= 3 && lengths[1..].iter().all(|length| *length == 3);
    let year = |f: &&str| f.len() == 4 && (f.starts_with("19") || f.starts_with("20"));
    in_reference && (7..=15).contains(&count) && !amount && !figures.iter().any(year)
}

/// Begins as a date or a span of time does: `01.02.2020`, `03 2019`.
fn is_dated(figures: &[&str]) -> bool {
    let year = |f: &str| f.len() == 4 && (f.starts_with("19") || f.starts_with("20"));
    let short = |f: &str| f.len() <= 2;
    match figures {
        [day, month, third, ..] if short(day) && short(month) && year(third) => true,
        [month, second, ..] => {
            let is_month = month
                .parse()
                .is_ok_and(|month: u8| (1..=12).contains(&month));
            short(month) && is_month && year(second)
        }
        _ => false,
    }
}

/// Grouped as a personal number is, of which [`crate::sensitive`] knows.
fn is_personal(figures: &[&str]) -> bool {
    matches!(figures, [date, last] if matches!(date.len(), 6 | 8) && last.len() == 4)
}

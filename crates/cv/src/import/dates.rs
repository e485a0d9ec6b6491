//! Dates as people write them, in English and Swedish.

use crate::date::{PartialDate, When};

/// Reads one date in any of the usual forms. `None` for what could mean two
/// days (`03/04/2015`) or is no date.
pub(super) fn date(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    without_time(text)
        .and_then(|day| day.parse().ok())
        .or_else(|| numeric(text))
        .or_else(|| worded(text))
}

/// Reads the end of a period: a date, or a word for "still going on".
pub(super) fn end(text: &str) -> Option<When> {
    if is_ongoing(text) {
        return Some(When::Ongoing);
    }
    date(text).map(When::Date)
}

/// Reads a period: `June 2020 - February 2022`, `2019–2021`, `since 2020`. The
/// end is `None` where the text is a single date.
pub(super) fn period(text: &str) -> Option<(PartialDate, Option<When>)> {
    let text = without_note(text.trim());
    if let Some(start) = date(text) {
        return Some((start, None));
    }
    let lower = text.to_lowercase();
    for since in [
        "since ",
        "from ",
        "sedan ",
        "från och med ",
        "fr.o.m. ",
        "från ",
    ] {
        if let Some(start) = lower.strip_prefix(since).and_then(date) {
            return Some((start, Some(When::Ongoing)));
        }
    }
    // Hyphens also stand inside dates, so each is tried as the separator.
    const SEPARATORS: [&str; 12] = [
        "–", "—", "−", " - ", " to ", " till ", " until ", " t.o.m. ", " tom ", "/", "-", "~",
    ];
    let lower = lower
        .trim_start_matches("från ")
        .trim_start_matches("from ");
    SEPARATORS.iter().find_map(|separator| {
        lower.match_indices(separator).find_map(|(at, _)| {
            let (left, right) = (&lower[..at], lower[at + separator.len()..].trim());
            let dash = !separator.contains(char::is_alphabetic) && *separator != "/";
            let end = if right.is_empty() && dash {
                When::Ongoing
            } else {
                end(right)?
            };
            // `June - August 2019`: the year stands only once.
            let start = date(left).or_else(|| match &end {
                When::Date(end) => PartialDate::new(end.year(), month(left.trim()), None)
                    .filter(|start| start.month().is_some()),
                _ => None,
            })?;
            Some((start, Some(end)))
        })
    })
}

/// Words for "still going on". A dash alone is one too, as in `2019 –`.
fn is_ongoing(text: &str) -> bool {
    const WORDS: [&str; 26] = [
        "present",
        "now",
        "current",
        "currently",
        "ongoing",
        "today",
        "to date",
        "till date",
        "to present",
        "until now",
        "till now",
        "in progress",
        "nuvarande",
        "pågående",
        "nu",
        "pågår",
        "idag",
        "i dag",
        "tills vidare",
        "t.v",
        "nutid",
        "dags dato",
        "fortfarande",
        "–",
        "-",
        "—",
    ];
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    WORDS.contains(&lower.as_str())
}

/// The date of `2014-10-01T12:00:00Z` and `2014-10-01 12:00`.
fn without_time(text: &str) -> Option<&str> {
    let (day, time) = text.split_once(['T', 't', ' '])?;
    let is_time = time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit());
    is_time.then_some(day)
}

/// What stands before a remark in parentheses: `2010 – 2012 (2 years)`.
fn without_note(text: &str) -> &str {
    match text.rsplit_once('(') {
        Some((before, note)) if note.ends_with(')') => before.trim_end(),
        _ => text,
    }
}

/// `2014/10`, `10/2014`, `2014.10.01`, `1.10.2014`, `2014-9`.
fn numeric(text: &str) -> Option<PartialDate> {
    let separator = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '/' | '.' | '-') {
        return None;
    }
    let parts: Vec<&str> = text.split(separator).collect();
    let number = |part: &str| -> Option<u16> {
        let digits = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse().ok())?
    };
    let small = |part: &str| number(part).filter(|n| *n <= 31).map(|n| n as u8);
    match parts[..] {
        [year, month] if year.len() == 4 => PartialDate::new(number(year)?, small(month), None)
            .filter(|date| date.month().is_some()),
        [month, year] if year.len() == 4 => {
            PartialDate::new(number(year)?, Some(small(month)?), None)
        }
        [year, month, day] if year.len() == 4 => {
            PartialDate::new(number(year)?, Some(small(month)?), Some(small(day)?))
        }
        [a, b, year] if year.len() == 4 => {
            let (year, a, b) = (number(year)?, small(a)?, small(b)?);
            match separator {
                '.' => PartialDate::new(year, Some(b), Some(a)),
                // Day first in one country and month first in another.
                _ if a > 12 || a == b => PartialDate::new(year, Some(b), Some(a)),
                _ if b > 12 => PartialDate::new(year, Some(a), Some(b)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// `Oct 2014`, `1 oktober 2014`, `October 1st, 2014`, `2014 okt`.
fn worded(text: &str) -> Option<PartialDate> {
    let (mut year, mut named, mut day) = (None, None, None);
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '-' | '/'));
    for word in words.filter(|word| !word.is_empty()) {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        if is_number && digits.len() == 4 && digits == word && year.is_none() {
            year = digits.parse().ok();
        } else if is_number && digits.len() <= 2 && day.is_none() {
            let ordinal = &word[digits.len()..];
            if !matches!(ordinal, "" | "st" | "nd" | "rd" | "th" | "e" | "a") {
                return None;
            }
            day = digits.parse::<u8>().ok();
        } else if named.is_none() && month(word).is_some() {
            named = month(word);
        } else if !matches!(word.to_lowercase().as_str(), "den" | "of" | "the") {
            return None;
        }
    }
    PartialDate::new(year?, Some(named?), day)
}

/// The number of a month by its English or Swedish name or abbreviation.
fn month(word: &str) -> Option<u8> {
    const NAMES: [(&str, &str); 12] = [
        ("january", "januari"),
        ("february", "februari"),
        ("march", "mars"),
        ("april", "april"),
        ("may", "maj"),
        ("june", "juni"),
        ("july", "juli"),
        ("august", "augusti"),
        ("september", "september"),
        ("october", "oktober"),
        ("november", "november"),
        ("december", "december"),
    ];
    let word = word.trim_end_matches('.').to_lowercase();
    if word.chars().count() < 3 {
        return None;
    }
    let index = NAMES
        .iter()
        .position(|(english, swedish)| english.starts_with(&word) || swedish.starts_with(&word))?;
    u8::try_from(index + 1).ok()
}

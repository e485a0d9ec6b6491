//! Dates as a document's language writes them.

use cv::{PartialDate, When};
use texts::{Lang, document as words};

/// `mars 2021`, `9 Mar 2021`, `2021`, `pågående`, or the odd text as it is.
pub(super) fn when(lang: Lang, when: &When) -> String {
    match when {
        When::Date(date) => partial(lang, *date),
        When::Ongoing => words::ongoing(lang).to_owned(),
        When::Odd(text) => text.trim().to_owned(),
    }
}

fn partial(lang: Lang, date: PartialDate) -> String {
    let year = date.year();
    let Some(month) = date.month() else {
        return year.to_string();
    };
    let month = words::month_short(lang, u64::from(month));
    match date.day() {
        Some(day) => words::date_day(lang, day, month, year),
        None => words::date_month(lang, month, year),
    }
}

/// A period. Between years alone
/// the dash stands close, as both languages have it.
pub(super) fn range(lang: Lang, start: &str, end: &str) -> String {
    let year = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    if year(start) && year(end) {
        words::range_years(lang, start, end)
    } else {
        words::range_dates(lang, start, end)
    }
}

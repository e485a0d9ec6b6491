//! Dates as a document's language writes them.

use cv::{DateForm, PartialDate, When};
use texts::{Lang, document as words};

/// `mars 2021`, `9 Mar 2021`, `2021`, `pågående`, or the odd text as it is; or as
/// the document's owner chose.
pub(super) fn when(lang: Lang, form: Option<DateForm>, when: &When) -> String {
    match when {
        When::Date(date) => partial(lang, form.unwrap_or(DateForm::Short), *date),
        When::Ongoing => words::ongoing(lang).to_owned(),
        When::Odd(text) => text.trim().to_owned(),
    }
}

fn partial(lang: Lang, form: DateForm, date: PartialDate) -> String {
    let year = date.year();
    let Some(month) = date.month() else {
        return year.to_string();
    };
    let month = match form {
        DateForm::Years => return year.to_string(),
        DateForm::Iso => return date.to_string(),
        DateForm::Slash => return format!("{month:02}/{year}"),
        DateForm::Short => words::month_short(lang, u64::from(month)),
        DateForm::Long => words::month_long(lang, u64::from(month)),
    };
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

//! Dates as a document's language writes them.

use cv::{DateForm, Language, PartialDate, When};

use super::words;

/// `mars 2021`, `9 Mar 2021`, `2021`, `pågående`, or the odd text as it is; or as
/// the document's owner chose.
pub(super) fn when(lang: Language, form: Option<DateForm>, when: &When) -> String {
    match when {
        When::Date(when) => date(lang, form, *when),
        When::Ongoing => words::ongoing(lang).to_owned(),
        When::Odd(text) => text.trim().to_owned(),
    }
}

/// A date as [`when`] writes it.
pub(super) fn date(lang: Language, form: Option<DateForm>, date: PartialDate) -> String {
    words::date(lang, form.unwrap_or(DateForm::Short), date)
}

/// What stands between the dates of a period: between years alone the dash
/// stands close.
pub(super) fn between(lang: Language, start: &str, end: &str) -> &'static str {
    let year = |text: &str| text.chars().count() == 4 && text.chars().all(char::is_numeric);
    if year(start) && year(end) {
        words::between_years(lang)
    } else {
        words::between_dates(lang)
    }
}

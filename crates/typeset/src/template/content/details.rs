//! The personal details that were brought with a document.

use std::borrow::Cow;

use cv::{Id, PartialDate, PersonalField, Shown};

use super::{Part, Text, one_line};
use crate::pages::Place;
use crate::template::{dates, words};

/// A value of so many characters goes to the next line rather than break.
const WHOLE: usize = 40;

/// What each is called, and what it is: "Nationality: Swedish".
pub(crate) fn details(shown: Shown<'_>) -> Vec<Part<'_>> {
    let lang = shown.language();
    let parts = shown.details().filter_map(|(field, value)| {
        let value = match birth_date(field, value) {
            Some(date) => dates::date(lang, shown.design().dates, date).into(),
            None => one_line(value, " "),
        };
        let label = words::labelled(lang, words::personal::label(lang, field), "");
        let whole = value.chars().count() <= WHOLE;
        let place = Place {
            item: Id::BASICS.0,
            field: field.json(),
            line: None,
        };
        let pieces = [Cow::Owned(label), value].map(|text| {
            let mut text = Text::new(text, Some(place));
            text.whole = whole;
            text
        });
        (!pieces[1].text.is_empty()).then(|| pieces.into())
    });
    parts.collect()
}

/// A date of birth that is one, which is then written as all dates are.
fn birth_date(field: PersonalField, value: &str) -> Option<PartialDate> {
    match field {
        PersonalField::BirthDate => value.parse().ok(),
        _ => None,
    }
}

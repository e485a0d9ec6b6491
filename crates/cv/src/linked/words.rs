//! What a value says, whatever its lines are numbered and however its spans are cut.

use crate::date::When;
use crate::document::{Fields, Value};
use crate::rich::{is_blank, notation};

use super::is_compared;

/// A value as a person would write it. What cannot be seen is nothing.
pub(super) fn says(value: &Value) -> String {
    let text = match value {
        Value::Text(text) | Value::When(When::Odd(text)) => text.trim().to_owned(),
        Value::When(When::Date(date)) => date.to_string(),
        // No text that a person writes in a date's field.
        Value::When(When::Ongoing) => "…".to_owned(),
        Value::Rich(rich) => notation::write(&rich.normalised()),
        Value::Lines(lines) => {
            let lines = lines.iter().filter(|line| !line.text.is_blank());
            let lines = lines.map(|line| notation::write_inline(&line.text.normalised()));
            lines.collect::<Vec<_>>().join("\n")
        }
    };
    match is_blank(&text) {
        true => String::new(),
        false => text,
    }
}

/// Whether two values say the same.
pub(super) fn alike(one: Option<&Value>, two: Option<&Value>) -> bool {
    one == two || one.map(says).unwrap_or_default() == two.map(says).unwrap_or_default()
}

/// A short hash of what an item says: FNV-1a over its fields' names and words. Two
/// wordings of one item hardly ever share one, and nothing is entrusted to it but
/// whether to look closer. It has 53 bits, which every reader of JSON keeps.
pub fn revision(fields: &Fields) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut take = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for (field, value) in fields {
        let said = says(value);
        if is_compared(*field) && !said.is_empty() {
            take(field.json());
            take(&said);
        }
    }
    hash >> 11
}

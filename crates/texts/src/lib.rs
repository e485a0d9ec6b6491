//! All words of Merit, Swedish and English.
//!
//! They stand in `locales/{sv,en}/*.ftl` (Fluent). The build turns each file
//! into a module here and each message into a function: `undo` in `editor.ftl`
//! is [`editor::undo`]`(lang)`. A message with arguments takes them in
//! alphabetical order after the language; one that decides between singular
//! and plural, or stands in `NUMBER(…)`, is a `u64` and written with the
//! language's thousands separator. What one language lacks fails the build.

mod lang;

pub use lang::Lang;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// Appends an argument.
fn put(out: &mut String, argument: &dyn std::fmt::Display) {
    use std::fmt::Write as _;
    // Writing to a string fails only if the argument's own Display does; then
    // the sentence stands without it.
    let _ = write!(out, "{argument}");
}

/// Appends a number in groups of three: `10 000` in Swedish (with a no-break
/// space), `10,000` in English.
fn put_number(out: &mut String, lang: Lang, number: u64) {
    let digits = number.to_string();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(match lang {
                Lang::Sv => '\u{a0}',
                Lang::En => ',',
            });
        }
        out.push(digit);
    }
}

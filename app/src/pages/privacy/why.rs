//! "Why we ask", beside a field of a form: what the inventory says of what it asks for.

use privacy::record;
use texts::{Lang, inventory as t};

use super::super::storage::periods;
use super::words;

/// Why a field asks, by the path of what it asks for: `login.email`. What it is used
/// for, whether it is needed, how long it is kept. Empty for what nobody declared,
/// which a test of the path finds.
pub(in crate::pages) fn why_we_ask(path: &str, lang: Lang) -> String {
    let Some(notice) = record::notice(path, &periods()) else {
        return String::new();
    };
    let mut why: Vec<&str> = notice
        .purposes
        .iter()
        .map(|(purpose, _)| words::purpose(*purpose, lang))
        .collect();
    why.dedup();
    let kept = words::kept(notice.retention, notice.start, lang);
    t::why_asked(
        lang,
        kept,
        words::need(notice.need, lang),
        lowered(&why.join(". ")),
    )
}

/// A sentence that goes on another one's colon.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_lowercase());
    first.into_iter().flatten().chain(letters).collect()
}

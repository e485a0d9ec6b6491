//! The language of words in another writing than the document's: who listens to a
//! Swedish CV hears a Greek name in Greek, and not letter by letter (PDF/UA-1, 7.2).
//!
//! What is written alike in several languages is said to be in the one that most
//! people write so. Words of another language in the document's own writing cannot
//! be told from its own, and are not guessed at.

use std::borrow::Cow;

use crate::pages::{Glyph, Run};

/// The ways of writing that documents are in, or have words of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writing {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Kana,
    Hangul,
    /// Characters that Chinese, Japanese and Korean share.
    Han,
}

/// The parts of a run, each with its language if it is not the document's: one
/// face may have several writings. What runs leftwards is never of two.
pub(super) fn parted<'a>(
    text: &str,
    run: &'a Run,
    document: &str,
) -> Vec<(Option<&'static str>, Cow<'a, Run>)> {
    if run.hyphen {
        return vec![(None, Cow::Borrowed(run))];
    }
    let mut starts = vec![0];
    let mut before = None;
    for (number, glyph) in run.glyphs.iter().enumerate() {
        let now = said(text, std::slice::from_ref(glyph))
            .chars()
            .find_map(writing);
        if now.is_some() {
            let changes = before.is_some_and(|before| now.map(shared) != Some(shared(before)));
            if changes && !run.rtl {
                starts.push(number);
            }
            before = now;
        }
    }
    if starts.len() == 1 {
        return vec![(of(said(text, &run.glyphs), document), Cow::Borrowed(run))];
    }
    let mut parts = Vec::new();
    let mut x = run.x;
    let ends = starts.iter().skip(1).copied().chain([run.glyphs.len()]);
    for (start, end) in starts.iter().copied().zip(ends) {
        let glyphs = run.glyphs.get(start..end).unwrap_or_default().to_vec();
        let width: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
        let language = of(said(text, &glyphs), document);
        let part = Run {
            x,
            glyphs,
            ..run.clone()
        };
        parts.push((language, Cow::Owned(part)));
        x += width;
    }
    parts
}

/// The text that glyphs show, which is one stretch of their cell's.
fn said<'a>(text: &'a str, glyphs: &[Glyph]) -> &'a str {
    let start = glyphs.iter().map(|glyph| glyph.start).min();
    let end = glyphs.iter().map(|glyph| glyph.end).max();
    let (Some(start), Some(end)) = (start, end) else {
        return "";
    };
    text.get(start as usize..end as usize).unwrap_or("")
}

/// One for all that Chinese, Japanese and Korean are written with: words mix them.
fn shared(writing: Writing) -> Writing {
    match writing {
        Writing::Kana | Writing::Hangul => Writing::Han,
        other => other,
    }
}

/// The language of a stretch of text, if the document's is not written so. Both
/// are BCP 47.
pub(super) fn of(text: &str, document: &str) -> Option<&'static str> {
    // Japanese and Korean are told by what they do not share.
    let own = |writing: &Writing| *writing != Writing::Han;
    let mut writings = text.chars().filter_map(writing);
    let first = writings.next()?;
    let told = match first {
        Writing::Han => writings.find(own).filter(|w| is_asian(*w)),
        _ => None,
    };
    let writing = told.unwrap_or(first);
    let language = document.split('-').next().unwrap_or(document);
    (!is_written(language, writing)).then_some(match writing {
        Writing::Latin => "en",
        Writing::Greek => "el",
        Writing::Cyrillic => "ru",
        Writing::Hebrew => "he",
        Writing::Arabic => "ar",
        Writing::Kana => "ja",
        Writing::Hangul => "ko",
        Writing::Han => "zh",
    })
}

fn is_asian(writing: Writing) -> bool {
    matches!(writing, Writing::Kana | Writing::Hangul)
}

/// Whether a language is written so.
fn is_written(language: &str, writing: Writing) -> bool {
    match language {
        "el" => writing == Writing::Greek,
        "bg" | "ru" | "uk" => writing == Writing::Cyrillic,
        "he" => writing == Writing::Hebrew,
        "ar" | "fa" => writing == Writing::Arabic,
        "ja" => matches!(writing, Writing::Kana | Writing::Han),
        "ko" => matches!(writing, Writing::Hangul | Writing::Han),
        "zh" => writing == Writing::Han,
        _ => writing == Writing::Latin,
    }
}

/// None for what every writing has: digits, spaces, punctuation, emoji.
fn writing(c: char) -> Option<Writing> {
    Some(match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => match c {
            '×' | '÷' => return None,
            _ => Writing::Latin,
        },
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Writing::Greek,
        '\u{400}'..='\u{52f}' => Writing::Cyrillic,
        '\u{5d0}'..='\u{5f2}' | '\u{fb1d}'..='\u{fb4f}' => Writing::Hebrew,
        '\u{620}'..='\u{64a}'
        | '\u{66e}'..='\u{6d3}'
        | '\u{750}'..='\u{77f}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' => Writing::Arabic,
        '\u{3041}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => Writing::Kana,
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}' => {
            Writing::Hangul
        }
        '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Writing::Han,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn words_in_another_writing_have_its_language() {
        for (text, document, language) in [
            ("Ελληνικά", "sv", Some("el")),
            ("Москва", "sv", Some("ru")),
            ("Київ", "uk", None),
            ("עברית", "en", Some("he")),
            ("العربية", "en-GB", Some("ar")),
            ("فارسی", "fa", None),
            ("Spotify AB", "ar", Some("en")),
            ("東京タワー", "sv", Some("ja")),
            ("東京", "ja", None),
            ("東京", "sv", Some("zh")),
            ("서울", "en", Some("ko")),
            ("+46 70 – 5×5 🎉", "ar", None),
            ("Åsa Öberg", "sv", None),
            ("", "sv", None),
        ] {
            assert_eq!(of(text, document), language, "{text} in {document}");
        }
    }
}

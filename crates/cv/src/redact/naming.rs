//! The name of whom a CV is about, wherever it stands.
//!
//! A name's words are looked for in every text, with a capital as a name has: who is
//! called Sten has written of stones as well. Links and handles are mostly made of
//! names, in small letters and without marks, and are looked at in that way.

use std::ops::Range;

use crate::language::Language;

/// A part of a name that many words contain says little in a link.
const IN_LINK: usize = 3;

/// Words between names, which are none.
const PARTICLES: [&str; 18] = [
    "af", "av", "von", "van", "de", "der", "den", "del", "della", "di", "da", "la", "le", "el",
    "al", "zu", "bin", "ibn",
];

pub(crate) struct Naming {
    stand_in: &'static str,
    words: Vec<String>,
    /// The same, and the name in the e-mail, as links have them.
    handles: Vec<String>,
}

impl Naming {
    pub(crate) fn new(language: Language, name: &str, email: &str) -> Naming {
        let stand_in = stand_in(language);
        // What was made anonymous before has no name to look for.
        let name = if name == stand_in { "" } else { name };
        let words: Vec<String> = name
            .split(|c: char| !is_letter(c))
            .filter(|word| word.chars().count() > 1 || word.chars().any(is_syllable))
            .filter(|word| !PARTICLES.contains(word))
            .map(str::to_owned)
            .collect();
        let account = email.split('@').next().unwrap_or_default();
        let handles = words
            .iter()
            .map(String::as_str)
            .chain([account])
            .map(folded)
            .filter(|handle| handle.chars().count() >= IN_LINK)
            .collect();
        Naming {
            stand_in,
            words,
            handles,
        }
    }

    pub(crate) fn stand_in(&self) -> &'static str {
        self.stand_in
    }

    pub(crate) fn is_in_link(&self, link: &str) -> bool {
        let link = folded(link);
        self.handles.iter().any(|handle| link.contains(handle))
    }

    /// Addresses and handles in a text that are made of the name.
    pub(crate) fn links(&self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let apart = |c: char| c.is_whitespace() || "()<>[]\"',;".contains(c);
        text.split(apart)
            .filter(move |word| {
                let address = word.contains("://")
                    || word.starts_with('@')
                    || word.trim_matches('.').contains(['/', '.', '@']);
                address && self.is_in_link(word)
            })
            .map(move |word| {
                let start = word.as_ptr().addr() - text.as_ptr().addr();
                start..start + word.trim_end_matches(['.', ':', '!', '?']).len()
            })
    }

    /// Where the name stands in a text; several words of it together are one place.
    pub(crate) fn names(&self, text: &str) -> impl Iterator<Item = Range<usize>> + use<> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut add = |range: Range<usize>| match found.last_mut() {
            Some(last) if is_between(&text[last.end..range.start]) => last.end = range.end,
            _ => found.push(range),
        };
        let mut at = 0;
        while let Some(next) = text[at..].find(is_letter) {
            let start = at + next;
            let rest = &text[start..];
            let length = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
            self.in_word(&rest[..length])
                .for_each(|range| add(start + range.start..start + range.end));
            at = start + length;
        }
        found.into_iter()
    }

    /// The name in a word: all of it, but for the ending of a genitive; in scripts
    /// without spaces anywhere.
    fn in_word(&self, word: &str) -> impl Iterator<Item = Range<usize>> + use<> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for name in &self.words {
            if name.chars().any(is_syllable) {
                let places = word.match_indices(name.as_str());
                found.extend(places.map(|(at, name)| at..at + name.len()));
                continue;
            }
            let capital = |text: &str| text.starts_with(char::is_uppercase);
            if capital(name) && !capital(word) {
                continue;
            }
            let lower = name.to_lowercase();
            let genitive = word.strip_suffix(['s', 'S']).unwrap_or(word);
            for candidate in [word, genitive] {
                if candidate.to_lowercase() == lower {
                    found.push(0..candidate.len());
                    break;
                }
            }
        }
        found.sort_by_key(|range| (range.start, range.end));
        let mut end = 0;
        found.retain(|range| {
            let apart = range.start >= end;
            end = end.max(range.end);
            apart
        });
        found.into_iter()
    }
}

/// Also the marks that belong to the letter before them.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// Of a script that has no capitals and mostly no spaces.
fn is_syllable(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

fn is_between(text: &str) -> bool {
    text.chars().count() <= 2
        && text
            .chars()
            .all(|c| matches!(c, ' ' | '\u{a0}' | '-' | '.'))
}

/// In small letters without marks, and nothing but letters and digits.
fn folded(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'å' | 'ä' | 'à' | 'á' | 'â' | 'ã' | 'ā' | 'ą' | 'æ' => out.push('a'),
            'ö' | 'ø' | 'ò' | 'ó' | 'ô' | 'õ' | 'ő' => out.push('o'),
            'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ę' | 'ē' => out.push('e'),
            'ü' | 'ú' | 'ù' | 'û' | 'ů' | 'ű' | 'ū' => out.push('u'),
            'í' | 'ì' | 'î' | 'ï' | 'ī' => out.push('i'),
            'ç' | 'č' | 'ć' => out.push('c'),
            'ñ' | 'ń' | 'ň' => out.push('n'),
            'š' | 'ś' | 'ș' | 'ş' => out.push('s'),
            'ž' | 'ź' | 'ż' => out.push('z'),
            'ý' | 'ÿ' => out.push('y'),
            'ł' => out.push('l'),
            'ř' => out.push('r'),
            'đ' | 'ď' | 'ð' => out.push('d'),
            _ if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    out
}

/// What an anonymous CV calls whom it is about. Where the word for a candidate is that
/// for a man, it is the word for an application.
fn stand_in(language: Language) -> &'static str {
    match language {
        Language::Swedish
        | Language::Danish
        | Language::Norwegian
        | Language::Croatian
        | Language::Slovenian => "Kandidat",
        Language::English => "Candidate",
        Language::Czech => "Uchazeč",
        Language::German => "Bewerbung",
        Language::Estonian | Language::Dutch => "Kandidaat",
        Language::Spanish | Language::Italian | Language::Portuguese => "Candidatura",
        Language::French => "Candidature",
        Language::Romanian => "Candidatură",
        Language::Icelandic => "Umsækjandi",
        Language::Latvian => "Kandidāts",
        Language::Lithuanian => "Kandidatas",
        Language::Hungarian => "Pályázó",
        Language::Polish => "Kandydatura",
        Language::Slovak => "Uchádzač",
        Language::Finnish => "Hakija",
        Language::Turkish => "Aday",
        Language::Greek => "Υποψήφιος",
        Language::Bulgarian | Language::Russian | Language::Ukrainian => "Кандидат",
        Language::Hebrew => "מועמד",
        Language::Arabic => "المرشح",
        Language::Persian => "متقاضی",
        Language::SimplifiedChinese => "候选人",
        Language::TraditionalChinese => "應徵者",
        Language::Japanese => "応募者",
        Language::Korean => "지원자",
    }
}

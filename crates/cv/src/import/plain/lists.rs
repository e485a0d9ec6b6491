//! Sections whose entries are words or short lines: skills, languages, interests,
//! links, and the people who vouch for somebody.

use serde_json::{Value as Json, json};

use super::Line;
use super::entries::is_strong;

/// `Databases: SQL, Redis`, or words in a row.
pub(super) fn skills(line: &str) -> Vec<Json> {
    if let Some((name, words)) = line.split_once(':')
        && name.chars().count() <= 40
        && !words.trim().is_empty()
    {
        return vec![json!({ "name": name.trim(), "keywords": listed(words) })];
    }
    named(line)
}

pub(super) fn interests(line: &str) -> Vec<Json> {
    skills(line)
}

fn named(line: &str) -> Vec<Json> {
    let words = listed(line);
    // A sentence stays one.
    if words.iter().any(|word| word.chars().count() > 60) {
        return vec![json!({ "name": line })];
    }
    words
        .into_iter()
        .map(|word| json!({ "name": word }))
        .collect()
}

pub(super) fn listed(words: &str) -> Vec<String> {
    let mut list = vec![String::new()];
    let mut depth = 0_usize;
    for c in words.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let between = matches!(c, ',' | ';' | '|' | '•' | '·' | '\t') && depth == 0;
        match list.last_mut() {
            Some(last) if !between => last.push(c),
            _ => list.push(String::new()),
        }
    }
    let list = list.iter().map(|word| word.trim().trim_end_matches('.'));
    list.filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// `Svenska (modersmål)`, `English – fluent`, `Engelska: flytande`; or several.
pub(super) fn languages(line: &str) -> Vec<Json> {
    let parts = listed(line);
    let levelled = |text: &str| crate::level::of(text).is_some();
    // `Svenska, modersmål` is one language.
    if let [name, level] = parts.as_slice()
        && levelled(level)
        && split_level(name).1.is_empty()
    {
        return vec![json!({ "language": name, "fluency": level })];
    }
    let each = parts.iter().map(|part| {
        let (language, fluency) = split_level(part);
        json!({ "language": language, "fluency": fluency })
    });
    each.collect()
}

fn split_level(part: &str) -> (&str, &str) {
    if let Some((name, level)) = part.split_once('(') {
        return (name.trim(), level.trim_end_matches(')').trim());
    }
    for mark in [":", " – ", " — ", " - ", "\t"] {
        if let Some((name, level)) = part.split_once(mark) {
            return (name.trim(), level.trim());
        }
    }
    (part.trim(), "")
}

pub(super) fn profile(line: &str) -> Json {
    match line.split_once(": ") {
        Some((network, url)) => json!({ "network": network, "url": url }),
        None => json!({ "url": line }),
    }
}

/// Bold lines and lines after a longer one begin a person; without either each
/// line is one.
pub(super) fn references(lines: &[Line]) -> Vec<Json> {
    let mut list: Vec<(String, Vec<String>)> = Vec::new();
    let bold = lines.iter().any(is_strong);
    for line in lines {
        let begins = if bold {
            is_strong(line)
        } else {
            line.is_short()
        };
        match list.last_mut() {
            Some((_, texts)) if !begins => texts.push(line.text.clone()),
            _ => list.push((line.text.clone(), Vec::new())),
        }
    }
    let each = list
        .into_iter()
        .map(|(name, texts)| json!({ "name": name, "reference": texts.join("\n\n") }));
    each.collect()
}

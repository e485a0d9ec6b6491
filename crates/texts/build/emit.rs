//! Writes messages as Rust functions.

use std::fmt::Write as _;

use super::{LANGS, Message, Piece};

const KEYWORDS: [&str; 52] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
    // The first parameter of every function.
    "lang",
];

/// A kebab-case name as a Rust identifier.
pub(super) fn identifier(name: &str) -> String {
    let mut name = name.replace('-', "_");
    if KEYWORDS.contains(&name.as_str()) {
        name.push('_');
    }
    name
}

/// Appends the function of a message, given in the order of [`LANGS`]. Each
/// holds its own words, so that a client carries only what it calls.
pub(super) fn function(code: &mut String, id: &str, messages: &[&Message]) {
    for (lang, message) in LANGS.iter().zip(messages) {
        let _ = writeln!(
            code,
            "#[doc = {:?}]",
            format!("{lang}: {}\n", preview(&message.pieces))
        );
    }
    let name = identifier(id);
    if messages.iter().all(|m| m.arguments.is_empty()) {
        let _ = writeln!(
            code,
            "pub fn {name}(lang: Lang) -> &'static str {{\nmatch lang {{"
        );
        for (lang, message) in LANGS.iter().zip(messages) {
            let _ = writeln!(code, "{} => {:?},", variant(lang), preview(&message.pieces));
        }
        code.push_str("}\n}\n");
        return;
    }

    let _ = write!(code, "pub fn {name}(lang: Lang");
    for argument in messages.iter().take(1).flat_map(|m| m.arguments.keys()) {
        let kind = if is_number(messages, argument) {
            "u64"
        } else {
            "impl std::fmt::Display"
        };
        let _ = write!(code, ", {argument}: {kind}");
    }
    // No argument starts with an underscore, so `_out` is free.
    code.push_str(") -> String {\nlet mut _out = String::new();\nmatch lang {\n");
    for (lang, message) in LANGS.iter().zip(messages) {
        let _ = writeln!(code, "{} => {{", variant(lang));
        statements(code, &message.pieces, messages);
        code.push_str("}\n");
    }
    code.push_str("}\n_out\n}\n");
}

fn statements(code: &mut String, pieces: &[Piece], messages: &[&Message]) {
    for piece in pieces {
        let _ = match piece {
            Piece::Text(text) => match text.chars().collect::<Vec<_>>()[..] {
                [] => continue,
                [c] => writeln!(code, "_out.push({c:?});"),
                _ => writeln!(code, "_out.push_str({text:?});"),
            },
            Piece::Argument(name) if is_number(messages, name) => {
                writeln!(code, "super::put_number(&mut _out, lang, {name});")
            }
            Piece::Argument(name) => writeln!(code, "super::put(&mut _out, &{name});"),
            Piece::Select {
                argument,
                exact,
                other,
            } => {
                let _ = writeln!(code, "match {argument} {{");
                for (number, pieces) in exact {
                    let _ = writeln!(code, "{number} => {{");
                    statements(code, pieces, messages);
                    code.push_str("}\n");
                }
                code.push_str("_ => {\n");
                statements(code, other, messages);
                writeln!(code, "}}\n}}")
            }
        };
    }
}

/// A number in one language is a number in all.
fn is_number(messages: &[&Message], argument: &str) -> bool {
    messages
        .iter()
        .any(|m| m.arguments.get(argument) == Some(&true))
}

/// The text with `{argument}` where one stands; the text itself if none does.
fn preview(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Argument(name) => format!("{{{name}}}"),
            Piece::Select { other, .. } => preview(other),
        })
        .collect()
}

fn variant(lang: &str) -> String {
    let (first, rest) = lang.split_at(1);
    format!("Lang::{}{rest}", first.to_ascii_uppercase())
}

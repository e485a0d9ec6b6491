//! The compiler of texts: Fluent in, Rust functions out.
//!
//! It knows the part of Fluent that two languages of one plural rule need:
//! text, `{ $argument }`, `{ NUMBER($argument) }`, string literals, and
//! `{ $count -> [one] … *[other] … }`. Everything else is a fault, so that no
//! message is ever shown half translated.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

#[path = "emit.rs"]
mod emit;

/// The folders of `locales`, in the order in which sources are given.
pub(super) const LANGS: [&str; 2] = ["sv", "en"];

/// A message in one language.
struct Message {
    pieces: Vec<Piece>,
    /// Each argument, and whether it is a number.
    arguments: BTreeMap<String, bool>,
}

enum Piece {
    Text(String),
    Argument(String),
    /// Pieces for certain numbers, and those for every other.
    Select {
        argument: String,
        exact: Vec<(u64, Vec<Piece>)>,
        other: Vec<Piece>,
    },
}

/// Compiles one file in all languages to a Rust module of the same name. Each
/// fault names the file and, where there is one, the message.
pub(super) fn module(name: &str, sources: [&str; 2]) -> Result<String, Vec<String>> {
    let mut faults = Vec::new();
    let parsed: Vec<_> = LANGS
        .iter()
        .zip(sources)
        .map(|(lang, source)| file(&format!("{lang}/{name}.ftl"), source, &mut faults))
        .collect();

    let ids: BTreeSet<&String> = parsed.iter().flat_map(BTreeMap::keys).collect();
    let mut code = format!(
        "#[rustfmt::skip]\npub mod {} {{\nuse super::Lang;\n",
        emit::identifier(name)
    );
    for id in ids {
        match matching(name, id, &parsed) {
            Ok(messages) => emit::function(&mut code, id, &messages),
            Err(fault) => faults.push(fault),
        }
    }
    code.push_str("}\n");
    if faults.is_empty() {
        Ok(code)
    } else {
        Err(faults)
    }
}

/// The same message of every language, if each has it with the same arguments.
fn matching<'a>(
    name: &str,
    id: &str,
    parsed: &'a [BTreeMap<String, Message>],
) -> Result<Vec<&'a Message>, String> {
    let mut messages: Vec<&Message> = Vec::new();
    for (lang, file) in LANGS.iter().zip(parsed) {
        let message = file
            .get(id)
            .ok_or_else(|| format!("{lang}/{name}.ftl: message `{id}` is missing"))?;
        if let Some(first) = messages.first()
            && !first.arguments.keys().eq(message.arguments.keys())
        {
            return Err(format!(
                "{lang}/{name}.ftl: message `{id}` has the arguments {:?}, in {} it has {:?}",
                message.arguments.keys().collect::<Vec<_>>(),
                LANGS[0],
                first.arguments.keys().collect::<Vec<_>>(),
            ));
        }
        messages.push(message);
    }
    Ok(messages)
}

/// Parses one file. What is faulty is left out and reported.
fn file(place: &str, source: &str, faults: &mut Vec<String>) -> BTreeMap<String, Message> {
    let resource = parser::parse(source).unwrap_or_else(|(resource, errors)| {
        faults.extend(errors.iter().map(|error| {
            let before = &source.as_bytes()[..error.pos.start.min(source.len())];
            let line = 1 + before.iter().filter(|b| **b == b'\n').count();
            format!("{place}: line {line}: {error}")
        }));
        resource
    });

    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let entry = match entry {
            Entry::Message(message) => message,
            Entry::Term(term) => {
                faults.push(format!(
                    "{place}: term `-{}`: terms are not supported",
                    term.id.name
                ));
                continue;
            }
            // Comments are for translators; junk is among the parser's errors.
            _ => continue,
        };
        let id = entry.id.name;
        let mut fault = |what: &str| faults.push(format!("{place}: message `{id}`: {what}"));
        if !is_kebab(id) {
            fault("a name is lower-case words joined by hyphens");
        }
        if !entry.attributes.is_empty() {
            fault("attributes are not supported");
        }
        let Some(pattern) = entry.value else {
            fault("it has no text");
            continue;
        };
        let mut arguments = BTreeMap::new();
        match pieces(&pattern, &mut arguments) {
            Ok(pieces) => {
                if messages
                    .insert(id.to_owned(), Message { pieces, arguments })
                    .is_some()
                {
                    fault("it is there twice");
                }
            }
            Err(what) => fault(&what),
        }
    }
    messages
}

fn is_kebab(id: &str) -> bool {
    !id.ends_with('-')
        && !id.contains("--")
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

type Arguments = BTreeMap<String, bool>;

fn pieces(pattern: &Pattern<&str>, arguments: &mut Arguments) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text(&mut pieces, value),
            PatternElement::Placeable { expression } => expand(expression, &mut pieces, arguments)?,
        }
    }
    Ok(pieces)
}

/// Appends text, to the last piece if that is text too.
fn text(pieces: &mut Vec<Piece>, more: &str) {
    match pieces.last_mut() {
        Some(Piece::Text(last)) => last.push_str(more),
        _ => pieces.push(Piece::Text(more.to_owned())),
    }
}

fn expand(
    expression: &Expression<&str>,
    pieces: &mut Vec<Piece>,
    arguments: &mut Arguments,
) -> Result<(), String> {
    let (selector, variants) = match expression {
        Expression::Inline(inline) => return expand_inline(inline, pieces, arguments),
        Expression::Select { selector, variants } => (selector, variants),
    };
    let InlineExpression::VariableReference { id } = selector else {
        return Err("only an argument can be a selector".into());
    };
    let argument = argument(arguments, id.name, true)?;
    let (mut exact, mut other) = (Vec::new(), None);
    for variant in variants {
        let value = self::pieces(&variant.value, arguments)?;
        let number = match &variant.key {
            VariantKey::Identifier { name: "other" } if variant.default => {
                other = Some(value);
                continue;
            }
            // CLDR, Swedish and English, for whole numbers: "one" is 1.
            VariantKey::Identifier { name: "one" } => 1,
            VariantKey::NumberLiteral { value } => value
                .parse()
                .map_err(|_| format!("the key [{value}] is no whole number"))?,
            VariantKey::Identifier { name } => {
                return Err(format!(
                    "the key [{name}]: there are numbers, [one] and *[other]"
                ));
            }
        };
        if variant.default {
            return Err("the default is *[other]".into());
        }
        if exact.iter().any(|(n, _)| *n == number) {
            return Err(format!("two variants for {number}"));
        }
        exact.push((number, value));
    }
    let other = other.ok_or("the default is *[other]")?;
    pieces.push(Piece::Select {
        argument,
        exact,
        other,
    });
    Ok(())
}

fn expand_inline(
    inline: &InlineExpression<&str>,
    pieces: &mut Vec<Piece>,
    arguments: &mut Arguments,
) -> Result<(), String> {
    match inline {
        InlineExpression::StringLiteral { value } => {
            let mut unescaped = String::new();
            fluent_syntax::unicode::unescape_unicode(&mut unescaped, value)
                .map_err(|_| format!("cannot read the literal {value:?}"))?;
            text(pieces, &unescaped);
        }
        InlineExpression::VariableReference { id } => {
            pieces.push(Piece::Argument(argument(arguments, id.name, false)?));
        }
        InlineExpression::FunctionReference {
            id,
            arguments: given,
        } if id.name == "NUMBER" => match (given.positional.as_slice(), given.named.as_slice()) {
            ([InlineExpression::VariableReference { id }], []) => {
                pieces.push(Piece::Argument(argument(arguments, id.name, true)?));
            }
            _ => return Err("NUMBER takes one argument and no option".into()),
        },
        InlineExpression::Placeable { expression } => expand(expression, pieces, arguments)?,
        InlineExpression::FunctionReference { id, .. } => {
            return Err(format!("the function {} is not supported", id.name));
        }
        InlineExpression::MessageReference { id, .. } => {
            return Err(format!("the reference to `{}` is not supported", id.name));
        }
        InlineExpression::TermReference { id, .. } => {
            return Err(format!("the term `-{}` is not supported", id.name));
        }
        InlineExpression::NumberLiteral { value } => {
            return Err(format!("write the number {value} as text"));
        }
    }
    Ok(())
}

/// Notes an argument and returns its Rust name. Once a number, always one.
fn argument(arguments: &mut Arguments, name: &str, number: bool) -> Result<String, String> {
    if !is_kebab(name) {
        return Err(format!(
            "the argument ${name}: a name is lower-case words joined by hyphens"
        ));
    }
    let name = emit::identifier(name);
    *arguments.entry(name.clone()).or_default() |= number;
    Ok(name)
}

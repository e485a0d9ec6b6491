//! One register: its entries, and the form for the next one.

use leptos::prelude::*;
use privacy::register::{Asked, Decision, Register, Takes, interests, purpose_name};
use texts::{Lang, registers as t};

use super::super::account::frame;
use super::super::privacy::{country, words as said_of};
use super::{Said, back, choice, facts, line, optional, sentence, text, words};
use crate::language::lang;
use crate::page::Page;

/// What the page shows. The server provides it.
#[derive(Clone, Debug)]
pub struct Entries {
    pub register: Register,
    /// The newest first.
    pub lines: Vec<EntryLine>,
    pub said: Said,
}

/// An entry: its fields by their names, and whether its day of review is over.
#[derive(Clone, Debug)]
pub struct EntryLine {
    pub written: String,
    pub fields: Vec<(&'static str, String)>,
    pub overdue: bool,
}

/// Where a register is.
pub fn path(register: Register) -> String {
    format!("{}/{}", Page::Registers.path(), register.name())
}

/// Where the record of processing on others' behalf is (GDPR, article 30(2)).
pub const PROCESSOR_RECORD: &str = "/admin/registers/processor.json";

#[component]
pub(in crate::pages) fn EntriesPage() -> impl IntoView {
    let lang = lang();
    let Some(Entries {
        register,
        lines,
        said,
    }) = use_context::<Entries>()
    else {
        return frame(Page::Entries, String::new(), ().into_any()).into_any();
    };
    let none = lines.is_empty();
    let instructions = register == Register::Instructions;
    let content = view! {
        {back(lang)}
        <h1>{words::register(register, lang)}</h1>
        {sentence(said)}
        <p class="lead">{words::register_text(register, lang)}</p>
        {instructions.then(|| view! {
            <p><a class="button" href=PROCESSOR_RECORD download="">{t::instructions_take(lang)}</a></p>
        })}
        {match none {
            true => view! { <p>{t::none(lang)}</p> }.into_any(),
            false => view! {
                <p class="detail">{t::sorted_newest(lang)}</p>
                <ul class="lines register">
                    {lines
                        .into_iter()
                        .map(|line| view! { <li>{entry(register, line, lang)}</li> })
                        .collect_view()}
                </ul>
            }.into_any(),
        }}
        <section>
            <h2>{t::add(lang)}</h2>
            <p>{t::no_names(lang)}</p>
            <form method="post" action=path(register) class="stack">
                {register
                    .asked()
                    .iter()
                    .map(|asked| field(register, *asked, lang))
                    .collect_view()}
                <button class="button primary">{t::save(lang)}</button>
            </form>
        </section>
    };
    frame(Page::Entries, path(register), content.into_any()).into_any()
}

fn entry(register: Register, line: EntryLine, lang: Lang) -> impl IntoView {
    let told = line.fields.into_iter();
    let told = told.map(|(name, value)| {
        let value = shown(name, value, lang);
        (words::field(register, name, lang), value)
    });
    view! {
        <div>
            {facts(told.collect())}
            <span class="detail">
                {t::written(lang, line.written)}
                {line.overdue.then(|| format!(" · {}", t::past(lang)))}
            </span>
        </div>
    }
}

/// A value in words, where it is a name of ours.
fn shown(name: &str, value: String, lang: Lang) -> String {
    let known = match name {
        "purpose" => {
            privacy::register::interest(&value).map(|it| said_of::purpose(it, lang).to_owned())
        }
        "decision" => Decision::from_name(&value).map(|it| words::decision(it, lang).to_owned()),
        "country" => privacy::transfer::Country::new(&value).map(|found| country(found, lang)),
        _ => None,
    };
    known.unwrap_or(value)
}

fn field(register: Register, asked: Asked, lang: Lang) -> AnyView {
    let Asked {
        name,
        takes,
        needed,
    } = asked;
    let label = words::field(register, name, lang);
    let label = match needed {
        true => label.to_owned(),
        false => optional(label, lang),
    };
    match takes {
        Takes::Text => text(name, label, needed),
        Takes::Line | Takes::Country => line(name, label, "text", needed),
        Takes::Address => line(name, label, "url", needed),
        Takes::Day => line(name, label, "date", needed),
        Takes::Interest => {
            let of = interests().into_iter();
            let of = of.map(|it| (purpose_name(it), said_of::purpose(it, lang).to_owned()));
            choice(name, label, of.collect(), lang)
        }
        Takes::Decision => {
            let of = Decision::ALL.into_iter();
            let of = of.map(|it| (it.name().to_owned(), words::decision(it, lang).to_owned()));
            choice(name, label, of.collect(), lang)
        }
    }
}

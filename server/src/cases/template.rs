//! The words with which an answer begins, in the language of whoever has asked, with
//! what is held of them counted.

use app::pages::cases::words;
use app::pages::privacy::label;
use backend::{CaseErased, CaseFile, HeldUnder};
use privacy::case::Step;
use texts::{Lang, cases as t};

use crate::visit::Visit;

/// The language in which whoever has asked is answered.
pub(super) fn lang_of(file: &CaseFile, reader: Lang) -> Lang {
    let opened = file.opened.as_ref();
    let known = opened.and_then(|opened| Lang::from_tag(&opened.words.lang));
    known.unwrap_or(reader)
}

/// The beginning of an answer, with what was counted.
pub(super) fn template(visit: &Visit, file: &CaseFile, counted: &str, lang: Lang) -> String {
    let site = visit.address("");
    let mut done = file.opened.iter().flat_map(|opened| &opened.done);
    let erased = done.any(|done| done.step == Step::Erase);
    let parts = [
        t::template_hello(lang).to_owned(),
        words::template(file.line.matter, erased, &site, lang),
        counted.to_owned(),
        t::template_end(lang).to_owned(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    parts.join("\n\n")
}

/// Whether an answer tells, in the words of its template, that something is erased.
pub(super) fn says_erased(text: &str) -> bool {
    let text = text.split_whitespace().collect::<Vec<&str>>().join(" ");
    Lang::ALL
        .iter()
        .any(|lang| text.contains(t::template_erased(*lang)))
}

/// What is held under an address, a line each.
pub(super) fn counted(held: &HeldUnder, lang: Lang) -> String {
    let mut lines = Vec::new();
    if let Some(member) = &held.member {
        lines.push(t::held_member(lang).to_owned());
        for it in &member.held {
            let label = label(it.label, lang);
            lines.push(format!("- {}", t::held_count(lang, it.count, label)));
        }
    }
    for (day, matter) in &held.cases {
        let matter = words::matter(*matter, lang);
        lines.push(t::held_case(lang, day.to_string(), matter));
    }
    for day in &held.begun {
        lines.push(t::held_begun(lang, day.to_string()));
    }
    if held.letters > 0 {
        lines.push(t::held_letters(lang, held.letters));
    }
    if held.acceptances > 0 {
        lines.push(t::held_acceptances(lang, held.acceptances));
    }
    if held.member.is_none() && held.begun.is_empty() && held.cases.len() <= 1 {
        lines.push(t::held_nothing(lang).to_owned());
    }
    lines.join("\n")
}

/// What an erasure took, for whoever did it.
pub(super) fn told(erased: &CaseErased, lang: Lang) -> String {
    let rest = t::file_erased(lang, erased.begun, erased.cases);
    match erased.member {
        Some(day) => format!("{rest} {}", t::file_erased_member(lang, day.to_string())),
        None => rest,
    }
}

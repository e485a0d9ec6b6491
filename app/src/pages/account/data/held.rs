//! What is kept, by category: how many of each kind, and what the inventory says of
//! them.

use leptos::prelude::*;
use privacy::inventory::{Category, Entry, Label};
use privacy::{Date, Retention};
use texts::{Lang, data as t, inventory as told, site};

use crate::page::Page;
use crate::pages::privacy::{label, words};
use crate::pages::storage::{kept_here, listed};

/// So many of a kind.
#[derive(Clone, Debug)]
pub struct HeldLine {
    pub category: Category,
    pub label: Label,
    pub count: u64,
    /// What the inventory says of them.
    pub declared: &'static Entry,
    /// The days on which the first and the last of them go. None where no day is
    /// known yet.
    pub until: Option<(Date, Date)>,
}

pub(super) fn section(held: Vec<HeldLine>, lang: Lang) -> impl IntoView {
    let categories = Category::ALL.into_iter().filter_map(|category| {
        let of = held.iter().filter(|line| line.category == category);
        let of: Vec<&HeldLine> = of.collect();
        (!of.is_empty()).then(|| kind(category, &of, lang))
    });
    view! {
        <section id="held" class="consent">
            <h2>{t::held_title(lang)}</h2>
            <p>{t::held_text(lang)}</p>
            {categories.collect_view()}
            <p>{told::sold_text(lang)}</p>
            <p>
                {t::held_elsewhere(lang)}
                " "
                <a href=Page::Storage.path()>{site::storage_title(lang)}</a>
            </p>
        </section>
    }
}

/// Names and what is said under each.
type Facts = Vec<(&'static str, String)>;

/// A category: what is in it, together with what is said of it.
fn kind(category: Category, lines: &[&HeldLine], lang: Lang) -> impl IntoView + use<> {
    let count = lines.iter().map(|line| line.count).sum();
    let mut groups: Vec<(Vec<String>, Facts)> = Vec::new();
    for line in lines {
        let counted = t::held_count(lang, line.count, label(line.label, lang));
        let facts = facts(line, lang);
        match groups.iter_mut().find(|(_, known)| *known == facts) {
            Some((labels, _)) => labels.push(counted),
            None => groups.push((vec![counted], facts)),
        }
    }
    let groups = groups.into_iter().map(|(labels, mut facts)| {
        facts.insert(0, (told::fact_what(lang), labels.join("; ")));
        view! { <li>{listed(facts)}</li> }
    });
    view! {
        <details>
            <summary class="link">
                {t::held_kind(lang, words::category(category, lang), count)}
            </summary>
            <ul class="stored">{groups.collect_view()}</ul>
        </details>
    }
}

/// Why, on which basis, until when, for whom.
fn facts(line: &HeldLine, lang: Lang) -> Facts {
    let entry = line.declared;
    let mut why: Vec<&str> = Vec::new();
    let mut bases: Vec<&str> = Vec::new();
    for (purpose, basis) in entry.purposes {
        why.push(words::purpose(*purpose, lang));
        bases.push(words::legal_basis(*basis, lang));
        bases.extend(words::interest(*purpose, *basis, lang));
    }
    why.dedup();
    bases.dedup();
    let recipients = entry.recipients.iter();
    let recipients: Vec<&str> = recipients.map(|it| words::recipient(*it, lang)).collect();
    vec![
        (told::fact_purposes(lang), why.join(". ")),
        (told::fact_basis(lang), bases.join(". ")),
        (told::fact_kept(lang), until(line, lang)),
        (told::fact_recipients(lang), recipients.join(". ")),
    ]
}

/// The rule in words, and the day that follows from it.
fn until(line: &HeldLine, lang: Lang) -> String {
    let kept = kept_here(line.declared, lang);
    let Some((first, last)) = line.until else {
        return t::until_open(lang, kept);
    };
    match line.declared.retention {
        Retention::Unused(_) => t::until_unused(lang, last, kept),
        _ if first == last => t::until_day(lang, last, kept),
        _ => t::until_days(lang, first, kept, last),
    }
}

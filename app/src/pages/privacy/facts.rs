//! What is said of several entries together, as a list of names and texts that
//! reads on a phone as well.

use leptos::prelude::*;
use privacy::inventory::Label;
use privacy::record::Summary;
use privacy::{LegalBasis, Purpose};
use std::collections::BTreeSet;
use texts::{Lang, inventory as t};

use super::label::label;
use super::words;

/// A name, and what is said under it.
pub(super) type Fact = (&'static str, Vec<String>);

/// Each text once, in its order.
fn once<T: Into<String>>(texts: impl Iterator<Item = T>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts {
        let text = text.into();
        if !all.contains(&text) {
            all.push(text);
        }
    }
    all
}

/// What is handled, by the names that people use.
pub(super) fn what(summary: &Summary, lang: Lang) -> Fact {
    let labels = summary.labels.iter().map(|it| label(*it, lang));
    (t::fact_what(lang), once(labels))
}

pub(super) fn subjects(summary: &Summary, lang: Lang) -> Fact {
    let subjects = summary.subjects.iter().map(|it| words::subject(*it, lang));
    (t::fact_subjects(lang), once(subjects))
}

pub(super) fn categories(summary: &Summary, lang: Lang) -> Fact {
    let categories = summary.categories.iter();
    let categories = categories.map(|it| words::category(*it, lang));
    (t::fact_category(lang), once(categories))
}

pub(super) fn sources(summary: &Summary, lang: Lang) -> Fact {
    let sources = summary.sources.iter().map(|it| words::source(*it, lang));
    (t::fact_sources(lang), once(sources))
}

pub(super) fn purposes(summary: &Summary, lang: Lang) -> Fact {
    let purposes = summary.purposes.iter();
    let purposes = purposes.map(|(it, _)| words::purpose(*it, lang));
    (t::fact_purposes(lang), once(purposes))
}

/// The bases, and the interest wherever one is the basis.
pub(super) fn bases(summary: &Summary, lang: Lang) -> Vec<Fact> {
    let pairs: Vec<(Purpose, LegalBasis)> = summary.purposes.iter().copied().collect();
    let bases = pairs.iter().map(|(_, it)| words::legal_basis(*it, lang));
    let interests = pairs
        .iter()
        .filter_map(|(purpose, basis)| words::interest(*purpose, *basis, lang));
    let facts = [
        (t::fact_basis(lang), once(bases)),
        (t::fact_interest(lang), once(interests)),
    ];
    facts.into_iter().filter(|(_, it)| !it.is_empty()).collect()
}

pub(super) fn recipients(summary: &Summary, lang: Lang) -> Fact {
    let recipients = summary.recipients.iter();
    let mut said = once(recipients.map(|it| words::recipient(*it, lang)));
    if said.is_empty() {
        said.push(t::recipient_nobody(lang).to_owned());
    }
    (t::fact_recipients(lang), said)
}

pub(super) fn needs(summary: &Summary, lang: Lang) -> Fact {
    let needs = summary.needs.iter();
    let needs = needs.map(|(need, labels)| (words::need(*need, lang).to_owned(), labels));
    (t::fact_need(lang), of_which(needs.collect(), lang))
}

/// How long each part is kept, and what happens then.
pub(super) fn kept(summary: &Summary, lang: Lang) -> Fact {
    let kept = summary.retentions.iter();
    let kept = kept.map(|((retention, start, then), labels)| {
        let kept = words::kept(*retention, *start, lang);
        let said = format!("{kept} {}", words::then(*then, lang));
        (said, labels)
    });
    (t::fact_kept(lang), of_which(kept.collect(), lang))
}

/// What is said of each part; where there are several, with what the part is.
fn of_which(parts: Vec<(String, &BTreeSet<Label>)>, lang: Lang) -> Vec<String> {
    if parts.len() < 2 {
        return parts.into_iter().map(|(said, _)| said).collect();
    }
    let parts = parts.into_iter().map(|(said, labels)| {
        let labels: Vec<&str> = labels.iter().map(|it| label(*it, lang)).collect();
        format!("{said} ({})", labels.join("; "))
    });
    parts.collect()
}

pub(super) fn protections(summary: &Summary, lang: Lang) -> Fact {
    let protections = summary.protections.iter();
    let protections = protections.map(|it| words::protection(*it, lang));
    (t::fact_protection(lang), once(protections))
}

/// A heading, and facts under it.
pub(super) fn described(name: String, facts: Vec<Fact>) -> impl IntoView {
    view! {
        <li>
            <h3>{name}</h3>
            {listed(facts)}
        </li>
    }
}

pub(super) fn listed(facts: Vec<Fact>) -> impl IntoView {
    let rows = facts.into_iter().map(|(name, texts)| {
        let text = match <[String; 1]>::try_from(texts) {
            Ok([text]) => text.into_any(),
            Err(texts) => view! {
                <ul class="values">
                    {texts.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}
                </ul>
            }
            .into_any(),
        };
        view! { <div><dt>{name}</dt><dd>{text}</dd></div> }
    });
    view! { <dl>{rows.collect_view()}</dl> }
}

//! The operator's registers, for those who look after them: what is to be done, and
//! the way to each.

pub mod controller;
pub mod disclosures;
pub mod entries;
pub mod words;

use leptos::prelude::*;
use privacy::Party;
use privacy::register::Register;
use privacy::transfer::Lacking;
use texts::{Lang, inventory as i, registers as t};

use super::account::frame;
use super::privacy::{country, words as said_of};
use crate::language::lang;
use crate::page::Page;

/// What was done, or why not: a sentence above what the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub good: Option<String>,
    pub problem: Option<String>,
}

/// What the page shows. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct Registers {
    /// What somebody should do, a sentence each.
    pub due: Vec<String>,
    pub parties: Vec<Party>,
    /// There is an agreement that can be downloaded.
    pub agreement: bool,
}

pub(super) fn sentence(said: Said) -> impl IntoView {
    let Said { good, problem } = said;
    view! {
        {problem.map(|text| view! { <p class="complaint" role="alert">{text}</p> })}
        {good.map(|text| view! { <p class="good" role="status">{text}</p> })}
    }
}

fn back(lang: Lang) -> impl IntoView {
    view! { <p><a href=Page::Registers.path()>"← "{t::all(lang)}</a></p> }
}

/// A field for a line, a day or an address.
fn line(name: &'static str, label: String, kind: &'static str, needed: bool) -> AnyView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input type=kind name=name required=needed maxlength="200" autocomplete="off"/>
        </label>
    }
    .into_any()
}

/// A field for several lines.
fn text(name: &'static str, label: String, needed: bool) -> AnyView {
    view! {
        <label class="field">
            <span>{label}</span>
            <textarea name=name rows="4" maxlength="4000" required=needed></textarea>
        </label>
    }
    .into_any()
}

/// A field that chooses one of several.
fn choice(name: &'static str, label: String, of: Vec<(String, String)>, lang: Lang) -> AnyView {
    let options = of.into_iter();
    view! {
        <label class="field">
            <span>{label}</span>
            <select name=name required>
                <option value="">{t::choose(lang)}</option>
                {options
                    .map(|(value, name)| view! { <option value=value>{name}</option> })
                    .collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// A label, which says that the field may be left empty.
fn optional(label: &str, lang: Lang) -> String {
    format!("{label} ({})", t::optional(lang))
}

/// What is said of something, with its names.
fn facts(told: Vec<(&'static str, String)>) -> impl IntoView {
    let told = told.into_iter().filter(|(_, text)| !text.is_empty());
    view! {
        <dl>
            {told
                .map(|(name, text)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> })
                .collect_view()}
        </dl>
    }
}

#[component]
pub(super) fn RegistersPage() -> impl IntoView {
    let lang = lang();
    let view = use_context::<Registers>().unwrap_or_default();
    let ways = Register::ALL
        .map(|register| {
            (
                entries::path(register),
                words::register(register, lang),
                words::register_text(register, lang),
            )
        })
        .into_iter()
        .chain([
            (
                Page::Disclosures.path().to_owned(),
                t::disclosures(lang),
                t::disclosures_text(lang),
            ),
            (
                Page::Successions.path().to_owned(),
                t::controller(lang),
                t::controller_text(lang),
            ),
        ]);
    let nothing = view.due.is_empty();
    let content = view! {
        <p><a href=Page::Admin.path()>"← "{texts::account::admin_title(lang)}</a></p>
        <h1>{t::title(lang)}</h1>
        <p class="lead">{t::lead(lang)}</p>
        <section>
            <h2>{t::due_title(lang)}</h2>
            {nothing.then(|| view! { <p>{t::due_nothing(lang)}</p> })}
            <ul class="points-list">
                {view.due.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}
            </ul>
        </section>
        <ul class="lines">
            {ways
                .map(|(path, name, text)| view! {
                    <li>
                        <div>
                            <strong>{name}</strong>
                            <span class="detail">{text}</span>
                        </div>
                        <a class="button" href=path>
                            {t::open(lang)}
                            <span class="visually-hidden">" (" {name} ")"</span>
                        </a>
                    </li>
                })
                .collect_view()}
        </ul>
        <section>
            <h2>{t::recipients(lang)}</h2>
            <p>
                {t::recipients_text(lang)}
                " "
                <a href=Page::Recipients.path()>{t::recipients_public(lang)}</a>
            </p>
            {view
                .parties
                .into_iter()
                .map(|party| view! { <h3>{party.name.clone()}</h3>{recipient(party, lang)} })
                .collect_view()}
            {view.agreement.then(|| view! {
                <p><a href=super::privacy::AGREEMENT>{t::agreement(lang)}</a></p>
            })}
        </section>
    };
    frame(Page::Registers, String::new(), content.into_any())
}

/// What is noted of a recipient.
fn recipient(party: Party, lang: Lang) -> impl IntoView {
    let noted = party.safeguards.clone();
    let day = |day: Option<privacy::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let categories = privacy::record::reached_by(party.role);
    let categories: Vec<&str> = categories
        .into_iter()
        .map(|category| said_of::category(category, lang))
        .collect();
    facts(vec![
        (
            i::party_role(lang),
            said_of::party_role(party.role, lang).to_owned(),
        ),
        (
            i::party_country(lang),
            country(party.transfer.country(), lang),
        ),
        (i::party_mechanism(lang), said_of::allowed(&party, lang)),
        (
            t::recipient_module(lang),
            noted.module.map(|it| it.to_string()).unwrap_or_default(),
        ),
        (t::recipient_signed(lang), day(noted.signed)),
        (
            t::recipient_annexes(lang),
            noted.annexes.unwrap_or_default(),
        ),
        (
            t::recipient_assessment(lang),
            noted.assessment.unwrap_or_default(),
        ),
        (t::recipient_reason(lang), noted.reason.unwrap_or_default()),
        (t::recipient_review(lang), day(noted.review)),
        (t::recipient_categories(lang), categories.join(", ")),
    ])
}

/// What is missing, as the sentence about what is to be done says it.
pub fn lacking(all: &[Lacking]) -> String {
    let names: Vec<&str> = all.iter().map(|it| it.name()).collect();
    names.join(", ")
}

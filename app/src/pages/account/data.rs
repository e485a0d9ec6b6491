//! My data: what is kept of somebody, counted, with why, until when and for whom;
//! who else has looked at it; and what they can do about it, each with its button
//! or the way to it. A plain page, for members and for whoever has an owner link.

mod held;
mod holds;
mod limits;
mod opened;
mod seen;

use leptos::prelude::*;
use texts::{Lang, consent, data as t, erasure, export};

use super::{date, form, frame, said};
use crate::language::lang;
use crate::page::Page;
use crate::pages::rights::residence_section;

pub use held::HeldLine;
pub use holds::HoldLine;
pub use limits::{LimitsView, objectionable};
pub use opened::OpenedLine;
#[cfg(feature = "ssr")]
pub(crate) use opened::name as masked_name;
pub use seen::{By, SeenLine};

/// What the page shows. The server provides it.
#[derive(Clone, Debug)]
pub struct DataView {
    pub held: Vec<HeldLine>,
    /// The newest first.
    pub seen: Vec<SeenLine>,
    /// What is before this line of the log is the next page, if there is one.
    pub older: Option<i64>,
    /// What those who work here have opened.
    pub opened: Vec<OpenedLine>,
    /// What is held of it.
    pub holds: Vec<HoldLine>,
    /// Since when a date of birth in it says under 18.
    pub minor_since: Option<i64>,
    /// The newest lines are on a page before this one.
    pub newer: bool,
    pub limits: LimitsView,
    pub member: bool,
    /// When it will be erased, if that is asked for.
    pub erased_at: Option<i64>,
}

#[component]
pub(crate) fn DataPage() -> impl IntoView {
    let lang = lang();
    let form = form();
    let view = use_context::<DataView>();
    let member = view.as_ref().is_some_and(|view| view.member);
    let parts = [
        ("#held", t::held_title(lang)),
        ("#seen", t::seen_title(lang)),
        ("#opened", texts::console::opened_title(lang)),
        ("#disclosed", texts::registers::mine_title(lang)),
        ("#rights", t::rights_title(lang)),
        ("#limits", consent::limits(lang)),
        ("#residence", texts::rights::mine_title(lang)),
    ];
    let content = view! {
        {member.then(|| view! {
            <p><a href=Page::Account.path()>"← "{texts::account::account_title(lang)}</a></p>
        })}
        <h1>{t::title(lang)}</h1>
        {said(&form, lang)}
        <p class="lead">{t::lead(lang)}</p>
        <nav aria-label=t::on_page(lang)>
            <ul class="points-list">
                {parts
                    .map(|(to, name)| view! { <li><a href=to>{name}</a></li> })
                    .collect_view()}
            </ul>
        </nav>
        {view.map(|view| sections(view, lang))}
    };
    frame(Page::MyData, String::new(), content.into_any())
}

fn sections(view: DataView, lang: Lang) -> impl IntoView {
    let DataView {
        held,
        seen,
        older,
        opened,
        holds,
        minor_since,
        newer,
        limits,
        member,
        erased_at,
    } = view;
    view! {
        {minor_since.map(|at| view! {
            <p class="complaint">{texts::console::minor_told(lang, date(at))}</p>
        })}
        {held::section(held, lang)}
        {(!holds.is_empty()).then(|| holds::section(holds, lang))}
        {seen::section(seen, older, newer, lang)}
        {opened::section(opened, lang)}
        {disclosed(lang)}
        {rights(member, erased_at, lang)}
        {limits::section(limits, lang)}
        {residence_section(lang)}
    }
}

/// What was given of them to authorities and advisers.
#[cfg(feature = "ssr")]
fn disclosed(lang: Lang) -> impl IntoView {
    super::super::registers::disclosures::mine(lang)
}

#[cfg(not(feature = "ssr"))]
fn disclosed(_lang: Lang) {}

/// What leads elsewhere: correcting, copying, consents, erasing.
fn rights(member: bool, erased_at: Option<i64>, lang: Lang) -> impl IntoView {
    let cvs = match member {
        true => Page::Cvs,
        false => Page::Edit,
    };
    let asked = erased_at.map(|at| erasure::account_asked(lang, date(at)));
    view! {
        <section id="rights">
            <h2>{t::rights_title(lang)}</h2>
            <h3>{t::correct(lang)}</h3>
            <p>{t::correct_text(lang)}</p>
            <p><a class="button" href=cvs.path()>{t::correct_cvs(lang)}</a></p>
            {member.then(|| view! {
                <p><a class="button" href=Page::Account.path()>{t::correct_sign_in(lang)}</a></p>
            })}
            <h3>{t::copy(lang)}</h3>
            <p>{export::link_text(lang)}</p>
            <p><a class="button" href=Page::Export.path()>{export::title(lang)}</a></p>
            <h3>{t::consents(lang)}</h3>
            <p>{consent::lead(lang)}</p>
            <p><a class="button" href=Page::Consents.path()>{consent::title(lang)}</a></p>
            <h3>{texts::rights::title(lang)}</h3>
            <p>{texts::rights::lead(lang)}</p>
            <p><a class="button" href=Page::Rights.path()>{texts::rights::title(lang)}</a></p>
            <h3>{texts::cases::own_title(lang)}</h3>
            <p>{texts::cases::own_link(lang)}</p>
            <p><a class="button" href=Page::OwnCases.path()>{texts::cases::own_title(lang)}</a></p>
            <h3>{t::erase(lang)}</h3>
            <p>{asked.unwrap_or_else(|| erasure::storage_text(lang).to_owned())}</p>
            <p><a class="button danger" href=Page::Erase.path()>{erasure::title(lang)}</a></p>
        </section>
    }
}

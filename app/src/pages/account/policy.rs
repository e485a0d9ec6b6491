//! A change of the policy that comes: what changes, the answer to it, and the way out.
//! Plain pages, for members and for whoever has an owner link.

use leptos::prelude::*;
use privacy::ConsentPurpose;
use privacy::policy::{changes, current_facts};
use texts::{Lang, changes as t, erasure, export};

use super::consents::agreement;
use super::export::{CopyLine, CopyState, copy_path};
use super::{check, form, frame, said};
use crate::language::lang;
use crate::page::{Page, Refresh};
use crate::pages::privacy::differences;

/// What an account's owner is to be told of on every page. The server provides it.
#[derive(Clone, Debug)]
pub struct ChangeNotice {
    /// The day from which it holds.
    pub day: String,
    /// Something would have to be agreed to anew.
    pub renew: bool,
}

/// Changes that come, the next one first. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct Coming(pub Vec<ComingChange>);

#[derive(Clone, Debug)]
pub struct ComingChange {
    /// The day from which it holds, which is the version's name.
    pub version: String,
    /// The day of its publication.
    pub published: String,
    pub material: bool,
    /// In the language of the page.
    pub text: String,
    /// What the coming inventory says.
    pub facts: Option<String>,
}

/// How an account's owner stands to a change. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct ChangeAnswers(pub Vec<ChangeAnswer>);

#[derive(Clone, Debug)]
pub struct ChangeAnswer {
    pub version: String,
    pub acknowledged: bool,
    pub renew: Vec<ConsentPurpose>,
}

/// What the page of leaving shows. The server provides it.
#[derive(Clone, Debug)]
pub struct LeaveView {
    pub copy: Option<CopyLine>,
    pub member: bool,
}

impl LeaveView {
    /// When the page is to be loaded anew by itself.
    pub fn refresh(&self) -> Option<Refresh> {
        let state = self.copy.as_ref().map(|copy| copy.state);
        matches!(state, Some(CopyState::Making { .. })).then_some(Refresh(AGAIN))
    }
}

/// Seconds after which it is looked again whether the copy is ready.
const AGAIN: u32 = 5;

/// The banner that stands on every page of whoever is signed in.
pub(crate) fn banner(page: Page, lang: Lang) -> impl IntoView {
    let notice = use_context::<ChangeNotice>();
    // There it stands in the page itself.
    let elsewhere = !matches!(page, Page::PolicyChange | Page::Leave);
    notice.filter(|_| elsewhere).map(|notice| {
        let text = match notice.renew {
            true => t::banner_renew(lang, notice.day),
            false => t::banner(lang, notice.day),
        };
        view! {
            <section class="optional" aria-label=t::banner_label(lang)>
                <p>{text}</p>
                <p class="optional-answers">
                    <a class="button" href=Page::PolicyChange.path()>{t::banner_see(lang)}</a>
                    <a class="button" href=Page::Leave.path()>{t::banner_leave(lang)}</a>
                </p>
            </section>
        }
    })
}

/// A change: when, in the operator's words, and in those of the inventory.
pub(crate) fn described(change: &ComingChange, lang: Lang) -> impl IntoView + use<> {
    let how = match change.material {
        true => t::material(lang),
        false => t::immaterial(lang),
    };
    let facts = change.facts.as_deref();
    let differ = facts.map(|facts| changes(current_facts(), facts));
    let differ = differ.filter(|differ| !differ.is_empty());
    let words = change.text.lines().map(str::to_owned);
    let words: Vec<String> = words.filter(|line| !line.trim().is_empty()).collect();
    view! {
        <h2>{t::from(lang, change.version.clone())}</h2>
        {words.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        <p class="detail">{t::published(lang, change.published.clone())} " " {how}</p>
        {differ.map(|differ| view! {
            <h3>{t::data_title(lang)}</h3>
            {differences(&differ, lang)}
        })}
    }
}

#[component]
pub(crate) fn PolicyChangePage() -> impl IntoView {
    let lang = lang();
    let form = form();
    let Coming(coming) = use_context::<Coming>().unwrap_or_default();
    let ChangeAnswers(answers) = use_context::<ChangeAnswers>().unwrap_or_default();
    let none = coming.is_empty();
    let parts = coming.into_iter().map(|change| {
        let answer = answers
            .iter()
            .find(|it| it.version == change.version)
            .cloned();
        view! {
            <section>
                {described(&change, lang)}
                {answer.map(|answer| answered(answer, lang))}
            </section>
        }
    });
    let content = view! {
        <h1>{t::title(lang)}</h1>
        {said(&form, lang)}
        {none.then(|| view! {
            <p class="lead">{t::none(lang)}</p>
            <p><a href=Page::Privacy.path()>{texts::site::privacy_title(lang)}</a></p>
        })}
        {parts.collect_view()}
        {(!none).then(|| view! {
            <p>{t::silence(lang)}</p>
            <section>
                <h2>{t::leave_title(lang)}</h2>
                <p>{t::leave_text(lang)}</p>
                <p><a class="button" href=Page::Leave.path()>{t::leave_now(lang)}</a></p>
            </section>
        })}
    };
    frame(Page::PolicyChange, String::new(), content.into_any())
}

fn answered(answer: ChangeAnswer, lang: Lang) -> impl IntoView {
    let ChangeAnswer {
        version,
        acknowledged,
        renew,
    } = answer;
    let day = version.clone();
    let renewals = renew.into_iter().map(move |purpose| {
        let [name, ..] = agreement(purpose, lang);
        let to = format!("{}#consent-{}", Page::Consents.path(), purpose.name());
        view! {
            <li>
                {t::renew_text(lang, day.clone(), name)}
                " "
                <a href=to>{t::renew_way(lang)}</a>
            </li>
        }
    });
    let renewals: Vec<_> = renewals.collect();
    view! {
        {(!renewals.is_empty()).then(|| view! {
            <h3>{t::renew_title(lang)}</h3>
            <ul class="points-list">{renewals}</ul>
        })}
        {match acknowledged {
            true => view! { <p><strong>{t::acknowledged(lang)}</strong></p> }.into_any(),
            false => view! {
                <form method="post" action=Page::PolicyChange.path()>
                    <button class="button primary" name="version" value=version>
                        {t::acknowledge(lang)}
                    </button>
                </form>
            }
            .into_any(),
        }}
    }
}

#[component]
pub(crate) fn LeavePage() -> impl IntoView {
    let lang = lang();
    let form = form();
    let view = use_context::<LeaveView>();
    let content = view! {
        <h1>{t::leave_title(lang)}</h1>
        {said(&form, lang)}
        <p class="lead">{t::leave_text(lang)}</p>
        {view.map(|view| steps(view, lang))}
    };
    frame(Page::Leave, String::new(), content.into_any())
}

fn steps(view: LeaveView, lang: Lang) -> impl IntoView {
    let LeaveView { copy, member } = view;
    let erase = match member {
        true => view! {
            <form method="post" action=Page::Erase.path() class="stack">
                {check("sure", t::step_erase_sure(lang), true)}
                <button class="button danger">{t::step_erase_button(lang)}</button>
            </form>
            <p><a href=Page::Erase.path()>{t::step_erase_see(lang)}</a></p>
        }
        .into_any(),
        // They have to show the link itself.
        false => view! {
            <p><a class="button danger" href=Page::Erase.path()>{t::step_erase_link(lang)}</a></p>
        }
        .into_any(),
    };
    view! {
        <section>
            <h2>{t::step_copy(lang)}</h2>
            <p>{t::step_copy_text(lang)}</p>
            {step_copy(copy, lang)}
        </section>
        <section class="danger-zone">
            <h2>{t::step_erase(lang)}</h2>
            <p>{t::step_erase_text(lang)} " " {erasure::account_text(lang)}</p>
            {erase}
        </section>
    }
}

fn step_copy(copy: Option<CopyLine>, lang: Lang) -> AnyView {
    let ask = || {
        view! {
            <form method="post" action=Page::Export.path()>
                <input type="hidden" name="to" value=Page::Leave.path()/>
                <button class="button primary">{export::ask(lang)}</button>
            </form>
        }
    };
    let Some(copy) = copy else {
        return ask().into_any();
    };
    match copy.state {
        CopyState::Making { .. } => view! {
            <p role="status">{t::step_copy_making(lang)}</p>
            <p><a class="button" href=Page::Leave.path()>{t::step_copy_look(lang)}</a></p>
        }
        .into_any(),
        CopyState::Ready { .. } => view! {
            <p role="status">{t::step_copy_ready(lang)}</p>
            <p><a class="button primary" href=copy_path(&copy.id)>{export::download(lang)}</a></p>
        }
        .into_any(),
        CopyState::Full | CopyState::Failed => view! {
            <p class="complaint" role="alert">{t::step_copy_failed(lang)}</p>
            {ask()}
        }
        .into_any(),
    }
}

//! Newer terms, or a newer policy: read, and answered or not. A plain page, for
//! members and for whoever has an owner link. Nothing waits for the answer.

use leptos::prelude::*;
use texts::{Lang, account as words, terms as t};

use super::{form, frame, said, time};
use crate::language::lang;
use crate::page::{Page, terms_path};
use crate::pages::terms::terms;

/// What the page shows. The server provides it.
#[derive(Clone, Debug)]
pub struct AcceptanceView {
    /// Whether the terms, and the policy, are newer than what is known.
    pub terms: bool,
    pub policy: bool,
    /// The version of the policy that holds.
    pub version: String,
    /// The newest first.
    pub history: Vec<AcceptanceLine>,
}

/// What was declared once.
#[derive(Clone, Debug)]
pub struct AcceptanceLine {
    /// The terms; else the policy.
    pub terms: bool,
    pub version: String,
    /// The tag of the language.
    pub lang: &'static str,
    /// The text of the terms.
    pub text_hash: Option<String>,
    /// Milliseconds since 1970.
    pub at: i64,
}

/// A box for a declaration, unticked, whose value is the version that was read.
pub(super) fn version_box(
    name: &'static str,
    version: String,
    text: impl IntoView,
    needed: bool,
) -> impl IntoView {
    view! {
        <label class="check">
            <input type="checkbox" name=name value=version required=needed/>
            <span>{text}</span>
        </label>
    }
}

/// The declaration about the terms, apart from every other.
pub(super) fn terms_box(needed: bool, lang: Lang) -> impl IntoView {
    let terms = terms();
    let version = terms.version.clone();
    let text = view! {
        {t::accept_before(lang)}
        " "
        <a href=Page::Terms.path() target="_blank" rel="noopener">{t::accept_link(lang)}</a>
        " (" {version.clone()} ")"
    };
    // The very text, in the language that it was offered in.
    let read = terms.text(lang).map_or(version, |text| text.hash.clone());
    version_box("terms", read, text, needed)
}

#[component]
pub(crate) fn AcceptancePage() -> impl IntoView {
    let lang = lang();
    let form = form();
    let view = use_context::<AcceptanceView>();
    let content = view! {
        <h1>{t::asked_title(lang)}</h1>
        {said(&form, lang)}
        {view.map(|view| sections(view, lang))}
    };
    frame(Page::Acceptance, String::new(), content.into_any())
}

fn sections(view: AcceptanceView, lang: Lang) -> impl IntoView {
    let asked = view.terms || view.policy;
    let policy = view! {
        {words::declare_policy_before(lang)}
        " "
        <a href=Page::Privacy.path() target="_blank" rel="noopener">{words::declare_policy_link(lang)}</a>
        " (" {view.version.clone()} ")"
    };
    let version = terms().version.clone();
    let policy_version = view.version.clone();
    view! {
        {asked.then(|| view! {
            <p class="lead">{t::asked_lead(lang)}</p>
            {view.terms.then(|| view! { <p>{t::asked_terms(lang, version)}</p> })}
            {view.policy.then(|| view! { <p>{t::asked_policy(lang, view.version.clone())}</p> })}
            <form method="post" action=Page::Acceptance.path() class="stack">
                {view.terms.then(|| terms_box(false, lang))}
                {view.policy.then(|| version_box("policy", policy_version, policy, false))}
                <button class="button primary">{t::asked_button(lang)}</button>
                <a class="button" href=Page::Edit.path()>{t::asked_later(lang)}</a>
            </form>
            <p class="detail">{t::asked_silence(lang)}</p>
        })}
        {(!asked).then(|| view! { <p class="lead">{t::asked_none(lang)}</p> })}
        <section>
            <h2>{t::history(lang)}</h2>
            {match view.history.is_empty() {
                true => view! { <p class="detail">{t::history_none(lang)}</p> }.into_any(),
                false => view! {
                    <ul class="points-list">
                        {view.history.into_iter().map(|it| line(it, lang)).collect_view()}
                    </ul>
                }.into_any(),
            }}
        </section>
    }
}

fn line(line: AcceptanceLine, lang: Lang) -> impl IntoView {
    let what = match line.terms {
        true => t::history_terms(lang),
        false => t::history_policy(lang),
    };
    let words = t::history_line(lang, time(line.at), line.lang, line.version, what);
    // A text that is not kept here was accepted before texts were.
    let text = line.text_hash.filter(|hash| terms().named(hash).is_some());
    match text {
        Some(hash) => view! { <li><a href=terms_path(&hash)>{words}</a></li> }.into_any(),
        None => view! { <li>{words}</li> }.into_any(),
    }
}

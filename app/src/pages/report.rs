//! Where anybody reports a public page, without an account and without a script.
//! Whether there is such a page, the answer does not say.

use leptos::prelude::*;
use privacy::Asked;
use privacy::inventory::PAGE_REPORT_DAYS;
use privacy::report::Reason;
use texts::{Lang, abuse as t};

use super::account::frame;
use super::privacy::{why, why_id};
use crate::escape::escaped;
use crate::language::lang;
use crate::page::{Page, report_path};

/// What the page shows. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct ReportForm {
    /// The last part of the page's address.
    pub slug: String,
    /// Its whole address, for people to read.
    pub address: String,
    /// How many characters the text may have.
    pub most: u64,
    /// What was filled in.
    pub reason: Option<Reason>,
    pub text: String,
    pub email: String,
    pub problem: Option<ReportProblem>,
    /// It was sent.
    pub sent: bool,
}

/// Why a report was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportProblem {
    NoReason,
    /// There is none, or too much.
    Text,
    NoAddress,
}

impl ReportProblem {
    fn message(self, most: u64, lang: Lang) -> String {
        match self {
            ReportProblem::NoReason => t::problem_reason(lang).to_owned(),
            ReportProblem::Text => t::problem_text(lang, most),
            ReportProblem::NoAddress => t::problem_email(lang).to_owned(),
        }
    }
}

/// What is wrong with a page, in words.
pub fn reason_name(reason: Option<Reason>, lang: Lang) -> &'static str {
    match reason {
        Some(Reason::Impersonation) => t::reason_impersonation(lang),
        Some(Reason::OthersData) => t::reason_others_data(lang),
        Some(Reason::Fraud) => t::reason_fraud(lang),
        Some(Reason::Hateful) => t::reason_hateful(lang),
        Some(Reason::Copyright) => t::reason_copyright(lang),
        Some(Reason::Unlawful) => t::reason_unlawful(lang),
        Some(Reason::Terms) => t::reason_terms(lang),
        None => t::reason_unknown(lang),
    }
}

#[component]
pub(super) fn ReportPage() -> impl IntoView {
    let lang = lang();
    let form = use_context::<ReportForm>().unwrap_or_default();
    let to = report_path(&form.slug);
    let content = match form.sent {
        true => view! {
            <h1>{t::thanks_title(lang)}</h1>
            <p role="status">{t::thanks_text(lang)}</p>
            <p>
                <a class="button" href=Page::Landing.path()>{texts::site::to_start(lang)}</a>
            </p>
        }
        .into_any(),
        false => asking(form, to.clone(), lang).into_any(),
    };
    frame(Page::Report, to, content)
}

fn asking(form: ReportForm, to: String, lang: Lang) -> impl IntoView {
    let chosen = form.reason;
    let reasons = Reason::ALL
        .into_iter()
        .map(|reason| {
            view! {
                <label class="check">
                    <input
                        type="radio"
                        name="reason"
                        value=reason.name()
                        checked=chosen == Some(reason)
                        required
                        aria-describedby=why_id(Asked::ReportReason)
                    />
                    <span>{reason_name(Some(reason), lang)}</span>
                </label>
            }
        })
        .collect_view();
    let problem = form.problem.map(|problem| problem.message(form.most, lang));
    view! {
        <h1>{t::title(lang)}</h1>
        <p class="lead">{t::lead(lang, &form.address)}</p>
        {problem.map(|text| view! { <p class="complaint" role="alert">{text}</p> })}
        <form method="post" action=to class="stack">
            <fieldset>
                <legend>{t::reason(lang)}</legend>
                {reasons}
                {why(Asked::ReportReason, lang)}
            </fieldset>
            <label class="field">
                <span>{t::text(lang)}</span>
                // Leptos does not escape what stands within this element. A parser drops
                // the first line's end.
                <textarea
                    name="text"
                    rows="6"
                    required
                    maxlength=form.most.to_string()
                    aria-describedby=format!("text-hint {}", why_id(Asked::ReportText))
                    inner_html=format!("\n{}", escaped(&form.text))
                ></textarea>
            </label>
            <p class="detail" id="text-hint">{t::text_hint(lang, form.most)}</p>
            {why(Asked::ReportText, lang)}
            <label class="field">
                <span>{t::email(lang)}</span>
                <input
                    type="email"
                    name="email"
                    value=form.email
                    autocomplete="email"
                    autocapitalize="none"
                    spellcheck="false"
                    maxlength="256"
                    aria-describedby=format!("email-hint {}", why_id(Asked::ReportEmail))
                />
            </label>
            <p class="detail" id="email-hint">{t::email_hint(lang)}</p>
            {why(Asked::ReportEmail, lang)}
            <p class="detail">{t::kept(lang, u64::from(PAGE_REPORT_DAYS))}</p>
            <button class="button primary">{t::send(lang)}</button>
        </form>
    }
}

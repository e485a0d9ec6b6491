//! What was reported of public pages, for those who look into it: the list, and one
//! report with what can be done.

use leptos::prelude::*;
use privacy::report::Reason;
use texts::{Lang, abuse as t, account};

use super::super::account::{frame, time};
use super::super::report::reason_name;
use crate::language::lang;
use crate::page::Page;

/// The list. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct ReportsView {
    pub lines: Vec<ReportLine>,
    pub done: Option<ReportDone>,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportDone {
    Closed,
    TakenDown,
    PutBack,
}

impl ReportDone {
    const ALL: [ReportDone; 3] = [
        ReportDone::Closed,
        ReportDone::TakenDown,
        ReportDone::PutBack,
    ];

    /// The word for it in an address.
    pub fn tag(self) -> &'static str {
        match self {
            ReportDone::Closed => "closed",
            ReportDone::TakenDown => "taken-down",
            ReportDone::PutBack => "put-back",
        }
    }

    /// What a word in an address says was done.
    pub fn from_tag(tag: &str) -> Option<ReportDone> {
        ReportDone::ALL.into_iter().find(|done| done.tag() == tag)
    }

    fn shown(self, lang: Lang) -> impl IntoView {
        let text = match self {
            ReportDone::Closed => t::done_closed(lang),
            ReportDone::TakenDown => t::done_taken_down(lang),
            ReportDone::PutBack => t::done_put_back(lang),
        };
        view! { <p class="good" role="status">{text}</p> }
    }
}

#[derive(Clone, Debug)]
pub struct ReportLine {
    pub id: String,
    pub reason: Option<Reason>,
    pub at: i64,
    pub state: ReportState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportState {
    Open,
    Stays,
    TakenDown,
}

/// One report. The server provides it.
#[derive(Clone, Debug)]
pub struct CaseView {
    pub line: ReportLine,
    pub text: String,
    pub email: Option<String>,
    /// The path of the page.
    pub path: String,
    pub page: ReportedPage,
    pub done: Option<ReportDone>,
}

/// How the page is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportedPage {
    Public,
    Withdrawn,
    TakenDown { at: i64, reason: Option<Reason> },
}

fn said(line: &ReportLine, lang: Lang) -> String {
    let at = time(line.at);
    match line.state {
        ReportState::Open => t::line_open(lang, at),
        ReportState::Stays => t::line_stays(lang, at),
        ReportState::TakenDown => t::line_down(lang, at),
    }
}

fn path(id: &str) -> String {
    format!("{}/{id}", Page::ReportCase.path())
}

#[component]
pub(in crate::pages) fn ReportsPage() -> impl IntoView {
    let lang = lang();
    let ReportsView { lines, done } = use_context::<ReportsView>().unwrap_or_default();
    let none = lines.is_empty();
    let content = view! {
        <p><a href=Page::Admin.path()>"← "{account::admin_title(lang)}</a></p>
        <h1>{t::reports_title(lang)}</h1>
        {done.map(|done| done.shown(lang))}
        <p class="lead">{t::reports_lead(lang)}</p>
        {none.then(|| view! { <p>{t::reports_none(lang)}</p> })}
        <ul class="lines">
            {lines
                .into_iter()
                .map(|line| {
                    let name = reason_name(line.reason, lang);
                    view! {
                        <li>
                            <div>
                                <strong>{name}</strong>
                                <span class="detail">{said(&line, lang)}</span>
                            </div>
                            <a
                                class="button"
                                href=path(&line.id)
                                aria-label=format!("{}: {name}", t::read(lang))
                            >
                                {t::read(lang)}
                            </a>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    };
    frame(Page::Reports, String::new(), content.into_any())
}

#[component]
pub(in crate::pages) fn CasePage() -> impl IntoView {
    let lang = lang();
    let case = use_context::<CaseView>();
    let done = case.as_ref().and_then(|case| case.done);
    let content = view! {
        <p><a href=Page::Reports.path()>"← "{t::reports_title(lang)}</a></p>
        <h1>{t::case_title(lang)}</h1>
        {done.map(|done| done.shown(lang))}
        {case.map(|case| shown(case, lang))}
    };
    frame(Page::ReportCase, String::new(), content.into_any())
}

fn shown(case: CaseView, lang: Lang) -> impl IntoView {
    let page = match case.page {
        ReportedPage::Public => t::case_public(lang).to_owned(),
        ReportedPage::Withdrawn => t::case_withdrawn(lang).to_owned(),
        ReportedPage::TakenDown { at, reason } => {
            t::case_down(lang, reason_name(reason, lang), time(at))
        }
    };
    // A page that is gone is no link.
    let address = match case.page {
        ReportedPage::Public => {
            let href = case.path.clone();
            view! { <a href=href target="_blank" rel="noopener noreferrer">{case.path.clone()}</a> }
                .into_any()
        }
        _ => view! { <span>{case.path.clone()}</span> }.into_any(),
    };
    let answer = match case.email.clone() {
        Some(email) => {
            let href = format!("mailto:{email}");
            view! { <a href=href>{email}</a> }.into_any()
        }
        None => t::case_no_email(lang).into_any(),
    };
    let paragraphs = case.text.lines().filter(|line| !line.trim().is_empty());
    let paragraphs = paragraphs
        .map(|line| view! { <p dir="auto">{line.to_owned()}</p> })
        .collect_view();
    let line = case.line.clone();
    view! {
        <dl>
            <div>
                <dt>{t::case_reason(lang)}</dt>
                <dd>{reason_name(line.reason, lang)}</dd>
            </div>
            <div>
                <dt>{t::case_time(lang)}</dt>
                <dd>{said(&line, lang)}</dd>
            </div>
            <div>
                <dt>{t::case_page(lang)}</dt>
                <dd>{address} " · " {page}</dd>
            </div>
            <div>
                <dt>{t::case_text(lang)}</dt>
                <dd>{paragraphs}</dd>
            </div>
            <div>
                <dt>{t::case_email(lang)}</dt>
                <dd>{answer}</dd>
            </div>
        </dl>
        {acts(&case, lang)}
    }
}

/// What can be done: with an open report two things, with a page that is down one.
fn acts(case: &CaseView, lang: Lang) -> impl IntoView + use<> {
    let to = path(&case.line.id);
    let down = matches!(case.page, ReportedPage::TakenDown { .. });
    let open = case.line.state == ReportState::Open;
    let chosen = case.line.reason;
    let reasons = Reason::ALL
        .into_iter()
        .map(|reason| {
            view! {
                <option value=reason.name() selected=chosen == Some(reason)>
                    {reason_name(Some(reason), lang)}
                </option>
            }
        })
        .collect_view();
    view! {
        {(!down).then(|| view! {
            <section>
                <h2>{t::take_down_title(lang)}</h2>
                <p>{t::take_down_text(lang)}</p>
                <form method="post" action=format!("{to}/take-down") class="stack">
                    <label class="field">
                        <span>{t::take_down_reason(lang)}</span>
                        <select name="reason">{reasons}</select>
                    </label>
                    <button class="button danger">{t::take_down(lang)}</button>
                </form>
            </section>
        })}
        {open.then(|| view! {
            <section>
                <h2>{t::stays_title(lang)}</h2>
                <p>{t::stays_text(lang)}</p>
                <form method="post" action=format!("{to}/close")>
                    <button class="button">{t::stays(lang)}</button>
                </form>
            </section>
        })}
        {down.then(|| view! {
            <section>
                <h2>{t::put_back_title(lang)}</h2>
                <p>{t::put_back_text(lang)}</p>
                <form method="post" action=format!("{to}/put-back")>
                    <button class="button">{t::put_back(lang)}</button>
                </form>
            </section>
        })}
    }
}

//! Being erased: what goes and what stays, the wish for it, and what became of it.

use leptos::prelude::*;
use privacy::Asked;
use privacy::erasure::{Gone, Kept};
use privacy::hold::Ground;
use texts::{Lang, erasure as t, site};

use super::{asking, date, form, frame, said, time};
use crate::language::lang;
use crate::page::Page;

/// What an erasure would take and leave. The server provides it.
#[derive(Clone, Debug)]
pub struct EraseView {
    pub gone: Vec<(Gone, u64)>,
    pub kept: Vec<StaysLine>,
    pub delay_days: u16,
    /// When it is done, if it is asked for already.
    pub due_at: Option<i64>,
    /// Whoever asks has to show their owner link.
    pub link_needed: bool,
}

#[derive(Clone, Debug)]
pub struct StaysLine {
    pub kept: Kept,
    /// Of what is held: which kind it is, and why.
    pub held: Option<(Gone, Ground)>,
    /// None where nobody can count it.
    pub count: Option<u64>,
    /// A day, as it is written.
    pub until: String,
}

/// What became of an erasure. The server provides it.
#[derive(Clone, Debug)]
pub enum ErasureView {
    Waiting {
        due_at: i64,
        /// This address, as people can keep it.
        address: String,
        /// For how many days there is a report then.
        report_days: u16,
        /// Whoever looks may call it off.
        own: bool,
    },
    Done(ReportView),
    Unknown,
}

#[derive(Clone, Debug)]
pub struct ReportView {
    pub number: String,
    pub erased_on: String,
    pub gone: Vec<(Gone, u64)>,
    pub kept: Vec<StaysLine>,
    /// The path of the file.
    pub file: String,
    /// The address of the public key.
    pub key: String,
}

#[component]
pub(crate) fn ErasePage() -> impl IntoView {
    let lang = lang();
    let form = form();
    let view = use_context::<EraseView>();
    let content = view! {
        <h1>{t::title(lang)}</h1>
        {said(&form, lang)}
        {view.map(|view| asked(view, lang))}
    };
    frame(Page::Erase, String::new(), content.into_any())
}

fn asked(view: EraseView, lang: Lang) -> impl IntoView {
    let due = view.due_at;
    let days = u64::from(view.delay_days);
    view! {
        {due.map(|due| waiting(due, lang))}
        {due.is_none().then(|| view! { <p class="lead">{t::lead(lang)}</p> })}
        {goes(view.gone, lang)}
        {stays(view.kept, lang)}
        <p>
            {t::browser_text(lang)}
            " "
            <a href=Page::Storage.path()>{site::storage_title(lang)}</a>
            "."
        </p>
        {due.is_none().then(|| confirm(days, view.link_needed, lang))}
    }
}

fn confirm(days: u64, link_needed: bool, lang: Lang) -> impl IntoView {
    let (when, button) = match days {
        0 => (t::when_now(lang).to_owned(), t::button_now(lang).to_owned()),
        days => (t::when_later(lang, days), t::button_later(lang, days)),
    };
    view! {
        <section class="danger-zone">
            <form method="post" action=Page::Erase.path() class="stack">
                <p>{when}</p>
                {link_needed.then(|| view! {
                    {asking(Asked::OwnerLink, "link", t::link_label(lang), "text", "off", String::new(), lang)}
                    <p class="detail">{t::link_hint(lang)}</p>
                })}
                {super::check("sure", t::sure(lang), true)}
                <button class="button danger">{button}</button>
            </form>
        </section>
    }
}

/// That it is asked for, and the way back.
fn waiting(due: i64, lang: Lang) -> impl IntoView {
    view! {
        <div class="complaint" role="status">
            <p>{waits(due, lang)}</p>
        </div>
        <p>{t::waiting_keep_text(lang)}</p>
        {keep(lang)}
    }
}

fn keep(lang: Lang) -> impl IntoView {
    view! {
        <form method="post" action="/account/erase/cancel">
            <button class="button primary">{t::waiting_keep(lang)}</button>
        </form>
    }
}

fn waits(due: i64, lang: Lang) -> String {
    let moment = time(due);
    let clock = moment.split_once(' ').map_or("", |(_, clock)| clock);
    t::waiting_text(lang, date(due), clock)
}

#[component]
pub(crate) fn ErasurePage() -> impl IntoView {
    let lang = lang();
    let view = use_context::<ErasureView>().unwrap_or(ErasureView::Unknown);
    let content = match view {
        ErasureView::Waiting {
            due_at,
            address,
            report_days,
            own,
        } => view! {
            <h1>{t::waiting_title(lang)}</h1>
            <p class="lead">{waits(due_at, lang)}</p>
            <p>{t::report_link_text(lang, u64::from(report_days))}</p>
            <p><code class="secret">{address}</code></p>
            {match own {
                true => view! {
                    <p>{t::waiting_keep_text(lang)}</p>
                    {keep(lang)}
                    <p><a href=Page::Erase.path()>{t::waiting_open(lang)}</a></p>
                }.into_any(),
                false => view! { <p>{t::waiting_sign_in(lang)}</p> }.into_any(),
            }}
        }
        .into_any(),
        ErasureView::Done(report) => done(report, lang).into_any(),
        ErasureView::Unknown => view! {
            <h1>{t::unknown_title(lang)}</h1>
            <p>{t::unknown_text(lang)}</p>
        }
        .into_any(),
    };
    frame(Page::Erasure, String::new(), content)
}

fn done(report: ReportView, lang: Lang) -> impl IntoView {
    let until = report.kept.iter().find(|line| line.kept == Kept::Report);
    let until = until.map(|line| t::done_until(lang, line.until.clone()));
    let key = report.key.clone();
    view! {
        <h1>{t::done_title(lang)}</h1>
        <p class="lead">{t::done_text(lang, report.erased_on)}</p>
        <p>{t::done_number(lang)} ": " <code>{report.number}</code></p>
        <p><a class="button primary" href=report.file download="report.json">{t::done_download(lang)}</a></p>
        {goes(report.gone, lang)}
        {stays(report.kept, lang)}
        <p class="detail">{t::done_verify(lang)} " " <a href=key>{report.key}</a></p>
        {until.map(|until| view! { <p class="detail">{until}</p> })}
        <p>
            {t::browser_text(lang)}
            " "
            <a href=Page::Storage.path()>{site::storage_title(lang)}</a>
            "."
        </p>
    }
}

fn goes(gone: Vec<(Gone, u64)>, lang: Lang) -> impl IntoView {
    let lines = gone.into_iter().map(|(kind, count)| {
        view! {
            <tr data-kind=kind.table()>
                <td>{gone_name(kind, lang)}</td>
                <td data-head=t::column_count(lang)>{count}</td>
            </tr>
        }
    });
    view! {
        <h2>{t::goes_title(lang)}</h2>
        <p>{t::goes_text(lang)}</p>
        <table class="log">
            <thead>
                <tr>
                    <th scope="col">{t::column_what(lang)}</th>
                    <th scope="col">{t::column_count(lang)}</th>
                </tr>
            </thead>
            <tbody>{lines.collect_view()}</tbody>
        </table>
    }
}

fn stays(kept: Vec<StaysLine>, lang: Lang) -> impl IntoView {
    let text = match kept.iter().any(|line| line.held.is_some()) {
        true => t::stays_held_text(lang),
        false => t::stays_text(lang),
    };
    let lines = kept.into_iter().map(|line| {
        let (name, why, until) = stays_words(&line, lang);
        let count = match line.count {
            Some(count) => count.to_string(),
            None => t::uncounted(lang).to_owned(),
        };
        view! {
            <tr data-kind=line.kept.name()>
                <td>{name}</td>
                <td data-head=t::column_count(lang)>{count}</td>
                <td data-head=t::column_why(lang)>{why}</td>
                <td data-head=t::column_until(lang)>{until}</td>
            </tr>
        }
    });
    view! {
        <h2>{t::stays_title(lang)}</h2>
        <p>{text}</p>
        <table class="log">
            <thead>
                <tr>
                    <th scope="col">{t::column_what(lang)}</th>
                    <th scope="col">{t::column_count(lang)}</th>
                    <th scope="col">{t::column_why(lang)}</th>
                    <th scope="col">{t::column_until(lang)}</th>
                </tr>
            </thead>
            <tbody>{lines.collect_view()}</tbody>
        </table>
    }
}

pub(crate) fn gone_name(kind: Gone, lang: Lang) -> &'static str {
    match kind {
        Gone::Documents => t::gone_document(lang),
        Gone::Photos => t::gone_photo(lang),
        Gone::PublicPages => t::gone_publication(lang),
        Gone::Changes => t::gone_document_batch(lang),
        Gone::Versions => t::gone_document_version(lang),
        Gone::Account => t::gone_account(lang),
        Gone::Key => t::gone_person_key(lang),
        Gone::OwnerLinks => t::gone_owner_link(lang),
        Gone::Login => t::gone_login(lang),
        Gone::Passkeys => t::gone_passkey(lang),
        Gone::RecoveryCodes => t::gone_recovery_code(lang),
        Gone::Sessions => t::gone_session(lang),
        Gone::SignIns => t::gone_sign_in(lang),
        Gone::SignInPlaces => t::gone_sign_in_place(lang),
        Gone::Tickets => t::gone_ticket(lang),
        Gone::Letters => t::gone_mail(lang),
        Gone::Cases => t::gone_security_case(lang),
        Gone::Staff => t::gone_staff(lang),
        Gone::Consents => t::gone_consent(lang),
        Gone::Acceptances => t::gone_acceptance(lang),
        Gone::Details => t::gone_personal_detail(lang),
        Gone::ShownDetails => t::gone_publication_detail(lang),
        Gone::FormerAddresses => texts::links::gone_publication_slug(lang),
        Gone::PageCounts => texts::statistics::gone(lang),
        Gone::PageReports => texts::abuse::gone(lang),
        Gone::Limits => t::gone_standing(lang),
        Gone::Residence => t::gone_residence(lang),
        Gone::Copies => t::gone_export(lang),
        Gone::CopyParts => t::gone_export_part(lang),
        Gone::Request => t::gone_erasure(lang),
        Gone::PrivacyCases => texts::cases::gone_privacy_case(lang),
        Gone::CaseSteps => texts::cases::gone_case_event(lang),
        Gone::CaseHits => texts::cases::gone_case_hit(lang),
        Gone::Openings => texts::console::gone_opened(lang),
        Gone::Block => texts::console::gone_block(lang),
        Gone::AgeFlag => texts::console::gone_age_flag(lang),
        Gone::GuardianConsent => texts::console::gone_guardian_consent(lang),
        Gone::DormantWarning => texts::console::gone_dormant_warning(lang),
        Gone::Approvals => texts::console::gone_approval(lang),
        Gone::Disclosures => texts::registers::gone_disclosure(lang),
    }
}

/// Why something is held.
pub(crate) fn ground_name(ground: Ground, lang: Lang) -> &'static str {
    match ground {
        Ground::Claim => t::held_claim_why(lang),
        Ground::Duty => t::held_duty_why(lang),
        Ground::Order => t::held_order_why(lang),
        Ground::OwnRequest => t::held_own_request_why(lang),
    }
}

/// What stays, why, and until when. A hold ends when it is found to be needed no
/// longer, and that is looked at on the day that is told.
fn stays_words(line: &StaysLine, lang: Lang) -> (String, &'static str, String) {
    match line.held {
        Some((kind, ground)) => {
            let why = ground_name(ground, lang);
            let name = t::held(lang, gone_name(kind, lang));
            (name, why, t::kept_hold_review(lang, line.until.clone()))
        }
        None => {
            let (name, why) = kept_words(line.kept, lang);
            (name.to_owned(), why, line.until.clone())
        }
    }
}

fn kept_words(kept: Kept, lang: Lang) -> (&'static str, &'static str) {
    match kept {
        Kept::Audit => (t::kept_audit(lang), t::kept_audit_why(lang)),
        Kept::Ledger => (t::kept_ledger(lang), t::kept_ledger_why(lang)),
        Kept::Backups => (t::kept_backups(lang), t::kept_backups_why(lang)),
        Kept::Report => (t::kept_report(lang), t::kept_report_why(lang)),
        Kept::Consent => (t::kept_consent(lang), t::kept_consent_why(lang)),
        // What is held says what it is by its kind and ground.
        Kept::Hold => ("", ""),
    }
}

//! For those who run the server: invitations, roles, security cases, the audit
//! log. Each part is there for who has the right to it.

pub mod reports;

mod policy;

pub(super) use policy::PolicyAdminPage;
pub use policy::{ChangeLine, ChangeState, PolicyAdmin, PolicyDone, PolicyProblem};

use leptos::prelude::*;
use privacy::Role;
use texts::{Lang, account as t};

use super::account::{date, frame, role_name, said, staff_field, time};
use crate::language::lang;
use crate::page::Page;

/// What the page shows: None where its reader has no right. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct Admin {
    pub invitations: Option<Vec<InvitationLine>>,
    /// A link that was made just now, shown once.
    pub new_link: Option<String>,
    pub colleagues: Option<Vec<ColleagueLine>>,
    pub cases: Option<Vec<CaseLine>>,
    pub reset_links: bool,
    /// Changes of the policy, and the days of notice for them.
    pub policy: Option<u16>,
}

#[derive(Clone, Debug)]
pub struct InvitationLine {
    pub id: String,
    pub role: Role,
    pub expires_at: i64,
}

#[derive(Clone, Debug)]
pub struct ColleagueLine {
    pub email: Option<String>,
    pub role: Role,
    pub granted_at: i64,
}

#[derive(Clone, Debug)]
pub struct CaseLine {
    pub account: String,
    pub id: String,
    pub opened_at: i64,
    pub closed_at: Option<i64>,
}

/// The audit log. The server provides it.
#[derive(Clone, Debug)]
pub struct AuditLog(pub Vec<AuditLine>);

#[derive(Clone, Debug)]
pub struct AuditLine {
    pub sequence: i64,
    pub at: i64,
    pub action: String,
    /// Pseudonyms, shortened.
    pub actor: String,
    pub subject: String,
}

#[component]
pub(super) fn AdminPage() -> impl IntoView {
    let lang = lang();
    let form = use_context::<super::account::Form>().unwrap_or_default();
    let admin = use_context::<Admin>().unwrap_or_default();
    let content = view! {
        <h1>{t::admin_title(lang)}</h1>
        {said(&form, lang)}
        {front_parts(lang)}
        {admin.new_link.map(|link| view! {
            <div class="good" role="status">
                <p>{t::admin_new_link(lang)}</p>
                <p><code class="secret">{link}</code></p>
            </div>
        })}
        {admin.invitations.map(|lines| invitations(lines, lang))}
        {admin.cases.map(|lines| cases(lines, lang))}
        {admin.reset_links.then(|| reset_links(lang))}
        {admin.colleagues.map(|lines| colleagues(lines, lang))}
        {admin.policy.map(|days| view! {
            <section>
                <h2>{texts::changes::admin_title(lang)}</h2>
                <p>{texts::changes::admin_text(lang, u64::from(days))}</p>
                <p>
                    <a class="button" href=Page::PolicyAdmin.path()>
                        {texts::changes::admin_open(lang)}
                    </a>
                </p>
            </section>
        })}
    };
    frame(Page::Admin, String::new(), content.into_any())
}

/// What waits, the ways to the parts of the console, and the search.
#[cfg(feature = "ssr")]
fn front_parts(lang: Lang) -> impl IntoView {
    use super::console::{Front, Navigation, search, waits};
    use_context::<Front>().map(|front| {
        view! {
            {waits(&front, lang)}
            {front.search.then(|| search(lang))}
            <Navigation role=front.role lang/>
        }
    })
}

#[cfg(not(feature = "ssr"))]
fn front_parts(_lang: Lang) -> impl IntoView {}

fn invitations(lines: Vec<InvitationLine>, lang: Lang) -> impl IntoView {
    view! {
        <section>
            <h2>{t::invitations_title(lang)}</h2>
            <ul class="lines">
                {lines
                    .into_iter()
                    .map(|line| view! {
                        <li>
                            <div>
                                <strong>{role_name(line.role, lang)}</strong>
                                <span class="detail">{t::invitation_until(lang, date(line.expires_at))}</span>
                            </div>
                            <form method="post" action="/admin/invitations/withdraw">
                                <button class="button plain" name="id" value=line.id>{t::invitation_withdraw(lang)}</button>
                            </form>
                        </li>
                    })
                    .collect_view()}
            </ul>
            <form method="post" action="/admin/invitations">
                <button class="button">{t::invitation_make(lang)}</button>
            </form>
        </section>
    }
}

fn cases(lines: Vec<CaseLine>, lang: Lang) -> impl IntoView {
    let none = lines.is_empty();
    view! {
        <section id="cases">
            <h2>{t::cases_title(lang)}</h2>
            {none.then(|| view! { <p>{t::cases_none(lang)}</p> })}
            <ul class="lines">
                {lines
                    .into_iter()
                    .map(|line| {
                        let open = line.closed_at.is_none();
                        view! {
                            <li>
                                <div>
                                    <strong>{t::case_compromised(lang)}</strong>
                                    <span class="detail">
                                        {t::case_opened(lang, time(line.opened_at))}
                                        {line.closed_at.map(|at| t::case_closed(lang, time(at)))}
                                    </span>
                                </div>
                                {open.then(|| view! {
                                    <form method="post" action="/admin/cases/close">
                                        <input type="hidden" name="account" value=line.account/>
                                        <button class="button" name="id" value=line.id>{t::case_close(lang)}</button>
                                    </form>
                                })}
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </section>
    }
}

fn reset_links(lang: Lang) -> impl IntoView {
    view! {
        <section>
            <h2>{t::reset_links_title(lang)}</h2>
            <p>{t::reset_links_text(lang)}</p>
            <form method="post" action="/admin/reset-link" class="stack">
                {staff_field("email", t::email(lang), "email", "off", String::new())}
                <button class="button">{t::reset_links_button(lang)}</button>
            </form>
        </section>
    }
}

fn colleagues(lines: Vec<ColleagueLine>, lang: Lang) -> impl IntoView {
    let roles = Role::ALL
        .into_iter()
        .map(|role| view! { <option value=role.name()>{role_name(role, lang)}</option> })
        .collect_view();
    view! {
        <section>
            <h2>{t::roles_title(lang)}</h2>
            <ul class="lines">
                {lines
                    .into_iter()
                    .map(|line| view! {
                        <li>
                            <div>
                                <strong>{line.email.unwrap_or_else(|| t::email_none(lang).to_owned())}</strong>
                                <span class="detail">
                                    {role_name(line.role, lang)} " · " {date(line.granted_at)}
                                </span>
                            </div>
                        </li>
                    })
                    .collect_view()}
            </ul>
            <form method="post" action="/admin/roles" class="stack">
                {staff_field("email", t::email(lang), "email", "off", String::new())}
                <label class="field">
                    <span>{t::role(lang)}</span>
                    <select name="role">{roles}</select>
                </label>
                <p class="detail">{t::roles_text(lang)}</p>
                <button class="button">{t::roles_button(lang)}</button>
            </form>
        </section>
    }
}

#[component]
pub(super) fn AuditPage() -> impl IntoView {
    let lang = lang();
    let lines = use_context::<AuditLog>().map_or_else(Vec::new, |log| log.0);
    let content = view! {
        <p><a href=Page::Admin.path()>"← "{t::admin_title(lang)}</a></p>
        <h1>{t::audit_title(lang)}</h1>
        <p class="lead">{t::audit_lead(lang)}</p>
        <table class="log">
            <thead>
                <tr>
                    <th scope="col">{t::audit_number(lang)}</th>
                    <th scope="col">{t::when_utc(lang)}</th>
                    <th scope="col">{t::audit_action(lang)}</th>
                    <th scope="col">{t::audit_actor(lang)}</th>
                    <th scope="col">{t::audit_subject(lang)}</th>
                </tr>
            </thead>
            <tbody>
                {lines
                    .into_iter()
                    .map(|line| view! {
                        <tr>
                            <td>{line.sequence}</td>
                            <td>{time(line.at)}</td>
                            <td data-head=t::audit_action(lang)>{line.action}</td>
                            <td data-head=t::audit_actor(lang)><code>{line.actor}</code></td>
                            <td data-head=t::audit_subject(lang)><code>{line.subject}</code></td>
                        </tr>
                    })
                    .collect_view()}
            </tbody>
        </table>
    };
    frame(Page::Audit, String::new(), content.into_any())
}

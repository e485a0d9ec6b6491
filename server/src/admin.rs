//! `/admin`: for those who run the server. Who may what is decided in `backend`;
//! this page shows what its reader may.

mod policy;

use app::page::Page;
use app::pages::account::{Done, Form, Problem};
use app::pages::admin::{Admin, AuditLine, AuditLog, CaseLine, ColleagueLine, InvitationLine};
use app::pages::console::{Front, Said};
use app::service::limits::What;
use axum::Router;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::{get, post};
use backend::{Failure, RoleChange, Uuid, Who};
use leptos::prelude::provide_context;
use privacy::{Right, Role};

use crate::console;
use crate::router::Site;
use crate::visit::{Pairs, Visit, arrived, bad_form, refused, see_other, with_done};

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(Page::Admin.path(), get(page))
        .route(Page::Audit.path(), get(audit))
        .route("/admin/invitations", post(invite))
        .route("/admin/invitations/withdraw", post(withdraw))
        .route("/admin/cases/close", post(close))
        .route("/admin/reset-link", post(reset_link))
        .route("/admin/roles", post(give))
        .route(
            Page::PolicyAdmin.path(),
            get(policy::page).post(policy::announce),
        )
        .route("/admin/policy/withdraw", post(policy::withdraw))
}

/// `GET /admin`
pub(crate) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    show_said(&visit, arrived(&query), None, console::said(&query)).await
}

/// Somebody who works here; for others there is no such page.
pub(crate) fn staff(visit: &Visit) -> Result<&Who, Response> {
    let who = visit.member()?;
    if !who.role.is_staff() {
        return Err(visit.failed(&Failure::Missing, Page::Admin));
    }
    if !who.two_factors {
        return Err(visit.failed(&Failure::OneFactor, Page::Admin));
    }
    Ok(who)
}

async fn show(visit: &Visit, form: Form, new_link: Option<String>) -> Result<Response, Response> {
    show_said(visit, form, new_link, None).await
}

async fn show_said(
    visit: &Visit,
    form: Form,
    new_link: Option<String>,
    said: Option<Said>,
) -> Result<Response, Response> {
    let who = staff(visit)?;
    let store = &visit.site.service.store;
    let failed = |failure| visit.failed(&failure, Page::Admin);
    let mut admin = Admin {
        new_link,
        reset_links: who.role.has(Right::ResetLinks),
        policy: who
            .role
            .has(Right::PolicyChanges)
            .then(|| store.notice_days()),
        ..Admin::default()
    };
    if who.role.has(Right::Invite) {
        let rows = store.invitations(who).await.map_err(failed)?;
        let lines = rows.into_iter().map(|row| InvitationLine {
            id: row.id.to_string(),
            role: row.role,
            expires_at: row.expires_at,
        });
        admin.invitations = Some(lines.collect());
    }
    if who.role.has(Right::Cases) {
        let rows = store.cases(who).await.map_err(failed)?;
        let lines = rows.into_iter().map(|row| CaseLine {
            account: row.account.to_string(),
            id: row.id.to_string(),
            opened_at: row.opened_at,
            closed_at: row.closed_at,
        });
        admin.cases = Some(lines.collect());
    }
    if who.role.has(Right::Roles) {
        let rows = store.colleagues(who).await.map_err(failed)?;
        let lines = rows.into_iter().map(|row| ColleagueLine {
            email: row.email,
            role: row.role,
            granted_at: row.granted_at,
        });
        admin.colleagues = Some(lines.collect());
    }
    let front = Front {
        role: who.role,
        search: who.role.has(Right::Persons),
        waits: store.waiting(who).await.map_err(failed)?,
        said,
    };
    Ok(visit.page(Page::Admin, move || {
        provide_context(front);
        provide_context(admin);
        provide_context(form);
    }))
}

/// `POST /admin/invitations`
pub(crate) async fn invite(visit: Visit) -> Result<Response, Response> {
    let who = staff(&visit)?;
    match visit.site.service.store.invite(who).await {
        Ok(secret) => {
            let link = visit.address(&format!("/invitation/{}", secret.reveal()));
            show(&visit, Form::default(), Some(link)).await
        }
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// `POST /admin/invitations/withdraw`
pub(crate) async fn withdraw(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let Ok(id) = pairs.get("id").parse::<Uuid>() else {
        return Err(bad_form());
    };
    match visit.site.service.store.invitation_withdraw(who, id).await {
        Ok(()) => Ok(console::back(Page::Admin.path(), Said::InvitationWithdrawn)),
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// `POST /admin/cases/close`
pub(crate) async fn close(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let ids = (pairs.get("account").parse(), pairs.get("id").parse());
    let (Ok(account), Ok(id)) = ids else {
        return Err(bad_form());
    };
    match visit.site.service.store.case_close(who, account, id).await {
        Ok(()) => Ok(console::back(Page::Admin.path(), Said::CaseClosed)),
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// `POST /admin/reset-link`
pub(crate) async fn reset_link(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    visit.limit(What::Reset)?;
    match visit
        .site
        .service
        .store
        .reset_link(who, pairs.get("email"))
        .await
    {
        Ok(secret) => {
            let link = visit.address(&format!("/reset/{}", secret.reveal()));
            show(&visit, Form::default(), Some(link)).await
        }
        Err(Failure::Missing) if who.role.has(Right::ResetLinks) => {
            show(&visit, refused(Problem::NoSuchMember), None).await
        }
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// `POST /admin/roles`
pub(crate) async fn give(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let Some(role) = Role::from_name(pairs.get("role")) else {
        return Err(bad_form());
    };
    let store = &visit.site.service.store;
    match store.role_give(who, pairs.get("email"), role).await {
        Ok(RoleChange::Done) => Ok(see_other(&with_done(Page::Admin, Done::RoleChanged))),
        Ok(RoleChange::NoSuchMember) => show(&visit, refused(Problem::NoSuchMember), None).await,
        Ok(RoleChange::LastAdministrator) => {
            show(&visit, refused(Problem::LastAdministrator), None).await
        }
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// `GET /admin/audit`
pub(crate) async fn audit(visit: Visit) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let rows = visit.site.service.store.audit_read(who).await;
    let rows = rows.map_err(|failure| visit.failed(&failure, Page::Admin))?;
    let lines = rows
        .into_iter()
        .map(|row| AuditLine {
            sequence: row.seq,
            at: row.at,
            action: row.action.map_or("?", |action| action.name()).to_owned(),
            actor: row.actor.map_or("–".to_owned(), short),
            subject: row.subject.map_or("–".to_owned(), short),
        })
        .collect();
    Ok(visit.page(Page::Audit, move || provide_context(AuditLog(lines))))
}

/// A pseudonym's first letters: enough to tell persons apart on a page.
fn short(pseudonym: backend::Pseudonym) -> String {
    let first = pseudonym.0.iter().take(4);
    first.map(|byte| format!("{byte:02x}")).collect()
}

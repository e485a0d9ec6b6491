//! Signing in, and proving once more who one is.

use app::page::Page;
use app::pages::account::{Done, Form, Problem};
use app::service::limits::What;
use axum::extract::Query;
use axum::response::Response;
use backend::{Failure, Outstanding, Secret, SignIn};

use super::acceptance::outstanding;
use crate::public;
use crate::visit::{Pairs, Visit, arrived, refused, see_other, with_done};

/// Where somebody goes who has signed in to go on writing: an address in an address is
/// anybody's to write. Empty for all others.
fn back(to: &str) -> &'static str {
    let path = Page::Edit.path();
    if to == path { path } else { "" }
}

/// `GET /sign-in`, with `?to=/edit` from the editor.
pub(crate) async fn page(visit: Visit, Query(query): Query<Vec<(String, String)>>) -> Response {
    let arrived = arrived(&query);
    let to = back(Pairs(query).get("to"));
    if visit.member().is_ok() {
        return see_other(if to.is_empty() { Page::Cvs.path() } else { to });
    }
    let form = Form {
        values: vec![("to", to.to_owned())],
        ..arrived
    };
    visit.form(Page::SignIn, form)
}

/// `POST /sign-in`
pub(crate) async fn password(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    visit.limit(What::SignIn)?;
    let email = pairs.get("email");
    // Counted for addresses that nobody has too.
    let normal = vault_key(email);
    visit.limit_account(What::SignIn, &normal)?;
    let shared = pairs.is_on("shared");
    let to = back(pairs.get("to"));
    let again = |problem| {
        let form = Form {
            values: vec![("email", email.to_owned()), ("to", to.to_owned())],
            ..refused(problem)
        };
        visit.form(Page::SignIn, form)
    };
    let store = &visit.site.service.store;
    Ok(
        match store
            .sign_in(email, pairs.get("password"), &visit.agent)
            .await
        {
            Ok(SignIn::Done(session)) => {
                visit
                    .site
                    .service
                    .limits
                    .forgive_account(What::SignIn, &normal);
                enter(&visit, &session, shared, to).await
            }
            Ok(SignIn::SecondFactor(ticket)) => {
                visit
                    .site
                    .service
                    .limits
                    .forgive_account(What::SignIn, &normal);
                let form = code_form(&ticket.reveal(), shared, to, None);
                visit.form(Page::SignInCode, form)
            }
            Ok(SignIn::Reset) => again(Problem::ResetFirst),
            Ok(SignIn::Wrong) => again(Problem::WrongSignIn),
            Err(Failure::Blocked) => again(Problem::Blocked),
            Err(failure) => public::unavailable(&failure),
        },
    )
}

/// What is counted for an address: no more than a hash of it is held.
fn vault_key(email: &str) -> [u8; 32] {
    use sha2::{Digest, Sha256};
    Sha256::digest(email.trim().to_lowercase().as_bytes()).into()
}

fn code_form(ticket: &str, shared: bool, to: &str, problem: Option<Problem>) -> Form {
    let shared = if shared { "on" } else { "" };
    Form {
        values: vec![
            ("ticket", ticket.to_owned()),
            ("shared", shared.to_owned()),
            ("to", to.to_owned()),
        ],
        problem,
        ..Form::default()
    }
}

/// `POST /sign-in/code`
pub(crate) async fn code(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    visit.limit(What::Code)?;
    let over = || visit.form(Page::SignIn, refused(Problem::TooLate));
    let Ok(ticket) = pairs.get("ticket").parse::<Secret>() else {
        return Ok(over());
    };
    let store = &visit.site.service.store;
    let person = match store.second_factor_of(&ticket).await {
        Ok(Some(person)) => person,
        Ok(None) => return Ok(over()),
        Err(failure) => return Ok(public::unavailable(&failure)),
    };
    visit.limit_account(What::Code, &person.0)?;
    let shared = pairs.is_on("shared");
    let to = back(pairs.get("to"));
    Ok(
        match store
            .sign_in_code(&ticket, pairs.get("code"), &visit.agent)
            .await
        {
            Ok(Some(SignIn::Done(session))) => {
                visit
                    .site
                    .service
                    .limits
                    .forgive_account(What::Code, &person.0);
                enter(&visit, &session, shared, to).await
            }
            Ok(Some(_)) => {
                let form = code_form(pairs.get("ticket"), shared, to, Some(Problem::WrongCode));
                visit.form(Page::SignInCode, form)
            }
            Ok(None) => over(),
            Err(Failure::Blocked) => visit.form(Page::SignIn, refused(Problem::Blocked)),
            Err(failure) => public::unavailable(&failure),
        },
    )
}

/// Lets the browser in.
async fn enter(visit: &Visit, session: &Secret, shared: bool, to: &str) -> Response {
    let to = arrive(visit, session, to).await;
    visit.enter(session, shared, &to)
}

/// What the browser had saved with an owner link comes along. Returns where
/// it goes from here; whoever was writing, and said so by `to`, goes on with that.
pub(super) async fn arrive(visit: &Visit, session: &Secret, to: &str) -> String {
    let brought = bring(visit, session).await;
    let to = back(to);
    if brought.is_none() && !to.is_empty() {
        // The editor asks about newer terms too.
        return to.to_owned();
    }
    // Newer terms are shown first, with the way on beside them.
    let page = match asked(visit, session).await {
        true => Page::Acceptance,
        false => Page::Cvs,
    };
    match brought {
        Some(done) => with_done(page, done),
        None => page.path().to_owned(),
    }
}

/// Whether the terms or the policy are newer than what they know. Where that cannot
/// be found out they come in all the same: the page of the account asks again.
async fn asked(visit: &Visit, session: &Secret) -> bool {
    let Ok(Some(who)) = visit.site.service.store.session_who(session).await else {
        return false;
    };
    let outstanding = outstanding(visit, &who).await;
    outstanding.is_ok_and(Outstanding::is_something)
}

/// Moves what the browser had saved to the account that it enters, and ends the
/// session that it had.
pub(super) async fn bring(visit: &Visit, session: &Secret) -> Option<Done> {
    let store = &visit.site.service.store;
    let moved = match (visit.anonymous(), store.session_who(session).await) {
        (Some(from), Ok(Some(who))) => match store.account_move(from, who.person).await {
            Ok(0) => None,
            Ok(_) => Some(Done::Moved),
            Err(failure) => {
                if !matches!(failure, Failure::Quota) {
                    tracing::error!(%failure, "what was saved with a link was not moved");
                }
                Some(Done::NotMoved)
            }
        },
        _ => None,
    };
    if let Err(failure) = visit.leave().await {
        tracing::error!(%failure, "a session that was left is not ended");
    }
    moved
}

/// `GET /sign-in/again?to=`
pub(crate) async fn prove_page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let to = Pairs(query);
    let form = prove_form(&visit, known(to.get("to"))).await?;
    Ok(visit.form(Page::Prove, form))
}

async fn prove_form(visit: &Visit, to: &'static str) -> Result<Form, Response> {
    let who = visit.member()?;
    let has = visit.site.service.store.has_password(who).await;
    let has = has.map_err(|failure| visit.failed(&failure, Page::Account))?;
    let password = if has { "" } else { "none" };
    Ok(Form {
        values: vec![("to", to.to_owned()), ("password", password.to_owned())],
        ..Form::default()
    })
}

/// Only to a page of ours: an address in an address is anybody's to write.
pub(super) fn known(to: &str) -> &'static str {
    [
        Page::Account,
        Page::SecondFactor,
        Page::Devices,
        Page::Export,
        Page::MyData,
        Page::Erase,
        Page::Leave,
        Page::OwnCases,
        Page::Admin,
        Page::Cases,
        Page::Registers,
        Page::Disclosures,
        Page::Successions,
    ]
    .into_iter()
    .map(Page::path)
    .find(|path| *path == to)
    .unwrap_or(Page::Account.path())
}

/// `POST /sign-in/again`
pub(crate) async fn prove(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = visit.member()?;
    visit.limit(What::SignIn)?;
    visit.limit_account(What::Code, &who.person.0)?;
    let to = known(pairs.get("to"));
    let store = &visit.site.service.store;
    match store.prove(who, pairs.get("password"), &visit.agent).await {
        Ok(Some(session)) => {
            visit
                .site
                .service
                .limits
                .forgive_account(What::Code, &who.person.0);
            Ok(visit.enter(&session, false, to))
        }
        Ok(None) => {
            let form = Form {
                problem: Some(Problem::WrongPassword),
                ..prove_form(&visit, to).await?
            };
            Ok(visit.form(Page::Prove, form))
        }
        Err(failure) => Ok(visit.failed(&failure, Page::Account)),
    }
}

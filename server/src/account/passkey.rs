//! Passkeys: what `public/scripts/passkey.js` asks. A challenge and its answer,
//! for each of what a passkey is used for; forms in, JSON or a sentence out.

use app::page::Page;
use app::pages::account::{Done, Problem};
use app::service::limits::What;
use axum::Json;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use backend::{Challenge, Failure, RelyingParty, Secret, SignIn, SignUp, SignUpRefused, Uuid};
use serde_json::{Value, json};

use super::sign_in::{arrive, known};
use super::sign_up::declaration;
use crate::configuration::SignUp as SignUpBy;
use crate::visit::{Pairs, Visit, bad_form, see_other, with_done};

/// The site's passkeys, if it can have any.
fn site(visit: &Visit) -> Result<&RelyingParty, Response> {
    let none = || refusal(visit, Problem::NoPasskeys);
    visit.site.passkeys.as_ref().ok_or_else(none)
}

fn refusal(visit: &Visit, problem: Problem) -> Response {
    let text = problem.message(visit.lang);
    (StatusCode::UNPROCESSABLE_ENTITY, text).into_response()
}

fn failed(visit: &Visit, failure: &Failure) -> Response {
    match failure {
        Failure::Unproved => {
            let to = format!("{}?to={}", Page::Prove.path(), Page::Account.path());
            (StatusCode::UNAUTHORIZED, Json(json!({ "to": to }))).into_response()
        }
        Failure::Blocked => refusal(visit, Problem::Blocked),
        Failure::Quota => refusal(visit, Problem::Full),
        failure => visit.failed(failure, Page::Account),
    }
}

fn challenge(challenge: &Challenge) -> Response {
    let options: Value = serde_json::from_str(&challenge.options).unwrap_or_default();
    Json(json!({ "ticket": challenge.ticket.reveal(), "options": options })).into_response()
}

/// Where the page goes next, with the cookies of its new session.
fn go(to: &str, entered: Option<Response>) -> Response {
    let mut response = Json(json!({ "to": to })).into_response();
    if let Some(entered) = entered {
        for cookie in entered.headers().get_all(SET_COOKIE) {
            response.headers_mut().append(SET_COOKIE, cookie.clone());
        }
    }
    response
}

fn ticket(pairs: &Pairs) -> Result<Secret, Response> {
    pairs.get("ticket").parse().map_err(|_| bad_form())
}

/// `POST /passkey/sign-up/challenge`
pub(crate) async fn sign_up_challenge(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    visit.limit(What::SignUp)?;
    let site = site(&visit)?;
    let invitation = pairs.get("path").strip_prefix("/invitation/");
    match (visit.site.configuration.sign_up, invitation) {
        (SignUpBy::Open, _) | (_, Some(_)) => {}
        (SignUpBy::Invitation, None) => return Err(refusal(&visit, Problem::OnlyInvited)),
        (SignUpBy::Closed, None) => return Err(refusal(&visit, Problem::Closed)),
    }
    let wish = SignUp {
        email: String::new(),
        declaration: declaration(&visit, &pairs),
        lang: visit.mail_lang(),
        from: visit.anonymous(),
        invitation: invitation.map(str::to_owned),
    };
    let store = &visit.site.service.store;
    match store.passkey_sign_up_offer(site, &wish).await {
        Ok(Ok(begun)) => Ok(challenge(&begun)),
        Ok(Err(SignUpRefused::NoInvitation)) => Err(refusal(&visit, Problem::NoInvitation)),
        Ok(Err(_)) => Err(refusal(&visit, Problem::NotDeclared)),
        Err(failure) => Err(failed(&visit, &failure)),
    }
}

/// `POST /passkey/sign-up`
pub(crate) async fn sign_up(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    visit.limit(What::SignIn)?;
    let site = site(&visit)?;
    let ticket = ticket(&pairs)?;
    let store = &visit.site.service.store;
    let name = format!("{} {}", visit.agent.browser, visit.agent.system);
    match store
        .passkey_sign_up(site, &ticket, pairs.get("answer"), &name, &visit.agent)
        .await
    {
        Ok(Some(session)) => {
            let to = arrive(&visit, &session, "").await;
            Ok(go(&to, Some(visit.enter(&session, false, &to))))
        }
        Ok(None) => Err(refusal(&visit, Problem::Passkey)),
        Err(failure) => Err(failed(&visit, &failure)),
    }
}

/// `POST /passkey/sign-in/challenge` and `POST /passkey/prove/challenge`: whose
/// it is, the answer says.
pub(crate) async fn sign_in_challenge(visit: Visit) -> Result<Response, Response> {
    visit.limit(What::SignIn)?;
    let site = site(&visit)?;
    match visit.site.service.store.passkey_challenge(site).await {
        Ok(begun) => Ok(challenge(&begun)),
        Err(failure) => Err(failed(&visit, &failure)),
    }
}

/// `POST /passkey/sign-in`
pub(crate) async fn sign_in(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    visit.limit(What::SignIn)?;
    let site = site(&visit)?;
    let ticket = ticket(&pairs)?;
    let store = &visit.site.service.store;
    let shown = store
        .passkey_sign_in(site, &ticket, pairs.get("answer"), &visit.agent)
        .await;
    match shown {
        Ok(SignIn::Done(session)) => {
            let to = arrive(&visit, &session, pairs.get("to")).await;
            let entered = visit.enter(&session, pairs.is_on("shared"), &to);
            Ok(go(&to, Some(entered)))
        }
        Ok(SignIn::Reset) => Err(refusal(&visit, Problem::ResetFirst)),
        Ok(_) => Err(refusal(&visit, Problem::Passkey)),
        Err(failure) => Err(failed(&visit, &failure)),
    }
}

/// `POST /passkey/prove`
pub(crate) async fn prove(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = visit.member()?;
    visit.limit(What::SignIn)?;
    let site = site(&visit)?;
    let ticket = ticket(&pairs)?;
    let store = &visit.site.service.store;
    let answer = pairs.get("answer");
    match store
        .passkey_prove(site, who, &ticket, answer, &visit.agent)
        .await
    {
        Ok(Some(session)) => {
            let to = known(pairs.get("to"));
            Ok(go(to, Some(visit.enter(&session, false, to))))
        }
        Ok(None) => Err(refusal(&visit, Problem::Passkey)),
        Err(failure) => Err(failed(&visit, &failure)),
    }
}

/// `POST /passkey/add/challenge`
pub(crate) async fn add_challenge(visit: Visit) -> Result<Response, Response> {
    let who = visit.member()?;
    let site = site(&visit)?;
    match visit.site.service.store.passkey_offer(site, who).await {
        Ok(begun) => Ok(challenge(&begun)),
        Err(failure) => Err(failed(&visit, &failure)),
    }
}

/// `POST /passkey/add`
pub(crate) async fn add(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = visit.member()?;
    let site = site(&visit)?;
    let ticket = ticket(&pairs)?;
    let store = &visit.site.service.store;
    let (answer, name) = (pairs.get("answer"), pairs.get("name"));
    match store.passkey_add(site, who, &ticket, answer, name).await {
        Ok(true) => Ok(go(&with_done(Page::Account, Done::PasskeyAdded), None)),
        Ok(false) => Err(refusal(&visit, Problem::Passkey)),
        Err(failure) => Err(failed(&visit, &failure)),
    }
}

/// `POST /account/passkeys/remove`, a plain form.
pub(crate) async fn remove(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = visit.member()?;
    let Ok(id) = pairs.get("id").parse::<Uuid>() else {
        return Err(bad_form());
    };
    match visit.site.service.store.passkey_remove(who, id).await {
        Ok(true) => Ok(see_other(&with_done(Page::Account, Done::PasskeyRemoved))),
        Ok(false) => {
            let problem = crate::visit::refused(Problem::LastWayIn);
            super::settings::show(&visit, problem).await
        }
        Err(failure) => Ok(visit.failed(&failure, Page::Account)),
    }
}

//! Signing up: openly, by invitation, or as the first administrator.

use app::page::Page;
use app::pages::account::{Done, Form, Problem};
use app::service::limits::What;
use axum::extract::Path;
use axum::response::Response;
use backend::{Declaration, Failure, Finished, Secret, SignUp, SignUpRefused};

use super::sign_in::{arrive, bring};
use super::weak;
use crate::configuration::SignUp as SignUpBy;
use crate::public;
use crate::visit::{Pairs, Visit, refused, see_other, with_done};

/// `GET /sign-up`
pub(crate) async fn page(visit: Visit) -> Response {
    visit.form(Page::SignUp, open_form(&visit))
}

/// The form, with the reason for which it will not be taken.
fn open_form(visit: &Visit) -> Form {
    let problem = match visit.site.configuration.sign_up {
        SignUpBy::Open => None,
        SignUpBy::Invitation => Some(Problem::OnlyInvited),
        SignUpBy::Closed => Some(Problem::Closed),
    };
    Form {
        problem,
        ..Form::default()
    }
}

/// `POST /sign-up`
pub(crate) async fn begin(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    if visit.site.configuration.sign_up != SignUpBy::Open {
        return Ok(visit.form(Page::SignUp, open_form(&visit)));
    }
    wish(&visit, &pairs, None).await
}

/// `GET /invitation/{token}`
pub(crate) async fn invited(visit: Visit, Path(token): Path<String>) -> Response {
    let form = match visit.site.service.store.invitation_good(&token).await {
        Ok(true) => Form::default(),
        Ok(false) => refused(Problem::NoInvitation),
        Err(failure) => return public::unavailable(&failure),
    };
    visit.form(Page::SignUp, invitation_form(&token, form))
}

fn invitation_form(token: &str, form: Form) -> Form {
    Form {
        // A token that is none of ours is nobody's to write into a page.
        action: match token.parse::<Secret>() {
            Ok(_) => format!("/invitation/{token}"),
            Err(_) => String::new(),
        },
        ..form
    }
}

/// `POST /invitation/{token}`
pub(crate) async fn begin_invited(
    visit: Visit,
    Path(token): Path<String>,
    pairs: Pairs,
) -> Result<Response, Response> {
    wish(&visit, &pairs, Some(token)).await
}

/// What the boxes say. That of the terms says which version was read: another one than
/// that which holds now is not accepted by it.
pub(crate) fn declaration(visit: &Visit, pairs: &Pairs) -> Declaration {
    let terms = visit.site.service.terms();
    Declaration {
        terms: terms.ticked(pairs.get("terms"), visit.lang),
        adult: pairs.is_on("adult"),
        policy_version: match pairs.is_on("policy") {
            true => privacy::POLICY_VERSION.to_owned(),
            false => String::new(),
        },
    }
}

async fn wish(
    visit: &Visit,
    pairs: &Pairs,
    invitation: Option<String>,
) -> Result<Response, Response> {
    visit.limit(What::SignUp)?;
    let wish = SignUp {
        email: pairs.get("email").to_owned(),
        declaration: declaration(visit, pairs),
        lang: visit.mail_lang(),
        from: visit.anonymous(),
        invitation: invitation.clone(),
    };
    let problem = match visit.site.service.store.sign_up(&wish).await {
        Ok(Ok(())) => return Ok(see_other(Page::CheckMail.path())),
        Ok(Err(SignUpRefused::NoAddress)) => Problem::NoAddress,
        Ok(Err(SignUpRefused::NotDeclared)) => Problem::NotDeclared,
        Ok(Err(SignUpRefused::NoInvitation)) => Problem::NoInvitation,
        Err(failure) => return Ok(public::unavailable(&failure)),
    };
    let form = Form {
        values: vec![("email", wish.email)],
        ..refused(problem)
    };
    let form = match invitation {
        Some(token) => invitation_form(&token, form),
        None => form,
    };
    Ok(visit.form(Page::SignUp, form))
}

/// `GET /confirm/{token}`: behind the letter's link.
pub(crate) async fn choose(visit: Visit, Path(token): Path<String>) -> Response {
    let pending = match token.parse::<Secret>() {
        Ok(secret) => visit.site.service.store.sign_up_pending(&secret).await,
        Err(_) => Ok(false),
    };
    match pending {
        Ok(true) => visit.form(Page::ChoosePassword, choice(&token, None)),
        Ok(false) => visit.form(Page::ChoosePassword, choice(&token, Some(Problem::Gone))),
        Err(failure) => public::unavailable(&failure),
    }
}

fn choice(token: &str, problem: Option<Problem>) -> Form {
    Form {
        action: format!("/confirm/{token}"),
        values: vec![("fresh", "on".to_owned())],
        problem,
        done: None,
    }
}

/// `POST /confirm/{token}`
pub(crate) async fn finish(
    visit: Visit,
    Path(token): Path<String>,
    pairs: Pairs,
) -> Result<Response, Response> {
    visit.limit(What::SignIn)?;
    let again = |problem| visit.form(Page::ChoosePassword, choice(&token, Some(problem)));
    let Ok(secret) = token.parse::<Secret>() else {
        return Ok(again(Problem::Gone));
    };
    let password = pairs.get("password");
    if password != pairs.get("again") {
        return Ok(again(Problem::Differ));
    }
    let store = &visit.site.service.store;
    Ok(
        match store.sign_up_finish(&secret, password, &visit.agent).await {
            Ok(Finished::Done(session)) => {
                // The letter may be read in another browser than it was asked for in.
                let to = arrive(&visit, &session, "").await;
                visit.enter(&session, false, &to)
            }
            Ok(Finished::Weak(weakness)) => again(weak(weakness)),
            Ok(Finished::Gone) => again(Problem::Gone),
            Ok(Finished::Taken) => again(Problem::Taken),
            // It is being erased.
            Err(Failure::Missing) => again(Problem::Gone),
            Err(failure) => public::unavailable(&failure),
        },
    )
}

/// `GET /setup/{token}`: the first administrator, by the link that the server
/// printed.
pub(crate) async fn set_up_page(visit: Visit, Path(token): Path<String>) -> Response {
    let problem = match visit.site.service.store.invitation_good(&token).await {
        Ok(true) => None,
        Ok(false) => Some(Problem::NoInvitation),
        Err(failure) => return public::unavailable(&failure),
    };
    let form = Form {
        action: format!("/setup/{token}"),
        problem,
        ..Form::default()
    };
    visit.form(Page::SetUp, form)
}

/// `POST /setup/{token}`
pub(crate) async fn set_up(
    visit: Visit,
    Path(token): Path<String>,
    pairs: Pairs,
) -> Result<Response, Response> {
    visit.limit(What::SignUp)?;
    let again = |problem| {
        let form = Form {
            action: format!("/setup/{token}"),
            values: vec![("email", pairs.get("email").to_owned())],
            ..refused(problem)
        };
        visit.form(Page::SetUp, form)
    };
    let password = pairs.get("password");
    if password != pairs.get("again") {
        return Ok(again(Problem::Differ));
    }
    let wish = SignUp {
        email: pairs.get("email").to_owned(),
        declaration: declaration(&visit, &pairs),
        lang: visit.mail_lang(),
        from: None,
        invitation: Some(token.clone()),
    };
    let store = &visit.site.service.store;
    Ok(match store.set_up(&wish, password, &visit.agent).await {
        Ok(Ok(Finished::Done(session))) => {
            bring(&visit, &session).await;
            let to = with_done(Page::SecondFactor, Done::SetUp);
            visit.enter(&session, false, &to)
        }
        Ok(Ok(Finished::Weak(weakness))) => again(weak(weakness)),
        Ok(Ok(Finished::Gone)) | Ok(Err(SignUpRefused::NoInvitation)) => {
            again(Problem::NoInvitation)
        }
        Ok(Ok(Finished::Taken)) => again(Problem::Taken),
        Ok(Err(SignUpRefused::NoAddress)) => again(Problem::NoAddress),
        Ok(Err(SignUpRefused::NotDeclared)) => again(Problem::NotDeclared),
        Err(failure) => public::unavailable(&failure),
    })
}

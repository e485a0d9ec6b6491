//! A member's account: what they see, and what they change of it.

use app::page::Page;
use app::pages::account::{Done, Form, PasskeyLine, Problem, SettingsView};
use app::service::limits::What;
use axum::extract::{Path, Query};
use axum::response::Response;
use backend::{NewPassword, Secret};
use leptos::prelude::provide_context;

use super::acceptance::outstanding;
use super::weak;
use crate::public;
use crate::visit::{Pairs, Visit, arrived, refused, see_other, with_done};

/// `GET /account`
pub(crate) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    show(&visit, arrived(&query)).await
}

pub(super) async fn show(visit: &Visit, form: Form) -> Result<Response, Response> {
    let who = visit.member()?;
    let store = &visit.site.service.store;
    let failed = |failure| visit.failed(&failure, Page::Account);
    let settings = store.settings(who).await.map_err(failed)?;
    let passkeys = store.passkeys(who).await.map_err(failed)?;
    let erased_at = store.erasure_due(who).await.map_err(failed)?;
    let view = SettingsView {
        email: settings.email,
        password: settings.password,
        totp: settings.totp,
        passkeys: passkeys
            .into_iter()
            .map(|passkey| PasskeyLine {
                id: passkey.id.to_string(),
                name: passkey.name,
                created_at: passkey.created_at,
                used_at: passkey.used_at,
            })
            .collect(),
        role: settings.role.is_staff().then_some(settings.role),
        adult_at: settings.adult_at,
        policy_version: settings.policy_version,
        policy_at: settings.policy_at,
        erased_at,
        asked: outstanding(visit, who).await?.is_something(),
    };
    Ok(visit.form_with(Page::Account, form, move || {
        provide_context(view);
    }))
}

/// `POST /account/password`
pub(crate) async fn password(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = visit.member()?;
    visit.limit(What::SignIn)?;
    let password = pairs.get("password");
    if password != pairs.get("again") {
        return show(&visit, refused(Problem::Differ)).await;
    }
    let store = &visit.site.service.store;
    match store.password_change(who, password, &visit.agent).await {
        Ok(NewPassword::Done(session)) => {
            let to = with_done(Page::Account, Done::PasswordChanged);
            Ok(visit.enter(&session, false, &to))
        }
        Ok(NewPassword::Weak(weakness)) => show(&visit, refused(weak(weakness))).await,
        Err(failure) => Ok(visit.failed(&failure, Page::Account)),
    }
}

/// `POST /account/email`
pub(crate) async fn email(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = visit.member()?;
    visit.limit(What::Mail)?;
    let store = &visit.site.service.store;
    match store
        .email_change(who, pairs.get("email"), visit.mail_lang())
        .await
    {
        Ok(true) => Ok(see_other(&with_done(Page::Account, Done::EmailAsked))),
        Ok(false) => show(&visit, refused(Problem::NoAddress)).await,
        Err(failure) => Ok(visit.failed(&failure, Page::Account)),
    }
}

/// `GET /email/{token}`
pub(crate) async fn email_page(visit: Visit, Path(token): Path<String>) -> Response {
    let pending = match token.parse::<Secret>() {
        Ok(secret) => visit.site.service.store.email_pending(&secret).await,
        Err(_) => Ok(false),
    };
    match pending {
        Ok(true) => visit.form(
            Page::ConfirmEmail,
            Form {
                action: format!("/email/{token}"),
                ..Form::default()
            },
        ),
        Ok(false) => visit.form(Page::ConfirmEmail, refused(Problem::Gone)),
        Err(failure) => public::unavailable(&failure),
    }
}

/// `POST /email/{token}`
pub(crate) async fn email_confirm(visit: Visit, Path(token): Path<String>) -> Response {
    let confirmed = match token.parse::<Secret>() {
        Ok(secret) => visit.site.service.store.email_confirm(&secret).await,
        Err(_) => Ok(false),
    };
    let to = match visit.who {
        Some(_) => Page::Account,
        None => Page::SignIn,
    };
    match confirmed {
        Ok(true) => see_other(&with_done(to, Done::EmailChanged)),
        Ok(false) => visit.form(Page::ConfirmEmail, refused(Problem::Gone)),
        Err(failure) => public::unavailable(&failure),
    }
}

//! A forgotten password.

use app::page::Page;
use app::pages::account::{Done, Form, Problem};
use app::service::limits::What;
use axum::extract::Path;
use axum::response::Response;
use backend::{Finished, Secret};

use super::weak;
use crate::public;
use crate::visit::{Pairs, Visit, see_other, with_done};

/// `GET /reset`
pub(crate) async fn page(visit: Visit) -> Response {
    visit.form(Page::AskReset, Form::default())
}

/// `GET /check-mail`
pub(crate) async fn sent(visit: Visit) -> Response {
    visit.form(Page::CheckMail, Form::default())
}

/// `POST /reset`: answered before anything is looked up, so that neither what
/// is said nor how long it takes tells whether the address has an account.
pub(crate) async fn ask(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    visit.limit(What::Reset)?;
    let email = pairs.get("email").to_owned();
    let store = visit.site.service.store.clone();
    tokio::spawn(async move {
        if let Err(failure) = store.reset_begin(&email).await {
            tracing::error!(%failure, "a letter for a new password was not queued");
        }
    });
    Ok(see_other(Page::CheckMail.path()))
}

/// `GET /reset/{token}`
pub(crate) async fn choose(visit: Visit, Path(token): Path<String>) -> Response {
    let pending = match token.parse::<Secret>() {
        Ok(secret) => visit.site.service.store.reset_pending(&secret).await,
        Err(_) => Ok(false),
    };
    match pending {
        Ok(true) => visit.form(Page::ChoosePassword, form(&token, None)),
        Ok(false) => visit.form(Page::ChoosePassword, form("", Some(Problem::Gone))),
        Err(failure) => public::unavailable(&failure),
    }
}

fn form(token: &str, problem: Option<Problem>) -> Form {
    Form {
        action: format!("/reset/{token}"),
        problem,
        ..Form::default()
    }
}

/// `POST /reset/{token}`
pub(crate) async fn finish(
    visit: Visit,
    Path(token): Path<String>,
    pairs: Pairs,
) -> Result<Response, Response> {
    visit.limit(What::SignIn)?;
    let gone = || visit.form(Page::ChoosePassword, form("", Some(Problem::Gone)));
    let Ok(secret) = token.parse::<Secret>() else {
        return Ok(gone());
    };
    let again = |problem| visit.form(Page::ChoosePassword, form(&token, Some(problem)));
    let password = pairs.get("password");
    if password != pairs.get("again") {
        return Ok(again(Problem::Differ));
    }
    Ok(
        match visit
            .site
            .service
            .store
            .reset_finish(&secret, password)
            .await
        {
            Ok(None) => visit.exit(&with_done(Page::SignIn, Done::PasswordReset)),
            Ok(Some(Finished::Weak(weakness))) => again(weak(weakness)),
            Ok(Some(_)) => gone(),
            Err(failure) => visit.failed(&failure, Page::SignIn),
        },
    )
}

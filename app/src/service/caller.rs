//! Who calls a server function, and with what it is answered.

use std::net::IpAddr;
use std::sync::Arc;

use axum::http::header::{COOKIE, RETRY_AFTER, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use backend::{Secret, Store};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use privacy::{Actor, PersonId, Retention, Stored};

use super::ServiceError;
use super::limits::{Limits, Wait, What};

/// What server functions work with; the server provides it.
#[derive(Clone)]
pub struct Service {
    pub store: Store,
    pub limits: Arc<Limits>,
    /// Whether browsers reach us only by HTTPS.
    pub https: bool,
}

/// The address that a request came from, which the server finds out. Never
/// stored and never logged.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// Who sent the request that is being answered.
pub struct Caller {
    pub service: Service,
    peer: IpAddr,
    token: Option<Secret>,
}

impl Caller {
    /// The caller of the server function that is running.
    ///
    /// # Errors
    /// [`ServiceError::Failed`] outside of one.
    pub fn here() -> Result<Caller, ServiceError> {
        let service = use_context::<Service>().ok_or(ServiceError::Failed)?;
        let parts = use_context::<Parts>().ok_or(ServiceError::Failed)?;
        let peer = parts.extensions.get::<Peer>();
        Ok(Caller {
            token: token(&parts.headers, service.https),
            peer: peer.map_or(IpAddr::from([0, 0, 0, 0]), |peer| peer.0),
            service,
        })
    }

    /// The account that the caller's session acts for.
    ///
    /// # Errors
    /// [`ServiceError::SignedOut`] if there is none.
    pub async fn actor(&self) -> Result<Actor, ServiceError> {
        let token = self.token.as_ref().ok_or(ServiceError::SignedOut)?;
        match self.service.store.session_actor(token).await? {
            Actor::Visitor => Err(ServiceError::SignedOut),
            actor => Ok(actor),
        }
    }

    /// Lets this browser act for an account from now on.
    pub async fn sign_in(&self, person: PersonId) -> Result<(), ServiceError> {
        // A session that is there is another's, or this one's and good.
        if let Some(token) = &self.token {
            let store = &self.service.store;
            match store.session_actor(token).await? {
                Actor::Person(same) if same == person => return Ok(()),
                Actor::Person(_) => store.session_end(token).await?,
                Actor::Visitor => {}
            }
        }
        let token = self.service.store.session_create(person).await?;
        let cookie = cookie(&token.reveal(), self.service.https)?;
        let response = use_context::<ResponseOptions>().ok_or(ServiceError::Failed)?;
        response.append_header(SET_COOKIE, cookie);
        Ok(())
    }

    /// Takes the cookie of an account away that is gone.
    pub fn sign_out(&self) {
        let gone = format!("{}=; {}; Max-Age=0", name(self.service.https), FLAGS);
        let gone = gone + if self.service.https { "; Secure" } else { "" };
        if let (Some(response), Ok(gone)) = (
            use_context::<ResponseOptions>(),
            HeaderValue::from_str(&gone),
        ) {
            response.append_header(SET_COOKIE, gone);
        }
    }

    /// Counts one more from the caller's address.
    ///
    /// # Errors
    /// [`ServiceError::TooMany`], with how long to wait in the answer's head.
    pub fn limit(&self, what: What) -> Result<(), ServiceError> {
        self.service.limits.take(what, self.peer).map_err(too_many)
    }

    /// Counts one more try of an account, as [`Limits::take_account`].
    ///
    /// # Errors
    /// As [`Caller::limit`].
    pub fn limit_account(&self, what: What, name: &[u8]) -> Result<(), ServiceError> {
        let limits = &self.service.limits;
        limits.take_account(what, name).map_err(too_many)
    }
}

/// The answer 429 of the server function that is running.
fn too_many(wait: Wait) -> ServiceError {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(StatusCode::TOO_MANY_REQUESTS);
        response.insert_header(RETRY_AFTER, HeaderValue::from(wait.seconds()));
    }
    ServiceError::TooMany
}

const FLAGS: &str = "Path=/; HttpOnly; SameSite=Lax";

/// The cookie's name. With the prefix a browser takes it from this host alone
/// and by HTTPS alone, which a server without HTTPS cannot have.
fn name(https: bool) -> String {
    let prefix = if https { "__Host-" } else { "" };
    format!("{prefix}{}", Stored::Session.name())
}

fn cookie(token: &str, https: bool) -> Result<HeaderValue, ServiceError> {
    let secure = if https { "; Secure" } else { "" };
    let age = match privacy::inventory::stored(Stored::Session).retention {
        Retention::Days(days) | Retention::Unused(days) => u32::from(days.get()) * 24 * 60 * 60,
        Retention::Until(_) => 0,
    };
    let cookie = format!("{}={token}; {FLAGS}; Max-Age={age}{secure}", name(https));
    HeaderValue::from_str(&cookie).map_err(|_| ServiceError::Failed)
}

/// The session's token in a request's cookies.
pub fn token(headers: &HeaderMap, https: bool) -> Option<Secret> {
    let name = name(https);
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .and_then(|(_, token)| token.parse().ok())
}

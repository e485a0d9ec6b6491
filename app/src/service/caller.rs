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
use crate::account::{AccountHere, BESIDE, Kind, PAGE_OF};
use crate::pages::terms::{HeldTerms, Terms};

/// What server functions work with; the server provides it.
#[derive(Clone)]
pub struct Service {
    pub store: Store,
    pub limits: Arc<Limits>,
    /// The terms of service, over time.
    pub terms: HeldTerms,
    /// Whether browsers reach us only by HTTPS.
    pub https: bool,
}

impl Service {
    /// The terms of service that hold now.
    pub fn terms(&self) -> Arc<Terms> {
        self.terms.at(self.store.now())
    }
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
    /// The account that the page which calls is for, if that is a member's.
    page_of: Option<String>,
    /// The saved CV beside which the call is made, if it says so.
    beside: Option<String>,
    shared: bool,
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
        let said = |name| {
            let value: &HeaderValue = parts.headers.get(name)?;
            Some(value.to_str().ok()?.to_owned())
        };
        Ok(Caller {
            page_of: said(PAGE_OF),
            beside: said(BESIDE),
            shared: is_shared(&parts.headers),
            token: token(&parts.headers, service.https),
            peer: peer.map_or(IpAddr::from([0, 0, 0, 0]), |peer| peer.0),
            service,
        })
    }

    /// The account that the caller's session acts for.
    ///
    /// # Errors
    /// [`ServiceError::SignedOut`] if there is none, or if the page is another
    /// account's: somebody has signed in beside it, or opened another owner link,
    /// since it was opened.
    pub async fn actor(&self) -> Result<Actor, ServiceError> {
        let token = self.token.as_ref().ok_or(ServiceError::SignedOut)?;
        let actor = match self.service.store.session_actor(token).await? {
            Actor::Person(person) if self.is_page_of(person) => Actor::Person(person),
            _ => return Err(ServiceError::SignedOut),
        };
        if let Some(cv) = &self.beside {
            let cv = cv.parse().map_err(|_| ServiceError::Refused)?;
            if !self.service.store.cv_is_of(actor, cv).await? {
                return Err(ServiceError::SignedOut);
            }
        }
        Ok(actor)
    }

    fn is_page_of(&self, person: PersonId) -> bool {
        let tag = self.service.store.account_tag(person);
        self.page_of.as_ref().is_none_or(|page_of| *page_of == tag)
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
        let lasting = match self.shared {
            true => Lasting::Browser,
            false => Lasting::Days,
        };
        let cookie = session_cookie(&token.reveal(), self.service.https, lasting);
        set_cookie(&nobodys(self.service.https))?;
        set_cookie(&cookie)
    }

    /// Takes the cookie of an account away that is gone.
    pub fn sign_out(&self) {
        // Outside of a server function there is nobody to take it from.
        let _ = set_cookie(&no_session(self.service.https));
        let _ = set_cookie(&nobodys(self.service.https));
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

fn set_cookie(cookie: &str) -> Result<(), ServiceError> {
    let response = use_context::<ResponseOptions>().ok_or(ServiceError::Failed)?;
    let cookie = HeaderValue::from_str(cookie).map_err(|_| ServiceError::Failed)?;
    response.append_header(SET_COOKIE, cookie);
    Ok(())
}

const FLAGS: &str = "Path=/; HttpOnly; SameSite=Lax";
/// Of one that a page may read which the server did not make for this visit.
const READABLE: &str = "Path=/; SameSite=Lax";

/// The name of the session's cookie.
fn name(https: bool) -> String {
    own(Stored::Session, https)
}

/// The name of a cookie of the server's own. With the prefix a browser takes it from
/// this host alone and by HTTPS alone, which a server without HTTPS cannot have.
fn own(stored: Stored, https: bool) -> String {
    let prefix = if https { "__Host-" } else { "" };
    format!("{prefix}{}", stored.name())
}

/// How long a browser keeps the cookie of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// As the inventory says.
    Days,
    /// Until it is closed, on a computer that others use too.
    Browser,
}

/// The cookie of a session.
pub fn session_cookie(token: &str, https: bool, lasting: Lasting) -> String {
    let seconds = (lasting == Lasting::Days).then(|| seconds(Stored::Session));
    cookie(&name(https), token, FLAGS, seconds, https)
}

/// How long a browser keeps a cookie, as the inventory says.
fn seconds(stored: Stored) -> u32 {
    let days = match privacy::inventory::stored(stored).retention {
        Retention::Days(days) | Retention::Unused(days) => days.get(),
        Retention::Until(_) => 0,
    };
    u32::from(days) * 24 * 60 * 60
}

/// The cookie that says whose page of the editor was here last: the page that browsers
/// keep reads it where no server can say whose drafts are to be opened. Nobody's page
/// has none.
pub fn whose_cookie(here: &AccountHere, https: bool) -> Option<String> {
    let whose = match (here.kind, &here.tag) {
        (Kind::Member, Some(tag)) => tag.as_str(),
        (Kind::Link, _) => Kind::Link.name(),
        _ => return None,
    };
    let (name, seconds) = (Stored::Whose.name(), seconds(Stored::Whose));
    Some(cookie(name, whose, READABLE, Some(seconds), https))
}

/// Takes it away: whoever acts here from now on is another, or nobody.
pub fn nobodys(https: bool) -> String {
    cookie(Stored::Whose.name(), "", READABLE, Some(0), https)
}

/// Takes the cookie of a session away.
pub fn no_session(https: bool) -> String {
    cookie(&name(https), "", FLAGS, Some(0), https)
}

/// The cookie that says that the passwords of pages were entered. It goes when the
/// browser is closed.
pub fn pass_cookie(passes: &str, https: bool) -> String {
    cookie(&own(Stored::Pass, https), passes, FLAGS, None, https)
}

/// What it says.
pub fn passes(headers: &HeaderMap, https: bool) -> Option<&str> {
    value(headers, &own(Stored::Pass, https))
}

/// The cookie that says that others use this computer too. It goes when the browser
/// is closed.
pub fn shared_cookie(https: bool) -> String {
    cookie(Stored::Shared.name(), "1", READABLE, None, https)
}

/// Takes it away.
pub fn not_shared(https: bool) -> String {
    cookie(Stored::Shared.name(), "", READABLE, Some(0), https)
}

fn cookie(name: &str, value: &str, flags: &str, seconds: Option<u32>, https: bool) -> String {
    let secure = if https { "; Secure" } else { "" };
    let age = seconds.map(|seconds| format!("; Max-Age={seconds}"));
    let age = age.unwrap_or_default();
    format!("{name}={value}; {flags}{age}{secure}")
}

/// The session's token in a request's cookies.
pub fn token(headers: &HeaderMap, https: bool) -> Option<Secret> {
    value(headers, &name(https)).and_then(|token| token.parse().ok())
}

/// Whether others use the computer that a request comes from, as its owner has said.
pub fn is_shared(headers: &HeaderMap) -> bool {
    value(headers, Stored::Shared.name()) == Some("1")
}

/// The value of a cookie of a request.
pub fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

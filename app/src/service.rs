//! What the browser asks of the server: typed functions, and one error.
//!
//! `cv` keeps documents, `owner` opens an account by its link, `pdf` makes a
//! file in passing. Who asks is known by a cookie ([`caller`]), and `backend`
//! decides for each whether they may.

#[cfg(feature = "ssr")]
pub mod caller;
pub mod consent;
pub mod cv;
#[cfg(feature = "ssr")]
pub mod limits;
pub mod links;
pub mod owner;
pub mod pdf;
pub mod personal;
pub mod photo;

use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use texts::{Lang, consent as words, messages as t};

/// What a caller is told when the server did not do what was asked. Nothing
/// internal is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ServiceError {
    /// What was sent is no document, or one that is too large or too new.
    Refused,
    /// The browser has no session, or none any more.
    SignedOut,
    /// There is no such thing for this account.
    Missing,
    /// The account has as much as it may have.
    Quota,
    /// The account's owner has not agreed to keep this, or to another text.
    NoConsent,
    /// Too much was asked from this address in too short a time.
    TooMany,
    /// The page is older than the server and has to be loaded anew.
    Outdated,
    /// The server has too much to do.
    Busy,
    /// The server's disk is full.
    Full,
    /// The server could not do it.
    Failed,
    /// No answer came.
    Unreachable,
    /// Nothing was asked: the browser's own storage failed.
    Browser,
}

impl ServiceError {
    pub(crate) fn message(self, lang: Lang) -> &'static str {
        match self {
            ServiceError::Refused => t::server_refused(lang),
            ServiceError::SignedOut => t::server_signed_out(lang),
            ServiceError::Missing => t::server_missing(lang),
            ServiceError::Quota => t::server_quota(lang),
            ServiceError::NoConsent => words::no_consent(lang),
            ServiceError::TooMany => t::server_too_many(lang),
            ServiceError::Outdated => t::version_old(lang),
            ServiceError::Busy => t::server_busy(lang),
            ServiceError::Full => t::server_full(lang),
            ServiceError::Failed => t::server_failed(lang),
            ServiceError::Unreachable => t::server_unreachable(lang),
            ServiceError::Browser => t::storage_failed(lang),
        }
    }
}

#[cfg(feature = "ssr")]
impl ServiceError {
    /// The status of an answer that says so (RFC 9110, section 15; RFC 4918,
    /// section 11.5): the framework knows only 500, and whoever watches a server
    /// would take every session that has ended for a fault of ours.
    pub fn status(self) -> axum::http::StatusCode {
        use axum::http::StatusCode;
        match self {
            ServiceError::Refused => StatusCode::UNPROCESSABLE_ENTITY,
            ServiceError::SignedOut => StatusCode::UNAUTHORIZED,
            ServiceError::Missing => StatusCode::NOT_FOUND,
            ServiceError::NoConsent => StatusCode::FORBIDDEN,
            ServiceError::Quota | ServiceError::Outdated => StatusCode::CONFLICT,
            ServiceError::TooMany => StatusCode::TOO_MANY_REQUESTS,
            ServiceError::Busy => StatusCode::SERVICE_UNAVAILABLE,
            ServiceError::Full => StatusCode::INSUFFICIENT_STORAGE,
            ServiceError::Failed | ServiceError::Unreachable | ServiceError::Browser => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }
}

impl FromServerFnError for ServiceError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> ServiceError {
        match error {
            ServerFnErrorErr::Request(_) => ServiceError::Unreachable,
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => ServiceError::Refused,
            _ => ServiceError::Failed,
        }
    }
}

#[cfg(feature = "ssr")]
impl From<backend::Failure> for ServiceError {
    fn from(failure: backend::Failure) -> ServiceError {
        use backend::Failure;
        match failure {
            Failure::Denied(privacy::Denied::NoConsent) => ServiceError::NoConsent,
            Failure::Missing
            | Failure::Denied(_)
            | Failure::Unproved
            | Failure::OneFactor
            | Failure::Blocked => ServiceError::Missing,
            Failure::Taken => ServiceError::Refused,
            Failure::Refused(_) => ServiceError::Refused,
            Failure::Quota => ServiceError::Quota,
            Failure::Busy(_) => ServiceError::Busy,
            Failure::Full(_) => {
                tracing::error!(%failure, "the store");
                ServiceError::Full
            }
            Failure::Sealed(_) | Failure::Damaged(_) | Failure::Database(_) => {
                tracing::error!(%failure, "the store");
                ServiceError::Failed
            }
        }
    }
}

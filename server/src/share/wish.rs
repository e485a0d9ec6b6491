//! What every form about links that writes has in common: how it begins, and what
//! became of it.

use app::pages::share::Problem;
use app::service::caller::Peer;
use app::service::limits::What;
use axum::Form;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use backend::{Failure, Publishing, Uuid, Weakness};
use privacy::{Actor, Denied};

use super::choices::Choices;
use super::view::Which;
use super::{Sent, actor, show};
use crate::rate;
use crate::router::Site;

/// How every form begins that writes: not too often, with fields, and from somebody.
/// Else the answer, which for nobody is that there is no such thing.
pub(super) async fn wish(
    site: &Site,
    id: Uuid,
    which: Which,
    peer: Peer,
    headers: &HeaderMap,
    form: Sent,
) -> Result<(Choices, Actor), Box<Response>> {
    rate::take(What::Save, peer, site, headers)?;
    let Ok(Form(pairs)) = form else {
        return Err(Box::new(StatusCode::BAD_REQUEST.into_response()));
    };
    let choices = Choices::new(pairs);
    match actor(site, headers).await {
        Ok(actor) => Ok((choices, actor)),
        Err(_) => Err(Box::new(
            show(site, id, which, &choices, None, headers).await,
        )),
    }
}

/// The link that it was done to, or why not: a problem that the page tells, or none
/// where there is no such thing for whoever asks.
pub(super) fn outcome(
    done: Result<Publishing, Failure>,
) -> Result<Uuid, Result<Option<Problem>, Failure>> {
    let problem = match done {
        Ok(Publishing::Done(link)) => return Ok(link.id),
        Ok(Publishing::Stale(_)) => Problem::Stale,
        Ok(Publishing::SlugTaken) => Problem::SlugTaken,
        Ok(Publishing::Leaving) => Problem::Leaving,
        Ok(Publishing::Profile) => Problem::Profile,
        Ok(Publishing::Letter) => Problem::Letter,
        Ok(Publishing::TakenDown) => Problem::TakenDown,
        Ok(Publishing::TooManyLinks) => Problem::TooManyLinks,
        Ok(Publishing::TooManyAddresses) => Problem::TooManyAddresses,
        Ok(Publishing::SameLanguage) => Problem::SameLanguage,
        Ok(Publishing::Weak(weakness)) => match weakness {
            Weakness::Short => Problem::TooShort,
            Weakness::Long => Problem::TooLong,
            Weakness::Common => Problem::Common,
            Weakness::Guessable => Problem::Guessable,
        },
        Err(Failure::Denied(Denied::Restricted)) => Problem::Restricted,
        Err(Failure::Missing) => return Err(Ok(None)),
        Err(failure) => return Err(Err(failure)),
    };
    Err(Ok(Some(problem)))
}

//! `/privacy/rights`: which rights the law of a place gives, for everybody; and where
//! somebody says that they live.

use app::page::Page;
use app::pages::account::{Done, Problem};
use app::pages::rights::{LIVES, RightsView, STATE};
use app::service::limits::What;
use axum::Router;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::{get, post};
use leptos::prelude::provide_context;
use privacy::Date;
use privacy::regime::Residence;

use crate::account::data;
use crate::router::Site;
use crate::visit::{Pairs, Visit, refused, see_other, with_done};

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(Page::Rights.path(), get(page))
        .route(STATE, post(state))
}

/// `GET /privacy/rights?lives=`: what was never a place is as if nothing was said.
/// Whoever has said where they live is shown that place first.
async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let store = &visit.site.service.store;
    let query = Pairs(query);
    let asked = Residence::from_code(query.get(LIVES));
    let said = match (asked, &visit.who) {
        (None, Some(who)) => store.residence(who.actor()).await,
        _ => Ok(None),
    };
    let said = said.map_err(|failure| visit.failed(&failure, Page::Rights))?;
    let view = RightsView {
        lives: asked.or(said.map(|(place, _)| place)),
        today: Date::of(store.now()),
    };
    Ok(visit.page(Page::Rights, move || provide_context(view)))
}

/// `POST /account/residence`: an empty place deletes it.
async fn state(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let actor = visit.person()?.actor();
    visit.limit(What::Save)?;
    let said = pairs.get(LIVES);
    let place = Residence::from_code(said);
    if place.is_none() && !said.is_empty() {
        return data::show(&visit, refused(Problem::NoPlace), None).await;
    }
    let store = &visit.site.service.store;
    let done = match place {
        Some(_) => Done::ResidenceSaved,
        None => Done::ResidenceGone,
    };
    match store.residence_state(actor, place).await {
        Ok(()) => Ok(see_other(&with_done(Page::MyData, done))),
        Err(failure) => Ok(visit.failed(&failure, Page::MyData)),
    }
}

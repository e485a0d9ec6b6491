//! The browsers that act for an account, and the way out when somebody else was
//! in it.

use app::page::Page;
use app::pages::account::{AttemptLine, By, DeviceLine, Devices, Done};
use axum::extract::Query;
use axum::response::Response;
use backend::{Agent, AttemptBy, Uuid};
use leptos::prelude::provide_context;

use crate::public;
use crate::visit::{Pairs, Visit, arrived, bad_form, see_other, with_done};

/// `GET /account/devices`
pub(crate) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let who = visit.member()?;
    let store = &visit.site.service.store;
    let failed = |failure| visit.failed(&failure, Page::Devices);
    let devices = store.devices(who).await.map_err(failed)?;
    let attempts = store.attempts(who).await.map_err(failed)?;
    let view = Devices {
        devices: devices
            .into_iter()
            .map(|device| DeviceLine {
                id: device.id.to_string(),
                agent: device.agent.map(words),
                created_at: device.created_at,
                used_at: device.used_at,
                this: device.this,
            })
            .collect(),
        attempts: attempts
            .into_iter()
            .map(|attempt| AttemptLine {
                at: attempt.at,
                done: attempt.done,
                by: match attempt.by {
                    AttemptBy::Password => By::Password,
                    AttemptBy::SecondFactor => By::SecondFactor,
                    AttemptBy::Passkey => By::Passkey,
                    AttemptBy::Mail => By::Mail,
                },
                agent: attempt.agent.map(words),
                place: attempt.place.map(|place| (place.country, place.town)),
            })
            .collect(),
        places: store.knows_places(),
    };
    let form = arrived(&query);
    Ok(visit.page(Page::Devices, move || {
        provide_context(view);
        provide_context(form);
    }))
}

fn words(agent: Agent) -> (String, String) {
    (agent.browser, agent.system)
}

/// `POST /account/devices/end`
pub(crate) async fn end(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = visit.member()?;
    let Ok(id) = pairs.get("id").parse::<Uuid>() else {
        return Err(bad_form());
    };
    match visit.site.service.store.device_end(who, id).await {
        Ok(()) => Ok(see_other(&with_done(Page::Devices, Done::SessionEnded))),
        Err(failure) => Ok(visit.failed(&failure, Page::Devices)),
    }
}

/// `POST /account/devices/end-others`
pub(crate) async fn end_others(visit: Visit) -> Result<Response, Response> {
    let who = visit.member()?;
    match visit.site.service.store.devices_end_others(who).await {
        Ok(()) => Ok(see_other(&with_done(Page::Devices, Done::SessionEnded))),
        Err(failure) => Ok(visit.failed(&failure, Page::Devices)),
    }
}

/// `POST /account/compromised`: in one step.
pub(crate) async fn compromised(visit: Visit) -> Result<Response, Response> {
    let who = visit.member()?;
    match visit
        .site
        .service
        .store
        .compromised(who, &visit.agent)
        .await
    {
        Ok(pages) => {
            for page in pages {
                public::forget(&visit.site.public, page);
            }
            Ok(visit.exit(&with_done(Page::SignIn, Done::Compromised)))
        }
        Err(failure) => Ok(visit.failed(&failure, Page::Devices)),
    }
}

//! Another controller: proposed by one, confirmed by another, told to everybody.

use app::page::Page;
use app::pages::registers::Said;
use app::pages::registers::controller::{ChangeLine, Changes};
use app::service::limits::What;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use backend::{Failure, NewController, SuccessionLine, SuccessionRefused};
use leptos::prelude::provide_context;
use privacy::register::parse_day;
use privacy::succession::{SUCCESSION_LEAST_DAYS, SuccessionReason};
use texts::{Lang, registers as t};

use crate::admin::staff;
use crate::visit::{Pairs, Visit, bad_form, see_other};

/// `GET /admin/registers/controller`
pub(super) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let lang = visit.lang;
    let good = match Pairs(query).get("done") {
        "proposed" => Some(t::controller_proposed(lang)),
        "confirmed" => Some(t::controller_confirmed(lang)),
        "cancelled" => Some(t::controller_cancelled(lang)),
        _ => None,
    };
    let said = Said {
        good: good.map(str::to_owned),
        problem: None,
    };
    show(&visit, said).await
}

async fn show(visit: &Visit, said: Said) -> Result<Response, Response> {
    let who = staff(visit)?;
    let lines = visit.site.service.store.successions(who).await;
    let lines = lines.map_err(|failure| visit.failed(&failure, Page::Successions))?;
    let refused = said.problem.is_some();
    let view = Changes {
        lines: lines.into_iter().map(line).collect(),
        said,
    };
    let mut response = visit.page(Page::Successions, move || provide_context(view));
    if refused {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

fn line(line: SuccessionLine) -> ChangeLine {
    let to = line.to;
    ChangeLine {
        reason: line.reason,
        name: to.name,
        registration_number: to.registration_number,
        address: to.address,
        country: to.country,
        email: to.email,
        day: line.effective.to_string(),
        own: line.own,
        announced_at: line.announced_at,
        told_at: line.told_at,
        ended_at: line.ended_at,
    }
}

/// `POST /admin/registers/controller`
pub(super) async fn propose(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    visit.limit(What::Save)?;
    let reason = SuccessionReason::from_name(pairs.get("reason"));
    let day = parse_day(pairs.get("day"));
    let (Some(reason), Some(day)) = (reason, day) else {
        return Err(bad_form());
    };
    let text = |name: &str| pairs.get(name).trim().to_owned();
    let to = NewController {
        name: text("name"),
        registration_number: text("number"),
        address: text("address"),
        country: text("country").to_ascii_uppercase(),
        email: text("email"),
    };
    let store = &visit.site.service.store;
    let proposed = store.succession_propose(who, reason, &to, day).await;
    answer(&visit, proposed.map(|done| done.map(drop)), "proposed").await
}

/// `POST /admin/registers/controller/confirm`
pub(super) async fn confirm(visit: Visit) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let confirmed = visit.site.service.store.succession_confirm(who).await;
    let announced = matches!(confirmed, Ok(Ok(())));
    let response = answer(&visit, confirmed, "confirmed").await?;
    if announced {
        look(&visit).await?;
        write(&visit);
    }
    Ok(response)
}

/// Begins the letters, and keeps nobody waiting. What this leaves undone, the hour does.
fn write(visit: &Visit) {
    let store = visit.site.service.store.clone();
    tokio::spawn(async move {
        if let Err(failure) = store.succession_letters().await {
            tracing::error!(%failure, "letters about another controller");
        }
    });
}

/// `POST /admin/registers/controller/cancel`
pub(super) async fn cancel(visit: Visit) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let cancelled = visit.site.service.store.succession_cancel(who).await;
    let called_off = cancelled.is_ok();
    let response = answer(&visit, cancelled.map(Ok), "cancelled").await?;
    look(&visit).await?;
    if called_off {
        write(&visit);
    }
    Ok(response)
}

/// Pages say at once what is announced.
async fn look(visit: &Visit) -> Result<(), Response> {
    let looked = visit.site.announced.look(&visit.site.service.store).await;
    looked.map_err(|failure| visit.failed(&failure, Page::Successions))
}

async fn answer(
    visit: &Visit,
    done: Result<Result<(), SuccessionRefused>, Failure>,
    what: &str,
) -> Result<Response, Response> {
    match done {
        Ok(Ok(())) => Ok(see_other(&format!(
            "{}?done={what}",
            Page::Successions.path()
        ))),
        Ok(Err(refused)) => {
            let said = Said {
                good: None,
                problem: Some(why(refused, visit.lang)),
            };
            show(visit, said).await
        }
        Err(failure) => Ok(visit.failed(&failure, Page::Successions)),
    }
}

fn why(refused: SuccessionRefused, lang: Lang) -> String {
    match refused {
        SuccessionRefused::Incomplete => t::controller_incomplete(lang).to_owned(),
        SuccessionRefused::Day => t::controller_wrong_day(lang, u64::from(SUCCESSION_LEAST_DAYS)),
        SuccessionRefused::Open => t::controller_open(lang).to_owned(),
        SuccessionRefused::SamePerson => t::controller_same(lang).to_owned(),
        SuccessionRefused::Nothing => t::controller_nothing(lang).to_owned(),
    }
}

//! Disclosures: proposed by one, confirmed by another.

use app::page::Page;
use app::pages::registers::Said;
use app::pages::registers::disclosures::{DisclosureLine, Disclosures, Given, Mine};
use app::service::limits::What;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use backend::{DisclosureRefused, DisclosureTold, Failure, NewDisclosure, Uuid};
use leptos::prelude::provide_context;
use privacy::Actor;
use privacy::disclosure::{BarRefused, DisclosureGround, PROPOSAL_DAYS};
use privacy::inventory::Category;
use privacy::register::parse_day;
use texts::{Lang, registers as t};

use crate::admin::staff;
use crate::visit::{Pairs, Visit, bad_form, see_other};

/// `GET /admin/registers/disclosures`
pub(super) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let lang = visit.lang;
    let good = match Pairs(query).get("done") {
        "proposed" => Some(t::disclosure_proposed(lang, u64::from(PROPOSAL_DAYS))),
        "confirmed" => Some(t::disclosure_confirmed(lang).to_owned()),
        "refused" => Some(t::disclosure_refused(lang).to_owned()),
        _ => None,
    };
    let said = Said {
        good,
        problem: None,
    };
    show(&visit, said).await
}

async fn show(visit: &Visit, said: Said) -> Result<Response, Response> {
    let who = staff(visit)?;
    let lines = visit.site.service.store.disclosures(who).await;
    let lines = lines.map_err(|failure| visit.failed(&failure, Page::Disclosures))?;
    let refused = said.problem.is_some();
    let lines = lines.into_iter().map(|line| DisclosureLine {
        account: line.account.to_string(),
        id: line.id.to_string(),
        given: given(line.told),
        own: line.own,
        decided_at: line.decided_at,
        told_at: line.told_at,
        barred_by: line.barred_by,
    });
    let view = Disclosures {
        lines: lines.collect(),
        said,
    };
    let mut response = visit.page(Page::Disclosures, move || provide_context(view));
    if refused {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

fn given(told: DisclosureTold) -> Given {
    Given {
        at: told.at,
        ground: told.ground,
        recipient: told.recipient,
        law: told.law,
        categories: told.categories,
        items: told.items,
        secrecy: told.secrecy,
        barred_until: told.barred_until,
    }
}

/// What was given of whoever looks at their data.
pub(crate) async fn mine(visit: &Visit, actor: Actor) -> Result<Mine, Failure> {
    let all = visit.site.service.store.disclosures_of(actor).await?;
    Ok(Mine(all.into_iter().map(given).collect()))
}

/// `POST /admin/registers/disclosures`
pub(super) async fn propose(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    visit.limit(What::Save)?;
    let Some(ground) = DisclosureGround::from_name(pairs.get("ground")) else {
        return Err(bad_form());
    };
    let chosen = pairs.0.iter().filter(|(name, _)| name == "category");
    let mut categories: Vec<Category> = chosen
        .filter_map(|(_, value)| Category::from_name(value))
        .collect();
    categories.sort_unstable();
    categories.dedup();
    let barred = match pairs.get("until") {
        "" => None,
        until => match parse_day(until) {
            Some(day) => Some((day, pairs.get("until_law").to_owned())),
            None => return Err(bad_form()),
        },
    };
    let new = NewDisclosure {
        whose: pairs.get("whose").to_owned(),
        ground,
        recipient: pairs.get("recipient").to_owned(),
        law: pairs.get("law").to_owned(),
        categories,
        items: pairs.get("items").to_owned(),
        secrecy: pairs.get("secrecy").to_owned(),
        barred,
    };
    let proposed = visit.site.service.store.disclosure_propose(who, &new).await;
    answer(&visit, proposed.map(|done| done.map(drop)), "proposed").await
}

/// `POST /admin/registers/disclosures/confirm`
pub(super) async fn confirm(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let (account, id) = ids(&pairs)?;
    let store = &visit.site.service.store;
    let confirmed = store.disclosure_confirm(who, account, id).await;
    answer(&visit, confirmed, "confirmed").await
}

/// `POST /admin/registers/disclosures/refuse`
pub(super) async fn refuse(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let (account, id) = ids(&pairs)?;
    let store = &visit.site.service.store;
    let refused = store.disclosure_refuse(who, account, id).await;
    answer(&visit, refused.map(Ok), "refused").await
}

fn ids(pairs: &Pairs) -> Result<(Uuid, Uuid), Response> {
    match (pairs.get("account").parse(), pairs.get("id").parse()) {
        (Ok(account), Ok(id)) => Ok((account, id)),
        _ => Err(bad_form()),
    }
}

async fn answer(
    visit: &Visit,
    done: Result<Result<(), DisclosureRefused>, Failure>,
    what: &str,
) -> Result<Response, Response> {
    match done {
        Ok(Ok(())) => Ok(see_other(&format!(
            "{}?done={what}",
            Page::Disclosures.path()
        ))),
        Ok(Err(refused)) => {
            let said = Said {
                good: None,
                problem: Some(why(refused, visit.lang).to_owned()),
            };
            show(visit, said).await
        }
        Err(failure) => Ok(visit.failed(&failure, Page::Disclosures)),
    }
}

fn why(refused: DisclosureRefused, lang: Lang) -> &'static str {
    match refused {
        DisclosureRefused::NoSuchPerson => t::disclosure_no_person(lang),
        DisclosureRefused::Incomplete => t::disclosure_incomplete(lang),
        DisclosureRefused::NoCategories => t::disclosure_no_categories(lang),
        DisclosureRefused::NoSecrecy => t::disclosure_no_secrecy(lang),
        DisclosureRefused::NoBarLaw => t::disclosure_no_bar_law(lang),
        DisclosureRefused::Bar(BarRefused::Ground) => t::disclosure_bar_ground(lang),
        DisclosureRefused::Bar(BarRefused::Past | BarRefused::Far) => t::disclosure_bar_day(lang),
        DisclosureRefused::SamePerson => t::disclosure_same(lang),
        DisclosureRefused::Gone => t::disclosure_gone(lang),
    }
}

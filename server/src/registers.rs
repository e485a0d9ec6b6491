//! The operator's registers: `/admin/registers` for staff, and what everybody is told
//! of them on public pages. Who may what is decided in `backend`.
//!
//! What the operator fixes before the server starts (recipients and what allows
//! transfers to them, the data processing agreement) is configuration; what staff
//! write down while it runs (assessments, instructions, laws, disclosures, another
//! controller) are rows, each with its line in the audit log.

mod announced;
mod controller;
mod disclosures;
mod entries;

use app::page::Page;
use app::pages::registers::{Registers, lacking};
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use backend::RegisterDue;
use leptos::prelude::provide_context;
use privacy::{Date, Party, Purpose};
use texts::{Lang, registers as t};
use time::OffsetDateTime;

use crate::admin::staff;
use crate::router::Site;
use crate::visit::Visit;

pub(crate) use announced::{Announced, told};
pub(crate) use disclosures::mine;

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(Page::Registers.path(), get(page))
        .route(
            "/admin/registers/{register}",
            get(entries::page).post(entries::add),
        )
        .route("/admin/registers/processor.json", get(entries::processor))
        .route(
            Page::Disclosures.path(),
            get(disclosures::page).post(disclosures::propose),
        )
        .route(
            "/admin/registers/disclosures/confirm",
            post(disclosures::confirm),
        )
        .route(
            "/admin/registers/disclosures/refuse",
            post(disclosures::refuse),
        )
        .route(
            Page::Successions.path(),
            get(controller::page).post(controller::propose),
        )
        .route(
            "/admin/registers/controller/confirm",
            post(controller::confirm),
        )
        .route(
            "/admin/registers/controller/cancel",
            post(controller::cancel),
        )
}

/// `GET /admin/registers`
async fn page(visit: Visit) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let failed = |failure| visit.failed(&failure, Page::Registers);
    if let Err(failure) = who.may(privacy::Right::Registers) {
        return Ok(failed(failure));
    }
    let due = visit.site.service.store.registers_due().await;
    let due = due.map_err(failed)?;
    let parties = visit.site.responsible.parties.clone();
    let mut sentences = registers_due(&due, visit.lang);
    sentences.extend(recipients_due(&parties, today(), visit.lang));
    let view = Registers {
        due: sentences,
        parties,
        agreement: visit.site.responsible.agreement,
    };
    Ok(visit.page(Page::Registers, move || provide_context(view)))
}

fn registers_due(due: &RegisterDue, lang: Lang) -> Vec<String> {
    let name = |purpose: &Purpose| app::pages::privacy::words::purpose(*purpose, lang);
    let mut all: Vec<String> = Vec::new();
    all.extend(
        due.unassessed
            .iter()
            .map(|it| t::due_unassessed(lang, name(it))),
    );
    all.extend(due.overdue.iter().map(|it| t::due_overdue(lang, name(it))));
    if due.laws > 0 {
        all.push(t::due_laws(lang, due.laws));
    }
    if due.authorities > 0 {
        all.push(t::due_authorities(lang, due.authorities));
    }
    all
}

fn recipients_due(parties: &[Party], today: Date, lang: Lang) -> Vec<String> {
    let mut all = Vec::new();
    for party in parties {
        let missing = party.safeguards.lacking(party.transfer);
        if !missing.is_empty() {
            all.push(t::due_lacking(lang, &party.name, lacking(&missing)));
        }
        if let Some(day) = party.safeguards.review
            && party.safeguards.is_overdue(today)
        {
            all.push(t::due_recipient(lang, day, &party.name));
        }
    }
    all
}

/// The day, in UTC.
fn today() -> Date {
    Date::of(
        OffsetDateTime::now_utc()
            .unix_timestamp()
            .saturating_mul(1000),
    )
}

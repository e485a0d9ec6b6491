//! The registers that are lists of dated entries, and the record of processing on
//! others' behalf that is made of one of them.

use app::page::Page;
use app::pages::privacy::words as said_of;
use app::pages::registers::Said;
use app::pages::registers::entries::{Entries, EntryLine, path};
use app::pages::registers::words;
use app::service::limits::What;
use axum::Json;
use axum::extract::{Path, Query};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use backend::{Failure, RegisterEntry};
use leptos::prelude::provide_context;
use privacy::register::{self, Register, Wrong};
use privacy::{Date, record};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use texts::{Lang, registers as t};

use super::today;
use crate::admin::staff;
use crate::visit::{Pairs, Visit, see_other};

/// `GET /admin/registers/{register}`
pub(super) async fn page(
    visit: Visit,
    Path(name): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let good = Pairs(query).is_on("added");
    let said = Said {
        good: good.then(|| t::saved(visit.lang).to_owned()),
        problem: None,
    };
    show(&visit, &name, said).await
}

async fn show(visit: &Visit, name: &str, said: Said) -> Result<Response, Response> {
    let who = staff(visit)?;
    let Some(register) = Register::from_name(name) else {
        return Ok(visit.failed(&Failure::Missing, Page::Registers));
    };
    let store = &visit.site.service.store;
    let entries = store.register_entries(who, register).await;
    let entries = entries.map_err(|failure| visit.failed(&failure, Page::Registers))?;
    let day = today();
    let refused = said.problem.is_some();
    let view = Entries {
        register,
        lines: entries.iter().map(|entry| line(entry, day)).collect(),
        said,
    };
    let mut response = visit.page(Page::Entries, move || provide_context(view));
    if refused {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// In the order in which the form asks.
fn line(entry: &RegisterEntry, today: Date) -> EntryLine {
    let asked = entry.register.asked().iter();
    let fields = asked.filter_map(|asked| {
        let value = entry.fields.get(asked.name)?;
        Some((asked.name, value.clone()))
    });
    EntryLine {
        written: Date::of(entry.written_at).to_string(),
        fields: fields.collect(),
        overdue: entry.review.is_some_and(|day| day < today),
    }
}

/// `POST /admin/registers/{register}`
pub(super) async fn add(
    visit: Visit,
    Path(name): Path<String>,
    pairs: Pairs,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let Some(register) = Register::from_name(&name) else {
        return Ok(visit.failed(&Failure::Missing, Page::Registers));
    };
    let failed = |failure| visit.failed(&failure, Page::Registers);
    // Not even what is wrong is said to who may not.
    who.may(privacy::Right::Registers).map_err(failed)?;
    visit.limit(What::Save)?;
    let typed = |field: &str| pairs.get(field).to_owned();
    let entry = match register::read(register, typed, today()) {
        Ok(entry) => entry,
        Err((field, wrong)) => {
            let said = Said {
                good: None,
                problem: Some(why(register, field, wrong, visit.lang)),
            };
            return show(&visit, &name, said).await;
        }
    };
    let added = visit.site.service.store.register_add(who, register, &entry);
    added.await.map_err(failed)?;
    Ok(see_other(&format!("{}?added=on", path(register))))
}

fn why(register: Register, field: &str, wrong: Wrong, lang: Lang) -> String {
    let field = words::field(register, field, lang);
    match wrong {
        Wrong::Missing => t::wrong_missing(lang, field),
        Wrong::Long => t::wrong_long(lang, field),
        Wrong::Form => t::wrong_form(lang, field),
        Wrong::Future => t::wrong_future(lang, field),
        Wrong::Review => t::wrong_review(lang, field),
    }
}

/// `GET /admin/registers/processor.json`: the record of what is processed on others'
/// behalf (GDPR, article 30(2)): by whom, for whom, what, where to, and how it is kept
/// from others.
pub(super) async fn processor(visit: Visit) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let store = &visit.site.service.store;
    let entries = store.register_entries(who, Register::Instructions).await;
    let entries = entries.map_err(|failure| visit.failed(&failure, Page::Registers))?;
    let controllers: BTreeSet<&str> = entries.iter().map(|entry| entry.field("from")).collect();
    let of = |controller: &str| {
        let instructions = entries
            .iter()
            .filter(|entry| entry.field("from") == controller);
        let instructions: Vec<Value> = instructions
            .map(|entry| {
                json!({
                    "asked_on": entry.on.to_string(),
                    "what": entry.field("what"),
                    "done": entry.field("done"),
                    "done_on": entry.field("done_on"),
                })
            })
            .collect();
        json!({ "controller": controller, "instructions": instructions })
    };
    let controllers: Vec<Value> = controllers.into_iter().map(of).collect();
    let responsible = &visit.site.responsible;
    let transfers = responsible.parties.iter().filter_map(|party| {
        let mechanism = party.transfer.mechanism()?;
        Some(json!({
            "name": party.name,
            "country": party.transfer.country().code(),
            "mechanism": mechanism.name(),
        }))
    });
    let transfers: Vec<Value> = transfers.collect();
    let periods = store.periods();
    let activities = record::activities(periods);
    let both = |sv: &str, en: &str| json!({ "sv": sv, "en": en });
    let categories: Vec<Value> = activities
        .iter()
        .map(|(purpose, _)| {
            both(
                said_of::purpose(*purpose, Lang::Sv),
                said_of::purpose(*purpose, Lang::En),
            )
        })
        .collect();
    let measures: BTreeSet<_> = activities
        .iter()
        .flat_map(|(_, summary)| summary.protections.iter().copied())
        .collect();
    let measures: Vec<Value> = measures
        .into_iter()
        .map(|it| {
            both(
                said_of::protection(it, Lang::Sv),
                said_of::protection(it, Lang::En),
            )
        })
        .collect();
    let processor = &responsible.controller;
    let record = json!({
        "processor": {
            "name": processor.name,
            "registration_number": processor.registration_number,
            "address": processor.address,
            "email": processor.email,
            "data_protection_officer": processor.officer,
            "representative": processor.representative,
        },
        "on_behalf_of": controllers,
        "categories_of_processing": categories,
        "transfers": transfers,
        "measures": measures,
    });
    let private = HeaderValue::from_static("no-store");
    Ok(([(CACHE_CONTROL, private)], Json(record)).into_response())
}

//! The record of processing and the promises as data, beside their pages.

use crate::router::Site;
use app::language::Lang;
use app::pages::privacy::{clauses_path, label, words};
use app::pages::promises::Standing;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use privacy::promises::{self, Check};
use privacy::{POLICY_VERSION, record};
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/privacy/record.json", get(processing))
        .route("/promises.json", get(kept))
}

/// `GET /promises.json`: each promise by its number, and what shows that it is kept.
async fn kept(State(site): State<Site>) -> Response {
    let inspected = site.inspection.seen();
    let promises = promises::all().map(|promise| {
        let standing = inspected.standing(&promise);
        let checks: Vec<String> = promise.checks.iter().map(Check::name).collect();
        json!({
            "number": promise.number,
            "kept": standing.is_kept(),
            "abstained": standing == Standing::Abstained,
            "checked_at": inspected.checked_at(&promise),
            "check": checks,
            "waits_for": promise.waits_for.map(|it| it.name()),
        })
    });
    let promises: Vec<Value> = promises.collect();
    answer(json!({
        "version": env!("CARGO_PKG_VERSION"),
        "policy": POLICY_VERSION,
        "promises": promises,
    }))
}

/// `GET /privacy/record.json`: the record of processing (GDPR, article 30(1)), in
/// both languages.
async fn processing(State(site): State<Site>) -> Response {
    let controller = &site.responsible.controller;
    let recipients = site.responsible.parties.iter().map(|party| {
        let mechanism = party.transfer.mechanism();
        let has_copy = site.responsible.copies.contains(&party.role);
        json!({
            "name": party.name,
            "role": both(|lang| words::party_role(party.role, lang)),
            "country": party.transfer.country().code(),
            "mechanism": mechanism.map(|it| it.name()),
            "copy": has_copy.then(|| clauses_path(party.role)),
        })
    });
    let recipients: Vec<Value> = recipients.collect();
    let activities = record::activities(site.service.store.periods()).into_iter().map(|(purpose, all)| {
        json!({
            "purpose": both(|lang| words::purpose(purpose, lang)),
            "role": "controller",
            "legal_bases": each(&all.purposes, |(_, basis), lang| words::legal_basis(basis, lang)),
            "data_subjects": each(&all.subjects, words::subject),
            "categories": each(&all.categories, words::category),
            "data": each(&all.labels, label),
            "recipients": each(&all.recipients, words::recipient),
            "retention": each(&all.retentions.keys().copied().collect(), |(kept, start, then), lang| {
                let kept = words::kept(kept, start, lang);
                format!("{kept} {}", words::then(then, lang))
            }),
            "measures": each(&all.protections, words::protection),
        })
    });
    let activities: Vec<Value> = activities.collect();
    answer(json!({
        "policy": POLICY_VERSION,
        "controller": {
            "name": controller.name,
            "registration_number": controller.registration_number,
            "address": controller.address,
            "email": controller.email,
            "data_protection_officer": controller.officer,
            "representative": controller.representative,
        },
        "recipients": recipients,
        "activities": activities,
    }))
}

/// Words in both languages.
fn both<T: Into<Value>>(words: impl Fn(Lang) -> T) -> Value {
    json!({ "sv": words(Lang::Sv).into(), "en": words(Lang::En).into() })
}

/// Each of them in both languages; what reads alike, once.
fn each<I: Copy, T: Into<Value>>(items: &BTreeSet<I>, words: impl Fn(I, Lang) -> T) -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    for item in items {
        let said = both(|lang| words(*item, lang));
        if !all.contains(&said) {
            all.push(said);
        }
    }
    all
}

fn answer(data: Value) -> Response {
    let fresh = HeaderValue::from_static("no-cache");
    ([(CACHE_CONTROL, fresh)], Json(data)).into_response()
}

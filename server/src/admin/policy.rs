//! `/admin/policy`: changes of the policy, announced before they hold.

use app::language::Lang;
use app::page::Page;
use app::pages::account::Form;
use app::pages::admin::{ChangeLine, ChangeState, PolicyAdmin, PolicyDone, PolicyProblem};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use backend::{NewPolicyChange, PolicyChange, PolicyRefused};
use leptos::prelude::provide_context;
use privacy::{ConsentPurpose, Date, Right};

use super::staff;
use crate::policy::words;
use crate::visit::{Pairs, Visit, see_other};

/// The fields of the form that are shown again when it was not taken.
const FIELDS: [&str; 5] = ["day", "sv", "en", "material", "facts"];

/// `GET /admin/policy`
pub(super) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let query = Pairs(query);
    let tag = query.get("done");
    let done = PolicyDone::ALL.into_iter().find(|done| done.tag() == tag);
    show(&visit, Form::default(), None, done).await
}

async fn show(
    visit: &Visit,
    form: Form,
    problem: Option<PolicyProblem>,
    done: Option<PolicyDone>,
) -> Result<Response, Response> {
    let who = staff(visit)?;
    let failed = |failure| visit.failed(&failure, Page::Admin);
    who.may(Right::PolicyChanges).map_err(failed)?;
    let store = &visit.site.service.store;
    let changes = store.policy_changes().await.map_err(failed)?;
    let now = store.now();
    let days = store.notice_days();
    let status = match problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let view = PolicyAdmin {
        changes: changes.iter().map(|it| line(it, visit.lang, now)).collect(),
        notice_days: days,
        earliest: Date::of(now).days_later(i64::from(days)).to_string(),
        problem,
        done,
    };
    let mut response = visit.page(Page::PolicyAdmin, move || {
        provide_context(view);
        provide_context(form);
    });
    *response.status_mut() = status;
    Ok(response)
}

fn line(change: &PolicyChange, lang: Lang, now: i64) -> ChangeLine {
    let day = |at: i64| Date::of(at).to_string();
    ChangeLine {
        version: change.version.clone(),
        published: day(change.published_at),
        state: match change.withdrawn_at {
            Some(at) => ChangeState::Withdrawn(day(at)),
            None if change.is_coming(now) => ChangeState::Coming,
            None => ChangeState::Holds,
        },
        text: words(change, lang).to_owned(),
        told: change.told_at.map(day),
    }
}

/// `POST /admin/policy`
pub(super) async fn announce(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let purposes = ConsentPurpose::ALL.into_iter();
    let purposes: Vec<ConsentPurpose> = purposes.filter(|it| pairs.is_on(it.name())).collect();
    let mut values: Vec<(&'static str, String)> = FIELDS
        .into_iter()
        .map(|name| (name, pairs.get(name).to_owned()))
        .collect();
    values.extend(purposes.iter().map(|it| (it.name(), "on".to_owned())));
    let again = Form {
        values,
        ..Form::default()
    };
    let Some(effective) = Date::parse(pairs.get("day").trim()) else {
        return show(&visit, again, Some(PolicyProblem::NoDay), None).await;
    };
    // Browsers send lines as the mail of old had them.
    let text = |name: &str| pairs.get(name).replace("\r\n", "\n");
    let facts = text("facts");
    let facts = facts.trim();
    let new = NewPolicyChange {
        effective,
        material: pairs.is_on("material"),
        purposes,
        facts: (!facts.is_empty()).then(|| format!("{facts}\n")),
        sv: text("sv"),
        en: text("en"),
    };
    match visit.site.service.store.policy_schedule(who, new).await {
        Ok(Ok(())) => Ok(see_other(&done(PolicyDone::Announced))),
        Ok(Err(refused)) => {
            let problem = match refused {
                PolicyRefused::NotLater => PolicyProblem::NotLater,
                PolicyRefused::TooSoon(day) => PolicyProblem::TooSoon(day.to_string()),
                PolicyRefused::Words => PolicyProblem::Words,
                PolicyRefused::Facts => PolicyProblem::Facts,
                PolicyRefused::Taken => PolicyProblem::Taken,
            };
            show(&visit, again, Some(problem), None).await
        }
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// `POST /admin/policy/withdraw`
pub(super) async fn withdraw(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let store = &visit.site.service.store;
    match store.policy_withdraw(who, pairs.get("version")).await {
        Ok(()) => Ok(see_other(&done(PolicyDone::Withdrawn))),
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

fn done(done: PolicyDone) -> String {
    format!("{}?done={}", Page::PolicyAdmin.path(), done.tag())
}

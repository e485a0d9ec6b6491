//! My data: `/account/data`, for members and for whoever has an owner link; and
//! what they limit from there.

use app::page::Page;
use app::pages::account::{
    DataView, Done, Form, HeldLine, HoldLine, LimitsView, OpenedLine, Problem, SeenBy as By,
    SeenLine, objectionable,
};
use app::pages::rights::Stated;
use app::service::limits::What;
use axum::extract::Query;
use axum::response::Response;
use backend::{Counted, Failure, Objected, Seen, SeenBy, Uuid};
use leptos::prelude::provide_context;
use privacy::Purpose;

use crate::public;
use crate::registers;
use crate::visit::{Pairs, Visit, arrived, bad_form, refused, see_other, with_done};

/// `GET /account/data`
pub(crate) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let form = arrived(&query);
    // A page of the log that nobody ever had is the first one.
    let before = Pairs(query).get("before").parse().ok();
    show(&visit, form, before).await
}

pub(crate) async fn show(
    visit: &Visit,
    form: Form,
    before: Option<i64>,
) -> Result<Response, Response> {
    let who = visit.person()?;
    let actor = who.actor();
    let store = &visit.site.service.store;
    let failed = |failure| visit.failed(&failure, Page::MyData);
    let overview = store.overview(actor).await.map_err(failed)?;
    let seen = store.audit_seen(actor, before).await.map_err(failed)?;
    let opened = store.opened_of(actor).await.map_err(failed)?;
    let holds = store.holds_told(actor).await.map_err(failed)?;
    let minor_since = store.age_flagged(actor).await.map_err(failed)?;
    let limits = store.limits(actor).await.map_err(failed)?;
    let erased_at = store.erasure_due(who).await.map_err(failed)?;
    let stated = Stated(store.residence(actor).await.map_err(failed)?);
    let purposes = Purpose::ALL.into_iter();
    let purposes = purposes.filter(|purpose| purpose.may_be_objected_to());
    let view = DataView {
        held: overview.held.into_iter().map(held).collect(),
        seen: seen.lines.into_iter().map(line).collect(),
        older: seen.older,
        opened: opened.into_iter().map(opened_line).collect(),
        holds: holds.into_iter().map(hold_line).collect(),
        minor_since,
        newer: before.is_some(),
        limits: LimitsView {
            restricted_at: limits.restricted_at,
            limited_at: limits.limited_at,
            objected: purposes
                .map(|purpose| (purpose, limits.objected_at(purpose)))
                .collect(),
            opted_out_at: limits.opted_out_at,
            gpc: visit.gpc,
            role: who.role.is_staff(),
        },
        member: who.member,
        erased_at,
    };
    let mine = registers::mine(visit, actor).await.map_err(failed)?;
    Ok(visit.form_with(Page::MyData, form, move || {
        provide_context(view);
        provide_context(stated);
        provide_context(mine);
    }))
}

fn held(counted: Counted) -> HeldLine {
    HeldLine {
        category: counted.category,
        label: counted.label,
        count: counted.count,
        declared: counted.declared,
        until: counted.until.map(|until| (until.first, until.last)),
    }
}

fn line(seen: Seen) -> SeenLine {
    SeenLine {
        at: seen.at,
        action: seen.action.map_or("?", |action| action.name()).to_owned(),
        by: match seen.by {
            SeenBy::Role(role) => By::Role(role),
            SeenBy::Formerly => By::Formerly,
            SeenBy::Operator => By::Operator,
        },
    }
}

fn hold_line(hold: backend::HoldTold) -> HoldLine {
    HoldLine {
        kind: hold.kind,
        ground: hold.ground,
        placed_at: hold.placed_at,
        review: hold.review.to_string(),
    }
}

fn opened_line(line: backend::OpenedLine) -> OpenedLine {
    OpenedLine {
        at: line.at,
        until: line.until,
        what: line.what,
        role: line.role,
        reason: line.reason,
    }
}

/// `POST /account/limits`: restricts, limits, objects, opts out, or lifts one of
/// them.
pub(crate) async fn limit(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = visit.person()?;
    let actor = who.actor();
    visit.limit(What::Save)?;
    let store = &visit.site.service.store;
    let none = |()| Vec::<Uuid>::new();
    let purpose = || objectionable(pairs.get("purpose")).ok_or_else(bad_form);
    let changed = match pairs.get("limit") {
        "restrict" => store.restrict(actor).await,
        "lift" => store.lift(actor).await,
        "limit" => store.limit(actor).await,
        "unlimit" => store.unlimit(actor).await,
        "object" => match store.object(who, purpose()?).await {
            Ok(Objected::Outweighed) => {
                return show(&visit, refused(Problem::HasRole), None).await;
            }
            Ok(Objected::Done) => Ok(Vec::new()),
            Err(failure) => Err(failure),
        },
        "object-no-more" => store.object_no_more(actor, purpose()?).await.map(none),
        "opt-out" => store.opt_out(actor).await.map(none),
        "opt-in" => store.opt_in(actor).await.map(none),
        _ => return Err(bad_form()),
    };
    Ok(answer(&visit, changed))
}

fn answer(visit: &Visit, changed: Result<Vec<Uuid>, Failure>) -> Response {
    match changed {
        Ok(pages) => {
            for page in pages {
                public::forget(&visit.site.public, page);
            }
            see_other(&with_done(Page::MyData, Done::LimitsChanged))
        }
        Err(failure) => visit.failed(&failure, Page::MyData),
    }
}

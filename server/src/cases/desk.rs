//! `/admin/cases`: the queue, and each case with what can be done about it. Who may is
//! decided in `backend`.

use app::page::Page;
use app::pages::cases::{
    DeskView, FileView, HitView, LineView, OpenedView, Problem, account_path, words,
};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use backend::{
    CaseAction, CaseLine, EnterRefused, EnteredCase, MailLang, OPEN_MINUTES, StepRefused, Uuid,
};
use leptos::prelude::provide_context;
use privacy::Date;
use privacy::case::{Matter, Step, Way};
use texts::cases as t;

use super::done_view;
use super::template::{counted, lang_of, says_erased, template, told};
use crate::admin::staff;
use crate::public;
use crate::visit::{Pairs, Visit, bad_form, see_other};

type Case = (Uuid, Uuid);

/// `GET /admin/cases`
pub(crate) async fn queue(visit: Visit) -> Result<Response, Response> {
    show(&visit, DeskView::default()).await
}

async fn show(visit: &Visit, mut view: DeskView) -> Result<Response, Response> {
    let who = staff(visit)?;
    let store = &visit.site.service.store;
    let failed = |failure| visit.failed(&failure, Page::Cases);
    let lines = store.cases_queue(who).await.map_err(failed)?;
    (view.open, view.late) = store.cases_waiting(who).await.map_err(failed)?;
    view.lines = lines.into_iter().map(line).collect();
    let status = match view.problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let mut response = visit.page(Page::Cases, move || provide_context(view));
    *response.status_mut() = status;
    Ok(response)
}

fn line(line: CaseLine) -> LineView {
    LineView {
        account: line.account.to_string(),
        id: line.id.to_string(),
        number: line.number,
        matter: line.matter,
        requester: line.requester,
        way: line.way,
        state: line.state,
        proof: line.proof,
        received: line.received,
        due: line.due,
        act_by: line.act_by,
        urgency: line.urgency,
        extendable: line.extendable,
        to_scan: line.to_scan,
    }
}

/// `POST /admin/cases/search`: an address stands in no address of a page.
pub(crate) async fn search(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let store = &visit.site.service.store;
    let found = store.cases_search(who, pairs.get("what")).await;
    let found = found.map_err(|failure| visit.failed(&failure, Page::Cases))?;
    let view = DeskView {
        found: Some(found.into_iter().map(line).collect()),
        ..DeskView::default()
    };
    show(&visit, view).await
}

/// A day as a form sends it.
fn day(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let mut part = || parts.next()?.parse::<u16>().ok();
    let (year, month, day) = (part()?, part()?, part()?);
    Date::new(
        i32::from(year),
        month.try_into().ok()?,
        day.try_into().ok()?,
    )
}

/// `POST /admin/cases/enter`
pub(crate) async fn enter(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let parts = (
        Matter::from_name(pairs.get("matter")),
        Way::from_name(pairs.get("way")),
    );
    let (Some(matter), Some(way)) = parts else {
        return Err(bad_form());
    };
    let entered = match day(pairs.get("day")) {
        None => Err(EnterRefused::Day),
        Some(received) => {
            let entered = EnteredCase {
                matter,
                way,
                received,
                email: pairs.get("email").to_owned(),
                post: pairs.get("post").to_owned(),
                name: pairs.get("name").to_owned(),
                lang: MailLang::from_tag(pairs.get("lang")),
                text: pairs.get("text").to_owned(),
            };
            let store = &visit.site.service.store;
            let entered = store.case_enter(who, &entered).await;
            entered.map_err(|failure| visit.failed(&failure, Page::Cases))?
        }
    };
    let problem = match entered {
        Ok(case) => return Ok(after(case, Step::Receive)),
        Err(EnterRefused::NoAddress) => Problem::Address,
        Err(EnterRefused::NoReply) => Problem::NoReply,
        Err(EnterRefused::Day) => Problem::CameOn,
        Err(EnterRefused::NoText) => Problem::Text,
    };
    let fields = [
        "day", "way", "matter", "email", "post", "name", "lang", "text",
    ];
    let view = DeskView {
        problem: Some(problem),
        values: fields
            .map(|name| (name, pairs.get(name).to_owned()))
            .to_vec(),
        ..DeskView::default()
    };
    show(&visit, view).await
}

fn path((account, id): Case) -> String {
    account_path(&account.to_string(), &id.to_string())
}

/// The way back to a case, and what was done there.
fn after(case: Case, step: Step) -> Response {
    see_other(&format!("{}?done={}", path(case), step.name()))
}

/// What a page of one case says beside the case.
#[derive(Default)]
struct Beside {
    problem: Option<Problem>,
    done: Option<String>,
    /// Instead of the template.
    answer: Option<String>,
    owner: Option<String>,
}

impl Beside {
    fn refused(refused: StepRefused) -> Beside {
        let problem = match refused {
            StepRefused::NotNow => Problem::NotNow,
            StepRefused::NoText => Problem::NothingWritten,
            StepRefused::Day => Problem::Extended,
            StepRefused::NoAddress => Problem::NoAddress,
            StepRefused::Masked => Problem::Masked,
            StepRefused::NotErased => Problem::NotErased,
        };
        Beside {
            problem: Some(problem),
            ..Beside::default()
        }
    }
}

/// `GET /admin/cases/{account}/{id}`
pub(crate) async fn file(
    visit: Visit,
    Path(case): Path<Case>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let step = Step::from_name(Pairs(query).get("done"));
    let (lang, done) = (visit.lang, t::file_done(visit.lang));
    let beside = Beside {
        done: step.map(|step| format!("{done} {}.", words::step(step, lang))),
        ..Beside::default()
    };
    one(&visit, case, beside).await
}

async fn one(visit: &Visit, case: Case, beside: Beside) -> Result<Response, Response> {
    let who = staff(visit)?;
    let store = &visit.site.service.store;
    let file = store.case_file(who, case).await;
    let file = file.map_err(|failure| visit.failed(&failure, Page::Cases))?;
    let lang = lang_of(&file, visit.lang);
    let status = match beside.problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let view = FileView {
        problem: beside.problem,
        done: beside.done,
        minutes: OPEN_MINUTES,
        answer: beside
            .answer
            .unwrap_or_else(|| template(visit, &file, "", lang)),
        owner: beside
            .owner
            .unwrap_or_else(|| t::template_named(visit.lang).to_owned()),
        opened: file.opened.map(|opened| OpenedView {
            until: opened.until,
            email: opened.words.email,
            post: opened.words.post,
            name: opened.words.name,
            phone: opened.words.phone,
            page: opened.words.page,
            text: opened.words.text,
            done: opened.done.into_iter().map(done_view).collect(),
            hits: opened
                .hits
                .into_iter()
                .map(|hit| HitView {
                    id: hit.id.to_string(),
                    public: hit.public,
                    excerpt: hit.excerpt,
                    done: hit.done,
                })
                .collect(),
        }),
        line: line(file.line),
    };
    let mut response = visit.page(Page::Case, move || provide_context(view));
    *response.status_mut() = status;
    Ok(response)
}

/// `POST /admin/cases/{account}/{id}/open`
pub(crate) async fn open(
    visit: Visit,
    Path(case): Path<Case>,
    pairs: Pairs,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let store = &visit.site.service.store;
    match store.case_open(who, case, pairs.get("reason")).await {
        Ok(true) => Ok(after(case, Step::Open)),
        Ok(false) => one(&visit, case, Beside::refused(StepRefused::NoText)).await,
        Err(failure) => Ok(visit.failed(&failure, Page::Cases)),
    }
}

/// `POST /admin/cases/{account}/{id}/do`
pub(crate) async fn act(
    visit: Visit,
    Path(case): Path<Case>,
    pairs: Pairs,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let text = pairs.get("text").to_owned();
    let action = match pairs.get("do") {
        "take" => CaseAction::Take,
        "identity" => CaseAction::AskIdentity,
        "verify" => CaseAction::Verify { how: text },
        "answer" => CaseAction::Answer {
            says_erased: says_erased(&text),
            text,
        },
        "refuse" => CaseAction::Refuse { text },
        "note" => CaseAction::Note { text },
        "close" => CaseAction::Close,
        "extend" => match day(pairs.get("until")) {
            Some(until) => CaseAction::Extend {
                until,
                reason: text,
            },
            None => return one(&visit, case, Beside::refused(StepRefused::Day)).await,
        },
        _ => return Err(bad_form()),
    };
    let done = visit.site.service.store.case_do(who, case, &action).await;
    match done {
        Ok(Ok(true)) => Ok(after(case, action.step())),
        // It is done, and somebody has to tell them.
        Ok(Ok(false)) => {
            let (done, post) = (
                t::file_done(visit.lang),
                t::file_refused_address(visit.lang),
            );
            let beside = Beside {
                done: Some(format!("{done} {post}")),
                ..Beside::default()
            };
            one(&visit, case, beside).await
        }
        Ok(Err(refused)) => {
            let beside = Beside {
                answer: match action {
                    CaseAction::Answer { text, .. } => Some(text),
                    _ => None,
                },
                ..Beside::refused(refused)
            };
            one(&visit, case, beside).await
        }
        Err(failure) => Ok(visit.failed(&failure, Page::Cases)),
    }
}

/// `POST /admin/cases/{account}/{id}/held`
pub(crate) async fn held(visit: Visit, Path(case): Path<Case>) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let store = &visit.site.service.store;
    let held = match store.case_held(who, case).await {
        Ok(Ok(held)) => held,
        Ok(Err(refused)) => return one(&visit, case, Beside::refused(refused)).await,
        Err(failure) => return Ok(visit.failed(&failure, Page::Cases)),
    };
    let file = store.case_file(who, case).await;
    let file = file.map_err(|failure| visit.failed(&failure, Page::Cases))?;
    let lang = lang_of(&file, visit.lang);
    let counted = counted(&held, lang);
    let beside = Beside {
        done: Some(t::file_held_text(visit.lang).to_owned()),
        answer: Some(template(&visit, &file, &counted, lang)),
        ..Beside::default()
    };
    one(&visit, case, beside).await
}

/// `POST /admin/cases/{account}/{id}/erase`
pub(crate) async fn erase(visit: Visit, Path(case): Path<Case>) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let erased = match visit.site.service.store.case_erase(who, case).await {
        Ok(Ok(erased)) => erased,
        Ok(Err(refused)) => return one(&visit, case, Beside::refused(refused)).await,
        Err(failure) => return Ok(visit.failed(&failure, Page::Cases)),
    };
    let beside = Beside {
        done: Some(told(&erased, visit.lang)),
        ..Beside::default()
    };
    one(&visit, case, beside).await
}

/// `POST /admin/cases/{account}/{id}/hit`
pub(crate) async fn hit(
    visit: Visit,
    Path(case): Path<Case>,
    pairs: Pairs,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let Ok(hit) = pairs.get("hit").parse::<Uuid>() else {
        return Err(bad_form());
    };
    let text = pairs.get("text");
    let store = &visit.site.service.store;
    let done = match pairs.get("do") {
        "ask" => store.case_ask_owner(who, case, hit, text).await,
        "hide" => match store.case_hide(who, case, hit, text).await {
            Ok(Ok(page)) => {
                public::forget(&visit.site.public, page);
                Ok(Ok(()))
            }
            Ok(Err(refused)) => Ok(Err(refused)),
            Err(failure) => Err(failure),
        },
        _ => return Err(bad_form()),
    };
    let beside = match done {
        Ok(Ok(())) => Beside {
            done: Some(t::file_done(visit.lang).to_owned()),
            ..Beside::default()
        },
        Ok(Err(refused)) => Beside {
            owner: Some(text.to_owned()),
            ..Beside::refused(refused)
        },
        Err(failure) => return Ok(visit.failed(&failure, Page::Cases)),
    };
    one(&visit, case, beside).await
}

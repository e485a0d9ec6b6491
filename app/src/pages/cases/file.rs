//! One case at the desk: what it says, masked until it is opened with a reason, and
//! what can be done about it.

use leptos::prelude::*;
use privacy::case::{Matter, Requester, Step};
use texts::{Lang, cases as t};

use super::own::history;
use super::request::{line, long};
use super::{DoneView, LineView, Problem, words};
use crate::language::lang;
use crate::page::Page;
use crate::pages::account::{frame, time};

/// What the page shows. The server provides it.
#[derive(Clone, Debug)]
pub struct FileView {
    pub line: LineView,
    pub problem: Option<Problem>,
    /// Something was done, and is said.
    pub done: Option<String>,
    /// Minutes for which it is opened.
    pub minutes: i64,
    pub opened: Option<OpenedView>,
    /// The template of the answer, or what was written of one that was not sent.
    pub answer: String,
    /// The same for the letter to the owner of a CV.
    pub owner: String,
}

/// What a case says.
#[derive(Clone, Debug)]
pub struct OpenedView {
    pub until: i64,
    pub email: Option<String>,
    pub post: Option<String>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub page: Option<String>,
    pub text: String,
    pub done: Vec<DoneView>,
    pub hits: Vec<HitView>,
}

/// Where a CV names whoever has asked.
#[derive(Clone, Debug)]
pub struct HitView {
    pub id: String,
    pub public: bool,
    pub excerpt: String,
    pub done: Option<Step>,
}

/// Where a case is.
pub fn account_path(account: &str, id: &str) -> String {
    format!("{}/{account}/{id}", Page::Cases.path())
}

#[component]
pub(crate) fn FilePage() -> impl IntoView {
    let lang = lang();
    let Some(view) = use_context::<FileView>() else {
        return ().into_any();
    };
    let line = view.line.clone();
    let path = account_path(&line.account, &line.id);
    let problem = view.problem.map(|problem| problem.message(lang));
    let open = line.state.is_open();
    let content = view! {
        <p><a href=Page::Cases.path()>"← "{t::desk_title(lang)}</a></p>
        <h1>{words::matter(line.matter, lang)}</h1>
        {problem.map(|text| view! { <p class="complaint" role="alert">{text}</p> })}
        {view.done.clone().map(|text| view! { <p class="good" role="status">{text}</p> })}
        <p>
            <span class="mark">{words::state(line.state, lang)}</span> " "
            {t::own_number(lang, line.number.clone())}
        </p>
        <p class="detail">
            {words::requester(line.requester, lang)} " · " {words::proof(line.proof, lang)} " · "
            {words::way(line.way, lang)} " · "
            {t::desk_received(lang, line.received.to_string())} " · "
            {t::desk_due(lang, line.due.to_string())}
            {open.then(|| format!(
                " · {} · {}",
                t::desk_act_by(lang, line.act_by.to_string()),
                words::urgency(line.urgency, lang),
            ))}
        </p>
        {match view.opened.clone() {
            None => masked(&path, view.minutes, lang).into_any(),
            Some(opened) => self::opened(opened, &view, &path, lang).into_any(),
        }}
        {open.then(|| work(&view, &path, lang))}
        {rest(&view, &path, lang)}
    };
    let to = path.clone();
    frame(Page::Case, to, content.into_any()).into_any()
}

fn masked(path: &str, minutes: i64, lang: Lang) -> impl IntoView + use<> {
    view! {
        <section>
            <p>{t::file_masked(lang)}</p>
            <form method="post" action=format!("{path}/open") class="stack">
                <label class="field">
                    <span>{t::file_reason(lang)}</span>
                    <input type="text" name="reason" required maxlength="300" autocomplete="off"/>
                </label>
                <button class="button">{t::file_open(lang, minutes)}</button>
            </form>
        </section>
    }
}

fn opened(it: OpenedView, view: &FileView, path: &str, lang: Lang) -> impl IntoView + use<> {
    let facts = [
        (t::file_from(lang), it.email),
        (t::file_post_to(lang), it.post),
        (t::file_name(lang), it.name),
        (t::file_phone(lang), it.phone),
        (t::file_page(lang), it.page),
    ];
    let facts = facts.map(|(name, value)| {
        value.map(|value| view! { <div><dt>{name}</dt><dd class="as-written">{value}</dd></div> })
    });
    let searched = it.done.iter().any(|done| done.step == Step::Scan);
    let hits = (searched || view.line.to_scan).then(|| hits(it.hits, view, path, lang));
    let verified = view.line.proof.is_some() && view.line.state.is_open();
    let erase = verified && view.line.matter == Matter::Erase;
    view! {
        <section>
            <p class="detail">{t::file_until(lang, time(it.until))}</p>
            <dl>{facts.collect_view()}</dl>
            <p class="as-written">{it.text}</p>
        </section>
        {hits}
        {verified.then(|| view! {
            <section>
                <h2>{t::file_held(lang)}</h2>
                <form method="post" action=format!("{path}/held")>
                    <button class="button">{t::file_held_button(lang)}</button>
                </form>
            </section>
        })}
        {erase.then(|| view! {
            <section>
                <h2>{t::file_erase(lang)}</h2>
                <p>{t::file_erase_text(lang)}</p>
                <form method="post" action=format!("{path}/erase")>
                    <button class="button danger">{t::file_erase(lang)}</button>
                </form>
            </section>
        })}
        <section>
            <h2>{t::file_history(lang)}</h2>
            {history(it.done, lang)}
        </section>
    }
}

fn hits(hits: Vec<HitView>, view: &FileView, path: &str, lang: Lang) -> impl IntoView + use<> {
    let none = match (hits.is_empty(), view.line.to_scan) {
        (true, true) => Some(t::file_to_scan(lang)),
        (true, false) => Some(t::file_hits_none(lang)),
        (false, _) => None,
    };
    let (path, owner) = (path.to_owned(), view.owner.clone());
    let lines = hits.into_iter().map(move |hit| {
        let place = match hit.public {
            true => t::file_hit_public(lang),
            false => t::file_hit_document(lang),
        };
        let done = hit.done.map(|step| words::step(step, lang));
        let forms = done.is_none().then(|| {
            view! {
                <form method="post" action=format!("{path}/hit") class="stack">
                    <input type="hidden" name="hit" value=hit.id.clone()/>
                    {long(None, "text", t::file_hit_owner(lang), &owner, true)}
                    <button class="button" name="do" value="ask">{t::file_hit_ask(lang)}</button>
                    {hit.public.then(|| view! {
                        <button class="button danger" name="do" value="hide">
                            {t::file_hit_hide(lang)}
                        </button>
                    })}
                </form>
            }
        });
        view! {
            <li>
                <div>
                    <p class="as-written">{hit.excerpt}</p>
                    <span class="detail">{place} {done.map(|done| format!(" · {done}"))}</span>
                    {forms}
                </div>
            </li>
        }
    });
    view! {
        <section>
            <h2>{t::file_hits(lang)}</h2>
            {none.map(|text| view! { <p>{text}</p> })}
            <ul class="lines">{lines.collect_view()}</ul>
        </section>
    }
}

/// What is done to a case that waits for its answer.
fn work(view: &FileView, path: &str, lang: Lang) -> impl IntoView + use<> {
    let to = format!("{path}/do");
    let unproven = view.line.proof.is_none();
    // Only what the case lets happen is offered.
    let needs = view.line.matter.needs_identity() || view.line.requester == Requester::Named;
    let may = !needs || !unproven;
    let extend = view.line.extendable.map(|last| {
        view! {
            <form method="post" action=to.clone() class="stack">
                <label class="field">
                    <span>{t::file_do_extend_until(lang)}</span>
                    <input type="date" name="until" required value=last.to_string() max=last.to_string()/>
                </label>
                {long(None, "text", t::file_do_extend(lang), "", true)}
                <p class="detail">{t::file_do_extend_hint(lang, last.to_string())}</p>
                <button class="button" name="do" value="extend">{t::file_do_extend(lang)}</button>
            </form>
        }
    });
    view! {
        <section>
            <form method="post" action=to.clone()>
                {may.then(|| view! {
                    <button class="button" name="do" value="take">{t::file_do_take(lang)}</button>
                })}
                {unproven.then(|| view! {
                    " "
                    <button class="button" name="do" value="identity">{t::file_do_identity(lang)}</button>
                })}
            </form>
            {unproven.then(|| view! {
                <form method="post" action=to.clone() class="stack">
                    {line(None, "text", t::file_do_verify_hint(lang), "off", "")}
                    <button class="button" name="do" value="verify">{t::file_do_verify(lang)}</button>
                </form>
            })}
        </section>
        {may.then(|| view! {
            <section>
                <form method="post" action=to.clone() class="stack">
                    {long(None, "text", t::file_do_answer(lang), &view.answer, true)}
                    <p class="detail">{t::file_do_answer_hint(lang)}</p>
                    <button class="button primary" name="do" value="answer">{t::file_do_answer(lang)}</button>
                </form>
            </section>
        })}
        <section>
            <form method="post" action=to.clone() class="stack">
                {long(None, "text", t::file_do_refuse(lang), "", true)}
                <p class="detail">{t::file_do_refuse_hint(lang)}</p>
                <button class="button danger" name="do" value="refuse">{t::file_do_refuse(lang)}</button>
            </form>
        </section>
        {extend.map(|form| view! { <section>{form}</section> })}
    }
}

/// What can always be done, and closing what is answered.
fn rest(view: &FileView, path: &str, lang: Lang) -> impl IntoView + use<> {
    let to = format!("{path}/do");
    let state = view.line.state;
    let closes = !state.is_open() && state != privacy::case::State::Closed;
    view! {
        <section>
            <form method="post" action=to.clone() class="stack">
                {line(None, "text", t::file_do_note(lang), "off", "")}
                <button class="button plain" name="do" value="note">{t::file_do_note(lang)}</button>
            </form>
            {closes.then(|| view! {
                <form method="post" action=to>
                    <button class="button" name="do" value="close">{t::file_do_close(lang)}</button>
                </form>
            })}
        </section>
    }
}

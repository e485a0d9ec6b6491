//! The queue of cases, for those who answer them: by their days, without a name.

use leptos::prelude::*;
use privacy::case::Way;
use texts::{Lang, cases as t};

use super::request::{line, long, matters};
use super::{LineView, Problem, account_path, words};
use crate::language::lang;
use crate::page::Page;
use crate::pages::account::frame;

/// What the page shows. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct DeskView {
    pub problem: Option<Problem>,
    pub lines: Vec<LineView>,
    /// What was looked for, instead of the queue.
    pub found: Option<Vec<LineView>>,
    pub open: u64,
    pub late: u64,
    /// What was typed of a request that was not entered.
    pub values: Vec<(&'static str, String)>,
}

impl DeskView {
    fn value(&self, name: &str) -> &str {
        let known = self.values.iter().find(|(known, _)| *known == name);
        known.map_or("", |(_, value)| value.as_str())
    }
}

#[component]
pub(crate) fn DeskPage() -> impl IntoView {
    let lang = lang();
    let view = use_context::<DeskView>().unwrap_or_default();
    let problem = view.problem.map(|problem| problem.message(lang));
    let (open, answered): (Vec<LineView>, Vec<LineView>) = view
        .lines
        .iter()
        .cloned()
        .partition(|line| line.state.is_open());
    let late = (view.late > 0).then(|| t::desk_late(lang, view.late));
    let content = view! {
        <p><a href=Page::Admin.path()>"← "{texts::account::admin_title(lang)}</a></p>
        <h1>{t::desk_title(lang)}</h1>
        <p class="lead">{t::desk_lead(lang)}</p>
        {problem.map(|text| view! { <p class="complaint" role="alert">{text}</p> })}
        <p>
            <strong>{t::desk_waiting(lang, view.open)}</strong> " " {late}
        </p>
        <form method="post" action="/admin/cases/search" class="stack">
            {line(None, "what", t::desk_search(lang), "off", "")}
            <button class="button">{t::desk_search_button(lang)}</button>
        </form>
        {view.found.clone().map(|found| view! {
            <section>
                <h2>{t::desk_found(lang)}</h2>
                {match found.is_empty() {
                    true => view! { <p>{t::desk_nothing(lang)}</p> }.into_any(),
                    false => lines(found, lang).into_any(),
                }}
            </section>
        })}
        <section>
            <h2>{t::desk_queue(lang)}</h2>
            {lines(open, lang)}
        </section>
        {(!answered.is_empty()).then(|| view! {
            <section>
                <h2>{t::desk_answered(lang)}</h2>
                {lines(answered, lang)}
            </section>
        })}
        {enter(&view, lang)}
    };
    frame(Page::Cases, String::new(), content.into_any())
}

fn lines(lines: Vec<LineView>, lang: Lang) -> impl IntoView {
    view! {
        <ul class="lines">
            {lines.into_iter().map(|line| one(line, lang)).collect_view()}
        </ul>
    }
}

fn one(line: LineView, lang: Lang) -> impl IntoView {
    let open = line.state.is_open();
    let path = account_path(&line.account, &line.id);
    view! {
        <li>
            <div>
                <a href=path><strong>{words::matter(line.matter, lang)}</strong></a>
                <span class="detail">
                    {line.number} " · " {words::requester(line.requester, lang)} " · "
                    {words::proof(line.proof, lang)} " · " {words::way(line.way, lang)}
                </span>
                <span class="detail">
                    {t::desk_received(lang, line.received.to_string())} " · "
                    {t::desk_due(lang, line.due.to_string())}
                </span>
            </div>
            <div>
                <span class="mark">{words::state(line.state, lang)}</span>
                {open.then(|| view! {
                    <span class="detail">
                        {t::desk_act_by(lang, line.act_by.to_string())} " · "
                        {words::urgency(line.urgency, lang)}
                    </span>
                })}
            </div>
        </li>
    }
}

/// What came by mail or post.
fn enter(view: &DeskView, lang: Lang) -> impl IntoView + use<> {
    let ways = [Way::Mail, Way::Post].map(|way| {
        let chosen = view.value("way") == way.name();
        view! { <option value=way.name() selected=chosen>{words::way(way, lang)}</option> }
    });
    let langs = [("sv", "Svenska"), ("en", "English")].map(|(tag, name)| {
        let chosen = view.value("lang") == tag;
        view! { <option value=tag lang=tag selected=chosen>{name}</option> }
    });
    let matter = privacy::case::Matter::from_name(view.value("matter"));
    view! {
        <section>
            <h2>{t::desk_enter(lang)}</h2>
            <p>{t::desk_enter_text(lang)}</p>
            <form method="post" action="/admin/cases/enter" class="stack">
                <label class="field">
                    <span>{t::desk_enter_day(lang)}</span>
                    <input type="date" name="day" required value=view.value("day").to_owned()/>
                </label>
                <label class="field">
                    <span>{t::desk_enter_way(lang)}</span>
                    <select name="way">{ways.collect_view()}</select>
                </label>
                {matters(None, matter, lang)}
                {line(None, "email", t::desk_enter_email(lang), "off", view.value("email"))}
                {line(None, "post", t::desk_enter_post(lang), "off", view.value("post"))}
                {line(None, "name", t::desk_enter_name(lang), "off", view.value("name"))}
                <label class="field">
                    <span>{t::desk_enter_lang(lang)}</span>
                    <select name="lang">{langs.collect_view()}</select>
                </label>
                {long(None, "text", t::desk_enter_words(lang), view.value("text"), true)}
                <button class="button">{t::desk_enter_button(lang)}</button>
            </form>
        </section>
    }
}

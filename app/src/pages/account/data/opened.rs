//! What those who work here have opened: when, what, in which role and why.

use leptos::prelude::*;
use privacy::{Masked, Role};
use texts::{Lang, account, console as t};

use super::super::{role_name, time};

/// Something that was opened.
#[derive(Clone, Debug)]
pub struct OpenedLine {
    pub at: i64,
    pub until: i64,
    pub what: Option<Masked>,
    pub role: Role,
    pub reason: String,
}

pub(super) fn section(lines: Vec<OpenedLine>, lang: Lang) -> impl IntoView {
    let shown = match lines.is_empty() {
        true => view! { <p><strong>{t::opened_none(lang)}</strong></p> }.into_any(),
        false => table(lines, lang).into_any(),
    };
    view! {
        <section id="opened" class="consent">
            <h2>{t::opened_title(lang)}</h2>
            <p>{t::opened_text(lang)}</p>
            {shown}
        </section>
    }
}

fn table(lines: Vec<OpenedLine>, lang: Lang) -> impl IntoView {
    view! {
        <table class="log">
            <thead>
                <tr>
                    <th scope="col">{account::when_utc(lang)}</th>
                    <th scope="col">{t::opened_what(lang)}</th>
                    <th scope="col">{t::opened_role(lang)}</th>
                    <th scope="col">{t::opened_why(lang)}</th>
                    <th scope="col">{t::opened_until(lang)}</th>
                </tr>
            </thead>
            <tbody>{lines.into_iter().map(|line| row(line, lang)).collect_view()}</tbody>
        </table>
    }
}

fn row(line: OpenedLine, lang: Lang) -> impl IntoView {
    let what = line.what.map_or("?", |what| name(what, lang));
    view! {
        <tr>
            <td>{time(line.at)}</td>
            <td data-head=t::opened_what(lang)>{what}</td>
            <td data-head=t::opened_role(lang)>{role_name(line.role, lang)}</td>
            <td data-head=t::opened_why(lang)>{line.reason}</td>
            <td data-head=t::opened_until(lang)>{time(line.until)}</td>
        </tr>
    }
}

/// The name of something that is masked.
pub(crate) fn name(what: Masked, lang: Lang) -> &'static str {
    match what {
        Masked::Address => t::masked_address(lang),
        Masked::SignIns => t::masked_sign_ins(lang),
        Masked::Documents => t::masked_documents(lang),
        Masked::Pages => t::masked_pages(lang),
        Masked::Case => t::masked_case(lang),
    }
}

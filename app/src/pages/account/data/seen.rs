//! Who else has looked at an account, or done something with it: what, when, in
//! which role and why. Never by whom.

use leptos::prelude::*;
use privacy::Role;
use texts::{Lang, abuse, account, cases, console, data as t};

use super::super::{role_name, time};
use crate::page::Page;

/// A line of the log.
#[derive(Clone, Debug)]
pub struct SeenLine {
    pub at: i64,
    /// As the log names it.
    pub action: String,
    pub by: By,
}

/// Who it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Role(Role),
    /// Somebody who has another role since, or none.
    Formerly,
    /// An operator at the command line, or the program.
    Operator,
}

impl By {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            By::Role(role) => role_name(role, lang),
            By::Formerly => t::seen_by_formerly(lang),
            By::Operator => t::seen_by_operator(lang),
        }
    }
}

pub(super) fn section(
    lines: Vec<SeenLine>,
    older: Option<i64>,
    newer: bool,
    lang: Lang,
) -> impl IntoView {
    let table = match lines.is_empty() && !newer {
        true => view! { <p><strong>{t::seen_none(lang)}</strong></p> }.into_any(),
        false => table(lines, lang).into_any(),
    };
    view! {
        <section id="seen" class="consent">
            <h2>{t::seen_title(lang)}</h2>
            <p>{t::seen_text(lang)}</p>
            {table}
            {newer.then(|| view! {
                <p><a href=format!("{}#seen", Page::MyData.path())>{t::seen_newest(lang)}</a></p>
            })}
            {older.map(|before| view! {
                <p>
                    <a href=format!("{}?before={before}#seen", Page::MyData.path())>
                        {t::seen_older(lang)}
                    </a>
                </p>
            })}
        </section>
    }
}

fn table(lines: Vec<SeenLine>, lang: Lang) -> impl IntoView {
    view! {
        <table class="log">
            <thead>
                <tr>
                    <th scope="col">{account::when_utc(lang)}</th>
                    <th scope="col">{t::seen_what(lang)}</th>
                    <th scope="col">{t::seen_by(lang)}</th>
                    <th scope="col">{t::seen_why(lang)}</th>
                </tr>
            </thead>
            <tbody>{lines.into_iter().map(|line| row(line, lang)).collect_view()}</tbody>
        </table>
    }
}

fn row(line: SeenLine, lang: Lang) -> impl IntoView {
    let (what, why) = words(&line.action, lang);
    view! {
        <tr>
            <td>{time(line.at)}</td>
            <td data-head=t::seen_what(lang)>{what}</td>
            <td data-head=t::seen_by(lang)>{line.by.name(lang)}</td>
            <td data-head=t::seen_why(lang)>{why}</td>
        </tr>
    }
}

/// What others do with an account, and why they do.
fn words(action: &str, lang: Lang) -> (String, &'static str) {
    let (what, why) = match action {
        "case_closed" => (t::seen_case_closed(lang), t::seen_case_closed_why(lang)),
        "role_granted" => (t::seen_role_granted(lang), t::seen_role_granted_why(lang)),
        "role_removed" => (t::seen_role_removed(lang), t::seen_role_removed_why(lang)),
        "password_reset" => (t::seen_reset_link(lang), t::seen_reset_link_why(lang)),
        "case_read" => (cases::seen_read(lang), cases::seen_read_why(lang)),
        "case_worked" => (cases::seen_worked(lang), cases::seen_worked_why(lang)),
        "item_hidden" => (cases::seen_hidden(lang), cases::seen_hidden_why(lang)),
        "erasure_asked" => (cases::seen_erasure(lang), cases::seen_erasure_why(lang)),
        "disclosed" => (
            texts::registers::seen_disclosed(lang),
            texts::registers::seen_disclosed_why(lang),
        ),
        "address_read" => (t::seen_address(lang), t::seen_address_why(lang)),
        "report_read" => (abuse::seen_read(lang), abuse::seen_read_why(lang)),
        "report_closed" => (abuse::seen_closed(lang), abuse::seen_closed_why(lang)),
        "page_taken_down" => (abuse::seen_down(lang), abuse::seen_down_why(lang)),
        "page_put_back" => (abuse::seen_back(lang), abuse::seen_back_why(lang)),
        "opened" => (console::seen_opened(lang), console::seen_opened_why(lang)),
        "blocked" => (console::seen_blocked(lang), console::seen_blocked_why(lang)),
        "unblocked" => (
            console::seen_unblocked(lang),
            console::seen_unblocked_why(lang),
        ),
        "age_settled" => (console::seen_settled(lang), console::seen_settled_why(lang)),
        "guardian_consented" => (
            console::seen_guardian(lang),
            console::seen_guardian_why(lang),
        ),
        "dormant" => (console::seen_dormant(lang), console::seen_dormant_why(lang)),
        "held_for_claim" | "held_for_duty" | "held_by_order" | "held_on_request" => {
            (console::seen_held(lang), console::seen_held_why(lang))
        }
        "hold_reviewed" => (console::seen_reviewed(lang), console::seen_held_why(lang)),
        "hold_over" | "hold_mistaken" => {
            (console::seen_hold_ended(lang), console::seen_held_why(lang))
        }
        "confirmed" => (console::seen_confirmed(lang), console::seen_two_why(lang)),
        "declined" => (console::seen_declined(lang), console::seen_two_why(lang)),
        "looked_up" => (
            console::seen_looked_up(lang),
            console::seen_looked_up_why(lang),
        ),
        "sessions_ended" => (
            console::seen_signed_out(lang),
            console::seen_signed_out_why(lang),
        ),
        other => return (t::seen_other(lang, other), t::seen_other_why(lang)),
    };
    (what.to_owned(), why)
}

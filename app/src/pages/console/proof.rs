//! What the server has proved of itself, dated: each step as it was found last, and
//! every night before.

use backend::{Proved, Step};
use leptos::prelude::*;
use texts::{Lang, console as t};

use crate::pages::account::time;

pub(super) fn section(proved: &[Proved], running: bool, lang: Lang) -> impl IntoView + use<> {
    let last = Step::ALL.iter().map(|step| {
        let found = proved.iter().find(|found| found.step == *step);
        let (class, result) = match found {
            None => ("", t::proof_never(lang).to_owned()),
            Some(found) if found.passed => ("", t::proof_passed_at(lang, time(found.at))),
            Some(found) => ("complaint", t::proof_failed_at(lang, time(found.at))),
        };
        view! {
            <li data-step=step.name() data-passed=found.map(|found| found.passed.to_string())>
                <div>
                    <strong>{name(*step, lang)}</strong>
                    <span class="detail">{what(*step, lang)}</span>
                    <p class=class>{result}</p>
                </div>
            </li>
        }
    });
    let rows = proved.iter().map(|found| {
        let class = if found.passed { "" } else { "bad" };
        let result = match found.passed {
            true => t::proof_passed(lang),
            false => t::proof_failed(lang),
        };
        view! {
            <tr class=class>
                <td>{time(found.at)}</td>
                <td data-head=t::proof_step(lang)>{name(found.step, lang)}</td>
                <td data-head=t::proof_result(lang)>{result}</td>
                <td data-head=t::proof_took(lang)>{found.millis} " ms"</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let run = match running {
        true => view! { <p role="status">{t::proof_running(lang)}</p> }.into_any(),
        false => view! {
            <form method="post" action="/admin/proof">
                <button class="button" name="now" value="on">{t::proof_run(lang)}</button>
            </form>
        }
        .into_any(),
    };
    view! {
        <p class="lead">{t::proof_lead(lang)}</p>
        <ul class="lines">{last.collect_view()}</ul>
        {run}
        <section>
            <h2>{t::proof_before(lang)}</h2>
            <table class="log">
                <thead>
                    <tr>
                        <th scope="col">{texts::account::when_utc(lang)}</th>
                        <th scope="col">{t::proof_step(lang)}</th>
                        <th scope="col">{t::proof_result(lang)}</th>
                        <th scope="col">{t::proof_took(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn name(step: Step, lang: Lang) -> &'static str {
    match step {
        Step::Canary => t::step_canary(lang),
        Step::Purge => t::step_purge(lang),
        Step::Restore => t::step_restore(lang),
        Step::Keys => t::step_keys(lang),
        Step::Backups => t::step_backups(lang),
        Step::AuditLog => t::step_audit(lang),
    }
}

fn what(step: Step, lang: Lang) -> &'static str {
    match step {
        Step::Canary => t::step_canary_what(lang),
        Step::Purge => t::step_purge_what(lang),
        Step::Restore => t::step_restore_what(lang),
        Step::Keys => t::step_keys_what(lang),
        Step::Backups => t::step_backups_what(lang),
        Step::AuditLog => t::step_audit_what(lang),
    }
}

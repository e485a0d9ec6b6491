//! What will be deleted in the days to come, by the one table of rules: counts, and
//! nothing of whom.

use backend::{Dormant, Rule, Swept};
use leptos::prelude::*;
use texts::{Lang, console as t};

use crate::pages::account::date;
use crate::pages::storage::periods;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct RetentionView {
    /// If a sweep was now.
    pub now: Swept,
    /// Until so many days from now.
    pub ahead: Swept,
    pub days: u64,
    pub dormant: Dormant,
}

pub(super) fn section(view: RetentionView, lang: Lang) -> impl IntoView {
    let RetentionView {
        now,
        ahead,
        days,
        dormant,
    } = view;
    let periods = periods();
    let rows = Rule::ALL.into_iter().map(|rule| {
        let after = rule
            .days(&periods)
            .map_or("–".to_owned(), |days| days.to_string());
        view! {
            <tr>
                <td>{name(rule, lang)}</td>
                <td data-head=t::retention_after(lang)>{after}</td>
                <td data-head=t::retention_now(lang)>{now.by(rule)}</td>
                <td data-head=t::retention_ahead(lang, days)>{ahead.by(rule)}</td>
                <td data-head=t::retention_held(lang)>{ahead.held(rule)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let next = dormant.next_at.map(|at| t::dormant_next(lang, date(at)));
    view! {
        <p class="lead">{t::retention_lead(lang, days)}</p>
        <table class="log">
            <thead>
                <tr>
                    <th scope="col">{t::retention_rule(lang)}</th>
                    <th scope="col">{t::retention_after(lang)}</th>
                    <th scope="col">{t::retention_now(lang)}</th>
                    <th scope="col">{t::retention_ahead(lang, days)}</th>
                    <th scope="col">{t::retention_held(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <section>
            <h2>{t::dormant_title(lang)}</h2>
            <p>{t::dormant_lead(lang)}</p>
            <p>{t::dormant_warned(lang, dormant.warned)} " " {t::dormant_to_warn(lang, dormant.to_warn)}</p>
            {next.map(|text| view! { <p>{text}</p> })}
        </section>
    }
}

/// What goes by a rule.
fn name(rule: Rule, lang: Lang) -> &'static str {
    match rule {
        Rule::Sessions => t::rule_sessions(lang),
        Rule::Bin => t::rule_bin(lang),
        Rule::Versions => t::rule_versions(lang),
        Rule::Photos => t::rule_photos(lang),
        Rule::Batches => t::rule_batches(lang),
        Rule::Tickets => t::rule_tickets(lang),
        Rule::Invitations => t::rule_invitations(lang),
        Rule::Ceremonies => t::rule_ceremonies(lang),
        Rule::SignIns => t::rule_sign_ins(lang),
        Rule::Cases => t::rule_cases(lang),
        Rule::PageCounts => t::rule_page_counts(lang),
        Rule::PageReports => t::rule_page_reports(lang),
        Rule::Requests => t::rule_requests(lang),
        Rule::Links => t::rule_links(lang),
        Rule::Proposals => t::rule_proposals(lang),
        Rule::Registers => t::rule_registers(lang),
        Rule::Successions => t::rule_successions(lang),
        Rule::Lapsed => t::rule_lapsed(lang),
        Rule::LapsedShown => t::rule_lapsed_shown(lang),
        Rule::Copies => t::rule_copies(lang),
        Rule::Letters => t::rule_letters(lang),
        Rule::Reports => t::rule_reports(lang),
        Rule::Proofs => t::rule_proofs(lang),
        Rule::Holds => t::rule_holds(lang),
        Rule::Interrupted => t::rule_interrupted(lang),
        Rule::Asked => t::rule_asked(lang),
        Rule::Leads => t::rule_leads(lang),
        Rule::Unfinished => t::rule_unfinished(lang),
        Rule::Unused => t::rule_unused(lang),
        Rule::Audit => t::rule_audit(lang),
        Rule::Ledger => t::rule_ledger(lang),
        Rule::Collected => t::rule_collected(lang),
        Rule::Openings => t::rule_openings(lang),
        Rule::Approvals => t::rule_approvals(lang),
        Rule::SelfProofs => t::rule_self_proofs(lang),
        Rule::Keys => t::rule_keys(lang),
    }
}

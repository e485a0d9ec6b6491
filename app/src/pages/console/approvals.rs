//! What two are needed for: proposed by one, confirmed by another.

use backend::{HoldProposal, Outcome, Proposal, Proposed};
use leptos::prelude::*;
use privacy::erasure::Gone;
use texts::{Lang, console as t};

use crate::pages::account::{gone_name, ground_name, time};
use crate::pages::storage::listed;

pub(super) fn section(proposed: Vec<Proposed>, lang: Lang) -> impl IntoView {
    let none = proposed.is_empty();
    let lines = proposed.into_iter().map(|line| one(&line, lang));
    view! {
        <p class="lead">{t::approvals_lead(lang)}</p>
        {none.then(|| view! { <p>{t::approvals_none(lang)}</p> })}
        <ul class="lines">{lines.collect_view()}</ul>
    }
}

fn one(line: &Proposed, lang: Lang) -> impl IntoView + use<> {
    let (by, id) = (line.by.to_string(), line.id.to_string());
    let what = match &line.proposal {
        Some(Proposal::Hold(_)) => t::proposal_hold(lang).to_owned(),
        Some(Proposal::Minors { accounts }) => t::proposal_minors(lang, accounts.len() as u64),
        None => t::proposal_unknown(lang).to_owned(),
    };
    let facts = match &line.proposal {
        Some(Proposal::Hold(hold)) => hold_facts(hold, lang),
        Some(Proposal::Minors { accounts }) => {
            let all: Vec<String> = accounts.iter().map(ToString::to_string).collect();
            vec![(t::fact_accounts(lang), all.join(", "))]
        }
        None => Vec::new(),
    };
    let waits = line.outcome == Outcome::Waiting;
    let known = line.proposal.is_some();
    let decide = waits.then(|| {
        let confirm = (!line.own && known).then(|| {
            view! {
                <form method="post" action="/admin/approvals/confirm">
                    <input type="hidden" name="by" value=by.clone()/>
                    <button class="button primary" name="id" value=id.clone()>{t::confirm_button(lang)}</button>
                </form>
            }
        });
        let decline = match line.own {
            true => t::take_back_button(lang),
            false => t::decline_button(lang),
        };
        view! {
            {confirm}
            <form method="post" action="/admin/approvals/decline">
                <input type="hidden" name="by" value=by.clone()/>
                <button class="button plain" name="id" value=id.clone()>{decline}</button>
            </form>
        }
    });
    let state = match line.outcome {
        Outcome::Waiting => t::outcome_waiting(lang, time(line.expires_at)),
        Outcome::Confirmed => t::outcome_confirmed(lang).to_owned(),
        Outcome::Done => t::outcome_done(lang).to_owned(),
        Outcome::Failed => t::outcome_failed(lang).to_owned(),
        Outcome::Declined => t::outcome_declined(lang).to_owned(),
        Outcome::Expired => t::outcome_expired(lang).to_owned(),
    };
    let by_whom = match line.own {
        true => t::proposed_by_you(lang, time(line.at)),
        false => t::proposed_by_other(lang, time(line.at)),
    };
    view! {
        <li>
            <div>
                <strong>{what}</strong>
                <span class="detail">{by_whom} " " {state}</span>
                {listed(facts)}
            </div>
            {decide}
        </li>
    }
}

fn hold_facts(hold: &HoldProposal, lang: Lang) -> Vec<(&'static str, String)> {
    let kind = Gone::from_table(&hold.kind).map_or("?", |kind| gone_name(kind, lang));
    let ground = hold
        .ground()
        .map_or("?", |ground| ground_name(ground, lang));
    let mut facts = vec![
        (t::fact_account(lang), hold.account.to_string()),
        (t::hold_kind(lang), kind.to_owned()),
        (t::hold_ground(lang), ground.to_owned()),
        (t::hold_note(lang), hold.note.clone()),
        (t::fact_review(lang), hold.review().to_string()),
    ];
    if let Some(row) = hold.row {
        facts.push((t::hold_row(lang), row.to_string()));
    }
    if hold.barred {
        facts.push((t::fact_told(lang), t::hold_barred(lang).to_owned()));
    }
    facts
}

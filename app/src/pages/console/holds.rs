//! What is held, the one to be looked at first before the others.

use backend::HoldShown;
use leptos::prelude::*;
use privacy::Date;
use texts::{Lang, console as t};

use crate::pages::account::{gone_name, ground_name};
use crate::pages::storage::listed;

pub(super) fn section(holds: Vec<HoldShown>, lang: Lang) -> impl IntoView {
    let none = holds.is_empty();
    let lines = holds.into_iter().map(|hold| one(&hold, lang));
    view! {
        <p class="lead">{t::holds_lead(lang)}</p>
        {none.then(|| view! { <p>{t::holds_none(lang)}</p> })}
        <ul class="lines">{lines.collect_view()}</ul>
    }
}

fn one(hold: &HoldShown, lang: Lang) -> impl IntoView + use<> {
    let id = hold.id.to_string();
    let whose = hold.account.map_or_else(
        || t::hold_of_gone(lang).to_owned(),
        |account| account.to_string(),
    );
    let note = hold.note.clone();
    let note = note.unwrap_or_else(|| t::hold_note_closed(lang).to_owned());
    let mut facts = vec![
        (t::fact_account(lang), whose),
        (
            t::hold_ground(lang),
            ground_name(hold.ground, lang).to_owned(),
        ),
        (t::hold_note(lang), note),
        (t::fact_placed(lang), Date::of(hold.placed_at).to_string()),
        (t::fact_review(lang), hold.review.to_string()),
        (t::fact_kept(lang), hold.items.to_string()),
    ];
    if let Some(row) = hold.row {
        facts.push((t::hold_row(lang), row.to_string()));
    }
    if hold.barred {
        facts.push((t::fact_told(lang), t::hold_barred(lang).to_owned()));
    }
    let overdue = hold.overdue.then(|| {
        view! { <p class="complaint">{t::hold_overdue(lang)}</p> }
    });
    view! {
        <li>
            <div>
                <strong>{gone_name(hold.kind, lang)}</strong>
                {overdue}
                {listed(facts)}
                <details>
                    <summary class="link">{t::hold_decide(lang)}</summary>
                    <form method="post" action="/admin/holds/review" class="stack">
                        <label class="field">
                            <span>{t::hold_next(lang)}</span>
                            <input type="date" name="review" required/>
                        </label>
                        <button class="button" name="id" value=id.clone()>{t::hold_still(lang)}</button>
                    </form>
                    <form method="post" action="/admin/holds/end" class="stack">
                        <label class="field">
                            <span>{t::hold_end_why(lang)}</span>
                            <select name="why">
                                <option value="over">{t::hold_over(lang)}</option>
                                <option value="mistaken">{t::hold_mistaken(lang)}</option>
                            </select>
                        </label>
                        <button class="button danger" name="id" value=id.clone()>{t::hold_end(lang)}</button>
                    </form>
                </details>
            </div>
        </li>
    }
}

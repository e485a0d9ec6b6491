//! What is held: kept though its owner, or its time, would have it gone.

use leptos::prelude::*;
use privacy::erasure::Gone;
use privacy::hold::Ground;
use texts::{Lang, console as t};

use super::super::{date, gone_name, ground_name};

/// Something that is held.
#[derive(Clone, Debug)]
pub struct HoldLine {
    pub kind: Gone,
    pub ground: Ground,
    pub placed_at: i64,
    /// The day on which it is looked at again.
    pub review: String,
}

pub(super) fn section(lines: Vec<HoldLine>, lang: Lang) -> impl IntoView {
    let rows = lines.into_iter().map(|line| {
        view! {
            <tr>
                <td>{gone_name(line.kind, lang)}</td>
                <td data-head=t::held_why(lang)>{ground_name(line.ground, lang)}</td>
                <td data-head=t::fact_placed(lang)>{date(line.placed_at)}</td>
                <td data-head=t::fact_review(lang)>{line.review}</td>
            </tr>
        }
    });
    view! {
        <section id="holds" class="consent">
            <h2>{t::held_title(lang)}</h2>
            <p>{t::held_text(lang)}</p>
            <table class="log">
                <thead>
                    <tr>
                        <th scope="col">{t::held_what(lang)}</th>
                        <th scope="col">{t::held_why(lang)}</th>
                        <th scope="col">{t::fact_placed(lang)}</th>
                        <th scope="col">{t::fact_review(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
}

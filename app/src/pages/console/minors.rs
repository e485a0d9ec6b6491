//! Accounts in which a date of birth says under 18.

use backend::AgeFlag;
use leptos::prelude::*;
use texts::{Lang, console as t};

use crate::pages::account::time;

pub(super) fn section(flags: Vec<AgeFlag>, lang: Lang) -> impl IntoView {
    let none = flags.is_empty();
    let lines = flags.into_iter().map(|flag| {
        let id = flag.account.to_string();
        view! {
            <li>
                <label class="check">
                    <input type="checkbox" name="account" value=id.clone()/>
                    <span><code>{id.clone()}</code></span>
                </label>
                <span>
                    <span class="detail">{t::minor_flagged(lang, time(flag.raised_at))}</span>
                    <a href=format!("/admin/person/{id}")>{t::person_open(lang)}</a>
                </span>
            </li>
        }
    });
    let lines = lines.collect_view();
    view! {
        <p class="lead">{t::minors_lead(lang)}</p>
        {match none {
            true => view! { <p>{t::minors_none(lang)}</p> }.into_any(),
            false => view! {
                <form method="post" action="/admin/minors">
                    <ul class="lines">{lines}</ul>
                    <p>{t::minors_bulk(lang)}</p>
                    <button class="button danger">{t::minors_button(lang)}</button>
                </form>
            }
            .into_any(),
        }}
    }
}

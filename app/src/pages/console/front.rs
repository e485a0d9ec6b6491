//! The front page's own parts: what waits for somebody, and the search.

use leptos::prelude::*;
use privacy::Role;
use texts::{Lang, console as t};

use super::Said;

/// What the front page has beside its other parts. The server provides it.
#[derive(Clone, Debug)]
pub struct Front {
    pub role: Role,
    /// Whether its reader may look persons up.
    pub search: bool,
    pub waits: Vec<(backend::Waiting, u64)>,
    pub said: Option<Said>,
}

/// What waits, with the way to it.
pub fn waits(front: &Front, lang: Lang) -> impl IntoView + use<> {
    let waiting = front.waits.iter().filter(|(_, count)| *count > 0);
    let lines: Vec<_> = waiting
        .map(|(waiting, count)| {
            let (to, text) = words(*waiting, *count, lang);
            view! { <li><a href=to>{text}</a></li> }
        })
        .collect();
    let nothing = lines.is_empty();
    view! {
        {front.said.map(|said| said.shown(lang))}
        <section>
            <h2>{t::waits_title(lang)}</h2>
            {nothing.then(|| view! { <p>{t::waits_nothing(lang)}</p> })}
            <ul class="lines">{lines}</ul>
        </section>
    }
}

fn words(waiting: backend::Waiting, count: u64, lang: Lang) -> (&'static str, String) {
    use backend::Waiting;
    match waiting {
        Waiting::SecurityCases => ("#cases", t::waits_security(lang, count)),
        Waiting::Requests => ("/admin/cases", t::waits_requests(lang, count)),
        Waiting::Reports => ("/admin/reports", t::waits_reports(lang, count)),
        Waiting::HoldsOverdue => ("/admin/holds", t::waits_holds(lang, count)),
        Waiting::AgeFlags => ("/admin/minors", t::waits_minors(lang, count)),
        Waiting::Proposals => ("/admin/approvals", t::waits_approvals(lang, count)),
        Waiting::ProofsFailing => ("/admin/proof", t::waits_proof(lang, count)),
    }
}

/// Looks somebody up: by all of an address, or by the number of an account.
pub fn search(lang: Lang) -> impl IntoView {
    view! {
        <section>
            <h2>{t::search_title(lang)}</h2>
            <p>{t::search_text(lang)}</p>
            <form method="post" action="/admin/search" class="stack">
                <label class="field">
                    <span>{t::search_field(lang)}</span>
                    <input
                        name="whom"
                        required
                        autocomplete="off"
                        autocapitalize="none"
                        spellcheck="false"
                        maxlength="256"
                    />
                </label>
                <button class="button">{t::search_button(lang)}</button>
            </form>
        </section>
    }
}

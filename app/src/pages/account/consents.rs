//! Consents: what is kept only by agreement, with a button to give it and one to
//! take it back. A plain page, for members and for whoever has an owner link. What
//! else its owner can say no to is on the page of their data.

use leptos::prelude::*;
use privacy::ConsentPurpose;
use texts::{Lang, changes, consent as t, data, privacy as words};

use super::{date, form, frame, said, time};
use crate::language::lang;
use crate::page::Page;
use crate::pages::gpc::GpcNotice;
use crate::pages::storage::listed;

/// What the page shows. The server provides it.
#[derive(Clone, Debug)]
pub struct ConsentsView {
    pub consents: Vec<ConsentView>,
}

/// A purpose, and how its consent stands.
#[derive(Clone, Debug)]
pub struct ConsentView {
    pub purpose: ConsentPurpose,
    pub state: State,
    /// The version that is agreed to by the button.
    pub version: String,
    /// What was added to the program's text, or will be.
    pub additions: Vec<AddedText>,
    /// The day on which it ends, unless what comes is agreed to.
    pub ends: Option<String>,
    /// How many details are kept by it.
    pub held: u64,
    /// The newest first.
    pub history: Vec<HistoryLine>,
}

/// What a change of the policy adds to a text.
#[derive(Clone, Debug)]
pub struct AddedText {
    /// The day from which it holds.
    pub day: String,
    /// In the language of the page.
    pub text: String,
    pub coming: bool,
}

/// Where something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Page,
    Editor,
    /// Nowhere: its text was changed, and it ended.
    Changed,
}

/// Times are milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Never,
    /// `ending`: it ends soon, so that it can be given anew.
    Given {
        since: i64,
        until: i64,
        ending: bool,
    },
    OlderText {
        since: i64,
    },
    Lapsed {
        until: i64,
        goes: i64,
    },
    Withdrawn {
        at: i64,
    },
}

#[derive(Clone, Debug)]
pub struct HistoryLine {
    pub given: bool,
    pub version: String,
    /// The tag of the language.
    pub lang: &'static str,
    pub at: i64,
    pub place: Place,
    pub until: Option<i64>,
}

impl State {
    fn may_give(self) -> bool {
        !matches!(self, State::Given { ending: false, .. })
    }

    fn may_withdraw(self) -> bool {
        !matches!(self, State::Never | State::Withdrawn { .. })
    }

    fn words(self, lang: Lang) -> String {
        match self {
            State::Never => t::state_never(lang).to_owned(),
            State::Given { since, until, .. } => t::state_given(lang, date(since), date(until)),
            State::OlderText { since } => t::state_older(lang, date(since)),
            State::Lapsed { until, goes } => t::state_lapsed(lang, date(goes), date(until)),
            State::Withdrawn { at } => t::state_withdrawn(lang, date(at)),
        }
    }
}

/// What somebody agrees to: its name, the text, and why they are asked.
pub fn agreement(purpose: ConsentPurpose, lang: Lang) -> [&'static str; 3] {
    match purpose {
        ConsentPurpose::PersonalDetails => [
            t::personal_details(lang),
            t::personal_details_text(lang),
            t::personal_details_why(lang),
        ],
        ConsentPurpose::Salary => [t::salary(lang), t::salary_text(lang), t::salary_why(lang)],
        ConsentPurpose::SignInPlace => [
            t::sign_in_place(lang),
            t::sign_in_place_text(lang),
            t::sign_in_place_why(lang),
        ],
    }
}

#[component]
pub(crate) fn ConsentsPage() -> impl IntoView {
    let lang = lang();
    let form = form();
    let view = use_context::<ConsentsView>();
    let content = view! {
        <h1>{t::title(lang)}</h1>
        {said(&form, lang)}
        <p class="lead">{t::lead(lang)}</p>
        {view.map(|view| sections(view, lang))}
        <section>
            <GpcNotice/>
        </section>
    };
    frame(Page::Consents, String::new(), content.into_any())
}

fn sections(view: ConsentsView, lang: Lang) -> impl IntoView {
    view! {
        {view.consents.into_iter().map(|consent| section(consent, lang)).collect_view()}
        <section>
            <p>
                {data::limits_link(lang)}
                " "
                <a href=Page::MyData.path()>{data::title(lang)}</a>
            </p>
        </section>
    }
}

fn section(consent: ConsentView, lang: Lang) -> impl IntoView {
    let ConsentView {
        purpose,
        state,
        version,
        additions,
        ends,
        held,
        history,
    } = consent;
    let (may_give, give) = match &ends {
        Some(_) => (true, changes::consent_renew(lang)),
        None => (state.may_give(), t::give(lang)),
    };
    let [name, text, why] = agreement(purpose, lang);
    let facts = vec![
        (t::why(lang), why.to_owned()),
        (t::basis(lang), words::basis_consent(lang).to_owned()),
        (t::state(lang), state.words(lang)),
        (t::held(lang), t::held_details(lang, held)),
    ];
    let heading = format!("consent-{}", purpose.name());
    let named = heading.clone();
    view! {
        <section class="consent" aria-labelledby=named>
            <h2 id=heading>{name}</h2>
            <blockquote>
                {text}
                {additions.into_iter().map(|it| added(it, lang)).collect_view()}
            </blockquote>
            {ends.map(|day| view! { <p><strong>{changes::consent_ends(lang, day)}</strong></p> })}
            {listed(facts)}
            <form method="post" action="/account/consents" class="consent-buttons">
                <input type="hidden" name="purpose" value=purpose.name()/>
                <input type="hidden" name="version" value=version/>
                {may_give.then(|| view! {
                    <button class="button" name="say" value="give">{give}</button>
                })}
                {state.may_withdraw().then(|| view! {
                    <button class="button" name="say" value="withdraw">{t::withdraw(lang)}</button>
                })}
            </form>
            <details>
                <summary class="link">{t::history(lang)}</summary>
                {lines(history, lang)}
            </details>
        </section>
    }
}

/// A part of a text that is younger than the program.
fn added(added: AddedText, lang: Lang) -> impl IntoView {
    let when = match added.coming {
        true => changes::consent_coming(lang, added.day),
        false => changes::consent_added(lang, added.day),
    };
    view! { <p><strong>{when}</strong> " " {added.text}</p> }
}

fn lines(history: Vec<HistoryLine>, lang: Lang) -> AnyView {
    if history.is_empty() {
        return view! { <p class="detail">{t::history_empty(lang)}</p> }.into_any();
    }
    view! {
        <table class="log">
            <thead>
                <tr>
                    <th scope="col">{texts::account::when_utc(lang)}</th>
                    <th scope="col">{t::history_what(lang)}</th>
                    <th scope="col">{t::history_until(lang)}</th>
                    <th scope="col">{t::history_version(lang)}</th>
                    <th scope="col">{t::history_lang(lang)}</th>
                    <th scope="col">{t::history_by(lang)}</th>
                </tr>
            </thead>
            <tbody>{history.into_iter().map(|line| row(line, lang)).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(line: HistoryLine, lang: Lang) -> impl IntoView {
    let what = match (line.given, line.place) {
        (true, _) => t::line_given(lang),
        (false, Place::Changed) => changes::line_changed(lang),
        (false, _) => t::line_withdrawn(lang),
    };
    let by = match line.place {
        Place::Editor => t::by_editor(lang),
        Place::Page => t::by_page(lang),
        Place::Changed => changes::by_changed(lang),
    };
    view! {
        <tr>
            <td>{time(line.at)}</td>
            <td data-head=t::history_what(lang)>{what}</td>
            <td data-head=t::history_until(lang)>{line.until.map_or_else(|| "–".to_owned(), date)}</td>
            <td data-head=t::history_version(lang)>{line.version}</td>
            <td data-head=t::history_lang(lang)>{line.lang}</td>
            <td data-head=t::history_by(lang)>{by}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use privacy::ConsentPurpose;
    use texts::Lang;

    use super::agreement;

    /// FNV-1a, 64 bits: only to see that a text is another.
    fn mark(text: &str) -> u64 {
        text.bytes().fold(0xcbf2_9ce4_8422_2325, |mark, byte| {
            (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }

    /// Whoever agreed has agreed to these words and no others.
    #[test]
    fn a_changed_text_has_another_version() {
        for (purpose, version, sv, en) in [
            (
                ConsentPurpose::PersonalDetails,
                "2026-11-28",
                0x1a28_d6e1_cae2_fdea,
                0xc6d7_dc7f_ce82_642e,
            ),
            (
                ConsentPurpose::Salary,
                "2026-11-28",
                0xbdce_d53d_6011_7f8e,
                0x7a62_7dd6_c482_7ded,
            ),
            (
                ConsentPurpose::SignInPlace,
                "2026-11-29",
                0xa190_1f5f_5693_b454,
                0xeae3_b136_fb5a_1f9b,
            ),
        ] {
            let marks = [Lang::Sv, Lang::En].map(|lang| mark(agreement(purpose, lang)[1]));
            assert_eq!(
                (purpose.version(), marks),
                (version, [sv, en]),
                "a text that means something else needs another version: people are \
                 asked anew; then write both here"
            );
        }
    }
}

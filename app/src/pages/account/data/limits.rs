//! What somebody can say no to with one button: everything but keeping it, the use
//! of what is sensitive, what rests on an interest of ours, being sold.

use leptos::prelude::*;
use privacy::Purpose;
use texts::{Lang, consent, data as t, statistics};

use super::super::date;
use crate::pages::privacy::words;

/// How an account stands. Times are milliseconds since 1970.
#[derive(Clone, Debug)]
pub struct LimitsView {
    pub restricted_at: Option<i64>,
    pub limited_at: Option<i64>,
    /// Each purpose that can be objected to, and since when it is.
    pub objected: Vec<(Purpose, Option<i64>)>,
    pub opted_out_at: Option<i64>,
    /// The browser sends Global Privacy Control.
    pub gpc: bool,
    /// They have a role here, so that an objection is outweighed.
    pub role: bool,
}

pub(super) fn section(view: LimitsView, lang: Lang) -> impl IntoView {
    let objections = view
        .objected
        .iter()
        .map(|(purpose, at)| objection(*purpose, *at, view.role, lang))
        .collect_view();
    view! {
        <section id="limits">
            <h2>{consent::limits(lang)}</h2>
            <p>{consent::limits_lead(lang)}</p>
            {limit(
                [consent::restrict(lang), consent::restrict_text(lang)],
                match view.restricted_at {
                    None => consent::restrict_off(lang).to_owned(),
                    Some(at) => consent::restrict_on(lang, date(at)),
                },
                match view.restricted_at {
                    None => ("restrict", consent::restrict_button(lang)),
                    Some(_) => ("lift", consent::restrict_lift(lang)),
                },
            )}
            {limit(
                [consent::limit(lang), consent::limit_text(lang)],
                match view.limited_at {
                    None => consent::limit_off(lang).to_owned(),
                    Some(at) => consent::limit_on(lang, date(at)),
                },
                match view.limited_at {
                    None => ("limit", consent::limit_button(lang)),
                    Some(_) => ("unlimit", consent::limit_lift(lang)),
                },
            )}
            {objections}
            {limit(
                [t::opt_out(lang), t::opt_out_text(lang)],
                match (view.opted_out_at, view.gpc) {
                    (Some(at), _) => t::opt_out_on(lang, date(at)),
                    (None, true) => t::opt_out_gpc(lang).to_owned(),
                    (None, false) => t::opt_out_off(lang).to_owned(),
                },
                match view.opted_out_at {
                    None => ("opt-out", t::opt_out_button(lang)),
                    Some(_) => ("opt-in", t::opt_out_lift(lang)),
                },
            )}
        </section>
    }
}

/// A purpose that can be objected to, what then stops, and the one button.
fn objection(purpose: Purpose, at: Option<i64>, role: bool, lang: Lang) -> impl IntoView + use<> {
    let count = purpose == Purpose::Count;
    let state = match at {
        None if count => statistics::object_off(lang).to_owned(),
        None => t::object_off(lang).to_owned(),
        Some(at) if count => statistics::object_on(lang, date(at)),
        Some(at) => t::object_on(lang, date(at)),
    };
    let (value, button) = match at {
        None if count => ("object", statistics::object_button(lang)),
        None => ("object", t::object_button(lang)),
        Some(_) if count => ("object-no-more", statistics::object_lift(lang)),
        Some(_) => ("object-no-more", t::object_lift(lang)),
    };
    // What counts pages protects nobody, so that no role outweighs it.
    let may = at.is_some() || !role || count;
    view! {
        <h3>{t::object(lang)}</h3>
        <p>{t::object_text(lang, words::purpose(purpose, lang))}</p>
        {(purpose == Purpose::Protect).then(|| view! { <p>{t::object_protect(lang)}</p> })}
        {count.then(|| view! { <p>{statistics::object_count(lang)}</p> })}
        <p><strong>{state}</strong></p>
        {match may {
            true => view! {
                <form method="post" action="/account/limits">
                    <input type="hidden" name="purpose" value=purpose_name(purpose)/>
                    <button class="button" name="limit" value=value>{button}</button>
                </form>
            }
            .into_any(),
            false => view! { <p>{t::object_role(lang)}</p> }.into_any(),
        }}
    }
}

/// What a form calls a purpose: as the policy's versions do.
fn purpose_name(purpose: Purpose) -> String {
    format!("{purpose:?}")
}

/// The purpose that a form names, if it can be objected to.
pub fn objectionable(name: &str) -> Option<Purpose> {
    Purpose::ALL
        .into_iter()
        .filter(|purpose| purpose.may_be_objected_to())
        .find(|purpose| purpose_name(*purpose) == name)
}

/// What can be limited, whether it is, and the one button that changes that.
fn limit(
    [name, text]: [&'static str; 2],
    state: String,
    (value, button): (&'static str, &'static str),
) -> impl IntoView {
    view! {
        <h3>{name}</h3>
        <p>{text}</p>
        <p><strong>{state}</strong></p>
        <form method="post" action="/account/limits">
            <button class="button" name="limit" value=value>{button}</button>
        </form>
    }
}

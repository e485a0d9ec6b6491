//! The fields of plain forms. One that asks for something about whoever fills it in
//! has the reason below it, and names it for a screen reader.

use leptos::prelude::*;
use privacy::Asked;
use texts::{Lang, account as t};

use super::super::privacy::{why, why_id};

/// A field with its label above it, described by a reason that stands on the page.
fn field(
    asked: Option<Asked>,
    name: &'static str,
    label: &'static str,
    kind: &'static str,
    autocomplete: &'static str,
    value: String,
) -> impl IntoView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                type=kind
                name=name
                value=value
                autocomplete=autocomplete
                required
                autocapitalize="none"
                spellcheck="false"
                maxlength="256"
                aria-describedby=asked.map(why_id)
            />
        </label>
    }
}

/// A field with the reason for which it asks.
pub(in crate::pages) fn asking(
    asked: Asked,
    name: &'static str,
    label: &'static str,
    kind: &'static str,
    autocomplete: &'static str,
    value: String,
    lang: Lang,
) -> impl IntoView {
    view! {
        {field(Some(asked), name, label, kind, autocomplete, value)}
        {why(asked, lang)}
    }
}

/// A field in which staff enter what somebody else has given.
pub(in crate::pages) fn staff_field(
    name: &'static str,
    label: &'static str,
    kind: &'static str,
    autocomplete: &'static str,
    value: String,
) -> impl IntoView {
    field(None, name, label, kind, autocomplete, value)
}

/// A new password, twice, with one reason.
pub(super) fn new_password(lang: Lang) -> impl IntoView {
    let asked = Some(Asked::NewPassword);
    let hint = "new-password";
    view! {
        {field(asked, "password", t::new_password(lang), "password", hint, String::new())}
        {field(asked, "again", t::new_password_again(lang), "password", hint, String::new())}
        {why(Asked::NewPassword, lang)}
    }
}

pub(in crate::pages) fn check(
    name: &'static str,
    text: impl IntoView,
    needed: bool,
) -> impl IntoView {
    view! {
        <label class="check">
            <input type="checkbox" name=name required=needed/>
            <span>{text}</span>
        </label>
    }
}

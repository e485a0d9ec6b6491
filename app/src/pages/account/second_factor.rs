//! Setting up a second factor, and the recovery codes that belong to it.

use leptos::prelude::*;
use privacy::Asked;
use texts::account as t;

use super::{asking, form, frame, said};
use crate::language::lang;
use crate::page::Page;

/// An offer of a second factor. The server provides it.
#[derive(Clone, Debug)]
pub struct TotpSetUp {
    pub ticket: String,
    /// The secret in letters, in groups of four.
    pub secret: String,
    /// The QR code, drawn by us: SVG.
    pub picture: String,
}

/// Recovery codes, shown once. The server provides them.
#[derive(Clone, Debug)]
pub struct RecoveryCodes(pub Vec<String>);

#[component]
pub(crate) fn SecondFactorPage() -> impl IntoView {
    let lang = lang();
    let form = form();
    let offer = use_context::<TotpSetUp>();
    let content = view! {
        <p><a href=Page::Account.path()>"← "{t::account_title(lang)}</a></p>
        <h1>{t::second_factor(lang)}</h1>
        {said(&form, lang)}
        {offer.map(|offer| view! {
            <p class="lead">{t::totp_lead(lang)}</p>
            <div class="qr" role="img" aria-label=t::totp_picture(lang) inner_html=offer.picture></div>
            <p>{t::totp_by_hand(lang)} " " <code class="secret">{offer.secret}</code></p>
            <form method="post" action=Page::SecondFactor.path() class="stack">
                <input type="hidden" name="ticket" value=offer.ticket/>
                {asking(Asked::FirstCode, "code", t::code(lang), "text", "one-time-code", String::new(), lang)}
                <button class="button primary">{t::totp_button(lang)}</button>
            </form>
        })}
    };
    frame(Page::SecondFactor, String::new(), content.into_any())
}

#[component]
pub(crate) fn RecoveryCodesPage() -> impl IntoView {
    let lang = lang();
    let codes = use_context::<RecoveryCodes>().map_or_else(Vec::new, |codes| codes.0);
    let content = view! {
        <h1>{t::recovery_title(lang)}</h1>
        <p class="lead">{t::recovery_lead(lang)}</p>
        <ul class="codes">
            {codes.into_iter().map(|code| view! { <li><code>{code}</code></li> }).collect_view()}
        </ul>
        <p><a class="button primary" href=Page::Account.path()>{t::recovery_kept(lang)}</a></p>
    };
    frame(Page::Account, String::new(), content.into_any())
}

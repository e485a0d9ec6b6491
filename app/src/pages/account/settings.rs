//! A member's account: address, password, second factor, passkeys, and the end
//! of it.

use leptos::prelude::*;
use privacy::Asked;
use texts::{Lang, account as t, consent, erasure, terms};

use super::super::privacy::{why, why_id};
use super::fields::new_password;
use super::{asking, date, form, frame, said};
use crate::language::lang;
use crate::page::Page;

/// What the page shows. The server provides it.
#[derive(Clone, Debug)]
pub struct SettingsView {
    /// None for who signs in with a passkey alone.
    pub email: Option<String>,
    pub password: bool,
    /// The second factor, and how many recovery codes are left.
    pub totp: Option<u64>,
    pub passkeys: Vec<PasskeyLine>,
    /// What their role is called, for who has one.
    pub role: Option<privacy::Role>,
    pub adult_at: i64,
    pub policy_version: String,
    pub policy_at: i64,
    /// Whether the terms or the policy are newer than what they know.
    pub asked: bool,
    /// When it will be erased, if that is asked for.
    pub erased_at: Option<i64>,
}

#[derive(Clone, Debug)]
pub struct PasskeyLine {
    pub id: String,
    pub name: String,
    pub created_at: i64,
    pub used_at: Option<i64>,
}

#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    let lang = lang();
    let form = form();
    let settings = use_context::<SettingsView>();
    let content = view! {
        <h1>{t::account_title(lang)}</h1>
        {said(&form, lang)}
        {settings.map(|settings| sections(settings, lang))}
    };
    frame(Page::Account, String::new(), content.into_any())
}

fn sections(settings: SettingsView, lang: Lang) -> impl IntoView {
    let declared = t::declared(
        lang,
        date(settings.adult_at),
        settings.policy_version.clone(),
        date(settings.policy_at),
    );
    view! {
        {settings.role.map(|role| view! {
            <p><a class="button" href=Page::Admin.path()>{t::admin_title(lang)}</a> " " {role_name(role, lang)}</p>
        })}
        <section>
            <h2>{texts::data::title(lang)}</h2>
            <p>{texts::data::link_text(lang)}</p>
            <p><a class="button" href=Page::MyData.path()>{texts::data::title(lang)}</a></p>
        </section>
        {email(&settings, lang)}
        {password(&settings, lang)}
        {second_factor(&settings, lang)}
        {passkeys(&settings, lang)}
        <section>
            <h2>{t::devices_title(lang)}</h2>
            <p>{t::devices_link_text(lang)}</p>
            <p><a class="button" href=Page::Devices.path()>{t::devices_link(lang)}</a></p>
        </section>
        <section>
            <h2>{texts::export::title(lang)}</h2>
            <p>{texts::export::link_text(lang)}</p>
            <p><a class="button" href=Page::Export.path()>{texts::export::ask(lang)}</a></p>
        </section>
        <section>
            <h2>{consent::title(lang)}</h2>
            <p>{consent::lead(lang)}</p>
            <p><a class="button" href=Page::Consents.path()>{consent::title(lang)}</a></p>
        </section>
        <section>
            <h2>{t::declared_title(lang)}</h2>
            <p>{declared}</p>
            {settings.asked.then(|| view! { <p><strong>{terms::asked_notice(lang)}</strong></p> })}
            <p><a class="button" href=Page::Acceptance.path()>{terms::asked_title(lang)}</a></p>
        </section>
        <section class="danger-zone">
            <h2>{erasure::account_link(lang)}</h2>
            {match settings.erased_at {
                Some(at) => view! {
                    <p><strong>{erasure::account_asked(lang, date(at))}</strong></p>
                    <p><a class="button" href=Page::Erase.path()>{erasure::account_asked_link(lang)}</a></p>
                }.into_any(),
                None => view! {
                    <p>{erasure::account_text(lang)}</p>
                    <p><a class="button danger" href=Page::Erase.path()>{erasure::account_link(lang)}</a></p>
                }.into_any(),
            }}
        </section>
    }
}

/// What a role is called.
pub(crate) fn role_name(role: privacy::Role, lang: Lang) -> &'static str {
    match role {
        privacy::Role::Member => t::role_member(lang),
        privacy::Role::Support => t::role_support(lang),
        privacy::Role::PrivacyOfficer => t::role_privacy_officer(lang),
        privacy::Role::Administrator => t::role_administrator(lang),
    }
}

fn email(settings: &SettingsView, lang: Lang) -> impl IntoView + use<> {
    let known = settings.email.clone();
    let now = known.unwrap_or_else(|| t::email_none(lang).to_owned());
    view! {
        <section>
            <h2>{t::email(lang)}</h2>
            <p><strong>{now}</strong></p>
            <details>
                <summary class="button">{t::email_change(lang)}</summary>
                <form method="post" action="/account/email" class="stack">
                    {asking(Asked::NewEmail, "email", t::email_new(lang), "email", "email", String::new(), lang)}
                    <p class="detail">{t::email_change_text(lang)}</p>
                    <button class="button primary">{t::email_change_button(lang)}</button>
                </form>
            </details>
        </section>
    }
}

fn password(settings: &SettingsView, lang: Lang) -> impl IntoView + use<> {
    let has = settings.password;
    let title = match has {
        true => t::password_change(lang),
        false => t::password_add(lang),
    };
    // Without an address nobody could name the account that the password is of.
    let possible = settings.email.is_some();
    view! {
        <section>
            <h2>{t::password(lang)}</h2>
            {(!possible).then(|| view! { <p>{t::password_needs_email(lang)}</p> })}
            {possible.then(|| view! {
                <details>
                    <summary class="button">{title}</summary>
                    <form method="post" action="/account/password" class="stack">
                        {new_password(lang)}
                        <p class="detail">{t::password_change_text(lang)}</p>
                        <button class="button primary">{title}</button>
                    </form>
                </details>
            })}
        </section>
    }
}

fn second_factor(settings: &SettingsView, lang: Lang) -> impl IntoView + use<> {
    let state = match settings.totp {
        Some(codes) => t::second_factor_on(lang, codes),
        None => t::second_factor_off(lang).to_owned(),
    };
    let on = settings.totp.is_some();
    view! {
        <section>
            <h2>{t::second_factor(lang)}</h2>
            <p>{state}</p>
            {(!on).then(|| view! {
                <p><a class="button" href=Page::SecondFactor.path()>{t::second_factor_set_up(lang)}</a></p>
            })}
            {on.then(|| view! {
                <form method="post" action="/account/recovery-codes">
                    <button class="button">{t::recovery_renew(lang)}</button>
                </form>
                <form method="post" action="/account/second-factor/remove">
                    <button class="button danger">{t::second_factor_remove(lang)}</button>
                </form>
            })}
        </section>
    }
}

fn passkeys(settings: &SettingsView, lang: Lang) -> impl IntoView + use<> {
    let lines = settings
        .passkeys
        .iter()
        .map(|passkey| {
            let used = passkey.used_at.map(date);
            let times = match used {
                Some(used) => t::passkey_used(lang, date(passkey.created_at), used),
                None => t::passkey_unused(lang, date(passkey.created_at)),
            };
            view! {
                <li>
                    <div>
                        <strong>{passkey.name.clone()}</strong>
                        <span class="detail">{times}</span>
                    </div>
                    <form method="post" action="/account/passkeys/remove">
                        <button class="button plain" name="id" value=passkey.id.clone()>
                            {t::passkey_remove(lang)}
                        </button>
                    </form>
                </li>
            }
        })
        .collect_view();
    view! {
        <section>
            <h2>{t::passkeys(lang)}</h2>
            <p>{t::passkeys_text(lang)}</p>
            <ul class="lines">{lines}</ul>
            <noscript><p class="detail">{t::passkeys_script(lang)}</p></noscript>
            <div class="passkey stack" data-passkey="add" hidden>
                <label class="field">
                    <span>{t::passkey_name(lang)}</span>
                    <input
                        type="text"
                        name="name"
                        maxlength="60"
                        autocomplete="off"
                        aria-describedby=why_id(Asked::PasskeyName)
                    />
                </label>
                {why(Asked::PasskeyName, lang)}
                <button type="button" class="button">{t::passkey_add(lang)}</button>
                <p class="complaint" role="alert" hidden data-failed=t::problem_passkey(lang)></p>
            </div>
        </section>
    }
}

//! The browsers that act for an account, and who has tried to get in.

use leptos::prelude::*;
use privacy::transfer::Country;
use texts::{Lang, account as t};

use super::super::storage::periods;
use super::{date, form, frame, said, time};
use crate::language::lang;
use crate::page::Page;
use crate::pages::privacy::country;

/// What the page shows. The server provides it.
#[derive(Clone, Debug)]
pub struct Devices {
    pub devices: Vec<DeviceLine>,
    pub attempts: Vec<AttemptLine>,
    /// Places are kept for who agrees to it.
    pub places: bool,
}

#[derive(Clone, Debug)]
pub struct DeviceLine {
    pub id: String,
    /// Browser and system, if they are known.
    pub agent: Option<(String, String)>,
    pub created_at: i64,
    pub used_at: i64,
    pub this: bool,
}

#[derive(Clone, Debug)]
pub struct AttemptLine {
    pub at: i64,
    pub done: bool,
    pub by: By,
    pub agent: Option<(String, String)>,
    /// Country and town, for who agrees that they are kept.
    pub place: Option<(String, Option<String>)>,
}

/// What was tried.
#[derive(Clone, Copy, Debug)]
pub enum By {
    Password,
    SecondFactor,
    Passkey,
    Mail,
}

impl By {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            By::Password => t::by_password(lang),
            By::SecondFactor => t::by_second_factor(lang),
            By::Passkey => t::by_passkey(lang),
            By::Mail => t::by_mail(lang),
        }
    }
}

#[component]
pub(crate) fn DevicesPage() -> impl IntoView {
    let lang = lang();
    let form = form();
    let devices = use_context::<Devices>();
    let places = devices.as_ref().is_some_and(|it| it.places);
    let (devices, attempts) = devices.map_or_else(Default::default, |d| (d.devices, d.attempts));
    let others = devices.iter().any(|device| !device.this);
    let content = view! {
        <p><a href=Page::Account.path()>"← "{t::account_title(lang)}</a></p>
        <h1>{t::devices_title(lang)}</h1>
        {said(&form, lang)}
        <p class="lead">{t::devices_lead(lang)}</p>
        <ul class="lines">
            {devices.into_iter().map(|device| device_line(device, lang)).collect_view()}
        </ul>
        {others.then(|| view! {
            <form method="post" action="/account/devices/end-others">
                <button class="button">{t::end_others(lang)}</button>
            </form>
        })}
        <section class="danger-zone">
            <h2>{t::compromised_title(lang)}</h2>
            <p>{t::compromised_text(lang)}</p>
            <form method="post" action="/account/compromised">
                <button class="button danger">{t::compromised_button(lang)}</button>
            </form>
        </section>
        <h2>{t::attempts_title(lang)}</h2>
        <p class="detail">{t::attempts_lead(lang, u64::from(periods().days(privacy::Period::SignIn)))}</p>
        {places.then(|| view! {
            <p class="detail">
                <a href="/account/consents#consent-sign_in_place">{texts::consent::sign_in_place(lang)}</a>
            </p>
        })}
        <table class="log">
            <thead>
                <tr>
                    <th scope="col">{t::when_utc(lang)}</th>
                    <th scope="col">{t::how(lang)}</th>
                    <th scope="col">{t::from_where(lang)}</th>
                    <th scope="col">{t::outcome(lang)}</th>
                </tr>
            </thead>
            <tbody>{attempts.into_iter().map(|attempt| attempt_line(attempt, lang)).collect_view()}</tbody>
        </table>
    };
    frame(Page::Devices, String::new(), content.into_any())
}

fn named(agent: Option<(String, String)>, lang: Lang) -> String {
    match agent {
        Some((browser, system)) => t::browser_on_system(lang, browser, system),
        None => t::browser_unknown(lang).to_owned(),
    }
}

/// Town and country, the one that is known.
fn place((code, town): (String, Option<String>), lang: Lang) -> String {
    let named = Country::new(&code).map_or(code, |it| country(it, lang));
    match town {
        Some(town) => format!("{town}, {named}"),
        None => named,
    }
}

fn device_line(device: DeviceLine, lang: Lang) -> impl IntoView + use<> {
    let (since, used) = (date(device.created_at), date(device.used_at));
    view! {
        <li>
            <div>
                <strong>{named(device.agent, lang)}</strong>
                {device.this.then(|| view! { " " <span class="mark">{t::this_browser(lang)}</span> })}
                <span class="detail">{t::device_times(lang, since, used)}</span>
            </div>
            {(!device.this).then(|| view! {
                <form method="post" action="/account/devices/end">
                    <button class="button plain" name="id" value=device.id>{t::end_session(lang)}</button>
                </form>
            })}
        </li>
    }
}

fn attempt_line(attempt: AttemptLine, lang: Lang) -> impl IntoView + use<> {
    let outcome = match attempt.done {
        true => t::outcome_done(lang),
        false => t::outcome_refused(lang),
    };
    let class = if attempt.done { "" } else { "bad" };
    view! {
        <tr class=class>
            <td>{time(attempt.at)}</td>
            <td data-head=t::how(lang)>{attempt.by.name(lang)}</td>
            <td data-head=t::from_where(lang)>
                {named(attempt.agent, lang)}
                {attempt.place.map(|it| view! { <span class="detail">{place(it, lang)}</span> })}
            </td>
            <td data-head=t::outcome(lang)>{outcome}</td>
        </tr>
    }
}

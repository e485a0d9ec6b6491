//! What stands before a page that has a password: a form for whoever was given it,
//! with an account or without one.

use leptos::prelude::*;
use privacy::Asked;
use texts::links as t;

use crate::language::lang;
use crate::page::Page;
use crate::pages::landing::{Footer, Header};
use crate::pages::privacy::{why, why_id};

/// What the page is for. The server provides it.
#[derive(Clone, Debug)]
pub struct Locked {
    /// The address that was asked for, which the form leads to.
    pub path: String,
    /// The picture that is shown where the link is sent to somebody: the same for
    /// every page with a password. None where the site has no name of its own.
    pub picture: Option<String>,
    pub wrong: Option<Wrong>,
}

/// Why a password did not open it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Password,
}

#[component]
pub(in crate::pages) fn LockedPage() -> impl IntoView {
    let lang = lang();
    let locked = use_context::<Locked>();
    let path = locked.as_ref().map(|locked| locked.path.clone());
    let wrong = locked.and_then(|locked| locked.wrong).map(|wrong| {
        let text = match wrong {
            Wrong::Password => t::locked_wrong(lang),
        };
        view! { <p class="complaint" id="wrong" role="alert">{text}</p> }
    });
    view! {
        <Header page=Page::Locked to=path.clone().unwrap_or_default()/>
        <main class="account" id="main">
            <h1>{t::locked_title(lang)}</h1>
            <p class="lead">{t::locked_lead(lang)}</p>
            {wrong}
            <form method="post" action=path.unwrap_or_default() class="stack">
                <label for="password">{t::locked_password(lang)}</label>
                <input
                    type="password"
                    id="password"
                    name="password"
                    required
                    maxlength="256"
                    autocomplete="off"
                    autofocus
                    aria-describedby=why_id(Asked::PagePassword)
                />
                {why(Asked::PagePassword, lang)}
                <button class="button primary">{t::locked_open(lang)}</button>
            </form>
            <p class="detail">{t::locked_cookie(lang)}</p>
        </main>
        <Footer/>
    }
}

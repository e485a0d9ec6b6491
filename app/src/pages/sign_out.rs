//! Signing out without a script: a plain form, and what it deletes.

use leptos::prelude::*;
use texts::site as t;

use super::landing::{Footer, Header};
use crate::language::lang;
use crate::page::{Page, SIGN_OUT};

#[component]
pub(super) fn SignOut() -> impl IntoView {
    let lang = lang();
    let editor = format!("{}{SIGN_OUT}", Page::Edit.path());
    view! {
        <Header page=Page::SignOut/>
        <main class="prose" id="main">
            <h1>{t::sign_out(lang)}</h1>
            <p>{t::sign_out_text(lang)}</p>
            <p>
                {t::sign_out_unsent(lang)}
                " "
                <a href=editor>{t::sign_out_editor(lang)}</a>
            </p>
            <form method="post" action=Page::SignOut.path()>
                <button class="button danger">{t::sign_out_now(lang)}</button>
            </form>
        </main>
        <Footer/>
    }
}

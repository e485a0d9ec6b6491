//! Whether others use this computer too: what that means, and a plain form.

use leptos::prelude::*;
use texts::site as t;

use super::landing::{Footer, Header};
use crate::account;
use crate::language::lang;
use crate::page::Page;

#[component]
pub(super) fn Shared() -> impl IntoView {
    let lang = lang();
    let (value, button) = match account::here().shared {
        true => ("off", t::shared_off(lang)),
        false => ("on", t::shared_on(lang)),
    };
    view! {
        <Header page=Page::Shared/>
        <main class="prose" id="main">
            <h1>{t::shared_title(lang)}</h1>
            <p>{t::storage_readable(lang)}</p>
            <p>{t::shared_text(lang)}</p>
            <p>{t::shared_before(lang)}</p>
            <form method="post" action=Page::Shared.path()>
                <button class="button primary" name="shared" value=value>{button}</button>
            </form>
        </main>
        <Footer/>
    }
}

//! A page that says one thing: that an address is none of ours, that the
//! browser's storage is empty.

use std::borrow::Cow;

use leptos::prelude::*;
use texts::site as t;

use super::landing::{Footer, Header};
use crate::language::lang;
use crate::page::Page;

#[component]
pub(super) fn Notice(
    page: Page,
    title: &'static str,
    #[prop(into)] text: Cow<'static, str>,
) -> impl IntoView {
    let lang = lang();
    view! {
        <Header page/>
        <main class="prose" id="main">
            <h1>{title}</h1>
            <p>{text}</p>
            <p>
                <a class="button" href=Page::Landing.path()>
                    {t::to_start(lang)}
                </a>
            </p>
        </main>
        <Footer/>
    }
}

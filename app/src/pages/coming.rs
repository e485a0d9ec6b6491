//! That somebody else is going to be responsible: a line on every plain page, and the
//! page that says what it means and what people can do.

use leptos::prelude::*;
use privacy::succession::SUCCESSION_LEAST_DAYS;
use texts::{Lang, registers as t};

use super::account::frame;
use crate::language::lang;
use crate::page::Page;

/// Who will be responsible, and from when. The server provides it where it is announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    pub name: String,
    /// YYYY-MM-DD.
    pub day: String,
    /// The name alone is another one.
    pub renamed: bool,
    /// Number, address, country, e-mail: what is known of it.
    pub lines: Vec<String>,
}

/// The line on every page.
pub(super) fn banner(lang: Lang) -> impl IntoView {
    let coming = use_context::<Coming>();
    coming.map(|coming| {
        view! {
            <aside class="coming" aria-label=t::coming_title(lang)>
                <p>
                    {t::coming(lang, coming.day, coming.name)}
                    " "
                    <a href=Page::Coming.path()>{t::coming_more(lang)}</a>
                </p>
            </aside>
        }
    })
}

#[component]
pub(super) fn ComingPage() -> impl IntoView {
    let lang = lang();
    let content = match use_context::<Coming>() {
        None => view! {
            <h1>{t::coming_title(lang)}</h1>
            <p>{t::coming_nothing(lang, u64::from(SUCCESSION_LEAST_DAYS))}</p>
        }
        .into_any(),
        Some(coming) => announced(coming, lang).into_any(),
    };
    frame(Page::Coming, String::new(), content)
}

fn announced(coming: Coming, lang: Lang) -> impl IntoView {
    let lines = coming.lines.into_iter();
    view! {
        <h1>{t::coming_title(lang)}</h1>
        <p class="lead">{t::coming_lead(lang, coming.day, coming.name)}</p>
        <ul class="points-list">{lines.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
        {coming.renamed.then(|| view! { <p>{t::coming_renamed(lang)}</p> })}
        <h2>{t::coming_what(lang)}</h2>
        <p>{t::coming_copy(lang)}</p>
        <p><a class="button" href=Page::Export.path()>{t::coming_copy_link(lang)}</a></p>
        <p>{t::coming_leave(lang)}</p>
        <p><a class="button danger" href=Page::Erase.path()>{t::coming_leave_link(lang)}</a></p>
    }
}

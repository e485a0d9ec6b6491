//! What stands in each page.

mod landing;
mod notice;
pub mod privacy;
pub mod share;
mod sign_out;
mod storage;

use leptos::prelude::*;
use texts::{Lang, messages, site as t};

use crate::editor::Editor;
use crate::language::lang;
use crate::page::Page;

/// The element that the interactive page is hydrated in.
pub(crate) const ROOT: &str = "app";

/// The `<title>` of a page.
pub fn title(page: Page, lang: Lang) -> String {
    let name = match page {
        Page::Landing => t::home_title(lang),
        Page::Edit => t::edit_title(lang),
        Page::Storage | Page::Erased | Page::NotErased => t::storage_title(lang),
        Page::Privacy => t::privacy_title(lang),
        Page::Share => t::share_title(lang),
        Page::SignOut => t::sign_out(lang),
        Page::SignedOut | Page::SignedOutKept => t::signed_out(lang),
        Page::Gone => t::page_gone(lang),
        Page::NotFound => t::not_found_title(lang),
    };
    t::title(lang, name)
}

/// What search engines show under the title.
pub fn description(_page: Page, lang: Lang) -> &'static str {
    t::description(lang)
}

/// What stands in the page's `<body>`.
pub fn body(page: Page) -> AnyView {
    match page {
        Page::Landing => landing::Landing().into_any(),
        Page::Edit => edit(lang()).into_any(),
        Page::Storage => storage::Storage().into_any(),
        Page::Privacy => privacy::Privacy().into_any(),
        Page::Share => share::Share().into_any(),
        Page::SignOut => sign_out::SignOut().into_any(),
        Page::SignedOut => view! {
            <notice::Notice page title=t::signed_out(lang()) text=t::signed_out_text(lang())/>
        }
        .into_any(),
        Page::SignedOutKept => view! {
            <notice::Notice page title=t::signed_out(lang()) text=t::signed_out_kept(lang())/>
        }
        .into_any(),
        Page::Erased => view! {
            <notice::Notice
                page
                title=t::storage_erased(lang())
                text=t::storage_erased_text(lang())
            />
        }
        .into_any(),
        Page::NotErased => view! {
            <notice::Notice
                page
                title=t::storage_not_erased(lang())
                text=t::storage_not_erased_text(lang())
            />
        }
        .into_any(),
        Page::Gone => view! {
            <notice::Notice page title=t::page_gone(lang()) text=t::page_gone_text(lang())/>
        }
        .into_any(),
        Page::NotFound => view! {
            <notice::Notice
                page
                title=t::not_found_title(lang())
                text=t::not_found_text(lang())
            />
        }
        .into_any(),
    }
}

/// The editor, and what is seen in its place where it cannot run: the style
/// sheet shows the notice that the shell's script has found to be true.
fn edit(lang: Lang) -> impl IntoView {
    view! {
        <noscript>
            <p class="notice">
                <strong>{t::script_off_title(lang)}</strong>
                ". "
                {t::script_off_text(lang)}
            </p>
        </noscript>
        <p class="notice failed-load" role="alert">{messages::load_editor(lang)}</p>
        <p class="notice failed-old" role="alert">
            <strong>{t::browser_old_title(lang)}</strong>
            ". "
            {t::browser_old_text(lang)}
        </p>
        <div id=ROOT>
            <Editor/>
        </div>
    }
}

/// Shows the same page in the other language. The choice is remembered in a
/// cookie, because the person has made it.
#[component]
pub(crate) fn LanguageChoice(
    page: Page,
    /// The page's address, if it has more than one.
    #[prop(optional, into)]
    to: String,
) -> impl IntoView {
    let lang = lang();
    let to = match to.is_empty() {
        true => page.path().to_owned(),
        false => to,
    };
    let other = match lang {
        Lang::Sv => Lang::En,
        Lang::En => Lang::Sv,
    };
    view! {
        <form method="post" action="/language" class="language">
            <input type="hidden" name="to" value=to/>
            <button class="link" name="lang" value=other.tag() lang=other.tag()>
                {t::other_language(lang)}
            </button>
        </form>
    }
}

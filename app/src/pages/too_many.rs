//! What somebody sees who has asked too much.

use leptos::prelude::*;
use texts::site as t;

use super::notice::Notice;
use crate::language::lang;
use crate::page::Page;

/// How long they have to wait. The server provides it.
#[derive(Clone, Copy, Debug)]
pub struct Minutes(pub u64);

#[component]
pub(super) fn TooMany() -> impl IntoView {
    let lang = lang();
    let Minutes(minutes) = use_context().unwrap_or(Minutes(1));
    view! {
        <Notice
            page=Page::TooMany
            title=t::too_many_title(lang)
            text=t::too_many_text(lang, minutes)
        />
    }
}

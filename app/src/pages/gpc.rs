//! Global Privacy Control: what a browser says of its owner's wish not to be
//! sold (the header `Sec-GPC`), and what that changes here.

use leptos::prelude::*;
use texts::consent as t;

use crate::language::lang;

/// Whether the browser sends it. The server provides it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gpc(pub bool);

/// Says whether it was sent, and that nothing changes.
#[component]
pub(crate) fn GpcNotice() -> impl IntoView {
    let lang = lang();
    let text = match use_context::<Gpc>().unwrap_or_default() {
        Gpc(true) => t::gpc_on(lang),
        Gpc(false) => t::gpc_off(lang),
    };
    view! {
        <h2>{t::gpc(lang)}</h2>
        <p>{text}</p>
        <p>{t::gpc_dnt(lang)}</p>
    }
}

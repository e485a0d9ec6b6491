//! A link: its address and its words, in a dialog.

use cv::rich::completed_link;
use cv::rich::typing::Link;
use leptos::prelude::*;
use texts::editor as t;
use web_sys::SubmitEvent;

use super::{Tools, focus_soon};
use crate::editor::dialog::Dialog;
use crate::editor::told;
use crate::language::lang;

#[component]
pub(crate) fn LinkDialog() -> impl IntoView {
    let tools = expect_context::<Tools>();
    let lang = lang();
    let open = tools.linking;
    // However it is closed. The button that opened it is hidden by then, and could not
    // have the focus again.
    Effect::new(move |was: Option<bool>| {
        let is = open.get();
        if was == Some(true)
            && !is
            && let Some((element, _)) = tools.current()
        {
            focus_soon(element.into());
        }
        is
    });
    view! {
        <Dialog open title=Signal::stored(t::rich_link(lang).to_owned())>
            <LinkForm/>
        </Dialog>
    }
}

/// Made when the dialog opens, with what the selection says then.
#[component]
fn LinkForm() -> impl IntoView {
    let tools = expect_context::<Tools>();
    let lang = lang();
    let link = tools
        .current()
        .map(|(_, area)| area.link())
        .unwrap_or_default();
    let is_there = !link.address.is_empty();
    let shown = link
        .address
        .strip_prefix("mailto:")
        .unwrap_or(&link.address);
    let address = RwSignal::new(shown.to_owned());
    let text = RwSignal::new(link.text);
    let refused = RwSignal::new(false);
    let put = move |address: String| {
        tools.linking.set(false);
        if let Some((element, area)) = tools.current() {
            let text = text.get_untracked();
            let area = area.with_link(&Link { text, address });
            tools.put_alone(&element, &area);
            tools.look();
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match completed_link(&address.get_untracked()) {
            Some(address) => put(address),
            None => refused.set(true),
        }
    };
    view! {
        <form class="link-form" novalidate on:submit=submit>
            <div class="field">
                <label for="link-address">{t::link_address(lang)}</label>
                <input
                    id="link-address"
                    type="text"
                    inputmode="url"
                    autocapitalize="off"
                    autocomplete="off"
                    spellcheck="false"
                    autofocus
                    aria-describedby="link-refused"
                    aria-invalid=told(move || refused.get().then_some("true"))
                    prop:value=told(move || address.get())
                    on:input=move |event| {
                        refused.set(false);
                        address.set(event_target_value(&event));
                    }
                />
                <p class="complaint" id="link-refused" aria-live="polite">
                    {told(move || refused.get().then(|| t::link_refused(lang)))}
                </p>
            </div>
            <div class="field">
                <label for="link-text">{t::link_text(lang)}</label>
                <input
                    id="link-text"
                    type="text"
                    autocomplete="off"
                    prop:value=told(move || text.get())
                    on:input=move |event| text.set(event_target_value(&event))
                />
            </div>
            <div class="actions">
                {is_there
                    .then(|| {
                        view! {
                            <button type="button" class="button plain" on:click=move |_| put(String::new())>
                                {t::link_remove(lang)}
                            </button>
                        }
                    })}
                <button type="button" class="button plain" on:click=move |_| tools.linking.set(false)>
                    {t::cancel(lang)}
                </button>
                <button type="submit" class="button primary">{t::link_put(lang)}</button>
            </div>
        </form>
    }
}

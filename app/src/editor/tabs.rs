//! On a phone, form and pages are two tabs of one screen. On a wide screen both
//! are there and the tabs are hidden by the style sheet.

use leptos::prelude::*;
use texts::editor as t;

use crate::editor::told;
use crate::language::lang;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    Form,
    Pages,
}

/// Which tab is shown.
#[derive(Clone, Copy)]
pub(crate) struct Tabs(pub(crate) RwSignal<Tab>);

impl Tabs {
    pub(crate) fn show(self, tab: Tab) {
        self.0.set(tab);
    }

    pub(crate) fn switch(self) {
        self.0.update(|tab| {
            *tab = match *tab {
                Tab::Form => Tab::Pages,
                Tab::Pages => Tab::Form,
            };
        });
    }
}

#[component]
pub(crate) fn TabBar() -> impl IntoView {
    let tabs = expect_context::<Tabs>();
    let lang = lang();
    let button = move |tab: Tab, name: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=told(move || (tabs.0.get() == tab).to_string())
                on:click=move |_| tabs.show(tab)
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="tab-bar" role="group">
            {button(Tab::Form, t::tab_form(lang))}
            {button(Tab::Pages, t::tab_paper(lang))}
        </div>
    }
}

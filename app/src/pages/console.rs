//! The console: what those who run the server look at and do, each part for who has
//! the right to it. Plain pages, made by the server alone.
//!
//! All parts are one [`Page`]: which of them it is, the server provides, with the
//! address and the title.

mod acts;
mod approvals;
mod front;
mod holds;
mod minors;
mod navigation;
mod person;
mod proof;
mod retention;
mod said;

use leptos::prelude::*;
use texts::{Lang, console as t};

use super::account::frame;
use crate::language::lang;
use crate::page::Page;

pub use front::{Front, search, waits};
pub use navigation::{Navigation, PARTS, Part};
pub use person::{Opened, PersonView};
pub use retention::RetentionView;
pub use said::Said;

/// A part of the console. The server provides it.
#[derive(Clone, Debug)]
pub struct Console {
    /// Its own address.
    pub to: String,
    pub said: Option<Said>,
    pub view: View,
}

/// What it shows.
#[derive(Clone, Debug)]
pub enum View {
    Person(Box<PersonView>),
    Minors(Vec<backend::AgeFlag>),
    Approvals(Vec<backend::Proposed>),
    Holds(Vec<backend::HoldShown>),
    Retention(Box<RetentionView>),
    Proof {
        proved: Vec<backend::Proved>,
        /// One is going on.
        running: bool,
    },
}

impl View {
    fn title(&self, lang: Lang) -> &'static str {
        match self {
            View::Person(_) => t::person_title(lang),
            View::Minors(_) => t::minors_title(lang),
            View::Approvals(_) => t::approvals_title(lang),
            View::Holds(_) => t::holds_title(lang),
            View::Retention(_) => t::retention_title(lang),
            View::Proof { .. } => t::proof_title(lang),
        }
    }
}

/// The title of the part that is shown.
pub(super) fn title(lang: Lang) -> &'static str {
    let console = use_context::<Console>();
    console.map_or(t::title(lang), |console| console.view.title(lang))
}

#[component]
pub(super) fn ConsolePage() -> impl IntoView {
    let lang = lang();
    let Some(console) = use_context::<Console>() else {
        return ().into_any();
    };
    let title = console.view.title(lang);
    let view = match console.view {
        View::Person(view) => person::section(*view, lang).into_any(),
        View::Minors(flags) => minors::section(flags, lang).into_any(),
        View::Approvals(proposed) => approvals::section(proposed, lang).into_any(),
        View::Holds(holds) => holds::section(holds, lang).into_any(),
        View::Retention(view) => retention::section(*view, lang).into_any(),
        View::Proof { proved, running } => proof::section(&proved, running, lang).into_any(),
    };
    let content = view! {
        <p><a href=Page::Admin.path()>"← "{texts::account::admin_title(lang)}</a></p>
        <h1>{title}</h1>
        {console.said.map(|said| said.shown(lang))}
        {view}
    };
    frame(Page::Console, console.to, content.into_any()).into_any()
}

/// A reason, as it is asked for wherever something is opened or done to somebody.
fn reason(name: &'static str, label: &'static str) -> impl IntoView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                name=name
                required
                autocomplete="off"
                minlength=privacy::REASON_LEAST.to_string()
                maxlength=privacy::REASON_MOST.to_string()
            />
        </label>
    }
}

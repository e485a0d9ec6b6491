//! Two versions of a CV: what differs, in words and on the pages.

use leptos::prelude::*;
use texts::{Lang, versions as t};

use super::{called, missing, restore_form, when};
use crate::language::lang;
use crate::page::{Page, versions_path};
use crate::pages::account::frame;

/// What the page shows. The server provides it.
#[derive(Clone, Debug)]
pub struct CompareView {
    /// The document's.
    pub id: String,
    pub old: Side,
    pub new: Side,
    pub changes: Vec<Changed>,
    /// How many changes these are.
    pub count: u64,
}

/// One of the two.
#[derive(Clone, Debug)]
pub struct Side {
    /// None for what the CV is now.
    pub number: Option<u64>,
    pub name: Option<String>,
    /// When the CV became that, in milliseconds since 1970.
    pub changed_at: i64,
    /// The pages: SVG.
    pub pages: Vec<String>,
}

/// What is otherwise in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub place: String,
    pub lines: Vec<ChangeLine>,
}

/// One thing that is otherwise: what it is, and if that is a text, how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    pub text: String,
    pub stretches: Vec<Stretch>,
}

/// A stretch of a text that is otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch {
    Same(String),
    Gone(String),
    New(String),
}

impl Side {
    fn called(&self, lang: Lang) -> String {
        match self.number {
            Some(_) => called(self.name.as_deref(), self.changed_at, lang),
            None => t::now(lang).to_owned(),
        }
    }
}

#[component]
pub(in crate::pages) fn ComparePage() -> impl IntoView {
    let lang = lang();
    let Some(view) = use_context::<CompareView>() else {
        return missing(Page::Compare, lang);
    };
    let path = versions_path(&view.id);
    let (old, new) = (view.old.called(lang), view.new.called(lang));
    let count = match view.count {
        0 => t::differ_none(lang).to_owned(),
        count => t::differ_count(lang, count),
    };
    let changes: Vec<_> = view.changes.iter().map(|it| changed(it, lang)).collect();
    let content = view! {
        <p class="links"><a href=path.clone()>"← "{t::to_versions(lang)}</a></p>
        <h1>{t::differ_title(lang)}</h1>
        <p class="lead">{t::differ_lead(lang, &new, &old)}</p>
        <p><strong>{count}</strong></p>
        <ul class="changes">{changes}</ul>
        <section class="compared">
            <h2>{t::pages_title(lang)}</h2>
            <p class="detail">{t::pages_hint(lang)}</p>
            <div class="compared-sides">
                {side(&view.old, t::pages_old(lang, &old), &path, lang)}
                {side(&view.new, t::pages_new(lang, &new), &path, lang)}
            </div>
        </section>
    };
    frame(Page::Compare, path, content.into_any()).into_any()
}

pub(in crate::pages) fn changed(changed: &Changed, lang: Lang) -> impl IntoView + use<> {
    let lines: Vec<_> = changed
        .lines
        .iter()
        .map(|line| {
            let stretches: Vec<_> = line.stretches.iter().map(|it| stretch(it, lang)).collect();
            view! { <li>{line.text.clone()} " " <span class="words">{stretches}</span></li> }
        })
        .collect();
    view! {
        <li>
            <strong>{changed.place.clone()}</strong>
            <ul>{lines}</ul>
        </li>
    }
}

/// Struck out and underlined, and said.
fn stretch(stretch: &Stretch, lang: Lang) -> AnyView {
    match stretch {
        Stretch::Same(text) => text.clone().into_any(),
        Stretch::Gone(text) => view! {
            <del>
                <span class="visually-hidden">{t::piece_gone(lang)} " "</span>
                {text.clone()}
            </del>
        }
        .into_any(),
        Stretch::New(text) => view! {
            <ins>
                <span class="visually-hidden">{t::piece_new(lang)} " "</span>
                {text.clone()}
            </ins>
        }
        .into_any(),
    }
}

fn side(side: &Side, title: String, path: &str, lang: Lang) -> impl IntoView + use<> {
    let pages: Vec<_> = side
        .pages
        .iter()
        .map(|page| view! { <div class="page" inner_html=page.clone()></div> })
        .collect();
    let back = side
        .number
        .map(|number| restore_form(path, number, &when(side.changed_at, lang), lang));
    view! {
        <div>
            <h3>{title}</h3>
            {back}
            {pages}
        </div>
    }
}

//! A copy of everything: asked for, being made, to be taken. Also for who has an
//! owner link and no account to sign in to.

use leptos::prelude::*;
use texts::{Lang, export as t};

use super::{date, form, frame, said, time};
use crate::language::lang;
use crate::page::{Page, Refresh};

/// Seconds after which the page is loaded anew while a copy is made.
const AGAIN: u32 = 3;
/// The page as it stays.
const STILL: &str = "/account/export?still=on";

/// What the page shows. The server provides it.
#[derive(Clone, Debug)]
pub struct ExportView {
    /// None if there is no copy.
    pub copy: Option<CopyLine>,
    /// Whether there are pages of an account to go back to.
    pub member: bool,
    /// Who reads with a screen reader, or slowly, has the page stay as it is.
    pub still: bool,
}

#[derive(Clone, Debug)]
pub struct CopyLine {
    pub id: String,
    pub state: CopyState,
    pub asked_at: i64,
    pub expires_at: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyState {
    /// So many steps of so many; of none, if it is not begun.
    Making {
        done: u32,
        total: u32,
    },
    Ready {
        bytes: u64,
    },
    Full,
    Failed,
}

impl ExportView {
    /// When the page is to be loaded anew by itself.
    pub fn refresh(&self) -> Option<Refresh> {
        let state = self.copy.as_ref().map(|copy| copy.state);
        let making = matches!(state, Some(CopyState::Making { .. }));
        (making && !self.still).then_some(Refresh(AGAIN))
    }
}

/// Where a copy is taken.
pub fn copy_path(id: &str) -> String {
    format!("{}/{id}", Page::Export.path())
}

#[component]
pub(crate) fn ExportPage() -> impl IntoView {
    let lang = lang();
    let form = form();
    let view = use_context::<ExportView>();
    let member = view.as_ref().is_some_and(|view| view.member);
    let still = view.as_ref().is_some_and(|view| view.still);
    let copy = view.and_then(|view| view.copy);
    let content = view! {
        {member.then(|| view! {
            <p><a href=Page::Account.path()>"← "{texts::account::account_title(lang)}</a></p>
        })}
        <h1>{t::title(lang)}</h1>
        {said(&form, lang)}
        <p class="lead">{t::lead(lang)}</p>
        {match copy {
            None => ask(t::ask(lang), "button primary").into_any(),
            Some(copy) => state(copy, still, lang),
        }}
    };
    frame(Page::Export, String::new(), content.into_any())
}

fn ask(words: &'static str, class: &'static str) -> impl IntoView {
    view! {
        <form method="post" action=Page::Export.path()>
            <button class=class>{words}</button>
        </form>
    }
}

fn delete(words: &'static str) -> impl IntoView {
    view! {
        <form method="post" action="/account/export/delete">
            <button class="button plain">{words}</button>
        </form>
    }
}

fn state(copy: CopyLine, still: bool, lang: Lang) -> AnyView {
    match copy.state {
        CopyState::Making { done, total } => {
            let progress = (total > 0).then(|| {
                let words = t::progress(lang, done, total);
                view! {
                    <p role="status">{words.clone()}</p>
                    <progress value=done max=total aria-label=words></progress>
                }
            });
            view! {
                <h2>{t::underway(lang)}</h2>
                {match progress {
                    Some(progress) => progress.into_any(),
                    None => view! { <p role="status">{t::waits(lang)}</p> }.into_any(),
                }}
                {match still {
                    true => view! {
                        <p><a class="button" href=Page::Export.path()>{t::look(lang)}</a></p>
                    }
                    .into_any(),
                    false => view! {
                        <p class="detail">{t::reloads(lang)}</p>
                        <p><a href=STILL>{t::still(lang)}</a></p>
                    }
                    .into_any(),
                }}
                {delete(t::stop(lang))}
            }
            .into_any()
        }
        CopyState::Ready { bytes } => {
            let text = t::ready_text(
                lang,
                time(copy.asked_at),
                bytes.div_ceil(1000),
                date(copy.expires_at),
            );
            view! {
                <h2>{t::ready(lang)}</h2>
                <p>{text}</p>
                <p><a class="button primary" href=copy_path(&copy.id)>{t::download(lang)}</a></p>
                <p class="detail">{t::care(lang)}</p>
                {ask(t::ask_again(lang), "button")}
                {delete(t::delete(lang))}
            }
            .into_any()
        }
        CopyState::Full | CopyState::Failed => {
            let text = match copy.state {
                CopyState::Full => t::full(lang),
                _ => t::failed(lang),
            };
            view! {
                <p class="complaint" role="alert">{text}</p>
                {ask(t::ask(lang), "button primary")}
            }
            .into_any()
        }
    }
}

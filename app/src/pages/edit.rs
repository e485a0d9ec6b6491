//! The editor's page around the editor: what is seen where it cannot run, whose
//! the page is, and what a member is asked. Nothing of it is hydrated, so that its
//! words and its markup are no part of the program.

use leptos::prelude::*;
use texts::{Lang, account as words, messages, site as t, terms};

use super::ROOT;
use super::looks::looks;
use super::optional::OptionalNotice;
use super::terms::Asked;
use crate::account::here;
use crate::editor::Editor;
use crate::language::lang;
use crate::page::{Page, SIGN_OUT};
#[cfg(feature = "ssr")]
use crate::shell::Kept;

/// The question whether drafts from before come along, and its answers.
pub(crate) const OLD: &str = "old-drafts";
pub(crate) const TAKE: &str = "take";
pub(crate) const LEAVE: &str = "leave";
/// The question what becomes of what the server does not have, and its answers.
pub(crate) const OUT: &str = "sign-out";
pub(crate) const SAVE: &str = "save";
pub(crate) const ANYWAY: &str = "anyway";
/// The form that ends the session.
pub(crate) const END: &str = "end-session";

/// The style sheet shows the notice that the shell's script has found to be true.
#[component]
pub(super) fn Edit() -> impl IntoView {
    let lang = lang();
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
        {whose(lang)}
        {ended(lang)}
        <OptionalNotice page=Page::Edit/>
        {asked(lang)}
        <div id=ROOT>
            <Editor/>
        </div>
        {looks(lang)}
        {here().member().then(|| questions(lang))}
    }
}

/// That nothing is stored, and the ways in and out.
fn whose(lang: Lang) -> impl IntoView {
    let here = here();
    // What is in a tab's memory alone is not to be lost on the way.
    let target = here.shared.then_some("_blank");
    let out = format!("{}{SIGN_OUT}", Page::Edit.path());
    let sign_in = |class, to: String| {
        view! { <a class=class href=to target=target>{words::sign_in_title(lang)}</a> }
    };
    let links = match here.member() {
        _ if kept() => view! {
            {sign_in("again", sign_in_again())}
            <span>{t::kept_page(lang)}</span>
            <a href=Page::Edit.path()>{t::kept_page_again(lang)}</a>
        }
        .into_any(),
        true => view! {
            // Seen when the session has ended.
            {sign_in("again", sign_in_again())}
            <a href=Page::Cvs.path()>{words::cvs_title(lang)}</a>
            <a href=out>{words::sign_out(lang)}</a>
        }
        .into_any(),
        false => sign_in("", Page::SignIn.path().to_owned()).into_any(),
    };
    view! {
        <div class="whose">
            {here.shared.then(|| view! { <aside>{t::shared_banner(lang)}</aside> })}
            <nav aria-label=words::account_title(lang)>{links}</nav>
        </div>
    }
}

/// Whether the page is one that browsers keep.
fn kept() -> bool {
    #[cfg(feature = "ssr")]
    let kept = use_context::<Kept>().is_some();
    #[cfg(not(feature = "ssr"))]
    let kept = false;
    kept
}

/// What whoever's session has ended is asked, while they go on typing. The style sheet
/// shows one of the three: to a member, to whoever has an owner link, and where the
/// page is for nobody and a member has left drafts behind.
fn ended(lang: Lang) -> impl IntoView {
    let here = here();
    let to = sign_in_again();
    let ways = |to: String| {
        view! {
            <div class="actions">
                // What is in a tab's memory alone is not to be lost on the way.
                {(!here.shared).then(|| view! {
                    <a class="button primary" href=to.clone()>{words::sign_in_title(lang)}</a>
                })}
                <a class="button" href=to target="_blank">{t::ended_new_tab(lang)}</a>
            </div>
        }
    };
    view! {
        <div class="notice ended member" role="alert">
            <p><strong>{t::ended(lang)}</strong> " " {t::ended_member(lang)}</p>
            {ways(to.clone())}
        </div>
        <div class="notice ended link" role="alert">
            <p><strong>{t::ended(lang)}</strong> " " {t::ended_link(lang)}</p>
        </div>
        <div class="notice ended left" role="status">
            <p>{t::ended_left(lang)}</p>
            {ways(to)}
        </div>
    }
}

/// Where a member signs in to come back to what they are writing.
fn sign_in_again() -> String {
    format!("{}?to={}", Page::SignIn.path(), Page::Edit.path())
}

/// That there are newer terms, for whoever has saved here. They are answered beside
/// the editor, which goes on as before.
fn asked(lang: Lang) -> impl IntoView {
    let asked = use_context::<Asked>().unwrap_or_default().0;
    asked.then(|| {
        view! {
            <aside class="optional" aria-label=terms::asked_title(lang)>
                <p>
                    {terms::asked_notice(lang)}
                    " "
                    <a href=Page::Acceptance.path() target="_blank" rel="noopener">
                        {terms::asked_read(lang)}
                    </a>
                </p>
            </aside>
        }
    })
}

/// What a member is asked about drafts. The editor fills in which, and shows it.
fn questions(lang: Lang) -> impl IntoView {
    view! {
        {question(
            OLD,
            "submit",
            t::old_drafts(lang),
            [t::old_drafts_text(lang), t::old_drafts_busy(lang)],
            [(TAKE, t::old_drafts_take(lang)), (LEAVE, t::old_drafts_leave(lang))],
            lang,
        )}
        {question(
            OUT,
            "button",
            words::sign_out(lang),
            [t::sign_out_missing(lang), t::sign_out_busy(lang)],
            [(SAVE, t::sign_out_save(lang)), (ANYWAY, t::sign_out_anyway(lang))],
            lang,
        )}
        <form method="post" id=END></form>
    }
}

/// `kind` of its buttons: one that submits the form closes the question.
fn question(
    id: &'static str,
    kind: &'static str,
    title: &'static str,
    [lead, busy]: [&'static str; 2],
    [yes, no]: [(&'static str, &'static str); 2],
    lang: Lang,
) -> impl IntoView {
    view! {
        <dialog class="dialog" id=id aria-label=title>
            <form method="dialog" class="dialog-body">
                <h2>{title}</h2>
                <p class="busy" role="status">{busy}</p>
                <p class="lead">{lead}</p>
                <ul class="facts"></ul>
                <p class="complaint" role="alert"></p>
                <div class="actions">
                    <button type=kind class="button primary" value=yes.0>{yes.1}</button>
                    <button type=kind class="button" value=no.0>{no.1}</button>
                    <button class="button plain">{t::cancel(lang)}</button>
                </div>
            </form>
        </dialog>
    }
}

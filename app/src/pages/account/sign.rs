//! Signing up, signing in, and what belongs to it.

use leptos::prelude::*;
use privacy::Asked;
use texts::{Lang, account as t};

use super::acceptance::terms_box;
use super::fields::new_password;
use super::{Form, Problem, asking, check, form, frame, said};
use crate::language::lang;
use crate::page::Page;

/// 18, policy and terms: three boxes, unticked, each for itself.
fn declarations(lang: Lang) -> impl IntoView {
    let policy = view! {
        {t::declare_policy_before(lang)}
        " "
        <a href=Page::Privacy.path() target="_blank" rel="noopener">{t::declare_policy_link(lang)}</a>
        " (" {privacy::POLICY_VERSION} ")"
    };
    view! {
        {check("adult", t::declare_adult(lang), true)}
        {check("policy", policy, true)}
        {terms_box(true, lang)}
    }
}

/// Where the script for passkeys puts its button. Without it nothing is seen.
fn passkey(what: &'static str, button: &'static str, lang: Lang) -> impl IntoView {
    view! {
        <div class="passkey" data-passkey=what hidden>
            <p class="or">{t::or(lang)}</p>
            <button type="button" class="button">{button}</button>
            <p class="complaint" role="alert" hidden data-failed=t::problem_passkey(lang)></p>
        </div>
    }
}

#[component]
pub(crate) fn SignUpPage() -> impl IntoView {
    let lang = lang();
    let form = form();
    let action = match form.action.is_empty() {
        true => Page::SignUp.path().to_owned(),
        false => form.action.clone(),
    };
    // Nobody fills in a form that will not be taken.
    let taken = !matches!(
        form.problem,
        Some(Problem::Closed | Problem::OnlyInvited | Problem::NoInvitation)
    );
    let content = view! {
        <h1>{t::sign_up_title(lang)}</h1>
        {taken.then(|| view! { <p class="lead">{t::sign_up_lead(lang)}</p> })}
        {said(&form, lang)}
        {taken.then(|| view! {
            <form method="post" action=action.clone() class="stack">
                {asking(Asked::SignUpEmail, "email", t::email(lang), "email", "username", form.value("email"), lang)}
                {declarations(lang)}
                <button class="button primary">{t::sign_up_button(lang)}</button>
                <p class="detail">{t::sign_up_next(lang)}</p>
                {passkey("sign-up", t::passkey_sign_up(lang), lang)}
            </form>
        })}
        <p>{t::have_account(lang)} " " <a href=Page::SignIn.path()>{t::sign_in_title(lang)}</a></p>
    };
    frame(Page::SignUp, action, content.into_any())
}

#[component]
pub(crate) fn SignInPage() -> impl IntoView {
    let lang = lang();
    let form = form();
    let content = view! {
        <h1>{t::sign_in_title(lang)}</h1>
        {said(&form, lang)}
        <form method="post" action=Page::SignIn.path() class="stack">
            <input type="hidden" name="to" value=form.value("to")/>
            {asking(Asked::SignInEmail, "email", t::email(lang), "email", "username webauthn", form.value("email"), lang)}
            {asking(Asked::SignInPassword, "password", t::password(lang), "password", "current-password", String::new(), lang)}
            {check("shared", t::shared(lang), false)}
            <p class="detail">{t::shared_hint(lang)}</p>
            <button class="button primary">{t::sign_in_button(lang)}</button>
            {passkey("sign-in", t::passkey_sign_in(lang), lang)}
        </form>
        <p><a href=Page::AskReset.path()>{t::forgot(lang)}</a></p>
        <p>{t::no_account(lang)} " " <a href=Page::SignUp.path()>{t::sign_up_title(lang)}</a></p>
    };
    frame(Page::SignIn, String::new(), content.into_any())
}

/// The second factor, after the password.
#[component]
pub(crate) fn Code() -> impl IntoView {
    let lang = lang();
    let form = form();
    let content = view! {
        <h1>{t::code_title(lang)}</h1>
        <p class="lead">{t::code_lead(lang)}</p>
        {said(&form, lang)}
        <form method="post" action=Page::SignInCode.path() class="stack">
            <input type="hidden" name="ticket" value=form.value("ticket")/>
            <input type="hidden" name="shared" value=form.value("shared")/>
            <input type="hidden" name="to" value=form.value("to")/>
            {asking(Asked::SignInCode, "code", t::code(lang), "text", "one-time-code", String::new(), lang)}
            <button class="button primary">{t::sign_in_button(lang)}</button>
        </form>
    };
    frame(Page::SignIn, String::new(), content.into_any())
}

/// Who asks for something that matters proves once more who they are.
#[component]
pub(crate) fn Prove() -> impl IntoView {
    let lang = lang();
    let form = form();
    let content = view! {
        <h1>{t::prove_title(lang)}</h1>
        <p class="lead">{t::prove_lead(lang)}</p>
        {said(&form, lang)}
        <form method="post" action=Page::Prove.path() class="stack">
            <input type="hidden" name="to" value=form.value("to")/>
            {(form.value("password") != "none").then(|| view! {
                {asking(Asked::SignInPassword, "password", t::password(lang), "password", "current-password", String::new(), lang)}
                <button class="button primary">{t::go_on(lang)}</button>
            })}
            {passkey("prove", t::passkey_prove(lang), lang)}
        </form>
    };
    frame(
        Page::Prove,
        Page::Account.path().to_owned(),
        content.into_any(),
    )
}

#[component]
pub(crate) fn AskReset() -> impl IntoView {
    let lang = lang();
    let form = form();
    let content = view! {
        <h1>{t::reset_title(lang)}</h1>
        <p class="lead">{t::reset_lead(lang)}</p>
        {said(&form, lang)}
        <form method="post" action=Page::AskReset.path() class="stack">
            {asking(Asked::ResetEmail, "email", t::email(lang), "email", "username", form.value("email"), lang)}
            <button class="button primary">{t::reset_button(lang)}</button>
        </form>
    };
    frame(Page::AskReset, String::new(), content.into_any())
}

/// The same words whether or not the address has an account.
#[component]
pub(crate) fn CheckMail() -> impl IntoView {
    let lang = lang();
    let content = view! {
        <h1>{t::check_mail_title(lang)}</h1>
        <p class="lead">{t::check_mail_text(lang)}</p>
        <p>{t::check_mail_late(lang)}</p>
    };
    frame(Page::SignIn, String::new(), content.into_any())
}

/// Behind a letter's link: the password of a new account, or another one.
#[component]
pub(crate) fn ChoosePassword() -> impl IntoView {
    let lang = lang();
    let form = form();
    let gone = form.problem == Some(Problem::Gone);
    let fresh = form.value("fresh") == "on";
    let title = match (gone, fresh) {
        (true, _) => t::gone_title(lang),
        (false, true) => t::choose_title(lang),
        (false, false) => t::choose_again_title(lang),
    };
    let (begin, again) = match fresh {
        true => (Page::SignUp, t::sign_up_title(lang)),
        false => (Page::AskReset, t::reset_title(lang)),
    };
    let content = view! {
        <h1>{title}</h1>
        {said(&form, lang)}
        {(!gone).then(|| choose(&form, lang))}
        {gone.then(|| view! { <p><a class="button" href=begin.path()>{again}</a></p> })}
        {(gone && fresh).then(|| view! {
            <p>{t::have_account(lang)} " " <a href=Page::SignIn.path()>{t::sign_in_title(lang)}</a></p>
        })}
    };
    frame(Page::SignIn, String::new(), content.into_any())
}

fn choose(form: &Form, lang: Lang) -> impl IntoView + use<> {
    view! {
        <p class="lead">{t::choose_lead(lang)}</p>
        <form method="post" action=form.action.clone() class="stack">
            {new_password(lang)}
            <button class="button primary">{t::choose_button(lang)}</button>
        </form>
    }
}

/// Behind the link to a new address. A button, because mail programs follow
/// links by themselves.
#[component]
pub(crate) fn ConfirmEmail() -> impl IntoView {
    let lang = lang();
    let form = form();
    let good = form.problem.is_none();
    let title = match good {
        true => t::confirm_email_title(lang),
        false => t::gone_title(lang),
    };
    let content = view! {
        <h1>{title}</h1>
        {said(&form, lang)}
        {good.then(|| view! {
            <form method="post" action=form.action.clone() class="stack">
                <button class="button primary">{t::confirm_email_button(lang)}</button>
            </form>
        })}
        {(!good).then(|| view! {
            <p><a class="button" href=Page::Account.path()>{t::account_title(lang)}</a></p>
        })}
    };
    frame(Page::SignIn, String::new(), content.into_any())
}

/// The first administrator, by the link that the server printed.
#[component]
pub(crate) fn SetUp() -> impl IntoView {
    let lang = lang();
    let form = form();
    let gone = form.problem == Some(Problem::NoInvitation);
    let content = view! {
        <h1>{t::set_up_title(lang)}</h1>
        {said(&form, lang)}
        {(!gone).then(|| view! {
            <p class="lead">{t::set_up_lead(lang)}</p>
            <form method="post" action=form.action.clone() class="stack">
                {asking(Asked::SignUpEmail, "email", t::email(lang), "email", "username", form.value("email"), lang)}
                {new_password(lang)}
                {declarations(lang)}
                <button class="button primary">{t::set_up_button(lang)}</button>
            </form>
        })}
    };
    frame(Page::SignIn, String::new(), content.into_any())
}

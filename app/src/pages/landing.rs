//! The start page: what the product is, in one screen, and one button.

use leptos::prelude::*;
use texts::{Lang, account as words, promises, site as t, terms};

use super::LanguageChoice;
use super::account::{Visitor, banner};
use super::optional::OptionalNotice;
use crate::language::lang;
use crate::page::Page;

#[component]
pub(super) fn Landing() -> impl IntoView {
    let lang = lang();
    let points = [
        (
            t::home_point_private(lang),
            t::home_point_private_text(lang),
        ),
        (t::home_point_exact(lang), t::home_point_exact_text(lang)),
        (t::home_point_open(lang), t::home_point_open_text(lang)),
    ];
    view! {
        <Header page=Page::Landing/>
        <main class="landing" id="main">
            <div class="pitch">
                <h1>{t::home_headline(lang)}</h1>
                <p class="lead">{t::home_lead(lang)}</p>
                <p>
                    <a class="button primary large" href=Page::Edit.path()>{t::create(lang)}</a>
                    <span class="aside">{t::home_no_account(lang)}</span>
                </p>
                <dl class="points">
                    {points
                        .into_iter()
                        .map(|(name, text)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> })
                        .collect_view()}
                </dl>
            </div>
            <div class="sample page" role="img" aria-label=t::home_paper_alt(lang) inner_html=sample_page(lang)></div>
        </main>
        <Footer/>
    }
}

#[component]
pub(super) fn Header(
    page: Page,
    /// The page's address, if it has more than one.
    #[prop(optional, into)]
    to: String,
) -> impl IntoView {
    let lang = lang();

    view! {
        <a class="skip" href="#main">{t::skip(lang)}</a>
        <header class="site-head">
            <a class="brand" href=Page::Landing.path()>{t::product(lang)}</a>
            {account(lang)}
            <LanguageChoice page to=to.clone()/>
        </header>
        {banner(page, lang)}
        <OptionalNotice page to/>
        {super::coming::banner(lang)}
    }
}

/// Where somebody signs in, or what is theirs.
fn account(lang: Lang) -> impl IntoView {
    match use_context::<Visitor>().unwrap_or_default() {
        Visitor::Nobody => view! {
            <nav class="account-nav" aria-label=words::account_title(lang)>
                <a href=Page::SignIn.path()>{words::sign_in_title(lang)}</a>
            </nav>
        }
        .into_any(),
        visitor => view! {
            <nav class="account-nav" aria-label=words::account_title(lang)>
                <a href=Page::Cvs.path()>{words::cvs_title(lang)}</a>
                <a href=Page::Account.path()>{words::account_title(lang)}</a>
                {(visitor == Visitor::Staff).then(|| view! {
                    <a href=Page::Admin.path()>{words::admin_title(lang)}</a>
                })}
                <a href="/edit#sign-out">{words::sign_out(lang)}</a>
            </nav>
        }
        .into_any(),
    }
}

#[component]
pub(super) fn Footer() -> impl IntoView {
    let lang = lang();
    view! {
        <footer class="site-foot" aria-label=t::footer_label(lang)>
            <a href=Page::Privacy.path()>{t::nav_privacy(lang)}</a>
            <a href=Page::Terms.path()>{terms::title(lang)}</a>
            <a href=Page::Storage.path()>{t::nav_storage(lang)}</a>
            <a href=Page::Promises.path()>{promises::promises_title(lang)}</a>
            <a href=Page::Contact.path()>{texts::cases::footer_contact(lang)}</a>
            <span>{t::footer_license(lang)}</span>
        </footer>
    }
}

/// The first page of the example CV as the typesetter draws it: the same code
/// that draws every page in the product. Made once for each language.
#[cfg(feature = "ssr")]
fn sample_page(lang: texts::Lang) -> String {
    use std::sync::LazyLock;
    static PAGES: LazyLock<[String; 2]> =
        LazyLock::new(|| [cv::Language::Swedish, cv::Language::English].map(draw));

    fn draw(language: cv::Language) -> String {
        let mut next = 0;
        let template = typeset::template::default().for_document();
        let document = cv::example(language, template, || {
            next += 1;
            cv::Id(next)
        });
        // The fonts are part of the program; without them nothing is drawn.
        typeset::Engine::new(typeset::Fonts::embedded())
            .map(|mut engine| {
                let pages = engine.layout(document.shown());
                typeset::svg::page(&pages, 0, typeset::svg::Audience::Picture, None)
            })
            .unwrap_or_default()
    }

    match crate::language::document_language(lang) {
        cv::Language::Swedish => PAGES[0].clone(),
        _ => PAGES[1].clone(),
    }
}

#[cfg(not(feature = "ssr"))]
fn sample_page(_lang: texts::Lang) -> String {
    String::new()
}

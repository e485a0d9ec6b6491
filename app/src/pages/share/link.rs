//! A new link, and one that is there.

use leptos::prelude::*;
use texts::{Lang, links as t, site};

use super::form::{preview, show, terms};
use super::{
    Differs, LinkLine, LinkState, Sharing, ShowForm, TermsForm, called, notes, problem, state,
};
use crate::page::{Page, share_path};
use crate::pages::account::date;
use crate::pages::versions::changed;

/// A link that is to be made.
pub(super) fn new(sharing: &Sharing, form: &ShowForm, said: &TermsForm, lang: Lang) -> AnyView {
    let path = share_path(&sharing.id);
    let content = view! {
        <p class="links">
            <a href=Page::Edit.path()>"← "{site::share_back(lang)}</a>
        </p>
        <h1>{site::share_title(lang)}</h1>
        {notes(sharing)}
        {before(form, lang)}
        <form method="post" action=format!("{path}/publish")>
            {show(&sharing.id, form, lang)}
            <button class="button" formaction=format!("{path}/new") formnovalidate>
                {site::share_look(lang)}
            </button>
            {terms(said, &sharing.address, lang)}
            {problem(sharing)}
            <button class="button primary">{site::share_publish(lang)}</button>
        </form>
    };
    beside(content.into_any(), preview(&sharing.id, form, None), lang)
}

/// What is to be known before anything is published.
fn before(form: &ShowForm, lang: Lang) -> impl IntoView + use<> {
    view! {
        <p class="lead">{site::share_lead(lang)}</p>
        <p>{site::share_copies(lang)}</p>
        {(!form.content).then(|| view! { <p class="complaint">{site::share_empty(lang)}</p> })}
    }
}

/// A link that is there.
pub(super) fn one(
    sharing: &Sharing,
    line: &LinkLine,
    form: &ShowForm,
    said: &TermsForm,
    lang: Lang,
) -> AnyView {
    let links = share_path(&sharing.id);
    let path = format!("{links}/{}", line.id);
    let open = line.state == LinkState::Open;
    let again = match line.state {
        LinkState::Open => site::share_publish_again(lang),
        LinkState::Ended | LinkState::Withdrawn => t::publish_anew(lang),
    };
    let hint = match line.state {
        LinkState::Open => t::publish_again_hint(lang),
        LinkState::Ended => t::publish_ended_hint(lang),
        LinkState::Withdrawn => t::publish_withdrawn_hint(lang),
    };
    let revoke = (line.state != LinkState::Withdrawn).then(|| {
        let action = format!("{path}/revoke");
        view! {
            <form method="post" action=action>
                <button class="button danger">{site::share_unpublish(lang)}</button>
                <p class="detail">{site::share_unpublish_text(lang)}</p>
            </form>
        }
    });
    let content = view! {
        <p class="links">
            <a href=Page::Edit.path()>"← "{site::share_back(lang)}</a>
            " · "
            <a href=links>{t::to_links(lang)}</a>
        </p>
        <h1>{called(line)}</h1>
        {notes(sharing)}
        {problem(sharing)}
        <section class="published" aria-labelledby="state">
            <h2 id="state">{state(line)}</h2>
            {address(line, &sharing.address, open, lang)}
            {open.then(|| code(&path, lang))}
        </section>
        <section aria-labelledby="shows">
            <h2 id="shows">{t::shows(lang)}</h2>
            {published(line, lang)}
            {before(form, lang)}
            <form method="post" action=format!("{path}/publish")>
                {show(&sharing.id, form, lang)}
                <button class="button" formmethod="get" formaction=path.clone()>
                    {site::share_look(lang)}
                </button>
                <button class="button primary">{again}</button>
                <p class="detail">{hint}</p>
            </form>
        </section>
        <section aria-labelledby="settings">
            <h2 id="settings">{t::settings(lang)}</h2>
            <form method="post" action=path.clone()>
                {terms(said, &sharing.address, lang)}
                <button class="button primary">{t::save(lang)}</button>
                <p class="detail">{t::save_hint(lang)}</p>
            </form>
        </section>
        <section aria-labelledby="end">
            <h2 id="end">{t::end(lang)}</h2>
            {revoke}
            <form method="post" action=format!("{path}/delete")>
                <button class="button danger">{t::delete(lang)}</button>
                <p class="detail">{t::delete_hint(lang)}</p>
            </form>
        </section>
    };
    beside(content.into_any(), preview(&sharing.id, form, None), lang)
}

/// The address, to be copied, and those that lead to it.
pub(super) fn address(
    line: &LinkLine,
    before: &str,
    open: bool,
    lang: Lang,
) -> impl IntoView + use<> {
    let whole = format!("{before}{}", line.slug);
    let href = format!("/cv/{}", line.slug);
    let id = format!("address-{}", line.id);
    let former = line.former.iter().map(|slug| format!("/cv/{slug}"));
    let former: Vec<String> = former.collect();
    let former = (!former.is_empty())
        .then(|| view! { <p class="detail">{t::former(lang, former.join(", "))}</p> });
    let look = open.then(|| view! { <a href=href>{t::open(lang)}</a> });
    view! {
        <p class="copy">
            <label class="visually-hidden" for=id.clone()>{t::copy(lang)}</label>
            <input type="text" id=id readonly value=whole/>
            {look}
        </p>
        {former}
    }
}

/// The QR code, and its files.
fn code(path: &str, lang: Lang) -> impl IntoView + use<> {
    let (svg, png) = (format!("{path}/qr.svg"), format!("{path}/qr.png"));
    view! {
        <details>
            <summary>{t::qr(lang)}</summary>
            <img src=svg.clone() alt=t::qr_alt(lang) width="180" height="180"/>
            <p>
                <a href=svg download="qr.svg">"SVG"</a>
                " · "
                <a href=png download="qr.png">"PNG"</a>
            </p>
            <p class="detail">{t::qr_hint(lang)}</p>
        </details>
    }
}

/// When it was published, and what differs since.
fn published(line: &LinkLine, lang: Lang) -> impl IntoView + use<> {
    let since = match line.state {
        LinkState::Withdrawn => None,
        LinkState::Open | LinkState::Ended => Some(t::published_on(lang, date(line.published_at))),
    };
    let differs = match &line.differs {
        Differs::Nothing => None,
        Differs::No => Some(view! { <p>{site::share_published_current(lang)}</p> }.into_any()),
        Differs::Somehow => Some(view! { <p>{site::share_published_older(lang)}</p> }.into_any()),
        Differs::In {
            changes,
            photo,
            details,
            variants,
        } => {
            let lines: Vec<_> = changes.iter().map(|it| changed(it, lang)).collect();
            let also = [
                photo.then(|| t::differs_photo(lang)),
                details.then(|| t::differs_details(lang)),
                variants.then(|| t::differs_variants(lang)),
            ];
            let also: Vec<_> = also
                .into_iter()
                .flatten()
                .map(|text| view! { <li>{text}</li> })
                .collect();
            let whole = view! {
                <p>{site::share_published_older(lang)}</p>
                <details>
                    <summary>{t::differs(lang)}</summary>
                    <ul class="changes">{lines} {also}</ul>
                </details>
            };
            Some(whole.into_any())
        }
    };
    view! {
        {since.map(|text| view! { <p>{text}</p> })}
        {differs}
    }
}

/// The forms, and beside them the page as others would see it.
fn beside(content: AnyView, preview: String, lang: Lang) -> AnyView {
    view! {
        // Named, since the page that is shown in it has a main part too.
        <main class="share-page" id="main" aria-label=site::share_title(lang)>
            <div class="share-form">{content}</div>
            <iframe class="share-preview" src=preview title=site::share_preview(lang)></iframe>
        </main>
    }
    .into_any()
}

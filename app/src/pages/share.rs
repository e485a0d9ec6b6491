//! Where a saved CV is published: a plain page with forms, which works without
//! a script. The preview in it is the public page itself.

pub mod removed;
pub mod statistics;

use cv::{Field, PersonalField};
use leptos::prelude::*;
use texts::{Lang, consent, details, linked, site as t};

use super::landing::{Footer, Header};
use crate::editor::{detail_name, field_name};
use crate::language::lang;
use crate::page::{Page, share_path, statistics_path};

/// What the page shows. The server provides it.
#[derive(Clone, Debug)]
pub struct Sharing {
    /// The document's id.
    pub id: String,
    /// The version that is shown, and published if its owner says so.
    pub version: u64,
    /// The contact details that the document has, and whether each is shown.
    pub fields: Vec<(Field, bool)>,
    /// The personal details that it could show others, and whether each is shown.
    pub details: Vec<(PersonalField, bool)>,
    /// The last part of the address.
    pub slug: String,
    /// What stands before it, for people to read: `https://merit.example/cv/`.
    pub address: String,
    /// The page that is public now.
    pub public: Option<Public>,
    pub problem: Option<Problem>,
    /// It is a profile, which is not for others.
    pub profile: bool,
    /// There is something to publish.
    pub content: bool,
    /// Its owner has restricted processing: nothing of it is shown.
    pub restricted: bool,
}

/// A public page.
#[derive(Clone, Debug)]
pub struct Public {
    pub slug: String,
    /// It shows the document as it is saved, with what the form says.
    pub current: bool,
    /// The page's id, by which its statistics are found.
    pub page: String,
}

/// Why it was not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    BadSlug,
    SlugTaken,
    Stale,
    Restricted,
    /// The account is to be erased.
    Leaving,
    /// A profile is not for others.
    Profile,
    /// It is a letter, which is for nobody but whom it is written to.
    Letter,
    /// Those who run the server have taken a page of it down.
    TakenDown,
}

impl Problem {
    fn message(self, lang: Lang) -> &'static str {
        match self {
            Problem::BadSlug => t::share_bad_slug(lang),
            Problem::SlugTaken => t::share_slug_taken(lang),
            Problem::Stale => t::share_stale(lang),
            Problem::Restricted => consent::share_not_published(lang),
            Problem::Leaving => t::share_leaving(lang),
            Problem::Profile => linked::share_profile(lang),
            Problem::Letter => t::share_letter(lang),
            Problem::TakenDown => texts::abuse::problem_taken_down(lang),
        }
    }
}

/// The address of the preview with these details shown.
fn preview(sharing: &Sharing) -> String {
    let shown = sharing.fields.iter().filter(|(_, shown)| *shown);
    let mut shown: Vec<String> = shown
        .map(|(field, _)| format!("show={}", field.json()))
        .collect();
    let details = sharing.details.iter().filter(|(_, shown)| *shown);
    shown.extend(details.map(|(field, _)| format!("detail={}", field.json())));
    format!("{}/page?{}", share_path(&sharing.id), shown.join("&"))
}

#[component]
pub(super) fn Share() -> impl IntoView {
    let lang = lang();
    let Some(sharing) = use_context::<Sharing>() else {
        return super::notice::Notice(super::notice::NoticeProps {
            page: Page::Landing,
            title: t::share_signed_out(lang),
            text: t::share_signed_out_text(lang).into(),
        })
        .into_any();
    };
    if sharing.profile {
        return super::notice::Notice(super::notice::NoticeProps {
            page: Page::Landing,
            title: linked::share_profile_title(lang),
            text: linked::share_profile(lang).into(),
        })
        .into_any();
    }
    if sharing.problem == Some(Problem::Letter) {
        return super::notice::Notice(super::notice::NoticeProps {
            page: Page::Landing,
            title: t::share_letter_title(lang),
            text: t::share_letter(lang).into(),
        })
        .into_any();
    }
    let path = share_path(&sharing.id);
    let again = sharing.public.is_some();
    let public = sharing
        .public
        .clone()
        .map(|public| public_page(&public, &sharing.address, &path, lang));
    let counted = sharing
        .public
        .as_ref()
        .map(|public| statistics_path(&sharing.id, &public.page))
        .map(|to| view! { <p><a href=to>{texts::statistics::link(lang)}</a></p> });
    let checks = sharing
        .fields
        .iter()
        .map(|(field, shown)| check("show", field.json(), *shown, field_name(*field, lang)))
        .collect_view();
    let personal = personal(&sharing.details, lang);
    view! {
        <Header page=Page::Share to=path.clone()/>
        <main class="share-page" id="main">
            <div class="share-form">
                <p><a href=Page::Edit.path()>"← "{t::share_back(lang)}</a></p>
                <h1>{t::share_title(lang)}</h1>
                {sharing.restricted.then(|| view! {
                    <p class="complaint">
                        {consent::share_restricted(lang)}
                        " "
                        <a href=Page::MyData.path()>{texts::data::title(lang)}</a>
                    </p>
                })}
                {removed::notices(&sharing.address, lang)}
                {public}
                {counted}
                <p class="lead">{t::share_lead(lang)}</p>
                <p>{t::share_copies(lang)}</p>
                {(!sharing.content).then(|| view! { <p class="complaint">{t::share_empty(lang)}</p> })}
                <form method="post" action=format!("{path}/publish")>
                    <input type="hidden" name="version" value=sharing.version.to_string()/>
                    <fieldset>
                        <legend>{t::share_shown(lang)}</legend>
                        {checks}
                        <p class="detail">{t::share_shown_hint(lang)}</p>
                    </fieldset>
                    {personal}
                    <button class="button" formmethod="get" formaction=path.clone()>
                        {t::share_look(lang)}
                    </button>
                    <label class="slug" for="slug">{t::share_address(lang)}</label>
                    <div class="address">
                        <span aria-hidden="true">{sharing.address.clone()}</span>
                        <input
                            type="text"
                            id="slug"
                            name="slug"
                            value=sharing.slug.clone()
                            required
                            minlength="3"
                            maxlength="60"
                            pattern="[a-z0-9\\-]{3,60}"
                            autocapitalize="none"
                            autocomplete="off"
                            spellcheck="false"
                            aria-describedby="slug-hint"
                        />
                    </div>
                    <p class="detail" id="slug-hint">{t::share_address_hint(lang)}</p>
                    {sharing
                        .problem
                        .map(|problem| view! { <p class="complaint" role="alert">{problem.message(lang)}</p> })}
                    <button class="button primary">
                        {if again { t::share_publish_again(lang) } else { t::share_publish(lang) }}
                    </button>
                    <p class="detail">{t::share_noindex(lang)}</p>
                </form>
            </div>
            <iframe class="share-preview" src=preview(&sharing) title=t::share_preview(lang)></iframe>
        </main>
        <Footer/>
    }
    .into_any()
}

fn check(
    name: &'static str,
    value: &'static str,
    shown: bool,
    label: &'static str,
) -> impl IntoView + use<> {
    view! {
        <label class="check">
            <input type="checkbox" name=name value=value checked=shown/>
            <span>{label}</span>
        </label>
    }
}

/// The personal details, where there are any: none is ticked by itself.
fn personal(fields: &[(PersonalField, bool)], lang: Lang) -> Option<impl IntoView + use<>> {
    let checks: Vec<_> = fields
        .iter()
        .map(|(field, shown)| check("detail", field.json(), *shown, detail_name(*field, lang)))
        .collect();
    (!checks.is_empty()).then(|| {
        view! {
            <fieldset>
                <legend>{details::share_title(lang)}</legend>
                <p>{details::share_warning(lang)}</p>
                {checks}
                <p class="detail">{details::share_hint(lang)}</p>
            </fieldset>
        }
    })
}

fn public_page(public: &Public, address: &str, path: &str, lang: Lang) -> impl IntoView + use<> {
    let href = format!("/cv/{}", public.slug);
    let shown = format!("{address}{}", public.slug);
    let state = match public.current {
        true => t::share_published_current(lang),
        false => t::share_published_older(lang),
    };
    view! {
        <section class="published" aria-labelledby="published">
            <h2 id="published">{t::share_published(lang)}</h2>
            <p><a href=href>{shown}</a></p>
            <p>{state}</p>
            <form method="post" action=format!("{path}/unpublish")>
                <button class="button danger">{t::share_unpublish(lang)}</button>
                <span class="detail">{t::share_unpublish_text(lang)}</span>
            </form>
        </section>
    }
}

//! "My CVs": what a member has saved, and the bin.

use leptos::prelude::*;
use privacy::Asked;
use texts::{Lang, account as t};

use super::account::{date, frame, said};
use super::privacy::{why_id_of, why_of};
use crate::language::lang;
use crate::page::{LETTER, NEW, Page, share_path, versions_path};

/// What the page shows. The server provides it.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// What was searched for.
    pub query: String,
    pub cvs: Vec<ShelfLine>,
    pub bin: Vec<ShelfLine>,
    /// How many there are whatever was searched for.
    pub all: usize,
    pub photos: ShelfPhotos,
}

/// The photos that an account has.
#[derive(Clone, Copy, Debug)]
pub struct ShelfPhotos {
    pub stored: usize,
    /// Those of them that no document names: earlier versions may still show them.
    pub unnamed: usize,
    /// How many there may be.
    pub most: u64,
}

#[derive(Clone, Debug)]
pub struct ShelfLine {
    pub id: String,
    /// What its owner calls it, or what it is called without that.
    pub name: String,
    /// The first page: SVG.
    pub picture: String,
    pub changed_at: i64,
    pub public: bool,
    /// It is the person's profile, which is not shown to others.
    pub profile: bool,
    /// It is a letter, not a CV.
    pub letter: bool,
    /// Days until it goes from the bin.
    pub days_left: i64,
}

#[component]
pub(super) fn ShelfPage() -> impl IntoView {
    let lang = lang();
    let form = use_context::<super::account::Form>().unwrap_or_default();
    let shelf = use_context::<Shelf>();
    let content = view! {
        <div class="shelf-head">
            <h1>{t::cvs_title(lang)}</h1>
            <a class="button primary" href=begin(NEW)>{t::cvs_new(lang)}</a>
            <a class="button" href=begin(LETTER)>{t::cvs_new_letter(lang)}</a>
        </div>
        {said(&form, lang)}
        {shelf.map(|shelf| listed(shelf, lang))}
    };
    frame(Page::Cvs, String::new(), content.into_any())
}

fn listed(shelf: Shelf, lang: Lang) -> impl IntoView {
    let searched = !shelf.query.is_empty();
    let nothing = shelf.cvs.is_empty();
    let empty = match searched {
        true => t::cvs_none_found(lang),
        false => t::cvs_none(lang),
    };
    let bin = !shelf.bin.is_empty();
    let photos = shelf.photos;
    view! {
        {(shelf.all > 1 || searched).then(|| view! {
            <form method="get" action=Page::Cvs.path() role="search" class="search">
                <label class="visually-hidden" for="q">{t::cvs_search(lang)}</label>
                <input type="search" id="q" name="q" value=shelf.query placeholder=t::cvs_search(lang)/>
                <button class="button">{t::cvs_search(lang)}</button>
            </form>
        })}
        {nothing.then(|| view! { <p class="lead">{empty}</p> })}
        <ul class="shelf">
            {shelf.cvs.into_iter().map(|line| cv(line, lang)).collect_view()}
        </ul>
        {bin.then(|| view! {
            <section class="bin">
                <h2>{t::bin_title(lang)}</h2>
                <p class="detail">{t::bin_lead(lang)}</p>
                <ul class="lines">
                    {shelf.bin.into_iter().map(|line| binned(line, lang)).collect_view()}
                </ul>
            </section>
        })}
        {(photos.stored > 0).then(|| view! {
            <p class="detail">
                {t::cvs_photos(lang, photos.most, photos.stored)}
                {(photos.unnamed > 0).then(|| format!(" {}", t::cvs_photos_unnamed(lang, photos.unnamed)))}
            </p>
        })}
    }
}

fn cv(line: ShelfLine, lang: Lang) -> impl IntoView {
    let edit = format!("/edit#cv={}", line.id);
    let write = format!("{}={}", begin(LETTER), line.id);
    let changed = t::cvs_changed(lang, date(line.changed_at));
    let action = |what: &str| format!("/cvs/{}/{what}", line.id);
    view! {
        <li>
            <a class="thumbnail" href=edit.clone() tabindex="-1" aria-hidden="true">
                <span class="page" inner_html=line.picture></span>
            </a>
            <div class="shelf-text">
                <h2><a href=edit>{line.name.clone()}</a></h2>
                <p class="detail">
                    {changed}
                    {line.profile.then(|| view! { " · " <span class="mark">{texts::linked::kind_profile(lang)}</span> })}
                    {line.letter.then(|| view! { " · " <span class="mark">{t::cvs_letter(lang)}</span> })}
                    {line.public.then(|| view! { " · " <span class="mark">{t::cvs_public(lang)}</span> })}
                </p>
                <div class="shelf-actions">
                    {match line.letter || line.profile {
                        true => None,
                        false => Some(view! {
                            <a class="button plain" href=share_path(&line.id)>{t::cvs_share(lang)}</a>
                            <a class="button plain" href=write>{t::cvs_letter_for(lang)}</a>
                        }),
                    }}
                    <a class="button plain" href=versions_path(&line.id)>{texts::versions::title(lang)}</a>
                    <form method="post" action=action("duplicate")>
                        <button class="button plain">{t::cvs_duplicate(lang)}</button>
                    </form>
                    <form method="post" action=action("bin")>
                        <button class="button plain">{t::cvs_bin(lang)}</button>
                    </form>
                    <details>
                        <summary class="button plain">{t::cvs_rename(lang)}</summary>
                        <form method="post" action=action("rename") class="rename">
                            <label class="field">
                                <span>{t::cvs_name(lang)}</span>
                                <input
                                    type="text"
                                    name="name"
                                    value=line.name
                                    maxlength="120"
                                    autocomplete="off"
                                    aria-describedby=why_id_of(Asked::CvName, &line.id)
                                />
                            </label>
                            <button class="button">{t::cvs_rename(lang)}</button>
                        </form>
                        {why_of(Asked::CvName, &line.id, lang)}
                    </details>
                </div>
            </div>
        </li>
    }
}

/// Where the editor begins with something new.
fn begin(with: &str) -> String {
    format!("{}{with}", Page::Edit.path())
}

fn binned(line: ShelfLine, lang: Lang) -> impl IntoView {
    let action = |what: &str| format!("/cvs/{}/{what}", line.id);
    view! {
        <li>
            <div>
                <strong>{line.name.clone()}</strong>
                <span class="detail">{t::bin_days(lang, line.days_left.max(0) as u64)}</span>
            </div>
            <form method="post" action=action("restore")>
                <button class="button">{t::bin_restore(lang)}</button>
            </form>
            <details>
                <summary class="button plain">{t::bin_delete(lang)}</summary>
                <form method="post" action=action("delete")>
                    <button class="button danger">{t::bin_delete_sure(lang)}</button>
                </form>
            </details>
        </li>
    }
}

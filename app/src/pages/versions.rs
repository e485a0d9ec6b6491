//! The versions of a saved CV: a list, with plain forms to keep one, name it, go back
//! to it and delete it, and to compare any two.

mod compare;
#[cfg(feature = "ssr")]
mod told;

use leptos::prelude::*;
use privacy::Asked;
use texts::{Lang, account, versions as t};

use super::account::{date, frame, time};
use super::privacy::{why, why_id};
use crate::language::lang;
use crate::page::{Page, SAVED, versions_path};

pub use compare::{ChangeLine, Changed, CompareView, Side, Stretch};
#[cfg(feature = "ssr")]
pub use told::told;

pub(super) use compare::{ComparePage, changed};

/// What stands in a form or an address for what the CV is now.
pub const NOW: &str = "now";

/// What the page shows. The server provides it; without it there is nothing for
/// whoever asks.
#[derive(Clone, Debug)]
pub struct VersionsView {
    /// The document's.
    pub id: String,
    /// What the CV is called.
    pub name: String,
    /// When the CV became what it is, in milliseconds since 1970.
    pub changed_at: i64,
    /// Changes since the newest version; None where there is no version.
    pub changes: Option<u64>,
    /// The newest first.
    pub versions: Vec<VersionLine>,
    /// Whoever looks has a list of CVs.
    pub member: bool,
    pub said: Option<Said>,
}

#[derive(Clone, Debug)]
pub struct VersionLine {
    pub number: u64,
    pub name: Option<String>,
    pub why: Why,
    /// When the CV became what it was.
    pub changed_at: i64,
    /// Changes since the version before. None for the first.
    pub changes: Option<u64>,
    /// When it goes. None for one that stays.
    pub expires_at: Option<i64>,
}

/// Why a version is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Time,
    Much,
    Restore,
    Asked,
}

/// What was done, or was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Kept,
    Named,
    Restored,
    Same,
    Deleted,
    /// So many stay already.
    Full,
    /// With the personal details that are shown now it is more than a CV may be.
    TooLarge,
}

impl Said {
    const ALL: [Said; 7] = [
        Said::Kept,
        Said::Named,
        Said::Restored,
        Said::Same,
        Said::Deleted,
        Said::Full,
        Said::TooLarge,
    ];

    /// The word for it in an address.
    pub fn tag(self) -> &'static str {
        match self {
            Said::Kept => "kept",
            Said::Named => "named",
            Said::Restored => "restored",
            Said::Same => "same",
            Said::Deleted => "deleted",
            Said::Full => "full",
            Said::TooLarge => "too-large",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Said> {
        Said::ALL.into_iter().find(|said| said.tag() == tag)
    }

    fn message(self, lang: Lang) -> &'static str {
        match self {
            Said::Kept => t::said_kept(lang),
            Said::Named => t::said_named(lang),
            Said::Restored => t::said_restored(lang),
            Said::Same => t::said_same(lang),
            Said::Deleted => t::said_deleted(lang),
            Said::Full => t::full(lang),
            Said::TooLarge => t::too_large(lang),
        }
    }
}

/// A moment, as the page writes it.
pub(super) fn when(milliseconds: i64, lang: Lang) -> String {
    t::time(lang, time(milliseconds))
}

/// What a version is called: its name, else its moment.
pub(super) fn called(name: Option<&str>, changed_at: i64, lang: Lang) -> String {
    name.map_or_else(|| when(changed_at, lang), str::to_owned)
}

#[component]
pub(super) fn VersionsPage() -> impl IntoView {
    let lang = lang();
    let Some(view) = use_context::<VersionsView>() else {
        return missing(Page::Versions, lang);
    };
    let path = versions_path(&view.id);
    let some = !view.versions.is_empty();
    let compare = some.then(|| compare_form(&path, lang));
    let lines: Vec<_> = view
        .versions
        .iter()
        .map(|version| line(version, &path, lang))
        .collect();
    let content = view! {
        <p class="links">{links(&view.id, view.member, lang)}</p>
        <h1>{t::title_of(lang, view.name.clone())}</h1>
        {view.said.map(|said| said_line(said, lang))}
        <p class="lead">{t::lead(lang)}</p>
        <p class="detail">{t::private(lang)}</p>
        {take_form(&path, lang)}
        {compare}
        <section>
            <h2>{t::list(lang)}</h2>
            <ul class="lines versions">
                {some.then(|| view! {
                    <li>
                        {sides(NOW, t::now(lang), false, true, lang)}
                        <div class="version">
                            <strong>{t::now(lang)}</strong>
                            <span class="detail">
                                {account::cvs_changed(lang, when(view.changed_at, lang))}
                                {changes(view.changes, lang)}
                            </span>
                        </div>
                    </li>
                })}
                {lines}
            </ul>
            {(!some).then(|| view! { <p>{t::none(lang)}</p> })}
        </section>
    };
    frame(Page::Versions, path, content.into_any()).into_any()
}

/// What is said where there are no versions for whoever asks.
fn missing(page: Page, lang: Lang) -> AnyView {
    super::notice::Notice(super::notice::NoticeProps {
        page,
        title: t::missing_title(lang),
        text: t::missing_text(lang).into(),
    })
    .into_any()
}

/// The ways back.
fn links(id: &str, member: bool, lang: Lang) -> impl IntoView + use<> {
    let edit = format!("{}{SAVED}{id}", Page::Edit.path());
    let cvs = member.then(|| {
        view! { " · " <a href=Page::Cvs.path()>{account::cvs_title(lang)}</a> }
    });
    view! {
        <a href=edit>"← "{t::to_editor(lang)}</a>
        {cvs}
    }
}

fn said_line(said: Said, lang: Lang) -> AnyView {
    match said {
        Said::Full | Said::TooLarge => {
            view! { <p class="complaint" role="alert">{said.message(lang)}</p> }.into_any()
        }
        _ => view! { <p class="good" role="status">{said.message(lang)}</p> }.into_any(),
    }
}

fn take_form(path: &str, lang: Lang) -> impl IntoView + use<> {
    view! {
        <section>
            <h2>{t::take_title(lang)}</h2>
            <form method="post" action=path.to_owned() class="rename">
                <label class="field">
                    <span>{t::take_name(lang)}</span>
                    <input
                        type="text"
                        name="name"
                        maxlength="120"
                        autocomplete="off"
                        aria-describedby=format!("take-hint {}", why_id(Asked::VersionName))
                    />
                </label>
                <button class="button">{t::take(lang)}</button>
            </form>
            <p class="detail" id="take-hint">{t::take_hint(lang)}</p>
            {why(Asked::VersionName, lang)}
        </section>
    }
}

fn compare_form(path: &str, lang: Lang) -> impl IntoView + use<> {
    view! {
        <section>
            <h2>{t::compare_title(lang)}</h2>
            <form method="get" id="compare" action=format!("{path}/compare") class="rename">
                <p>{t::compare_hint(lang)}</p>
                <button class="button">{t::compare(lang)}</button>
            </form>
        </section>
    }
}

/// The choice of a version for either side; the form is above the list.
fn sides(
    value: &str,
    version: &str,
    older: bool,
    newer: bool,
    lang: Lang,
) -> impl IntoView + use<> {
    let value = value.to_owned();
    let side = |name: &'static str, label: &'static str, checked: bool| {
        view! {
            <label class="check">
                <input type="radio" form="compare" name=name value=value.clone() checked=checked/>
                <span>
                    {label}
                    <span class="visually-hidden">" "{t::side_of(lang, version)}</span>
                </span>
            </label>
        }
    };
    view! {
        <div class="sides">
            {side("old", t::side_old(lang), older)}
            {side("new", t::side_new(lang), newer)}
        </div>
    }
}

fn changes(count: Option<u64>, lang: Lang) -> Option<String> {
    count.map(|count| format!(" · {}", t::changes_since(lang, count)))
}

fn line(version: &VersionLine, path: &str, lang: Lang) -> impl IntoView + use<> {
    let moment = when(version.changed_at, lang);
    let called = called(version.name.as_deref(), version.changed_at, lang);
    let why = match version.why {
        Why::Time => t::why_time(lang),
        Why::Much => t::why_much(lang),
        Why::Restore => t::why_restore(lang),
        Why::Asked => t::why_asked(lang),
    };
    let until = match version.expires_at {
        Some(at) => t::goes(lang, date(at)),
        None => t::stays(lang).to_owned(),
    };
    let named = version.name.is_some();
    let number = version.number;
    let compare = format!("{path}/compare?old={number}&new={NOW}");
    view! {
        <li>
            {sides(&number.to_string(), &called, false, false, lang)}
            <div class="version">
                <strong>{called.clone()}</strong>
                <span class="detail">
                    {named.then(|| format!("{moment} · "))}
                    {why}
                    {changes(version.changes, lang)}
                    " · "
                    {until}
                </span>
                <div class="shelf-actions">
                    <a class="button plain" href=compare aria-label=t::compare_these(lang, &called)>
                        {t::compare_now(lang)}
                    </a>
                    {name_form(version, path, lang)}
                    {restore_form(path, number, &moment, lang)}
                    <details>
                        <summary class="button plain">{t::delete(lang)}</summary>
                        <form method="post" action=format!("{path}/{number}/delete") class="stack">
                            <p>{t::delete_text(lang)}</p>
                            <button class="button danger">{t::delete_yes(lang)}</button>
                        </form>
                    </details>
                </div>
            </div>
        </li>
    }
}

fn name_form(version: &VersionLine, path: &str, lang: Lang) -> impl IntoView + use<> {
    let hint = format!("name-hint-{}", version.number);
    view! {
        <details>
            <summary class="button plain">{t::name_button(lang)}</summary>
            <form method="post" action=format!("{path}/{}/name", version.number) class="stack">
                <label class="field">
                    <span>{t::name_label(lang)}</span>
                    <input
                        type="text"
                        name="name"
                        value=version.name.clone().unwrap_or_default()
                        maxlength="120"
                        autocomplete="off"
                        aria-describedby=format!("{hint} {}", why_id(Asked::VersionName))
                    />
                </label>
                <p class="detail" id=hint>{t::name_hint(lang)}</p>
                <button class="button">{t::name_save(lang)}</button>
            </form>
        </details>
    }
}

/// The way back to a version: what happens is said before it does.
fn restore_form(path: &str, number: u64, moment: &str, lang: Lang) -> impl IntoView + use<> {
    view! {
        <details>
            <summary class="button plain">{t::restore(lang)}</summary>
            <form method="post" action=format!("{path}/{number}/restore") class="stack">
                <p>{t::restore_text(lang, moment)}</p>
                <button class="button primary">{t::restore_yes(lang)}</button>
            </form>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::Said;

    #[test]
    fn what_is_said_comes_back_from_its_address() {
        for said in Said::ALL {
            assert_eq!(Said::from_tag(said.tag()), Some(said));
        }
        assert_eq!(Said::from_tag("<script>"), None);
    }
}

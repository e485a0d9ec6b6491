//! Where a saved CV is shared: its links, and a page for each of them. Plain pages
//! with forms, which work without a script. The preview in them is the public page
//! itself.

mod form;
mod link;
mod links;
mod locked;
#[cfg(feature = "ssr")]
mod places;
mod said;

pub mod removed;
pub mod statistics;

use cv::{Field, PersonalField};
use leptos::prelude::*;
use texts::{linked, links as words, site as t};

use super::landing::{Footer, Header};
use super::notice::{Notice, NoticeProps};
use super::versions::Changed;
use crate::language::lang;
use crate::page::{Page, share_path};

pub(super) use locked::LockedPage;
pub use locked::{Locked, Wrong};
#[cfg(feature = "ssr")]
pub use places::{fields, places};
pub use said::{Done, Problem};

/// What the page shows. The server provides it; without it there is nothing for
/// whoever asks.
#[derive(Clone, Debug)]
pub struct Sharing {
    /// The document's id.
    pub id: String,
    /// What stands before an address, for people to read: `https://merit.example/cv/`.
    pub address: String,
    /// Its owner has restricted processing: nothing of it is shown.
    pub restricted: bool,
    pub done: Option<Done>,
    pub problem: Option<Problem>,
    pub screen: Screen,
}

/// Which of the pages it is.
#[derive(Clone, Debug)]
pub enum Screen {
    /// It is a profile, which is not for others.
    Profile,
    /// It is a letter, which is for nobody but whom it is written to.
    Letter,
    Links(Vec<LinkLine>),
    New(ShowForm, TermsForm),
    Link(Box<LinkLine>, ShowForm, TermsForm),
}

/// A link, as its owner reads of it.
#[derive(Clone, Debug)]
pub struct LinkLine {
    pub id: String,
    /// Empty if it has no name.
    pub name: String,
    pub slug: String,
    /// The addresses that lead to it.
    pub former: Vec<String>,
    pub state: LinkState,
    /// In milliseconds since 1970, as every moment here.
    pub published_at: i64,
    pub expires_at: Option<i64>,
    pub locked: bool,
    pub indexed: bool,
    pub downloads: bool,
    /// The languages that it is in, where those are several.
    pub languages: Vec<&'static str>,
    pub differs: Differs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    Open,
    Ended,
    Withdrawn,
}

/// Whether a link shows the CV as it is.
#[derive(Clone, Debug)]
pub enum Differs {
    No,
    /// It does not, and nobody can say in what any more.
    Somehow,
    /// In what: place by place, and whether the photo or the details are others.
    In {
        changes: Vec<Changed>,
        photo: bool,
        details: bool,
        /// A CV in another language is another one.
        variants: bool,
    },
    /// It shows nothing.
    Nothing,
}

/// What is shown, as the form asks for it.
#[derive(Clone, Debug)]
pub struct ShowForm {
    /// The version that is looked at, and published if its owner says so.
    pub version: u64,
    /// The contact details that the document has, and whether each is shown.
    pub fields: Vec<(Field, bool)>,
    /// The personal details that it could show others, and whether each is shown.
    pub details: Vec<(PersonalField, bool)>,
    /// Other people's telephone numbers and e-mail addresses are shown.
    pub contacts: bool,
    pub anonymous: bool,
    /// Sections and entries, and whether each is hidden.
    pub places: Vec<Place>,
    pub variants: Vec<Version>,
    /// What its owner should know of before they publish.
    pub warnings: Vec<String>,
    /// There is something to publish.
    pub content: bool,
}

/// A section, or an entry of the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub id: u64,
    pub name: String,
    pub is_section: bool,
    pub hidden: bool,
}

/// The same CV in another language.
#[derive(Clone, Debug)]
pub struct Version {
    pub id: String,
    /// The version that is looked at.
    pub version: u64,
    pub name: String,
    pub language: &'static str,
    pub shown: bool,
}

/// What is said of a link, as the form asks for it.
#[derive(Clone, Debug, Default)]
pub struct TermsForm {
    pub name: String,
    pub slug: String,
    /// Which end is chosen ([`ENDS`]), or [`KEEP`].
    pub ends: String,
    /// The day of one's own choice, as `<input type="date">` writes it.
    pub day: String,
    /// The days that may be chosen.
    pub days: (String, String),
    /// When it ends as it is.
    pub expires_at: Option<i64>,
    pub indexed: bool,
    pub files: bool,
    /// Whether its PDF has a QR code. None where the site does not know what it is
    /// called, so that a code would lead nowhere.
    pub code: Option<bool>,
    /// The last page has no room for the code that it is to have.
    pub no_room: bool,
    /// It has a password.
    pub locked: bool,
}

/// The ends that can be chosen: after so many months.
pub const ENDS: [(&str, u16); 3] = [("month", 1), ("quarter", 3), ("year", 12)];
/// On a day of one's own choice.
pub const DAY: &str = "day";
/// As it is.
pub const KEEP: &str = "keep";

#[component]
pub(super) fn Share() -> impl IntoView {
    let lang = lang();
    let Some(sharing) = use_context::<Sharing>() else {
        return notice(t::share_signed_out(lang), t::share_signed_out_text(lang));
    };
    let path = share_path(&sharing.id);
    let content = match &sharing.screen {
        Screen::Profile => {
            return notice(
                linked::share_profile_title(lang),
                linked::share_profile(lang),
            );
        }
        Screen::Letter => return notice(t::share_letter_title(lang), t::share_letter(lang)),
        Screen::Links(lines) => links::list(&sharing, lines, lang),
        Screen::New(show, terms) => link::new(&sharing, show, terms, lang),
        Screen::Link(line, show, terms) => link::one(&sharing, line, show, terms, lang),
    };
    let to = match &sharing.screen {
        Screen::Link(line, ..) => format!("{path}/{}", line.id),
        Screen::New(..) => format!("{path}/new"),
        _ => path,
    };
    view! {
        <Header page=Page::Share to=to/>
        {content}
        <Footer/>
    }
    .into_any()
}

fn notice(title: &'static str, text: &'static str) -> AnyView {
    Notice(NoticeProps {
        page: Page::Landing,
        title,
        text: text.into(),
    })
    .into_any()
}

/// What is said above everything: what was done, and that nothing is shown.
fn notes(sharing: &Sharing) -> impl IntoView + use<> {
    let lang = lang();
    let restricted = sharing.restricted.then(|| {
        view! {
            <p class="complaint">
                {texts::consent::share_restricted(lang)}
                " "
                <a href=Page::MyData.path()>{texts::data::title(lang)}</a>
            </p>
        }
    });
    let done = sharing
        .done
        .map(|done| view! { <p class="good" role="status">{done.message(lang)}</p> });
    view! {
        {restricted}
        {removed::notices(&sharing.address, lang)}
        {done}
    }
}

/// Why something was not done: beside the button that was pressed.
fn problem(sharing: &Sharing) -> impl IntoView + use<> {
    let lang = lang();
    sharing.problem.map(|problem| {
        view! { <p class="complaint" role="alert">{problem.message(lang)}</p> }
    })
}

/// What a link is called: its name, else its address.
fn called(line: &LinkLine) -> String {
    match line.name.is_empty() {
        true => line.slug.clone(),
        false => line.name.clone(),
    }
}

/// The state of a link in words.
fn state(line: &LinkLine) -> String {
    let lang = lang();
    let day = |at| super::account::date(at);
    match (line.state, line.expires_at) {
        (LinkState::Open, Some(at)) => words::state_open_until(lang, day(at - 1)),
        (LinkState::Open, None) => words::state_open(lang).to_owned(),
        (LinkState::Ended, _) => {
            words::state_ended(lang, day(line.expires_at.unwrap_or_default() - 1))
        }
        (LinkState::Withdrawn, _) => words::state_withdrawn(lang).to_owned(),
    }
}

//! The cover letter: a document of its own kind, with a form of its own. Its sender
//! is what a CV's contact details are, folded away because it is there already.

use cv::{Document, Field, Id, Kind, PartialDate, SectionKind, Touched};
use leptos::prelude::*;
use texts::letter as t;

use super::download::together::TogetherOpen;
use super::editing::{Editing, Target};
use super::field::FieldSet;
use super::later::{Later, Task};
use super::linked::number;
use super::start::Starting;
use super::{documents, drafts};
use crate::browser::journal::Journal;
use crate::browser::random;
use crate::editor::told;
use crate::language::{Lang, document_language, lang};

/// The fields of a letter, in the order in which it is read.
#[component]
pub(crate) fn LetterForm() -> impl IntoView {
    let editing = expect_context::<Editing>();
    let lang = lang();
    let item = Memo::new(move |_| {
        editing.at(Touched::Sections, |document| {
            document.letter_item().map(|item| item.id)
        })
    });
    let name = move || editing.text(Id::BASICS, Field::Name);
    view! {
        <details class="section sender">
            <summary>
                <h2>{t::sender(lang)}</h2>
                <span class="detail">{told(name)}</span>
            </summary>
            <p class="hint">{t::sender_hint(lang)}</p>
            <FieldSet item=Id::BASICS kind=None/>
        </details>
        <section class="section letter-form" aria-labelledby="letter-heading">
            <h2 id="letter-heading">{texts::editor::section_letter(lang)}</h2>
            <p class="hint">{t::recipient_hint(lang)}</p>
            {move || item.get().map(|item| {
                view! { <FieldSet item kind=Some(SectionKind::Letter)/> }
            })}
        </section>
    }
}

/// What the menu has for a letter, and for a CV to which one can be written.
#[component]
pub(crate) fn LetterMenu() -> impl IntoView {
    let editing = expect_context::<Editing>();
    let later = expect_context::<Later>();
    let together = expect_context::<TogetherOpen>().0;
    let lang = lang();
    let kind = move || editing.at(Touched::Sections, |document| document.kind);
    view! {
        <button type="button" hidden=told(move || kind() != Kind::Cv) on:click=move |_| later.ask(Task::Letter)>
            <strong>{t::write(lang)}</strong>
            <span>{t::write_hint(lang)}</span>
        </button>
        <button
            type="button"
            aria-haspopup="dialog"
            // A profile is everything, and for nobody but its owner.
            hidden=told(move || kind() == Kind::Profile)
            on:click=move |_| together.set(true)
        >
            <strong>{t::together(lang)}</strong>
            <span>{t::together_hint(lang)}</span>
        </button>
    }
}

/// Begins a letter: for the CV that is open, if one is that says anything.
///
/// # Errors
/// What is to be said: what is open cannot be kept, and stays open.
pub(crate) async fn begin(
    editing: Editing,
    journal: Journal,
    starting: Starting,
    lang: Lang,
) -> Result<(), &'static str> {
    let known_as = known_as(journal).await;
    let letter = editing.peek(
        |document| match document.is_letter() || document.is_blank() {
            true => blank(lang),
            false => cv::letter_of(document, known_as, today(), random::id),
        },
    );
    open(letter, editing, journal, starting, lang).await
}

/// What origins call the document that is open: its number in every browser of the
/// account.
async fn known_as(journal: Journal) -> Id {
    let draft = journal.draft.get_untracked();
    let copy = match journal.connect().await {
        Ok(drafts) => drafts.copy(draft).await.ok().flatten(),
        Err(_) => None,
    };
    number(draft, copy.as_ref())
}

/// A letter in which nothing is written but its day.
pub(crate) fn blank(lang: Lang) -> Document {
    // The template is that of every new document.
    let template = documents::blank(document_language(lang)).template;
    Document::letter(document_language(lang), template, today(), random::id)
}

/// Opens a letter as a draft of its own.
///
/// # Errors
/// As [`begin`].
pub(crate) async fn open(
    letter: Document,
    editing: Editing,
    journal: Journal,
    starting: Starting,
    lang: Lang,
) -> Result<(), &'static str> {
    let item = letter.letter_item().map(|item| item.id);
    let created = journal.create(letter).await;
    created.map_err(|why| drafts::unkept(&why, lang))?;
    starting.0.set(false);
    let first = item.map(|item| Target::field(item, Field::Organization));
    editing.reveal.set(first);
    Ok(())
}

/// This day, by the browser's clock and in its zone.
fn today() -> Option<PartialDate> {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok()?;
    let month = u8::try_from(now.get_month() + 1).ok()?;
    let day = u8::try_from(now.get_date()).ok()?;
    PartialDate::new(year, Some(month), Some(day))
}

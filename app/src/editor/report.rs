//! The import report in words.

use cv::import::{Found, Note, Outcome, Reason, What};
use cv::{Field, SectionKind};
use leptos::prelude::*;
use texts::{Lang, editor as t};

use super::label;

/// What was understood, what was kept as text and what was left out, each as a
/// list under its heading.
pub(crate) fn lists(notes: &[Note], lang: Lang) -> impl IntoView + use<> {
    let list = |outcome: Outcome, heading: &'static str| {
        let notes = notes.iter().filter(|note| note.what.outcome() == outcome);
        let lines = notes.map(|note| line(note, lang)).collect_view();
        (!lines.is_empty()).then(|| {
            view! {
                <h3>{heading}</h3>
                <ul class="report">{lines}</ul>
            }
        })
    };
    // What somebody may have to mend comes first.
    (
        list(Outcome::LeftOut, t::report_lost(lang)),
        list(Outcome::Kept, t::report_kept(lang)),
        list(Outcome::Understood, t::report_understood(lang)),
    )
}

fn line(note: &Note, lang: Lang) -> impl IntoView + use<> {
    view! {
        <li>
            <code>{note.path.clone()}</code>
            <span>{sentence(note, lang)}</span>
        </li>
    }
}

/// What the form calls a section or a field.
fn called(name: &str, lang: Lang) -> String {
    let section = SectionKind::from_json(name).map(|kind| label::section(kind, lang));
    let field = || Field::from_json(name).map(|field| label::field(None, field, lang));
    section.or_else(field).unwrap_or(name).to_owned()
}

/// What became of one thing in a file.
pub(crate) fn sentence(note: &Note, lang: Lang) -> String {
    match &note.what {
        What::KeptAsText => t::report_kept_as_text(lang).to_owned(),
        What::ReadAsDate => t::report_read_as_date(lang).to_owned(),
        What::Renamed { to } => t::report_renamed(lang, to),
        What::Moved { to } => t::report_moved(lang, to),
        What::Converted { from } => converted(*from, lang).to_owned(),
        What::Joined => t::report_joined(lang).to_owned(),
        What::Cleaned => t::report_cleaned(lang).to_owned(),
        What::Truncated { chars } => t::report_truncated(lang, *chars as u64),
        What::LeftOut { reason } => left_out(*reason, lang),
        What::Guessed { to } => t::report_guessed(lang, called(to, lang)),
        What::Unsorted => t::report_unsorted(lang).to_owned(),
        What::OwnName => t::report_own_name(lang).to_owned(),
    }
}

fn converted(from: Found, lang: Lang) -> &'static str {
    match from {
        Found::Number => t::report_converted_number(lang),
        Found::Boolean => t::report_converted_boolean(lang),
        Found::Text => t::report_converted_text(lang),
        Found::List => t::report_converted_list(lang),
        Found::Object => t::report_converted_object(lang),
        Found::Html => t::report_converted_html(lang),
    }
}

fn left_out(reason: Reason, lang: Lang) -> String {
    match reason {
        Reason::NoPlace => t::report_no_place(lang).to_owned(),
        Reason::Unreadable => t::report_unreadable(lang).to_owned(),
        Reason::Twice => t::report_twice(lang).to_owned(),
        Reason::TooLong => t::report_too_long(lang).to_owned(),
        Reason::TooMany { count } => t::report_too_many(lang, count as u64),
        Reason::Full => t::report_full(lang).to_owned(),
        Reason::Hidden => t::report_hidden(lang).to_owned(),
        Reason::Personal => t::report_personal(lang).to_owned(),
        Reason::Photo => t::report_photo(lang).to_owned(),
    }
}

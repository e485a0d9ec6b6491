//! The import report in words.

use cv::import::{Found, Note, Reason, What};
use texts::{Lang, editor as t};

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
    }
}

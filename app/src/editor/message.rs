//! Sentences for what the libraries say as values.

use cv::Rejected;
use cv::limits::{self, Exceeded};
use texts::{Lang, editor, messages as t};

use crate::account;
use crate::service::ServiceError;

/// Why the server did not do what was asked, and where that leaves the draft.
pub(crate) fn server(error: ServiceError, lang: Lang) -> &'static str {
    let here = account::of_page();
    match error {
        ServiceError::SignedOut if here.member() => t::signed_out(lang),
        // These say what to do, and nothing of this browser.
        ServiceError::Quota | ServiceError::Refused => error.message(lang),
        _ if here.shared => editor::status_tab_unsent(lang),
        _ => error.message(lang),
    }
}

/// Why an edit could not be made, and what to do.
pub(crate) fn rejected(why: Rejected, lang: Lang) -> String {
    match why {
        Rejected::TooLarge(exceeded) => limit(exceeded, lang),
        _ => t::edit_rejected(lang).to_owned(),
    }
}

pub(crate) fn limit(exceeded: Exceeded, lang: Lang) -> String {
    match exceeded {
        Exceeded::FieldChars => t::field_limit(lang, limits::FIELD_CHARS as u64),
        Exceeded::Items => t::items_limit(lang, limits::ITEMS as u64),
        Exceeded::Sections => t::sections_limit(lang, limits::SECTIONS as u64),
        // The second is of files alone, and no edit meets it.
        Exceeded::DocumentBytes | Exceeded::ArchiveBytes => {
            t::document_limit(lang, (limits::DOCUMENT_BYTES / 1024) as u64)
        }
    }
}

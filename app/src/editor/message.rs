//! Sentences for what the libraries say as values.

use cv::Rejected;
use cv::limits::{self, Exceeded};
use texts::{Lang, messages as t};

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
        Exceeded::DocumentBytes => t::document_limit(lang, (limits::DOCUMENT_BYTES / 1024) as u64),
    }
}

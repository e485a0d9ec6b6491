//! Sentences for what the rules find.

use advice::{Hint, Part, Verbs, What};
use cv::PartialDate;
use texts::{Lang, advice as t};

/// What there is to look at.
pub(super) fn title(hint: &Hint, lang: Lang) -> String {
    match &hint.what {
        What::NoContact => t::hint_no_contact(lang).to_owned(),
        What::NoName => t::hint_no_name(lang).to_owned(),
        What::NoSummary => t::hint_no_summary(lang).to_owned(),
        What::DateMissing => t::hint_date_missing(lang).to_owned(),
        What::DateUnreadable => t::hint_date_unreadable(lang).to_owned(),
        What::EndBeforeStart => t::hint_end_before_start(lang).to_owned(),
        What::DateUnlikely => t::hint_date_unlikely(lang).to_owned(),
        What::Gap { from, to, months } => t::hint_gap(
            lang,
            month(*from, lang),
            u64::from(*months),
            month(*to, lang),
        ),
        What::NoDescription => t::hint_no_description(lang).to_owned(),
        What::WeakStart { words, .. } => t::hint_weak_start(lang, words),
        What::FirstPerson { word } => t::hint_first_person(lang, word),
        What::LongLine { words } => t::hint_long_line(lang, words),
        What::SingleWord => t::hint_single_word(lang).to_owned(),
        What::VerbAgain { verb, times } => t::hint_verb_again(lang, times, verb),
        What::NoFigures => t::hint_no_figures(lang).to_owned(),
        What::Cliche { phrase } => t::hint_cliche(lang, phrase),
        What::MixedTense => t::hint_mixed_tense(lang).to_owned(),
        What::MixedEnds { with, without } => {
            t::hint_mixed_ends(lang, *with as u64, *without as u64)
        }
        What::Spelling { written, better } => t::hint_spelling(lang, better, written),
        What::Placeholder { text } => t::hint_placeholder(lang, text),
        What::TooManyPages { pages } => t::hint_too_many_pages(lang, *pages as u64),
        What::LinkNotSecure { links } => t::hint_link_not_secure(lang, *links as u64),
        What::Photo => t::hint_photo(lang).to_owned(),
        What::Details => t::hint_details(lang).to_owned(),
        What::NoLevel => t::hint_no_level(lang).to_owned(),
        What::ReferencesOnRequest => t::hint_references_on_request(lang).to_owned(),
    }
}

/// Why a reader may mind.
pub(super) fn why(hint: &Hint, lang: Lang) -> &'static str {
    match &hint.what {
        What::NoContact => t::why_no_contact(lang),
        What::NoName => t::why_no_name(lang),
        What::NoSummary => t::why_no_summary(lang),
        What::DateMissing => t::why_date_missing(lang),
        What::DateUnreadable => t::why_date_unreadable(lang),
        What::EndBeforeStart => t::why_end_before_start(lang),
        What::DateUnlikely => t::why_date_unlikely(lang),
        What::Gap { .. } => t::why_gap(lang),
        What::NoDescription => t::why_no_description(lang),
        What::WeakStart { .. } => t::why_weak_start(lang),
        What::FirstPerson { .. } => t::why_first_person(lang),
        What::LongLine { .. } => t::why_long_line(lang),
        What::SingleWord => t::why_single_word(lang),
        What::VerbAgain { .. } => t::why_verb_again(lang),
        What::NoFigures => t::why_no_figures(lang),
        What::Cliche { .. } => t::why_cliche(lang),
        What::MixedTense => t::why_mixed_tense(lang),
        What::MixedEnds { .. } => t::why_mixed_ends(lang),
        What::Spelling { .. } => t::why_spelling(lang),
        What::Placeholder { .. } => t::why_placeholder(lang),
        What::TooManyPages { .. } => t::why_too_many_pages(lang),
        What::LinkNotSecure { .. } => t::why_link_not_secure(lang),
        What::Photo => t::why_photo(lang),
        What::Details => t::why_details(lang),
        What::NoLevel => t::why_no_level(lang),
        What::ReferencesOnRequest => t::why_references_on_request(lang),
    }
}

pub(super) fn verbs(verbs: Verbs, lang: Lang) -> &'static str {
    match verbs {
        Verbs::Leading => t::verbs_leading(lang),
        Verbs::Making => t::verbs_making(lang),
        Verbs::Improving => t::verbs_improving(lang),
        Verbs::Helping => t::verbs_helping(lang),
        Verbs::Selling => t::verbs_selling(lang),
        Verbs::Examining => t::verbs_examining(lang),
        Verbs::Organising => t::verbs_organising(lang),
        Verbs::Teaching => t::verbs_teaching(lang),
    }
}

pub(super) fn part(part: Part, lang: Lang) -> &'static str {
    match part {
        Part::Name => t::part_name(lang),
        Part::Contact => t::part_contact(lang),
        Part::City => t::part_city(lang),
        Part::Summary => t::part_summary(lang),
        Part::Work => t::part_work(lang),
        Part::Education => t::part_education(lang),
        Part::Skills => t::part_skills(lang),
        Part::Languages => t::part_languages(lang),
    }
}

/// `March 2021`.
fn month(date: PartialDate, lang: Lang) -> String {
    let name = date
        .month()
        .map(|month| texts::editor::month_long(lang, u64::from(month)));
    match name {
        Some(name) => format!("{name} {}", date.year()),
        None => date.to_string(),
    }
}

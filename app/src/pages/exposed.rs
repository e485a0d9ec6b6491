//! What is to be thought about before publishing, in words: a line for each finding
//! of [`cv::exposed`].

use cv::{Document, Exposed, Exposure, Field, Id};
use texts::{Lang, seen as t};

use crate::editor::{detail_name, field_name, label};

/// What a finding says. Its place is named as in the form.
pub fn line(one: &Exposed, document: &Document, lang: Lang) -> String {
    let place = || place(one, document, lang);
    match one.what {
        Exposure::Detail(field) => t::exposed_detail(lang, detail_name(field, lang)),
        Exposure::Contact(Field::Address) => t::exposed_address(lang).to_owned(),
        Exposure::Contact(_) => t::exposed_phone(lang).to_owned(),
        Exposure::OthersEmail { hidden: true } => t::exposed_email_hidden(lang, place()),
        Exposure::OthersEmail { hidden: false } => t::exposed_email(lang, place()),
        Exposure::OthersPhone { hidden: true } => t::exposed_others_phone_hidden(lang, place()),
        Exposure::OthersPhone { hidden: false } => t::exposed_others_phone(lang, place()),
        Exposure::PersonalNumber => t::exposed_number(lang, place()),
    }
}

/// The section and the entry, or the field of the contact details.
fn place(one: &Exposed, document: &Document, lang: Lang) -> String {
    let section = one.section.and_then(|section| document.section(section));
    let Some(section) = section else {
        let field = one.field.unwrap_or(Field::Name);
        return field_name(field, lang).to_owned();
    };
    let heading = section.heading.as_deref().map(str::trim);
    let heading = heading.filter(|heading| !heading.is_empty());
    let heading = heading.unwrap_or_else(|| label::section(section.kind, lang));
    let is_entry = !section.kind.is_single() && one.item != section.id && one.item != Id::BASICS;
    match document.item(one.item).filter(|_| is_entry) {
        Some(item) => {
            let (entry, _) = label::entry(section.kind, item, lang);
            t::exposed_place(lang, entry, heading)
        }
        None => heading.to_owned(),
    }
}

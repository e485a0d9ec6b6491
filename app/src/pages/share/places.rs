//! What a document has that can be hidden, as the form names it.

use cv::{Document, Field, Redaction};
use texts::Lang;

use super::Place;
use crate::editor::label;

/// The contact details that a document has, and whether each is shown.
pub fn fields(document: &Document, redaction: &Redaction) -> Vec<(Field, bool)> {
    Redaction::fields()
        .filter(|field| {
            let text = document.basics.text(*field);
            let photo = *field == Field::Image && document.shown().photo().is_some();
            photo || !text.trim().is_empty()
        })
        .map(|field| (field, !redaction.hides(field)))
        .collect()
}

/// The sections and entries that others would see, and whether each is hidden.
pub fn places(document: &Document, redaction: &Redaction, lang: Lang) -> Vec<Place> {
    // As they are without a choice of them.
    let mut open = redaction.clone();
    let hidden: Vec<_> = redaction.places().collect();
    hidden.into_iter().for_each(|id| open.show_place(id));
    // And as they are to who knows them: what is hidden meanwhile stays chosen.
    open.set_anonymous(false);
    open.set_shows_contacts(true);
    let mut places = Vec::new();
    for section in cv::seen(document, &open).sections {
        let name = match &section.heading {
            Some(heading) => heading.clone(),
            None => label::section(section.kind, lang).to_owned(),
        };
        places.push(Place {
            id: section.id.0,
            name,
            is_section: true,
            hidden: redaction.hides_place(section.id),
        });
        if section.kind.is_single() {
            continue;
        }
        places.extend(section.items.iter().map(|item| Place {
            id: item.id.0,
            name: match label::entry(section.kind, item, lang) {
                (first, second) if second.is_empty() => first,
                (first, second) => format!("{first}, {second}"),
            },
            is_section: false,
            hidden: redaction.hides_place(item.id),
        }));
    }
    places
}

//! Changes between two versions, in words.

use cv::changes::{Look, PhotoChange, Piece, Place, Told, What};
use cv::{Change, Paper, When};
use texts::{Lang, editor, versions as t};

use super::{ChangeLine, Changed, Stretch};
use crate::editor::label;

/// Changes, place by place.
pub fn told(changes: &[Change<'_>], lang: Lang) -> Vec<Changed> {
    let mut places: Vec<Changed> = Vec::new();
    let mut last: Option<Place<'_>> = None;
    for change in changes {
        let line = line(change, lang);
        match places.last_mut().filter(|_| last == Some(change.place)) {
            Some(place) => place.lines.push(line),
            None => places.push(Changed {
                place: place(change.place, lang),
                lines: vec![line],
            }),
        }
        last = Some(change.place);
    }
    places
}

fn place(place: Place<'_>, lang: Lang) -> String {
    let heading = |section: &cv::Section| match &section.heading {
        Some(heading) => heading.clone(),
        None => label::section(section.kind, lang).to_owned(),
    };
    match place {
        Place::Document => t::place_document(lang).to_owned(),
        Place::Basics => t::place_basics(lang).to_owned(),
        Place::Section(section) => heading(section),
        Place::Item(section, _) if section.kind.is_single() => heading(section),
        Place::Item(section, item) => {
            let entry = match label::entry(section.kind, item, lang) {
                (first, second) if second.is_empty() => first,
                (first, second) => format!("{first}, {second}"),
            };
            t::place_entry(lang, entry, heading(section))
        }
    }
}

fn line(change: &Change<'_>, lang: Lang) -> ChangeLine {
    let kind = match change.place {
        Place::Item(section, _) => Some(section.kind),
        _ => None,
    };
    let labelled = |label: &str, text: String| format!("{} {text}", t::labelled(lang, label));
    let text = match &change.what {
        What::Field(field, Told::Words(pieces)) => {
            let label = label::field(kind, *field, lang);
            return ChangeLine {
                text: t::labelled(lang, label),
                stretches: pieces.iter().map(stretch).collect(),
            };
        }
        What::Field(field, told) => labelled(label::field(kind, *field, lang), value(told, lang)),
        What::Language { old, new } => {
            labelled(t::language(lang), t::from_to(lang, new.name(), old.name()))
        }
        What::Paper { old, new } => labelled(
            t::paper(lang),
            t::from_to(lang, paper(*new, lang), paper(*old, lang)),
        ),
        What::Template { old, new } => labelled(
            t::template(lang),
            t::from_to(lang, template(new), template(old)),
        ),
        What::Look(look) => self::look(*look, lang).to_owned(),
        What::Photo(photo) => labelled(t::photo(lang), self::photo(*photo, lang).to_owned()),
        What::Added => added(change.place, lang),
        What::Removed => t::removed(lang).to_owned(),
        What::Moved => t::moved(lang).to_owned(),
        What::Hidden => t::hidden(lang).to_owned(),
        What::Shown => t::shown(lang).to_owned(),
        What::Paging => t::paging(lang).to_owned(),
        What::Column => t::column(lang).to_owned(),
        What::Heading { old, new } => {
            let heading = |heading: &Option<&str>| match heading {
                Some(heading) => (*heading).to_owned(),
                None => t::usual_heading(lang).to_owned(),
            };
            let text = t::from_to(lang, heading(new), heading(old));
            labelled(t::heading(lang), text)
        }
    };
    ChangeLine {
        text,
        stretches: Vec::new(),
    }
}

fn stretch(piece: &Piece) -> Stretch {
    match piece {
        Piece::Same(text) => Stretch::Same(text.clone()),
        Piece::Gone(text) => Stretch::Gone(text.clone()),
        Piece::New(text) => Stretch::New(text.clone()),
    }
}

fn value(told: &Told<'_>, lang: Lang) -> String {
    let when = |when: &Option<&When>| match when {
        None => t::empty(lang).to_owned(),
        Some(When::Date(date)) => date.to_string(),
        Some(When::Ongoing) => editor::date_ongoing(lang).to_owned(),
        Some(When::Odd(text)) => text.clone(),
    };
    match told {
        Told::When { old, new } => t::from_to(lang, when(new), when(old)),
        Told::Set(true) => t::set(lang).to_owned(),
        Told::Set(false) => t::unset(lang).to_owned(),
        // What is told in words is told as such.
        Told::Form | Told::Words(_) => t::form(lang).to_owned(),
    }
}

fn added(place: Place<'_>, lang: Lang) -> String {
    match place {
        Place::Section(section) if !section.items.is_empty() && !section.kind.is_single() => {
            t::added_entries(lang, section.items.len() as u64)
        }
        _ => t::added(lang).to_owned(),
    }
}

fn paper(paper: Paper, lang: Lang) -> &'static str {
    match paper {
        Paper::A4 => editor::paper_a4(lang),
        Paper::Letter => editor::paper_letter(lang),
    }
}

fn template(name: &str) -> String {
    match typeset::template::named(name) {
        Some(template) => template.title.to_owned(),
        None => name.to_owned(),
    }
}

fn look(look: Look, lang: Lang) -> &'static str {
    match look {
        Look::PageNumbers => t::look_page_numbers(lang),
        Look::RunningName => t::look_running_name(lang),
        Look::Size => t::look_size(lang),
        Look::Spacing => t::look_spacing(lang),
        Look::Margins => t::look_margins(lang),
        Look::Accent => t::look_accent(lang),
        Look::Fonts => t::look_fonts(lang),
        Look::Icons => t::look_icons(lang),
        Look::Dates => t::look_dates(lang),
        Look::Levels => t::look_levels(lang),
    }
}

fn photo(change: PhotoChange, lang: Lang) -> &'static str {
    match change {
        PhotoChange::Added => t::photo_added(lang),
        PhotoChange::Removed => t::photo_removed(lang),
        PhotoChange::Replaced => t::photo_replaced(lang),
        PhotoChange::Hidden => t::photo_hidden(lang),
        PhotoChange::Shown => t::photo_shown(lang),
        PhotoChange::Shape => t::photo_shape(lang),
    }
}

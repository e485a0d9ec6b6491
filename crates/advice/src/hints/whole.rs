//! What is about the whole: what is there and what is not, pages, custom.

use std::collections::BTreeMap;

use cv::{Document, Field, SectionKind, Shape};

use super::{Hint, Part, What};
use crate::place::Place;
use crate::tongue::Tongue;

/// Most readers expect one or two.
const PAGES: usize = 2;
/// Who has published so much is read by a faculty, which wants it all.
const ACADEMIC: usize = 3;

pub(super) fn parts(document: &Document) -> BTreeMap<Part, bool> {
    let shown = document.shown();
    let basics = shown.basics();
    let written = |field| !basics.text(field).is_empty();
    let section = |kind| shown.items_of(kind).next().is_some();
    BTreeMap::from([
        (Part::Name, written(Field::Name)),
        (
            Part::Contact,
            written(Field::Email) || written(Field::Phone),
        ),
        (Part::City, written(Field::City)),
        (Part::Summary, section(SectionKind::Summary)),
        (Part::Work, section(SectionKind::Work)),
        (Part::Education, section(SectionKind::Education)),
        (Part::Skills, section(SectionKind::Skills)),
        (Part::Languages, section(SectionKind::Languages)),
    ])
}

pub(super) fn look(
    hints: &mut Vec<Hint>,
    document: &Document,
    pages: Option<usize>,
    tongue: Option<Tongue>,
) {
    let shown = document.shown();
    let parts = parts(document);
    let lacks = |part| !parts.get(&part).copied().unwrap_or_default();
    let mut put = |place, what| hints.push(Hint { place, what });
    if lacks(Part::Name) {
        put(Some(Place::basics(Field::Name)), What::NoName);
    }
    if lacks(Part::Contact) {
        put(Some(Place::basics(Field::Email)), What::NoContact);
    }
    if lacks(Part::Summary) {
        let mut sections = document.sections.iter();
        let place = sections
            .find(|s| s.kind == SectionKind::Summary && !s.hidden)
            .map(|s| match s.items.first() {
                Some(item) => Place::field(s.id, item.id, Field::Summary),
                None => Place::section(s.id),
            });
        put(place, What::NoSummary);
    }
    let published: usize = [
        SectionKind::Publications,
        SectionKind::Patents,
        SectionKind::Talks,
    ]
    .into_iter()
    .map(|kind| shown.items_of(kind).count())
    .sum();
    if let Some(pages) = pages.filter(|pages| *pages > PAGES && published < ACADEMIC) {
        put(None, What::TooManyPages { pages });
    }
    if tongue.is_some() && shown.photo().is_some() {
        put(None, What::Photo);
    }
    let details = document.personal.as_ref();
    if details.is_some_and(|details| !details.references.is_empty()) {
        put(None, What::Details);
    }
    links(hints, document);
    for section in shown.sections() {
        let languages = section.kind() == SectionKind::Languages;
        for item in section.items().filter(|_| languages) {
            let unknown = item.text(Field::Fluency).is_empty();
            if unknown && !item.text(Field::Language).is_empty() {
                hints.push(Hint {
                    place: Some(Place::field(section.id(), item.id(), Field::Fluency)),
                    what: What::NoLevel,
                });
            }
        }
    }
}

fn links(hints: &mut Vec<Hint>, document: &Document) {
    let open = |address: &str| address.trim().to_ascii_lowercase().starts_with("http://");
    let shown = document.shown();
    let mut places = Vec::new();
    let mut put = |place| places.push(place);
    if open(shown.basics().text(Field::Url)) {
        put(Place::basics(Field::Url));
    }
    for section in shown.sections() {
        for item in section.items() {
            for (field, shape) in section.kind().fields() {
                let place = Place::field(section.id(), item.id(), *field);
                match shape {
                    Shape::Url if open(item.text(*field)) => put(place),
                    Shape::Rich => {
                        let rich = item.rich(*field).into_iter();
                        let mut inlines = rich.flat_map(cv::RichText::inlines);
                        if inlines.any(|inline| leads(inline, open)) {
                            put(place);
                        }
                    }
                    Shape::Lines => {
                        for line in item.lines(*field).filter(|line| leads(&line.text, open)) {
                            put(Place {
                                line: Some(line.id),
                                ..place
                            });
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    if let Some(first) = places.first() {
        hints.push(Hint {
            place: Some(*first),
            what: What::LinkNotSecure {
                links: places.len(),
            },
        });
    }
}

fn leads(inline: &cv::Inline, open: impl Fn(&str) -> bool) -> bool {
    let mut links = inline.0.iter().filter_map(|span| span.link.as_deref());
    links.any(open)
}

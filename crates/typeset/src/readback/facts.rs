//! The facts of a document, from the rows that its template makes.

use std::collections::BTreeMap;

use cv::{Field, PersonalField, SectionKind, Shown};

use super::{Fact, Kind};
use crate::layout::clean;
use crate::layout::input::Span;
use crate::pages::Place;
use crate::template;

/// Everything that the pages of a document say, in reading order. What stands
/// at the foot of pages is repeated there and no fact.
pub fn facts(shown: Shown<'_>) -> Vec<Fact> {
    let kinds: BTreeMap<u64, SectionKind> = shown
        .sections()
        .flat_map(|section| {
            section
                .items()
                .map(move |item| (item.id().0, section.kind()))
        })
        .collect();
    let mut facts = Vec::new();
    let streams = template::of(shown).sheet(shown).streams;
    for (column, stream) in streams.iter().enumerate() {
        let cells = stream.rows.iter().flat_map(|flow| &flow.row.cells);
        for cell in cells.filter(|cell| !cell.role.is_mark()) {
            for spans in grouped(&cell.spans) {
                let Some(place) = spans.iter().find_map(|span| span.place) else {
                    continue;
                };
                let text: String = spans.iter().map(|span| span.text.as_ref()).collect();
                let text = clean::line(&text);
                if !text.is_empty() {
                    facts.push(Fact {
                        kind: kind(place, kinds.get(&place.item).copied()),
                        place,
                        text,
                        column: u8::try_from(column).unwrap_or(u8::MAX),
                    });
                }
            }
        }
    }
    facts
}

/// Spans of one place together, and the two ends of a period with what stands
/// between them. What has no place only parts.
fn grouped<'s, 'a>(spans: &'s [Span<'a>]) -> Vec<&'s [Span<'a>]> {
    let mut groups = Vec::new();
    let mut at = 0;
    while at < spans.len() {
        let mut end = at + 1;
        while let Some(next) = spans.get(end) {
            let after = spans.get(end + 1).and_then(|span| span.place);
            let dash = next.place.is_none() && period(spans[at].place, after);
            if dash {
                end += 2;
            } else if next.place == spans[at].place && next.place.is_some() {
                end += 1;
            } else {
                break;
            }
        }
        groups.push(&spans[at..end]);
        at = end;
    }
    groups
}

fn period(from: Option<Place>, to: Option<Place>) -> bool {
    let (Some(from), Some(to)) = (from, to) else {
        return false;
    };
    let ends = (Field::StartDate.json(), Field::EndDate.json());
    from.item == to.item && (from.field, to.field) == ends
}

fn kind(place: Place, section: Option<SectionKind>) -> Kind {
    if PersonalField::from_json(place.field).is_some() {
        return Kind::Detail;
    }
    let Some(field) = Field::from_json(place.field) else {
        return Kind::Heading;
    };
    match field {
        Field::Name if place.item == cv::Id::BASICS.0 => Kind::Name,
        Field::Name if section == Some(SectionKind::Work) => Kind::Organization,
        Field::Url if place.item == cv::Id::BASICS.0 => Kind::Site,
        Field::Url if section == Some(SectionKind::Profiles) => Kind::Profile,
        Field::Description if section == Some(SectionKind::Work) => Kind::Detail,
        Field::Label => Kind::Label,
        Field::Email => Kind::Email,
        Field::Phone => Kind::Phone,
        Field::Address | Field::PostalCode | Field::City | Field::Region | Field::CountryCode => {
            Kind::Address
        }
        Field::Network | Field::Username => Kind::Profile,
        Field::Name
        | Field::Position
        | Field::Title
        | Field::StudyType
        | Field::Area
        | Field::Language
        | Field::Subject
        | Field::Classes => Kind::Title,
        Field::Organization
        | Field::Institution
        | Field::Entity
        | Field::Awarder
        | Field::Issuer
        | Field::Publisher
        | Field::Event => Kind::Organization,
        Field::Location => Kind::Location,
        Field::StartDate | Field::EndDate | Field::Date | Field::ReleaseDate => Kind::Dates,
        Field::Summary
        | Field::Highlights
        | Field::Description
        | Field::Reference
        | Field::Salutation
        | Field::Body
        | Field::Closing => Kind::Text,
        _ => Kind::Detail,
    }
}

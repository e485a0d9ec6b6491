//! What an entry of each kind of section says, in which order.

use cv::{Field, Language, SectionKind, ShownItem};

use super::super::words;
use super::Entry;

/// What an item of a section says.
pub(crate) fn entry(kind: SectionKind, item: ShownItem<'_>, lang: Language) -> Entry<'_> {
    let mut e = Entry::blank(item, lang);
    match kind {
        SectionKind::Profiles => {
            e.text(Field::Network);
            e.linked(Field::Username);
        }
        SectionKind::Summary => e.rich(Field::Summary),
        SectionKind::Work => {
            e.text(Field::Position);
            e.linked(Field::Name);
            e.text(Field::Location);
            e.text(Field::Description);
            e.period();
            e.rich(Field::Summary);
            e.lines(Field::Highlights);
        }
        SectionKind::Education => {
            e.joined(&[Field::StudyType, Field::Area]);
            e.linked(Field::Institution);
            e.labelled(words::score(lang), Field::Score);
            e.period();
            e.words(words::courses(lang), Field::Courses);
        }
        SectionKind::Projects => {
            e.linked(Field::Name);
            e.list(Field::Roles);
            e.text(Field::Entity);
            e.text(Field::Type);
            e.period();
            e.rich(Field::Description);
            e.lines(Field::Highlights);
            e.words(words::keywords(lang), Field::Keywords);
        }
        SectionKind::Volunteer => {
            e.text(Field::Position);
            e.linked(Field::Organization);
            e.period();
            e.rich(Field::Summary);
            e.lines(Field::Highlights);
        }
        SectionKind::Skills => {
            e.text(Field::Name);
            e.level(Field::Level);
            e.list(Field::Keywords);
        }
        SectionKind::Languages => {
            e.text(Field::Language);
            e.level(Field::Fluency);
        }
        SectionKind::Certificates => {
            e.linked(Field::Name);
            e.text(Field::Issuer);
            e.date(Field::Date);
        }
        SectionKind::Publications => {
            e.linked(Field::Name);
            e.text(Field::Publisher);
            e.date(Field::ReleaseDate);
            e.rich(Field::Summary);
        }
        SectionKind::Awards => {
            e.text(Field::Title);
            e.text(Field::Awarder);
            e.date(Field::Date);
            e.rich(Field::Summary);
        }
        SectionKind::Interests => {
            e.text(Field::Name);
            e.list(Field::Keywords);
        }
        SectionKind::References => {
            e.text(Field::Name);
            e.rich(Field::Reference);
        }
        SectionKind::Courses => {
            e.linked(Field::Name);
            e.text(Field::Institution);
            e.period();
            e.rich(Field::Summary);
        }
        SectionKind::DrivingLicence => {
            e.classes(Field::Classes);
            e.text(Field::Issuer);
            e.rich(Field::Summary);
        }
        SectionKind::Patents => {
            e.linked(Field::Name);
            e.text(Field::Issuer);
            e.text(Field::Number);
            e.text(Field::Status);
            e.date(Field::Date);
            e.rich(Field::Summary);
        }
        SectionKind::Talks => {
            e.linked(Field::Name);
            e.text(Field::Event);
            e.text(Field::Location);
            e.date(Field::Date);
            e.rich(Field::Summary);
        }
        SectionKind::MilitaryService => {
            e.text(Field::Position);
            e.text(Field::Rank);
            e.text(Field::Organization);
            e.text(Field::Location);
            e.period();
            e.rich(Field::Summary);
        }
        SectionKind::PositionsOfTrust => {
            e.text(Field::Position);
            e.linked(Field::Organization);
            e.period();
            e.rich(Field::Summary);
        }
        SectionKind::CustomEntries => {
            e.linked(Field::Name);
            e.text(Field::Organization);
            e.text(Field::Location);
            e.period();
            e.rich(Field::Summary);
            e.lines(Field::Highlights);
        }
        SectionKind::CustomLines => e.lines(Field::Highlights),
        SectionKind::CustomWords => {
            e.text(Field::Name);
            e.level(Field::Level);
            e.list(Field::Keywords);
        }
        SectionKind::CustomText => e.rich(Field::Summary),
        SectionKind::Letter => return super::letter::entry(item, lang),
    }
    e
}

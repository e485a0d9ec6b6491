//! What sections, fields and entries are called in the form.

use cv::{Field, Item, SectionKind};
use texts::{Lang, editor as t};

/// The name of a section's kind in the editor.
pub(crate) fn section(kind: SectionKind, lang: Lang) -> &'static str {
    match kind {
        SectionKind::Profiles => t::section_profiles(lang),
        SectionKind::Summary => t::section_summary(lang),
        SectionKind::Work => t::section_work(lang),
        SectionKind::Education => t::section_education(lang),
        SectionKind::Projects => t::section_projects(lang),
        SectionKind::Volunteer => t::section_volunteer(lang),
        SectionKind::Skills => t::section_skills(lang),
        SectionKind::Languages => t::section_languages(lang),
        SectionKind::Certificates => t::section_certificates(lang),
        SectionKind::Publications => t::section_publications(lang),
        SectionKind::Awards => t::section_awards(lang),
        SectionKind::Interests => t::section_interests(lang),
        SectionKind::References => t::section_references(lang),
        SectionKind::Courses => t::section_courses(lang),
        SectionKind::DrivingLicence => t::section_driving_licence(lang),
        SectionKind::Patents => t::section_patents(lang),
        SectionKind::Talks => t::section_talks(lang),
        SectionKind::MilitaryService => t::section_military_service(lang),
        SectionKind::PositionsOfTrust => t::section_positions_of_trust(lang),
        SectionKind::CustomEntries => t::section_custom_entries(lang),
        SectionKind::CustomLines => t::section_custom_lines(lang),
        SectionKind::CustomWords => t::section_custom_words(lang),
        SectionKind::CustomText => t::section_custom_text(lang),
        SectionKind::Letter => t::section_letter(lang),
    }
}

/// The button that adds an entry.
pub(crate) fn add(kind: SectionKind, lang: Lang) -> &'static str {
    match kind {
        SectionKind::Profiles => t::add_profiles(lang),
        SectionKind::Summary => t::add_summary(lang),
        SectionKind::Work => t::add_work(lang),
        SectionKind::Education => t::add_education(lang),
        SectionKind::Projects => t::add_projects(lang),
        SectionKind::Volunteer => t::add_volunteer(lang),
        SectionKind::Skills => t::add_skills(lang),
        SectionKind::Languages => t::add_languages(lang),
        SectionKind::Certificates => t::add_certificates(lang),
        SectionKind::Publications => t::add_publications(lang),
        SectionKind::Awards => t::add_awards(lang),
        SectionKind::Interests => t::add_interests(lang),
        SectionKind::References => t::add_references(lang),
        SectionKind::Courses => t::add_courses(lang),
        SectionKind::DrivingLicence => t::add_driving_licence(lang),
        SectionKind::Patents => t::add_patents(lang),
        SectionKind::Talks => t::add_talks(lang),
        SectionKind::MilitaryService | SectionKind::PositionsOfTrust => t::add_volunteer(lang),
        _ => t::add_entry(lang),
    }
}

/// The button that adds a line to a list.
pub(crate) fn add_line(field: Field, lang: Lang) -> &'static str {
    match field {
        Field::Courses => t::add_courses(lang),
        Field::Keywords => t::add_keywords(lang),
        Field::Roles => t::add_roles(lang),
        Field::Classes => t::add_classes(lang),
        Field::Address => t::add_address(lang),
        Field::Enclosures => t::add_enclosures(lang),
        _ => t::add_highlights(lang),
    }
}

/// An entry in the list: what tells it from the others, and what it is about.
/// An entry without either has its kind's name.
pub(crate) fn entry(kind: SectionKind, item: &Item, lang: Lang) -> (String, String) {
    let (first, second) = match kind {
        SectionKind::Profiles => (Field::Network, Field::Username),
        SectionKind::Work => (Field::Position, Field::Name),
        SectionKind::Volunteer => (Field::Position, Field::Organization),
        SectionKind::Education => (Field::Institution, Field::Area),
        SectionKind::Projects => (Field::Name, Field::Entity),
        SectionKind::Skills => (Field::Name, Field::Level),
        SectionKind::Languages => (Field::Language, Field::Fluency),
        SectionKind::Certificates => (Field::Name, Field::Issuer),
        SectionKind::Publications => (Field::Name, Field::Publisher),
        SectionKind::Awards => (Field::Title, Field::Awarder),
        SectionKind::Courses => (Field::Name, Field::Institution),
        SectionKind::DrivingLicence => (Field::Classes, Field::Issuer),
        SectionKind::Patents => (Field::Name, Field::Number),
        SectionKind::Talks => (Field::Name, Field::Event),
        SectionKind::MilitaryService | SectionKind::PositionsOfTrust => {
            (Field::Position, Field::Organization)
        }
        SectionKind::CustomEntries => (Field::Name, Field::Organization),
        _ => (Field::Name, Field::Name),
    };
    let text = |field| match item.lines(field) {
        [] => item.text(field).trim().to_owned(),
        lines => lines
            .iter()
            .map(|line| line.text.text())
            .collect::<Vec<_>>()
            .join(", "),
    };
    let second = if first == second {
        String::new()
    } else {
        text(second)
    };
    match (text(first), second) {
        (first, second) if !first.is_empty() => (first, second),
        (_, second) if !second.is_empty() => (second, String::new()),
        _ => (new(kind, lang).to_owned(), String::new()),
    }
}

fn new(kind: SectionKind, lang: Lang) -> &'static str {
    match kind {
        SectionKind::Profiles => t::new_profiles(lang),
        SectionKind::Summary => t::new_summary(lang),
        SectionKind::Work => t::new_work(lang),
        SectionKind::Education => t::new_education(lang),
        SectionKind::Projects => t::new_projects(lang),
        SectionKind::Volunteer => t::new_volunteer(lang),
        SectionKind::Skills => t::new_skills(lang),
        SectionKind::Languages => t::new_languages(lang),
        SectionKind::Certificates => t::new_certificates(lang),
        SectionKind::Publications => t::new_publications(lang),
        SectionKind::Awards => t::new_awards(lang),
        SectionKind::Interests => t::new_interests(lang),
        SectionKind::References => t::new_references(lang),
        _ => t::new_entry(lang),
    }
}

/// A field's label; `kind` is `None` in the basics.
pub(crate) fn field(kind: Option<SectionKind>, field: Field, lang: Lang) -> &'static str {
    use SectionKind as K;
    match (kind, field) {
        (None, Field::Name) => t::label_basics_name(lang),
        (Some(K::Work), Field::Name) => t::label_work_name(lang),
        (Some(K::Projects), Field::Name) => t::label_projects_name(lang),
        (Some(K::Skills), Field::Name) => t::label_skills_name(lang),
        (Some(K::Certificates), Field::Name) => t::label_certificates_name(lang),
        (Some(K::Publications), Field::Name) => t::label_publications_name(lang),
        (Some(K::Interests), Field::Name) => t::label_interests_name(lang),
        (Some(K::References), Field::Name) => t::label_references_name(lang),
        (Some(K::Courses), Field::Name) => t::label_courses_name(lang),
        (Some(K::Patents), Field::Name) => t::label_patents_name(lang),
        (Some(K::Talks), Field::Name) => t::label_talks_name(lang),
        (Some(K::CustomEntries), Field::Name) => t::label_custom_entries_name(lang),
        (Some(K::CustomWords), Field::Name) => t::label_custom_words_name(lang),
        (_, Field::Name) => t::label_name(lang),
        (_, Field::Label) => t::label_label(lang),
        (_, Field::Image) => t::label_image(lang),
        (_, Field::Email) => t::label_email(lang),
        (_, Field::Phone) => t::label_phone(lang),
        (None, Field::Url) => t::label_basics_url(lang),
        (Some(K::Work), Field::Url) => t::label_work_url(lang),
        (Some(K::Education), Field::Url) => t::label_education_url(lang),
        (Some(K::Volunteer), Field::Url) => t::label_volunteer_url(lang),
        (_, Field::Url) => t::label_url(lang),
        (Some(K::Letter), Field::Address) => t::label_letter_address(lang),
        (_, Field::Address) => t::label_address(lang),
        (_, Field::PostalCode) => t::label_postal_code(lang),
        (_, Field::City) => t::label_city(lang),
        (_, Field::Region) => t::label_region(lang),
        (_, Field::CountryCode) => t::label_country_code(lang),
        (_, Field::Network) => t::label_network(lang),
        (_, Field::Username) => t::label_username(lang),
        (Some(K::Volunteer), Field::Position) => t::label_volunteer_position(lang),
        (Some(K::PositionsOfTrust), Field::Position) => t::label_positions_of_trust_position(lang),
        (_, Field::Position) => t::label_position(lang),
        (Some(K::MilitaryService), Field::Organization) => {
            t::label_military_service_organization(lang)
        }
        (_, Field::Organization) => t::label_organization(lang),
        (Some(K::Courses), Field::Institution) => t::label_courses_institution(lang),
        (_, Field::Institution) => t::label_institution(lang),
        (Some(K::Letter), Field::Location) => t::label_letter_location(lang),
        (_, Field::Location) => t::label_location(lang),
        (Some(K::Work), Field::Description) => t::label_work_description(lang),
        (_, Field::Description) => t::label_description(lang),
        (_, Field::StudyType) => t::label_study_type(lang),
        (_, Field::Area) => t::label_area(lang),
        (_, Field::Score) => t::label_score(lang),
        (_, Field::Courses) => t::label_courses(lang),
        (_, Field::Title) => t::label_title(lang),
        (_, Field::Awarder) => t::label_awarder(lang),
        (Some(K::DrivingLicence), Field::Issuer) => t::label_driving_licence_issuer(lang),
        (Some(K::Patents), Field::Issuer) => t::label_patents_issuer(lang),
        (_, Field::Issuer) => t::label_issuer(lang),
        (_, Field::Publisher) => t::label_publisher(lang),
        (_, Field::StartDate) => t::label_start_date(lang),
        (_, Field::EndDate) => t::label_end_date(lang),
        (_, Field::Date) => t::label_date(lang),
        (_, Field::ReleaseDate) => t::label_release_date(lang),
        (Some(K::Summary), Field::Summary) => t::label_summary_summary(lang),
        (Some(K::Publications), Field::Summary) => t::label_publications_summary(lang),
        (Some(K::Awards), Field::Summary) => t::label_awards_summary(lang),
        (Some(K::DrivingLicence), Field::Summary) => t::label_driving_licence_summary(lang),
        (Some(K::CustomText), Field::Summary) => t::label_custom_text_summary(lang),
        (_, Field::Summary) => t::label_summary(lang),
        (Some(K::Projects), Field::Highlights) => t::label_projects_highlights(lang),
        (Some(K::CustomLines), Field::Highlights) => t::label_custom_lines_highlights(lang),
        (_, Field::Highlights) => t::label_highlights(lang),
        (_, Field::Level) => t::label_level(lang),
        (_, Field::Keywords) => t::label_keywords(lang),
        (_, Field::Roles) => t::label_roles(lang),
        (_, Field::Entity) => t::label_entity(lang),
        (_, Field::Type) => t::label_type(lang),
        (_, Field::Language) => t::label_language(lang),
        (_, Field::Fluency) => t::label_fluency(lang),
        (_, Field::Reference) => t::label_reference(lang),
        (_, Field::SameEmployer) => t::label_same_employer(lang),
        (_, Field::Classes) => t::label_classes(lang),
        (_, Field::Number) => t::label_number(lang),
        (_, Field::Status) => t::label_status(lang),
        (_, Field::Event) => t::label_event(lang),
        (_, Field::Rank) => t::label_rank(lang),
        (_, Field::Recipient) => t::label_recipient(lang),
        (_, Field::Subject) => t::label_subject(lang),
        (_, Field::Salutation) => t::label_salutation(lang),
        (_, Field::Body) => t::label_body(lang),
        (_, Field::Closing) => t::label_closing(lang),
        (_, Field::Signature) => t::label_signature(lang),
        (_, Field::Enclosures) => t::label_enclosures(lang),
    }
}

/// A word of help under a field, where it needs one.
pub(crate) fn hint(kind: Option<SectionKind>, field: Field, lang: Lang) -> Option<&'static str> {
    match (kind, field) {
        (None, Field::Label) => Some(t::hint_basics_label(lang)),
        (_, Field::Image) => Some(t::hint_image(lang)),
        (_, Field::CountryCode) => Some(t::hint_country_code(lang)),
        (_, Field::Network) => Some(t::hint_network(lang)),
        (_, Field::Fluency) => Some(t::hint_fluency(lang)),
        (_, Field::Reference) => Some(t::hint_reference(lang)),
        (_, Field::Status) => Some(t::hint_status(lang)),
        (_, Field::Signature) => Some(t::hint_signature(lang)),
        _ => None,
    }
}

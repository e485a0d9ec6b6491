//! What a document may hold: for each kind of section its fields, in the order
//! in which a form asks for them, and for each field its shape.
//!
//! Names and meaning follow JSON Resume 1.x, so that import and export are
//! walks over this table.

use serde::{Deserialize, Serialize};

/// How a field's value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One line of text.
    Text,
    Email,
    Phone,
    Url,
    /// ISO 3166-1 alpha-2.
    Country,
    /// Paragraphs and lists.
    Rich,
    /// A date.
    Date,
    /// A date or "ongoing".
    End,
    /// A list of lines with bold, italic and links: highlights.
    Lines,
    /// A list of plain words: keywords.
    Words,
    /// Set or not. One that is set is the text [`SET`].
    Flag,
}

/// What stands in a field of [`Shape::Flag`] that is set.
pub const SET: &str = "true";

macro_rules! fields {
    ($($variant:ident $json:literal),* $(,)?) => {
        /// A field of an item. One name has one meaning wherever it occurs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Field { $(#[serde(rename = $json)] $variant),* }

        impl Field {
            pub const ALL: &[Field] = &[$(Field::$variant),*];

            /// The name in JSON Resume and in our own form.
            pub fn json(self) -> &'static str {
                match self { $(Field::$variant => $json),* }
            }

            pub fn from_json(name: &str) -> Option<Field> {
                match name { $($json => Some(Field::$variant),)* _ => None }
            }
        }
    };
}

fields! {
    Name "name", Label "label", Image "image", Email "email", Phone "phone", Url "url",
    Address "address", PostalCode "postalCode", City "city", Region "region",
    CountryCode "countryCode",
    Network "network", Username "username",
    Position "position", Organization "organization", Institution "institution",
    Location "location", Description "description",
    StudyType "studyType", Area "area", Score "score", Courses "courses",
    Title "title", Awarder "awarder", Issuer "issuer", Publisher "publisher",
    StartDate "startDate", EndDate "endDate", Date "date", ReleaseDate "releaseDate",
    Summary "summary", Highlights "highlights",
    Level "level", Keywords "keywords", Roles "roles", Entity "entity", Type "type",
    Language "language", Fluency "fluency", Reference "reference",
    Classes "classes", Number "number", Status "status", Event "event", Rank "rank",
    SameEmployer "sameEmployer",
    Recipient "recipient", Subject "subject", Salutation "salutation", Body "body",
    Closing "closing", Signature "signature", Enclosures "enclosures",
}

/// The kinds of section, in the order in which a new CV has them; those that it
/// does not have stand last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SectionKind {
    Profiles,
    Summary,
    Work,
    Education,
    Projects,
    Volunteer,
    Skills,
    Languages,
    Certificates,
    Publications,
    Awards,
    Interests,
    References,
    Courses,
    DrivingLicence,
    Patents,
    Talks,
    MilitaryService,
    PositionsOfTrust,
    /// Of one's own: entries with dates.
    CustomEntries,
    /// Of one's own: a list.
    CustomLines,
    /// Of one's own: words, and what there is to say of each.
    CustomWords,
    /// Of one's own: a text.
    CustomText,
    /// What a cover letter says: see [`crate::letter`]. No CV is offered it.
    Letter,
}

type Spec = (Field, Shape);

/// The fields of [`crate::Document::basics`].
pub const BASICS: &[Spec] = &[
    (Field::Name, Shape::Text),
    (Field::Label, Shape::Text),
    (Field::Email, Shape::Email),
    (Field::Phone, Shape::Phone),
    (Field::Url, Shape::Url),
    (Field::Address, Shape::Text),
    (Field::PostalCode, Shape::Text),
    (Field::City, Shape::Text),
    (Field::Region, Shape::Text),
    (Field::CountryCode, Shape::Country),
    (Field::Image, Shape::Url),
];

impl SectionKind {
    pub const ALL: [SectionKind; 24] = [
        SectionKind::Profiles,
        SectionKind::Summary,
        SectionKind::Work,
        SectionKind::Education,
        SectionKind::Projects,
        SectionKind::Volunteer,
        SectionKind::Skills,
        SectionKind::Languages,
        SectionKind::Certificates,
        SectionKind::Publications,
        SectionKind::Awards,
        SectionKind::Interests,
        SectionKind::References,
        SectionKind::Courses,
        SectionKind::DrivingLicence,
        SectionKind::Patents,
        SectionKind::Talks,
        SectionKind::MilitaryService,
        SectionKind::PositionsOfTrust,
        SectionKind::CustomEntries,
        SectionKind::CustomLines,
        SectionKind::CustomWords,
        SectionKind::CustomText,
        SectionKind::Letter,
    ];

    /// Whether a new CV has such a section. The others are added by who has
    /// something to put there.
    pub fn is_usual(self) -> bool {
        self <= SectionKind::References
    }

    /// Whether a section has one item, which is always there and has no head.
    pub fn is_single(self) -> bool {
        matches!(
            self,
            SectionKind::Summary
                | SectionKind::CustomLines
                | SectionKind::CustomText
                | SectionKind::Letter
        )
    }

    /// Whether its heading is its owner's affair: the language has no more to say
    /// than that it is something else.
    pub fn is_custom(self) -> bool {
        self >= SectionKind::CustomEntries && self != SectionKind::Letter
    }

    /// The name in our own form, and of the array in JSON Resume (where
    /// `profiles` and `summary` stand inside `basics`).
    pub fn json(self) -> &'static str {
        match self {
            SectionKind::Profiles => "profiles",
            SectionKind::Summary => "summary",
            SectionKind::Work => "work",
            SectionKind::Education => "education",
            SectionKind::Projects => "projects",
            SectionKind::Volunteer => "volunteer",
            SectionKind::Skills => "skills",
            SectionKind::Languages => "languages",
            SectionKind::Certificates => "certificates",
            SectionKind::Publications => "publications",
            SectionKind::Awards => "awards",
            SectionKind::Interests => "interests",
            SectionKind::References => "references",
            SectionKind::Courses => "courses",
            SectionKind::DrivingLicence => "drivingLicence",
            SectionKind::Patents => "patents",
            SectionKind::Talks => "talks",
            SectionKind::MilitaryService => "militaryService",
            SectionKind::PositionsOfTrust => "positionsOfTrust",
            SectionKind::CustomEntries => "customEntries",
            SectionKind::CustomLines => "customLines",
            SectionKind::CustomWords => "customWords",
            SectionKind::CustomText => "customText",
            SectionKind::Letter => "letter",
        }
    }

    pub fn from_json(name: &str) -> Option<SectionKind> {
        SectionKind::ALL
            .into_iter()
            .find(|kind| kind.json() == name)
    }

    /// The fields of its items.
    pub fn fields(self) -> &'static [Spec] {
        match self {
            SectionKind::Profiles => &[
                (Field::Network, Shape::Text),
                (Field::Username, Shape::Text),
                (Field::Url, Shape::Url),
            ],
            SectionKind::Summary => &[(Field::Summary, Shape::Rich)],
            SectionKind::Work => &[
                (Field::Position, Shape::Text),
                (Field::Name, Shape::Text),
                (Field::SameEmployer, Shape::Flag),
                (Field::Location, Shape::Text),
                (Field::StartDate, Shape::Date),
                (Field::EndDate, Shape::End),
                (Field::Description, Shape::Text),
                (Field::Url, Shape::Url),
                (Field::Summary, Shape::Rich),
                (Field::Highlights, Shape::Lines),
            ],
            SectionKind::Education => &[
                (Field::Institution, Shape::Text),
                (Field::StudyType, Shape::Text),
                (Field::Area, Shape::Text),
                (Field::StartDate, Shape::Date),
                (Field::EndDate, Shape::End),
                (Field::Score, Shape::Text),
                (Field::Url, Shape::Url),
                (Field::Courses, Shape::Words),
            ],
            SectionKind::Projects => &[
                (Field::Name, Shape::Text),
                (Field::Description, Shape::Rich),
                (Field::Entity, Shape::Text),
                (Field::Type, Shape::Text),
                (Field::Roles, Shape::Words),
                (Field::StartDate, Shape::Date),
                (Field::EndDate, Shape::End),
                (Field::Url, Shape::Url),
                (Field::Highlights, Shape::Lines),
                (Field::Keywords, Shape::Words),
            ],
            SectionKind::Volunteer => &[
                (Field::Position, Shape::Text),
                (Field::Organization, Shape::Text),
                (Field::StartDate, Shape::Date),
                (Field::EndDate, Shape::End),
                (Field::Url, Shape::Url),
                (Field::Summary, Shape::Rich),
                (Field::Highlights, Shape::Lines),
            ],
            SectionKind::Skills => &[
                (Field::Name, Shape::Text),
                (Field::Level, Shape::Text),
                (Field::Keywords, Shape::Words),
            ],
            SectionKind::Languages => &[
                (Field::Language, Shape::Text),
                (Field::Fluency, Shape::Text),
            ],
            SectionKind::Certificates => &[
                (Field::Name, Shape::Text),
                (Field::Issuer, Shape::Text),
                (Field::Date, Shape::Date),
                (Field::Url, Shape::Url),
            ],
            SectionKind::Publications => &[
                (Field::Name, Shape::Text),
                (Field::Publisher, Shape::Text),
                (Field::ReleaseDate, Shape::Date),
                (Field::Url, Shape::Url),
                (Field::Summary, Shape::Rich),
            ],
            SectionKind::Awards => &[
                (Field::Title, Shape::Text),
                (Field::Awarder, Shape::Text),
                (Field::Date, Shape::Date),
                (Field::Summary, Shape::Rich),
            ],
            SectionKind::Interests => {
                &[(Field::Name, Shape::Text), (Field::Keywords, Shape::Words)]
            }
            SectionKind::References => {
                &[(Field::Name, Shape::Text), (Field::Reference, Shape::Rich)]
            }
            SectionKind::Courses => &[
                (Field::Name, Shape::Text),
                (Field::Institution, Shape::Text),
                (Field::StartDate, Shape::Date),
                (Field::EndDate, Shape::End),
                (Field::Url, Shape::Url),
                (Field::Summary, Shape::Rich),
            ],
            SectionKind::DrivingLicence => &[
                (Field::Classes, Shape::Words),
                (Field::Issuer, Shape::Text),
                (Field::Summary, Shape::Rich),
            ],
            SectionKind::Patents => &[
                (Field::Name, Shape::Text),
                (Field::Issuer, Shape::Text),
                (Field::Number, Shape::Text),
                (Field::Status, Shape::Text),
                (Field::Date, Shape::Date),
                (Field::Url, Shape::Url),
                (Field::Summary, Shape::Rich),
            ],
            SectionKind::Talks => &[
                (Field::Name, Shape::Text),
                (Field::Event, Shape::Text),
                (Field::Location, Shape::Text),
                (Field::Date, Shape::Date),
                (Field::Url, Shape::Url),
                (Field::Summary, Shape::Rich),
            ],
            SectionKind::MilitaryService => &[
                (Field::Position, Shape::Text),
                (Field::Rank, Shape::Text),
                (Field::Organization, Shape::Text),
                (Field::Location, Shape::Text),
                (Field::StartDate, Shape::Date),
                (Field::EndDate, Shape::End),
                (Field::Summary, Shape::Rich),
            ],
            SectionKind::PositionsOfTrust => &[
                (Field::Position, Shape::Text),
                (Field::Organization, Shape::Text),
                (Field::StartDate, Shape::Date),
                (Field::EndDate, Shape::End),
                (Field::Url, Shape::Url),
                (Field::Summary, Shape::Rich),
            ],
            SectionKind::CustomEntries => &[
                (Field::Name, Shape::Text),
                (Field::Organization, Shape::Text),
                (Field::Location, Shape::Text),
                (Field::StartDate, Shape::Date),
                (Field::EndDate, Shape::End),
                (Field::Url, Shape::Url),
                (Field::Summary, Shape::Rich),
                (Field::Highlights, Shape::Lines),
            ],
            SectionKind::CustomLines => &[(Field::Highlights, Shape::Lines)],
            SectionKind::CustomWords => &[
                (Field::Name, Shape::Text),
                (Field::Level, Shape::Text),
                (Field::Keywords, Shape::Words),
            ],
            SectionKind::CustomText => &[(Field::Summary, Shape::Rich)],
            SectionKind::Letter => crate::letter::FIELDS,
        }
    }

    /// The shape that a field has in this kind, `None` where it has no place.
    pub fn shape(self, field: Field) -> Option<Shape> {
        shape_in(self.fields(), field)
    }
}

/// What a driving licence may be for: the classes of the European Union (directive
/// 2006/126/EC, article 4), and what else drivers in Sweden show a card for. A
/// document holds these words; what they are called its language says.
pub const LICENCE_CLASSES: [&str; 19] = [
    "AM", "A1", "A2", "A", "B1", "B", "BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE",
    "traktor", "ykb", "truck", "adr",
];

/// The shape of a field in one of the tables above.
pub fn shape_in(specs: &[Spec], field: Field) -> Option<Shape> {
    specs
        .iter()
        .find(|(f, _)| *f == field)
        .map(|(_, shape)| *shape)
}

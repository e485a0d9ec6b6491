//! The paths of a document, and the personal details that it refers to.

use super::{
    Category, Consequence, Entry, Erasure, Export, Linkability, Need, Protection, Recipient,
    Sensitive, Source, Subject, What,
};
use crate::purpose::{LegalBasis, Purpose};
use crate::retention::{Event, Retention, Start, Then};

use Category::{Career, Contact, Education, FreeText, Identity, Image, Online, Skills};
use Linkability::{Direct, Household, Indirect, Pseudonymous};

/// What a person writes.
const fn written(path: &'static str, category: Category, linkability: Linkability) -> Entry {
    Entry {
        path,
        what: What::Content,
        category,
        subject: Subject::Writer,
        source: Source::Entered,
        purposes: &[
            (Purpose::MakeCv, LegalBasis::Contract),
            (Purpose::KeepDraft, LegalBasis::Contract),
        ],
        recipients: &[Recipient::ServerInPassing],
        need: Need::Optional,
        retention: Retention::Until(Event::DraftErased),
        counted_from: Start::Written,
        then: Then::Deleted,
        protection: Protection::OwnDevice,
        log: false,
        export: Export::Shown,
        erasure: Erasure::WithDraft,
        linkability,
        sensitive: None,
    }
}

/// What a person writes at length: anything may stand there.
const fn free(path: &'static str) -> Entry {
    Entry {
        sensitive: Some(Sensitive::MayHoldAnything),
        ..written(path, FreeText, Indirect)
    }
}

/// What a document says of a photo. The picture itself is declared where it is
/// stored; it is there for the pages and nothing else.
const fn photo(path: &'static str, source: Source, linkability: Linkability) -> Entry {
    Entry {
        what: What::Structure,
        source,
        sensitive: Some(Sensitive::Face),
        ..written(path, Image, linkability)
    }
}

/// What a person writes about somebody else.
const fn referee(path: &'static str, linkability: Linkability) -> Entry {
    Entry {
        subject: Subject::Referee,
        purposes: &[
            (Purpose::MakeCv, LegalBasis::LegitimateInterest),
            (Purpose::KeepDraft, LegalBasis::LegitimateInterest),
        ],
        sensitive: Some(Sensitive::OtherPerson),
        ..written(path, Category::OtherPerson, linkability)
    }
}

/// To whom a letter is written: somebody else, at a place of theirs.
const fn addressee(path: &'static str, linkability: Linkability) -> Entry {
    referee(path, linkability)
}

/// What holds a document together.
const fn structure(path: &'static str, source: Source, linkability: Linkability) -> Entry {
    Entry {
        what: What::Structure,
        source,
        export: Export::Full,
        ..written(path, Category::Technical, linkability)
    }
}

const fn made(path: &'static str) -> Entry {
    Entry {
        need: Need::Mandatory(Consequence::NoDraft),
        ..structure(path, Source::Made, Linkability::None)
    }
}

const fn id(path: &'static str) -> Entry {
    Entry {
        linkability: Pseudonymous,
        ..made(path)
    }
}

const fn chosen(path: &'static str) -> Entry {
    structure(path, Source::Chosen, Linkability::None)
}

/// Every path of a document.
pub static DOCUMENT: &[Entry] = &[
    made("format"),
    made("kind"),
    chosen("language"),
    chosen("paper"),
    chosen("template.name"),
    made("template.layout"),
    made("template.breaks"),
    chosen("design.page_numbers"),
    chosen("design.running_name"),
    chosen("design.size"),
    chosen("design.spacing"),
    chosen("design.margins"),
    chosen("design.accent"),
    chosen("design.fonts"),
    chosen("design.icons"),
    chosen("design.dates"),
    chosen("design.levels"),
    photo("photo.file", Source::Made, Pseudonymous),
    photo("photo.width", Source::Made, Linkability::None),
    photo("photo.height", Source::Made, Linkability::None),
    photo("photo.shape", Source::Chosen, Linkability::None),
    photo("photo.hidden", Source::Chosen, Linkability::None),
    id("sections[].id"),
    made("sections[].kind"),
    written("sections[].heading", FreeText, Indirect),
    chosen("sections[].hidden"),
    chosen("sections[].paging.together"),
    chosen("sections[].paging.new_page"),
    chosen("sections[].column"),
    id("item.id"),
    chosen("item.hidden"),
    chosen("item.paging.together"),
    chosen("item.paging.new_page"),
    id("item.origin.document"),
    id("item.origin.item"),
    made("item.origin.revision"),
    // What a linked item said when its owner last looked: any of what stands below.
    Entry {
        source: Source::Made,
        export: Export::Full,
        ..free("item.origin.seen")
    },
    chosen("item.origin.same[]"),
    written("basics.name", Identity, Direct),
    written("basics.label", Career, Indirect),
    written("basics.email", Contact, Direct),
    written("basics.phone", Contact, Direct),
    written("basics.url", Online, Direct),
    written("basics.address", Contact, Household),
    written("basics.postalCode", Contact, Household),
    written("basics.city", Contact, Indirect),
    written("basics.region", Contact, Indirect),
    written("basics.countryCode", Contact, Indirect),
    written("basics.image", Identity, Direct),
    written("profiles[].network", Online, Indirect),
    written("profiles[].username", Online, Direct),
    written("profiles[].url", Online, Direct),
    free("summary[].summary"),
    written("work[].position", Career, Indirect),
    written("work[].name", Career, Indirect),
    written("work[].sameEmployer", Career, Indirect),
    written("work[].location", Career, Indirect),
    written("work[].startDate", Career, Indirect),
    written("work[].endDate", Career, Indirect),
    written("work[].description", Career, Indirect),
    written("work[].url", Career, Indirect),
    free("work[].summary"),
    free("work[].highlights"),
    written("education[].institution", Education, Indirect),
    written("education[].studyType", Education, Indirect),
    written("education[].area", Education, Indirect),
    written("education[].startDate", Education, Indirect),
    written("education[].endDate", Education, Indirect),
    written("education[].score", Education, Indirect),
    written("education[].url", Education, Indirect),
    written("education[].courses", Education, Indirect),
    written("projects[].name", Career, Indirect),
    free("projects[].description"),
    written("projects[].entity", Career, Indirect),
    written("projects[].type", Career, Indirect),
    written("projects[].roles", Career, Indirect),
    written("projects[].startDate", Career, Indirect),
    written("projects[].endDate", Career, Indirect),
    written("projects[].url", Career, Indirect),
    free("projects[].highlights"),
    written("projects[].keywords", Career, Indirect),
    written("volunteer[].position", Career, Indirect),
    // Which association somebody works for may show belief, union or party.
    Entry {
        sensitive: Some(Sensitive::MayHoldAnything),
        ..written("volunteer[].organization", Career, Indirect)
    },
    written("volunteer[].startDate", Career, Indirect),
    written("volunteer[].endDate", Career, Indirect),
    written("volunteer[].url", Career, Indirect),
    free("volunteer[].summary"),
    free("volunteer[].highlights"),
    written("skills[].name", Skills, Indirect),
    written("skills[].level", Skills, Indirect),
    written("skills[].keywords", Skills, Indirect),
    written("languages[].language", Skills, Indirect),
    written("languages[].fluency", Skills, Indirect),
    written("certificates[].name", Education, Indirect),
    written("certificates[].issuer", Education, Indirect),
    written("certificates[].date", Education, Indirect),
    written("certificates[].url", Education, Indirect),
    // A publication or an award can be looked up, and names its author.
    written("publications[].name", Career, Direct),
    written("publications[].publisher", Career, Indirect),
    written("publications[].releaseDate", Career, Indirect),
    written("publications[].url", Career, Direct),
    free("publications[].summary"),
    written("awards[].title", Career, Direct),
    written("awards[].awarder", Career, Indirect),
    written("awards[].date", Career, Indirect),
    free("awards[].summary"),
    free("interests[].name"),
    free("interests[].keywords"),
    referee("references[].name", Direct),
    referee("references[].reference", Indirect),
    written("courses[].name", Education, Indirect),
    written("courses[].institution", Education, Indirect),
    written("courses[].startDate", Education, Indirect),
    written("courses[].endDate", Education, Indirect),
    written("courses[].url", Education, Indirect),
    free("courses[].summary"),
    written("drivingLicence[].classes", Skills, Indirect),
    written("drivingLicence[].issuer", Skills, Indirect),
    free("drivingLicence[].summary"),
    // A patent is public, and names its inventors.
    written("patents[].name", Career, Direct),
    written("patents[].issuer", Career, Indirect),
    written("patents[].number", Career, Direct),
    written("patents[].status", Career, Indirect),
    written("patents[].date", Career, Indirect),
    written("patents[].url", Career, Direct),
    free("patents[].summary"),
    written("talks[].name", Career, Direct),
    written("talks[].event", Career, Indirect),
    written("talks[].location", Career, Indirect),
    written("talks[].date", Career, Indirect),
    written("talks[].url", Career, Direct),
    free("talks[].summary"),
    written("militaryService[].position", Career, Indirect),
    written("militaryService[].rank", Career, Indirect),
    written("militaryService[].organization", Career, Indirect),
    written("militaryService[].location", Career, Indirect),
    written("militaryService[].startDate", Career, Indirect),
    written("militaryService[].endDate", Career, Indirect),
    free("militaryService[].summary"),
    written("positionsOfTrust[].position", Career, Indirect),
    // Whom somebody represents may show belief, union or party.
    Entry {
        sensitive: Some(Sensitive::MayHoldAnything),
        ..written("positionsOfTrust[].organization", Career, Indirect)
    },
    written("positionsOfTrust[].startDate", Career, Indirect),
    written("positionsOfTrust[].endDate", Career, Indirect),
    written("positionsOfTrust[].url", Career, Indirect),
    free("positionsOfTrust[].summary"),
    free("customEntries[].name"),
    free("customEntries[].organization"),
    free("customEntries[].location"),
    written("customEntries[].startDate", FreeText, Indirect),
    written("customEntries[].endDate", FreeText, Indirect),
    written("customEntries[].url", FreeText, Indirect),
    free("customEntries[].summary"),
    free("customEntries[].highlights"),
    free("customLines[].highlights"),
    free("customWords[].name"),
    free("customWords[].level"),
    free("customWords[].keywords"),
    free("customText[].summary"),
    addressee("letter[].organization", Indirect),
    addressee("letter[].recipient", Direct),
    addressee("letter[].address", Household),
    addressee("letter[].salutation", Direct),
    written("letter[].location", Contact, Indirect),
    written("letter[].date", Career, Indirect),
    written("letter[].subject", Career, Indirect),
    free("letter[].body"),
    written("letter[].closing", FreeText, Linkability::None),
    written("letter[].signature", Identity, Direct),
    written("letter[].enclosures", Career, Indirect),
    reference("personal.references.nationality"),
    reference("personal.references.gender"),
    reference("personal.references.birth_date"),
    reference("personal.references.birth_place"),
    reference("personal.references.civil_status"),
    reference("personal.references.salary"),
];

/// The forms that the value of a field takes, below the field's path. They are
/// the field's data and share its entry.
pub static VALUE_FORMS: &[&str] = &[
    "text",
    "when",
    "when.date",
    "when.odd",
    "rich[].paragraph[].text",
    "rich[].paragraph[].bold",
    "rich[].paragraph[].italic",
    "rich[].paragraph[].link",
    "rich[].list[][].text",
    "rich[].list[][].bold",
    "rich[].list[][].italic",
    "rich[].list[][].link",
    "rich[].numbered[][].text",
    "rich[].numbered[][].bold",
    "rich[].numbered[][].italic",
    "rich[].numbered[][].link",
    "lines[].id",
    "lines[].text[].text",
    "lines[].text[].bold",
    "lines[].text[].italic",
    "lines[].text[].link",
];

/// A random id in the document, without meaning once the value is deleted.
const fn reference(path: &'static str) -> Entry {
    Entry {
        what: What::PersonalReference,
        need: Need::OptIn,
        ..id(path)
    }
}

/// The value of a personal detail, in the store [`super::Stored::Personal`].
const fn value(path: &'static str, category: Category, sensitive: Sensitive) -> Entry {
    Entry {
        path,
        what: What::PersonalValue,
        category,
        linkability: Indirect,
        sensitive: Some(sensitive),
        ..*super::stored(super::Stored::Personal)
    }
}

/// The values of personal details, which no document holds.
pub static PERSONAL: &[Entry] = &[
    value(
        "values.nationality",
        Category::Protected,
        Sensitive::Protected,
    ),
    value("values.gender", Category::Protected, Sensitive::Protected),
    value(
        "values.birth_date",
        Category::Protected,
        Sensitive::Protected,
    ),
    value(
        "values.birth_place",
        Category::Protected,
        Sensitive::Protected,
    ),
    value(
        "values.civil_status",
        Category::Protected,
        Sensitive::Protected,
    ),
    value("values.salary", Category::Salary, Sensitive::Salary),
];

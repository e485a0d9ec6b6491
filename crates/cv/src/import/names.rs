//! The names under which other formats, older versions and people keep what a
//! field or a section holds.
//!
//! One table serves all formats: JSON Resume's v0 names, Reactive Resume's and
//! FRESH's agree where they overlap, and a file that mixes them is read too.

use super::Source;
use crate::schema::{Field, SectionKind, Shape, shape_in};

/// What the value under a name is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// It is the field, under its own name.
    Own(Field),
    /// What our export puts beside a field that could not hold it validly.
    Beside(Field),
    /// It is the field, under another name.
    Alias(Field),
    /// It has no field of its own and is added to this one.
    Added(Field),
    /// Start and end in one text.
    Period,
    /// A level as a number, for want of a word.
    Rating(Field),
    /// Whether something is hidden when this is true.
    Hidden,
    /// Whether something is hidden when this is false.
    Visible,
    /// Whether something is still going on.
    Ongoing,
    /// Nothing that a reader of the CV would miss.
    Ignored,
    Unknown,
}

#[derive(Clone, Copy)]
enum To {
    Is(Field),
    Into(Field),
}

use Field::*;
use To::{Into, Is};

/// For each foreign name, folded, the fields that it may be, of which the first
/// that has a place counts.
const FIELDS: &[(&str, &[To])] = &[
    ("company", &[Is(Name), Is(Organization), Is(Institution)]),
    ("employer", &[Is(Name), Is(Organization)]),
    ("organization", &[Is(Name), Is(Entity), Is(Issuer)]),
    (
        "name",
        &[
            Is(Organization),
            Is(Institution),
            Is(Language),
            Is(Title),
            Is(Network),
        ],
    ),
    ("school", &[Is(Institution)]),
    ("university", &[Is(Institution)]),
    ("title", &[Is(Label), Is(Position), Is(Name), Is(StudyType)]),
    ("headline", &[Is(Label)]),
    ("tagline", &[Is(Label)]),
    ("jobtitle", &[Is(Position), Is(Label)]),
    ("role", &[Is(Position), Is(Roles), Into(Name)]),
    ("position", &[Into(Name)]),
    ("relationship", &[Into(Name)]),
    ("website", &[Is(Url)]),
    ("link", &[Is(Url)]),
    ("href", &[Is(Url)]),
    ("homepage", &[Is(Url)]),
    ("picture", &[Is(Image)]),
    ("photo", &[Is(Image)]),
    ("avatar", &[Is(Image)]),
    ("mail", &[Is(Email)]),
    ("tel", &[Is(Phone)]),
    ("telephone", &[Is(Phone)]),
    ("mobile", &[Is(Phone)]),
    ("phone", &[Into(Reference)]),
    ("street", &[Is(Address)]),
    ("zip", &[Is(PostalCode)]),
    ("zipcode", &[Is(PostalCode)]),
    ("postcode", &[Is(PostalCode)]),
    ("code", &[Is(PostalCode)]),
    ("town", &[Is(City)]),
    ("state", &[Is(Region)]),
    ("country", &[Is(CountryCode)]),
    (
        "location",
        &[
            Is(City),
            Into(Organization),
            Into(Institution),
            Into(Publisher),
            Into(Description),
        ],
    ),
    ("label", &[Is(Network)]),
    ("user", &[Is(Username)]),
    ("handle", &[Is(Username)]),
    ("start", &[Is(StartDate), Is(Date), Is(ReleaseDate)]),
    ("startdate", &[Is(Date), Is(ReleaseDate)]),
    ("end", &[Is(EndDate)]),
    ("from", &[Is(Awarder), Is(StartDate)]),
    ("to", &[Is(EndDate)]),
    ("until", &[Is(EndDate)]),
    ("date", &[Is(ReleaseDate)]),
    ("releasedate", &[Is(Date)]),
    ("published", &[Is(ReleaseDate)]),
    ("gpa", &[Is(Score)]),
    ("grade", &[Is(Score)]),
    ("degree", &[Is(StudyType)]),
    ("field", &[Is(Area)]),
    ("major", &[Is(Area)]),
    ("curriculum", &[Is(Courses)]),
    ("coursework", &[Is(Courses)]),
    (
        "summary",
        &[
            Is(Description),
            Is(Reference),
            Into(Courses),
            Into(Keywords),
        ],
    ),
    (
        "description",
        &[
            Is(Summary),
            Is(Reference),
            Is(Level),
            Is(Fluency),
            Into(Courses),
            Into(Keywords),
        ],
    ),
    ("content", &[Is(Summary)]),
    ("quote", &[Is(Reference)]),
    ("text", &[Is(Reference), Is(Username)]),
    ("value", &[Is(Username)]),
    ("achievements", &[Is(Highlights)]),
    ("accomplishments", &[Is(Highlights)]),
    ("responsibilities", &[Is(Highlights)]),
    ("highlights", &[Into(Summary), Into(Courses)]),
    ("keywords", &[Into(Highlights)]),
    ("skills", &[Is(Keywords)]),
    ("technologies", &[Is(Keywords), Into(Highlights)]),
    ("tags", &[Is(Keywords)]),
    ("items", &[Is(Keywords)]),
    ("proficiency", &[Is(Level), Is(Fluency)]),
    ("level", &[Is(Fluency)]),
    ("rating", &[Is(Level), Is(Fluency)]),
    ("issuer", &[Is(Awarder)]),
    ("authority", &[Is(Issuer), Is(Awarder)]),
    ("event", &[Is(Publisher), Into(Summary)]),
    ("activity", &[Is(Organization)]),
];

/// What the value under `key` is for, in an item with these fields.
pub(super) fn role(source: Source, specs: &[(Field, Shape)], key: &str) -> Role {
    let fits = |field: Field| shape_in(specs, field).is_some();
    let foreign = source == Source::ReactiveResume;
    if source == Source::LinkedIn
        && let Some(role) = linked_in(specs, key)
    {
        return role;
    }
    if foreign {
        if let Some(role) = reactive_resume(specs, key) {
            return role;
        }
    } else if key == "ongoing" || key == "current" || key == "isCurrent" {
        return Role::Ongoing;
    }
    if let Some(field) = Field::from_json(key).filter(|f| fits(*f)) {
        return Role::Own(field);
    }
    let beside = key.strip_suffix("Text").and_then(Field::from_json);
    if let Some(field) = beside.filter(|f| fits(*f)) {
        return Role::Beside(field);
    }
    match key {
        "hidden" | "private" => return Role::Hidden,
        "visible" => return Role::Visible,
        _ => {}
    }
    let folded = folded(key);
    if let Some((field, _)) = specs
        .iter()
        .find(|(f, _)| f.json().to_lowercase() == folded)
    {
        return Role::Alias(*field);
    }
    if matches!(folded.as_str(), "period" | "date" | "dates") && fits(EndDate) {
        return Role::Period;
    }
    let targets = FIELDS.iter().find(|(name, _)| *name == folded);
    let target = targets.and_then(|(_, targets)| {
        targets.iter().find(|target| match target {
            Is(field) | Into(field) => fits(*field),
        })
    });
    match target {
        Some(Is(field)) => Role::Alias(*field),
        Some(Into(field)) => Role::Added(*field),
        None => Role::Unknown,
    }
}

/// The columns of LinkedIn's tables that have names of their own.
fn linked_in(specs: &[(Field, Shape)], key: &str) -> Option<Role> {
    let is = |fields: &[Field]| {
        let field = fields.iter().find(|f| shape_in(specs, **f).is_some());
        field.map(|field| Role::Alias(*field))
    };
    match folded(key).as_str() {
        "companyname" => is(&[Name, Organization]),
        "schoolname" => is(&[Institution]),
        "degreename" => is(&[StudyType]),
        "fieldofstudy" => is(&[Area]),
        "notes" | "activities" if shape_in(specs, Courses).is_some() => Some(Role::Added(Courses)),
        "startedon" | "issuedon" | "publishedon" => is(&[StartDate, Date, ReleaseDate]),
        "finishedon" => is(&[EndDate]),
        // The text about a job; JSON Resume has one line about the employer.
        "description" => is(&[Summary, Description]),
        "cause" => Some(Role::Added(Summary)),
        _ => None,
    }
}

/// Where Reactive Resume means something else by a name than JSON Resume.
fn reactive_resume(specs: &[(Field, Shape)], key: &str) -> Option<Role> {
    let fits = |field: Field| shape_in(specs, field).is_some();
    match key {
        "id" | "icon" | "iconColor" | "roles" | "customFields" | "options" => Some(Role::Ignored),
        "picture" => Some(Role::Ignored),
        "level" if fits(Level) => Some(Role::Rating(Level)),
        "level" if fits(Fluency) => Some(Role::Rating(Fluency)),
        // The text about a job; JSON Resume has one line about the employer.
        "description" if fits(Position) && fits(Summary) => Some(Role::Alias(Summary)),
        "description" if fits(Reference) => Some(Role::Alias(Reference)),
        "summary" if fits(Reference) => Some(Role::Added(Reference)),
        "summary" if fits(Description) && !fits(Summary) => Some(Role::Added(Description)),
        _ => None,
    }
}

/// The kinds of section by other names, in the order in which a file's sections
/// are read.
const SECTIONS: &[(&str, SectionKind)] = &[
    ("social", SectionKind::Profiles),
    ("about", SectionKind::Summary),
    ("bio", SectionKind::Summary),
    ("brief", SectionKind::Summary),
    ("objective", SectionKind::Summary),
    ("experience", SectionKind::Work),
    ("workexperience", SectionKind::Work),
    ("employment", SectionKind::Work),
    ("jobs", SectionKind::Work),
    ("educations", SectionKind::Education),
    ("samples", SectionKind::Projects),
    ("service", SectionKind::Volunteer),
    ("volunteering", SectionKind::Volunteer),
    ("affiliation", SectionKind::Volunteer),
    ("extracurricular", SectionKind::Volunteer),
    ("certifications", SectionKind::Certificates),
    ("writing", SectionKind::Publications),
    ("speaking", SectionKind::Publications),
    ("honors", SectionKind::Awards),
    ("recognition", SectionKind::Awards),
    ("hobbies", SectionKind::Interests),
    ("testimonials", SectionKind::References),
];

/// The kind of section that a name means.
pub(super) fn section(key: &str) -> Option<SectionKind> {
    section_rank(key).map(|(_, kind)| kind)
}

/// The same with its rank among the names of one kind: its own name first.
pub(super) fn section_rank(key: &str) -> Option<(usize, SectionKind)> {
    let folded = folded(key);
    let own = SectionKind::ALL
        .into_iter()
        .find(|k| k.json().eq_ignore_ascii_case(&folded));
    own.map(|kind| (0, kind)).or_else(|| {
        let rank = SECTIONS.iter().position(|(name, _)| *name == folded)?;
        Some((rank + 1, SECTIONS[rank].1))
    })
}

/// A name without case, hyphens, underscores and spaces.
fn folded(key: &str) -> String {
    key.chars()
        .filter(|c| !matches!(c, '-' | '_' | ' '))
        .take(40)
        .flat_map(char::to_lowercase)
        .collect()
}

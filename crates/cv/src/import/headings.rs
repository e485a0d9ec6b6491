//! The headings of sections as people write them, in Swedish and English. Those
//! of other languages are known to whoever sets pages in them, and are asked for.

use crate::schema::SectionKind;

/// The kind of section that a heading means.
pub type Headings<'h> = &'h dyn Fn(&str) -> Option<SectionKind>;

/// Longer lines are no headings.
pub(super) const CHARS: usize = 50;

const WORDS: &[(SectionKind, &[&str])] = &[
    (
        SectionKind::Profiles,
        &[
            "links",
            "profiles",
            "länkar",
            "webb",
            "social media",
            "sociala medier",
        ],
    ),
    (
        SectionKind::Summary,
        &[
            "summary",
            "profile",
            "about",
            "about me",
            "professional summary",
            "personal profile",
            "executive summary",
            "career summary",
            "objective",
            "career objective",
            "overview",
            "personal statement",
            "profil",
            "om mig",
            "sammanfattning",
            "personlig profil",
            "presentation",
            "kort om mig",
            "introduktion",
        ],
    ),
    (
        SectionKind::Work,
        &[
            "experience",
            "work experience",
            "professional experience",
            "employment",
            "employment history",
            "work history",
            "career history",
            "work",
            "career",
            "relevant experience",
            "erfarenhet",
            "erfarenheter",
            "arbetslivserfarenhet",
            "arbetslivserfarenheter",
            "yrkeserfarenhet",
            "arbetserfarenhet",
            "arbete",
            "anställningar",
            "anställning",
            "anställningshistorik",
            "yrkesliv",
            "jobb",
            "tidigare anställningar",
            "arbetslivs- och praktikerfarenhet",
        ],
    ),
    (
        SectionKind::Education,
        &[
            "education",
            "education and training",
            "academic background",
            "qualifications",
            "studies",
            "academic qualifications",
            "utbildning",
            "utbildningar",
            "studier",
            "utbildning och kurser",
            "akademisk bakgrund",
            "utbildningsbakgrund",
        ],
    ),
    (
        SectionKind::Projects,
        &[
            "projects",
            "selected projects",
            "personal projects",
            "projekt",
            "uppdrag",
            "projekt i urval",
        ],
    ),
    (
        SectionKind::Volunteer,
        &[
            "volunteering",
            "volunteer experience",
            "volunteer",
            "volunteer work",
            "voluntary work",
            "extracurricular activities",
            "community",
            "ideellt arbete",
            "ideella uppdrag",
            "ideellt engagemang",
            "engagemang",
            "föreningsliv",
            "förtroendeuppdrag",
            "volontärarbete",
            "övriga uppdrag",
        ],
    ),
    (
        SectionKind::Skills,
        &[
            "skills",
            "technical skills",
            "key skills",
            "core skills",
            "competences",
            "competencies",
            "core competencies",
            "technologies",
            "areas of expertise",
            "expertise",
            "computer skills",
            "it skills",
            "kompetenser",
            "kompetens",
            "färdigheter",
            "kunskaper",
            "tekniska kunskaper",
            "datakunskaper",
            "it-kunskaper",
            "tekniska färdigheter",
            "nyckelkompetenser",
            "egenskaper",
            "tekniker",
        ],
    ),
    (
        SectionKind::Languages,
        &[
            "languages",
            "language skills",
            "språk",
            "språkkunskaper",
            "språkfärdigheter",
        ],
    ),
    (
        SectionKind::Certificates,
        &[
            "certificates",
            "certifications",
            "licenses",
            "licences",
            "licenses and certifications",
            "courses and certificates",
            "certifikat",
            "certifieringar",
            "licenser",
            "licenser och certifikat",
            "kurser",
            "kurser och certifikat",
            "courses",
            "körkort",
            "driving licence",
            "behörigheter",
        ],
    ),
    (
        SectionKind::Publications,
        &[
            "publications",
            "selected publications",
            "publikationer",
            "publicerat",
            "artiklar",
            "talks",
            "presentations",
            "föredrag",
        ],
    ),
    (
        SectionKind::Awards,
        &[
            "awards",
            "honors",
            "honours",
            "awards and honors",
            "honors and awards",
            "achievements",
            "utmärkelser",
            "priser",
            "stipendier",
            "meriter",
            "priser och utmärkelser",
            "utmärkelser och stipendier",
        ],
    ),
    (
        SectionKind::Interests,
        &[
            "interests",
            "hobbies",
            "hobbies and interests",
            "personal interests",
            "intressen",
            "fritid",
            "fritidsintressen",
            "fritid och intressen",
            "hobbyer",
        ],
    ),
    (
        SectionKind::References,
        &[
            "references",
            "referees",
            "referenser",
            "referens",
            "recommendations",
        ],
    ),
];

/// What stands above contact details, or above everything.
const ABOVE: [&str; 22] = [
    "contact",
    "contact details",
    "contact information",
    "contact info",
    "personal details",
    "personal information",
    "details",
    "kontakt",
    "kontaktuppgifter",
    "kontaktinformation",
    "personuppgifter",
    "personlig information",
    "personliga uppgifter",
    "cv",
    "résumé",
    "resume",
    "curriculum vitae",
    "meritförteckning",
    "levnadsbeskrivning",
    "kontaktinfo",
    "lebenslauf",
    "personalia",
];

/// The kind that a heading means in Swedish or English.
pub(super) fn usual(heading: &str) -> Option<SectionKind> {
    let heading = heading.replace(" & ", " and ");
    let words = WORDS
        .iter()
        .find(|(_, words)| words.contains(&heading.as_str()));
    // Swedish has an own word for it.
    let words = words.or_else(|| {
        let swedish = heading.replace(" and ", " och ");
        WORDS
            .iter()
            .find(|(_, words)| words.contains(&swedish.as_str()))
    });
    words.map(|(kind, _)| *kind)
}

/// Whether it is a heading over contact details, or the word for the whole.
pub(super) fn is_above(heading: &str) -> bool {
    ABOVE.contains(&heading)
}

/// A line as a heading is compared: in lower case, without the marks around it
/// and the spaces between spaced letters. `None` if it is too long for one.
pub(super) fn folded(line: &str) -> Option<String> {
    if line.chars().take(2 * CHARS + 1).count() > 2 * CHARS {
        return None;
    }
    let marks = |c: char| !c.is_alphanumeric() && !matches!(c, ')' | '(');
    let line = line.trim_matches(marks).to_lowercase();
    let words: Vec<&str> = line.split_whitespace().collect();
    let spaced = words.len() > 3 && words.iter().all(|word| word.chars().count() == 1);
    let folded = words.join(if spaced { "" } else { " " });
    (!folded.is_empty() && folded.chars().count() <= CHARS).then_some(folded)
}

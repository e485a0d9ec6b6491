//! How well somebody knows something, of words that people use for it.
//!
//! Documents hold the words ([`crate::Field::Level`], [`crate::Field::Fluency`]).
//! For those who want to see it at a glance the usual ones are read as one to
//! five; whatever is not known here stays a word. The letters are those of the
//! Common European Framework, the phrases those of LinkedIn, Europass and of CVs
//! in Swedish and English; one's mother tongue is known in every language of documents.

use crate::language::Language;

/// The highest level.
pub const MOST: u8 = 5;

/// Words for each level, the lowest first, in lower case.
const WORDS: [&[&str]; MOST as usize] = [
    &[
        "a1",
        "beginner",
        "elementary",
        "novice",
        "notions",
        "nybörjare",
        "elementär",
        "enstaka ord",
    ],
    &[
        "a2",
        "basic",
        "basics",
        "conversational",
        "limited working",
        "pre-intermediate",
        "some",
        "grundläggande",
        "grunder",
        "grunderna",
        "viss",
        "vissa",
        "vardaglig",
    ],
    &[
        "b1",
        "intermediate",
        "competent",
        "good",
        "professional working",
        "working",
        "mellannivå",
        "medel",
        "medelgod",
        "god",
        "goda",
        "bra",
        "skicklig",
    ],
    &[
        "b2",
        "advanced",
        "excellent",
        "fluent",
        "full professional",
        "professional",
        "proficient",
        "upper intermediate",
        "very good",
        "avancerad",
        "avancerade",
        "flytande",
        "mycket bra",
        "mycket god",
        "mycket goda",
        "professionell",
        "utmärkt",
        "utmärkta",
    ],
    &[
        "c1",
        "c2",
        "bilingual",
        "expert",
        "master",
        "mother tongue",
        "native",
        "native or bilingual",
        "native speaker",
        "modersmål",
        "modersmålsnivå",
        "mästare",
        "tvåspråkig",
    ],
];

/// What may stand behind such a word and says nothing more.
const ENDINGS: [&str; 9] = [
    " proficiency",
    " knowledge",
    " skills",
    " level",
    " user",
    " kunskaper",
    " kunskap",
    " nivå",
    " i tal och skrift",
];

/// The levels of the Common European Framework of Reference for Languages.
pub const CEFR: [&str; 6] = ["A1", "A2", "B1", "B2", "C1", "C2"];

/// What somebody's own language is called in a CV.
pub fn mother_tongue(language: Language) -> &'static str {
    match language {
        Language::Swedish | Language::Danish => "modersmål",
        Language::English => "mother tongue",
        Language::Czech => "mateřský jazyk",
        Language::German => "Muttersprache",
        Language::Estonian => "emakeel",
        Language::Spanish => "lengua materna",
        Language::French => "langue maternelle",
        Language::Croatian => "materinski jezik",
        Language::Icelandic => "móðurmál",
        Language::Italian => "madrelingua",
        Language::Latvian => "dzimtā valoda",
        Language::Lithuanian => "gimtoji kalba",
        Language::Hungarian => "anyanyelv",
        Language::Dutch => "moedertaal",
        Language::Norwegian => "morsmål",
        Language::Polish => "język ojczysty",
        Language::Portuguese => "língua materna",
        Language::Romanian => "limba maternă",
        Language::Slovak => "materinský jazyk",
        Language::Slovenian => "materni jezik",
        Language::Finnish => "äidinkieli",
        Language::Turkish => "ana dil",
        Language::Greek => "μητρική γλώσσα",
        Language::Bulgarian => "майчин език",
        Language::Russian => "родной язык",
        Language::Ukrainian => "рідна мова",
        Language::Hebrew => "שפת אם",
        Language::Arabic => "اللغة الأم",
        Language::Persian => "زبان مادری",
        Language::SimplifiedChinese => "母语",
        Language::TraditionalChinese | Language::Japanese => "母語",
        Language::Korean => "모국어",
    }
}

/// Whether a text says that a language is somebody's own, in words that are offered
/// or that files from elsewhere have.
pub fn is_mother_tongue(text: &str) -> bool {
    let text = text.to_lowercase();
    let words = ["native", "mother tongue", "modersmål"];
    words.iter().any(|word| text.contains(word)) || is_own(text.trim())
}

/// Whether a text in lower case is what one's own language is called in some language.
fn is_own(text: &str) -> bool {
    let languages = Language::ALL.iter();
    languages
        .map(|language| mother_tongue(*language))
        .any(|word| word == text || word.to_lowercase() == text)
}

/// The level that a text tells, from 1 to [`MOST`]; nothing, if it is not known.
///
/// Also `4/5`, `8/10` and `80 %`, as programs write it.
pub fn of(text: &str) -> Option<u8> {
    let text = text.trim().to_lowercase();
    if let Some(level) = share(&text) {
        return Some(level);
    }
    // "Flytande (C1)", "C1 – fluent": the letters tell it better than the word.
    let parts = || {
        text.split(['(', ')', ',', '–', '/', ':', '·'])
            .flat_map(|part| part.split(" - "))
            .map(str::trim)
            .filter(|part| !part.is_empty())
    };
    let letters = parts().filter(|part| part.len() == 2).find_map(word);
    letters.or_else(|| word(&text)).or_else(|| {
        let mut levels = parts().map(word);
        // All parts have to be known: "good, but rusty" is not only good.
        let first = levels.next()??;
        levels.all(|level| level.is_some()).then_some(first)
    })
}

fn word(text: &str) -> Option<u8> {
    let mut text = text.trim_end_matches(['.', '!', '*']).trim();
    for ending in ENDINGS {
        text = text.strip_suffix(ending).unwrap_or(text);
    }
    match WORDS.iter().position(|words| words.contains(&text)) {
        Some(at) => u8::try_from(at + 1).ok(),
        None => is_own(text).then_some(MOST),
    }
}

/// A part of a whole, of which nothing is no level.
fn share(text: &str) -> Option<u8> {
    let (part, whole) = match text.strip_suffix('%') {
        Some(part) => (part, "100"),
        None => text.split_once('/')?,
    };
    let number = |text: &str| text.trim().parse::<u32>().ok();
    let (part, whole) = (number(part)?, number(whole)?);
    if part == 0 || part > whole || whole > 100 {
        return None;
    }
    u8::try_from((part * u32::from(MOST)).div_ceil(whole)).ok()
}

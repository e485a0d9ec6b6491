//! Words and phrases that readers of CVs have seen too often, or misspelt.

use super::verbs::Verbs::{
    self, Examining, Helping, Improving, Leading, Making, Organising, Teaching,
};
use super::{Hint, What};
use crate::place::Text;
use crate::tongue::Tongue;
use crate::words::{Word, begins, slice, words};
use cv::SectionKind;

/// Beginnings that hide what somebody did, and the groups of verbs that may say it.
type Weak = (&'static str, &'static [Verbs]);

const SWEDISH_WEAK: &[Weak] = &[
    ("ansvarig för", &[Leading, Organising]),
    ("ansvarade för", &[Leading, Organising]),
    ("ansvarar för", &[Leading, Organising]),
    ("ansvar för", &[Leading, Organising]),
    ("hade ansvar för", &[Leading, Organising]),
    ("hade ansvaret för", &[Leading, Organising]),
    ("arbetade med", &[Making, Improving]),
    ("arbetar med", &[Making, Improving]),
    ("arbete med", &[Making, Improving]),
    ("jobbade med", &[Making, Improving]),
    ("jobbar med", &[Making, Improving]),
    ("sysslade med", &[Making, Improving]),
    ("hjälpte till", &[Helping, Making]),
    ("hjälper till", &[Helping, Making]),
    ("assisterade med", &[Helping, Making]),
    ("assisterade vid", &[Helping, Making]),
    ("deltog i", &[Making, Examining]),
    ("deltagit i", &[Making, Examining]),
    ("deltar i", &[Making, Examining]),
    ("medverkade i", &[Making, Examining]),
    ("var med och", &[Making, Improving]),
    ("var delaktig i", &[Making, Improving]),
    ("delaktig i", &[Making, Improving]),
    ("arbetsuppgifter", &[Making, Helping]),
    ("mina arbetsuppgifter", &[Making, Helping]),
    ("fick lära mig", &[Teaching, Making]),
];

const ENGLISH_WEAK: &[Weak] = &[
    ("responsible for", &[Leading, Organising]),
    ("was responsible for", &[Leading, Organising]),
    ("in charge of", &[Leading, Organising]),
    ("tasked with", &[Making, Organising]),
    ("duties included", &[Making, Helping]),
    ("responsibilities included", &[Making, Helping]),
    ("worked on", &[Making, Improving]),
    ("worked with", &[Making, Improving]),
    ("working on", &[Making, Improving]),
    ("working with", &[Making, Improving]),
    ("helped to", &[Helping, Making]),
    ("helped with", &[Helping, Making]),
    ("assisted with", &[Helping, Making]),
    ("assisted in", &[Helping, Making]),
    ("participated in", &[Making, Examining]),
    ("involved in", &[Making, Examining]),
    ("was involved in", &[Making, Examining]),
    ("took part in", &[Making, Examining]),
    ("was part of", &[Making, Improving]),
    ("part of", &[Making, Improving]),
];

pub(super) fn weak(tongue: Tongue) -> &'static [Weak] {
    match tongue {
        Tongue::Swedish => SWEDISH_WEAK,
        Tongue::English => ENGLISH_WEAK,
    }
}

pub(super) fn is_first_person(tongue: Tongue, word: &str) -> bool {
    let own: &[&str] = match tongue {
        Tongue::Swedish => &["jag", "vi", "min", "mitt", "mina"],
        Tongue::English => &["i", "i’m", "i've", "i’ve", "i'm", "my", "we"],
    };
    own.contains(&word.to_lowercase().as_str())
}

const SWEDISH_CLICHES: &[&str] = &[
    "spindeln i nätet",
    "många bollar i luften",
    "bollar i luften",
    "brinner för",
    "driven och engagerad",
    "högt i tak",
    "tänka utanför boxen",
    "utanför boxen",
    "social och utåtriktad",
    "glad och positiv",
    "positiv och glad",
    "lagspelare",
    "teamplayer",
    "prestigelös",
    "stresstålig",
    "gillar att ha många",
    "ser möjligheter istället för",
    "problemlösare",
    "ödmjuk inför",
    "hungrig",
    "passionerad",
    "nytänkande och kreativ",
    "jobbar bra både självständigt och i grupp",
    "arbetar bra både självständigt och i grupp",
    "både självständigt och i grupp",
];

const ENGLISH_CLICHES: &[&str] = &[
    "team player",
    "hard worker",
    "hard-working",
    "hardworking",
    "self-starter",
    "self-motivated",
    "go-getter",
    "think outside the box",
    "outside the box",
    "results-driven",
    "results-oriented",
    "detail-oriented",
    "proven track record",
    "track record of success",
    "excellent communication skills",
    "strong work ethic",
    "fast learner",
    "quick learner",
    "passionate about",
    "dynamic individual",
    "synergy",
    "go-to person",
    "value add",
    "thought leader",
    "best of breed",
    "works well under pressure",
    "work well under pressure",
    "hit the ground running",
    "wear many hats",
    "guru",
    "ninja",
    "rockstar",
];

/// As people write it, and as it is spelt.
const SWEDISH_SPELLING: &[(&str, &str)] = &[
    ("epost", "e-post"),
    ("e-mail", "e-post"),
    ("email", "e-post"),
    ("address", "adress"),
    ("komitté", "kommitté"),
    ("kommite", "kommitté"),
    ("kommitte", "kommitté"),
    ("rekomendation", "rekommendation"),
    ("rekomendationer", "rekommendationer"),
    ("proffesionell", "professionell"),
    ("profesionell", "professionell"),
    ("noggran", "noggrann"),
    ("anstäld", "anställd"),
    ("anställnig", "anställning"),
    ("erfarenhter", "erfarenheter"),
    ("sammarbete", "samarbete"),
    ("sammarbeta", "samarbeta"),
    ("sammordna", "samordna"),
    ("körkårt", "körkort"),
    ("svennska", "svenska"),
    ("definativt", "definitivt"),
    ("utbilding", "utbildning"),
    ("utvekling", "utveckling"),
];

const ENGLISH_SPELLING: &[(&str, &str)] = &[
    ("managment", "management"),
    ("manger", "manager"),
    ("acheive", "achieve"),
    ("acheived", "achieved"),
    ("recieve", "receive"),
    ("recieved", "received"),
    ("responsable", "responsible"),
    ("responsibilty", "responsibility"),
    ("liason", "liaison"),
    ("liased", "liaised"),
    ("succesful", "successful"),
    ("successfull", "successful"),
    ("succesfully", "successfully"),
    ("developement", "development"),
    ("enviroment", "environment"),
    ("experiance", "experience"),
    ("proffesional", "professional"),
    ("refered", "referred"),
    ("seperate", "separate"),
    ("maintainance", "maintenance"),
    ("maintenence", "maintenance"),
    ("comittee", "committee"),
    ("commitee", "committee"),
    ("bussiness", "business"),
    ("calender", "calendar"),
    ("adress", "address"),
    ("tecnical", "technical"),
    ("untill", "until"),
    ("begining", "beginning"),
    ("beleive", "believe"),
    ("occured", "occurred"),
    ("priviledge", "privilege"),
    ("publically", "publicly"),
];

const ON_REQUEST: &[&str] = &[
    "lämnas på begäran",
    "lämnas gärna på begäran",
    "ges på begäran",
    "på begäran",
    "available on request",
    "available upon request",
    "on request",
    "upon request",
    "provided on request",
];

pub(super) fn look(hints: &mut Vec<Hint>, texts: &[Text], tongue: Option<Tongue>) {
    for text in texts {
        let mut put = |what| {
            hints.push(Hint {
                place: Some(text.place),
                what,
            });
        };
        if let Some(text) = placeholder(&text.text) {
            put(What::Placeholder { text });
        }
        let Some(tongue) = tongue else { continue };
        let words = words(&text.text);
        if text.kind == Some(SectionKind::References) && find(&words, ON_REQUEST).is_some() {
            put(What::ReferencesOnRequest);
        }
        let (cliches, spelling) = match tongue {
            Tongue::Swedish => (SWEDISH_CLICHES, SWEDISH_SPELLING),
            Tongue::English => (ENGLISH_CLICHES, ENGLISH_SPELLING),
        };
        if let Some((from, to)) = find(&words, cliches) {
            let phrase = slice(&text.text, from, to).to_owned();
            put(What::Cliche { phrase });
        }
        for word in &words {
            let lower = word.text.to_lowercase();
            let known = spelling.iter().find(|(wrong, _)| *wrong == lower);
            if let Some((_, better)) = known {
                put(What::Spelling {
                    written: word.text.to_owned(),
                    better: (*better).to_owned(),
                });
                break;
            }
        }
    }
}

/// The first and the last word of the first phrase that stands in a text.
fn find<'a, 'b>(words: &'b [Word<'a>], phrases: &[&str]) -> Option<(&'b Word<'a>, &'b Word<'a>)> {
    (0..words.len()).find_map(|at| {
        let rest = words.get(at..)?;
        let found = phrases.iter().filter(|phrase| begins(rest, phrase));
        let phrase = found.max_by_key(|phrase| phrase.len())?;
        let last = rest.get(phrase.split(' ').count() - 1)?;
        Some((rest.first()?, last))
    })
}

/// The gap of an example, `[so many]`, that is still there.
fn placeholder(text: &str) -> Option<String> {
    let (_, rest) = text.split_once('[')?;
    let (inside, _) = rest.split_once(']')?;
    let words = inside.chars().any(char::is_alphabetic);
    let short = inside.chars().count() <= 40 && !inside.contains('[');
    (words && short).then(|| format!("[{inside}]"))
}

//! Verbs that say what somebody did, in groups by what they tell.

use serde::{Deserialize, Serialize};

use crate::tongue::Tongue;

/// What verbs of a group tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verbs {
    Leading,
    Making,
    Improving,
    Helping,
    Selling,
    Examining,
    Organising,
    Teaching,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Present,
    Past,
}

/// A verb: in the present tense (in English without ending), in the past, and its group.
type Verb = (&'static str, &'static str, Verbs);

use Verbs::{Examining, Helping, Improving, Leading, Making, Organising, Selling, Teaching};

/// The first four of a group are the ones that are suggested.
const SWEDISH: &[Verb] = &[
    ("leder", "ledde", Leading),
    ("styr", "styrde", Leading),
    ("driver", "drev", Leading),
    ("fördelar", "fördelade", Leading),
    ("beslutar", "beslutade", Leading),
    ("anställer", "anställde", Leading),
    ("förhandlar", "förhandlade", Leading),
    ("bygger", "byggde", Making),
    ("utvecklar", "utvecklade", Making),
    ("skapar", "skapade", Making),
    ("inför", "införde", Making),
    ("startar", "startade", Making),
    ("tar", "tog", Making),
    ("skriver", "skrev", Making),
    ("ritar", "ritade", Making),
    ("tillverkar", "tillverkade", Making),
    ("monterar", "monterade", Making),
    ("installerar", "installerade", Making),
    ("producerar", "producerade", Making),
    ("förbättrar", "förbättrade", Improving),
    ("minskar", "minskade", Improving),
    ("ökar", "ökade", Improving),
    ("förenklar", "förenklade", Improving),
    ("effektiviserar", "effektiviserade", Improving),
    ("moderniserar", "moderniserade", Improving),
    ("halverar", "halverade", Improving),
    ("hjälper", "hjälpte", Helping),
    ("vårdar", "vårdade", Helping),
    ("stöttar", "stöttade", Helping),
    ("löser", "löste", Helping),
    ("svarar", "svarade", Helping),
    ("bemöter", "bemötte", Helping),
    ("reparerar", "reparerade", Helping),
    ("säljer", "sålde", Selling),
    ("vinner", "vann", Selling),
    ("presenterar", "presenterade", Selling),
    ("marknadsför", "marknadsförde", Selling),
    ("granskar", "granskade", Examining),
    ("analyserar", "analyserade", Examining),
    ("utreder", "utredde", Examining),
    ("följer", "följde", Examining),
    ("mäter", "mätte", Examining),
    ("testar", "testade", Examining),
    ("kontrollerar", "kontrollerade", Examining),
    ("planerar", "planerade", Organising),
    ("samordnar", "samordnade", Organising),
    ("ordnar", "ordnade", Organising),
    ("schemalägger", "schemalade", Organising),
    ("bokför", "bokförde", Organising),
    ("administrerar", "administrerade", Organising),
    ("utbildar", "utbildade", Teaching),
    ("handleder", "handledde", Teaching),
    ("undervisar", "undervisade", Teaching),
    ("introducerar", "introducerade", Teaching),
];

const ENGLISH: &[Verb] = &[
    ("lead", "led", Leading),
    ("manage", "managed", Leading),
    ("run", "ran", Leading),
    ("direct", "directed", Leading),
    ("negotiate", "negotiated", Leading),
    ("hire", "hired", Leading),
    ("chair", "chaired", Leading),
    ("build", "built", Making),
    ("develop", "developed", Making),
    ("design", "designed", Making),
    ("introduce", "introduced", Making),
    ("create", "created", Making),
    ("write", "wrote", Making),
    ("launch", "launched", Making),
    ("install", "installed", Making),
    ("assemble", "assembled", Making),
    ("implement", "implemented", Making),
    ("produce", "produced", Making),
    ("make", "made", Making),
    ("start", "started", Making),
    ("improve", "improved", Improving),
    ("reduce", "reduced", Improving),
    ("increase", "increased", Improving),
    ("simplify", "simplified", Improving),
    ("modernise", "modernised", Improving),
    ("automate", "automated", Improving),
    ("cut", "cut", Improving),
    ("grow", "grew", Improving),
    ("support", "supported", Helping),
    ("resolve", "resolved", Helping),
    ("care", "cared", Helping),
    ("advise", "advised", Helping),
    ("answer", "answered", Helping),
    ("repair", "repaired", Helping),
    ("serve", "served", Helping),
    ("sell", "sold", Selling),
    ("win", "won", Selling),
    ("present", "presented", Selling),
    ("promote", "promoted", Selling),
    ("review", "reviewed", Examining),
    ("analyse", "analysed", Examining),
    ("test", "tested", Examining),
    ("measure", "measured", Examining),
    ("analyze", "analyzed", Examining),
    ("investigate", "investigated", Examining),
    ("audit", "audited", Examining),
    ("plan", "planned", Organising),
    ("coordinate", "coordinated", Organising),
    ("schedule", "scheduled", Organising),
    ("organise", "organised", Organising),
    ("organize", "organized", Organising),
    ("arrange", "arranged", Organising),
    ("administer", "administered", Organising),
    ("teach", "taught", Teaching),
    ("train", "trained", Teaching),
    ("mentor", "mentored", Teaching),
    ("coach", "coached", Teaching),
];

fn all(tongue: Tongue) -> &'static [Verb] {
    match tongue {
        Tongue::Swedish => SWEDISH,
        Tongue::English => ENGLISH,
    }
}

/// Verbs that somebody may begin with instead, in a tense.
pub(super) fn suggested(tongue: Tongue, group: Verbs, tense: Tense) -> Vec<String> {
    let verbs = all(tongue).iter().filter(|(_, _, of)| *of == group);
    let form = |(present, past, _): &Verb| match tense {
        Tense::Present => (*present).to_owned(),
        Tense::Past => (*past).to_owned(),
    };
    verbs.take(4).map(form).collect()
}

/// A verb by one of its forms: its present, and the tense of the form if that is only
/// one: `cut` may be either.
pub(super) fn of(tongue: Tongue, word: &str) -> Option<(String, Option<Tense>)> {
    let word = word.to_lowercase();
    for (present, past, _) in all(tongue) {
        let tense = match tongue {
            _ if word == *past && past == present => None,
            _ if word == *past => Some(Tense::Past),
            _ if word == *present => Some(Tense::Present),
            Tongue::English if is_present(&word, present) => Some(Tense::Present),
            _ => continue,
        };
        return Some(((*present).to_owned(), tense));
    }
    let tense = match tongue {
        Tongue::Swedish if word.len() > 6 && word.ends_with("erade") => Tense::Past,
        Tongue::Swedish if word.len() > 6 && word.ends_with("erar") => Tense::Present,
        Tongue::English if word.len() > 5 && word.ends_with("ed") && !word.ends_with("eed") => {
            Tense::Past
        }
        _ => return None,
    };
    Some((word, Some(tense)))
}

/// `leads`, `leading`, `managing`.
fn is_present(word: &str, base: &str) -> bool {
    let bare = base.strip_suffix('e').unwrap_or(base);
    word.strip_suffix('s') == Some(base) || word.strip_suffix("ing") == Some(bare)
}

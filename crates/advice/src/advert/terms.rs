//! The words of an advertisement that matter.
//!
//! First what has a name in our list. Then, in sentences that ask for something, what
//! follows `experience of` and the like, names and technical words. Then words that
//! come again and again.

use std::collections::{BTreeMap, BTreeSet};

use super::Kind;
use super::known::{Form, Known};
use super::language::{is_small, is_usual};
use super::sentence::{asks, is_address, is_heading, is_name, is_technical, sentence};
use crate::tongue::Tongue;
use crate::words::{Word, begins, slice, words};

/// No more than so many other words are taken from an advertisement.
const OTHERS: usize = 16;
/// A word that is there so many times matters.
const OFTEN: usize = 3;
/// So far a phrase goes.
const PHRASE: usize = 3;
/// So many things may stand in a row, with commas between.
const IN_A_ROW: usize = 5;
/// What follows these is studied.
const STUDIES: [&str; 6] = [
    "utbildning",
    "utbildad",
    "examen",
    "degree",
    "qualified",
    "trained",
];

const SWEDISH_LEADS: &[&str] = &[
    "erfarenhet av",
    "erfarenhet inom",
    "erfarenhet från",
    "erfarenheter av",
    "erfaren inom",
    "vana av",
    "vana vid",
    "van vid",
    "kunskap om",
    "kunskap i",
    "kunskap inom",
    "kunskaper om",
    "kunskaper i",
    "kunskaper inom",
    "kännedom om",
    "kompetens inom",
    "utbildning inom",
    "utbildning i",
    "vidareutbildning inom",
    "vidareutbildning i",
    "utbildad inom",
    "examen inom",
    "examen i",
    "behärskar",
    "intresse för",
    "intresse av",
    "arbetat med",
    "jobbat med",
    "arbetat som",
    "jobbat som",
    "utbildad",
];

const ENGLISH_LEADS: &[&str] = &[
    "experience with",
    "experience of",
    "experience in",
    "experience using",
    "knowledge of",
    "skills in",
    "proficient in",
    "proficient with",
    "proficiency in",
    "familiar with",
    "familiarity with",
    "expertise in",
    "background in",
    "qualified in",
    "degree in",
    "understanding of",
    "fluent in",
    "competent in",
    "skilled in",
    "trained in",
    "worked as",
    "worked with",
];

/// Something that is asked for.
pub(super) struct Term {
    /// As it is written.
    pub(super) text: String,
    pub(super) kind: Kind,
    /// The thing in our list, if it is one.
    pub(super) thing: Option<usize>,
    /// A class of driving licence.
    class: Option<&'static str>,
    /// The sentence that it stands in.
    pub(super) sentence: String,
}

impl Term {
    /// As it would stand in a CV: a class of a licence by its name, and any other thing
    /// with a capital first.
    pub(super) fn entry(&self) -> String {
        if let Some(class) = self.class {
            return class.to_owned();
        }
        let mut chars = self.text.chars();
        let first = chars.next().into_iter().flat_map(char::to_uppercase);
        first.chain(chars).collect()
    }
}

/// The words of a text that are not taken yet.
struct Reading<'a> {
    text: &'a str,
    words: Vec<Word<'a>>,
    forms: Vec<Form>,
    taken: Vec<bool>,
    terms: Vec<Term>,
    /// What has been found, by its stems.
    seen: BTreeSet<String>,
}

pub(super) fn found(advert: &str, tongue: Option<Tongue>) -> Vec<Term> {
    let words: Vec<Word<'_>> = words(advert)
        .into_iter()
        .filter(|w| !is_address(advert, w))
        .collect();
    let mut reading = Reading {
        text: advert,
        forms: words
            .iter()
            .map(|word| Form::new(word.text, tongue))
            .collect(),
        taken: vec![false; words.len()],
        words,
        terms: Vec::new(),
        seen: BTreeSet::new(),
    };
    reading.named(&Known::new(tongue));
    if let Some(tongue) = tongue {
        let known = reading.terms.len();
        reading.led_to(tongue);
        reading.proper(tongue);
        reading.often(tongue);
        reading.terms.truncate(known + OTHERS);
    }
    reading.terms
}

impl Reading<'_> {
    fn named(&mut self, known: &Known) {
        let mut things = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            let rest = self.forms.get(at..).unwrap_or_default();
            let Some(name) = known.longest(rest) else {
                at += 1;
                continue;
            };
            let (thing, kind, count) = (name.thing, name.kind, name.words.len());
            if !things.contains(&thing) {
                things.push(thing);
                self.take(at, count, kind, Some((thing, known.class(thing))));
            }
            self.taken
                .iter_mut()
                .skip(at)
                .take(count)
                .for_each(|t| *t = true);
            at += count;
        }
    }

    /// Takes some words as one thing.
    fn take(
        &mut self,
        at: usize,
        count: usize,
        kind: Kind,
        thing: Option<(usize, Option<&'static str>)>,
    ) {
        let (Some(first), Some(last)) = (self.words.get(at), self.words.get(at + count - 1)) else {
            return;
        };
        let text = slice(self.text, first, last);
        let forms = self.forms.iter().skip(at).take(count);
        let stems: Vec<&str> = forms.map(|form| form.stem.as_str()).collect();
        if text.is_empty() || !self.seen.insert(stems.join(" ")) {
            return;
        }
        self.terms.push(Term {
            text: text.split_whitespace().collect::<Vec<_>>().join(" "),
            kind,
            thing: thing.map(|(thing, _)| thing),
            class: thing.and_then(|(_, class)| class),
            sentence: sentence(self.text, first.start).to_owned(),
        });
        self.taken
            .iter_mut()
            .skip(at)
            .take(count)
            .for_each(|t| *t = true);
    }

    /// What follows `experience of`, to the end of its sentence.
    fn led_to(&mut self, tongue: Tongue) {
        let leads = match tongue {
            Tongue::Swedish => SWEDISH_LEADS,
            Tongue::English => ENGLISH_LEADS,
        };
        for at in 0..self.words.len() {
            let rest = self.words.get(at..).unwrap_or_default();
            let lead = leads.iter().filter(|lead| begins(rest, lead));
            let Some(lead) = lead.max_by_key(|lead| lead.len()) else {
                continue;
            };
            let mut from = at + lead.split(' ').count();
            let kind = match STUDIES.iter().any(|study| lead.contains(study)) {
                true => Kind::Course,
                false => Kind::Word,
            };
            for nth in 0..IN_A_ROW {
                let Some(next) = self.phrase(from, nth == 0, kind, tongue) else {
                    break;
                };
                from = next;
            }
        }
    }

    /// Takes the phrase that begins at a word, and says where another may begin that
    /// a comma or an `and` joins to it.
    fn phrase(&mut self, from: usize, first: bool, kind: Kind, tongue: Tongue) -> Option<usize> {
        // What stands before the thing itself. In a row another usual word begins
        // something else: `juridik, erfarenhet av …`
        let before = |word: &str| {
            let little = is_small(word, tongue) || joins(word);
            little || first && is_usual(word, tongue)
        };
        let mut begin = from;
        while let Some(word) = self.words.get(begin)
            && begin < from + 3
            && before(&word.text.to_lowercase())
            && !(begin > from && word.first)
        {
            begin += 1;
        }
        if begin > from && self.words.get(begin)?.first {
            return None;
        }
        let taken = |at: usize| self.taken.get(at).copied().unwrap_or(true);
        let mut end = begin;
        // What has been found already is passed over.
        while end < self.words.len() && taken(end) {
            end += 1;
        }
        let passed = end > begin;
        while let Some(word) = self.words.get(end).filter(|_| !passed) {
            let lower = word.text.to_lowercase();
            let over = end > begin && (word.first || word.apart);
            let little = is_small(&lower, tongue) || joins(&lower);
            if over || little || taken(end) || end - begin == PHRASE {
                break;
            }
            end += 1;
        }
        let words = self.words.get(begin..end)?;
        let says = |word: &Word<'_>| !is_usual(&word.text.to_lowercase(), tongue);
        let long = words.iter().any(|word| word.text.chars().count() > 2);
        if !passed && long && words.iter().all(says) {
            self.take(begin, end - begin, kind, None);
        }
        let next = self.words.get(end).filter(|next| !next.first)?;
        (next.apart || joins(next.text)).then_some(end)
    }

    /// Names and technical words in sentences that ask for something.
    fn proper(&mut self, tongue: Tongue) {
        for at in 0..self.words.len() {
            let Some(word) = self.words.get(at).copied() else {
                break;
            };
            let lower = word.text.to_lowercase();
            if self.taken.get(at).copied().unwrap_or(true) || is_usual(&lower, tongue) {
                continue;
            }
            let sentence = sentence(self.text, word.start);
            if asks(sentence)
                && !is_heading(sentence)
                && (is_technical(word.text) || is_name(&word))
            {
                self.take(at, 1, Kind::Word, None);
            }
        }
    }

    /// Words that come again and again.
    fn often(&mut self, tongue: Tongue) {
        let mut times: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for (at, (word, form)) in self.words.iter().zip(&self.forms).enumerate() {
            let lower = word.text.to_lowercase();
            let letters = lower.chars().all(|c| c.is_alphabetic() || c == '-');
            // A capital inside of a sentence is the employer's name, or a place.
            let name = is_name(word);
            let short = lower.chars().count() < 6;
            if short || !letters || name || is_usual(&lower, tongue) {
                continue;
            }
            let (count, _) = times.entry(&form.stem).or_insert((0, at));
            *count += 1;
        }
        let often = times.into_values().filter(|(count, _)| *count >= OFTEN);
        let mut often: Vec<usize> = often.map(|(_, at)| at).collect();
        often.sort_unstable();
        for at in often {
            if !self.taken.get(at).copied().unwrap_or(true) {
                self.take(at, 1, Kind::Word, None);
            }
        }
    }
}

fn joins(word: &str) -> bool {
    let word = word.to_lowercase();
    ["och", "eller", "samt", "and", "or", "as"].contains(&word.as_str())
}

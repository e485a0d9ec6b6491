//! What a CV says, ready to be searched.

use std::collections::HashSet;

use cv::{Document, Field, SectionKind, ShownItem};

use super::compound::Parts;
use super::known::{By, Form, Known};
use super::terms::Term;
use super::{Kind, Put, language};
use crate::place::{Place, Text};
use crate::stem::stem;
use crate::tongue::Tongue;
use crate::words::words;

/// A job tells of something near if it shares so many words with what is asked.
const NEAR: usize = 2;

/// A word of the CV.
struct Found {
    form: Form,
    /// Of a Swedish compound.
    halves: Option<(String, String)>,
}

struct Line {
    place: Place,
    kind: Option<SectionKind>,
    words: Vec<Found>,
}

pub(super) struct Content<'a> {
    document: &'a Document,
    lines: Vec<Line>,
    known: Known,
    parts: Option<Parts>,
    tongue: Option<Tongue>,
}

impl<'a> Content<'a> {
    /// `tongue` is that of the advertisement: stems of two languages have nothing to
    /// do with each other.
    pub(super) fn new(
        document: &'a Document,
        texts: &[Text],
        advert: &str,
        tongue: Option<Tongue>,
    ) -> Content<'a> {
        let own = texts.iter().map(|text| text.text.as_str());
        let swedish = tongue == Some(Tongue::Swedish);
        let parts = swedish.then(|| Parts::new(own.chain([advert])));
        let found = |word: &str| Found {
            form: Form::new(word, tongue),
            halves: parts.as_ref().and_then(|parts| parts.halves(word)),
        };
        let lines = texts.iter().map(|text| Line {
            place: text.place,
            kind: text.kind,
            words: words(&text.text).iter().map(|w| found(w.text)).collect(),
        });
        Content {
            document,
            lines: lines.collect(),
            known: Known::new(tongue),
            parts,
            tongue,
        }
    }

    /// Where the CV has what is asked for.
    pub(super) fn places(&self, term: &Term) -> Vec<Place> {
        let mut places = Vec::new();
        let mut put = |place: Place| {
            if !places.contains(&place) {
                places.push(place);
            }
        };
        if term.kind == Kind::Licence {
            for place in self.classes(&term.entry()) {
                put(place);
            }
        }
        let stems = |text: &str| -> Vec<String> {
            words(text)
                .iter()
                .map(|w| stem(w.text, self.tongue))
                .collect()
        };
        let mut names: Vec<(Vec<String>, By)> = match term.thing {
            Some(thing) => {
                let names = self.known.of(thing);
                names.map(|name| (name.words.clone(), name.by)).collect()
            }
            None => vec![(stems(&term.text), By::Stem)],
        };
        names.retain(|(words, _)| !words.is_empty());
        // A skill may be told in two words: hantering av läkemedel.
        let divides = term.thing.is_none() || term.kind == Kind::Skill;
        let halves = self.halves(&term.text).filter(|_| divides);
        for line in &self.lines {
            let named = names.iter().any(|(words, by)| line.has(words, *by));
            let divided = halves.as_ref().is_some_and(|halves| line.has_both(halves));
            if named || divided {
                put(line.place);
            }
        }
        places
    }

    fn halves(&self, word: &str) -> Option<(String, String)> {
        let single = !word.contains(char::is_whitespace);
        let parts = self.parts.as_ref().filter(|_| single)?;
        parts.halves(word)
    }

    /// Where a class of driving licence is ticked, or one that holds it.
    fn classes(&self, class: &str) -> Vec<Place> {
        let holds = |own: &str| {
            own.eq_ignore_ascii_case(class)
                || class == "B" && ["BE", "C", "CE", "C1", "D", "DE"].contains(&own)
                || class == "C" && own == "CE"
                || class == "D" && own == "DE"
        };
        let lines = self.lines.iter();
        lines
            .filter(|line| line.place.field == Some(Field::Classes))
            .filter(|line| line.words.iter().any(|word| holds(&word.form.written)))
            .map(|line| line.place)
            .collect()
    }

    /// Where it could stand.
    pub(super) fn put(&self, term: &Term) -> Vec<Put> {
        let near = || self.nearest(&term.sentence).map(Put::At);
        let entry = |kind| Some(Put::Entry(kind));
        let places = match term.kind {
            Kind::Language => [entry(SectionKind::Languages), None, None],
            Kind::Licence => [entry(SectionKind::DrivingLicence), None, None],
            Kind::Course => [
                entry(SectionKind::Certificates),
                entry(SectionKind::Courses),
                self.first(SectionKind::Education).map(Put::At),
            ],
            Kind::Tool => [
                entry(SectionKind::Skills),
                near(),
                entry(SectionKind::Courses),
            ],
            Kind::Skill | Kind::Word => [
                near(),
                entry(SectionKind::Skills),
                entry(SectionKind::Courses),
            ],
            Kind::Trait | Kind::Condition => [None; 3],
        };
        places.into_iter().flatten().collect()
    }

    fn first(&self, kind: SectionKind) -> Option<Place> {
        let mut sections = self.document.shown().sections();
        let section = sections.find(|section| section.kind() == kind)?;
        let item = section.items().next()?;
        Some(place(section, item))
    }

    /// The job whose words are most like those of a sentence.
    fn nearest(&self, sentence: &str) -> Option<Place> {
        let tongue = self.tongue?;
        let asked: HashSet<String> = words(sentence)
            .iter()
            .filter(|word| !language::is_small(&word.text.to_lowercase(), tongue))
            .map(|word| stem(word.text, self.tongue))
            .collect();
        let shared = |place: Place| {
            let lines = self.lines.iter();
            let own = lines.filter(|l| l.kind.is_some() && l.place.item == place.item);
            let stems: HashSet<&String> = own.flat_map(Line::stems).collect();
            asked.iter().filter(|stem| stems.contains(stem)).count()
        };
        let mut best: Option<(usize, Place)> = None;
        let jobs = self.document.shown().sections();
        for section in jobs.filter(|section| section.kind() == SectionKind::Work) {
            for item in section.items() {
                let place = place(section, item);
                let count = shared(place);
                // Of equals the first, which is the latest job.
                if count >= NEAR && best.is_none_or(|(most, _)| count > most) {
                    best = Some((count, place));
                }
            }
        }
        best.map(|(_, place)| place)
    }
}

fn place(section: cv::ShownSection<'_>, item: ShownItem<'_>) -> Place {
    let field = match section.kind() {
        SectionKind::Work => Field::Highlights,
        kind => kind
            .fields()
            .first()
            .map_or(Field::Name, |(field, _)| *field),
    };
    Place::field(section.id(), item.id(), field)
}

impl Line {
    /// Whether some words stand here one after the other.
    fn has(&self, words: &[String], by: By) -> bool {
        // A single word may be half of a compound: Excelkunskaper.
        let single = words.len() == 1 && by != By::Written;
        let is = |found: &Found, word: &String| {
            let halves = found.halves.as_ref().filter(|_| single);
            found.form.by(by) == word
                || halves.is_some_and(|(first, second)| first == word || second == word)
        };
        let mut runs = self.words.windows(words.len().max(1));
        runs.any(|run| run.iter().zip(words).all(|(found, word)| is(found, word)))
    }

    /// Whether both halves of a word stand here, in one word or in two.
    fn has_both(&self, (first, second): &(String, String)) -> bool {
        let has = |half| self.stems().any(|stem| stem == half);
        has(first) && has(second)
    }

    fn stems(&self) -> impl Iterator<Item = &String> {
        let halves = self.words.iter().flat_map(|found| {
            let halves = found.halves.as_ref();
            halves
                .into_iter()
                .flat_map(|(first, second)| [first, second])
        });
        let own = self.words.iter().map(|found| &found.form.stem);
        own.chain(halves)
    }
}

//! The lines under a job: how they begin, how long they are, what they tell.

use std::collections::BTreeMap;

use cv::{Document, Field, PartialDate, SectionKind, ShownItem, When};

use super::dates::{earliest, latest};
use super::phrases;
use super::verbs::{self, Tense};
use super::{Hint, What};
use crate::place::Place;
use crate::tongue::Tongue;
use crate::words::{Word, begins, slice, words};

/// A line of more words or letters takes more than two lines of a page, or nearly.
const WORDS: usize = 30;
const LETTERS: usize = 230;
/// A verb that begins so many lines is one that a reader notices.
const AGAIN: usize = 3;
/// So many lines without a figure.
const PLAIN: usize = 3;
/// Of jobs that ended longer ago than so many months less is expected.
const RECENT: i32 = 120;

/// A line of a list.
struct Line {
    place: Place,
    text: String,
}

pub(super) fn look(
    hints: &mut Vec<Hint>,
    document: &Document,
    today: PartialDate,
    tongue: Option<Tongue>,
) {
    let mut verbs: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    let mut ends: Vec<(Place, bool)> = Vec::new();
    for section in document.shown().sections() {
        for item in section.items() {
            let lines: Vec<Line> = item
                .lines(Field::Highlights)
                .map(|line| Line {
                    place: Place {
                        line: Some(line.id),
                        ..Place::field(section.id(), item.id(), Field::Highlights)
                    },
                    text: line.text.text(),
                })
                .collect();
            let recent = is_recent(item, today);
            if section.kind() == SectionKind::Work && recent {
                let place = Place::field(section.id(), item.id(), Field::Highlights);
                if let Some(what) = untold(item, &lines) {
                    hints.push(Hint {
                        place: Some(place),
                        what,
                    });
                }
            }
            // A list of one's own may be of single words, and is no work done.
            if section.kind() == SectionKind::CustomLines {
                continue;
            }
            for line in &lines {
                length(hints, line);
                if words(&line.text).len() > 3 {
                    ends.push((line.place, ends_in_stop(&line.text)));
                }
            }
            if let Some(tongue) = tongue {
                let ongoing = matches!(item.when(Field::EndDate), Some(When::Ongoing) | None);
                beginnings(hints, &lines, tongue, ongoing);
                if !ongoing {
                    tenses(hints, &lines, tongue);
                }
                for line in &lines {
                    let first = words(&line.text).first().copied();
                    if let Some((verb, _)) = first.and_then(|word| verbs::of(tongue, word.text)) {
                        verbs.entry(verb).or_default().push(line.place);
                    }
                }
            }
        }
    }
    for (verb, places) in verbs {
        if let Some(place) = places.get(AGAIN - 1) {
            hints.push(Hint {
                place: Some(*place),
                what: What::VerbAgain {
                    verb,
                    times: places.len(),
                },
            });
        }
    }
    stops(hints, &ends);
}

fn is_recent(item: ShownItem<'_>, today: PartialDate) -> bool {
    match (item.when(Field::StartDate), item.when(Field::EndDate)) {
        (_, Some(When::Date(end))) => latest(*end) > earliest(today) - RECENT,
        (_, Some(When::Ongoing)) => true,
        (Some(When::Date(start)), _) => earliest(*start) > earliest(today) - RECENT,
        _ => false,
    }
}

/// What a job of the last years does not tell.
fn untold(item: ShownItem<'_>, lines: &[Line]) -> Option<What> {
    if lines.is_empty() {
        return item
            .rich(Field::Summary)
            .is_none()
            .then_some(What::NoDescription);
    }
    let summary = item.rich(Field::Summary).map(|rich| rich.text());
    let mut all = lines.iter().map(|line| line.text.as_str());
    let figures = all.any(has_figure) || summary.as_deref().is_some_and(has_figure);
    (lines.len() >= PLAIN && !figures).then_some(What::NoFigures)
}

/// A digit, or a number in letters.
fn has_figure(text: &str) -> bool {
    const NUMBERS: [&str; 27] = [
        "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "hälften",
        "dubbelt", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "half", "doubled", "tripled",
    ];
    // A gap of an example waits for one.
    text.chars().any(|c| c.is_numeric() || c == '[')
        || words(text)
            .iter()
            .any(|word| NUMBERS.contains(&word.text.to_lowercase().as_str()))
}

fn length(hints: &mut Vec<Hint>, line: &Line) {
    let count = words(&line.text).len();
    let what = if count > WORDS || line.text.chars().count() > LETTERS {
        What::LongLine { words: count }
    } else if count == 1 {
        What::SingleWord
    } else {
        return;
    };
    hints.push(Hint {
        place: Some(line.place),
        what,
    });
}

fn beginnings(hints: &mut Vec<Hint>, lines: &[Line], tongue: Tongue, ongoing: bool) {
    let tense = match ongoing {
        true => Tense::Present,
        false => Tense::Past,
    };
    for line in lines {
        let words = words(&line.text);
        let Some(first) = words.first() else { continue };
        let what = if phrases::is_first_person(tongue, first.text) {
            let word = first.text.to_owned();
            What::FirstPerson { word }
        } else if let Some((phrase, groups)) = weak(&words, tongue) {
            let count = phrase.split(' ').count();
            let last = words.get(count - 1).unwrap_or(first);
            let suggested = |group: &verbs::Verbs| {
                let verbs = verbs::suggested(tongue, *group, tense);
                (*group, verbs)
            };
            What::WeakStart {
                words: slice(&line.text, first, last).to_owned(),
                instead: groups.iter().map(suggested).collect(),
            }
        } else {
            continue;
        };
        hints.push(Hint {
            place: Some(line.place),
            what,
        });
    }
}

fn weak(words: &[Word<'_>], tongue: Tongue) -> Option<(&'static str, &'static [verbs::Verbs])> {
    let all = phrases::weak(tongue).iter();
    all.filter(|(phrase, _)| begins(words, phrase))
        .max_by_key(|(phrase, _)| phrase.len())
        .copied()
}

/// A job that is over tells of now and of then. One that goes on may well do both.
fn tenses(hints: &mut Vec<Hint>, lines: &[Line], tongue: Tongue) {
    let mut now = 0;
    let mut then = None;
    for line in lines {
        let first = words(&line.text).first().map(|word| word.text.to_owned());
        match first.and_then(|word| verbs::of(tongue, &word)) {
            Some((_, Some(Tense::Present))) => now += 1,
            Some((_, Some(Tense::Past))) => then = Some(line.place),
            _ => {}
        }
    }
    if let Some(place) = then.filter(|_| now > 0) {
        hints.push(Hint {
            place: Some(Place {
                line: None,
                ..place
            }),
            what: What::MixedTense,
        });
    }
}

fn ends_in_stop(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', '。'])
}

/// Told once, at the first line that ends otherwise than most.
fn stops(hints: &mut Vec<Hint>, ends: &[(Place, bool)]) {
    let with = ends.iter().filter(|(_, stop)| *stop).count();
    let without = ends.len() - with;
    if with == 0 || without == 0 || ends.len() < 3 {
        return;
    }
    let rarer = with < without;
    if let Some((place, _)) = ends.iter().find(|(_, stop)| *stop == rarer) {
        hints.push(Hint {
            place: Some(*place),
            what: What::MixedEnds { with, without },
        });
    }
}

//! What a text tells that few employers need to know.
//!
//! A Swedish personal number opens doors to whoever reads it, and words on health,
//! belief, union and origin are what article 9 of the GDPR protects. [`find`] looks
//! for both, so that a form can say so quietly; what stays in the CV its writer
//! decides. It knows no field and no person: words are those that people use of
//! themselves, in Swedish and English, and a text about work with others may use
//! them too.

use std::ops::Range;

use crate::date::PartialDate;

/// What a text tells of its writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// A Swedish personal number (personnummer), in full.
    PersonalNumber,
    /// The number of somebody who is not in the Swedish population register
    /// (samordningsnummer).
    CoordinationNumber,
    Health,
    /// Religion, conviction or party.
    Belief,
    Union,
    Origin,
}

/// The first of these signs that a text has.
pub fn find(text: &str) -> Option<Sign> {
    number(text).or_else(|| word(text))
}

/// Words and phrases in lower case, without marks. A star stands for any ending.
const WORDS: [(Sign, &[&str]); 4] = [
    (
        Sign::Health,
        &[
            "sjukskriven",
            "sjukskrivning*",
            "sjukersättning",
            "sjukpenning",
            "långtidssjuk*",
            "kronisk sjukdom",
            "kroniskt sjuk",
            "psykisk ohälsa",
            "utbränd",
            "utbrändhet",
            "utmattningssyndrom",
            "utmattningsdepression",
            "min diagnos",
            "min sjukdom",
            "min depression",
            "funktionsnedsättning",
            "funktionshinder",
            "funktionshindrad",
            "rullstolsburen",
            "lönebidrag",
            "adhd",
            "autism",
            "autistisk",
            "asperger*",
            "dyslexi",
            "dyslektiker",
            "diabetiker",
            "epilepsi",
            "allergiker",
            "alkoholist",
            "gravid",
            "hiv",
            "sick leave",
            "chronic illness",
            "chronically ill",
            "mental illness",
            "my diagnosis",
            "my illness",
            "my depression",
            "burned out",
            "burnout",
            "my disability",
            "a disability",
            "wheelchair user",
            "autistic",
            "dyslexia",
            "dyslexic",
            "diabetic",
            "epilepsy",
            "alcoholic",
            "pregnant",
        ],
    ),
    (
        Sign::Belief,
        &[
            "kristen",
            "kristet",
            "kristna",
            "katolik",
            "katolsk",
            "muslim",
            "muslimsk",
            "jude",
            "judisk",
            "judinna",
            "hindu",
            "buddist",
            "ateist",
            "frikyrklig",
            "djupt troende",
            "jehovas vittne*",
            "partimedlem",
            "politiskt aktiv",
            "socialdemokraterna",
            "moderaterna",
            "sverigedemokraterna",
            "vänsterpartiet",
            "centerpartiet",
            "kristdemokraterna",
            "miljöpartiet",
            "liberalerna",
            "christian faith",
            "practising christian",
            "practicing christian",
            "catholic",
            "protestant",
            "jewish",
            "buddhist",
            "atheist",
            "jehovah s witness*",
            "party member",
            "politically active",
        ],
    ),
    (
        Sign::Union,
        &[
            "facklig",
            "fackligt",
            "fackliga",
            "fackmedlem",
            "fackombud",
            "fackförening*",
            "fackförbund*",
            "if metall",
            "vårdförbundet",
            "lärarförbundet",
            "trade union*",
            "labour union*",
            "labor union*",
            "union member*",
            "union representative",
            "shop steward",
        ],
    ),
    (
        Sign::Origin,
        &[
            "etnicitet",
            "etniskt ursprung",
            "härstamning",
            "min hudfärg",
            "invandrare",
            "invandrarbakgrund",
            "utländsk bakgrund",
            "flykting",
            "asylsökande",
            "uppehållstillstånd",
            "samisk",
            "romsk",
            "ethnicity",
            "ethnic origin",
            "ethnic background",
            "my race",
            "immigrant",
            "refugee",
            "asylum seeker",
            "residence permit",
        ],
    ),
];

fn word(text: &str) -> Option<Sign> {
    // " in such words, with spaces at both ends "
    let mut words = String::from(" ");
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        words.extend(word.chars().flat_map(char::to_lowercase));
        words.push(' ');
    }
    let tells = |phrase: &&str| match phrase.strip_suffix('*') {
        Some(stem) => words.match_indices(stem).any(|(at, _)| begins(&words, at)),
        None => words
            .match_indices(*phrase)
            .any(|(at, found)| begins(&words, at) && begins(&words, at + found.len() + 1)),
    };
    WORDS
        .iter()
        .find(|(_, phrases)| phrases.iter().any(tells))
        .map(|(sign, _)| *sign)
}

/// Whether a word begins at this place, or would.
fn begins(words: &str, at: usize) -> bool {
    words.as_bytes().get(at.wrapping_sub(1)) == Some(&b' ')
}

/// Figures that stand together, and what is before and after them.
struct Figures<'a> {
    text: &'a str,
    before: &'a str,
    after: &'a str,
}

/// A personal number anywhere in a text: six or eight figures of a birth date,
/// a hyphen or none (a plus sign from the hundredth year on), four figures.
fn number(text: &str) -> Option<Sign> {
    numbers(text).next().map(|(_, sign)| sign)
}

/// All such numbers of a text, in order.
pub(crate) fn numbers(text: &str) -> impl Iterator<Item = (Range<usize>, Sign)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        while let Some(start) = text[rest..].find(|c: char| c.is_ascii_digit()) {
            let start = rest + start;
            let after = text[start..].trim_start_matches(|c: char| c.is_ascii_digit());
            let end = text.len() - after.len();
            rest = end;
            let figures = Figures {
                text: &text[start..end],
                before: &text[..start],
                after,
            };
            if let Some(sign) = figures.sign() {
                // The four figures after what stands between.
                let parted = figures.text.len() < 10;
                let between = after.chars().next().map_or(0, char::len_utf8);
                rest = if parted { end + between + 4 } else { end };
                return Some((start..rest, sign));
            }
        }
        None
    })
}

impl Figures<'_> {
    fn sign(&self) -> Option<Sign> {
        // Part of something longer: a card, an account, a number of a bank.
        let mut before = self.before.chars().rev();
        let joined = before.next().is_some_and(is_hyphen);
        if joined && before.next().is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        match self.text.len() {
            // Telephones of ten figures are written together as often as not.
            10 if self.text.starts_with("07") || self.text.starts_with("010") => None,
            10 | 12 => {
                let (date, last) = self.text.split_at(self.text.len() - 4);
                belongs(date, last)
            }
            6 | 8 => {
                let mut after = self.after.chars();
                let between = after.next()?;
                let spaced = between == ' ' && self.text.len() == 8;
                if !(is_hyphen(between) || between == '+' || spaced) {
                    return None;
                }
                let rest = after.as_str();
                let more = rest.trim_start_matches(|c: char| c.is_ascii_digit());
                let last = &rest[..rest.len() - more.len()];
                // What goes on after another hyphen is a longer number.
                let mut next = more.chars();
                let goes_on = next.next().is_some_and(is_hyphen)
                    && next.next().is_some_and(|c| c.is_ascii_digit());
                (last.len() == 4 && !goes_on).then(|| belongs(self.text, last))?
            }
            _ => None,
        }
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–' | '−')
}

/// Whether a date of six or eight figures and four more are such a number. In that
/// of an organisation the month is 20 or more, which no date has.
fn belongs(date: &str, last: &str) -> Option<Sign> {
    let number = |text: &str| text.parse::<u16>().ok();
    let (century, short) = date.split_at(date.len().checked_sub(6)?);
    let year = number(short.get(..2)?)?;
    let month = number(short.get(2..4)?)?;
    let day = number(short.get(4..)?)?;
    // The day of a coordination number is 60 more.
    let (day, sign) = match day {
        61.. => (day - 60, Sign::CoordinationNumber),
        _ => (day, Sign::PersonalNumber),
    };
    let is_day = |century: u16| {
        let month = u8::try_from(month).ok();
        let day = u8::try_from(day).ok();
        month.is_some() && day.is_some() && {
            PartialDate::new(100 * century + year, month, day).is_some()
        }
    };
    let born = match century {
        "" => is_day(19) || is_day(20),
        "18" => is_day(18),
        "19" => is_day(19),
        "20" => is_day(20),
        _ => false,
    };
    (born && checks(short.bytes().chain(last.bytes()))).then_some(sign)
}

/// The sum of Luhn over ten figures, the last of which is the check.
fn checks(figures: impl Iterator<Item = u8>) -> bool {
    let sum: u32 = figures
        .enumerate()
        .map(|(at, figure)| {
            let figure = u32::from(figure.wrapping_sub(b'0'));
            let weighed = if at % 2 == 0 { 2 * figure } else { figure };
            weighed / 10 + weighed % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

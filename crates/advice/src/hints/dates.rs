//! Dates that lack, that cannot be, and times between entries.

use cv::{Document, Field, PartialDate, SectionKind, Shape, ShownItem, When};

use super::{Hint, What};
use crate::place::Place;

/// A gap is told of from so many free months on.
const GAP: i32 = 7;
/// What lies further back than so many years no reader asks about.
const FORGOTTEN: i32 = 15;
/// Nobody writes of a time so many years ago.
const LIFETIME: i32 = 90;

/// Months since the year 0, for a date that is known to the month.
fn month(year: u16, month: u8) -> i32 {
    i32::from(year) * 12 + i32::from(month) - 1
}

/// The first month that a date may mean.
pub(super) fn earliest(date: PartialDate) -> i32 {
    month(date.year(), date.month().unwrap_or(1))
}

/// The last month that a date may mean.
pub(super) fn latest(date: PartialDate) -> i32 {
    month(date.year(), date.month().unwrap_or(12))
}

fn date(months: i32) -> Option<PartialDate> {
    let year = u16::try_from(months.div_euclid(12)).ok()?;
    let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
    PartialDate::new(year, Some(month), None)
}

pub(super) fn look(hints: &mut Vec<Hint>, document: &Document, today: PartialDate) {
    for section in document.shown().sections() {
        for item in section.items() {
            let mut put = |field, what| {
                hints.push(Hint {
                    place: Some(Place::field(section.id(), item.id(), field)),
                    what,
                });
            };
            if let Some(field) = missing(section.kind(), item) {
                put(field, What::DateMissing);
            }
            for (field, shape) in section.kind().fields() {
                let odd = match (shape, item.when(*field)) {
                    (Shape::Date | Shape::End, Some(When::Odd(text)))
                        if !text.trim().is_empty() =>
                    {
                        Some(What::DateUnreadable)
                    }
                    (Shape::Date | Shape::End, Some(When::Date(date))) => {
                        unlikely(*field, *date, today).then_some(What::DateUnlikely)
                    }
                    _ => None,
                };
                if let Some(what) = odd {
                    put(*field, what);
                }
            }
            if let (Some(start), Some(end)) = (start(item), end(item))
                && latest(end) < earliest(start)
            {
                put(Field::EndDate, What::EndBeforeStart);
            }
        }
    }
    gaps(hints, document, today);
}

fn start(item: ShownItem<'_>) -> Option<PartialDate> {
    match item.when(Field::StartDate) {
        Some(When::Date(date)) => Some(*date),
        _ => None,
    }
}

fn end(item: ShownItem<'_>) -> Option<PartialDate> {
    match item.when(Field::EndDate) {
        Some(When::Date(date)) => Some(*date),
        _ => None,
    }
}

/// The date that an entry should have and has not.
fn missing(kind: SectionKind, item: ShownItem<'_>) -> Option<Field> {
    let has = |field| item.when(field).is_some();
    match kind {
        SectionKind::Work | SectionKind::Volunteer | SectionKind::PositionsOfTrust => {
            match (has(Field::StartDate), has(Field::EndDate)) {
                (false, _) => Some(Field::StartDate),
                (true, false) => Some(Field::EndDate),
                (true, true) => None,
            }
        }
        SectionKind::Education | SectionKind::Courses | SectionKind::MilitaryService => {
            let any = has(Field::StartDate) || has(Field::EndDate);
            (!any).then_some(Field::EndDate)
        }
        SectionKind::Certificates => (!has(Field::Date)).then_some(Field::Date),
        _ => None,
    }
}

/// An end may be planned; a beginning within a year, too. What is a single day has
/// been.
fn unlikely(field: Field, date: PartialDate, today: PartialDate) -> bool {
    let now = latest(today);
    let most = match field {
        Field::EndDate => now + 12 * 10,
        Field::StartDate => now + 12,
        _ => now,
    };
    earliest(date) > most || latest(date) < now - 12 * LIFETIME
}

/// Times of which neither work nor study tells. An entry whose end is not known is
/// taken to have lasted.
fn gaps(hints: &mut Vec<Hint>, document: &Document, today: PartialDate) {
    let now = latest(today);
    let mut times = Vec::new();
    for section in document.shown().sections() {
        let fills = matches!(
            section.kind(),
            SectionKind::Work
                | SectionKind::Education
                | SectionKind::Volunteer
                | SectionKind::Courses
                | SectionKind::PositionsOfTrust
                | SectionKind::MilitaryService
                | SectionKind::CustomEntries
        );
        let asked = matches!(section.kind(), SectionKind::Work | SectionKind::Education);
        for item in section.items().filter(|_| fills) {
            let odd = |field| match item.when(field) {
                Some(When::Date(date)) => unlikely(field, *date, today),
                _ => false,
            };
            // What is mistyped makes no gap.
            if odd(Field::StartDate) || odd(Field::EndDate) {
                continue;
            }
            let (from, to) = match (start(item), item.when(Field::EndDate)) {
                (Some(start), Some(When::Date(end))) => {
                    (earliest(start), latest(*end).max(earliest(start)))
                }
                (Some(start), _) => (earliest(start), now.max(earliest(start))),
                // Of a study often the last year alone is told.
                (None, Some(When::Date(end))) => (earliest(*end) - 36, latest(*end)),
                _ => continue,
            };
            let place = Place::field(section.id(), item.id(), Field::StartDate);
            times.push((from, to, place, asked));
        }
    }
    times.sort_by_key(|(from, _, _, _)| *from);
    let mut until: Option<i32> = None;
    for (from, to, place, asked) in times {
        if let Some(until) = until
            && asked
            && from - until > GAP
            && (now - 12 * FORGOTTEN..=now).contains(&from)
            && let (Some(first), Some(last)) = (date(until + 1), date(from - 1))
        {
            hints.push(Hint {
                place: Some(place),
                what: What::Gap {
                    from: first,
                    to: last,
                    months: u16::try_from(from - until - 1).unwrap_or(u16::MAX),
                },
            });
        }
        until = Some(until.map_or(to, |until| until.max(to)));
    }
}

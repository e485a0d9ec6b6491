//! Days of the calendar, for retentions that are counted in months.
//!
//! A month after a day is the day with the same number in the next month, or
//! that month's last day if it has no such number: a month after 31 January is
//! 28 February, or 29 February in a leap year. So no month is ever longer than
//! the calendar's. Days are those of UTC.

use std::fmt;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// Days in 400 years, after which the calendar begins anew.
const ERA: i64 = 146_097;
/// From 1 March of the year 0, where the count below begins, to 1970.
const TO_1970: i64 = 719_468;

/// A day of the Gregorian calendar, as the number of days since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i64);

impl Date {
    /// The day of a moment, in milliseconds since 1970.
    pub fn of(milliseconds: i64) -> Date {
        Date(milliseconds.div_euclid(DAY_MS))
    }

    /// The day's first millisecond since 1970.
    pub fn starts(self) -> i64 {
        self.0.saturating_mul(DAY_MS)
    }

    /// None if there is no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let there = (1..=12).contains(&month) && day >= 1 && day <= length(year, month);
        there.then(|| from_parts(year, month, day))
    }

    /// As a day is written: `2026-11-28`, and in no other way.
    pub fn parse(text: &str) -> Option<Date> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else {
            return None;
        };
        let digits = |text: &str, count: usize| {
            text.len() == count && text.bytes().all(|c| c.is_ascii_digit())
        };
        if !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Year, month and day, each from one.
    pub fn parts(self) -> (i32, u8, u8) {
        // The year is thought of as beginning in March, so that the day that some
        // years have more is its last one (Howard Hinnant, "chrono-Compatible
        // Low-Level Date Algorithms").
        let days = self.0.saturating_add(TO_1970);
        let era = days.div_euclid(ERA);
        let of_era = days.rem_euclid(ERA);
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = year + era * 400 + i64::from(month <= 2);
        (year as i32, month as u8, day as u8)
    }

    pub fn days_later(self, days: i64) -> Date {
        Date(self.0.saturating_add(days))
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        // 1 January 1970 was a Thursday.
        matches!(self.0.rem_euclid(7), 2 | 3)
    }

    /// The day on which so many months are over.
    pub fn months_later(self, months: u16) -> Date {
        let (year, month, day) = self.parts();
        let months = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
        let (year, month) = (
            months.div_euclid(12) as i32,
            months.rem_euclid(12) as u8 + 1,
        );
        from_parts(year, month, day.min(length(year, month)))
    }

    /// The last day of which so many months are over on this day, or were
    /// before: what is older goes.
    pub fn months_over(self, months: u16) -> Date {
        let (year, month, day) = self.parts();
        let back = i64::from(year) * 12 + i64::from(month) - 1 - i64::from(months);
        let (to_year, to_month) = (back.div_euclid(12) as i32, back.rem_euclid(12) as u8 + 1);
        let last = length(to_year, to_month);
        // On a month's last day the months are over of all days that this
        // month does not have.
        let ends = day == length(year, month);
        from_parts(to_year, to_month, if ends { last } else { day.min(last) })
    }
}

/// As in `2026-11-28`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

fn from_parts(year: i32, month: u8, day: u8) -> Date {
    let (month, day) = (i64::from(month), i64::from(day));
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let shifted = (month + 9) % 12;
    let of_year = (153 * shifted + 2) / 5 + day - 1;
    Date(era * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - TO_1970)
}

/// How many days a month has.
fn length(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

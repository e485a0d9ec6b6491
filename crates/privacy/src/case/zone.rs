//! Where a day begins. Whoever asks at half past midnight in Sweden has asked that
//! day, though it is still the day before by the clock of servers.

use crate::retention::Date;

const MINUTE: i64 = 60 * 1000;
const HOUR: i64 = 60 * MINUTE;

/// The time by which days are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zone {
    /// One hour before UTC, two in summer (directive 2000/84/EC): from the last
    /// Sunday of March to the last of October, each time at 01:00 UTC.
    #[default]
    Stockholm,
    /// So many minutes before UTC, all year.
    Fixed(i16),
}

impl Zone {
    /// How far it is before UTC at a moment, in milliseconds.
    fn ahead(self, at: i64) -> i64 {
        match self {
            Zone::Fixed(minutes) => i64::from(minutes) * MINUTE,
            Zone::Stockholm => {
                let (year, ..) = Date::of(at).parts();
                let turns = |month| last_sunday(year, month).starts().saturating_add(HOUR);
                match (turns(3)..turns(10)).contains(&at) {
                    true => 2 * HOUR,
                    false => HOUR,
                }
            }
        }
    }

    /// The day of a moment, in milliseconds since 1970.
    pub fn day(self, at: i64) -> Date {
        Date::of(at.saturating_add(self.ahead(at)))
    }

    /// The first millisecond of a day.
    pub fn begins(self, day: Date) -> i64 {
        let midnight = day.starts();
        // The clocks turn in the night, but never at midnight.
        let guess = midnight.saturating_sub(self.ahead(midnight));
        midnight.saturating_sub(self.ahead(guess))
    }

    /// The first millisecond after a day.
    pub fn ends(self, day: Date) -> i64 {
        self.begins(day.days_later(1))
    }
}

/// The last Sunday of a month that has 31 days.
fn last_sunday(year: i32, month: u8) -> Date {
    let last = Date::new(year, month, 31).unwrap_or(Date::of(0));
    let weekday = super::holidays::weekday(last);
    let back = (weekday + 1).rem_euclid(7);
    last.days_later(-back)
}

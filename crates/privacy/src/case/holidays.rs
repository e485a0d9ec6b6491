//! Which days people work in Sweden.
//!
//! Holidays are those of the act on public holidays (1989:253). Midsummer's Eve,
//! Christmas Eve and New Year's Eve count as such for time limits, and so do
//! Saturdays (act 1930:173, section 2).

use crate::retention::Date;

/// A day of the week, Monday being 0.
pub(super) fn weekday(day: Date) -> i64 {
    // 1 January 1970 was a Thursday.
    (number(day) + 3).rem_euclid(7)
}

/// Days since 1970.
fn number(day: Date) -> i64 {
    day.starts().div_euclid(24 * 60 * 60 * 1000)
}

/// Whether offices are closed though it is none of the weekend's days.
pub fn is_holiday(day: Date) -> bool {
    let (year, month, date) = day.parts();
    let fixed = matches!(
        (month, date),
        (1, 1 | 6) | (5, 1) | (6, 6) | (12, 24 | 25 | 26 | 31)
    );
    let saturday = weekday(day) == 5;
    let midsummer = match weekday(day) {
        4 => month == 6 && (19..=25).contains(&date),
        5 => month == 6 && (20..=26).contains(&date),
        _ => false,
    };
    let all_saints = saturday && matches!((month, date), (10, 31) | (11, 1..=6));
    // Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday.
    let after_easter = number(day) - number(easter(year));
    fixed || midsummer || all_saints || matches!(after_easter, -2 | 0 | 1 | 39 | 49)
}

/// Neither a holiday nor of the weekend.
pub fn is_working_day(day: Date) -> bool {
    weekday(day) < 5 && !is_holiday(day)
}

/// Easter Sunday by the Gregorian calendar (J. Meeus, "Astronomical Algorithms",
/// chapter 8).
fn easter(year: i32) -> Date {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let f = (b + 8).div_euclid(25);
    let g = (b - f + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c.div_euclid(4), c.rem_euclid(4));
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l).div_euclid(451);
    let days = h + l - 7 * m + 114;
    let (month, day) = (days.div_euclid(31), days.rem_euclid(31) + 1);
    let first = Date::of(0);
    Date::new(year, month as u8, day as u8).unwrap_or(first)
}

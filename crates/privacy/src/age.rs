//! How old somebody is, as far as a date of birth says. Accounts are for those who
//! are 18 or older.
//!
//! Who is born on 29 February comes of age on 28 February (the Swedish act on
//! reckoning of time, 1930:173: where the last month has no such day, its last one
//! counts). Days are those of UTC.

use crate::retention::Date;

/// Who may have an account is so old.
pub const ADULT_YEARS: u16 = 18;

/// The day on which somebody who was born on this day is 18.
pub fn adult_on(born: Date) -> Date {
    born.months_later(ADULT_YEARS * 12)
}

/// Whether a date of birth, in the words of who wrote it, says that they are under
/// 18. Where it has no day, or no month, only if no day in it would do.
///
/// Read are `2010-05-17`, `17.5.2010`, `17/5 2010`, `20100517`, `17 maj 2010`,
/// `May 17, 2010`, `maj 2010` and `2010`. What is read as none of these says nothing.
pub fn is_minor(born: &str, today: Date) -> bool {
    let Some((year, month, day)) = read(born) else {
        return false;
    };
    // The eldest that it can be: the first of the month, of the year.
    let Some(born) = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)) else {
        return false;
    };
    born <= today && today < adult_on(born)
}

type Read = (i32, Option<u8>, Option<u8>);

fn read(text: &str) -> Option<Read> {
    let lower = text.to_lowercase();
    let parts: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let numbers: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| is_number(part))
        .collect();
    let named = parts.iter().find_map(|part| month(part));
    match (numbers.as_slice(), named) {
        ([whole], None) if whole.len() == 8 => {
            let (year, rest) = whole.split_at(4);
            let (month, day) = rest.split_at(2);
            whole_date(year, month, day)
        }
        ([year], month) => Some((a_year(year)?, month, None)),
        ([day, year], Some(month)) if year.len() == 4 => {
            Some((a_year(year)?, Some(month), Some(day.parse().ok()?)))
        }
        ([year, day], Some(month)) => Some((a_year(year)?, Some(month), Some(day.parse().ok()?))),
        ([year, month], None) if year.len() == 4 => {
            Some((a_year(year)?, Some(month.parse().ok()?), None))
        }
        ([month, year], None) => Some((a_year(year)?, Some(month.parse().ok()?), None)),
        ([year, month, day], None) if year.len() == 4 => whole_date(year, month, day),
        ([day, month, year], None) => whole_date(year, month, day),
        _ => None,
    }
}

fn whole_date(year: &str, month: &str, day: &str) -> Option<Read> {
    let (month, day): (u8, u8) = (month.parse().ok()?, day.parse().ok()?);
    // As Americans write it, where the other order is no date.
    let (month, day) = match month > 12 && day <= 12 {
        true => (day, month),
        false => (month, day),
    };
    Some((a_year(year)?, Some(month), Some(day)))
}

fn is_number(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
}

/// With all of its four digits.
fn a_year(part: &str) -> Option<i32> {
    let year: i32 = part.parse().ok()?;
    (part.len() == 4 && (1900..=2200).contains(&year)).then_some(year)
}

/// A month by its name in Swedish or English, or what that begins with.
fn month(part: &str) -> Option<u8> {
    const BEGIN: [&[&str]; 12] = [
        &["jan"],
        &["feb"],
        &["mar"],
        &["apr"],
        &["maj", "may"],
        &["jun"],
        &["jul"],
        &["aug"],
        &["sep"],
        &["okt", "oct"],
        &["nov"],
        &["dec"],
    ];
    let known = BEGIN
        .iter()
        .position(|names| names.iter().any(|name| part.starts_with(name)))?;
    u8::try_from(known + 1).ok()
}

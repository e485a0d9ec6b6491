//! Every day of twenty years, against a calendar that others made: when a case that
//! came on it is due, and when its days begin and end.

use privacy::Date;
use privacy::case::clock::{self, Urgency};
use privacy::case::{Matter, Zone, is_working_day};

/// Twenty years, five leap days among them.
fn days() -> impl Iterator<Item = Date> {
    let first = Date::new(2024, 1, 1).expect("a day");
    let last = Date::new(2043, 12, 31).expect("a day");
    (0..)
        .map(move |after| first.days_later(after))
        .take_while(move |day| *day <= last)
}

fn theirs(day: Date) -> time::Date {
    time::OffsetDateTime::UNIX_EPOCH.date() + time::Duration::milliseconds(day.starts())
}

/// The day of that number in the next month, or the last that this month has.
fn month_later(day: time::Date) -> time::Date {
    let month = day.month().next();
    let year = day.year() + i32::from(month == time::Month::January);
    (1..=day.day())
        .rev()
        .find_map(|number| time::Date::from_calendar_date(year, month, number).ok())
        .expect("every month has a first day")
}

#[test]
fn twenty_years_of_answers_are_due_within_thirty_days_and_a_month() {
    let mut walked = 0;
    for received in days() {
        walked += 1;
        let from = theirs(received);
        let most = month_later(from).min(from + time::Duration::days(30));
        for matter in Matter::ALL {
            let due = clock::due(*matter, received);
            assert!(theirs(due.answer) <= most, "{received}: {}", due.answer);
        }
        let copy = clock::due(Matter::Copy, received).answer;
        assert_eq!(theirs(copy), most, "{received}");
        // Staff see the last working day that is not after it, and no earlier one.
        let by = clock::act_by(copy);
        assert!(by <= copy && is_working_day(by), "{received}: {by}");
        let mut after = by.days_later(1);
        while after <= copy {
            assert!(!is_working_day(after), "{received}: {by}, {after}");
            after = after.days_later(1);
        }
        let weekday = theirs(by).weekday().number_days_from_monday();
        assert!(weekday < 5, "{received}: {by}");
    }
    assert_eq!(walked, 20 * 365 + 5);
}

#[test]
fn twenty_years_of_days_follow_each_other_in_every_zone() {
    const HOUR: i64 = 3_600_000;
    let (mut short, mut long) = (0, 0);
    for day in days() {
        for zone in [
            Zone::Stockholm,
            Zone::Fixed(-720),
            Zone::Fixed(0),
            Zone::Fixed(345),
            Zone::Fixed(840),
        ] {
            let (first, last) = (zone.begins(day), zone.ends(day) - 1);
            assert_eq!((zone.day(first), zone.day(last)), (day, day));
            assert!(
                zone.day(first - 1) < day && zone.day(last + 1) > day,
                "{day}"
            );
            // The whole day is in time, and nothing after it.
            let at_the_end = Urgency::of(day, zone, last);
            assert_eq!(at_the_end, Urgency::Pressing, "{day}");
            assert_eq!(Urgency::of(day, zone, last + 1), Urgency::Late);
        }
        match Zone::Stockholm.ends(day) - Zone::Stockholm.begins(day) {
            length if length == 23 * HOUR => short += 1,
            length if length == 25 * HOUR => long += 1,
            length => assert_eq!(length, 24 * HOUR, "{day}"),
        }
    }
    assert_eq!((short, long), (20, 20), "a night of each a year");
}

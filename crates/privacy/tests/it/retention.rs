//! Months of the calendar, and what an operator may change.

use privacy::inventory::{self, SIGN_IN_DAYS};
use privacy::{Date, Period, Periods, Retention, Unfounded};
use proptest::prelude::*;

fn date(text: &str) -> Date {
    let parts: Vec<i32> = text
        .split('-')
        .map(|n| n.parse().expect("a number"))
        .collect();
    Date::new(parts[0], parts[1] as u8, parts[2] as u8).expect("a day")
}

#[test]
fn a_month_ends_with_the_next_month_at_the_latest() {
    for (from, to) in [
        ("2026-01-31", "2026-02-28"),
        ("2028-01-31", "2028-02-29"),
        ("2000-01-30", "2000-02-29"),
        ("2100-01-31", "2100-02-28"),
        ("2026-01-28", "2026-02-28"),
        ("2026-02-28", "2026-03-28"),
        ("2028-02-29", "2028-03-29"),
        ("2026-03-31", "2026-04-30"),
        ("2026-12-31", "2027-01-31"),
        ("2026-11-15", "2026-12-15"),
    ] {
        assert_eq!(date(from).months_later(1), date(to), "{from}");
        assert_eq!(date(from).months_later(1).to_string(), to);
    }
    assert_eq!(date("2026-02-28").months_over(1), date("2026-01-31"));
    assert_eq!(date("2028-02-28").months_over(1), date("2028-01-28"));
    assert_eq!(Date::new(2026, 2, 29), None);
    assert_eq!(Date::new(2026, 13, 1), None);
    assert_eq!(Date::of(-1).to_string(), "1969-12-31");
}

proptest! {
    /// Against a calendar that others made.
    #[test]
    fn days_are_those_of_the_calendar(days in -700_000_i64..2_000_000) {
        let theirs = time::OffsetDateTime::UNIX_EPOCH.date() + time::Duration::days(days);
        let ours = Date::of(days * 86_400_000 + 1);
        prop_assert_eq!(ours.starts(), days * 86_400_000);
        let parts = (theirs.year(), u8::from(theirs.month()), theirs.day());
        prop_assert_eq!(ours.parts(), parts);
        prop_assert_eq!(Date::new(parts.0, parts.1, parts.2), Some(ours));
    }

    /// Never shorter than 28 days, never longer than the calendar's month, and
    /// a later day never ends earlier.
    #[test]
    fn months_are_the_calendars(days in -700_000_i64..2_000_000, months in 0_u16..60) {
        let day = Date::of(days * 86_400_000);
        let later = day.months_later(months);
        let (year, month, number) = day.parts();
        let (to_year, to_month, to_number) = later.parts();
        let count = |year: i32, month: u8| i64::from(year) * 12 + i64::from(month);
        prop_assert_eq!(count(to_year, to_month) - count(year, month), i64::from(months));
        // The same number, or the month's last.
        let is_last = later.days_later(1).parts().2 == 1;
        prop_assert!(to_number == number || (to_number < number && is_last));
        prop_assert!(day.days_later(1).months_later(months) >= later);
    }

    /// What the sweep asks for is exactly what has had its time.
    #[test]
    fn what_is_over_is_what_ended_by_today(days in -700_000_i64..2_000_000, months in 1_u16..60) {
        let today = Date::of(days * 86_400_000);
        let over = today.months_over(months);
        prop_assert!(over.months_later(months) <= today);
        prop_assert!(over.days_later(1).months_later(months) > today);
    }
}

#[test]
fn an_operator_shortens_at_will_and_lengthens_with_a_ground() {
    let mut periods = Periods::default();
    let entry = inventory::entry("sign_in.outcome").expect("declared");
    assert_eq!(periods.of(entry), entry.retention);
    assert_eq!(periods.set(Period::SignIn, 30, None), Ok(()));
    assert_eq!(periods.of(entry), Retention::days(30));
    let longer = SIGN_IN_DAYS + 1;
    for ground in [None, Some(String::new()), Some("  ".to_owned())] {
        let refused = periods.set(Period::SignIn, longer, ground);
        assert_eq!(refused, Err(Unfounded::NoGround));
    }
    assert_eq!(
        periods.set(Period::SignIn, 0, None),
        Err(Unfounded::OutOfRange)
    );
    let much = Some("everything".to_owned());
    let refused = periods.set(Period::SignIn, u16::MAX, much);
    assert_eq!(refused, Err(Unfounded::OutOfRange));
    assert_eq!(periods.days(Period::SignIn), 30);
    let law = "The bank act asks for it".to_owned();
    assert_eq!(
        periods.set(Period::SignIn, longer, Some(law.clone())),
        Ok(())
    );
    assert_eq!(periods.of(entry), Retention::days(longer));
    assert_eq!(periods.ground(Period::SignIn), Some(law.as_str()));
    // Others are as they were.
    let account = inventory::entry("account.used_at").expect("declared");
    assert_eq!(periods.of(account), account.retention);
}

/// A period is the usual number of every entry that it decides about.
#[test]
fn periods_begin_as_what_is_declared() {
    let periods = Periods::default();
    let mut seen = std::collections::BTreeSet::new();
    for entry in inventory::columns() {
        assert_eq!(periods.of(entry), entry.retention, "{}", entry.path);
        seen.extend(Period::of(entry));
    }
    assert_eq!(seen, Period::ALL.into_iter().collect());
}

//! The table is whole, and the earliest clock wins.

use std::collections::BTreeSet;

use privacy::Date;
use privacy::regime::{
    Clock, DataRight, Decided, POLICY_CLOCK, Regime, Residence, business_days_later, due,
};
use proptest::prelude::*;

fn date(text: &str) -> Date {
    let parts: Vec<i32> = text
        .split('-')
        .map(|n| n.parse().expect("a number"))
        .collect();
    Date::new(parts[0], parts[1] as u8, parts[2] as u8).expect("a day")
}

fn lives(code: &str, on: Date) -> BTreeSet<Regime> {
    Residence::from_code(code)
        .expect("can be chosen")
        .regimes(on)
}

/// R9, R96: every law has a day, sections, and a clock that ends.
#[test]
fn every_law_says_from_when_and_where_it_stands() {
    let days = [
        (Regime::Gdpr, "2018-05-25"),
        (Regime::UkGdpr, "2021-01-01"),
        (Regime::California, "2020-01-01"),
        (Regime::Virginia, "2023-01-01"),
        (Regime::Colorado, "2023-07-01"),
        (Regime::Connecticut, "2023-07-01"),
        (Regime::Utah, "2023-12-31"),
    ];
    for (regime, since) in days {
        let law = regime.law();
        assert_eq!(regime.in_force(), date(since), "{regime:?}");
        assert!(law.source.starts_with("https://"), "{regime:?}");
        assert!(law.authority.1.starts_with("https://"), "{regime:?}");
        let on = date(privacy::regime::AS_OF);
        let rights: Vec<DataRight> = regime.gives(on).map(|it| it.right).collect();
        let distinct: BTreeSet<DataRight> = rights.iter().copied().collect();
        assert_eq!(rights.len(), distinct.len(), "{regime:?}");
        // What the promises say of each of them (R100).
        for right in [
            DataRight::Know,
            DataRight::Access,
            DataRight::Correct,
            DataRight::Erase,
        ] {
            assert!(distinct.contains(&right), "{regime:?} {right:?}");
        }
        assert!(
            regime
                .gives(on)
                .all(|it| it.section.contains(|c: char| c.is_ascii_digit()))
        );
        // None of its days is one that there is not.
        assert!(
            law.rights.iter().all(|it| it.since(law) <= on),
            "{regime:?}"
        );
        assert_eq!(Regime::from_name(regime.name()), Some(regime));
    }
    assert_eq!(days.len(), Regime::ALL.len());
    // A right may be younger than its law.
    let corrects = |regime: Regime, on: &str| {
        let on = date(on);
        regime.gives(on).any(|it| it.right == DataRight::Correct)
    };
    assert!(!corrects(Regime::California, "2022-12-31"));
    assert!(corrects(Regime::California, "2023-01-01"));
    assert!(!corrects(Regime::Utah, "2026-06-30"));
    assert!(corrects(Regime::Utah, "2026-07-01"));
}

/// R9: who lives somewhere has the law of the place beside the GDPR, from its day on.
#[test]
fn a_place_adds_its_law_once_it_is_in_force() {
    let on = date("2026-11-29");
    let both = |regime| BTreeSet::from([Regime::Gdpr, regime]);
    assert_eq!(lives("SE", on), BTreeSet::from([Regime::Gdpr]));
    assert_eq!(lives("ZZ", on), BTreeSet::from([Regime::Gdpr]));
    assert_eq!(lives("US", on), BTreeSet::from([Regime::Gdpr]));
    assert_eq!(lives("GB", on), both(Regime::UkGdpr));
    assert_eq!(lives("US-CA", on), both(Regime::California));
    assert_eq!(lives("US-VA", on), both(Regime::Virginia));
    assert_eq!(lives("US-CO", on), both(Regime::Colorado));
    assert_eq!(lives("US-CT", on), both(Regime::Connecticut));
    assert_eq!(lives("US-UT", on), both(Regime::Utah));
    assert_eq!(
        lives("US-UT", date("2023-12-30")),
        BTreeSet::from([Regime::Gdpr])
    );
    assert_eq!(lives("US-UT", date("2023-12-31")), both(Regime::Utah));
    for code in ["", "se", "XX", "US-NY", "SE-AB", "US-", "US-CA "] {
        assert_eq!(Residence::from_code(code), None, "{code:?}");
    }
    for residence in Residence::all() {
        let code = residence.to_string();
        assert_eq!(Residence::from_code(&code), Some(residence));
    }
}

/// R100: the earlier of thirty days and a month; the law of a place can only be
/// earlier still.
#[test]
fn the_earliest_clock_wins() {
    let everybody = BTreeSet::new();
    let california = BTreeSet::from([Regime::California]);
    for (received, answer, decided, extended) in [
        // A month of 31 days: the policy's thirty are earlier.
        ("2026-07-01", "2026-07-31", Decided::Policy, "2026-09-30"),
        // As long.
        ("2026-11-15", "2026-12-15", Decided::Policy, "2027-02-15"),
        // February is shorter.
        (
            "2027-01-31",
            "2027-02-28",
            Decided::Law(Regime::Gdpr),
            "2027-04-28",
        ),
        (
            "2028-01-31",
            "2028-02-29",
            Decided::Law(Regime::Gdpr),
            "2028-04-29",
        ),
        (
            "2028-02-29",
            "2028-03-29",
            Decided::Law(Regime::Gdpr),
            "2028-05-29",
        ),
        // No weekend, no holiday makes it later: Christmas Day is one.
        ("2026-11-25", "2026-12-25", Decided::Policy, "2027-02-25"),
        ("2026-12-31", "2027-01-30", Decided::Policy, "2027-03-30"),
    ] {
        let found = due(&everybody, date(received));
        assert_eq!(found.answer, date(answer), "{received}");
        assert_eq!(found.decided, decided, "{received}");
        assert_eq!(found.extended, date(extended), "{received}");
        assert_eq!((found.confirmation, found.opt_out), (None, None));
        // Forty-five days are never the earlier ones.
        assert_eq!(due(&california, date(received)).answer, date(answer));
    }
    // Twice forty-five days may be: two months of 31 days each.
    let summer = due(&california, date("2026-07-01"));
    assert_eq!(summer.extended, date("2026-09-29"));
}

#[test]
fn california_counts_business_days() {
    let california = BTreeSet::from([Regime::California]);
    // A Friday: the first day is Monday.
    let found = due(&california, date("2026-11-27"));
    assert_eq!(found.confirmation, Some(date("2026-12-11")));
    assert_eq!(found.opt_out, Some(date("2026-12-18")));
    // On a Saturday and on a Sunday the same.
    for day in ["2026-11-28", "2026-11-29"] {
        let found = due(&california, date(day));
        assert_eq!(found.confirmation, Some(date("2026-12-11")), "{day}");
    }
    // Before its day it did not run.
    let early = due(&california, date("2019-12-31"));
    assert_eq!((early.confirmation, early.opt_out), (None, None));
    assert_eq!(
        Clock::BusinessDays(0).ends(date("2026-11-28")),
        date("2026-11-28")
    );
}

fn regimes() -> impl Strategy<Value = BTreeSet<Regime>> {
    proptest::collection::btree_set(proptest::sample::select(&Regime::ALL[..]), 0..=7)
}

proptest! {
    /// Nobody is answered later for having more laws, and never later than any of
    /// them allows.
    #[test]
    fn no_law_is_missed(days in 18_000_i64..60_000, some in regimes(), more in regimes()) {
        let received = Date::of(days * 86_400_000);
        let found = due(&some, received);
        let all: BTreeSet<Regime> = some.union(&more).copied().collect();
        let stricter = due(&all, received);
        prop_assert!(stricter.answer <= found.answer);
        prop_assert!(stricter.extended <= found.extended);
        prop_assert!(received < found.answer && found.answer < found.extended);
        prop_assert!(found.answer <= POLICY_CLOCK.ends(received));
        prop_assert!(found.answer <= received.months_later(1));
        for regime in some.into_iter().filter(|it| it.in_force() <= received) {
            let law = regime.law();
            prop_assert!(found.answer <= law.answer.ends(received));
            prop_assert!(found.extended <= law.extension.ends(law.answer.ends(received)));
        }
    }

    /// A later request is never due earlier.
    #[test]
    fn clocks_do_not_overtake(days in 18_000_i64..60_000, some in regimes()) {
        let received = Date::of(days * 86_400_000);
        let (today, next) = (due(&some, received), due(&some, received.days_later(1)));
        prop_assert!(today.answer <= next.answer);
    }

    /// Against a calendar that others made.
    #[test]
    fn business_days_are_monday_to_friday(days in -20_000_i64..60_000, count in 0_u16..40) {
        let from = Date::of(days * 86_400_000);
        let to = business_days_later(from, count);
        let theirs = |date: Date| {
            time::OffsetDateTime::UNIX_EPOCH.date() + time::Duration::milliseconds(date.starts())
        };
        let working = |day: time::Date| day.weekday().number_days_from_monday() < 5;
        let mut day = theirs(from);
        let mut counted = 0;
        while day < theirs(to) {
            day = day.next_day().expect("a day");
            counted += u16::from(working(day));
        }
        prop_assert_eq!(counted, count);
        prop_assert!(count == 0 || working(theirs(to)));
    }
}

//! The clock of cases, and how a case goes on.

use privacy::Date;
use privacy::case::clock::{self, Term, Urgency};
use privacy::case::{Matter, Proof, State, Step, Topic, Zone, is_holiday, is_working_day};
use proptest::prelude::*;

fn day(text: &str) -> Date {
    let parts: Vec<i32> = text
        .split('-')
        .map(|it| it.parse().expect("a number"))
        .collect();
    Date::new(parts[0], parts[1] as u8, parts[2] as u8).expect("a day")
}

fn due(received: &str) -> String {
    clock::due(Matter::Copy, day(received)).answer.to_string()
}

#[test]
fn an_answer_is_due_after_thirty_days_or_a_month_whichever_is_earlier() {
    for (received, answer) in [
        // A month of 31 days: thirty days are earlier.
        ("2026-03-01", "2026-03-31"),
        ("2026-12-24", "2027-01-23"),
        // Of 30: both.
        ("2026-04-10", "2026-05-10"),
        // February: the month is earlier, by its last day.
        ("2026-01-31", "2026-02-28"),
        ("2028-01-31", "2028-02-29"),
        ("2028-01-30", "2028-02-29"),
        ("2028-02-29", "2028-03-29"),
        ("2027-02-28", "2027-03-28"),
    ] {
        assert_eq!(due(received), answer, "{received}");
    }
}

#[test]
fn a_complaint_and_a_no_have_clocks_of_their_own_and_cannot_wait() {
    let received = day("2026-06-01");
    let complaint = clock::due(Matter::Complaint, received);
    assert_eq!(complaint.answer, day("2026-06-15"));
    // Fifteen Mondays to Fridays, of which two are Swedish holidays.
    let less = clock::due(Matter::OptOut, received);
    assert_eq!(less.answer, day("2026-06-22"));
    assert_eq!((complaint.extended, less.extended), (None, None));
    let copy = clock::due(Matter::Copy, day("2026-12-31"));
    assert_eq!(copy.answer, day("2027-01-30"));
    assert_eq!(copy.extended, Some(day("2027-03-30")));
    assert_eq!(copy.confirm, day("2027-01-14"));
}

#[test]
fn the_days_on_which_nobody_works_are_known() {
    for holiday in [
        "2026-01-01",
        "2026-01-06",
        "2026-04-03",
        "2026-04-05",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-05-24",
        "2026-06-06",
        "2026-06-19",
        "2026-06-20",
        "2026-10-31",
        "2026-12-24",
        "2026-12-25",
        "2026-12-26",
        "2026-12-31",
        "2027-03-26",
        "2038-04-25",
    ] {
        assert!(is_holiday(day(holiday)), "{holiday}");
    }
    for work in [
        "2026-04-02",
        "2026-05-15",
        "2026-06-18",
        "2026-11-02",
        "2026-12-23",
    ] {
        assert!(is_working_day(day(work)), "{work}");
    }
    assert!(!is_working_day(day("2026-11-28")), "a Saturday");
    // From Boxing Day, a Saturday, back over Christmas to the 23rd.
    assert_eq!(clock::act_by(day("2026-12-26")), day("2026-12-23"));
    assert_eq!(clock::act_by(day("2026-04-06")), day("2026-04-02"));
}

/// Milliseconds since 1970 of a moment in UTC.
fn moment(date: &str, hour: i64, minute: i64) -> i64 {
    day(date).starts() + (hour * 60 + minute) * 60_000
}

#[test]
fn a_day_begins_at_midnight_in_stockholm() {
    let zone = Zone::Stockholm;
    for (at, is) in [
        (moment("2026-11-28", 22, 59), "2026-11-28"),
        (moment("2026-11-28", 23, 0), "2026-11-29"),
        (moment("2026-07-01", 21, 59), "2026-07-01"),
        (moment("2026-07-01", 22, 0), "2026-07-02"),
        // The nights in which the clocks turn.
        (moment("2026-03-28", 23, 0), "2026-03-29"),
        (moment("2026-03-29", 21, 59), "2026-03-29"),
        (moment("2026-03-29", 22, 0), "2026-03-30"),
        (moment("2026-10-24", 22, 0), "2026-10-25"),
        (moment("2026-10-25", 22, 59), "2026-10-25"),
        (moment("2026-10-25", 23, 0), "2026-10-26"),
    ] {
        assert_eq!(zone.day(at), day(is), "{at}");
    }
    let short = zone.ends(day("2026-03-29")) - zone.begins(day("2026-03-29"));
    let long = zone.ends(day("2026-10-25")) - zone.begins(day("2026-10-25"));
    assert_eq!((short, long), (23 * 3_600_000, 25 * 3_600_000));
}

#[test]
fn a_case_presses_more_as_its_working_days_go() {
    let zone = Zone::Stockholm;
    // A Sunday: the Friday before is the day to act.
    let answer = day("2026-11-29");
    let of = |at: &str| Urgency::of(answer, zone, zone.begins(day(at)));
    assert_eq!(of("2026-11-19"), Urgency::Calm);
    assert_eq!(of("2026-11-20"), Urgency::Soon);
    assert_eq!(of("2026-11-25"), Urgency::Pressing);
    assert_eq!(of("2026-11-29"), Urgency::Pressing);
    assert_eq!(of("2026-11-30"), Urgency::Late);
    // The last millisecond of the day is not too late.
    assert_eq!(
        Urgency::of(answer, zone, zone.ends(answer) - 1),
        Urgency::Pressing
    );
}

#[test]
fn every_topic_opens_its_case() {
    let matters: Vec<Matter> = Topic::ALL.iter().map(|topic| topic.matter()).collect();
    assert_eq!(
        matters,
        [
            Matter::Policy,
            Matter::Practices,
            Matter::Complaint,
            Matter::Erase,
            Matter::Unsubscribe
        ]
    );
    for matter in Matter::ALL {
        assert_eq!(Matter::from_name(matter.name()), Some(*matter));
    }
    for proof in Proof::ALL {
        assert_eq!(Proof::from_name(proof.name()), Some(*proof));
    }
}

fn any<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    (0..all.len()).prop_map(move |at| all[at])
}

proptest! {
    /// Later than no term that any law gives, and later for nobody who asks earlier.
    #[test]
    fn no_answer_is_due_later_than_any_law_says(
        start in 0_i64..60_000,
        matter in any(Matter::ALL),
    ) {
        let received = Date::of(0).days_later(start);
        let due = clock::due(matter, received);
        prop_assert!(due.answer > received);
        prop_assert!(due.answer <= received.days_later(30));
        prop_assert!(due.answer <= received.months_later(1));
        prop_assert!(due.confirm <= due.answer);
        prop_assert!(due.confirm <= Term::WorkingDays(15).over(received));
        prop_assert!(due.answer >= received.days_later(14));
        if let Some(extended) = due.extended {
            prop_assert!(extended > due.answer);
            prop_assert!(extended <= received.months_later(3));
        }
        let next = clock::due(matter, received.days_later(1));
        prop_assert!(due.answer <= next.answer);
        let by = clock::act_by(due.answer);
        prop_assert!(by <= due.answer && is_working_day(by));
        prop_assert!(by >= due.answer.days_later(-6), "{received}: {by}");
    }

    #[test]
    fn a_day_has_the_moments_between_its_ends(at in 0_i64..4_102_444_800_000, minutes in -720_i16..840) {
        for zone in [Zone::Stockholm, Zone::Fixed(minutes)] {
            let day = zone.day(at);
            prop_assert!(zone.begins(day) <= at && at < zone.ends(day));
            prop_assert_eq!(zone.day(zone.begins(day)), day);
            prop_assert_eq!(zone.day(zone.ends(day) - 1), day);
        }
    }

    /// Whatever is done in whatever order: nothing that needs an identity is answered
    /// without one, what is closed stays so, and nothing is put off twice.
    #[test]
    fn no_way_leads_around_the_identity(
        matter in any(Matter::ALL),
        steps in prop::collection::vec(any(Step::ALL), 0..30),
    ) {
        let mut state = State::Received;
        let (mut proven, mut extended) = (false, 0);
        for step in steps {
            let Some(next) = state.after(step, matter.needs_identity(), proven) else { continue };
            prop_assert!(state != State::Closed || next == State::Closed);
            if !state.is_open() {
                prop_assert!(!next.is_open());
            }
            proven |= step == Step::Verify;
            extended += u8::from(step == Step::Extend);
            if matches!(step, Step::Answer | Step::Erase | Step::Hide | Step::Scan) {
                prop_assert!(proven || !matter.needs_identity());
            }
            state = next;
        }
        prop_assert!(extended <= 1);
    }
}

//! By when a case is answered.
//!
//! A clock begins on the day on which the request truly came, whenever it was
//! entered, and the day itself is not counted. Of several terms the one that ends
//! first counts, whatever law it is of. A day of an answer is never moved to a later
//! one because it is a Sunday or a holiday, though the European rules would
//! allow that (regulation 1182/71, article 3(4)): whoever asks was promised thirty
//! days. So staff see the last working day before it as theirs. Working days
//! that a term counts are Mondays to Fridays, holidays too: that ends earlier.

use super::holidays::{is_working_day, weekday};
use super::{Matter, Zone};
use crate::retention::Date;

/// How long somebody may wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    Days(u16),
    /// Of the calendar.
    Months(u16),
    /// Mondays to Fridays.
    WorkingDays(u16),
}

impl Term {
    /// Its last day, if it begins on a day.
    pub fn over(self, received: Date) -> Date {
        match self {
            Term::Days(days) => received.days_later(i64::from(days)),
            Term::Months(months) => received.months_later(months),
            Term::WorkingDays(days) => {
                let mut day = received;
                let mut left = days;
                while left > 0 {
                    day = day.days_later(1);
                    left -= u16::from(weekday(day) < 5);
                }
                day
            }
        }
    }
}

/// Every answer: the policy's thirty days, the month of the GDPR (article 12(3)), and
/// the 45 days of the CCPA (California Civil Code, section 1798.130(a)(2)).
pub const ANSWER: &[Term] = &[Term::Days(30), Term::Months(1), Term::Days(45)];
/// That less is done with somebody's data is done in this time (California Code of
/// Regulations, title 11, sections 7026(f) and 7027(g)).
pub const LESS: Term = Term::WorkingDays(15);
/// That a request has come is confirmed in this time (the same, section 7021(a)).
pub const CONFIRM: Term = Term::WorkingDays(10);
/// A complaint is answered sooner: whoever complains has mostly waited already.
pub const COMPLAINT: Term = Term::Days(14);
/// An answer that is hard may take so many months more (GDPR, article 12(3)).
pub const MORE_MONTHS: u16 = 2;

/// When a case that came on a day is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day for the answer.
    pub answer: Date,
    /// The last day for saying that the request has come.
    pub confirm: Date,
    /// The last day to which the answer can be put off. None where it cannot.
    pub extended: Option<Date>,
}

/// The first of the terms' last days; of none, the day itself.
pub fn first(terms: &[Term], received: Date) -> Date {
    let days = terms.iter().map(|term| term.over(received));
    days.min().unwrap_or(received)
}

/// When a matter is due that came on a day.
pub fn due(matter: Matter, received: Date) -> Due {
    let answer = first(ANSWER, received);
    let confirm = CONFIRM.over(received);
    let (answer, may_wait) = match matter {
        Matter::Complaint => (answer.min(COMPLAINT.over(received)), false),
        Matter::Limit | Matter::OptOut | Matter::Unsubscribe => {
            (answer.min(LESS.over(received)), false)
        }
        _ => (answer, true),
    };
    Due {
        answer,
        confirm: confirm.min(answer),
        extended: may_wait.then(|| answer.months_later(MORE_MONTHS)),
    }
}

/// The day by which staff answer: the last working day that is not after.
pub fn act_by(answer: Date) -> Date {
    let mut day = answer;
    while !is_working_day(day) {
        day = day.days_later(-1);
    }
    day
}

/// How pressing a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    Calm,
    /// A week is left, or less.
    Soon,
    /// Two days are left, or less.
    Pressing,
    /// Its day is over.
    Late,
}

impl Urgency {
    pub const ALL: [Urgency; 4] = [
        Urgency::Calm,
        Urgency::Soon,
        Urgency::Pressing,
        Urgency::Late,
    ];

    /// Of a case that is due on a day, at a moment.
    pub fn of(answer: Date, zone: Zone, now: i64) -> Urgency {
        let today = zone.day(now);
        let by = act_by(answer);
        if today > answer {
            Urgency::Late
        } else if today >= by.days_later(-2) {
            Urgency::Pressing
        } else if today >= by.days_later(-7) {
            Urgency::Soon
        } else {
            Urgency::Calm
        }
    }

    /// As it is stored: the level that staff were last reminded of.
    pub const fn level(self) -> i32 {
        match self {
            Urgency::Calm => 0,
            Urgency::Soon => 1,
            Urgency::Pressing => 2,
            Urgency::Late => 3,
        }
    }
}

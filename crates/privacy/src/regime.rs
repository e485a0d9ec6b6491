//! Which law gives somebody rights, and how long there is to answer: one table
//! ([`Regime::law`]), and [`due`], where the earliest clock wins.
//!
//! Everybody has the GDPR's rights here, wherever they live: it follows the one who
//! is responsible (article 3(1)). Its month, and the thirty days that the policy
//! promises to all, run for every request; what a [`Residence`] adds is a further
//! law, and can only make a day earlier. The Swedish act beside the GDPR (2018:218)
//! and those of other member states change no clock for who is responsible, and are
//! no regimes of their own.
//!
//! Days are calendar days, and the day of receipt is not counted. Where a law would
//! let a clock that ends on a weekend or holiday run on (Regulation 1182/71, article
//! 3(4)), ours does not. Business days are Monday to Friday; holidays count as any
//! day, since places do not share theirs. Both can only make a day earlier, so
//! that no law's own reckoning is ever missed.

mod law;
mod residence;

pub use law::{AS_OF, Appeal, Given, Law};
pub use residence::{Residence, State};

use std::collections::BTreeSet;

use crate::Date;

/// A law that gives people rights over what is kept of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Regime {
    Gdpr,
    UkGdpr,
    /// The CCPA, as the CPRA amended it.
    California,
    Virginia,
    Colorado,
    Connecticut,
    Utah,
}

/// Something that a law lets people ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataRight {
    /// To know what is kept, why, and who gets it.
    Know,
    /// To have a copy.
    Access,
    Correct,
    Erase,
    /// To have it kept and not used.
    Restrict,
    Object,
    /// To take it elsewhere, in a form that machines read.
    Portability,
    /// To have sensitive data used only for what was asked for.
    LimitSensitive,
    /// To opt out of sale, of sharing for advertising, and of profiling.
    OptOut,
    /// To withdraw a consent.
    Withdraw,
    /// To complain to an authority.
    Complain,
}

impl DataRight {
    pub const ALL: [DataRight; 11] = [
        DataRight::Know,
        DataRight::Access,
        DataRight::Correct,
        DataRight::Erase,
        DataRight::Restrict,
        DataRight::Object,
        DataRight::Portability,
        DataRight::LimitSensitive,
        DataRight::OptOut,
        DataRight::Withdraw,
        DataRight::Complain,
    ];
}

/// A length of time, as a law counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    Days(u16),
    /// A month ends on the day with the same number, or on the month's last day.
    Months(u16),
    /// Monday to Friday.
    BusinessDays(u16),
}

impl Clock {
    /// The last day of it, if it begins to run on this one.
    pub fn ends(self, from: Date) -> Date {
        match self {
            Clock::Days(days) => from.days_later(i64::from(days)),
            Clock::Months(months) => from.months_later(months),
            Clock::BusinessDays(days) => business_days_later(from, days),
        }
    }
}

/// The day on which so many business days after this one are over.
pub fn business_days_later(from: Date, days: u16) -> Date {
    let mut day = from;
    let mut left = days;
    while left > 0 {
        day = day.days_later(1);
        if !day.is_weekend() {
            left -= 1;
        }
    }
    day
}

/// What the policy promises to everybody.
pub const POLICY_CLOCK: Clock = Clock::Days(30);
/// The longest that an answer may be put off, with a reason (GDPR, article 12(3)).
pub const POLICY_EXTENSION: Clock = Clock::Months(2);

/// What decided about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// The thirty days that the policy promises.
    Policy,
    Law(Regime),
}

/// By when what has to be done about a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day for an answer.
    pub answer: Date,
    pub decided: Decided,
    /// The last day for an answer that was put off, of which the person is told before
    /// `answer`, with the reason.
    pub extended: Date,
    /// The last day to confirm that the request has come. Ours does so at once.
    pub confirmation: Option<Date>,
    /// The last day to do what needs no check of who asks: opt out, or limit the use
    /// of sensitive data.
    pub opt_out: Option<Date>,
}

/// By when a request is answered that came on a day, from somebody with these
/// laws: the earliest clock wins. The GDPR's and the policy's run for everybody,
/// whether named or not; a law that was not in force yet does not run.
pub fn due(regimes: &BTreeSet<Regime>, received: Date) -> Due {
    let mut due = Due {
        answer: POLICY_CLOCK.ends(received),
        decided: Decided::Policy,
        extended: POLICY_EXTENSION.ends(POLICY_CLOCK.ends(received)),
        confirmation: None,
        opt_out: None,
    };
    let mut all = regimes.clone();
    all.insert(Regime::Gdpr);
    for regime in all.into_iter().filter(|it| it.in_force() <= received) {
        let law = regime.law();
        let answer = law.answer.ends(received);
        if answer < due.answer {
            due.answer = answer;
            due.decided = Decided::Law(regime);
        }
        due.extended = due.extended.min(law.extension.ends(answer));
        let earliest = |known: Option<Date>, clock: Option<(Clock, &str)>| {
            let day = clock.map(|(clock, _)| clock.ends(received));
            known.into_iter().chain(day).min()
        };
        due.confirmation = earliest(due.confirmation, law.confirmation);
        due.opt_out = earliest(due.opt_out, law.opt_out);
    }
    due
}

impl Regime {
    pub const ALL: [Regime; 7] = [
        Regime::Gdpr,
        Regime::UkGdpr,
        Regime::California,
        Regime::Virginia,
        Regime::Colorado,
        Regime::Connecticut,
        Regime::Utah,
    ];

    /// The name that is stored, and stands in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Regime::Gdpr => "gdpr",
            Regime::UkGdpr => "uk_gdpr",
            Regime::California => "california",
            Regime::Virginia => "virginia",
            Regime::Colorado => "colorado",
            Regime::Connecticut => "connecticut",
            Regime::Utah => "utah",
        }
    }

    pub fn from_name(name: &str) -> Option<Regime> {
        Regime::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Its line in the table.
    pub const fn law(self) -> &'static Law {
        law::of(self)
    }

    /// The day from which it is in force.
    pub fn in_force(self) -> Date {
        law::day(self.law().since)
    }

    /// What it gives people on a day, and where it says so.
    pub fn gives(self, on: Date) -> impl Iterator<Item = &'static Given> {
        let law = self.law();
        law.rights.iter().filter(move |it| it.since(law) <= on)
    }
}

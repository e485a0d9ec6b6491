//! Another controller: the service is sold, merges, or goes on after an insolvency
//! (GDPR, articles 13(3) and 14(4)). People are told first, by letter and on every
//! page, and have a window in which they take everything along and leave. Only then
//! does it take effect.

use crate::retention::Date;

/// The days between the announcement and the change: at least these, and at most so
/// many that nobody forgets it.
pub const SUCCESSION_LEAST_DAYS: u16 = 30;
pub const SUCCESSION_MOST_DAYS: u16 = 365;

/// Why the controller is another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SuccessionReason {
    Sale,
    Merger,
    Insolvency,
    /// It is the same one, under another name: nobody else gets anything.
    Renamed,
}

impl SuccessionReason {
    pub const ALL: [SuccessionReason; 4] = [
        SuccessionReason::Sale,
        SuccessionReason::Merger,
        SuccessionReason::Insolvency,
        SuccessionReason::Renamed,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            SuccessionReason::Sale => "sale",
            SuccessionReason::Merger => "merger",
            SuccessionReason::Insolvency => "insolvency",
            SuccessionReason::Renamed => "renamed",
        }
    }

    pub fn from_name(name: &str) -> Option<SuccessionReason> {
        let mut all = SuccessionReason::ALL.into_iter();
        all.find(|it| it.name() == name)
    }

    /// How many days before it people are told.
    pub const fn least_days(self) -> u16 {
        match self {
            SuccessionReason::Renamed => 0,
            _ => SUCCESSION_LEAST_DAYS,
        }
    }

    /// Whether a change can take effect on a day, if it is announced on another.
    pub fn allows(self, announced: Date, effective: Date) -> bool {
        effective >= announced.days_later(i64::from(self.least_days()))
            && effective <= announced.days_later(i64::from(SUCCESSION_MOST_DAYS))
    }
}

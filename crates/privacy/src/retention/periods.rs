//! What the operator of a server has decided of retentions: shorter than usual
//! at will, longer only with a ground that people can read.

use super::{Days, Retention};
use crate::inventory::{CASE_DAYS, Entry, SAVED_DAYS, SIGN_IN_DAYS};

/// A retention that an operator may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// What is kept with an account, without use.
    Saved,
    /// Attempts to sign in.
    SignIn,
    /// Closed cases, of security and of rights.
    Case,
}

impl Period {
    pub const ALL: [Period; 3] = [Period::Saved, Period::SignIn, Period::Case];

    /// How many days it is where nobody has changed it.
    pub const fn usual(self) -> u16 {
        match self {
            Period::Saved => SAVED_DAYS,
            Period::SignIn => SIGN_IN_DAYS,
            Period::Case => CASE_DAYS,
        }
    }

    /// Its name in a file of settings.
    pub const fn name(self) -> &'static str {
        match self {
            Period::Saved => "saved",
            Period::SignIn => "sign_in",
            Period::Case => "case",
        }
    }

    /// The period that decides about an entry, if one does.
    pub fn of(entry: &Entry) -> Option<Period> {
        let table = entry.path.split('.').next().unwrap_or_default();
        match (table, entry.retention) {
            ("sign_in" | "sign_in_place", Retention::Days(_)) => Some(Period::SignIn),
            ("security_case" | "privacy_case" | "case_event" | "case_hit", Retention::Days(_)) => {
                Some(Period::Case)
            }
            (_, Retention::Unused(_)) => Some(Period::Saved),
            _ => None,
        }
    }
}

/// Why a period cannot be what the operator wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfounded {
    /// None, or more than [`Days::MOST`].
    OutOfRange,
    /// Longer than usual, and nobody says why.
    NoGround,
}

/// The periods of a server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Periods {
    set: Vec<(Period, u16, Option<String>)>,
}

impl Periods {
    /// Changes a period. The ground is shown where the period is.
    ///
    /// # Errors
    /// [`Unfounded`]; then nothing is changed.
    pub fn set(
        &mut self,
        period: Period,
        days: u16,
        ground: Option<String>,
    ) -> Result<(), Unfounded> {
        let ground = ground.filter(|ground| !ground.trim().is_empty());
        if Days::new(days).is_none() {
            return Err(Unfounded::OutOfRange);
        }
        if days > period.usual() && ground.is_none() {
            return Err(Unfounded::NoGround);
        }
        self.set.retain(|(known, ..)| *known != period);
        self.set.push((period, days, ground));
        Ok(())
    }

    /// How many days it is here.
    pub fn days(&self, period: Period) -> u16 {
        let set = self.set.iter().find(|(known, ..)| *known == period);
        set.map_or(period.usual(), |(_, days, _)| *days)
    }

    /// Why it is another than usual, in the operator's words.
    pub fn ground(&self, period: Period) -> Option<&str> {
        let set = self.set.iter().find(|(known, ..)| *known == period);
        set.and_then(|(_, _, ground)| ground.as_deref())
    }

    /// When an entry goes here.
    pub fn of(&self, entry: &Entry) -> Retention {
        let Some(period) = Period::of(entry) else {
            return entry.retention;
        };
        let days = Days::new(self.days(period));
        match (entry.retention, days) {
            (Retention::Unused(_), Some(days)) => Retention::Unused(days),
            (Retention::Days(_), Some(days)) => Retention::Days(days),
            (retention, _) => retention,
        }
    }
}

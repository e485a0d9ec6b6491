//! Where somebody lives, as they say themselves. Only as exactly as rights differ: a
//! country that has a text of ours, and in the United States one of the states whose
//! law is in the table. Who lives elsewhere says that.

use std::collections::BTreeSet;
use std::fmt;

use super::Regime;
use crate::Date;
use crate::transfer::{ADEQUATE, Country, EEA};

/// A state of the United States with a law in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    California,
    Colorado,
    Connecticut,
    Utah,
    Virginia,
}

impl State {
    pub const ALL: [State; 5] = [
        State::California,
        State::Colorado,
        State::Connecticut,
        State::Utah,
        State::Virginia,
    ];

    /// Its letters (ISO 3166-2).
    pub const fn code(self) -> &'static str {
        match self {
            State::California => "CA",
            State::Colorado => "CO",
            State::Connecticut => "CT",
            State::Utah => "UT",
            State::Virginia => "VA",
        }
    }

    const fn regime(self) -> Regime {
        match self {
            State::California => Regime::California,
            State::Colorado => Regime::Colorado,
            State::Connecticut => Regime::Connecticut,
            State::Utah => Regime::Utah,
            State::Virginia => Regime::Virginia,
        }
    }
}

/// Where somebody lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Residence {
    /// Of the United States: none of [`State::ALL`], or not said.
    Country(Country),
    State(State),
    /// In none of the countries that can be chosen.
    Elsewhere,
}

/// What stands for [`Residence::Elsewhere`]; no country has it (ISO 3166-1, 8.1.3).
const ELSEWHERE: &str = "ZZ";
const UNITED_STATES: &str = "US";
const UNITED_KINGDOM: &str = "GB";

impl Residence {
    /// All that can be chosen: countries by their letters, then the states, then
    /// elsewhere.
    pub fn all() -> Vec<Residence> {
        let adequate = ADEQUATE.iter().map(|(code, _)| *code);
        let codes: BTreeSet<&str> = EEA.into_iter().chain(adequate).collect();
        let countries = codes.into_iter().filter_map(Country::new);
        let mut all: Vec<Residence> = countries.map(Residence::Country).collect();
        all.extend(State::ALL.map(Residence::State));
        all.push(Residence::Elsewhere);
        all
    }

    /// As [`Residence::to_string`] writes it: `SE`, `US`, `US-CA`, `ZZ`. Nothing else
    /// can be chosen.
    pub fn from_code(code: &str) -> Option<Residence> {
        Residence::all()
            .into_iter()
            .find(|it| it.to_string() == code)
    }

    /// The laws that somebody has who lives there, on a day. The GDPR is always one
    /// of them.
    pub fn regimes(self, on: Date) -> BTreeSet<Regime> {
        let own = match self {
            Residence::State(state) => Some(state.regime()),
            Residence::Country(country) if country.code() == UNITED_KINGDOM => Some(Regime::UkGdpr),
            Residence::Country(_) | Residence::Elsewhere => None,
        };
        let own = own.filter(|it| it.in_force() <= on);
        own.into_iter().chain([Regime::Gdpr]).collect()
    }
}

impl fmt::Display for Residence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Residence::Country(country) => f.write_str(country.code()),
            Residence::State(state) => write!(f, "{UNITED_STATES}-{}", state.code()),
            Residence::Elsewhere => f.write_str(ELSEWHERE),
        }
    }
}

//! Where data may go. Outside the European Economic Area nothing goes without one
//! of the mechanisms of chapter V of the GDPR: such a recipient cannot be written
//! down, so that it cannot be configured either.

use crate::retention::Date;

/// A country by its two letters (ISO 3166-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Country([u8; 2]);

impl Country {
    /// Two letters, of either case.
    pub fn new(code: &str) -> Option<Country> {
        match *code.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Country([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    pub fn code(&self) -> &str {
        // Two ASCII letters are a text.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Whether it is in the European Economic Area.
    pub fn is_in_eea(&self) -> bool {
        EEA.contains(&self.code())
    }

    /// The day of the Commission's decision that it protects data adequately
    /// (article 45), if there is one.
    pub fn adequate_since(&self) -> Option<&'static str> {
        let found = ADEQUATE.iter().find(|(code, _)| *code == self.code());
        found.map(|(_, day)| *day)
    }
}

/// The states of the European Union, and Iceland, Liechtenstein and Norway.
pub const EEA: [&str; 30] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS",
    "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// When [`ADEQUATE`] was last compared with the Commission's list.
pub const ADEQUATE_AS_OF: &str = "2025-06-30";

/// Countries with a decision of adequacy, and the day of the first one. Those of
/// Canada and the United States cover only some organisations.
pub const ADEQUATE: [(&str, &str); 15] = [
    ("AD", "2010-10-19"),
    ("AR", "2003-06-30"),
    ("CA", "2001-12-20"),
    ("CH", "2000-07-26"),
    ("FO", "2010-03-05"),
    ("GB", "2021-06-28"),
    ("GG", "2003-11-21"),
    ("IL", "2011-01-31"),
    ("IM", "2004-04-28"),
    ("JE", "2008-05-08"),
    ("JP", "2019-01-23"),
    ("KR", "2021-12-17"),
    ("NZ", "2012-12-19"),
    ("US", "2023-07-10"),
    ("UY", "2012-08-21"),
];

/// What allows data to leave the European Economic Area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mechanism {
    /// A decision of adequacy (article 45).
    Adequacy,
    /// Standard contractual clauses (article 46(2)(c)).
    StandardClauses,
    /// Binding corporate rules (article 47).
    BindingRules,
    /// An approved code of conduct (article 46(2)(e)).
    CodeOfConduct,
    /// An approved certification (article 46(2)(f)).
    Certification,
    /// One of the derogations for specific situations (article 49), with its reason.
    Derogation,
}

impl Mechanism {
    pub const ALL: [Mechanism; 6] = [
        Mechanism::Adequacy,
        Mechanism::StandardClauses,
        Mechanism::BindingRules,
        Mechanism::CodeOfConduct,
        Mechanism::Certification,
        Mechanism::Derogation,
    ];

    /// As it stands in the configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Mechanism::Adequacy => "adequacy",
            Mechanism::StandardClauses => "standard_clauses",
            Mechanism::BindingRules => "binding_rules",
            Mechanism::CodeOfConduct => "code_of_conduct",
            Mechanism::Certification => "certification",
            Mechanism::Derogation => "derogation",
        }
    }

    pub fn from_name(name: &str) -> Option<Mechanism> {
        Mechanism::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// A country that data goes to, and what allows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transfer {
    country: Country,
    mechanism: Option<Mechanism>,
}

/// Why data may not go there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoTransfer {
    #[error("the country is outside the EEA, and no mechanism is named")]
    NoMechanism,
    #[error("there is no decision of adequacy for the country")]
    NotAdequate,
}

impl Transfer {
    /// # Errors
    /// [`NoTransfer`] if nothing allows it.
    pub fn new(country: Country, mechanism: Option<Mechanism>) -> Result<Transfer, NoTransfer> {
        if country.is_in_eea() {
            // Nothing needs to allow it.
            return Ok(Transfer {
                country,
                mechanism: None,
            });
        }
        match mechanism {
            None => Err(NoTransfer::NoMechanism),
            Some(Mechanism::Adequacy) if country.adequate_since().is_none() => {
                Err(NoTransfer::NotAdequate)
            }
            mechanism => Ok(Transfer { country, mechanism }),
        }
    }

    pub fn country(&self) -> Country {
        self.country
    }

    /// Whether people may have a copy of what allows it (article 13(1)(f)): of clauses,
    /// rules and certificates, which are agreed between parties. A decision of
    /// adequacy the Commission has published itself, and a derogation has none.
    pub fn needs_copy(&self) -> bool {
        match self.mechanism {
            None | Some(Mechanism::Adequacy | Mechanism::Derogation) => false,
            Some(
                Mechanism::StandardClauses
                | Mechanism::BindingRules
                | Mechanism::CodeOfConduct
                | Mechanism::Certification,
            ) => true,
        }
    }

    /// None inside the European Economic Area.
    pub fn mechanism(&self) -> Option<Mechanism> {
        self.mechanism
    }
}

/// Countries whose decision of adequacy covers only some organisations: that the
/// recipient is one of them has to be looked up.
const PARTLY_ADEQUATE: [&str; 2] = ["CA", "US"];

/// What the operator has noted of a transfer: when it was agreed and looked into, and
/// when somebody looks again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Safeguards {
    /// Which module of the standard clauses was agreed, from 1 to 4 (Commission
    /// Implementing Decision (EU) 2021/914).
    pub module: Option<u8>,
    /// The day on which it was signed or approved.
    pub signed: Option<Date>,
    /// Where annexes I to III are, or what they say.
    pub annexes: Option<String>,
    /// The outcome of the assessment of the other country's law and practice (clause
    /// 14), or how it was looked up that the recipient is covered.
    pub assessment: Option<String>,
    /// Why a derogation applies.
    pub reason: Option<String>,
    /// The day by which somebody looks again.
    pub review: Option<Date>,
}

/// What is missing before data may go to a recipient outside the EEA.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacking {
    Module,
    Signed,
    Annexes,
    Assessment,
    Reason,
    Review,
}

impl Lacking {
    /// The setting in which it is said.
    pub const fn name(self) -> &'static str {
        match self {
            Lacking::Module => "module",
            Lacking::Signed => "signed",
            Lacking::Annexes => "annexes",
            Lacking::Assessment => "assessment",
            Lacking::Reason => "reason",
            Lacking::Review => "review",
        }
    }
}

impl Safeguards {
    /// What a transfer needs, and is not noted.
    pub fn lacking(&self, transfer: Transfer) -> Vec<Lacking> {
        use Lacking::{Annexes, Assessment, Module, Reason, Review, Signed};
        let needs: &[Lacking] = match transfer.mechanism() {
            None => &[],
            Some(Mechanism::Adequacy) => {
                match PARTLY_ADEQUATE.contains(&transfer.country().code()) {
                    true => &[Assessment, Review],
                    false => &[],
                }
            }
            Some(Mechanism::StandardClauses) => &[Module, Signed, Annexes, Assessment, Review],
            Some(Mechanism::BindingRules | Mechanism::CodeOfConduct | Mechanism::Certification) => {
                &[Signed, Assessment, Review]
            }
            Some(Mechanism::Derogation) => &[Reason, Review],
        };
        let has = |what: &Lacking| match what {
            Module => self.module.is_some(),
            Signed => self.signed.is_some(),
            Annexes => self.annexes.is_some(),
            Assessment => self.assessment.is_some(),
            Reason => self.reason.is_some(),
            Review => self.review.is_some(),
        };
        needs.iter().filter(|what| !has(what)).copied().collect()
    }

    /// Whether somebody should have looked again before a day.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.review.is_some_and(|review| review < today)
    }
}

//! Holds: what is kept though its owner, or its time, would have it gone. A hold
//! is of single items and never of a person, has one of the grounds below and a
//! day on which somebody looks whether it is still right, and ends.

use crate::purpose::LegalBasis;

/// Why something is held. Closed: what none of these fits is not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// A legal claim is made, exercised or defended (GDPR, Article 17(3)(e)).
    Claim,
    /// The law asks for it (Article 17(3)(b)).
    Duty,
    /// An authority or a court has ordered it (Article 17(3)(b)).
    Order,
    /// Its owner needs it for a claim of theirs and has asked for that (Article
    /// 18(1)(c)).
    OwnRequest,
}

/// Somebody looks at a hold again after so many days at most.
pub const HOLD_REVIEW_DAYS: u16 = 366;
/// No hold lasts longer, in days: claims have had their time after ten years
/// (the Swedish act on limitation, 1981:130, section 2).
pub const HOLD_DAYS: u16 = 3653;

impl Ground {
    pub const ALL: [Ground; 4] = [
        Ground::Claim,
        Ground::Duty,
        Ground::Order,
        Ground::OwnRequest,
    ];

    /// The name that is stored.
    pub const fn name(self) -> &'static str {
        match self {
            Ground::Claim => "claim",
            Ground::Duty => "duty",
            Ground::Order => "order",
            Ground::OwnRequest => "own_request",
        }
    }

    pub fn from_name(name: &str) -> Option<Ground> {
        Ground::ALL.into_iter().find(|ground| ground.name() == name)
    }

    /// Where the law allows it, for a report.
    pub const fn article(self) -> &'static str {
        match self {
            Ground::Claim => "GDPR 17(3)(e)",
            Ground::Duty | Ground::Order => "GDPR 17(3)(b)",
            Ground::OwnRequest => "GDPR 18(1)(c)",
        }
    }

    /// What allows the keeping itself.
    pub const fn basis(self) -> LegalBasis {
        match self {
            Ground::Claim | Ground::OwnRequest => LegalBasis::LegitimateInterest,
            Ground::Duty | Ground::Order => LegalBasis::LegalObligation,
        }
    }
}

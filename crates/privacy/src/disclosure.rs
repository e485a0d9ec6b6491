//! Giving somebody's data to an authority or an adviser: only on one of these
//! grounds, decided by two, and told to the person unless the law forbids it.
//!
//! There is no ground for collecting debts, because nobody owes anything here.

use crate::retention::Date;

/// What allows a disclosure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DisclosureGround {
    /// The law gives an authority a right to it (GDPR, article 6(1)(c)).
    Order,
    /// Somebody's life or health is in danger (article 6(1)(d)).
    Safety,
    /// A legal claim is made or met, before a court or out of it (article 6(1)(f)).
    Claim,
    /// A lawyer, auditor or other adviser needs it, who is bound to secrecy.
    Adviser,
}

impl DisclosureGround {
    pub const ALL: [DisclosureGround; 4] = [
        DisclosureGround::Order,
        DisclosureGround::Safety,
        DisclosureGround::Claim,
        DisclosureGround::Adviser,
    ];

    /// As it is stored.
    pub const fn name(self) -> &'static str {
        match self {
            DisclosureGround::Order => "order",
            DisclosureGround::Safety => "safety",
            DisclosureGround::Claim => "claim",
            DisclosureGround::Adviser => "adviser",
        }
    }

    pub fn from_name(name: &str) -> Option<DisclosureGround> {
        let mut all = DisclosureGround::ALL.into_iter();
        all.find(|ground| ground.name() == name)
    }

    /// Whether the recipient's duty of secrecy has to be recorded.
    pub const fn needs_secrecy(self) -> bool {
        matches!(self, DisclosureGround::Adviser)
    }

    /// Whether the law may forbid to tell the person of it: an investigation that they
    /// would spoil. Of what the operator decides to do they are always told.
    pub const fn may_be_barred(self) -> bool {
        matches!(self, DisclosureGround::Order)
    }
}

/// A bar ends after so many days at the latest; then the person is told.
pub const BAR_DAYS: u16 = 366;

/// A proposal that no second person has confirmed in so many days goes.
pub const PROPOSAL_DAYS: u16 = 7;

/// What a bar must not be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarRefused {
    /// On this ground nobody can be kept from being told.
    Ground,
    /// It is over already.
    Past,
    /// It is longer than [`BAR_DAYS`].
    Far,
}

/// Whether a person may be kept from being told until a day.
///
/// # Errors
/// [`BarRefused`]
pub fn bar(ground: DisclosureGround, until: Date, today: Date) -> Result<(), BarRefused> {
    if !ground.may_be_barred() {
        Err(BarRefused::Ground)
    } else if until <= today {
        Err(BarRefused::Past)
    } else if until > today.days_later(i64::from(BAR_DAYS)) {
        Err(BarRefused::Far)
    } else {
        Ok(())
    }
}

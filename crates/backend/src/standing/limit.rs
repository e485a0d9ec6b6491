//! What can be limited, one by one: how each is called in the ledger outside the
//! databases, and what the audit log says of it.

use super::Limits;
use crate::audit::Action;

/// One of the [`Limits`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limit {
    Restriction,
    Sensitive,
    Objection,
    OptOut,
    CountObjection,
}

impl Limit {
    pub(crate) const ALL: [Limit; 5] = [
        Limit::Restriction,
        Limit::Sensitive,
        Limit::Objection,
        Limit::OptOut,
        Limit::CountObjection,
    ];

    /// Since when it is set.
    pub(crate) fn of(self, mut limits: Limits) -> Option<i64> {
        *self.within(&mut limits)
    }

    pub(crate) fn within(self, limits: &mut Limits) -> &mut Option<i64> {
        match self {
            Limit::Restriction => &mut limits.restricted_at,
            Limit::Sensitive => &mut limits.limited_at,
            Limit::Objection => &mut limits.protect_objected_at,
            Limit::OptOut => &mut limits.opted_out_at,
            Limit::CountObjection => &mut limits.count_objected_at,
        }
    }

    /// In the ledger outside the databases: it stays as it is.
    pub(crate) const fn set_name(self) -> &'static str {
        match self {
            Limit::Restriction => "restricted",
            Limit::Sensitive => "limited",
            Limit::Objection => "objected",
            Limit::OptOut => "opted out",
            Limit::CountObjection => "counting objected",
        }
    }

    pub(crate) const fn lifted_name(self) -> &'static str {
        match self {
            Limit::Restriction => "restriction lifted",
            Limit::Sensitive => "limit lifted",
            Limit::Objection => "objection lifted",
            Limit::OptOut => "opt-out lifted",
            Limit::CountObjection => "counting objection lifted",
        }
    }

    pub(crate) const fn action(self) -> Action {
        match self {
            Limit::Restriction => Action::Restricted,
            Limit::Sensitive => Action::Limited,
            Limit::Objection | Limit::CountObjection => Action::Objected,
            Limit::OptOut => Action::OptedOut,
        }
    }
}

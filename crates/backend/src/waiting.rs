//! What waits for those who work here, each kind for who has the right to it.

use privacy::Right;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::entity::{age_flag, privacy_case, security_case};
use crate::failure::Failure;
use crate::sessions::Who;
use crate::store::Store;

/// Something that somebody has to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    SecurityCases,
    /// What people ask about their data, that nobody has answered.
    Requests,
    /// What strangers report of public pages.
    Reports,
    /// Holds that are past the day of their review.
    HoldsOverdue,
    /// Dates of birth that say under 18.
    AgeFlags,
    /// What somebody else has proposed, and two are needed for.
    Proposals,
    /// What the server could not prove of itself.
    ProofsFailing,
}

impl Waiting {
    pub const ALL: &[Waiting] = &[
        Waiting::Requests,
        Waiting::Reports,
        Waiting::SecurityCases,
        Waiting::AgeFlags,
        Waiting::Proposals,
        Waiting::HoldsOverdue,
        Waiting::ProofsFailing,
    ];

    /// Who has it looks at this.
    pub const fn right(self) -> Right {
        match self {
            Waiting::SecurityCases | Waiting::Requests => Right::Cases,
            Waiting::Reports => Right::Reports,
            Waiting::HoldsOverdue => Right::Holds,
            Waiting::AgeFlags | Waiting::Proposals => Right::Persons,
            Waiting::ProofsFailing => Right::Oversight,
        }
    }
}

impl Store {
    /// How much waits of each kind that somebody has the right to.
    ///
    /// # Errors
    /// [`Failure::OneFactor`]
    pub async fn waiting(&self, who: &Who) -> Result<Vec<(Waiting, u64)>, Failure> {
        let mut waiting = Vec::new();
        for kind in Waiting::ALL {
            if !who.role.has(kind.right()) {
                continue;
            }
            who.may(kind.right())?;
            waiting.push((*kind, self.count_waiting(who, *kind).await?));
        }
        Ok(waiting)
    }

    async fn count_waiting(&self, who: &Who, kind: Waiting) -> Result<u64, Failure> {
        match kind {
            Waiting::SecurityCases => Ok(security_case::Entity::find()
                .filter(security_case::Column::ClosedAt.is_null())
                .count(self.data.read())
                .await?),
            Waiting::Requests => Ok(privacy_case::Entity::find()
                .filter(privacy_case::Column::AnsweredAt.is_null())
                .filter(privacy_case::Column::ClosedAt.is_null())
                .count(self.data.read())
                .await?),
            Waiting::Reports => self.reports_waiting(who).await,
            Waiting::HoldsOverdue => self.holds_overdue().await,
            Waiting::AgeFlags => Ok(age_flag::Entity::find().count(self.data.read()).await?),
            Waiting::Proposals => self.proposals_waiting(who).await,
            Waiting::ProofsFailing => self.proofs_failing().await,
        }
    }
}

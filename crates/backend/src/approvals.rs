//! What two are needed for: one who works here proposes it, and another confirms it
//! within a day. Then it is done at once. Whatever concerns more than one person, or
//! is kept from the one it concerns, goes this way (OWASP ASVS 5, 2.3.5).
//!
//! A new action is a new [`Proposal`]: its right, and what doing it is (`approvals/doing.rs`).
//! What is proposed is sealed with the key of who proposes it, and goes with them.

mod doing;

use privacy::hold::Ground;
use privacy::{Date, Right};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audit::{self, Action, Event};
use crate::clock::DAY;
use crate::entity::approval;
use crate::failure::Failure;
use crate::sealed::APPROVAL_PARAMETERS;
use crate::sessions::{self, Who};
use crate::store::Store;

pub use doing::Outcome;

/// Proposals that are shown.
const PAGE: u64 = 50;
/// Accounts that one proposal may concern.
pub const PROPOSED_ACCOUNTS: usize = 100;

/// What is proposed. Stored sealed, as JSON: a name stays what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum Proposal {
    /// Something is held.
    Hold(HoldProposal),
    /// The owners of these accounts are under 18: all of them are erased.
    Minors { accounts: Vec<Uuid> },
}

/// A hold that is to be placed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldProposal {
    pub account: Uuid,
    /// A name of `privacy::erasure::Gone::table`.
    pub kind: String,
    /// One row of that kind; without it, all that the account has.
    pub row: Option<Uuid>,
    /// A name of `privacy::hold::Ground`.
    pub ground: String,
    pub note: String,
    /// The first millisecond of the day of its review.
    pub review_at: i64,
    /// The law forbids to tell its owner.
    pub barred: bool,
}

impl HoldProposal {
    pub fn ground(&self) -> Option<Ground> {
        Ground::from_name(&self.ground)
    }

    pub fn review(&self) -> Date {
        Date::of(self.review_at)
    }
}

impl Proposal {
    /// The name of the action, as it is stored.
    pub fn name(&self) -> &'static str {
        match self {
            Proposal::Hold(_) => "hold",
            Proposal::Minors { .. } => "minors",
        }
    }

    /// Who has it may propose this, and confirm it.
    pub fn right(&self) -> Right {
        match self {
            Proposal::Hold(_) => Right::Holds,
            Proposal::Minors { .. } => Right::Persons,
        }
    }

    fn right_of(name: &str) -> Option<Right> {
        match name {
            "hold" => Some(Right::Holds),
            "minors" => Some(Right::Persons),
            _ => None,
        }
    }
}

/// A proposal, for those who may decide.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// Whose it is, and its number: both name it.
    pub by: Uuid,
    pub id: Uuid,
    /// None if it does not open, or this program does not know it.
    pub proposal: Option<Proposal>,
    pub at: i64,
    pub expires_at: i64,
    pub outcome: Outcome,
    pub decided_at: Option<i64>,
    /// Who asks has proposed it.
    pub own: bool,
}

/// What became of a confirmation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// It is done. The public pages that are down for it.
    Done(Vec<Uuid>),
    /// It could not be done, or not all of it.
    Failed(Vec<Uuid>),
    /// Who has proposed it cannot confirm it.
    Own,
    /// A day is over, or somebody was faster.
    TooLate,
}

impl Store {
    /// Proposes something. Returns its number.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, [`Failure::Unproved`],
    /// [`Failure::Refused`] for what could not be done.
    pub async fn propose(&self, who: &Who, proposal: &Proposal) -> Result<Uuid, Failure> {
        let by = who.may(proposal.right())?;
        who.proved()?;
        self.check_proposal(proposal).await?;
        let key = self.key(by).await?;
        let (id, now) = (Uuid::now_v7(), self.clock.now());
        let plain = serde_json::to_vec(proposal).map_err(|_| Failure::Damaged("approval"))?;
        let row = approval::ActiveModel {
            account_id: Set(by),
            id: Set(id),
            action: Set(proposal.name().to_owned()),
            parameters: Set(key.seal(APPROVAL_PARAMETERS, id.into_bytes(), &plain)),
            proposed_at: Set(now),
            expires_at: Set(now + DAY),
            decided_hash: Set(None),
            decided_at: Set(None),
            outcome: Set(Outcome::Waiting.name().to_owned()),
        };
        let transaction = self.data.begin().await?;
        approval::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        self.note_approval(&transaction, by, Action::Proposed, None)
            .await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// Proposals that somebody has the right to decide, the newest first.
    ///
    /// # Errors
    /// [`Failure::Missing`] for who may decide none.
    pub async fn proposals(&self, who: &Who) -> Result<Vec<Proposed>, Failure> {
        let own = decides(who)?;
        let rows = approval::Entity::find()
            .order_by_desc(approval::Column::ProposedAt)
            .order_by_desc(approval::Column::Id)
            .limit(PAGE)
            .all(self.data.read())
            .await?;
        let mut proposed = Vec::new();
        for row in rows {
            let may = Proposal::right_of(&row.action).is_some_and(|right| who.role.has(right));
            if !may {
                continue;
            }
            proposed.push(Proposed {
                by: row.account_id,
                id: row.id,
                proposal: self.proposal_of(&row).await.ok(),
                at: row.proposed_at,
                expires_at: row.expires_at,
                outcome: self.outcome_of(&row),
                decided_at: row.decided_at,
                own: row.account_id == own,
            });
        }
        Ok(proposed)
    }

    /// How many wait for somebody else than who asks.
    pub(crate) async fn proposals_waiting(&self, who: &Who) -> Result<u64, Failure> {
        let own = decides(who)?;
        Ok(approval::Entity::find()
            .filter(approval::Column::Outcome.eq(Outcome::Waiting.name()))
            .filter(approval::Column::ExpiresAt.gt(self.clock.now()))
            .filter(approval::Column::AccountId.ne(own))
            .count(self.data.read())
            .await?)
    }

    /// Confirms what somebody else has proposed, and does it.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such proposal.
    /// [`Failure::Unproved`]
    pub async fn proposal_confirm(
        &self,
        who: &Who,
        by: Uuid,
        id: Uuid,
    ) -> Result<Confirmed, Failure> {
        let second = decides(who)?;
        let row = self.proposal_find(by, id).await?;
        let proposal = self.proposal_of(&row).await?;
        who.may(proposal.right())?;
        who.proved()?;
        if row.account_id == second {
            return Ok(Confirmed::Own);
        }
        let transaction = self.data.begin().await?;
        // Who has proposed it and works here no more is not one of two.
        let role = sessions::role(&transaction, by).await?;
        if !role.has(proposal.right()) {
            return Ok(Confirmed::TooLate);
        }
        if !self
            .decide(&transaction, &row, second, Outcome::Confirmed)
            .await?
        {
            return Ok(Confirmed::TooLate);
        }
        self.note_approval(&transaction, second, Action::Confirmed, Some(by))
            .await?;
        transaction.commit().await?;
        // Decided once: who confirms at the same time comes too late, and what is cut off
        // here is not done twice.
        let (pages, whole) = self.carry_out(second, &proposal).await;
        let outcome = match whole {
            true => Outcome::Done,
            false => Outcome::Failed,
        };
        approval::Entity::update_many()
            .col_expr(approval::Column::Outcome, Expr::value(outcome.name()))
            .filter(approval::Column::AccountId.eq(by))
            .filter(approval::Column::Id.eq(id))
            .exec(self.data.write())
            .await?;
        Ok(match whole {
            true => Confirmed::Done(pages),
            false => Confirmed::Failed(pages),
        })
    }

    /// Declines a proposal, or takes an own one back. False if it was decided before.
    ///
    /// # Errors
    /// As [`Store::proposal_confirm`].
    pub async fn proposal_decline(&self, who: &Who, by: Uuid, id: Uuid) -> Result<bool, Failure> {
        let decider = decides(who)?;
        let row = self.proposal_find(by, id).await?;
        let right = Proposal::right_of(&row.action).ok_or(Failure::Missing)?;
        who.may(right)?;
        let transaction = self.data.begin().await?;
        if !self
            .decide(&transaction, &row, decider, Outcome::Declined)
            .await?
        {
            return Ok(false);
        }
        self.note_approval(&transaction, decider, Action::Declined, Some(by))
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn proposal_find(&self, by: Uuid, id: Uuid) -> Result<approval::Model, Failure> {
        approval::Entity::find_by_id((by, id))
            .one(self.data.read())
            .await?
            .ok_or(Failure::Missing)
    }

    async fn proposal_of(&self, row: &approval::Model) -> Result<Proposal, Failure> {
        let key = self.key(row.account_id).await?;
        let plain = key.open(APPROVAL_PARAMETERS, row.id.into_bytes(), &row.parameters)?;
        serde_json::from_slice(&plain).map_err(|_| Failure::Damaged("approval.parameters"))
    }

    fn outcome_of(&self, row: &approval::Model) -> Outcome {
        match Outcome::from_name(&row.outcome) {
            Outcome::Waiting if row.expires_at <= self.clock.now() => Outcome::Expired,
            outcome => outcome,
        }
    }

    /// Decides what waits. False if it does not any more.
    async fn decide(
        &self,
        transaction: &DatabaseTransaction,
        row: &approval::Model,
        by: Uuid,
        outcome: Outcome,
    ) -> Result<bool, Failure> {
        let now = self.clock.now();
        let by = self.audit_pseudonym(by).0.to_vec();
        let decided = approval::Entity::update_many()
            .col_expr(approval::Column::Outcome, Expr::value(outcome.name()))
            .col_expr(approval::Column::DecidedHash, Expr::value(Some(by)))
            .col_expr(approval::Column::DecidedAt, Expr::value(Some(now)))
            .filter(approval::Column::AccountId.eq(row.account_id))
            .filter(approval::Column::Id.eq(row.id))
            .filter(approval::Column::Outcome.eq(Outcome::Waiting.name()))
            .filter(approval::Column::ExpiresAt.gt(now))
            .exec(transaction)
            .await?;
        Ok(decided.rows_affected > 0)
    }

    async fn note_approval(
        &self,
        transaction: &DatabaseTransaction,
        by: Uuid,
        action: Action,
        proposer: Option<Uuid>,
    ) -> Result<(), Failure> {
        let event = Event {
            actor: Some(by),
            action,
            subject: proposer,
        };
        audit::note(transaction, self, event).await
    }
}

/// Somebody who may decide something.
fn decides(who: &Who) -> Result<Uuid, Failure> {
    match who.may(Right::Persons) {
        Err(Failure::Missing) => who.may(Right::Holds),
        may => may,
    }
}

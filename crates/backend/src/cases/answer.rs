//! Working on a case: asking for an identity, taking it in hand, putting the answer
//! off, answering, refusing, closing. Each is a step that `privacy::case` allows
//! or not; what is said to whoever asked goes by letter, and stands in the case.

use privacy::case::{Proof, State, Step};
use privacy::{Date, Right};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction};
use uuid::Uuid;

use super::desk::AtDesk;
use super::held::is_erased;
use super::prove::verified;
use super::{CASE_ZONE, Known, long_text};
use crate::accounts::lock;
use crate::entity::privacy_case;
use crate::failure::Failure;
use crate::letter::Letter;
use crate::sessions::Who;
use crate::store::Store;
use crate::{Event, audit};

/// What staff do to a case.
#[derive(Clone, Debug)]
pub enum CaseAction {
    /// Has a new code sent.
    AskIdentity,
    /// They have found out who it is, in a way that they note. No document is kept.
    Verify {
        how: String,
    },
    Take,
    /// To a day, for a reason; whoever asked is told.
    Extend {
        until: Date,
        reason: String,
    },
    Answer {
        text: String,
        /// It tells that what was held is erased.
        says_erased: bool,
    },
    /// With the reason, and where to complain.
    Refuse {
        text: String,
    },
    Close,
    Note {
        text: String,
    },
}

/// Why a step was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepRefused {
    /// Not in this state: nobody has shown who they are, or it is answered already.
    NotNow,
    /// Nothing was written.
    NoText,
    /// The day is not later than the one before, or later than the law lets it be.
    Day,
    /// There is no address of e-mail to which a code could go.
    NoAddress,
    /// What the case says has to be opened first.
    Masked,
    /// The answer tells of an erasure that was not done in this case.
    NotErased,
}

impl CaseAction {
    /// The step that it is.
    pub fn step(&self) -> Step {
        match self {
            CaseAction::AskIdentity => Step::AskIdentity,
            CaseAction::Verify { .. } => Step::Verify,
            CaseAction::Take => Step::Take,
            CaseAction::Extend { .. } => Step::Extend,
            CaseAction::Answer { .. } => Step::Answer,
            CaseAction::Refuse { .. } => Step::Refuse,
            CaseAction::Close => Step::Close,
            CaseAction::Note { .. } => Step::Note,
        }
    }

    /// What is written, where something has to be.
    fn text(&self) -> Option<&str> {
        match self {
            CaseAction::Verify { how: text }
            | CaseAction::Extend { reason: text, .. }
            | CaseAction::Answer { text, .. }
            | CaseAction::Refuse { text }
            | CaseAction::Note { text } => Some(text),
            CaseAction::AskIdentity | CaseAction::Take | CaseAction::Close => None,
        }
    }
}

impl Store {
    /// Does something to a case. False if whoever asked is to be told of it and has no
    /// address of e-mail: then somebody has to write to them on paper.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such case.
    pub async fn case_do(
        &self,
        who: &Who,
        case: (Uuid, Uuid),
        action: &CaseAction,
    ) -> Result<Result<bool, StepRefused>, Failure> {
        let staff = who.may(Right::Cases)?;
        let text = action.text().map(long_text);
        if text.as_ref().is_some_and(String::is_empty) {
            return Ok(Err(StepRefused::NoText));
        }
        let text = text.unwrap_or_default();
        let transaction = self.data.begin().await?;
        let desk = self.case_at_desk(&transaction, case).await?;
        let known = Known::of(&desk.row)?;
        let Some(state) = known.after(action.step()) else {
            return Ok(Err(StepRefused::NotNow));
        };
        let claims = matches!(action, CaseAction::Answer { says_erased, .. } if *says_erased);
        if claims && !is_erased(&transaction, case).await? {
            return Ok(Err(StepRefused::NotErased));
        }
        let told = match self
            .case_carry_out(&transaction, &desk, action, state, &text)
            .await?
        {
            Ok(told) => told,
            Err(refused) => return Ok(Err(refused)),
        };
        let step = action.step();
        self.case_note(&transaction, &desk.key, case, step, Some(who), &text)
            .await?;
        let event = Event {
            actor: Some(staff),
            action: match step {
                Step::Close => audit::Action::CaseClosed,
                _ => audit::Action::CaseWorked,
            },
            subject: Some(case.0),
        };
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(Ok(told))
    }

    /// A case that nobody else changes until the transaction ends.
    pub(super) async fn case_at_desk(
        &self,
        transaction: &DatabaseTransaction,
        case: (Uuid, Uuid),
    ) -> Result<AtDesk, Failure> {
        lock(case.0, transaction).await?;
        let row = self.case_row(transaction, case).await?;
        let key = self.key(case.0).await?;
        Ok(AtDesk { row, key })
    }

    async fn case_carry_out(
        &self,
        transaction: &DatabaseTransaction,
        AtDesk { row, key }: &AtDesk,
        action: &CaseAction,
        state: State,
        text: &str,
    ) -> Result<Result<bool, StepRefused>, Failure> {
        let number = row.number.clone();
        match action {
            CaseAction::AskIdentity => {
                let sent = self.case_send_code(transaction, key, row, state).await?;
                return Ok(match sent {
                    true => Ok(true),
                    false => Err(StepRefused::NoAddress),
                });
            }
            CaseAction::Verify { .. } => {
                verified(transaction, row, state, Proof::Operator).await?;
            }
            CaseAction::Extend { until, .. } => {
                let received = CASE_ZONE.day(row.received_at);
                let known = Known::of(row)?;
                let latest = privacy::case::clock::due(known.matter, received).extended;
                let due_at = CASE_ZONE.ends(*until);
                let fits = latest.is_some_and(|latest| *until <= latest) && due_at > row.due_at;
                // Whoever asked is told before the first day is over, or not at all.
                if !fits || self.clock.now() >= row.due_at {
                    return Ok(Err(StepRefused::Day));
                }
                let changed = privacy_case::ActiveModel {
                    account_id: Set(row.account_id),
                    id: Set(row.id),
                    state: Set(state.name().to_owned()),
                    due_at: Set(due_at),
                    extended_at: Set(Some(self.clock.now())),
                    reminded: Set(0),
                    ..Default::default()
                };
                changed.update(transaction).await?;
                let letter = Letter::CaseExtended {
                    number,
                    due: due_at,
                    reason: text.to_owned(),
                };
                let told = self.case_letter(transaction, key, row, letter).await?;
                return Ok(Ok(told));
            }
            CaseAction::Answer { .. } => {
                let text = text.to_owned();
                let letter = Letter::CaseAnswered { number, text };
                self.case_state(transaction, row, state).await?;
                let told = self.case_letter(transaction, key, row, letter).await?;
                return Ok(Ok(told));
            }
            CaseAction::Refuse { .. } => {
                let text = text.to_owned();
                let letter = Letter::CaseRefused { number, text };
                self.case_state(transaction, row, state).await?;
                let told = self.case_letter(transaction, key, row, letter).await?;
                return Ok(Ok(told));
            }
            CaseAction::Note { .. } => {}
            CaseAction::Take | CaseAction::Close => {
                self.case_state(transaction, row, state).await?;
            }
        }
        Ok(Ok(true))
    }
}

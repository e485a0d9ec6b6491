//! What doing a proposal is.

use privacy::Date;
use privacy::erasure::Gone;
use uuid::Uuid;

use super::{HoldProposal, PROPOSED_ACCOUNTS, Proposal};
use crate::failure::Failure;
use crate::holds::NewHold;
use crate::store::Store;

/// How a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Waiting,
    /// It is being done, or was cut off while it was.
    Confirmed,
    Done,
    /// It could not be done, or not all of it.
    Failed,
    Declined,
    /// Nobody has confirmed it within a day.
    Expired,
}

impl Outcome {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Outcome::Waiting => "waiting",
            Outcome::Confirmed => "confirmed",
            Outcome::Done => "done",
            Outcome::Failed => "failed",
            Outcome::Declined => "declined",
            Outcome::Expired => "expired",
        }
    }

    pub(super) fn from_name(name: &str) -> Outcome {
        match name {
            "waiting" => Outcome::Waiting,
            "confirmed" => Outcome::Confirmed,
            "done" => Outcome::Done,
            "declined" => Outcome::Declined,
            "expired" => Outcome::Expired,
            _ => Outcome::Failed,
        }
    }
}

impl HoldProposal {
    /// The hold that it is. None for a kind or a ground that there is not.
    fn hold(&self) -> Option<NewHold> {
        Some(NewHold {
            account: self.account,
            kind: Gone::from_table(&self.kind)?,
            row: self.row,
            ground: self.ground()?,
            note: self.note.clone(),
            review: Some(Date::of(self.review_at)),
            barred: self.barred,
        })
    }
}

impl Store {
    /// Refuses what could not be done anyway.
    pub(super) async fn check_proposal(&self, proposal: &Proposal) -> Result<(), Failure> {
        let refused = |why: &str| Err(Failure::Refused(why.to_owned()));
        match proposal {
            Proposal::Hold(hold) => {
                let Some(new) = hold.hold() else {
                    return refused("no such kind or ground");
                };
                match self.hold_check(&new).await? {
                    Ok(_) => Ok(()),
                    Err(_) => refused("this cannot be held"),
                }
            }
            Proposal::Minors { accounts } => {
                if accounts.is_empty() || accounts.len() > PROPOSED_ACCOUNTS {
                    return refused("no accounts, or too many");
                }
                Ok(())
            }
        }
    }

    /// Does what was confirmed, by who has confirmed it. Returns the public pages that
    /// are down for it, and whether all of it was done.
    pub(super) async fn carry_out(&self, by: Uuid, proposal: &Proposal) -> (Vec<Uuid>, bool) {
        match proposal {
            Proposal::Hold(hold) => {
                let Some(new) = hold.hold() else {
                    return (Vec::new(), false);
                };
                match self.hold_place(Some(by), &new).await {
                    Ok(placed) => (Vec::new(), placed.is_ok()),
                    Err(failure) => {
                        tracing::error!(%failure, "a hold that was confirmed");
                        (Vec::new(), false)
                    }
                }
            }
            Proposal::Minors { accounts } => {
                let (mut pages, mut whole) = (Vec::new(), true);
                for account in accounts {
                    match self.minor_erase(by, *account).await {
                        Ok(Ok(erased)) => pages.extend(erased.pages),
                        // Somebody was faster.
                        Err(Failure::Missing) => {}
                        Ok(Err(_)) => whole = false,
                        Err(failure) => {
                            tracing::error!(%failure, "an erasure that was confirmed");
                            whole = false;
                        }
                    }
                }
                (pages, whole)
            }
        }
    }
}

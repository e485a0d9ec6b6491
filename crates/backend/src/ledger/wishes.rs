//! What else is written down outside the databases, and done again when an older
//! one is put back: that somebody no longer agrees, that they have restricted or
//! limited what is done with what is theirs or said no to a use of it, that a
//! hold has ended, and what those who work here have decided (`ledger/decisions.rs`).
//!
//! A line names nobody and says nothing: it is a keyed hash over the account and
//! the wish. Whoever has the key and the account sees whether the line is there.
//!
//! A withdrawal is of the lines of the consent ledger that it ended: whoever has
//! agreed anew since has another line. Of limits the last wish counts. One that
//! was lifted is not lifted again: its owner does that in one step, and to have
//! too much restricted harms nobody.

use std::collections::HashMap;

use privacy::ConsentPurpose;
use privacy::report::Reason;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::book::{Book, Ledger};
use super::{into_io, know};
use crate::accounts::lock;
use crate::audit::{self, Action, Event};
use crate::consent;
use crate::entity::{consent as consent_row, hold};
use crate::failure::Failure;
use crate::files;
use crate::standing::{self, Limit};
use crate::store::Store;

/// Something that somebody wants, or has decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// The consent that this line of an account's gave is over.
    Withdrawn {
        account: Uuid,
        line: Uuid,
    },
    Limited(Uuid, Limit),
    Lifted(Uuid, Limit),
    HoldEnded(Uuid),
    Blocked(Uuid),
    Unblocked(Uuid),
    /// The pages of a document are down.
    TakenDown {
        account: Uuid,
        document: Uuid,
        reason: Reason,
    },
    PutBack {
        account: Uuid,
        document: Uuid,
    },
}

impl Wish {
    fn hash(self, ledger: &Ledger) -> [u8; 32] {
        match self {
            Wish::Withdrawn { account, line } => ledger.wish(account, "withdrawn", line.as_bytes()),
            Wish::Limited(account, limit) => ledger.wish(account, limit.set_name(), &[]),
            Wish::Lifted(account, limit) => ledger.wish(account, limit.lifted_name(), &[]),
            Wish::HoldEnded(hold) => ledger.wish(hold, "hold ended", &[]),
            Wish::Blocked(account) => ledger.wish(account, "blocked", &[]),
            Wish::Unblocked(account) => ledger.wish(account, "unblocked", &[]),
            Wish::TakenDown {
                account,
                document,
                reason,
            } => {
                let of = [document.as_bytes(), reason.name().as_bytes()].concat();
                ledger.wish(account, "taken down", &of)
            }
            Wish::PutBack { account, document } => {
                ledger.wish(account, "put back", document.as_bytes())
            }
        }
    }
}

/// The lines of a ledger, by their hashes: where each last stands, and its day.
pub(super) struct Lines(HashMap<[u8; 32], (usize, i64)>);

impl Lines {
    pub(super) fn of(book: &Book) -> Lines {
        let lines = book.entries.iter().enumerate();
        Lines(lines.map(|(at, e)| (e.person, (at, e.day))).collect())
    }

    pub(super) fn have(&self, hash: &[u8; 32]) -> bool {
        self.0.contains_key(hash)
    }

    pub(super) fn last(&self, ledger: &Ledger, wish: Wish) -> Option<(usize, i64)> {
        self.0.get(&wish.hash(ledger)).copied()
    }

    /// The day of a wish, if it was not taken back by another since.
    pub(super) fn stands(&self, ledger: &Ledger, wish: Wish, back: Wish) -> Option<i64> {
        let (at, day) = self.last(ledger, wish)?;
        let lifted = self.last(ledger, back);
        lifted.is_none_or(|(later, _)| later < at).then_some(day)
    }
}

impl Store {
    /// Writes wishes down, before the transaction that carries them out ends. What
    /// cannot be written keeps nobody from their wish; it is told in the log.
    pub(crate) async fn write_down(
        &self,
        transaction: &DatabaseTransaction,
        wishes: &[Wish],
    ) -> Result<(), Failure> {
        if wishes.is_empty() {
            return Ok(());
        }
        let (ledger, now) = (self.ledger.clone(), self.clock.now());
        let hashes: Vec<_> = wishes.iter().map(|wish| wish.hash(&ledger)).collect();
        let written = move || ledger.append_all(&hashes, now).map_err(into_io);
        match files::blocking(written).await {
            Ok(end) => know(transaction, &end).await,
            Err(error) => {
                let failure = Failure::file("the erasure ledger", error);
                tracing::error!(
                    %failure,
                    "somebody's wish is done, and not written down: a backup from before now would undo it"
                );
                Ok(())
            }
        }
    }

    /// Ends holds again that had ended.
    pub(super) async fn replay_holds(&self, lines: &Lines) -> Result<(), Failure> {
        for row in hold::Entity::find().all(self.data.read()).await? {
            if lines.last(&self.ledger, Wish::HoldEnded(row.id)).is_some() {
                self.finish_hold(row.id).await?;
            }
        }
        Ok(())
    }

    /// Carries out again what the owners of these accounts have wanted. Returns how
    /// much of it was not so.
    pub(super) async fn replay_wishes(
        &self,
        lines: &Lines,
        accounts: &[Uuid],
    ) -> Result<u64, Failure> {
        let mut count = 0;
        for row in last_given(self, accounts).await? {
            let (account, line) = (row.account_id, row.id);
            let withdrawn = Wish::Withdrawn { account, line };
            if let Some((_, day)) = lines.last(&self.ledger, withdrawn) {
                self.withdraw_again(row, day).await?;
                count += 1;
            }
        }
        for account in accounts {
            count += u64::from(self.limit_again(lines, *account).await?);
        }
        Ok(count)
    }

    async fn withdraw_again(&self, given: consent_row::Model, day: i64) -> Result<(), Failure> {
        let Some(purpose) = ConsentPurpose::from_name(&given.purpose) else {
            return Ok(());
        };
        let account = given.account_id;
        let transaction = self.data.begin().await?;
        match lock(account, &transaction).await {
            Ok(_) => {}
            Err(Failure::Missing) => return Ok(()),
            Err(failure) => return Err(failure),
        }
        consent::end_again(self, &transaction, &given, purpose, day).await?;
        let event = Event {
            actor: None,
            action: Action::ConsentWithdrawn,
            subject: Some(account),
        };
        audit::note(&transaction, self, event).await?;
        Ok(transaction.commit().await?)
    }

    async fn limit_again(&self, lines: &Lines, account: Uuid) -> Result<bool, Failure> {
        let stands = |limit| {
            let (set, lifted) = (Wish::Limited(account, limit), Wish::Lifted(account, limit));
            Some((limit, lines.stands(&self.ledger, set, lifted)?))
        };
        let wanted: Vec<(Limit, i64)> = Limit::ALL.into_iter().filter_map(stands).collect();
        if wanted.is_empty() {
            return Ok(false);
        }
        let transaction = self.data.begin().await?;
        let there = standing::of(&transaction, account).await?;
        let mut limits = there;
        let missing = wanted
            .into_iter()
            .filter(|(limit, _)| limit.of(there).is_none());
        let missing: Vec<(Limit, i64)> = missing.collect();
        for (limit, day) in &missing {
            *limit.within(&mut limits) = Some(*day);
        }
        if missing.is_empty() {
            return Ok(false);
        }
        standing::set(&transaction, account, limits).await?;
        standing::renew(&transaction, account).await?;
        for (limit, _) in missing {
            let event = Event {
                actor: None,
                action: limit.action(),
                subject: Some(account),
            };
            audit::note(&transaction, self, event).await?;
        }
        transaction.commit().await?;
        Ok(true)
    }
}

/// The lines by which these accounts agree now, as the database has it.
async fn last_given(store: &Store, accounts: &[Uuid]) -> Result<Vec<consent_row::Model>, Failure> {
    let rows = consent_row::Entity::find()
        .filter(consent_row::Column::AccountId.is_in(accounts.iter().copied()))
        .order_by_asc(consent_row::Column::At)
        .order_by_asc(consent_row::Column::Id)
        .all(store.data.read())
        .await?;
    let mut last = HashMap::new();
    for row in rows {
        last.insert((row.account_id, row.purpose.clone()), row);
    }
    Ok(last.into_values().filter(|row| row.given).collect())
}

//! What those who work here have decided, done again when an older database is put
//! back: that an account is blocked, and that a document's public pages are down.
//!
//! Unlike a limit, which its owner lifts in one step, a block that was lifted is lifted
//! again, and what was put back is shown again: whoever it is about could do nothing
//! else than write to us once more. The last decision counts.
//!
//! The ledger knows why a page is down, because the reasons are a short list. Why an
//! account is blocked was written by somebody, and is nowhere but in its row and in
//! the letter: a block that is done again has no reason.

use privacy::report::Reason;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::Wish;
use super::wishes::Lines;
use crate::entity::publication;
use crate::failure::Failure;
use crate::store::Store;

impl Store {
    /// Carries out again what was decided about these accounts. Returns how much of it
    /// was not so.
    pub(super) async fn replay_decisions(
        &self,
        lines: &Lines,
        accounts: &[Uuid],
    ) -> Result<u64, Failure> {
        let mut count = 0;
        for account in accounts {
            count += u64::from(self.block_as_decided(lines, *account).await?);
        }
        let documents: Vec<(Uuid, Uuid)> = publication::Entity::find()
            .select_only()
            .columns([
                publication::Column::AccountId,
                publication::Column::DocumentId,
            ])
            .distinct()
            .filter(publication::Column::AccountId.is_in(accounts.iter().copied()))
            .into_tuple()
            .all(self.data.read())
            .await?;
        for (account, document) in documents {
            count += u64::from(self.pages_as_decided(lines, account, document).await?);
        }
        Ok(count)
    }

    async fn block_as_decided(&self, lines: &Lines, account: Uuid) -> Result<bool, Failure> {
        let (blocked, lifted) = (Wish::Blocked(account), Wish::Unblocked(account));
        if let Some(day) = lines.stands(&self.ledger, blocked, lifted) {
            return self.block_again(account, day).await;
        }
        match lines.stands(&self.ledger, lifted, blocked) {
            Some(_) => self.unblock_again(account).await,
            None => Ok(false),
        }
    }

    async fn pages_as_decided(
        &self,
        lines: &Lines,
        account: Uuid,
        document: Uuid,
    ) -> Result<bool, Failure> {
        let down = |reason| {
            let down = Wish::TakenDown {
                account,
                document,
                reason,
            };
            Some((lines.last(&self.ledger, down)?, reason))
        };
        let down = Reason::ALL.into_iter().filter_map(down);
        let down = down.max_by_key(|(line, _)| *line);
        let back = lines.last(&self.ledger, Wish::PutBack { account, document });
        let decided = match down {
            None if back.is_none() => return Ok(false),
            Some(((at, day), reason)) if back.is_none_or(|(later, _)| later < at) => {
                Some((day, reason))
            }
            _ => None,
        };
        self.pages_set_again(account, document, decided).await
    }
}

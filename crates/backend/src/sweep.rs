//! What goes by itself: accounts that nobody uses, sessions, batches, letters and
//! rows of the audit log past their time, and what an interruption left half done.

use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::accounts::{ACCOUNT_DAYS, SESSION_DAYS, mark_erasing};
use crate::clock::DAY;
use crate::documents::BATCH_DAYS;
use crate::entity::{account, document_batch, person_key, session};
use crate::failure::Failure;
use crate::store::Store;

/// A key without an account is one whose account was never finished, or was
/// erased; but not in the first day, in which it may be about to be made.
const ORPHAN_DAYS: i64 = 1;
/// Accounts that are erased in one go; the next sweep goes on.
const AT_ONCE: u64 = 500;
/// Keys without accounts come one by one. So many are no accident: then the data
/// is not what it was, and its keys must not go.
const MOST_ORPHANS: usize = 20;

/// What a sweep did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    pub accounts: u64,
    pub sessions: u64,
    pub batches: u64,
    pub keys: u64,
    pub mails: u64,
    pub audit: u64,
}

impl Store {
    /// Deletes what its retention has ended for. May be interrupted anywhere
    /// and run twice at the same time.
    pub async fn sweep(&self) -> Result<Swept, Failure> {
        let now = self.clock.now();
        let mut swept = Swept::default();
        let unused = account::Column::UsedAt.lt(now - ACCOUNT_DAYS * DAY);
        let ends: Vec<Uuid> = account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(unused.or(account::Column::State.eq(account::State::Erasing)))
            .limit(AT_ONCE)
            .into_tuple()
            .all(self.data.read())
            .await?;
        for id in ends {
            mark_erasing(id, self.data.write()).await?;
            self.erase(id, None).await?;
            swept.accounts += 1;
        }
        swept.sessions = session::Entity::delete_many()
            .filter(session::Column::CreatedAt.lt(now - SESSION_DAYS * DAY))
            .exec(self.data.write())
            .await?
            .rows_affected;
        swept.batches = document_batch::Entity::delete_many()
            .filter(document_batch::Column::TakenAt.lt(now - BATCH_DAYS * DAY))
            .exec(self.data.write())
            .await?
            .rows_affected;
        swept.mails = self.sweep_mail().await?;
        swept.audit = self.audit_prune().await?;
        self.expire_ledger().await?;
        let keys: Vec<Uuid> = person_key::Entity::find()
            .select_only()
            .column(person_key::Column::AccountId)
            .filter(person_key::Column::CreatedAt.lt(now - ORPHAN_DAYS * DAY))
            .into_tuple()
            .all(self.keys.read())
            .await?;
        let mut orphans = Vec::new();
        for chunk in keys.chunks(500) {
            let there: Vec<Uuid> = account::Entity::find()
                .select_only()
                .column(account::Column::Id)
                .filter(account::Column::Id.is_in(chunk.iter().copied()))
                .into_tuple()
                .all(self.data.read())
                .await?;
            orphans.extend(chunk.iter().filter(|id| !there.contains(id)));
        }
        if orphans.len() > MOST_ORPHANS {
            tracing::error!(
                keys = orphans.len(),
                "so many keys have no account that nothing is destroyed: is this the right database?"
            );
            orphans.clear();
        }
        for id in orphans {
            self.destroy_key(id).await?;
            swept.keys += 1;
        }
        // Of the keys, also what could not be emptied at once because somebody
        // was reading. Of the data only here: it is ciphertext, and emptying its
        // log makes everybody who saves wait.
        self.forget_keys().await;
        self.data.forget_deleted().await?;
        Ok(swept)
    }
}

//! What goes by itself: accounts that nobody uses, sessions, batches, letters and
//! rows of the audit log past their time, and what an interruption left half done.

use sea_orm::sea_query::{Alias, Expr, Query};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::accounts::{ACCOUNT_DAYS, mark_erasing};
use crate::attempts::SIGN_IN_DAYS;
use crate::clock::DAY;
use crate::documents::BATCH_DAYS;
use crate::entity::session::Kind;
use crate::entity::{
    account, ceremony, document_batch, invitation, person_key, security_case, session, sign_in,
    ticket,
};
use crate::failure::Failure;
use crate::sessions::lasts;
use crate::standing;
use crate::store::Store;

/// A key without an account is one whose account was never finished, or was
/// erased; but not in the first day, in which it may be about to be made.
const ORPHAN_DAYS: i64 = 1;
/// Accounts that are erased in one go; the next sweep goes on.
const AT_ONCE: u64 = 500;
/// Keys without accounts come one by one. So many are no accident: then the data
/// is not what it was, and its keys must not go.
const MOST_ORPHANS: usize = 20;

const CASE_DAYS: i64 = privacy::inventory::CASE_DAYS as i64;

/// What a sweep did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    pub accounts: u64,
    pub sessions: u64,
    /// That were in the bin.
    pub documents: u64,
    pub photos: u64,
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
        // Whose owner has restricted processing is kept.
        let unused = unused.and(account::Column::Id.not_in_subquery(standing::held(now)));
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
        swept.sessions = self.sweep_sessions().await?;
        swept.documents = self.sweep_bin().await?;
        swept.photos = self.sweep_photos().await?;
        self.sweep_lapsed().await?;
        self.sweep_sign_in().await?;
        for id in self.left_pending().await? {
            mark_erasing(id, self.data.write()).await?;
            self.erase(id, None).await?;
            swept.accounts += 1;
        }
        swept.batches = document_batch::Entity::delete_many()
            .filter(document_batch::Column::TakenAt.lt(now - BATCH_DAYS * DAY))
            .exec(self.data.write())
            .await?
            .rows_affected;
        swept.mails = self.sweep_mail().await?;
        self.sweep_exports().await?;
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

    async fn sweep_sessions(&self) -> Result<u64, Failure> {
        let now = self.clock.now();
        let past = |kind: Kind, whole: i64, idle: i64| {
            session::Column::Kind.eq(kind).and(
                session::Column::CreatedAt
                    .lt(now - whole)
                    .or(session::Column::UsedAt.lt(now - idle)),
            )
        };
        let mut ended = 0;
        for kind in [Kind::Link, Kind::Member, Kind::Staff] {
            let (whole, idle) = lasts(kind);
            ended += session::Entity::delete_many()
                .filter(past(kind, whole, idle))
                .exec(self.data.write())
                .await?
                .rows_affected;
        }
        Ok(ended)
    }

    /// What signing up and in has left behind.
    async fn sweep_sign_in(&self) -> Result<(), Failure> {
        let now = self.clock.now();
        let data = self.data.write();
        ticket::Entity::delete_many()
            .filter(ticket::Column::ExpiresAt.lt(now))
            .exec(data)
            .await?;
        invitation::Entity::delete_many()
            .filter(invitation::Column::ExpiresAt.lt(now))
            .exec(data)
            .await?;
        ceremony::Entity::delete_many()
            .filter(ceremony::Column::ExpiresAt.lt(now))
            .exec(data)
            .await?;
        sign_in::Entity::delete_many()
            .filter(sign_in::Column::At.lt(now - SIGN_IN_DAYS * DAY))
            .exec(data)
            .await?;
        security_case::Entity::delete_many()
            .filter(security_case::Column::ClosedAt.lt(now - CASE_DAYS * DAY))
            .exec(data)
            .await?;
        Ok(())
    }

    /// Accounts that were made for a sign-up which nobody finished.
    async fn left_pending(&self) -> Result<Vec<Uuid>, Failure> {
        let now = self.clock.now();
        let none = |query: sea_orm::sea_query::SelectStatement| Expr::exists(query).not();
        let of_account = |table: &'static str| {
            let own = Expr::col((Alias::new(table), Alias::new("account_id")));
            Query::select()
                .expr(Expr::val(1))
                .from(Alias::new(table))
                .and_where(own.equals((account::Entity, account::Column::Id)))
                .to_owned()
        };
        Ok(account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(account::Column::State.eq(account::State::Anonymous))
            // One that is just being made may have no link yet.
            .filter(account::Column::CreatedAt.lt(now - DAY))
            .filter(none(of_account("owner_link")))
            .filter(none(of_account("document")))
            .filter(none(of_account("ticket")))
            .limit(AT_ONCE)
            .into_tuple()
            .all(self.data.read())
            .await?)
    }
}

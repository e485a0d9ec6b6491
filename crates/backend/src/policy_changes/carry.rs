//! What a change of the policy brings with it: a letter to everybody before its day,
//! and on it the end of what was not agreed to anew.
//!
//! Both go on where they were left, by whichever process comes next.

use privacy::ConsentPurpose;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{PolicyChange, change, today};
use crate::accounts::lock;
use crate::consent;
use crate::entity::{consent as consent_row, login, mail, policy_change};
use crate::failure::Failure;
use crate::letter::Letter;
use crate::store::Store;

/// Letters that are queued at once.
const LETTERS: u64 = 100;
/// While so many letters wait no more are queued: those that somebody waits for go
/// first.
const MOST_WAITING: u64 = 500;
/// Consents that are looked at together.
const CONSENTS: u64 = 100;

impl Store {
    /// Does what is due: some letters about changes that come, and the end of consents
    /// to what has changed. Returns how many letters were queued and consents ended.
    pub async fn policy_carry(&self) -> Result<(u64, u64), Failure> {
        let now = self.clock.now();
        let rows = policy_change::Entity::find()
            .filter(policy_change::Column::WithdrawnAt.is_null())
            .order_by_asc(policy_change::Column::Version)
            .all(self.data.read())
            .await?;
        let (mut told, mut ended) = (0, 0);
        for row in rows {
            if row.version > today(now) {
                if row.told_at.is_none() {
                    told += self.tell(&row, now).await?;
                }
            } else if row.ended_at.is_none() {
                let change = change(row);
                for purpose in &change.purposes {
                    ended += self.end_unrenewed(&change, *purpose).await?;
                }
                policy_change::Entity::update_many()
                    .col_expr(policy_change::Column::EndedAt, Expr::value(now))
                    .filter(policy_change::Column::Version.eq(change.version))
                    .exec(self.data.write())
                    .await?;
            }
        }
        Ok((told, ended))
    }

    /// Queues letters to the next members, and notes how far it came in the same
    /// transaction.
    async fn tell(&self, row: &policy_change::Model, now: i64) -> Result<u64, Failure> {
        let waiting = mail::Entity::find().count(self.data.read()).await?;
        if waiting >= MOST_WAITING {
            return Ok(0);
        }
        let transaction = self.data.begin().await?;
        let mut next = login::Entity::find()
            .filter(login::Column::Email.is_not_null())
            .order_by_asc(login::Column::AccountId)
            .limit(LETTERS);
        if let Some(last) = row.told_after {
            next = next.filter(login::Column::AccountId.gt(last));
        }
        let logins = next.all(&transaction).await?;
        let announced = change(row.clone());
        let mut queued = 0;
        for login in &logins {
            let key = match self.key(login.account_id).await {
                Ok(key) => key,
                // On their way out.
                Err(Failure::Missing) => continue,
                Err(failure) => return Err(failure),
            };
            let renew = self.to_renew(login.account_id, &announced, now).await?;
            let day = row.version.clone();
            let letter = match renew.is_empty() {
                true => Letter::PolicyChange { day },
                false => Letter::PolicyRenewal { day },
            };
            self.write_to(&transaction, login, &key, letter).await?;
            queued += 1;
        }
        let last = logins.last().map(|login| login.account_id);
        let mut noted = policy_change::Entity::update_many()
            .col_expr(
                policy_change::Column::ToldAfter,
                Expr::value(last.or(row.told_after)),
            )
            .filter(policy_change::Column::Version.eq(row.version.clone()));
        if (logins.len() as u64) < LETTERS {
            noted = noted.col_expr(policy_change::Column::ToldAt, Expr::value(now));
        }
        // Another process may have been as far meanwhile: then its letters are enough.
        noted = match row.told_after {
            Some(after) => noted.filter(policy_change::Column::ToldAfter.eq(after)),
            None => noted.filter(policy_change::Column::ToldAfter.is_null()),
        };
        if noted.exec(&transaction).await?.rows_affected == 0 {
            return Ok(0);
        }
        transaction.commit().await?;
        Ok(queued)
    }

    /// Ends every consent to an older text of a purpose, each in a transaction of its
    /// own.
    async fn end_unrenewed(
        &self,
        change: &PolicyChange,
        purpose: ConsentPurpose,
    ) -> Result<u64, Failure> {
        let mut ended = 0;
        let mut after: Option<Uuid> = None;
        loop {
            let mut next = consent_row::Entity::find()
                .select_only()
                .column(consent_row::Column::AccountId)
                .distinct()
                .filter(consent_row::Column::Purpose.eq(purpose.name()))
                .filter(consent_row::Column::Version.lt(change.version.clone()))
                .order_by_asc(consent_row::Column::AccountId)
                .limit(CONSENTS);
            if let Some(after) = after {
                next = next.filter(consent_row::Column::AccountId.gt(after));
            }
            let accounts: Vec<Uuid> = next.into_tuple().all(self.data.read()).await?;
            let Some(last) = accounts.last() else {
                return Ok(ended);
            };
            after = Some(*last);
            for account in accounts {
                ended += u64::from(self.end_one(account, change, purpose).await?);
            }
        }
    }

    async fn end_one(
        &self,
        account: Uuid,
        change: &PolicyChange,
        purpose: ConsentPurpose,
    ) -> Result<bool, Failure> {
        let transaction = self.data.begin().await?;
        match lock(account, &transaction).await {
            Ok(_) => {}
            Err(Failure::Missing) => return Ok(false),
            Err(failure) => return Err(failure),
        }
        let last = consent::last(&transaction, account, purpose).await?;
        // Renewed meanwhile, or taken back.
        if !last.is_some_and(|row| row.given && row.version < change.version) {
            return Ok(false);
        }
        consent::end(
            self,
            &transaction,
            account,
            purpose,
            consent::ConsentBy::Changed,
        )
        .await?;
        transaction.commit().await?;
        Ok(true)
    }
}

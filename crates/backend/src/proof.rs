//! What the server proves of itself, at night: that nothing can be read, that what has
//! had its time is gone, that a backup comes back and opens, that the keys are those of
//! the people who are here, that there are backups, that the audit log is whole.
//!
//! Each is a step with a dated result, which is about nobody and kept for a year. Those
//! who run the server are told by letter when one fails.

mod drill;

use std::time::Instant;

use privacy::{Right, Role};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use crate::accounts::day;
use crate::audit::Action;
use crate::clock::DAY;
use crate::entity::{audit as audit_row, person_key, self_proof, staff};
use crate::failure::Failure;
use crate::letter::Letter;
use crate::sessions::Who;
use crate::store::{Options, Store};

/// Who makes no backup for so many days is told.
const BACKUP_DAYS: i64 = 7;
/// Keys that are opened at once.
const KEYS: u64 = 500;
/// Results that are shown: a month of nights.
const PAGE: u64 = 200;

macro_rules! steps {
    ($($step:ident $name:literal $what:literal),* $(,)?) => {
        /// Something that the server proves of itself.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Step { $(#[doc = $what] $step),* }

        impl Step {
            pub const ALL: &[Step] = &[$(Step::$step),*];

            /// As it stands in the database.
            pub const fn name(self) -> &'static str {
                match self { $(Step::$step => $name),* }
            }

            pub fn from_name(name: &str) -> Option<Step> {
                match name { $($name => Some(Step::$step),)* _ => None }
            }
        }
    };
}

steps! {
    Canary "canary" "A planted person is found nowhere.",
    Purge "purge" "Nothing is there that should have gone a day ago.",
    Restore "restore" "A backup comes back in another place, and opens.",
    Keys "keys" "Every key of a person opens.",
    Backups "backups" "A backup was made in the last days.",
    AuditLog "audit_log" "The audit log is whole.",
}

/// What was found of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proved {
    pub step: Step,
    /// Milliseconds since 1970.
    pub at: i64,
    pub passed: bool,
    pub millis: i64,
}

impl Store {
    /// Whether there is a result of today already.
    pub async fn proved_today(&self) -> Result<bool, Failure> {
        let rows = self_proof::Entity::find()
            .filter(self_proof::Column::At.gte(day(self.clock.now())))
            .count(self.data.read())
            .await?;
        Ok(rows > 0)
    }

    /// Takes every step, one after the other, and keeps what was found. Without `room`
    /// on the disk for a second copy of everything no backup is brought back, which is
    /// a failure of that step.
    pub async fn prove_itself(
        &self,
        options: &Options,
        room: bool,
    ) -> Result<Vec<Proved>, Failure> {
        let mut proved = Vec::new();
        for step in Step::ALL {
            let began = Instant::now();
            let passed = match step {
                Step::Canary => self.proves_canary(options).await,
                Step::Purge => self.proves_purge().await,
                Step::Restore => room && self.proves_restore(options).await,
                Step::Keys => self.proves_keys().await.unwrap_or_else(failed),
                Step::Backups => self.proves_backups().await.unwrap_or_else(failed),
                Step::AuditLog => {
                    let verified = self.audit_verify().await;
                    verified.is_ok_and(|verified| verified.faults.is_empty())
                }
            };
            let found = Proved {
                step: *step,
                at: self.clock.now(),
                passed,
                millis: i64::try_from(began.elapsed().as_millis()).unwrap_or(i64::MAX),
            };
            self.keep_proof(found).await?;
            proved.push(found);
        }
        if proved.iter().any(|found| !found.passed) {
            self.tell_administrators().await?;
        }
        Ok(proved)
    }

    /// What was found, the newest first.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn proofs(&self, who: &Who) -> Result<Vec<Proved>, Failure> {
        who.may(Right::Oversight)?;
        let rows = self_proof::Entity::find()
            .order_by_desc(self_proof::Column::At)
            .order_by_desc(self_proof::Column::Id)
            .limit(PAGE)
            .all(self.data.read())
            .await?;
        let found = |row: self_proof::Model| {
            Some(Proved {
                step: Step::from_name(&row.step)?,
                at: row.at,
                passed: row.passed,
                millis: row.millis,
            })
        };
        Ok(rows.into_iter().filter_map(found).collect())
    }

    /// How many steps failed the last time.
    pub(crate) async fn proofs_failing(&self) -> Result<u64, Failure> {
        let mut failing = 0;
        for step in Step::ALL {
            let last = self_proof::Entity::find()
                .filter(self_proof::Column::Step.eq(step.name()))
                .order_by_desc(self_proof::Column::At)
                .one(self.data.read())
                .await?;
            failing += u64::from(last.is_some_and(|row| !row.passed));
        }
        Ok(failing)
    }

    async fn keep_proof(&self, found: Proved) -> Result<(), Failure> {
        let row = self_proof::ActiveModel {
            id: Set(Uuid::now_v7()),
            step: Set(found.step.name().to_owned()),
            at: Set(found.at),
            passed: Set(found.passed),
            millis: Set(found.millis),
        };
        self_proof::Entity::insert(row)
            .exec_without_returning(self.data.write())
            .await?;
        Ok(())
    }

    async fn proves_canary(&self, options: &Options) -> bool {
        match self.canary(options, &[]).await {
            Ok(canary) => canary.found.is_empty() && canary.found_after.is_empty(),
            Err(error) => {
                tracing::error!(%error, "the canary of the self-proof");
                false
            }
        }
    }

    /// What should have gone a day ago and is there shows a sweep that does not work.
    async fn proves_purge(&self) -> bool {
        let yesterday = self.as_of(self.clock.now() - DAY);
        match yesterday.sweep_preview().await {
            Ok(left) => {
                for (rule, count) in left.iter() {
                    tracing::error!(rule = rule.name(), count, "should have gone a day ago");
                }
                left.is_empty()
            }
            Err(failure) => failed(failure),
        }
    }

    async fn proves_keys(&self) -> Result<bool, Failure> {
        let mut after = Uuid::nil();
        let mut broken = 0_u64;
        loop {
            let rows = person_key::Entity::find()
                .filter(person_key::Column::AccountId.gt(after))
                .order_by_asc(person_key::Column::AccountId)
                .limit(KEYS)
                .all(self.keys.read())
                .await?;
            let Some(last) = rows.last() else { break };
            after = last.account_id;
            for row in &rows {
                let id = row.account_id.into_bytes();
                let opened = self.vault.unwrap(id, &row.wrapped, row.next.as_deref());
                broken += u64::from(opened.is_err());
            }
            // Others want to be answered too.
            tokio::task::yield_now().await;
        }
        if broken > 0 {
            tracing::error!(keys = broken, "keys of persons do not open");
        }
        Ok(broken == 0)
    }

    /// A backup is in the audit log. A server that is younger has none yet.
    async fn proves_backups(&self) -> Result<bool, Failure> {
        let since = self.clock.now() - BACKUP_DAYS * DAY;
        let recent = audit_row::Entity::find()
            .filter(audit_row::Column::Action.eq(Action::BackedUp.name()))
            .filter(audit_row::Column::At.gte(since))
            .count(self.data.read())
            .await?;
        let older = audit_row::Entity::find()
            .filter(audit_row::Column::At.lt(since))
            .count(self.data.read())
            .await?;
        Ok(recent > 0 || older == 0)
    }

    /// Writes to those who run the server.
    async fn tell_administrators(&self) -> Result<(), Failure> {
        let rows = staff::Entity::find()
            .filter(staff::Column::Role.eq(Role::Administrator.name()))
            .all(self.data.read())
            .await?;
        for row in rows {
            let (login, key) = match self.login(row.account_id).await {
                Ok(login) => login,
                Err(failure) => {
                    failed(failure);
                    continue;
                }
            };
            let transaction = self.data.begin().await?;
            self.write_to(&transaction, &login, &key, Letter::ProofFailed)
                .await?;
            transaction.commit().await?;
        }
        Ok(())
    }
}

/// A step that could not be taken has failed. The log says why.
fn failed(failure: Failure) -> bool {
    tracing::error!(%failure, "a step of the self-proof");
    false
}

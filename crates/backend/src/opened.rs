//! What those who work here see of a person is masked until they say why. Then it is
//! open for them, and for nobody else, for half an hour.
//!
//! Each opening is a row of the person's own, written in one transaction with a row
//! of the audit log: they read who looked (in which role, and never by name), at
//! what, when and why. What is behind it is read through that row (`opened/read.rs`),
//! so that there is no way past the reason.

mod person;
mod read;

use privacy::{Actor, Masked, OPEN_MINUTES, REASON_LEAST, REASON_MOST, Right, Role};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use vault::PersonKey;

use crate::accounts::person;
use crate::audit::{self, Action, Event};
use crate::clock::MINUTE;
use crate::entity::{account, opened};
use crate::failure::Failure;
use crate::name::one_line;
use crate::sealed::OPENED_REASON;
use crate::sessions::Who;
use crate::standing;
use crate::store::Store;

pub use person::{PersonShown, PersonState};
pub use read::Content;

/// Lines of what was opened that its owner sees on a page.
const PAGE: u64 = 50;

/// Why nothing is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenRefused {
    /// Nobody says why, or in too few words or too many.
    NoReason,
    /// Its owner has restricted processing.
    Restricted,
}

/// Something that was opened, for its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedLine {
    /// Milliseconds since 1970.
    pub at: i64,
    pub until: i64,
    /// None if this program does not know the kind.
    pub what: Option<Masked>,
    /// The role that who looked had then.
    pub role: Role,
    pub reason: String,
}

/// A reason as it is kept. None if it is none.
pub(crate) fn reason(text: &str) -> Option<String> {
    // One more than may be, so that what is too long is seen.
    let text = one_line(text, REASON_MOST + 1);
    let length = text.chars().count();
    (REASON_LEAST..=REASON_MOST)
        .contains(&length)
        .then_some(text)
}

impl Store {
    /// Opens something of a person, and says until when it is.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such account.
    pub async fn person_open(
        &self,
        who: &Who,
        account: Uuid,
        what: Masked,
        why: &str,
    ) -> Result<Result<i64, OpenRefused>, Failure> {
        who.may(Right::Persons)?;
        let transaction = self.data.begin().await?;
        let opened = self
            .open_masked(&transaction, who, account, what, why)
            .await?;
        if opened.is_ok() {
            transaction.commit().await?;
        }
        Ok(opened)
    }

    /// The same for what has a right of its own: whoever calls this has asked for it,
    /// and commits.
    pub(crate) async fn open_masked(
        &self,
        transaction: &DatabaseTransaction,
        who: &Who,
        account: Uuid,
        what: Masked,
        why: &str,
    ) -> Result<Result<i64, OpenRefused>, Failure> {
        let by = person(who.actor())?;
        let Some(reason) = reason(why) else {
            return Ok(Err(OpenRefused::NoReason));
        };
        account::Entity::find_by_id(account)
            .one(transaction)
            .await?
            .ok_or(Failure::Missing)?;
        let standing = standing::standing(transaction, account).await?;
        match privacy::gate::open(what, standing) {
            Ok(()) => {}
            Err(privacy::Denied::Restricted) => return Ok(Err(OpenRefused::Restricted)),
            Err(denied) => return Err(denied.into()),
        }
        let key = self.key(account).await?;
        let (id, now) = (Uuid::now_v7(), self.clock.now());
        let until = now + i64::from(OPEN_MINUTES) * MINUTE;
        let row = opened::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            by_hash: Set(self.audit_pseudonym(by).0.to_vec()),
            role: Set(who.role.name().to_owned()),
            what: Set(what.name().to_owned()),
            reason: Set(key.seal(OPENED_REASON, id.into_bytes(), reason.as_bytes())),
            opened_at: Set(now),
            until_at: Set(until),
        };
        opened::Entity::insert(row)
            .exec_without_returning(transaction)
            .await?;
        let event = Event::of(by, Action::Opened, account);
        audit::note(transaction, self, event).await?;
        Ok(Ok(until))
    }

    /// Masks again what who asks has opened of an account.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn person_mask(&self, who: &Who, account: Uuid) -> Result<(), Failure> {
        let by = who.may(Right::Persons)?;
        let now = self.clock.now();
        opened::Entity::update_many()
            .col_expr(opened::Column::UntilAt, Expr::value(now))
            .filter(opened::Column::AccountId.eq(account))
            .filter(opened::Column::ByHash.eq(self.audit_pseudonym(by).0.to_vec()))
            .filter(opened::Column::UntilAt.gt(now))
            .exec(self.data.write())
            .await?;
        Ok(())
    }

    /// Until when somebody has something of an account open. None if it is masked.
    pub(crate) async fn is_open(
        &self,
        connection: &impl ConnectionTrait,
        who: &Who,
        account: Uuid,
        what: Masked,
    ) -> Result<Option<i64>, Failure> {
        let by = self.audit_pseudonym(person(who.actor())?).0.to_vec();
        let row = opened::Entity::find()
            .filter(opened::Column::AccountId.eq(account))
            .filter(opened::Column::ByHash.eq(by))
            .filter(opened::Column::What.eq(what.name()))
            .filter(opened::Column::UntilAt.gt(self.clock.now()))
            .order_by_desc(opened::Column::UntilAt)
            .one(connection)
            .await?;
        Ok(row.map(|row| row.until_at))
    }

    /// What those who work here have opened of the actor, the newest first.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn opened_of(&self, actor: Actor) -> Result<Vec<OpenedLine>, Failure> {
        let account = person(actor)?;
        privacy::gate::read("opened.reason", actor, actor, privacy::Purpose::Account)?;
        let rows = opened::Entity::find()
            .filter(opened::Column::AccountId.eq(account))
            .order_by_desc(opened::Column::OpenedAt)
            .order_by_desc(opened::Column::Id)
            .limit(PAGE)
            .all(self.data.read())
            .await?;
        let key = self.key(account).await?;
        let line = |row: opened::Model| {
            let plain = key.open(OPENED_REASON, row.id.into_bytes(), &row.reason)?;
            Ok(OpenedLine {
                at: row.opened_at,
                until: row.until_at,
                what: Masked::from_name(&row.what),
                role: Role::from_name(&row.role).unwrap_or(Role::Member),
                reason: String::from_utf8_lossy(&plain).into_owned(),
            })
        };
        rows.into_iter().map(line).collect()
    }
}

/// What was opened of one account was opened of the one that it moves to.
pub(crate) async fn bring(
    transaction: &DatabaseTransaction,
    (from, to): (Uuid, Uuid),
    (old, new): (&PersonKey, &PersonKey),
) -> Result<(), Failure> {
    let rows = opened::Entity::find()
        .filter(opened::Column::AccountId.eq(from))
        .all(transaction)
        .await?;
    for row in rows {
        let id = row.id.into_bytes();
        let plain = old.open(OPENED_REASON, id, &row.reason)?;
        let reason = new.seal(OPENED_REASON, id, &plain);
        let mut row: opened::ActiveModel = row.into();
        row.account_id = Set(to);
        row.reason = Set(reason);
        opened::Entity::insert(row.reset_all())
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use privacy::{REASON_LEAST, REASON_MOST};

    use super::reason;

    #[test]
    fn a_reason_has_some_words_and_not_too_many() {
        assert_eq!(reason("  Ärende \n 4711  "), Some("Ärende 4711".to_owned()));
        assert_eq!(reason(&" ".repeat(40)), None);
        assert_eq!(reason(&"x".repeat(REASON_LEAST - 1)), None);
        assert!(reason(&"x".repeat(REASON_MOST)).is_some());
        assert_eq!(reason(&"x".repeat(REASON_MOST + 1)), None);
    }
}

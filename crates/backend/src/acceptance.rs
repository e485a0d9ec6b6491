//! Who has accepted which terms, and read which policy: two declarations, each for
//! itself, with version, language and time. Rows are only added; they go with
//! their account.
//!
//! A newer version asks anew, at the next sign-in and in the pages of the account,
//! and holds nothing back: whoever does not answer saves, reads, exports and erases
//! as before, under the version that they accepted. Silence accepts nothing.

use privacy::Actor;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::accounts::{lock, person};
use crate::entity::{acceptance, account};
use crate::failure::Failure;
use crate::letter::MailLang;
use crate::policy_changes;
use crate::store::Store;
use crate::{Event, audit};

pub use crate::entity::acceptance::Kind as Accepts;

/// Rows of one account. Whoever has so many plays with a button.
const ROWS: u64 = 1000;

/// The terms that somebody accepts: the version, and the very text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptedTerms {
    pub version: String,
    /// As [`TermsText::hash`](crate::TermsText::hash) makes it.
    pub text_hash: String,
    /// The tag of the language that it was shown in.
    pub lang: String,
}

/// A row: what was declared, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    pub what: Accepts,
    pub version: String,
    pub lang: MailLang,
    /// Of the terms, the text that was shown.
    pub text_hash: Option<String>,
    /// Milliseconds since 1970.
    pub at: i64,
}

/// What has a newer version than the one that an account's owner knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outstanding {
    pub terms: bool,
    pub policy: bool,
}

impl Outstanding {
    pub fn is_something(self) -> bool {
        self.terms || self.policy
    }
}

impl Store {
    /// What the actor has declared, the newest first.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn acceptances(&self, actor: Actor) -> Result<Vec<Acceptance>, Failure> {
        let account = person(actor)?;
        privacy::gate::read("acceptance.kind", actor, actor, privacy::Purpose::Account)?;
        let rows = rows(self.data.read(), account).await?;
        let all = rows.into_iter().map(|row| Acceptance {
            what: row.kind,
            version: row.version,
            lang: MailLang::from_tag(&row.lang),
            text_hash: row.text_hash,
            at: row.at,
        });
        Ok(all.collect())
    }

    /// What the actor has not accepted or read in the version that holds now.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn outstanding(
        &self,
        actor: Actor,
        terms_version: &str,
    ) -> Result<Outstanding, Failure> {
        let id = person(actor)?;
        let account = account::Entity::find_by_id(id)
            .one(self.data.read())
            .await?
            .ok_or(Failure::Missing)?;
        let terms = last(self.data.read(), id, Accepts::Terms).await?;
        let policy = last(self.data.read(), id, Accepts::Policy).await?;
        // Whoever was here before there were rows has the version in their account.
        let policy = policy.map_or(account.policy_version, |row| row.version);
        Ok(Outstanding {
            terms: terms.is_none_or(|row| row.version != terms_version),
            policy: policy < policy_changes::version(self.data.read(), self.clock.now()).await?,
        })
    }

    /// Notes that the actor accepts these terms. The same version said twice is
    /// noted once.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody; [`Failure::Quota`]
    pub async fn terms_accept(&self, actor: Actor, terms: &AcceptedTerms) -> Result<(), Failure> {
        let account = person(actor)?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        let last = last(&transaction, account, Accepts::Terms).await?;
        if last.is_some_and(|row| row.version == terms.version) {
            return Ok(());
        }
        room(&transaction, account).await?;
        note_terms(&transaction, account, terms, self.clock.now()).await?;
        let event = Event::own(account, audit::Action::TermsAccepted);
        audit::note(&transaction, self, event).await?;
        Ok(transaction.commit().await?)
    }

    /// Notes that the actor has read a version of the policy: that which holds, or
    /// one that is announced.
    ///
    /// # Errors
    /// As [`Store::terms_accept`]; [`Failure::Refused`] if it is neither.
    pub async fn policy_read(
        &self,
        actor: Actor,
        version: &str,
        lang: MailLang,
    ) -> Result<(), Failure> {
        let account = person(actor)?;
        let shown = policy_changes::is_shown(self.data.read(), version, self.clock.now());
        if !shown.await? {
            return Err(Failure::Refused("another policy was read".to_owned()));
        }
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        let last = last(&transaction, account, Accepts::Policy).await?;
        if last.is_some_and(|row| row.version.as_str() >= version) {
            return Ok(());
        }
        room(&transaction, account).await?;
        let now = self.clock.now();
        note_policy(&transaction, account, version, lang.tag(), now).await?;
        let known = account::ActiveModel {
            id: Set(account),
            policy_version: Set(version.to_owned()),
            policy_at: Set(now),
            ..Default::default()
        };
        known.update(&transaction).await?;
        let event = Event::own(account, audit::Action::PolicyRead);
        audit::note(&transaction, self, event).await?;
        Ok(transaction.commit().await?)
    }
}

/// Notes what somebody declares who makes an account.
pub(crate) async fn note(
    transaction: &DatabaseTransaction,
    account: Uuid,
    policy_version: &str,
    terms: &AcceptedTerms,
    at: i64,
) -> Result<(), sea_orm::DbErr> {
    note_policy(transaction, account, policy_version, &terms.lang, at).await?;
    note_terms(transaction, account, terms, at).await
}

async fn note_terms(
    transaction: &DatabaseTransaction,
    account: Uuid,
    terms: &AcceptedTerms,
    at: i64,
) -> Result<(), sea_orm::DbErr> {
    let hash = Some(terms.text_hash.clone());
    let row = row(account, Accepts::Terms, &terms.version, &terms.lang, at);
    let row = acceptance::ActiveModel {
        text_hash: Set(hash),
        ..row
    };
    insert(transaction, row).await
}

async fn note_policy(
    transaction: &DatabaseTransaction,
    account: Uuid,
    version: &str,
    lang: &str,
    at: i64,
) -> Result<(), sea_orm::DbErr> {
    let row = row(account, Accepts::Policy, version, lang, at);
    insert(transaction, row).await
}

fn row(
    account: Uuid,
    kind: Accepts,
    version: &str,
    lang: &str,
    at: i64,
) -> acceptance::ActiveModel {
    acceptance::ActiveModel {
        account_id: Set(account),
        id: Set(Uuid::now_v7()),
        kind: Set(kind),
        version: Set(version.to_owned()),
        lang: Set(lang.to_owned()),
        text_hash: Set(None),
        at: Set(at),
    }
}

async fn insert(
    transaction: &DatabaseTransaction,
    row: acceptance::ActiveModel,
) -> Result<(), sea_orm::DbErr> {
    acceptance::Entity::insert(row)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

/// # Errors
/// [`Failure::Quota`] if an account has as many rows as it may have.
async fn room(transaction: &DatabaseTransaction, account: Uuid) -> Result<(), Failure> {
    let there = acceptance::Entity::find()
        .filter(acceptance::Column::AccountId.eq(account))
        .count(transaction)
        .await?;
    match there < ROWS {
        true => Ok(()),
        false => Err(Failure::Quota),
    }
}

/// Every row of an account, the newest first.
async fn rows(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Vec<acceptance::Model>, Failure> {
    Ok(acceptance::Entity::find()
        .filter(acceptance::Column::AccountId.eq(account))
        .order_by_desc(acceptance::Column::At)
        .order_by_desc(acceptance::Column::Id)
        .all(connection)
        .await?)
}

async fn last(
    connection: &impl ConnectionTrait,
    account: Uuid,
    kind: Accepts,
) -> Result<Option<acceptance::Model>, Failure> {
    Ok(acceptance::Entity::find()
        .filter(acceptance::Column::AccountId.eq(account))
        .filter(acceptance::Column::Kind.eq(kind))
        .order_by_desc(acceptance::Column::At)
        .order_by_desc(acceptance::Column::Id)
        .one(connection)
        .await?)
}

/// The version of the policy that an account's owner has read last. None if they are
/// not there.
pub(crate) async fn policy_read(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Option<String>, Failure> {
    // Whoever was here before there were rows has it in their account.
    let known = account::Entity::find_by_id(account).one(connection).await?;
    let row = last(connection, account, Accepts::Policy).await?;
    Ok(row
        .map(|row| row.version)
        .or(known.map(|it| it.policy_version)))
}

/// What was declared in one account was declared by the owner of the one that it
/// moves to.
pub(crate) async fn bring(
    transaction: &DatabaseTransaction,
    from: Uuid,
    to: Uuid,
) -> Result<(), Failure> {
    for row in rows(transaction, from).await? {
        let mut row: acceptance::ActiveModel = row.into();
        row.account_id = Set(to);
        acceptance::Entity::insert(row.reset_all())
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}

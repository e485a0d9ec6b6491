//! Attempts to sign in: noted, so that their owner sees them, and so that a
//! browser that is a new one is told of by letter.

use privacy::{Actor, Period, PersonId, Purpose, Role};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use vault::{Column, PersonKey};

use crate::clock::DAY;
use crate::entity::sign_in;
use crate::entity::sign_in::{Method, Outcome};
use crate::failure::Failure;
use crate::place::{self, Place};
use crate::sealed::SIGN_IN_AGENT;
use crate::sessions::{self, Agent, Who, seal_agent, unseal_agent};
use crate::standing;
use crate::store::Store;
use crate::{Event, audit};

pub(crate) const AGENT: Column = SIGN_IN_AGENT;

/// Attempts that are kept for an account.
const ATTEMPTS: u64 = 2000;

/// A line in the list of attempts.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub at: i64,
    pub done: bool,
    pub by: AttemptBy,
    pub agent: Option<Agent>,
    /// Where from, if its owner agrees that it is kept.
    pub place: Option<Place>,
}

/// What was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttemptBy {
    Password,
    SecondFactor,
    Passkey,
    /// The link in a letter, when the account was made.
    Mail,
}

/// The attempts to sign in to an account since then, the newest first. Whoever calls
/// this has asked the gate.
pub(crate) async fn attempts_of(
    store: &Store,
    account: Uuid,
    since: i64,
    most: u64,
) -> Result<Vec<Attempt>, Failure> {
    let rows = sign_in::Entity::find()
        .filter(sign_in::Column::AccountId.eq(account))
        .filter(sign_in::Column::At.gt(since))
        .order_by_desc(sign_in::Column::At)
        .limit(most)
        .all(store.data.read())
        .await?;
    let key = store.key(account).await?;
    let mut places = place::of(store.data.read(), account, &key).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Attempt {
                at: row.at,
                done: row.outcome == Outcome::Done,
                by: match row.method {
                    Method::Password => AttemptBy::Password,
                    Method::Code | Method::Recovery => AttemptBy::SecondFactor,
                    Method::Passkey => AttemptBy::Passkey,
                    Method::Mail => AttemptBy::Mail,
                },
                agent: unseal_agent(&key, AGENT, row.id, row.agent.as_deref())?,
                place: places.remove(&row.id),
            })
        })
        .collect()
}

impl Store {
    /// The attempts to sign in to a member's account, the newest first.
    pub async fn attempts(&self, who: &Who) -> Result<Vec<Attempt>, Failure> {
        let account = who.member()?;
        let (actor, purpose) = (who.actor(), privacy::Purpose::Protect);
        privacy::gate::read("sign_in.agent", actor, actor, purpose)?;
        let since = self.clock.now() - i64::from(self.periods.days(Period::SignIn)) * DAY;
        attempts_of(self, account, since, 100).await
    }

    /// Notes a failed attempt while the answer is already on its way: it must
    /// not take longer than for an address that nobody has.
    pub(crate) fn note_in_passing(
        &self,
        account: Uuid,
        key: PersonKey,
        method: Method,
        outcome: Outcome,
        agent: &Agent,
    ) {
        let (store, agent) = (self.clone(), agent.clone());
        tokio::spawn(async move {
            let noted = async {
                let transaction = store.data.begin().await?;
                let known = sign_in::Entity::find()
                    .filter(sign_in::Column::AccountId.eq(account))
                    .count(&transaction)
                    .await?;
                // Who tries for months shall not fill the disk.
                if known < ATTEMPTS {
                    let by = (method, outcome);
                    note_attempt(&store, &transaction, (account, &key), by, Some(&agent)).await?;
                    let failed = Event::own(account, audit::Action::SignInFailed);
                    audit::note(&transaction, &store, failed).await?;
                }
                transaction.commit().await?;
                Ok::<_, Failure>(())
            };
            if let Err(failure) = noted.await {
                tracing::error!(%failure, "a failed attempt to sign in was not noted");
            }
        });
    }

    /// Whether the account was entered before, and never from such a browser.
    pub(crate) async fn is_new(
        &self,
        transaction: &DatabaseTransaction,
        account: Uuid,
        key: &PersonKey,
        agent: &Agent,
    ) -> Result<bool, Failure> {
        if !protects(transaction, account).await? {
            return Ok(false);
        }
        let rows = sign_in::Entity::find()
            .filter(sign_in::Column::AccountId.eq(account))
            .filter(sign_in::Column::Outcome.eq(Outcome::Done))
            .order_by_desc(sign_in::Column::At)
            .limit(200)
            .all(transaction)
            .await?;
        for row in &rows {
            let known = unseal_agent(key, AGENT, row.id, row.agent.as_deref())?;
            if known.as_ref() == Some(agent) {
                return Ok(false);
            }
        }
        Ok(!rows.is_empty())
    }
}

/// Whether what protects an account may be written and looked at: not while its
/// owner objects. What somebody with a role may do concerns others, whose safety
/// outweighs that (GDPR, Article 21(1)).
pub(crate) async fn protects(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<bool, Failure> {
    let owner = Actor::Person(PersonId(account.into_bytes()));
    let standing = standing::standing(connection, account).await?;
    match privacy::gate::permit("sign_in.at", owner, owner, Purpose::Protect, standing) {
        Ok(()) => Ok(true),
        Err(_) => Ok(sessions::role(connection, account).await? != Role::Member),
    }
}

/// Notes an attempt, unless the account's owner objects.
pub(crate) async fn note_attempt(
    store: &Store,
    transaction: &DatabaseTransaction,
    (account, key): (Uuid, &PersonKey),
    (method, outcome): (Method, Outcome),
    agent: Option<&Agent>,
) -> Result<(), Failure> {
    if !protects(transaction, account).await? {
        return Ok(());
    }
    let id = Uuid::now_v7();
    let sealed = agent.map(|agent| seal_agent(key, AGENT, id, agent));
    let row = sign_in::ActiveModel {
        account_id: Set(account),
        id: Set(id),
        at: Set(store.clock.now()),
        outcome: Set(outcome),
        method: Set(method),
        agent: Set(sealed.transpose()?),
    };
    sign_in::Entity::insert(row)
        .exec_without_returning(transaction)
        .await?;
    match agent {
        Some(agent) => place::note(store, transaction, (account, key), id, agent).await,
        None => Ok(()),
    }
}

//! Accounts: somebody who has saved something, known by an owner link, and the
//! browsers that act for them.

use privacy::inventory::Category;
use privacy::{Actor, PersonId};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    EntityTrait, ExprTrait, QueryFilter, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;
use vault::{Index, Secret};

use crate::acceptance::{self, AcceptedTerms};
use crate::clock::DAY;
use crate::entity::{account, document, owner_link};
use crate::failure::{Failure, is_taken};
use crate::store::Store;

/// An account goes after so many days without use.
pub const ACCOUNT_DAYS: i64 = privacy::inventory::SAVED_DAYS as i64;

/// What somebody who saves for the first time has said.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// That they are 18 or older.
    pub adult: bool,
    /// The version of the policy that they have read.
    pub policy_version: String,
    /// The terms that they accept. None: they do not.
    pub terms: Option<AcceptedTerms>,
}

impl Declaration {
    /// The terms, if all that is asked for was declared.
    pub(crate) fn complete(&self) -> Option<&AcceptedTerms> {
        let declared = self.adult && !self.policy_version.is_empty();
        self.terms.as_ref().filter(|_| declared)
    }
}

impl Store {
    /// Makes an account that the owner link with this secret opens. The link is
    /// made by the browser, so that an answer that is lost makes no second
    /// account: who asks again with the same secret has the same account.
    ///
    /// # Errors
    /// [`Failure::Refused`] without every declaration.
    pub async fn account_create(
        &self,
        link: &Secret,
        declaration: &Declaration,
    ) -> Result<PersonId, Failure> {
        if let Some(person) = self.owner_link_open(link).await? {
            return Ok(person);
        }
        let Some(terms) = declaration.complete() else {
            return Err(Failure::Refused("not declared".to_owned()));
        };
        let id = Uuid::now_v7();
        // The key before anything that is sealed with it.
        self.new_key(id).await?;
        let now = self.clock.now();
        match self
            .insert_account(id, link, (declaration, terms), now)
            .await
        {
            Ok(()) => Ok(PersonId(id.into_bytes())),
            Err(error) if is_taken(&error) => {
                // The same request came twice at the same time.
                self.destroy_key(id).await?;
                self.owner_link_open(link).await?.ok_or(error.into())
            }
            // Whether it was written, nobody knows: a connection can be lost
            // after that. If it was not, a sweep finds its key.
            Err(error) => Err(error.into()),
        }
    }

    async fn insert_account(
        &self,
        id: Uuid,
        link: &Secret,
        (declaration, terms): (&Declaration, &AcceptedTerms),
        now: i64,
    ) -> Result<(), sea_orm::DbErr> {
        let transaction = self.data.begin().await?;
        account::Entity::insert(new_account(id, declaration, now))
            .exec_without_returning(&transaction)
            .await?;
        acceptance::note(&transaction, id, &declaration.policy_version, terms, now).await?;
        let row = owner_link::ActiveModel {
            account_id: Set(id),
            id: Set(Uuid::now_v7()),
            secret_hash: Set(link.digest().to_vec()),
            created_at: Set(now),
        };
        owner_link::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        transaction.commit().await
    }

    /// Whose account an owner link opens.
    pub async fn owner_link_open(&self, link: &Secret) -> Result<Option<PersonId>, Failure> {
        let row = owner_link::Entity::find()
            .filter(owner_link::Column::SecretHash.eq(link.digest().to_vec()))
            .one(self.data.read())
            .await?;
        let Some(row) = row else { return Ok(None) };
        self.use_account(row.account_id).await
    }

    /// What stands for an account in the names of what its browsers store: 16
    /// letters, always the same for it, that lead nobody to it.
    pub fn account_tag(&self, person: PersonId) -> String {
        let index = self
            .vault
            .index(Index::Account, &uuid(person).simple().to_string());
        index[..8]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// Notes that an account is used, once a day. None if it is going, or blocked.
    pub(crate) async fn use_account(&self, id: Uuid) -> Result<Option<PersonId>, Failure> {
        let row = account::Entity::find_by_id(id)
            .one(self.data.read())
            .await?;
        let closed = [account::State::Erasing, account::State::Blocked];
        let Some(row) = row.filter(|row| !closed.contains(&row.state)) else {
            return Ok(None);
        };
        let today = day(self.clock.now());
        if row.used_at != today {
            let touched = account::ActiveModel {
                id: Set(id),
                used_at: Set(today),
                ..Default::default()
            };
            touched.update(self.data.write()).await?;
            self.collected.tell(Category::Technical);
        }
        Ok(Some(PersonId(id.into_bytes())))
    }

    /// Erases an account with everything of it. First nobody can use it any
    /// more, then nobody can read it, then it is gone; one that is interrupted
    /// is finished by [`Store::sweep`].
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn account_erase(&self, actor: Actor) -> Result<(), Failure> {
        let id = person(actor)?;
        mark_erasing(id, self.data.write()).await?;
        self.finish_erasing(id, Some(id)).await
    }

    /// How many documents an account has.
    pub(crate) async fn documents_of(
        &self,
        id: Uuid,
        connection: &impl ConnectionTrait,
    ) -> Result<u64, Failure> {
        use sea_orm::PaginatorTrait;
        Ok(document::Entity::find()
            .filter(Expr::col(document::Column::AccountId).eq(id))
            .count(connection)
            .await?)
    }
}

/// The row of an account that nobody is signed up for yet, with what was declared now.
pub(crate) fn new_account(id: Uuid, declaration: &Declaration, now: i64) -> account::ActiveModel {
    account::ActiveModel {
        id: Set(id),
        state: Set(account::State::Anonymous),
        created_at: Set(now),
        used_at: Set(day(now)),
        adult_at: Set(now),
        policy_version: Set(declaration.policy_version.clone()),
        policy_at: Set(now),
    }
}

/// The account of an actor.
pub(crate) fn person(actor: Actor) -> Result<Uuid, Failure> {
    match actor {
        Actor::Person(person) => Ok(uuid(person)),
        Actor::Visitor => Err(Failure::Missing),
    }
}

/// Holds an account until the transaction ends, and says what it is.
///
/// # Errors
/// [`Failure::Missing`] if it is gone, or going.
pub(crate) async fn lock(
    id: Uuid,
    transaction: &DatabaseTransaction,
) -> Result<account::State, Failure> {
    let row = account::Entity::find_by_id(id)
        .lock_exclusive()
        .one(transaction)
        .await?;
    match row {
        Some(row) if row.state != account::State::Erasing => Ok(row.state),
        _ => Err(Failure::Missing),
    }
}

/// From here on nobody can use the account.
pub(crate) async fn mark_erasing(
    id: Uuid,
    connection: &impl ConnectionTrait,
) -> Result<(), Failure> {
    account::Entity::update_many()
        .col_expr(account::Column::State, account::State::Erasing.into())
        .filter(account::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

pub(crate) fn uuid(person: PersonId) -> Uuid {
    Uuid::from_bytes(person.0)
}

/// The day's first millisecond. Times of use are kept to the day: enough for
/// retention, and no record of when somebody writes.
pub(crate) fn day(now: i64) -> i64 {
    now - now.rem_euclid(DAY)
}

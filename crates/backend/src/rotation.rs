//! New keys in the place of old ones. Both commands have the store alone, and both
//! may be cut off anywhere and run again.
//!
//! A new root key is one transaction in the database of the keys: every person's
//! key and every lasting key is wrapped under it, and the check value says so.
//! Before it, everything opens with the old root key, after it with the new one.
//!
//! A new key of a person is three steps. First it is stored beside the old one,
//! and from here on both open what they have sealed. Then, in one transaction of
//! the data, everything of that person is sealed again. Then the old one is
//! destroyed. Whoever was cut off between them has both keys; a server that
//! starts then can read and write everything.
//!
//! Both are recorded in the audit log: a new root key by whoever opens the store
//! next, a person's new key in the transaction that seals.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use vault::{Lasting, Opening, PersonKey, RootKey, Vault};

use crate::audit::{self, Action};
use crate::database::Database;
use crate::entity::{hold_key, person_key, setting};
use crate::failure::Failure;
use crate::keys::{self, RootPlace, RootSource};
use crate::lock::Lock;
use crate::migration::{Keys, Schema};
use crate::noted::{ROOT, put_setting, setting as noted};
use crate::sealed::{SEALED, Sealed};
use crate::store::{OpenError, Options, Store, connect, private_folder, state};

/// Keys of persons that are read at once.
const AT_ONCE: u64 = 500;

/// Whose key is to be a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    One(Uuid),
    All,
}

/// Another root key is in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RootRotated {
    /// The place of the old one.
    pub old: RootPlace,
    /// How many keys of persons there are.
    pub persons: u64,
    /// Whether what was wrapped under the old one is gone from the disk already;
    /// otherwise the next sweep sees to it.
    pub forgotten: bool,
}

/// Persons have new keys.
#[derive(Debug, Default)]
pub struct PersonsRotated {
    pub persons: u64,
    /// Of whom a field does not open: everything of theirs is as it was.
    pub failed: Vec<Uuid>,
    /// Whether the old keys are gone from the disk already; otherwise the next
    /// sweep sees to it.
    pub forgotten: bool,
}

/// Why keys were not changed.
#[derive(Debug, thiserror::Error)]
pub enum RotateError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("no server has run in {}: say with --data where the data is", .0.display())]
    Nothing(PathBuf),
    #[error(
        "{} is the root key that is in use already, and nothing was changed: name a file that is not there yet", .0.display()
    )]
    SameRoot(PathBuf),
    #[error("there is no account {0}")]
    NoAccount(Uuid),
    #[error(
        "the key of account {0} does not open, and nothing was changed: restore the database of the keys from its backup"
    )]
    PersonKey(Uuid),
    #[error(
        "the key of hold {0} does not open, and nothing was changed: restore the database of the keys from its backup"
    )]
    HoldKey(Uuid),
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl From<DbErr> for RotateError {
    fn from(error: DbErr) -> RotateError {
        RotateError::Failure(error.into())
    }
}

/// Wraps all keys under another root key: the one in the file `new`, which is
/// made if it is not there. The old root key's file is left alone.
///
/// # Errors
/// [`RotateError`]; then nothing was changed, but for the new file.
pub async fn rotate_root(options: &Options, new: &Path) -> Result<RootRotated, RotateError> {
    let (keys, lock) = alone(options).await?;
    let known = known_root(options, &keys).await?;
    let is_known = |root: &RootKey| known == root.check();
    let place = options.root.place(&options.folder);
    let found = keys::read_file(new)?;
    let store = if let Some(root) = found.filter(is_known) {
        let old = options.root.read(&options.folder)?;
        if old.is_some_and(|old| is_known(&old)) {
            return Err(RotateError::SameRoot(new.to_owned()));
        }
        // It was cut off after its transaction, or is simply run again.
        let options = Options {
            root: RootSource::Given(Arc::new(root)),
            ..options.clone()
        };
        Store::open_locked(&options, lock).await?.store
    } else {
        let store = Store::open_locked(options, lock).await?.store;
        let root = match keys::read_file(new)? {
            Some(root) => root,
            None => keys::new_file(new)?,
        };
        rewrap(&store.keys, &store.vault, &store.vault.under(&root)).await?;
        store
    };
    // Whoever opens the store next records it.
    Ok(RootRotated {
        old: place,
        forgotten: store.forget_keys().await,
        persons: person_key::Entity::find().count(store.keys.read()).await?,
    })
}

async fn rewrap(keys: &Database, old: &Vault, new: &Vault) -> Result<(), RotateError> {
    let transaction = keys.begin().await?;
    // Whoever makes a key at the same time waits for this, and then sees that
    // its root key is the old one.
    let root = setting::Entity::find_by_id(ROOT)
        .lock_exclusive()
        .one(&transaction)
        .await?;
    if root.is_none_or(|root| root.value != old.check()) {
        return Err(OpenError::KeysChanging.into());
    }
    let mut last = Uuid::nil();
    loop {
        let rows = person_key::Entity::find()
            .filter(person_key::Column::AccountId.gt(last))
            .order_by_asc(person_key::Column::AccountId)
            .limit(AT_ONCE)
            .all(&transaction)
            .await?;
        let Some(end) = rows.last() else { break };
        last = end.account_id;
        for row in rows {
            let person = row.account_id;
            let rewrapped = |wrapped: &Vec<u8>| {
                old.rewrap(new, person.into_bytes(), wrapped)
                    .map_err(|Opening| RotateError::PersonKey(person))
            };
            let row = person_key::ActiveModel {
                account_id: Set(person),
                wrapped: Set(rewrapped(&row.wrapped)?),
                next: Set(row.next.as_ref().map(rewrapped).transpose()?),
                ..Default::default()
            };
            row.update(&transaction).await?;
        }
    }
    // There are never many.
    for row in hold_key::Entity::find().all(&transaction).await? {
        let hold = row.hold_id;
        let wrapped = old.rewrap(new, hold.into_bytes(), &row.wrapped);
        let row = hold_key::ActiveModel {
            hold_id: Set(hold),
            wrapped: Set(wrapped.map_err(|Opening| RotateError::HoldKey(hold))?),
            ..Default::default()
        };
        row.update(&transaction).await?;
    }
    for which in Lasting::ALL {
        put_setting(&transaction, which.name(), new.wrapped(which)).await?;
    }
    put_setting(&transaction, ROOT, new.check().to_vec()).await?;
    Ok(transaction.commit().await?)
}

/// Gives persons new keys, and seals everything of theirs with them.
///
/// # Errors
/// [`RotateError`]. Persons that were done before it have their new keys.
pub async fn rotate_persons(options: &Options, whom: Whom) -> Result<PersonsRotated, RotateError> {
    let (keys, lock) = alone(options).await?;
    known_root(options, &keys).await?;
    let store = Store::open_locked(options, lock).await?.store;
    let persons: Vec<Uuid> = match whom {
        Whom::One(person) => vec![person],
        Whom::All => {
            person_key::Entity::find()
                .select_only()
                .column(person_key::Column::AccountId)
                .into_tuple()
                .all(keys.read())
                .await?
        }
    };
    let mut rotated = PersonsRotated::default();
    for person in persons {
        match store.rotate_person(person).await {
            Ok(()) => rotated.persons += 1,
            Err(Failure::Missing) if whom == Whom::One(person) => {
                return Err(RotateError::NoAccount(person));
            }
            // Was erased meanwhile.
            Err(Failure::Missing) => {}
            Err(Failure::Sealed(Opening)) => rotated.failed.push(person),
            Err(failure) => return Err(failure.into()),
        }
    }
    rotated.forgotten = store.forget_keys().await;
    store.data.forget_deleted().await?;
    store.audit_checkpoint().await?;
    Ok(rotated)
}

impl Store {
    async fn rotate_person(&self, person: Uuid) -> Result<(), Failure> {
        let row = person_key::Entity::find_by_id(person)
            .one(self.keys.write())
            .await?
            .ok_or(Failure::Missing)?;
        let id = person.into_bytes();
        let next = match row.next {
            Some(next) => next,
            None => {
                let key = self.vault.unwrap(id, &row.wrapped, None)?;
                let next = self.vault.next_person_key(&key);
                self.store_keys(person, row.wrapped.clone(), Some(next.clone()))
                    .await?;
                next
            }
        };
        let key = self.vault.unwrap(id, &row.wrapped, Some(&next))?;
        let transaction = self.data.begin().await?;
        for sealed in SEALED {
            seal_again(&transaction, &key, person, sealed).await?;
        }
        let event = audit::Event {
            actor: None,
            action: Action::KeysRotated,
            subject: Some(person),
        };
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        self.store_keys(person, next, None).await
    }

    async fn store_keys(
        &self,
        person: Uuid,
        wrapped: Vec<u8>,
        next: Option<Vec<u8>>,
    ) -> Result<(), Failure> {
        let row = person_key::ActiveModel {
            account_id: Set(person),
            wrapped: Set(wrapped),
            next: Set(next),
            ..Default::default()
        };
        row.update(self.keys.write()).await?;
        Ok(())
    }
}

/// Seals one column of a person's with their newest key.
async fn seal_again(
    transaction: &DatabaseTransaction,
    key: &PersonKey,
    person: Uuid,
    sealed: &Sealed,
) -> Result<(), Failure> {
    let Sealed { column, row } = *sealed;
    let select = Query::select()
        .column(row)
        .from(column.table)
        .and_where(Expr::col("account_id").eq(person))
        .and_where(Expr::col(column.name).is_not_null())
        .to_owned();
    // One field after the other: all of a copy or of somebody's photos would be much.
    for found in transaction.query_all(&select).await? {
        let id: Uuid = found.try_get("", row)?;
        let select = Query::select()
            .column(column.name)
            .from(column.table)
            .and_where(Expr::col("account_id").eq(person))
            .and_where(Expr::col(row).eq(id))
            .to_owned();
        let Some(found) = transaction.query_one(&select).await? else {
            continue;
        };
        let field: Vec<u8> = found.try_get("", column.name)?;
        let Some(field) = key.reseal(column, id.into_bytes(), &field)? else {
            continue;
        };
        let update = Query::update()
            .table(column.table)
            .value(column.name, field)
            .and_where(Expr::col("account_id").eq(person))
            .and_where(Expr::col(row).eq(id))
            .to_owned();
        transaction.execute(&update).await?;
    }
    Ok(())
}

/// The database of the keys, for nobody else meanwhile.
async fn alone(options: &Options) -> Result<(Database, Lock), RotateError> {
    // Nothing is made where nothing is.
    if options.keys_url.is_none() && !options.keys_file().exists() {
        return Err(RotateError::Nothing(options.folder.clone()));
    }
    private_folder(&options.folder).map_err(OpenError::from)?;
    let lock = Lock::alone(options).await?;
    let (_, keys) = connect(options).await?;
    Ok((keys, lock))
}

/// The check value of the root key that the keys are wrapped under.
async fn known_root(options: &Options, keys: &Database) -> Result<Vec<u8>, RotateError> {
    let nothing = || RotateError::Nothing(options.folder.clone());
    match state::<Keys>(keys).await? {
        Schema::Current => {}
        Schema::Fresh => return Err(nothing()),
        Schema::Older(steps) => return Err(OpenError::Older(steps).into()),
        Schema::Newer => return Err(OpenError::Newer.into()),
    }
    noted(keys, ROOT).await?.ok_or_else(nothing)
}

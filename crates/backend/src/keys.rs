//! Keys: where the root key is, the vault that it opens, and the keys of persons
//! in their database.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use privacy::inventory::Category;
use sea_orm::{ActiveValue::Set, EntityTrait, QuerySelect};
use uuid::Uuid;
use vault::{Lasting, Opening, PersonKey, RootError, RootKey, Vault};

use crate::database::{Database, Transaction};
use crate::entity::{hold_key, person_key, setting};
use crate::failure::Failure;
use crate::noted::{ROOT, noted, setting};
use crate::store::{OpenError, Options, Store};

/// The tables that have wrapped keys.
pub(crate) const KEY_TABLES: [&str; 3] = ["person_key", "hold_key", "setting"];

/// Where the root key is.
#[derive(Clone, Debug, Default)]
pub enum RootSource {
    /// In `root.key` in the folder, which the first start makes.
    #[default]
    InFolder,
    /// In this file, which the first start makes.
    File(PathBuf),
    /// Here: it was in the environment. No file is read, and none is made.
    Given(Arc<RootKey>),
}

/// The place of a root key, as messages say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RootPlace {
    File(PathBuf),
    Environment,
}

impl fmt::Display for RootPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RootPlace::File(path) => path.display().fmt(f),
            RootPlace::Environment => f.write_str("in MERIT_ROOT_KEY"),
        }
    }
}

impl RootSource {
    /// Where that is, as messages say it.
    pub fn place(&self, folder: &Path) -> RootPlace {
        match self {
            RootSource::InFolder => RootPlace::File(folder.join("root.key")),
            RootSource::File(path) => RootPlace::File(path.clone()),
            RootSource::Given(_) => RootPlace::Environment,
        }
    }

    /// Reads the root key. None if there is no file.
    pub(crate) fn read(&self, folder: &Path) -> Result<Option<Arc<RootKey>>, OpenError> {
        let place = self.place(folder);
        match (self, &place) {
            (RootSource::Given(root), _) => Ok(Some(root.clone())),
            (_, RootPlace::File(path)) => read_file(path).map(|root| root.map(Arc::new)),
            (_, RootPlace::Environment) => Ok(None),
        }
    }
}

/// Reads a root key from its file. None if there is none.
pub(crate) fn read_file(path: &Path) -> Result<Option<RootKey>, OpenError> {
    match RootKey::read(path) {
        Ok(root) => Ok(Some(root)),
        Err(RootError::Missing) => Ok(None),
        Err(error) => Err(OpenError::Root(path.to_owned(), error)),
    }
}

/// Makes a new root key and its file.
pub(crate) fn new_file(path: &Path) -> Result<RootKey, OpenError> {
    let root = RootKey::generate();
    match root.write_new(path) {
        Ok(()) => Ok(root),
        Err(error) => Err(OpenError::Root(path.to_owned(), error)),
    }
}

/// Opens the vault with the root key, which a first start makes. Returns the
/// file of one that was made.
pub(crate) async fn open(
    options: &Options,
    keys: &Database,
) -> Result<(Vault, Option<PathBuf>), OpenError> {
    let known = setting(keys, ROOT).await?;
    let place = options.root.place(&options.folder);
    let (root, made) = match (options.root.read(&options.folder)?, &place) {
        (Some(root), _) => (root, None),
        (None, RootPlace::File(path)) if known.is_none() => {
            (Arc::new(new_file(path)?), Some(path.clone()))
        }
        (None, _) => return Err(OpenError::RootMissing(place)),
    };
    let mut vault = match &known {
        Some(_) => Vault::before_lasting_keys(&root),
        None => Vault::new(&root),
    };
    let check = vault.check().to_vec();
    if noted(keys, ROOT, check.clone()).await? != check {
        return Err(OpenError::RootWrong(place));
    }
    // Those that are stored, or, the first time, these.
    for which in Lasting::ALL {
        let wrapped = noted(keys, which.name(), vault.wrapped(which)).await?;
        let adopted = vault.adopt(which, &wrapped);
        adopted.map_err(|Opening| OpenError::LastingKey(which.name()))?;
    }
    Ok((vault, made))
}

impl Store {
    /// The key of a person.
    pub(crate) async fn key(&self, person: Uuid) -> Result<PersonKey, Failure> {
        let row = person_key::Entity::find_by_id(person)
            .one(self.keys.read())
            .await?
            .ok_or(Failure::Missing)?;
        let next = row.next.as_deref();
        let key = self.vault.unwrap(person.into_bytes(), &row.wrapped, next)?;
        Ok(key.telling(self.collected.clone()))
    }

    /// Makes the key of a person, who has none yet, and stores it.
    pub(crate) async fn new_key(&self, person: Uuid) -> Result<PersonKey, Failure> {
        let (key, wrapped) = self.vault.new_person_key(person.into_bytes());
        let row = person_key::ActiveModel {
            account_id: Set(person),
            wrapped: Set(wrapped),
            next: Set(None),
            created_at: Set(self.clock.now()),
        };
        let transaction = self.begin_key().await?;
        person_key::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        transaction.commit().await?;
        self.collected.tell(Category::Technical);
        Ok(key.telling(self.collected.clone()))
    }

    /// A transaction in which a key is added. A process that still has another
    /// root key than the keys are wrapped under now must not add one that nobody
    /// could open.
    async fn begin_key(&self) -> Result<Transaction, Failure> {
        let transaction = self.keys.begin().await?;
        let root = setting::Entity::find_by_id(ROOT)
            .lock_shared()
            .one(&transaction)
            .await?;
        match root.is_some_and(|root| root.value == self.vault.check()) {
            true => Ok(transaction),
            false => Err(Opening.into()),
        }
    }

    /// Makes the key of a hold. To the vault a hold is somebody: its id stands
    /// where a person's does.
    pub(crate) async fn new_hold_key(&self, hold: Uuid) -> Result<PersonKey, Failure> {
        let (key, wrapped) = self.vault.new_person_key(hold.into_bytes());
        let row = hold_key::ActiveModel {
            hold_id: Set(hold),
            wrapped: Set(wrapped),
            created_at: Set(self.clock.now()),
        };
        let transaction = self.begin_key().await?;
        hold_key::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(key)
    }

    /// The key of a hold.
    pub(crate) async fn hold_key(&self, hold: Uuid) -> Result<PersonKey, Failure> {
        let row = hold_key::Entity::find_by_id(hold)
            .one(self.keys.read())
            .await?
            .ok_or(Failure::Missing)?;
        Ok(self.vault.unwrap(hold.into_bytes(), &row.wrapped, None)?)
    }

    /// Destroys the key of a hold, as [`Store::destroy_key`] does a person's.
    pub(crate) async fn destroy_hold_key(&self, hold: Uuid) -> Result<(), Failure> {
        hold_key::Entity::delete_by_id(hold)
            .exec(self.keys.write())
            .await?;
        Ok(())
    }

    /// Destroys the key of a person: from here on nobody reads what is theirs.
    /// [`Store::forget_keys`] has it gone from the disk too.
    pub(crate) async fn destroy_key(&self, person: Uuid) -> Result<(), Failure> {
        person_key::Entity::delete_by_id(person)
            .exec(self.keys.write())
            .await?;
        Ok(())
    }

    /// Has destroyed keys gone from the disk. What cannot be done now, because
    /// the disk is full or somebody reads, is done by the next sweep. Returns
    /// whether it was done.
    pub(crate) async fn forget_keys(&self) -> bool {
        match self.keys.rewrite(&KEY_TABLES).await {
            Ok(true) => return true,
            Ok(false) => tracing::info!("destroyed keys are on the disk until the next sweep"),
            Err(error) => tracing::error!(%error, "destroyed keys are still on the disk"),
        }
        false
    }
}
